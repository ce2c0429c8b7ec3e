/**
 * Which column of which table each field of a story's document is: read by the export and by the import, so that what one
 * writes the other takes.
 */
import type { StoryList } from '../../contract/stories.ts';

/** How a field stands in JSON and in PostgreSQL. A `person` is a number in the document and an id in the table. */
type Kind =
  | 'uuid'
  | 'uuid[]'
  | 'text'
  | 'text[]'
  | 'int'
  | 'float8'
  | 'boolean'
  | 'jsonb'
  | 'time'
  | 'hex'
  | 'person';

export interface Field {
  readonly name: string;
  readonly column: string;
  readonly kind: Kind;
  /** Of the table's column, where it is an enumeration. */
  readonly enumeration?: string;
}

export interface StoryTable {
  readonly table: string;
  readonly fields: readonly Field[];
  /** Which rows `x` are of the story whose id is `$1`. */
  readonly of: string;
  /** Of rows `x`: one order, whatever the server. */
  readonly order: string;
  /** True where a row names its story in `article_id`. */
  readonly namesStory: boolean;
}

/** `createdBy` is `created_by`, and the columns that are called otherwise. */
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const CALLED: Readonly<Record<string, string>> = {
  createdBy: 'created_by_id',
  by: 'by_id',
  endedBy: 'ended_by_id',
  toldBy: 'told_by_id',
  decidedBy: 'decided_by_id',
  assignee: 'assignee_id',
  sameFactAs: 'same_fact_as_id',
};

/** Fields by what they are, each as `name` or `name:Enumeration`, in the order of the document. */
function fields(list: string): Field[] {
  return list
    .trim()
    .split(/\s+/)
    .map((one) => {
      const [name = '', kind = 'text', enumeration] = one.split(':');
      const column = CALLED[name] ?? snake(name);
      return { name, column, kind: kind as Kind, ...(enumeration === undefined ? {} : { enumeration }) };
    });
}

const OF_STORY = { of: 'x.article_id = $1', namesStory: true } as const;
const NOT_ERASED = `${OF_STORY.of} AND x.erased_at IS NULL`;
/** Claims that were erased have no words to take along, nor has what hung on them. */
const OF_CLAIM = {
  of: 'x.claim_id IN (SELECT id FROM claims WHERE article_id = $1 AND erased_at IS NULL)',
  namesStory: false,
} as const;
const MADE = 'createdBy:person createdAt:time';

/** The order of the document, in which its digest is made as well. */
export const LIST_ORDER: readonly StoryList[] = [
  ...([
    'revisions',
    'sentences',
    'sources',
    'files',
    'arrivals',
    'evidence',
    'snapshots',
    'verdicts',
    'reviews',
  ] as const),
  ...(['claims', 'placements', 'attributions', 'changes', 'verdictEnds', 'citations', 'comments'] as const),
  ...(['signOffs', 'dismissedFlags', 'decidedSuggestions'] as const),
];

/** Sources are no story's own: they are read and stored in their own way. */
export type TableList = Exclude<StoryList, 'sources'>;

