import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { ListedClaim } from '../../server/contract/claims.ts';
import { shared } from '../styles/shared.ts';
import { agoWords, fullTime } from '../times.ts';
import { VERDICT_WORDS } from '../words.ts';
import { inSentence } from './in-sentence.ts';
import { kindTag, statusTag, tagStyles } from './tags.ts';

/** A claim in a list over all stories: its words in their sentence, what it is, how it stands. */
@customElement('cd-claim-row')
export class CdClaimRow extends LitElement {
  static override styles = [
    ...shared,
    tagStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-xs);
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
      .head,
      .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--space-2xs) var(--space-m);
        font-size: var(--text-s);
      }
      .facts {
        color: var(--ink-soft);
      }
      .sentence {
        max-inline-size: 46rem;
        font-family: var(--serif);
        font-size: 1.0625rem;
        line-height: 1.45;
        color: var(--ink-soft);
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
        overflow: hidden;
      }
      mark {
        color: var(--ink);
        background: var(--wash);
        border-block-end: 2px solid var(--line);
      }
      .casualty_count mark {
        --wash: var(--kind-casualty_count-wash);
        --line: var(--kind-casualty_count);
      }
      .attribution mark {
        --wash: var(--kind-attribution-wash);
        --line: var(--kind-attribution);
      }
      .source mark {
        --wash: var(--kind-source-wash);
        --line: var(--kind-source);
      }
      .fact mark {
        --wash: var(--kind-fact-wash);
        --line: var(--kind-fact);
      }
    `,
  ];

  @property({ attribute: false }) claim: ListedClaim | null = null;
  /** Whose it is to check; '' for nobody's. */
  @property() assignee = '';
  @property() verdictBy = '';
  /** Milliseconds since 1970. */
  @property({ type: Number }) now = 0;

  @query('a') private link!: HTMLAnchorElement | null;

  /** Focus the link to the claim in its story. */
  override focus(): void {
    this.link?.focus();
  }

  protected override render() {
    const { claim } = this;
    if (claim === null) return nothing;
    const { verdict } = claim;
    return html`
      <p class="head">
        ${kindTag(claim.kind)} ${statusTag(claim.status)}
        ${
          verdict === null
            ? nothing
            : html`<span>${VERDICT_WORDS[verdict.verdict]} <span class="soft">by ${this.verdictBy}</span></span>`
        }
        ${this.assignee === '' ? nothing : html`<span class="soft">for ${this.assignee}</span>`}
      </p>
      <p class="sentence ${claim.kind}" dir="auto">${inSentence(claim)}</p>
      <p class="facts">
        <a href="/stories/${claim.article.id}#claim=${claim.id}"><bdi>${claim.article.title}</bdi></a>
        <span title=${fullTime(claim.createdAt)}>marked ${agoWords(claim.createdAt, this.now)}</span>
        ${claim.summary === null ? nothing : html`<span dir="auto">${claim.summary}</span>`}
      </p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-claim-row': CdClaimRow;
  }
}
