/** The checking proof of a story. */
import { Router } from 'express';
import { PROOF_FORMATS } from '../../contract/formats.ts';
import { GetProof } from '../../contract/sign-off.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { manifestLink } from '../exports/begin-file.ts';
import { handOutProof, makeProof, STYLE_DIGEST } from './proof.service.ts';

export function proofRoutes(services: Services): Router {
  const router = Router();

  router.get('/articles/:articleId/proof', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, GetProof);
    const { format } = query;
    const { mediaType, extension } = PROOF_FORMATS[format];
    const kept = query.download === true || format !== 'html';
    const make = kept ? handOutProof : makeProof;
    const { proof, file, exportId } = await make(services, user, params.articleId, format);
    if (kept) res.attachment(`${fileName(proof.article.title)}-${proof.madeAt.slice(0, 10)}.${extension}`);
    if (exportId !== undefined) res.set('Link', manifestLink(exportId));
    res.set({
      'Content-Type': mediaType,
      // Stricter than the pages': nothing runs, nothing is fetched, and no style but its own.
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    });
    res.send(file);
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
