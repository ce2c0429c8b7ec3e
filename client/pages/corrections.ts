import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { uuidv7 } from 'uuidv7';
import type { CorrectionList, CorrectionPreview } from '../../server/contract/corrections.ts';
import { PROBLEMS } from '../../server/contract/problem.ts';
import { getArticle } from '../api/articles.ts';
import { listCorrections, previewCorrections, storeCorrected } from '../api/corrections.ts';
import { correctionLinks } from '../api/exports.ts';
import { type ApiProblem, asProblem, isAbort } from '../api/problem.ts';
import '../components/correction-card.ts';
import type { CdCorrectionCard } from '../components/correction-card.ts';
import '../components/correction-proposal.ts';
import type { CdCorrectionProposal } from '../components/correction-proposal.ts';
import '../components/export-menu.ts';
import '../components/problem.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { PageTitleEvent } from '../contexts/page-title.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { stepTo } from '../controllers/step.ts';
import { navigate } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { counted } from '../words.ts';

/** What a code of a refusal means; its own letters where this client is older than the server. */
const refusalWords = (code: string): string =>
  Object.entries(PROBLEMS).find(([known]) => known === code)?.[1][1] ?? code;

/** The inaccurate claims of a story as corrections: which to put in place, how that reads, and one act that stores it. */
@customElement('cd-corrections-page')
export class CdCorrectionsPage extends LitElement {
  static override styles = [
    ...shared,
    css`
      .both {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-xl);
        align-items: start;
      }
      ol {
        display: grid;
        gap: var(--space-m);
      }
      li {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 16rem;
      }
      @media (min-width: 72rem) {
        .both {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        cd-correction-proposal {
          position: sticky;
          inset-block-start: var(--space-l);
          max-block-size: calc(100dvh - 2 * var(--space-l));
          overflow: auto;
        }
      }
    `,
  ];

  @property({ attribute: 'article-id' }) articleId = '';
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private headline = '';
  @state() private list: CorrectionList | null = null;
  @state() private problem: ApiProblem | null = null;
  /** Claims whose corrections are to be put in place. */
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private preview: CorrectionPreview | null = null;
  @state() private previewProblem: ApiProblem | null = null;
  @state() private storing = false;
  /** The revision that was stored from here, and how many claims it has to be checked again. */
  @state() private stored: { revision: number; claims: number } | null = null;

  #loading: AbortController | null = null;
  #trying: AbortController | null = null;
  /** One for each proposal: a second try after a lost answer is the same act. */
  #key = '';

