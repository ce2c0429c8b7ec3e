/** The route of stories fetched by their address. */
import { Router } from 'express';
import { FetchStory } from '../../contract/articles.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { whileAwaited } from '../../http/while-awaited.ts';
import type { AskPage } from './ask-page.ts';

export function fetchRoutes(askPage: AskPage): Router {
  const router = Router();

  router.post('/articles/fetch', async (req, res) => {
    const user = requireUser(req);
    const { body } = parse(req, FetchStory);
    const { bytes, ...file } = await askPage(user, body.url, whileAwaited(res));
    res.json({ file: { ...file, base64: bytes.toString('base64') } });
  });

  return router;
}
