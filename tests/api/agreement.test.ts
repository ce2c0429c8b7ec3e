import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../server/contract/claims.ts';
import type { AnswerOf } from '../../server/contract/endpoint.ts';
import { GetAgreement } from '../../server/contract/reviewing.ts';
import { addEvidence, cite, claimNow } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Desk, type Person, useDesk } from '../support/desk.ts';
import { countStatements } from '../support/statements.ts';

const agreementOf = async (as: Person, query = ''): Promise<AnswerOf<typeof GetAgreement>> =>
  answer(GetAgreement, await as.get(`/api/agreement${query}`));
const returned = (reasonCode = 'figure_differs') => ({
  decision: 'returned',
  reasonCode,
  note: 'Look again.',
});
const whoIs = ({ id, name }: Person) => ({ id, name });

interface Newsroom {
  readonly editor: Person;
  readonly reviewer: Person;
}
const newsroom = async (desk: Desk): Promise<Newsroom> => ({
  editor: await desk.person('editor', 'Robin Editor'),
  reviewer: await desk.person('reviewer', 'Ada Reviewer'),
});
const edit = async ({ editor }: Newsroom, claim: Claim, body: object) => {
  const { version } = await claimNow(editor, claim);
  await editor.patch(`/api/claims/${claim.id}`, { version, ...body }).expect(200);
  return claimNow(editor, claim);
};
/** A claim that was verified, then returned. */
const returnedClaim = async ({ editor, reviewer }: Newsroom, story: Story, quote: string, body = {}) =>
  review(reviewer, await verify(editor, await mark(editor, story, quote, body)), returned());

