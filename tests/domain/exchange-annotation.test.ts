import { describe, expect, test } from 'vitest';
import type { Claim } from '../../server/contract/claims.ts';
import type { Comment } from '../../server/contract/comments.ts';
import type { Citation } from '../../server/contract/evidence.ts';
import { codePointsBefore } from '../../server/domain/exchange/code-points.ts';
import { type Annotated, annotationOf } from '../../server/domain/exchange/web-annotation.ts';
import { ADA, AT, BEN, claim, id, passed, TEXT, verdict } from '../support/proofs.ts';

const ORIGIN = 'https://desk.example';

const annotated = (marked: Claim, { text = TEXT, ...more }: Partial<Annotated> = {}): Annotated => ({
  ...{ claim: marked, text, points: codePointsBefore(text) },
  language: 'en-GB',
  title: 'Ferry sinks',
  citations: [],
  comments: [],
  names: new Map([[ADA, 'Ada Moor']]),
  origin: ORIGIN,
  ...more,
});

const citation = (
  evidence: Partial<Citation['evidence']> = {},
  more: Partial<Omit<Citation, 'evidence'>> = {},
): Citation => ({
  ...{ id: id(41), claimId: id(7), locator: null, quote: null, stance: 'supports', note: null, figures: [] },
  ...{ withdrawn: false, createdBy: BEN, createdAt: AT, version: 1, can: [] },
  evidence: {
    ...{
      id: id(40),
      articleId: id(900),
      kind: 'link',
      url: 'https://ferry.test/list',
      title: 'Passenger list',
    },
    ...{ publisher: null, accessedAt: null, note: null, file: null, snapshot: null, claimIds: [id(7)] },
    ...{ withdrawn: false, createdBy: BEN, createdAt: AT, version: 1, can: [] },
    ...evidence,
  },
  ...more,
});

const comment = (body: string, more: Partial<Comment> = {}): Comment => ({
  ...{ id: id(50), claimId: id(7), parentId: null, body, resolved: false, edited: false, withdrawn: false },
  ...{ createdBy: ADA, createdAt: AT, version: 1, mentions: [], can: [] },
  ...more,
});

const PERSON = {
  ada: { id: `urn:uuid:${ADA}`, type: 'Person', name: 'Ada Moor' },
  /** Whose name nobody gave. */
  ben: { id: `urn:uuid:${BEN}`, type: 'Person' },
};
const by = (creator: object) => ({ creator, created: AT });
const plain = (purpose: string, value: string, more: object = {}) => ({
  ...{ type: 'TextualBody', purpose, value, format: 'text/plain' },
  ...more,
});

/** What is said beside kind, status and details, which every claim has. */
const bodies = (marked: Claim, more: Partial<Annotated> = {}) => {
  const { body } = annotationOf(annotated(marked, more));
  return Array.isArray(body) ? body.slice(3) : body;
};

test('a claim that nobody has looked at yet', () => {
  expect(annotationOf(annotated(claim(7, '41 people')))).toEqual({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `https://desk.example/api/claims/${id(7)}`,
    type: 'Annotation',
    canonical: `urn:uuid:${id(7)}`,
    motivation: 'tagging',
    creator: PERSON.ada,
    created: AT,
    generator: { id: 'https://desk.example', type: 'Software', name: 'Claimdesk' },
    body: [
      plain('tagging', 'fact'),
      plain('classifying', 'unchecked'),
      plain('describing', '{"kind":"fact","details":{"about":"event","value":null}}', {
        format: 'application/json',
      }),
    ],
    target: {
      type: 'SpecificResource',
      source: {
        id: `https://desk.example/api/articles/${id(900)}/revisions/1`,
        type: 'Text',
        format: 'text/plain',
        language: 'en-GB',
        'dcterms:title': 'Ferry sinks',
      },
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: '41 people',
          prefix: 'Ferry sinks\n\nAt least ',
          suffix: ' died & 3 were saved, <b>the office</b> ',
        },
        { type: 'TextPositionSelector', start: 22, end: 31 },
      ],
    },
  });
});

