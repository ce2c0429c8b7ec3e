/** What holds after any sequence of texts, and when the first one comes back. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type Claim, ListArticleClaims } from '../../server/contract/claims.ts';
import { GetRevisionChanges, ReviseArticle } from '../../server/contract/revisions.ts';
import { createStory, mark, type Story, verify } from '../support/claims.ts';
import { answer } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { edit, paragraph } from '../support/story-edits.ts';

const desk = useDesk();
let editor: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
});

const course = fc.record({
  first: fc
    .uniqueArray(fc.nat(50), { minLength: 3, maxLength: 6 })
    .map((choices) => choices.map((choice, index) => paragraph(100 + index, choice))),
  later: fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
});

const claimsOf = async (story: Story): Promise<readonly Claim[]> =>
  answer(ListArticleClaims, await editor.get(`/api/articles/${story.id}/claims`)).items;
const placed = (claims: readonly Claim[]) => claims.filter(({ status }) => status !== 'orphaned');

test('nothing disappears, every quote is its slice, and the first text brings everything to its first place', async () => {
  await fc.assert(
    fc.asyncProperty(course, async ({ first, later }) => {
      const text = `Wall falls\n\n${first.join('\n\n')}`;
      const story = await createStory(editor, { text });
      const marked = new Map<string, Claim>();
      for (const words of first) {
        const quote = /\d+ people/.exec(words)?.[0] ?? '';
        const claim = await verify(editor, await mark(editor, story, quote));
        marked.set(claim.id, claim);
      }
      const paragraphs = [...first];
      const texts = later.map((edits) => {
        for (const change of edits) change(paragraphs);
        return `Wall falls\n\n${paragraphs.join('\n\n')}`;
      });

      let revision = 1;
      let lost = new Set<string>();
      const everGone = new Set<string>();
      for (const next of [...texts, text]) {
        const sent = { baseRevision: revision, text: next };
        const result = answer(ReviseArticle, await editor.post(`/api/articles/${story.id}/revisions`, sent));
        revision = result.revision;
        const read = await editor.get(`/api/articles/${story.id}/revisions/${revision}/changes`);
        expect(result).toEqual(answer(GetRevisionChanges, read));
        const claims = await claimsOf(story);
        expect(claims.map(({ id }) => id).sort()).toEqual([...marked.keys()].sort());
        for (const { id, span, verdict } of placed(claims)) {
          expect(next.slice(span.start, span.end)).toBe(span.quote);
          if (verdict?.expired === null) expect(span.quote).toBe(marked.get(id)?.span.quote);
        }
        const expired = new Set(
          claims.filter(({ verdict }) => verdict?.expired !== null).map(({ id }) => id),
        );
        for (const id of lost) expect(expired).toContain(id);
        lost = expired;
        for (const { id, status } of claims) if (status === 'orphaned') everGone.add(id);
        if (next !== text) continue;

        for (const { id, span, status } of claims) {
          const at = marked.get(id)?.span;
          if (everGone.has(id)) {
            expect(status).toBe('orphaned');
            expect(result.offered).toContainEqual({ id, span: at });
          } else expect(span).toEqual(at);
        }
      }
    }),
    { numRuns: 25 },
  );
}, 240_000);
