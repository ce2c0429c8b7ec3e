/** Stories: sentences put together from parts whose places are known, and the texts they make. */
import { NUMBERS_PER_STORY, OF, sqlList } from './functions.ts';
import * as words from './words.ts';

export interface Stories {
  /** The number of the first story. */
  readonly first: number;
  readonly count: number;
  /** Of each story, its headline included. */
  readonly sentences: number;
  /** Of each story. */
  readonly claims: number;
}

const pick = (list: readonly string[], salt: number) => `pg_temp.pick(${sqlList(list)}, n, ${salt})`;

/**
 * Table `parts`: each sentence as who, cue, figure, fate and place. All characters are of the Basic Multilingual
 * Plane, so PostgreSQL's lengths are UTF-16 code units.
 */
const parts = ({ first, count, sentences }: Stories): string => `
  CREATE TEMP TABLE parts AS
  WITH numbered AS (
    SELECT story, number, story * ${NUMBERS_PER_STORY}::bigint + number AS n
    FROM generate_series(${first}, ${first + count - 1}) story, generate_series(0, ${sentences - 1}) number
  ), thrown AS (
    SELECT *, 2 + pg_temp.dice(n, 11, 60) AS people, pg_temp.dice(n, 12, ${words.BOUNDS.length}) AS bound,
      pg_temp.dice(n, 13, ${words.VICTIMS.length}) AS victim, pg_temp.dice(n, 14, ${words.FATES.length}) AS fate,
      pg_temp.dice(n, 15, ${words.CAUSES.length}) AS cause
    FROM numbered
  )
  SELECT story, number, n, people, bound, victim, fate, cause,
    ${pick(words.TITLES, 1)} || ' ' || ${pick(words.FIRST_NAMES, 2)} || ' ' || ${pick(words.NAME_BEGINNINGS, 3)}
      || ${pick(words.NAME_ENDINGS, 4)} AS who,
    ${pick(words.CUES, 5)} AS cue,
    (${sqlList(words.BOUNDS)})[1 + bound] || ' ' || people || ' ' || (${sqlList(words.VICTIMS)})[1 + victim] AS figure,
    (${sqlList(words.FATES)})[1 + fate] || ' ' || (${sqlList(words.CAUSES)})[1 + cause] AS happened,
    'near ' || ${pick(words.PLACE_BEGINNINGS, 6)} || ${pick(words.PLACE_ENDINGS, 7)} || ' on ' || ${pick(words.DAYS, 8)}
      AS place
  FROM thrown`;

/** Table `lines`: sentences with their places. Headline, then paragraphs of three sentences. */
const LINES = `
  CREATE TEMP TABLE lines AS
  WITH whole AS (
    SELECT *, CASE WHEN number = 0 THEN upper(left(figure, 1)) || substr(figure, 2) || ' ' || happened
      ELSE who || ' ' || cue || ' ' || figure || ' ' || happened || ' ' || place || '.' END AS text,
      CASE WHEN number = 0 THEN '' WHEN number % 3 = 1 THEN E'\\n\\n' ELSE ' ' END AS lead,
      (number + 2) / 3 AS block
    FROM parts
  )
  SELECT *, (sum(length(lead) + length(text)) OVER (PARTITION BY story ORDER BY number) - length(text))::int AS start
  FROM whole`;

const ARTICLES = `
  INSERT INTO articles (id, title, byline, agency, dateline, published_at, language, source_url, deadline, priority,
    access, status, search, head, created_by_id, created_at)
  SELECT pg_temp.id_of(${OF.article}, at), l.text, 'By ' || p.who, 'Coastal Wire', p.place,
    pg_temp.moment(at), 'en', 'https://wire.example/' || at,
    CASE WHEN l.story % 3 = 0 THEN pg_temp.moment(at) + interval '6 hours' END,
    (ARRAY['normal','normal','high','urgent','low']::"Priority"[])[1 + l.story % 5],
    CASE WHEN l.story % 50 = 1 THEN 'restricted' ELSE 'newsroom' END::"Access",
    CASE WHEN l.story % 20 = 2 THEN 'archived' ELSE 'checking' END::"ArticleStatus",
    search_vector(l.text || ' ' || p.who || ' ' || p.text), 0, pg_temp.id_of(${OF.user}, 1), pg_temp.moment(at)
  FROM (SELECT *, story * ${NUMBERS_PER_STORY}::bigint AS at FROM lines WHERE number = 0) l
  JOIN lines p ON p.story = l.story AND p.number = 1`;

/** Every second restricted story is the reader's own. */
const MEMBERS = `
  INSERT INTO article_members (article_id, user_id)
  SELECT pg_temp.id_of(${OF.article}, story * ${NUMBERS_PER_STORY}::bigint),
    pg_temp.id_of(${OF.user}, CASE WHEN story % 100 = 1 THEN 3 ELSE 1 END)
  FROM lines WHERE number = 0 AND story % 50 = 1`;

const REVISIONS = `
  INSERT INTO revisions (article_id, number, text, sha256, blocks, furniture, created_by_id, created_at)
  SELECT pg_temp.id_of(${OF.article}, at), 1, whole, sha256(convert_to(whole, 'UTF8')), blocks, '[]',
    pg_temp.id_of(${OF.user}, 1), pg_temp.moment(at)
  FROM (SELECT story * ${NUMBERS_PER_STORY}::bigint AS at, string_agg(lead || text, '' ORDER BY number) AS whole
        FROM lines GROUP BY story) texts
  JOIN (SELECT story * ${NUMBERS_PER_STORY}::bigint AS at, jsonb_agg(jsonb_build_object(
          'role', CASE WHEN block = 0 THEN 'headline' ELSE 'paragraph' END, 'start', from_, 'end', to_)
          ORDER BY block) AS blocks
        FROM (SELECT story, block, min(start) AS from_, max(start + length(text)) AS to_
              FROM lines GROUP BY story, block) b
        GROUP BY story) outline USING (at)`;

const SENTENCES = `
  INSERT INTO sentences (article_id, revision, number, block, start, "end", text)
  SELECT pg_temp.id_of(${OF.article}, story * ${NUMBERS_PER_STORY}::bigint), 1, number, block, start,
    start + length(text), text
  FROM lines ORDER BY story, number`;

/** Statements that make stories; they leave table `lines` for their claims. */
export const storyStatements = (stories: Stories): string[] => [
  parts(stories),
  LINES,
  'ANALYZE lines',
  ARTICLES,
  MEMBERS,
  REVISIONS,
  SENTENCES,
];