describe('what is said of it', () => {
  test('is what an editor calls it', () => {
    expect(bodies(claim(7, '41 people', { summary: 'The toll' }))).toEqual([plain('describing', 'The toll')]);
  });

  test('is the verdict, and what should stand there instead', () => {
    const marked = claim(7, '41 people', { verdict: verdict('inaccurate') });
    expect(annotationOf(annotated(marked)).motivation).toBe('assessing');
    expect(bodies(marked)).toEqual([
      plain('assessing', 'inaccurate: The register has it.', by(PERSON.ada)),
      plain('editing', '42 people', by(PERSON.ada)),
    ]);
    expect(bodies(claim(7, '41 people', { verdict: verdict('accurate') }))).toEqual([
      plain('assessing', 'accurate: The register has it.', by(PERSON.ada)),
    ]);
  });

  test('is no verdict that expired', () => {
    const marked = claim(7, '41 people', { verdict: verdict('inaccurate', true) });
    expect(bodies(marked)).toEqual([]);
  });

  const { reasonCode, note } = { reasonCode: 'figure_differs', note: 'It has 42.' } as const;
  test.each([
    ['passed', passed, 'passed'],
    ['passed with a note', { ...passed, note: 'Good.' }, 'passed: Good.'],
    ['returned for a reason', { ...passed, decision: 'returned', reasonCode }, 'returned: figure_differs'],
    [
      'returned for a reason with a note',
      { ...passed, decision: 'returned', reasonCode, note },
      'returned: figure_differs: It has 42.',
    ],
  ] as const)('is that it was %s', (_, review, value) => {
    expect(bodies(claim(7, '41 people', { review }))).toEqual([plain('moderating', value, by(PERSON.ben))]);
  });

  test('is no review that was reopened', () => {
    const review = { ...passed, reopened: { at: AT } };
    expect(bodies(claim(7, '41 people', { review }))).toEqual([]);
  });

  test('is each comment that stands, an answer as one', () => {
    const comments = [
      comment('Who counted?'),
      comment('The office.', { id: id(51), parentId: id(50), createdBy: BEN }),
      comment('Never mind.', { id: id(52), withdrawn: true }),
    ];
    expect(bodies(claim(7, '41 people'), { comments })).toEqual([
      plain('commenting', 'Who counted?', by(PERSON.ada)),
      plain('replying', 'The office.', by(PERSON.ben)),
    ]);
  });
});

describe('what it rests on', () => {
  const resting = (...citations: Citation[]) => bodies(claim(7, '41 people'), { citations });

  test('is a page, with the words relied on', () => {
    const cited = citation({ publisher: 'The line' }, { locator: 'p. 2', quote: '41 names' });
    expect(resting(cited)).toEqual([
      {
        ...{ type: 'SpecificResource', purpose: 'linking', source: 'https://ferry.test/list' },
        selector: { type: 'TextQuoteSelector', exact: '41 names' },
        ...by(PERSON.ben),
      },
      plain('linking', 'supports: Passenger list · The line · p. 2 · “41 names”', by(PERSON.ben)),
    ]);
  });

  test('is a page alone where no words of it are named', () => {
    expect(resting(citation())).toEqual([
      {
        ...{ type: 'SpecificResource', purpose: 'linking', source: 'https://ferry.test/list' },
        ...by(PERSON.ben),
      },
      plain('linking', 'supports: Passenger list', by(PERSON.ben)),
    ]);
  });

  test('is a line where there is no page', () => {
    const cited = citation({ kind: 'interview', url: null, title: 'The mate' }, { stance: 'contradicts' });
    expect(resting(cited)).toEqual([plain('linking', 'contradicts: The mate', by(PERSON.ben))]);
  });

  test('is nothing that was withdrawn, by the claim or from the story', () => {
    expect(resting(citation({}, { withdrawn: true }), citation({ withdrawn: true }))).toEqual([]);
  });
});

describe('where its words are', () => {
  const at = (text: string, quote: string) => {
    const start = text.indexOf(quote);
    const marked = claim(7, '41 people', { span: { start, end: start + quote.length, quote } });
    return annotationOf(annotated(marked, { text })).target;
  };
  const words = (exact: string, prefix: string, suffix: string, start: number, end: number) => ({
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start, end },
    ],
  });

  test('is counted in code points, where letters and pictures take two units', () => {
    expect(at('🚢🌊 sank: 41 dead 🕯', '41 dead')).toMatchObject(words('41 dead', '🚢🌊 sank: ', ' 🕯', 9, 16));
  });

  test('is told with forty characters before and after', () => {
    const [before, after] = ['a'.repeat(50), 'z'.repeat(50)];
    expect(at(`${before}41 dead${after}`, '41 dead')).toMatchObject(
      words('41 dead', 'a'.repeat(40), 'z'.repeat(40), 50, 57),
    );
  });

  test('splits no character that a reader sees as one, neither of the words nor of those around', () => {
    const family = '👨‍👩‍👧';
    const wide = `${family}${'b'.repeat(38)}41${'y'.repeat(37)}${family}!`;
    expect(at(wide, '41')).toMatchObject(
      words('41', `${family}${'b'.repeat(38)}`, `${'y'.repeat(37)}${family}`, 43, 45),
    );
    expect(at('cafe\u0301s', 'cafe')).toMatchObject(words('cafe\u0301', '', 's', 0, 5));
  });
});
