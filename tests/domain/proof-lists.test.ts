import { describe, expect, test } from 'vitest';
import { AttributionDetails, type Claim } from '../../server/contract/claims.ts';
import { listsOf } from '../../server/domain/exchange/proof/lists.ts';
import type { ProofInput } from '../../server/domain/exchange/proof/model.ts';
import { signOffOf } from '../../server/domain/exchange/proof/sign.ts';
import { AT, BEN, claim, id, input, passed, verdict } from '../support/proofs.ts';

const FROM = 'https://port.example/list';
const DAY = '2 Mar 2026, 09:05 UTC';
const claims: Claim[] = [
  claim(5, '3 were saved'),
  { ...claim(6, 'the office'), kind: 'source', details: { sourceId: id(50), titleAsPrinted: null } },
  {
    ...claim(7, 'the office'),
    kind: 'attribution',
    details: { ...AttributionDetails.parse({}), sourceId: id(50) },
  },
  {
    ...claim(8, 'the office'),
    kind: 'attribution',
    details: {
      ...AttributionDetails.parse({}),
      sourceId: id(52),
      via: [
        { sourceId: null, span: null },
        { sourceId: id(51), span: null },
      ],
    },
  },
];
const numbers = {
  claims: new Map(claims.map((one, at) => [one.id, String(at + 1)])),
  evidence: new Map([60, 61].map((number, at) => [id(number), `E${at + 1}`])),
  sources: new Map([50, 51].map((number, at) => [id(number), `S${at + 1}`])),
};
const kept: ProofInput['evidence'][number] = {
  id: id(60),
  kind: 'document',
  title: 'Passenger <list>',
  publisher: null,
  url: null,
  accessedAt: null,
  file: null,
  snapshot: null,
  withdrawn: false,
};
const cited: ProofInput['citations'][number] = {
  claimId: id(5),
  evidenceId: id(60),
  locator: null,
  quote: null,
  stance: 'supports',
  withdrawn: false,
};
const file = {
  id: id(70),
  name: 'list <1>.pdf',
  mediaType: 'application/pdf',
  size: 4,
  here: true,
  sha256: 'ab'.repeat(32),
  createdBy: BEN,
  createdAt: AT,
} as const;

/** The cells of each row of both tables, or what stands there instead. */
function lists(more: Partial<ProofInput>) {
  const html = listsOf(input(more), claims, numbers);
  const [, sources = '', evidence = ''] = html.split(/<h2>(?:Sources|Evidence)<\/h2>/);
  const rowsOf = (part: string) =>
    part.includes('<table>')
      ? [...part.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
          [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell),
        )
      : part.replace('</section>', '').trim();
  return { sources: rowsOf(sources), evidence: rowsOf(evidence) };
}

