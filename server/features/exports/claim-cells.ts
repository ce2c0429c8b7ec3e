/** What each column of an export of claims is in SQL. */
import type { ClaimColumnName } from '../../domain/exchange/claim-columns.ts';
import { NAMED_PEOPLE_SQL } from '../people/named-people.ts';

/** What CSV writes in another way than JSON: lists, as lines of one cell, and flags. */
interface TwoWays {
  readonly csv: string;
  readonly json: string;
}

/** The tables that the expressions below speak of. */
export const EXPORT_TABLES = `claims c
  JOIN articles a ON a.id = c.article_id
  LEFT JOIN events last ON last.stream_id = a.id AND last.seq = a.head
  JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
  JOIN sentences s ON s.article_id = c.article_id AND s.revision = p.revision AND s.number = p.sentence
  LEFT JOIN verdicts v ON v.id = c.verdict_id
  LEFT JOIN reviews w ON w.id = c.review_id
  LEFT JOIN sources registered ON registered.id = (c.details ->> 'sourceId')::uuid
  LEFT JOIN ${NAMED_PEOPLE_SQL} checker ON checker.id = v.by_id
  LEFT JOIN ${NAMED_PEOPLE_SQL} reviewer ON reviewer.id = w.by_id
  LEFT JOIN ${NAMED_PEOPLE_SQL} marker ON marker.id = c.created_by_id`;

/** Stories in the order they came in, the claims of each in the order of its text. */
export const EXPORT_ORDER = 'a.created_at, a.id, p.start, p."end" DESC, c.id';

/** A list of texts that a query gives as `item`, in the order of `n`; null where it gives none. */
const list = (from: string, when = 'true'): TwoWays => ({
  csv: `CASE WHEN ${when} THEN (SELECT string_agg(item, E'\\n' ORDER BY n) FROM (${from}) items) END`,
  json: `CASE WHEN ${when} THEN (SELECT json_agg(item ORDER BY n) FROM (${from}) items) END`,
});

const IS_ATTRIBUTION = `c.kind = 'attribution'`;

/** No content of its own: what is attributed are the marked words. */
const CONTENT = list(
  `SELECT span ->> 'quote' AS item, n FROM jsonb_array_elements(c.details -> 'content') WITH ORDINALITY x(span, n)
   UNION ALL SELECT p.quote, 1 WHERE c.details -> 'content' = '[]'`,
  IS_ATTRIBUTION,
);

const CAME_THROUGH = `${IS_ATTRIBUTION} AND c.details -> 'via' <> '[]'`;

/** Each by its name in the register, or else by the words that stand there. */
const VIA = list(
  `SELECT COALESCE(known.name, through -> 'span' ->> 'quote') AS item, n
   FROM jsonb_array_elements(c.details -> 'via') WITH ORDINALITY x(through, n)
   LEFT JOIN sources known ON known.id = (through ->> 'sourceId')::uuid`,
  CAME_THROUGH,
);

/** As printed, where words of the text name them. */
const VIA_WORDS = list(
  `SELECT through -> 'span' ->> 'quote' AS item, n
   FROM jsonb_array_elements(c.details -> 'via') WITH ORDINALITY x(through, n)
   WHERE through -> 'span' ->> 'quote' IS NOT NULL`,
  CAME_THROUGH,
);

/**
 * Each source once, in the order in which their attributions stand in the text. Two entries of one name are two:
 * confidential ones may be described alike.
 */
const SAID_BY = list(
  `SELECT COALESCE(known.name, said.details -> 'source' ->> 'quote', place.quote) AS item, min(place.start) AS n
   FROM claim_attributions l
   JOIN claims said ON said.id = l.attribution_id AND said.kind = 'attribution' AND said.withdrawn_at IS NULL
   JOIN placements place ON place.claim_id = said.id AND place.revision = said.placed_revision
   LEFT JOIN sources known ON known.id = (said.details ->> 'sourceId')::uuid
   WHERE l.claim_id = c.id GROUP BY known.id, item`,
);

