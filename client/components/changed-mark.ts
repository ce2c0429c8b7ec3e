import { html, nothing, type TemplateResult } from 'lit';

/** Said on a row that somebody else changed while nobody was at it: whoever comes to it looks before they decide. */
export const changedMark = (words: string | null): TemplateResult | typeof nothing =>
  words === null ? nothing : html`<strong class="small" slot="news">${words}</strong>`;
