/** What a claim's details would be, read from the marked words. */
import type { ClaimKind, KindAndDetails } from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';
import { emptyDetails } from '../../domain/claims/details.ts';
import type { StoredRevision } from '../articles/revisions.ts';

/** Read details of a kind from a span of a revision. What cannot be read is left empty, never guessed. */
export function readMarked(
  kind: ClaimKind,
  _revision: StoredRevision,
  _span: Span,
  _sentence: number,
): KindAndDetails {
  return emptyDetails(kind);
}
