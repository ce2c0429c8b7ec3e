/** The checking proof of a story. */
import { createHash } from 'node:crypto';
import { Router } from 'express';
import { GetProof } from '../../contract/sign-off.ts';
import { proofHtml } from '../../domain/exchange/proof/html.ts';
import { PROOF_STYLE } from '../../domain/exchange/proof/style.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { selectProof } from './proof.queries.ts';

const STYLE_DIGEST = createHash('sha256').update(PROOF_STYLE, 'utf8').digest('base64');

export function proofRoutes({ db, now }: Services): Router {
  const router = Router();

  router.get('/articles/:articleId/proof', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, GetProof);
    const at = now();
    const proof = await selectProof(db, user, params.articleId, at);
    if (query.download === true)
      res.attachment(`${fileName(proof.article.title)}-${at.toISOString().slice(0, 10)}.html`);
    res.set({
      'Content-Type': 'text/html; charset=utf-8',
      // Stricter than the pages': nothing runs, nothing is fetched, and no style but its own.
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    });
    res.send(proofHtml(proof, STYLE_DIGEST));
  });

  return router;
}

/** A title as a name that every file system takes: letters and digits of any script. */
const fileName = (title: string) =>
  `proof-${title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)}`;
