/** Files lie there as long as a row names them, and no longer: commits that fail, writers at once, what a crash left. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leftPlaceOf, placeOf } from '../../server/features/files/file-store.ts';
import { identityOf, ownRestored } from '../../server/features/files/folder-owner.ts';
import { holdFiles, tidyDaily, tidyFiles } from '../../server/features/files/kept-files.ts';
import { createStory, type Story } from '../support/claims.ts';
import { refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';
import { attach, BYTES, sendFile } from '../support/files.ts';
import { exportedPackage, sendPackage } from '../support/stories.ts';
import { inJson } from '../support/story-files.ts';

const desk = useDesk();
const other = useDesk();
let editor: Person;
let stranger: Person;
let story: Story;

/** Commits that fail at their very end, after everything was written: of rows that are called so. */
const FAILS = 'fails.txt';
const failingCommits = (table: string, condition: string) => `
  CREATE FUNCTION fail_${table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the disk is full'; END $$;
  CREATE CONSTRAINT TRIGGER fails AFTER INSERT ON ${table} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION fail_${table}();`;

beforeAll(async () => {
  editor = await desk.person('editor');
  stranger = await other.person('reviewer');
  story = await createStory(editor);
  for (const table of ['files', 'arrivals'])
    await desk.db.pool.query(failingCommits(table, `NEW.name = '${FAILS}'`));
  await other.db.pool.query(failingCommits('story_histories', 'true'));
});

const fails = (bytes: Buffer) => sendFile(editor, story, bytes, `name=${FAILS}`);
const text = (words: string) => Buffer.from(words);
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
async function lying(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((one) => one.isFile()).map(({ name }) => name);
}
const lies = async (bytes: Buffer) => (await lying(desk.filesDir)).includes(digestOf(bytes).toString('hex'));
const readBack = async (id: string) => (await asBytes(editor.get(`/api/files/${id}`))).body;

describe('a commit that fails', () => {
  test('leaves nothing of an attached file', async () => {
    const bytes = text('A list that nobody keeps');
    refusal(await fails(bytes), 'INTERNAL');
    expect(await lies(bytes)).toBe(false);
  });

  test('leaves nothing of the file that a story came as', async () => {
    const words = text('Rain\n\nIt rained for a day, and nobody kept count.');
    refusal(await editor.post('/api/articles', inJson(words, FAILS)), 'INTERNAL');
    expect(await lies(words)).toBe(false);
    await editor.post('/api/articles', inJson(words, 'rain.txt')).expect(201);
    expect(await lies(words)).toBe(true);
  });

  test('leaves nothing of a package', async () => {
    const own = await createStory(editor);
    await attach(editor, own, BYTES.pdf, 'name=list.pdf');
    const { bytes } = await exportedPackage(editor, own);
    refusal(await sendPackage(stranger, bytes), 'INTERNAL');
    expect(await lying(other.filesDir)).toEqual([]);
    expect(await other.db.prisma.file.count()).toBe(0);
  });

  test('leaves the bytes that somebody else’s row names', async () => {
    const bytes = text('A list that two attach');
    const { id } = await attach(editor, story, bytes);
    refusal(await fails(bytes), 'INTERNAL');
    expect(await readBack(id)).toEqual(bytes);
  });

  test('leaves the bytes that lay there before, whoever named them', async () => {
    const bytes = text('A list of another database');
    const place = placeOf(desk.filesDir, digestOf(bytes));
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, bytes);
    refusal(await fails(bytes), 'INTERNAL');
    expect(await lies(bytes)).toBe(true);
  });

  test('leaves the bytes that others are attaching at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const bytes = text(`A list that many attach at once, round ${round}`);
      const sent = await Promise.all([
        fails(bytes),
        attach(editor, story, bytes),
        fails(bytes),
        attach(editor, story, bytes),
      ]);
      expect([sent[0].status, sent[2].status]).toEqual([500, 500]);
      for (const { id } of [sent[1], sent[3]]) expect(await readBack(id)).toEqual(bytes);
    }
    expect(await lying(path.join(desk.filesDir, 'incoming'))).toEqual([]);
  });
});

/** Nothing done in a folder that may be tidied. */
const TIDY = { held: null, files: 0, back: 0, gone: 0, incoming: 0 };
const now = new Date('2026-03-10T09:00:00Z');
const hours = (ago: number) => new Date(now.getTime() - ago * 60 * 60 * 1000);

/** What a server that was killed between bytes and their row left behind. */
async function leftAt(place: string, bytes: Buffer, ago: number): Promise<Buffer> {
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, bytes);
  await utimes(place, hours(ago), hours(ago));
  return bytes;
}

