/** Taking away what the database keeps from being altered, for legal reasons: named first, so that nothing goes by accident. */
import { Prisma, type RawTx } from './client.ts';

/**
 * Take away what these events of a stream say. The events, their digests and their links stay.
 *
 * Triggers on the table let go of the one payload that is named, until the transaction ends.
 */
export async function deletePayloads(tx: RawTx, streamId: string, seqs: readonly number[]): Promise<void> {
  if (seqs.length > 0) await tx.$executeRaw`SELECT erase_payloads(${streamId}::uuid, ${seqs}::int[])`;
}

/** Let go of this story's texts, sentences, files that came and kept pages, until the transaction ends or another is named. */
export async function nameStory(tx: RawTx, articleId: string): Promise<void> {
  await tx.$executeRaw`SELECT set_config('claimdesk.erasing', ${`story:${articleId}`}, true)`;
}

/** Tables whose rows hold words of a story. */
const SAMPLED = [
  ...[
    'arrivals',
    'article_identifiers',
    'articles',
    'citations',
    'claims',
    'comments',
    'event_payloads',
    'evidence',
  ],
  ...[
    'files',
    'flag_dismissals',
    'import_files',
    'imports',
    'placements',
    'reviews',
    'revision_changes',
    'revisions',
  ],
  ...[
    'sentences',
    'sign_offs',
    'snapshots',
    'story_histories',
    'story_people',
    'suggestions',
    'verdict_ends',
  ],
  ...['verdicts', 'webhook_deliveries'],
].join(', ');

/**
 * Have the planner look at these tables anew: it keeps values as samples, also of rows that are gone. Once the rows are
 * committed; it reads some pages of each table, whatever its size. Of
 * one that is empty by now it keeps what it knew until there are rows again.
 */
export async function dropSamples(db: RawTx): Promise<void> {
  await db.$executeRaw`ANALYZE ${Prisma.raw(SAMPLED)}`;
}

/** Numbers in order as stretches, both ends included: what a large erasure took is told in few of them. */
export function stretchesOf(seqs: readonly number[]): [number, number][] {
  const stretches: [number, number][] = [];
  for (const seq of [...seqs].sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last !== undefined && seq <= last[1] + 1) last[1] = seq;
    else stretches.push([seq, seq]);
  }
  return stretches;
}
