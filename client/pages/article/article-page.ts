import { consume } from '@lit/context';
import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Range } from '../../../server/contract/common.ts';
import type { Source } from '../../../server/contract/sources.ts';
import { SIGNED_IN } from '../../api/http.ts';
import { type ApiProblem, asProblem, isAbort } from '../../api/problem.ts';
import { ActEvent } from '../../components/inspector/acts.ts';
import type { CdInspector } from '../../components/inspector/inspector.ts';
import '../../components/inspector/inspector.ts';
import '../../components/problem.ts';
import {
  ChooseEvent,
  CommandEvent,
  FilterEvent,
  PointEvent,
  SelectWordsEvent,
} from '../../components/proof/events.ts';
import type { CdStoryText } from '../../components/proof/story-text.ts';
import { type Announce, announcerContext } from '../../contexts/announcer.ts';
import { type Me, meContext } from '../../contexts/me.ts';
import { PageTitleEvent } from '../../contexts/page-title.ts';
import { type People, peopleContext } from '../../contexts/people.ts';
import type { Command } from '../../controllers/proof/key-map.ts';
import { ShortcutsController } from '../../controllers/shortcuts.ts';
import { shared } from '../../styles/shared.ts';
import { articleStyles } from './article-styles.ts';
import { resumeMarks } from './marking.ts';
import { MediaController } from './media.ts';
import { sentencesWithClaims, shortcuts, TOOLBAR_WIDTH, undoWords } from './page-words.ts';
import { findSources, perform, performOnMark } from './perform.ts';
import { ProofView, type Stage } from './proof-view.ts';
import { Session } from './session.ts';
import { stage, top, unsaved } from './stage.ts';
import { StorySettingsController } from './story-settings-controller.ts';
import { addSource } from './talk-acts.ts';

/**
 * A story as a galley proof: its words, its claims, one inspector.
 *
 * Loads, keeps, saves; what is shown is put together in `stage.ts`, what keys do in `proof-view.ts`.
 */
@customElement('cd-article-page')
export class CdArticlePage extends LitElement {
  static override styles = [...shared, articleStyles];

  @property({ attribute: 'article-id' }) articleId = '';

  @consume({ context: meContext, subscribe: true }) @state() me: Me | null = null;
  @consume({ context: peopleContext, subscribe: true }) @state() people: People = new Map();
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private problem: ApiProblem | null = null;
  @state() found: readonly Source[] = [];
  /** Where sentences stand, for the notes beside them. */
  @state() tops: ReadonlyMap<number, number> = new Map();
  /** The last selection was made with a finger. */
  touch = false;

  @query('cd-story-text') private story?: CdStoryText;
  @query('cd-inspector') private inspector?: CdInspector;

  view: ProofView | null = null;
  readonly wide = new MediaController(this, '(min-width: 1100px)');
  readonly narrow = new MediaController(this, '(max-width: 700px)');
  readonly settings = new StorySettingsController(this);
  private session: Session | null = null;
  private loading: AbortController | null = null;
  private seeking: AbortController | null = null;