/** In the order in which rows can be stored: what is referred to comes first. */
export const STORY_TABLES: Readonly<Record<TableList, StoryTable>> = {
  revisions: {
    ...OF_STORY,
    table: 'revisions',
    fields: fields(`number:int text sha256:hex blocks:jsonb furniture:jsonb ${MADE}`),
    order: 'x.number',
  },
  sentences: {
    ...OF_STORY,
    table: 'sentences',
    fields: fields('revision:int number:int block:int start:int end:int'),
    order: 'x.revision, x.number',
  },
  files: {
    ...OF_STORY,
    table: 'files',
    fields: fields(`id:uuid name mediaType size:int sha256:hex ${MADE}`),
    order: 'x.created_at, x.id',
  },
  arrivals: {
    ...OF_STORY,
    table: 'arrivals',
    fields: fields(`number:int revision:int sha256:hex wordsSha256:hex facts:jsonb ${MADE}`),
    order: 'x.number',
  },
  evidence: {
    ...OF_STORY,
    of: NOT_ERASED,
    table: 'evidence',
    fields: fields(
      `id:uuid kind:text:EvidenceKind url title publisher accessedAt:time note fileId:uuid withdrawnAt:time version:int ${MADE}`,
    ),
    order: 'x.created_at, x.id',
  },
  snapshots: {
    table: 'snapshots',
    fields: fields(
      'id:uuid evidenceId:uuid text length:int sha256:hex how by:person takenAt:time fetchedFrom',
    ),
    of: 'x.evidence_id IN (SELECT id FROM evidence WHERE article_id = $1)',
    order: 'x.taken_at, x.id',
    namesStory: false,
  },
  verdicts: {
    ...OF_CLAIM,
    table: 'verdicts',
    fields: fields(
      'id:uuid claimId:uuid verdict:text:VerdictValue reason correction by:person at:time expiredAt:time expiredReasons:text[] confirmable:boolean confirmsId:uuid',
    ),
    order: 'x.at, x.id',
  },
  reviews: {
    ...OF_CLAIM,
    table: 'reviews',
    fields: fields(
      'id:uuid claimId:uuid verdictId:uuid decision:text:ReviewDecision reasonCode:text:ReturnReason note by:person at:time reopenedAt:time',
    ),
    order: 'x.at, x.id',
  },
  claims: {
    ...OF_STORY,
    of: NOT_ERASED,
    table: 'claims',
    fields: fields(
      `id:uuid kind:text:ClaimKind details:jsonb outgrown:jsonb summary assignee:person sameFactAs:uuid placedRevision:int status:text:ClaimStatus verdictId:uuid reviewId:uuid withdrawnAt:time version:int ${MADE}`,
    ),
    order: 'x.created_at, x.id',
  },
  placements: {
    ...OF_STORY,
    table: 'placements',
    fields: fields('claimId:uuid revision:int start:int end:int quote sentence:int'),
    order: 'x.claim_id, x.revision',
  },
  attributions: {
    ...OF_CLAIM,
    table: 'claim_attributions',
    fields: fields('claimId:uuid attributionId:uuid'),
    order: 'x.claim_id, x.attribution_id',
  },
  changes: {
    ...OF_STORY,
    table: 'revision_changes',
    fields: fields(
      'revision:int claimId:uuid change:text:ClaimChange fromQuote fromStart:int expired:boolean causeBefore:int causeAfter:int',
    ),
    order: 'x.revision, x.claim_id',
  },
  verdictEnds: {
    ...OF_CLAIM,
    namesStory: true,
    table: 'verdict_ends',
    fields: fields(
      'verdictId:uuid verdictIds:uuid[] claimId:uuid how:text:VerdictEndHow quote by:person at:time toldBy:person toldAt:time',
    ),
    order: 'x.at, x.verdict_id',
  },
  citations: {
    ...OF_CLAIM,
    of: `${OF_CLAIM.of} AND x.erased_at IS NULL`,
    table: 'citations',
    fields: fields(
      `id:uuid claimId:uuid evidenceId:uuid locator quote stance:text:Stance note withdrawnAt:time version:int ${MADE}`,
    ),
    order: 'x.created_at, x.id',
  },
  comments: {
    ...OF_CLAIM,
    of: `${OF_CLAIM.of} AND (x.erased_at IS NULL OR EXISTS (
      SELECT 1 FROM comments o WHERE o.parent_id = x.id AND o.erased_at IS NULL))`,
    table: 'comments',
    fields: fields(
      `id:uuid claimId:uuid parentId:uuid body resolvedAt:time editedAt:time withdrawnAt:time version:int ${MADE}`,
    ),
    order: 'x.created_at, x.id',
  },
  signOffs: {
    ...OF_STORY,
    table: 'sign_offs',
    fields: fields(
      'id:uuid revision:int sha256:hex head:int acknowledged:uuid[] suggestions:uuid[] by:person at:time endedAt:time endedBy:person endedBecause endedReason',
    ),
    order: 'x.at, x.id',
  },
  dismissedFlags: {
    ...OF_STORY,
    table: 'flag_dismissals',
    fields: fields('key reason by:person at:time'),
    order: 'x.key COLLATE "C"',
  },
  decidedSuggestions: {
    ...OF_STORY,
    table: 'suggestions',
    fields: fields(
      'id:uuid revision:int kind:text:ClaimKind details:jsonb start:int end:int quote sentence:int rule why confidence:float8 fingerprint ordinal:int partOf:uuid attributedBy:uuid[] sourceName state:text:SuggestionState claimId:uuid edited:boolean carried:boolean decidedBy:person decidedAt:time',
    ),
    of: `x.article_id = $1 AND x.state <> 'open'`,
    order: 'x.revision, x.fingerprint COLLATE "C", x.ordinal',
  },
};

