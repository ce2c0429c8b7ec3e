/** A name for each request, by which a person, a log line and a proxy speak of the same one. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** What a proxy gave the request is kept where it is safe to write down. */
const SANE = /^[\w.:-]{8,64}$/;

declare module 'http' {
  interface IncomingMessage {
    /** Answered as `X-Request-Id`. */
    requestId?: string;
  }
}

export const requestIds: RequestHandler = (req, res, next) => {
  const given = req.get('X-Request-Id') ?? '';
  const id = SANE.test(given) ? given : randomUUID();
  req.requestId = id;
  res.set('X-Request-Id', id);
  next();
};
