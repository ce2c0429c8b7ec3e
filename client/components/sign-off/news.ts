import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Claim } from '../../../server/contract/claims.ts';
import type { HistoryItem } from '../../../server/contract/history.ts';
import { historyLine } from '../../controllers/proof/history-words.ts';
import { shorten } from '../../controllers/proof/readings.ts';
import { shared } from '../../styles/shared.ts';
import { fullTime } from '../../times.ts';
import { HISTORY_LABELS } from '../inspector/words.ts';

/** What happened in a story since somebody looked: who, what, from what to what. */
@customElement('cd-news-since')
export class CdNewsSince extends LitElement {
  static override styles = [
    ...shared,
    css`
      section {
        display: grid;
        gap: var(--space-s);
        padding: var(--space-m);
        border: 1px solid var(--warn);
        border-inline-start-width: 3px;
        border-radius: var(--radius);
        background: var(--warn-wash);
      }
      ol {
        display: grid;
        gap: var(--space-s);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      .soft {
        color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) items: readonly HistoryItem[] = [];
  /** More happened than is listed. */
  @property({ type: Boolean }) more = false;
  @property({ attribute: 'article-id' }) articleId = '';
  @property({ attribute: false }) claims: ReadonlyMap<string, Claim> = new Map();
  /** An id as the name of whom or what it means. */
  @property({ attribute: false }) word: (value: string) => string = (value) => value;

  /** Bring it before whoever is about to sign. */
  override focus(): void {
    const heading = this.renderRoot.querySelector('h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'center' });
  }

  protected override render() {
    if (this.items.length === 0) return nothing;
    return html`
      <section aria-labelledby="since">
        <h2 id="since" tabindex="-1">New since you looked</h2>
        <ol role="list">
          ${this.items.map((item) => this.item(item))}
        </ol>
        ${
          this.more
            ? html`<p class="small"><a href="/stories/${this.articleId}/history">More happened: see the history.</a></p>`
            : nothing
        }
      </section>
    `;
  }

  private item(item: HistoryItem) {
    const { who, what, changes, at } = historyLine(item, HISTORY_LABELS, this.word);
    const claim = item.claimId === null ? undefined : this.claims.get(item.claimId);
    return html`
      <li>
        <strong>${who}</strong> ${what}${
          claim === undefined
            ? nothing
            : html`: <a href="/stories/${this.articleId}#claim=${claim.id}"><bdi>${shorten(claim.span.quote, 80)}</bdi></a>`
        }, <time datetime=${at}>${fullTime(at)}</time>
        ${changes.map(
          ({ label, before, after }) =>
            html`<br />${label}: ${before === null ? nothing : html`<del dir="auto">${before}</del> `}
              ${after === null ? nothing : html`<ins dir="auto">${after}</ins>`}`,
        )}
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-news-since': CdNewsSince;
  }
}
