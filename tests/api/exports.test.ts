import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Claim } from '../../server/contract/claims.ts';
import { CLAIM_COLUMNS } from '../../server/domain/exchange/claim-columns.ts';
import { addEvidence, cite, claimNow, comment } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, type Story, spanOf, verify } from '../support/claims.ts';
import { refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes, exportCsv, exportJson, exportJsonl } from '../support/exports.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let reviewer: Person;
let viewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor', 'Ada "the quick" Field');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer', 'Rui Brook');
  viewer = await desk.person('viewer');
});

let story: Story;
/** This story's claims alone, whatever their state. */
let all: string;
beforeEach(async () => {
  story = await createStory(editor, {
    byline: 'By Ada Moor',
    agency: 'NWA',
    publishedAt: '2026-03-01T06:30:00+01:00',
    sourceUrl: 'https://wire.example/ferry',
  });
  all = `&articleId=${story.id}&status=all`;
});
const mine = () => `&articleId=${story.id}`;

const span = (quote: string) => spanOf(story.revision.text, quote);
const edit = async (claim: { id: string }, body: object) => {
  const { version } = await claimNow(editor, claim);
  await editor.patch(`/api/claims/${claim.id}`, { version, ...body }).expect(200);
};
const only = async (query = all) => {
  const [row, ...more] = await exportCsv(editor, query);
  if (row === undefined || more.length > 0) throw new Error('one row was expected');
  return row;
};
const verified = async (quote: string, body: object = {}): Promise<Claim> =>
  review(reviewer, await verify(editor, await mark(editor, story, quote, body)));

