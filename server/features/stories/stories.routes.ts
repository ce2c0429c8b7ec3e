/** Routes of whole stories, out and in. The route in is mounted before bodies are read as JSON: its own may be larger. */
import express, { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { STORY_FORMATS } from '../../contract/formats.ts';
import { Refusal } from '../../contract/problem.ts';
import {
  ExportStory,
  GetHistoryElsewhere,
  GetStorySchema,
  ImportStory,
  MAX_DOCUMENT_BYTES,
  StoryDocument,
} from '../../contract/stories.ts';
import { digestOf } from '../../database/chain.ts';
import { attachmentNamed, exportFileName } from '../../domain/exchange/file-name.ts';
import { requireScope } from '../../http/bearer.ts';
import { issuesOf, parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { type PersonWrite, requireWrite } from '../../http/write.ts';
import type { ReadStory, Services, StoryAnswer } from '../../services.ts';
import { requireHistory } from '../articles/access.ts';
import { selectOptionalArticle } from '../articles/articles.queries.ts';
import { beginFile } from '../exports/begin-file.ts';
import { exportStory } from '../exports/exports.service.ts';
import { selectHistoryElsewhere } from './history-elsewhere.queries.ts';
import { documentBroken, receivePackage } from './package-in.ts';
import { importStory, requireMayImport } from './story-import.service.ts';
import { handOutNinjs } from './story-ninjs.ts';

/** @param readable refuses a body that is not well-formed UTF-8 */
export function storiesRoutes(
  services: Services,
  readable: (req: unknown, res: unknown, body: Buffer) => void,
): Router {
  const { db, now } = services;
  const router = Router();
  let schema: string | undefined;

  router.get('/formats/story', (req, res) => {
    parse(req, GetStorySchema);
    schema ??= JSON.stringify(z.toJSONSchema(StoryDocument, { io: 'input', unrepresentable: 'any' }));
    res.type('application/json').send(schema);
  });

  router.get('/articles/:articleId/history/elsewhere', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, GetHistoryElsewhere);
    await requireHistory(db.prisma, user, params.articleId);
    res.json(await selectHistoryElsewhere(db.prisma, params.articleId, query));
  });

  router.get('/exports/stories/:articleId', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, ExportStory);
    const article = await selectOptionalArticle(db.prisma, user, params.articleId);
    if (article === undefined) throw new Refusal('NOT_FOUND');
    const facts = STORY_FORMATS[query.format];
    const name = exportFileName(article.title, now().toISOString().slice(0, 10), facts.extension, 'story');
    const begin = (exportId: string) => beginFile(res, facts, attachmentNamed(name), exportId);
    if (query.format !== 'ninjs')
      return exportStory(services, user, { ...params, format: query.format }, { stream: res, begin });
    const { file, exportId } = await handOutNinjs(services, user, params.articleId);
    begin(exportId);
    res.end(file);
  });

  const largeJson = express.raw({ limit: MAX_DOCUMENT_BYTES, type: 'application/json', verify: readable });
  router.post('/stories', mayImport, largeJson, async (req, res) => {
    // A body that holds nothing is a document without anything.
    const bytes = Buffer.isBuffer(req.body) ? req.body : Buffer.from('{}');
    req.body = undefined;
    const write = requireWrite(req, now);
    const isPackage = req.is(STORY_FORMATS['claimdesk-package'].mediaType) !== false;
    if (!isPackage && req.is('application/json') === false) throw new Refusal('NOT_ACCEPTABLE_TYPE');
    const { id, repeated, integrity, claims } = isPackage
      ? await importPackage(services, write, req)
      : await importDocument(services, write, req, bytes);
    res.status(repeated ? 200 : 201).json({ id, integrity, claims });
  });

  return router;
}

/** @throws Refusal as `importStory` does, UNREADABLE, INVALID */
async function importDocument(services: Services, write: PersonWrite, req: Request, bytes: Buffer) {
  const story = await services.readStory(bytes);
  if (!story.ok && story.broken !== null) throw new Refusal('UNREADABLE');
  const held = requireHeld(req, story);
  const attempt = { ...write, digest: digestOf([req.method, req.originalUrl, held.digest]) };
  return importStory(services, attempt, held);
}

/** @throws Refusal as `importStory` does, and as packages are refused; nothing is left of one that is */
async function importPackage(services: Services, write: PersonWrite, req: Request) {
  const came = await receivePackage(services.filesDir, req);
  try {
    const story = await services.readStory(came.text);
    if (!story.ok && story.broken !== null) throw documentBroken();
    const held = requireHeld(req, story);
    // The body is no JSON: the digest of its document, which names every file by its own, stands for it.
    const attempt = { ...write, digest: digestOf(['claimdesk-package', came.sha256]) };
    return await importStory(services, attempt, held, { from: came });
  } finally {
    await came.discard();
  }
}

/** @throws Refusal INVALID with the places for query and document, as `parse` tells them */
function requireHeld(req: Request, story: StoryAnswer): ReadStory {
  const query = ImportStory.query.safeParse(req.query);
  if (query.success && story.ok) return story;
  const wrong = story.ok || story.broken !== null ? [] : story.issues;
  throw new Refusal('INVALID', { issues: [...issuesOf(query), ...wrong] });
}

/** Nobody else's large body is read: making a document of it takes long. */
const mayImport: RequestHandler = (req, _res, next) => {
  const user = requireUser(req);
  requireScope(req, ImportStory);
  requireMayImport({ user });
  next();
};
