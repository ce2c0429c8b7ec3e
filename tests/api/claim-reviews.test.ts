/** Checked claims as reviews for the web: what is in the file, what is left out, and the check before it. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { CheckClaimReviews } from '../../server/contract/claim-review.ts';
import { FindExports } from '../../server/contract/exports.ts';
import { claimNow } from '../support/attached.ts';
import { createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor', 'Ada Moor');
  reviewer = await desk.person('reviewer', 'Ben Hale');
});

const URL_OF_STORY = 'https://paper.example/ferry';
const published = (body: object = {}) =>
  createStory(editor, { sourceUrl: URL_OF_STORY, publishedAt: '2026-03-01T12:00:00.000Z', ...body });
const passed = async (story: Story, quote: string) =>
  review(reviewer, await verify(editor, await mark(editor, story, quote)));
const checkOf = async (as: Person, query: string) =>
  answer(CheckClaimReviews, await as.get(`/api/exports/claims/check?${query}`));

async function fileOf(story: Story, format: string, query = ''): Promise<{ text: string; bytes: Buffer }> {
  const { body } = await asBytes(
    editor.get(`/api/exports/claims?format=${format}&articleId=${story.id}${query}`),
  );
  return { text: body.toString('utf8'), bytes: body };
}

describe('the file', () => {
  test('holds the verified claims of a story, with the newsroom as their author', async () => {
    const story = await published();
    const claim = await passed(story, '120 passengers');
    await mark(editor, story, 'Lindholm');
    const { text } = await fileOf(story, 'claimreview');
    expect(JSON.parse(text)).toMatchObject({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'ClaimReview',
          '@id': expect.stringContaining(`/api/claims/${claim.id}#review`),
          url: URL_OF_STORY,
          claimReviewed: '120 passengers',
          author: { name: 'The Harbour Paper', url: 'https://paper.example' },
          reviewRating: { alternateName: 'Accurate', ratingValue: 5 },
          itemReviewed: { datePublished: '2026-03-01', appearance: { url: URL_OF_STORY } },
        },
      ],
    });
    expect(JSON.parse((await fileOf(story, 'claimreview-feed')).text)).toMatchObject({
      '@type': 'DataFeed',
      dataFeedElement: [{ item: [{ claimReviewed: '120 passengers' }] }],
    });
    expect((await fileOf(story, 'claimreview-html')).text).toMatch(/^<script type="application\/ld\+json">/);
  });

  test('of nothing is one all the same', async () => {
    const story = await published();
    expect(JSON.parse((await fileOf(story, 'claimreview')).text)).toEqual({
      '@context': 'https://schema.org',
      '@graph': [],
    });
  });

  test('names who says it, and nobody who is confidential', async () => {
    const story = await published();
    const claim = await passed(story, '120 passengers');
    const source = (body: object) =>
      editor.post('/api/sources', { kind: 'organisation', ...body }).expect(201);
    const { body: open } = await source({ name: 'The coast guard of Lindholm' });
    const said = await mark(editor, story, 'Lindholm', {
      kind: 'attribution',
      details: { sourceId: open.id },
    });
    await editor
      .patch(`/api/claims/${claim.id}`, { version: claim.version, attributionIds: [said.id] })
      .expect(200);
    const again = await review(reviewer, await verify(editor, await claimNow(editor, claim)));
    const authors = async () =>
      JSON.parse((await fileOf(story, 'claimreview')).text)['@graph'].map(
        (one: { itemReviewed: { author?: object } }) => one.itemReviewed.author,
      );
    expect(await authors()).toEqual([{ '@type': 'Organization', name: 'The coast guard of Lindholm' }]);
    await desk.db.pool.query('UPDATE sources SET confidential = TRUE WHERE id = $1', [open.id]);
    expect(again.status).toBe('passed');
    expect(await authors()).toEqual([undefined]);
  });

  test('leaves out what lacks something required, also in the record of what was handed out', async () => {
    const [story, bare] = [await published(), await createStory(editor)];
    await passed(story, '120 passengers');
    await passed(bare, '120 passengers');
    const waived = await mark(editor, story, 'Lindholm', { kind: 'fact', details: { about: 'place' } });
    await editor
      .put(`/api/claims/${waived.id}/verdict`, { version: 1, verdict: 'waived', reason: 'A known place.' })
      .expect(200);
    const { text, bytes } = await fileOf(story, 'claimreview', '&status=all');
    expect(JSON.parse(text)['@graph']).toHaveLength(1);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { items } = answer(FindExports, await editor.get(`/api/exports/recorded?sha256=${sha256}`));
    expect(items).toMatchObject([{ kind: 'claims', format: 'claimreview', claims: 1 }]);
    expect(JSON.parse((await fileOf(bare, 'claimreview')).text)['@graph']).toEqual([]);
  });
});

describe('the check', () => {
  test('tells what each claim lacks, those that would be left out first', async () => {
    const bare = await createStory(editor, { publishedAt: '2026-03-01T12:00:00.000Z' });
    const claim = await passed(bare, '120 passengers');
    expect(await checkOf(editor, `articleId=${bare.id}`)).toEqual({
      complete: 0,
      leftOut: 1,
      items: [
        {
          claimId: claim.id,
          articleId: bare.id,
          quote: '120 passengers',
          missing: ['url'],
          wanting: ['said_by'],
        },
      ],
    });
    const story = await published();
    const [good, open] = [await passed(story, '120 passengers'), await mark(editor, story, 'Lindholm')];
    const found = await checkOf(editor, `articleId=${story.id}&status=all`);
    expect(found).toMatchObject({ complete: 1, leftOut: 1 });
    expect(found.items.map(({ claimId, missing }) => [claimId, missing])).toEqual([
      [open.id, ['verdict']],
      [good.id, []],
    ]);
  });

  test('is of the verified claims alone, where nothing else is asked', async () => {
    const story = await published();
    await mark(editor, story, '120 passengers');
    expect(await checkOf(editor, `articleId=${story.id}`)).toEqual({ complete: 0, leftOut: 0, items: [] });
  });

  test('tells of a restricted story to its people alone', async () => {
    const story = await published({ access: 'restricted' });
    await mark(editor, story, '120 passengers');
    const query = `articleId=${story.id}&status=all`;
    expect((await checkOf(editor, query)).items).toHaveLength(1);
    expect(await checkOf(reviewer, query)).toEqual({ complete: 0, leftOut: 0, items: [] });
    refusal(await desk.stranger.get(`/api/exports/claims/check?${query}`), 'NOT_SIGNED_IN');
    refusal(await editor.get('/api/exports/claims/check?kind=rumour'), 'INVALID');
  });
});