const EXPIRED_REASONS: TwoWays = {
  csv: `CASE WHEN v.expired_at IS NOT NULL THEN array_to_string(v.expired_reasons, E'\\n') END`,
  json: `CASE WHEN v.expired_at IS NOT NULL THEN to_json(v.expired_reasons) END`,
};

const CITED = `FROM citations t JOIN evidence e ON e.id = t.evidence_id
  WHERE t.claim_id = c.id AND t.withdrawn_at IS NULL`;
const EVIDENCE: TwoWays = {
  csv: `CASE WHEN c.citation_count > 0 THEN (SELECT string_agg(concat_ws(' · ', t.stance || ': ' || e.title,
    e.publisher, t.locator, '“' || t.quote || '”', e.url), E'\\n' ORDER BY t.created_at, t.id)
    ${CITED} AND e.withdrawn_at IS NULL) END`,
  json: `CASE WHEN c.citation_count > 0 THEN (SELECT json_agg(json_build_object('stance', t.stance, 'kind', e.kind,
    'title', e.title, 'publisher', e.publisher, 'locator', t.locator, 'quote', t.quote, 'url', e.url,
    'note', t.note) ORDER BY t.created_at, t.id) ${CITED} AND e.withdrawn_at IS NULL) END`,
};

/** Keys are paths into the claim's details. */
const detail = (...path: string[]) =>
  path.length === 1 ? `c.details ->> '${path[0]}'` : `c.details #>> '{${path.join(',')}}'`;
const number = (key: string) => `(c.details ->> '${key}')::bigint`;

export const CLAIM_CELLS: Readonly<Record<ClaimColumnName, string | TwoWays>> = {
  claim_id: 'c.id',
  story_id: 'a.id',
  story_title: 'a.title',
  story_byline: 'a.byline',
  story_agency: 'a.agency',
  story_published_at: 'iso_time(a.published_at)',
  story_url: 'a.source_url',
  revision: 'p.revision',
  sentence_number: 'p.sentence',
  sentence: 's.text',
  quote: 'p.quote',
  start: 'p.start',
  end: 'p."end"',
  kind: 'c.kind',
  status: 'c.status',
  summary: 'c.summary',
  same_fact_as: 'c.same_fact_as_id',
  story_head: 'a.head',
  story_head_hash: "encode(last.link, 'hex')",

  outcome: detail('outcome'),
  low: number('low'),
  best: number('best'),
  high: number('high'),
  modifier: detail('modifier'),
  wording: detail('wording'),
  victims_category: detail('victims', 'category'),
  victims_label: detail('victims', 'label'),
  part_of: detail('partOf'),
  scope: detail('scope'),
  period_from: detail('period', 'from'),
  period_to: detail('period', 'to'),
  period_precision: detail('period', 'precision'),
  place: detail('place', 'name'),
  place_precision: detail('place', 'precision'),
  perpetrator: detail('perpetrator'),
  cause: detail('cause'),

  source_words: detail('source', 'quote'),
  cue: detail('cue', 'quote'),
  content: CONTENT,
  mode: detail('mode'),
  basis: detail('basis'),
  source_name: 'registered.name',
  source_kind: 'registered.kind',
  via: VIA,
  via_words: VIA_WORDS,
  carried_over: { csv: detail('carriedOver'), json: `(${detail('carriedOver')})::boolean` },
  said_by: SAID_BY,

  fact_about: detail('about'),
  fact_value: detail('value'),
  title_as_printed: detail('titleAsPrinted'),

  verdict: 'v.verdict',
  verdict_reason: 'v.reason',
  correction: 'v.correction',
  verdict_by: 'checker.name',
  verdict_at: 'iso_time(v.at)',
  verdict_expired_at: 'iso_time(v.expired_at)',
  verdict_expired_reasons: EXPIRED_REASONS,
  review: 'w.decision',
  review_reason: 'w.reason_code',
  review_note: 'w.note',
  review_by: 'reviewer.name',
  review_at: 'iso_time(w.at)',
  review_reopened_at: 'iso_time(w.reopened_at)',

  evidence: EVIDENCE,
  created_by: 'marker.name',
  created_at: 'iso_time(c.created_at)',
};
