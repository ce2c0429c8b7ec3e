/** Routes of attached files. Mounted before bodies are read as JSON: a file's is not. */
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { AttachFile, GetFile } from '../../contract/files.ts';
import { Refusal } from '../../contract/problem.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { openBytes } from './file-store.ts';
import { presentFile, selectFile, selectFileHere } from './files.queries.ts';
import { attachFile } from './files.service.ts';

export function filesRoutes(services: Services): Router {
  const { now, filesDir } = services;
  const { prisma } = services.db;
  const router = Router();

  router.post('/articles/:articleId/files', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, query } = parse(req, AttachFile);
    if (req.is('application/octet-stream') === false) throw new Refusal('NOT_ACCEPTABLE_TYPE');
    const done = await attachFile(services, write, params.articleId, query, req);
    res.status(done.repeated ? 200 : 201).json(presentFile(await selectFile(prisma, write.user, done.id)));
  });

  router.get('/files/:fileId', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetFile);
    const file = await selectFileHere(prisma, user, params.fileId);
    const bytes = await openBytes(filesDir, file.sha256);
    // A document from outside is never shown as a page of ours, whatever a browser makes of it.
    res.attachment(file.name).set({
      'Content-Type': file.mediaType,
      'Content-Length': String(file.size),
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
    await pipeline(bytes, res);
  });

  return router;
}
