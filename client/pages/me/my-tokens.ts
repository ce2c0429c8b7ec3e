import { consume } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Token } from '../../../server/contract/tokens.ts';
import { newId } from '../../api/http.ts';
import { type ApiProblem, asProblem, isAbort } from '../../api/problem.ts';
import { createToken, listTokens, revokeToken } from '../../api/tokens.ts';
import { type Announce, announcerContext } from '../../contexts/announcer.ts';
import { shared } from '../../styles/shared.ts';
import { fullDay, fullTime } from '../../times.ts';
import { SCOPE_WORDS } from '../../words.ts';
import '../../components/once-shown.ts';
import '../../components/problem.ts';
import '../../components/token-form.ts';
import type { CdTokenForm, MakeTokenEvent } from '../../components/token-form.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The tokens with which one's programs act: what there is, a new one, taking one back. */
@customElement('cd-my-tokens')
export class CdMyTokens extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host,
      li {
        display: grid;
        gap: var(--space-m);
      }
      li {
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: start;
        padding-block: var(--space-s);
        border-block-end: 1px solid var(--rule);
        overflow-wrap: anywhere;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      details summary {
        min-block-size: var(--target);
        cursor: pointer;
      }
    `,
  ];

  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private tokens: readonly Token[] | null = null;
  @state() private made: { token: Token; secret: string } | null = null;
  /** What went wrong with the list, and with the form. */
  @state() private problem: ApiProblem | null = null;
  @state() private refused: ApiProblem | null = null;
  @state() private busy = false;

  @query('cd-token-form') private form!: CdTokenForm;
  readonly #leaving = new AbortController();
  /** The same until the server took it, so that a lost answer makes no second token. */
  #id = newId();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
  }

  protected override render() {
    return html`
      <cd-problem .problem=${this.problem}></cd-problem>
      ${
        this.made === null
          ? nothing
          : html`<cd-once-shown label="Token for ${this.made.token.name}" .value=${this.made.secret} @close=${this.#onClose}>
              Keep it where passwords are kept: it is shown only now. Programs send it as
              <code>Authorization: Bearer …</code>
            </cd-once-shown>`
      }
      ${this.#list()}
      <details>
        <summary>Make a token</summary>
        <cd-token-form .problem=${this.refused} .busy=${this.busy} @make-token=${this.#onMake}></cd-token-form>
      </details>
    `;
  }

  #list() {
    if (this.tokens === null)
      return this.problem === null
        ? html`<p class="soft">Loading…</p>`
        : html`<div class="actions"><button type="button" @click=${() => void this.#load()}>Try again</button></div>`;
    if (this.tokens.length === 0) return html`<p class="soft">You have none.</p>`;
    return html`
      <ul role="list" aria-label="Your tokens">
        ${repeat(
          this.tokens,
          ({ id }) => id,
          (token) => html`
            <li>
              <div>
                <strong><bdi>${token.name}</bdi></strong><br />
                ${token.scopes.map((scope) => SCOPE_WORDS[scope]).join('. ')}.<br />
                <span class="soft small">
                  ${token.lastUsedAt === null ? 'Never used' : `Last used ${fullTime(token.lastUsedAt)}`} · works until
                  ${fullDay(token.expiresAt)}
                </span>
              </div>
              <button class="quiet" type="button" aria-label="Take back ${token.name}" @click=${() => void this.#revoke(token)}>
                Take back
              </button>
            </li>
          `,
        )}
      </ul>
    `;
  }

  async #load(): Promise<void> {
    this.problem = null;
    try {
      this.tokens = (await listTokens(this.#leaving.signal)).items;
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
  }

  async #onMake({ token: { name, scopes, days } }: MakeTokenEvent): Promise<void> {
    this.busy = true;
    this.refused = null;
    const expiresAt = new Date(Date.now() + days * DAY_MS).toISOString();
    try {
      const { token, secret } = await createToken({ id: this.#id, name, scopes, expiresAt });
      this.#id = newId();
      this.tokens = [token, ...(this.tokens ?? []).filter(({ id }) => id !== token.id)];
      this.made = secret === null ? null : { token, secret };
      this.form.saved();
      this.announce(`Token made: ${name}`);
    } catch (thrown) {
      this.refused = asProblem(thrown);
    } finally {
      this.busy = false;
    }
  }

  async #revoke({ id, name }: Token): Promise<void> {
    this.problem = null;
    try {
      await revokeToken(id);
      this.tokens = (this.tokens ?? []).filter((token) => token.id !== id);
      if (this.made?.token.id === id) this.made = null;
      this.announce(`Taken back: ${name}`);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  #onClose(): void {
    this.made = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-my-tokens': CdMyTokens;
  }
}
