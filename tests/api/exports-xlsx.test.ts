/** Claims as a spreadsheet: read back by readers that are not ours. */
import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLAIM_COLUMNS } from '../../server/domain/exchange/claim-columns.ts';
import { CELL_HOLDS, type Cell } from '../../server/domain/exchange/xlsx/cells.ts';
import { exportClaims } from '../../server/features/exports/exports.service.ts';
import { newBook } from '../../server/features/exports/spreadsheet.ts';
import { addEvidence, cite, claimNow, comment } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes, exportCsv } from '../support/exports.ts';
import { NO_OFFICE, openInOffice } from '../support/office.ts';
import { type ReadSheet, readBook, readInPython, sheetNamed, unzip, valuesOf } from '../support/xlsx.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor', '=Ada "the <quick>" Field');
  reviewer = await desk.person('reviewer', 'Rui Brook');
  story = await createStory(editor, {
    byline: 'By Ada Moor',
    publishedAt: '2026-03-01T06:30:00+01:00',
  });
});

const fileOf = async (query = `&articleId=${story.id}&status=all`, as = editor): Promise<Buffer> =>
  (await asBytes(as.get(`/api/exports/claims?format=xlsx${query}`))).body;
const bookOf = async (query?: string): Promise<ReadSheet[]> => readBook(await fileOf(query));

test('has a sheet for each thing, typed, its heading held and its columns filtered', async () => {
  const count = await mark(editor, story, 'At least 41 people', { ...CASUALTY, summary: '=SUM(A1:A9)' });
  const evidence = await addEvidence(editor, story, { accessedAt: '2026-03-01T10:00:00Z' });
  await cite(editor, count, { evidenceId: evidence.id, locator: 'p. 4', quote: '41 dead' });
  await comment(editor, count, 'Not for anybody else');
  const checked = await verify(editor, await claimNow(editor, count), { reason: '+1\n@SUM(1)' });
  await review(reviewer, checked);

  const answer = await asBytes(editor.get(`/api/exports/claims?format=xlsx&articleId=${story.id}`));
  expect(answer.headers['content-type']).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  expect(answer.headers['content-disposition']).toMatch(/\.xlsx"/);
  const book = readBook(answer.body);
  expect(book.map(({ name }) => name)).toEqual([
    ...['About', 'Claims', 'Evidence', 'Sources', 'Ledger', 'Stories', 'Columns'],
  ]);
  for (const { xml, cells } of book) {
    expect(xml).toContain('state="frozen"');
    expect(xml).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/);
    expect(xml).not.toContain('<f>');
    expect(cells.get('A1')?.style).toBe(1);
  }

  const claims = sheetNamed(book, 'Claims');
  expect(claims.rows).toHaveLength(1);
  const [row] = claims.rows;
  expect(row?.['low']).toEqual({ type: 'n', style: 0, value: '41' });
  expect(row?.['summary']).toEqual({ type: 's', style: 4, value: '=SUM(A1:A9)' });
  expect(row?.['verdict_reason']).toMatchObject({ type: 's', value: '+1\n@SUM(1)' });
  expect(row?.['created_by']?.value).toBe('=Ada "the <quick>" Field');
  const published = row?.['story_published_at'];
  expect(published).toMatchObject({ type: 'n', style: 2 });
  const serial = Date.UTC(2026, 2, 1, 5, 30) / 86_400_000 + 25_569;
  expect(Number(published?.value)).toBeCloseTo(serial, 6);

  const [cited] = sheetNamed(book, 'Evidence').rows;
  expect(valuesOf(cited)).toMatchObject({
    ...{ claim_id: count.id, evidence_id: evidence.id, locator: 'p. 4', quote: '41 dead' },
    ...{ claim_quote: 'At least 41 people', stance: 'supports' },
  });
  expect(cited?.['accessed_at']).toMatchObject({ type: 'n', style: 2 });
  expect(JSON.stringify([...book.flatMap(({ cells }) => [...cells.values()])])).not.toContain(
    'Not for anybody',
  );
});

