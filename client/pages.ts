/** The element of each page, fetched when it is first shown. */
import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Match } from './router.ts';
import './pages/unknown.ts';

/** Fetch a page's code. A custom element upgrades in place when its definition arrives. */
export async function fetchPage(name: Match['name']): Promise<void> {
  switch (name) {
    case 'desk':
      await import('./pages/desk.ts');
      break;
    case 'import':
      await import('./pages/import.ts');
      break;
    case 'imports':
      await import('./pages/imports.ts');
      break;
    case 'batch':
      await import('./pages/batch.ts');
      break;
    case 'article':
      await import('./pages/article/article-page.ts');
      break;
    case 'claims':
      await import('./pages/claims.ts');
      break;
    case 'claim-reviews':
      await import('./pages/claim-reviews.ts');
      break;
    case 'audit':
      await import('./pages/audit.ts');
      break;
    case 'arrivals':
      await import('./pages/arrivals.ts');
      break;
    case 'figures':
      await import('./pages/figures.ts');
      break;
    case 'corrections':
      await import('./pages/corrections.ts');
      break;
    case 'changes':
      await import('./pages/changes.ts');
      break;
    case 'radar':
      await import('./pages/radar.ts');
      break;
    case 'audits':
      await import('./pages/audits.ts');
      break;
    case 'history':
      await import('./pages/history.ts');
      break;
    case 'sign-off':
      await import('./pages/sign-off.ts');
      break;
    case 'agreement':
      await import('./pages/agreement.ts');
      break;
    case 'review':
      await import('./pages/review.ts');
      break;
    case 'sources':
      await import('./pages/sources.ts');
      break;
    case 'source':
      await import('./pages/source.ts');
      break;
    case 'people':
      await import('./pages/people.ts');
      break;
    case 'webhooks':
      await import('./pages/webhooks.ts');
      break;
    case 'bin':
      await import('./pages/bin.ts');
      break;
    case 'notifications':
      await import('./pages/notifications.ts');
      break;
    case 'notification-settings':
      await import('./pages/notification-settings.ts');
      break;
    case 'me':
      await import('./pages/me.ts');
      break;
    case 'reference':
      await import('./pages/reference.ts');
      break;
    case 'setup':
      await import('./pages/setup.ts');
      break;
    case 'invitation':
      await import('./pages/invitation.ts');
      break;
    default:
      break;
  }
}

function template({ name, value }: Match): TemplateResult {
  switch (name) {
    case 'desk':
      return html`<cd-desk-page></cd-desk-page>`;
    case 'import':
      return html`<cd-import-page></cd-import-page>`;
    case 'imports':
      return html`<cd-imports-page></cd-imports-page>`;
    case 'batch':
      return html`<cd-batch-page import-id=${value}></cd-batch-page>`;
    case 'article':
      return html`<cd-article-page article-id=${value}></cd-article-page>`;
    case 'claims':
      return html`<cd-claims-page></cd-claims-page>`;
    case 'claim-reviews':
      return html`<cd-claim-reviews-page></cd-claim-reviews-page>`;
    case 'audit':
      return html`<cd-audit-page article-id=${value}></cd-audit-page>`;
    case 'arrivals':
      return html`<cd-arrivals-page article-id=${value}></cd-arrivals-page>`;
    case 'figures':
      return html`<cd-figures-page article-id=${value}></cd-figures-page>`;
    case 'corrections':
      return html`<cd-corrections-page article-id=${value}></cd-corrections-page>`;
    case 'changes':
      return html`<cd-changes-page article-id=${value}></cd-changes-page>`;
    case 'radar':
      return html`<cd-radar-page></cd-radar-page>`;
    case 'audits':
      return html`<cd-audits-page></cd-audits-page>`;
    case 'history':
      return html`<cd-history-page article-id=${value}></cd-history-page>`;
    case 'sign-off':
      return html`<cd-sign-off-page article-id=${value}></cd-sign-off-page>`;
    case 'agreement':
      return html`<cd-agreement-page></cd-agreement-page>`;
    case 'review':
      return html`<cd-review-page></cd-review-page>`;
    case 'sources':
      return html`<cd-sources-page></cd-sources-page>`;
    case 'source':
      return html`<cd-source-page source-id=${value}></cd-source-page>`;
    case 'people':
      return html`<cd-people-page></cd-people-page>`;
    case 'webhooks':
      return html`<cd-webhooks-page></cd-webhooks-page>`;
    case 'bin':
      return html`<cd-bin-page></cd-bin-page>`;
    case 'notifications':
      return html`<cd-notifications-page></cd-notifications-page>`;
    case 'notification-settings':
      return html`<cd-notification-settings-page></cd-notification-settings-page>`;
    case 'me':
      return html`<cd-me-page></cd-me-page>`;
    case 'reference':
      return html`<cd-reference-page></cd-reference-page>`;
    case 'setup':
      return html`<cd-setup-page></cd-setup-page>`;
    case 'invitation':
      return html`<cd-invitation-page secret=${value}></cd-invitation-page>`;
    default:
      return html`<cd-unknown-page></cd-unknown-page>`;
  }
}

/** The page of an address. `visit` tells one showing from the next. */
export const pageFor = (match: Match, visit: number): TemplateResult =>
  html`${keyed(visit, template(match))}`;

/** Where the code of a page cannot be had. */
export const missingPage = (): TemplateResult => html`
  <div class="page narrow">
    <h1>This page could not be fetched</h1>
    <p>The connection may be down, or Claimdesk has been renewed.</p>
    <div class="actions"><button type="button" @click=${() => location.reload()}>Reload</button></div>
  </div>
`;
