/** The proof as Markdown, read by another program: markdown-it with HTML on, and addresses made links. */
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../server/contract/claims.ts';
import { oneLine } from '../../server/domain/exchange/in/markup.ts';
import { PROOF_KEY, proofMarkdown } from '../../server/domain/exchange/proof/markdown.ts';
import { markdownAddress, markdownLine } from '../../server/domain/exchange/proof/markdown-text.ts';
import type { ProofInput } from '../../server/domain/exchange/proof/model.ts';
import { readStory } from '../../server/domain/text/story.ts';
import { markdownTraps } from '../cases/markdown-text.ts';
import { AT, claim, id, input, passed, TEXT, verdict } from '../support/proofs.ts';

const reader = markdownIt({ html: true, linkify: true });
// As GitHub: a name with a full stop in it is no address.
reader.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
type Tokens = ReturnType<typeof reader.parse>;

/** What stands between what opens and what closes it, and every type of piece within. */
function shown(markdown: string): { blocks: string[]; types: Set<string> } {
  const tokens = reader.parse(markdown, {});
  return { blocks: wordsOf(tokens), types: typesOf(tokens) };
}
const wordsOf = (tokens: Tokens) =>
  tokens.flatMap(({ type, children }) =>
    type === 'inline' ? [(children ?? []).map(({ content }) => content).join('')] : [],
  );
const typesOf = (tokens: Tokens) =>
  new Set(tokens.flatMap(({ type, children }) => [type, ...(children ?? []).map((child) => child.type)]));

const MARKUP =
  /^(?:html|code|fence|image|link|em_|s_|strong|bullet|ordered|list|hr|table|softbreak|hardbreak)/;
const markupIn = (types: ReadonlySet<string>) => [...types].filter((type) => MARKUP.test(type));

