import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Claim } from '../../../server/contract/claims.ts';
import { nameOf, type People } from '../../contexts/people.ts';
import { hereWords, type Someone } from '../../controllers/proof/present.ts';
import {
  KIND_LETTERS,
  KIND_WORDS,
  readingOf,
  STATUS_GLYPHS,
  shorten,
  statusWord,
} from '../../controllers/proof/readings.ts';
import { shared } from '../../styles/shared.ts';
import { ChooseEvent } from './events.ts';
import { kindStyles } from './kind-styles.ts';

/** Rows drawn at first and with each press of "Show more": a long story has thousands of claims. */
const STEP = 200;

/**
 * The claims of the story as a table: the same as in the text, for those who would rather read a list.
 *
 * @fires choose - A claim was chosen.
 */
@customElement('cd-claim-table')
export class CdClaimTable extends LitElement {
  static override styles = [
    ...shared,
    kindStyles,
    css`
      .scroller {
        max-inline-size: 100%;
        max-block-size: calc(100dvh - 6rem);
        overflow: auto;
        scroll-padding-block-start: 2.5rem;
      }
      /* The columns keep their names while the rows go by. */
      thead th {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        background: var(--paper);
        box-shadow: 0 1px var(--rule-strong);
      }
      th button {
        justify-content: start;
        min-block-size: 1.75rem;
        padding: 0;
        font-weight: 600;
        text-align: start;
        white-space: normal;
      }
      tr[aria-current='true'] {
        background: var(--accent-wash);
      }
      .quote {
        font-family: var(--serif);
        font-size: var(--text-m);
        min-inline-size: 14rem;
        overflow-wrap: anywhere;
      }
      .status {
        white-space: nowrap;
      }
      .here {
        display: block;
        color: var(--accent);
        font-size: var(--text-xs);
      }
      /* The reading says the words in short, and how a claim stands is not to be scrolled for. */
      @media (max-width: 40rem) {
        .words {
          display: none;
        }
        tbody th {
          min-inline-size: 10rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) claims: readonly Claim[] = [];
  @property() chosenId: string | null = null;
  @property({ attribute: false }) people: People = new Map();
  /** The others on each claim now. */
  @property({ attribute: false }) here: ReadonlyMap<string, readonly Someone[]> = new Map();

  @state() private shown = STEP;

  protected override render() {
    if (this.claims.length === 0) return html`<p class="empty soft">No claims to show.</p>`;
    const rest = this.claims.length - this.shown;
    return html`
      <div class="scroller" role="region" aria-label="Claims" tabindex="0">
        <table>
          <caption class="visually-hidden">The claims of this story in the order of the text</caption>
          <thead>
            <tr>
              <th scope="col">Kind</th>
              <th scope="col">Reading</th>
              <th scope="col" class="words">Words</th>
              <th scope="col">Status</th>
              <th scope="col">Checked by</th>
              <th scope="col" class="number">Evidence</th>
              <th scope="col" class="number">Comments</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.claims.slice(0, this.shown),
              ({ id }) => id,
              (claim) => this.row(claim),
            )}
          </tbody>
        </table>
      </div>
      ${
        rest > 0
          ? html`<button
              type="button"
              @click=${() => {
                this.shown += STEP;
              }}
            >
              Show more: ${rest} left
            </button>`
          : nothing
      }
    `;
  }

  private row(claim: Claim) {
    return html`
      <tr aria-current=${claim.id === this.chosenId ? 'true' : 'false'}>
        <td class="kind-${claim.kind}">
          <span class="badge" aria-hidden="true">${KIND_LETTERS[claim.kind]}</span>
          <span class="visually-hidden">${KIND_WORDS[claim.kind]}</span>
        </td>
        <th scope="row">
          <button class="quiet" type="button" @click=${() => this.dispatchEvent(new ChooseEvent(claim.id, true))}>
            ${readingOf(claim)}
          </button>
        </th>
        <td class="quote words" dir="auto">${shorten(claim.span.quote, 120)}</td>
        <td class="status">${STATUS_GLYPHS[claim.status]} ${statusWord(claim)}</td>
        <td>
          ${claim.assigneeId === null ? '' : nameOf(this.people, claim.assigneeId)}
          ${(this.here.get(claim.id) ?? []).map((someone) => html`<span class="here">${hereWords(someone)}</span>`)}
        </td>
        <td class="number">${claim.citationCount}</td>
        <td class="number">${claim.openComments}</td>
      </tr>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-claim-table': CdClaimTable;
  }
}
