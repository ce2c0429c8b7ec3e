/** Claims and what hangs on them: verdicts, reviews, evidence, citations, comments, history. */
import { NUMBERS_PER_STORY, OF, sqlList } from './functions.ts';
import type { Stories } from './text.ts';
import * as words from './words.ts';

const id = (of: keyof typeof OF, n: string) => `pg_temp.id_of(${OF[of]}, ${n})`;
const ARTICLE = id('article', `story * ${NUMBERS_PER_STORY}::bigint`);
/** Verdicts on every fourth claim are the reader's own. */
const VERDICT_BY = id('user', 'CASE WHEN n % 4 = 0 THEN 3 ELSE 2 END');

/**
 * Table `marks`: each claim with its sentence's parts. The first claim on a sentence is its figure, or where and when
 * it happened; the second is who said so; a third is where again.
 */
const marks = ({ sentences, claims }: Stories): string => `
  CREATE TEMP TABLE marks AS
  WITH ranked AS (
    SELECT l.story, k, l.story * ${NUMBERS_PER_STORY}::bigint + k AS n, k / ${sentences - 1} AS rank, l.number,
      l.text AS sentence, l.start AS at, l.who, l.cue, l.figure, l.happened, l.place, l.people, l.bound, l.victim,
      l.fate, l.cause
    FROM generate_series(0, ${claims - 1}) k JOIN lines l ON l.number = 1 + k % ${sentences - 1}
  ), kinds AS (
    SELECT *, CASE WHEN rank = 0 AND number % 5 < 3 THEN 'casualty_count' WHEN rank = 1 AND number % 5 < 3
      THEN 'attribution' WHEN rank = 1 THEN 'source' ELSE 'fact' END AS kind, pg_temp.dice(n, 21, 100) AS fortune
    FROM ranked
  ), placed AS (
    SELECT *, CASE kind WHEN 'casualty_count' THEN figure WHEN 'attribution' THEN left(sentence, -1)
      WHEN 'source' THEN who ELSE place END AS quote,
      at + CASE kind WHEN 'casualty_count' THEN length(who) + length(cue) + 2
        WHEN 'fact' THEN length(sentence) - 1 - length(place) ELSE 0 END AS start,
      CASE WHEN fortune < 28 THEN 'unchecked' WHEN fortune < 36 THEN 'checking' WHEN fortune < 60 THEN 'checked'
        WHEN fortune < 66 THEN 'returned' WHEN fortune < 93 THEN 'passed' WHEN fortune < 97 THEN 'expired'
        ELSE 'withdrawn' END AS status
    FROM kinds
  )
  SELECT *, status IN ('checked', 'returned', 'passed', 'expired') AS judged,
    status IN ('returned', 'passed') AS reviewed,
    CASE WHEN n % 10 = 0 THEN 'As the desk reads it: ' || quote END AS summary
  FROM placed`;

const DETAILS = `CASE kind
  WHEN 'casualty_count' THEN jsonb_build_object('outcome', (${sqlList(words.OUTCOMES)})[1 + fate],
    'low', CASE WHEN bound <> 3 THEN people END, 'best', CASE WHEN bound = 4 THEN people END,
    'high', CASE WHEN bound IN (3, 4) THEN people END, 'modifier', (${sqlList(words.MODIFIERS)})[1 + bound],
    'wording', figure, 'victims', jsonb_build_object('category', (${sqlList(words.CATEGORIES)})[1 + victim],
    'label', (${sqlList(words.VICTIMS)})[1 + victim]), 'partOf', null, 'scope', 'incident', 'period', null,
    'place', jsonb_build_object('name', split_part(place, ' ', 2), 'precision', 'town'), 'perpetrator', null,
    'cause', (${sqlList(words.CAUSES)})[1 + cause])
  WHEN 'attribution' THEN jsonb_build_object(
    'source', jsonb_build_object('start', at, 'end', at + length(who), 'quote', who),
    'cue', jsonb_build_object('start', at + length(who) + 1, 'end', at + length(who) + 1 + length(cue), 'quote', cue),
    'content', '[]'::jsonb, 'mode', 'indirect', 'basis', 'named',
    'sourceId', CASE WHEN n % 3 = 0 THEN ${id('source', 'pg_temp.dice(n, 22, 200)')} END, 'via', '[]'::jsonb,
    'carriedOver', false)
  WHEN 'source' THEN jsonb_build_object('sourceId', CASE WHEN n % 3 = 0 THEN
    ${id('source', 'pg_temp.dice(n, 22, 200)')} END, 'titleAsPrinted', split_part(who, ' ', 1))
  ELSE jsonb_build_object('about', 'place', 'value', split_part(place, ' ', 2)) END`;

