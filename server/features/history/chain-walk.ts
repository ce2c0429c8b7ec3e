/** Walking chains: each event is held to the key, to the event before it and to what it says. */
import type { BrokenLink } from '../../contract/history.ts';
import { type ChainedEvent, digestOf, linkOf } from '../../database/chain.ts';

/** An event as it is stored. */
export interface StoredEvent {
  readonly streamId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly actorId: string;
  readonly actorName: string;
  readonly claimId: string | null;
  readonly payloadDigest: Buffer;
  readonly link: Buffer;
  /** JSON; null where it is gone. */
  readonly payload: string | null;
  /** True where a later event of the stream says that the payload was erased. */
  readonly erased: boolean;
}

export type Break = Pick<BrokenLink, 'seq' | 'what'>;

/** What was found in one stream. */
export interface WalkedStream {
  readonly streamId: string;
  readonly events: number;
  /** Payloads erased by right. */
  readonly erased: number;
  /** The last event, as it is stored. */
  readonly last: { readonly seq: number; readonly link: Buffer };
  /** The first thing wrong. */
  readonly broken: Break | null;
}

/**
 * Walk events that come stream by stream, each in the order of its numbers, holding one at a time.
 *
 * Numbers begin at 1 and have no gap. After the first break of a stream nothing in it can be held to anything, so its
 * other events are counted only.
 */
export async function* walkChains(
  key: Buffer,
  events: AsyncIterable<StoredEvent>,
): AsyncGenerator<WalkedStream> {
  let walked: WalkedStream | undefined;
  for await (const event of events) {
    if (walked !== undefined && walked.streamId !== event.streamId) yield walked;
    walked = oneMore(key, walked?.streamId === event.streamId ? walked : undefined, event);
  }
  if (walked !== undefined) yield walked;
}

function oneMore(key: Buffer, before: WalkedStream | undefined, event: StoredEvent): WalkedStream {
  return {
    streamId: event.streamId,
    events: (before?.events ?? 0) + 1,
    erased: (before?.erased ?? 0) + (event.erased ? 1 : 0),
    last: { seq: event.seq, link: event.link },
    broken: before?.broken ?? breakAt(key, event, before?.last ?? null),
  };
}

/** What is wrong with an event after one that nothing was wrong with, or at the beginning of its stream. */
function breakAt(key: Buffer, event: StoredEvent, before: WalkedStream['last'] | null): Break | null {
  const expected = (before?.seq ?? 0) + 1;
  if (event.seq > expected) return { seq: expected, what: 'removed' };
  if (event.seq < expected || !isLinked(key, event, before?.link ?? null))
    return { seq: event.seq, what: 'changed' };
  if (event.payload === null) return event.erased ? null : { seq: event.seq, what: 'payload_removed' };
  return saysWhatWasChained(event.payload, event) ? null : { seq: event.seq, what: 'payload_changed' };
}

/** Whoever tampers may store what has no canonical form, such as a time without end: it was never chained. */
function isLinked(key: Buffer, event: StoredEvent, previous: Buffer | null): boolean {
  try {
    const chained: ChainedEvent = {
      streamId: event.streamId,
      seq: event.seq,
      type: event.type,
      at: event.at.toISOString(),
      actorId: event.actorId,
      actorName: event.actorName,
      claimId: event.claimId,
      payloadDigest: event.payloadDigest.toString('hex'),
    };
    return linkOf(key, previous, chained).equals(event.link);
  } catch {
    return false;
  }
}

/** The same for what it says: a number without end, nesting without end. */
function saysWhatWasChained(payload: string, { payloadDigest }: StoredEvent): boolean {
  try {
    return digestOf(JSON.parse(payload)).equals(payloadDigest);
  } catch {
    return false;
  }
}
