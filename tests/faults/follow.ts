/** Following a story's history over a line on which things go wrong. */
import { z } from 'zod';
import type { Client } from './client.ts';
import type { Replica } from './replica.ts';

const Page = z.object({ items: z.array(z.unknown()), head: z.int() });

/** Take all that came since. */
export async function catchUp(
  client: Pick<Client, 'read'>,
  articleId: string,
  replica: Replica,
): Promise<void> {
  for (;;) {
    const after = replica.head();
    const answer = await client.read(`/api/articles/${articleId}/history?after=${after}`);
    const { items, head } = Page.parse(answer.body);
    for (const item of items) replica.take(item);
    if (items.length === 0 || replica.head() >= head || replica.head() === after) return;
  }
}
