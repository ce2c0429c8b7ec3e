/** A story as a client has it that follows its history and nothing else, and as the database has it. */
import type pg from 'pg';
import { z } from 'zod';
import { HistoryItem } from '../../server/contract/history.ts';

/** What of a claim is followed. */
interface Followed {
  status: string;
  summary: string | null;
  value: string | null;
  assignee: string | null;
  verdict: string | null;
  reason: string | null;
  comments: number;
  citations: number;
}

export interface Replica {
  /** The last event that came. */
  head(): number;
  /** Take the next event. What comes twice, or past a gap, is noted and not taken. */
  take(item: unknown): void;
  /** What came otherwise than it should, a sentence each. */
  readonly broken: readonly string[];
  state(): Map<string, Followed>;
  /** Of the last event. */
  hash(): string;
}

const After = z.looseObject({
  status: z.string().optional(),
  summary: z.string().nullable().optional(),
  details: z.looseObject({ value: z.string().nullable().optional() }).optional(),
  assigneeId: z.string().nullable().optional(),
  verdict: z.looseObject({ verdict: z.string(), reason: z.string() }).nullable().optional(),
});
const Said = z.looseObject({ after: After.optional() });

/** @param after the event that it begins behind */
export function openReplica(after = 0): Replica {
  const claims = new Map<string, Followed>();
  const broken: string[] = [];
  let [head, hash] = [after, ''];
  return {
    head: () => head,
    hash: () => hash,
    broken,
    state: () => claims,
    take: (item) => {
      const event = HistoryItem.parse(item);
      if (event.seq <= head) return void broken.push(`event ${event.seq} came twice`);
      if (event.seq > head + 1) return void broken.push(`event ${event.seq} came after ${head}`);
      [head, hash] = [event.seq, event.hash];
      if (event.claimId !== null) follow(claims, event, event.claimId);
    },
  };
}

function follow(claims: Map<string, Followed>, { type, data }: HistoryItem, claimId: string): void {
  const { after } = Said.parse(data);
  const fresh: Followed = {
    ...{ status: 'unchecked', summary: null, value: null, assignee: null, verdict: null, reason: null },
    ...{ comments: 0, citations: 0 },
  };
  const claim = claims.get(claimId) ?? fresh;
  claims.set(claimId, claim);
  if (type === 'comment.added') claim.comments += 1;
  if (type === 'citation.added') claim.citations += 1;
  if (after === undefined || type.startsWith('comment.') || type.startsWith('citation.')) return;
  if (after.status !== undefined) claim.status = after.status;
  if (after.summary !== undefined) claim.summary = after.summary;
  if (after.details !== undefined) claim.value = after.details.value ?? null;
  if (after.assigneeId !== undefined) claim.assignee = after.assigneeId;
  if (after.verdict !== undefined) {
    claim.verdict = after.verdict?.verdict ?? null;
    claim.reason = after.verdict?.reason ?? null;
  }
}

const STORED = `
  SELECT c.id, c.status::text, c.summary, c.details ->> 'value' AS value, c.assignee_id AS assignee,
    v.verdict::text, v.reason,
    (SELECT count(*)::int FROM comments m WHERE m.claim_id = c.id) AS comments,
    (SELECT count(*)::int FROM citations q WHERE q.claim_id = c.id) AS citations
  FROM claims c LEFT JOIN verdicts v ON v.id = c.verdict_id WHERE c.article_id = $1`;

/** The story as the database has it, in plain SQL. */
export async function storedState(sql: pg.Pool, articleId: string): Promise<Map<string, Followed>> {
  const { rows } = await sql.query<Followed & { id: string }>(STORED, [articleId]);
  return new Map(rows.map(({ id, ...followed }) => [id, followed]));
}

/** @returns what differs, a sentence each */
export function differences(
  whose: string,
  followed: ReadonlyMap<string, Followed>,
  stored: ReadonlyMap<string, Followed>,
): string[] {
  const broken: string[] = [];
  for (const id of new Set([...followed.keys(), ...stored.keys()])) {
    const [here, there] = [followed.get(id), stored.get(id)].map((claim) =>
      claim === undefined ? 'nothing' : JSON.stringify(Object.entries(claim).sort()),
    );
    if (here !== there) broken.push(`${whose} has claim ${id} as ${here}, the database as ${there}`);
  }
  return broken;
}
