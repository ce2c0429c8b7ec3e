/** The application: middleware and mounts. It listens to nothing and starts nothing. */
import { isUtf8 } from 'node:buffer';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { MAX_STORY_BYTES } from './contract/articles.ts';
import { Refusal } from './contract/problem.ts';
import { arrivalsRoutes } from './features/arrivals/arrivals.routes.ts';
import { pageAsking } from './features/arrivals/ask-page.ts';
import { fetchRoutes } from './features/arrivals/fetch.routes.ts';
import { articlesRoutes } from './features/articles/articles.routes.ts';
import { auditRoutes } from './features/audit/audit.routes.ts';
import { binRoutes } from './features/bin/bin.routes.ts';
import { claimsRoutes } from './features/claims/claims.routes.ts';
import { commentsRoutes } from './features/comments/comments.routes.ts';
import { correctionsRoutes } from './features/corrections/corrections.routes.ts';
import { citationsRoutes } from './features/evidence/citations.routes.ts';
import { evidenceRoutes } from './features/evidence/evidence.routes.ts';
import { annotationsRoutes } from './features/exports/annotations.routes.ts';
import { exportsRoutes } from './features/exports/exports.routes.ts';
import { figuresRoutes } from './features/figures/figures.routes.ts';
import { filesRoutes } from './features/files/files.routes.ts';
import { healthRoutes } from './features/health/health.routes.ts';
import { historyRoutes } from './features/history/history.routes.ts';
import { importFilesRoutes, importsRoutes } from './features/imports/imports.routes.ts';
import { type ImportsWorker, importsWorker } from './features/imports/imports.worker.ts';
import { type LiveHub, type LiveSettings, liveHub } from './features/live/hub.ts';
import { liveRoutes } from './features/live/live.routes.ts';
import { notificationsRoutes } from './features/notifications/notifications.routes.ts';
import { sessionRoutes } from './features/people/session.routes.ts';
import { tokensRoutes } from './features/people/tokens.routes.ts';
import { usersRoutes } from './features/people/users.routes.ts';
import { proofRoutes } from './features/proof/proof.routes.ts';
import { radarRoutes } from './features/radar/radar.routes.ts';
import { reviewingRoutes } from './features/reviewing/reviewing.routes.ts';
import { revisionsRoutes } from './features/revisions/revisions.routes.ts';
import { signOffRoutes } from './features/sign-off/sign-off.routes.ts';
import { sourcesRoutes } from './features/sources/sources.routes.ts';
import { storiesRoutes } from './features/stories/stories.routes.ts';
import { suggestionsRoutes } from './features/suggestions/suggestions.routes.ts';
import { webhooksRoutes } from './features/webhooks/webhooks.routes.ts';
import { bearerTokens, unlessByToken } from './http/bearer.ts';
import { clientFiles } from './http/client-files.ts';
import { loggedPath } from './http/logged-path.ts';
import { metrics } from './http/metrics.ts';
import { ownOriginOnly } from './http/origin.ts';
import { byOwnPersonOnly } from './http/own-person.ts';
import { answerProblems, nothingHere } from './http/problems.ts';
import { requestIds } from './http/request-id.ts';
import { sessions } from './http/session.ts';
import { storyFiles } from './http/story-files.ts';
import type { Services } from './services.ts';

export interface AppOptions extends Services {
  readonly sessionSecret: string;
  /** Express's `trust proxy`. */
  readonly trustProxy: string;
  /** What a monitor sends to read `/metrics`; null where that tells nobody anything. */
  readonly metricsToken: string | null;
  /** The built client; undefined where only the API is wanted. */
  readonly clientDir: string | undefined;
  /** How stories are followed, where it is not as usual. */
  readonly live?: LiveSettings;
}

export interface App {
  readonly handler: Express;
  /** What brings in many stories at once; woken by requests, and by whoever starts the app. */
  readonly imports: Pick<ImportsWorker, 'wake' | 'idle'>;
  /** Those who follow stories. */
  readonly live: Pick<LiveHub, 'start' | 'size'>;
  /** Say that this server is not ready any more, and send those who follow stories to another one. The rest goes on. */
  stop(): void;
  /** Let go of timers, of those who follow stories, and of imports after the file that is under way. */
  close(): Promise<void>;
}

/**
 * Text of a story in JSON takes up to six bytes for one (`\u0007`), and escapes are rare: twice its size is ample.
 * The story's own limit is checked by its route.
 */
