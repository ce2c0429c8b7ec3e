/** Routes under /api/users and /api/invitations: who may come in. */
import { Router } from 'express';
import {
  AcceptInvitation,
  CreateUser,
  EditUser,
  GetInvitation,
  ListUsers,
  NamePeopleElsewhere,
  ResetPassword,
} from '../../contract/people.ts';
import { Refusal } from '../../contract/problem.ts';
import { parse } from '../../http/parse.ts';
import { openSession, requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { acceptInvitation } from './invitations.service.ts';
import { selectOptionalLink } from './links.ts';
import { selectPeopleElsewhere } from './named-people.ts';
import { presentMe, presentUser } from './people.presenter.ts';
import { selectUser, selectUsers } from './users.queries.ts';
import { createUser, editUser, resetPassword } from './users.service.ts';

export function usersRoutes(services: Services): Router {
  const { db, now } = services;
  const router = Router();

  router.get('/users', async (req, res) => {
    const user = requireUser(req);
    parse(req, ListUsers);
    const rows = await selectUsers(db.prisma);
    res.json({ items: rows.map((row) => presentUser(row, user)) });
  });

  router.get('/people/elsewhere', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, NamePeopleElsewhere);
    res.json({ items: await selectPeopleElsewhere(db.prisma, user, query.ids) });
  });

  router.post('/users', async (req, res) => {
    const write = requireWrite(req, now);
    const { body } = parse(req, CreateUser);
    const { id, repeated, invitation } = await createUser(services, write, body);
    const user = presentUser(await selectUser(db.prisma, id), write.user);
    res.status(repeated ? 200 : 201).json({ user, invitation });
  });

  router.patch('/users/:userId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, EditUser);
    await editUser(services, write, params.userId, body);
    res.json(presentUser(await selectUser(db.prisma, params.userId), write.user));
  });

  router.post('/users/:userId/reset', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, ResetPassword);
    res.json(await resetPassword(services, write, params.userId));
  });

  router.get('/invitations/:secret', async (req, res) => {
    const { params } = parse(req, GetInvitation);
    const link = await selectOptionalLink(db.prisma, params.secret, now());
    if (link === null) throw new Refusal('LINK_SPENT');
    res.json({ name: link.user.name, email: link.user.email, purpose: link.purpose });
  });

  router.post('/invitations/:secret', async (req, res) => {
    const { params, body } = parse(req, AcceptInvitation);
    const user = await acceptInvitation(services, params.secret, body.password);
    await openSession(req, user);
    res.json(presentMe(user, services));
  });

  return router;
}
