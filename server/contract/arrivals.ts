/** The files that a story and its newer versions came as. */
import { z } from 'zod';
import { ArticleParams } from './articles.ts';
import { Id, MAX_COUNTER, Time } from './common.ts';
import { endpoint } from './endpoint.ts';
import { FileFacts } from './story-files.ts';

export const Arrival = z.strictObject({
  /** From 1, in the order in which they arrived. */
  number: z.int().min(1),
  /** The revision that holds its words. */
  revision: z.int().min(1),
  ...FileFacts.shape,
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: z.string().length(64),
  /** False where its story came from another Claimdesk without the bytes. */
  here: z.boolean(),
  createdBy: Id,
  createdAt: Time,
});
export type Arrival = z.infer<typeof Arrival>;

export const ListArrivals = endpoint('GET /api/articles/:articleId/arrivals', {
  summary: 'The files that a story came as, newest first, with what they say beside its words',
  params: ArticleParams,
  answer: z.strictObject({ items: z.array(Arrival) }),
});
export const GetArrivalFile = endpoint('GET /api/articles/:articleId/arrivals/:number/file', {
  summary: 'Such a file as it arrived, byte for byte, always as a download',
  params: z.strictObject({ articleId: Id, number: z.coerce.number().int().min(1).max(MAX_COUNTER) }),
  answer: z.unknown(),
  media: ['application/octet-stream'],
});
