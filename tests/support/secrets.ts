/** Random words that must not be found, and a search for them in whatever form bytes may have them. */
import { randomInt } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

export interface Secret {
  /** What it is the … of. */
  readonly of: string;
  /** As typed: with a letter that folding, JSON and percent signs write in other ways. */
  readonly text: string;
  /** The letters of it that every form of text has, in lower case. */
  readonly core: string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export function secret(of: string): Secret {
  const core = Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return { of, core, text: `É${core.slice(0, 1).toUpperCase()}${core.slice(1)}` };
}

/** Base64 of a word wherever it stands: its three alignments, without the ends that its neighbours decide. */
const base64Of = (word: string): string[] =>
  [0, 1, 2].map((lead) => {
    const bytes = Buffer.concat([Buffer.alloc(lead), Buffer.from(word)]);
    const whole = bytes.subarray(lead === 0 ? 0 : 3, bytes.length - (bytes.length % 3));
    return whole.toString('base64');
  });

/** Which of these secrets are in the bytes: as text of any case, in base64, in hexadecimal. */
export function found(secrets: readonly Secret[], bytes: Buffer | string): string[] {
  const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1');
  const lower = text.toLowerCase();
  return secrets.flatMap(({ of, core, text: typed }) => {
    const printed = typed.slice(1);
    const forms: [string, boolean][] = [
      ['text', lower.includes(core)],
      ['hexadecimal', [core, printed].some((word) => lower.includes(Buffer.from(word).toString('hex')))],
      // Base64 in the alphabet of addresses differs in signs that these letters do not give.
      ['base64', [core, printed].some((word) => base64Of(word).some((form) => text.includes(form)))],
    ];
    return forms.flatMap(([form, is]) => (is ? [`${of} as ${form}`] : []));
  });
}

/** All that a dump of the database would hold, table by table, with what the planner remembers of their values. */
export async function dump(url: string): Promise<Map<string, Buffer>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(`
      SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'm', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND n.nspname NOT LIKE 'pg_toast%' AND n.nspname NOT LIKE 'pg_temp%' ORDER BY 1`);
    const tables = new Map<string, Buffer>();
    for (const { name } of rows) tables.set(name, await copied(client, `SELECT * FROM ${name}`));
    tables.set('pg_stats', await copied(client, `SELECT * FROM pg_stats WHERE schemaname = 'public'`));
    return tables;
  } finally {
    await client.end();
  }
}

async function copied(client: pg.Client, query: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of client.query(copyTo(`COPY (${query}) TO STDOUT`))) pieces.push(piece);
  return Buffer.concat(pieces);
}
