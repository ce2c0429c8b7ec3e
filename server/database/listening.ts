/**
 * Being told by PostgreSQL what happened (LISTEN): one connection of its own, made again when it is lost.
 *
 * A notice is no record: what is told while nobody is connected is told to nobody. So whoever listens is asked to look
 * again each time a connection begins to listen.
 */
import pg from 'pg';

/** The channel on which it is said which streams have new events: `stream:seq`. A person's id stands for their stream. */
export const EVENTS_CHANNEL = 'claimdesk_events';

export interface Listener {
  readonly told: (payload: string) => void;
  /** Notices may have been missed: look again. */
  readonly missed: () => void;
}

export interface Listening {
  /** Connects where nobody listened before. @returns a way to stop */
  listen(channel: string, listener: Listener): () => void;
  /** True where somebody listens and the connection is not there. */
  isDeaf(): boolean;
  close(): Promise<void>;
}

/** Milliseconds. */
const FIRST_WAIT = 50;
const LONGEST_WAIT = 5_000;
/** A connection whose other end is gone says nothing: it is asked for a sign of life. */
const ASKED_EVERY = 10_000;
const ANSWERS_WITHIN = 5_000;

/** @param onError told of connections that break */
export function openListening(url: string, onError: (error: Error) => void = () => {}): Listening {
  const listeners = new Map<string, Set<Listener>>();
  let client: pg.Client | undefined;
  let isUp = false;
  let isClosed = false;
  let wait = FIRST_WAIT;
  let again: NodeJS.Timeout | undefined;
  let asking: NodeJS.Timeout | undefined;

  const lost = (from: pg.Client): void => {
    if (from !== client) return;
    client = undefined;
    isUp = false;
    clearInterval(asking);
    if (isClosed || listeners.size === 0) return;
    // Not all servers at the same moment.
    again = setTimeout(connect, wait * (0.5 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };

  const connect = (): void => {
    clearTimeout(again);
    if (isClosed || client !== undefined) return;
    const next = new pg.Client({
      connectionString: url,
      application_name: 'claimdesk listening',
      connectionTimeoutMillis: ANSWERS_WITHIN,
      query_timeout: ANSWERS_WITHIN,
      keepAlive: true,
    });
    client = next;
    const broken = (error: Error): void => {
      if (!isClosed && next === client) onError(error);
      next.connection.stream.destroy();
      lost(next);
    };
    next.on('error', broken);
    next.on('end', () => lost(next));
    next.on('notification', ({ channel, payload = '' }) => {
      for (const { told } of [...(listeners.get(channel) ?? [])]) told(payload);
    });
    const begin = async (): Promise<void> => {
      await next.connect();
      for (const channel of listeners.keys()) await next.query(`LISTEN ${next.escapeIdentifier(channel)}`);
      isUp = true;
      wait = FIRST_WAIT;
      asking = setInterval(() => next.query('SELECT 1').catch(broken), ASKED_EVERY);
      for (const listener of [...listeners.values()].flatMap((set) => [...set])) listener.missed();
    };
    begin().catch(broken);
  };

  return {
    listen: (channel, listener) => {
      const those = listeners.get(channel) ?? new Set();
      listeners.set(channel, those.add(listener));
      const current = client;
      if (current === undefined) connect();
      else if (isUp)
        current
          .query(`LISTEN ${current.escapeIdentifier(channel)}`)
          .then(listener.missed, (error: Error) => current.emit('error', error));
      return () => those.delete(listener);
    },
    isDeaf: () => listeners.size > 0 && !isUp,
    close: async () => {
      isClosed = true;
      clearTimeout(again);
      clearInterval(asking);
      const last = client;
      client = undefined;
      await last?.end().catch(() => {});
    },
  };
}
