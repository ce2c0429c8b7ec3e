import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { Webhook } from '../../server/contract/webhooks.ts';
import { newId } from '../api/http.ts';
import { type ApiProblem, asProblem, isAbort } from '../api/problem.ts';
import {
  createWebhook,
  editWebhook,
  listWebhooks,
  restoreWebhook,
  rotateSecret,
  testWebhook,
  withdrawWebhook,
} from '../api/webhooks.ts';
import '../components/once-shown.ts';
import '../components/problem.ts';
import '../components/webhook-card.ts';
import type { HookDeed, HookDeedEvent } from '../components/webhook-card.ts';
import '../components/webhook-form.ts';
import type { CdWebhookForm, SetWebhookEvent } from '../components/webhook-form.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { nameOf, type People, peopleContext } from '../contexts/people.ts';
import { shared } from '../styles/shared.ts';
import './webhooks/messages.ts';
import type { CdWebhookMessages } from './webhooks/messages.ts';

/** Addresses that are told what happens. For admins. */
@customElement('cd-webhooks-page')
export class CdWebhooksPage extends LitElement {
  static override styles = [
    ...shared,
    css`
      section,
      ul {
        display: grid;
        gap: var(--space-m);
      }
      .page {
        display: grid;
        gap: var(--space-xl);
      }
      details summary {
        min-block-size: var(--target);
        cursor: pointer;
      }
    `,
  ];

  @consume({ context: meContext, subscribe: true }) @state() private me: Me | null = null;
  @consume({ context: peopleContext, subscribe: true }) @state() private people: People | undefined;
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private hooks: readonly Webhook[] | null = null;
  @state() private problem: ApiProblem | null = null;
  /** What went wrong with the form, and with one address. */
  @state() private refused: ApiProblem | null = null;
  @state() private wrong: { readonly id: string; readonly problem: ApiProblem } | null = null;
  @state() private secret: { readonly url: string; readonly value: string } | null = null;
  @state() private busy: string | null = null;
  @state() private changing: string | null = null;
  /** Whose messages are shown. */
  @state() private shown: string | null = null;

