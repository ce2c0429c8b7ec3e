import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { HistoryItem } from '../../server/contract/history.ts';
import type { Source } from '../../server/contract/sources.ts';
import {
  getSourceHistory,
  listSourceUses,
  makeConfidential,
  makeOpen,
  mergeSource,
  unmergeSource,
} from '../api/sources.ts';
import '../components/history-event.ts';
import '../components/list-end.ts';
import '../components/problem.ts';
import type { CdSourceActs, SourceAct, SourceActEvent } from '../components/source-acts.ts';
import '../components/source-acts.ts';
import type { CdSourceDialog } from '../components/source-dialog.ts';
import '../components/source-dialog.ts';
import '../components/source-facts.ts';
import { type SaveSourceEvent, sourceDraft } from '../components/source-form.ts';
import '../components/source-identity.ts';
import '../components/source-record.ts';
import type { SourceUse } from '../components/source-uses.ts';
import '../components/source-uses.ts';
import { confidentialTag, tagStyles } from '../components/tags.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { PageTitleEvent } from '../contexts/page-title.ts';
import { type People, peopleContext, personNamed } from '../contexts/people.ts';
import { backwards } from '../controllers/backwards.ts';
import { ClockController } from '../controllers/clock.ts';
import { PagedController } from '../controllers/paged.ts';
import { plainWords } from '../controllers/proof/history-words.ts';
import { RegisterLookupController } from '../controllers/register-lookup.ts';
import { SourceEditingController } from '../controllers/source-editing.ts';
import { SourceEntryController } from '../controllers/source-entry.ts';
import { shared } from '../styles/shared.ts';

/** One entry of the register: who it is as far as one may know, where it is named, and what happened to it. */
@customElement('cd-source-page')
export class CdSourcePage extends LitElement {
  static override styles = [
    ...shared,
    tagStyles,
    css`
      h1 {
        overflow-wrap: anywhere;
      }
      section {
        display: grid;
        gap: var(--space-s);
      }
      .merged {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-s) var(--space-l);
      }
    `,
  ];

  @property({ attribute: 'source-id' }) sourceId = '';

  @consume({ context: meContext, subscribe: true }) @state() private me: Me | null = null;
  @consume({ context: peopleContext, subscribe: true }) @state() private people: People = new Map();
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @query('cd-source-acts') private acts!: CdSourceActs | null;
  @query('cd-source-dialog') private dialog!: CdSourceDialog | null;
  @query('h1') private heading!: HTMLElement | null;

