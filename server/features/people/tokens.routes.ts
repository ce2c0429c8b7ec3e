/** Routes under /api/tokens: what programs act with. */
import { Router } from 'express';
import { CreateToken, ListTokens, RevokeToken } from '../../contract/tokens.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { createToken, listTokens, revokeToken } from './tokens.service.ts';

export function tokensRoutes(services: Services): Router {
  const { db, now } = services;
  const router = Router();

  router.get('/tokens', async (req, res) => {
    const user = requireUser(req);
    parse(req, ListTokens);
    res.json({ items: await listTokens(db.prisma, user.id, now()) });
  });

  router.post('/tokens', async (req, res) => {
    const write = requireWrite(req, now);
    const { body } = parse(req, CreateToken);
    const { repeated, token, secret } = await createToken(services, write, body);
    res.status(repeated ? 200 : 201).json({ token, secret });
  });

  router.delete('/tokens/:tokenId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, RevokeToken);
    await revokeToken(services, write, params.tokenId);
    res.json(null);
  });

  return router;
}
