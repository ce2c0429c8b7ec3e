import { html } from 'lit';

/** Words that are quoted. Where they bring quotation marks of their own, these are enough: `bare` sets none about them. */
export const quotation = (words: string) =>
  html`<q class=${/[“”„«»"]/u.test(words) ? 'bare' : ''} dir="auto">${words}</q>`;
