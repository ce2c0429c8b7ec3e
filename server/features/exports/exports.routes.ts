/** Routes under /api/exports. */
import { type Response, Router } from 'express';
import { ExportClaims, type ExportFormat } from '../../contract/exports.ts';
import { attachmentNamed, exportFileName } from '../../domain/exchange/file-name.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { selectOptionalArticle } from '../articles/articles.queries.ts';
import { exportClaims } from './exports.service.ts';

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  // https://jsonlines.org: not registered, and always UTF-8.
  jsonl: 'application/jsonl',
};

/** A reader that takes nothing for so long is let go: it holds a database connection. */
const IDLE_MS = 60_000;

export function exportsRoutes(services: Services): Router {
  const { db, now } = services;
  const router = Router();

  router.get('/exports/claims', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ExportClaims);
    const story =
      query.articleId === undefined
        ? undefined
        : await selectOptionalArticle(db.prisma, user, query.articleId);
    const title = query.articleId === undefined ? null : (story?.title ?? '');
    const begin = () => beginFile(res, query.format, title, now());
    await exportClaims(services, user, query, { stream: res, begin });
  });

  return router;
}

function beginFile(res: Response, format: ExportFormat, title: string | null, at: Date): void {
  const day = at.toISOString().slice(0, 10);
  res.setTimeout(IDLE_MS, () => res.destroy());
  res.set('Content-Type', MEDIA_TYPES[format]);
  res.set('Content-Disposition', attachmentNamed(exportFileName(title, day, format)));
}
