import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Import, type ImportFile, ImportFileState } from '../../server/contract/imports.ts';
import {
  importSummaryAddress,
  leaveOutAwaited,
  listImportFiles,
  retryImport,
  setImportState,
} from '../api/imports.ts';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import '../components/choose-many.ts';
import type { ManyEvent } from '../components/file-event.ts';
import { controlValue } from '../components/form.ts';
import '../components/list-end.ts';
import '../components/problem.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { PageTitleEvent } from '../contexts/page-title.ts';
import { FollowingController } from '../controllers/batch/following.ts';
import { beginSending } from '../controllers/batch/sending.ts';
import { PagedController } from '../controllers/paged.ts';
import { shared } from '../styles/shared.ts';
import { batchStyles } from './imports/styles.ts';
import { countsWords, doneOf, FILE_STATE_WORDS, filesWords, stateWords, totalOf } from './imports/words.ts';

/** Rows that are fetched anew while files come in; of a longer list they are at its end. */
const ROWS = 200;

/** Many stories on their way in: how far they are, what became of each file, and what can be done about it. */
@customElement('cd-batch-page')
export class CdBatchPage extends LitElement {
  static override styles = [...shared, batchStyles];

  @property({ attribute: 'import-id' }) importId = '';

  @consume({ context: announcerContext }) private announce: Announce = () => {};
  @state() private only: ImportFileState | '' = '';
  @state() private problem: ApiProblem | null = null;