/** What site generators fill in before they read Markdown, and what dialects of it raise and highlight. */
const TEMPLATES = /\{[{%#:]|==|(?<!\[)\^/;

describe('a line', () => {
  test.each(markdownTraps)('%s shows as itself', (trap) => {
    for (const text of [trap, `Ferry ${trap} sinks`]) {
      const { blocks, types } = shown(markdownLine(text));
      expect({ blocks, markup: markupIn(types) }).toEqual({ blocks: [oneLine(text)], markup: [] });
      expect(markdownLine(text)).not.toMatch(TEMPLATES);
    }
  });

  const words = fc.array(fc.oneof(fc.constantFrom(...markdownTraps), fc.string({ unit: 'binary' })), {
    maxLength: 4,
  });

  test('any text shows as itself, with what stands between in its place', () => {
    fc.assert(
      fc.property(words, fc.constantFrom('', ' '), fc.array(fc.nat(40)), (pieces, apart, places) => {
        const text = `${pieces.join(apart)}.`.toWellFormed().replaceAll('\0', '');
        const between = new Map(
          places.filter((at) => at > 0 && at <= text.length && isBorder(text, at)).map((at) => [at, '[^1]']),
        );
        const { blocks, types } = shown(markdownLine(text, between));
        const plain = [...text.split(''), ''].map((sign, at) => `${between.get(at) ?? ''}${sign}`).join('');
        expect({ blocks, markup: markupIn(types) }).toEqual({ blocks: [oneLine(plain)], markup: [] });
        expect(markdownLine(text, between)).not.toMatch(TEMPLATES);
      }),
      { numRuns: 500 },
    );
  });

  test('an address shows itself where it can', () => {
    expect(markdownAddress('https://desk.example/a_b*c')).toBe('<https://desk.example/a_b*c>');
    expect(markdownAddress('https://desk.example/a b')).toBeNull();
    expect(markdownAddress('https://desk.example/<b>')).toBeNull();
    expect(markdownAddress('https://desk.example/{{ site.x }}')).toBeNull();
    expect(markdownAddress('https://desk.example/{{site.x}}')).toBeNull();
    expect(markdownAddress('javascript:alert(1)')).toBeNull();
  });
});

const isBorder = (text: string, at: number) => !/[\uDC00-\uDFFF]/.test(text.charAt(at));

/** The story, and what stands behind its rule. */
function parted(markdown: string): { front: string; story: string; behind: string } {
  const front = /^---\n[\s\S]*?\n---\n\n/.exec(markdown)?.[0] ?? '';
  const [story = '', ...behind] = markdown.slice(front.length).split('\n\n* * *\n\n');
  return { front, story, behind: behind.join('\n\n* * *\n\n') };
}

describe('a proof', () => {
  const full = (): ProofInput =>
    input({
      claims: [
        claim(1, 'At least 41 people', { status: 'passed', verdict: verdict('accurate'), review: passed }),
        claim(2, '41 people died', { verdict: verdict('inaccurate'), status: 'checked' }),
        claim(3, '41', {}),
        claim(4, 'people died', { status: 'orphaned' }),
        claim(5, 'saved', { status: 'withdrawn' }),
      ],
      evidence: [
        {
          ...{ id: id(50), kind: 'link' as const, title: 'Register [of] *ships*', publisher: 'Office' },
          ...{
            url: 'https://office.example/a_b',
            accessedAt: AT,
            file: null,
            snapshot: null,
            withdrawn: false,
          },
        },
      ],
      citations: [
        {
          ...{ claimId: id(1), evidenceId: id(50), locator: 'p. 4', quote: '<41>', withdrawn: false },
          stance: 'supports' as const,
        },
      ],
      sources: [{ id: id(70), name: 'An official', kind: 'person', confidential: true }],
    });

  test('has the number of each claim where its words end, and its note behind the story', () => {
    const { front, story, behind } = parted(proofMarkdown(full()));
    expect(front).toContain(`title: "Ferry <sinks>"\nauthor: "Ada Moor"\n`);
    expect(front).toContain(`${PROOF_KEY}: "1"\n`);
    expect(story).toBe(
      '# Ferry sinks\n\nAt least 41[^3] people[^1] died[^2] \\& 3 were saved, \\<b\\>the office\\</b\\> said.',
    );
    expect(behind).toContain(
      '[^1]: “At least 41 people” **Passed.** Fact: event. Accurate, Ada \\<b\\>, 2 Mar 2026, 09:05 UTC: The register has it. Passed by Ben, 2 Mar 2026, 09:05 UTC. E1 supports, p. 4, “\\<41\\>”.\n',
    );
    expect(behind).toContain('Correct: “42 people”');
    expect(behind).toContain('- “people died”[^4]\n');
    expect(behind).toContain('- **S1** An official (confidential), person\n');
    expect(behind).toContain(
      '- **E1** Register \\[of\\] \\*ships\\* · link · Office · <https://office.example/a_b> · seen 2 Mar 2026, 09:05 UTC (notes 1)\n',
    );
    expect(behind).not.toContain('[^5]');
  });

  test('each note is led to, and each number has its note', () => {
    const markdown = proofMarkdown(full());
    const defined = [...markdown.matchAll(/^\[\^(\d+)\]: /gm)].map(([, number]) => number);
    const used = [...markdown.matchAll(/\[\^(\d+)\](?!: )/g)].map(([, number]) => number);
    expect(defined).toEqual(['1', '2', '3', '4']);
    expect([...used].sort()).toEqual(defined);
  });

  test('reads from right to left as it did', () => {
    const text = 'غرق عبّارة\n\nقتل 41 شخصا على الأقل، قال المكتب.';
    const start = text.indexOf('41');
    const article = { ...input().article, language: 'ar', revision: { ...input().article.revision, text } };
    const blocks = [
      { role: 'headline' as const, start: 0, end: text.indexOf('\n') },
      { role: 'paragraph' as const, start: text.indexOf('\n') + 2, end: text.length },
    ];
    const claims = [claim(1, '41', { span: { start, end: start + 2, quote: '41' } })];
    const { story } = parted(
      proofMarkdown(input({ article: { ...article, revision: { ...article.revision, blocks } }, claims })),
    );
    expect(story).toBe('# غرق عبّارة\n\nقتل 41[^1] شخصا على الأقل، قال المكتب.');
  });

  const paragraph = fc.oneof(
    fc.constantFrom(...markdownTraps),
    fc.string({ unit: 'grapheme', minLength: 1 }),
  );
  const spans = fc.array(fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 30 }) }), {
    maxLength: 6,
  });

  test('no words of a story are markup, whatever is marked in them', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        spans,
        fc.string(),
        (parts, marks, foreign) => {
          const read = readStory(parts.join('\n\n'), { keepFurniture: true });
          if (!read.ok) return;
          const { text, blocks } = read.story;
          const claims = marks.flatMap(({ at, length }, index): Claim[] => {
            const start = at % text.length;
            const end = Math.min(start + length, text.length);
            if (!isBorder(text, start) || !isBorder(text, end)) return [];
            return [
              claim(index + 1, '', { span: { start, end, quote: text.slice(start, end) }, summary: foreign }),
            ];
          });
          const revision = { ...input().article.revision, text, blocks };
          const article = { ...input().article, title: foreign, byline: foreign, revision };
          const sources = [{ id: id(70), name: foreign, kind: 'person', confidential: false }];
          const { story, behind } = parted(
            proofMarkdown(input({ article, claims, sources, madeBy: foreign })),
          );
          expect(`${story}${behind}`).not.toMatch(TEMPLATES);
          const rendered = shown(story);
          const expected = blocks.flatMap(({ start, end }) => {
            const words = [...text.slice(start, end).split(''), '']
              .map((sign, at) => {
                const ends = claims.filter(
                  ({ span }) => span.end > start && span.end <= end && span.end === start + at,
                );
                return `${ends.map((one) => `[^${claims.indexOf(one) + 1}]`).join('')}${sign}`;
              })
              .join('');
            return oneLine(words) === '' ? [] : [oneLine(words)];
          });
          expect(rendered.blocks).toEqual(expected);
          expect(markupIn(rendered.types)).toEqual([]);
          expect(
            markupIn(shown(behind).types).filter((type) => !/^(?:bullet|list|strong)/.test(type)),
          ).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a story of nothing marked has its words and says so', () => {
    const { story, behind } = parted(proofMarkdown(input()));
    expect(shown(story).blocks.join('\n\n')).toBe(TEXT);
    expect(behind).toContain('Nothing is marked in this story.');
  });
});
