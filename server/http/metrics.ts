/** What a monitor is told, where one has a token: without, nothing is counted, and what counts is not even loaded. */
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { Refusal } from '../contract/problem.ts';
import type { Database } from '../database/client.ts';

export interface Metrics {
  /** Comes first: tells how long each request takes, by its route's pattern. */
  readonly watch: RequestHandler;
  /** Answers a monitor that has the token. */
  readonly answer: RequestHandler;
}

/** What is read when a monitor asks. */
export interface Sources {
  readonly db: Database;
  readonly log: Logger;
  readonly streams: () => number;
}

const NOTHING: Metrics = {
  watch: (_req, _res, next) => next(),
  answer: () => {
    throw new Refusal('NOT_FOUND');
  },
};

/** @param metricsToken what a monitor has to send; null where nothing is told */
export function metrics({
  metricsToken,
  ...sources
}: Sources & { readonly metricsToken: string | null }): Metrics {
  if (metricsToken === null) return NOTHING;
  const loaded = import('./measured.ts').then(({ measured }) => measured(sources, metricsToken));
  return {
    watch: async (req, res, next) => (await loaded).watch(req, res, next),
    answer: async (req, res, next) => (await loaded).answer(req, res, next),
  };
}
