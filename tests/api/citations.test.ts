import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Claim } from '../../server/contract/claims.ts';
import {
  type Citation,
  CreateCitation,
  EditCitation,
  ListCitations,
  ListEvidence,
  RestoreCitation,
  WithdrawCitation,
} from '../../server/contract/evidence.ts';
import { addEvidence, cite, claimNow, eventsAfter, headOf, LINK } from '../support/attached.ts';
import { createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let reviewer: Person;
let viewer: Person;
let story: Story;
let claim: Claim;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
});
beforeEach(async () => {
  story = await createStory(editor);
  claim = await mark(editor, story, '120 passengers');
});

const path = (of: { id: string } = claim) => `/api/claims/${of.id}/citations`;
const list = async (as: Person = editor, of: { id: string } = claim) =>
  answer(ListCitations, await as.get(path(of))).items;
const evidenceOf = async (of: Story = story) =>
  answer(ListEvidence, await editor.get(`/api/articles/${of.id}/evidence`)).items;
const patch = (as: Person, citation: Citation, body: object) =>
  as.patch(`/api/citations/${citation.id}`, { version: citation.version, ...body });
const withdraw = (as: Person, citation: Citation) =>
  as.delete(`/api/citations/${citation.id}?version=${citation.version}`);
const restore = (as: Person, citation: { id: string }) => as.post(`/api/citations/${citation.id}/restore`);
/** The claim, checked and passed as it stands. */
const pass = async () => review(reviewer, await verify(editor, await claimNow(editor, claim)));

describe('citing', () => {
  test('names evidence of the story, its place and the words relied on', async () => {
    const evidence = await addEvidence(editor, story);
    const from = await headOf(editor, story);
    const citation = await cite(other, claim, {
      evidenceId: evidence.id,
      locator: 'p. 4',
      quote: 'room for\n120 people',
      stance: 'contradicts',
      note: 'Of an older ship.',
    });
    expect(citation).toMatchObject({
      claimId: claim.id,
      locator: 'p. 4',
      quote: 'room for\n120 people',
      stance: 'contradicts',
      note: 'Of an older ship.',
      withdrawn: false,
      createdBy: other.id,
      version: 1,
      can: ['edit', 'withdraw'],
    });
    expect(citation.evidence).toEqual({ ...evidence, claimIds: [claim.id] });
    expect(await list()).toEqual([citation]);
    expect(await claimNow(editor, claim)).toMatchObject({ citationCount: 1, version: claim.version + 1 });
    expect(await eventsAfter(editor, story, from)).toEqual([['citation.added', claim.id]]);
  });

  test('adds evidence and cites it at once, both under the ids that were sent', async () => {
    const id = uuidv7();
    const evidence = { ...LINK, id: uuidv7() };
    const from = await headOf(editor, story);
    const citation = await cite(editor, claim, { id, evidence });
    expect(citation).toMatchObject({ id, evidence: { id: evidence.id, title: LINK.title } });
    expect(await eventsAfter(editor, story, from)).toEqual([
      ['evidence.added', null],
      ['citation.added', claim.id],
    ]);
    const again = await editor.post(path(), { id, evidence, stance: 'supports' });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(citation);
    expect(await evidenceOf()).toHaveLength(1);
    expect(await list()).toHaveLength(1);
  });

  test('neither is kept where one of them cannot be', async () => {
    const { id } = await addEvidence(editor, story);
    refusal(await editor.post(path(), { stance: 'supports', evidence: { ...LINK, id } }), 'ID_USED');
    const used = (await cite(editor, claim, { evidenceId: id })).id;
    refusal(await editor.post(path(), { id: used, stance: 'supports', evidence: LINK }), 'ID_USED');
    expect(await evidenceOf()).toHaveLength(1);
    expect(await list()).toHaveLength(1);
  });

  test('reopens the review', async () => {
    const evidence = await addEvidence(editor, story);
    const passed = await pass();
    const from = await headOf(editor, story);
    await cite(editor, claim, { evidenceId: evidence.id });
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'checked', verdict: passed.verdict });
    expect(await eventsAfter(editor, story, from)).toEqual([
      ['citation.added', claim.id],
      ['review.reopened', claim.id],
    ]);
  });

  test('the same key twice cites once', async () => {
    const { id: evidenceId } = await addEvidence(editor, story);
    const send = (stance: string) =>
      editor.post(path(), { evidenceId, stance }).set('Idempotency-Key', 'cite-once');
    const first = answer(CreateCitation, await send('supports'));
    expect(answer(CreateCitation, await send('supports'))).toEqual(first);
    refusal(await send('contradicts'), 'KEY_REUSED');
    expect(await list()).toHaveLength(1);
  });

  test('refuses evidence of another story, of nobody, and withdrawn evidence', async () => {
    const elsewhere = await addEvidence(editor, await createStory(editor));
    const gone = await addEvidence(editor, story);
    await editor.delete(`/api/evidence/${gone.id}?version=1`).expect(200);
    const send = (evidenceId: string) => editor.post(path(), { evidenceId, stance: 'supports' });
    refusal(await send(elsewhere.id), 'UNKNOWN_REFERENCE');
    refusal(await send(uuidv7()), 'UNKNOWN_REFERENCE');
    refusal(await send(gone.id), 'WITHDRAWN');
    expect(await list()).toEqual([]);
    expect((await claimNow(editor, claim)).version).toBe(claim.version);
  });

  test.each([
    ['neither', {}],
    ['both', { evidence: LINK, evidenceId: uuidv7() }],
  ])('wants evidence or its id, not %s', async (_name, body) => {
    const { issues } = refusal(await editor.post(path(), { stance: 'supports', ...body }), 'INVALID');
    expect(issues?.[0]?.path).toBe('evidence');
  });

  test('is not for viewers, withdrawn claims, archived stories or stories of others', async () => {
    const body = { evidence: LINK, stance: 'supports' };
    refusal(await viewer.post(path(), body), 'NEEDS_EDITOR');
    refusal(await desk.stranger.post(path(), body), 'NOT_SIGNED_IN');
    refusal(await desk.stranger.get(path()), 'NOT_SIGNED_IN');
    const secret = await mark(editor, await createStory(editor, { access: 'restricted' }), '120 passengers');
    refusal(await other.post(path(secret), body), 'NOT_FOUND');
    refusal(await other.get(path(secret)), 'NOT_FOUND');
    refusal(await editor.get(path({ id: uuidv7() })), 'NOT_FOUND');
    await editor.delete(`/api/claims/${claim.id}?version=1`).expect(200);
    refusal(await editor.post(path(), body), 'WITHDRAWN');
    const second = await mark(editor, story, 'Nine children');
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    refusal(await editor.post(path(second), body), 'ARCHIVED');
    expect(await evidenceOf()).toEqual([]);
  });
});

