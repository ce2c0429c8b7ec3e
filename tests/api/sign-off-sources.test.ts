/** How many independent sources a casualty count has before a story is signed off. */
import { beforeAll, describe, expect, test } from 'vitest';
import { addEvidence, cite, claimNow } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, STORY, type Story, spanOf, verify } from '../support/claims.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { signOffOf } from '../support/sign-off.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
});

describe('sources of a count', () => {
  const quote = 'At least 41 people';
  const details = { source: spanOf(STORY, 'the harbour office'), basis: 'organisation' };
  const passedToll = async (story: Story, body: object = {}, evidence: object[] = []) => {
    const toll = await mark(editor, story, quote, CASUALTY);
    await editor.patch(`/api/claims/${toll.id}`, { version: 1, ...body }).expect(200);
    for (const more of evidence) {
      const { stance, ...of } = { stance: 'supports', ...more };
      await cite(editor, toll, { evidenceId: (await addEvidence(editor, story, of)).id, stance });
    }
    return review(reviewer, await verify(editor, await claimNow(editor, toll)));
  };
  const blockersOf = async (story: Story) => (await signOffOf(reviewer, story)).blockers;
  const tooFew = (claim: { id: string }) => [{ code: 'too_few_sources', claimIds: [claim.id] }];

  test('none: the count blocks, until evidence supports it', async () => {
    const story = await createStory(editor);
    const toll = await passedToll(story, {}, [{ stance: 'context' }, { stance: 'contradicts' }]);
    expect(await blockersOf(story)).toEqual(tooFew(toll));
    const citation = await cite(editor, toll, { evidenceId: (await addEvidence(editor, story)).id });
    await review(reviewer, await claimNow(editor, toll));
    expect(await blockersOf(story)).toEqual([]);
    await editor.delete(`/api/citations/${citation.id}?version=1`).expect(200);
    await review(reviewer, await claimNow(editor, toll));
    expect(await blockersOf(story)).toEqual(tooFew(toll));
  });

  test('an attribution is one, unless it is withdrawn', async () => {
    const story = await createStory(editor);
    const says = await mark(editor, story, 'the harbour office said', { kind: 'attribution', details });
    const { version } = await review(reviewer, await verify(editor, says));
    const toll = await passedToll(story, { attributionIds: [says.id] });
    expect(await blockersOf(story)).toEqual([]);
    await editor.delete(`/api/claims/${says.id}?version=${version}`).expect(200);
    await review(reviewer, await claimNow(editor, toll));
    expect(await blockersOf(story)).toEqual(tooFew(toll));
  });

  test('of a count that is told twice are shared, as long as the two are linked', async () => {
    const story = await createStory(editor);
    const toll = await passedToll(story, {}, [{}]);
    const again = await mark(editor, story, 'Nine children', CASUALTY);
    const link = (version: number, sameFactAs: string | null) =>
      editor.patch(`/api/claims/${again.id}`, { version, sameFactAs }).expect(200);
    const settle = async () => review(reviewer, await verify(editor, await claimNow(editor, again)));
    await settle();
    expect(await blockersOf(story)).toEqual(tooFew(again));
    await link((await claimNow(editor, again)).version, toll.id);
    await settle();
    expect(await blockersOf(story)).toEqual([]);
    await link((await claimNow(editor, again)).version, null);
    await settle();
    expect(await blockersOf(story)).toEqual(tooFew(again));
  });

  test('the story’s own agency is none, withdrawn evidence neither', async () => {
    const story = await createStory(editor, { agency: 'Coast Radio' });
    const toll = await passedToll(story, {}, [{ publisher: 'COAST RADIO' }]);
    expect(await blockersOf(story)).toEqual(tooFew(toll));
    const other = await addEvidence(editor, story);
    await cite(editor, toll, { evidenceId: other.id });
    await review(reviewer, await claimNow(editor, toll));
    expect(await blockersOf(story)).toEqual([]);
    await editor.delete(`/api/evidence/${other.id}?version=1`).expect(200);
    await review(reviewer, await claimNow(editor, toll));
    expect(await blockersOf(story)).toEqual(tooFew(toll));
  });

  test('are told by the register: the publisher is who says so', async () => {
    const strict = await createStory(editor, { agency: 'The Lindholm Post' });
    const source = { name: 'Lindholm Post', kind: 'media', aliases: ['The paper'] };
    const { body: entry } = await editor.post('/api/sources', source);
    const says = await mark(editor, strict, 'the harbour office said', {
      kind: 'attribution',
      details: { ...details, sourceId: entry.id },
    });
    await review(reviewer, await verify(editor, says));
    const toll = await passedToll(strict, { attributionIds: [says.id] }, [{ publisher: 'The paper' }]);
    expect(await blockersOf(strict)).toEqual(tooFew(toll));
  });
});
