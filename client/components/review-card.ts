import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Claim } from '../../server/contract/claims.ts';
import type { Citation, FigureFound } from '../../server/contract/evidence.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { fileAddress, foreignAddress } from '../web-address.ts';
import { VERDICT_WORDS } from '../words.ts';
import { cardStyles } from './card-styles.ts';
import { detailsOf, outgrownWording } from './claim-reading.ts';
import { confirmedNote } from './confirmed-note.ts';
import './decide.ts';
import type { CdDecide } from './decide.ts';
import { inSentence } from './in-sentence.ts';
import type { ShownProblem } from './problem.ts';
import { quotation } from './quotation.ts';
import { kindTag, statusTag, tagStyles } from './tags.ts';

/** The words of a quote's figures that are not among the words relied on. */
const absent = (figures: readonly FigureFound[]) =>
  figures.filter(({ found }) => !found).map(({ words }) => `“${words}”`);

/**
 * One claim before its reviewer: its words, the verdict, what it rests on, and the decision.
 *
 * @fires decide - Pass, or return with a reason and words.
 * @fires take-back - The decision was a slip.
 * @slot - Links: to the claim in its story.
 * @slot news - Who changed it.
 * @fires wants-evidence - The card is looked at and has no evidence yet.
 */
@customElement('cd-review-card')
export class CdReviewCard extends LitElement {
  static override styles = [
    ...shared,
    tagStyles,
    cardStyles,
    css`
      mark {
        background: var(--accent-wash);
        border-block-end: 2px solid var(--accent);
      }
      .verdict,
      li {
        font-size: var(--text-s);
      }
    `,
  ];

  @property({ attribute: false }) claim: Claim | null = null;
  /** Null until they are fetched. */
  @property({ attribute: false }) citations: readonly Citation[] | null = null;
  /** Why this person may not review it: a refusal's code. */
  @property({ attribute: false }) refused: string | null = null;
  @property({ attribute: 'checker' }) checker = '';
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;

  @query('cd-decide') private decide!: CdDecide | null;
  @query('.words') private words!: HTMLElement | null;

  /** Focus the words of the claim: from there the keys act. */
  override focus(): void {
    this.words?.focus();
  }

  protected override render() {
    const { claim } = this;
    if (claim === null) return nothing;
    return html`
      <p class="head">${kindTag(claim.kind)} ${statusTag(claim.status)}<slot name="news"></slot><slot></slot></p>
      <p class="sentence words" dir="auto" tabindex="-1">${inSentence(claim)}</p>
      ${this.details(claim)}
      ${claim.summary === null ? nothing : html`<p class="soft" dir="auto">${claim.summary}</p>`}
      ${this.verdict(claim)} ${this.evidence()}
      <cd-decide
        .claim=${claim}
        .refused=${this.refused}
        .busy=${this.busy}
        .problem=${this.problem}
        @leave=${() => this.focus()}
      ></cd-decide>
    `;
  }

  /** What the words were read as. */
  private details(claim: Claim) {
    const details = detailsOf(claim);
    if (details.length === 0) return nothing;
    const outgrown = outgrownWording(claim);
    return html`
      <p class="small" dir="auto">${details.join(' · ')}</p>
      ${outgrown === null ? nothing : html`<p class="warning small">Read from “${outgrown}”, which the text no longer says.</p>`}
    `;
  }

  private verdict({ verdict }: Claim) {
    if (verdict === null) return nothing;
    return html`
      <div class="verdict">
        <p>
          <strong>${VERDICT_WORDS[verdict.verdict]}</strong>, ${this.checker},
          <time datetime=${verdict.at}>${fullTime(verdict.at)}</time>
        </p>
        ${confirmedNote(verdict, () => null)}
        <p dir="auto">${verdict.reason}</p>
        ${verdict.correction === null ? nothing : html`<p dir="auto">Correct: ${verdict.correction}</p>`}
      </div>
    `;
  }

  private evidence() {
    if (this.citations === null) return html`<p class="soft small">Fetching the evidence…</p>`;
    const live = this.citations.filter(({ withdrawn, evidence }) => !withdrawn && !evidence.withdrawn);
    if (live.length === 0) return html`<p class="warning small">No evidence is cited.</p>`;
    return html`<ul role="list" aria-label="Evidence">${live.map((citation) => this.citation(citation))}</ul>`;
  }

  private citation({ evidence, locator, quote, stance, figures }: Citation): TemplateResult {
    const address = foreignAddress(evidence.url);
    const missing = absent(figures);
    return html`
      <li>
        <span class="soft">${stance}:</span>
        ${
          evidence.file?.here
            ? html`<a href=${fileAddress(evidence.file.id)} download=${evidence.file.name}>${evidence.title}</a>`
            : address !== null
              ? html`<a href=${address} target="_blank" rel="noopener noreferrer">${evidence.title}</a>`
              : evidence.title
        }${evidence.publisher === null ? nothing : html`, ${evidence.publisher}`}${
          locator === null ? html`, <span class="soft">no place named</span>` : html`, ${locator}`
        }
        ${quote === null ? nothing : html`<br />${quotation(quote)}`}
        ${
          missing.length === 0
            ? nothing
            : html`<br /><span class="warning">${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in these words.</span>`
        }
      </li>
    `;
  }

  /** Words that were typed and not sent are in it. */
  get isInHand(): boolean {
    return this.decide?.isInHand ?? false;
  }

  pass(): void {
    this.decide?.pass();
  }

  /** Open the form that returns the claim. */
  async openReturn(): Promise<void> {
    await this.decide?.openReturn();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-review-card': CdReviewCard;
  }
}
