/** Routes under /api/sources. */
import { type Request, Router } from 'express';
import {
  CreateSource,
  EditSource,
  GetSource,
  GetSourceHistory,
  GetSourceRecord,
  ListSources,
  ListSourceUses,
  MakeConfidential,
  MakeOpen,
  MergeSource,
  ReadIdentity,
  type Source,
  UnmergeSource,
} from '../../contract/sources.ts';
import { parse } from '../../http/parse.ts';
import { requireUser, type SignedIn } from '../../http/session.ts';
import { type PersonWrite, requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { sealed } from '../people/sealed-write.ts';
import { makeConfidential, makeOpen, readIdentity } from './confidential.service.ts';
import { mergeSource, unmergeSource } from './merge.service.ts';
import { selectRecord, selectUsesText } from './record.queries.ts';
import { selectSourceHistoryText } from './source-history.queries.ts';
import { presentSource } from './sources.presenter.ts';
import { selectSource, selectSourcesOf } from './sources.queries.ts';
import { selectSources } from './sources.search.ts';
import { createSource, editSource } from './sources.service.ts';

export function sourcesRoutes(services: Services): Router {
  const { db, now, sourceKey } = services;
  const router = Router();
  /** Names are guessed as easily as passwords: the digest by which a repeat is known must not confirm one. */
  const requireSealedWrite = (req: Request): PersonWrite => sealed(requireWrite(req, now), sourceKey);
  const show = async (user: SignedIn | PersonWrite['user'], id: string): Promise<Source> =>
    presentSource(await selectSource(db.prisma, id), user);

  router.get('/sources', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ListSources);
    const { rows, nextCursor } =
      query.ids === undefined
        ? await selectSources(db.prisma, query)
        : { rows: await selectSourcesOf(db.prisma, query.ids), nextCursor: null };
    res.json({ items: rows.map((row) => presentSource(row, user)), nextCursor });
  });

  router.post('/sources', async (req, res) => {
    const write = requireSealedWrite(req);
    const { body } = parse(req, CreateSource);
    const done = await createSource(services, write, body);
    res.status(done.repeated ? 200 : 201).json(await show(write.user, done.id));
  });

  router.get('/sources/:sourceId', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetSource);
    res.json(await show(user, params.sourceId));
  });

  router.patch('/sources/:sourceId', async (req, res) => {
    const write = requireSealedWrite(req);
    const { params, body } = parse(req, EditSource);
    await editSource(services, write, params.sourceId, body);
    res.json(await show(write.user, params.sourceId));
  });

  router.post('/sources/:sourceId/merge', async (req, res) => {
    const write = requireSealedWrite(req);
    const { params, body } = parse(req, MergeSource);
    await mergeSource(services, write, params.sourceId, body);
    res.json(await show(write.user, params.sourceId));
  });

  router.post('/sources/:sourceId/unmerge', async (req, res) => {
    const write = requireSealedWrite(req);
    const { params } = parse(req, UnmergeSource);
    await unmergeSource(services, write, params.sourceId);
    res.json(await show(write.user, params.sourceId));
  });

  router.put('/sources/:sourceId/confidential', async (req, res) => {
    const write = requireSealedWrite(req);
    const { params, body } = parse(req, MakeConfidential);
    await makeConfidential(services, write, params.sourceId, body);
    res.json(await show(write.user, params.sourceId));
  });

  router.delete('/sources/:sourceId/confidential', async (req, res) => {
    const write = requireSealedWrite(req);
    const { params, query } = parse(req, MakeOpen);
    await makeOpen(services, write, params.sourceId, query.version);
    res.json(await show(write.user, params.sourceId));
  });

  router.post('/sources/:sourceId/identity', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, ReadIdentity);
    res.json(await readIdentity(services, write, params.sourceId));
  });

  router.get('/sources/:sourceId/history', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, GetSourceHistory);
    const body = await selectSourceHistoryText(db, user, params.sourceId, query);
    res.type('application/json').send(body);
  });

  router.get('/sources/:sourceId/record', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetSourceRecord);
    await selectSource(db.prisma, params.sourceId);
    res.json(await selectRecord(db.pool, user, params.sourceId));
  });

  router.get('/sources/:sourceId/uses', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, ListSourceUses);
    await selectSource(db.prisma, params.sourceId);
    res.type('application/json').send(await selectUsesText(db.pool, user, params.sourceId, query));
  });

  return router;
}
