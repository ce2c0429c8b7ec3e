/** Who may do what with an entry of the register. */
import { SourceAction } from '../../contract/sources.ts';
import { type Actor, ALLOWED, type Decision, mayDoPerson, refuse } from '../claims/permissions.ts';

/** All of an entry that decisions about it depend on. */
export interface SourceFacts {
  readonly confidential: boolean;
  readonly mergedIntoId: string | null;
  /** Who may know it, where it is confidential. */
  readonly readerIds: readonly string[];
}

/**
 * Decide what a person may do with an entry.
 *
 * Order: the role (reading who a source is asks for none: whoever is named may); what the entry is; then, of a
 * confidential one, that the person is among its readers. Admins are no exception: they can name themselves on
 * nothing that they do not know.
 */
export function maySource(actor: Actor, source: SourceFacts, action: SourceAction): Decision {
  const isReader = source.readerIds.includes(actor.id);
  if (action === 'read_identity') {
    if (!source.confidential) return refuse('NOT_CONFIDENTIAL');
    return isReader ? ALLOWED : refuse('NOT_A_READER');
  }
  const keeper = mayDoPerson(actor, 'edit_sources');
  if (!keeper.allowed) return keeper;
  if (action === 'unmerge' && source.mergedIntoId === null) return refuse('NOT_MERGED');
  if (action !== 'unmerge' && source.mergedIntoId !== null) return refuse('MERGED');
  if (action === 'make_open' && !source.confidential) return refuse('NOT_CONFIDENTIAL');
  return source.confidential && !isReader ? refuse('NOT_A_READER') : ALLOWED;
}

export const sourceActions = (actor: Actor, source: SourceFacts): SourceAction[] =>
  SourceAction.options.filter((action) => maySource(actor, source, action).allowed);

/** An entry that another one is to be merged into. */
export interface MergeTarget extends SourceFacts {
  readonly id: string;
}

/**
 * Decide whether an entry may be merged into another.
 *
 * Order: the entry itself, as `maySource`; then the other one. A confidential entry and an open one are never merged:
 * the names of one would stand for the other.
 */
export function mayMerge(actor: Actor, from: MergeTarget, into: MergeTarget): Decision {
  const decision = maySource(actor, from, 'merge');
  if (!decision.allowed) return decision;
  if (into.id === from.id || into.mergedIntoId === from.id) return refuse('CIRCULAR');
  if (into.mergedIntoId !== null) return refuse('MERGED');
  if (from.confidential !== into.confidential) return refuse('CONFIDENTIAL_MERGE');
  return into.confidential && !into.readerIds.includes(actor.id) ? refuse('NOT_A_READER') : ALLOWED;
}
