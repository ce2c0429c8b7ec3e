/** The bin: what was withdrawn is there, a story is nowhere else, and restoring it puts everything back. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { GetArticle, RestoreArticle, WithdrawArticle } from '../../server/contract/articles.ts';
import { type BinItem, ListBin } from '../../server/contract/bin.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import { addEvidence, cite, comment, headOf, passedClaim } from '../support/attached.ts';
import { createStory, mark, type Story } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { exportJson } from '../support/exports.ts';
import { signedOffStory } from '../support/sign-off.ts';
import { ferryExtractor, suggested } from '../support/suggestions.ts';

const desk = useDesk({ extractor: ferryExtractor });
let editor: Person;
let other: Person;
let reviewer: Person;
let viewer: Person;
let admin: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
  admin = await desk.person('admin');
});

const pathOf = ({ id }: { id: string }, rest = '') => `/api/articles/${id}${rest}`;
const bin = async (as: Person, query = '') =>
  answer(ListBin, await as.get(`/api/bin?limit=200${query}`)).items;
const binned = async (as: Person, id: string): Promise<BinItem | undefined> =>
  (await bin(as)).find((item) => item.id === id);
const withdraw = async (as: Person, story: Pick<Story, 'id' | 'version'>, body: object = {}) =>
  answer(WithdrawArticle, await as.delete(pathOf(story, `?version=${story.version}`), body));
const restore = async (as: Person, story: { id: string }) =>
  answer(RestoreArticle, await as.post(pathOf(story, '/restore')));

describe('a story', () => {
  test('is withdrawn with a reason, and lies in the bin', async () => {
    const story = await createStory(editor, { title: 'Sent twice' });
    expect(await withdraw(editor, story, { reason: 'The desk sent it twice.' })).toEqual({
      id: story.id,
      version: 2,
      withdrawn: true,
    });
    expect(await binned(other, story.id)).toMatchObject({
      kind: 'story',
      article: { id: story.id, title: 'Sent twice' },
      claimId: null,
      words: 'Sent twice',
      withdrawn: { by: { id: editor.id }, reason: 'The desk sent it twice.' },
      version: 2,
      can: ['restore'],
    });
    expect((await binned(viewer, story.id))?.can).toEqual([]);
  });

  test('comes back as it was, but for its version and what history tells', async () => {
    const story = await createStory(editor, { agency: 'Coast Radio' });
    const evidence = await addEvidence(editor, story);
    const claim = await passedClaim({ editor, reviewer }, story, 'Nine children', evidence);
    await comment(editor, claim, 'Who counted?');
    await suggested(editor, story, 'toll');
    const rests = [
      ...['', '/claims', '/evidence', '/suggestions', '/attributions', '/figures', '/sign-off', '/revisions'],
      ...['/corrections', '/arrivals'],
    ];
    const look = async () => {
      const seen: Record<string, unknown> = {};
      for (const rest of rests) seen[rest] = (await editor.get(pathOf(story, rest)).expect(200)).body;
      seen['claim'] = (await editor.get(`/api/claims/${claim.id}`)).body;
      seen['comments'] = (await editor.get(`/api/claims/${claim.id}/comments`)).body;
      seen['proof'] = (await editor.get(pathOf(story, '/proof?format=markdown'))).text;
      return JSON.parse(
        JSON.stringify(seen)
          .replace(/"(version|head)":\d+/g, '"$1":0')
          .replace(/(?:Made|Printed|Head)[^"]*?\\n/g, ''),
      );
    };
    const { proof, ...before } = await look();
    await withdraw(reviewer, await current(story));
    await restore(other, story);
    const { proof: again, ...after } = await look();
    expect(after).toEqual(before);
    expect(linesOf(again)).toEqual(linesOf(proof));
    const { items } = answer(GetArticleHistory, await editor.get(pathOf(story, '/history')));
    expect(items.slice(-2).map(({ type, data }) => [type, data])).toEqual([
      ['article.withdrawn', { before: { withdrawn: false }, after: { withdrawn: true } }],
      ['article.restored', { before: { withdrawn: true }, after: { withdrawn: false } }],
    ]);
    const verified = await admin.post('/api/history/verify').expect(200);
    expect(verified.body.broken).toEqual([]);
  });

  const current = async (story: Story) => answer(GetArticle, await editor.get(pathOf(story)));
  /** Of a printed proof those that say nothing of when it was made, and where history stood. */
  const linesOf = (proof: string) =>
    proof.split('\n').filter((line) => !/\d{2}:\d{2}|[0-9a-f]{16}|head|event/i.test(line));

  test('is nowhere else, and answers everything that is asked of it with STORY_WITHDRAWN', async () => {
    const story = await createStory(editor, { title: `Ferry ${uuidv7()}` });
    const claim = await passedClaim(
      { editor, reviewer },
      story,
      'Nine children',
      await addEvidence(editor, story),
    );
    await suggested(editor, story, 'moor');
    await withdraw(editor, story);
    const read = [
      '',
      '/revisions',
      '/claims',
      '/evidence',
      '/suggestions',
      '/sign-off',
      '/presence',
      '/proof',
      '/corrections',
    ];
    for (const rest of read) refusal(await editor.get(pathOf(story, rest)), 'STORY_WITHDRAWN');
    refusal(await editor.patch(pathOf(story), { version: 2, title: 'x' }), 'STORY_WITHDRAWN');
    refusal(await editor.delete(pathOf(story, '?version=2')), 'STORY_WITHDRAWN');
    refusal(
      await editor.post(pathOf(story, '/evidence'), { kind: 'document', title: 'List' }),
      'STORY_WITHDRAWN',
    );
    refusal(
      await editor.patch(`/api/claims/${claim.id}`, { version: claim.version, summary: 'x' }),
      'STORY_WITHDRAWN',
    );
    refusal(await editor.post(`/api/claims/${claim.id}/comments`, { body: 'x' }), 'STORY_WITHDRAWN');
    refusal(await editor.get(`/api/claims/${claim.id}`), 'NOT_FOUND');
    const all = JSON.stringify([
      (await editor.get('/api/articles?limit=200')).body,
      (await editor.get(`/api/articles?q=${encodeURIComponent(story.title)}`)).body,
      (await editor.get('/api/articles?mine=true')).body,
      (await editor.get('/api/claims?limit=200')).body,
      (await reviewer.get('/api/review?limit=200')).body,
      (await reviewer.get('/api/agreement?limit=200')).body,
      (await editor.get('/api/attributions?limit=200')).body,
      (await editor.get('/api/radar')).body,
      (await editor.get('/api/suggestions/rules')).body,
      (await reviewer.get('/api/notifications?limit=200')).body,
      (await editor.get('/api/annotations?page=first&status=all')).body,
      await exportJson(editor, '&status=all'),
      (await editor.get('/api/exports/corrections?format=txt')).text,
      (await editor.post('/api/articles/preview', { text: story.revision.text })).body.sameAs,
    ]);
    for (const id of [story.id, claim.id]) expect(all).not.toContain(id);
  });

  test('takes no mark in the moment after', async () => {
    const story = await createStory(editor);
    await mark(editor, story, 'Nine children');
    await withdraw(other, story);
    const span = { start: 0, end: 5, quote: 'Ferry' };
    const body = { revision: 1, kind: 'fact', span };
    refusal(await editor.post(pathOf(story, '/claims'), body), 'STORY_WITHDRAWN');
    expect((await editor.post(pathOf(story, '/claims/read'), body)).body.code).toBe('STORY_WITHDRAWN');
  });

  test('is withdrawn once, with the version that was seen; a repeat changes nothing', async () => {
    const story = await createStory(editor);
    refusal(await editor.delete(pathOf(story, '?version=9')), 'STALE_VERSION');
    refusal(await viewer.delete(pathOf(story, '?version=1')), 'NEEDS_EDITOR');
    const send = () => editor.delete(pathOf(story, '?version=1')).set('Idempotency-Key', `bin-${story.id}`);
    const first = answer(WithdrawArticle, await send());
    expect(answer(WithdrawArticle, await send())).toEqual(first);
    refusal(await viewer.post(pathOf(story, '/restore')), 'NEEDS_EDITOR');
    const back = () => editor.post(pathOf(story, '/restore')).set('Idempotency-Key', `bin-back-${story.id}`);
    const restored = answer(RestoreArticle, await back());
    expect(answer(RestoreArticle, await back())).toEqual(restored);
    refusal(await editor.post(pathOf(story, '/restore')), 'NOT_WITHDRAWN');
    // What withdrew it before does so no more, and says where it is.
    expect(answer(WithdrawArticle, await send())).toEqual({ id: story.id, version: 3, withdrawn: false });
    expect(await headOf(editor, story)).toBe(3);
  });

  test('that is signed off keeps its sign-off, and one in the archive stays there', async () => {
    const signed = await signedOffStory({ editor, reviewer });
    const { version } = answer(GetArticle, await editor.get(pathOf(signed)));
    refusal(await reviewer.delete(pathOf(signed, `?version=${version}`)), 'SIGNED_OFF');
    const story = await createStory(editor);
    await editor.patch(pathOf(story), { version: 1, status: 'archived' }).expect(200);
    refusal(await editor.delete(pathOf(story, '?version=2')), 'ARCHIVED');
  });

  test('that is restricted lies in the bin for its people alone', async () => {
    const story = await createStory(editor, { access: 'restricted' });
    await withdraw(editor, story);
    for (const who of [other, admin]) {
      expect(await binned(who, story.id)).toBeUndefined();
      refusal(await who.get(pathOf(story)), 'NOT_FOUND');
      refusal(await who.post(pathOf(story, '/restore')), 'NOT_FOUND');
      refusal(await who.delete(pathOf(story, '?version=2')), 'NOT_FOUND');
    }
    expect((await binned(editor, story.id))?.can).toEqual(['restore']);
    await restore(editor, story);
  });
});

