/** Exported files, for tests: as bytes, and read by strict readers. */
import type { IncomingMessage } from 'node:http';
import type supertest from 'supertest';
import { expect } from 'vitest';
import { z } from 'zod';
import { CLAIM_COLUMNS, type ClaimColumnName } from '../../server/domain/exchange/claim-columns.ts';
import type { Person } from './desk.ts';
import { readCsv } from './rfc4180.ts';

export type Row = Record<ClaimColumnName, string>;
const JsonRow = z.looseObject({ claim_id: z.string(), evidence: z.unknown() });
export type JsonRow = z.infer<typeof JsonRow>;

const JsonFile = z.strictObject({
  format: z.literal('claimdesk-claims'),
  version: z.literal(1),
  generatedAt: z.iso.datetime(),
  generatedBy: z.strictObject({ id: z.string(), name: z.string() }),
  filters: z.record(z.string(), z.string()),
  claims: z.array(JsonRow),
  counts: z.strictObject({ claims: z.int(), stories: z.int() }),
  stories: z.array(
    z.strictObject({
      id: z.uuid(),
      claims: z.int(),
      head: z.int(),
      headHash: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** The answer's bytes, whatever its type. */
export function asBytes(request: supertest.Test): Promise<supertest.Response & { body: Buffer }> {
  return request
    .expect(200)
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      const stream = response as unknown as IncomingMessage;
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => done(null, Buffer.concat(pieces)));
    }) as unknown as Promise<supertest.Response & { body: Buffer }>;
}

/** The address of a file's manifest, as its answer names it. */
export const manifestOf = (headers: Readonly<Record<string, string>>): string =>
  `/api/exports/recorded/${exportIdOf(headers)}/manifest`;

/** What a file is recorded as. */
export function exportIdOf(headers: Readonly<Record<string, string>>): string {
  const link = /^<\/api\/exports\/recorded\/([0-9a-f-]{36})\/manifest>; rel="describedby"$/;
  const id = link.exec(headers['link'] ?? '')?.[1];
  if (id === undefined) throw new Error('the answer names no manifest');
  return id;
}

/** UTF-8 without a fault; the byte order mark stays, where there is one. */
const textOf = (bytes: Buffer) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** Claims as CSV, each row by its columns. */
export async function exportCsv(as: Person, query = ''): Promise<Row[]> {
  const { body } = await asBytes(as.get(`/api/exports/claims?format=csv${query}`));
  const text = textOf(body);
  expect(text.startsWith('\ufeff')).toBe(true);
  const [header = [], ...rows] = readCsv(text.slice(1));
  const names = CLAIM_COLUMNS.map(({ name }) => name);
  expect(header).toEqual(names);
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index]])) as Row);
}

/** Claims as JSON, with what surrounds them. */
export async function exportJson(as: Person, query = ''): Promise<z.infer<typeof JsonFile>> {
  const { body } = await asBytes(as.get(`/api/exports/claims?format=json${query}`));
  return JsonFile.parse(JSON.parse(textOf(body)));
}

/** Claims as JSON Lines. */
export async function exportJsonl(as: Person, query = ''): Promise<JsonRow[]> {
  const { body } = await asBytes(as.get(`/api/exports/claims?format=jsonl${query}`));
  const text = textOf(body);
  if (text === '') return [];
  expect(text.endsWith('}\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JsonRow.parse(JSON.parse(line)));
}