  @query('section.new cd-webhook-form') private form!: CdWebhookForm | null;
  @query('cd-webhook-messages') private messages!: CdWebhookMessages | null;
  readonly #leaving = new AbortController();
  /** The same until the server took it, so that a lost answer makes no second one. */
  #newId = newId();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
  }

  protected override render() {
    const manages = this.me?.can.includes('manage_webhooks') ?? false;
    const shown = this.hooks?.find(({ id }) => id === this.shown);
    return html`
      <div class="page">
        <div class="page-head">
          <div>
            <h1>Webhooks</h1>
            <p class="soft">Other programs that are told of stories and claims as they happen</p>
          </div>
        </div>
        ${
          manages
            ? html`${this.#new()} ${this.#list()}
              ${
                shown === undefined
                  ? nothing
                  : keyed(shown.id, html`<cd-webhook-messages .hook=${shown}></cd-webhook-messages>`)
              }`
            : html`<p class="notice">Only admins say what other programs are told.</p>`
        }
      </div>
    `;
  }

  #new(): TemplateResult {
    return html`
      <section class="new" aria-label="A new address">
        <details>
          <summary>Tell an address</summary>
          <cd-webhook-form
            .problem=${this.refused}
            .busy=${this.busy === 'new'}
            @set-webhook=${this.#onCreate}
          ></cd-webhook-form>
        </details>
        ${
          this.secret === null
            ? nothing
            : html`<cd-once-shown
                label="Secret of ${this.secret.url}"
                .value=${this.secret.value}
                @close=${() => {
                  this.secret = null;
                }}
              >
                Give it to the receiving program, which checks signatures with it: it is shown only now.
              </cd-once-shown>`
        }
      </section>
    `;
  }

  #list(): TemplateResult {
    const { hooks } = this;
    if (hooks === null)
      return html`<cd-problem .problem=${this.problem}>
          <button type="button" @click=${() => void this.#load()}>Try again</button>
        </cd-problem>
        ${this.problem === null ? html`<p class="soft" role="status">Loading…</p>` : nothing}`;
    if (hooks.length === 0)
      return html`<div class="empty">
        <p>No other program is told anything.</p>
        <p class="soft">A CMS or an archive can hear of a verified claim the moment a second person passes it.</p>
      </div>`;
    return html`
      <section aria-label="Addresses">
        <h2>Addresses</h2>
        <ul role="list">
          ${repeat(
            hooks,
            ({ id }) => id,
            (hook) => html`<li>
              <cd-webhook-card
                .hook=${hook}
                .owner=${nameOf(this.people, hook.ownerId)}
                .shown=${this.shown === hook.id}
                .changing=${this.changing === hook.id}
                .busy=${this.busy === hook.id}
                .problem=${this.wrong?.id === hook.id ? this.wrong.problem : null}
                @hook-deed=${({ deed }: HookDeedEvent) => void this.#do(hook, deed)}
                @set-webhook=${({ webhook }: SetWebhookEvent) => void this.#edit(hook, webhook)}
              ></cd-webhook-card>
            </li>`,
          )}
        </ul>
      </section>
    `;
  }

  async #load(): Promise<void> {
    this.problem = null;
    try {
      this.hooks = (await listWebhooks(this.#leaving.signal)).items;
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
  }

  async #onCreate({ webhook: { url, types } }: SetWebhookEvent): Promise<void> {
    this.busy = 'new';
    this.refused = null;
    try {
      const { webhook, secret } = await createWebhook({ id: this.#newId, url, types });
      this.#newId = newId();
      this.hooks = [webhook, ...(this.hooks ?? []).filter(({ id }) => id !== webhook.id)];
      this.secret = secret === null ? null : { url: webhook.url, value: secret };
      this.form?.saved();
      this.announce(`${url} is told from now on`);
    } catch (thrown) {
      this.refused = asProblem(thrown);
    } finally {
      this.busy = null;
    }
  }

  async #edit(hook: Webhook, change: { url?: string; types?: Webhook['types'] }): Promise<void> {
    await this.#change(hook, 'Changed', () => editWebhook(hook.id, { version: hook.version, ...change }));
    if (this.wrong === null) this.changing = null;
  }

  async #do(hook: Webhook, deed: HookDeed): Promise<void> {
    const { id, version } = hook;
    switch (deed) {
      case 'show':
        this.shown = this.shown === id ? null : id;
        return;
      case 'change':
      case 'leave':
        this.wrong = null;
        this.changing = deed === 'change' ? id : null;
        return;
      case 'stop':
        return this.#change(hook, 'Stopped', () => editWebhook(id, { version, active: false }));
      case 'go-on':
        return this.#change(hook, 'It goes on', () => editWebhook(id, { version, active: true }));
      case 'withdraw':
        return this.#change(hook, 'Withdrawn', () => withdrawWebhook(id, version));
      case 'restore':
        return this.#change(hook, 'Restored', () => restoreWebhook(id));
      case 'rotate':
        return this.#change(hook, 'The new secret is at the top of the page', async () => {
          const { webhook, secret } = await rotateSecret(id, version);
          this.secret = secret === null ? null : { url: hook.url, value: secret };
          return webhook;
        });
      case 'test':
        await this.#change(hook, 'A test is on its way', async () => {
          await testWebhook(id);
          return { ...hook, waiting: hook.waiting + 1 };
        });
        this.shown = id;
        await this.messages?.reload();
    }
  }

  /** One change to one address; where it is stale, what holds is shown. */
  async #change(hook: Webhook, done: string, change: () => Promise<Webhook>): Promise<void> {
    this.busy = hook.id;
    this.wrong = null;
    try {
      this.#show(await change());
      this.announce(done);
    } catch (thrown) {
      const problem = asProblem(thrown);
      this.wrong = { id: hook.id, problem };
      const current = Webhook.safeParse(problem.current);
      if (current.success) this.#show(current.data);
    } finally {
      this.busy = null;
    }
  }

  #show(hook: Webhook): void {
    this.hooks = (this.hooks ?? []).map((other) => (other.id === hook.id ? hook : other));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-webhooks-page': CdWebhooksPage;
  }
}
