/** Confirming that a claim means the same in other words: who may, when, and what it does. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Claim, ConfirmVerdict } from '../../server/contract/claims.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import { GetClaimReach } from '../../server/contract/radar.ts';
import { GetAgreement } from '../../server/contract/reviewing.ts';
import { addEvidence, cite, claimNow, eventsAfter, headOf } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, type Story, spanOf, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { radar, takeAway } from '../support/handed-out.ts';
import { confirm, confirmPath, otherWords, revise, reworded } from '../support/reworded.ts';

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
  await desk.db.pool.query(`UPDATE articles SET access = 'restricted'`);
  story = await createStory(editor);
});

const ask = (as: Person, claim: { id: string; version: number }) =>
  as.post(confirmPath(claim), { version: claim.version });
const mayConfirm = async (claim: { id: string }, as: Person = editor) =>
  (await claimNow(as, claim)).can.includes('confirm');
const edit = async (claim: { id: string }, body: object) => {
  const { version } = await claimNow(editor, claim);
  await editor.patch(`/api/claims/${claim.id}`, { version, ...body }).expect(200);
};
/** It cannot be confirmed, and says so before it is asked as well. */
const refused = async (claim: { id: string }, code: 'MEANING_CHANGED' | 'ORPHANED' | 'WITHDRAWN') => {
  const before = await claimNow(editor, claim);
  expect(before.can).not.toContain('confirm');
  refusal(await ask(editor, before), code);
  expect(await claimNow(editor, claim)).toEqual(before);
};

