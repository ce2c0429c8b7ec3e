import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Outcome } from '../../../server/contract/claims.ts';
import type { LedgerFigure } from '../../../server/contract/figures.ts';
import { shared } from '../../styles/shared.ts';
import { onLink } from './events.ts';
import {
  figureWords,
  OUTCOME_WORDS,
  placeWords,
  relationWords,
  whenWords,
  whereWords,
  whoWords,
} from './words.ts';

/** Rows drawn at first and with each press of "Show more": a long story has thousands of figures. */
const STEP = 200;
/** Deeper parts stand no further in: the words beside them would have no room. */
const DEEPEST = 4;

/**
 * Every figure of a story by outcome, parts under their whole.
 *
 * @fires go-to - A figure should be read where it stands.
 */
@customElement('cd-figure-table')
export class CdFigureTable extends LitElement {
  static override styles = [
    ...shared,
    css`
      .scroller {
        max-inline-size: 100%;
      }
      tbody + tbody tr:first-child th {
        padding-block-start: var(--space-l);
      }
      th[scope='rowgroup'] {
        font-family: var(--serif);
        font-size: var(--text-m);
        font-weight: 600;
      }
      thead th:first-child,
      tbody th[scope='row'] {
        inline-size: 6.5rem;
        text-align: end;
        white-space: nowrap;
      }
      th[scope='row'] a {
        display: inline-block;
        min-block-size: 1.5rem;
        font-size: var(--text-m);
        font-weight: 600;
      }
      td {
        overflow-wrap: anywhere;
      }
      .who {
        min-inline-size: 8rem;
      }
      .deep-1 {
        padding-inline-start: calc(1.25 * var(--space-xl));
      }
      .deep-2 {
        padding-inline-start: calc(2 * var(--space-xl));
      }
      .deep-3 {
        padding-inline-start: calc(3 * var(--space-xl));
      }
      .deep-4 {
        padding-inline-start: calc(4 * var(--space-xl));
      }
      .again th a {
        font-weight: 400;
      }
      .vague {
        white-space: normal;
      }
      .where {
        white-space: nowrap;
      }
      /* Said beside the people where there is no room for columns. */
      .also {
        display: none;
      }
      @media (max-width: 40rem) {
        .wide {
          display: none;
        }
        .also {
          display: block;
        }
        thead th:first-child,
        tbody th[scope='row'] {
          inline-size: 4.5rem;
          white-space: normal;
        }
        .where {
          white-space: normal;
        }
        .deep-2,
        .deep-3,
        .deep-4 {
          padding-inline-start: calc(1.5 * var(--space-xl));
        }
      }
      @media print {
        .scroller {
          overflow: visible;
        }
        thead {
          display: table-header-group;
        }
        tr {
          break-inside: avoid;
        }
      }
    `,
  ];

  /** By outcome; parts behind their whole. */
  @property({ attribute: false }) figures: readonly LedgerFigure[] = [];
  @property({ attribute: false }) articleId = '';
  /** For paper: all rows at once. */
  @property({ type: Boolean }) whole = false;

  @state() private shown = STEP;

  /** Focus a figure's link; does nothing where it is not shown. */
  focusFigure(claimId: string): void {
    const rows = this.renderRoot.querySelectorAll<HTMLElement>('tr[data-claim]');
    [...rows]
      .find(({ dataset }) => dataset.claim === claimId)
      ?.querySelector('a')
      ?.focus();
  }

  protected override render() {
    const shown = this.whole ? this.figures : this.figures.slice(0, this.shown);
    const rest = this.figures.length - shown.length;
    const groups = new Map<Outcome, LedgerFigure[]>();
    for (const figure of shown) groups.set(figure.group, [...(groups.get(figure.group) ?? []), figure]);
    const byId = new Map(this.figures.map((figure) => [figure.claimId, figure]));
    return html`
      <div class="scroller" role="region" aria-label="All figures" tabindex="0">
        <table>
          <caption class="visually-hidden">The figures of this story by outcome, parts under their whole</caption>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Who</th>
              <th scope="col" class="wide">When</th>
              <th scope="col" class="wide">Where</th>
              <th scope="col" class="wide">Source</th>
              <th scope="col">In the story</th>
            </tr>
          </thead>
          ${[...groups].map(([outcome, figures]) => this.#group(outcome, figures, byId))}
        </table>
      </div>
      ${rest > 0 ? this.#more(rest) : nothing}
    `;
  }

  #group(outcome: Outcome, figures: readonly LedgerFigure[], byId: ReadonlyMap<string, LedgerFigure>) {
    return html`
      <tbody>
        <tr><th scope="rowgroup" colspan="6">${OUTCOME_WORDS[outcome]}</th></tr>
        ${repeat(
          figures,
          ({ claimId }) => claimId,
          (figure) => this.#row(figure, byId),
        )}
      </tbody>
    `;
  }

  #row(figure: LedgerFigure, byId: ReadonlyMap<string, LedgerFigure>) {
    const { claimId, details, depth, sameAs, span, group } = figure;
    const [when, place] = [whenWords(details), placeWords(details)];
    const sources = this.#sources(figure);
    const also = [when, place].filter((words) => words !== '').join(' · ');
    return html`
      <tr class=${sameAs === null ? 'first' : 'again'} data-claim=${claimId}>
        <th scope="row">
          <a href="/stories/${this.articleId}#claim=${claimId}" @click=${onLink(claimId, span.start)}
            class=${details.modifier === 'vague' ? 'vague' : nothing} title=${span.quote}
            >${figureWords(details)}<span class="visually-hidden">${relationWords(figure, byId)}</span></a
          >
        </th>
        <td class="who deep-${Math.min(depth, DEEPEST)}">
          <bdi>${whoWords(details)}</bdi>
          ${details.outcome === group ? nothing : html`<span class="soft">${OUTCOME_WORDS[details.outcome].toLowerCase()}</span>`}
          ${sameAs === null ? nothing : html`<span class="soft">the same again</span>`}
          <span class="also soft"
            >${also === '' ? nothing : html`<bdi>${also}</bdi>`}${also === '' || sources.length === 0 ? nothing : ' · '}${sources}</span
          >
        </td>
        <td class="wide">${when}</td>
        <td class="wide"><bdi>${place}</bdi></td>
        <td class="wide">${sources}</td>
        <td class="where">${whereWords(figure)}</td>
      </tr>
    `;
  }

  #sources({ sources }: LedgerFigure) {
    return sources.map(
      ({ name, confidential }, at) =>
        html`${at === 0 ? nothing : '; '}<bdi>${name}</bdi>${confidential ? ' (confidential)' : nothing}`,
    );
  }

  #more(rest: number) {
    return html`<button
      type="button"
      @click=${() => {
        this.shown += STEP;
      }}
    >
      Show more: ${rest.toLocaleString('en-GB')} left
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-figure-table': CdFigureTable;
  }
}
