import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  CreateEvidence,
  EditEvidence,
  type Evidence,
  ListEvidence,
  RestoreEvidence,
  WithdrawEvidence,
} from '../../server/contract/evidence.ts';
import { addEvidence, cite, claimNow, eventsAfter, headOf, LINK, passedClaim } from '../support/attached.ts';
import { createStory, mark, type Story } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let reviewer: Person;
let viewer: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
});
beforeEach(async () => {
  story = await createStory(editor);
});

const path = (of: Story = story) => `/api/articles/${of.id}/evidence`;
const list = async (as: Person = editor, of: Story = story) =>
  answer(ListEvidence, await as.get(path(of))).items;
const patch = (as: Person, evidence: Evidence, body: object) =>
  as.patch(`/api/evidence/${evidence.id}`, { version: evidence.version, ...body });
const withdraw = (as: Person, evidence: Evidence) =>
  as.delete(`/api/evidence/${evidence.id}?version=${evidence.version}`);
const restore = (as: Person, evidence: { id: string }) => as.post(`/api/evidence/${evidence.id}/restore`);
const archive = async () => {
  const { version } = await (await editor.get(`/api/articles/${story.id}`)).body;
  await editor.patch(`/api/articles/${story.id}`, { version, status: 'archived' }).expect(200);
};

describe('adding', () => {
  test('keeps every field, once per story, and reopens nothing', async () => {
    const from = await headOf(editor, story);
    const added = await addEvidence(editor, story, {
      kind: 'document',
      url: null,
      accessedAt: '2026-03-01T10:00:00+02:00',
      note: 'Sent by fax.\nTwo pages.',
    });
    expect(added).toMatchObject({
      articleId: story.id,
      kind: 'document',
      url: null,
      title: LINK.title,
      publisher: LINK.publisher,
      accessedAt: '2026-03-01T08:00:00.000Z',
      note: 'Sent by fax.\nTwo pages.',
      claimIds: [],
      withdrawn: false,
      createdBy: editor.id,
      version: 1,
      can: ['edit', 'withdraw'],
    });
    expect(await list()).toEqual([added]);
    expect(await eventsAfter(editor, story, from)).toEqual([['evidence.added', null]]);
  });

  test('a repeat answers what there is; the id under other words is refused', async () => {
    const body = { ...LINK, id: uuidv7() };
    const first = await editor.post(path(), body);
    const again = await editor.post(path(), body);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    refusal(await editor.post(path(), { ...body, title: 'Another' }), 'ID_USED');
    refusal(await other.post(path(), body), 'ID_USED');
    expect(await list()).toHaveLength(1);
  });

  test('the same key twice adds once, under another body not at all', async () => {
    const send = (title: string) =>
      editor.post(path(), { ...LINK, title }).set('Idempotency-Key', 'evidence-once');
    const first = answer(CreateEvidence, await send('One'));
    expect(answer(CreateEvidence, await send('One')).id).toBe(first.id);
    refusal(await send('Two'), 'KEY_REUSED');
    expect(await list()).toHaveLength(1);
  });

  test.each([
    ['a link without an address', { url: null }, 'url'],
    ['an address that a browser would run', { url: 'javascript:alert(1)' }, 'url'],
    ['a title of two lines', { title: 'One\nTwo' }, 'title'],
    ['an unknown field', { createdBy: uuidv7() }, ''],
  ])('refuses %s', async (_name, body, at) => {
    const { issues } = refusal(await editor.post(path(), { ...LINK, ...body }), 'INVALID');
    expect(issues?.map((issue) => issue.path)).toContain(at);
    expect(await list()).toEqual([]);
  });

  test('is not for viewers, strangers, archived stories or stories of others', async () => {
    refusal(await viewer.post(path(), LINK), 'NEEDS_EDITOR');
    refusal(await desk.stranger.post(path(), LINK), 'NOT_SIGNED_IN');
    refusal(await desk.stranger.get(path()), 'NOT_SIGNED_IN');
    const closed = await createStory(editor, { access: 'restricted' });
    refusal(await other.post(path(closed), LINK), 'NOT_FOUND');
    refusal(await other.get(path(closed)), 'NOT_FOUND');
    refusal(await editor.get(`/api/articles/${uuidv7()}/evidence`), 'NOT_FOUND');
    await archive();
    refusal(await editor.post(path(), LINK), 'ARCHIVED');
    expect(await list()).toEqual([]);
  });
});

