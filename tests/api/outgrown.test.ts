/** Details that a newer text outgrew: no verdict on them until a person said what holds. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Claim, EditClaim, type GiveVerdict, Outgrown } from '../../server/contract/claims.ts';
import type { BodyInput } from '../../server/contract/endpoint.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import { claimNow, headOf } from '../support/attached.ts';
import { createStory, mark, type Story, spanOf, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { confirm, confirmPath, revise } from '../support/reworded.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let viewer: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  viewer = await desk.person('viewer');
});
beforeEach(async () => {
  story = await createStory(editor);
});

const TOLL = 'At least 41 people';
const higher = (text: string) => text.replace('At least 41', 'At least 44');
/** Details are read from the words. */
const count = (quote: string) => mark(editor, story, quote, { kind: 'casualty_count', details: undefined });
const edit = async (claim: { id: string }, body: BodyInput<typeof EditClaim>['details'] | object) => {
  const { version } = await claimNow(editor, claim);
  return answer(EditClaim, await editor.patch(`/api/claims/${claim.id}`, { version, ...body }));
};
const give = async (claim: { id: string }, as: Person = editor) => {
  const { version } = await claimNow(as, claim);
  const body: BodyInput<typeof GiveVerdict> = { version, verdict: 'accurate', reason: 'The register.' };
  return as.put(`/api/claims/${claim.id}/verdict`, body);
};
const offered = {
  ...{ low: 44, best: null, high: null },
  ...{ modifier: 'at_least', wording: 'At least 44' },
};
const outgrownOf = ({ outgrown }: Claim) => outgrown;

/** Verified, and the newer text has another figure. */
async function raised(): Promise<Claim> {
  const claim = await verify(editor, await count(TOLL));
  await revise(editor, story, higher);
  return claimNow(editor, claim);
}

/** What an export of all that was checked says of the claim. */
const exported = async (claim: { id: string }): Promise<string> => {
  const path = `/api/exports/claims?format=jsonl&status=checked&articleId=${story.id}`;
  const { text } = await editor.get(path).expect(200);
  return text.split('\n').find((line) => line.includes(claim.id)) ?? '';
};

