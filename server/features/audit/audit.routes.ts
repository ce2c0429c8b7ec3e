/** Routes of the attribution audit: a story's, its flags, and over all stories. */
import { Router } from 'express';
import { DismissFlag, GetAudit, ListAudits, RestoreFlag } from '../../contract/audit.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { presentFlags } from './audit.flags.ts';
import { presentAttributions } from './audit.presenter.ts';
import { dismissFlag, restoreFlag, selectStoryToAudit, showFlag } from './audit.service.ts';
import { selectAudits } from './audit-list.ts';

export function auditRoutes(services: Services): Router {
  const { now } = services;
  const { prisma } = services.db;
  const router = Router();

  router.get('/articles/:articleId/attributions', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetAudit);
    const story = await selectStoryToAudit(prisma, user, params.articleId);
    res.json({ ...presentAttributions(story), flags: presentFlags(story, user), head: story.head });
  });

  router.put('/articles/:articleId/flags/:key', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, DismissFlag);
    await dismissFlag(services, write, params.articleId, params.key, body.reason);
    res.json(await showFlag(prisma, write.user, params.articleId, params.key));
  });

  router.delete('/articles/:articleId/flags/:key', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, RestoreFlag);
    await restoreFlag(services, write, params.articleId, params.key);
    res.json(await showFlag(prisma, write.user, params.articleId, params.key));
  });

  router.get('/attributions', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ListAudits);
    res.json(await selectAudits(prisma, user, query));
  });

  return router;
}
