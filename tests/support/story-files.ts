/** Stories as files, for tests. */
import type supertest from 'supertest';
import { uuidv7 } from 'uuidv7';
import { type Article, CreateArticle } from '../../server/contract/articles.ts';
import { answer } from './contract.ts';
import type { Requests } from './desk.ts';

/** A wire story in ninjs 3.1 with a uri of its own; `more` takes the place of what it has. */
export const ninjsItem = (more: Readonly<Record<string, unknown>> = {}) => ({
  uri: `urn:newsml:tarvo.example:20140108:${uuidv7()}`,
  standard: { name: 'ninjs', version: '3.1' },
  type: 'text',
  version: '1',
  firstCreated: '2014-01-08T16:00:00Z',
  versionCreated: '2014-01-08T16:00:00Z',
  pubStatus: 'usable',
  language: 'en',
  edNote: 'Recasts with the toll in the second paragraph.',
  by: 'Ada Moor',
  located: 'Port Elsen',
  headlines: [
    { role: 'main', value: 'Ferry sinks off Port Elsen' },
    { role: 'sub', value: 'Nine children among the dead' },
  ],
  bodies: [
    {
      role: 'main',
      contentType: 'application/xhtml+xml',
      value:
        '<p>A ferry with 120 passengers sank off Port Elsen on Wednesday.</p><h2>The toll</h2><p>At least 41 people died, the harbour office said.</p><blockquote><p>The sea was calm.</p></blockquote>',
    },
  ],
  infoSources: [{ name: 'Tarvo News Agency', role: 'originator' }],
  subjects: [{ name: 'transport accident', uri: 'http://cv.iptc.org/newscodes/mediatopic/20000139' }],
  ...more,
});

/** A text whose first line is its headline, as a wire story. */
export function wireItem(text: string, more: Readonly<Record<string, unknown>> = {}) {
  const [headline, ...lines] = text.split('\n\n');
  const value = lines
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('');
  return ninjsItem({
    ...{ headlines: [{ role: 'main', value: headline }] },
    ...{ bodies: [{ role: 'main', contentType: 'application/xhtml+xml', value }] },
    ...more,
  });
}

export const asFile = (item: unknown): Buffer => Buffer.from(JSON.stringify(item));

/** Send a file as the body itself. */
export const post = (
  as: Requests,
  path: string,
  bytes: Buffer,
  type = 'application/octet-stream',
): supertest.Test =>
  as
    .post(path)
    .set('Content-Type', type)
    .serialize((body) => body)
    .send(bytes);

/** Send a file within JSON, as the import page does. */
export const inJson = (bytes: Buffer, name = 'story.json') => ({
  file: { name, base64: bytes.toString('base64') },
});

/** Bring a file in; what it became. */
export async function bringIn(as: Requests, item: unknown, body: object = {}): Promise<Article> {
  return answer(CreateArticle, await as.post('/api/articles', { ...inJson(asFile(item)), ...body }));
}
