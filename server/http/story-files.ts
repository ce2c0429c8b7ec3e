/** Stories sent as files: the body is the file itself, or JSON that holds it. */
import express, { type RequestHandler, Router } from 'express';
import { CreateArticle, PreviewArticle } from '../contract/articles.ts';
import { IMPORT_FORMATS } from '../contract/formats.ts';
import { Refusal } from '../contract/problem.ts';
import { FORMAT_OF_MEDIA, MAX_STORY_FILE_BYTES, StoryFileQuery } from '../contract/story-files.ts';
import { requireUser } from './session.ts';

/** In base64 four bytes stand for three; beside them there may be corrections. */
const IN_JSON = Math.ceil(MAX_STORY_FILE_BYTES / 3) * 4 + 2 * 1024 * 1024;

/**
 * Mounted before the reader of JSON. A file becomes the body that holds it, as if it had been sent so: who takes it knows
 * one shape. Nobody who is not signed in may send that much.
 */
export function storyFiles(refuseBrokenText: (req: unknown, res: unknown, body: Buffer) => void): Router {
  const router = Router();
  const raw = express.raw({ limit: MAX_STORY_FILE_BYTES, type: () => true });
  const json = express.json({ limit: IN_JSON, type: 'application/json', verify: refuseBrokenText });
  for (const { path } of [PreviewArticle, CreateArticle])
    router.post(path.replace(/^\/api/, ''), signedIn, (req, res, next) => {
      const isFile = typeof req.query['format'] === 'string' || req.is('application/json') === false;
      if (!isFile) {
        json(req, res, next);
        return;
      }
      if (mediaOf(req.get('Content-Type')) === undefined) throw new Refusal('NOT_ACCEPTABLE_TYPE');
      raw(req, res, (error?: unknown) => {
        if (error === undefined) req.body = asBody(req.query, req.get('Content-Type'), req.body);
        next(error);
      });
    });
  return router;
}

const signedIn: RequestHandler = (req, _res, next) => {
  requireUser(req);
  next();
};

/** Undefined for media types that are no files of stories: forms above all, which a browser sends across sites. */
function mediaOf(header: string | undefined) {
  const type = (header ?? 'application/octet-stream').replace(/;.*/s, '').trim().toLowerCase();
  return type === 'application/json' ? null : FORMAT_OF_MEDIA.get(type);
}

function asBody(query: unknown, type: string | undefined, bytes: unknown) {
  const { format: told, name } = StoryFileQuery.partial().loose().catch({}).parse(query);
  const format = told ?? mediaOf(type) ?? undefined;
  const { id, access } = Object(query);
  return {
    file: {
      name: name ?? `story${format === undefined ? '' : `.${IMPORT_FORMATS[format].extension}`}`,
      ...(format === undefined ? {} : { format }),
      base64: Buffer.isBuffer(bytes) ? bytes.toString('base64') : '',
    },
    ...(id === undefined ? {} : { id }),
    ...(access === undefined ? {} : { access }),
  };
}
