/**
 * What time it is by the database's clock: the one that servers on one database have in common. What one of them writes
 * down as due, leased or at an end is compared by all.
 *
 * Between two looks, time goes on by this machine's steady clock, which nobody sets: never by its calendar. The steady clock
 * may stand still while the machine is asleep, and the calendar does not: where they go apart, the database is asked anew.
 */

export interface DatabaseClock {
  readonly now: () => Date;
  /** Look no more; it goes on from what is known. */
  stop(): void;
}

/** Where time comes from. Milliseconds. */
export interface TimeSource {
  /** Since 1970, by the database. */
  ask(): Promise<number>;
  /** Since any moment, by a clock that is never set. */
  steady(): number;
  /** Since 1970, by this machine: tells only whether the steady one stood still. */
  calendar(): number;
}

/** Milliseconds between two looks: a database that is now another one is found out by then. */
const LOOKS_EVERY = 20_000;
/** Milliseconds between two comparisons of this machine's clocks, and by how much they may have gone apart since a look. */
const COMPARES_EVERY = 1_000;
const APART = 2_000;
/** Milliseconds that an answer may take for what it says to be taken over what a sooner one said. */
const SLOW = 500;
/** Questions at a look: the one that was answered soonest is nearest to what it says. */
const QUESTIONS = 3;

/** Milliseconds since 1970, when the steady clock read so much. */
interface Look {
  readonly time: number;
  readonly steady: number;
  /** How long the answer took: half of it is by how much it may be wrong. */
  readonly took: number;
  /** The calendar less the steady clock, before it was asked. */
  readonly ahead: number;
}

async function look({ ask, steady, calendar }: TimeSource): Promise<Look> {
  let best: Look | undefined;
  for (let question = 0; question < QUESTIONS; question += 1) {
    const before = steady();
    const ahead = calendar() - before;
    const time = await ask();
    const after = steady();
    const took = after - before;
    // Told on the way, so it belongs in the middle.
    if (best === undefined || took < best.took) best = { time, steady: before + took / 2, took, ahead };
  }
  if (best === undefined) throw new Error('nobody was asked');
  return best;
}

const timeAt = ({ time, steady }: Look, now: number): number => time + now - steady;

/** Whether a slow answer says nothing that what is known leaves out: then what is known is nearer. */
const isNoBetter = (found: Look, known: Look): boolean =>
  found.took > SLOW &&
  known.took <= SLOW &&
  Math.abs(found.time - timeAt(known, found.steady)) <= (found.took + known.took) / 2;

/**
 * Look once, and then every so often. While the database does not answer, time goes on from the last look.
 *
 * @throws what `ask` does the first time
 */
export async function openClock(source: TimeSource): Promise<DatabaseClock> {
  let known = await look(source);
  let looking = false;
  const lookAgain = () => {
    if (looking) return;
    looking = true;
    look(source)
      .then(
        (found) => {
          // The clocks are compared with the newer look either way.
          known = isNoBetter(found, known) ? { ...known, ahead: found.ahead } : found;
        },
        () => {
          // The requests that need the database tell of it.
        },
      )
      .finally(() => {
        looking = false;
      });
  };
  const compare = () => {
    const ahead = source.calendar() - source.steady();
    if (Math.abs(ahead - known.ahead) > APART) lookAgain();
  };
  const timers = [setInterval(lookAgain, LOOKS_EVERY), setInterval(compare, COMPARES_EVERY)];
  for (const timer of timers) timer.unref();
  return {
    now: () => new Date(timeAt(known, source.steady())),
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

/** The time that a database tells, and this process's steady clock. */
export const timeOf = (pool: { query(text: string): Promise<{ rows: { at?: unknown }[] }> }): TimeSource => ({
  ask: async () => {
    const { rows } = await pool.query('SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at');
    const at = rows[0]?.at;
    if (typeof at !== 'number') throw new Error('the database told no time');
    return at;
  },
  steady: () => performance.now(),
  calendar: () => Date.now(),
});