  constructor() {
    super();
    new ShortcutsController(
      this,
      {
        'j|ArrowDown': { label: 'Next correction', run: () => this.#step(1) },
        'k|ArrowUp': { label: 'Correction before', run: () => this.#step(-1) },
        x: {
          label: 'Put it in place, or not',
          run: () => this.#card()?.toggle(),
          when: () => this.#card() !== null,
        },
        p: {
          label: 'To the text as it would be',
          run: () => this.#proposal()?.focus(),
          when: () => this.#proposal() !== null,
        },
        s: { label: 'Store it as a newer text', run: () => void this.#store(), when: () => this.#mayStore },
        Enter: { label: 'Open in the story', run: () => this.#open(), when: () => this.#card() !== null },
      },
      'Corrections',
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
    this.#trying?.abort();
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <h1>Corrections: <bdi>${this.headline || 'the story'}</bdi></h1>
          <div class="actions">
            <a href="/stories/${this.articleId}">The story</a>
            ${
              this.list === null || this.list.items.length === 0
                ? nothing
                : html`<cd-export-menu
                    .links=${correctionLinks({ articleId: this.articleId })}
                    note="Every correction of this story’s current text, with why, on what, and who checked and passed it"
                  ></cd-export-menu>`
            }
          </div>
        </div>
        ${this.#done()}
        <cd-problem .problem=${this.problem}>
          <button type="button" @click=${() => void this.#load()}>Try again</button>
        </cd-problem>
        ${this.#content()}
      </div>
    `;
  }

  #done() {
    if (this.stored === null) return nothing;
    const { revision, claims } = this.stored;
    const which = claims === 1 ? 'One claim is' : `${counted(claims, 'claim')} are`;
    return html`<div class="notice">
      <p>Text ${revision} is stored. ${which} to be checked again: <a href="/stories/${this.articleId}/changes">what became of the claims</a>.</p>
    </div>`;
  }

  #content(): TemplateResult {
    const { list } = this;
    if (list === null)
      return this.problem === null
        ? html`<p class="empty soft" role="status">Loading corrections…</p>`
        : html``;
    if (list.items.length === 0)
      return html`<div class="empty">
        <p>Nothing is to be corrected.</p>
        <p class="soft">A claim comes here when its verdict is “inaccurate”, until the text or the verdict is another.</p>
      </div>`;
    return html`<div class="both">${this.#items(list)} ${this.#proposed(list)}</div>`;
  }

  #items({ items }: CorrectionList) {
    const choosable = items.filter(({ left }) => left === null);
    const all = choosable.every(({ claimId }) => this.chosen.has(claimId));
    return html`
      <section aria-label="Corrections" class="form">
        <div class="actions">
          <p>${counted(items.length, 'correction')}, ${this.chosen.size} chosen</p>
          ${
            choosable.length < 2
              ? nothing
              : html`<button type="button" @click=${() => this.#choose(all ? [] : choosable.map(({ claimId }) => claimId))}>
                  ${all ? 'Choose none' : 'Choose all'}
                </button>`
          }
        </div>
        <ol role="list">
          ${repeat(
            items,
            ({ claimId }) => claimId,
            (item) => html`<li>
              <cd-correction-card
                data-claim=${item.claimId}
                .correction=${item}
                .chosen=${this.chosen.has(item.claimId)}
                @choose=${(event: Event) => this.#onChoose(item.claimId, event)}
              >
                <a href="/stories/${this.articleId}#claim=${item.claimId}"
                  >In the story<span class="visually-hidden">: ${item.span.quote}</span></a
                >
              </cd-correction-card>
            </li>`,
          )}
        </ol>
      </section>
    `;
  }

  #proposed({ items, refused }: CorrectionList) {
    return html`<cd-correction-proposal
      .preview=${this.preview}
      .quotes=${new Map(items.map(({ claimId, span }) => [claimId, span.quote]))}
      .refused=${refused === null ? null : refusalWords(refused)}
      .busy=${this.storing}
      .problem=${this.previewProblem}
      @store=${() => void this.#store()}
      @again=${() => void this.#load()}
    ></cd-correction-proposal>`;
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.problem = null;
    this.previewProblem = null;
    try {
      const [article, list] = await Promise.all([
        getArticle(this.articleId, loading.signal),
        listCorrections(this.articleId, loading.signal),
      ]);
      const before = this.list;
      const known = new Set(before?.items.map(({ claimId }) => claimId));
      const choosable = list.items.filter(({ left }) => left === null).map(({ claimId }) => claimId);
      this.headline = article.title;
      this.list = list;
      this.dispatchEvent(new PageTitleEvent(`Corrections: ${article.title}`));
      // What was left out by hand stays left out; what is new is chosen.
      this.#choose(choosable.filter((id) => this.chosen.has(id) || !known.has(id)));
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
  }

  #onChoose(claimId: string, event: Event): void {
    if (!(event.target instanceof HTMLElement) || !('chosen' in event.target)) return;
    const { chosen } = event.target;
    const others = [...this.chosen].filter((id) => id !== claimId);
    this.#choose(chosen === true ? [...others, claimId] : others);
  }

  #choose(claimIds: readonly string[]): void {
    this.chosen = new Set(claimIds);
    void this.#try();
  }

  async #try(): Promise<void> {
    const { list } = this;
    if (list === null || list.items.length === 0) return;
    this.#trying?.abort();
    const trying = new AbortController();
    this.#trying = trying;
    this.previewProblem = null;
    try {
      const body = { revision: list.revision, claimIds: [...this.chosen] };
      const preview = await previewCorrections(this.articleId, body, trying.signal);
      this.preview = preview;
      this.#key = uuidv7();
    } catch (thrown) {
      if (isAbort(thrown)) return;
      this.preview = null;
      this.previewProblem = asProblem(thrown);
    }
  }

  get #mayStore(): boolean {
    return this.preview?.proposal != null && this.list?.refused === null && !this.storing;
  }

  async #store(): Promise<void> {
    const proposal = this.preview?.proposal ?? null;
    if (proposal === null || !this.#mayStore) return;
    this.storing = true;
    this.previewProblem = null;
    try {
      const { revision, claims } = await storeCorrected(this.articleId, proposal, this.#key);
      this.stored = { revision, claims: claims.filter(({ verdictKept }) => !verdictKept).length };
      this.announce(`Text ${revision} is stored`);
      this.preview = null;
      await this.#load();
    } catch (thrown) {
      this.previewProblem = asProblem(thrown);
    } finally {
      this.storing = false;
    }
  }

  #card(): CdCorrectionCard | null {
    return this.renderRoot.querySelector<CdCorrectionCard>('cd-correction-card:focus-within');
  }

  #proposal(): CdCorrectionProposal | null {
    return this.renderRoot.querySelector('cd-correction-proposal');
  }

  #step(by: 1 | -1): void {
    stepTo([...this.renderRoot.querySelectorAll('cd-correction-card')], by);
  }

  #open(): void {
    const claim = this.#card()?.dataset.claim;
    if (claim !== undefined) navigate(`/stories/${this.articleId}#claim=${claim}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-corrections-page': CdCorrectionsPage;
  }
}
