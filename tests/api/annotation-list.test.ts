/** Claims as a W3C Web Annotation collection: paged, and as one file. */
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ANNOTATED_CLAIMS } from '../../server/contract/annotations.ts';
import { cite, claimNow, comment } from '../support/attached.ts';
import { CASUALTY, createStory, mark, markBody, review, type Story, verify } from '../support/claims.ts';
import { refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';
import { type MustsOf, standardIn, unmetMusts } from '../support/standards.ts';

const desk = useDesk();
const ORIGIN = 'http://claimdesk.test';
let editor: Person;
let reviewer: Person;
let story: Story;
/** More claims than stand on two pages, in the order they were marked. */
let long: Story;
let longIds: string[];

beforeAll(async () => {
  editor = await desk.person('editor', 'Ada Moor');
  reviewer = await desk.person('reviewer', 'Ines Holm');
  story = await createStory(editor);
  long = await createStory(editor);
  longIds = [];
  for (let number = 0; number < 2 * ANNOTATED_CLAIMS + 7; number += 1)
    longIds.push((await mark(editor, long, 'Nine children', { summary: `Number ${number}` })).id);
});

const Annotation = z.looseObject({
  id: z.string(),
  type: z.literal('Annotation'),
  canonical: z.string(),
  motivation: z.string(),
  body: z.array(z.looseObject({ type: z.string(), purpose: z.string(), value: z.string().optional() })),
  target: z.union([z.string(), z.looseObject({ selector: z.array(z.unknown()) })]),
});
const CONTEXT = z.literal('http://www.w3.org/ns/anno.jsonld');
const Page = z.strictObject({
  '@context': CONTEXT,
  id: z.string(),
  type: z.literal('AnnotationPage'),
  partOf: z.strictObject({
    ...{ id: z.string(), type: z.literal('AnnotationCollection'), label: z.string(), total: z.int() },
  }),
  startIndex: z.int(),
  next: z.string().optional(),
  prev: z.string().optional(),
  items: z.array(Annotation).min(1),
});
const Collection = z.strictObject({
  '@context': CONTEXT,
  id: z.string(),
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  total: z.int(),
  first: z.string().optional(),
  last: z.string().optional(),
});
const File = z.strictObject({
  ...Collection.shape,
  creator: z.strictObject({ id: z.string(), type: z.literal('Person'), name: z.string() }),
  created: z.iso.datetime(),
  first: z
    .strictObject({
      id: z.string(),
      type: z.literal('AnnotationPage'),
      startIndex: z.literal(0),
      items: z.array(Annotation),
    })
    .optional(),
});

/** By its address, as whoever follows links does. */
async function at(iri: string, as = editor): Promise<unknown> {
  expect(iri.startsWith(`${ORIGIN}/api/annotations`)).toBe(true);
  const answer = await asBytes(as.get(iri.slice(ORIGIN.length)));
  expect(answer.headers['content-type']).toBe(
    'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  );
  return JSON.parse(answer.body.toString('utf8'));
}
const collection = async (query: string, as = editor) =>
  Collection.parse(await at(`${ORIGIN}/api/annotations?${query}`, as));
const page = async (iri: string) => Page.parse(await at(iri));
const fileOf = async (query: string) =>
  File.parse(
    JSON.parse(
      (await asBytes(editor.get(`/api/exports/claims?format=jsonld&${query}`))).body.toString('utf8'),
    ),
  );
const claimIri = (id: string) => `${ORIGIN}/api/claims/${id}`;
const allOf = ({ id }: Story) => `articleId=${id}&status=all`;

/** Every page from one on, by `next`. */
async function pagesFrom(iri: string | undefined): Promise<z.infer<typeof Page>[]> {
  const pages: z.infer<typeof Page>[] = [];
  for (let next = iri; next !== undefined; next = pages.at(-1)?.next) pages.push(await page(next));
  return pages;
}

describe('a collection in pages', () => {
  test('tells how many there are, and where to begin and end', async () => {
    const whole = await collection(allOf(long));
    expect(whole).toMatchObject({ total: longIds.length, label: 'Claims' });
    const pages = await pagesFrom(whole.first);
    expect(pages).toHaveLength(3);
    expect(pages.map(({ id }) => id)).toEqual([whole.first, pages[1]?.id, whole.last]);
    expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(longIds.map(claimIri));
    expect(pages.map(({ startIndex }) => startIndex)).toEqual([0, ANNOTATED_CLAIMS, 2 * ANNOTATED_CLAIMS]);
    for (const { partOf } of pages) expect(partOf).toMatchObject({ id: whole.id, total: whole.total });
  });

  test('leads back the way it came, by the same addresses', async () => {
    const pages = await pagesFrom((await collection(allOf(long))).first);
    expect(pages.map(({ prev }) => prev)).toEqual([undefined, pages[0]?.id, pages[1]?.id]);
    expect(pages.at(-1)?.next).toBeUndefined();
    for (const each of pages) expect(await page(each.id)).toEqual(each);
  });

  test('keeps its pages when it grows', async () => {
    const own = await createStory(editor);
    for (let number = 0; number < ANNOTATED_CLAIMS; number += 1) await mark(editor, own, 'Nine children');
    const before = await pagesFrom((await collection(allOf(own))).first);
    expect(before).toHaveLength(1);
    const added = await mark(editor, own, '120 passengers');
    const after = await pagesFrom((await collection(allOf(own))).first);
    expect(after[0]?.items).toEqual(before[0]?.items);
    expect(after[1]?.items.map(({ id }) => id)).toEqual([claimIri(added.id)]);
  });

  test('has the address of what was asked, in whatever order', async () => {
    const one = await collection(`status=all&articleId=${story.id}`);
    expect(one.id).toBe((await collection(`articleId=${story.id}&status=all`)).id);
  });

  test('is the verified ones unless it is asked otherwise', async () => {
    const own = await createStory(editor);
    await mark(editor, own, '120 passengers');
    expect(await collection(`articleId=${own.id}`)).toMatchObject({ total: 0, label: 'Verified claims' });
    const checked = await verify(editor, await mark(editor, own, 'Nine children'));
    await review(reviewer, checked);
    const { first } = await collection(`articleId=${own.id}`);
    const [items] = (await pagesFrom(first)).map((each) => each.items);
    expect(items?.map(({ id, motivation }) => [id, motivation])).toEqual([
      [claimIri(checked.id), 'assessing'],
    ]);
  });

  test('with nothing in it has no pages', async () => {
    const empty = await collection('q=nothinghasthesewords');
    expect(empty).toMatchObject({ total: 0 });
    expect(empty).not.toHaveProperty('first');
    expect(empty).not.toHaveProperty('last');
    const { issues } = refusal(
      await editor.get('/api/annotations?q=nothinghasthesewords&page=first'),
      'INVALID',
    );
    expect(issues).toEqual([{ path: 'page', message: 'has nothing on it' }]);
  });

  test.each(['2', 'WzFd', 'first ', '{}'])('refuses the page “%s”', async (name) => {
    const { issues } = refusal(
      await editor.get(`/api/annotations?page=${encodeURIComponent(name)}`),
      'INVALID',
    );
    expect(issues?.map(({ path }) => path)).toEqual(['page']);
  });

  test('has nothing of a story that is not for its reader', async () => {
    const hidden = await createStory(editor, { access: 'restricted' });
    await mark(editor, hidden, '120 passengers');
    expect((await collection(allOf(hidden), reviewer)).total).toBe(0);
    expect((await collection(allOf(hidden))).total).toBe(1);
  });
});

describe('comments', () => {
  test('are annotations of their own: on the claim, and on the comment that they answer', async () => {
    const own = await createStory(editor);
    const claim = await mark(editor, own, 'At least 41 people', CASUALTY);
    const first = await comment(editor, claim, 'Who counted?');
    const reply = await reviewer.post(`/api/claims/${claim.id}/comments`, {
      ...{ body: 'The office.', parentId: first.id },
    });
    const gone = await comment(editor, claim, 'A slip');
    await editor.delete(`/api/comments/${gone.id}?version=1`).expect(200);
    const whole = await collection(allOf(own));
    expect(whole.total).toBe(3);
    const [items = []] = (await pagesFrom(whole.first)).map((each) => each.items);
    const iri = claimIri(claim.id);
    expect(
      items.map(({ id, motivation, target, body }) => ({
        ...{ id, motivation, target: typeof target === 'string' ? target : 'words' },
        said: body.map(({ value }) => value).at(-1),
      })),
    ).toMatchObject([
      { id: iri, motivation: 'tagging', target: 'words' },
      { id: `${iri}#comment-${first.id}`, motivation: 'commenting', target: iri, said: 'Who counted?' },
      {
        ...{ id: `${iri}#comment-${reply.body.id}`, motivation: 'replying', said: 'The office.' },
        target: `${iri}#comment-${first.id}`,
      },
    ]);
    expect(items[0]?.body.map(({ purpose }) => purpose)).not.toContain('commenting');
  });

  test('count where a page begins', async () => {
    const own = await createStory(editor);
    for (let number = 0; number <= ANNOTATED_CLAIMS; number += 1) {
      const claim = await mark(editor, own, 'Nine children');
      if (number < 3) await comment(editor, claim, 'Hm.');
    }
    const pages = await pagesFrom((await collection(allOf(own))).first);
    expect(pages.map(({ startIndex }) => startIndex)).toEqual([0, ANNOTATED_CLAIMS + 3]);
    expect(pages[0]?.partOf.total).toBe(ANNOTATED_CLAIMS + 4);
  });
});

test('words are counted in code points, and no character is split', async () => {
  const own = await createStory(editor, { text: 'In Søvik 👩‍👩‍👧 five 🇩🇰 sailors burnt.' });
  const { text } = own.revision;
  const quote = '👩‍👧 five 🇩';
  const span = { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote };
  await editor.post(`/api/articles/${own.id}/claims`, { revision: 1, kind: 'fact', span }).expect(201);
  const [only] = (await pagesFrom((await collection(allOf(own))).first)).flatMap(({ items }) => items);
  const [words, place] = z
    .tuple([z.looseObject({ exact: z.string() }), z.looseObject({ start: z.int(), end: z.int() })])
    .parse(typeof only?.target === 'string' ? null : only?.target.selector);
  expect(words.exact).toBe('👩‍👩‍👧 five 🇩🇰');
  expect([...text].slice(place.start, place.end).join('')).toBe(words.exact);
});

describe('as one file', () => {
  test('has what the pages have, with who made it and when', async () => {
    const pages = await pagesFrom((await collection(allOf(long))).first);
    const file = await fileOf(allOf(long));
    expect(file.first?.items).toEqual(pages.flatMap(({ items }) => items));
    expect(file).toMatchObject({
      ...{ id: pages[0]?.partOf.id, total: longIds.length, last: file.first?.id },
      creator: { id: `urn:uuid:${editor.id}`, name: 'Ada Moor' },
    });
  });

  test('of more claims than are read at once', async () => {
    const own = await createStory(editor);
    const claim = await mark(editor, own, 'Nine children');
    await desk.db.pool.query(
      `WITH copies AS (
         INSERT INTO claims (id, article_id, kind, details, placed_revision, search, created_by_id, created_at)
         SELECT gen_random_uuid(), article_id, kind, details, placed_revision, search, created_by_id, created_at
         FROM claims, generate_series(1, 400) WHERE id = $1 RETURNING id)
       INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
       SELECT copies.id, p.revision, p.article_id, p.start, p."end", p.quote, p.sentence
       FROM copies, placements p WHERE p.claim_id = $1`,
      [claim.id],
    );
    const { first, total } = await fileOf(allOf(own));
    expect(total).toBe(401);
    expect(new Set(first?.items.map(({ id }) => id)).size).toBe(401);
  });

  test('with nothing in it is whole', async () => {
    expect(await fileOf('q=nothinghasthesewords')).toMatchObject({ total: 0 });
  });
});

describe.skipIf(standardIn('w3c-annotation') === null)(
  'the tests of the W3C (CLAIMDESK_STANDARDS names their folder)',
  () => {
    const unmet = (of: MustsOf, document: unknown) =>
      unmetMusts(standardIn('w3c-annotation') ?? '', document, of);

    test('find every MUST met by collections, pages and what is on them', async () => {
      const marked = await mark(editor, story, 'Nine children', CASUALTY);
      await cite(editor, marked, {
        evidence: { kind: 'link', title: 'List', url: 'https://ferry.test/9' },
        stance: 'supports',
      });
      const first = await comment(editor, marked, 'Which list?');
      await reviewer.post(`/api/claims/${marked.id}/comments`, { body: 'That.', parentId: first.id });
      await review(reviewer, await verify(editor, await claimNow(editor, marked)));
      await editor.post(`/api/articles/${story.id}/claims`, markBody(story, '120 passengers')).expect(201);
      for (const of of [story, long]) {
        const whole = await collection(allOf(of));
        expect(await unmet('collections', whole)).toEqual([]);
        for (const each of await pagesFrom(whole.first)) expect(await unmet('pages', each)).toEqual([]);
      }
      const [only] = await pagesFrom((await collection(allOf(story))).first);
      for (const item of only?.items ?? [])
        expect(await unmet('annotations', { '@context': CONTEXT.value, ...item }), item.id).toEqual([]);
      expect(await unmet('collections', await fileOf(allOf(story)))).toEqual([]);
    });
  },
);
