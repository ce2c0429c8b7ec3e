/** Claims whose words are gone, put on other words by hand, and taken off them again. */
import { beforeAll, describe, expect, test } from 'vitest';
import { GetArticle } from '../../server/contract/articles.ts';
import { type Claim, EditClaim } from '../../server/contract/claims.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import { ReviseArticle } from '../../server/contract/revisions.ts';
import { addEvidence, cite, claimNow } from '../support/attached.ts';
import { CASUALTY, createStory, mark, type Story, spanOf, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;
let viewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  viewer = await desk.person('viewer');
});

const LATER = [
  'Ferry sinks off Lindholm',
  'The coast guard has found 44 bodies. By noon Ada Moor said twelve pupils had drowned.',
  'The ferry had room for 120 passengers. Nobody knows how many were aboard.',
].join('\n\n');

async function revise(story: Story, text: string): Promise<string> {
  const { revision } = answer(GetArticle, await editor.get(`/api/articles/${story.id}`));
  const body = { baseRevision: revision.number, text };
  answer(ReviseArticle, await editor.post(`/api/articles/${story.id}/revisions`, body));
  return answer(GetArticle, await editor.get(`/api/articles/${story.id}`)).revision.text;
}

const edit = async (claim: Claim, body: object, as = editor) =>
  as.patch(`/api/claims/${claim.id}`, { version: claim.version, revision: 2, ...body });

async function attribution(story: Story): Promise<Claim> {
  const { text } = story.revision;
  const said = spanOf(text, 'Nine children were among the dead');
  return mark(editor, story, said.quote, {
    kind: 'attribution',
    details: {
      source: spanOf(text, 'Ada Moor'),
      cue: spanOf(text, 'said', said.end),
      content: [said],
    },
  });
}

describe('an orphan put on other words', () => {
  test('keeps its evidence and its old verdict, which no longer holds', async () => {
    const story = await createStory(editor);
    const claim = await verify(editor, await mark(editor, story, 'Nine children', CASUALTY));
    await cite(editor, claim, { evidenceId: (await addEvidence(editor, story)).id });
    const text = await revise(story, LATER);
    const orphan = await claimNow(editor, claim);
    expect(orphan.status).toBe('orphaned');
    refusal(await edit(orphan, { span: spanOf(text, 'twelve') }, viewer), 'NEEDS_EDITOR');
    const placed = answer(EditClaim, await edit(orphan, { span: spanOf(text, 'twelve') }));
    expect(placed).toMatchObject({
      ...{ status: 'expired', revision: 2, citationCount: 1, details: claim.details },
      span: { quote: 'twelve' },
      verdict: { verdict: 'accurate' },
    });
    expect(placed.verdict?.expired?.reasons).toContain('text');
  });

  test('of an attribution: what its details point at goes along, and history keeps what is left behind', async () => {
    const story = await createStory(editor);
    const claim = await attribution(story);
    const text = await revise(story, LATER);
    const orphan = await claimNow(editor, claim);
    expect(orphan).toMatchObject({ status: 'orphaned', details: claim.details });
    const span = spanOf(text, 'twelve pupils had drowned');
    const placed = answer(EditClaim, await edit(orphan, { span }));
    expect(placed.details).toMatchObject({
      source: spanOf(text, 'Ada Moor'),
      cue: spanOf(text, 'said'),
      content: [span],
    });
    const { items } = answer(
      GetArticleHistory,
      await editor.get(`/api/articles/${story.id}/history?after=0`),
    );
    expect(items.at(-1)).toMatchObject({
      type: 'claim.edited',
      data: { before: { details: claim.details, revision: 1 }, after: { revision: 2 } },
    });
  });
});

describe('an orphan taken off again', () => {
  test('stands where it stood, with all it had', async () => {
    const story = await createStory(editor);
    const claim = await attribution(story);
    const text = await revise(story, LATER);
    const orphan = await claimNow(editor, claim);
    const placed = answer(EditClaim, await edit(orphan, { span: spanOf(text, 'twelve pupils had drowned') }));
    const off = answer(EditClaim, await edit(placed, { span: null, details: claim.details }));
    expect({ ...off, version: orphan.version }).toEqual(orphan);
    const again = answer(EditClaim, await edit(off, { span: spanOf(text, 'twelve pupils had drowned') }));
    expect({ ...again, version: placed.version }).toEqual(placed);
  });

  test('without details sent along has those that stand on its older text', async () => {
    const story = await createStory(editor);
    const claim = await attribution(story);
    const text = await revise(story, LATER);
    const placed = answer(
      EditClaim,
      await edit(await claimNow(editor, claim), { span: spanOf(text, 'twelve pupils had drowned') }),
    );
    const off = answer(EditClaim, await edit(placed, { span: null }));
    expect(off).toMatchObject({ status: 'orphaned', revision: 1, span: claim.span });
    expect(off.details).toMatchObject({ content: [claim.span] });
  });

  test('loses a verdict that was given on the words it was put on', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, 'Nine children', CASUALTY);
    const text = await revise(story, LATER);
    const placed = answer(
      EditClaim,
      await edit(await claimNow(editor, claim), { span: spanOf(text, 'twelve') }),
    );
    const off = answer(EditClaim, await edit(await verify(editor, placed), { span: null }));
    expect(off).toMatchObject({ status: 'orphaned', verdict: { expired: { reasons: ['span', 'text'] } } });
  });

  test('is refused where the text left it its words, where it was marked on this text, and on an older text', async () => {
    const story = await createStory(editor);
    const kept = await mark(editor, story, '120 passengers');
    const text = await revise(story, LATER);
    const fresh = await mark(
      editor,
      { ...story, revision: { ...story.revision, number: 2, text } },
      '44 bodies',
    );
    for (const claim of [await claimNow(editor, kept), fresh])
      refusal(await edit(claim, { span: null }), 'INVALID');
    refusal(await edit(fresh, { span: null, revision: 1 }), 'STALE_REVISION');
  });

  test('that is none, changes nothing', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, 'Nine children', CASUALTY);
    await revise(story, LATER);
    const orphan = await claimNow(editor, claim);
    expect(answer(EditClaim, await edit(orphan, { span: null }))).toEqual(orphan);
  });
});
