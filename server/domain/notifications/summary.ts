/** When a person's summary of a day is due: at an hour where they are, also on days on which clocks are set. */

export interface SummarySettings {
  /** 0 to 23. */
  readonly summaryHour: number;
  /** Of the IANA time zone database. One that this machine does not know counts as UTC. */
  readonly timeZone: string;
}

export interface Due {
  /** What happened before this instant is told. */
  readonly at: Date;
  /** The day where the person is, as `2026-03-29`. */
  readonly day: string;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The last summary that was due at an instant, or before it. Whoever was down when it was due sends it later.
 *
 * An hour that a day does not have is the first instant after the gap; of one that it has twice, the first.
 */
export function lastDue(now: Date, { summaryHour, timeZone }: SummarySettings): Due {
  const wallOf = clock(timeZone);
  const today = Math.floor(wallOf(now.getTime()) / DAY_MS) * DAY_MS;
  for (const midnight of [today, today - DAY_MS, today - 2 * DAY_MS]) {
    const at = instantOf(midnight + summaryHour * HOUR_MS, wallOf);
    if (at <= now.getTime()) return { at: new Date(at), day: new Date(midnight).toISOString().slice(0, 10) };
  }
  throw new Error(`no summary was due in ${timeZone} before ${now.toISOString()}`);
}

/** What a clock on the wall shows at an instant, as if it hung in UTC. Milliseconds since 1970, both. */
type Wall = (instant: number) => number;

/**
 * The first instant at which the clock on the wall shows a time, or a later one. No clock is further from UTC than 14
 * hours, or is set by more than a day.
 */
function instantOf(wall: number, wallOf: Wall): number {
  const offsets = [wall - 2 * DAY_MS, wall, wall + 2 * DAY_MS].map((instant) => wallOf(instant) - instant);
  const exact = offsets.map((offset) => wall - offset).filter((instant) => wallOf(instant) === wall);
  if (exact.length > 0) return Math.min(...exact);
  // It falls into a gap, and there is one instant in this stretch at which the clock jumps over it.
  let [before, after] = [wall - Math.max(...offsets) - DAY_MS, wall - Math.min(...offsets) + DAY_MS];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallOf(middle) < wall) before = middle;
    else after = middle;
  }
  return after;
}

const clocks = new Map<string, Wall>();

function clock(timeZone: string): Wall {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const format = formatOf(timeZone);
  const made: Wall = (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
    const shown = Date.UTC(
      ...([part('year'), part('month') - 1, part('day')] as const),
      ...([part('hour'), part('minute'), part('second')] as const),
    );
    // Wall clocks show no milliseconds; those of the instant are the same everywhere.
    return shown + (((instant % 1000) + 1000) % 1000);
  };
  clocks.set(timeZone, made);
  return made;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric' as const;
  const shown = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  };
  const options = { ...shown, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' as const };
  try {
    return new Intl.DateTimeFormat('en', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  }
}
