/** Routes of claims: under /api/articles/:articleId/claims and /api/claims. */
import { type Response, Router } from 'express';
import {
  ConfirmVerdict,
  CreateClaim,
  EditClaim,
  GetClaim,
  GiveReview,
  GiveVerdict,
  ListArticleClaims,
  ListClaims,
  ReadWords,
  RestoreClaim,
  TakeBackReview,
  TakeBackVerdict,
  WithdrawClaim,
} from '../../contract/claims.ts';
import { ANNOTATION_TYPE } from '../../domain/exchange/web-annotation.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import { requireWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { absenceOf } from '../articles/access.ts';
import { presentAnnotation } from '../exports/annotation.presenter.ts';
import { createClaim, readWords } from './claim-create.service.ts';
import { editClaim } from './claim-edit.service.ts';
import { selectArticleClaimsText, selectClaim, selectClaimText } from './claim-json.ts';
import { selectClaimsText } from './claim-list.queries.ts';
import { restoreClaim, withdrawClaim } from './claim-withdraw.service.ts';
import { confirmVerdict } from './confirm.service.ts';
import { giveReview, takeBackReview } from './review.service.ts';
import { giveVerdict, takeBackVerdict } from './verdict.service.ts';

export function claimsRoutes(services: Services): Router {
  const { db, now } = services;
  const router = Router();

  router.get('/articles/:articleId/claims', async (req, res) => {
    const user = requireUser(req);
    const { params, query } = parse(req, ListArticleClaims);
    const body = await selectArticleClaimsText(db.pool, user, params.articleId, query);
    if (body === null) throw await absenceOf(db.prisma, user, params.articleId);
    sendJson(res, body);
  });

  router.post('/articles/:articleId/claims', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, CreateClaim);
    const { repeated, claim } = await createClaim(services, write, params.articleId, body);
    sendJson(res.status(repeated ? 200 : 201), claim);
  });

  router.post('/articles/:articleId/claims/read', async (req, res) => {
    const user = requireUser(req);
    const { params, body } = parse(req, ReadWords);
    res.json(await readWords(services, user, params.articleId, body));
  });

  router.get('/claims', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ListClaims);
    sendJson(res, await selectClaimsText(db.pool, user, query));
  });

  router.get('/claims/:claimId', async (req, res) => {
    const user = requireUser(req);
    const { params } = parse(req, GetClaim);
    res.vary('Accept');
    if (req.accepts(['application/json', 'application/ld+json']) !== 'application/ld+json')
      return sendJson(res, await selectClaimText(db.pool, user, params.claimId));
    const claim = await selectClaim(db.prisma, user, params.claimId);
    const annotation = await presentAnnotation(db.prisma, user, claim, services.publicUrl);
    // Express would put a charset behind it: JSON has none.
    res.setHeader('Content-Type', ANNOTATION_TYPE);
    res.end(JSON.stringify(annotation));
  });

  router.patch('/claims/:claimId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, EditClaim);
    await editClaim(services, write, params.claimId, body);
    sendJson(res, await selectClaimText(db.pool, write.user, params.claimId));
  });

  router.delete('/claims/:claimId', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, query } = parse(req, WithdrawClaim);
    await withdrawClaim(services, write, params.claimId, query.version);
    sendJson(res, await selectClaimText(db.pool, write.user, params.claimId));
  });

  router.post('/claims/:claimId/restore', async (req, res) => {
    const write = requireWrite(req, now);
    const { params } = parse(req, RestoreClaim);
    await restoreClaim(services, write, params.claimId);
    sendJson(res, await selectClaimText(db.pool, write.user, params.claimId));
  });

  router.put('/claims/:claimId/verdict', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, GiveVerdict);
    await giveVerdict(services, write, params.claimId, body);
    sendJson(res, await selectClaimText(db.pool, write.user, params.claimId));
  });

  router.post('/claims/:claimId/verdict/confirm', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, ConfirmVerdict);
    await confirmVerdict(services, write, params.claimId, body.version);
    sendJson(res, await selectClaimText(db.pool, write.user, params.claimId));
  });

  router.delete('/claims/:claimId/verdict', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, query } = parse(req, TakeBackVerdict);
    await takeBackVerdict(services, write, params.claimId, query.version);
    sendJson(res, await selectClaimText(db.pool, write.user, params.claimId));
  });

  router.put('/claims/:claimId/review', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, body } = parse(req, GiveReview);
    await giveReview(services, write, params.claimId, body);
    sendJson(res, await selectClaimText(db.pool, write.user, params.claimId));
  });

  router.delete('/claims/:claimId/review', async (req, res) => {
    const write = requireWrite(req, now);
    const { params, query } = parse(req, TakeBackReview);
    await takeBackReview(services, write, params.claimId, query.version);
    sendJson(res, await selectClaimText(db.pool, write.user, params.claimId));
  });

  return router;
}

/** PostgreSQL wrote this JSON already; it is sent as it is. */
function sendJson(res: Response, text: string): void {
  res.type('application/json').send(text);
}
