/** Routes of set-up and sessions: how one comes in and goes out. */
import { Router } from 'express';
import { ChangePassword, GetMe, GetSetup, SetUp, SignIn, SignOut } from '../../contract/people.ts';
import { parse } from '../../http/parse.ts';
import { closeSession, openSession, requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { presentMe } from './people.presenter.ts';
import { authenticate, changePassword } from './session.service.ts';
import { isSetupNeeded, setUp } from './setup.service.ts';
import { createTryLimit } from './sign-in-limit.ts';

export function sessionRoutes(services: Services): Router {
  const router = Router();
  const limit = createTryLimit();

  router.get('/setup', async (req, res) => {
    parse(req, GetSetup);
    res.json({ needed: await isSetupNeeded(services.db.prisma) });
  });

  router.post('/setup', async (req, res) => {
    const { body } = parse(req, SetUp);
    const user = await setUp(services, body);
    await openSession(req, user);
    res.status(201).json(presentMe(user, services));
  });

  router.post('/session', async (req, res) => {
    const { body } = parse(req, SignIn);
    const user = await authenticate(services, limit, req.ip ?? '', body);
    await openSession(req, user);
    res.json(presentMe(user, services));
  });

  router.get('/session', (req, res) => {
    const user = requireUser(req);
    parse(req, GetMe);
    res.json(presentMe(user, services));
  });

  router.delete('/session', async (req, res) => {
    requireUser(req);
    parse(req, SignOut);
    await closeSession(req);
    res.json(null);
  });

  router.put('/me/password', async (req, res) => {
    const user = requireUser(req);
    const write = requireWrite(req, services.now);
    const { body } = parse(req, ChangePassword);
    const done = await changePassword(services, limit, { write, user, address: req.ip ?? '' }, body);
    if (!done.repeated) await openSession(req, { ...user, epoch: user.epoch + 1 });
    res.json(null);
  });

  return router;
}
