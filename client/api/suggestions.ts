/** Suggestions: what the program would mark, and what people make of it. */
import type { BodyInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/suggestions.ts';
import { call } from './http.ts';

export const listSuggestions = (articleId: string, signal?: AbortSignal) =>
  call(contract.ListSuggestions, { params: { articleId }, signal });
export const acceptSuggestion = (
  suggestionId: string,
  body: BodyInput<typeof contract.AcceptSuggestion>,
  idempotencyKey?: string,
) => call(contract.AcceptSuggestion, { params: { suggestionId }, body, idempotencyKey });
export const acceptSuggestions = (
  articleId: string,
  body: BodyInput<typeof contract.AcceptSuggestions>,
  idempotencyKey?: string,
) => call(contract.AcceptSuggestions, { params: { articleId }, body, idempotencyKey });
export const dismissSuggestion = (suggestionId: string) =>
  call(contract.DismissSuggestion, { params: { suggestionId } });
export const restoreSuggestion = (suggestionId: string) =>
  call(contract.RestoreSuggestion, { params: { suggestionId } });
export const listSuggestionRules = (signal?: AbortSignal) => call(contract.ListSuggestionRules, { signal });
