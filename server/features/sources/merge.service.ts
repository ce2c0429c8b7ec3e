/** Two entries that turn out to be one source, and the way back. */
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { MergeSource } from '../../contract/sources.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { appendEventAcross } from '../../database/events-across.ts';
import { type Done, once } from '../../database/once.ts';
import { mayMerge } from '../../domain/sources/permissions.ts';
import type { PersonWrite } from '../../http/write.ts';
import {
  lockStories,
  moveAll,
  moveBack,
  selectStoriesMoved,
  selectStoriesNaming,
  selectSurvivor,
} from './moves.queries.ts';
import { lockSource, refreshSearch, requireStillIn, type SourceServices } from './sources.change.ts';
import { selectSourcesOf } from './sources.queries.ts';

/** How often a merge begins anew because a story came to name the entry while others were being locked. */
const TRIES = 5;

/**
 * Merge an entry into another: every claim that names it names the other one from now on.
 *
 * Verdicts and reviews stay: what a claim says and who said it are the same, under one entry. For that reason a
 * signed-off story takes part as well: not a word of it changes, and what was signed stays true. That it was moved
 * is told in each story's own history.
 *
 * @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_EDITOR, MERGED, NOT_A_READER, UNKNOWN_REFERENCE, CIRCULAR,
 *   CONFIDENTIAL_MERGE, STILL_NAMED where claims kept coming to name it
 */
export async function mergeSource(
  services: SourceServices,
  write: PersonWrite,
  sourceId: string,
  body: BodyOf<typeof MergeSource>,
): Promise<Done> {
  for (let tries = 1; ; tries += 1)
    try {
      return await once(services.db, write, sourceId, (tx) => merge(tx, services, write, sourceId, body));
    } catch (error) {
      if (!(error instanceof NamedMeanwhile)) throw error;
      if (tries === TRIES) throw new Refusal('STILL_NAMED');
    }
}

/** A story that was not locked names the entry by now: to lock it last could end in two waiting for each other. */
class NamedMeanwhile extends Error {}

async function merge(
  tx: Tx,
  services: SourceServices,
  write: PersonWrite,
  from: string,
  { into, version }: BodyOf<typeof MergeSource>,
): Promise<void> {
  const { user } = write;
  const row = await lockSource(tx, user, from, { version, action: 'merge' });
  const [target] = await selectSourcesOf(tx, [into]);
  if (target === undefined)
    throw new Refusal('UNKNOWN_REFERENCE', {
      issues: [{ path: 'into', message: 'is not in the source register' }],
    });
  const decision = mayMerge(user, row, target);
  if (!decision.allowed) throw new Refusal(decision.code);

  const stories = await selectStoriesNaming(tx, from);
  await lockStories(tx, stories);
  await requireStillIn(tx, user);
  // From here on nobody names the entry anew: who does has to share its row first.
  await tx.source.update({ where: { id: from }, data: { mergedIntoId: into, version: { increment: 1 } } });
  const known = new Set(stories);
  if ((await selectStoriesNaming(tx, from)).some((id) => !known.has(id))) throw new NamedMeanwhile();
  const moved = await moveAll(tx, { from, into });
  await refreshSearch(tx, into);
  await tell(tx, services, write, { type: 'source.merged', entry: from, survivor: into, moved, from, into });
}

/**
 * Undo a merge. What it moved names this entry again, unless somebody named another one there since; what came to
 * name the survivor after the merge stays the survivor's.
 *
 * @throws Refusal NOT_FOUND, NEEDS_EDITOR, NOT_MERGED, NOT_A_READER
 */
export async function unmergeSource(
  services: SourceServices,
  write: PersonWrite,
  sourceId: string,
): Promise<Done> {
  const { user } = write;
  return once(services.db, write, sourceId, async (tx) => {
    await lockSource(tx, user, sourceId, { action: 'unmerge' });
    const survivor = await selectSurvivor(tx, sourceId);
    const [kept] = await selectSourcesOf(tx, [survivor]);
    if (kept?.confidential === true && !kept.readerIds.includes(user.id)) throw new Refusal('NOT_A_READER');

    await lockStories(tx, await selectStoriesMoved(tx, sourceId));
    await requireStillIn(tx, user);
    const moved = await moveBack(tx, sourceId, survivor);
    await tx.source.update({
      where: { id: sourceId },
      data: { mergedIntoId: null, version: { increment: 1 } },
    });
    await refreshSearch(tx, sourceId);
    await refreshSearch(tx, survivor);
    const told = { type: 'source.unmerged', entry: sourceId, survivor, moved } as const;
    await tell(tx, services, write, { ...told, from: survivor, into: sourceId });
  });
}

interface Told {
  readonly type: 'source.merged' | 'source.unmerged';
  /** The entry that was merged, and the one that stays. */
  readonly entry: string;
  readonly survivor: string;
  /** Claims by story. */
  readonly moved: ReadonlyMap<string, readonly string[]>;
  readonly from: string;
  readonly into: string;
}

/** In the streams of the stories, which tell what was moved, and in those of both entries, which do not. */
async function tell(
  tx: Tx,
  { historyKey }: SourceServices,
  { user, at }: PersonWrite,
  { type, entry, survivor, moved, from, into }: Told,
): Promise<void> {
  const data = new Map([...moved].map(([story, claimIds]) => [story, { from, into, claimIds }]));
  await appendEventAcross(tx, historyKey, { type: 'claim.source_moved', at, actor: user }, data);
  const told = { type, at, actor: user, data: { entry, survivor } };
  for (const id of [entry, survivor].sort())
    await appendEvent(tx, historyKey, { ...told, stream: { kind: 'source', id } });
}