describe('confirming', () => {
  test('gives the expired verdict again, by whoever confirms, and waits for a new review', async () => {
    const marked = await mark(editor, story, '120 passengers');
    const passed = await review(
      reviewer,
      await verify(editor, marked, { verdict: 'disputed', reason: 'Two lists.' }),
    );
    await revise(editor, story, otherWords);
    const expired = await claimNow(other, passed);
    expect(expired).toMatchObject({ status: 'expired', verdict: { expired: { reasons: ['text'] } } });
    expect(expired.can).toEqual(['edit', 'verify', 'confirm', 'comment', 'withdraw']);
    const head = await headOf(editor, story);
    const confirmed = await confirm(other, expired);
    expect(confirmed).toMatchObject({
      status: 'checked',
      version: expired.version + 1,
      verdict: {
        verdict: 'disputed',
        reason: 'Two lists.',
        correction: null,
        by: other.id,
        expired: null,
        confirms: {
          ...{ by: editor.id, at: passed.verdict?.at, times: 1 },
          first: { by: editor.id, at: passed.verdict?.at },
        },
      },
      review: null,
    });
    expect(confirmed.can).not.toContain('confirm');
    expect(Date.parse(confirmed.verdict?.at ?? '')).toBe(desk.clock.now.getTime());
    expect(confirmed).toEqual(await claimNow(other, passed));

    const path = `/api/articles/${story.id}/history?after=${head}`;
    const { items } = answer(GetArticleHistory, await editor.get(path));
    expect(items).toMatchObject([
      {
        type: 'verdict.confirmed',
        actor: { id: other.id },
        claimId: passed.id,
        data: {
          revision: 2,
          before: {
            status: 'expired',
            verdict: { by: editor.id, expired: true },
            review: { reopened: true },
          },
          after: { status: 'checked', verdict: { by: other.id, expired: false }, review: null },
        },
      },
    ]);
  });

  test('is for whoever gave the verdict as well', async () => {
    const confirmed = await confirm(editor, await reworded(editor, story));
    expect(confirmed).toMatchObject({ status: 'checked', verdict: { by: editor.id } });
  });

  test('takes the corrected wording along', async () => {
    const wrong = { verdict: 'inaccurate', correction: '112 passengers' };
    const confirmed = await confirm(other, await reworded(editor, story, wrong));
    expect(confirmed.verdict).toMatchObject({ ...wrong, by: other.id, expired: null });
  });

  test('keeps four eyes: whoever confirmed may not review, whoever gave it first may', async () => {
    const confirmed = await confirm(reviewer, await reworded(editor, story));
    expect(confirmed.can).not.toContain('review');
    const passing = { version: confirmed.version, decision: 'passed' };
    refusal(await reviewer.put(`/api/claims/${confirmed.id}/review`, passing), 'OWN_VERDICT');
    const second = await desk.person('reviewer');
    expect(await review(second, confirmed)).toMatchObject({ status: 'passed', review: { by: second.id } });
  });

  test('a lost reply asked for again confirms once', async () => {
    const expired = await reworded(editor, story);
    const send = () => ask(editor, expired).set('Idempotency-Key', `k-${expired.id}`);
    const first = answer(ConfirmVerdict, await send());
    expect(answer(ConfirmVerdict, await send())).toEqual(first);
    expect(await desk.db.prisma.verdict.count({ where: { claimId: expired.id } })).toBe(2);
    const head = await headOf(editor, story);
    expect((await eventsAfter(editor, story, head - 1)).map(([type]) => type)).toEqual(['verdict.confirmed']);
  });

  test('by two at once: one stands, the other is told', async () => {
    const expired = await reworded(editor, story);
    const responses = await Promise.all([ask(editor, expired), ask(other, expired)]);
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = responses.findIndex(({ status }) => status === 409);
    const { current } = refusal(responses[lost] ?? responses[0], 'STALE_VERSION');
    expect(current).toMatchObject({ id: expired.id, status: 'checked' });
  });

  test('is refused to viewers, strangers and people whom the story is not for', async () => {
    const expired = await reworded(editor, story);
    expect(await mayConfirm(expired, viewer)).toBe(false);
    refusal(await ask(viewer, expired), 'NEEDS_EDITOR');
    refusal(await desk.stranger.post(confirmPath(expired), { version: expired.version }), 'NOT_SIGNED_IN');
    refusal(await editor.post(confirmPath(expired)), 'INVALID');
    expect(await claimNow(editor, expired)).toEqual(expired);
    const hidden = await reworded(editor, await createStory(editor, { access: 'restricted' }));
    refusal(await ask(other, hidden), 'NOT_FOUND');
    expect(await claimNow(editor, hidden)).toEqual(hidden);
  });

  test('is refused with a stale version, and says what is so now', async () => {
    const expired = await reworded(editor, story);
    const { current } = refusal(await ask(editor, { ...expired, version: 2 }), 'STALE_VERSION');
    expect(current).toEqual(expired);
  });

  test('is refused where no verdict was given, where one holds, and where the claim was withdrawn', async () => {
    const claim = await mark(editor, story, '120 passengers');
    refusal(await ask(editor, claim), 'NO_VERDICT');
    const given = await verify(editor, claim);
    refusal(await ask(editor, given), 'NOT_EXPIRED');
    await revise(editor, story, otherWords);
    const expired = await claimNow(editor, claim);
    await editor.delete(`/api/claims/${claim.id}?version=${expired.version}`).expect(200);
    await refused(claim, 'WITHDRAWN');
    await editor.post(`/api/claims/${claim.id}/restore`).expect(200);
    expect(await mayConfirm(claim)).toBe(true);
  });

  test('is refused in a story that is signed off, and in the archive', async () => {
    const expired = await reworded(editor, story);
    await desk.db.pool.query(`UPDATE articles SET status = 'signed_off' WHERE id = $1`, [story.id]);
    expect(await mayConfirm(expired)).toBe(false);
    refusal(await ask(editor, expired), 'SIGNED_OFF');
    await desk.db.pool.query(`UPDATE articles SET status = 'archived' WHERE id = $1`, [story.id]);
    expect(await mayConfirm(expired)).toBe(false);
    refusal(await ask(editor, expired), 'ARCHIVED');
  });
});

