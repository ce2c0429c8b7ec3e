/** What was withdrawn, and its way back. */
import * as contract from '../../server/contract/bin.ts';
import type { BodyInput, QueryInput } from '../../server/contract/endpoint.ts';
import * as erasure from '../../server/contract/erasure.ts';
import { restoreArticle, withdrawArticle } from './articles.ts';
import { restoreClaim, withdrawClaim } from './claims.ts';
import { restoreComment, withdrawComment } from './comments.ts';
import { restoreCitation, restoreEvidence, withdrawCitation, withdrawEvidence } from './evidence.ts';
import { call } from './http.ts';

export const listBin = (query: QueryInput<typeof contract.ListBin>, signal?: AbortSignal) =>
  call(contract.ListBin, { query, signal });

interface Binned {
  readonly kind: contract.BinKind;
  readonly id: string;
}

/** Bring something back. @returns its version as it is now */
export async function restoreBinned({ kind, id }: Binned): Promise<number> {
  const restore = {
    story: restoreArticle,
    claim: restoreClaim,
    evidence: restoreEvidence,
    citation: restoreCitation,
    comment: restoreComment,
  }[kind];
  return (await restore(id)).version;
}

/** Withdraw once more what was just restored, for the reason that was given before. */
export async function putBack({ kind, id }: Binned, version: number, reason: string | null): Promise<void> {
  switch (kind) {
    case 'story':
      await withdrawArticle(id, { version, reason });
      break;
    case 'claim':
      await withdrawClaim(id, version);
      break;
    case 'evidence':
      await withdrawEvidence(id, version);
      break;
    case 'citation':
      await withdrawCitation(id, version);
      break;
    case 'comment':
      await withdrawComment(id, version);
      break;
  }
}

/** What would go with it if it were erased for good. */
export const getErasure = ({ kind, id }: Binned, signal?: AbortSignal) =>
  call(erasure.GetErasure, { params: { kind, itemId: id }, signal });

/** @param idempotencyKey the same for each try at one erasure */
export const eraseBinned = (
  { kind, id }: Binned,
  body: BodyInput<typeof erasure.Erase>,
  idempotencyKey: string,
) => call(erasure.Erase, { params: { kind, itemId: id }, body, idempotencyKey });
