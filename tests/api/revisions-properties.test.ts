/** What holds after any sequence of texts, and when the first one comes back. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type Claim, ListArticleClaims } from '../../server/contract/claims.ts';
import { ReviseArticle } from '../../server/contract/revisions.ts';
import { createStory, mark, type Story, verify } from '../support/claims.ts';
import { answer } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
});

const speakers = ['Rashid', 'Maren', 'The envoy', 'The harbour office'];
const places = ['Harran', 'Dorvan', 'the old market', 'the port'];
const fates = ['were killed', 'were injured', 'are missing'];

/** A paragraph of its own; its figure is in no other, so that it can be told from all of them. */
const paragraph = (figure: number, choice: number): string => {
  const [speaker, place, fate] = [speakers, places, fates].map((words) => words[choice % words.length]);
  return choice % 2 === 0
    ? `${speaker} said ${figure} people ${fate} in ${place} on Monday.`
    : `In ${place} on Tuesday ${figure} people ${fate} when the wall fell.`;
};

type Edit = (paragraphs: string[]) => void;
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.nat(9).map(
    (at): Edit =>
      (all) =>
        void all.splice(at % all.length, all.length > 1 ? 1 : 0),
  ),
  fc.tuple(fc.nat(9), fc.nat(9)).map(
    ([from, to]): Edit =>
      (all) => {
        const taken = all.splice(from % all.length, 1);
        all.splice(to % (all.length + 1), 0, ...taken);
      },
  ),
  fc
    .tuple(
      fc.nat(9),
      fc.constantFrom('people|men', 'said|denied', ' on |, late on ', 'people|people, all told,'),
    )
    .map(
      ([at, change]): Edit =>
        (all) => {
          const [from = '', to = ''] = change.split('|');
          all[at % all.length] = (all[at % all.length] ?? '').replace(from, to);
        },
    ),
  fc.tuple(fc.nat(9), fc.integer({ min: 9000, max: 9999 })).map(
    ([at, figure]): Edit =>
      (all) => {
        all[at % all.length] = (all[at % all.length] ?? '').replace(/\d+/, String(figure));
      },
  ),
  fc.tuple(fc.nat(9), fc.integer({ min: 8000, max: 8999 }), fc.nat(50)).map(
    ([at, figure, choice]): Edit =>
      (all) =>
        void all.splice(at % (all.length + 1), 0, paragraph(figure, choice)),
  ),
);

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