describe('a row can be understood alone', () => {
  test('where the story’s history had come to', async () => {
    await verified('120 passengers');
    const history = () => editor.get(`/api/articles/${story.id}/history?before=2147483647&limit=1`);
    const [last] = (await history()).body.items;
    expect(await only(mine())).toMatchObject({ story_head: '4', story_head_hash: last.hash });
    expect((await exportJson(editor, mine())).claims).toMatchObject([
      { story_head: last.seq, story_head_hash: last.hash },
    ]);
    await mark(editor, story, 'Nine children');
    const [next] = (await history()).body.items;
    expect(next.hash).not.toBe(last.hash);
    expect(await only(mine())).toMatchObject({ story_head: '5', story_head_hash: next.hash });
  });

  test('story, sentence, words, verdict, review and evidence', async () => {
    const claim = await mark(editor, story, 'At least 41 people', { ...CASUALTY, summary: 'The toll' });
    const evidence = await addEvidence(editor, story);
    await cite(editor, claim, { evidenceId: evidence.id, locator: 'p. 4', quote: '41 dead' });
    await cite(editor, claim, {
      evidence: { kind: 'interview', title: 'Call to Ada Moor' },
      stance: 'context',
    });
    const checked = await verify(editor, await claimNow(editor, claim), {
      reason: 'Line one.\nLine “two”, said "she".',
    });
    const passed = await review(reviewer, checked, { note: 'Agreed.' });
    const row = await only(mine());
    expect(row).toMatchObject({
      claim_id: claim.id,
      story_id: story.id,
      story_title: story.title,
      story_byline: 'By Ada Moor',
      story_agency: 'NWA',
      story_published_at: '2026-03-01T05:30:00.000Z',
      story_url: 'https://wire.example/ferry',
      revision: '1',
      sentence_number: String(claim.sentence),
      sentence: claim.sentenceText,
      quote: 'At least 41 people',
      start: String(claim.span.start),
      end: String(claim.span.end),
      kind: 'casualty_count',
      status: 'passed',
      summary: 'The toll',
      verdict: 'accurate',
      verdict_reason: 'Line one.\nLine “two”, said "she".',
      correction: '',
      verdict_by: 'Ada "the quick" Field',
      verdict_at: passed.verdict?.at,
      verdict_expired_at: '',
      verdict_expired_reasons: '',
      review: 'passed',
      review_reason: '',
      review_note: 'Agreed.',
      review_by: 'Rui Brook',
      review_at: passed.review?.at,
      review_reopened_at: '',
      created_by: 'Ada "the quick" Field',
      created_at: claim.createdAt,
    });
    expect(row.evidence).toBe(
      'supports: Statement of the harbour office · Harbour office · p. 4 · “41 dead” · https://harbour.example/statement\n' +
        'context: Call to Ada Moor',
    );
    const [json] = (await exportJson(editor, mine())).claims;
    expect(json).toMatchObject({
      revision: 1,
      start: claim.span.start,
      correction: null,
      verdict_expired_reasons: null,
    });
    expect(json?.evidence).toEqual([
      {
        stance: 'supports',
        kind: 'link',
        title: evidence.title,
        publisher: evidence.publisher,
        locator: 'p. 4',
        quote: '41 dead',
        url: evidence.url,
        note: null,
      },
      expect.objectContaining({ stance: 'context', kind: 'interview', publisher: null, url: null }),
    ]);
  });

  test('the details of a casualty count', async () => {
    const whole = await mark(editor, story, 'At least 41 people', CASUALTY);
    const details = {
      outcome: 'killed',
      low: 9,
      best: 9,
      high: 9,
      modifier: 'exact',
      wording: 'Nine',
      victims: { category: 'child', label: 'children' },
      partOf: whole.id,
      scope: 'incident',
      period: { from: '2026-03-01', to: '2026-03-02', precision: 'day' },
      place: { name: 'Lindholm', precision: 'town' },
      perpetrator: 'nobody',
      cause: 'sinking',
    };
    const part = await mark(editor, story, 'Nine children', { kind: 'casualty_count', details });
    const row = (await exportCsv(editor, all)).find(({ claim_id }) => claim_id === part.id);
    expect(row).toMatchObject({
      outcome: 'killed',
      low: '9',
      best: '9',
      high: '9',
      modifier: 'exact',
      wording: 'Nine',
      victims_category: 'child',
      victims_label: 'children',
      part_of: whole.id,
      scope: 'incident',
      period_from: '2026-03-01',
      period_to: '2026-03-02',
      period_precision: 'day',
      place: 'Lindholm',
      place_precision: 'town',
      perpetrator: 'nobody',
      cause: 'sinking',
      mode: '',
      fact_about: '',
    });
    const json = (await exportJson(editor, all)).claims.find((claim) => claim.claim_id === part.id);
    expect(json).toMatchObject({ low: 9, best: 9, high: 9, mode: null, content: null, carried_over: null });
  });

  test('an attribution, those it came through, and who says what a claim claims', async () => {
    const [office, radio] = [uuidv7(), uuidv7()];
    const source = { id: office, name: 'Lindholm harbour office', kind: 'organisation' };
    await editor.post('/api/sources', source).expect(201);
    await editor.post('/api/sources', { id: radio, name: 'Coast Radio', kind: 'media' }).expect(201);
    const count = await mark(editor, story, 'At least 41 people', CASUALTY);
    const said = await mark(
      editor,
      story,
      'At least 41 people died when a ferry sank off Lindholm on Tuesday',
      {
        kind: 'attribution',
        details: {
          source: span('the harbour office'),
          cue: span('said'),
          mode: 'indirect',
          basis: 'organisation',
          sourceId: office,
        },
      },
    );
    const told = await mark(editor, story, 'We have 30 more in our wards', {
      kind: 'attribution',
      details: {
        source: span('she'),
        cue: span('told'),
        content: [span('We have 30 more'), span('in our wards')],
        via: [{ sourceId: radio }, { span: span('Coast Radio') }],
        carriedOver: true,
      },
    });
    await edit(count, { attributionIds: [said.id, told.id] });

    const rows = new Map((await exportCsv(editor, all)).map((row) => [row.claim_id, row]));
    expect(rows.get(count.id)).toMatchObject({ said_by: 'Lindholm harbour office\nshe', source_name: '' });
    expect(rows.get(said.id)).toMatchObject({
      source_words: 'the harbour office',
      cue: 'said',
      content: said.span.quote,
      mode: 'indirect',
      basis: 'organisation',
      source_name: 'Lindholm harbour office',
      source_kind: 'organisation',
      via: '',
      via_words: '',
      carried_over: 'false',
    });
    expect(rows.get(told.id)).toMatchObject({
      source_words: 'she',
      content: 'We have 30 more\nin our wards',
      via: 'Coast Radio\nCoast Radio',
      via_words: 'Coast Radio',
      carried_over: 'true',
    });
    const json = new Map((await exportJsonl(editor, all)).map((row) => [row.claim_id, row]));
    expect(json.get(count.id)).toMatchObject({ said_by: ['Lindholm harbour office', 'she'], via: null });
    expect(json.get(told.id)).toMatchObject({
      content: ['We have 30 more', 'in our wards'],
      via: ['Coast Radio', 'Coast Radio'],
      via_words: ['Coast Radio'],
      carried_over: true,
    });
  });

  test('a source that was renamed keeps the words as printed beside its name', async () => {
    const office = uuidv7();
    const source = { id: office, name: 'Lindholm quay office', kind: 'organisation' };
    await editor.post('/api/sources', source).expect(201);
    const words = span('the harbour office');
    const details = { source: words, cue: span('said'), sourceId: office };
    const said = await mark(editor, story, 'the harbour office said', { kind: 'attribution', details });
    const passedOn = { cue: span('said'), via: [{ sourceId: office, span: words }] };
    const through = await mark(editor, story, 'office said', { kind: 'attribution', details: passedOn });
    await editor.patch(`/api/sources/${office}`, { version: 1, name: 'Lindholm port agency' }).expect(200);
    const rows = new Map((await exportCsv(editor, all)).map((row) => [row.claim_id, row]));
    expect(rows.get(said.id)).toMatchObject({
      source_words: 'the harbour office',
      source_name: 'Lindholm port agency',
    });
    expect(rows.get(through.id)).toMatchObject({
      via: 'Lindholm port agency',
      via_words: 'the harbour office',
    });
  });

  test('a source and a fact', async () => {
    await mark(editor, story, 'Ada Moor', {
      kind: 'source',
      details: { titleAsPrinted: 'head of the hospital' },
    });
    await mark(editor, story, '120 passengers', { details: { about: 'quantity', value: '120' } });
    expect(await exportCsv(editor, all)).toMatchObject([
      { kind: 'source', title_as_printed: 'head of the hospital', source_name: '' },
      { kind: 'fact', fact_about: 'quantity', fact_value: '120' },
    ]);
  });

  test('what no longer holds is told as such', async () => {
    const claim = await verified('120 passengers');
    await edit(claim, { details: { about: 'quantity', value: '121' } });
    const row = await only();
    expect(row).toMatchObject({ status: 'expired', verdict: 'accurate', verdict_expired_reasons: 'details' });
    expect(row.verdict_expired_at).not.toBe('');
    expect(row.review_reopened_at).not.toBe('');
    expect((await exportJson(editor, all)).claims[0]).toMatchObject({ verdict_expired_reasons: ['details'] });
  });

  test('withdrawn evidence and citations back nothing', async () => {
    const claim = await mark(editor, story, '120 passengers');
    const gone = await cite(editor, claim, { evidence: { kind: 'document', title: 'Old' } });
    const kept = await cite(editor, claim, { evidence: { kind: 'document', title: 'New' } });
    await editor.delete(`/api/citations/${gone.id}?version=1`).expect(200);
    expect((await only()).evidence).toBe('supports: New');
    await editor.delete(`/api/evidence/${kept.evidence.id}?version=1`).expect(200);
    expect((await only()).evidence).toBe('');
  });
});

