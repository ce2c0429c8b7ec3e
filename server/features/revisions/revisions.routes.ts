/** Routes under /api/articles/:articleId/revisions, and what texts made of one claim. */
import { Router } from 'express';
import { GetRevision, ListRevisions } from '../../contract/articles.ts';
import { GetRevisionChanges, GetTextChange, ReviseArticle } from '../../contract/revisions.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { requireArticle } from '../articles/access.ts';
import { selectRevision } from '../articles/revisions.ts';
import { presentChanges } from './changes.presenter.ts';
import { reviseArticle } from './revise.service.ts';
import { presentTextChange } from './text-change.presenter.ts';

export function revisionsRoutes(services: Services): Router {
  const { db, now } = services;
  const router = Router();

  router.get('/articles/:articleId/revisions', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, ListRevisions);
    await requireArticle(db.prisma, user, params.articleId);
    const rows = await db.prisma.revision.findMany({
      where: { articleId: params.articleId },
      select: { number: true, sha256: true, createdById: true, createdAt: true },
      orderBy: { number: 'desc' },
    });
    res.json({
      items: rows.map((row) => ({
        number: row.number,
        sha256: Buffer.from(row.sha256).toString('hex'),
        createdBy: row.createdById,
        createdAt: row.createdAt.toISOString(),
      })),
    });
  });

  router.post('/articles/:articleId/revisions', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, ReviseArticle);
    const { done, changes } = await reviseArticle(services, write, params.articleId, body);
    res
      .status(done.repeated ? 200 : 201)
      .json(changes ?? (await presentChanges(db.prisma, write.user, params.articleId, null)));
  });

  router.get('/articles/:articleId/revisions/:number', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetRevision);
    await requireArticle(db.prisma, user, params.articleId);
    const { articleId: _article, ...revision } = await selectRevision(
      db.prisma,
      params.articleId,
      params.number,
    );
    res.json(revision);
  });

  router.get('/articles/:articleId/revisions/:number/changes', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetRevisionChanges);
    res.json(await presentChanges(db.prisma, user, params.articleId, params.number));
  });

  router.get('/claims/:claimId/text-change', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetTextChange);
    res.json(await presentTextChange(db.prisma, user, params.claimId));
  });

  return router;
}
