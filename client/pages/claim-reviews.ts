import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { IncompleteReview, ReviewGap } from '../../server/contract/claim-review.ts';
import { checkClaimReviews, claimFilters, reviewLinks } from '../api/exports.ts';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import '../components/problem.ts';
import { shared } from '../styles/shared.ts';
import { counted } from '../words.ts';

type Check = Awaited<ReturnType<typeof checkClaimReviews>>;

const GAP_WORDS: Readonly<Record<ReviewGap, string>> = {
  url: 'the story has no public address: enter it in the story’s settings',
  verdict: 'no verdict that holds, or waived',
  publisher: 'whose review it is: whoever runs Claimdesk sets PUBLISHER_NAME',
  said_by: 'who says it: link an attribution whose source is in the register',
  published: 'when the story was published',
  summary: 'a summary: the words are too long to be shown whole',
};

/** What reviews of claims lack, before they are published. The address holds the filters of the list. */
@customElement('cd-claim-reviews-page')
export class CdClaimReviewsPage extends LitElement {
  static override styles = [
    ...shared,
    css`
      section {
        display: grid;
        gap: var(--space-s);
      }
      h2 {
        font-size: 1.125rem;
      }
      ol > li {
        padding-block: var(--space-s);
        border-block-end: 1px solid var(--rule);
        overflow-wrap: anywhere;
      }
      ul {
        margin: 0;
        padding-inline-start: var(--space-l);
        font-size: var(--text-s);
      }
      .formats {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s);
      }
    `,
  ];

  @state() private check: Check | null = null;
  @state() private problem: ApiProblem | null = null;
  readonly #filters = claimFilters(new URLSearchParams(location.search));
  #gone = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#gone = new AbortController();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gone.abort();
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <h1>Before reviews are published</h1>
          <p><a href="/claims">Claims</a></p>
        </div>
        <cd-problem .problem=${this.problem}>
          <button type="button" @click=${this.#load}>Try again</button>
        </cd-problem>
        ${this.check === null ? this.#waiting() : this.#found(this.check)}
      </div>
    `;
  }

  #waiting(): TemplateResult | typeof nothing {
    return this.problem === null
      ? html`<p class="empty soft" role="status">Looking through the claims…</p>`
      : nothing;
  }

  #found({ complete, leftOut, items }: Check): TemplateResult {
    const nameless = items.some(({ wanting }) => wanting.includes('publisher'));
    // The newsroom's name is one for all: it is told once, and not of each claim.
    const told = items
      .map((item) => ({ ...item, wanting: item.wanting.filter((gap) => gap !== 'publisher') }))
      .filter((item) => item.missing.length + item.wanting.length > 0);
    const missing = told.filter((item) => item.missing.length > 0);
    const wanting = told.filter((item) => item.missing.length === 0);
    return html`
      <section aria-labelledby="file">
        <h2 id="file">${counted(complete, 'review', 'reviews')} in the file${leftOut === 0 ? '' : `, ${counted(leftOut, 'claim', 'claims')} left out`}</h2>
        ${
          complete === 0
            ? html`<p class="empty">No claim can be published as a review yet.</p>`
            : html`
              <p class="formats">
                ${reviewLinks(this.#filters).map(
                  ({ label, href }) => html`<a class="button" href=${href} download>${label}</a>`,
                )}
              </p>
            `
        }
        ${nameless ? html`<p class="soft">None of them says ${GAP_WORDS.publisher}.</p>` : nothing}
      </section>
      ${this.#list('missing', 'Left out', missing, leftOut)}
      ${this.#list('wanting', 'In the file, and better with', wanting, wanting.length)}
      ${items.length === 0 && complete > 0 ? html`<p>Nothing is missing.</p>` : nothing}
    `;
  }

  #list(
    id: 'missing' | 'wanting',
    heading: string,
    items: readonly IncompleteReview[],
    all: number,
  ): TemplateResult | typeof nothing {
    if (items.length === 0) return nothing;
    return html`
      <section aria-labelledby=${id}>
        <h2 id=${id}>${heading}</h2>
        ${all > items.length ? html`<p class="soft">The first ${items.length} of ${all}.</p>` : nothing}
        <ol role="list">
          ${repeat(
            items,
            ({ claimId }) => claimId,
            ({ claimId, articleId, quote, missing, wanting }) => html`
              <li>
                <a href="/stories/${articleId}#claim=${claimId}"><bdi>${quote}</bdi></a>
                <ul>
                  ${[...missing, ...wanting].map((gap) => html`<li class="soft">${GAP_WORDS[gap]}</li>`)}
                </ul>
              </li>
            `,
          )}
        </ol>
      </section>
    `;
  }

  readonly #load = async (): Promise<void> => {
    this.problem = null;
    try {
      this.check = await checkClaimReviews(this.#filters, this.#gone.signal);
    } catch (thrown) {
      if (!this.#gone.signal.aborted) this.problem = asProblem(thrown);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-claim-reviews-page': CdClaimReviewsPage;
  }
}
