/** `claimdesk export`: a list of the desk as a file, streamed. */
import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ExportCorrections } from '../contract/corrections.ts';
import type { QueryInput } from '../contract/endpoint.ts';
import { ExportClaims, GetExportManifest } from '../contract/exports.ts';
import { GetProof } from '../contract/sign-off.ts';
import { ExportStory } from '../contract/stories.ts';
import { away, type Desk } from './desk.ts';
import { fileWords, NotDone, Stopped, systemCode } from './failures.ts';
import { NO_ROWS, rowCounter } from './rows.ts';
import type { Terminal } from './terminal.ts';

export type List =
  | { readonly kind: 'claims'; readonly query: QueryInput<typeof ExportClaims> }
  | { readonly kind: 'corrections'; readonly query: QueryInput<typeof ExportCorrections> }
  | { readonly kind: 'story'; readonly articleId: string; readonly query: QueryInput<typeof ExportStory> }
  | { readonly kind: 'proof'; readonly articleId: string; readonly query: QueryInput<typeof GetProof> };

/** What passed. */
interface Passed {
  bytes: number;
  readonly rows: number | null;
  readonly sha256: string;
}

/**
 * Write a list to standard output, or to a file that is there whole or not at all.
 *
 * @param to.manifest write the file's manifest beside it as well
 * @throws NotDone, Stopped
 */
export async function exportList(
  desk: Desk,
  terminal: Terminal,
  list: List,
  { file, manifest }: { readonly file: string | undefined; readonly manifest: boolean },
): Promise<void> {
  terminal.progress('waiting for the first rows');
  const response = await opened(desk, list);
  const hasRows = list.kind === 'claims' || list.kind === 'corrections';
  const counter = hasRows ? rowCounter(list.query.format ?? 'csv') : NO_ROWS;
  const counted = counting(response, desk.url, counter, terminal);
  if (file === undefined) {
    await passOn(counted.pieces, terminal);
    terminal.progress('');
    return;
  }
  await keep(counted.pieces, file, terminal.stop);
  const { rows, sha256 } = counted.passed();
  if (manifest) await keepManifest(desk, terminal, response, `${file}.manifest.json`);
  terminal.say('exported', rows === null ? '-' : String(rows), sha256, file);
}

async function opened(desk: Desk, list: List): Promise<Response> {
  if (list.kind === 'claims') return desk.open(ExportClaims, { query: list.query });
  if (list.kind === 'corrections') return desk.open(ExportCorrections, { query: list.query });
  const params = { articleId: list.articleId };
  if (list.kind === 'proof') return desk.open(GetProof, { params, query: list.query });
  return desk.open(ExportStory, { params, query: list.query });
}

/** @throws NotDone where the desk names no manifest: it is older than they are */
async function keepManifest(desk: Desk, terminal: Terminal, response: Response, file: string): Promise<void> {
  const exportId = /recorded\/([^/>]+)\/manifest>; rel="describedby"/.exec(
    response.headers.get('Link') ?? '',
  )?.[1];
  if (exportId === undefined) throw new NotDone(`${desk.url} names no manifest of the file.`);
  const answer = await desk.open(GetExportManifest, { params: { exportId } });
  await keep(counting(answer, desk.url, NO_ROWS, terminal).pieces, file, terminal.stop);
}

/** The bytes of an answer, counted as they pass. */
function counting(
  response: Response,
  url: string,
  counter: ReturnType<typeof rowCounter>,
  { progress, stop }: Terminal,
): { pieces: AsyncGenerator<Uint8Array>; passed: () => Passed } {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const reader = response.body?.getReader();
    try {
      for (;;) {
        const next = await reader?.read();
        if (next === undefined || next.done) return;
        bytes += next.value.length;
        counter.push(next.value);
        hash.update(next.value);
        progress(`${counter.rows() ?? 0} rows, ${(bytes / 1e6).toFixed(1)} MB`);
        yield next.value;
      }
    } catch (error) {
      if (stop.aborted) throw new Stopped();
      throw new NotDone(`The file was cut off. ${away(url, error).message}`);
    } finally {
      // Whoever reads no further lets the server know.
      await reader?.cancel().catch(() => undefined);
    }
  }
  return { pieces: pieces(), passed: () => ({ bytes, rows: counter.rows(), sha256: hash.digest('hex') }) };
}

async function passOn(pieces: AsyncIterable<Uint8Array>, { out, stop }: Terminal): Promise<void> {
  try {
    await pipeline(Readable.from(pieces, { objectMode: false }), out, { end: false });
  } catch (error) {
    if (stop.aborted || systemCode(error) === 'EPIPE') throw new Stopped();
    throw error;
  }
}

/** Beside the file, and in its place once it is whole: what was there stays until then. */
async function keep(pieces: AsyncIterable<Uint8Array>, file: string, stop: AbortSignal): Promise<void> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
  try {
    const handle = await open(beside, 'wx', 0o666);
    const to: Writable = handle.createWriteStream({ flush: true });
    await pipeline(Readable.from(pieces, { objectMode: false }), to);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    if (error instanceof NotDone || error instanceof Stopped) throw error;
    if (stop.aborted) throw new Stopped();
    const why = systemCode(error) === 'ENOENT' ? 'there is no such folder' : fileWords(error);
    throw new NotDone(`${file} cannot be written: ${why}.`);
  }
}
