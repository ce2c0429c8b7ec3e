/** The outbox in a browser: its database, its windows, its network. */
import { uuidv7 } from 'uuidv7';
import { GetMe } from '../server/contract/people.ts';
import { call, SIGNED_IN } from './api/http.ts';
import { type Entry, keepable, versionOfAnswer } from './controllers/outbox/entry.ts';
import { takeOverMarks } from './controllers/outbox/older-marks.ts';
import { Outbox, type World } from './controllers/outbox/outbox.ts';
import { type Became, storedWithFate } from './controllers/proof/left-versions.ts';
import { deeds, writes } from './database.ts';

/** Heard by the other windows of this browser. */
const CHANNEL = 'claimdesk.writes';
/** What is told there when somebody has signed in: what waited for that is tried in every window. */
const SOMEBODY_SIGNED_IN = 'signed-in';

/** The outbox of a person on this page. Call what is given back when the page is theirs no longer. */
export function openOutbox(person: string): { outbox: Outbox; close: () => void } {
  const channel = new BroadcastChannel(CHANNEL);
  const world: World = {
    stored: writes,
    send: async ({ endpoint: key, params, query, body }, idempotencyKey, onReplayed) => {
      const endpoint = keepable(key);
      if (endpoint === null) throw new Error(`${key} is not kept`);
      const sent = { params, query, idempotencyKey, person, onReplayed, ...(body === null ? {} : { body }) };
      return call(endpoint, { ...sent, waitsForNobody: true });
    },
    whoIsThis: async () => (await call(GetMe, { person: null, waitsForNobody: true })).id,
    // What is held is held for all windows: nothing in it waits for a person.
    alone: async (name, work) => {
      // Not there on a plain http address. The keys of writes make it safe that two windows send the same.
      if ('locks' in navigator) await navigator.locks.request(name, work);
      else await work();
    },
    tellOthers: () => channel.postMessage(null),
    later: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    now: () => new Date().toISOString(),
    newId: uuidv7,
  };
  const outbox = new Outbox(person, world);
  followDeeds(outbox);
  void takeOverMarks(localStorage, outbox, world.now());
  const tryNow = () => {
    if (outbox.kept.length > 0) void outbox.tryNow();
  };
  const onSignedIn = () => {
    channel.postMessage(SOMEBODY_SIGNED_IN);
    tryNow();
  };
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === SOMEBODY_SIGNED_IN) tryNow();
    else void outbox.readStored();
  };
  window.addEventListener('online', tryNow);
  window.addEventListener(SIGNED_IN, onSignedIn);
  return {
    outbox,
    close: () => {
      channel.close();
      window.removeEventListener('online', tryNow);
      window.removeEventListener(SIGNED_IN, onSignedIn);
    },
  };
}

/** What can be undone learns what became of its writes, on whatever page and in whatever window they are answered. */
function followDeeds(outbox: Outbox): void {
  const tell = (entry: Entry, what: Became) => {
    deeds
      .each(outbox.person, (stored) => storedWithFate(stored, entry, what))
      .catch(() => {
        // Then it is not offered when the page is loaded anew.
      });
  };
  // What was answered at once was never noted as waiting.
  outbox.onAnswer((entry, answer, isLate) => {
    if (isLate) tell(entry, versionOfAnswer(answer));
  });
  outbox.onFate(tell);
}
