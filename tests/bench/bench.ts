/** What every work of the bench is handed. */
import type pg from 'pg';
import type { Served } from '../support/served.ts';
import type { CpuMeter } from './cpu.ts';
import type { Filled } from './fill/fill.ts';
import type { Pace } from './load.ts';
import type { Row } from './report.ts';
import type { Recorder } from './statements.ts';

export interface Bench {
  readonly ours: Served;
  readonly limit: Served;
  readonly databaseUrl: string;
  /** For looking at the database from here. */
  readonly pool: pg.Pool;
  readonly recorder: Recorder;
  readonly filled: Filled;
  readonly reader: Reader;
  readonly pace: Pace;
  readonly cpu: CpuMeter;
}

/** Who is signed in. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'viewer' | 'editor' | 'reviewer' | 'admin';
  /** As a request's `Cookie`. */
  readonly cookie: string;
}

export type Work = (bench: Bench) => Promise<Row>;
/** One that gives several rows. */
export type Works = (bench: Bench) => Promise<readonly Row[]>;
