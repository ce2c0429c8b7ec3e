/** The chain of events, held against its key. */
import { digestOf, linkOf } from '../../server/database/chain.ts';
import type { Desk } from './desk.ts';

/** Walk a stream's chain as an auditor with the key would, from the rows alone: the first event that does not fit. */
export async function brokenAt(desk: Desk, streamId: string): Promise<number | null> {
  const events = await desk.db.prisma.event.findMany({
    where: { streamId },
    include: { payload: true },
    orderBy: { seq: 'asc' },
  });
  let previous: Uint8Array | null = null;
  for (const [index, { at, payloadDigest, link, payload, ...event }] of events.entries()) {
    const digest = digestOf(payload?.payload);
    const chained = { ...event, at: at.toISOString(), payloadDigest: digest.toString('hex') };
    const expected = linkOf(desk.historyKey, previous, chained);
    if (event.seq !== index + 1 || !digest.equals(payloadDigest) || !expected.equals(link)) return event.seq;
    previous = link;
  }
  return null;
}
