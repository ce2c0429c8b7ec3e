/** A newer text of a story, as an agency's next lead is one: most of it stands, the rest is changed in every way there is. */
import type { Article } from '../../../server/contract/articles.ts';

type Revision = Pick<Article['revision'], 'text' | 'blocks' | 'sentences'>;

/**
 * Of each hundred sentences one has another figure, one is worded anew, one is new and one is left out; of each hundred
 * paragraphs two change places.
 *
 * @param turn 0 and up: each changes other sentences than the one before
 */
export function newerText({ text, blocks, sentences }: Revision, turn: number): string {
  const paragraphs = blocks.map(({ start, end }) => text.slice(start, end));
  sentences.forEach(({ block, start, end }, number) => {
    const sentence = text.slice(start, end);
    // The headline stays: it is the title too.
    if (block === 0) return;
    const changed = changedSentence(sentence, (number + turn * 7) % 100);
    paragraphs[block] = paragraphs[block]?.replace(sentence, () => changed) ?? '';
  });
  for (let at = 40 + turn; at + 1 < paragraphs.length; at += 100)
    paragraphs.splice(at, 2, ...paragraphs.slice(at, at + 2).reverse());
  return paragraphs.filter((paragraph) => paragraph.trim() !== '').join('\n\n');
}

function changedSentence(sentence: string, place: number): string {
  if (place === 11) return sentence.replace(/\d+/, (figure) => String(Number(figure) + 1));
  if (place === 33) return sentence.replace(/ on \w+\.$/, ' before dawn, by all that is known.');
  if (place === 55) return `${sentence} Nobody has counted the boats that stayed in port.`;
  if (place === 77) return '';
  return sentence;
}
