/** Routes of citations, under /api/claims/:claimId/citations and /api/citations. */
import { Router } from 'express';
import {
  CreateCitation,
  EditCitation,
  ListCitations,
  RestoreCitation,
  WithdrawCitation,
} from '../../contract/evidence.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { selectClaim } from '../claims/claim-json.ts';
import { createCitation, editCitation, restoreCitation, withdrawCitation } from './citations.service.ts';
import { presentCitation, showCitation } from './evidence.presenter.ts';
import { selectClaimCitations } from './evidence.queries.ts';

export function citationsRoutes(services: Services): Router {
  const { now } = services;
  const { prisma } = services.db;
  const router = Router();

  router.get('/claims/:claimId/citations', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, ListCitations);
    await selectClaim(prisma, user, params.claimId); // NOT_FOUND where it is not for this person
    const rows = await selectClaimCitations(prisma, user, params.claimId);
    res.json({ items: rows.map((row) => presentCitation(row, user)) });
  });

  router.post('/claims/:claimId/citations', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, CreateCitation);
    const done = await createCitation(services, write, params.claimId, body);
    res.status(done.repeated ? 200 : 201).json(await showCitation(prisma, write.user, done.id));
  });

  router.patch('/citations/:citationId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, EditCitation);
    await editCitation(services, write, params.citationId, body);
    res.json(await showCitation(prisma, write.user, params.citationId));
  });

  router.delete('/citations/:citationId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, query } = parse(req, WithdrawCitation);
    await withdrawCitation(services, write, params.citationId, query.version);
    res.json(await showCitation(prisma, write.user, params.citationId));
  });

  router.post('/citations/:citationId/restore', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, RestoreCitation);
    await restoreCitation(services, write, params.citationId);
    res.json(await showCitation(prisma, write.user, params.citationId));
  });

  return router;
}
