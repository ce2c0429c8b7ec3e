/** All claims as CSV and as JSON Lines, as they stream out. */
import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BYTE_ORDER_MARK, spreadsheetSafe } from '../../../server/domain/exchange/csv.ts';
import { copyStatement } from '../../../server/features/exports/exports.queries.ts';
import type { Served } from '../../support/served.ts';
import type { Bench, Works } from '../bench.ts';
import { median } from '../load.ts';
import { forgetPeak, peakMemory } from '../processes.ts';
import type { Row } from '../report.ts';

/** What is measured, and what of Claimdesk's own the bytes of its COPY still have to go through. */
const FORMATS = { csv: 'CSV', jsonl: 'JSON Lines' } as const;
type Format = keyof typeof FORMATS;

const pathOf = (format: Format) => `/api/exports/claims?format=${format}&status=all`;
/** Rows that come one after the other at least, to see whether memory grows with them. */
const LONG = 1_000_000;
const STALL_MS = 3_000;

/** What one export was. */
interface Taken {
  readonly bytes: number;
  /** Milliseconds from the request to the last byte. */
  readonly ms: number;
}

export const exportClaims: Works = async (bench) => [
  await exportAs(bench, 'csv'),
  await exportAs(bench, 'jsonl'),
];

async function exportAs(bench: Bench, format: Format): Promise<Row> {
  const { ours, pace, reader } = bench;
  const sql = copyStatement(reader, format, { status: 'all' });
  const rows = await requireSameFile(bench, format, sql);
  await forgetPeak(ours.process.pid);
  const before = await peakMemory(ours.process.pid);
  const turns: { ours: Taken; limit: Taken }[] = [];
  for (let turn = 0; turn < (rows < LONG ? Math.max(3, pace.rounds) : 3); turn += 1) {
    const first = await readExport(bench, format);
    turns.push({ ours: first, limit: await readCopy(bench, sql) });
    // A file of a million takes minutes: whoever ends the run by then has seen something.
    console.log(
      `  ${FORMATS[format]}, turn ${turn + 1}: ${turns.at(-1)?.ours.ms.toFixed(0)} ms beside ${turns.at(-1)?.limit.ms.toFixed(0)} ms`,
    );
  }
  const one = await peakMemory(ours.process.pid);
  const inARow = Math.min(10, Math.ceil(LONG / rows));
  // One that is as long by itself has been seen above.
  const long =
    inARow === 1
      ? one
      : await peakWhile(ours, async () => {
          for (let number = 0; number < inARow; number += 1) await readExport(bench, format);
        });
  const stalled = await peakWhile(ours, () => readExport(bench, format, { stallMs: STALL_MS }));
  const perSecond = ({ ms }: Taken) => rows / (ms / 1000);
  const [own, limits] = [turns.map((turn) => turn.ours), turns.map((turn) => turn.limit)];
  const slowest = (taken: readonly Taken[]) => Math.max(...taken.map(({ ms }) => ms));
  const bytes = own[0]?.bytes ?? 0;
  return {
    work: `export of ${rows.toLocaleString('en')} claims as ${FORMATS[format]}`,
    unit: 'rows/s',
    reach: 0.8,
    figures: {
      ours: median(own.map(perSecond)),
      limit: median(limits.map(perSecond)),
      ratio: median(turns.map((turn) => perSecond(turn.ours) / perSecond(turn.limit))),
      p50: median(own.map(({ ms }) => ms)),
      p99: slowest(own),
      limitP50: median(limits.map(({ ms }) => ms)),
      limitP99: slowest(limits),
      peak: one,
    },
    notes: [
      `${megabytes(bytes)} a file, the same bytes from both${format === 'csv' ? " once the limit's went through the same spreadsheet guard" : ''}; times are of whole files, p99 is the slowest`,
      `the server held ${megabytes(before)} before; peak memory over single exports ${megabytes(one)}, over ${inARow} in a row (${(inARow * rows).toLocaleString('en')} rows) ${megabytes(long)}, with a reader that stops for ${STALL_MS / 1000} s in the midst ${megabytes(stalled)}`,
    ],
  };
}

const megabytes = (bytes: number | null) =>
  bytes === null ? 'not known' : `${Math.round(bytes / 1024 / 1024)} MB`;

async function peakWhile(server: Served, work: () => Promise<unknown>): Promise<number | null> {
  await forgetPeak(server.process.pid);
  await work();
  return peakMemory(server.process.pid);
}

/** JSON goes out as PostgreSQL writes it. */
const UNGUARDED: ReturnType<typeof spreadsheetSafe> = {
  push: (piece) => piece,
  end: () => new Uint8Array(0),
};

/** @returns the number of rows in the file */
async function requireSameFile(bench: Bench, format: Format, sql: string): Promise<number> {
  const ours = createHash('sha256');
  await readExport(bench, format, { hash: ours });
  const limit = createHash('sha256');
  const guard = format === 'csv' ? spreadsheetSafe() : UNGUARDED;
  if (format === 'csv') limit.update(BYTE_ORDER_MARK);
  const { rows } = await readCopy(bench, sql, (piece) => limit.update(guard.push(piece)));
  limit.update(guard.end());
  if (ours.digest('hex') !== limit.digest('hex'))
    throw new Error('the export and its COPY do not give the same bytes');
  return rows;
}

async function readExport(
  { ours, reader }: Bench,
  format: Format,
  { hash, stallMs = 0 }: { hash?: Hash; stallMs?: number } = {},
): Promise<Taken> {
  const begun = performance.now();
  const headers = { Cookie: reader.cookie };
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get(`${ours.url}${pathOf(format)}`, { headers, agent: false }, resolve).once('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`the export was answered with ${response.statusCode}`);
  let bytes = 0;
  for await (const piece of response) {
    if (bytes === 0 && stallMs > 0) await new Promise((resolve) => setTimeout(resolve, stallMs));
    bytes += piece.length;
    hash?.update(piece);
  }
  return { bytes, ms: performance.now() - begun };
}

/** COPY as pg-copy-streams hands it on, its bytes counted and let go. */
async function readCopy(
  { pool }: Bench,
  sql: string,
  take: (piece: Buffer) => void = () => {},
): Promise<Taken & { rows: number }> {
  const client: pg.PoolClient = await pool.connect();
  try {
    const begun = performance.now();
    const rows = client.query(copyTo(sql));
    let bytes = 0;
    rows.on('data', (piece: Buffer) => {
      bytes += piece.length;
      take(piece);
    });
    await once(rows, 'end');
    return { bytes, ms: performance.now() - begun, rows: rows.rowCount };
  } finally {
    client.release();
  }
}
