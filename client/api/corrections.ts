/** Corrections of a story: listed, tried out, and stored as a newer text. */
import * as contract from '../../server/contract/corrections.ts';
import type { BodyInput } from '../../server/contract/endpoint.ts';
import { ReviseArticle } from '../../server/contract/revisions.ts';
import { call } from './http.ts';

export const listCorrections = (articleId: string, signal?: AbortSignal) =>
  call(contract.ListCorrections, { params: { articleId }, signal });
export const previewCorrections = (
  articleId: string,
  body: BodyInput<typeof contract.PreviewCorrections>,
  signal?: AbortSignal,
) => call(contract.PreviewCorrections, { params: { articleId }, body, signal });
/** Store a newer text. `idempotencyKey`: one for each proposal, so that a second try is the same act. */
export const storeCorrected = (
  articleId: string,
  body: BodyInput<typeof ReviseArticle>,
  idempotencyKey: string,
) => call(ReviseArticle, { params: { articleId }, body, idempotencyKey });
