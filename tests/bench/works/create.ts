/** Marking: a claim with its event, link and number in the story's stream. */
import type { LoadRequest } from 'autocannon';
import { uuidv7 } from 'uuidv7';
import type { Bench, Work } from '../bench.ts';
import type { NewClaim } from '../limit-server.ts';
import { compare } from '../load.ts';

interface Pattern {
  readonly articleId: string;
  readonly kind: string;
  readonly span: NewClaim['span'];
  readonly details: unknown;
  readonly sentence: number;
  readonly sentenceText: string;
}

export const createClaim: Work = async (bench) => {
  const patterns = await selectPatterns(bench);
  const { ours, limit, reader } = bench;
  const json = { 'Content-Type': 'application/json' };
  const before = await counts(bench);
  const figures = await compare(
    {
      server: ours,
      headers: { ...json, Cookie: reader.cookie, Origin: ours.url },
      requests: [creating(patterns, oursRequest)],
    },
    {
      server: limit,
      headers: json,
      requests: [creating(patterns, (pattern, id) => limitRequest(pattern, id, reader.id))],
    },
    bench,
  );
  const after = await counts(bench);
  const events = after.events - before.events;
  const marked = after.marked - before.marked;
  if (marked === 0 || events !== marked || after.heads - before.heads !== marked)
    throw new Error(`${marked} claims were marked with ${events} events`);
  const notes = [
    `${marked} claims marked over ${new Set(patterns.map(({ articleId }) => articleId)).size} stories, each with placement, event, payload, link and head, each with an Idempotency-Key; the limit inserts the claim and its placement in one statement and answers its id`,
  ];
  return {
    work: 'create a claim, with event, hash and sequence',
    unit: 'requests/s',
    reach: 0.3,
    figures,
    notes,
  };
};

/** Claims that are there, to be marked again: some of every story, none that points at another. */
async function selectPatterns({ pool, filled }: Bench): Promise<Pattern[]> {
  const { rows } = await pool.query<Pattern>(
    `SELECT c.article_id AS "articleId", c.kind, c.details,
       json_build_object('start', p.start, 'end', p."end", 'quote', p.quote) AS span,
       p.sentence, s.text AS "sentenceText"
     FROM claims c JOIN placements p ON p.claim_id = c.id
     JOIN sentences s ON s.article_id = c.article_id AND s.number = p.sentence JOIN articles a ON a.id = c.article_id
     WHERE a.access = 'newsroom' AND a.status = 'checking' AND a.id <> $1 AND p.sentence IN (5, 17, 29)
     ORDER BY md5(c.id::text)`,
    [filled.longStory],
  );
  return rows;
}

type Requested = (pattern: Pattern, id: string) => LoadRequest;

/** One request after the other through the patterns, each with an id of its own. */
function creating(patterns: readonly Pattern[], requested: Requested): LoadRequest {
  let next = 0;
  return {
    method: 'POST',
    setupRequest: (request) => {
      const pattern = patterns[next % patterns.length];
      next += 1;
      if (pattern === undefined) throw new Error('there are no stories to mark');
      const made = requested(pattern, uuidv7());
      return { ...request, ...made, headers: { ...request.headers, ...made.headers } };
    },
  };
}

const oursRequest: Requested = ({ articleId, kind, span, details }, id) => ({
  path: `/api/articles/${articleId}/claims`,
  headers: { 'Idempotency-Key': id },
  body: JSON.stringify({ id, revision: 1, kind, span, details }),
});

function limitRequest(pattern: Pattern, id: string, createdBy: string): LoadRequest {
  const claim: NewClaim = { ...pattern, id, createdBy, revision: 1 };
  return { path: '/claims', body: JSON.stringify(claim) };
}

async function counts({ pool }: Bench): Promise<{ marked: number; events: number; heads: number }> {
  const { rows } = await pool.query<{ marked: number; events: number; heads: number }>(
    `SELECT (SELECT count(*)::int FROM idempotency_keys WHERE key LIKE 'id:%') AS marked, (SELECT count(*)::int FROM events) AS events,
       (SELECT sum(head)::int FROM articles) AS heads`,
  );
  return rows[0] ?? { marked: 0, events: 0, heads: 0 };
}
