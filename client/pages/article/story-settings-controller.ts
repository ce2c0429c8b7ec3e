/** Opens and saves the settings of the story. */
import { html, type ReactiveControllerHost } from 'lit';
import { Article } from '../../../server/contract/articles.ts';
import type { User } from '../../../server/contract/people.ts';
import { editArticle, setMembers, withdrawArticle } from '../../api/articles.ts';
import { type ApiProblem, asProblem } from '../../api/problem.ts';
import '../../components/story-settings.ts';
import type { SaveSettingsEvent, WithdrawStoryEvent } from '../../components/story-settings.ts';
import type { Session } from './session.ts';

interface Host extends ReactiveControllerHost {
  readonly me: { id: string } | null;
  readonly people: ReadonlyMap<string, User>;
  readonly view: { readonly session: Session } | null;
  /** Show the story as it is now, from the beginning. */
  reload(): void;
}

export class StorySettingsController {
  private open = false;
  private busy = false;
  private problem: ApiProblem | null = null;

  constructor(private readonly host: Host) {}

  readonly show = (): void => {
    this.open = true;
    this.problem = null;
    this.host.requestUpdate();
  };

  render(article: Article) {
    return html`
      <cd-story-settings
        .article=${article}
        .people=${this.host.people}
        .meId=${this.host.me?.id ?? ''}
        .open=${this.open}
        .busy=${this.busy}
        .problem=${this.problem}
        @save=${this.onSave}
        @withdraw-story=${this.onWithdraw}
        @close=${this.onClose}
      ></cd-story-settings>
    `;
  }

  private readonly onClose = (): void => {
    this.open = false;
    this.host.requestUpdate();
  };

  private readonly onWithdraw = async ({ reason }: WithdrawStoryEvent): Promise<void> => {
    const session = this.host.view?.session;
    if (session?.article == null) return;
    this.busy = true;
    this.host.requestUpdate();
    try {
      await withdrawArticle(session.article.id, { version: session.article.version, reason });
      this.open = false;
      this.host.reload();
    } catch (thrown) {
      this.problem = asProblem(thrown);
      const current = Article.safeParse(this.problem.current);
      if (current.success) session.article = current.data;
      session.changed();
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  };

  private readonly onSave = async ({ change, memberIds }: SaveSettingsEvent): Promise<void> => {
    const session = this.host.view?.session;
    if (session?.article == null) return;
    this.busy = true;
    this.host.requestUpdate();
    try {
      const { id } = session.article;
      if (Object.keys(change).length > 0)
        session.article = await editArticle(id, { ...change, version: session.article.version });
      if (memberIds !== null)
        session.article = await setMembers(id, { version: session.article.version, memberIds });
      this.open = false;
      // What may be done with claims can depend on the story: an archived one is only read.
      await session.reloadAll();
    } catch (thrown) {
      this.problem = asProblem(thrown);
      const current = Article.safeParse(this.problem.current);
      if (current.success) session.article = current.data;
    } finally {
      this.busy = false;
      session.changed();
    }
  };
}
