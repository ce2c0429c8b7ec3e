import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type ShortcutGroup, setSingleKeys, singleKeysOn } from '../controllers/shortcuts.ts';
import { shared } from '../styles/shared.ts';

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

const written = (key: string) =>
  key
    .split(/(?<=.)\+/)
    .map((part) => NAMES[part] ?? part)
    .join(' + ');

/** The keys of the page in groups, and the switch for those that are a single character. */
@customElement('cd-keys-list')
export class CdKeysList extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: grid;
        gap: var(--space-l);
      }
      h3 {
        margin-block-end: var(--space-xs);
      }
      dl > div {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: var(--space-l);
        padding-block: var(--space-xs);
        border-block-end: 1px solid var(--rule);
      }
      dd {
        flex: none;
      }
    `,
  ];

  @property({ attribute: false }) groups: readonly ShortcutGroup[] = [];

  protected override render() {
    return html`
      ${this.groups.map(
        ({ title, shortcuts }) => html`
          <section>
            <h3>${title}</h3>
            <dl>
              ${shortcuts.map(
                ({ keys, label }) => html`
                  <div>
                    <dt>${label}</dt>
                    <dd>${keys.map((key, index) => html`${index > 0 ? ' or ' : ''}<kbd>${written(key)}</kbd>`)}</dd>
                  </div>
                `,
              )}
            </dl>
          </section>
        `,
      )}
      <label class="check">
        <input type="checkbox" .checked=${singleKeysOn()} @change=${this.#onSwitch} />
        Single-character keys act
      </label>
      <p class="hint">Switch them off where speech input or another program types for you. Enter, Esc, arrows and Ctrl still act.</p>
    `;
  }

  #onSwitch(event: Event): void {
    if (event.target instanceof HTMLInputElement) setSingleKeys(event.target.checked);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-keys-list': CdKeysList;
  }
}
