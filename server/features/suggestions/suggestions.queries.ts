/** Suggestions as rows, with the claims of their story and the entries of the register that they name. */
import type { ArticleStatus } from '../../contract/articles.ts';
import type { KindAndDetails } from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';
import type { SuggestionState } from '../../contract/suggestions.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { coverOf } from '../../domain/extraction/covering.ts';
import { foldName } from '../../domain/sources/search-text.ts';
import { absenceOf, visibleTo } from '../articles/access.ts';
import { literal } from '../sources/sources.queries.ts';

export type SuggestionRow = KindAndDetails & {
  readonly id: string;
  readonly articleId: string;
  readonly revision: number;
  readonly span: Span;
  readonly sentence: number;
  readonly rule: string;
  readonly why: string;
  readonly confidence: number;
  readonly partOf: string | null;
  readonly attributedBy: string[];
  readonly sourceName: string | null;
  readonly state: SuggestionState;
  /** Also of an open one whose claim was withdrawn. */
  readonly claimId: string | null;
  readonly edited: boolean;
  readonly decided: { readonly by: string; readonly at: string } | null;
};

/** A live claim of the story on the suggestions' own text. */
export type MarkedClaim = KindAndDetails & { readonly id: string; readonly span: Span };

/** Rows come as one JSON text: PostgreSQL puts them together faster than Prisma takes them apart. */
interface Body {
  readonly body: string;
}

const SUGGESTION_JSON =
  Prisma.raw(`json_build_object('id', s.id, 'articleId', s.article_id, 'revision', s.revision,
  'kind', s.kind, 'details', s.details, 'span', json_build_object('start', s.start, 'end', s."end", 'quote', s.quote),
  'sentence', s.sentence, 'rule', s.rule, 'why', s.why, 'confidence', s.confidence, 'partOf', s.part_of,
  'attributedBy', s.attributed_by, 'sourceName', s.source_name, 'state', s.state, 'claimId', s.claim_id,
  'edited', s.edited, 'decided', CASE WHEN s.state <> 'open' THEN
    json_build_object('by', s.decided_by_id, 'at', iso_time(s.decided_at)) END)`);

const selectRows = async (db: Queryable, where: Types.Sql): Promise<SuggestionRow[]> => {
  const [row] = await db.$queryRaw<Body[]>`
    SELECT COALESCE(json_agg(${SUGGESTION_JSON} ORDER BY s.start, s."end" DESC, s.id), '[]')::text AS body
    FROM suggestions s WHERE ${where}`;
  const rows: SuggestionRow[] = JSON.parse(row?.body ?? '[]');
  return rows;
};

/** Suggestions of one text in its order, those that somebody marked by hand among them. */
export const selectSuggestions = (db: Queryable, articleId: string, revision: number) =>
  selectRows(db, Prisma.sql`s.article_id = ${articleId}::uuid AND s.revision = ${revision}::int`);

/** Those of these suggestions that are there. */
export const selectSuggestionsOf = (db: Queryable, ids: readonly string[]) =>
  selectRows(db, Prisma.sql`s.id = ANY(${ids}::uuid[])`);

/** Claims of a story that are not withdrawn and stand in this text. */
export const selectMarkedClaims = (db: Queryable, articleId: string, revision: number) =>
  selectMarked(
    db,
    Prisma.sql`c.article_id = ${articleId}::uuid AND c.withdrawn_at IS NULL AND c.placed_revision = ${revision}::int`,
  );

async function selectMarked(db: Queryable, where: Types.Sql): Promise<MarkedClaim[]> {
  const [row] = await db.$queryRaw<Body[]>`
    SELECT COALESCE(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'details', c.details,
      'span', json_build_object('start', p.start, 'end', p."end", 'quote', p.quote))), '[]')::text AS body
    FROM claims c JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
    WHERE ${where}`;
  const claims: MarkedClaim[] = JSON.parse(row?.body ?? '[]');
  return claims;
}

