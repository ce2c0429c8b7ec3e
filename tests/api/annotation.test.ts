/** A claim as a W3C Web Annotation, by content negotiation. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { GetClaim } from '../../server/contract/claims.ts';
import { cite, claimNow, comment } from '../support/attached.ts';
import { CASUALTY, createStory, mark, markBody, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { standardIn, unmetMusts } from '../support/standards.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor', 'Ada Moor');
  reviewer = await desk.person('reviewer', 'Ines Holm');
  story = await createStory(editor);
});

const Body = z.looseObject({ type: z.string(), purpose: z.string(), value: z.string().optional() });
const Annotation = z.looseObject({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: z.string(),
  type: z.literal('Annotation'),
  canonical: z.string(),
  body: z.array(Body),
  target: z.looseObject({
    source: z.looseObject({ id: z.string(), language: z.string() }),
    selector: z.tuple([
      z.strictObject({
        type: z.literal('TextQuoteSelector'),
        exact: z.string(),
        prefix: z.string(),
        suffix: z.string(),
      }),
      z.strictObject({ type: z.literal('TextPositionSelector'), start: z.int(), end: z.int() }),
    ]),
  }),
});

const asked = (id: string, as = editor) =>
  as
    .get(`/api/claims/${id}`)
    .set('Accept', 'application/ld+json')
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, JSON.parse(Buffer.concat(pieces).toString('utf8'))));
    });
const annotation = async (id: string) => Annotation.parse((await asked(id).expect(200)).body);
const saying = (body: z.infer<typeof Body>[], purpose: string) =>
  body.filter((each) => each.purpose === purpose).map(({ value }) => value);

describe('a claim asked for as an annotation', () => {
  test('says what it is, how it was checked, on what, and what was said of it', async () => {
    const marked = await mark(editor, story, 'At least 41 people', CASUALTY);
    const evidence = {
      kind: 'link',
      title: 'Passenger list',
      url: 'https://ferry.test/list',
      publisher: 'The line',
    };
    await cite(editor, marked, { evidence, stance: 'supports', locator: 'p. 2', quote: '41 names' });
    const gone = await cite(editor, marked, {
      evidence: { kind: 'document', title: 'A draft' },
      stance: 'context',
    });
    await editor.delete(`/api/citations/${gone.id}?version=1`).expect(200);
    const first = await comment(editor, marked, 'Who counted?');
    const reply = { body: 'The office.', parentId: first.id };
    await reviewer.post(`/api/claims/${marked.id}/comments`, reply).expect(201);
    const passed = await review(reviewer, await verify(editor, await claimNow(editor, marked)));

    const { body, ...rest } = await annotation(passed.id);
    expect(rest).toMatchObject({ motivation: 'assessing', canonical: `urn:uuid:${passed.id}` });
    expect(saying(body, 'tagging')).toEqual(['casualty_count']);
    expect(saying(body, 'classifying')).toEqual(['passed']);
    expect(JSON.parse(saying(body, 'describing')[0] ?? '')).toEqual({
      kind: passed.kind,
      details: passed.details,
    });
    expect(saying(body, 'assessing')).toEqual([`accurate: ${passed.verdict?.reason}`]);
    expect(saying(body, 'moderating')).toEqual(['passed']);
    expect(saying(body, 'linking')).toEqual([
      undefined,
      'supports: Passenger list · The line · p. 2 · “41 names”',
    ]);
    expect(body.find(({ type }) => type === 'SpecificResource')).toMatchObject({
      source: 'https://ferry.test/list',
      selector: { type: 'TextQuoteSelector', exact: '41 names' },
    });
    expect(saying(body, 'commenting')).toEqual(['Who counted?']);
    expect(saying(body, 'replying')).toEqual(['The office.']);
    expect(body.find(({ purpose }) => purpose === 'moderating')).toMatchObject({
      creator: { id: `urn:uuid:${reviewer.id}`, type: 'Person', name: 'Ines Holm' },
    });
  });

  test('says nothing of a verdict that expired', async () => {
    const { id } = await verify(editor, await mark(editor, story, 'Nobody knows'));
    await editor
      .patch(`/api/claims/${id}`, { version: 2, kind: 'fact', details: { about: 'event' } })
      .expect(200);
    const { body } = await annotation(id);
    expect(saying(body, 'assessing')).toEqual([]);
    expect(saying(body, 'classifying')).toEqual(['expired']);
  });

  test('is JSON unless it is asked for, and the cache is told', async () => {
    const claim = await mark(editor, story, '120 passengers');
    for (const accept of [
      '*/*',
      'application/json',
      'application/json, application/ld+json;q=0.5',
      'text/html',
    ]) {
      const response = await editor.get(`/api/claims/${claim.id}`).set('Accept', accept);
      expect(answer(GetClaim, response)).toEqual(claim);
      expect(response.headers['vary']).toContain('Accept');
    }
    const response = await asked(claim.id);
    expect(response.headers['content-type']).toBe(
      'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    );
  });

  test('is not there for whom its story is not', async () => {
    const hidden = await createStory(editor, { access: 'restricted' });
    const claim = await mark(editor, hidden, '120 passengers');
    refusal(await asked(claim.id, reviewer), 'NOT_FOUND');
  });
});

