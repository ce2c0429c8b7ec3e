import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Arrives, StoryFile } from '../../server/contract/story-files.ts';
import { createArticle } from '../api/articles.ts';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import '../components/access-field.ts';
import type { AccessChangeEvent } from '../components/access-field.ts';
import { focusedControl } from '../components/form.ts';
import '../components/problem.ts';
import type { FileEvent, ManyEvent } from '../components/file-event.ts';
import type { BorderEvent, PartRoleEvent } from '../components/story-part.ts';
import '../components/story-paste.ts';
import { type CdStoryPaste, TextEvent } from '../components/story-paste.ts';
import { type OverrideEvent, READ_LABELS } from '../components/story-reading.ts';
import '../components/story-terms.ts';
import { TERM_LABELS, type TermsEvent } from '../components/story-terms.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { type People, peopleContext } from '../contexts/people.ts';
import { type Chosen, handOver, isArchive } from '../controllers/batch/chosen.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { debounced } from '../debounced.ts';
import { navigate } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { addressPart } from './import/address-part.ts';
import { SAVES } from './import/arriving.ts';
import { withBorder, withRole } from './import/corrections.ts';
import { forgetDraft, type ImportDraft, keepDraft, newDraft, recallDraft } from './import/draft.ts';
import { FetchingController } from './import/fetching-controller.ts';
import { ReadingController } from './import/reading-controller.ts';
import { requestOf } from './import/request.ts';
import { pasteProblem, readStoryFile } from './import/story-file.ts';
import { importStyles } from './import/styles.ts';
import { understood } from './import/understood.ts';
import { lookAt } from './import/whole-story.ts';
import { WholeStoryController } from './import/whole-story-controller.ts';
import { wholeStoryPart } from './import/whole-story-part.ts';

const LABELS = { ...READ_LABELS, ...TERM_LABELS, text: 'Text', memberIds: 'Who may see it' };

const isEmpty = ({ text, file }: ImportDraft): boolean => text === '' && file === null;

/** Bringing in a story: paste or drop it, see how it is understood, correct that, save. */
@customElement('cd-import-page')
export class CdImportPage extends LitElement {
  static override styles = [...shared, importStyles];

  @consume({ context: meContext, subscribe: true }) @state() private me: Me | null = null;
  @consume({ context: peopleContext, subscribe: true }) @state() private people: People = new Map();
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private draft: ImportDraft = newDraft();
  /** What is wrong with the text or the file, in words. */
  @state() private wrong = '';
  @state() private problem: ApiProblem | null = null;
  @state() private busy = false;
  /** What a new file or "Start again" took the place of. */
  @state() private replaced: ImportDraft | null = null;
  @state() private notKept = false;

  @query('cd-story-paste') private paste!: CdStoryPaste;

  /** The story that came in whole and is not as it was when it left. */
  @state() private altered: string | null = null;

  readonly #reader = new ReadingController(this);
  readonly #whole = new WholeStoryController(this);
  readonly #fetching = new FetchingController(this);
  #saved = false;
  readonly #readSoon = debounced(() => void this.#read(), 350);
  readonly #keepSoon = debounced(() => this.#keep(), 300);

