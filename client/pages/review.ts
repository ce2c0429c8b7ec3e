import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Claim } from '../../server/contract/claims.ts';
import type { HistoryItem } from '../../server/contract/history.ts';
import type { QueueItem } from '../../server/contract/reviewing.ts';
import { getClaim } from '../api/claims.ts';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import { listReviewQueue } from '../api/reviewing.ts';
import { changedMark } from '../components/changed-mark.ts';
import '../components/changes-line.ts';
import '../components/list-end.ts';
import '../components/review-card.ts';
import type { DecideEvent } from '../components/decide.ts';
import type { CdReviewCard } from '../components/review-card.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { nameOf, type People, peopleContext } from '../contexts/people.ts';
import { ClockController } from '../controllers/clock.ts';
import { FollowedRows } from '../controllers/following/followed-rows.ts';
import { alike } from '../controllers/following/rows.ts';
import { lookFirst } from '../controllers/following/words.ts';
import { PagedController } from '../controllers/paged.ts';
import { decidedWords, ReviewingController } from '../controllers/reviewing.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { stepTo } from '../controllers/step.ts';
import { StoryEvents } from '../controllers/story-events.ts';
import { navigate } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { deadlineWords } from '../times.ts';
import { counted } from '../words.ts';

/** Milliseconds between two looks at the queue of all stories: of one of them at a time every change is told at once. */
const LOOK_EVERY = 10_000;

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
      /* WCAG's least target is 24 px, also where the line wraps. */
      h2 a {
        display: inline-block;
        min-block-size: 1.5rem;
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

  @consume({ context: meContext, subscribe: true }) private me: Me | null = null;
  @consume({ context: peopleContext, subscribe: true }) @state() private people: People = new Map();
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  /** The story that the queue is narrowed to. */
  readonly #articleId = new URLSearchParams(location.search).get('story') ?? undefined;
  readonly #clock = new ClockController(this, 60_000);
  readonly #queue = new PagedController<QueueItem>(this, async (cursor, _, how) => {
    const page = await listReviewQueue({ articleId: this.#articleId, cursor }, how);
    if (cursor === undefined && this.#queue.loading)
      this.announce(`${counted(page.items.length, 'claim')} to review`);
    return page;
  });
  readonly #reviewing = new ReviewingController(
    this,
    (claim) => {
      this.#put(claim);
      this.announce(decidedWords(claim));
    },
    (claim) => this.#findOut(claim),
    () => this.#rows.redraw(),
  );
  readonly #rows = new FollowedRows<QueueItem>(
    this,
    { version: ({ claim }) => claim.version, alike },
    (ids) => {
      for (const id of ids) void this.#reviewing.renew(id);
    },
  );
  /** The story of the claim that is looked at: it changes under the eyes of who decides. */
  readonly #events = new StoryEvents(
    this,
    () => this.#articleId ?? this.#atStory ?? null,
    (items) => this.#lookAgain(items),
  );
  /** Where the list goes on after what was fetched last. */
  #next: string | null = null;
  /** Claims of the list that wait no more, as far as they were looked at. */
  readonly #settled = new Set<string>();
  #looking: ReturnType<typeof setInterval> | undefined;
  /** How many looks are under way: one more on its own would only wait beside them. */
  #looks = 0;

  constructor() {
    super();
    new ShortcutsController(
      this,
      {
        'j|ArrowDown': { label: 'Next claim', run: () => this.#step(1) },
        'k|ArrowUp': { label: 'Claim before', run: () => this.#step(-1) },
        p: {
          label: 'Pass',
          run: () => this.#card()?.pass(),
          when: () => this.#card() !== null,
          decides: true,
        },
        r: {
          label: 'Return with a reason',
          run: () => void this.#card()?.openReturn(),
          when: () => this.#card() !== null,
        },
        u: {
          label: 'Take the decision back',
          run: () => this.#takeBack(this.#card()?.claim ?? null),
          when: () => this.#card() !== null,
          decides: true,
        },
        Enter: { label: 'Open in the story', run: () => this.#open(), when: () => this.#card() !== null },
        s: { label: 'Show what changed', run: () => this.#show(), when: () => this.#rows.waiting > 0 },
      },
      'Review',
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#looking = setInterval(() => {
      if (!document.hidden && this.#looks === 0) void this.#lookAgain([]);
    }, LOOK_EVERY);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#looking);
  }

  protected override render() {
    return html`
      <div class="page" @focusin=${() => this.#events.turn()}>
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
        <cd-changes-line .count=${this.#rows.waiting} @show=${() => this.#show()}></cd-changes-line>
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

  #item(queued: QueueItem) {
    const { claim: listed, article, refused } = this.#rows.value(queued.claim.id) ?? queued;
    const claim = this.#reviewing.claim(listed);
    return html`
      <cd-review-card
        data-story=${article.id}
        data-row=${listed.id}
        .claim=${claim}
        .citations=${claim.citationCount === 0 ? [] : this.#reviewing.citations(claim.id)}
        .refused=${refused}
        checker=${nameOf(this.people, claim.verdict?.by ?? null)}
        .busy=${this.#reviewing.busy(claim.id)}
        .problem=${this.#reviewing.problem(claim.id)}
        @focusin=${() => this.#look(claim, { afterFailure: true })}
        @pointerenter=${() => this.#look(claim, { afterFailure: true })}
        @decide=${(event: DecideEvent) => this.#decide(listed, event)}
        @take-back=${() => this.#takeBack(listed)}
      >
        ${changedMark(this.#rows.news(listed.id))}
        <a href="/stories/${article.id}#claim=${claim.id}">In the story</a>
      </cd-review-card>
    `;
  }

  protected override willUpdate(): void {
    const more = this.#queue.items.filter(({ claim }) => this.#rows.value(claim.id) === null);
    if (more.length === 0) return;
    this.#rows.add(byId(more));
    this.#next = this.#queue.nextCursor;
  }

  get #atStory(): string | undefined {
    return this.#card()?.dataset['story'] ?? this.#queue.items[0]?.article.id;
  }

  /** What others did since. What is being decided on stays as it is. */
  async #lookAgain(items: readonly HistoryItem[]): Promise<ApiProblem | null> {
    const rows = this.#rows;
    rows.heard(items, this.me?.id ?? null);
    for (const { claimId } of items) if (claimId !== null) this.#settled.delete(claimId);
    this.#looks += 1;
    try {
      const page = await this.#queue.peek();
      const fresh = byId(page.items);
      const left = new Map<string, QueueItem | null>();
      for (const id of rows.ids) {
        if (fresh.has(id)) this.#settled.delete(id);
        else if (!this.#settled.has(id)) left.set(id, await this.#asItIs(id));
      }
      for (const id of left.keys()) this.#settled.add(id);
      this.#next = page.nextCursor;
      rows.take(fresh, left);
      this.#queue.update((shown) => shown.filter(({ claim }) => rows.value(claim.id) !== null));
      // Nothing is in anybody's hand where nothing is.
      if (this.#queue.items.length === 0 && rows.waiting > 0) this.#show();
      return null;
    } catch (thrown) {
      // What is shown stays: a decision on what is old is refused, and the next look may succeed.
      return asProblem(thrown);
    } finally {
      this.#looks -= 1;
    }
  }

  /** A claim of the list that waits no more; null where it may not be seen any more. */
  async #asItIs(id: string): Promise<QueueItem | null> {
    const shown = this.#rows.value(id);
    if (shown === null) return null;
    try {
      return { ...shown, claim: await getClaim(id, undefined, { waitsForNobody: true }) };
    } catch (thrown) {
      if (asProblem(thrown).status === 404) return null;
      throw thrown;
    }
  }

  #show(): void {
    const ids = this.#rows.show();
    this.#queue.replace({ items: ids.flatMap((id) => this.#rows.value(id) ?? []), nextCursor: this.#next });
    this.announce(`${counted(ids.length, 'claim')} to review`);
  }

  #put(claim: Claim): void {
    this.#rows.put(claim.id, (item) => ({ ...item, claim }));
  }

  #findOut(claim: Claim): void {
    this.#rows.findOut(claim.id, (item) => ({ ...item, claim }));
  }

  #decide(claim: Claim, event: DecideEvent): void {
    if (this.#hasToLook(claim) || this.#reviewing.waitsForEvidence(claim)) return;
    void this.#reviewing.decide(claim, event);
  }

  /** What somebody else changed under the key is shown, and waits for the key to be pressed again. */
  #hasToLook({ id }: Claim): boolean {
    if (!this.#rows.isToBeRead(id)) return false;
    this.#reviewing.wait(id, lookFirst(this.#rows.changer(id)));
    return true;
  }

  protected override updated(): void {
    this.#events.turn();
    // What is in sight at first needs its evidence before anybody moves.
    for (const { claim } of this.#queue.items.slice(0, 5)) this.#look(claim);
  }

  #look(claim: Claim, how: { readonly afterFailure?: boolean } = {}): void {
    if (claim.citationCount > 0) void this.#reviewing.look(claim.id, how);
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
    if (claim === null || this.#reviewing.claim(claim).review === null || this.#hasToLook(claim)) return;
    void this.#reviewing.takeBack(claim);
  }
}

const byId = (items: readonly QueueItem[]): ReadonlyMap<string, QueueItem> =>
  new Map(items.map((item) => [item.claim.id, item]));

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
