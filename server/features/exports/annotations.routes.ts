/** Routes of annotations. */
import { Router } from 'express';
import { ListAnnotations } from '../../contract/annotations.ts';
import { ANNOTATION_TYPE } from '../../domain/exchange/web-annotation.ts';
import { parse } from '../../http/parse.ts';
import { requireUser } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { presentAnnotations } from './annotations.presenter.ts';

export function annotationsRoutes({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>): Router {
  const router = Router();

  router.get('/annotations', async (req, res) => {
    const user = requireUser(req);
    const { query } = parse(req, ListAnnotations);
    const document = await db.prisma.$transaction((tx) => presentAnnotations(tx, user, query, publicUrl), {
      isolationLevel: 'RepeatableRead',
    });
    // Express would put a charset behind it: JSON has none.
    res.setHeader('Content-Type', ANNOTATION_TYPE);
    res.end(JSON.stringify(document));
  });

  return router;
}
