import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Webhook } from '../../server/contract/webhooks.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { counted } from '../words.ts';
import { cardStyles } from './card-styles.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';
import { SetWebhookEvent } from './webhook-form.ts';
import { hookWords, TYPE_WORDS } from './webhook-words.ts';

/** What a person asks for by a button of the card. */
export type HookDeed =
  | 'show'
  | 'change'
  | 'leave'
  | 'stop'
  | 'go-on'
  | 'test'
  | 'rotate'
  | 'withdraw'
  | 'restore';

/** Sent with what is to be done with the address. */
export class HookDeedEvent extends Event {
  static readonly type = 'hook-deed';
  readonly deed: HookDeed;
  constructor(deed: HookDeed) {
    super(HookDeedEvent.type);
    this.deed = deed;
  }
}

/**
 * One address: what it is told, how it does, and what can be done with it.
 *
 * @fires hook-deed - With what is to be done.
 * @fires set-webhook - With what it is to be changed to.
 */
@customElement('cd-webhook-card')
export class CdWebhookCard extends LitElement {
  static override styles = [
    ...shared,
    cardStyles,
    css`
      h3 {
        font-family: var(--mono);
        font-size: var(--text-s);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .good {
        color: var(--good);
      }
    `,
  ];

  @property({ attribute: false }) hook: Webhook | null = null;
  @property() owner = '';
  /** Its messages are shown below. */
  @property({ type: Boolean }) shown = false;
  /** It is being changed. */
  @property({ type: Boolean }) changing = false;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('changing') && this.changing) this.renderRoot.querySelector('cd-webhook-form')?.focus();
  }

  protected override render() {
    const { hook } = this;
    if (hook === null) return nothing;
    return html`
      <h3><bdi>${hook.url}</bdi></h3>
      <p class=${isWell(hook) ? 'good' : 'warning'}>${hookWords(hook)}</p>
      <p>
        Told when: ${hook.types.map((type) => TYPE_WORDS[type]).join('. ')}.
        <span class="soft small">${this.owner} set it. ${counted(hook.waiting, 'message')} to be sent.</span>
      </p>
      ${
        hook.formerUntil === null
          ? nothing
          : html`<p class="soft small">Signed with the secret before as well until ${fullTime(hook.formerUntil)}</p>`
      }
      ${
        this.changing
          ? html`<cd-webhook-form
              .url=${hook.url}
              .types=${hook.types}
              .problem=${this.problem}
              .busy=${this.busy}
              @cancel=${() => this.#ask('leave')}
              @set-webhook=${this.#onSet}
            ></cd-webhook-form>`
          : html`<div class="actions">${this.#actions(hook)}</div>
              <cd-problem .problem=${this.problem}></cd-problem>`
      }
    `;
  }

  #actions({ can, active, stopped }: Webhook): TemplateResult {
    const act = (deed: HookDeed, words: string, look = 'quiet') => html`<button
      class=${look}
      type="button"
      aria-disabled=${this.busy ? 'true' : 'false'}
      @click=${() => this.#ask(deed)}
    >${words}</button>`;
    const works = active && stopped === null;
    return html`
      <button type="button" aria-pressed=${this.shown ? 'true' : 'false'} @click=${() => this.#ask('show')}>Messages</button>
      ${can.includes('test') ? act('test', 'Send a test') : nothing}
      ${can.includes('edit') ? act('change', 'Change') : nothing}
      ${can.includes('edit') ? act(works ? 'stop' : 'go-on', works ? 'Stop' : 'Let it go on') : nothing}
      ${can.includes('rotate') ? act('rotate', 'New secret') : nothing}
      ${can.includes('withdraw') ? act('withdraw', 'Withdraw', 'quiet danger') : nothing}
      ${can.includes('restore') ? act('restore', 'Restore') : nothing}
    `;
  }

  /** The event of the form does not leave this tree by itself. */
  #onSet({ webhook }: SetWebhookEvent): void {
    this.dispatchEvent(new SetWebhookEvent(webhook));
  }

  #ask(deed: HookDeed): void {
    if (!this.busy) this.dispatchEvent(new HookDeedEvent(deed));
  }
}

const isWell = ({ active, stopped, failingSince, withdrawn }: Webhook): boolean =>
  active && stopped === null && failingSince === null && !withdrawn;

declare global {
  interface HTMLElementTagNameMap {
    'cd-webhook-card': CdWebhookCard;
  }
}
