/** All claims as CSV, as they stream out. */
import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BYTE_ORDER_MARK, spreadsheetSafe } from '../../../server/domain/exchange/csv.ts';
import { copyStatement } from '../../../server/features/exports/exports.queries.ts';
import type { Bench, Work } from '../bench.ts';
import { median } from '../load.ts';
import { forgetPeak, peakMemory, type Served } from '../processes.ts';

const PATH = '/api/exports/claims?format=csv&status=all';
const IN_A_ROW = 10;
const STALL_MS = 3_000;

/** What one export was. */
interface Taken {
  readonly bytes: number;
  /** Milliseconds from the request to the last byte. */
  readonly ms: number;
}

export const exportCsv: Work = async (bench) => {
  const { ours, pace, reader } = bench;
  const sql = copyStatement(reader, 'csv', { status: 'all' });
  const rows = await requireSameFile(bench, sql);
  await forgetPeak(ours.process.pid);
  const turns: { ours: Taken; limit: Taken }[] = [];
  for (let turn = 0; turn < Math.max(3, pace.rounds); turn += 1) {
    const first = await readExport(bench);
    turns.push({ ours: first, limit: await readCopy(bench, sql) });
  }
  const one = await peakMemory(ours.process.pid);
  const long = await peakWhile(ours, async () => {
    for (let number = 0; number < IN_A_ROW; number += 1) await readExport(bench);
  });
  const stalled = await peakWhile(ours, () => readExport(bench, { stallMs: STALL_MS }));
  const perSecond = ({ ms }: Taken) => rows / (ms / 1000);
  const [own, limits] = [turns.map((turn) => turn.ours), turns.map((turn) => turn.limit)];
  const slowest = (taken: readonly Taken[]) => Math.max(...taken.map(({ ms }) => ms));
  const bytes = own[0]?.bytes ?? 0;
  return {
    work: `export of ${rows.toLocaleString('en')} claims as CSV`,
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
      `${megabytes(bytes)} a file, the same bytes from both once the limit's went through the same spreadsheet guard; times are of whole files, p99 is the slowest`,
      `peak memory of the server over single exports ${megabytes(one)}, over ${IN_A_ROW} in a row (${(IN_A_ROW * rows).toLocaleString('en')} rows) ${megabytes(long)}, with a reader that stops for ${STALL_MS / 1000} s in the midst ${megabytes(stalled)}`,
    ],
  };
};

const megabytes = (bytes: number | null) =>
  bytes === null ? 'not known' : `${Math.round(bytes / 1024 / 1024)} MB`;

async function peakWhile(server: Served, work: () => Promise<unknown>): Promise<number | null> {
  await forgetPeak(server.process.pid);
  await work();
  return peakMemory(server.process.pid);
}

/** @returns the number of rows in the file */
async function requireSameFile(bench: Bench, sql: string): Promise<number> {
  const ours = createHash('sha256');
  await readExport(bench, { hash: ours });
  const limit = createHash('sha256').update(BYTE_ORDER_MARK);
  const safe = spreadsheetSafe();
  const { rows } = await readCopy(bench, sql, (piece) => limit.update(safe.push(piece)));
  limit.update(safe.end());
  if (ours.digest('hex') !== limit.digest('hex'))
    throw new Error('the export and its COPY do not give the same bytes');
  return rows;
}

async function readExport(
  { ours, reader }: Bench,
  { hash, stallMs = 0 }: { hash?: Hash; stallMs?: number } = {},
): Promise<Taken> {
  const begun = performance.now();
  const headers = { Cookie: reader.cookie };
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get(`${ours.url}${PATH}`, { headers, agent: false }, resolve).once('error', reject);
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
