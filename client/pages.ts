/** The element of each page, fetched when it is first shown. */
import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Match } from './router.ts';
import './pages/unknown.ts';

const articlePage = Object.values(import.meta.glob('./pages/article/article-page.ts'))[0];

/** Begin fetching a page's code. A custom element upgrades in place when its definition arrives. */
function fetchPage(name: Match['name']): void {
  switch (name) {
    case 'article':
      void articlePage?.();
      break;
    default:
      break;
  }
}

function template({ name, value }: Match): TemplateResult {
  switch (name) {
    case 'article':
      return html`<cd-article-page article-id=${value}></cd-article-page>`;
    default:
      return html`<cd-unknown-page></cd-unknown-page>`;
  }
}

/** The page of an address. `visit` tells one showing from the next. */
export function pageFor(match: Match, visit: number): TemplateResult {
  fetchPage(match.name);
  return html`${keyed(visit, template(match))}`;
}
