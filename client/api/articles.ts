/** Stories. */
import * as contract from '../../server/contract/articles.ts';
import type { BodyInput, QueryInput } from '../../server/contract/endpoint.ts';
import { call } from './http.ts';

export const listArticles = (query: QueryInput<typeof contract.ListArticles>, signal?: AbortSignal) =>
  call(contract.ListArticles, { query, signal });
export const previewArticle = (body: BodyInput<typeof contract.PreviewArticle>, signal?: AbortSignal) =>
  call(contract.PreviewArticle, { body, signal });
export const fetchStory = (url: string, signal?: AbortSignal) =>
  call(contract.FetchStory, { body: { url }, signal });
export const createArticle = (body: BodyInput<typeof contract.CreateArticle>, idempotencyKey?: string) =>
  call(contract.CreateArticle, { body, idempotencyKey });
export const getArticle = (articleId: string, signal?: AbortSignal) =>
  call(contract.GetArticle, { params: { articleId }, signal });
export const editArticle = (articleId: string, body: BodyInput<typeof contract.EditArticle>) =>
  call(contract.EditArticle, { params: { articleId }, body });
export const setMembers = (articleId: string, body: BodyInput<typeof contract.SetMembers>) =>
  call(contract.SetMembers, { params: { articleId }, body });
export const listRevisions = (articleId: string, signal?: AbortSignal) =>
  call(contract.ListRevisions, { params: { articleId }, signal });
export const getRevision = (articleId: string, number: number, signal?: AbortSignal) =>
  call(contract.GetRevision, { params: { articleId, number }, signal });
export const withdrawArticle = (
  articleId: string,
  { version, reason }: { readonly version: number; readonly reason: string | null },
) => call(contract.WithdrawArticle, { params: { articleId }, query: { version }, body: { reason } });
export const restoreArticle = (articleId: string) => call(contract.RestoreArticle, { params: { articleId } });