const BODY_LIMIT = 2 * MAX_STORY_BYTES + 64 * 1024;

export function createApp(options: AppOptions): App {
  const { publicUrl, log } = options;
  const imports = importsWorker(options);
  const live = liveHub(options, options.live);
  const askPage = pageAsking(options);
  const app = express();
  let isStopping = false;
  app.set('trust proxy', options.trustProxy);
  app.set('query parser', 'simple');
  // Answers are never stored, so a digest of each would help nobody; pages and assets have their dates.
  app.disable('etag');
  app.disable('x-powered-by');
  app.use(requestIds);
  const measured = metrics({ ...options, streams: () => live.size });
  app.use(measured.watch);
  if (log.isLevelEnabled('info'))
    app.use(pinoHttp({ logger: log, serializers: SERIALIZERS, genReqId: ({ requestId = '' }) => requestId }));
  app.use(securityHeaders(publicUrl.startsWith('https:')));

  const api = express.Router();
  api.use(noStore);
  api.use(healthRoutes(options, () => isStopping));
  const session = sessions(options.db, {
    secret: options.sessionSecret,
    secure: publicUrl.startsWith('https:'),
  });
  api.use(bearerTokens(options.db, options));
  api.use(...[ownOriginOnly(publicUrl), ...session.middleware].map(unlessByToken));
  api.use(byOwnPersonOnly);
  api.use(filesRoutes(options));
  api.use(storyFiles(refuseBrokenText));
  api.use(importFilesRoutes(options, imports));
  api.use(storiesRoutes(options, refuseBrokenText));
  api.use(jsonOnly);
  api.use(
    express.json({ limit: BODY_LIMIT, type: 'application/json', strict: true, verify: refuseBrokenText }),
  );
  // The busiest first: who comes later is asked for after all routes before.
  api.use(claimsRoutes(options));
  api.use(liveRoutes(options, live));
  api.use(sessionRoutes(options));
  api.use(usersRoutes(options));
  api.use(tokensRoutes(options));
  api.use(articlesRoutes(options));
  api.use(arrivalsRoutes(options));
  api.use(importsRoutes(options, imports));
  api.use(fetchRoutes(askPage));
  api.use(suggestionsRoutes(options));
  api.use(revisionsRoutes(options));
  api.use(correctionsRoutes(options));
  api.use(signOffRoutes(options));
  api.use(reviewingRoutes(options));
  api.use(historyRoutes(options));
  api.use(evidenceRoutes(options, askPage));
  api.use(citationsRoutes(options));
  api.use(commentsRoutes(options));
  api.use(binRoutes(options));
  api.use(notificationsRoutes(options));
  api.use(auditRoutes(options));
  api.use(figuresRoutes(options));
  api.use(exportsRoutes(options));
  api.use(annotationsRoutes(options));
  api.use(radarRoutes(options));
  api.use(proofRoutes(options));
  api.use(sourcesRoutes(options));
  api.use(webhooksRoutes(options));
  api.use(nothingHere);

  app.use('/api', api);
  app.get('/metrics', measured.answer);
  if (options.clientDir !== undefined) app.use(clientFiles(options.clientDir));
  app.use(nothingHere);
  app.use(answerProblems(log));
  const stop = (): void => {
    isStopping = true;
    live.close();
  };
  const close = async (): Promise<void> => {
    stop();
    session.store.close();
    await imports.close();
  };
  return { handler: app, imports, live, stop, close };
}

/** Neither headers (cookies) nor bodies (stories, passwords) nor queries (searched words) are logged. */
const SERIALIZERS = {
  req: (req: { id: unknown; method: string; url: string }) => ({
    id: req.id,
    method: req.method,
    path: loggedPath(req.url),
  }),
  res: (res: { statusCode: number }) => ({ status: res.statusCode }),
};

/** No inline script, no other host, no frame around us. */
function securityHeaders(https: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

/**
 * A form's encoding would be read as nothing at all, and a browser sends one across sites without asking. A write
 * without a body says so by a length of 0, and needs no type.
 */
const jsonOnly: RequestHandler = (req, _res, next) => {
  if (req.body === undefined && req.get('Content-Length') !== '0' && req.is('application/json') === false)
    throw new Refusal('NOT_ACCEPTABLE_TYPE');
  next();
};

/** The reader would put U+FFFD for bytes that are no UTF-8, and store a text that nobody sent. */
function refuseBrokenText(_req: unknown, _res: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new Refusal('UNREADABLE');
}

/** Answers are one person's and of this moment. */
const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};
