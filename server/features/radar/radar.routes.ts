/** Routes under /api/radar, and a claim's reach. */
import { Router } from 'express';
import { GetClaimReach, ListRadar, TellDesk, UntellDesk } from '../../contract/radar.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { presentOneEntry, presentRadar, presentReach } from './radar.presenter.ts';
import { setTold } from './radar.service.ts';

export function radarRoutes(services: Services): Router {
  const { db, now } = services;
  const router = Router();

  router.get('/radar', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ListRadar);
    res.json(await presentRadar(db.prisma, user, query));
  });

  router.put('/radar/:verdictId/told', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, TellDesk);
    await setTold(services, write, params.verdictId, true);
    res.json(await presentOneEntry(db.prisma, write.user, params.verdictId));
  });

  router.delete('/radar/:verdictId/told', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, UntellDesk);
    await setTold(services, write, params.verdictId, false);
    res.json(await presentOneEntry(db.prisma, write.user, params.verdictId));
  });

  router.get('/claims/:claimId/reach', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetClaimReach);
    res.json(await presentReach(db.prisma, user, params.claimId));
  });

  return router;
}
