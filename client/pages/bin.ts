import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { type BinItem, BinKind } from '../../server/contract/bin.ts';
import { eraseBinned, getErasure, listBin, putBack, restoreBinned } from '../api/bin.ts';
import { newKey } from '../api/http.ts';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import '../components/bin-row.ts';
import type { EraseBinnedEvent, RestoreEvent } from '../components/bin-row.ts';
import { addressOfBinned, BIN_KIND_WORDS, nameOfBinned } from '../components/bin-words.ts';
import '../components/dialog.ts';
import { type EraseForGoodEvent, type Erasure, forgetReason } from '../components/erase-form.ts';
import { controlValue } from '../components/form.ts';
import '../components/list-end.ts';
import '../components/problem.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { PagedController } from '../controllers/paged.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { stepTo } from '../controllers/step.ts';
import { replaceSearch } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { listed } from '../words.ts';
import { filterStyles } from './filters.ts';

/** What was restored a moment ago, and may be put back. */
interface Restored {
  readonly item: BinItem;
  readonly version: number;
}

/** What is about to be erased for good. */
interface Erasing {
  readonly item: BinItem;
  /** Null while it is asked for. */
  readonly plan: Erasure | null;
  readonly problem: ApiProblem | null;
  /** One try at it: a lost answer is asked for again under it. */
  readonly key: string;
}

const PLURALS: Readonly<Record<BinKind, string>> = {
  story: 'Stories',
  claim: 'Claims',
  evidence: 'Evidence',
  citation: 'Citations',
  comment: 'Comments',
};

/** What was withdrawn in the newsroom, newest first, and its way back. */
@customElement('cd-bin-page')
export class CdBinPage extends LitElement {
  static override styles = [
    ...shared,
    filterStyles,
    css`
      .page {
        display: grid;
        gap: var(--space-m);
        grid-template-columns: minmax(0, 1fr);
      }
      .restored {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-s) var(--space-m);
        overflow-wrap: anywhere;
      }
      li {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 5.5rem;
      }
    `,
  ];

  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private kind = readKind();
  @state() private busy = false;
  @state() private problem: ApiProblem | null = null;
  @state() private restored: Restored | null = null;
  @state() private erasing: Erasing | null = null;

