/** Tables of casualties, from stories with linked counts. */
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test } from 'vitest';
import type { Claim } from '../../server/contract/claims.ts';
import type { CasualtyTable } from '../../server/domain/exchange/casualty-table/table.ts';
import { cite, claimNow } from '../support/attached.ts';
import { createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';
import { readCsv } from '../support/rfc4180.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;
let other: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  other = await desk.person('editor');
});

const TEXT = [
  'At least 41 people died when a ferry sank off Lindholm, the harbour office said.',
  'Nine children and 12 civilians were among the dead, and 30 were injured.',
  'In the whole year 385 people drowned. On Friday 7 others died off Holm.',
].join('\n\n');

const killed = (details: object) => ({
  kind: 'casualty_count',
  details: { outcome: 'killed', modifier: 'exact', ...details },
});
const exactly = (number: number) => ({ low: number, best: number, high: number });

const fileOf = (as: Person, format: CasualtyTable, query: string) =>
  asBytes(as.get(`/api/exports/claims?format=${format}${query}`));

async function rowsOf(as: Person, format: CasualtyTable, query: string): Promise<Record<string, string>[]> {
  const { body, headers } = await fileOf(as, format, query);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(headers['content-disposition']).toContain(format === 'ibc' ? '.ibc.csv' : '.ucdp.csv');
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  const [header = [], ...rows] = readCsv(text.slice(1));
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

/** A toll, an incident of it with two parts, another incident, and people who were hurt. */
async function marked(
  as: Person,
  body: object = {},
): Promise<{ story: Story; claims: Record<string, Claim> }> {
  const story = await createStory(as, {
    text: TEXT,
    agency: 'NWA',
    sourceUrl: 'https://wire.example/a',
    ...body,
  });
  const year = { from: '2013-01-01', to: '2013-12-31', precision: 'year' };
  const toll = await mark(
    as,
    story,
    '385 people',
    killed({ ...exactly(385), scope: 'cumulative', period: year }),
  );
  const ferry = await mark(
    as,
    story,
    'At least 41 people',
    killed({
      ...{ low: 41, modifier: 'at_least', scope: 'incident', partOf: toll.id, cause: '=drowning' },
      ...{ place: { name: 'Lindholm', precision: 'town' }, perpetrator: null },
      period: { from: '2013-05-07', to: null, precision: 'day' },
    }),
  );
  const child = { category: 'child', label: 'children' };
  const children = await mark(
    as,
    story,
    'Nine children',
    killed({ ...exactly(9), victims: child, partOf: ferry.id }),
  );
  const civilian = { category: 'civilian', label: 'civilians' };
  const civilians = await mark(
    as,
    story,
    '12 civilians',
    killed({ ...exactly(12), victims: civilian, partOf: ferry.id }),
  );
  const holm = await mark(as, story, '7 others', killed({ ...exactly(7), scope: 'incident' }));
  const hurt = await mark(as, story, '30 were injured', {
    kind: 'casualty_count',
    details: { outcome: 'injured', ...exactly(30), modifier: 'exact' },
  });
  return { story, claims: { toll, ferry, children, civilians, holm, hurt } };
}

test('an incident is a row, its parts stand in it, a toll beside what is added up, and the injured nowhere', async () => {
  const { story, claims } = await marked(editor);
  const { toll, ferry, children, civilians, holm } = claims;
  const all = `&articleId=${story.id}&status=all`;
  const rows = await rowsOf(editor, 'ucdp-ged', all);
  expect(rows).toMatchObject([
    {
      id: ferry?.id,
      claim_ids: [ferry?.id, children?.id, civilians?.id].join('\n'),
      ...{ low: '41', best: '', high: '', deaths_civilians: '12', deaths_unknown: '', deaths_a: '' },
      ...{
        year: '2013',
        date_start: '2013-05-07',
        date_end: '2013-05-07',
        date_prec: '1',
        event_clarity: '1',
      },
      ...{ where_prec: '1', where_description: 'Lindholm', latitude: '', side_a: '', cause: "'=drowning" },
      ...{ source_office: 'NWA', number_of_sources: '1', scope: 'incident', counted: 'yes' },
      parts: 'Nine children\n12 civilians',
    },
    {
      id: toll?.id,
      ...{ low: '', best: '', high: '', not_counted_best: '385', counted: 'no' },
      ...{ not_counted_because: 'cumulative', event_clarity: '2', scope: 'cumulative' },
    },
    { id: holm?.id, low: '7', best: '7', high: '7', deaths_unknown: '7', counted: 'yes' },
  ]);
  const history = await editor.get(`/api/articles/${story.id}/history?before=2147483647&limit=1`);
  const [last] = history.body.items;
  expect(rows[0]).toMatchObject({
    story_id: story.id,
    story_head: String(last.seq),
    story_head_hash: last.hash,
  });
  expect(await rowsOf(editor, 'ibc', all)).toMatchObject([
    {
      'IBC code': ferry?.id,
      'Start Date': '07 May 2013',
      'Reported Minimum': '41',
      'Reported Maximum': '',
      Weapons: "'=drowning",
    },
    { 'IBC code': toll?.id, 'Reported Minimum': '', 'Reported Maximum': '' },
    { 'IBC code': holm?.id, 'Reported Minimum': '7', 'Reported Maximum': '7' },
  ]);
});

test('by itself the verified counts; what was not asked for gives no words, and its links hold', async () => {
  const { story, claims } = await marked(editor);
  const passed = async (claim: Claim | undefined) => {
    if (claim === undefined) throw new Error('a claim was expected');
    await cite(editor, claim, {
      evidence: { kind: 'document', title: 'Register', publisher: 'Harbour office' },
    });
    await review(reviewer, await verify(editor, await claimNow(editor, claim)));
  };
  await passed(claims.children);
  await passed(claims.civilians);
  const rows = await rowsOf(editor, 'ucdp-ged', `&articleId=${story.id}`);
  expect(rows).toMatchObject([
    { quote: 'Nine children', best: '', not_counted_best: '9', not_counted_because: 'may_overlap' },
    {
      ...{ quote: '12 civilians', best: '12', deaths_civilians: '12', deaths_unknown: '0' },
      ...{ status: 'passed', verdict: 'accurate', review: 'passed', number_of_sources: '2' },
      source_office: 'NWA;Harbour office',
    },
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/At least|Lindholm|drowning/);
});

test('what a headline repeats, and what is gone from the text, is not added up', async () => {
  const text = `41 die at sea\n\n${TEXT}`;
  const { story } = await marked(editor, { text });
  await mark(editor, story, '41', killed(exactly(41)));
  const newer = { text: text.replace('On Friday 7 others died off Holm.', 'No more.'), baseRevision: 1 };
  await editor.post(`/api/articles/${story.id}/revisions`, newer).expect(201);
  const rows = await rowsOf(editor, 'ucdp-ged', `&articleId=${story.id}&status=all`);
  expect(rows.map((row) => [row['quote'], row['counted'], row['not_counted_because']])).toEqual([
    ['41', 'no', 'in_headline'],
    ['At least 41 people', 'yes', ''],
    ['385 people', 'no', 'cumulative'],
  ]);
});

test('a file is recorded with the counts that it accounts for, and with no others', async () => {
  const { story } = await marked(editor);
  const { body } = await fileOf(editor, 'ibc', `&articleId=${story.id}&status=all`);
  const sha256 = createHash('sha256').update(body).digest('hex');
  const { items } = (await editor.get(`/api/exports/recorded?sha256=${sha256}`).expect(200)).body;
  expect(items).toMatchObject([{ kind: 'claims', format: 'ibc', claims: 5, bytes: body.length }]);
});

test('a story that one may not see is in no table', async () => {
  const { story } = await marked(editor, { access: 'restricted' });
  const open = await marked(editor);
  expect((await rowsOf(editor, 'ucdp-ged', '&status=all')).map((row) => row['story_id'])).toContain(story.id);
  const seen = await rowsOf(other, 'ucdp-ged', '&status=all');
  expect(seen.map((row) => row['story_id'])).toContain(open.story.id);
  expect(JSON.stringify(seen)).not.toContain(story.id);
  expect(await rowsOf(other, 'ibc', `&status=all&articleId=${story.id}`)).toEqual([]);
});

test('an empty table has its head alone', async () => {
  expect(await rowsOf(editor, 'ucdp-ged', `&articleId=${uuidv7()}`)).toEqual([]);
});
