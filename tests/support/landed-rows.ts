/**
 * A newsroom as the first released version kept it: rows in SQL, each column by its name, none of today's code between.
 * Migrations have to take them along as they are.
 */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { digestOf, linkOf } from '../../server/database/chain.ts';
import { spanOf } from './claims.ts';

const AT = '2026-02-01T08:00:00.000Z';
const HEADLINE = 'Bridge at Marrow gives way';
const FIRST = 'At least 12 people were hurt when the bridge at Marrow gave way, the fire service said.';
const SECOND = 'It was built for 40 lorries a day. “We 🚒 came at once,” said Ida Strand.';
const TEXT = [HEADLINE, FIRST, SECOND].join('\n\n');

export interface Landed {
  readonly adminId: string;
  readonly editorId: string;
  readonly articleId: string;
  readonly countId: string;
  readonly attributionId: string;
  readonly evidenceId: string;
  readonly sourceId: string;
}

type Row = Readonly<Record<string, unknown>>;

/** Put the rows in; sign in as `admin@marrow.test` or `editor@marrow.test` with what `passwordHash` is of. */
export async function fillLanded(
  client: pg.Client,
  historyKey: Buffer,
  passwordHash: string,
): Promise<Landed> {
  const insert = async (table: string, row: Row) => {
    const columns = Object.keys(row).map((name) => `"${name}"`);
    await client.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)`,
      [JSON.stringify(row)],
    );
  };
  const ids = {
    adminId: uuidv7(),
    editorId: uuidv7(),
    articleId: uuidv7(),
    countId: uuidv7(),
    attributionId: uuidv7(),
    evidenceId: uuidv7(),
    sourceId: uuidv7(),
  };
  for (const [table, row] of [
    ...peopleRows(ids, passwordHash),
    ...storyRows(ids),
    ...claimRows(ids),
    ...checkedRows(ids),
  ])
    await insert(table, row);
  for (const [table, row] of eventRows(ids, historyKey)) await insert(table, row);
  return ids;
}

type Rows = (readonly [table: string, row: Row])[];

function peopleRows({ adminId, editorId, sourceId }: Landed, password_hash: string): Rows {
  const person = { active: true, password_hash, session_epoch: 1, version: 1, head: 1, created_at: AT };
  return [
    ['users', { id: adminId, name: 'Ada Quill', email: 'admin@marrow.test', role: 'admin', ...person }],
    ['users', { id: editorId, name: 'Ben Tarn', email: 'editor@marrow.test', role: 'editor', ...person }],
    [
      'sources',
      {
        id: sourceId,
        name: 'Fire service of Marrow',
        kind: 'official',
        aliases: ['The fire service'],
        note: 'By telephone',
        search: 'fire service of marrow\nthe fire service',
        version: 1,
        head: 1,
        created_by_id: editorId,
        created_at: AT,
      },
    ],
  ];
}

function storyRows({ articleId, adminId, editorId }: Landed): Rows {
  const made = { created_by_id: editorId, created_at: AT };
  const blocks = [
    { role: 'headline', ...range(HEADLINE) },
    { role: 'paragraph', ...range(FIRST) },
    { role: 'paragraph', ...range(SECOND) },
  ];
  const [built = '', came = ''] = SECOND.split(/(?<=day\.) /);
  const sentences = [
    [0, HEADLINE],
    [1, FIRST],
    [2, built],
    [2, came],
  ] as const;
  const article = {
    id: articleId,
    title: HEADLINE,
    byline: 'Cal Reed',
    agency: 'MWS',
    dateline: null,
    published_at: null,
    language: 'en',
    source_url: null,
    deadline: '2026-02-02T18:00:00.000Z',
    priority: 'high',
    access: 'restricted',
    status: 'checking',
    current_revision: 1,
    version: 1,
    search: `'bridge':1 'marrow':2`,
    head: 8,
    ...made,
  };
  const sha256 = bytes(createHash('sha256').update(TEXT).digest());
  return [
    ['articles', article],
    ...[adminId, editorId].map((user_id) => ['article_members', { article_id: articleId, user_id }] as const),
    [
      'revisions',
      { article_id: articleId, number: 1, text: TEXT, sha256, blocks, furniture: ['12 comments'], ...made },
    ],
    ...sentences.map(
      ([block, text], number) =>
        ['sentences', { article_id: articleId, revision: 1, number, block, ...range(text), text }] as const,
    ),
  ];
}

function claimRows({ articleId, editorId, countId, attributionId, sourceId }: Landed): Rows {
  const claim = {
    article_id: articleId,
    summary: null,
    assignee_id: null,
    same_fact_as_id: null,
    placed_revision: 1,
    status: 'unchecked',
    withdrawn_at: null,
    citation_count: 0,
    open_comments: 0,
    search: `'hurt':1`,
    version: 1,
    created_by_id: editorId,
    created_at: AT,
  };
  const count = {
    outcome: 'injured',
    low: 12,
    best: null,
    high: null,
    modifier: 'at_least',
    wording: 'At least 12',
    victims: { category: 'unspecified', label: 'people' },
    partOf: null,
    scope: null,
    period: null,
    place: null,
    perpetrator: null,
    cause: null,
  };
  const attribution = {
    source: spanOf(TEXT, 'the fire service'),
    cue: spanOf(TEXT, 'said'),
    content: [],
    mode: 'indirect',
    basis: 'organisation',
    sourceId,
    via: [],
    carriedOver: false,
  };
  const placed = { revision: 1, article_id: articleId, sentence: 1 };
  return [
    [
      'claims',
      { id: countId, kind: 'casualty_count', details: count, ...claim, citation_count: 1, open_comments: 1 },
    ],
    ['claims', { id: attributionId, kind: 'attribution', details: attribution, ...claim }],
    ['placements', { claim_id: countId, ...placed, ...spanOf(TEXT, 'At least 12 people were hurt') }],
    ['placements', { claim_id: attributionId, ...placed, ...spanOf(TEXT, 'the bridge at Marrow gave way') }],
    ['claim_attributions', { claim_id: countId, attribution_id: attributionId }],
  ];
}

function checkedRows({ articleId, adminId, editorId, countId, evidenceId }: Landed): Rows {
  const made = { version: 1, created_by_id: editorId, created_at: AT, withdrawn_at: null };
  const verdictId = uuidv7();
  return [
    [
      'evidence',
      {
        id: evidenceId,
        article_id: articleId,
        kind: 'link',
        url: 'https://fire.example/marrow',
        title: 'Log of the night',
        publisher: null,
        accessed_at: AT,
        note: null,
        ...made,
      },
    ],
    [
      'citations',
      {
        id: uuidv7(),
        claim_id: countId,
        evidence_id: evidenceId,
        locator: 'p. 2',
        quote: '12 hurt',
        stance: 'supports',
        note: null,
        ...made,
      },
    ],
    [
      'comments',
      {
        id: uuidv7(),
        claim_id: countId,
        parent_id: null,
        body: 'Is that all?',
        resolved_at: null,
        edited_at: null,
        ...made,
      },
    ],
    [
      'verdicts',
      {
        id: verdictId,
        claim_id: countId,
        verdict: 'accurate',
        reason: 'The log says so.',
        correction: null,
        by_id: editorId,
        at: AT,
        expired_at: AT,
        expired_reasons: ['details'],
      },
    ],
    [
      'reviews',
      {
        id: uuidv7(),
        claim_id: countId,
        verdict_id: verdictId,
        decision: 'passed',
        reason_code: null,
        note: null,
        by_id: adminId,
        at: AT,
        reopened_at: AT,
      },
    ],
  ];
}

/** Each stream with its chain. */
function eventRows(ids: Landed, historyKey: Buffer): Rows {
  const { articleId, countId, attributionId } = ids;
  const told: [stream: string, type: string, claim: string | null, payload: Row][] = [
    [ids.adminId, 'person.added', null, { after: { role: 'admin' } }],
    [ids.editorId, 'person.added', null, { after: { role: 'editor' } }],
    [ids.sourceId, 'source.added', null, { after: { kind: 'official' } }],
    [articleId, 'article.created', null, { after: { title: HEADLINE } }],
    [
      articleId,
      'claim.marked',
      countId,
      { after: { kind: 'casualty_count', details: { low: 12, 'ümlaut 🚒': 1.5 } } },
    ],
    [articleId, 'claim.marked', attributionId, { after: { kind: 'attribution' } }],
    [articleId, 'evidence.added', null, { after: { title: 'Log of the night' } }],
    [articleId, 'citation.added', countId, { after: { locator: 'p. 2' } }],
    [articleId, 'verdict.given', countId, { after: { verdict: 'accurate' } }],
    [articleId, 'review.passed', countId, {}],
    [articleId, 'comment.added', countId, { after: { bodySha256: 'ab' } }],
  ];
  const last = new Map<string, { seq: number; link: Buffer }>();
  return told.flatMap(([streamId, type, claimId, payload]): Rows => {
    const before = last.get(streamId);
    const seq = (before?.seq ?? 0) + 1;
    const digest = digestOf(payload);
    const by = { actorId: ids.editorId, actorName: 'Ben Tarn' };
    const chained = { streamId, seq, type, at: AT, ...by, claimId, payloadDigest: digest.toString('hex') };
    const link = linkOf(historyKey, before?.link ?? null, chained);
    last.set(streamId, { seq, link });
    const event = { type, at: AT, actor_id: by.actorId, actor_name: by.actorName, claim_id: claimId };
    const place = { stream_id: streamId, seq };
    return [
      ['events', { ...place, ...event, payload_digest: bytes(digest), link: bytes(link) }],
      ['event_payloads', { ...place, payload }],
    ];
  });
}

const bytes = (value: Buffer) => `\\x${value.toString('hex')}`;

/** Where words stand in the text, in UTF-16 code units. */
function range(words: string): { start: number; end: number } {
  const { start, end } = spanOf(TEXT, words);
  return { start, end };
}
