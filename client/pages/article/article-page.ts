import { consume } from '@lit/context';
import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Range } from '../../../server/contract/common.ts';
import { SIGNED_IN } from '../../api/http.ts';
import { type ApiProblem, asProblem, isAbort } from '../../api/problem.ts';
import { getReach } from '../../api/radar.ts';
import { getTextChange } from '../../api/revisions.ts';
import { type Act, ActEvent, type Tab } from '../../components/inspector/acts.ts';
import type { CdInspector } from '../../components/inspector/inspector.ts';
import '../../components/inspector/inspector.ts';
import '../../components/inspector/reach-line.ts';
import { isChangedByText } from '../../components/inspector/text-change.ts';
import '../../components/inspector/words-changed.ts';
import { GoToEvent } from '../../components/ledger/events.ts';
import '../../components/problem.ts';
import {
  ChooseEvent,
  CommandEvent,
  FilterEvent,
  NameSourceEvent,
  PointEvent,
  SelectWordsEvent,
  ThresholdEvent,
} from '../../components/proof/events.ts';
import type { CdStoryText } from '../../components/proof/story-text.ts';
import type { CdSuggestionPanel } from '../../components/proof/suggestion-panel.ts';
import { type Announce, announcerContext } from '../../contexts/announcer.ts';
import { type Me, meContext } from '../../contexts/me.ts';
import { PageTitleEvent } from '../../contexts/page-title.ts';
import { type People, peopleContext } from '../../contexts/people.ts';
import { holdField } from '../../controllers/hold-field.ts';
import { LeavingController } from '../../controllers/leaving.ts';
import { MediaController } from '../../controllers/media.ts';
import { outboxContext } from '../../controllers/outbox/context.ts';
import type { Outbox } from '../../controllers/outbox/outbox.ts';
import type { Command } from '../../controllers/proof/key-map.ts';
import type { Suggested } from '../../controllers/proof/suggestions.ts';
import { ShortcutsController } from '../../controllers/shortcuts.ts';
import { dropNativeSelection } from '../../highlight/pointer.ts';
import { navigate } from '../../router.ts';
import { shared } from '../../styles/shared.ts';
import { Arrival } from './arrival.ts';
import { articleStyles } from './article-styles.ts';
import './binned-story.ts';
import './erased-story.ts';
import { ChosenController } from './chosen-controller.ts';
import { FollowController } from './follow-controller.ts';
import { resumeUndo, UNDO_PATIENCE } from './kept-undo.ts';
import { LedgerController } from './ledger-controller.ts';
import { asksWhose, shortcuts, TOOLBAR_WIDTH, undoWords } from './page-words.ts';
import { PeopleSearch } from './people-search.ts';
import { perform, performOnMark } from './perform.ts';
import { ProofView, type Stage } from './proof-view.ts';
import { RegisterSearch } from './register-search.ts';
import { Session } from './session.ts';
import { stage, top, unsaved } from './stage.ts';
import { StorySettingsController } from './story-settings-controller.ts';
import { addNamed, performOnForm } from './suggestion-acts.ts';
import { acceptTyped, goWithUndo } from './suggestion-steps.ts';
import { TextEditing } from './text-editing.ts';

