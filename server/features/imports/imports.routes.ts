/** Routes under /api/imports. Those that take files are mounted before bodies are read as JSON. */
import { Router } from 'express';
import {
  CreateImport,
  GetImport,
  GetImportSummary,
  LeaveOutAwaited,
  ListImportFiles,
  ListImports,
  RetryImport,
  SendImportFile,
  SetImportState,
} from '../../contract/imports.ts';
import { Refusal } from '../../contract/problem.ts';
import { attachmentNamed, exportFileName } from '../../domain/exchange/file-name.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { beginFile } from '../exports/begin-file.ts';
import { presentImport, presentImportFile, presentImportFiles, presentImports } from './imports.queries.ts';
import {
  createArchiveImport,
  createImport,
  leaveOutAwaited,
  retryImport,
  setImportState,
  takeFile,
} from './imports.service.ts';
import type { ImportsWorker } from './imports.worker.ts';
import { writeSummary } from './summary.ts';

export function importFilesRoutes(services: Services, worker: ImportsWorker): Router {
  const { db, now } = services;
  const router = Router();

  router.post('/imports', async (req, res, next) => {
    const write = requireWrite(req, now);
    if (req.is('application/zip') === false) return next();
    const { query } = parse(req, { ...CreateImport, body: GetImport.body });
    const done = await createArchiveImport(services, write, query, req);
    worker.wake();
    res.status(done.repeated ? 200 : 201).json(await presentImport(db.prisma, write.user, done.id));
  });

  router.put('/imports/:importId/files/:number', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, SendImportFile);
    if (req.is('application/octet-stream') === false) throw new Refusal('NOT_ACCEPTABLE_TYPE');
    await takeFile(services, write, params, req);
    worker.wake();
    res.json(await presentImportFile(db.prisma, write.user, params));
  });

  return router;
}

export function importsRoutes(services: Services, worker: ImportsWorker): Router {
  const { now } = services;
  const { prisma } = services.db;
  const router = Router();

  router.get('/imports', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ListImports);
    res.json(await presentImports(prisma, user, query));
  });

  router.post('/imports', async (req, res) => {
    const write = requireWrite(req, now);
    const { body } = parse(req, CreateImport);
    const done = await createImport(services, write, body);
    worker.wake();
    res.status(done.repeated ? 200 : 201).json(await presentImport(prisma, write.user, done.id));
  });

  router.get('/imports/:importId', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetImport);
    res.json(await presentImport(prisma, user, params.importId));
  });

  router.get('/imports/:importId/files', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, ListImportFiles);
    await presentImport(prisma, user, params.importId);
    res.json(await presentImportFiles(prisma, user, params.importId, query));
  });

  router.get('/imports/:importId/summary', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetImportSummary);
    const { name } = await presentImport(prisma, user, params.importId);
    const file = exportFileName(name, now().toISOString().slice(0, 10), 'csv', 'import');
    beginFile(res, { mediaType: 'text/csv; charset=utf-8; header=present' }, attachmentNamed(file));
    await writeSummary(prisma, user, params.importId, res);
  });

  router.put('/imports/:importId/state', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, SetImportState);
    await setImportState(services, write, params.importId, body.state);
    worker.wake();
    res.json(await presentImport(prisma, write.user, params.importId));
  });

  router.post('/imports/:importId/leave-out', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, LeaveOutAwaited);
    await leaveOutAwaited(services, write, params.importId);
    worker.wake();
    res.json(await presentImport(prisma, write.user, params.importId));
  });

  router.post('/imports/:importId/retry', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, RetryImport);
    await retryImport(services, write, params.importId);
    worker.wake();
    res.json(await presentImport(prisma, write.user, params.importId));
  });

  return router;
}