  readonly #list = new PagedController<BinItem>(this, async (cursor, signal) => {
    const query = { ...(this.kind === null ? {} : { kind: this.kind }), ...(cursor ? { cursor } : {}) };
    const page = await listBin(query, signal);
    const before = cursor === undefined ? 0 : this.#list.items.length;
    this.announce(listed(before + page.items.length, page.nextCursor !== null, 'thing', 'things'));
    return page;
  });

  constructor() {
    super();
    new ShortcutsController(
      this,
      {
        'j|ArrowDown': { label: 'Next', run: () => this.#step(1) },
        'k|ArrowUp': { label: 'Before', run: () => this.#step(-1) },
      },
      'In the bin',
    );
  }

  protected override render() {
    const { items, nextCursor, loading, loadingMore, problem } = this.#list;
    return html`
      <div class="page">
        <div class="page-head"><h1>The bin</h1></div>
        <search class="filters">
          <div class="field">
            <label for="kind">Show</label>
            <select id="kind" .value=${live(this.kind ?? '')} @change=${this.#onKind}>
              <option value="">Everything</option>
              ${BinKind.options.map((kind) => html`<option value=${kind} ?selected=${this.kind === kind}>${PLURALS[kind]}</option>`)}
            </select>
          </div>
        </search>
        <cd-problem .problem=${this.problem}></cd-problem>
        ${this.restored === null ? nothing : this.#restoredNotice(this.restored)}
        ${items.length === 0 && problem === null ? this.#none(loading) : nothing}
        <ol role="list" aria-label="Withdrawn" aria-busy=${loading ? 'true' : 'false'} @restore-binned=${(event: RestoreEvent) => void this.#restore(event.item)}
          @erase-binned=${(event: EraseBinnedEvent) => void this.#askErase(event.item)}>
          ${repeat(
            items,
            ({ kind, id }) => `${kind} ${id}`,
            (item) => html`<li><cd-bin-row .item=${item} .busy=${this.busy}></cd-bin-row></li>`,
          )}
        </ol>
        <cd-list-end
          ?more=${nextCursor !== null}
          ?busy=${loading || loadingMore}
          .problem=${problem}
          @more=${() => void this.#list.more()}
          @retry=${() => void this.#list.restart()}
        ></cd-list-end>
        <cd-dialog ?open=${this.erasing !== null} heading="Erase for good" @close=${this.#keep}>
          ${this.erasing === null ? nothing : this.#erasure(this.erasing)}
        </cd-dialog>
      </div>
    `;
  }

  #erasure({ item, plan, problem }: Erasing): TemplateResult {
    return html`
      <cd-erase-form
        .item=${item}
        .plan=${plan}
        .problem=${problem}
        .busy=${this.busy}
        @erase-for-good=${(event: EraseForGoodEvent) => void this.#erase(event.reason)}
        @cancel=${this.#keep}
      ></cd-erase-form>
    `;
  }

  #none(loading: boolean): TemplateResult {
    if (loading) return html`<p class="soft" role="status">Loading the bin…</p>`;
    return this.kind === null
      ? html`<p class="soft">
          The bin is empty. Stories, claims, evidence and comments that somebody withdraws lie here until somebody restores them.
        </p>`
      : html`<p class="soft">Nothing of this kind lies in the bin.</p>`;
  }

  #restoredNotice({ item }: Restored): TemplateResult {
    return html`
      <div class="notice restored" role="status">
        <span>${BIN_KIND_WORDS[item.kind]} restored: <bdi>${nameOfBinned(item)}</bdi></span>
        <a href=${addressOfBinned(item)}>Open</a>
        <button type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${() => void this.#putBack()}>Undo</button>
      </div>
    `;
  }

  async #restore(item: BinItem): Promise<void> {
    await this.#tried(async () => {
      const at = this.#list.items.indexOf(item);
      const version = await restoreBinned(item);
      this.#list.update((items) => items.filter((other) => other !== item));
      this.restored = { item, version };
      this.announce(`${BIN_KIND_WORDS[item.kind]} restored`);
      await this.updateComplete;
      // Whoever goes by keys goes on with what came after it.
      const rows = this.#rows();
      (rows[Math.min(at, rows.length - 1)] ?? this.renderRoot.querySelector<HTMLElement>('select'))?.focus();
    });
  }

  async #putBack(): Promise<void> {
    const { restored } = this;
    if (restored === null) return;
    await this.#tried(async () => {
      await putBack(restored.item, restored.version, restored.item.withdrawn.reason);
      this.restored = null;
      this.announce(`${BIN_KIND_WORDS[restored.item.kind]} withdrawn again`);
      await this.#list.restart();
      await this.updateComplete;
      (this.#rows()[0] ?? this.renderRoot.querySelector<HTMLElement>('select'))?.focus();
    });
  }

  async #askErase(item: BinItem): Promise<void> {
    this.erasing = { item, plan: null, problem: null, key: newKey() };
    this.problem = null;
    const shown = await getErasure(item).then(
      (plan) => ({ plan, problem: null }),
      (thrown: unknown) => ({ plan: null, problem: asProblem(thrown) }),
    );
    // Meanwhile it may have been closed, and another one opened.
    if (this.erasing?.item === item) this.erasing = { ...this.erasing, ...shown };
  }

  readonly #keep = (): void => {
    if (!this.busy) this.erasing = null;
  };

  async #erase(reason: string): Promise<void> {
    const { erasing } = this;
    if (erasing === null || erasing.plan === null || this.busy) return;
    const { item, plan, key } = erasing;
    this.busy = true;
    try {
      await eraseBinned(item, { version: plan.version, reason }, key);
      forgetReason(item);
      const at = this.#list.items.indexOf(item);
      this.erasing = null;
      this.restored = null;
      // What hung on it went along.
      await this.#list.restart();
      this.announce(`${BIN_KIND_WORDS[item.kind]} erased for good`);
      await this.updateComplete;
      const rows = this.#rows();
      (rows[Math.min(at, rows.length - 1)] ?? this.renderRoot.querySelector<HTMLElement>('select'))?.focus();
    } catch (thrown) {
      // A refusal may be overcome, and is then another try.
      const problem = asProblem(thrown);
      this.erasing = { ...erasing, problem, key: problem.status === 0 ? key : newKey() };
      if (problem.status === 409 || problem.status === 404) await this.#lookAgain(item);
    } finally {
      this.busy = false;
    }
  }

  /** Somebody changed it meanwhile, or what hangs on it: the next try is at what is shown then. */
  async #lookAgain(item: BinItem): Promise<void> {
    void this.#list.restart();
    const plan = await getErasure(item).catch(() => null);
    if (plan !== null && this.erasing?.item === item) this.erasing = { ...this.erasing, plan };
  }

  async #tried(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await work();
    } catch (thrown) {
      this.problem = asProblem(thrown);
      // Somebody restored it meanwhile, or changed it: what is shown is not so any more.
      if (this.problem.status === 409 || this.problem.status === 404) {
        this.restored = null;
        void this.#list.restart();
      }
    } finally {
      this.busy = false;
    }
  }

  #onKind(event: Event): void {
    const kind = BinKind.safeParse(controlValue(event));
    this.kind = kind.success ? kind.data : null;
    replaceSearch(new URLSearchParams(this.kind === null ? {} : { kind: this.kind }));
    void this.#list.restart();
  }

  #rows = () => [...this.renderRoot.querySelectorAll('cd-bin-row')];

  #step(by: 1 | -1): void {
    stepTo(this.#rows(), by, () => void this.#list.more());
  }
}

/** The filter lives in the address. */
function readKind(): BinKind | null {
  const kind = BinKind.safeParse(new URLSearchParams(location.search).get('kind'));
  return kind.success ? kind.data : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-bin-page': CdBinPage;
  }
}
