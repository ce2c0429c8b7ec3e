import { describe, expect, test } from 'vitest';
import type { CasualtyDetails, Claim } from '../../server/contract/claims.ts';
import { proofHtml } from '../../server/domain/exchange/proof/html.ts';
import { factsLeft } from '../../server/domain/exchange/proof/left.ts';
import type { ProofInput } from '../../server/domain/exchange/proof/model.ts';
import { escaped, linked, published, when } from '../../server/domain/exchange/proof/pieces.ts';
import { stretchesOf } from '../../server/domain/exchange/proof/stretches.ts';
import { countInWords } from '../../server/domain/exchange/proof/words.ts';
import { stretchCases } from '../cases/proof-stretches.ts';
import { ADA, AT, BEN, claim, id, input, passed, verdict } from '../support/proofs.ts';

const page = (more: Partial<ProofInput> = {}) => proofHtml(input(more), 'DIGEST');

describe('stretches', () => {
  test.each(Object.entries(stretchCases))('%s', (_name, { part, marks, expected }) => {
    expect(stretchesOf(part, marks)).toEqual(expected);
  });
});

describe('pieces', () => {
  test('no sign of HTML passes', () => {
    expect(escaped(`<a href="x" id='y'>&</a>`)).toBe(
      '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;&lt;/a&gt;',
    );
  });
  test('only an address that is shown becomes a link', () => {
    expect(linked('https://office.example/?a=1&b="')).toBe(
      '<a href="https://office.example/?a=1&amp;b=&quot;" rel="noreferrer noopener">https://office.example/?a=1&amp;b=&quot;</a>',
    );
    expect(linked('http://a.example')).toBe(
      '<a href="http://a.example" rel="noreferrer noopener">http://a.example</a>',
    );
    expect(linked('javascript:alert(1)')).toBe('javascript:alert(1)');
    expect(linked(' https://a.example')).toBe(' https://a.example');
  });
  test('a time is told in UTC', () => expect(when(AT)).toBe('2 Mar 2026, 09:05 UTC'));
  test('a day that has no hour is told alone', () => {
    expect(published('2026-03-02T00:00:00.000Z')).toBe('2 Mar 2026');
    expect(published(AT)).toBe('2 Mar 2026, 09:05 UTC');
  });
});

describe('counts in words', () => {
  const count: CasualtyDetails = {
    outcome: 'killed',
    low: null,
    best: null,
    high: null,
    modifier: null,
    wording: null,
    victims: null,
    partOf: null,
    scope: null,
    period: null,
    place: null,
    perpetrator: null,
    cause: null,
  };
  test.each<[string, Partial<CasualtyDetails>, string]>([
    ['exact', { low: 9, best: 9, high: 9, modifier: 'exact' }, '9 killed'],
    ['a lower bound', { low: 41, modifier: 'at_least' }, 'at least 41 killed'],
    ['more than 30 begins with 31', { low: 31, modifier: 'more_than' }, 'at least 31 killed'],
    ['an upper bound', { high: 12, modifier: 'up_to' }, 'at most 12 killed'],
    ['fewer than 10 ends with 9', { high: 9, modifier: 'fewer_than' }, 'at most 9 killed'],
    ['about', { best: 4000, modifier: 'about', outcome: 'displaced' }, 'about 4\u202f000 displaced'],
    ['a range', { low: 10, high: 15, modifier: 'range', outcome: 'injured' }, '10 to 15 injured'],
    ['dozens', { low: 12, modifier: 'vague', wording: 'dozens' }, 'about 12 killed'],
    ['a million', { best: 1_200_000, outcome: 'other' }, '1\u202f200\u202f000 affected'],
    ['no number, as printed', { wording: 'many', outcome: 'missing' }, 'many: missing'],
    ['nothing known', { outcome: 'freed' }, 'freed'],
    ['detained', { best: 3, outcome: 'detained' }, '3 detained'],
  ])('%s', (_name, details, expected) => {
    expect(countInWords({ ...count, ...details })).toBe(expected);
  });
});

