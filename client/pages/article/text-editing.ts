/** Writes a newer text of the story on its page: what is typed, kept, put together with another's, and saved. */
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Revision } from '../../../server/contract/articles.ts';
import { getArticle, getRevision, previewArticle } from '../../api/articles.ts';
import { newId } from '../../api/http.ts';
import { type ApiProblem, asProblem } from '../../api/problem.ts';
import { reviseArticle } from '../../api/revisions.ts';
import '../../components/edit/edit-bar.ts';
import { EditActEvent, EditNoteEvent, SpliceEvent } from '../../components/edit/events.ts';
import '../../components/edit/merge-view.ts';
import { ChoiceEvent } from '../../components/edit/merge-view.ts';
import '../../components/edit/story-editor.ts';
import {
  blocksOf,
  changedBlocks,
  type EditBlock,
  isChanged,
  placedOn,
  splice,
  storable,
  textOf,
} from '../../controllers/edit/blocks.ts';
import { bordersOf, rolesOf } from '../../controllers/edit/borders.ts';
import { EditHistory, type State } from '../../controllers/edit/history.ts';
import { type Choice, linked, merge, type Part, resolved } from '../../controllers/edit/merge.ts';
import { type Outcome, outcomeOf, outcomeWords } from '../../controllers/edit/outcome.ts';
import {
  blocksOfDraft,
  forgetText,
  keepText,
  keptBlocks,
  recallText,
  type TextDraft,
} from '../../controllers/edit/text-drafts.ts';
import { debounced } from '../../debounced.ts';
import type { ProofView } from './proof-view.ts';
import type { Session } from './session.ts';

interface Host extends ReactiveControllerHost {
  readonly view: ProofView | null;
  readonly renderRoot: ParentNode;
}

/** A text that is being written. */
interface Writing {
  readonly base: Revision;
  /** The blocks of `base`, as they were. */
  readonly from: readonly EditBlock[];
  readonly history: EditHistory;
  note: string;
  sent: TextDraft['sent'];
}

/** Another's text came in between. */
interface Merging {
  readonly theirs: Revision;
  readonly parts: readonly Part[];
  choices: readonly (Choice | null)[];
}