describe('what can be confirmed', () => {
  const moved = (text: string) => text.replace(/(Nine children.*)\n\n(The ferry.*)/, '$2\n\n$1');

  test.each<[string, (text: string) => string]>([
    ['the same again', (text) => `${text}\n\nIt is cold.`],
    ['moved', moved],
    ['yet other words', (text) => text.replace('could carry', 'took')],
  ])('still after a text that has it %s', async (_what, change) => {
    const expired = await reworded(editor, story);
    await revise(editor, story, change);
    expect(await mayConfirm(expired)).toBe(true);
    await confirm(editor, await claimNow(editor, expired));
  });

  test.each<[string, (text: string) => string]>([
    ['another figure', (text) => text.replace('120', '130')],
    ['a denial', (text) => text.replace('could carry', 'could not carry')],
    ['another speaker', (text) => text.replace('120 passengers', '120 passengers, the owner said')],
  ])('no longer after a text that has %s, also once that is taken back', async (_what, change) => {
    const expired = await reworded(editor, story);
    await revise(editor, story, change);
    await refused(expired, 'MEANING_CHANGED');
    await revise(editor, story, () => otherWords(story.revision.text));
    await refused(expired, 'MEANING_CHANGED');
  });

  test.each<[string, (text: string) => string]>([
    ['the figure alone changed', (text) => text.replace('120', '130')],
    ['the words and the figure changed', (text) => otherWords(text).replace('120', '130')],
    [
      'the words changed, and what was said is denied',
      (text) => text.replace('had room for 120 passengers', 'did not have space for 120 travellers'),
    ],
  ])('not where %s', async (_what, change) => {
    const claim = await verify(editor, await mark(editor, story, '120 passengers'));
    await revise(editor, story, change);
    await refused(claim, 'MEANING_CHANGED');
  });

  test('not an orphan, nor once it is placed anew', async () => {
    const expired = await reworded(editor, story);
    await revise(editor, story, (text) => text.replace(/The ferry.*/, 'Nobody knows.'));
    await refused(expired, 'ORPHANED');
    await revise(editor, story, () => otherWords(story.revision.text));
    const span = spanOf(otherWords(story.revision.text), '120 passengers');
    await edit(expired, { revision: 4, span });
    await refused(expired, 'MEANING_CHANGED');
  });

  test('not an orphan whose verdict held until its words were gone', async () => {
    const claim = await verify(editor, await mark(editor, story, '120 passengers'));
    await revise(editor, story, (text) => text.replace(/The ferry.*/, 'Nobody knows.'));
    await refused(claim, 'ORPHANED');
    await revise(editor, story, () => otherWords(story.revision.text));
    await edit(claim, { revision: 3, span: spanOf(otherWords(story.revision.text), '120 passengers') });
    await refused(claim, 'MEANING_CHANGED');
  });

  test.each<[string, (claim: Claim) => Promise<object>]>([
    [
      'its span',
      async () => ({
        revision: 2,
        span: spanOf(otherWords(story.revision.text), 'The ferry could carry 120 passengers'),
      }),
    ],
    ['its kind', async () => ({ kind: 'source' })],
    ['its details', async () => ({ details: { about: 'name' } })],
    ['its links', async () => ({ sameFactAs: (await markNow('Nobody knows')).id })],
  ])('not once somebody edits %s, also back again', async (_what, change) => {
    const expired = await reworded(editor, story);
    await edit(expired, await change(expired));
    await refused(expired, 'MEANING_CHANGED');
    const { kind, details, sameFactAs, span } = expired;
    await edit(expired, { kind, details, sameFactAs, span, revision: 2 });
    await refused(expired, 'MEANING_CHANGED');
  });

  test('still once it has a summary, an assignee and evidence', async () => {
    const expired = await reworded(editor, story);
    await edit(expired, { summary: 'The room', assigneeId: other.id });
    await cite(editor, expired, { evidenceId: (await addEvidence(editor, story)).id });
    expect(await mayConfirm(expired)).toBe(true);
    refusal(await ask(editor, expired), 'STALE_VERSION');
  });

  test('not where an edit made it expire, whatever texts come after', async () => {
    const claim = await verify(editor, await mark(editor, story, '120 passengers'));
    await edit(claim, { details: { about: 'name' } });
    await refused(claim, 'MEANING_CHANGED');
    await revise(editor, story, otherWords);
    await refused(claim, 'MEANING_CHANGED');
  });

  test('not once who says so, or what it is part of, was changed; and whoever saw it before is told', async () => {
    const said = await mark(editor, story, 'Nobody knows', {
      kind: 'attribution',
      details: { mode: 'indirect' },
    });
    const whole = await mark(editor, story, 'At least 41 people', CASUALTY);
    const one = await mark(editor, story, '120 passengers');
    const two = await mark(editor, story, 'The ferry had room', {
      ...CASUALTY,
      details: { outcome: 'other', partOf: whole.id },
    });
    await edit(one, { attributionIds: [said.id] });
    for (const claim of [one, two]) await verify(editor, await claimNow(editor, claim));
    await revise(editor, story, otherWords);
    const seen = await Promise.all([one, two].map((claim) => claimNow(editor, claim)));
    expect(seen.map(({ can }) => can.includes('confirm'))).toEqual([true, true]);
    await edit(said, { details: { mode: 'hearsay' } });
    await edit(whole, { details: { outcome: 'killed', low: 42 } });
    for (const claim of seen) {
      refusal(await ask(editor, claim), 'STALE_VERSION');
      await refused(claim, 'MEANING_CHANGED');
    }
  });

  test('not “inaccurate” once the text has the corrected wording', async () => {
    const wrong = { verdict: 'inaccurate', correction: 'Ferry goes down off Lindholm' };
    const claim = await verify(editor, await mark(editor, story, 'Ferry sinks off Lindholm'), wrong);
    await revise(editor, story, (text) => text.replace('Ferry sinks', 'Ferry capsizes'));
    expect(await mayConfirm(claim)).toBe(true);
    await revise(editor, story, (text) => text.replace('Ferry capsizes', 'Ferry goes down'));
    await refused(claim, 'MEANING_CHANGED');
  });

  /** Marked on the second text. */
  async function markNow(quote: string): Promise<Claim> {
    const text = otherWords(story.revision.text);
    return mark(editor, { ...story, revision: { ...story.revision, number: 2, text } }, quote);
  }
});

