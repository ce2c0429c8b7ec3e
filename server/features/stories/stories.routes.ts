/** Routes of whole stories, out and in. The route in is mounted before bodies are read as JSON: its own may be larger. */
import express, { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { STORY_FORMATS } from '../../contract/formats.ts';
import { Refusal } from '../../contract/problem.ts';
import {
  ExportStory,
  GetStorySchema,
  ImportStory,
  MAX_DOCUMENT_BYTES,
  StoryDocument,
} from '../../contract/stories.ts';
import { attachmentNamed, exportFileName } from '../../domain/exchange/file-name.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { selectOptionalArticle } from '../articles/articles.queries.ts';
import { beginFile } from '../exports/begin-file.ts';
import { exportStory } from '../exports/exports.service.ts';
import { importStory } from './story-import.service.ts';

/** @param readable refuses a body that is not well-formed UTF-8 */
export function storiesRoutes(
  services: Services,
  readable: (req: unknown, res: unknown, body: Buffer) => void,
): Router {
  const { db, now } = services;
  const router = Router();
  const schema = JSON.stringify(z.toJSONSchema(StoryDocument, { io: 'input', unrepresentable: 'any' }));

  router.get('/formats/story', (req, res) => {
    parse(req, GetStorySchema);
    res.type('application/json').send(schema);
  });

  router.get('/exports/stories/:articleId', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, ExportStory);
    const article = await selectOptionalArticle(db.prisma, user, params.articleId);
    if (article === undefined) throw new Refusal('NOT_FOUND');
    const format = STORY_FORMATS.claimdesk;
    const name = exportFileName(article.title, now().toISOString().slice(0, 10), format.extension, 'story');
    const begin = () => beginFile(res, format, attachmentNamed(name));
    await exportStory(services, user, params.articleId, { stream: res, begin });
  });

  const largeJson = express.json({ limit: MAX_DOCUMENT_BYTES, type: 'application/json', verify: readable });
  router.post('/stories', signedIn, largeJson, async (req, res) => {
    const write = requireWrite(req, now);
    if (req.is('application/json') === false) throw new Refusal('NOT_ACCEPTABLE_TYPE');
    const { body } = parse(req, ImportStory);
    const { id, repeated, integrity } = await importStory(services, write, body);
    res.status(repeated ? 200 : 201).json({ id, integrity, claims: body.story.claims.length });
  });

  return router;
}

/** Nobody else's large body is read. */
const signedIn: RequestHandler = (req, _res, next) => {
  requireUser(req);
  next();
};