  constructor() {
    super();
    new ShortcutsController(
      this,
      { 'Ctrl+Enter': { label: 'Save the story', run: () => this.#saveByKey() } },
      'Bring in a story',
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#keep);
    document.addEventListener('paste', this.#onPaste);
    this.draft = this.me === null ? newDraft() : recallDraft(this.me.id);
    if (!isEmpty(this.draft)) void this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#keep);
    document.removeEventListener('paste', this.#onPaste);
    this.#keep();
  }

  protected override render() {
    if (this.me?.can.includes('create_article') === false)
      return html`
        <div class="page">
          <h1>Bring in a story</h1>
          <p class="notice">Viewers can read stories but not bring them in. Ask an admin for another role.</p>
        </div>
      `;
    if (this.#whole.story !== null) return this.#wholeStory();
    return html`
      <div class="page">
        <h1>Bring in a story</h1>
        <div class="columns">
          <div class="side">
            <cd-story-paste .text=${this.draft.text} .fileName=${this.draft.file?.url ?? this.draft.file?.name ?? ''} .wrong=${this.wrong} @text=${this.#onText} @file=${this.#onFile} @many=${this.#onMany}>
              ${
                isEmpty(this.draft)
                  ? nothing
                  : html`<button type="button" @click=${() => this.#replace(newDraft())}>Start again</button>`
              }
            </cd-story-paste>
            ${this.me?.can.includes('fetch_story') === true ? addressPart(this.#fetching, this.#onPage) : nothing}
            <p class="hint"><a href="/imports">Bring in a folder, several files or a zip</a></p>
            ${this.#notices()}
            ${this.#particulars()} ${this.#saving()}
          </div>
          <section class="reading" aria-label="How it is understood">${this.#understood()}</section>
        </div>
      </div>
    `;
  }

  #wholeStory(): TemplateResult | typeof nothing {
    return wholeStoryPart(this.#whole, this.altered, {
      bringIn: () => void this.#bringIn(),
      putAside: () => this.#whole.show(null),
    });
  }

  readonly #bringIn = async (): Promise<void> => {
    const brought = await this.#whole.bringIn();
    if (brought === null) return;
    if (brought.integrity === 'altered') this.altered = brought.id;
    else navigate(`/stories/${brought.id}`);
  };

  /** Of a story that is here they are set where it is. */
  #particulars(): TemplateResult | typeof nothing {
    if (this.#arrives() !== 'new') return nothing;
    return html`
            <section aria-label="Particulars" class="side">
              <cd-story-terms .terms=${this.draft} .problem=${this.problem} @terms=${this.#onTerms}></cd-story-terms>
              <cd-access-field
                .access=${this.draft.access}
                .memberIds=${this.draft.memberIds}
                .people=${this.people}
                .meId=${this.me?.id ?? ''}
                @access-change=${this.#onAccess}
              ></cd-access-field>
            </section>
    `;
  }

  #arrives(): Arrives {
    return this.#reader.reading?.preview.file?.arrives ?? 'new';
  }

  #notices(): TemplateResult {
    return html`
      ${
        this.replaced === null
          ? nothing
          : html`<p class="notice" role="status">
              What was here before was put aside.
              <button class="quiet" type="button" @click=${this.#bringBack}>Bring it back</button>
            </p>`
      }
      ${
        this.notKept
          ? html`<p class="notice">This browser has no room to keep the text over a reload. Save it soon.</p>`
          : nothing
      }
    `;
  }

  #saving(): TemplateResult {
    return html`
      <div class="save">
        <cd-problem .problem=${this.problem} .labels=${LABELS}>
          ${
            this.problem?.code === 'ID_USED'
              ? html`<a href="/stories/${this.draft.id}">It was saved before you changed it: open it</a>`
              : nothing
          }
        </cd-problem>
        <div class="actions">
          <button class="primary" type="button" aria-disabled=${this.#maySave() ? 'false' : 'true'} @click=${this.#save}>
            ${this.busy ? 'Saving…' : (SAVES[this.#arrives()] ?? 'Save the story')}
          </button>
          <span class="hint">or <kbd>Ctrl</kbd> + <kbd>Enter</kbd></span>
        </div>
      </div>
    `;
  }

  #understood(): TemplateResult {
    return understood({
      preview: this.#reader.reading?.preview ?? null,
      sentences: this.#reader.sentences,
      overrides: this.draft.overrides,
      isReading: this.#reader.busy,
      unread: this.#reader.problem,
      problem: this.problem,
      again: () => void this.#read(),
      onOverride: (event) => this.#onOverride(event),
      onRole: (event) => this.#onRole(event),
      onBorder: (event) => this.#onBorder(event),
    });
  }

  /** A file that could not be taken does not stand in the way of the text that is there. */
  #maySave = () => {
    const { text, file } = this.draft;
    if (this.busy || SAVES[this.#arrives()] === null) return false;
    return file === null ? text.trim() !== '' && pasteProblem(text) === null : this.#reader.reading !== null;
  };

  /** Whoever comes with a story pastes it: that need not be aimed at the field while it is empty. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const [target] = event.composedPath();
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (isField || event.defaultPrevented || text === '' || !isEmpty(this.draft)) return;
    if (this.me?.can.includes('create_article') !== true) return;
    event.preventDefault();
    this.#onText(new TextEvent(text));
    this.paste.focus();
  };

  #onText({ text }: TextEvent): void {
    this.#change({ text });
    this.wrong = pasteProblem(text) ?? '';
    this.#readSoon();
  }

  async #onFile({ file }: FileEvent): Promise<void> {
    const looked = await lookAt(file);
    if (looked.is === 'broken') {
      this.wrong = looked.reason;
      return;
    }
    if (looked.is === 'story') {
      this.wrong = '';
      this.#whole.show(looked.story);
      this.announce(`${file.name} is a whole story from another Claimdesk`);
      return;
    }
    if (isArchive(file)) {
      this.#toMany({ name: file.name, files: [], archive: file });
      return;
    }
    const read = await readStoryFile(file);
    if (!read.ok) {
      this.wrong = read.reason;
      return;
    }
    this.#replace('file' in read ? { ...newDraft(), file: read.file } : { ...newDraft(), text: read.text });
    this.announce(`${file.name} read`);
  }

  #onMany({ chosen }: ManyEvent): void {
    this.#toMany(chosen);
  }

  /** What is more than one story is brought in on a page of its own. */
  #toMany(chosen: Chosen): void {
    handOver(chosen);
    navigate('/imports');
  }

  readonly #onPage = (file: StoryFile): void => {
    this.#replace({ ...newDraft(), file });
    this.announce(`${file.name} fetched`);
    void this.updateComplete.then(() => this.paste.focus());
  };

  #replace(draft: ImportDraft): void {
    this.replaced = isEmpty(this.draft) ? null : this.draft;
    this.#start(draft);
  }

  readonly #bringBack = (): void => {
    if (this.replaced === null) return;
    const draft = this.replaced;
    this.replaced = null;
    this.#start(draft);
  };

  #start(draft: ImportDraft): void {
    this.draft = draft;
    this.wrong = '';
    this.problem = null;
    this.#fetching.clear();
    this.#reader.clear();
    this.#keep();
    void this.#read();
    if (isEmpty(draft))
      void this.updateComplete.then(() => this.paste.updateComplete).then(() => this.paste.focus());
  }

  #onTerms({ change }: TermsEvent): void {
    this.#change(change);
  }

  #onAccess({ access, memberIds }: AccessChangeEvent): void {
    this.#change({ access, memberIds: [...memberIds] });
  }

  #onOverride({ field, value }: OverrideEvent): void {
    this.#change({ overrides: { ...this.draft.overrides, [field]: value } });
    if (field === 'language') void this.#read();
  }

  #onRole({ part, role }: PartRoleEvent): void {
    const text = this.#reader.reading?.preview.parts[part]?.text;
    if (text === undefined) return;
    this.#change(withRole(this.draft, { part, text, role }));
    void this.#read();
  }

  #onBorder({ part, offset, kind }: BorderEvent): void {
    const text = this.#reader.reading?.preview.parts[part]?.text;
    if (text === undefined) return;
    this.#change(withBorder(this.draft, { part, text, offset, kind }));
    void this.#read();
  }

  #change(change: Partial<ImportDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.#keepSoon();
  }

  readonly #keep = (): void => {
    if (this.me === null || this.#saved) return;
    this.notKept = !keepDraft(this.me.id, this.draft);
  };

  /** Read the text as it is now. Corrections whose part is gone go with it. */
  async #read(): Promise<void> {
    const read = await this.#reader.read(this.draft);
    if (read === null) return;
    const { roles, borders } = read.corrections;
    this.#change({ roles: [...roles], borders: [...borders] });
  }

  /** A day or a language tells what was typed in it only when it is left. */
  #saveByKey(): void {
    const control = focusedControl();
    control?.blur();
    void this.#save();
    control?.focus();
  }

  /** What was read once more may turn out to be here already, which the page then says. */
  #isWorthSaving = (arrives: Arrives): boolean => SAVES[arrives] !== null;

  readonly #save = async (): Promise<void> => {
    if (!this.#maySave()) return;
    this.busy = true;
    this.problem = null;
    try {
      // What is saved is what was shown: the last change may still be on its way.
      await this.#read();
      const { problem, reading } = this.#reader;
      if (problem !== null) throw problem;
      const arrives = this.#arrives();
      if (!this.#isWorthSaving(arrives)) return;
      const article = await createArticle(requestOf(this.draft, reading?.preview ?? null));
      this.#saved = true;
      if (this.me !== null) forgetDraft(this.me.id);
      navigate(arrives === 'newer' ? `/stories/${article.id}/changes` : `/stories/${article.id}`);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.busy = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-import-page': CdImportPage;
  }
}
