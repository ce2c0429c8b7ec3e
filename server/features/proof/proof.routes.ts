/** The checking proof of a story. */
import { createHash } from 'node:crypto';
import { Router } from 'express';
import { Refusal } from '../../contract/problem.ts';
import { GetProof } from '../../contract/sign-off.ts';
import { Prisma } from '../../database/client.ts';
import { proofHtml } from '../../domain/exchange/proof/html.ts';
import type { ProofInput } from '../../domain/exchange/proof/model.ts';
import { PROOF_STYLE } from '../../domain/exchange/proof/style.ts';
import { parse } from '../../http/parse.ts';
import { requireUser, type SignedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { recordedWhole } from '../exports/export-record.ts';
import { selectProof } from './proof.queries.ts';

const STYLE_DIGEST = createHash('sha256').update(PROOF_STYLE, 'utf8').digest('base64');

export function proofRoutes(services: Services): Router {
  const router = Router();

  router.get('/articles/:articleId/proof', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, GetProof);
    const { proof, html } = await (query.download === true ? handOut : make)(
      services,
      user,
      params.articleId,
    );
    if (query.download === true)
      res.attachment(`${fileName(proof.article.title)}-${proof.madeAt.slice(0, 10)}.html`);
    res.set({
      'Content-Type': 'text/html; charset=utf-8',
      // Stricter than the pages': nothing runs, nothing is fetched, and no style but its own.
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    });
    res.send(html);
  });

  return router;
}

interface Made {
  readonly proof: ProofInput;
  readonly html: string;
}

async function make({ db, now }: Services, user: SignedIn, articleId: string): Promise<Made> {
  const proof = await selectProof(db, user, articleId, now());
  return { proof, html: proofHtml(proof, STYLE_DIGEST) };
}

/** So often a proof is made anew because something happened in its story meanwhile. */
const TRIES = 5;

/**
 * A proof that is kept is a file that left the desk: it is recorded with its claims, as they are in it.
 *
 * @throws Refusal STALE_HEAD where others write in the story faster than it can be made
 */
async function handOut(services: Services, user: SignedIn, articleId: string): Promise<Made> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const made = await make(services, user, articleId);
    const asked = {
      ...({ kind: 'proof', format: 'html', by: user, filters: { articleId } } as const),
      at: new Date(made.proof.madeAt),
      holds: Prisma.sql`c.article_id = ${articleId}::uuid AND c.withdrawn_at IS NULL`,
    };
    const story = { articleId, head: made.proof.article.head };
    if (await recordedWhole(services.db, asked, story, Buffer.from(made.html, 'utf8'))) return made;
  }
  throw new Refusal('STALE_HEAD');
}

/** A title as a name that every file system takes: letters and digits of any script. */
const fileName = (title: string) =>
  `proof-${title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)}`;