describe('what hangs on a story', () => {
  test('is listed with who took it back, by kind and by story', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, '120 passengers');
    const evidence = await addEvidence(editor, story);
    const citation = await cite(editor, claim, { evidenceId: evidence.id });
    const spare = await addEvidence(editor, story, { title: 'Passenger list' });
    const said = await comment(editor, claim, 'Who counted?');
    const gone = await mark(editor, story, 'Nine children');
    await editor.delete(`/api/comments/${said.id}?version=1`).expect(200);
    await other.delete(`/api/citations/${citation.id}?version=1`).expect(200);
    await other.delete(`/api/evidence/${spare.id}?version=1`).expect(200);
    await other.delete(`/api/claims/${gone.id}?version=1`).expect(200);

    const listed = await bin(editor, `&articleId=${story.id}`);
    expect(
      listed.map(({ kind, id, claimId, words, can, withdrawn }) => [
        kind,
        id,
        claimId,
        words,
        can,
        withdrawn.by?.id,
      ]),
    ).toEqual([
      ['claim', gone.id, gone.id, 'Nine children', ['restore'], other.id],
      ['evidence', spare.id, null, 'Passenger list', ['restore'], other.id],
      ['citation', citation.id, claim.id, evidence.title, ['restore'], other.id],
      ['comment', said.id, claim.id, 'Who counted?', ['restore'], editor.id],
    ]);
    expect((await bin(editor, `&articleId=${story.id}&kind=comment`)).map(({ id }) => id)).toEqual([said.id]);
    // Words that somebody took back are theirs.
    const seen = await bin(other, `&articleId=${story.id}&kind=comment`);
    expect(seen.map(({ words, can }) => [words, can])).toEqual([['', []]]);

    await editor.post(`/api/claims/${gone.id}/restore`).expect(200);
    expect((await bin(editor, `&articleId=${story.id}`)).map(({ kind }) => kind)).not.toContain('claim');
    // With its story in the bin, what is in it is not there by itself.
    await withdraw(editor, answer(GetArticle, await editor.get(pathOf(story))));
    expect((await bin(editor, `&articleId=${story.id}`)).map(({ kind }) => kind)).toEqual(['story']);
  });

  test('names who withdrew it last, also where what that said was erased', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, '120 passengers');
    const evidence = await addEvidence(editor, story);
    const citation = await cite(editor, claim, { evidenceId: evidence.id });
    const path = `/api/citations/${citation.id}`;
    await editor.delete(`${path}?version=1`).expect(200);
    await editor.post(`${path}/restore`).expect(200);
    await other.delete(`${path}?version=3`).expect(200);
    const head = await headOf(editor, story);
    await admin.delete(pathOf(story, `/history/${head}`), { reason: 'A court says so.' }).expect(200);
    expect((await binned(editor, citation.id))?.withdrawn.by?.id).toBe(other.id);
  });

  test('can be restored as its own rules say', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, '120 passengers');
    const said = await comment(editor, claim, 'Who counted?');
    await editor.delete(`/api/comments/${said.id}?version=1`).expect(200);
    await editor.delete(`/api/claims/${claim.id}?version=1`).expect(200);
    const can = async () => (await bin(editor, `&articleId=${story.id}`)).map(({ kind, can }) => [kind, can]);
    expect(await can()).toEqual([
      ['claim', ['restore']],
      ['comment', []],
    ]);
    await editor.patch(pathOf(story), { version: 1, status: 'archived' }).expect(200);
    expect(await can()).toEqual([
      ['claim', []],
      ['comment', []],
    ]);
  });
});

test('pages follow each other without a gap and without a repeat', async () => {
  const story = await createStory(editor);
  const claims = [];
  for (const quote of ['Nine children', '120 passengers', 'Nobody knows', 'Ada Moor'])
    claims.push(await mark(editor, story, quote));
  for (const { id } of claims) await editor.delete(`/api/claims/${id}?version=1`).expect(200);
  const ids: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = answer(ListBin, await editor.get(`/api/bin?limit=3&articleId=${story.id}${query}`));
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(ids).toEqual(claims.map(({ id }) => id).reverse());
  refusal(await editor.get('/api/bin?cursor=eA'), 'INVALID');
});
