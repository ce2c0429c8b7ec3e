import { consume } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Delivery, DeliveryState, type Webhook } from '../../../server/contract/webhooks.ts';
import { type ApiProblem, asProblem } from '../../api/problem.ts';
import { listDeliveries, redeliver } from '../../api/webhooks.ts';
import '../../components/delivery-line.ts';
import type { CdDeliveryLine } from '../../components/delivery-line.ts';
import { controlValue } from '../../components/form.ts';
import '../../components/list-end.ts';
import { STATE_WORDS } from '../../components/webhook-words.ts';
import { type Announce, announcerContext } from '../../contexts/announcer.ts';
import { PagedController } from '../../controllers/paged.ts';
import { ShortcutsController } from '../../controllers/shortcuts.ts';
import { stepTo } from '../../controllers/step.ts';
import { shared } from '../../styles/shared.ts';
import { listed } from '../../words.ts';

/** What one address was sent, the newest first. Made anew for another address. */
@customElement('cd-webhook-messages')
export class CdWebhookMessages extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host,
      section {
        display: grid;
        gap: var(--space-m);
      }
      li {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 7rem;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        justify-content: space-between;
        gap: var(--space-s) var(--space-l);
      }
      h2 {
        flex: 1 1 20rem;
        overflow-wrap: anywhere;
      }
      select {
        inline-size: auto;
      }
    `,
  ];

  @property({ attribute: false }) hook!: Webhook;
  @consume({ context: announcerContext }) private announce: Announce = () => {};
  @state() private only: DeliveryState | null = null;
  @state() private busy: ReadonlySet<string> = new Set();
  @state() private problems: ReadonlyMap<string, ApiProblem> = new Map();

  readonly #messages = new PagedController<Delivery>(this, (cursor, signal) =>
    listDeliveries(this.hook.id, { cursor, ...(this.only === null ? {} : { state: this.only }) }, signal),
  );

  constructor() {
    super();
    const onLine = () => this.#line() !== null;
    new ShortcutsController(
      this,
      {
        'j|ArrowDown': { label: 'Next message', run: () => this.#step(1) },
        'k|ArrowUp': { label: 'Message before', run: () => this.#step(-1) },
        r: { label: 'Send the message again', run: () => this.#line()?.redeliver(), when: onLine },
        u: { label: 'Look what became of them', run: () => void this.reload() },
      },
      'Messages of an address',
    );
  }

  /** The page calls this when something was sent. */
  async reload(): Promise<void> {
    await this.#messages.restart();
  }

  protected override render() {
    const { items, nextCursor, loadingMore, problem } = this.#messages;
    return html`
      <section aria-label="Messages">
        <div class="head">
          <h2>Messages to <bdi>${this.hook.url}</bdi></h2>
          <div class="actions">
            <label for="only">Show</label>
            <select id="only" @change=${this.#onOnly}>
              <option value="">All</option>
              ${DeliveryState.options.map((one) => html`<option value=${one}>${STATE_WORDS[one]}</option>`)}
            </select>
            <button class="quiet" type="button" @click=${this.reload}>Look again <kbd>u</kbd></button>
          </div>
        </div>
        ${items.length === 0 ? this.#none() : this.#list(items, nextCursor !== null)}
        <cd-list-end
          .more=${nextCursor !== null}
          .busy=${loadingMore}
          .problem=${problem}
          @more=${() => this.#messages.more()}
          @retry=${() => this.#messages.restart()}
        ></cd-list-end>
      </section>
    `;
  }

  #none(): TemplateResult {
    const { loading, problem } = this.#messages;
    if (loading) return html`<p class="soft" role="status">Loading messages…</p>`;
    if (problem !== null) return html``;
    return html`<p class="empty soft">
      ${this.only === null ? 'Nothing was sent yet. Send a test to see whether it listens.' : 'There is none of this kind.'}
    </p>`;
  }

  #list(items: readonly Delivery[], more: boolean): TemplateResult {
    return html`
      <p role="status" class="soft">${listed(items.length, more, 'message', 'messages')}. They are kept for a month.</p>
      <ol role="list">
        ${repeat(
          items,
          ({ id }) => id,
          (delivery) => html`<li>
            <cd-delivery-line
              .delivery=${delivery}
              .busy=${this.busy.has(delivery.id)}
              .problem=${this.problems.get(delivery.id) ?? null}
              @redeliver=${() => void this.#redeliver(delivery)}
            ></cd-delivery-line>
          </li>`,
        )}
      </ol>
    `;
  }

  async #redeliver({ id }: Delivery): Promise<void> {
    this.busy = new Set([...this.busy, id]);
    this.problems = new Map([...this.problems].filter(([other]) => other !== id));
    try {
      const now = await redeliver(id);
      this.#messages.update((items) => items.map((one) => (one.id === id ? now : one)));
      this.announce('It is sent again');
    } catch (thrown) {
      this.problems = new Map([...this.problems, [id, asProblem(thrown)]]);
    } finally {
      this.busy = new Set([...this.busy].filter((other) => other !== id));
    }
  }

  #onOnly(event: Event): void {
    const chosen = DeliveryState.safeParse(controlValue(event));
    this.only = chosen.success ? chosen.data : null;
    void this.#messages.restart();
  }

  #line(): CdDeliveryLine | null {
    return this.renderRoot.querySelector<CdDeliveryLine>('cd-delivery-line:focus-within');
  }

  #step(by: 1 | -1): void {
    stepTo([...this.renderRoot.querySelectorAll('cd-delivery-line')], by, () => void this.#messages.more());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-webhook-messages': CdWebhookMessages;
  }
}
