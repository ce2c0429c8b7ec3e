/** Whole stories as documents, for tests. */

import type supertest from 'supertest';
import type { AnswerOf } from '../../server/contract/endpoint.ts';
import { ImportStory, StoryDocument } from '../../server/contract/stories.ts';
import { unzip } from '../../server/domain/exchange/in/zip.ts';
import { answer } from './contract.ts';
import type { Person } from './desk.ts';
import { asBytes } from './exports.ts';

/** The document as it left, and as it is read. */
export async function exportedStory(
  as: Person,
  { id }: { readonly id: string },
): Promise<{ text: string; document: StoryDocument }> {
  const { body } = await asBytes(as.get(`/api/exports/stories/${id}`));
  const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  return { text, document: StoryDocument.parse(JSON.parse(text)) };
}

/** All of a document but its manifest. */
export function storyPart(text: string): string {
  const end = text.indexOf('\n},\n"manifest":');
  if (end === -1) throw new Error('the document has no manifest');
  return text.slice(0, end);
}

/** A package as it left: its bytes, and what it holds by name. */
export async function exportedPackage(
  as: Person,
  { id }: { readonly id: string },
): Promise<{ bytes: Buffer; text: string; document: StoryDocument; files: ReadonlyMap<string, Buffer> }> {
  const { body: bytes } = await asBytes(as.get(`/api/exports/stories/${id}?format=claimdesk-package`));
  const unpacked = await unzip(bytes);
  if (!unpacked.ok) throw new Error('it is no archive');
  const { 'story.json': document, ...files } = Object.fromEntries(unpacked.files);
  const text = document?.toString('utf8') ?? '';
  const named = Object.entries(files).map(([name, own]) => [name.replace('files/', ''), own] as const);
  return { bytes, text, document: StoryDocument.parse(JSON.parse(text)), files: new Map(named) };
}

export const sendPackage = (as: Person, bytes: Buffer): supertest.Test =>
  as
    .post('/api/stories')
    .set('Content-Type', 'application/zip')
    .serialize((body) => body)
    .send(bytes);

export async function importedStory(as: Person, document: object): Promise<AnswerOf<typeof ImportStory>> {
  return answer(ImportStory, await as.post('/api/stories', document));
}

export { resealed, underOtherIds } from './story-documents.ts';
