/** Routes under /api/sources. */
import { Router } from 'express';
import { CreateSource, EditSource, GetSource, ListSources } from '../../contract/sources.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { presentSource } from './sources.presenter.ts';
import { selectSource, selectSources } from './sources.queries.ts';
import { createSource, editSource } from './sources.service.ts';

export function sourcesRoutes(services: Services): Router {
  const { db, now } = services;
  const router = Router();

  router.get('/sources', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ListSources);
    const { rows, nextCursor } = await selectSources(db.prisma, query);
    res.json({ items: rows.map((row) => presentSource(row, user)), nextCursor });
  });

  router.post('/sources', async (req, res) => {
    const write = requireWrite(req, now);
    const { body } = parse(req, CreateSource);
    const done = await createSource(services, write, body);
    const source = await selectSource(db.prisma, done.id);
    res.status(done.repeated ? 200 : 201).json(presentSource(source, write.user));
  });

  router.get('/sources/:sourceId', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetSource);
    res.json(presentSource(await selectSource(db.prisma, params.sourceId), user));
  });

  router.patch('/sources/:sourceId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, EditSource);
    await editSource(services, write, params.sourceId, body);
    res.json(presentSource(await selectSource(db.prisma, params.sourceId), write.user));
  });

  return router;
}
