import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { personNamed } from '../../contexts/people.ts';
import { historyLine, plainWords } from '../../controllers/proof/history-words.ts';
import { readingOf } from '../../controllers/proof/readings.ts';
import { shared } from '../../styles/shared.ts';
import { fullTime } from '../../times.ts';
import { notFetched } from './not-fetched.ts';
import type { InspectorView } from './view.ts';
import { HISTORY_LABELS } from './words.ts';

/** What happened to a claim, the latest first. */
@customElement('cd-history-tab')
export class CdHistoryTab extends LitElement {
  static override styles = [
    ...shared,
    css`
      li {
        padding-block: var(--space-s);
        border-block-end: 1px solid var(--rule);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 var(--space-s);
      }
      dt {
        color: var(--ink-soft);
      }
      del {
        color: var(--ink-soft);
      }
      ins {
        text-decoration: none;
      }
    `,
  ];

  @property({ attribute: false }) view: InspectorView | null = null;

  protected override render() {
    const { view } = this;
    if (view === null) return nothing;
    const { history, problem } = view.aside;
    if (history === null)
      return problem === null
        ? html`<p class="soft">Fetching the history…</p>`
        : notFetched(this, view, problem);
    const lines = history
      .map((item) => historyLine(item, HISTORY_LABELS, (value) => wordOf(view, value)))
      .reverse();
    return html`
      <ol role="list">
        ${lines.map(
          ({ at, who, what, changes }) => html`
            <li>
              <p>
                <strong>${who}</strong> ${what}
                <time class="soft" datetime=${at}>${fullTime(at)}</time>
              </p>
              ${
                changes.length === 0
                  ? nothing
                  : html`<dl>
                      ${changes.map(
                        ({ label, before, after }) => html`
                          <dt>${label}</dt>
                          <dd dir="auto">
                            ${before === null ? nothing : html`<del>${before}</del> → `}<ins>${after ?? 'none'}</ins>
                          </dd>
                        `,
                      )}
                    </dl>`
              }
            </li>
          `,
        )}
      </ol>
    `;
  }
}

/** Ids stand for people, claims and sources. */
function wordOf(view: InspectorView, value: string): string {
  const source = view.sources.get(value);
  if (source !== undefined) return source.name;
  const claim = view.claims.find(({ id }) => id === value);
  if (claim !== undefined) return readingOf(claim);
  return personNamed(view.people, value) ?? plainWords(value);
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-history-tab': CdHistoryTab;
  }
}
