/** Writes are put down before they are sent, and taken off when they are answered: nothing in between loses them. */
import { type ApiProblem, asProblem, BAD_ANSWER, OFFLINE, SOMEONE_ELSE } from '../../api/problem.ts';
import {
  type Answer,
  assertFit,
  Entry,
  isOnSight,
  type Operation,
  readAnswer,
  versionOfAnswer,
} from './entry.ts';
import * as line from './line.ts';
import { onPresent } from './on-present.ts';

/** What the outbox needs of the world. */
export interface World {
  readonly stored: {
    of: (person: string) => Promise<unknown[]>;
    has: (id: string) => Promise<boolean>;
    change: (put: readonly Entry[], gone: string | null) => Promise<void>;
  };
  /**
   * Send a write. Rejects with an ApiProblem.
   *
   * @param onReplayed called where the server had done it before: its answer is what is there by now
   */
  readonly send: (operation: Operation, idempotencyKey: string, onReplayed: () => void) => Promise<unknown>;
  /** Who is signed in, as the server sees it. */
  readonly whoIsThis: () => Promise<string>;
  /** Do something while no other window does what has this name. */
  readonly alone: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Tell other windows that something has changed in what is stored. */
  readonly tellOthers: () => void;
  /** Call after so many milliseconds; what it gives calls it off. */
  readonly later: (milliseconds: number, act: () => void) => () => void;
  /** Now, ISO 8601. */
  readonly now: () => string;
  readonly newId: () => string;
}

export interface Wanted {
  readonly articleId: string;
  readonly target: string;
  readonly thing: string;
  readonly operation: Operation;
  readonly label: string;
  readonly idempotencyKey?: string | undefined;
  readonly form?: Entry['form'];
  readonly begun?: Entry['begun'];
  readonly raises?: Entry['raises'];
  /** It stays in the line where the server refuses it; otherwise whoever made it is told, and sees to it there. */
  readonly stays?: boolean;
}

/** How a write went, as far as it is known when whoever made it can go on. */
export type Outcome = 'saved' | 'kept';

/** Milliseconds before the first try by itself; each is twice as long as the one before. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
/** Milliseconds after which a browser's database that says nothing counts as keeping nothing. */
const PATIENCE = 3_000;

/**
 * Takes in an answer. Whoever made the write goes on once that is done; `isLate` where nobody waits for it any more.
 * Never rejects.
 */
type Taker = (entry: Entry, answer: Answer, isLate: boolean) => void | Promise<void>;

/** What becomes of a write besides an answer: it was not done, or another one is sent in its place. */
export type Fate = 'dropped' | 'anew';

interface Hopes {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (problem: unknown) => void;
  readonly stays: boolean;
}

export class Outbox {
  private items: line.Line = [];
  private readonly hopes = new Map<string, Hopes>();
  private readonly listeners = new Set<() => void>();
  private readonly takers = new Set<Taker>();
  private readonly fates = new Set<(entry: Entry, fate: Fate) => void>();
  private readonly elsewhere = new Set<() => void>();
  private readonly isOpen: Promise<void>;
  /** Nobody was reached: what waits is not tried before the pause is over. */
  private callOff: (() => void) | null = null;
  private pause = FIRST_PAUSE;

  /** False where the browser does not keep what is written: it is lost when the page is closed. */
  lasts = true;
  /** How many kept writes this version of the page cannot read. They are left where they are. */
  unread = 0;
  /** Somebody else is signed in now: nothing is sent in their name. */
  isSomeoneElses = false;
  /** Nobody is signed in: what waits is sent once its person is. */
  isSignedOut = false;

  constructor(
    readonly person: string,
    private readonly world: World,
  ) {
    this.isOpen = this.readStored();
    void this.isOpen.then(() => this.pump());
  }

  /** All that nobody has answered, in the order in which it was done. */
  get waiting(): line.Line {
    return this.items;
  }

  /** What is known not to be saved yet. */
  get kept(): line.Line {
    return this.items.filter(({ kept }) => kept);
  }

  /** Call at every change; what it gives ends that. */
  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Call with every answer, whenever it comes; what it gives ends that. */
  onAnswer(take: Taker): () => void {
    this.takers.add(take);
    return () => void this.takers.delete(take);
  }

  /** Call when a write is refused, thrown away or put on what is there now; what it gives ends that. */
  onFate(listener: (entry: Entry, fate: Fate) => void): () => void {
    this.fates.add(listener);
    return () => void this.fates.delete(listener);
  }

