/** Routes of suggestions: a story's, decisions on them, and what people made of each rule's. */
import { Router } from 'express';
import {
  AcceptSuggestion,
  AcceptSuggestions,
  DismissSuggestion,
  ListSuggestionRules,
  ListSuggestions,
  RestoreSuggestion,
} from '../../contract/suggestions.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { acceptSuggestion, acceptSuggestions } from './accept.service.ts';
import { presentAccepted, presentAll } from './accepted.presenter.ts';
import { dismissSuggestion, restoreSuggestion } from './decide.service.ts';
import { selectRuleCounts } from './rules.queries.ts';
import { presentSuggestion, presentSuggestions } from './suggestions.presenter.ts';

export function suggestionsRoutes(services: Services): Router {
  const { db, now } = services;
  const router = Router();

  router.get('/articles/:articleId/suggestions', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, ListSuggestions);
    res.json(await presentSuggestions(services, user, params.articleId, query));
  });

  router.post('/articles/:articleId/suggestions/accept', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, AcceptSuggestions);
    const { refused } = await acceptSuggestions(services, write, params.articleId, body);
    res.json(await presentAll(db.prisma, write.user, params.articleId, body, refused));
  });

  router.post('/suggestions/:suggestionId/accept', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, AcceptSuggestion);
    const { id, repeated } = await acceptSuggestion(services, write, params.suggestionId, body);
    const accepted = await presentAccepted(db.prisma, write.user, params.suggestionId, id);
    res.status(repeated ? 200 : 201).json(accepted);
  });

  router.post('/suggestions/:suggestionId/dismiss', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, DismissSuggestion);
    await dismissSuggestion(services, write, params.suggestionId);
    res.json(await presentSuggestion(db.prisma, write.user, params.suggestionId));
  });

  router.post('/suggestions/:suggestionId/restore', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, RestoreSuggestion);
    await restoreSuggestion(services, write, params.suggestionId);
    res.json(await presentSuggestion(db.prisma, write.user, params.suggestionId));
  });

  router.get('/suggestions/rules', async (req, res) => {
    const user = requireUser(req);
    parse(req, ListSuggestionRules);
    res.json({ items: await selectRuleCounts(db.prisma, user) });
  });

  return router;
}
