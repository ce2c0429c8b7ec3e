/** Asks whom a comment can name while a name is being typed. */
import type { ReactiveControllerHost } from 'lit';
import type { Mentionable } from '../../../server/contract/comments.ts';
import { listMentionable } from '../../api/comments.ts';
import { asProblem } from '../../api/problem.ts';
import { debounced } from '../../debounced.ts';
import type { Session } from './session.ts';

/** Milliseconds without a key before the server is asked. */
const PAUSE = 120;

export class PeopleSearch {
  /** Whom the words asked last can mean. */
  found: readonly Mentionable[] = [];
  private wanted: { session: Session; articleId: string; words: string } | null = null;
  private asking: AbortController | null = null;
  private readonly askSoon = debounced(() => void this.ask(), PAUSE);

  constructor(private readonly host: ReactiveControllerHost) {}

  seek(session: Session, articleId: string, words: string): void {
    this.wanted = { session, articleId, words };
    this.askSoon();
  }

  stop(): void {
    this.wanted = null;
    this.asking?.abort();
  }

  private async ask(): Promise<void> {
    this.asking?.abort();
    if (this.wanted === null) return;
    const { session, articleId, words } = this.wanted;
    const asking = new AbortController();
    this.asking = asking;
    try {
      this.found = (await listMentionable(articleId, words, asking.signal)).items;
    } catch (thrown) {
      if (!asking.signal.aborted) session.tell(asProblem(thrown).message);
    }
    this.host.requestUpdate();
  }
}