  /** What was kept before the page was loaded is in the line, as far as this browser keeps it. */
  ready(): Promise<void> {
    return this.isOpen;
  }

  /** Call when another window has sent something of this line; what it gives ends that. */
  onElsewhere(listener: () => void): () => void {
    this.elsewhere.add(listener);
    return () => void this.elsewhere.delete(listener);
  }

  /**
   * Write something: put down, then sent.
   *
   * Resolves once it is saved or known to be kept. Rejects with an ApiProblem where the server refuses it: then it is
   * in the line no longer, unless it `stays`. What the contract does not allow is not kept at all.
   */
  async write(wanted: Wanted): Promise<Outcome> {
    assertFit(wanted.operation);
    await this.isOpen;
    const { form = null, begun = null, raises = null, stays = false, idempotencyKey, ...what } = wanted;
    const id = this.world.newId();
    const { person } = this;
    const entry: Entry = {
      ...what,
      id,
      person,
      idempotencyKey: idempotencyKey ?? id,
      follows: null,
      at: this.world.now(),
      begun,
      raises,
      put: null,
      groundless: false,
      form,
    };
    const outcome = new Promise<Outcome>((resolve, reject) => this.hopes.set(id, { resolve, reject, stays }));
    await this.become(line.added(this.items, entry));
    this.pump();
    return outcome;
  }

  /** Take in what was kept elsewhere, to be sent with the rest. True where the browser keeps it here from now on. */
  async takeOver(entries: readonly Entry[]): Promise<boolean> {
    await this.isOpen;
    const isStored = await this.become(line.joined(this.items, entries));
    this.pump();
    return isStored;
  }

  /** Try now what waits, that of other windows too. */
  async tryNow(): Promise<void> {
    this.callOff?.();
    this.callOff = null;
    await this.readStored();
    this.pump();
  }

  /** Send once more what was refused, after a look. */
  async again(id: string): Promise<void> {
    await this.become(line.again(this.items, id, this.world.newId()));
    await this.tryNow();
  }

  /** Throw away what was refused, or what was not sent yet. */
  async throwAway(id: string): Promise<void> {
    this.tellFate(this.entry(id), 'dropped');
    // What was decided on it in another window is known then.
    if (this.lasts) await this.readStored();
    await this.thrownAway(id);
    this.world.tellOthers();
    this.pump();
  }

  private async thrownAway(id: string): Promise<void> {
    await this.become(line.thrownAway(this.items, id), id);
    for (const { entry, refused } of this.items)
      if (entry.groundless) this.settle(entry.id, (hopes) => hopes.reject(refused));
  }

  /** Other windows may have sent, or left, something. */
  async readStored(): Promise<void> {
    try {
      const stored = await this.inTime(this.world.stored.of(this.person));
      const parsed = stored.map((one) => Entry.safeParse(one));
      this.unread = parsed.filter(({ success }) => !success).length;
      const entries = parsed.flatMap(({ data }) => (data === undefined ? [] : [data]));
      const ids = new Set(entries.map(({ id }) => id));
      // What waits and is stored no longer was answered in another window.
      const still = this.items.filter(
        ({ entry, state }) => !this.lasts || state === 'fresh' || state === 'sending' || ids.has(entry.id),
      );
      const isSent = still.length < this.items.length;
      this.items = line.joined(still, entries);
      this.changed();
      if (isSent) for (const listener of this.elsewhere) listener();
    } catch {
      this.lasts = false;
      this.changed();
    }
  }

  private pump(): void {
    for (const { entry, kept } of line.ready(this.items))
      if (!kept || this.callOff === null) void this.deliver(entry, kept);
  }

  private async deliver({ id }: Entry, wasKept: boolean): Promise<void> {
    this.items = line.sending(this.items, id);
    this.changed();
    try {
      await this.world.alone(`claimdesk.write.${id}`, () => this.sendOne(id, wasKept));
    } catch (thrown) {
      await this.failed(id, asProblem(thrown));
    }
    this.pump();
  }

