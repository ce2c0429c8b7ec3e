/** Routes under /api/articles. */
import { Router } from 'express';
import {
  CreateArticle,
  EditArticle,
  GetArticle,
  ListArticles,
  PreviewArticle,
  SetMembers,
} from '../../contract/articles.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { bringInFile, previewFile } from '../arrivals/arrivals.service.ts';
import { presentArticle, presentSummaries } from './articles.presenter.ts';
import { selectArticles } from './articles.queries.ts';
import { createArticle, editArticle, previewArticle, setMembers } from './articles.service.ts';

export function articlesRoutes(services: Services): Router {
  const { db, now } = services;
  const router = Router();

  router.post('/articles/preview', async (req, res) => {
    const user = requireUser(req);
    const { body } = parse(req, PreviewArticle);
    const { file } = body;
    res.json(
      await (file === undefined
        ? previewArticle(db, user, body)
        : previewFile(services, user, { ...body, file })),
    );
  });

  router.get('/articles', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ListArticles);
    const { rows, nextCursor } = await selectArticles(db.prisma, user, query);
    res.json({ items: await presentSummaries(db.prisma, rows, user), nextCursor });
  });

  router.post('/articles', async (req, res) => {
    const write = requireWrite(req, now);
    const { body } = parse(req, CreateArticle);
    const { file } = body;
    const done =
      file === undefined
        ? await createArticle(services, write, body)
        : await bringInFile(services, write, { ...body, file });
    res.status(done.repeated ? 200 : 201).json(await presentArticle(db.prisma, write.user, done.id));
  });

  router.get('/articles/:articleId', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetArticle);
    res.json(await presentArticle(db.prisma, user, params.articleId));
  });

  router.patch('/articles/:articleId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, EditArticle);
    await editArticle(services, write, params.articleId, body);
    res.json(await presentArticle(db.prisma, write.user, params.articleId));
  });

  router.put('/articles/:articleId/members', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, SetMembers);
    await setMembers(services, write, params.articleId, body);
    res.json(await presentArticle(db.prisma, write.user, params.articleId));
  });

  return router;
}