describe('a figure that the text has no longer', () => {
  test('is told with what the words say now, and no verdict is given on it', async () => {
    const claim = await raised();
    expect(claim).toMatchObject({ status: 'expired', details: { low: 41 } });
    expect(outgrownOf(claim)).toEqual({ fields: ['figure'], offered, settled: false });
    expect(claim.can).toEqual(['edit', 'comment', 'withdraw']);
    refusal(await give(claim), 'DETAILS_OUTGROWN');
    refusal(await give(claim, other), 'DETAILS_OUTGROWN');
    refusal(await give(claim, viewer), 'NEEDS_EDITOR');
    refusal(await editor.post(confirmPath(claim), { version: claim.version }), 'MEANING_CHANGED');
    expect(await claimNow(editor, claim)).toEqual(claim);
    expect(await exported(claim)).toBe('');
  });

  test('stands in the history of the text', async () => {
    const claim = await raised();
    const path = `/api/articles/${story.id}/history?after=${(await headOf(editor, story)) - 1}`;
    const { items } = answer(GetArticleHistory, await editor.get(path));
    expect(items).toMatchObject([
      { type: 'claim.replaced', claimId: claim.id, data: { change: 'figure_changed', outgrown: ['figure'] } },
    ]);
  });

  test('is taken: the details follow, the old ones stay in the history, and a verdict is given on them', async () => {
    const claim = await raised();
    const head = await headOf(editor, story);
    const taken = await edit(claim, { details: { ...claim.details, ...offered } });
    expect(taken).toMatchObject({ details: offered, outgrown: { settled: true } });
    expect(taken.can).toContain('verify');
    const given = await give(claim);
    expect(given.status).toBe(200);
    expect(await exported(claim)).toContain('At least 44');
    const { items } = answer(
      GetArticleHistory,
      await editor.get(`/api/articles/${story.id}/history?after=${head}`),
    );
    expect(items[0]).toMatchObject({
      type: 'claim.edited',
      data: { before: { details: { low: 41 } }, after: { details: { low: 44 } } },
    });
  });

  test('is let stand by a person, which their history says', async () => {
    const claim = await raised();
    const head = await headOf(editor, story);
    const kept = await edit(claim, { settled: true });
    expect(kept).toMatchObject({ details: { low: 41 }, outgrown: { settled: true } });
    expect((await give(claim)).status).toBe(200);
    const { items } = answer(
      GetArticleHistory,
      await editor.get(`/api/articles/${story.id}/history?after=${head}`),
    );
    expect(items[0]).toMatchObject({
      type: 'claim.edited',
      actor: { id: editor.id },
      data: { before: { outgrown: { settled: false } }, after: { outgrown: { settled: true } } },
    });
    // Until the words change again it is theirs; then too, for it was not read from them.
    await revise(editor, story, (text) => text.replace('At least 44', 'At least 47'));
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'expired', outgrown: null });
    expect((await give(claim)).status).toBe(200);
  });

  test('is typed anew, to what the words say or to something else', async () => {
    const claim = await raised();
    const aside = await edit(claim, { details: { ...claim.details, cause: 'a storm' } });
    expect(outgrownOf(aside)).toEqual(outgrownOf(claim));
    refusal(await give(claim), 'DETAILS_OUTGROWN');
    expect(await edit(claim, { details: { ...aside.details, low: 45 } })).toMatchObject({
      outgrown: { settled: true },
    });
    expect((await give(claim)).status).toBe(200);
  });

  test('taking it, or letting it stand, is undone', async () => {
    const claim = await raised();
    await edit(claim, { details: { ...claim.details, ...offered } });
    const back = await edit(claim, { details: claim.details, settled: false });
    expect(outgrownOf(back)).toEqual(outgrownOf(claim));
    refusal(await give(claim), 'DETAILS_OUTGROWN');
    await edit(claim, { settled: true });
    expect(outgrownOf(await edit(claim, { settled: false }))).toEqual(outgrownOf(claim));
    refusal(await give(claim), 'DETAILS_OUTGROWN');
  });

  test('is settled by a text that has it again, and not by one that has yet another', async () => {
    const claim = await raised();
    await revise(editor, story, (text) => text.replace('44 people', '47 people'));
    expect(await claimNow(editor, claim)).toMatchObject({
      outgrown: { fields: ['figure'], offered: { low: 47 }, settled: false },
    });
    await revise(editor, story, (text) => `${text}\n\nIt is cold.`);
    refusal(await give(claim), 'DETAILS_OUTGROWN');
    await revise(editor, story, () => story.revision.text);
    const again = await claimNow(editor, claim);
    expect(again).toMatchObject({ status: 'expired', outgrown: null });
    expect((await give(claim)).status).toBe(200);
  });

  test('matters where no verdict was given yet as well', async () => {
    const claim = await count(TOLL);
    await revise(editor, story, higher);
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'unchecked', outgrown: { offered } });
    refusal(await give(claim), 'DETAILS_OUTGROWN');
  });

  test('is nothing on a claim of another kind', async () => {
    const claim = await raised();
    const fact = await edit(claim, { kind: 'fact' });
    expect(fact).toMatchObject({ kind: 'fact', outgrown: null });
    expect(fact.can).toContain('verify');
  });

  test('waits while the claim is withdrawn', async () => {
    const claim = await count(TOLL);
    const { version } = await claimNow(editor, claim);
    await editor.delete(`/api/claims/${claim.id}?version=${version}`).expect(200);
    await revise(editor, story, higher);
    await editor.post(`/api/claims/${claim.id}/restore`).expect(200);
    refusal(await give(claim), 'DETAILS_OUTGROWN');
  });
});

