/** Following a story by its stream of events, as a browser's EventSource does: where it breaks, it comes back. */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './line.ts';
import type { Replica } from './replica.ts';

export interface Stream {
  /** How often it came back, each time with the number of the last event that it had. */
  readonly resumes: number;
  /** Of the frames that said why the server ended it: how often each reason came. */
  readonly byes: ReadonlyMap<string, number>;
  /** Once it has this event. @returns false where it did not come in time */
  until(seq: number): Promise<boolean>;
  /** Take nothing from here on, or go on taking. */
  pause(): void;
  resume(): void;
  close(): Promise<void>;
}

interface Followed {
  readonly line: Place;
  readonly cookie: string;
  readonly articleId: string;
  readonly replica: Replica;
}

/** Milliseconds without a sign of life after which it is begun anew; the server gives one every 15 s. */
const SILENCE = 40_000;
/** Milliseconds for what is to come. */
const IN_TIME = 60_000;
const RETRY_AT_FIRST = 1_000;

/** It begins behind what the replica has, and tells it what comes. */
export function openStream({ line, cookie, articleId, replica }: Followed): Stream {
  const agent = new Agent({ keepAlive: false });
  const closing = new AbortController();
  const byes = new Map<string, number>();
  let retry = RETRY_AT_FIRST;
  let resumes = 0;
  let open: { pause(): void; resume(): void } | null = null;

  const take = (frame: string): void => {
    const fields = new Map<string, string>();
    for (const row of frame.split('\n')) {
      const colon = row.indexOf(':');
      fields.set(row.slice(0, colon), row.slice(colon + 1).trimStart());
    }
    retry = Number(fields.get('retry') ?? retry);
    const data = fields.get('data') ?? '';
    if (fields.get('event') === 'bye') byes.set(data, (byes.get(data) ?? 0) + 1);
    if (fields.get('event') === 'change') replica.take(JSON.parse(data));
  };

  /** Done when it is over, however that came. */
  const connect = (): Promise<void> =>
    new Promise((resolve) => {
      const { host, port } = line;
      const asked = request({
        ...{ host, port, agent, timeout: SILENCE, signal: closing.signal },
        path: `/api/articles/${articleId}/events`,
        headers: { Cookie: cookie, Accept: 'text/event-stream', 'Last-Event-ID': String(replica.head()) },
      });
      asked.once('timeout', () => asked.destroy());
      asked.on('error', () => resolve());
      asked.once('close', () => resolve());
      asked.once('response', (response) => {
        open = response;
        response.setEncoding('utf8');
        let text = '';
        response.on('data', (piece: string) => {
          if (response.statusCode !== 200) return;
          // Half an event at the end of a broken stream is no event.
          const frames = (text + piece).split('\n\n');
          text = frames.pop() ?? '';
          for (const frame of frames) take(frame);
        });
        response.on('error', () => resolve());
        response.once('close', () => resolve());
      });
      asked.end();
    });

  const follow = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await connect();
      open = null;
      if (closing.signal.aborted) return;
      await sleep(retry, undefined, { signal: closing.signal }).catch(() => {});
      resumes += 1;
    }
  };
  const following = follow();

  return {
    get resumes() {
      return resumes;
    },
    byes,
    until: async (seq) => {
      for (const end = performance.now() + IN_TIME; replica.head() < seq; await sleep(20))
        if (performance.now() > end) return false;
      return true;
    },
    pause: () => open?.pause(),
    resume: () => open?.resume(),
    close: async () => {
      closing.abort();
      await following;
      agent.destroy();
    },
  };
}
