import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { AuditedAttribution } from '../../server/contract/audit.ts';
import type { Claim } from '../../server/contract/claims.ts';
import type { HistoryItem } from '../../server/contract/history.ts';
import { historyLine, plainWords } from '../controllers/proof/history-words.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { fileAddress, foreignAddress } from '../web-address.ts';
import { VERDICT_WORDS } from '../words.ts';
import { attributionWords } from './attribution-words.ts';
import { cardStyles } from './card-styles.ts';
import { confirmedNote } from './confirmed-note.ts';
import './decide.ts';
import type { CdDecide } from './decide.ts';
import { BASES, HISTORY_LABELS, MODES, wordFor } from './inspector/words.ts';
import type { ShownProblem } from './problem.ts';
import { quotation } from './quotation.ts';
import { confidentialTag, kindTag, statusTag, tagStyles } from './tags.ts';

type Evidence = AuditedAttribution['evidence'][number];

/**
 * One attribution before its auditor: who says what by which words, what it can be checked against, and the decision.
 *
 * @slot - What the program would ask about it.
 * @slot news - Who changed it.
 * @fires decide - Pass, or return with a reason and words.
 * @fires take-back - The decision was a slip.
 */
@customElement('cd-audit-card')
export class CdAuditCard extends LitElement {
  static override styles = [
    ...shared,
    tagStyles,
    cardStyles,
    css`
      mark {
        background: none;
      }
      .content {
        background: var(--kind-attribution-wash);
        border-block-end: 2px solid var(--kind-attribution);
      }
      .source {
        border-block-end: 2px solid var(--kind-source);
        font-weight: 600;
      }
      .cue {
        border-block-end: 2px dotted var(--ink-soft);
        font-style: italic;
      }
      .beside {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--space-s) var(--space-l);
        font-size: var(--text-s);
      }
      h3 {
        font-size: var(--text-xs);
        color: var(--ink-soft);
        font-weight: 600;
      }
      @media (max-width: 40rem) {
        .beside {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) item: AuditedAttribution | null = null;
  /** The claim as it is after a decision; else the item's own. */
  @property({ attribute: false }) claim: Claim | null = null;
  /** The claims of the story by id, for those that are attributed here. */
  @property({ attribute: false }) claims: ReadonlyMap<string, Claim> = new Map();
  @property() checker = '';
  @property() reviewer = '';
  /** What happened since the last review; null until it is fetched. */
  @property({ attribute: false }) since: readonly HistoryItem[] | null = null;
  /** The last review, where an answer to it took it away. */
  @property({ attribute: false }) formerReview: HistoryItem | null = null;
  @property({ attribute: false }) refused: string | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;

  @query('.words') private words!: HTMLElement | null;
  @query('cd-decide') private decide!: CdDecide | null;

  /** Focus the sentence: from there the keys act. */
  override focus(): void {
    this.words?.focus();
  }

  /** It waits for a decision of this person. */
  get mayDecide(): boolean {
    return this.decide?.mayDecide ?? false;
  }

  /** Words that were typed and not sent are in it. */
  get isInHand(): boolean {
    return this.decide?.isInHand ?? false;
  }

  pass(): void {
    this.decide?.pass();
  }

  async openReturn(): Promise<void> {
    await this.decide?.openReturn();
  }

  protected override render() {
    const { item } = this;
    const claim = this.claim ?? item?.claim;
    if (item === null || claim?.kind !== 'attribution') return nothing;
    return html`
      <p class="head">
        <strong><bdi>${item.chain.length === 0 ? 'Nobody named' : item.chain.join(' → ')}</bdi></strong>
        ${confidentialTag(item.source)} ${statusTag(claim.status)} <slot name="news"></slot> ${this.facts(claim)}
      </p>
      <p class="sentence words" dir="auto" tabindex="-1">${attributionWords(claim)}</p>
      ${this.earlier(claim)}
      <slot></slot>
      <div class="beside">
        <div>${this.said(item, claim)}</div>
        <div>
          <h3>Checked against</h3>
          ${
            item.evidence.length === 0
              ? html`<p class="warning">No evidence is cited.</p>`
              : html`<ul role="list">${item.evidence.map((one) => this.evidence(item, one))}</ul>`
          }
        </div>
      </div>
      ${this.verdict(claim)} ${this.reviewed(claim)}
      <cd-decide
        .claim=${claim}
        .refused=${this.refused}
        .busy=${this.busy}
        .problem=${this.problem}
        @leave=${() => this.focus()}
      ></cd-decide>
    `;
  }

  private facts({ details }: Extract<Claim, { kind: 'attribution' }>) {
    const { mode, basis, carriedOver } = details;
    const words = [
      mode === null ? null : wordFor(MODES, mode),
      basis === null ? null : wordFor(BASES, basis),
      carriedOver ? 'Carried over' : null,
    ].filter((word) => word !== null);
    return html`<span class="soft">${words.join(' · ')}</span>`;
  }

  /** A source or cue outside of the sentence is nowhere to be seen in it. */
  private earlier({ details, sentenceText, sentenceStart: from }: Extract<Claim, { kind: 'attribution' }>) {
    const outside = [details.source, details.cue].filter(
      (words) => words !== null && (words.start < from || words.start >= from + sentenceText.length),
    );
    if (outside.length === 0) return nothing;
    return html`<p class="soft small">In another sentence: ${outside.map((words) => html`<q dir="auto">${words?.quote}</q> `)}</p>`;
  }

  private said(item: AuditedAttribution, claim: Extract<Claim, { kind: 'attribution' }>) {
    const content = claim.details.content.length === 0 ? [claim.span] : claim.details.content;
    const attributed = item.attributed.flatMap((id) => this.claims.get(id) ?? []);
    return html`
      <h3>What is said</h3>
      <p>${quotation(content.map(({ quote }) => quote).join(' … '))}</p>
      ${
        attributed.length === 0
          ? nothing
          : html`<ul role="list" aria-label="Claims attributed here">
              ${attributed.map(
                (one) =>
                  html`<li>${kindTag(one.kind)} <a href="/stories/${one.articleId}#claim=${one.id}"><bdi>${one.span.quote}</bdi></a> ${statusTag(one.status)}</li>`,
              )}
            </ul>`
      }
    `;
  }

  private evidence(
    item: AuditedAttribution,
    { citationId, fileId, title, publisher, url, stance, locator, quote }: Evidence,
  ) {
    const address = foreignAddress(url);
    const link =
      address !== null
        ? html`<a href=${address} target="_blank" rel="noopener noreferrer">${title}</a>`
        : fileId === null
          ? title
          : html`<a href=${fileAddress(fileId)} download>${title}</a>`;
    const compared = item.comparisons.filter((comparison) => comparison.citationId === citationId);
    const missing = [
      ...new Set(
        compared.flatMap(({ figures }) => figures.filter(({ found }) => !found).map(({ words }) => words)),
      ),
    ];
    const there = [
      ...new Set(
        compared.flatMap(({ figures }) => figures.filter(({ found }) => found).map(({ words }) => words)),
      ),
    ];
    return html`
      <li>
        <span class="soft">${stance}:</span>
        ${link}${
          publisher === null ? nothing : html`, ${publisher}`
        }${locator === null ? html`, <span class="soft">no place named</span>` : html`, ${locator}`}
        ${quote === null ? nothing : html`<br />${quotation(quote)}`}
        ${missing.length === 0 ? nothing : html`<br /><span class="warning">Not in these words: ${quoted(missing)}</span>`}
        ${there.length === 0 ? nothing : html`<br /><span class="soft">In these words: ${quoted(there)}</span>`}
      </li>
    `;
  }

  private verdict({ verdict }: Claim) {
    if (verdict === null) return html`<p class="soft small">There is no verdict to review yet.</p>`;
    return html`
      <div class="small">
        <p>
          <strong>${VERDICT_WORDS[verdict.verdict]}</strong>${verdict.expired === null ? nothing : ' (no longer holds)'},
          ${this.checker}, <time datetime=${verdict.at}>${fullTime(verdict.at)}</time>
        </p>
        ${confirmedNote(verdict, () => null)}
        <p dir="auto">${verdict.reason}</p>
      </div>
    `;
  }

  /** A review that stands no longer, and what happened since. */
  private reviewed({ review }: Claim) {
    const { since, formerReview } = this;
    if (review === null && formerReview === null) return nothing;
    return html`
      <div class="small">
        ${
          review === null
            ? html`<ul role="list">${formerReview === null ? nothing : this.change(formerReview)}</ul>`
            : review.reopened === null
              ? nothing
              : html`<p>
                ${review.decision === 'passed' ? 'Passed' : 'Returned'} by ${this.reviewer},
                <time datetime=${review.at}>${fullTime(review.at)}</time>; something changed after it.
              </p>`
        }
        ${
          since === null || since.length === 0
            ? nothing
            : html`<h3>Since then</h3>
                <ul role="list">
                  ${since.map((event) => this.change(event))}
                </ul>`
        }
      </div>
    `;
  }

  private change(event: HistoryItem) {
    const { who, what, at, changes } = historyLine(event, HISTORY_LABELS, plainWords);
    return html`
      <li>
        ${who} ${what}, <time datetime=${at}>${fullTime(at)}</time>
        ${changes.map(
          ({ label, before, after }) =>
            html`<br /><span class="soft">${label}:</span> ${before === null ? nothing : html`<del dir="auto">${before}</del>`}
              ${after === null ? nothing : html`<ins dir="auto">${after}</ins>`}`,
        )}
      </li>
    `;
  }
}

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');

declare global {
  interface HTMLElementTagNameMap {
    'cd-audit-card': CdAuditCard;
  }
}
