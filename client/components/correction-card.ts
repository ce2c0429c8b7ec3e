import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Correction } from '../../server/contract/corrections.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { foreignAddress } from '../web-address.ts';
import { cardStyles } from './card-styles.ts';
import { LEFT_WORDS } from './correction-words.ts';
import { pieceStyles } from './pieces.ts';
import { kindTag, statusTag, tagStyles } from './tags.ts';

/**
 * One correction: what stands there, what should, why, on what, and who says so.
 *
 * @slot - Links: to the claim in its story.
 * @fires choose - The person wants it put in place, or not.
 */
@customElement('cd-correction-card')
export class CdCorrectionCard extends LitElement {
  static override styles = [
    ...shared,
    tagStyles,
    cardStyles,
    pieceStyles,
    css`
      .wordings {
        display: grid;
        grid-template-columns: 4.5rem minmax(0, 1fr);
        gap: var(--space-2xs) var(--space-m);
        align-items: baseline;
        font-family: var(--serif);
        font-size: 1.0625rem;
      }
      dt {
        font-family: var(--sans);
        font-size: var(--text-s);
        color: var(--ink-soft);
      }
      .lines {
        white-space: pre-line;
      }
      .head {
        align-items: center;
      }
      .facts {
        font-size: var(--text-s);
      }
      .facts dd {
        font-family: var(--sans);
        font-size: var(--text-s);
      }
      .check {
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) correction: Correction | null = null;
  @property({ type: Boolean }) chosen = false;

  @query('input') private box!: HTMLInputElement | null;
  @query('.words') private words!: HTMLElement | null;

  override focus(): void {
    (this.box ?? this.words)?.focus();
  }

  protected override render() {
    const { correction } = this;
    if (correction === null) return nothing;
    const { kind, status, span, wording, sentenceText } = correction;
    return html`
      <div class="head">
        ${this.choice(correction)} ${kindTag(kind)} ${statusTag(status)}
        <slot></slot>
      </div>
      <dl class="wordings">
        <dt>Printed</dt>
        <dd dir="auto"><del>${span.quote}</del></dd>
        <dt>Correct</dt>
        <dd dir="auto">${wording === null ? html`<span class="soft">No wording was given</span>` : html`<ins>${wording}</ins>`}</dd>
      </dl>
      <p class="sentence soft words" tabindex="-1" dir="auto">${sentenceText}</p>
      ${this.facts(correction)}
    `;
  }

  private choice({ left, span }: Correction): TemplateResult {
    if (left !== null) return html`<span class="warning">Left to the editor: ${LEFT_WORDS[left]}</span>`;
    return html`
      <label class="check">
        <input type="checkbox" .checked=${this.chosen} @change=${this.onChange} />
        Put in place<span class="visually-hidden">: ${span.quote}</span>
      </label>
    `;
  }

  private facts({ reason, by, at, review, evidence }: Correction): TemplateResult {
    return html`
      <dl class="wordings facts">
        <dt>Why</dt>
        <dd class="lines" dir="auto">${reason}</dd>
        <dt>Evidence</dt>
        <dd>
          ${
            evidence.length === 0
              ? html`<span class="soft">None is cited</span>`
              : html`<ul role="list">${evidence.map((one) => this.evidence(one))}</ul>`
          }
        </dd>
        <dt>Checked</dt>
        <dd>by ${by.name}, ${fullTime(at)}</dd>
        ${
          review === null
            ? html`<dt>Passed</dt><dd><span class="soft">by nobody yet</span></dd>`
            : html`<dt>${review.decision === 'passed' ? 'Passed' : 'Returned'}</dt>
                <dd dir="auto">by ${review.by.name}, ${fullTime(review.at)}${review.note === null ? nothing : `: ${review.note}`}</dd>`
        }
      </dl>
    `;
  }

  private evidence({ stance, title, publisher, locator, quote, url }: Correction['evidence'][number]) {
    const where = [publisher, locator].filter((part) => part !== null);
    const address = foreignAddress(url);
    const name =
      address === null
        ? title
        : html`<a href=${address} target="_blank" rel="noopener noreferrer">${title}</a>`;
    return html`<li>
      ${stance}: <bdi>${name}</bdi>${where.map((part) => html` · <bdi>${part}</bdi>`)}${
        quote === null ? nothing : html` · <q dir="auto">${quote}</q>`
      }
    </li>`;
  }

  private onChange(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.chosen = event.target.checked;
    this.dispatchEvent(new Event('choose'));
  }

  /** As its box would be ticked by hand; nothing where it is left to the editor. */
  toggle(): void {
    this.box?.click();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-correction-card': CdCorrectionCard;
  }
}
