/** A text as it is, without recognising what surrounds a story: for measuring, where offsets have to stay the given ones. */
import { splitParts } from '../text/blocks.ts';
import { assignRoles } from '../text/roles.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Passage } from './model.ts';

export type Reading = Passage;

/**
 * Read a text as a passage: blocks, roles and sentences, every offset (UTF-16 code units) into the text as given.
 *
 * @param language a BCP 47 tag
 */
export function readPlain(text: string, language: string): Reading {
  const parts = splitParts(text);
  const roles = assignRoles(parts.map(({ start, end }) => text.slice(start, end)));
  const blocks = parts.map(({ start, end }, index) => ({ role: roles[index] ?? 'paragraph', start, end }));
  return { text, blocks, sentences: splitSentences(text, blocks, language), language, publishedAt: null };
}
