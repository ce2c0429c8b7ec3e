/** Takes in a whole newer text of the story: pasted, named, stored. */
import { html, type ReactiveControllerHost } from 'lit';
import type { Article } from '../../../server/contract/articles.ts';
import { getArticle, previewArticle } from '../../api/articles.ts';
import { newId } from '../../api/http.ts';
import { type ApiProblem, asProblem } from '../../api/problem.ts';
import { reviseArticle } from '../../api/revisions.ts';
import '../../components/dialog.ts';
import '../../components/edit/arrived-form.ts';
import { ArrivedEvent } from '../../components/edit/arrived-form.ts';
import { FileEvent } from '../../components/file-event.ts';
import { TextEvent } from '../../components/story-paste.ts';
import { type Outcome, outcomeOf, outcomeWords } from '../../controllers/edit/outcome.ts';
import { debounced } from '../../debounced.ts';
import { counted } from '../../words.ts';
import { readNewerText } from '../import/story-file.ts';
import type { ProofView } from './proof-view.ts';

interface Host extends ReactiveControllerHost {
  readonly view: ProofView | null;
  readonly text: { show(outcome: Outcome): void };
}

export class Arrival {
  private open = false;
  private text = '';
  private reading = '';
  private wrong = '';
  private busy = false;
  private problem: ApiProblem | null = null;
  /** The revision that it takes the place of, as the person saw it. */
  private base = 0;
  private sent: { id: string; content: string } | null = null;

  constructor(private readonly host: Host) {}

  readonly start = (): void => {
    const view = this.host.view;
    if (view === null) return;
    if (!view.article.can.includes('arrive')) {
      view.session.tell('You may read this story but not change its text.');
      return;
    }
    this.open = true;
    this.problem = null;
    this.base = view.revision;
    this.host.requestUpdate();
  };

  render(article: Article) {
    return html`
      <cd-dialog .open=${this.open} heading="A newer text" @close=${this.onClose}>
        <cd-arrived-form
          .text=${this.text}
          .voids=${article.status === 'signed_off'}
          .reading=${this.reading}
          .wrong=${this.wrong}
          .busy=${this.busy}
          .problem=${this.problem}
          @text=${this.onText}
          @file=${this.onFile}
          @arrived=${this.onArrived}
        >
          ${
            this.problem?.code === 'STALE_REVISION' && this.problem.revision !== null
              ? html`<p>Text ${this.problem.revision} came in between, and stays in the history. Storing yours after it takes its place: look at it first.</p>
                  <button type="button" @click=${() => this.takePlaceOf(this.problem?.revision ?? this.base)}>Let mine come after text ${this.problem.revision}</button>`
              : ''
          }
        </cd-arrived-form>
      </cd-dialog>
    `;
  }

  private readonly onClose = (): void => {
    this.open = false;
    this.host.requestUpdate();
  };

  private readonly onText = (event: Event): void => {
    if (!(event instanceof TextEvent)) return;
    this.text = event.text;
    this.wrong = '';
    this.readSoon();
  };

  private readonly onFile = async (event: Event): Promise<void> => {
    if (!(event instanceof FileEvent)) return;
    const read = await readNewerText(event.file);
    this.wrong = read.ok ? '' : read.reason;
    if (read.ok) {
      this.text = read.text;
      this.readSoon();
    }
    this.host.requestUpdate();
  };

  /** What would be stored, as on import. Silent where it cannot be had: storing says what is wrong. */
  private readonly readSoon = debounced(async () => {
    const { text } = this;
    const language = this.host.view?.article.language;
    if (language === undefined || text.trim() === '') this.reading = '';
    else
      try {
        const { blocks, sentences, furniture } = await previewArticle({ text, language });
        if (text !== this.text) return;
        this.reading = `${counted(blocks.length, 'block')}, ${counted(sentences.length, 'sentence')}${
          furniture.length === 0 ? '' : `. Left out: ${furniture.join(' · ')}`
        }`;
      } catch {
        this.reading = '';
      }
    this.host.requestUpdate();
  }, REST);

  private takePlaceOf(revision: number): void {
    this.base = revision;
    this.problem = null;
    this.host.requestUpdate();
  }

  private readonly onArrived = async (event: Event): Promise<void> => {
    const session = this.host.view?.session;
    if (!(event instanceof ArrivedEvent) || session === undefined || this.busy) return;
    this.wrong = this.text.trim() === '' ? 'Paste the text first.' : '';
    if (this.wrong === '') {
      this.busy = true;
      this.problem = null;
      this.host.requestUpdate();
      const { named, note } = event;
      const body = {
        text: this.text,
        baseRevision: this.base,
        ...(named === null ? {} : { arrived: named }),
        ...(note === null ? {} : { note }),
      };
      const content = JSON.stringify(body);
      if (this.sent?.content !== content) this.sent = { id: newId(), content };
      try {
        const answer = await reviseArticle(session.articleId, body, this.sent.id);
        const isNew = answer.revision > this.base;
        await session.reloadAll();
        [this.open, this.text, this.reading, this.sent] = [false, '', '', null];
        if (isNew) this.host.text.show(outcomeOf(answer));
        session.say(isNew ? outcomeWords(outcomeOf(answer)) : 'This is the text that the story has.');
        if (!isNew) session.notice = 'This is the text that the story has: nothing changed.';
      } catch (thrown) {
        this.problem = asProblem(thrown);
        // Signed off or archived meanwhile: say what storing it does now.
        if (this.problem.code === 'SIGNED_OFF' || this.problem.code === 'ARCHIVED')
          session.article = await getArticle(session.articleId).catch(() => session.article);
      }
      this.busy = false;
    }
    this.host.requestUpdate();
  };
}

/** Milliseconds without a keystroke. */
const REST = 400;