describe('tidying', () => {
  const tidy = () => tidyFiles(desk.services, now);
  const left = (bytes: Buffer, ago: number, place = placeOf(desk.filesDir, digestOf(bytes))) =>
    leftAt(place, bytes, ago);
  /** Where it was put first, and where it is put aside. */
  const isIn = async (bytes: Buffer, place: typeof placeOf) =>
    existsSync(place(desk.filesDir, digestOf(bytes)));
  const age = (bytes: Buffer, ago: number) =>
    utimes(placeOf(desk.filesDir, digestOf(bytes)), hours(ago), hours(ago));

  test('puts aside what no row names and is older than a day, and nothing else', async () => {
    const old = await left(text('left two days ago'), 48);
    const young = await left(text('left an hour ago'), 1);
    const named = text('named, and old');
    const { id } = await attach(editor, story, named);
    await age(named, 48);
    const came = text('Wind\n\nIt blew for a day, and nobody kept count.');
    await editor.post('/api/articles', inJson(came, 'wind.txt')).expect(201);
    await age(came, 48);
    const incoming = path.join(desk.filesDir, 'incoming');
    await left(text('half'), 48, path.join(incoming, 'old'));
    await left(text('half'), 1, path.join(incoming, 'young'));
    // Not ours to take away, however old.
    await left(text('notes'), 48, path.join(desk.filesDir, 'ab', 'README'));
    expect(await tidy()).toEqual({ ...TIDY, files: 1, incoming: 1 });
    const all = [old, young, named, came];
    expect(await Promise.all(all.map((one) => isIn(one, placeOf)))).toEqual([false, true, true, true]);
    expect(await Promise.all(all.map((one) => isIn(one, leftPlaceOf)))).toEqual([true, false, false, false]);
    expect(await lying(incoming)).toEqual(['young']);
    expect(await lying(path.join(desk.filesDir, 'ab'))).toContain('README');
    expect(await readBack(id)).toEqual(named);
    expect(await tidy()).toEqual(TIDY);
  });

  test('leaves what is about to be named', async () => {
    const bytes = await left(text('left, and about to be named'), 48);
    await desk.db.prisma.$transaction(async (tx) => {
      await holdFiles(tx, [digestOf(bytes)]);
      expect(await tidy()).toEqual(TIDY);
    });
    expect(await tidy()).toEqual({ ...TIDY, files: 1 });
  });

  test('by two servers at once puts each aside once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, nth) => left(text(`left over ${nth}`), 48)));
    const [one, two] = await Promise.all([tidy(), tidy()]);
    expect(one.files + two.files).toBe(all.length);
    expect((await Promise.all(all.map((each) => isIn(each, placeOf)))).filter(Boolean)).toEqual([]);
    expect((await Promise.all(all.map((each) => isIn(each, leftPlaceOf)))).every(Boolean)).toBe(true);
  });

  test('leaves what is only told of to its own place', async () => {
    // A row whose bytes stayed elsewhere names none.
    const bytes = await left(text('told of by a story from elsewhere'), 48);
    const file = await attach(editor, story, text('another'));
    await desk.db.pool.query('UPDATE files SET elsewhere = true, sha256 = $2 WHERE id = $1', [
      file.id,
      digestOf(bytes),
    ]);
    expect((await tidy()).files).toBe(1);
    expect(await isIn(bytes, placeOf)).toBe(false);
  });

  test('takes away what lay aside for thirty days, counted from then', async () => {
    const bytes = await left(text('left two months ago'), 60 * 24);
    expect(await tidy()).toEqual({ ...TIDY, files: 1 });
    expect(await tidy()).toEqual(TIDY);
    const aside = leftPlaceOf(desk.filesDir, digestOf(bytes));
    await utimes(aside, hours(30 * 24 - 1), hours(30 * 24 - 1));
    expect(await tidy()).toEqual(TIDY);
    expect(await isIn(bytes, leftPlaceOf)).toBe(true);
    await utimes(aside, hours(30 * 24 + 1), hours(30 * 24 + 1));
    const [one, two] = await Promise.all([tidy(), tidy()]);
    expect(one.gone + two.gone).toBe(1);
    expect(await lies(bytes)).toBe(false);
  });

  describe('what was put aside', () => {
    /** As where the database is put back to an earlier moment, and then forward again. */
    async function asideAndNamedAgain(words: string): Promise<{ id: string; bytes: Buffer }> {
      const bytes = text(words);
      const { id } = await attach(editor, story, bytes);
      await age(bytes, 48);
      await desk.db.pool.query('UPDATE files SET elsewhere = true WHERE id = $1', [id]);
      expect(await tidy()).toEqual({ ...TIDY, files: 1 });
      expect([await isIn(bytes, placeOf), await isIn(bytes, leftPlaceOf)]).toEqual([false, true]);
      await desk.db.pool.query('UPDATE files SET elsewhere = false WHERE id = $1', [id]);
      return { id, bytes };
    }

    test('is put back by the next look, also after thirty days', async () => {
      const { id, bytes } = await asideAndNamedAgain('named again, and tidied');
      const aside = leftPlaceOf(desk.filesDir, digestOf(bytes));
      await utimes(aside, hours(31 * 24), hours(31 * 24));
      expect(await tidy()).toEqual({ ...TIDY, back: 1 });
      expect([await isIn(bytes, placeOf), await isIn(bytes, leftPlaceOf)]).toEqual([true, false]);
      expect(await readBack(id)).toEqual(bytes);
      expect(await tidy()).toEqual(TIDY);
    });

    test('is put back when it is read, by whoever reads it first', async () => {
      const { id, bytes } = await asideAndNamedAgain('named again, and read');
      const read = await Promise.all([readBack(id), readBack(id), readBack(id)]);
      expect(read).toEqual([bytes, bytes, bytes]);
      expect([await isIn(bytes, placeOf), await isIn(bytes, leftPlaceOf)]).toEqual([true, false]);
    });
  });
});