/** Where the form is that a write came from. */
const TAB_OF: Readonly<Record<string, Tab>> = {
  details: 'details',
  verdict: 'verdict',
  comment: 'talk',
  reply: 'talk',
  edit: 'talk',
  citation: 'evidence',
  evidence: 'evidence',
};

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
  @consume({ context: outboxContext, subscribe: true }) @state() private outbox: Outbox | null = null;
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private problem: ApiProblem | null = null;
  /** The last selection was made with a finger. */
  touch = false;

  @query('cd-story-text') private story?: CdStoryText;
  @query('cd-inspector') private inspector?: CdInspector;
  @query('cd-suggestion-panel') private suggestionPanel?: CdSuggestionPanel;

  view: ProofView | null = null;
  readonly wide = new MediaController(this, '(min-width: 1100px)');
  readonly narrow = new MediaController(this, '(max-width: 700px)');
  readonly register = new RegisterSearch(this);
  readonly peopleSearch = new PeopleSearch(this);
  readonly figures = new LedgerController(this);
  readonly reach = new ChosenController(this, { pause: 400, concerns: () => true, fetch: getReach });
  readonly textChange = new ChosenController(this, {
    pause: 100,
    concerns: isChangedByText,
    fetch: getTextChange,
  });
  readonly settings = new StorySettingsController(this);
  readonly text = new TextEditing(this);
  readonly arrival = new Arrival(this);
  readonly follow = new FollowController(this);
  private session: Session | null = null;
  private titled = '';
  private loading: AbortController | null = null;

  constructor() {
    super();
    new ShortcutsController(this, shortcuts(this), 'In the story');
    new LeavingController(this, () => this.session?.drafts.wouldBeLost === true);
    this.addEventListener(ActEvent.type, (event) => this.onAct(event));
    this.addEventListener(ChooseEvent.type, (event) => this.onChoose(event));
    this.addEventListener(CommandEvent.type, (event) => {
      if (event instanceof CommandEvent) this.run(event.command);
    });
    this.addEventListener(GoToEvent.type, (event) => {
      if (!(event instanceof GoToEvent)) return;
      event.preventDefault();
      this.view?.goTo(event.claimId, event.start);
    });
    this.addEventListener(FilterEvent.type, (event) => this.onFilter(event));
    this.addEventListener(PointEvent.type, (event) => {
      if (event instanceof PointEvent) this.view?.point(event.offset);
    });
    this.addEventListener(ThresholdEvent.type, (event) => {
      if (!(event instanceof ThresholdEvent) || this.view === null) return;
      this.view.threshold = event.threshold;
      this.redraw();
    });
    this.addEventListener(NameSourceEvent.type, (event) => {
      const suggested = this.view?.suggestion ?? null;
      if (event instanceof NameSourceEvent && suggested !== null && this.session !== null)
        void addNamed(this.session, suggested);
    });
    this.addEventListener(SelectWordsEvent.type, (event) => this.onSelect(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('focus', this.onWindowFocus);
    window.addEventListener(SIGNED_IN, this.onSignedIn);
    window.addEventListener('hashchange', this.onHash);
    window.addEventListener('scroll', this.fitSoon, { passive: true });
    window.addEventListener('resize', this.fitSoon);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('focus', this.onWindowFocus);
    window.removeEventListener(SIGNED_IN, this.onSignedIn);
    window.removeEventListener('hashchange', this.onHash);
    window.removeEventListener('scroll', this.fitSoon);
    window.removeEventListener('resize', this.fitSoon);
    cancelAnimationFrame(this.fitting);
    this.fitting = 0;
    this.loading?.abort();
    this.session?.kept.leave();
    this.register.stop();
    this.peopleSearch.stop();
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
        ${top(this, view)} ${this.text.news(view)} ${unsaved(view)}
        ${this.text.isOpen ? this.text.render(view) : stage(this, view)}
        ${this.settings.render(view.article)} ${this.arrival.render(view.session.article ?? view.article)}
      </div>
    `;
  }

  /** Whether the story has the keys: arrows, Enter and Escape belong to the browser elsewhere. */
  get hasKeys(): boolean {
    return this.story?.hasKeys === true;
  }

  run(command: Command): void {
    if (command === 'undo' || command === 'redo') void this.undo(command);
    else if (command === 'sign-off') navigate(`/stories/${this.articleId}/sign-off`);
    else if (command === 'edit-text') this.text.start();
    else if (command === 'newer-text') this.arrival.start();
    else this.view?.run(command);
    // The system's handles would stay on words that are marked by now.
    if (this.touch && command.startsWith('mark-')) dropNativeSelection();
  }

  /** Sentences moved, or others came near: notes go with them. Nothing else is drawn anew, so that scrolling is cheap. */
  measure(): void {
    const notes = this.renderRoot.querySelector('cd-margin-notes');
    const sentences = this.view?.shown.bySentence.keys() ?? [];
    if (notes !== null) notes.tops = this.story?.topsOf(sentences) ?? new Map();
  }

  /** The box of a stretch within the paper, for what stands beside it. */
  placeOf(range: Range): { top: number; left: number } | null {
    const box = this.story?.boxOf(range);
    const paper = this.renderRoot.querySelector('.paper')?.getBoundingClientRect();
    if (box == null || paper === undefined) return null;
    const left = Math.max(0, Math.min(box.left - paper.left, paper.width - TOOLBAR_WIDTH));
    return { top: box.bottom - paper.top + 6, left };
  }

  /** What comes in may lengthen what stands above the words, or above a field: they stay where a person looks at them. */
  hold(): () => void {
    const place = () => this.renderRoot.querySelector('.paper')?.getBoundingClientRect().top;
    const before = place();
    const releaseField = holdField();
    return () => {
      releaseField();
      void this.updateComplete.then(() => {
        const now = place();
        if (before !== undefined && now !== undefined && Math.abs(now - before) >= 1)
          window.scrollBy({ top: now - before, behavior: 'instant' });
      });
    };
  }

  /** From the beginning: it may not be there any more. */
  reload(): void {
    this.view = null;
    this.retry();
    this.requestUpdate();
  }

  private waiting() {
    if (this.problem?.code === 'STORY_ERASED')
      return html`<cd-erased-story .erased=${this.problem.erased}></cd-erased-story>`;
    if (this.problem?.code === 'STORY_WITHDRAWN')
      return html`<cd-binned-story article-id=${this.articleId} @restored=${() => this.retry()}></cd-binned-story>`;
    return html`
      <div class="page narrow">
        <h1>Story</h1>
        <cd-problem .problem=${this.problem}></cd-problem>
        ${
          this.problem === null
            ? html`<p class="soft">Loading…</p>`
            : this.problem.code === 'NOT_FOUND'
              ? html`<p><a href="/">Go to the desk</a></p>`
              : html`<button type="button" @click=${() => this.retry()}>Try again</button>`
        }
      </div>
    `;
  }

  private async load(me: string): Promise<void> {
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    if (this.outbox === null) return;
    this.session?.kept.leave();
    const session = new Session(this.articleId, me, () => this.redraw(), this.announce, this.outbox);
    this.session = session;
    this.problem = null;
    try {
      await session.load(loading.signal);
      if (loading.signal.aborted || session.article === null) return;
      this.view = new ProofView(session, session.article, this.actor());
      session.undo.waitFor(resumeUndo(session), UNDO_PATIENCE);
      void this.text.resume().catch((thrown) => session.tell(asProblem(thrown).message));
      void session.loadSuggestions().then(() => this.toSuggestions());
      this.redraw();
      await this.updateComplete;
      this.onHash();
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
  }

  /** Whoever comes from the sign-off wants to see what nobody decided on: the first, or the one that was named. */
  private toSuggestions(): void {
    if (location.hash === '#suggestions') this.run('next-suggestion');
    const id = /^#suggestion=([0-9a-f-]{36})$/i.exec(location.hash)?.[1];
    if (id === undefined || this.view === null) return;
    if (this.view.session.suggestions.suggested(id) === null)
      this.view.session.tell('That suggestion is not open any more.');
    else this.view.choose(id, { follow: true });
  }

  private retry(): void {
    if (this.me !== null) void this.load(this.me.id);
  }

  /** A newer text of the story needs a new view of it; filters and settings stay. */
  private redraw(): void {
    const article = this.session?.article;
    if (this.view !== null && article != null && article.revision.number !== this.view.revision) {
      const { filter, snap, list, ledger, threshold } = this.view;
      this.view = Object.assign(new ProofView(this.view.session, article, this.actor()), {
        filter,
        snap,
        list,
        ledger,
        threshold,
      });
    }
    if (article != null && article.title !== this.titled) {
      this.titled = article.title;
      this.dispatchEvent(new PageTitleEvent(article.title));
    }
    this.requestUpdate();
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
      focusForm: () =>
        void this.updateComplete.then(() => {
          this.inspector?.focusForm();
          void this.suggestionPanel?.focusForm();
        }),
      focusKind: () =>
        void this.updateComplete.then(() => {
          void this.inspector?.focusKind();
          void this.suggestionPanel?.focusKind();
        }),
      returnTo: (range) =>
        void this.updateComplete
          .then(() => this.story?.updateComplete)
          .then(() => {
            reveal(range);
            this.story?.focusPlace();
          }),
      focusLedger: (claimId) =>
        void this.updateComplete.then(() => this.renderRoot.querySelector('cd-ledger')?.focusPlace(claimId)),
      changed: () => this.redraw(),
    };
  }

  private async undo(command: 'undo' | 'redo'): Promise<void> {
    const stack = this.session?.undo;
    if (stack === undefined) return;
    const result = await (command === 'undo' ? stack.undo() : stack.redo());
    if (result.done && this.view !== null) goWithUndo(this.view, command, result.about);
    if (asksWhose(result)) await this.session?.catchUp();
    this.session?.tell(undoWords(command, result));
    if (!result.done && result.why === 'refused') await this.session?.refresh();
    this.redraw();
  }

  private onAct(event: Event): void {
    const { view } = this;
    if (!(event instanceof ActEvent) || view === null) return;
    const { act, claimId } = event;
    view.session.notice = null;
    const claim = view.session.store.get(claimId);
    const { suggestion } = view;
    if (suggestion !== null && suggestion.id === claimId) this.onSuggestionAct(view, suggestion, act);
    else if (claim === null) performOnMark(view, claimId, act);
    else if (act.type === 'find-source') this.register.seek(view.session, act.words);
    else if (act.type === 'find-people') this.peopleSearch.seek(view.session, view.article.id, act.words);
    else if (act.type === 'add-source') void this.register.add(view, claim, act);
    else void perform(view, claim, act).then(() => this.fillAside());
  }

  private onSuggestionAct(view: ProofView, suggested: Suggested, act: Act): void {
    if (act.type === 'save') void acceptTyped(view, suggested);
    else if (act.type === 'find-source') this.register.seek(view.session, act.words);
    else if (act.type === 'add-source') void this.register.addToForm(view.session, suggested, act);
    else if (act.type === 'go') view.choose(act.claimId, { follow: true });
    else if (act.type === 'take-span') void view.takeSpan(act.field);
    else performOnForm(view.session, suggested, act);
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
    this.fitSoon();
  }

  /** In the next frame, once: measuring lays the page out, and what one key changes is drawn in several turns. */
  private readonly fitSoon = (): void => {
    if (this.fitting !== 0) return;
    this.fitting = requestAnimationFrame(() => {
      this.fitting = 0;
      this.measureIfMoved();
      this.fit();
    });
  };
  private fitting = 0;

  private measured: unknown = null;
  /** Other sentences may carry claims than before; what moves besides, the story tells itself. */
  private measureIfMoved(): void {
    const shown = this.view?.list === true || this.view?.ledger === true ? null : this.view?.shown;
    if (shown === this.measured) return;
    this.measured = shown;
    this.measure();
  }

  /** The inspector ends where the window does, also while the page's head is still above it: Save stays in sight. */
  private fit(): void {
    const beside = this.renderRoot.querySelector<HTMLElement>('.beside');
    if (beside === null) return;
    const room = window.innerHeight - Math.max(0, beside.getBoundingClientRect().top) - 12;
    beside.style.maxBlockSize = `${Math.max(240, room)}px`;
  }

  /** Fetch what the open tab shows, once for each claim; history anew each time it is opened. */
  private filled = '';
  private fillAside(): void {
    const { view, session } = this;
    const claim = view?.chosen ?? null;
    if (view === null || claim === null || session === null) return;
    const wanted = `${claim.id} ${view.tab} ${view.tab === 'history' ? claim.version : ''}`;
    if (wanted === this.filled) return;
    this.filled = wanted;
    void session.loadAside(claim.id, view.tab);
  }

  private readonly onHash = (): void => {
    const [, id, comment = null] =
      /^#claim=([0-9a-f-]{36})(?:&comment=([0-9a-f-]{36}))?$/i.exec(location.hash) ?? [];
    if (this.view !== null && comment !== null) this.view.sought = comment;
    if (id !== undefined && (id !== this.view?.chosenId || comment !== null))
      this.view?.choose(id, {
        follow: true,
        open: comment !== null,
        ...(comment === null ? {} : { tab: 'talk' }),
      });
    const kept = /^#kept=([0-9a-f-]{36})$/i.exec(location.hash)?.[1];
    if (kept !== undefined && this.view !== null) void this.takeBack(this.view, kept);
    const orphan = /^#place=([0-9a-f-]{36})$/i.exec(location.hash)?.[1];
    if (orphan === undefined || this.view === null) return;
    this.view.choose(orphan);
    this.view.run('place');
  };

  /** What was not taken, in its form again, beside what is there now. */
  private async takeBack(view: ProofView, entryId: string): Promise<void> {
    const entry = await view.session.kept.takeBack(entryId);
    if (entry === null) return;
    const tab = entry.form === null ? null : TAB_OF[entry.form.name.split(':')[0] ?? ''];
    view.choose(entry.target, { open: true, follow: true });
    if (tab != null) view.tab = tab;
    this.redraw();
  }

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
