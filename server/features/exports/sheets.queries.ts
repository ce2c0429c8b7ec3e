/** The statements behind the sheets of a spreadsheet: rows of JSON, one to a line. */
import { Prisma } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { NAMED_PEOPLE } from '../people/named-people.ts';
import { EXPORT_ORDER } from './claim-cells.ts';
import { claimsAsked, copyStatement, type ExportQuery, UNQUOTED } from './exports.queries.ts';
import { inlined } from './inline-values.ts';

type User = { readonly id: string };

const copied = (rows: Types.Sql): string =>
  `COPY (SELECT row_to_json(r)::text FROM (${inlined(rows)}) r) TO STDOUT WITH (${UNQUOTED})`;

/** As CSV has them: lists as lines of one cell. */
export const copyClaimRows = (user: User, query: ExportQuery): string => copyStatement(user, 'sheet', query);

export const copyEvidenceRows = (user: User, query: ExportQuery): string =>
  copied(Prisma.sql`
    SELECT c.id AS claim_id, a.id AS story_id, p.quote AS claim_quote, t.stance, e.id AS evidence_id, e.kind, e.title,
      e.publisher, e.url, iso_time(e.accessed_at) AS accessed_at, t.locator, t.quote, t.note, e.note AS evidence_note,
      f.name AS file_name, encode(f.sha256, 'hex') AS file_sha256, u.name AS cited_by, iso_time(t.created_at) AS cited_at
    FROM claims c JOIN articles a ON a.id = c.article_id
      JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
      JOIN citations t ON t.claim_id = c.id AND t.withdrawn_at IS NULL
      JOIN evidence e ON e.id = t.evidence_id AND e.withdrawn_at IS NULL
      LEFT JOIN files f ON f.id = e.file_id
      LEFT JOIN ${NAMED_PEOPLE} u ON u.id = t.created_by_id
    WHERE c.citation_count > 0 AND ${claimsAsked(user, query)}
    ORDER BY ${Prisma.raw(EXPORT_ORDER)}, t.created_at, t.id`);

/** Entries that claims name, came through, or that say what they claim. A confidential one's name is its description. */
export const copySourceRows = (user: User, query: ExportQuery): string =>
  copied(Prisma.sql`
    WITH asked AS (
      SELECT c.id, c.source_id, c.via_source_ids FROM claims c JOIN articles a ON a.id = c.article_id
      WHERE ${claimsAsked(user, query)}),
    named AS (
      SELECT id, source_id::uuid AS source FROM asked WHERE source_id IS NOT NULL
      UNION SELECT id, through::uuid FROM asked, jsonb_array_elements_text(via_source_ids) through
        WHERE jsonb_typeof(via_source_ids) = 'array'
      UNION SELECT asked.id, said.source_id::uuid FROM asked JOIN claim_attributions l ON l.claim_id = asked.id
        JOIN claims said ON said.id = l.attribution_id
        WHERE said.source_id IS NOT NULL AND said.withdrawn_at IS NULL)
    SELECT s.id AS source_id, s.name, s.kind, s.confidential,
      CASE WHEN NOT s.confidential THEN array_to_string(s.aliases, E'\\n') END AS aliases,
      CASE WHEN NOT s.confidential THEN array_to_string(s.affiliations, E'\\n') END AS affiliations,
      CASE WHEN NOT s.confidential THEN s.note END AS note, count(DISTINCT named.id) AS claims
    FROM named JOIN sources s ON s.id = named.source GROUP BY s.id ORDER BY s.name, s.id`);

/** The stories that an export has claims of. */
const stories = (user: User, query: ExportQuery): Types.Sql => Prisma.sql`
  SELECT a.id AS story_id, a.title AS story_title, a.byline AS story_byline, a.agency AS story_agency,
    iso_time(a.published_at) AS story_published_at, a.source_url AS story_url, a.status AS story_status,
    a.current_revision AS revision, held.claims, a.head AS story_head, encode(last.link, 'hex') AS story_head_hash
  FROM (SELECT c.article_id, count(*) AS claims FROM claims c JOIN articles a ON a.id = c.article_id
    WHERE ${claimsAsked(user, query)} GROUP BY c.article_id) held
  JOIN articles a ON a.id = held.article_id
  LEFT JOIN events last ON last.stream_id = a.id AND last.seq = a.head
  ORDER BY a.created_at, a.id`;

export const copyStoryRows = (user: User, query: ExportQuery): string => copied(stories(user, query));

/** The same for a cursor, since each story is looked at while the list goes on. */
export const storiesCursor = (user: User, query: ExportQuery): string =>
  `DECLARE stories NO SCROLL CURSOR FOR ${inlined(stories(user, query))}`;