const VERDICTS = `
  INSERT INTO verdicts (id, claim_id, verdict, reason, correction, by_id, at, expired_at, expired_reasons)
  SELECT ${id('verdict', 'n')}, ${id('claim', 'n')}, verdict::"VerdictValue",
    'Held against the register of the harbour office and a call to ' || who, CASE verdict WHEN 'inaccurate'
    THEN replace(quote, people::text, (people + 1)::text) END, ${VERDICT_BY},
    pg_temp.moment(n) + interval '2 hours', CASE status WHEN 'expired' THEN pg_temp.moment(n) + interval '5 hours' END,
    CASE status WHEN 'expired' THEN ARRAY['details'] ELSE '{}' END
  FROM (SELECT *, (ARRAY['accurate','accurate','accurate','accurate','accurate','accurate','accurate','inaccurate',
    'disputed','unverifiable'])[1 + pg_temp.dice(n, 23, 10)] AS verdict FROM marks WHERE judged) judged`;

const REVIEWS = `
  INSERT INTO reviews (id, claim_id, verdict_id, decision, reason_code, note, by_id, at)
  SELECT ${id('review', 'n')}, ${id('claim', 'n')}, ${id('verdict', 'n')}, status::"ReviewDecision",
    CASE status WHEN 'returned' THEN 'needs_second_source' END::"ReturnReason",
    CASE status WHEN 'returned' THEN 'One office cannot confirm its own figure' END,
    ${id('user', 'CASE WHEN n % 4 = 0 THEN 1 ELSE 3 END')}, pg_temp.moment(n) + interval '3 hours'
  FROM marks WHERE reviewed`;

/** How many citations and threads a claim has, wherever it is asked. */
const CITATIONS = `CASE WHEN judged THEN pg_temp.dice(n, 24, 3) ELSE 0 END`;
const THREADS = `CASE WHEN pg_temp.dice(n, 25, 7) = 0 THEN 1 ELSE 0 END`;

const CLAIMS = `
  INSERT INTO claims (id, article_id, kind, details, summary, assignee_id, same_fact_as_id, placed_revision, status,
    verdict_id, review_id, withdrawn_at, citation_count, open_comments, search, version, created_by_id, created_at)
  SELECT ${id('claim', 'n')}, ${ARTICLE}, kind::"ClaimKind", ${DETAILS}, summary,
    CASE WHEN status = 'checking' THEN ${id('user', '1 + n % 3')} END,
    CASE WHEN k >= 10 AND n % 33 = 0 THEN ${id('claim', 'n - 10')} END, 1, status::"ClaimStatus",
    CASE WHEN judged THEN ${id('verdict', 'n')} END, CASE WHEN reviewed THEN ${id('review', 'n')} END,
    CASE WHEN status = 'withdrawn' THEN pg_temp.moment(n) + interval '1 hour' END, ${CITATIONS}, ${THREADS},
    search_vector(concat_ws(E'\\n', quote, sentence, summary)), 1 + pg_temp.dice(n, 26, 4), ${id('user', '1 + n % 2')},
    pg_temp.moment(n)
  FROM marks ORDER BY n`;

const PLACEMENTS = `
  INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
  SELECT ${id('claim', 'n')}, 1, ${ARTICLE}, start, start + length(quote), quote, number FROM marks ORDER BY n`;

