/** Manifests of files that were handed out. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExportManifest } from '../../server/contract/exports.ts';
import { ExportKind, GetExportManifest } from '../../server/contract/exports.ts';
import {
  CorrectionFormat,
  ExportFormat,
  FORMATS,
  ProofFormat,
  StoryFormat,
} from '../../server/contract/formats.ts';
import { Prisma } from '../../server/database/client.ts';
import { readHeads } from '../../server/domain/exchange/read-heads.ts';
import { insertCutOff } from '../../server/features/exports/export-record.ts';
import { exportClaims } from '../../server/features/exports/exports.service.ts';
import { verifyHeads } from '../../server/features/history/verify.ts';
import { CASUALTY, createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes, exportCsv, exportIdOf, exportJson, exportJsonl, manifestOf } from '../support/exports.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;
let viewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
});

const manifest = async (as: Person, address: string): Promise<ExportManifest> =>
  answer(GetExportManifest, await as.get(address));
/** A file as it came, and where its manifest is. */
async function take(as: Person, address: string) {
  const { body, headers } = await asBytes(as.get(address));
  return { body, address: manifestOf(headers), id: exportIdOf(headers) };
}

/** Published, with a toll and a number that were passed, and a number that is to be corrected. */
async function checkedStory(body: object = {}): Promise<Story> {
  const published = { sourceUrl: 'https://paper.example/ferry', publishedAt: '2026-03-01T12:00:00.000Z' };
  const story = await createStory(editor, { ...published, ...body });
  const passed = async (quote: string, claim: object, verdict: object = {}) =>
    review(reviewer, await verify(editor, await mark(editor, story, quote, claim), verdict));
  await passed('At least 41 people', CASUALTY);
  await passed('120 passengers', {});
  await passed('Nine children', {}, { verdict: 'inaccurate', correction: 'Eight children' });
  return story;
}

/** The claims of such a story that each format carries. */
const CARRIED: Readonly<Record<string, number>> = {
  ...Object.fromEntries(ExportFormat.options.map((format) => [`claims ${format}`, 3])),
  'claims ucdp-ged': 1,
  'claims ibc': 1,
  ...Object.fromEntries(CorrectionFormat.options.map((format) => [`corrections ${format}`, 1])),
  ...Object.fromEntries(ProofFormat.options.map((format) => [`proof ${format}`, 3])),
  ...Object.fromEntries(StoryFormat.options.map((format) => [`story ${format}`, 3])),
};
const LEAVING = Object.keys(CARRIED).map((name) => {
  const [kind = '', format = ''] = name.split(' ');
  return { kind: ExportKind.parse(kind), format, name };
});
const ADDRESS: Readonly<Record<ExportKind, (id: string, format: string) => string>> = {
  claims: (id, format) => `/api/exports/claims?format=${format}&status=all&articleId=${id}`,
  corrections: (id, format) => `/api/exports/corrections?format=${format}&articleId=${id}`,
  proof: (id, format) => `/api/articles/${id}/proof?format=${format}&download=true`,
  story: (id, format) => `/api/exports/stories/${id}?format=${format}`,
};

