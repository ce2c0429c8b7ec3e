import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Import } from '../../server/contract/imports.ts';
import { newId, newKey } from '../api/http.ts';
import { createImport, listImports, sendArchive } from '../api/imports.ts';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import '../components/access-field.ts';
import type { Access, AccessChangeEvent } from '../components/access-field.ts';
import '../components/choose-many.ts';
import type { ManyEvent } from '../components/file-event.ts';
import '../components/list-end.ts';
import '../components/problem.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { type People, peopleContext } from '../contexts/people.ts';
import { type Chosen, takeOver } from '../controllers/batch/chosen.ts';
import { beginSending } from '../controllers/batch/sending.ts';
import { PagedController } from '../controllers/paged.ts';
import { navigate } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { sizeWords } from '../words.ts';
import { countsWords, filesWords, stateWords } from './imports/words.ts';

/** Bringing in many stories: choose them, say who may see them, begin; and what was brought in so before. */
@customElement('cd-imports-page')
export class CdImportsPage extends LitElement {
  static override styles = [
    ...shared,
    css`
      .page,
      .new,
      .chosen {
        display: grid;
        gap: var(--space-l);
        grid-template-columns: minmax(0, 1fr);
      }
      .new {
        max-inline-size: 44rem;
      }
      li {
        padding-block: var(--space-m);
        border-block-start: 1px solid var(--rule);
        overflow-wrap: anywhere;
      }
      progress {
        inline-size: 100%;
      }
    `,
  ];

  @consume({ context: meContext, subscribe: true }) @state() private me: Me | null = null;
  @consume({ context: peopleContext, subscribe: true }) @state() private people: People = new Map();
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private chosen: Chosen | null = null;
  @state() private access: Access = 'newsroom';
  @state() private memberIds: readonly string[] = [];
  @state() private problem: ApiProblem | null = null;
  /** Bytes of the archive that have left; null while nothing is sent. */
  @state() private sent: number | null = null;

  /** Of the import that these files are to be: the same on every try. */
  #id = newId();
  #key = newKey();
  #giveUp: AbortController | null = null;
  readonly #before = new PagedController<Import>(this, (cursor, signal) => listImports(cursor, signal));

  override connectedCallback(): void {
    super.connectedCallback();
    const handed = takeOver();
    if (handed !== null) this.#take(handed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#giveUp?.abort();
  }

  protected override render() {
    return html`
      <div class="page">
        <h1>Bring in many stories</h1>
        ${
          this.me?.can.includes('create_article') === false
            ? html`<p class="notice">Viewers can read stories but not bring them in. Ask an admin for another role.</p>`
            : this.#new()
        }
        ${this.#list()}
      </div>
    `;
  }

  #new(): TemplateResult {
    return html`
      <section class="new" aria-label="Files">
        ${this.chosen === null ? html`<cd-choose-many @many=${(event: ManyEvent) => this.#take(event.chosen)}></cd-choose-many>` : this.#chosen(this.chosen)}
        <p class="hint">
          Each file becomes a story, or the next text of the story that it names. What is here already is not brought in
          again. <a href="/stories/new">Bring in one story</a> to see first how it is understood.
        </p>
      </section>
    `;
  }

  #chosen(chosen: Chosen): TemplateResult {
    const size = chosen.archive?.size ?? chosen.files.reduce((sum, { file }) => sum + file.size, 0);
    const what = chosen.archive === null ? filesWords(chosen.files.length) : 'an archive';
    // Files that are in no folder together are called what they are.
    const told = what === chosen.name ? sizeWords(size) : `${what}, ${sizeWords(size)}`;
    return html`
      <div class="chosen">
        <p><strong><bdi>${chosen.name}</bdi></strong> <span class="soft">${told}</span></p>
        <cd-access-field
          .access=${this.access}
          .memberIds=${this.memberIds}
          .people=${this.people}
          .meId=${this.me?.id ?? ''}
          ?disabled=${this.sent !== null}
          @access-change=${this.#onAccess}
        ></cd-access-field>
        <p class="hint">It holds for stories that are new. A story that is here keeps its own.</p>
        <cd-problem .problem=${this.problem}></cd-problem>
        ${
          this.sent !== null && chosen.archive !== null
            ? html`<label>Sending the archive <progress max=${size} .value=${this.sent}></progress></label>`
            : nothing
        }
        <div class="actions">
          <button class="primary" type="button" aria-disabled=${this.sent === null ? 'false' : 'true'} @click=${() => void this.#begin()}>
            ${this.sent === null ? 'Bring them in' : 'Sending…'}
          </button>
          <button type="button" @click=${this.#putAside}>Choose others</button>
        </div>
      </div>
    `;
  }

  #list(): TemplateResult {
    const { items, nextCursor, loading, loadingMore, problem } = this.#before;
    return html`
      <section aria-label="Brought in before">
        ${items.length === 0 && !loading && problem === null ? html`<p class="soft">What you bring in here is listed below, with what became of each file.</p>` : nothing}
        <ol role="list">
          ${repeat(
            items,
            ({ id }) => id,
            (one) => html`
              <li>
                <a href="/imports/${one.id}"><bdi>${one.name}</bdi></a>
                <span class="soft small">${stateWords(one)} · ${fullTime(one.createdAt)}</span>
                <p class="small">${countsWords(one)}</p>
              </li>
            `,
          )}
        </ol>
        <cd-list-end
          ?more=${nextCursor !== null}
          ?busy=${loading || loadingMore}
          .problem=${problem}
          @more=${() => void this.#before.more()}
          @retry=${() => void this.#before.restart()}
        ></cd-list-end>
      </section>
    `;
  }

  #take(chosen: Chosen): void {
    this.chosen = chosen;
    this.problem = null;
    this.#id = newId();
    this.#key = newKey();
    this.announce(`${chosen.name} chosen`);
  }

  readonly #putAside = (): void => {
    this.#giveUp?.abort();
    this.chosen = null;
    this.problem = null;
  };

  #onAccess({ access, memberIds }: AccessChangeEvent): void {
    this.access = access;
    this.memberIds = memberIds;
    // Under the id of before it would be another import.
    this.#id = newId();
    this.#key = newKey();
  }

  async #begin(): Promise<void> {
    const { chosen } = this;
    if (chosen === null || this.sent !== null) return;
    this.sent = 0;
    this.problem = null;
    this.#giveUp = new AbortController();
    const { signal } = this.#giveUp;
    try {
      await this.#send(chosen, signal);
      if (!signal.aborted) navigate(`/imports/${this.#id}`);
    } catch (thrown) {
      if (!signal.aborted) this.problem = asProblem(thrown);
    } finally {
      this.sent = null;
    }
  }

  async #send({ name, files, archive }: Chosen, signal: AbortSignal): Promise<void> {
    const { access } = this;
    const memberIds = access === 'restricted' ? [...this.memberIds] : [];
    const terms = { id: this.#id, name, access };
    if (archive !== null) {
      const members = memberIds.length === 0 ? {} : { memberIds: memberIds.join(',') };
      const told = (bytes: number) => {
        this.sent = bytes;
      };
      await sendArchive(archive, { ...terms, ...members }, told, signal);
      return;
    }
    const list = files.map(({ path, file }) => ({ path, size: file.size }));
    await createImport(
      { ...terms, ...(memberIds.length === 0 ? {} : { memberIds }), files: list },
      this.#key,
    );
    beginSending(this.#id, files);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-imports-page': CdImportsPage;
  }
}