  readonly #clock = new ClockController(this, 60_000);
  readonly #entry = new SourceEntryController(
    this,
    () => this.sourceId,
    (source) => this.#onShown(source),
  );
  readonly #editing = new SourceEditingController(this, (source) => this.#entry.show(source));
  readonly #lookup = new RegisterLookupController(this);
  readonly #uses = new PagedController<SourceUse>(this, (cursor, signal) =>
    listSourceUses(this.sourceId, { cursor }, signal),
  );
  readonly #events = new PagedController<HistoryItem>(
    this,
    backwards(async (query, signal) => {
      if (!this.#mayReadHistory()) return { items: [] };
      const page = await getSourceHistory(this.sourceId, query, signal);
      void this.#entry.nameEntries(page.items);
      return page;
    }),
  );

  protected override render() {
    const { source, problem } = this.#entry;
    return html`
      <div class="page">
        <div class="page-head">
          <h1 tabindex="-1"><bdi>${source?.name ?? 'Source'}</bdi> ${confidentialTag(source)}</h1>
          <p><a href="/sources">The register</a></p>
        </div>
        <cd-problem .problem=${problem}>
          <button type="button" @click=${() => void this.#entry.load()}>Try again</button>
        </cd-problem>
        ${source === null ? this.#waiting() : this.#page(source)}
      </div>
    `;
  }

  #waiting(): TemplateResult | typeof nothing {
    return this.#entry.problem === null
      ? html`<p class="empty soft" role="status">Loading the entry…</p>`
      : nothing;
  }

  #page(source: Source): TemplateResult {
    const { record, refusal, busy } = this.#entry;
    const meId = this.me?.id ?? '';
    return html`
      ${source.mergedInto === null ? nothing : this.#merged(source, source.mergedInto)}
      <section aria-label="The entry">
        <cd-source-facts .source=${source} .people=${this.people}></cd-source-facts>
        ${source.confidential ? this.#identity(source) : nothing}
        <cd-source-acts
          .source=${source}
          .record=${record}
          .people=${this.people}
          .meId=${meId}
          .found=${this.#lookup.found}
          .problem=${refusal ?? this.#lookup.problem}
          .busy=${busy}
          @asked=${this.#entry.forgive}
          @source-sought=${({ words }: { words: string }) => this.#lookup.seek(words)}
          @act=${({ act }: SourceActEvent) => void this.#act(source, act)}
        ></cd-source-acts>
      </section>
      ${this.#record()} ${this.#useList()} ${this.#history()}
      <cd-source-dialog
        .subject=${this.#editing.subject}
        .identity=${this.#editing.identity}
        .people=${this.people}
        .meId=${meId}
        .problem=${this.#editing.problem}
        .busy=${this.#editing.busy}
        @save=${(event: SaveSourceEvent) => void this.#save(event)}
        @close=${() => this.#editing.close()}
      ></cd-source-dialog>
    `;
  }

  #merged({ can }: Source, into: string): TemplateResult {
    const { survivor, refusal, busy } = this.#entry;
    return html`
      <div class="notice merged">
        <p>
          This entry was merged into <a href="/sources/${into}"><bdi>${survivor?.name ?? 'another one'}</bdi></a>. What
          named it names that one.
        </p>
        ${
          can.includes('unmerge')
            ? html`<button type="button" ?disabled=${busy} @click=${() => void this.#undo()}>Undo the merge</button>`
            : nothing
        }
      </div>
      <cd-problem .problem=${refusal}></cd-problem>
    `;
  }

  #identity({ can, mergedInto }: Source): TemplateResult {
    const { identity, refusal, busy } = this.#entry;
    return html`
      <cd-source-identity
        .identity=${identity}
        ?may-read=${can.includes('read_identity')}
        .busy=${busy}
        @read=${() => void this.#entry.read()}
        @hide=${this.#entry.hide}
      ></cd-source-identity>
      ${mergedInto === null ? html`<cd-problem .problem=${refusal}></cd-problem>` : nothing}
    `;
  }

  #record(): TemplateResult {
    return html`
      <section aria-labelledby="record">
        <h2 id="record">Record</h2>
        <cd-source-record
          .record=${this.#entry.record}
          .problem=${this.#entry.recordProblem}
          @retry=${() => void this.#entry.loadRecord()}
        ></cd-source-record>
      </section>
    `;
  }

  #useList(): TemplateResult {
    const { items, loading, problem, nextCursor, loadingMore } = this.#uses;
    const none = loading
      ? html`<p class="soft" role="status">Loading…</p>`
      : html`<p class="soft" ?hidden=${problem !== null}>Nowhere.</p>`;
    return html`
      <section aria-labelledby="uses">
        <h2 id="uses">Where it is named</h2>
        ${
          items.length === 0
            ? none
            : html`<cd-source-uses .uses=${items} .people=${this.people} .now=${this.#clock.now}></cd-source-uses>`
        }
        <cd-list-end
          .more=${nextCursor !== null}
          .busy=${loadingMore}
          .problem=${problem}
          @more=${() => this.#uses.more()}
          @retry=${() => this.#uses.restart()}
        ></cd-list-end>
      </section>
    `;
  }

  #history(): TemplateResult {
    const { items, nextCursor, loadingMore, problem } = this.#events;
    return html`
      <section aria-labelledby="history">
        <h2 id="history">History of the entry</h2>
        ${
          this.#mayReadHistory()
            ? html`<ol role="list">
                ${repeat(
                  items,
                  ({ seq }) => seq,
                  (item) =>
                    html`<li><cd-history-event .item=${item} .word=${(value: string) => this.#word(value)}></cd-history-event></li>`,
                )}
              </ol>`
            : html`<p class="soft">What happened to it is told to the people named on it.</p>`
        }
        <cd-list-end
          .more=${nextCursor !== null}
          .busy=${loadingMore}
          .problem=${problem}
          @more=${() => this.#events.more()}
          @retry=${() => this.#events.restart()}
        ></cd-list-end>
      </section>
    `;
  }

  #mayReadHistory(): boolean {
    const { source } = this.#entry;
    return source !== null && (!source.confidential || source.readerIds.includes(this.me?.id ?? ''));
  }

  #word(value: string): string {
    return this.#entry.names.get(value) ?? personNamed(this.people, value) ?? plainWords(value);
  }

  /** A draft from before it was made confidential may hold what is now to be kept. */
  #onShown(source: Source): void {
    if (source.confidential) sourceDraft(source.id).dropOfAll();
    this.dispatchEvent(new PageTitleEvent(source.name));
    void this.#events.restart();
  }

  async #act(source: Source, act: SourceAct): Promise<void> {
    const { id, version } = source;
    if (act.type === 'edit') this.#editing.open(source, this.#entry.identity);
    else if (act.type === 'merge')
      await this.#do(() => mergeSource(id, { into: act.into.id, version }), `Merged into ${act.into.name}`);
    else if (act.type === 'keep') {
      const { description, readerIds } = act;
      const body = { version, description, readerIds: [...readerIds] };
      await this.#do(() => makeConfidential(id, body), 'Kept confidential');
    } else await this.#do(() => makeOpen(id, version), 'Everyone may know it again');
  }

  #undo(): Promise<void> {
    return this.#do(() => unmergeSource(this.sourceId), 'The merge is undone');
  }

  /** The button that was pressed may be gone: reading goes on from the heading. */
  async #do(send: () => Promise<Source>, done: string): Promise<void> {
    if (!(await this.#entry.act(send))) return;
    this.acts?.close();
    void this.#uses.restart();
    this.announce(done);
    await this.updateComplete;
    this.heading?.focus();
  }

  async #save({ values }: SaveSourceEvent): Promise<void> {
    const saved = await this.#editing.save(values);
    if (saved === null) return;
    this.dialog?.saved();
    this.#editing.close();
    this.#entry.hide();
    this.announce(`${saved.name} saved`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-source-page': CdSourcePage;
  }
}
