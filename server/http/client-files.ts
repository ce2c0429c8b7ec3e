/** The built client: hashed files for good, the page anew each time. */
import path from 'node:path';
import express, { Router } from 'express';

/** Serve the client from `folder`; every address that is no file and not the API's is a page of it. */
export function clientFiles(folder: string): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(path.join(folder, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      fallthrough: false,
    }),
  );
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get(/^\/(?!api\/)[^.]*$/, (_req, res) => {
    res.set('Cache-Control', 'no-cache').sendFile(path.join(folder, 'index.html'));
  });
  return router;
}
