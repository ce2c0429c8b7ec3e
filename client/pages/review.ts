import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Claim } from '../../server/contract/claims.ts';
import type { QueueItem } from '../../server/contract/reviewing.ts';
import { listReviewQueue } from '../api/reviewing.ts';
import '../components/list-end.ts';
import '../components/review-card.ts';
import type { DecideEvent } from '../components/decide.ts';
import type { CdReviewCard } from '../components/review-card.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { nameOf, type People, peopleContext } from '../contexts/people.ts';
import { ClockController } from '../controllers/clock.ts';
import { PagedController } from '../controllers/paged.ts';
import { decidedWords, ReviewingController } from '../controllers/reviewing.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { stepTo } from '../controllers/step.ts';
import { navigate } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { deadlineWords } from '../times.ts';
import { counted } from '../words.ts';

/** What waits for a second pair of eyes, over all stories: soonest deadline first. */
@customElement('cd-review-page')
export class CdReviewPage extends LitElement {
  static override styles = [
    ...shared,
    css`
      section {
        display: grid;
        gap: var(--space-m);
      }
      ol {
        display: grid;
        gap: var(--space-m);
      }
      h2 {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--space-m);
        font-size: 1.125rem;
      }
      h2 small {
        font-family: var(--sans);
        font-size: var(--text-s);
        font-weight: 400;
        color: var(--ink-soft);
      }
      .overdue,
      .soon {
        color: var(--danger) !important;
        font-weight: 600 !important;
      }
      li {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 14rem;
      }
    `,
  ];

  @consume({ context: peopleContext, subscribe: true }) @state() private people: People = new Map();
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  /** The story that the queue is narrowed to. */
  readonly #articleId = new URLSearchParams(location.search).get('story') ?? undefined;
  readonly #clock = new ClockController(this, 60_000);
  readonly #queue = new PagedController<QueueItem>(this, async (cursor, signal) => {
    const page = await listReviewQueue({ articleId: this.#articleId, cursor }, signal);
    if (cursor === undefined) this.announce(`${counted(page.items.length, 'claim')} to review`);
    return page;
  });
  readonly #reviewing = new ReviewingController(this, (claim) => this.announce(decidedWords(claim)));

  constructor() {
    super();
    new ShortcutsController(
      this,
      {
        'j|ArrowDown': { label: 'Next claim', run: () => this.#step(1) },
        'k|ArrowUp': { label: 'Claim before', run: () => this.#step(-1) },
        p: { label: 'Pass', run: () => this.#card()?.pass(), when: () => this.#card() !== null },
        r: {
          label: 'Return with a reason',
          run: () => void this.#card()?.openReturn(),
          when: () => this.#card() !== null,
        },
        u: {
          label: 'Take the decision back',
          run: () => this.#takeBack(this.#card()?.claim ?? null),
          when: () => this.#card() !== null,
        },
        Enter: { label: 'Open in the story', run: () => this.#open(), when: () => this.#card() !== null },
      },
      'Review',
    );
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <h1>Review</h1>
          ${
            this.#articleId === undefined
              ? html`<p class="actions"><a href="/audit">Attributions</a> <a href="/agreement">Agreement</a> <a href="/radar">Radar</a></p>`
              : html`<p><a href="/review">The queue of all stories</a></p>`
          }
        </div>
        ${this.#list()}
        <cd-list-end
          .more=${this.#queue.nextCursor !== null}
          .busy=${this.#queue.loadingMore}
          .problem=${this.#queue.problem}
          @more=${() => this.#queue.more()}
          @retry=${() => this.#queue.restart()}
        ></cd-list-end>
      </div>
    `;
  }

  #list(): TemplateResult {
    const { items, loading, problem } = this.#queue;
    if (items.length === 0) {
      if (loading) return html`<p class="empty soft" role="status">Loading the queue…</p>`;
      return problem === null
        ? html`<div class="empty">
            <p>Nothing waits for a review.</p>
            <p class="soft">Verdicts come here as soon as they are given.</p>
          </div>`
        : html``;
    }
    return html`${repeat(
      byStory(items),
      ([first]) => first?.article.id,
      (story) => this.#story(story),
    )}`;
  }

  #story(items: readonly QueueItem[]) {
    const article = items[0]?.article;
    if (article === undefined) return nothing;
    const deadline = deadlineWords(article.deadline, this.#clock.now);
    return html`
      <section aria-label=${article.title}>
        <h2>
          <a href="/stories/${article.id}"><bdi>${article.title}</bdi></a>
          <small class=${deadline.state}>${deadline.words}</small>
          <small><a href="/stories/${article.id}/audit">Audit</a></small>
        </h2>
        <ol role="list">
          ${repeat(
            items,
            ({ claim }) => claim.id,
            (item) => html`<li>${this.#item(item)}</li>`,
          )}
        </ol>
      </section>
    `;
  }

  #item({ claim: listed, article, refused }: QueueItem) {
    const claim = this.#reviewing.claim(listed);
    return html`
      <cd-review-card
        data-story=${article.id}
        .claim=${claim}
        .citations=${claim.citationCount === 0 ? [] : this.#reviewing.citations(claim.id)}
        .refused=${refused}
        checker=${nameOf(this.people, claim.verdict?.by ?? null)}
        .busy=${this.#reviewing.busy(claim.id)}
        .problem=${this.#reviewing.problem(claim.id)}
        @focusin=${() => this.#look(claim)}
        @pointerenter=${() => this.#look(claim)}
        @decide=${(event: DecideEvent) => void this.#reviewing.decide(listed, event)}
        @take-back=${() => this.#takeBack(listed)}
      >
        <a href="/stories/${article.id}#claim=${claim.id}">In the story</a>
      </cd-review-card>
    `;
  }

  protected override updated(): void {
    // What is in sight at first needs its evidence before anybody moves.
    for (const { claim } of this.#queue.items.slice(0, 5)) this.#look(claim);
  }

  #look(claim: Claim): void {
    if (claim.citationCount > 0) void this.#reviewing.look(claim.id);
  }

  /** The card that has the focus. */
  #card(): CdReviewCard | null {
    return this.renderRoot.querySelector<CdReviewCard>('cd-review-card:focus-within');
  }

  #step(by: 1 | -1): void {
    stepTo([...this.renderRoot.querySelectorAll('cd-review-card')], by, () => void this.#queue.more());
  }

  #open(): void {
    const card = this.#card();
    const story = card?.dataset['story'];
    if (card?.claim && story !== undefined) navigate(`/stories/${story}#claim=${card.claim.id}`);
  }

  #takeBack(claim: Claim | null): void {
    if (claim !== null && this.#reviewing.claim(claim).review !== null) void this.#reviewing.takeBack(claim);
  }
}

/** Neighbours of one story together; the queue's own order stays. */
function byStory(items: readonly QueueItem[]): QueueItem[][] {
  const groups: QueueItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0]?.article.id === item.article.id) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-review-page': CdReviewPage;
  }
}
