/** The manifest of a file, sent a page of its stories at a time: one of ten thousand takes no more memory than one of ten. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';
import type { SignedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { beginFile } from './begin-file.ts';
import { type ManifestHead, selectManifestStories, selectOptionalManifestHead } from './manifest.queries.ts';

/** Stories read at once. */
const PAGE = 500;

/**
 * Answer with a manifest. Where the database fails midway the answer is cut off, and no JSON reader takes it.
 *
 * @throws Refusal NOT_FOUND also for a file of stories that are not for this person
 */
export async function sendManifest(
  { db, log }: Pick<Services, 'db' | 'log'>,
  user: SignedIn,
  exportId: string,
  res: Response,
): Promise<void> {
  const head = await selectOptionalManifestHead(db.prisma, user, exportId);
  if (head === undefined) throw new Refusal('NOT_FOUND');
  beginFile(res, { mediaType: 'application/json; charset=utf-8' }, 'inline');
  try {
    await pipeline(Readable.from(manifest(db.prisma, user, head), { objectMode: false }), res);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    log.warn({ code }, 'a manifest was cut off');
  }
}

/** What is not shown is told last: what is left of the counts once the stories have passed, whoever sees them meanwhile. */
async function* manifest(db: Queryable, user: SignedIn, head: ManifestHead): AsyncGenerator<string> {
  const left = { ...(head.counts ?? { claims: 0, stories: 0 }) };
  yield `${JSON.stringify(head).slice(0, -1)},"stories":[`;
  let after: string | null = null;
  let isFirst = true;
  for (;;) {
    const page = await selectManifestStories(db, user, { exportId: head.file.id, after, limit: PAGE });
    for (const { claims } of page) left.claims -= claims;
    left.stories -= page.length;
    const rows = page.map((story) => JSON.stringify(story)).join(',\n');
    if (rows !== '') yield `${isFirst ? '\n' : ',\n'}${rows}`;
    isFirst &&= rows === '';
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) break;
  }
  yield `],"notShown":${JSON.stringify(left)}}\n`;
}