test('tells the same claims as CSV, cell by cell', async () => {
  await mark(editor, story, '120 passengers', { kind: 'fact' });
  const odd = await mark(editor, story, 'Nine children', { summary: '_x0041_ and 🚢 & <b>' });
  await verify(editor, odd, { reason: 'Tabs\tand\nlines;\n=1' });
  const query = `&articleId=${story.id}&status=all`;
  const [csv, book] = [await exportCsv(editor, query), await bookOf(query)];
  const claims = sheetNamed(book, 'Claims');
  expect(claims.rows).toHaveLength(csv.length);
  for (const [index, row] of csv.entries())
    for (const { name, type } of CLAIM_COLUMNS) {
      const cell = claims.rows[index]?.[name];
      // A spreadsheet needs no apostrophe against formulas: its words are words.
      const told = row[name].replace(/(^|[\n\r\t;])'(?=[=+\-@\s])/g, '$1');
      if (type === 'time' || type === 'day') {
        const ms = (Number(cell?.value ?? Number.NaN) - 25_569) * 86_400_000;
        if (told === '') expect(cell).toBeUndefined();
        else expect(Math.abs(ms - Date.parse(told))).toBeLessThan(2);
      } else if (type === 'flag')
        expect(cell?.value ?? '').toBe(told === '' ? '' : told === 'true' ? '1' : '0');
      else expect(cell?.value ?? '', name).toBe(told);
    }
});

test('lists the figures of the ledger and what does not add up', async () => {
  const own = await createStory(editor);
  const exact = { ...CASUALTY.details, best: 41, high: 41, modifier: 'exact' };
  const whole = await mark(editor, own, '41 people', { kind: 'casualty_count', details: exact });
  const part = await mark(editor, own, '120 passengers', {
    details: { outcome: 'killed', low: 120, best: 120, high: 120, modifier: 'exact', partOf: whole.id },
    kind: 'casualty_count',
  });
  const ledger = (await editor.get(`/api/articles/${own.id}/figures`)).body;
  const rows = sheetNamed(await bookOf(`&articleId=${own.id}&status=all`), 'Ledger').rows.map(valuesOf);
  const figures = rows.filter(({ line }) => line === 'figure');
  expect(figures.map((row) => row['claim_id']).sort()).toEqual([whole.id, part.id].sort());
  expect(figures.find((row) => row['claim_id'] === part.id)).toMatchObject({ low: '120', part_of: whole.id });
  const told = rows.filter(({ line }) => line === 'does_not_add_up').map((row) => row['explanation']);
  expect(told).toEqual(ledger.problems.map(({ explanation }: { explanation: string }) => explanation));
  expect(told.length).toBeGreaterThan(0);
});

test('says of itself who made it, when, with which filters, how much it holds and where the history stood', async () => {
  const book = await bookOf();
  const about = new Map(
    sheetNamed(book, 'About').rows.map((row) => [row['what']?.value ?? '', row['value']]),
  );
  const history = await editor.get(`/api/articles/${story.id}/history?before=2147483647&limit=1`);
  const [last] = history.body.items;
  expect(about.get('generated by')?.value).toBe('=Ada "the <quick>" Field');
  expect(about.get('generated at (UTC)')).toMatchObject({ type: 'n', style: 2 });
  expect(about.get('filter: articleId')?.value).toBe(story.id);
  expect(about.get('filter: status')?.value).toBe('all');
  expect(about.get('story head')?.value).toBe(String(last.seq));
  expect(about.get('story head hash')?.value).toBe(last.hash);
  for (const name of ['Claims', 'Evidence', 'Sources', 'Ledger', 'Stories'])
    expect(about.get(`rows: ${name}`)?.value, name).toBe(String(sheetNamed(book, name).rows.length));
  expect(valuesOf(sheetNamed(book, 'Stories').rows[0])).toMatchObject({
    ...{ story_id: story.id, story_head_hash: last.hash },
    claims: String(sheetNamed(book, 'Claims').rows.length),
  });
});

test('with nothing in it is whole all the same', async () => {
  const book = await bookOf('&q=nothinghasthesewords');
  expect(sheetNamed(book, 'Claims').rows).toEqual([]);
  expect(sheetNamed(book, 'Claims').cells.get('A1')?.value).toBe('claim_id');
});

test('of a confidential source there is its printed description alone', async () => {
  const own = await createStory(editor);
  const named = { name: 'Edith Quillfeather', kind: 'person', aliases: ['Quilly'], note: 'met at the pier' };
  const { body: source } = await editor.post('/api/sources', named);
  await mark(editor, own, 'Ada Moor', { kind: 'source', details: { sourceId: source.id } });
  const query = `&articleId=${own.id}&status=all`;
  expect(valuesOf(sheetNamed(await bookOf(query), 'Sources').rows[0])).toMatchObject({
    ...{ source_id: source.id, name: 'Edith Quillfeather', aliases: 'Quilly', claims: '1' },
  });
  await editor
    .put(`/api/sources/${source.id}/confidential`, {
      ...{ version: source.version, description: 'a port official', readerIds: [editor.id] },
    })
    .expect(200);
  const file = await fileOf(query);
  for (const [name, part] of unzip(file))
    for (const word of ['Quillfeather', 'Quilly', 'pier']) expect(part, name).not.toContain(word);
  expect(valuesOf(sheetNamed(readBook(file), 'Sources').rows[0])).toMatchObject({
    ...{ name: 'a port official', confidential: '1' },
  });
});

test('is recorded as every file that was handed out', async () => {
  const sha256 = createHash('sha256')
    .update(await fileOf())
    .digest('hex');
  const { body } = await editor.get(`/api/exports/recorded?sha256=${sha256}`).expect(200);
  expect(body.items).toMatchObject([{ kind: 'claims', format: 'xlsx' }]);
});

test('words that no cell can hold are cut, and it says where', async () => {
  const own = await createStory(editor);
  const claim = await mark(editor, own, 'Nine children');
  // What people may type is shorter; what a list adds up to is not.
  await desk.db.pool.query('UPDATE claims SET summary = $2 WHERE id = $1', [claim.id, '🚢'.repeat(20_000)]);
  const book = await bookOf(`&articleId=${own.id}&status=all`);
  const summary = sheetNamed(book, 'Claims').rows[0]?.['summary']?.value ?? '';
  expect(summary.length).toBeLessThanOrEqual(CELL_HOLDS);
  expect(summary).toMatch(/🚢… \[cut here: 40000 characters in all\]$/u);
  const column = [...sheetNamed(book, 'Claims').cells].find(([, { value }]) => value === 'summary')?.[0];
  expect(sheetNamed(book, 'Cut').rows.map(valuesOf)).toEqual([
    { sheet: 'Claims', cell: column?.replace('1', '2'), characters: '40000' },
  ]);
  const about = sheetNamed(book, 'About').rows.find((row) => row['what']?.value === 'cells cut');
  expect(about?.['value']?.value).toBe('1');
});

describe('a sheet that is full goes on in a further one', () => {
  const written = async (rows: number, limits: { rows: number; characters: number }) => {
    const book = newBook(new Date('2026-03-02T09:00:00Z'), limits);
    const pieces: Uint8Array[] = [];
    const cells = Array.from({ length: rows }, (_, index): Cell[] => [index, `words ${index}`]);
    const columns = [
      { name: 'number', width: 8 },
      { name: 'words', width: 20 },
    ];
    for await (const piece of book.sheet('Rows', columns, cells)) pieces.push(piece);
    for await (const piece of book.end({ title: 't', creator: 'c', created: '2026-03-02T09:00:00Z' }))
      pieces.push(piece);
    expect(book.counts.get('Rows')).toBe(rows);
    return readBook(Buffer.concat(pieces));
  };
  const cases: Record<
    string,
    [rows: number, limits: { rows: number; characters: number }, sheets: number[]]
  > = {
    'none at all': [0, { rows: 5, characters: 1e6 }, [0]],
    'as many as fit': [4, { rows: 5, characters: 1e6 }, [4]],
    'one more': [5, { rows: 5, characters: 1e6 }, [4, 1]],
    'many more': [11, { rows: 5, characters: 1e6 }, [4, 4, 3]],
    'too many characters': [3, { rows: 100, characters: 1 }, [1, 1, 1]],
  };
  test.each(Object.entries(cases))('%s', async (_name, [rows, limits, sheets]) => {
    const book = await written(rows, limits);
    expect(book.map(({ name }) => name)).toEqual(
      sheets.map((_, index) => (index === 0 ? 'Rows' : `Rows (${index + 1})`)),
    );
    expect(book.map((sheet) => sheet.rows.length)).toEqual(sheets);
    const numbers = book.flatMap((sheet) => sheet.rows.map((row) => Number(row['number']?.value)));
    expect(numbers).toEqual(Array.from({ length: rows }, (_, index) => index));
    for (const sheet of book) expect(sheet.cells.get('A1')?.value).toBe('number');
  });
});

test('waits for a reader who pauses', async () => {
  const long = await createStory(editor);
  await mark(editor, long, 'Nine children');
  await desk.db.pool.query(
    `WITH copies AS (
       INSERT INTO claims (id, article_id, kind, details, summary, placed_revision, search, created_by_id, created_at)
       SELECT gen_random_uuid(), article_id, kind, details, (SELECT string_agg(md5(random()::text || n), ' ') FROM generate_series(1, 60) n WHERE i > 0),
         placed_revision, search, created_by_id, created_at
       FROM (SELECT * FROM claims WHERE article_id = $1 LIMIT 1) one, generate_series(1, 6000) i RETURNING id)
     INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
     SELECT copies.id, p.revision, p.article_id, p.start, p."end", p.quote, p.sentence
     FROM copies, (SELECT * FROM placements WHERE article_id = $1 LIMIT 1) p`,
    [long.id],
  );
  let [taken, release] = [0, () => {}];
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = new Writable({
    write(piece: Buffer, _encoding, done) {
      taken += piece.length;
      held.then(() => done());
    },
  });
  const services = {
    db: desk.db,
    now: () => new Date(),
    log: pino({ level: 'silent' }),
    publicUrl: 'http://claimdesk.test',
    publisher: { name: null, url: null },
  };
  const query = { format: 'xlsx', status: 'all', articleId: long.id } as const;
  const done = exportClaims(services, { ...editor, epoch: 1 }, query, { stream: slow, begin: () => {} });
  while (taken === 0) await new Promise((resolve) => setImmediate(resolve));
  const before = taken;
  expect(before).toBeLessThan(1_000_000);
  release();
  await done;
  expect(taken).toBeGreaterThan(4_000_000);
});

describe('opened by another program', () => {
  test('Python reads every part of it, and the same cells', async (context) => {
    const file = await fileOf();
    const read = readInPython(file);
    if (read === null) return context.skip('there is no python3 on this machine');
    const raw = (value: string) =>
      value.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const ours = readBook(file).map(({ cells }) =>
      Object.fromEntries([...cells].map(([at, { value }]) => [at, value])),
    );
    const theirs = Object.values(read).map((cells) =>
      Object.fromEntries(Object.entries(cells).map(([at, value]) => [at, raw(value)])),
    );
    const sorted = (all: object[]) => all.map((one) => JSON.stringify(one)).sort();
    expect(sorted(theirs)).toEqual(sorted(ours));
  });

  test('LibreOffice opens it and shows the claims', async (context) => {
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2';
    const made = openInOffice(await fileOf(), 'book.xlsx', filter);
    if (made === null) return context.skip(NO_OFFICE);
    const text = made.get('book-Claims.csv')?.toString('utf8');
    expect(text).toContain('=SUM(A1:A9)');
    expect(text).toContain('At least 41 people');
  });
});
