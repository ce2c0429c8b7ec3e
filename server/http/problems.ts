/** The one place that turns refusals and failures into answers. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
import pg from 'pg';
import type { Logger } from 'pino';
import {
  PROBLEMS,
  type Problem,
  type ProblemCode,
  Refusal,
  type RefusalExtras,
} from '../contract/problem.ts';
import { Prisma } from '../database/client.ts';
import { loggedPath } from './logged-path.ts';

/** A refusal as RFC 9457 problem details. */
export function presentProblem(code: ProblemCode, extras: RefusalExtras = {}): Problem {
  const [status, title] = PROBLEMS[code];
  return { type: 'about:blank', title, status, code, ...extras };
}

/** No route took the request. */
export const nothingHere: RequestHandler = () => {
  throw new Refusal('NOT_FOUND');
};

/**
 * Answer whatever was thrown. Mounted last.
 *
 * The unknown is logged and answered as INTERNAL: its message may hold text of a story or of the database.
 */
export function answerProblems(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const code = error instanceof Refusal ? error.code : codeOf(error);
    if (code === 'INTERNAL' || code === 'UNAVAILABLE')
      log.error(
        {
          ...{ err: withoutValues(error), requestId: req.requestId },
          ...{ path: loggedPath(req.originalUrl), method: req.method },
        },
        'request failed',
      );
    const extras = error instanceof Refusal ? error.extras : {};
    if (extras.retryAfter !== undefined) res.set('Retry-After', String(extras.retryAfter));
    // RFC 9110, 15.5.2: a 401 says how to come in. Browsers ask nobody for a token.
    if (PROBLEMS[code][0] === 401)
      res.set('WWW-Authenticate', code === 'TOKEN_INVALID' ? 'Bearer error="invalid_token"' : 'Bearer');
    // Whoever reports it can name the line of the log.
    const named = PROBLEMS[code][0] >= 500 && req.requestId !== undefined ? { requestId: req.requestId } : {};
    const problem = { ...presentProblem(code, extras), ...named };
    res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

/** Codes of Express's body reader and of a database that is away. */
function codeOf(error: unknown): ProblemCode {
  const type = property(error, 'type');
  if (type === 'entity.too.large') return 'TOO_LARGE';
  if (typeof type === 'string' && /^(entity|encoding|charset|request|stream)\./.test(type))
    return 'UNREADABLE';
  if (error instanceof URIError || property(error, 'status') === 400) return 'UNREADABLE';
  return isUnavailable(error) ? 'UNAVAILABLE' : 'INTERNAL';
}

/**
 * https://www.postgresql.org/docs/current/errcodes-appendix.html: a connection that failed (08), no room (53: disk,
 * memory, connections), a lock that did not come (55P03), two that waited for each other (40P01), a server that was
 * stopped (57P) or whose disk failed (58). All of them pass, and what was asked may be asked again.
 */
const STATE = '(?:08...|53...|55P03|40P01|40001|57P..|25P03|58...)';
const STATES = new RegExp(`^${STATE}$`);
/** As Prisma tells them in its messages. */
const STATES_TOLD = new RegExp(`[Cc]ode: [\`'"]?${STATE}[\`'"]`);
/** Sockets that fail, and Prisma's own codes. */
const UNAVAILABLE =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|Connection terminated|is not queryable|timeout exceeded when trying to connect|P1001|P1002|P1008|P1017|P2024|P2028/;

function isUnavailable(error: unknown): boolean {
  const code = property(error, 'code');
  if (typeof code === 'string' && (STATES.test(code) || UNAVAILABLE.test(code))) return true;
  return error instanceof Error && (UNAVAILABLE.test(error.message) || STATES_TOLD.test(error.message));
}

/** Messages of Prisma and PostgreSQL quote the values of a query, and PostgreSQL's details whole rows. */
function withoutValues(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) {
    const { name, code, table, constraint, routine } = error;
    return { name, code, table, constraint, routine, stack: error.stack?.replace(error.message, '') };
  }
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return { name: error.name, code: error.code, stack: error.stack?.replace(error.message, '') };
  if (
    error instanceof Prisma.PrismaClientValidationError ||
    error instanceof Prisma.PrismaClientUnknownRequestError
  )
    return { name: error.name, stack: error.stack?.replace(error.message, '') };
  return error;
}

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
