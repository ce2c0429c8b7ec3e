/** Files that were handed out: who, when, what was asked, which bytes, which claims. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Prisma } from '../../server/database/client.ts';
import { recordedWhole } from '../../server/features/exports/export-record.ts';
import { createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;
let viewer: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
});
beforeEach(async () => {
  await desk.db.pool.query('DELETE FROM export_stories; DELETE FROM exports');
  story = await createStory(editor);
});

interface Recorded {
  readonly kind: string;
  readonly format: string;
  readonly by_id: string;
  readonly at: Date;
  readonly filters: object;
  readonly sha256: string | null;
  readonly bytes: string;
  readonly stories: {
    article_id: string;
    claim_ids: string[];
    versions: number[];
    statuses: string[];
    verdicts: (string | null)[];
  }[];
}

async function recorded(): Promise<Recorded[]> {
  const { rows } = await desk.db.pool.query<Recorded>(`
    SELECT kind, format, by_id, at, filters, encode(sha256, 'hex') AS sha256, bytes, COALESCE((
      SELECT json_agg(json_build_object('article_id', x.article_id, 'claim_ids', x.claim_ids, 'versions', x.versions,
        'statuses', x.statuses, 'verdicts', (SELECT json_agg(v.verdict ORDER BY n) FROM unnest(x.verdict_ids)
          WITH ORDINALITY t (id, n) LEFT JOIN verdicts v ON v.id = t.id)) ORDER BY x.article_id)
      FROM export_stories x WHERE x.export_id = e.id), '[]') AS stories
    FROM exports e ORDER BY at, id`);
  return rows;
}
const only = async () => {
  const [one, ...more] = await recorded();
  if (one === undefined || more.length > 0) throw new Error('one record was expected');
  return one;
};
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a whole file', () => {
  test.each([
    ['claims', 'csv'],
    ['claims', 'json'],
    ['claims', 'jsonl'],
    ['corrections', 'csv'],
    ['corrections', 'json'],
    ['corrections', 'txt'],
  ])('of %s as %s has the digest of its bytes', async (kind, format) => {
    const wrong = { verdict: 'inaccurate', correction: '112 passengers' };
    await verify(editor, await mark(editor, story, '120 passengers'), wrong);
    const status = kind === 'claims' ? '&status=all' : '';
    const address = `/api/exports/${kind}?format=${format}&articleId=${story.id}${status}`;
    const { body } = await asBytes(viewer.get(address));
    expect(await only()).toMatchObject({
      kind,
      format,
      by_id: viewer.id,
      sha256: sha256(body),
      bytes: String(body.length),
      filters: { articleId: story.id },
      stories: [{ article_id: story.id }],
    });
  });

  test('is recorded with every claim, as it stood', async () => {
    const unchecked = await mark(editor, story, 'on Tuesday');
    const passed = await review(reviewer, await verify(editor, await mark(editor, story, '120 passengers')));
    const expired = await verify(editor, await mark(editor, story, 'Nine children'));
    const details = { about: 'name', value: null };
    await editor.patch(`/api/claims/${expired.id}`, { version: 2, details }).expect(200);
    const other = await createStory(editor);
    await mark(editor, other, 'on Tuesday');
    await asBytes(editor.get(`/api/exports/claims?status=all&articleId=${story.id}`));
    const { stories } = await only();
    const [carried, ...more] = stories;
    expect(more).toEqual([]);
    const byClaim = carried?.claim_ids.map((id, at) => [
      id,
      carried.versions[at],
      carried.statuses[at],
      carried.verdicts[at],
    ]);
    expect(byClaim?.sort()).toEqual(
      [
        [unchecked.id, 1, 'unchecked', null],
        [passed.id, 3, 'passed', 'accurate'],
        [expired.id, 3, 'expired', null],
      ].sort(),
    );
  });

  test('holds the claims that are verified alone, where nothing else was asked for', async () => {
    await mark(editor, story, 'on Tuesday');
    const passed = await review(reviewer, await verify(editor, await mark(editor, story, '120 passengers')));
    await asBytes(editor.get(`/api/exports/claims?articleId=${story.id}`));
    const { stories, filters } = await only();
    expect(stories.map(({ claim_ids }) => claim_ids)).toEqual([[passed.id]]);
    expect(filters).toEqual({ articleId: story.id, status: 'passed', verdict: 'accurate' });
  });

  test('without a claim is recorded as well', async () => {
    for (const format of ['csv', 'jsonl', 'json'])
      await asBytes(editor.get(`/api/exports/claims?format=${format}&articleId=${story.id}`));
    expect((await recorded()).map(({ format, stories }) => [format, stories])).toEqual([
      ['csv', []],
      ['jsonl', []],
      ['json', []],
    ]);
  });

  test('keeps of words that were searched for only that there were some', async () => {
    const words = 'q=Strand&articleQ=Strand';
    await asBytes(editor.get(`/api/exports/claims?${words}`));
    expect((await only()).filters).toEqual({ words: true, status: 'passed', verdict: 'accurate' });
  });
});

describe('what is not a whole file', () => {
  test('a refused one is not recorded', async () => {
    await editor.get('/api/exports/claims?format=pdf').expect(422);
    await desk.stranger.get('/api/exports/claims').expect(401);
    expect(await recorded()).toEqual([]);
  });

  test('one that was cut off is recorded as such: no digest, no claims', async () => {
    const claim = await mark(editor, story, '120 passengers');
    await desk.db.pool.query(
      `WITH copies AS (
         INSERT INTO claims (id, article_id, kind, details, summary, placed_revision, search, created_by_id, created_at)
         SELECT gen_random_uuid(), article_id, kind, details, repeat('A long summary. ', 400), placed_revision, search,
           created_by_id, created_at
         FROM claims, generate_series(2, 3000) WHERE id = $1 RETURNING id)
       INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
       SELECT copies.id, p.revision, p.article_id, p.start, p."end", p.quote, p.sentence
       FROM copies, placements p WHERE p.claim_id = $1`,
      [claim.id],
    );
    const broken = editor
      .get('/api/exports/claims?format=csv&status=all')
      .buffer(true)
      .parse((given, done) => {
        const response = given as unknown as IncomingMessage;
        response.once('data', () => {
          response.destroy();
          done(new Error('went away'), null);
        });
      });
    await Promise.resolve(broken).catch(() => {});
    let rows = await recorded();
    // How long the server takes to notice is its own affair.
    while (rows.length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
      rows = await recorded();
    }
    expect(rows).toMatchObject([
      { kind: 'claims', format: 'csv', by_id: editor.id, sha256: null, stories: [] },
    ]);
    expect(Number(rows[0]?.bytes)).toBeLessThan(3000 * 6400);
  });

  test('one whose record cannot be stored is not ended', async () => {
    await review(reviewer, await verify(editor, await mark(editor, story, '120 passengers')));
    await desk.db.pool.query('ALTER TABLE export_stories RENAME TO hidden');
    const ended = await Promise.resolve(asBytes(editor.get('/api/exports/claims?format=json'))).then(
      ({ body }) => body.toString('utf8').endsWith(']}\n'),
      () => false,
    );
    await desk.db.pool.query('ALTER TABLE hidden RENAME TO export_stories');
    expect(ended).toBe(false);
    expect((await recorded()).every(({ sha256: digest }) => digest === null)).toBe(true);
  });
});

describe('a checking proof', () => {
  const proof = (query = '') => editor.get(`/api/articles/${story.id}/proof${query}`);

  test('that is kept is recorded with its claims, one that is looked at is not', async () => {
    const claim = await review(reviewer, await verify(editor, await mark(editor, story, '120 passengers')));
    const gone = await mark(editor, story, 'Nine children');
    await editor.delete(`/api/claims/${gone.id}?version=1`).expect(200);
    await proof().expect(200);
    expect(await recorded()).toEqual([]);

    const { text } = await proof('?download=true').expect(200);
    const bytes = Buffer.from(text, 'utf8');
    expect(await only()).toMatchObject({
      ...{ kind: 'proof', format: 'html', by_id: editor.id, filters: { articleId: story.id } },
      ...{ sha256: sha256(bytes), bytes: String(bytes.length) },
      stories: [
        {
          article_id: story.id,
          ...{
            claim_ids: [claim.id],
            versions: [claim.version],
            statuses: ['passed'],
            verdicts: ['accurate'],
          },
        },
      ],
    });
  });

  test('is on the radar once a verdict in it no longer holds', async () => {
    const claim = await review(reviewer, await verify(editor, await mark(editor, story, '120 passengers')));
    await proof('?download=true').expect(200);
    const found = (await editor.get(`/api/claims/${claim.id}/reach`)).body;
    expect(found.exports.items).toMatchObject([{ kind: 'proof', format: 'html', version: claim.version }]);
    await verify(editor, claim, { verdict: 'disputed', reason: 'Another list.' });
    const { items } = (await editor.get('/api/radar')).body;
    const entry = items.find((item: { claim: { id: string } }) => item.claim.id === claim.id);
    expect(entry).toMatchObject({ exports: [{ kind: 'proof' }] });
  });

  test('that something happened beside is not recorded as it was', async () => {
    const head: number = (await editor.get(`/api/articles/${story.id}`)).body.head;
    const asked = {
      ...({
        id: uuidv7(),
        kind: 'proof',
        format: 'html',
        by: { id: editor.id },
        filters: {},
        at: desk.clock.now,
      } as const),
      holds: Prisma.sql`c.article_id = ${story.id}::uuid`,
    };
    const file = Buffer.from('<p>A proof</p>');
    const record = (at: number) => recordedWhole(desk.db, asked, { articleId: story.id, head: at }, file);
    expect(await record(head - 1)).toBe(false);
    expect(await recorded()).toEqual([]);
    expect(await record(head)).toBe(true);
    expect(await recorded()).toHaveLength(1);
  });
});