describe('what is not outgrown', () => {
  test('the same figure in other words', async () => {
    const claim = await verify(editor, await count(TOLL));
    await revise(editor, story, (text) => text.replace('people died', 'people have died'));
    expect(await claimNow(editor, claim)).toMatchObject({ outgrown: null });
  });

  test('a figure that was typed because another sentence has it', async () => {
    const details = { outcome: 'killed', low: 9, best: 9, high: 9, modifier: 'exact' };
    const claim = await mark(editor, story, TOLL, { kind: 'casualty_count', details });
    await revise(editor, story, higher);
    expect(await claimNow(editor, claim)).toMatchObject({ outgrown: null });
    expect((await give(claim)).status).toBe(200);
  });

  test('a claim whose own words are as they were', async () => {
    const claim = await verify(editor, await count(TOLL));
    await revise(editor, story, (text) => text.replace('120 passengers', '130 passengers'));
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'checked', outgrown: null });
  });
});

describe('other words by hand', () => {
  test('outgrow what was read from those before, on the same text', async () => {
    const claim = await count('At least 41 people');
    const span = spanOf(story.revision.text, 'Nine children');
    const moved = await edit(claim, { revision: 1, span });
    expect(outgrownOf(moved)).toMatchObject({ fields: ['figure', 'victims'], offered: { low: 9 } });
    refusal(await give(claim), 'DETAILS_OUTGROWN');
    const back = await edit(claim, { revision: 1, span: claim.span });
    expect(back).toMatchObject({ outgrown: null });
  });

  test('outgrow nothing where the figure is among them', async () => {
    const claim = await count('At least 41 people');
    const span = spanOf(story.revision.text, 'At least 41 people died');
    expect(await edit(claim, { revision: 1, span })).toMatchObject({ outgrown: null });
  });

  test('nor where the details come along', async () => {
    const claim = await count('At least 41 people');
    const span = spanOf(story.revision.text, 'Nine children');
    const details = { outcome: 'killed', low: 9, best: 9, high: 9, victims: { category: 'child' } };
    expect(await edit(claim, { revision: 1, span, details })).toMatchObject({ outgrown: null });
  });

  test('an orphan that is put on words with another figure', async () => {
    const claim = await verify(editor, await count(TOLL));
    const sentence = /At least 41.*said\./.exec(story.revision.text)?.[0] ?? '';
    await revise(editor, story, (text) => text.replace(sentence, 'Nobody knows more.'));
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'orphaned', outgrown: null });
    const text = higher(story.revision.text);
    await revise(editor, story, () => text);
    const placed = await edit(claim, { revision: 3, span: spanOf(text, 'At least 44 people') });
    expect(outgrownOf(placed)).toEqual({ fields: ['figure'], offered, settled: false });
    refusal(await give(claim), 'DETAILS_OUTGROWN');
    const off = await edit(claim, { revision: 3, span: null });
    expect(off).toMatchObject({ status: 'orphaned' });
  });
});

describe('where only the wording changed', () => {
  /** A place that was read from words, in a sentence that was reworded. */
  async function elsewhere(): Promise<Claim> {
    const details = { outcome: 'killed', low: 41, modifier: 'at_least', place: { name: 'Lindholm' } };
    const marked = await mark(editor, story, TOLL, { kind: 'casualty_count', details });
    const claim = await verify(editor, marked);
    await revise(editor, story, (text) => text.replace('a ferry sank off Lindholm', 'a ferry went down'));
    return claimNow(editor, claim);
  }

  test('confirming says that the details stand, and taking that back that they do not', async () => {
    const claim = await elsewhere();
    expect(outgrownOf(claim)).toEqual({ fields: ['place'], offered: {}, settled: false });
    expect(claim.can).toEqual(['edit', 'confirm', 'comment', 'withdraw']);
    refusal(await give(claim), 'DETAILS_OUTGROWN');
    const confirmed = await confirm(other, claim);
    expect(confirmed).toMatchObject({ status: 'checked', outgrown: { settled: true } });
    const back = await other
      .delete(`/api/claims/${claim.id}/verdict?version=${confirmed.version}`)
      .expect(200);
    expect(Outgrown.parse(back.body.outgrown)).toEqual(outgrownOf(claim));
    refusal(await give(claim), 'DETAILS_OUTGROWN');
  });
});