  constructor() {
    super();
    new ShortcutsController(this, shortcuts(this), 'In the story');
    this.addEventListener(ActEvent.type, (event) => this.onAct(event));
    this.addEventListener(ChooseEvent.type, (event) => this.onChoose(event));
    this.addEventListener(CommandEvent.type, (event) => {
      if (event instanceof CommandEvent) this.run(event.command);
    });
    this.addEventListener(FilterEvent.type, (event) => this.onFilter(event));
    this.addEventListener(PointEvent.type, (event) => {
      if (event instanceof PointEvent) this.view?.point(event.offset);
    });
    this.addEventListener(SelectWordsEvent.type, (event) => this.onSelect(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('focus', this.onWindowFocus);
    window.addEventListener(SIGNED_IN, this.onSignedIn);
    window.addEventListener('hashchange', this.onHash);
    window.addEventListener('scroll', this.fit, { passive: true });
    window.addEventListener('resize', this.fit);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('focus', this.onWindowFocus);
    window.removeEventListener(SIGNED_IN, this.onSignedIn);
    window.removeEventListener('hashchange', this.onHash);
    window.removeEventListener('scroll', this.fit);
    window.removeEventListener('resize', this.fit);
    this.loading?.abort();
    this.seeking?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (
      (changed.has('articleId') || changed.has('me')) &&
      this.me !== null &&
      this.session?.me !== this.me.id
    )
      void this.load(this.me.id);
  }

  protected override render() {
    const { view } = this;
    if (view === null) return this.waiting();
    return html`
      <div class="frame">
        ${top(this, view)} ${unsaved(view)} ${stage(this, view)} ${this.settings.render(view.article)}
      </div>
    `;
  }

  /** Whether the story has the keys: arrows, Enter and Escape belong to the browser elsewhere. */
  get hasKeys(): boolean {
    return this.story?.hasKeys === true;
  }

  run(command: Command): void {
    if (command === 'undo' || command === 'redo') void this.undo(command);
    else this.view?.run(command);
  }

  /** Sentences moved, or others came near: notes go with them. */
  measure(): void {
    const sentences = this.view === null ? [] : sentencesWithClaims(this.view);
    this.tops = this.story?.topsOf(sentences) ?? new Map();
  }

  /** The box of a stretch within the paper, for what stands beside it. */
  placeOf(range: Range): { top: number; left: number } | null {
    const box = this.story?.boxOf(range);
    const paper = this.renderRoot.querySelector('.paper')?.getBoundingClientRect();
    if (box == null || paper === undefined) return null;
    const left = Math.max(0, Math.min(box.left - paper.left, paper.width - TOOLBAR_WIDTH));
    return { top: box.bottom - paper.top + 6, left };
  }

  private waiting() {
    return html`
      <div class="page narrow">
        <h1>Story</h1>
        <cd-problem .problem=${this.problem}></cd-problem>
        ${
          this.problem === null
            ? html`<p class="soft">Loading…</p>`
            : html`<button type="button" @click=${() => this.retry()}>Try again</button>`
        }
      </div>
    `;
  }

  private async load(me: string): Promise<void> {
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    const session = new Session(this.articleId, me, () => this.redraw(), this.announce);
    this.session = session;
    this.problem = null;
    try {
      await session.load(loading.signal);
      if (loading.signal.aborted || session.article === null) return;
      this.view = new ProofView(session, session.article, this.actor());
      this.dispatchEvent(new PageTitleEvent(session.article.title));
      resumeMarks(session);
      this.redraw();
      await this.updateComplete;
      this.onHash();
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
  }

  private retry(): void {
    if (this.me !== null) void this.load(this.me.id);
  }

  /** A newer text of the story needs a new view of it; filters and settings stay. */
  private redraw(): void {
    const article = this.session?.article;
    if (this.view !== null && article != null && article.revision.number !== this.view.revision) {
      const { filter, snap, list } = this.view;
      this.view = Object.assign(new ProofView(this.view.session, article, this.actor()), {
        filter,
        snap,
        list,
      });
    }
    this.requestUpdate();
    void this.updateComplete.then(() => this.measureIfMoved());
  }

  private marked = '';
  /** Measuring is needed where other sentences carry claims than before; the rest the story tells itself. */
  private measureIfMoved(): void {
    const marked = this.view === null ? '' : sentencesWithClaims(this.view).join();
    if (marked === this.marked) return;
    this.marked = marked;
    this.measure();
  }

  private actor(): Stage {
    const reveal = (range: Range) => {
      const sheet = this.renderRoot.querySelector('.below');
      this.story?.reveal(range, sheet?.getBoundingClientRect().height ?? 0);
    };
    return {
      reveal,
      uncover: (range) =>
        void this.updateComplete.then(() => this.inspector?.updateComplete).then(() => reveal(range)),
      focusText: () => this.story?.focusPlace(),
      focusForm: () => void this.updateComplete.then(() => this.inspector?.focusForm()),
      changed: () => this.redraw(),
    };
  }

  private async undo(command: 'undo' | 'redo'): Promise<void> {
    const stack = this.session?.undo;
    if (stack === undefined) return;
    const result = await (command === 'undo' ? stack.undo() : stack.redo());
    this.announce(undoWords(command, result));
    if (!result.done && result.why === 'refused') await this.session?.refresh();
    this.redraw();
  }

  private onAct(event: Event): void {
    const { view } = this;
    if (!(event instanceof ActEvent) || view === null) return;
    const { act, claimId } = event;
    const claim = view.session.store.get(claimId);
    if (claim === null) performOnMark(view, claimId, act);
    else if (act.type === 'find-source') void this.seek(act.words);
    else if (act.type === 'add-source') void this.addSource(claimId, act.name, act.kind, act.field);
    else void perform(view, claim, act).then(() => this.fillAside());
  }

  private async seek(words: string): Promise<void> {
    this.seeking?.abort();
    const seeking = new AbortController();
    this.seeking = seeking;
    if (this.session === null || words.trim() === '') return;
    const found = await findSources(this.session, words, seeking.signal);
    if (!seeking.signal.aborted) this.found = found;
  }

  private async addSource(claimId: string, name: string, kind: Source['kind'], field: string): Promise<void> {
    const claim = this.session?.store.get(claimId);
    if (this.session === null || claim == null || this.view === null) return;
    try {
      const source = await addSource(this.session, name, kind);
      const fields = { ...this.session.drafts.get(claimId, 'details')?.fields, [field]: source.id };
      await perform(this.view, claim, { type: 'draft', form: 'details', fields });
    } catch (thrown) {
      this.session.setForm(claimId, 'details', { problem: asProblem(thrown) });
    }
  }

  private onChoose(event: Event): void {
    if (!(event instanceof ChooseEvent)) return;
    this.view?.choose(event.claimId, { open: event.open, follow: this.view.list });
    this.fillAside();
  }

  private onFilter(event: Event): void {
    if (!(event instanceof FilterEvent) || this.view === null) return;
    this.view.filter = event.filter;
    this.redraw();
  }

  private onSelect(event: Event): void {
    if (!(event instanceof SelectWordsEvent)) return;
    this.touch = event.touch;
    this.view?.select(event.range, event.inverted);
    if (!event.touch) this.story?.focusPlace();
  }

  protected override updated(): void {
    this.fillAside();
    this.fit();
  }

  /** The inspector ends where the window does, also while the page's head is still above it: Save stays in sight. */
  private readonly fit = (): void => {
    const beside = this.renderRoot.querySelector<HTMLElement>('.beside');
    if (beside === null) return;
    const room = window.innerHeight - Math.max(0, beside.getBoundingClientRect().top) - 12;
    beside.style.maxBlockSize = `${Math.max(240, room)}px`;
  };

  /** Fetch what the open tab shows, once for each claim; history anew each time it is opened. */
  private filled = '';
  private fillAside(): void {
    const { view, session } = this;
    const claim = view?.chosen ?? null;
    if (view === null || claim === null || session === null) return;
    const wanted = `${claim.id} ${view.tab} ${view.tab === 'history' ? claim.version : ''}`;
    if (wanted === this.filled) return;
    this.filled = wanted;
    if (view.tab === 'evidence') void session.loadCitations(claim.id);
    if (view.tab === 'talk') void session.loadComments(claim.id);
    if (view.tab === 'history') void session.loadHistory(claim.id);
  }

  private readonly onHash = (): void => {
    const id = /^#claim=([0-9a-f-]{36})$/i.exec(location.hash)?.[1];
    if (id !== undefined && id !== this.view?.chosenId) this.view?.choose(id, { follow: true });
  };

  private readonly onWindowFocus = (): void => void this.session?.refresh();
  private readonly onSignedIn = (): void => {
    if (this.view === null) this.retry();
    else void this.session?.refresh();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-article-page': CdArticlePage;
  }
}