  #acting: Promise<void> = Promise.resolve();
  readonly #following = new FollowingController(
    this,
    () => this.importId,
    (before, now) => this.#onChange(before, now),
  );
  readonly #files = new PagedController<ImportFile>(this, (cursor, signal) =>
    listImportFiles(
      this.importId,
      { cursor, limit: ROWS, ...(this.only === '' ? {} : { state: this.only }) },
      signal,
    ),
  );

  protected override render() {
    const { now, problem } = this.#following;
    if (now === null)
      return html`
        <div class="page">
          <h1>Many stories</h1>
          ${problem === null ? html`<p class="soft">Loading…</p>` : html`<cd-problem .problem=${problem}></cd-problem>`}
        </div>
      `;
    return html`
      <div class="page">
        <div class="page-head">
          <h1><bdi>${now.name}</bdi></h1>
          <p class="actions"><a href="/imports">Bring in more</a></p>
        </div>
        ${this.#progress(now)}
        <cd-problem .problem=${this.problem ?? problem}></cd-problem>
        ${this.#sending(now)} ${this.#acts(now)} ${this.#list(now)}
      </div>
    `;
  }

  #progress(now: Import): TemplateResult {
    const [done, total] = [doneOf(now), totalOf(now)];
    return html`
      <section class="progress" aria-label="How far it is">
        <p><strong>${stateWords(now)}</strong> <span class="numeral">${done} of ${filesWords(total)}</span></p>
        ${
          now.finishedAt === null
            ? html`<progress aria-label="Files brought in or refused" max=${total} .value=${done}></progress>`
            : nothing
        }
        <p class="numeral soft">${countsWords(now)}</p>
      </section>
    `;
  }

  /** Files that are not here: on their way, held up, or to be chosen again. */
  #sending({ counts, finishedAt, state: at }: Import): TemplateResult | typeof nothing {
    if (counts.awaited === 0 || finishedAt !== null) return nothing;
    const { sending } = this.#following;
    if (sending?.problem)
      return html`
        <div class="notice" role="alert">
          <p>${sending.problem.message} ${filesWords(counts.awaited)} are not sent yet.</p>
          <p class="actions"><button type="button" @click=${() => void sending.run()}>Go on sending</button></p>
        </div>
      `;
    if (sending?.busy === true || (sending !== undefined && at === 'paused')) return nothing;
    return html`
      <section class="notice again" aria-label="Files that are not here">
        <p>
          ${filesWords(counts.awaited)} did not get here before the page was left. Choose the same again and the rest is
          sent: what is here already is not sent twice.
        </p>
        <cd-choose-many again @many=${this.#onAgain}></cd-choose-many>
        <p class="actions">
          <button type="button" @click=${() => void this.#act(() => leaveOutAwaited(this.importId))}>Do without them</button>
        </p>
      </section>
    `;
  }

  #acts({ state: at, finishedAt, canRetry, id }: Import): TemplateResult {
    const isOver = finishedAt !== null;
    const button = (label: string, run: () => void) =>
      html`<button type="button" @click=${run}>${label}</button>`;
    return html`
      <div class="actions">
        ${!isOver && at === 'running' ? button('Pause', () => this.#pause()) : nothing}
        ${!isOver && at === 'paused' ? button('Go on', () => this.#goOn()) : nothing}
        ${isOver ? nothing : button('Stop', () => this.#stop())}
        ${isOver && canRetry ? button('Try the refused ones again', () => void this.#act(() => retryImport(id))) : nothing}
        <a class="button" href=${importSummaryAddress(id)} download>Download the list (CSV)</a>
      </div>
    `;
  }

  #list(now: Import): TemplateResult {
    const { items, nextCursor, loading, loadingMore, problem } = this.#files;
    return html`
      <section class="files" aria-label="Files">
        <label class="filter">
          Show
          <select @change=${this.#onFilter}>
            <option value="">All files</option>
            ${ImportFileState.options
              .filter((one) => now.counts[one] > 0 || one === this.only)
              .map(
                (one) =>
                  html`<option value=${one} ?selected=${one === this.only}>${FILE_STATE_WORDS[one]} (${now.counts[one]})</option>`,
              )}
          </select>
        </label>
        <ol role="list">
          ${repeat(
            items,
            (file) => file.number,
            (file) => this.#row(file),
          )}
        </ol>
        <cd-list-end
          ?more=${nextCursor !== null}
          ?busy=${loading || loadingMore}
          .problem=${problem}
          @more=${() => void this.#files.more()}
          @retry=${() => void this.#files.restart()}
        ></cd-list-end>
      </section>
    `;
  }

  #row({ path, state: became, problem, article, revision }: ImportFile): TemplateResult {
    return html`
      <li class=${became}>
        <span class="path"><bdi>${path}</bdi></span>
        <span class="state">${FILE_STATE_WORDS[became]}</span>
        ${
          problem === null
            ? nothing
            : html`<p class="why">${problem.title}${problem.detail === null ? '' : ` (${problem.detail})`}</p>`
        }
        ${
          article === null
            ? nothing
            : html`<p class="why">
                <a href="/stories/${article.id}"><bdi>${article.title}</bdi></a>${became === 'newer' ? `, text ${revision}` : ''}
              </p>`
        }
      </li>
    `;
  }

  #onFilter(event: Event): void {
    const chosen = ImportFileState.safeParse(controlValue(event));
    this.only = chosen.success ? chosen.data : '';
    void this.#files.restart();
  }

  #onAgain({ chosen }: ManyEvent): void {
    this.#following.follow(beginSending(this.importId, chosen.files));
  }

  #pause(): void {
    this.#following.sending?.pause();
    void this.#act(() => setImportState(this.importId, 'paused'));
  }

  #goOn(): void {
    void this.#following.sending?.run();
    void this.#act(() => setImportState(this.importId, 'running'));
  }

  #stop(): void {
    this.#following.sending?.pause();
    void this.#act(() => setImportState(this.importId, 'stopped'));
  }

  /** One after the other: what was pressed while another was under way is not lost. */
  #act(work: () => Promise<Import>): Promise<void> {
    this.#acting = this.#acting.then(() => this.#actNow(work));
    return this.#acting;
  }

  async #actNow(work: () => Promise<Import>): Promise<void> {
    this.problem = null;
    try {
      this.#following.set(await work());
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  #onChange(before: Import | null, now: Import): void {
    if (before === null) {
      this.dispatchEvent(new PageTitleEvent(now.name));
      return;
    }
    const isOver = now.finishedAt !== null && before.finishedAt === null;
    const isOther = JSON.stringify(before.counts) !== JSON.stringify(now.counts);
    // Of a list that was followed further down nothing moves before it is over.
    if (isOver || (isOther && this.#files.items.length <= ROWS)) void this.#files.restart();
    if (isOver) this.announce(`${stateWords(now)}: ${countsWords(now)}`);
    else if (quarterOf(before) !== quarterOf(now))
      this.announce(`${doneOf(now)} of ${filesWords(totalOf(now))}`);
  }
}

/** Who hears the page is told four times, and not of each file. */
const quarterOf = (one: Import): number => Math.floor((4 * doneOf(one)) / Math.max(1, totalOf(one)));

declare global {
  interface HTMLElementTagNameMap {
    'cd-batch-page': CdBatchPage;
  }
}