describe('facts left', () => {
  test('counts what is open by state, and leaves withdrawn ones out', () => {
    const of = (status: Claim['status'], value: Claim['verdict'] = null) => ({ status, verdict: value });
    const states = [
      of('unchecked'),
      of('passed', verdict('accurate')),
      of('passed', verdict('inaccurate')),
      of('returned', verdict('accurate')),
      of('checked', verdict('inaccurate')),
      of('withdrawn'),
      of('unchecked'),
      of('expired'),
    ];
    expect(factsLeft(states)).toEqual({
      all: 7,
      passed: 2,
      open: [
        { status: 'returned', count: 1 },
        { status: 'expired', count: 1 },
        { status: 'unchecked', count: 2 },
        { status: 'checked', count: 1 },
      ],
      inaccurate: 1,
    });
    expect(factsLeft([])).toEqual({ all: 0, passed: 0, open: [], inaccurate: 0 });
  });
});

describe('the page', () => {
  test('names an agency that is the byline as well once', () => {
    const { article } = input();
    const html = page({ article: { ...article, byline: 'NWA', agency: 'NWA', dateline: 'HALVEN' } });
    expect(html).toContain('<p class="meta" dir="auto">NWA · HALVEN · 2 Mar 2026, 09:05 UTC</p>');
  });

  test('shows the words as they are, and nothing of them as HTML', () => {
    const html = page({
      claims: [claim(5, 'the office', { status: 'checked', verdict: verdict('accurate') })],
    });
    expect(html).not.toContain('<b>');
    expect(html).toContain('Ferry &lt;sinks&gt;');
    expect(html).toContain('died &amp; 3 were saved, &lt;b&gt;<span class="mark checked">the office</span>');
    expect(html).toContain('Ada &lt;b&gt;');
  });

  test('lets nothing in but its own style', () => {
    expect(page()).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-DIGEST'">`,
    );
    expect(page()).not.toMatch(/<(script|img|link|iframe|form)\b|\son\w+=|\sstyle=/);
  });

  test.each<[string, Partial<Claim>, string]>([
    ['not checked', {}, 'unchecked'],
    ['being checked', { status: 'checking' }, 'checking'],
    ['awaiting review', { status: 'checked', verdict: verdict('accurate') }, 'checked'],
    ['passed', { status: 'passed', verdict: verdict('accurate'), review: passed }, 'passed'],
    ['expired', { status: 'expired', verdict: verdict('accurate', true) }, 'expired'],
    ['inaccurate', { status: 'passed', verdict: verdict('inaccurate'), review: passed }, 'wrong'],
    ['inaccurate once', { status: 'expired', verdict: verdict('inaccurate', true) }, 'expired'],
  ])('a claim that is %s has its own line', (_name, more, line) => {
    expect(page({ claims: [claim(5, '3 were saved', more)] })).toContain(
      `<span class="mark ${line}">3 were saved</span><span class="number" aria-label="note 1">1</span>`,
    );
  });

  test('where claims overlap, what is open shows', () => {
    const html = page({
      claims: [
        claim(5, 'At least 41 people died', {
          status: 'passed',
          verdict: verdict('accurate'),
          review: passed,
        }),
        claim(6, '41 people'),
      ],
    });
    expect(html).toContain(
      '<span class="mark passed">At least </span><span class="mark unchecked">41 people</span>',
    );
  });

  test('a note says who checked, who passed it, who says so and what it rests on', () => {
    const said = claim(7, 'the office', {
      kind: 'attribution',
      details: {
        source: { start: 0, end: 5, quote: 'Ferry' },
        cue: { start: 0, end: 5, quote: 'said' },
        content: [],
        mode: null,
        basis: null,
        sourceId: id(50),
        via: [{ sourceId: id(51), span: null }],
        carriedOver: true,
      },
    } as Partial<Claim>);
    const html = page({
      claims: [
        claim(6, '3 were saved', {
          status: 'passed',
          verdict: verdict('inaccurate'),
          review: { ...passed, note: 'Asked twice.' },
          attributionIds: [id(7)],
        }),
        said,
      ],
      sources: [
        { id: id(50), name: 'Harbour office', kind: 'organisation', confidential: false },
        { id: id(51), name: 'a port clerk', kind: 'unnamed', confidential: true },
      ],
      evidence: [
        {
          id: id(60),
          kind: 'link',
          title: 'Register',
          publisher: 'Office',
          url: 'https://office.example',
          accessedAt: AT,
          file: null,
          snapshot: {
            takenAt: AT,
            sha256: 'ef'.repeat(32),
            length: 4,
            how: 'pasted',
            fetchedFrom: null,
            by: ADA,
          },
          withdrawn: false,
        },
      ],
      citations: [
        {
          claimId: id(6),
          evidenceId: id(60),
          locator: 'p. 2',
          quote: 'three',
          stance: 'supports',
          withdrawn: false,
        },
        {
          claimId: id(6),
          evidenceId: id(60),
          locator: 'p. 9',
          quote: null,
          stance: 'context',
          withdrawn: true,
        },
      ],
    });
    expect(html).toContain(
      'Said in 2. Inaccurate, Ada &lt;b&gt;, 2 Mar 2026, 09:05 UTC: The register has it. Correct: “42 people”. ' +
        'Passed by Ben, 2 Mar 2026, 09:05 UTC: Asked twice. E1 supports, p. 2, “three”.',
    );
    expect(html).toContain(
      'Attribution: Ferry · said · carried over. By Harbour office [S1], through a port clerk [S2].',
    );
    expect(html).toContain('a port clerk (confidential)');
    expect(html).not.toContain('p. 9');
    expect(html).toContain('ef'.repeat(32));
  });

  test('withdrawn claims are not in it; words that are gone are listed apart', () => {
    const html = page({
      claims: [
        claim(5, '3 were saved', { status: 'withdrawn' }),
        claim(6, '41 people', { status: 'orphaned', span: { start: 0, end: 4, quote: 'lost <words>' } }),
      ],
    });
    expect(html).not.toContain('class="mark');
    expect(html).toContain('<h2>No longer in the text</h2>');
    expect(html).toContain('“lost &lt;words&gt;”');
    expect(html).toContain('1 of 1 left · Not in the text: 1');
  });

  test('a sign-off is named with its text, and said not to fit another one', () => {
    const signOff = { by: BEN, at: AT, revision: 1, sha256: 'ab'.repeat(32), head: 11, acknowledged: [] };
    expect(page()).toContain('Not signed off.');
    expect(page({ signOff })).toContain(
      'Signed off by Ben, 2 Mar 2026, 09:05 UTC: revision 1, after event 11.',
    );
    expect(page({ signOff: { ...signOff, sha256: '00' } })).toContain('event 11. This is another text.');
    expect(page({ signOff: { ...signOff, revision: 2 } })).toContain('This is another text.');
  });

  test('a note stands beside the part in which its words begin, and there alone', () => {
    const html = page({
      claims: [claim(4, 'Ferry sinks'), claim(5, 'At least 41 people'), claim(6, 'said.')],
    });
    const [headline = '', paragraph = ''] = html.split('<div class="row">').slice(1);
    const numbersIn = (row: string) =>
      [...row.matchAll(/<li><span>(\d+)<\/span>/g)].map(([, number]) => number);
    expect([numbersIn(headline), numbersIn(paragraph)]).toEqual([['1'], ['2', '3']]);
  });

  test('where no words are gone, none are listed', () => {
    const html = page({ claims: [claim(5, '3 were saved')] });
    expect(html).not.toContain('No longer in the text');
    expect(page({ claims: [claim(5, '3 were saved'), claim(6, 'lost', { status: 'orphaned' })] })).toContain(
      '<h2>No longer in the text</h2><ol class="notes"><li><span>2</span><span>“lost”</span></li></ol>',
    );
  });

  test('what is returned shows before what expired', () => {
    const html = page({
      claims: [
        claim(5, '3 were saved', { status: 'expired', verdict: verdict('accurate', true) }),
        claim(6, '3 were saved', { status: 'returned', verdict: verdict('accurate') }),
      ],
    });
    expect(html).toContain('<span class="mark returned">3 were saved</span>');
  });

  test('evidence that was taken back has no number', () => {
    const { id: claimId } = claim(5, '3 were saved');
    const kept = {
      id: id(61),
      kind: 'document',
      title: 'Log',
      publisher: null,
      url: null,
      accessedAt: null,
      file: null,
      snapshot: null,
      withdrawn: false,
    } as const;
    const html = page({
      claims: [claim(5, '3 were saved')],
      evidence: [{ ...kept, id: id(60), withdrawn: true }, kept],
      citations: [
        { claimId, evidenceId: id(60), locator: 'gone', quote: null, stance: 'supports', withdrawn: false },
        { claimId, evidenceId: id(61), locator: 'p. 1', quote: null, stance: 'supports', withdrawn: false },
      ],
    });
    expect(html).toContain('E1 supports, p. 1.');
    expect(html).not.toContain('gone');
  });

  test('a story without a day, and one without a history', () => {
    const { article } = input();
    expect(page({ article: { ...article, publishedAt: null } })).toContain(
      '<p class="meta" dir="auto">Ada Moor</p>',
    );
    expect(page()).toContain(
      `<p class="fine">Text: SHA-256 <span class="hash">${'ab'.repeat(32)}</span></p>`,
    );
    expect(page()).toContain(
      `<p class="fine">History: event 12, <span class="hash">${'cd'.repeat(32)}</span></p>`,
    );
    expect(page({ headHash: null })).toContain('<p class="fine">History: event 12</p>');
  });

  test.each([
    ['fa', 'rtl'],
    ['he-IL', 'rtl'],
    ['en-AR', 'ltr'],
    ['arn', 'ltr'],
  ])('a story in %s reads %s', (language, direction) => {
    const { article } = input();
    expect(page({ article: { ...article, language } })).toContain(
      `<div lang="${language}" dir="${direction}">`,
    );
  });

  test('what was let stand is told by its notes; lines are explained where there are any', () => {
    const [first, second] = [claim(7, 'Ferry sinks'), claim(8, '3 were saved')];
    const signOff = { by: BEN, at: AT, revision: 1, sha256: 'ab'.repeat(32), head: 11 };
    const letStand = (...acknowledged: string[]) =>
      page({ claims: [first, second], signOff: { ...signOff, acknowledged } });
    expect(letStand(second.id)).toContain('event 11. Let stand by name: note 2.');
    expect(letStand(first.id, second.id)).toContain('Let stand by name: notes 1, 2.');
    expect(letStand()).not.toContain('Let stand');
    expect(letStand()).toContain('<span class="line passed">passed</span>');
    expect(page()).not.toContain('class="line');
  });

  test('every month has its name', () => {
    const months = Array.from({ length: 12 }, (_, at) =>
      when(`2026-${String(at + 1).padStart(2, '0')}-10T00:00:00.000Z`),
    );
    const names = months.map((words) => words.split(' ')[1]).join(' ');
    expect(names).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
    expect(months[0]).toBe('10 Jan 2026, 00:00 UTC');
  });

  test('a story in Arabic reads from right to left, its notes do not', () => {
    const { article } = input();
    expect(page({ article: { ...article, language: 'ar-SY' } })).toContain('<div lang="ar-SY" dir="rtl">');
    expect(page()).toContain('<div lang="en" dir="ltr">');
  });
});