describe('which claims', () => {
  test('the default is what was verified: accurate, passed, unchanged since', async () => {
    const good = await verified('120 passengers');
    await review(
      reviewer,
      await verify(editor, await mark(editor, story, 'Nine children'), { verdict: 'disputed' }),
    );
    await verify(editor, await mark(editor, story, '30 more'));
    const changed = await verified('Ada Moor');
    await cite(editor, changed, { evidence: { kind: 'document', title: 'Late' } });
    await mark(editor, story, 'Tuesday');
    expect((await exportCsv(editor, mine())).map((row) => row.claim_id)).toEqual([good.id]);
    expect((await exportJson(editor, mine())).filters).toEqual({
      articleId: story.id,
      status: 'passed',
      verdict: 'accurate',
    });
  });

  test('all takes every claim that is not withdrawn, in the order of the text', async () => {
    await mark(editor, story, '120 passengers');
    await mark(editor, story, 'Nine children');
    const gone = await mark(editor, story, 'Tuesday');
    await editor.delete(`/api/claims/${gone.id}?version=1`).expect(200);
    const quotes = async (query: string) => (await exportCsv(editor, query)).map((row) => row.quote);
    expect(await quotes(all)).toEqual(['Nine children', '120 passengers']);
    expect(await quotes(`${mine()}&status=withdrawn`)).toEqual(['Tuesday']);
  });

  test('the filters of the list', async () => {
    const claim = await verify(editor, await mark(editor, story, '120 passengers'), { verdict: 'disputed' });
    const count = await mark(editor, story, 'At least 41 people', CASUALTY);
    await edit(count, { assigneeId: editor.id });
    const found = async (query: string) =>
      (await exportJsonl(editor, `${mine()}&${query}`)).map((row) => row.claim_id);
    expect(await found('verdict=disputed')).toEqual([claim.id]);
    expect(await found('verdict=accurate')).toEqual([]);
    expect(await found('status=checking')).toEqual([count.id]);
    expect(await found('status=all&kind=casualty_count')).toEqual([count.id]);
    expect(await found('status=all&assignee=me')).toEqual([count.id]);
    expect(await found(`status=all&assignee=${other.id}`)).toEqual([]);
    expect(await found(`status=all&q=${encodeURIComponent('"room for" passengers')}`)).toEqual([claim.id]);
    expect(await found('status=all&from=2026-03-02&to=2026-03-02')).toHaveLength(2);
    expect(await found('status=all&to=2026-03-01')).toEqual([]);
    expect(await found(`status=all&sourceId=${uuidv7()}`)).toEqual([]);
  });

  test('a restricted story is there for its people alone', async () => {
    const closed = await createStory(editor, { access: 'restricted' });
    const secret = await mark(editor, closed, '120 passengers');
    for (const format of [exportCsv, exportJsonl] as const) {
      const ids = async (as: Person) => (await format(as, '&status=all')).map((row) => row.claim_id);
      expect(await ids(editor)).toContain(secret.id);
      expect(await ids(other)).not.toContain(secret.id);
    }
    expect(await exportCsv(other, `&status=all&articleId=${closed.id}`)).toEqual([]);
  });

  test('a viewer may export', async () => {
    const claim = await verified('120 passengers');
    await comment(editor, claim, 'Comments stay inside.');
    expect((await exportCsv(viewer, mine())).map((row) => row.claim_id)).toEqual([claim.id]);
  });
});