describe('what stands behind a story', () => {
  test('nothing', () => {
    expect(lists({})).toEqual({
      sources: '<p>No claim names a source of the register.</p>',
      evidence: '<p>No evidence is kept for this story.</p>',
    });
  });

  test('sources, with the notes that name them', () => {
    const { sources } = lists({
      sources: [
        { id: id(50), name: 'Harbour <office>', kind: 'organisation', confidential: false },
        { id: id(51), name: 'a port clerk', kind: 'unnamed', confidential: true },
        { id: id(53), name: 'Nobody', kind: 'person', confidential: false },
      ],
    });
    expect(sources).toEqual([
      ['No.', 'Source', 'Kind', 'Notes'],
      ['S1', 'Harbour &lt;office&gt;', 'organisation', '2, 3'],
      ['S2', 'a port clerk (confidential)', 'unnamed', '4'],
      ['', 'Nobody', 'person', ''],
    ]);
  });

  test.each<[string, Partial<typeof kept>, string]>([
    ['its title alone', {}, ''],
    ['a publisher', { publisher: 'Port <1>' }, 'Port &lt;1&gt;'],
    [
      'an address',
      { url: 'http://a.example' },
      '<a href="http://a.example" rel="noreferrer noopener">http://a.example</a>',
    ],
    ['when it was seen', { accessedAt: AT }, `seen ${DAY}`],
    ['a file', { file }, `list &lt;1&gt;.pdf, SHA-256 <span class="hash">${file.sha256}</span>`],
    [
      'the text that was kept',
      { snapshot: { takenAt: AT, sha256: 'ef', length: 4, how: 'pasted', fetchedFrom: null, by: BEN } },
      `text kept ${DAY}, SHA-256 <span class="hash">ef</span>`,
    ],
    [
      'the text that was fetched',
      {
        url: FROM,
        snapshot: { takenAt: AT, sha256: 'ef', length: 4, how: 'fetched', fetchedFrom: FROM, by: BEN },
      },
      `<a href="${FROM}" rel="noreferrer noopener">${FROM}</a><br>text fetched ${DAY}, SHA-256 <span class="hash">ef</span>`,
    ],
    [
      'the text that was fetched from where the address led',
      {
        snapshot: {
          takenAt: AT,
          sha256: 'ef',
          length: 4,
          how: 'fetched',
          fetchedFrom: `${FROM}?a&b`,
          by: BEN,
        },
      },
      `text fetched from ${FROM}?a&amp;b ${DAY}, SHA-256 <span class="hash">ef</span>`,
    ],
    ['several', { publisher: 'Port', accessedAt: AT }, `Port<br>seen ${DAY}`],
  ])('evidence with %s', (_name, more, expected) => {
    expect(lists({ evidence: [{ ...kept, ...more }] }).evidence).toEqual([
      ['No.', 'Evidence', 'Kind', 'Notes'],
      ['E1', `Passenger &lt;list&gt;<br>${expected}`, 'document', ''],
    ]);
  });

  test('evidence that was taken back is not in it, and counts as none', () => {
    const gone = { ...kept, id: id(61), withdrawn: true };
    expect(lists({ evidence: [gone] }).evidence).toBe('<p>No evidence is kept for this story.</p>');
    expect(lists({ evidence: [gone, kept] }).evidence).toHaveLength(2);
  });

  test('evidence, with the notes that cite it, each once', () => {
    const { evidence } = lists({
      evidence: [kept, { ...kept, id: id(62), title: 'Log' }],
      citations: [
        { ...cited, claimId: id(7) },
        cited,
        { ...cited, locator: 'p. 2' },
        { ...cited, claimId: id(8), withdrawn: true },
        { ...cited, claimId: id(99) },
        { ...cited, claimId: id(6), evidenceId: id(61) },
      ],
    });
    expect(evidence.slice(1)).toEqual([
      ['E1', 'Passenger &lt;list&gt;<br>', 'document', '1, 3'],
      ['', 'Log<br>', 'document', ''],
    ]);
  });
});

describe('what is left, and who answers', () => {
  const NUMBERS = { claims: new Map(), evidence: new Map(), sources: new Map() };
  const tally = (...states: Partial<Claim>[]) =>
    /<p class="tally">(.*?)<\/p>/.exec(
      signOffOf(
        input(),
        states.map((state) => claim(5, '3 were saved', state)),
        NUMBERS,
      ),
    )?.[1];

  test('nothing is marked', () => expect(tally()).toBe('Nothing is marked in this story.'));
  test('all is passed', () =>
    expect(tally({ status: 'passed', verdict: verdict('accurate') })).toBe('0 of 1 left'));
  test('some is open', () => {
    expect(tally({}, { status: 'passed', review: passed }, { status: 'checking' }, {})).toBe(
      '3 of 4 left · Not checked: 2 · Being checked: 1',
    );
  });
  test('some is passed as inaccurate', () => {
    const wrong = { status: 'passed', verdict: verdict('inaccurate') } as const;
    expect(tally(wrong, {}, { status: 'checked', verdict: verdict('inaccurate') })).toBe(
      '2 of 3 left · Not checked: 1 · Awaits review: 1 · passed as inaccurate: 1',
    );
  });

  test('somebody whose name is not at hand signed it off', () => {
    const signOff = { by: id(77), at: AT, revision: 1, sha256: 'ab'.repeat(32), head: 11, acknowledged: [] };
    expect(signOffOf(input({ signOff }), [], NUMBERS)).toContain(
      `<p>Signed off by someone, ${DAY}: revision 1, after event 11.</p>`,
    );
    expect(signOffOf(input(), [], NUMBERS)).toContain('<p>Not signed off.</p>');
  });

  test.each([
    [{ because: 'new_revision', reason: 'Lead <3>' }, `Voided by a newer text, ${DAY}: “Lead &lt;3&gt;”.`],
    [{ because: 'new_revision', reason: '' }, `Voided by a newer text, ${DAY}.`],
    [{ because: 'reopened', reason: 'A new toll' }, `Reopened by Ben, ${DAY}: “A new toll”.`],
  ] as const)('a sign-off ended: %j', (end, expected) => {
    const ended = { by: id(77), at: AT, revision: 1, endedAt: AT, endedBy: BEN, ...end };
    expect(signOffOf(input({ ended }), [], NUMBERS)).toContain(
      `<p>Not signed off. someone signed revision 1 off, ${DAY}. ${expected}</p>`,
    );
  });
});