describe('returns', () => {
  const desk = useDesk();
  let people: Newsroom;
  let story: Story;
  let claims: Record<'changed' | 'edited' | 'evidenced' | 'kept' | 'gone' | 'open', Claim>;

  beforeAll(async () => {
    people = await newsroom(desk);
    const { editor, reviewer } = people;
    story = await createStory(editor);
    const back = (quote: string, body = {}) => returnedClaim(people, story, quote, body);
    const changed = await back('Ferry sinks');
    await review(reviewer, await verify(editor, changed, { verdict: 'disputed' }));
    const edited = await back('At least 41 people', CASUALTY);
    const details = { outcome: 'killed', low: 43, modifier: 'at_least' };
    const again = await verify(editor, await edit(people, edited, { details, summary: 'Toll' }));
    await review(reviewer, again);
    const evidenced = await back('Nine children', CASUALTY);
    await cite(editor, evidenced, { evidenceId: (await addEvidence(editor, story)).id });
    await review(reviewer, await claimNow(editor, evidenced));
    const kept = await back('Ada Moor');
    await review(reviewer, kept);
    const gone = await back('Nobody knows');
    await editor.delete(`/api/claims/${gone.id}?version=${gone.version}`).expect(200);
    const open = await back('120 passengers');
    await edit(people, open, { details: { about: 'quantity', value: '120' } });
    claims = { changed, edited, evidenced, kept, gone, open };

    const mistaken = await back('Coast Radio');
    await reviewer.delete(`/api/claims/${mistaken.id}/review?version=${mistaken.version}`).expect(200);
  });

  test('are told newest first: who, when, why, what changed and how it ended', async () => {
    const { items, nextCursor } = await agreementOf(people.editor);
    expect(nextCursor).toBeNull();
    expect(items.map(({ claimId, settled }) => [claimId, settled])).toEqual([
      [claims.open.id, 'open'],
      [claims.gone.id, 'withdrawn'],
      [claims.kept.id, 'kept'],
      [claims.evidenced.id, 'evidence_changed'],
      [claims.edited.id, 'claim_changed'],
      [claims.changed.id, 'verdict_changed'],
    ]);
    expect(items[5]).toEqual({
      claimId: claims.changed.id,
      articleId: story.id,
      kind: 'fact',
      quote: 'Ferry sinks',
      checker: whoIs(people.editor),
      reviewer: whoIs(people.reviewer),
      returnedAt: claims.changed.review?.at,
      reasonCode: 'figure_differs',
      note: 'Look again.',
      fields: [{ field: 'verdict', before: 'accurate', after: 'disputed' }],
      settled: 'verdict_changed',
    });
    expect(items.slice(0, 5).map(({ fields }) => fields)).toEqual([
      [{ field: 'value', before: null, after: '120' }],
      [],
      [],
      [],
      [
        { field: 'summary', before: null, after: 'Toll' },
        { field: 'low', before: 41, after: 43 },
      ],
    ]);
  });

  test('are counted by kind and reason, and by the fields that changed', async () => {
    const { counts, fields } = await agreementOf(people.editor);
    expect(counts).toEqual([
      { kind: 'casualty_count', reasonCode: 'figure_differs', returned: 2, stillOpen: 0 },
      { kind: 'fact', reasonCode: 'figure_differs', returned: 4, stillOpen: 1 },
    ]);
    expect(fields).toEqual([
      { kind: 'casualty_count', field: 'low', changed: 1 },
      { kind: 'casualty_count', field: 'summary', changed: 1 },
      { kind: 'fact', field: 'value', changed: 1 },
      { kind: 'fact', field: 'verdict', changed: 1 },
    ]);
  });

  test.each([1, 2, 5])('are read in pages of %i, with the counts of all', async (limit) => {
    const whole = await agreementOf(people.editor);
    const read: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = await agreementOf(people.editor, `?limit=${limit}${after}`);
      expect(page.items.length).toBeLessThanOrEqual(limit);
      expect(page.counts).toEqual(whole.counts);
      read.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(read).toEqual(whole.items);
  });

  test('are those of a story and of days, where asked', async () => {
    const ids = async (query: string) => (await agreementOf(people.editor, query)).items.length;
    expect(await ids(`?articleId=${story.id}`)).toBe(6);
    expect(await ids(`?articleId=${uuidv7()}`)).toBe(0);
    expect(await ids('?from=2026-03-02&to=2026-03-02')).toBe(6);
    expect(await ids('?from=2026-03-03')).toBe(0);
    expect(await ids('?to=2026-03-01')).toBe(0);
    const empty = await agreementOf(people.editor, '?from=2026-03-03');
    expect(empty).toMatchObject({ counts: [], fields: [], pairs: [], verdicts: [] });
    refusal(await people.editor.get('/api/agreement?from=yesterday'), 'INVALID');
    refusal(await people.editor.get('/api/agreement?cursor=x'), 'INVALID');
    refusal(await people.editor.get('/api/agreement?who=me'), 'INVALID');
    refusal(await desk.stranger.get('/api/agreement'), 'NOT_SIGNED_IN');
  });

  test('are found also where what an event said was erased', async () => {
    const events = await desk.db.prisma.event.findMany({
      where: { claimId: claims.changed.id, type: { in: ['review.returned', 'verdict.given'] } },
    });
    await desk.db.prisma.$transaction(async (tx) => {
      for (const { streamId, seq } of events) {
        await tx.$executeRaw`SELECT set_config('claimdesk.erasing', ${`${streamId}:${seq}`}, true)`;
        await tx.eventPayload.delete({ where: { streamId_seq: { streamId, seq } } });
      }
    });
    const { items } = await agreementOf(people.editor);
    expect(items.find(({ claimId }) => claimId === claims.changed.id)).toMatchObject({
      fields: [{ field: 'verdict', before: 'accurate', after: 'disputed' }],
      settled: 'verdict_changed',
    });
  });

  test('of a restricted story are told and counted to its people alone', async () => {
    const { editor, reviewer } = people;
    const hidden = await createStory(editor, { access: 'restricted', memberIds: [reviewer.id] });
    const secret = await returnedClaim(people, hidden, '120 passengers');
    await verify(reviewer, secret, { verdict: 'disputed' });
    const admin = await desk.person('admin');
    const seen = await agreementOf(admin);
    expect(JSON.stringify(seen)).not.toContain(secret.id);
    expect(seen.items).toHaveLength(6);
    expect(seen.counts.map((count) => count.returned)).toEqual([2, 4]);
    expect(seen.pairs).toEqual([]);
    expect(seen.verdicts).toEqual([]);
    expect((await agreementOf(admin, `?articleId=${hidden.id}`)).items).toEqual([]);
    const own = await agreementOf(editor, `?articleId=${hidden.id}`);
    expect(own.items.map(({ claimId }) => claimId)).toEqual([secret.id]);
    expect(own.pairs).toHaveLength(1);
  });

  test('cost as many statements for many as for none', async () => {
    const cost = (query: string) => countStatements(() => agreementOf(people.editor, query));
    expect(await cost('?limit=200')).toBe(await cost('?from=2030-01-01'));
  });
});