/** A figure, place or person is attributed where its sentence has an attribution. */
const ATTRIBUTIONS = `
  INSERT INTO claim_attributions (claim_id, attribution_id)
  SELECT ${id('claim', 'said.n')}, ${id('claim', 'by.n')} FROM marks said
  JOIN marks by ON by.story = said.story AND by.number = said.number AND by.kind = 'attribution'
  WHERE said.kind IN ('casualty_count', 'fact')`;

const EVIDENCE_OF_STORY = 6;
const EVIDENCE = `
  INSERT INTO evidence (id, article_id, kind, url, title, publisher, note, created_by_id, created_at)
  SELECT ${id('evidence', 'n')}, ${ARTICLE}, (ARRAY['link','document','interview']::"EvidenceKind"[])[1 + n % 3],
    CASE WHEN n % 3 = 0 THEN 'https://records.example/' || n END, 'Record ' || n || ' of the harbour office',
    'Harbour office', null, ${id('user', '2')}, pg_temp.moment(n)
  FROM (SELECT story, story * ${NUMBERS_PER_STORY}::bigint + e AS n
        FROM lines, generate_series(0, ${EVIDENCE_OF_STORY - 1}) e WHERE number = 0) records`;

const CITED = `
  INSERT INTO citations (id, claim_id, evidence_id, locator, quote, stance, created_by_id, created_at)
  SELECT ${id('citation', 'n * 2 + c')}, ${id('claim', 'n')},
    ${id('evidence', `story * ${NUMBERS_PER_STORY}::bigint + (k + c) % ${EVIDENCE_OF_STORY}`)}, 'p. ' || (1 + n % 40), quote,
    (ARRAY['supports','supports','contradicts','context']::"Stance"[])[1 + pg_temp.dice(n + c, 27, 4)],
    ${id('user', '2')}, pg_temp.moment(n) + interval '90 minutes'
  FROM marks, generate_series(0, 1) c WHERE c < ${CITATIONS}`;

const COMMENTS = `
  INSERT INTO comments (id, claim_id, parent_id, body, created_by_id, created_at)
  SELECT ${id('comment', 'n * 2 + c')}, ${id('claim', 'n')},
    CASE WHEN c = 1 THEN ${id('comment', 'n * 2')} END,
    CASE c WHEN 0 THEN 'Does ' || who || ' have this first hand?' ELSE 'Asked; the office calls back at noon.' END,
    ${id('user', '2 + c')}, pg_temp.moment(n) + c * interval '1 hour'
  FROM marks, generate_series(0, 1) c WHERE ${THREADS} = 1 ORDER BY n, c`;

/** One event for each mark. The links are not a chain: nothing here reads them as one. */
const EVENTS = `
  INSERT INTO events (stream_id, seq, type, at, actor_id, actor_name, claim_id, payload_digest, link)
  SELECT ${ARTICLE}, k + 1, 'claim.marked', pg_temp.moment(n), ${id('user', '1 + n % 2')}, 'Bench editor',
    ${id('claim', 'n')}, sha256(n::text::bytea), sha256((n + 1)::text::bytea)
  FROM marks ORDER BY n`;
const PAYLOADS = `
  INSERT INTO event_payloads (stream_id, seq, payload)
  SELECT ${ARTICLE}, k + 1, jsonb_build_object('after', jsonb_build_object('kind', kind, 'summary', summary,
    'revision', 1, 'span', jsonb_build_object('start', start, 'end', start + length(quote), 'quote', quote),
    'details', ${DETAILS}))
  FROM marks ORDER BY n`;
const heads = ({ claims }: Stories): string => `
  UPDATE articles SET head = ${claims} WHERE id IN (SELECT ${ARTICLE} FROM lines WHERE number = 0)`;

/** Statements that mark the stories of table `lines`, and take the tables away. */
export const claimStatements = (stories: Stories): string[] => [
  marks(stories),
  'ANALYZE marks',
  VERDICTS,
  REVIEWS,
  CLAIMS,
  PLACEMENTS,
  ATTRIBUTIONS,
  EVIDENCE,
  CITED,
  COMMENTS,
  EVENTS,
  PAYLOADS,
  heads(stories),
  'DROP TABLE parts, lines, marks',
];
