/** The table of figures, and the machine they were measured on. */
import { machineWords, table } from '../support/figures-table.ts';
import type { Cpu } from './cpu.ts';

export interface Figures {
  /** Requests, rows or times, in the work's unit. */
  readonly ours: number;
  readonly limit: number;
  readonly ratio: number;
  /** Milliseconds, of ours. */
  readonly p50: number;
  /** Milliseconds, of ours. */
  readonly p99: number;
  readonly limitP50: number;
  readonly limitP99: number;
  /** Bytes, of our server's process (of the page's, in the browser); null where it could not be read. */
  readonly peak: number | null;
  /** Of one request, where requests were sent; null where it could not be read. */
  readonly cpu?: Cpu | null;
  readonly limitCpu?: Cpu | null;
}

export interface Row {
  readonly work: string;
  readonly unit: 'requests/s' | 'rows/s' | 'suggestions/s' | 'ms';
  /** The ratio to reach: at least for rates, at most for times. Where it is `bound`, the most milliseconds of ours. */
  readonly reach: number;
  readonly bound?: true;
  readonly figures: Figures;
  /** What else was seen, a sentence each. */
  readonly notes: readonly string[];
}

export interface Scale {
  readonly stories: number;
  readonly claims: number;
  readonly postgres: string;
  readonly rounds: number;
  readonly seconds: number;
  /** Of the machine in the minute before the run. */
  readonly load: number;
}

const reached = ({ unit, reach, bound, figures }: Row) => {
  if (bound) return figures.ours <= reach;
  return unit === 'ms' ? figures.ratio <= reach : figures.ratio >= reach;
};

const reachOf = ({ unit, reach, bound }: Row) => {
  if (bound) return `≤ ${number(reach)} ms`;
  return unit === 'ms' ? `≤ ${reach}` : `≥ ${reach}`;
};

const HEAD = [
  'work',
  'unit',
  'ours',
  'limit',
  'ratio',
  'reach',
  'reached',
  'p50 ms',
  'p99 ms',
  'limit p50',
  'limit p99',
  'peak memory',
];
/** Of the columns, those that hold words. */
const WORDS = 2;

/** The report as Markdown, its table aligned so that it reads in a terminal too. */
export function report(rows: readonly Row[], scale: Scale): string {
  const cells = rows.map((row) => {
    const { figures: f, unit } = row;
    return [
      row.work,
      unit,
      number(f.ours),
      number(f.limit),
      f.ratio.toFixed(2),
      reachOf(row),
      reached(row) ? 'yes' : 'no',
      ...[f.p50, f.p99, f.limitP50, f.limitP99].map(number),
      f.peak === null ? 'not known' : `${Math.round(f.peak / 1024 / 1024)} MB`,
    ];
  });
  const notes = rows.flatMap(({ work, notes, figures }) =>
    [...notes, ...cost(figures)].map((note) => `- ${work}: ${note}`),
  );
  return [
    '# Figures of `npm run bench`',
    '',
    `${scale.claims.toLocaleString('en')} claims in ${scale.stories.toLocaleString('en')} stories, 16 connections, signed in. Medians of ${scale.rounds} rounds of ${scale.seconds} s, ours and the limit in turn; the ratio is the median of each round's own.`,
    '',
    ...table([HEAD, ...cells], WORDS),
    '',
    ...notes,
    ...(notes.length > 0 ? [''] : []),
    machine(scale),
    '',
  ].join('\n');
}

/**
 * A report of the whole bench, with the rows and notes of a later run of parts of it in their place, or at the end.
 *
 * What the machine was at that run is told beside the parts' names.
 */
export function withParts(whole: string, parts: string, names: readonly string[]): string {
  const [before, after] = [readReport(whole), readReport(parts)];
  const measured = new Set(after.rows.map(workOf));
  const isNamed = (note: string) => [...measured].some((work) => note.startsWith(`- ${work}: `));
  const rows = before.rows.map((row) => after.rows.find((later) => workOf(later) === workOf(row)) ?? row);
  const more = after.rows.filter((row) => !before.rows.some((known) => workOf(known) === workOf(row)));
  const own = `${names.join(', ')}: measured in a run of its own. ${after.machine}`;
  const others = before.others.filter((line) => !line.startsWith(`${names.join(', ')}: `));
  return [
    ...before.head,
    ...table([HEAD, ...rows, ...more], WORDS),
    '',
    ...before.notes.filter((note) => !isNamed(note)),
    ...after.notes,
    '',
    before.machine,
    ...[...others, own].flatMap((line) => ['', line]),
    '',
  ].join('\n');
}

interface Read {
  /** Up to the table. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  readonly machine: string;
  /** Of runs of parts. */
  readonly others: readonly string[];
}

const workOf = (row: readonly string[]): string => row[0] ?? '';

function readReport(text: string): Read {
  const lines = text.trimEnd().split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const rows = lines.filter((line) => line.startsWith('| ')).map((line) => line.slice(1, -1).split('|'));
  const [, ...body] = rows.map((row) => row.map((cell) => cell.trim()));
  const last = lines.findLastIndex((line) => line.startsWith('| ') || line.startsWith('- '));
  const [machine = '', ...others] = lines.slice(last + 1).filter((line) => line !== '');
  return {
    head: lines.slice(0, first),
    rows: body,
    notes: lines.filter((line) => line.startsWith('- ')),
    machine,
    others,
  };
}

const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });

function cost({ cpu, limitCpu }: Figures): string[] {
  if (!cpu || !limitCpu) return [];
  const all = ({ server, database, load }: Cpu) => server + database + load;
  const parts = ({ server, database, load }: Cpu) =>
    `${server.toFixed(2)} ms in the server, ${database.toFixed(2)} in PostgreSQL and ${load.toFixed(2)} in what sends it`;
  return [
    `a request takes ${parts(cpu)} of processor time, the limit's ${parts(limitCpu)}: ${(all(limitCpu) / all(cpu)).toFixed(2)} of it`,
  ];
}

function machine({ postgres, load }: Scale): string {
  return `Measured on ${machineWords(postgres)}. Load of the machine before the run: ${load.toFixed(2)}.`;
}