describe('changing what claims rest on', () => {
  test('an edit reopens the review of each claim that cites it, and leaves the verdicts', async () => {
    const evidence = await addEvidence(editor, story);
    const people = { editor, reviewer };
    const one = await passedClaim(people, story, '120 passengers', evidence);
    const two = await passedClaim(people, story, 'Nine children', evidence);
    const apart = await passedClaim(people, story, '30 more', await addEvidence(editor, story));
    const from = await headOf(editor, story);

    const edited = answer(EditEvidence, await patch(other, evidence, { title: 'Second statement' }));
    expect(edited).toMatchObject({ title: 'Second statement', version: 2 });
    expect(edited.claimIds.toSorted()).toEqual([one.id, two.id].toSorted());
    for (const before of [one, two]) {
      const after = await claimNow(editor, before);
      expect(after).toMatchObject({
        status: 'checked',
        version: before.version + 1,
        verdict: before.verdict,
      });
      expect(after.review?.reopened).not.toBeNull();
    }
    expect(await claimNow(editor, apart)).toMatchObject({ status: 'passed', version: apart.version });
    const events = await eventsAfter(editor, story, from);
    expect(events[0]).toEqual(['evidence.edited', null]);
    expect(events.slice(1).toSorted()).toEqual(
      [one.id, two.id].map((id) => ['review.reopened', id]).toSorted(),
    );
  });

  test('a verdict about to be given on the evidence as it was is refused', async () => {
    const evidence = await addEvidence(editor, story);
    const claim = await mark(editor, story, '120 passengers');
    await cite(editor, claim, { evidenceId: evidence.id });
    const seen = await claimNow(reviewer, claim);
    await patch(other, evidence, { url: 'https://harbour.example/corrected' }).expect(200);
    const verdict = { version: seen.version, verdict: 'accurate', reason: 'The statement says so.' };
    refusal(await reviewer.put(`/api/claims/${claim.id}/verdict`, verdict), 'STALE_VERSION');
  });

  test('an edit that changes nothing is none', async () => {
    const evidence = await addEvidence(editor, story);
    const claim = await passedClaim({ editor, reviewer }, story, '120 passengers', evidence);
    const from = await headOf(editor, story);
    expect(answer(EditEvidence, await patch(editor, evidence, { title: evidence.title })).version).toBe(1);
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'passed', version: claim.version });
    expect(await eventsAfter(editor, story, from)).toEqual([]);
  });

  test('history tells before and after of what changed, and no more', async () => {
    const evidence = await addEvidence(editor, story);
    const from = await headOf(editor, story);
    await patch(editor, evidence, { note: 'By telephone', accessedAt: '2026-03-01T08:00:00Z' }).expect(200);
    const { items } = (await editor.get(`/api/articles/${story.id}/history?after=${from}`)).body;
    expect(items[0].data).toEqual({
      evidence: evidence.id,
      before: { note: null, accessedAt: null },
      after: { note: 'By telephone', accessedAt: '2026-03-01T08:00:00.000Z' },
    });
  });

  test('withdrawn it is kept and shown so, no longer counted, and can come back', async () => {
    const evidence = await addEvidence(editor, story);
    const claim = await passedClaim({ editor, reviewer }, story, '120 passengers', evidence);
    expect(claim.citationCount).toBe(1);
    const gone = answer(WithdrawEvidence, await withdraw(other, evidence));
    expect(gone).toMatchObject({ withdrawn: true, version: 2, claimIds: [claim.id], can: ['restore'] });
    expect(await list()).toEqual([gone]);
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'checked', citationCount: 0 });
    refusal(await patch(editor, gone, { title: 'Too late' }), 'WITHDRAWN');
    refusal(await withdraw(editor, gone), 'WITHDRAWN');

    const back = answer(RestoreEvidence, await restore(editor, evidence));
    expect(back).toMatchObject({ withdrawn: false, version: 3, title: evidence.title });
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'checked', citationCount: 1 });
    refusal(await restore(editor, evidence), 'NOT_WITHDRAWN');
  });

  test('a withdrawn claim loses its review too: it may come back', async () => {
    const evidence = await addEvidence(editor, story);
    const claim = await passedClaim({ editor, reviewer }, story, '120 passengers', evidence);
    await editor.delete(`/api/claims/${claim.id}?version=${claim.version}`).expect(200);
    expect((await list())[0]?.claimIds).toEqual([]);
    await patch(editor, evidence, { title: 'Second statement' }).expect(200);
    await editor.post(`/api/claims/${claim.id}/restore`).expect(200);
    expect((await claimNow(editor, claim)).status).toBe('checked');
  });

  test('two at once: one wins, the other sees what stands', async () => {
    const evidence = await addEvidence(editor, story);
    const [one, two] = await Promise.all([
      patch(editor, evidence, { title: 'By the first' }),
      patch(other, evidence, { title: 'By the second' }),
    ]);
    const [won, lost] = one.status === 200 ? [one, two] : [two, one];
    const kept = answer(EditEvidence, won);
    const { current } = refusal(lost, 'STALE_VERSION');
    expect(current).toEqual(kept);
    expect(await list()).toEqual([kept]);
  });

  test('a lost answer asked for again changes nothing more', async () => {
    const evidence = await addEvidence(editor, story);
    const send = () => patch(editor, evidence, { title: 'Once' }).set('Idempotency-Key', 'evidence-edit');
    const first = answer(EditEvidence, await send());
    expect(answer(EditEvidence, await send())).toEqual(first);
  });

  test.each([
    ['an address taken from a link', { url: null }, 'url'],
    ['a link made of what has no address', { kind: 'link', url: null }, 'url'],
  ])('refuses %s', async (_name, body, at) => {
    const evidence = await addEvidence(editor, story);
    const { issues } = refusal(await patch(editor, evidence, body), 'INVALID');
    expect(issues?.[0]?.path).toBe(at);
    expect(await list()).toEqual([evidence]);
  });

  test('is not for viewers, archived stories, stories of others, or what is not there', async () => {
    const evidence = await addEvidence(editor, story);
    refusal(await patch(viewer, evidence, { title: 'X' }), 'NEEDS_EDITOR');
    refusal(await withdraw(viewer, evidence), 'NEEDS_EDITOR');
    refusal(await desk.stranger.delete(`/api/evidence/${evidence.id}?version=1`), 'NOT_SIGNED_IN');
    refusal(await restore(editor, evidence), 'NOT_WITHDRAWN');
    const secret = await addEvidence(editor, await createStory(editor, { access: 'restricted' }));
    refusal(await patch(other, secret, { title: 'X' }), 'NOT_FOUND');
    refusal(await withdraw(other, secret), 'NOT_FOUND');
    refusal(await restore(other, secret), 'NOT_FOUND');
    refusal(await restore(editor, { id: uuidv7() }), 'NOT_FOUND');
    await archive();
    refusal(await patch(editor, evidence, { title: 'X' }), 'ARCHIVED');
    refusal(await withdraw(editor, evidence), 'ARCHIVED');
    expect((await list(viewer))[0]).toMatchObject({ title: LINK.title, version: 1, can: [] });
  });
});