export const ARTICLE_FIELDS: readonly Field[] = fields(
  `id:uuid title byline agency dateline publishedAt:time language sourceUrl deadline:time priority:text:Priority access:text:Access status:text:ArticleStatus currentRevision:int version:int ${MADE}`,
);

/** The names of fields that are people. */
export const PERSON_FIELDS: readonly string[] = [
  ...new Set(
    [...Object.values(STORY_TABLES).flatMap((table) => table.fields), ...ARTICLE_FIELDS]
      .filter(({ kind }) => kind === 'person')
      .map(({ name }) => name),
  ),
];

const quoted = (column: string) => `"${column}"`;

/** SQL: a row `x` as an object of the document, its people by their ids. */
export const rowJson = (all: readonly Field[]): string =>
  `json_build_object(${all.map(({ name, column, kind }) => `'${name}', ${read(`x.${quoted(column)}`, kind)}`).join(', ')})`;

function read(column: string, kind: Kind): string {
  // A comment has words; of one that was erased, and others answer, none are left.
  if (column === 'x."body"') return `CASE WHEN ${column} = '' THEN '—' ELSE ${column} END`;
  if (kind === 'time') return `iso_time(${column})`;
  // A list that nobody filled is an empty one.
  if (kind.endsWith('[]')) return `COALESCE(${column}, '{}')`;
  return kind === 'hex' ? `encode(${column}, 'hex')` : column;
}

/** SQL: a field of the record `t` that a row of the document became, as its column takes it. */
function written({ name, kind, enumeration }: Field): string {
  const field = `t.${quoted(name)}`;
  if (kind === 'hex') return `decode(${field}, 'hex')`;
  return enumeration === undefined ? field : `${field}::${quoted(enumeration)}`;
}

const TYPES: Readonly<Partial<Record<Kind, string>>> = { time: 'timestamptz', hex: 'text', person: 'uuid' };

/**
 * SQL that stores rows, given as JSON in `$1`, of the story `$2`.
 *
 * @param extra columns beside those of the document, each with its expression; it may read fields of `t` that `also` names
 */
export function insertion(
  table: string,
  all: readonly Field[],
  {
    namesStory,
    extra = {},
    also = [],
  }: { namesStory: boolean; extra?: Record<string, string>; also?: string[] },
): string {
  const added = Object.entries({ ...(namesStory ? { article_id: '$2::uuid' } : {}), ...extra });
  const columns = [...all.map(({ column }) => column), ...added.map(([column]) => column)];
  const values = [...all.map(written), ...added.map(([, expression]) => expression)];
  const record = [
    ...all.map(({ name, kind }) => `${quoted(name)} ${TYPES[kind] ?? kind}`),
    ...also.map((name) => `${quoted(name)} text`),
  ];
  // Also where the statement has no use for it, PostgreSQL has to know what the second value is.
  return `INSERT INTO ${table} (${columns.map(quoted).join(', ')}) SELECT ${values.join(', ')}
    FROM json_to_recordset($1::json) AS t (${record.join(', ')}) WHERE $2::uuid IS NOT NULL`;
}
