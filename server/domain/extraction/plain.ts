/** A text as it is, without recognising what surrounds a story: for measuring, where offsets have to stay the given ones. */
import type { Block } from '../../contract/articles.ts';
import { splitParts } from '../text/blocks.ts';
import { guessLanguage } from '../text/language.ts';
import { rolesOf } from '../text/part-roles.ts';
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

/**
 * The same without what an import strikes out as furniture of a web page: no block and no sentence is of that, so that
 * nothing is suggested from it. Offsets stay those of the text as given.
 *
 * @param told a BCP 47 tag; where it is null, the language is guessed as it is for a story that is brought in without one
 */
export function readWithoutFurniture(
  text: string,
  told: string | null,
): { readonly reading: Reading; readonly furniture: readonly string[] } {
  const parts = splitParts(text);
  const roles = rolesOf(parts.map(({ start, end }) => text.slice(start, end)));
  const blocks: Block[] = [];
  const furniture: string[] = [];
  for (const [index, { start, end }] of parts.entries()) {
    const role = roles[index] ?? 'paragraph';
    if (role === 'furniture') furniture.push(text.slice(start, end));
    else blocks.push({ role, start, end });
  }
  const language = told ?? guessLanguage(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n'));
  const sentences = splitSentences(text, blocks, language);
  return { reading: { text, blocks, sentences, language, publishedAt: null }, furniture };
}