describe('two people who judged the same claims', () => {
  const desk = useDesk();
  let people: Newsroom;
  let third: Person;
  let story: Story;
  beforeAll(async () => {
    people = await newsroom(desk);
    third = await desk.person('editor', 'Kim Editor');
    story = await createStory(people.editor);
  });

  const judge = async (quote: string, ...given: [Person, string][]) => {
    let claim = await mark(people.editor, story, quote);
    for (const [who, verdict] of given) claim = await verify(who, claim, { verdict });
    return claim;
  };

  test('are compared by their own last verdict, of the same meaning, not taken back', async () => {
    const { editor, reviewer } = people;
    await judge('Ferry sinks', [editor, 'accurate'], [reviewer, 'accurate']);
    await judge('Nine children', [editor, 'accurate'], [reviewer, 'disputed'], [editor, 'disputed']);
    await judge('Ada Moor', [reviewer, 'disputed'], [editor, 'accurate']);
    await judge('Nobody knows', [editor, 'accurate'], [editor, 'waived']);

    const other = await judge('120 passengers', [editor, 'accurate']);
    const details = { about: 'quantity', value: '120' };
    await verify(reviewer, await edit(people, other, { details }), { verdict: 'disputed' });

    const back = await judge('Coast Radio', [editor, 'accurate'], [reviewer, 'disputed']);
    await reviewer.delete(`/api/claims/${back.id}/verdict?version=${back.version}`).expect(200);

    const { pairs, verdicts } = await agreementOf(editor);
    const both = [whoIs(editor), whoIs(reviewer)].sort((a, b) => (a.id < b.id ? -1 : 1));
    // The same of 2 in 3, where chance alone gives 4 in 9.
    expect(pairs).toEqual([{ people: both, claims: 3, same: 2, kappa: expect.closeTo(0.4, 10) }]);
    expect(verdicts).toHaveLength(3);
    expect(verdicts).toEqual(
      expect.arrayContaining([
        { first: 'accurate', second: 'accurate', claims: 1 },
        { first: 'disputed', second: 'disputed', claims: 1 },
        { first: 'disputed', second: 'accurate', claims: 1 },
      ]),
    );
  });

  test('one whose verdict a reviewer took back judged all the same', async () => {
    const { editor, reviewer } = people;
    const one = await createStory(editor);
    const claim = await verify(editor, await mark(editor, one, '120 passengers'));
    await reviewer.delete(`/api/claims/${claim.id}/verdict?version=${claim.version}`).expect(200);
    await verify(reviewer, await claimNow(reviewer, claim));
    const { pairs } = await agreementOf(editor, `?articleId=${one.id}`);
    // One value on both sides: chance alone explains it.
    expect(pairs).toMatchObject([{ claims: 1, same: 1, kappa: null }]);
  });

  test('of three, each two are a pair', async () => {
    const { editor, reviewer } = people;
    const one = await createStory(editor);
    let claim = await mark(editor, one, '120 passengers');
    for (const who of [editor, reviewer, third]) claim = await verify(who, claim);
    const { pairs, verdicts } = await agreementOf(editor, `?articleId=${one.id}`);
    const names = pairs.map((pair) => pair.people.map(({ name }) => name).sort());
    expect(names.sort()).toEqual([
      ['Ada Reviewer', 'Kim Editor'],
      ['Ada Reviewer', 'Robin Editor'],
      ['Kim Editor', 'Robin Editor'],
    ]);
    expect(verdicts).toEqual([{ first: 'accurate', second: 'accurate', claims: 3 }]);
  });
});

describe('where policy asks no review of facts', () => {
  const desk = useDesk({ policy: { reviewFacts: false } });

  test('a returned fact is settled by a new verdict, a count by its review alone', async () => {
    const people = await newsroom(desk);
    const story = await createStory(people.editor);
    const fact = await returnedClaim(people, story, '120 passengers');
    await verify(people.editor, fact, { verdict: 'disputed' });
    const toll = await returnedClaim(people, story, 'At least 41 people', CASUALTY);
    await verify(people.editor, toll, { verdict: 'disputed' });
    const { items } = await agreementOf(people.editor);
    expect(items.map(({ kind, settled }) => [kind, settled])).toEqual([
      ['casualty_count', 'open'],
      ['fact', 'verdict_changed'],
    ]);
  });
});
