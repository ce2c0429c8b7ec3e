import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { ArticleSummary } from '../../server/contract/articles.ts';
import { shared } from '../styles/shared.ts';
import { agoWords, deadlineWords, fullTime, publishedWords } from '../times.ts';
import { ARTICLE_STATUS_WORDS, creditsOf, PRIORITY_WORDS } from '../words.ts';
import './status-counts.ts';

/** One story on the desk: what it is, when it is due, what is left to do. */
@customElement('cd-story-row')
export class CdStoryRow extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 11rem 17rem;
        gap: var(--space-s) var(--space-xl);
        align-items: start;
        margin-inline: calc(-1 * var(--space-s));
        padding: var(--space-m) var(--space-s);
        border-block-end: 1px solid var(--rule);
      }
      :host(:hover) {
        background: var(--paper-raised);
      }
      :host(:focus-within) {
        background: var(--accent-wash);
      }
      h2 {
        font-size: 1.1875rem;
        overflow-wrap: anywhere;
      }
      h2 a {
        display: inline-block;
        min-block-size: 1.5rem;
        color: var(--ink);
        text-decoration: none;
      }
      h2 a:hover {
        color: var(--accent);
        text-decoration: underline;
      }
      /* A dot before each, cut off where a line begins. */
      .facts {
        display: flex;
        flex-wrap: wrap;
        margin-inline-start: -1.25em;
        color: var(--ink-soft);
        font-size: var(--text-s);
        clip-path: inset(0 0 0 1.25em);
      }
      .facts > *::before {
        content: '·';
        display: inline-block;
        inline-size: 1.25em;
        font-weight: 400;
        text-align: center;
      }
      .due {
        display: grid;
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums lining-nums;
      }
      .overdue {
        color: var(--danger);
        font-weight: 600;
      }
      .soon {
        color: var(--warn);
        font-weight: 600;
      }
      .none {
        color: var(--ink-soft);
      }
      .priority {
        justify-self: start;
        padding: 0 0.4em;
        border: 1px solid currentColor;
        border-radius: var(--radius);
        font-size: var(--text-xs);
        font-weight: 600;
        line-height: 1.5;
      }
      .urgent {
        color: var(--danger);
      }
      .high {
        color: var(--warn);
      }
      .low {
        color: var(--ink-soft);
        font-weight: 400;
      }
      @media (max-width: 52rem) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
        .due {
          display: flex;
          flex-wrap: wrap;
          align-items: baseline;
          gap: 0 var(--space-m);
        }
      }
    `,
  ];

  @property({ attribute: false }) article: ArticleSummary | null = null;
  /** Another story in the list has the same headline: what tells them apart is written out. */
  @property({ type: Boolean }) repeated = false;
  /** Who brought it in. */
  @property() author = '';
  /** Milliseconds since 1970. */
  @property({ type: Number }) now = 0;

  @query('h2 a') private link!: HTMLAnchorElement | null;

  /** Focus the story's link: Enter opens it. */
  override focus(): void {
    this.link?.focus();
  }

  protected override render() {
    const { article } = this;
    if (article === null) return nothing;
    const due = deadlineWords(article.deadline, this.now);
    return html`
      <div>
        <h2>
          <a href="/stories/${article.id}" dir="auto" aria-describedby=${this.repeated ? 'facts' : nothing}>${article.title}</a>
        </h2>
        <p class="facts" id="facts">
          ${creditsOf(article).map((credit) => html`<span><bdi>${credit}</bdi></span>`)}
          ${this.repeated ? this.#apart(article) : nothing}
          <span title=${fullTime(article.createdAt)}>by ${this.author}, ${agoWords(article.createdAt, this.now)}</span>
          ${article.access === 'restricted' ? html`<strong>Restricted</strong>` : nothing}
          ${article.status === 'checking' ? nothing : html`<strong>${ARTICLE_STATUS_WORDS[article.status]}</strong>`}
        </p>
      </div>
      <div class="due">
        <span class=${due.state}>${due.words}</span>
        ${article.deadline === null ? nothing : html`<span class="soft">${fullTime(article.deadline)}</span>`}
        ${
          article.priority === 'normal'
            ? nothing
            : html`<span class="priority ${article.priority}">${PRIORITY_WORDS[article.priority]}</span>`
        }
      </div>
      <cd-status-counts .counts=${article.counts}></cd-status-counts>
    `;
  }

  /** Two of one headline came in at other times, and most often were filed elsewhere or published at other times. */
  #apart({ dateline, publishedAt, createdAt }: ArticleSummary) {
    return html`
      ${dateline === null ? nothing : html`<span><bdi>${dateline}</bdi></span>`}
      ${publishedAt === null ? nothing : html`<span>${publishedWords(publishedAt)}</span>`}
      <strong>Brought in ${fullTime(createdAt)}</strong>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-story-row': CdStoryRow;
  }
}
