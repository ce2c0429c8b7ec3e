import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Claim } from '../../server/contract/claims.ts';
import type { Span } from '../../server/contract/common.ts';
import type { ChangedClaim, RevisionChanges } from '../../server/contract/revisions.ts';
import { getArticle, listRevisions } from '../api/articles.ts';
import {
  confirmVerdict,
  editClaim,
  listArticleClaims,
  takeBackVerdict,
  withdrawClaim,
} from '../api/claims.ts';
import { type ApiProblem, asProblem, isAbort } from '../api/problem.ts';
import { getChanges } from '../api/revisions.ts';
import '../components/change-card.ts';
import type { CdChangeCard } from '../components/change-card.ts';
import '../components/problem.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { PageTitleEvent } from '../contexts/page-title.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { nextFrom, stepTo } from '../controllers/step.ts';
import { navigate } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { counted } from '../words.ts';

interface Text {
  readonly number: number;
  readonly createdAt: string;
}

const isKept = ({ change }: ChangedClaim) => change === 'same' || change === 'moved';

/** What became of a story's claims when a newer text took the place of the one before. */
@customElement('cd-changes-page')
export class CdChangesPage extends LitElement {
  static override styles = [
    ...shared,
    css`
      section,
      ol {
        display: grid;
        gap: var(--space-m);
      }
      .field {
        max-inline-size: 22rem;
      }
      section {
        margin-block-end: var(--space-xl);
      }
      li {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 8rem;
      }
    `,
  ];

  @property({ attribute: 'article-id' }) articleId = '';
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private headline = '';
  /** The newest first. */
  @state() private texts: readonly Text[] = [];
  @state() private changes: RevisionChanges | null = null;
  @state() private claims: ReadonlyMap<string, Claim> = new Map();
  @state() private problem: ApiProblem | null = null;
  @state() private busy = false;
  /** Claims whose meaning was confirmed here, the last one last. */
  @state() private confirmed: readonly string[] = [];

  #loading: AbortController | null = null;

