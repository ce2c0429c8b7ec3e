/**
 * Something that runs beside Claimdesk, and that nobody else looks after: where it ends by itself it is started again, at once
 * and then at growing distances, until it is up or is to be stopped. They grow on where it ends again soon after a start.
 */
import { setTimeout as sleep } from 'node:timers/promises';

export interface KeptUp {
  /** Look no more. Done once nothing is being started any more. */
  stop(): Promise<void>;
}

/** Told to whoever keeps a log. */
export interface Tells {
  gone(): void;
  /** It could not be started; it is tried again. */
  failed(error: unknown): void;
  /** It answers again. */
  back(): void;
}

export interface Watched {
  isUp(): Promise<boolean>;
  /** Once it is up. */
  start(): Promise<void>;
  /** @throws while it does not answer what it is asked */
  ask(): Promise<void>;
}

/** What time is, for whoever tries this without waiting. Milliseconds. */
export interface Clock {
  now(): number;
  /** Also done, before its time, once it is broken off. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** Milliseconds between two looks. */
const LOOKS_EVERY = 250;
/** Milliseconds between two tries, which double. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 30_000;
/** Milliseconds that it has to have been up: what ended sooner is started again as late as if it had not started. */
const STEADY = 60_000;

const CLOCK: Clock = {
  now: () => performance.now(),
  wait: (ms, signal) => sleep(ms, undefined, { signal, ref: false }).catch(() => {}),
};

/** @param watched is up */
export function keepUp(watched: Watched, tells: Tells, clock = CLOCK): KeptUp {
  const stopping = new AbortController();
  const { signal } = stopping;
  /** Before the next try. */
  let pause = 0;
  let upSince = clock.now();

  const tryOnce = async (): Promise<boolean> => {
    try {
      // A start that was given up on may have come to its end since.
      if (!(await watched.isUp())) await watched.start();
      await watched.ask();
      return true;
    } catch (error) {
      // Whoever stops it breaks a start off.
      if (!signal.aborted) tells.failed(error);
      return false;
    }
  };
  const bringBack = async (): Promise<void> => {
    if (clock.now() - upSince >= STEADY) pause = 0;
    while (!signal.aborted) {
      if (pause > 0) await clock.wait(pause * (0.5 + Math.random() / 2), signal);
      pause = Math.min(Math.max(pause * 2, FIRST_WAIT), LONGEST_WAIT);
      if (signal.aborted || !(await tryOnce())) continue;
      upSince = clock.now();
      return tells.back();
    }
  };
  const watch = async (): Promise<void> => {
    for (; !signal.aborted; await clock.wait(LOOKS_EVERY, signal)) {
      if ((await watched.isUp()) || signal.aborted) continue;
      tells.gone();
      await bringBack();
    }
  };
  const watching = watch();

  return {
    stop: () => {
      stopping.abort();
      return watching;
    },
  };
}
