/** Routes under /api/exports. */
import { type Response, Router } from 'express';
import { ExportClaims, type ExportFormat } from '../../contract/exports.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import type { Services } from '../../services.ts';
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
  const { now } = services;
  const router = Router();

  router.get('/exports/claims', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ExportClaims);
    const begin = () => beginFile(res, query.format, now());
    await exportClaims(services, user, query, { stream: res, begin });
  });

  return router;
}

function beginFile(res: Response, format: ExportFormat, at: Date): void {
  const day = at.toISOString().slice(0, 10);
  res.setTimeout(IDLE_MS, () => res.destroy());
  res.set('Content-Type', MEDIA_TYPES[format]);
  res.set('Content-Disposition', `attachment; filename="claims-${day}.${format}"`);
}