describe('a whole file', () => {
  let story: Story;
  beforeAll(async () => {
    story = await checkedStory();
  });

  test('of every format that there is has a row here', () => {
    const leaving = new Set<string>(ExportKind.options);
    const all = FORMATS.filter(({ direction, of }) => direction === 'out' && leaving.has(of)).map(
      ({ of, id }) => `${of} ${id}`,
    );
    expect(Object.keys(CARRIED).sort()).toEqual(all.sort());
  });

  test.each(LEAVING)(
    '$name: its bytes, its counts and the head of its story',
    async ({ kind, format, name }) => {
      const { body, address, id } = await take(editor, ADDRESS[kind](story.id, format));
      const { head } = (await editor.get(`/api/articles/${story.id}`)).body;
      const told = await manifest(viewer, address);
      expect(told).toEqual({
        ...{ format: 'claimdesk-manifest', version: 1 },
        file: {
          ...{ id, of: kind, format, whole: true, bytes: body.length },
          sha256: createHash('sha256').update(body).digest('hex'),
          filters: { articleId: story.id, ...(kind === 'claims' ? { status: 'all' } : {}) },
          by: { id: editor.id, name: editor.name },
          at: expect.any(String),
        },
        counts: { claims: CARRIED[name], stories: 1 },
        stories: [
          { id: story.id, claims: CARRIED[name], head, headHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
        ],
        notShown: { claims: 0, stories: 0 },
      });
    },
  );

  test('has in it what its manifest says, row for row', async () => {
    const other = await checkedStory();
    await mark(editor, other, 'Ada Moor');
    const { address } = await take(editor, '/api/exports/claims?format=csv&status=all');
    const told = await manifest(editor, address);
    const rows = await exportCsv(editor, '&status=all');
    expect(told.counts).toEqual({
      claims: rows.length,
      stories: new Set(rows.map((row) => row.story_id)).size,
    });
    const inFile = new Map(rows.map((row) => [row.story_id, [Number(row.story_head), row.story_head_hash]]));
    expect(new Map(told.stories.map(({ id, head, headHash }) => [id, [head, headHash]]))).toEqual(inFile);
    const lines = await exportJsonl(editor, '&status=all');
    expect(lines).toHaveLength(told.counts?.claims ?? -1);
  });

  test('of claims as JSON carries its counts and heads itself, as its manifest tells them', async () => {
    for (const query of ['&status=all', `&articleId=${story.id}`, '&q=nothing-has-these-words']) {
      const { address } = await take(editor, `/api/exports/claims?format=json${query}`);
      const { counts, stories } = await manifest(editor, address);
      const file = await exportJson(editor, query);
      expect(file).toMatchObject({ counts, stories });
      expect(file.counts.claims).toBe(file.claims.length);
    }
  });

  test.each(LEAVING.filter(({ kind }) => kind === 'story' || kind === 'proof'))(
    '$name of a story that has no claim names the story, and is hidden with it',
    async ({ kind, format }) => {
      const bare = await createStory(editor);
      const { address, body } = await take(editor, ADDRESS[kind](bare.id, format));
      const { head, version } = (await editor.get(`/api/articles/${bare.id}`)).body;
      const told = { counts: { claims: 0, stories: 1 }, stories: [{ id: bare.id, claims: 0, head }] };
      expect(await manifest(viewer, address)).toMatchObject(told);
      const digest = createHash('sha256').update(body).digest('hex');
      const found = async () => (await viewer.get(`/api/exports/recorded?sha256=${digest}`)).body.items;
      expect(await found()).toHaveLength(1);
      await editor.patch(`/api/articles/${bare.id}`, { version, access: 'restricted' }).expect(200);
      expect(await found()).toEqual([]);
      refusal(await viewer.get(address), 'NOT_FOUND');
    },
  );

  test('without a claim is told as such', async () => {
    const { address } = await take(editor, '/api/exports/claims?q=nothing-has-these-words');
    expect(await manifest(viewer, address)).toMatchObject({
      ...{ counts: { claims: 0, stories: 0 }, stories: [], notShown: { claims: 0, stories: 0 } },
      file: { filters: { words: true, status: 'passed', verdict: 'accurate' } },
    });
  });

  test('its heads hold to the history, and stop holding where that is cut', async () => {
    const { address } = await take(editor, ADDRESS.claims(story.id, 'xlsx'));
    await mark(editor, story, 'Ada Moor');
    const { text } = await editor.get(address);
    async function* pieces() {
      for (let at = 0; at < text.length; at += 7) yield text.slice(at, at + 7);
    }
    const heads = await readHeads(pieces());
    expect(heads).toMatchObject([{ storyId: story.id }]);
    const broken: unknown[] = [];
    const hold = (key: Buffer) =>
      verifyHeads(desk.db.pool, key, heads, (_head, found) => void broken.push(found));
    await hold(desk.historyKey);
    await hold(Buffer.alloc(32));
    expect(broken).toEqual([null, { seq: 1, what: 'changed' }]);
  });

  test('from before heads were kept says null', async () => {
    const { address, id } = await take(editor, ADDRESS.claims(story.id, 'csv'));
    await desk.db.pool.query('UPDATE export_stories SET head = NULL, head_hash = NULL WHERE export_id = $1', [
      id,
    ]);
    expect((await manifest(editor, address)).stories).toEqual([
      { id: story.id, claims: expect.any(Number), head: null, headHash: null },
    ]);
  });
});

describe('who may see it', () => {
  test('stories of others are counted, not named', async () => {
    const word = `q${uuidv7().replaceAll('-', '')}`;
    const open = await checkedStory({ title: `Ferry ${word}` });
    const closed = await checkedStory({
      title: `Ferry ${word}`,
      access: 'restricted',
      memberIds: [reviewer.id],
    });
    const { address } = await take(editor, `/api/exports/claims?status=all&articleQ=${word}`);
    const seen = await manifest(viewer, address);
    expect(seen).toMatchObject({
      counts: { claims: 6, stories: 2 },
      stories: [{ id: open.id, claims: 3 }],
      notShown: { claims: 3, stories: 1 },
    });
    expect(JSON.stringify(seen)).not.toContain(closed.id);
    expect((await manifest(reviewer, address)).stories.map(({ id }) => id)).toEqual([open.id, closed.id]);
  });

  test('of hidden stories alone it is not there, and its maker sees no more than they now may', async () => {
    const story = await checkedStory();
    const { address } = await take(viewer, ADDRESS.claims(story.id, 'csv'));
    await editor
      .patch(`/api/articles/${story.id}`, { version: story.version, access: 'restricted' })
      .expect(200);
    refusal(await reviewer.get(address), 'NOT_FOUND');
    refusal(await desk.stranger.get(address), 'NOT_SIGNED_IN');
    const own = await manifest(viewer, address);
    expect(own).toMatchObject({ stories: [], notShown: { claims: 3, stories: 1 } });
    expect(JSON.stringify(own)).not.toContain(story.id);
    expect((await manifest(editor, address)).file.filters).toMatchObject({ articleId: story.id });
  });

  test('nothing is there for an id that names no file', async () => {
    for (const id of [uuidv7(), '1'])
      refusal(await editor.get(`/api/exports/recorded/${id}/manifest`), 'NOT_FOUND');
  });
});

describe('a file that was cut off', () => {
  test('says so, to its maker alone', async () => {
    const story = await checkedStory();
    let id = '';
    // Takes the first bytes and goes away.
    const gone = new Writable({ write: (_piece, _encoding, done) => done(new Error('went away')) });
    const closed = once(gone, 'error');
    const begin = (exportId: string) => {
      id = exportId;
    };
    const query = { format: 'csv', status: 'all', articleId: story.id } as const;
    await exportClaims(desk.services, { ...editor, epoch: 1 }, query, { stream: gone, begin });
    await closed;
    const address = `/api/exports/recorded/${id}/manifest`;
    expect(await manifest(editor, address)).toMatchObject({
      file: { id, of: 'claims', format: 'csv', whole: false, sha256: null, filters: { articleId: story.id } },
      ...{ counts: null, stories: [], notShown: { claims: 0, stories: 0 } },
    });
    refusal(await reviewer.get(address), 'NOT_FOUND');
  });
});

test('of more stories than are read at once has each of them, once', async () => {
  const [story, id] = [await checkedStory(), uuidv7()];
  const asked = { id, kind: 'claims', format: 'csv', by: editor, at: desk.clock.now, filters: {} } as const;
  await insertCutOff(desk.db, { ...asked, holds: Prisma.sql`FALSE` }, 1);
  await desk.db.pool.query(
    `WITH made AS (
       INSERT INTO articles SELECT (json_populate_record(a, json_build_object('id', made_id))).*
       FROM articles a, unnest($3::uuid[]) made_id WHERE a.id = $1 RETURNING id)
     INSERT INTO export_stories (article_id, export_id, claim_ids, versions, statuses, verdict_ids)
     SELECT id, $2, ARRAY[id], '{1}', '{unchecked}', '{NULL}' FROM made`,
    [story.id, id, Array.from({ length: 1203 }, () => uuidv7())],
  );
  await desk.db.pool.query(`UPDATE exports SET sha256 = '\\x00' WHERE id = $1`, [id]);
  // What was put in by hand is taken out again: it has no history.
  try {
    const address = `/api/exports/recorded/${id}/manifest`;
    const { body } = await editor.get(address).expect(200);
    expect(body.counts).toEqual({ claims: 1203, stories: 1203 });
    expect(new Set(body.stories.map((one: { id: string }) => one.id)).size).toBe(1203);
    expect(body.notShown).toEqual({ claims: 0, stories: 0 });
  } finally {
    await desk.db.pool.query(
      `WITH gone AS (DELETE FROM export_stories WHERE export_id = $1 RETURNING article_id)
       DELETE FROM articles WHERE id IN (SELECT article_id FROM gone)`,
      [id],
    );
  }
});
