import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Delivery } from '../../server/contract/webhooks.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';
import { outcomeWords, STATE_WORDS, TYPE_WORDS } from './webhook-words.ts';

/**
 * One message: what it tells, what became of it, when it is tried again.
 *
 * @fires redeliver - The person wants it sent again.
 */
@customElement('cd-delivery-line')
export class CdDeliveryLine extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space-2xs) var(--space-m);
        align-items: start;
        padding: var(--space-s);
        border-block-end: 1px solid var(--rule);
        overflow-wrap: anywhere;
      }
      :host(:focus-within) {
        background: var(--paper-raised);
      }
      .what {
        font-weight: 600;
      }
      .state {
        font-weight: 600;
      }
      .delivered {
        color: var(--good);
      }
      .failed,
      .dead {
        color: var(--danger);
      }
      code {
        font-size: var(--text-xs);
      }
      cd-problem {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property({ attribute: false }) delivery: Delivery | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;

  @query('.what') private what!: HTMLElement | null;

  override focus(): void {
    this.what?.focus();
  }

  protected override render() {
    const { delivery } = this;
    if (delivery === null) return nothing;
    const { type, story, claimId, state, attempts, nextAt, createdAt, id } = delivery;
    const outcome = outcomeWords(delivery);
    const tries = attempts === 0 ? [] : [`${attempts === 1 ? 'tried once' : `tried ${attempts} times`}`];
    const told = [...tries, ...(outcome === null ? [] : [outcome])].join(', ');
    return html`
      <div>
        <p class="what" tabindex="-1">${TYPE_WORDS[type]}</p>
        ${
          story === null
            ? nothing
            : html`<p><a href="/stories/${story.id}${claimId === null ? '' : `#claim=${claimId}`}"><bdi>${story.title}</bdi></a></p>`
        }
        <p class="small">
          <span class="state ${state}">${STATE_WORDS[state]}</span>${told === '' ? '' : `: ${told}`}${
            state === 'failed' && nextAt !== null ? `; again ${fullTime(nextAt)}` : ''
          }
        </p>
        <p class="soft small">${fullTime(createdAt)} · <code>${id}</code></p>
      </div>
      ${
        delivery.can.includes('redeliver')
          ? html`<button class="quiet" type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.redeliver}>
              Send again <kbd>r</kbd>
            </button>`
          : nothing
      }
      <cd-problem .problem=${this.problem}></cd-problem>
    `;
  }

  readonly redeliver = (): void => {
    if (!this.busy && this.delivery?.can.includes('redeliver')) this.dispatchEvent(new Event('redeliver'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-delivery-line': CdDeliveryLine;
  }
}