describe('a folder', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-test-owner-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A folder of its own with a file in it that nobody of these desks names, and one on its way. */
  async function filled(
    name: string,
  ): Promise<{ at: string; bytes: Buffer; names: () => Promise<string[]> }> {
    const at = path.join(folder, name);
    const bytes = text(`a file of ${name}`);
    await leftAt(placeOf(at, digestOf(bytes)), bytes, 48);
    await leftAt(leftPlaceOf(at, digestOf(text('aside'))), text('aside'), 60 * 24);
    await leftAt(path.join(at, 'incoming', 'half'), text('half'), 48);
    return { at, bytes, names: async () => (await lying(at)).sort() };
  }
  const tidyAs = (of: typeof desk, filesDir: string) => tidyFiles({ ...of.services, filesDir }, now);
  const told = (at: string) => readFile(path.join(at, 'owner'), 'utf8');
  const ours = async () => `${await identityOf(desk.db.pool)}\n`;

  test('that is empty becomes the database’s that uses it first, and no other tidies it', async () => {
    const at = path.join(folder, 'new');
    const first = await Promise.all([tidyAs(desk, at), tidyAs(desk, at)]);
    expect(first).toEqual([TIDY, TIDY]);
    expect(await told(at)).toBe(await ours());
    const bytes = await leftAt(placeOf(at, digestOf(text('old'))), text('old'), 48);
    await leftAt(path.join(at, 'incoming', 'half'), text('half'), 48);
    const before = await lying(at);
    expect(await tidyAs(other, at)).toEqual({ ...TIDY, held: 'anothers' });
    expect(await lying(at)).toEqual(before);
    expect(await told(at)).toBe(await ours());
    expect(await tidyAs(desk, at)).toEqual({ ...TIDY, files: 1, incoming: 1 });
    expect(existsSync(leftPlaceOf(at, digestOf(bytes)))).toBe(true);
  });

  test('that says nothing, with files that the database does not name, is not touched', async () => {
    const { at, names } = await filled('anothers');
    const before = await names();
    for (const one of [desk, other]) expect(await tidyAs(one, at)).toEqual({ ...TIDY, held: 'unowned' });
    expect(await names()).toEqual(before);
  });

  test('that says nothing becomes the database’s that names a file in it', async () => {
    const { at, bytes } = await filled('of-before');
    const known = text('a file that is named');
    await attach(editor, story, known);
    await leftAt(placeOf(at, digestOf(known)), known, 48);
    expect(await tidyAs(desk, at)).toEqual({ ...TIDY, files: 1, gone: 1, incoming: 1 });
    expect(await told(at)).toBe(await ours());
    expect(existsSync(leftPlaceOf(at, digestOf(bytes)))).toBe(true);
    expect(existsSync(placeOf(at, digestOf(known)))).toBe(true);
  });

  test('of a database that names no file any more keeps them all', async () => {
    const at = path.join(folder, 'emptied');
    expect((await tidyAs(other, at)).held).toBe('nameless');
    const place = placeOf(at, digestOf(text('old')));
    await leftAt(place, text('old'), 48);
    await leftAt(leftPlaceOf(at, digestOf(text('aside'))), text('aside'), 60 * 24);
    const before = await lying(at);
    expect(await tidyAs(other, at)).toEqual({ ...TIDY, held: 'nameless' });
    expect(await lying(at)).toEqual(before);
  });

  test('of another database is told of in the log', async () => {
    const { at } = await filled('told');
    await writeFile(path.join(at, 'owner'), 'another/1\n');
    const stop = tidyDaily({ ...desk.services, filesDir: at });
    await expect.poll(() => desk.logged.join('')).toContain('belongs to another database');
    stop();
  });

  test('is the restored database’s, unless it holds files that are not of the backup', async () => {
    const { at, bytes } = await filled('restored');
    await writeFile(path.join(at, 'owner'), 'another/1\n');
    const identity = await identityOf(desk.db.pool);
    await ownRestored(at, identity, new Set([bytes].map((one) => digestOf(one).toString('hex'))));
    expect(await told(at)).toBe('another/1\n');
    const all = [bytes, text('aside')].map((one) => digestOf(one).toString('hex'));
    await ownRestored(at, identity, new Set(all));
    expect(await told(at)).toBe(await ours());
  });

  test('may be asked for by a database user without rights of its own', async () => {
    const client = await desk.db.pool.connect();
    try {
      await client.query('BEGIN; CREATE ROLE plain_reader; SET LOCAL ROLE plain_reader');
      expect(`${await identityOf(client)}\n`).toBe(await ours());
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
    expect(await identityOf(other.db.pool)).not.toBe(await identityOf(desk.db.pool));
  });
});
