/**
 * What time it is by the database's clock: the one that servers on one database have in common. What one of them writes
 * down as due, leased or at an end is compared by all.
 *
 * Between two looks, time goes on by this machine's steady clock, which nobody sets: never by its calendar.
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
}

/** Milliseconds between two looks: a machine that was asleep, or a database that is now another one, is found out by then. */
const LOOKS_EVERY = 20_000;
/** Questions at a look: the one that was answered soonest is nearest to what it says. */
const QUESTIONS = 3;

/** Milliseconds since 1970, when the steady clock read so much. */
interface Look {
  readonly time: number;
  readonly steady: number;
}

async function look({ ask, steady }: TimeSource): Promise<Look> {
  let best: (Look & { readonly took: number }) | undefined;
  for (let question = 0; question < QUESTIONS; question += 1) {
    const before = steady();
    const time = await ask();
    const after = steady();
    const took = after - before;
    // Told on the way, so it belongs in the middle.
    if (best === undefined || took < best.took) best = { time, steady: before + took / 2, took };
  }
  if (best === undefined) throw new Error('nobody was asked');
  return best;
}

/**
 * Look once, and then every so often. While the database does not answer, time goes on from the last look.
 *
 * @throws what `ask` does the first time
 */
export async function openClock(source: TimeSource): Promise<DatabaseClock> {
  let known = await look(source);
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    look(source)
      .then(
        (found) => {
          known = found;
        },
        () => {
          // The requests that need the database tell of it.
        },
      )
      .finally(() => {
        looking = false;
      });
  }, LOOKS_EVERY);
  timer.unref();
  return {
    now: () => new Date(known.time + source.steady() - known.steady),
    stop: () => clearInterval(timer),
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
});
