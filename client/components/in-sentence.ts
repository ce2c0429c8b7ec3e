import { html, type TemplateResult } from 'lit';
import type { Claim } from '../../server/contract/claims.ts';

/** The quote within its sentence, where it stands there; one that runs on beyond its sentence is whole. */
export function inSentence({
  sentenceText,
  sentenceStart,
  span,
}: Pick<Claim, 'sentenceText' | 'sentenceStart' | 'span'>): TemplateResult {
  const [before, after] = [
    sentenceText.slice(0, span.start - sentenceStart),
    sentenceText.slice(span.end - sentenceStart),
  ];
  return html`${before}<mark>${span.quote}</mark>${after}`;
}