  constructor() {
    super();
    new ShortcutsController(
      this,
      {
        'j|ArrowDown': { label: 'Next claim', run: () => this.#step(1) },
        'k|ArrowUp': { label: 'Claim before', run: () => this.#step(-1) },
        a: {
          label: 'Place it where its words stand again',
          run: () => this.#act('place'),
          when: () => this.#card()?.offered != null,
        },
        x: {
          label: 'Withdraw it',
          run: () => this.#act('withdraw'),
          when: () => this.#card()?.mayWithdraw === true,
        },
        c: {
          label: 'Same meaning: confirm the verdict',
          run: () => this.#act('confirm'),
          when: () => this.#card()?.mayConfirm === true,
        },
        z: {
          label: 'Take the last confirmation back',
          run: () => void this.#takeBack(this.confirmed.at(-1)),
          when: () => this.confirmed.length > 0,
        },
        Enter: { label: 'Open in the story', run: () => this.#open(), when: () => this.#card() !== null },
      },
      'Changes',
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load(null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <h1>What became of the claims: <bdi>${this.headline || 'the story'}</bdi></h1>
          <div class="actions"><a href="/stories/${this.articleId}">The story</a></div>
        </div>
        <cd-problem .problem=${this.problem}>
          <button type="button" @click=${() => void this.#load(this.changes?.revision ?? null)}>Try again</button>
        </cd-problem>
        ${this.#content()}
      </div>
    `;
  }

  #content(): TemplateResult {
    const { changes } = this;
    if (changes === null)
      return this.problem === null ? html`<p class="empty soft" role="status">Loading changes…</p>` : html``;
    if (changes.revision === 1)
      return html`<div class="empty">
        <p>This story has one text.</p>
        <p class="soft">What a newer text does to its claims will stand here.</p>
      </div>`;
    const shown = changes.claims.filter(({ id }) => this.claims.has(id));
    const gone = [...shown.filter(({ change }) => change === 'gone'), ...this.#earlierOrphans(changes)];
    const again = shown.filter((claim) => claim.change !== 'gone' && !isKept(claim));
    const kept = shown.filter(isKept);
    return html`
      ${this.#choice(changes.revision)}
      <p>
        ${counted(again.length, 'claim')} changed, ${gone.length} gone, ${kept.length} as before.
      </p>
      ${this.#group('To be checked again', again, 'No claim changed.')}
      ${this.#group('No longer in the text', gone, null)} ${this.#group('As before', kept, null)}
    `;
  }

  /** On the newest text: those whose words went with an earlier one, and are still without a place. */
  #earlierOrphans({ revision, claims }: RevisionChanges): ChangedClaim[] {
    if (revision !== this.texts[0]?.number) return [];
    const listed = new Set(claims.map(({ id }) => id));
    return [...this.claims.values()]
      .filter(({ id, status }) => status === 'orphaned' && !listed.has(id))
      .map(({ id, span, verdict }) => ({
        ...{ id, change: 'gone' as const, span: null, from: span.quote, to: null, pieces: [] },
        verdictKept: verdict === null,
      }));
  }

  #choice(revision: number) {
    const newer = this.texts.filter(({ number }) => number > 1);
    return html`<div class="field">
      <label class="label" for="text">From the text before to</label>
      <select id="text" @change=${this.#onChoose}>
        ${newer.map(
          ({ number, createdAt }) =>
            html`<option value=${number} ?selected=${number === revision}>Text ${number}, ${fullTime(createdAt)}</option>`,
        )}
      </select>
    </div>`;
  }

  #group(heading: string, items: readonly ChangedClaim[], none: string | null) {
    if (items.length === 0 && none === null) return nothing;
    const offers = new Map(this.changes?.offered.map(({ id, span }): [string, Span] => [id, span]));
    return html`
      <section aria-label=${heading}>
        <h2>${heading} <span class="numeral soft">${items.length}</span></h2>
        ${items.length === 0 ? html`<p class="soft">${none}</p>` : nothing}
        <ol role="list">
          ${repeat(
            items,
            ({ id }) => id,
            (change) => html`<li>
              <cd-change-card
                data-claim=${change.id}
                .change=${change}
                .claim=${this.claims.get(change.id) ?? null}
                .offered=${offers.get(change.id) ?? null}
                .busy=${this.busy}
                @place=${() => void this.#place(change.id, offers.get(change.id))}
                @withdraw=${() => void this.#withdraw(change.id)}
                .expiredWith=${this.#expiredWith(change.id)}
                .confirmed=${this.confirmed.includes(change.id)}
                @confirm=${() => void this.#confirm(change.id)}
                @take-back=${() => void this.#takeBack(change.id)}
              >
                <a href="/stories/${this.articleId}#claim=${change.id}"
                  >In the story<span class="visually-hidden">: ${change.to ?? change.from}</span></a
                >
              </cd-change-card>
            </li>`,
          )}
        </ol>
      </section>
    `;
  }

  /** @param number null for the newest text */
  async #load(number: number | null): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const { signal } = loading;
    this.problem = null;
    try {
      const [article, texts, claims] = await Promise.all([
        getArticle(this.articleId, signal),
        listRevisions(this.articleId, signal),
        listArticleClaims(this.articleId, {}, signal),
      ]);
      const changes = await getChanges(this.articleId, number ?? article.revision.number, signal);
      this.headline = article.title;
      this.texts = texts.items;
      this.claims = new Map(claims.items.map((claim) => [claim.id, claim]));
      this.changes = changes;
      this.dispatchEvent(new PageTitleEvent(`Changes: ${article.title}`));
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
  }

  readonly #onChoose = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) void this.#load(Number(event.target.value));
  };

  async #place(id: string, span: Span | undefined): Promise<void> {
    const claim = this.claims.get(id);
    const revision = this.changes?.revision;
    if (claim === undefined || span === undefined || revision === undefined) return;
    await this.#write('Placed where its words stand again', () =>
      editClaim(id, { version: claim.version, revision, span }),
    );
  }

  async #withdraw(id: string): Promise<void> {
    const claim = this.claims.get(id);
    if (claim === undefined) return;
    await this.#write('Withdrawn', () => withdrawClaim(id, claim.version));
  }

  /** A verdict is stored as expired at the moment of the text that did it. */
  #expiredWith(id: string): number | null {
    const expired = this.claims.get(id)?.verdict?.expired;
    if (expired == null) return null;
    const text = this.texts.find(({ createdAt }) => Date.parse(createdAt) === Date.parse(expired.at));
    return text === undefined || text.number === this.changes?.revision ? null : text.number;
  }

  async #confirm(id: string): Promise<void> {
    const claim = this.claims.get(id);
    if (claim === undefined) return;
    const { version } = claim;
    if (!(await this.#write('Confirmed: it means the same', () => confirmVerdict(id, { version })))) return;
    this.confirmed = [...this.confirmed, id];
    const cards = await this.#cards();
    const at = cards.findIndex(({ dataset }) => dataset.claim === id);
    const next = nextFrom(cards, at, ({ claim: one }) => one?.status === 'expired');
    if (next === null) this.announce('Confirmed. Nothing is left to be checked again here.');
    (next ?? cards[at])?.focus();
  }

  async #takeBack(id: string | undefined): Promise<void> {
    const claim = id === undefined ? undefined : this.claims.get(id);
    if (claim === undefined) return;
    if (!(await this.#write('Taken back', () => takeBackVerdict(claim.id, claim.version)))) return;
    this.confirmed = this.confirmed.filter((one) => one !== id);
    (await this.#cards()).find(({ dataset }) => dataset.claim === id)?.focus();
  }

  /** As they are once everything is drawn, in their order on the page. */
  async #cards(): Promise<CdChangeCard[]> {
    await this.updateComplete;
    const cards = [...this.renderRoot.querySelectorAll('cd-change-card')];
    await Promise.all(cards.map(({ updateComplete }) => updateComplete));
    return cards;
  }

  /** @returns whether it was done */
  async #write(told: string, write: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      await write();
      this.announce(told);
      await this.#load(this.changes?.revision ?? null);
      return true;
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  #card(): CdChangeCard | null {
    return this.renderRoot.querySelector<CdChangeCard>('cd-change-card:focus-within');
  }

  #step(by: 1 | -1): void {
    stepTo([...this.renderRoot.querySelectorAll('cd-change-card')], by);
  }

  #act(type: 'place' | 'withdraw' | 'confirm'): void {
    this.#card()?.dispatchEvent(new Event(type));
  }

  #open(): void {
    const claim = this.#card()?.dataset.claim;
    if (claim !== undefined) navigate(`/stories/${this.articleId}#claim=${claim}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-changes-page': CdChangesPage;
  }
}
