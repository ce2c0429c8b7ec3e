/** Newer texts of a story. */
import type { BodyInput } from '../../server/contract/endpoint.ts';
import { ReviseArticle } from '../../server/contract/revisions.ts';
import { call } from './http.ts';

/** `idempotencyKey`: one for each text, so that a second try after a lost answer is the same act. */
export const reviseArticle = (
  articleId: string,
  body: BodyInput<typeof ReviseArticle>,
  idempotencyKey: string,
) => call(ReviseArticle, { params: { articleId }, body, idempotencyKey });