/** What a suggestion's links lead to. */
export interface Surroundings {
  readonly rows: readonly SuggestionRow[];
  readonly claims: readonly MarkedClaim[];
}

/** Of one suggestion: of a long story all of them would take long to read, at each decision. */
export async function selectSurroundings(
  db: Queryable,
  { partOf, attributedBy, revision }: SuggestionRow,
): Promise<Surroundings> {
  const ids = [...(partOf === null ? [] : [partOf]), ...attributedBy];
  if (ids.length === 0) return { rows: [], claims: [] };
  const rows = await selectSuggestionsOf(db, ids);
  const claimIds = rows.flatMap(({ claimId }) => claimId ?? []);
  if (claimIds.length === 0) return { rows, claims: [] };
  const claims = await selectMarked(
    db,
    Prisma.sql`c.id = ANY(${claimIds}::uuid[]) AND c.withdrawn_at IS NULL AND c.placed_revision = ${revision}::int`,
  );
  return { rows, claims };
}

/** The suggestions of a text that wait for a decision: open, and not marked by hand already. */
export async function selectOpenSuggestions(
  db: Queryable,
  articleId: string,
  revision: number,
): Promise<SuggestionRow[]> {
  const rows = await selectSuggestions(db, articleId, revision);
  return withoutMarked(rows, await selectMarkedClaims(db, articleId, revision)).filter(
    ({ state }) => state === 'open',
  );
}

/** What an editor already marked is not suggested again. */
export function withoutMarked(
  rows: readonly SuggestionRow[],
  claims: readonly MarkedClaim[],
): SuggestionRow[] {
  const isMarked = coverOf(claims);
  return rows.filter((row) => row.state !== 'open' || !isMarked(row));
}

export interface SuggestedStory {
  readonly status: ArticleStatus;
  readonly revision: number;
  readonly head: number;
  /** False where nothing reads its language; true also where nobody has looked yet. */
  readonly supported: boolean;
}

/** @throws Refusal NOT_FOUND also where the story is not for this person */
export async function requireSuggestedStory(
  db: Queryable,
  user: { readonly id: string },
  articleId: string,
): Promise<SuggestedStory> {
  const [row] = await db.$queryRaw<SuggestedStory[]>`
    SELECT a.status, a.current_revision AS revision, a.head, COALESCE(e.supported, true) AS supported
    FROM articles a LEFT JOIN extractions e ON e.article_id = a.id AND e.revision = a.current_revision
    WHERE a.id = ${articleId}::uuid AND ${visibleTo(user)}`;
  if (row === undefined) throw await absenceOf(db, user, articleId);
  return row;
}

interface Entry {
  readonly id: string;
  readonly name: string;
}

/**
 * The entry of the register for each of these names, blind to case and accents, by name or alias. None where several
 * have it: which of them speaks, only a person knows. None that is confidential: its words would give it away.
 */
export async function selectEntries(
  db: Queryable,
  names: readonly (string | null)[],
): Promise<(name: string | null) => Entry | null> {
  const folded = [...new Set(names.flatMap((name) => (name === null ? [] : [foldName(name)])))];
  if (folded.length === 0) return () => null;
  // LIKE finds what may be meant through the index; the comparison of whole lines decides.
  const rows = await db.$queryRaw<(Entry & { folded: string })[]>`
    SELECT n.folded, s.id, s.name
    FROM unnest(${folded}::text[], ${folded.map((name) => `%${literal(name)}%`)}::text[]) AS n (folded, pattern)
    JOIN sources s ON s.search LIKE n.pattern AND n.folded = ANY(string_to_array(s.search, E'\n'))
    WHERE NOT s.confidential AND s.merged_into_id IS NULL`;
  const found = new Map<string, Entry | null>();
  for (const row of rows)
    found.set(row.folded, found.has(row.folded) ? null : { id: row.id, name: row.name });
  return (name) => (name === null ? null : (found.get(foldName(name)) ?? null));
}
