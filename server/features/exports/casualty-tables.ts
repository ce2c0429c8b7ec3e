/** Counts of killed people in tables that others made, story after story. */
import { z } from 'zod';
import type { ExportFormat } from '../../contract/formats.ts';
import { Prisma } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { TableCount, TableLink } from '../../domain/exchange/casualty-table/model.ts';
import { tableRows } from '../../domain/exchange/casualty-table/rows.ts';
import {
  CASUALTY_TABLES,
  type CasualtyTable,
  tableHead,
  tableLine,
} from '../../domain/exchange/casualty-table/table.ts';
import { visibleTo } from '../articles/access.ts';
import { CLAIM_CELLS, EXPORT_ORDER, EXPORT_TABLES } from './claim-cells.ts';
import { claimsAsked, type ExportQuery, UNQUOTED } from './exports.queries.ts';
import { inlined } from './inline-values.ts';
import { lines } from './lines.ts';
import type { Rows } from './writers.ts';

type User = { readonly id: string };

export const isCasualtyTable = (format: ExportFormat): format is CasualtyTable => format in CASUALTY_TABLES;

/**
 * Of a claim `c`: injured, missing and other people are not among the dead, and a count whose words are gone from the text
 * may stand there in others. What is left out was not handed out either.
 */
export const IS_DEATHS: Types.Sql = Prisma.sql`c.kind = 'casualty_count' AND c.details ->> 'outcome' = 'killed'
  AND c.status NOT IN ('withdrawn', 'orphaned')`;

const CELLS = Prisma.raw(
  [
    ...(['claim_id', 'story_id', 'story_title', 'story_agency', 'story_url', 'story_published_at'] as const),
    ...(['same_fact_as', 'quote', 'status', 'review', 'said_by', 'evidence'] as const),
    ...(['story_head', 'story_head_hash'] as const),
  ]
    .map((name) => {
      const cell = CLAIM_CELLS[name];
      return `${typeof cell === 'string' ? cell : cell.json} AS ${name}`;
    })
    .join(', '),
);

/**
 * The counts that were asked for, and of their stories all other claims that link counts: as ids alone, since a link that
 * leads through a claim that was not asked for still says that deaths are shared.
 */
function tableLines(user: User, query: ExportQuery): string {
  const asked = Prisma.sql`COALESCE(${claimsAsked(user, query)} AND ${IS_DEATHS}, FALSE)`;
  return inlined(Prisma.sql`
    SELECT CASE WHEN ${asked} THEN (SELECT row_to_json(r) FROM (SELECT ${CELLS}, c.details,
        (SELECT of.blocks -> s.block ->> 'role' FROM revisions of
          WHERE of.article_id = c.article_id AND of.number = p.revision) AS role,
        CASE WHEN v.expired_at IS NULL THEN v.verdict END AS verdict) r)
      ELSE json_build_object('claim_id', c.id, 'story_id', c.article_id, 'same_fact_as', c.same_fact_as_id,
        'part_of', c.details ->> 'partOf', 'scope', c.details ->> 'scope') END::text
    FROM ${Prisma.raw(EXPORT_TABLES)}
    WHERE ${visibleTo(user)} AND (c.kind = 'casualty_count' OR c.same_fact_as_id IS NOT NULL)
      AND c.article_id IN (SELECT c.article_id FROM claims c JOIN articles a ON a.id = c.article_id
        WHERE ${claimsAsked(user, query)} AND ${IS_DEATHS})
    ORDER BY ${Prisma.raw(EXPORT_ORDER)}`);
}

const Line = z.union([TableCount, TableLink]);

/** The file before `spreadsheetSafe`; of one story after the other, no more than its counts are held. */
export async function* casualtyTable(
  rows: Rows,
  user: User,
  query: ExportQuery,
  table: CasualtyTable,
): AsyncGenerator<Uint8Array> {
  const statement = `COPY (${tableLines(user, query)}) TO STDOUT WITH (${UNQUOTED})`;
  let story: z.infer<typeof Line>[] = [];
  let head = tableHead(table);
  const written = () => {
    const counts = story.filter((one) => 'details' in one);
    const links = story.filter((one) => 'part_of' in one);
    const told = tableRows(counts, links).map((row) => tableLine(table, row));
    const piece = head + told.join('');
    [story, head] = [[], ''];
    return Buffer.from(piece, 'utf8');
  };
  for await (const text of lines(rows.copy(statement))) {
    const one = Line.parse(JSON.parse(text));
    if (story[0] !== undefined && story[0].story_id !== one.story_id) yield written();
    story.push(one);
  }
  yield written();
}
