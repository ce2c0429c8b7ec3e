import { consume } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import { changePassword } from '../api/session.ts';
import { describedBy, field, invalid } from '../components/field.ts';
import { controlChecked, controlValue, formOf, formText } from '../components/form.ts';
import './me/my-tokens.ts';
import '../components/problem.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { setSingleKeys, singleKeysOn } from '../controllers/shortcuts.ts';
import { shared } from '../styles/shared.ts';
import { setTheme, storedTheme, Theme } from '../theme.ts';
import { ROLE_MEANINGS, ROLE_WORDS } from '../words.ts';

const THEME_WORDS: Readonly<Record<Theme, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
};
const LABELS = { current: 'Current password', next: 'New password' };

/** One's own account: password, and how this browser shows Claimdesk. */
@customElement('cd-me-page')
export class CdMePage extends LitElement {
  static override styles = [
    ...shared,
    css`
      section {
        display: grid;
        gap: var(--space-m);
        padding-block-start: var(--space-l);
        border-block-start: 1px solid var(--rule);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-xs) var(--space-l);
      }
    `,
  ];

  @consume({ context: meContext, subscribe: true }) @state() private me: Me | null = null;
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private problem: ApiProblem | null = null;
  @state() private busy = false;
  @state() private changed = false;

  protected override render() {
    return html`
      <div class="page narrow">
        <h1>Your account</h1>
        ${
          this.me === null
            ? nothing
            : html`<p>
                ${this.me.name}, ${this.me.email}<br />
                <span class="soft">${ROLE_WORDS[this.me.role]}: ${ROLE_MEANINGS[this.me.role]}</span>
              </p>`
        }
        ${this.#display()} ${this.#password()} ${this.#tokens()}
      </div>
    `;
  }

  #display() {
    const theme = storedTheme();
    return html`
      <section>
        <h2>In this browser</h2>
        <fieldset>
          <legend>Colours</legend>
          <div class="choices">
            ${Theme.options.map(
              (option) => html`
                <label class="check">
                  <input type="radio" name="theme" value=${option} ?checked=${option === theme} @change=${this.#onTheme} />
                  ${THEME_WORDS[option]}
                </label>
              `,
            )}
          </div>
        </fieldset>
        <label class="check">
          <input type="checkbox" .checked=${singleKeysOn()} @change=${this.#onKeys} />
          Single-character keys act
        </label>
      </section>
    `;
  }

  #password() {
    const wrong = (path: string) => this.problem?.about(path);
    return html`
      <section>
        <h2>Password</h2>
        <p class="soft small">Changing it signs you out everywhere else.</p>
        <form class="form" @submit=${this.#onPassword}>
          <cd-problem .problem=${this.problem} .labels=${LABELS}></cd-problem>
          <input class="visually-hidden" type="email" autocomplete="username" .value=${this.me?.email ?? ''} tabindex="-1" aria-hidden="true" readonly />
          ${field(
            { id: 'current', label: LABELS.current, wrong: wrong('current') },
            html`<input id="current" name="current" type="password" autocomplete="current-password" required
              aria-invalid=${invalid(wrong('current'))} aria-describedby=${describedBy('current', false, wrong('current'))} />`,
          )}
          ${field(
            { id: 'next', label: LABELS.next, hint: 'At least 12 characters.', wrong: wrong('next') },
            html`<input id="next" name="next" type="password" autocomplete="new-password" required
              aria-invalid=${invalid(wrong('next'))} aria-describedby=${describedBy('next', true, wrong('next'))} />`,
          )}
          <div class="actions">
            <button class="primary" type="submit" ?disabled=${this.busy}>
              ${this.busy ? 'Changing…' : 'Change password'}
            </button>
            ${this.changed ? html`<span class="soft small">Changed.</span>` : nothing}
          </div>
        </form>
      </section>
    `;
  }

  #tokens() {
    return html`
      <section>
        <h2>Tokens</h2>
        <p class="soft small">
          With a token a program acts for you: it brings in stories from the wire, or fetches the verified claims. It can
          do no more than you, and what it does stands under your name in the history.
          <a href="/reference">What a program can ask for</a>
        </p>
        <cd-my-tokens></cd-my-tokens>
      </section>
    `;
  }

  #onTheme(event: Event): void {
    const theme = Theme.safeParse(controlValue(event));
    if (theme.success) setTheme(theme.data);
  }

  #onKeys(event: Event): void {
    setSingleKeys(controlChecked(event));
  }

  async #onPassword(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = formOf(event);
    this.busy = true;
    this.problem = null;
    this.changed = false;
    try {
      await changePassword({ current: formText(form, 'current'), next: formText(form, 'next') });
      form.reset();
      this.changed = true;
      this.announce('Password changed');
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-me-page': CdMePage;
  }
}
