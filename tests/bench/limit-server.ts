/**
 * The limit: what PostgreSQL and a bare `node:http` can do with the same statements. No sessions, no checks, no router.
 *
 * GET /<n> answers statement n of those it was told; POST /claims inserts a claim's rows and nothing else; GET /page is the bare
 * page that it was told.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import type { Answer } from './statements.ts';

/** What the bench tells it, over the process's channel. */
export type Told =
  | { readonly kind: 'answers'; readonly answers: readonly Answer[] }
  | { readonly kind: 'page'; readonly html: string };

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
let answers: readonly Answer[] = [];
let page = '';

process.on('message', (told: Told) => {
  if (told.kind === 'answers') answers = told.answers;
  else page = told.html;
  process.send?.('told');
});
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));

const server = createServer((req, res) => {
  serve(req, res).catch((error: unknown) => {
    res.statusCode = 500;
    res.end(String(error));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`ready: http://127.0.0.1:${port}\n`);
});

async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = req.url ?? '';
  if (req.method === 'POST') {
    const id = await insertClaim(await readBody(req));
    return send(res, 201, `{"id":${JSON.stringify(id)}}`);
  }
  if (url === '/page') {
    res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    res.end(page);
    return;
  }
  const answer = answers[Number(url.slice(1))];
  if (answer === undefined) return send(res, 404, '{}');
  const { name, text, values } = answer;
  const { rows } = await pool.query<Row>({ name, text, values: [...values] });
  send(res, 200, answer.shape === 'body' ? (rows[0]?.body ?? '') : pageOf(rows, answer.limit));
}

function send(res: ServerResponse, status: number, body: string): void {
  const bytes = Buffer.from(body, 'utf8');
  res.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
  });
  res.end(bytes);
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

function pageOf(rows: readonly Row[], limit: number): string {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const cursor =
    rows.length > limit && last !== undefined
      ? Buffer.from(JSON.stringify([last.at.getTime(), last.id])).toString('base64url')
      : null;
  return `{"items":[${items.map(({ body }) => body).join(',')}],"nextCursor":${JSON.stringify(cursor)}}`;
}

async function readBody(req: IncomingMessage): Promise<NewClaim> {
  const pieces: Buffer[] = [];
  for await (const piece of req) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
}

/** The body of `POST /api/articles/:articleId/claims`, and what Claimdesk finds out by itself. */
export interface NewClaim {
  readonly id: string;
  readonly articleId: string;
  readonly createdBy: string;
  readonly revision: number;
  readonly kind: string;
  readonly span: { readonly start: number; readonly end: number; readonly quote: string };
  readonly details: unknown;
  readonly sentence: number;
  readonly sentenceText: string;
}

/** The rows that a claim is, in one statement: what Claimdesk adds to it is not here. */
async function insertClaim(claim: NewClaim): Promise<string> {
  await pool.query({
    name: 'insert-claim',
    text: `WITH claim AS (
             INSERT INTO claims (id, article_id, kind, details, placed_revision, search, created_by_id, created_at)
             VALUES ($1, $2, $3, $4, $5, search_vector($6), $7, $8) RETURNING id, article_id, placed_revision
           )
           INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
           SELECT id, placed_revision, article_id, $9, $10, $11, $12 FROM claim`,
    values: [
      claim.id,
      claim.articleId,
      claim.kind,
      JSON.stringify(claim.details),
      claim.revision,
      `${claim.span.quote}\n${claim.sentenceText}`,
      claim.createdBy,
      new Date(),
      claim.span.start,
      claim.span.end,
      claim.span.quote,
      claim.sentence,
    ],
  });
  return claim.id;
}
