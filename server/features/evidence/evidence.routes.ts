/** Routes of evidence, under /api/articles/:articleId/evidence and /api/evidence. */
import { Router } from 'express';
import {
  CreateEvidence,
  EditEvidence,
  FetchSnapshot,
  GetSnapshot,
  ListEvidence,
  RestoreEvidence,
  TakeSnapshot,
  WithdrawEvidence,
} from '../../contract/evidence.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { whileAwaited } from '../../http/while-awaited.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import type { AskPage } from '../arrivals/ask-page.ts';
import { requireArticle } from '../articles/access.ts';
import { presentEvidence, showEvidence } from './evidence.presenter.ts';
import { selectStoryEvidence } from './evidence.queries.ts';
import { createEvidence, editEvidence, restoreEvidence, withdrawEvidence } from './evidence.service.ts';
import { pageReading } from './page-text.ts';
import { fetchSnapshot, showSnapshot, takeSnapshot } from './snapshots.service.ts';

export function evidenceRoutes(services: Services, askPage: AskPage): Router {
  const { now } = services;
  const { prisma } = services.db;
  const readPage = pageReading(services, askPage);
  const router = Router();

  router.get('/articles/:articleId/evidence', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, ListEvidence);
    await requireArticle(prisma, user, params.articleId);
    const rows = await selectStoryEvidence(prisma, user, params.articleId);
    res.json({ items: rows.map((row) => presentEvidence(row, user)) });
  });

  router.post('/articles/:articleId/evidence', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, CreateEvidence);
    const done = await createEvidence(services, write, params.articleId, body);
    res.status(done.repeated ? 200 : 201).json(await showEvidence(prisma, write.user, done.id));
  });

  router.patch('/evidence/:evidenceId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, EditEvidence);
    await editEvidence(services, write, params.evidenceId, body);
    res.json(await showEvidence(prisma, write.user, params.evidenceId));
  });

  router.delete('/evidence/:evidenceId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, query } = parse(req, WithdrawEvidence);
    await withdrawEvidence(services, write, params.evidenceId, query.version);
    res.json(await showEvidence(prisma, write.user, params.evidenceId));
  });

  router.post('/evidence/:evidenceId/restore', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, RestoreEvidence);
    await restoreEvidence(services, write, params.evidenceId);
    res.json(await showEvidence(prisma, write.user, params.evidenceId));
  });

  router.put('/evidence/:evidenceId/snapshot', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, TakeSnapshot);
    await takeSnapshot(services, write, params.evidenceId, body);
    res.json(await showEvidence(prisma, write.user, params.evidenceId));
  });

  router.post('/evidence/:evidenceId/snapshot', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, FetchSnapshot);
    await fetchSnapshot(services, readPage, write, params.evidenceId, body, whileAwaited(res));
    res.json(await showEvidence(prisma, write.user, params.evidenceId));
  });

  router.get('/evidence/:evidenceId/snapshot', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetSnapshot);
    res.json(await showSnapshot(prisma, user, params.evidenceId));
  });

  return router;
}