describe('changing a citation', () => {
  let citation: Citation;
  beforeEach(async () => {
    citation = await cite(editor, claim, { evidence: LINK, locator: 'p. 4' });
  });

  test('reopens the review and tells before and after', async () => {
    await pass();
    const from = await headOf(editor, story);
    const edited = answer(EditCitation, await patch(other, citation, { stance: 'context', locator: null }));
    expect(edited).toMatchObject({ stance: 'context', locator: null, version: 2 });
    expect((await claimNow(editor, claim)).status).toBe('checked');
    const { items } = (await editor.get(`/api/articles/${story.id}/history?after=${from}`)).body;
    expect(items.map((item: { type: string }) => item.type)).toEqual(['citation.edited', 'review.reopened']);
    expect(items[0].data).toEqual({
      citation: citation.id,
      before: { stance: 'supports', locator: 'p. 4' },
      after: { stance: 'context', locator: null },
    });
  });

  test('that changes nothing is none', async () => {
    const passed = await pass();
    expect(answer(EditCitation, await patch(editor, citation, { locator: 'p. 4' })).version).toBe(1);
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'passed', version: passed.version });
  });

  test('withdrawn it is kept and shown so, and can come back; each reopens the review', async () => {
    await pass();
    const gone = answer(WithdrawCitation, await withdraw(editor, citation));
    expect(gone).toMatchObject({ withdrawn: true, version: 2, can: ['restore'] });
    expect(gone.evidence).toMatchObject({ withdrawn: false, claimIds: [] });
    expect(await list()).toEqual([gone]);
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'checked', citationCount: 0 });
    refusal(await patch(editor, gone, { locator: 'p. 5' }), 'WITHDRAWN');
    refusal(await withdraw(editor, gone), 'WITHDRAWN');

    await review(reviewer, await claimNow(editor, claim));
    const back = answer(RestoreCitation, await restore(editor, citation));
    expect(back).toMatchObject({ withdrawn: false, locator: 'p. 4', version: 3 });
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'checked', citationCount: 1 });
    refusal(await restore(editor, citation), 'NOT_WITHDRAWN');
  });

  test('shows that its evidence was withdrawn, and may come back all the same', async () => {
    await editor.delete(`/api/evidence/${citation.evidence.id}?version=1`).expect(200);
    const [shown] = await list();
    expect(shown).toMatchObject({ withdrawn: false, evidence: { withdrawn: true }, version: 1 });
    await withdraw(editor, citation).expect(200);
    expect(answer(RestoreCitation, await restore(editor, citation)).evidence.withdrawn).toBe(true);
    expect((await claimNow(editor, claim)).citationCount).toBe(0);
  });

  test('two at once: one wins, the other sees what stands', async () => {
    const [one, two] = await Promise.all([
      patch(editor, citation, { note: 'First' }),
      patch(other, citation, { note: 'Second' }),
    ]);
    const [won, lost] = one.status === 200 ? [one, two] : [two, one];
    expect(refusal(lost, 'STALE_VERSION').current).toEqual(answer(EditCitation, won));
  });

  test('a lost answer asked for again changes nothing more', async () => {
    const send = () => patch(editor, citation, { note: 'Once' }).set('Idempotency-Key', 'citation-edit');
    const first = answer(EditCitation, await send());
    expect(answer(EditCitation, await send())).toEqual(first);
  });

  test('is not for viewers, withdrawn claims, archived stories, stories of others, or what is not there', async () => {
    refusal(await patch(viewer, citation, { note: 'X' }), 'NEEDS_EDITOR');
    refusal(await withdraw(viewer, citation), 'NEEDS_EDITOR');
    refusal(await desk.stranger.post(`/api/citations/${citation.id}/restore`), 'NOT_SIGNED_IN');
    const closed = await createStory(editor, { access: 'restricted' });
    const secret = await cite(editor, await mark(editor, closed, '120 passengers'), { evidence: LINK });
    refusal(await patch(other, secret, { note: 'X' }), 'NOT_FOUND');
    refusal(await withdraw(other, secret), 'NOT_FOUND');
    refusal(await restore(other, secret), 'NOT_FOUND');
    refusal(await restore(editor, { id: uuidv7() }), 'NOT_FOUND');

    const { version } = await claimNow(editor, claim);
    await editor.delete(`/api/claims/${claim.id}?version=${version}`).expect(200);
    refusal(await patch(editor, citation, { note: 'X' }), 'WITHDRAWN');
    await editor.post(`/api/claims/${claim.id}/restore`).expect(200);
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    refusal(await withdraw(editor, citation), 'ARCHIVED');
    expect((await list(viewer))[0]).toMatchObject({ note: null, version: 1, can: [] });
  });
});
