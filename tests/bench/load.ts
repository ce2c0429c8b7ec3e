/** Requests without a pause over 16 connections, ours and the limit's in turn. */
import autocannon, { type LoadRequest } from 'autocannon';
import type { Served } from '../support/served.ts';
import type { Cpu, CpuMeter } from './cpu.ts';
import { forgetPeak, peakMemory } from './processes.ts';
import type { Figures } from './report.ts';

export const CONNECTIONS = 16;

/** How long is measured. */
export interface Pace {
  readonly rounds: number;
  /** Seconds of each round. */
  readonly seconds: number;
}

/** One of the two that are compared. */
export interface Side {
  readonly server: Served;
  readonly headers?: Record<string, string>;
  readonly requests: LoadRequest[];
}

interface Round {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  /** Milliseconds. */
  readonly p99: number;
  /** Of one request; null where it could not be read. */
  readonly cpu: Cpu | null;
}

/** The bench's pace, and how it reads processor time. */
interface Means {
  readonly pace: Pace;
  readonly cpu: CpuMeter;
}

/**
 * Measure both sides in turns, so that what else the machine does falls on both.
 *
 * Figures are medians over the rounds; the ratio is the median of each round's own.
 */
export async function compare(ours: Side, limit: Side, { pace, cpu }: Means): Promise<Figures> {
  for (const side of [ours, limit]) await round(side, Math.min(2, pace.seconds), cpu);
  await forgetPeak(ours.server.process.pid);
  const rounds: { ours: Round; limit: Round }[] = [];
  for (let number = 0; number < pace.rounds; number += 1) {
    const first = await round(ours, pace.seconds, cpu);
    rounds.push({ ours: first, limit: await round(limit, pace.seconds, cpu) });
  }
  return {
    ours: median(rounds.map((r) => r.ours.perSecond)),
    limit: median(rounds.map((r) => r.limit.perSecond)),
    ratio: median(rounds.map((r) => r.ours.perSecond / r.limit.perSecond)),
    p50: median(rounds.map((r) => r.ours.p50)),
    p99: median(rounds.map((r) => r.ours.p99)),
    limitP50: median(rounds.map((r) => r.limit.p50)),
    limitP99: median(rounds.map((r) => r.limit.p99)),
    cpu: medianCpu(rounds.map((r) => r.ours.cpu)),
    limitCpu: medianCpu(rounds.map((r) => r.limit.cpu)),
    peak: await peakMemory(ours.server.process.pid),
  };
}

async function round(
  { server, headers = {}, requests }: Side,
  seconds: number,
  cpu: CpuMeter,
): Promise<Round> {
  const spent = await cpu(server.process.pid);
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration: seconds,
    headers,
    requests,
  });
  const all = await spent();
  const wrong = result.errors + result.timeouts + result.non2xx;
  if (wrong > 0) throw new Error(`${wrong} of ${result.requests.total} requests to ${server.url} failed`);
  const { p50, p99 } = result.latency;
  const { total } = result.requests;
  const one = all && { server: all.server / total, database: all.database / total, load: all.load / total };
  return { perSecond: total / result.duration, p50, p99, cpu: one };
}

function medianCpu(all: readonly (Cpu | null)[]): Cpu | null {
  const known = all.filter((cpu) => cpu !== null);
  if (known.length === 0) return null;
  const of = (part: keyof Cpu) => median(known.map((cpu) => cpu[part]));
  return { server: of('server'), database: of('database'), load: of('load') };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