  private async sendOne(id: string, wasKept: boolean): Promise<void> {
    const entry = this.entry(id);
    if (entry === null) return;
    if (wasKept) {
      if (this.lasts && !(await this.isStored(id))) return this.goneElsewhere(id);
      this.isSomeoneElses = (await this.world.whoIsThis()) !== this.person;
      this.isSignedOut = false;
      if (this.isSomeoneElses) return this.rest(id);
      // What it was decided on may have been thrown away in another window.
      if (this.lasts && isOnSight(entry)) await this.readStored();
      if (this.entry(id)?.groundless !== false) return;
    }
    let isReplayed = false;
    const sent = await this.world.send(entry.operation, entry.idempotencyKey, () => {
      isReplayed = true;
    });
    const answer = readAnswer(entry.operation.endpoint, sent);
    this.pause = FIRST_PAUSE;
    this.isSignedOut = false;
    // Off the line and taken in within one turn: what is shown is never without both.
    const stored = this.become(line.answered(this.items, id, versionOfAnswer(answer), isReplayed), id);
    const isLate = !this.hopes.has(id);
    const taken = [...this.takers].map((take) => take(entry, answer, isLate));
    await stored;
    await Promise.all(taken);
    this.settle(id, (hopes) => hopes.resolve('saved'));
    if (wasKept) this.world.tellOthers();
  }

  private async failed(id: string, problem: ApiProblem): Promise<void> {
    this.isSignedOut = problem.code === 'NOT_SIGNED_IN';
    if (problem.code === SOMEONE_ELSE) this.isSomeoneElses = true;
    if (isSilence(problem)) return this.rest(id);
    const hopes = this.hopes.get(id);
    const entry = this.entry(id);
    // Whoever still waits for the answer sees to it; what was kept is put on what is there now.
    const now = hopes === undefined && entry !== null ? onPresent(entry, problem) : null;
    this.tellFate(entry, now === null ? 'dropped' : 'anew');
    if (now !== null) {
      await this.become(line.anew(this.items, id, now, this.world.newId()));
    } else if (hopes !== undefined && !hopes.stays) {
      await this.thrownAway(id);
    } else {
      await this.become(line.refused(this.items, id, problem));
    }
    this.settle(id, (one) => one.reject(problem));
  }

  /** It waits, with all that was done after it in its story, until there is reason to try again. */
  private rest(id: string): void {
    this.items = line.unreached(this.items, id);
    this.callOff ??= this.world.later(this.pause, () => void this.tryNow());
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    this.changed();
  }

  private goneElsewhere(id: string): void {
    this.items = this.items.filter(({ entry }) => entry.id !== id);
    this.settle(id, (hopes) => hopes.resolve('saved'));
    for (const listener of this.elsewhere) listener();
    void this.readStored();
  }

  /** Take a new state: stored before it is shown. False where the browser did not store it. */
  private async become(after: line.Line, gone: string | null = null): Promise<boolean> {
    const before = this.items;
    this.items = after;
    const put = line.rewritten(before, after);
    let isStored = true;
    try {
      if (put.length > 0 || gone !== null) await this.inTime(this.world.stored.change(put, gone));
    } catch {
      isStored = false;
      this.lasts = false;
    }
    this.changed();
    return isStored;
  }

  /** Whether it waits still, as far as the database tells: its key makes it safe to send it twice. */
  private async isStored(id: string): Promise<boolean> {
    try {
      return await this.inTime(this.world.stored.has(id));
    } catch {
      this.lasts = false;
      return true;
    }
  }

  /** What the database answers. Rejects where it says nothing: nobody who writes waits for that, and not twice. */
  private inTime<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const callOff = this.world.later(this.isSilent ? 0 : PATIENCE, () => {
        this.isSilent = true;
        reject(new Error('The database says nothing'));
      });
      const end = () => {
        callOff();
        if (!this.isSilent) return;
        this.isSilent = false;
        // What was kept before is known only now.
        void this.tryNow();
      };
      work.then(end, end);
      work.then(resolve, reject);
    });
  }
  private isSilent = false;

  private entry(id: string): Entry | null {
    return this.items.find(({ entry }) => entry.id === id)?.entry ?? null;
  }

  private tellFate(entry: Entry | null, fate: Fate): void {
    if (entry !== null) for (const listener of this.fates) listener(entry, fate);
  }

  private settle(id: string, how: (hopes: Hopes) => void): void {
    const hopes = this.hopes.get(id);
    this.hopes.delete(id);
    if (hopes !== undefined) how(hopes);
  }

  private changed(): void {
    // Whoever made what waits need not wait for it.
    for (const { entry, kept, state } of this.items)
      if (kept && state !== 'refused') this.settle(entry.id, (hopes) => hopes.resolve('kept'));
    for (const listener of this.listeners) listener();
  }
}

/** No answer, or none of the server's own: what was sent may have arrived, and is sent again. */
const isSilence = ({ code, status }: ApiProblem): boolean =>
  code === OFFLINE || code === BAD_ANSWER || status >= 500 || status === 429 || status === 401;