describe('what was confirmed', () => {
  test('expires with the next other words, and can be confirmed again', async () => {
    const confirmed = await confirm(other, await reworded(editor, story));
    await revise(editor, story, (text) => text.replace('could carry', 'took'));
    const again = await claimNow(reviewer, confirmed);
    expect(again).toMatchObject({ status: 'expired', verdict: { by: other.id } });
    expect(await confirm(reviewer, again)).toMatchObject({ status: 'checked', verdict: { by: reviewer.id } });
  });

  test('says by a chain what was looked up, and how often that was only confirmed since', async () => {
    const given = await verify(editor, await mark(editor, story, '120 passengers'));
    const texts: ((text: string) => string)[] = [
      otherWords,
      (text) => text.replace('could carry', 'took'),
      (text) => text.replace('took', 'had space for'),
    ];
    const first = { by: editor.id, at: given.verdict?.at };
    let before = given;
    for (const [index, change] of texts.entries()) {
      await revise(editor, story, change);
      const confirmed = await confirm(index === 1 ? reviewer : other, await claimNow(other, given));
      const { by, at } = before.verdict ?? {};
      expect(confirmed.verdict?.confirms).toEqual({ by, at, times: index + 1, first });
      before = confirmed;
    }
    // Looked up again, it stands by itself.
    expect((await verify(other, before)).verdict?.confirms).toBeNull();
  });

  test('is taken back: the expired verdict is there again, and can be confirmed', async () => {
    const expired = await reworded(editor, story);
    const confirmed = await confirm(other, expired);
    const back = await other
      .delete(`/api/claims/${expired.id}/verdict?version=${confirmed.version}`)
      .expect(200);
    expect(back.body).toEqual({ ...(await claimNow(other, expired)), review: null });
    expect(back.body).toMatchObject({ status: 'expired', verdict: expired.verdict, can: expired.can });
    const [event] = answer(
      GetArticleHistory,
      await editor.get(`/api/articles/${story.id}/history?after=${(await headOf(editor, story)) - 1}`),
    ).items;
    expect(event).toMatchObject({
      type: 'verdict.taken_back',
      data: { after: { status: 'expired', verdict: { by: editor.id, expired: true } } },
    });
    expect(await confirm(other, await claimNow(other, expired))).toMatchObject({ status: 'checked' });
  });

  test('is taken back after who says so was changed: then it has to be given anew', async () => {
    const said = await mark(editor, story, 'Nobody knows', {
      kind: 'attribution',
      details: { mode: 'indirect' },
    });
    const claim = await mark(editor, story, '120 passengers');
    await edit(claim, { attributionIds: [said.id] });
    await verify(editor, await claimNow(editor, claim));
    await revise(editor, story, otherWords);
    await confirm(other, await claimNow(other, claim));
    await edit(said, { details: { mode: 'hearsay' } });
    const { version } = await claimNow(other, claim);
    await other.delete(`/api/claims/${claim.id}/verdict?version=${version}`).expect(200);
    await refused(claim, 'MEANING_CHANGED');
  });

  test('leaves the expired one on the radar: what was handed out has the older words', async () => {
    const claim = await verify(editor, await mark(editor, story, '120 passengers'));
    await takeAway(editor, story);
    await revise(editor, story, otherWords);
    const [before] = await radar(editor, `&articleId=${story.id}`);
    expect(before).toMatchObject({ how: 'expired', verdict: 'accurate', claim: { verdict: null } });
    await confirm(other, await claimNow(other, claim));
    const [entry, ...more] = await radar(editor, `&articleId=${story.id}`);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      verdictId: before?.verdictId,
      how: 'expired',
      at: before?.at,
      by: { id: editor.id },
      claim: { verdict: 'accurate', status: 'checked' },
      exportCount: 1,
    });
    const reach = async () =>
      answer(GetClaimReach, await editor.get(`/api/claims/${claim.id}/reach`)).exports;
    expect(await reach()).toMatchObject({ total: 1, changed: 1 });

    // What is handed out now is on the radar by itself once this one ends, and not what the older one was in.
    await takeAway(editor, story, 'status=all&kind=fact');
    await verify(editor, await claimNow(editor, claim), { verdict: 'disputed' });
    const entries = await radar(editor, `&articleId=${story.id}`);
    expect(entries.map(({ how, exportCount }) => [how, exportCount])).toEqual([
      ['changed', 1],
      ['expired', 1],
    ]);
    expect(await reach()).toMatchObject({ total: 2, changed: 2 });
  });

  test('counts as no judgement of the claim, nor does taking it back undo one', async () => {
    const judged = async () => {
      const { pairs, verdicts } = answer(
        GetAgreement,
        await editor.get(`/api/agreement?articleId=${story.id}`),
      );
      return { pairs: pairs.length, verdicts };
    };
    const claim = await verify(editor, await mark(editor, story, '120 passengers'));
    await verify(reviewer, claim, { reason: 'The other register, too.' });
    const both = { pairs: 1, verdicts: [{ first: 'accurate', second: 'accurate', claims: 1 }] };
    expect(await judged()).toEqual(both);
    await revise(editor, story, otherWords);
    const { version } = await confirm(other, await claimNow(other, claim));
    expect(await judged()).toEqual(both);
    await reviewer.delete(`/api/claims/${claim.id}/verdict?version=${version}`).expect(200);
    expect(await judged()).toEqual(both);
  });
});
