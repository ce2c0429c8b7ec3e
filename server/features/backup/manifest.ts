/** What a backup says of itself, and the seal by which it is known to be as it was written. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Why there is no backup, or why one is not restored, in a sentence for whoever runs Claimdesk. */
export class BackupError extends Error {}

export const MANIFEST = 'manifest.json';
/** The manifest's seal, hexadecimal. */
export const SEAL = 'manifest.seal';
/** Where each stream's history had come to: a line `kind id seq link` for each. */
export const HEADS = 'heads.txt';

const Count = z.number().int().min(0);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Within the backup: no way out of it. */
const Place = z.string().regex(/^(?!.*\.\.)[\w-][\w./-]*$/);
const Digested = z.strictObject({ path: Place, size: Count, sha256: Sha256 });
export type Digested = z.infer<typeof Digested>;

const Table = z.strictObject({
  name: z.string().min(1),
  columns: z.array(z.string().min(1)),
  rows: Count,
  /** PostgreSQL's COPY in its text format, gzipped. */
  file: Digested,
});
export type CopiedTable = z.infer<typeof Table>;

export const Manifest = z.strictObject({
  format: z.literal('claimdesk-backup'),
  version: z.literal(1),
  /** By the database's clock. */
  at: z.iso.datetime(),
  /** PostgreSQL's `server_version_num`. */
  postgres: Count,
  migrations: z.array(z.strictObject({ name: z.string().min(1), checksum: Sha256 })).min(1),
  database: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pg_dump'), major: Count, file: Digested }),
    z.strictObject({ kind: z.literal('copy'), tables: z.array(Table) }),
  ]),
  counts: z.strictObject({
    stories: Count,
    claims: Count,
    comments: Count,
    evidence: Count,
    people: Count,
    events: Count,
  }),
  streams: Count,
  heads: Digested,
  /** Under `files`, as in the data folder. */
  files: z.array(Digested),
  /** What the database names under `files`, and was not there, or not as its name says. */
  missing: z.array(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

/** Everything of a backup but the manifest and its seal. */
export const contentsOf = ({ database, heads, files }: Manifest): Digested[] => [
  ...(database.kind === 'pg_dump' ? [database.file] : database.tables.map(({ file }) => file)),
  heads,
  ...files,
];

/** Under the key of the history: whoever can write to a backup, and has no key, cannot make it another one unseen. */
export const sealOf = (historyKey: Buffer, manifest: Uint8Array): Buffer =>
  createHmac('sha256', historyKey).update('claimdesk backup manifest\n').update(manifest).digest();

/** @throws BackupError where it is not one of this Claimdesk's, or was altered */
export function openManifest(historyKey: Buffer, bytes: Buffer, seal: string): Manifest {
  const given = Buffer.from(seal.trim(), 'hex');
  const own = sealOf(historyKey, bytes);
  if (given.length !== own.length || !timingSafeEqual(given, own))
    throw new BackupError(
      `${MANIFEST} is not what was sealed with this HISTORY_KEY: it was altered, or the key is another one.`,
    );
  const parsed = Manifest.safeParse(JSON.parse(bytes.toString('utf8')));
  if (!parsed.success)
    throw new BackupError(`${MANIFEST} is of a kind that this Claimdesk does not know: use a newer one.`);
  return parsed.data;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
