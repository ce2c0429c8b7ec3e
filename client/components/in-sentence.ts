import { html, type TemplateResult } from 'lit';
import type { Claim } from '../../server/contract/claims.ts';

/**
 * The quote within its sentence. Offsets are the text's and the sentence's own start is not known here, so
 * the quote is looked for; one that runs on beyond its sentence stands alone.
 */
export function inSentence({ sentenceText, span }: Pick<Claim, 'sentenceText' | 'span'>): TemplateResult {
  const at = sentenceText.indexOf(span.quote);
  if (at === -1) return html`<mark>${span.quote}</mark>`;
  const end = at + span.quote.length;
  return html`${sentenceText.slice(0, at)}<mark>${span.quote}</mark>${sentenceText.slice(end)}`;
}
