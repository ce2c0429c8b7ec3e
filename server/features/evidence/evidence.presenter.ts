/** Evidence and citations as the contract shows them. */
import type { Citation, Evidence } from '../../contract/evidence.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { citationActions, evidenceActions } from '../../domain/claims/permissions-attached.ts';
import { compareFigures, figuresOf } from '../../domain/figures/compare.ts';
import {
  type CitationRow,
  type EvidenceRow,
  selectOptionalCitation,
  selectOptionalEvidence,
} from './evidence.queries.ts';

export function presentEvidence({ articleStatus, ...row }: EvidenceRow, user: Actor): Evidence {
  return {
    ...row,
    accessedAt: row.accessedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    can: evidenceActions(user, { articleStatus, withdrawn: row.withdrawn }),
  };
}

export function presentCitation(
  { claimStatus, content, claimQuote, ...row }: CitationRow,
  user: Actor,
): Citation {
  const { articleStatus } = row.evidence;
  return {
    ...row,
    evidence: presentEvidence(row.evidence, user),
    figures: row.quote === null ? [] : compareFigures(figuresOf({ content, quote: claimQuote }), row.quote),
    createdAt: row.createdAt.toISOString(),
    can: citationActions(user, { articleStatus, claimStatus, withdrawn: row.withdrawn }),
  };
}

/** @throws Refusal NOT_FOUND also where the story is not for this person */
export async function showEvidence(db: Queryable, user: Actor, evidenceId: string): Promise<Evidence> {
  const row = await selectOptionalEvidence(db, user, evidenceId);
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return presentEvidence(row, user);
}

/** @throws Refusal NOT_FOUND also where the story is not for this person */
export async function showCitation(db: Queryable, user: Actor, citationId: string): Promise<Citation> {
  const row = await selectOptionalCitation(db, user, citationId);
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return presentCitation(row, user);
}