describe('the file', () => {
  test.each([
    ['csv', 'text/csv; charset=utf-8; header=present'],
    ['json', 'application/json; charset=utf-8'],
    ['jsonl', 'application/jsonl'],
  ])('%s says what it is and has a name with the day', async (format, type) => {
    const { headers } = await asBytes(editor.get(`/api/exports/claims?format=${format}${mine()}`));
    expect(headers['content-type']).toBe(type);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="claimdesk-ferry-sinks-off-lindholm-2026-03-02.${format}"`,
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('is CSV where no format is named', async () => {
    const { headers } = await asBytes(editor.get('/api/exports/claims'));
    expect(headers['content-type']).toContain('text/csv');
  });

  test('is whole when there is nothing to tell', async () => {
    expect(await exportCsv(editor, mine())).toEqual([]);
    expect(await exportJsonl(editor, mine())).toEqual([]);
    expect(await exportJson(editor, mine())).toMatchObject({
      claims: [],
      generatedBy: { id: editor.id, name: editor.name },
    });
  });

  test('every format tells the same claims', async () => {
    await verified('120 passengers');
    await verified('Nine children', { kind: 'fact', details: { about: 'quantity', value: 'nine' } });
    const csv = await exportCsv(editor, mine());
    const { claims } = await exportJson(editor, mine());
    expect(await exportJsonl(editor, mine())).toEqual(claims);
    const cell = (value: unknown) =>
      Array.isArray(value) ? value.map(String).join('\n') : value === null ? '' : String(value);
    const names = CLAIM_COLUMNS.map(({ name }) => name).filter((name) => name !== 'evidence');
    expect(claims.map((claim) => names.map((name) => cell(claim[name])))).toEqual(
      csv.map((row) => names.map((name) => row[name])),
    );
  });

  test.each([
    '=HYPERLINK("https://evil.example","Statement")',
    '+1+1',
    '-1+1',
    '@SUM(1)',
    '＝1+1',
    "=cmd|' /C calc'!A0",
  ])('%s is no formula in CSV, and itself in JSON', async (words) => {
    const claim = await mark(editor, story, '120 passengers', {
      summary: words,
      details: { about: 'other', value: words },
    });
    await verify(editor, claim, { reason: `Seen.\n${words}`, verdict: 'inaccurate', correction: words });
    await cite(editor, claim, {
      evidence: { kind: 'document', title: 'Title' },
      quote: words,
      locator: words,
    });
    const row = await only();
    expect(row).toMatchObject({
      summary: `'${words}`,
      fact_value: `'${words}`,
      correction: `'${words}`,
      verdict_reason: `Seen.\n'${words}`,
    });
    expect(row.evidence).toMatch(/^supports: Title · /);
    expect((await exportJson(editor, all)).claims[0]).toMatchObject({
      summary: words,
      fact_value: words,
      correction: words,
      verdict_reason: `Seen.\n${words}`,
    });
  });

  test('carries every character', async () => {
    const words = 'القتلى ٤١; 死者41人 🛥️ “quoted”, "straight" \\ back\\slash\r\nnext\ttab \u2028 end';
    const claim = await mark(editor, story, '120 passengers');
    await verify(editor, claim, { reason: words });
    expect((await only()).verdict_reason).toBe(words);
    expect((await exportJson(editor, all)).claims[0]).toMatchObject({ verdict_reason: words });
    expect((await exportJsonl(editor, all))[0]).toMatchObject({ verdict_reason: words });
  });
});

describe('refusals', () => {
  test('strangers', async () => {
    refusal(await desk.stranger.get('/api/exports/claims'), 'NOT_SIGNED_IN');
  });

  test.each([
    ['an unknown format', 'format=ods', 'format'],
    ['an unknown status', 'status=done', 'status'],
    ['an unknown filter', 'limit=5', ''],
    ['a day that is none', 'from=2026-02-30', 'from'],
    ['words that cannot be stored', 'q=%00', 'q'],
  ])('%s', async (_name, query, at) => {
    const { issues } = refusal(await editor.get(`/api/exports/claims?${query}`), 'INVALID');
    expect(issues?.map((issue) => issue.path)).toContain(at);
  });

  test('words that look like SQL are words', async () => {
    await mark(editor, story, '120 passengers', { summary: "O'Hara \\ '); DROP TABLE claims; --" });
    const q = encodeURIComponent("o'hara \\ '); drop table claims; --");
    expect(await exportCsv(editor, `${all}&q=${q}`)).toHaveLength(1);
    expect(await exportCsv(editor, `${all}&q=${encodeURIComponent("' OR true --")}`)).toEqual([]);
    expect(await exportCsv(editor, all)).toHaveLength(1);
  });
});
