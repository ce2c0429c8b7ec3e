/** Routes of comments, under /api/claims/:claimId/comments and /api/comments. */
import { Router } from 'express';
import {
  CreateComment,
  EditComment,
  ListComments,
  ListMentionable,
  RestoreComment,
  WithdrawComment,
} from '../../contract/comments.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { requireArticle } from '../articles/access.ts';
import { selectClaim } from '../claims/claim-json.ts';
import { presentComment, showComment } from './comments.presenter.ts';
import { selectClaimComments } from './comments.queries.ts';
import { createComment, editComment, restoreComment, withdrawComment } from './comments.service.ts';
import { selectMentionable } from './mentionable.queries.ts';

export function commentsRoutes(services: Services): Router {
  const { now } = services;
  const { prisma } = services.db;
  const router = Router();

  router.get('/claims/:claimId/comments', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, ListComments);
    await selectClaim(prisma, user, params.claimId); // NOT_FOUND where it is not for this person
    const rows = await selectClaimComments(prisma, user, params.claimId);
    res.json({ items: rows.map((row) => presentComment(row, user)) });
  });

  router.get('/articles/:articleId/mentionable', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, ListMentionable);
    await requireArticle(prisma, user, params.articleId);
    res.json(await selectMentionable(prisma, user, params.articleId, query));
  });

  router.post('/claims/:claimId/comments', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, CreateComment);
    const done = await createComment(services, write, params.claimId, body);
    res.status(done.repeated ? 200 : 201).json(await showComment(prisma, write.user, done.id));
  });

  router.patch('/comments/:commentId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, EditComment);
    await editComment(services, write, params.commentId, body);
    res.json(await showComment(prisma, write.user, params.commentId));
  });

  router.delete('/comments/:commentId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, query } = parse(req, WithdrawComment);
    await withdrawComment(services, write, params.commentId, query.version);
    res.json(await showComment(prisma, write.user, params.commentId));
  });

  router.post('/comments/:commentId/restore', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, RestoreComment);
    await restoreComment(services, write, params.commentId);
    res.json(await showComment(prisma, write.user, params.commentId));
  });

  return router;
}
