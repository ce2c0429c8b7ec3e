/** Reading: a story's claims, a filtered page, a search. */
import { ListClaims } from '../../../server/contract/claims.ts';
import { selectArticleClaimsText } from '../../../server/features/claims/claim-json.ts';
import { selectClaimsText } from '../../../server/features/claims/claim-list.queries.ts';
import type { Bench, Work } from '../bench.ts';
import { compare } from '../load.ts';
import { requireIndex } from '../plans.ts';
import type { Row } from '../report.ts';
import type { Answer } from '../statements.ts';
import { tell } from '../tell.ts';

/** The same work for both: where Claimdesk answers it, and what the limit asks. */
interface Case {
  readonly path: string;
  readonly answer: Answer;
}

type Description = Pick<Row, 'work' | 'reach'>;

/** Stories, pages and searches that take part, each asked again and again in turn. */
const STORIES = 250;
const PAGES_OF_FILTER = 12;
const PAGE = 50;

export const articleClaims: Work = async (bench) => {
  const { rows } = await bench.pool.query<{ id: string }>(
    `SELECT id FROM articles WHERE access = 'newsroom' AND id <> $1 ORDER BY md5(id::text) LIMIT $2`,
    [bench.filled.longStory, STORIES],
  );
  const cases: Case[] = [];
  for (const { id } of rows) {
    const statement = await bench.recorder.statementOf((pool) =>
      selectArticleClaimsText(pool, bench.reader, id),
    );
    cases.push({
      path: `/api/articles/${id}/claims`,
      answer: { ...statement, shape: 'body', limit: 0 },
    });
  }
  return measure(bench, cases, { work: 'an article’s 100 claims', reach: 0.5 });
};

const FILTERS = [
  'kind=casualty_count',
  'status=passed',
  'kind=attribution&status=checked',
  'kind=casualty_count&verdict=accurate',
  'status=returned&kind=fact',
  'kind=fact&to=2026-01-03',
];

export const filteredPage: Work = async (bench) => {
  const cases: Case[] = [];
  for (const filter of FILTERS) cases.push(...(await pagesOf(bench, filter, PAGES_OF_FILTER)));
  return measure(bench, cases, { work: 'filtered page of 50 over all claims, keyset', reach: 0.7 });
};

export const searchByWords: Work = async (bench) => {
  const cases: Case[] = [];
  for (const search of await searches(bench)) cases.push(...(await pagesOf(bench, search, 1)));
  return measure(bench, cases, { work: 'search by words over all claims', reach: 0.7 });
};

const SEARCHED_SENTENCES = 4;

/** What is looked for on a desk, in words that stand in some sentence: places, names, a phrase, a word of one kind. */
async function searches({ pool }: Bench): Promise<string[]> {
  const { rows } = await pool.query<{ text: string }>(
    `SELECT s.text FROM sentences s JOIN articles a ON a.id = s.article_id
     WHERE a.access = 'newsroom' AND s.number % 5 = 1 ORDER BY md5(s.text) LIMIT $1`,
    [SEARCHED_SENTENCES],
  );
  const found = rows.flatMap(({ text }) => {
    const [, first, last] = /(\w+) (\w+) (?:said|told|confirmed|wrote|claimed)/.exec(text) ?? [];
    const [, people, place] = /(\w+) (?:were|had) .* near (\w+) on/.exec(text) ?? [];
    return [`q=${place}`, `q=${place} ${people}`, `q=${first} ${last}`, `q=${place}&kind=casualty_count`];
  });
  return [...found, 'q="when a crane fell"'];
}

/** The first pages of a list, each by the cursor of the one before. */
async function pagesOf({ recorder, reader }: Bench, filter: string, pages: number): Promise<Case[]> {
  const cases: Case[] = [];
  let cursor: string | null = null;
  do {
    const search = new URLSearchParams(`${filter}&limit=${PAGE}`);
    if (cursor !== null) search.set('cursor', cursor);
    const query = ListClaims.query.parse(Object.fromEntries(search));
    let text = '';
    const statement = await recorder.statementOf(async (pool) => {
      text = await selectClaimsText(pool, reader, query);
    });
    const page = ListClaims.answer.parse(JSON.parse(text));
    if (page.items.length === 0) throw new Error(`nothing is found by ${filter}`);
    cursor = page.nextCursor;
    cases.push({ path: `/api/claims?${search}`, answer: { ...statement, shape: 'page', limit: PAGE } });
  } while (cursor !== null && cases.length < pages);
  return cases;
}

async function measure(bench: Bench, cases: readonly Case[], description: Description): Promise<Row> {
  const { ours, limit, reader } = bench;
  await tell(limit, { kind: 'answers', answers: cases.map(({ answer }) => answer) });
  const indexes = new Set<string>();
  for (const { answer } of cases)
    for (const index of await requireIndex(bench.pool, answer)) indexes.add(index);
  const headers = { Cookie: reader.cookie };
  let size = 0;
  for (const [index, { path }] of cases.entries())
    size += await requireSameBytes(`${ours.url}${path}`, headers, `${limit.url}/${index}`);
  const figures = await compare(
    { server: ours, headers, requests: cases.map(({ path }) => ({ path })) },
    { server: limit, requests: cases.map((_, index) => ({ path: `/${index}` })) },
    bench,
  );
  const notes = [
    `${cases.length} different requests, ${Math.round(size / cases.length / 1024)} kB each, the same bytes from both; finds claims by ${[...indexes].join(', ')}, never by reading all`,
  ];
  return { ...description, unit: 'requests/s', figures, notes };
}

/** @returns the size of the answer, bytes */
async function requireSameBytes(
  ours: string,
  headers: Record<string, string>,
  limit: string,
): Promise<number> {
  const [a, b] = await Promise.all([bytesOf(ours, headers), bytesOf(limit, {})]);
  if (!a.equals(b)) throw new Error(`${ours} and its limit do not answer the same bytes`);
  return a.length;
}

async function bytesOf(url: string, headers: Record<string, string>): Promise<Buffer> {
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
