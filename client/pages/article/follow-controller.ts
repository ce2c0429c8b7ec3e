/** Follows the story while the page is open, and tells the others what is done here. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { newId } from '../../api/http.ts';
import { type Doing, endPresence, LiveStory, type Presence, putPresence } from '../../api/live.ts';
import { doingOf, NOBODY, othersByClaim, othersIn, type Someone } from '../../controllers/proof/present.ts';
import type { ProofView } from './proof-view.ts';
import { Receiving } from './receiving.ts';

interface Here {
  readonly claimId: string | null;
  readonly doing: Doing;
}

interface Host extends ReactiveControllerHost {
  readonly view: ProofView | null;
  readonly text: { readonly isOpen: boolean };
  /** Keep the words where they are while something changes; what is given back puts them there again. */
  hold(): () => void;
}

/** Milliseconds between two words of the page that it is there, and from a change until it is told. */
const REPEAT = 18_000;
const SETTLE = 150;

export class FollowController implements ReactiveController {
  presence: Presence = NOBODY;

  private story: LiveStory | null = null;
  private receiving: Receiving | null = null;
  private followed: ProofView['session'] | null = null;
  private page = newId();
  private told = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private others: readonly Someone[] = [];
  private byClaim: ReadonlyMap<string, readonly Someone[]> = new Map();

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  get people(): readonly Someone[] {
    return this.others;
  }

  get onClaims(): ReadonlyMap<string, readonly Someone[]> {
    return this.byClaim;
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.onLeave);
    document.addEventListener('visibilitychange', this.onVisible);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.onLeave);
    document.removeEventListener('visibilitychange', this.onVisible);
    this.stop();
  }

  hostUpdated(): void {
    const session = this.host.view?.session ?? null;
    if (session !== this.followed) {
      this.stop();
      if (session !== null) this.start(session);
    }
    if (session !== null && JSON.stringify(this.here()) !== this.told) this.tellIn(SETTLE);
  }

  private start(session: ProofView['session']): void {
    this.followed = session;
    const receiving = new Receiving(session, {
      openClaim: () => this.host.view?.chosen?.id ?? null,
      hold: () => this.host.hold(),
    });
    this.receiving = receiving;
    this.story = new LiveStory(session.articleId, session.head, {
      onItems: (items) => receiving.take(items),
      onPresence: (presence) => this.take(presence),
      onEnd: (problem) => session.tell(problem.message),
    });
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.story?.close();
    this.receiving?.stop();
    if (this.followed !== null && this.told !== '') endPresence(this.followed.articleId, this.page);
    [this.story, this.receiving, this.followed, this.told] = [null, null, null, ''];
    this.page = newId();
  }

  private take(presence: Presence): void {
    const before = JSON.stringify(this.presence);
    if (this.followed === null || JSON.stringify(presence) === before) return;
    this.presence = presence;
    this.others = othersIn(presence, this.followed.me);
    this.byClaim = othersByClaim(presence, this.followed.me);
    const release = this.host.hold();
    this.host.requestUpdate();
    release();
  }

  /** What is done here, as it is told. */
  private here(): Here | null {
    const { view, text } = this.host;
    if (view === null) return null;
    if (text.isOpen) return { claimId: null, doing: 'editing' };
    const { chosen, session } = view;
    if (chosen === null) return { claimId: null, doing: 'reading' };
    const { comments, citations } = session.aside(chosen.id);
    const doing = doingOf((form) => session.drafts.get(chosen.id, form) !== null, {
      comments: comments?.map(({ id }) => id) ?? [],
      citations: citations?.map(({ id }) => id) ?? [],
    });
    return { claimId: chosen.id, doing };
  }

  private tellIn(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.tell(), wait);
  }

  private async tell(): Promise<void> {
    const session = this.followed;
    if (session === null || document.hidden) return;
    const here = this.here();
    if (here === null) return;
    this.told = JSON.stringify(here);
    this.tellIn(REPEAT);
    try {
      this.take(await putPresence(session.articleId, { page: this.page, ...here }));
    } catch {
      // Told again with the next change, or in a while.
    }
  }

  private readonly onLeave = (): void => {
    if (this.followed !== null && this.told !== '') endPresence(this.followed.articleId, this.page);
    this.told = '';
  };

  private readonly onVisible = (): void => {
    if (!document.hidden) this.tellIn(SETTLE);
  };
}