describe('the words it hangs on', () => {
  const TEXT = 'In Søvik 👩‍👩‍👧 five 🇩🇰 sailors and a cafe\u0301 burnt.\n\nقُتل تسعة رجال في حران.';

  test('are counted in code points, and no character is split', async () => {
    const own = await createStory(editor, { text: TEXT });
    const { text } = own.revision;
    const points = [...text];
    // Half of the family, half of the flag, half of the é, and words from right to left.
    for (const [quote, whole] of [
      ['👩‍👧 five 🇩', '👩‍👩‍👧 five 🇩🇰'],
      ['cafe', 'cafe\u0301'.normalize('NFC')],
      ['تسعة رجال', 'تسعة رجال'],
      ['In', 'In'],
    ] as const) {
      const start = text.indexOf(quote.normalize('NFC')) === -1 ? text.indexOf('caf') : text.indexOf(quote);
      const span = { start, end: start + quote.length, quote: text.slice(start, start + quote.length) };
      const made = await editor.post(`/api/articles/${own.id}/claims`, { revision: 1, kind: 'fact', span });
      const { target } = await annotation(made.body.id);
      const [words, place] = target.selector;
      expect(words.exact).toBe(whole);
      expect(points.slice(place.start, place.end).join('')).toBe(whole);
      expect(text).toContain(words.prefix + words.exact + words.suffix);
      expect(target.source.id).toBe(`http://claimdesk.test/api/articles/${own.id}/revisions/1`);
    }
  });

  test('are those of the claim in any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 5, maxLength: 40 }), async (words) => {
        const own = await createStory(editor, { text: `It was said: ${words} and no more.` });
        const quote = own.revision.text.slice(7, -4);
        const made = await editor.post(
          `/api/articles/${own.id}/claims`,
          markBody(own, quote, { kind: 'fact' }),
        );
        expect(made.status).toBe(201);
        const [exact, place] = (await annotation(made.body.id)).target.selector;
        expect([...own.revision.text].slice(place.start, place.end).join('')).toBe(exact.exact);
        expect(exact.exact).toContain(quote);
      }),
      { numRuns: 12 },
    );
  });
});

describe.skipIf(standardIn('w3c-annotation') === null)(
  'the tests of the W3C (CLAIMDESK_STANDARDS names their folder)',
  () => {
    test('find every MUST met', async () => {
      const marked = await mark(editor, story, 'Nine children', CASUALTY);
      await cite(editor, marked, {
        evidence: { kind: 'link', title: 'List', url: 'https://ferry.test/9' },
        stance: 'supports',
      });
      await comment(editor, marked, 'Which list?');
      const { id } = await review(reviewer, await verify(editor, await claimNow(editor, marked)));
      expect(await unmetMusts(standardIn('w3c-annotation') ?? '', (await asked(id)).body)).toEqual([]);
    });
  },
);