export class TextEditing implements ReactiveController {
  private writing: Writing | null = null;
  private merging: Merging | null = null;
  private busy = false;
  private problem: ApiProblem | null = null;
  private outcome: Outcome | null = null;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeunload', this.onLeave);
    window.addEventListener('pagehide', this.keepNow);
  }

  hostDisconnected(): void {
    this.keepNow();
    window.removeEventListener('beforeunload', this.onLeave);
    window.removeEventListener('pagehide', this.keepNow);
  }

  /** The text is written on: the story's own keys rest. */
  get isOpen(): boolean {
    return this.writing !== null;
  }

  /** Begin at the reader's place. */
  readonly start = (): void => {
    const view = this.host.view;
    if (view === null || this.writing !== null) return;
    if (!view.article.can.includes('revise')) {
      view.session.tell(
        view.article.status === 'signed_off'
          ? 'The story is signed off: reopen it to edit its text.'
          : 'You may read this story but not change its text.',
      );
      return;
    }
    const { revision } = view.article;
    const from = blocksOf(revision, view.shown.marks);
    this.open({ base: revision, from, blocks: from, note: '', sent: null });
    const block = view.sentence === null ? 0 : (revision.sentences[view.cursor.sentence]?.block ?? 0);
    void this.shown().then((editor) => editor?.goTo({ block, offset: 0 }));
    view.session.say('Editing the text. Control Enter saves.');
  };

  /** Take up what was begun before and not saved. Rejects with an ApiProblem. */
  async resume(): Promise<void> {
    const view = this.host.view;
    if (view === null || this.writing !== null) return;
    const { session, article } = view;
    const draft = recallText(localStorage, session.me, session.articleId);
    if (draft === null || !article.can.includes('revise')) return;
    const isCurrent = draft.revision === article.revision.number;
    const base = isCurrent ? article.revision : await getRevision(session.articleId, draft.revision);
    const from = blocksOf(base, isCurrent ? view.shown.marks : []);
    this.open({ base, from, blocks: blocksOfDraft(draft, from), note: draft.note, sent: draft.sent });
    session.say('What you wrote and did not save is here.');
    if (!isCurrent) this.compare(article.revision);
  }

  /** In the place of the story; nothing while it is only read. */
  render(view: ProofView) {
    const { writing, merging } = this;
    if (writing === null) return nothing;
    const { article } = view;
    if (merging !== null)
      return html`
        <div class="stage writing">
          <cd-merge-view
            .parts=${merging.parts}
            .choices=${merging.choices}
            .revision=${merging.theirs.number}
            .language=${article.language}
            @choice=${this.onChoice}
            @together=${this.onTogether}
          ></cd-merge-view>
        </div>
      `;
    const { blocks } = writing.history.now;
    return html`
      <cd-edit-bar
        .revision=${writing.base.number}
        .changed=${changedBlocks(blocks, writing.base)}
        .note=${writing.note}
        .undoes=${writing.history.canUndo}
        .redoes=${writing.history.canRedo}
        .busy=${this.busy}
        @edit-act=${this.onAct}
        @edit-note=${this.onNote}
      ></cd-edit-bar>
      <div class="stage writing">
        <cd-problem .problem=${this.problem}></cd-problem>
        <cd-story-editor
          .state=${writing.history.now}
          .language=${article.language}
          .locked=${this.busy}
          @splice=${this.onSplice}
          @edit-act=${this.onAct}
        ></cd-story-editor>
      </div>
    `;
  }

  /** What became of the claims, until it is put away; and that another text came. */
  news(view: ProofView) {
    const { outcome } = this;
    const { newer } = view.session;
    return html`
      ${
        newer === null
          ? nothing
          : html`<div class="notice actions news" role="status">
              <span>Text ${newer} of this story has arrived. ${this.writing === null ? 'What you see is the one before; forms keep what you typed.' : 'Yours is kept.'}</span>
              <button type="button" @click=${() => void this.toNewer(view.session)}>
                ${this.writing === null ? 'Load it' : 'Put both together'}
              </button>
            </div>`
      }
      ${
        outcome === null
          ? nothing
          : html`<div class="notice actions news">
              <span>${outcomeWords(outcome)}</span>
              <a href=${comparison(view.session.articleId)}>What changed</a>
              <button type="button" @click=${() => this.show(null)}>Close</button>
            </div>`
      }
    `;
  }

  /** Tell what a stored text did, also one that arrived whole. */
  show(outcome: Outcome | null): void {
    this.outcome = outcome;
    this.host.requestUpdate();
  }

  private async toNewer(session: Session): Promise<void> {
    try {
      if (this.writing === null) await session.reloadAll();
      else this.compare((await getArticle(session.articleId)).revision);
    } catch (thrown) {
      session.tell(asProblem(thrown).message);
    }
  }

  private open(begun: {
    base: Revision;
    from: readonly EditBlock[];
    blocks: readonly EditBlock[];
    note: string;
    sent: TextDraft['sent'];
  }): void {
    const { base, from, blocks, note, sent } = begun;
    const caret = { block: 0, offset: 0 };
    this.writing = { base, from, history: new EditHistory({ blocks, caret }), note, sent };
    this.problem = null;
    this.outcome = null;
    this.host.requestUpdate();
  }

  private close(): void {
    this.writing = null;
    this.merging = null;
    this.problem = null;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.host.view?.focusText());
  }

  private async shown() {
    await this.host.updateComplete;
    const editor = this.host.renderRoot.querySelector('cd-story-editor');
    await editor?.updateComplete;
    return editor;
  }

  private get isChanged(): boolean {
    const { writing } = this;
    return writing !== null && isChanged(changedBlocks(writing.history.now.blocks, writing.base));
  }

  private readonly keepNow = (): void => {
    const { writing } = this;
    const session = this.host.view?.session;
    if (writing === null || session === undefined) return;
    const { base, note, sent, history } = writing;
    if (!this.isChanged) forgetText(localStorage, session.me, session.articleId);
    else {
      const blocks = keptBlocks(history.now.blocks, base);
      const kept = keepText(localStorage, session.me, session.articleId, {
        revision: base.number,
        blocks,
        note,
        sent,
      });
      if (!kept) session.tell('This browser cannot keep what you type: save before you leave the page.');
    }
  };
  private readonly keepSoon = debounced(this.keepNow, REST);

  private readonly onLeave = (event: BeforeUnloadEvent): void => {
    if (this.isChanged) event.preventDefault();
  };

  private readonly onSplice = (event: Event): void => {
    const { writing } = this;
    if (!(event instanceof SpliceEvent) || writing === null || this.busy) return;
    const { kind, from, to, words } = event;
    // Where the caret was: behind what is taken out backwards.
    const at = kind.endsWith('Backward') ? to : from;
    writing.history.push(splice(writing.history.now.blocks, from, to, words), { kind, from: at, words });
    this.changed();
  };

  private readonly onNote = (event: Event): void => {
    if (!(event instanceof EditNoteEvent) || this.writing === null) return;
    this.writing.note = event.note;
    this.keepSoon();
  };

  private readonly onAct = (event: Event): void => {
    const { writing } = this;
    if (!(event instanceof EditActEvent) || writing === null || this.busy) return;
    event.stopPropagation();
    if (event.act === 'save') void this.save();
    else if (event.act === 'discard') this.discard();
    else {
      const state: State | null = event.act === 'undo' ? writing.history.undo() : writing.history.redo();
      if (state === null) this.host.view?.session.say(`Nothing to ${event.act}.`);
      this.changed();
    }
  };

  private changed(): void {
    this.keepSoon();
    this.host.requestUpdate();
  }

  private discard(): void {
    const session = this.host.view?.session;
    if (session !== undefined) forgetText(localStorage, session.me, session.articleId);
    this.close();
    session?.say('Not kept. The story is as it was.');
  }

  /** Never rejects: what went wrong is shown, and what was written stays. */
  private async save(): Promise<void> {
    const { writing } = this;
    const view = this.host.view;
    if (writing === null || view === null) return;
    const { session } = view;
    if (!this.isChanged) {
      session.say('Nothing changed yet.');
      return;
    }
    this.busy = true;
    this.problem = null;
    this.host.requestUpdate();
    try {
      const answer = await this.send(writing, session, view.article.language);
      forgetText(localStorage, session.me, session.articleId);
      await session.reloadAll();
      this.close();
      this.show(outcomeOf(answer));
      session.say(outcomeWords(outcomeOf(answer)));
    } catch (thrown) {
      this.problem = asProblem(thrown);
      if (this.problem.code === 'STALE_REVISION') await this.meet(session);
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  private async send({ base, history, note }: Writing, { articleId }: Session, language: string) {
    const blocks = storable(history.now.blocks, base);
    const text = textOf(blocks);
    const roles = rolesOf(blocks);
    const borders = bordersOf(blocks, base, await previewArticle({ text, language, ...roles }));
    const body = {
      text,
      baseRevision: base.number,
      ...roles,
      ...borders,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    return reviseArticle(articleId, body, this.idFor(JSON.stringify(body)));
  }

  /** The same for the same text, over a reload too: what arrived although its answer was lost is not stored twice. */
  private idFor(content: string): string {
    const { writing } = this;
    if (writing === null) return newId();
    if (writing.sent?.content !== content) writing.sent = { id: newId(), content };
    this.keepNow();
    return writing.sent.id;
  }

  /** Another's text was first: show both. */
  private async meet(session: Session): Promise<void> {
    try {
      this.compare((await getArticle(session.articleId)).revision);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  private compare(theirs: Revision): void {
    const { writing } = this;
    if (writing === null) return;
    const parts = merge(writing.from, blocksOf(theirs), storable(writing.history.now.blocks, writing.base));
    const conflicts = parts.filter(({ kind }) => kind === 'conflict');
    this.merging = { theirs, parts, choices: conflicts.map(() => null) };
    this.keepNow();
    this.host.requestUpdate();
    const { host } = this;
    void host.updateComplete.then(() => host.renderRoot.querySelector('cd-merge-view')?.focus());
    host.view?.session.say(`Text ${theirs.number} came in between. Put both together, then save.`);
  }

  private readonly onChoice = (event: Event): void => {
    if (!(event instanceof ChoiceEvent) || this.merging === null) return;
    this.merging.choices = this.merging.choices.with(event.conflict, event.choice);
    this.host.requestUpdate();
  };

  private readonly onTogether = async (): Promise<void> => {
    const { merging, writing } = this;
    const session = this.host.view?.session;
    const blocks = merging === null ? null : resolved(merging.parts, merging.choices);
    if (merging === null || writing === null || blocks === null || session === undefined) return;
    try {
      // Their text with the claims on it, so that the marks are where the words are now.
      if (session.article?.revision.number !== merging.theirs.number) await session.reloadAll();
    } catch (thrown) {
      session.tell(asProblem(thrown).message);
      return;
    }
    const marks = this.host.view?.shown.marks ?? [];
    const from = blocksOf(merging.theirs, marks);
    this.merging = null;
    this.open({
      base: merging.theirs,
      from,
      blocks: placedOn(from, blocks, linked(from, blocks)),
      note: writing.note,
      sent: null,
    });
    this.keepNow();
    const changed = changedBlocks(this.writing?.history.now.blocks ?? [], merging.theirs);
    const first = isChanged(changed) ? linked(from, blocks).findIndex((base) => base === null) : 0;
    const editor = await this.shown();
    editor?.goTo({ block: Math.max(0, first), offset: 0 });
    session.say('Put together. Read it, then save.');
  };
}

/** What became of the claims on the newest text. */
const comparison = (articleId: string) => `/stories/${articleId}/changes`;

/** Milliseconds without a keystroke after which what was typed is kept. */
const REST = 300;
