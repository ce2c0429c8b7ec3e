import { html, type TemplateResult } from 'lit';
import { inlineOf } from '../../controllers/reference/inline.ts';

/** Words with their code and emphasis. */
export const inlineWords = (words: string): TemplateResult[] =>
  inlineOf(words).map(({ kind, text }) => {
    if (kind === 'code') return html`<code>${text}</code>`;
    return kind === 'strong' ? html`<strong>${text}</strong>` : html`${text}`;
  });
