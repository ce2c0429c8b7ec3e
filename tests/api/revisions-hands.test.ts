/** What holds over newer texts between which people put claims on other words, withdraw them and bring them back. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  type Claim,
  EditClaim,
  ListArticleClaims,
  RestoreClaim,
  WithdrawClaim,
} from '../../server/contract/claims.ts';
import { GetRevisionChanges, ReviseArticle } from '../../server/contract/revisions.ts';
import { createStory, mark, type Story, spanOf, verify } from '../support/claims.ts';
import { answer } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { edit, paragraph } from '../support/story-edits.ts';

const desk = useDesk();
let editor: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
});

/** What a person does to a claim, as far as it lets that be done: by its place among all. */
const hand = fc.record({
  at: fc.nat(9),
  does: fc.constantFrom('puts it on other words', 'places it', 'withdraws it', 'restores it', 'checks it'),
  word: fc.nat(30),
});
type Hand = typeof hand extends fc.Arbitrary<infer T> ? T : never;

const course = fc.record({
  first: fc
    .uniqueArray(fc.nat(50), { minLength: 3, maxLength: 6 })
    .map((choices) => choices.map((choice, index) => paragraph(100 + index, choice))),
  steps: fc.array(
    fc.record({
      hands: fc.array(hand, { maxLength: 4 }),
      edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

interface Current {
  readonly story: Story;
  readonly revision: number;
  readonly text: string;
}

const claimsOf = async (story: Story): Promise<readonly Claim[]> => {
  const path = `/api/articles/${story.id}/claims`;
  return answer(ListArticleClaims, await editor.get(path)).items;
};

/** Words of the text: from one of them, as many as a figure and what it counts. */
function wordsAt(text: string, word: number) {
  const all = [...text.matchAll(/\S+ \S+/g)];
  const [quote] = all[word % all.length] ?? ['Wall falls'];
  return spanOf(text, quote);
}

/** Null where the claim does not let it be done now. */
async function act(
  { revision, text, story }: Current,
  claim: Claim,
  { does, word }: Hand,
): Promise<Claim | null> {
  const { id, version, status } = claim;
  const put = async (span: Claim['span']) =>
    answer(EditClaim, await editor.patch(`/api/claims/${id}`, { version, revision, span }));
  const isOrphan = status === 'orphaned';
  if (status === 'withdrawn')
    return does === 'restores it'
      ? answer(RestoreClaim, await editor.post(`/api/claims/${id}/restore`))
      : null;
  if (does === 'withdraws it')
    return answer(WithdrawClaim, await editor.delete(`/api/claims/${id}?version=${version}`));
  if (does === 'puts it on other words') {
    const span = wordsAt(text, word);
    return span.start === claim.span.start && span.end === claim.span.end ? null : put(span);
  }
  if (does === 'places it' && isOrphan && revision > 1) {
    const path = `/api/articles/${story.id}/revisions/${revision}/changes`;
    const { offered } = answer(GetRevisionChanges, await editor.get(path));
    return put(offered.find((one) => one.id === id)?.span ?? wordsAt(text, word));
  }
  return does === 'checks it' && !isOrphan ? verify(editor, claim) : null;
}

test('nothing disappears, every quote is its slice, and no verdict holds on other words than it was given on', async () => {
  await fc.assert(
    fc.asyncProperty(course, async ({ first, steps }) => {
      let current: Current = await (async () => {
        const text = `Wall falls\n\n${first.join('\n\n')}`;
        const story = await createStory(editor, { text });
        return { story, revision: 1, text: story.revision.text };
      })();
      /** The words on which each verdict that holds was given. */
      const held = new Map<string, string>();
      const ids: string[] = [];
      for (const words of first) {
        const quote = /\d+ people/.exec(words)?.[0] ?? '';
        const claim = await verify(editor, await mark(editor, current.story, quote));
        ids.push(claim.id);
        held.set(claim.id, quote);
      }
      const expectWhole = async () => {
        const claims = await claimsOf(current.story);
        expect(claims.map(({ id }) => id).sort()).toEqual([...ids].sort());
        for (const { id, status, span, verdict, revision } of claims) {
          if (revision === current.revision)
            expect(current.text.slice(span.start, span.end)).toBe(span.quote);
          else expect(['orphaned', 'withdrawn']).toContain(status);
          if (verdict?.expired === null)
            expect({ id, words: span.quote }).toEqual({ id, words: held.get(id) });
          else held.delete(id);
        }
      };

      const paragraphs = [...first];
      for (const { hands, edits } of steps) {
        for (const one of hands) {
          const claims = await claimsOf(current.story);
          const claim = claims[one.at % claims.length];
          if (claim === undefined) continue;
          const after = await act(current, claim, one);
          if (after !== null && one.does === 'checks it') held.set(after.id, after.span.quote);
          // A verdict is on the words that it was given on: by hand on others, it has to be given anew.
          if (after !== null && one.does === 'puts it on other words' && after.verdict !== null)
            expect(after.verdict.expired).not.toBeNull();
          await expectWhole();
        }
        for (const change of edits) change(paragraphs);
        const text = `Wall falls\n\n${paragraphs.join('\n\n')}`;
        const path = `/api/articles/${current.story.id}/revisions`;
        const result = answer(
          ReviseArticle,
          await editor.post(path, { baseRevision: current.revision, text }),
        );
        current = { ...current, revision: result.revision, text: text };
        await expectWhole();
      }
    }),
    { numRuns: 25 },
  );
}, 240_000);
