/** Routes under /api/exports. */
import { Router } from 'express';
import { CheckClaimReviews } from '../../contract/claim-review.ts';
import { ExportCorrections } from '../../contract/corrections.ts';
import { ExportClaims, FindExports, GetExportManifest } from '../../contract/exports.ts';
import { CLAIM_FORMATS, CORRECTION_FORMATS } from '../../contract/formats.ts';
import { attachmentNamed, exportFileName } from '../../domain/exchange/file-name.ts';
import { parse } from '../../http/parse.ts';
import { requireUser, type SignedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { selectOptionalArticle } from '../articles/articles.queries.ts';
import { beginFile } from './begin-file.ts';
import { checkClaimReviews } from './claim-reviews.ts';
import { exportClaims, exportCorrections } from './exports.service.ts';
import { sendManifest } from './manifest.service.ts';
import { selectRecorded } from './recorded.queries.ts';

export function exportsRoutes(services: Services): Router {
  const { db, now } = services;
  const router = Router();

  router.get('/exports/claims', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ExportClaims);
    const title = await titleFor(db, user, query.articleId);
    const format = CLAIM_FORMATS[query.format];
    const name = () => exportFileName(title, dayOf(now()), format.extension);
    const begin = (exportId: string) => beginFile(res, format, attachmentNamed(name()), exportId);
    await exportClaims(services, user, query, { stream: res, begin });
  });

  router.get('/exports/claims/check', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, CheckClaimReviews);
    res.json(await checkClaimReviews(db, user, query, services.publisher));
  });

  router.get('/exports/corrections', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ExportCorrections);
    const title = await titleFor(db, user, query.articleId);
    const format = CORRECTION_FORMATS[query.format];
    const name = () => exportFileName(title, dayOf(now()), format.extension, 'corrections');
    const begin = (exportId: string) => beginFile(res, format, attachmentNamed(name()), exportId);
    await exportCorrections(services, user, query, { stream: res, begin });
  });

  router.get('/exports/recorded', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, FindExports);
    res.json({ items: await selectRecorded(db.prisma, user, query.sha256) });
  });

  router.get('/exports/recorded/:exportId/manifest', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetExportManifest);
    await sendManifest(services, user, params.exportId, res);
  });

  return router;
}

/** Of the story that a file is about; null for one about many, empty for a story that is not for this person. */
async function titleFor(
  { prisma }: Services['db'],
  user: SignedIn,
  articleId: string | undefined,
): Promise<string | null> {
  if (articleId === undefined) return null;
  return (await selectOptionalArticle(prisma, user, articleId))?.title ?? '';
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
