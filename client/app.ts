import { provide } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { pageIsOf, SIGNED_IN, SIGNED_OUT, SignedOutEvent } from './api/http.ts';
import { listNotifications } from './api/notifications.ts';
import { listUsers, namesElsewhere } from './api/people.ts';
import { type ApiProblem, asProblem, SOMEONE_ELSE, someoneElse } from './api/problem.ts';
import { getMe, getSetup, signIn, signOut } from './api/session.ts';
import './components/dialog.ts';
import './components/keys-list.ts';
import './components/leaving.ts';
import './components/problem.ts';
import './components/sign-in.ts';
import type { SignInEvent } from './components/sign-in.ts';
import './components/site-header.ts';
import './components/unsaved.ts';
import type { UnsavedEvent } from './components/unsaved.ts';
import { type Announce, announcerContext } from './contexts/announcer.ts';
import { type Me, meContext } from './contexts/me.ts';
import { PageTitleEvent } from './contexts/page-title.ts';
import { type People, PeopleChangedEvent, peopleContext, peopleOf } from './contexts/people.ts';
import { AskedNames } from './controllers/names-elsewhere.ts';
import { outboxContext } from './controllers/outbox/context.ts';
import type { Outbox } from './controllers/outbox/outbox.ts';
import { SessionElsewhere } from './controllers/session-elsewhere.ts';
import { ShortcutsController, shortcutGroups } from './controllers/shortcuts.ts';
import { UnreadController, UnreadEvent } from './controllers/unread.ts';
import { openOutbox } from './outbox-world.ts';
import { fetchPage, missingPage, pageFor } from './pages.ts';
import { matchRoute, mayLeave, NAVIGATED, navigate, ownAddress } from './router.ts';
import { shared } from './styles/shared.ts';

/** The whole client: header, the page of the address, sign-in, and what pages share. */
@customElement('cd-app')
export class CdApp extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        min-block-size: 100vh;
      }
      main {
        grid-row: 2;
      }
      /* The line of what is not saved yet lies at the foot of a wide window: what else does is above it. */
      @media (min-width: 1100px) {
        :host([unsaved]) {
          --above-unsaved: 4rem;
        }
      }
      main:focus {
        outline: none;
      }
      .loading {
        padding: var(--space-2xl);
        text-align: center;
      }
    `,
  ];

  @provide({ context: meContext }) @state() private me: Me | null = null;
  @provide({ context: peopleContext }) @state() protected people: People = new Map();
  @provide({ context: announcerContext }) protected announce: Announce = (message) => this.#say(message);

  @provide({ context: outboxContext }) @state() protected outbox: Outbox | null = null;

  @state() private booting = true;
  /** Signed out while a page was open: sign-in stands over the page, which keeps all that was typed. */
  @state() private away = false;
  @state() private busy = false;
  @state() private problem: ApiProblem | null = null;
  /** Who is signed in could not be found out: that is not the same as nobody. */
  @state() private unreached: ApiProblem | null = null;
  @state() private needsSetup = false;
  /** The code of the page could not be fetched: offline, or replaced by a newer build. */
  @state() private missing = false;
  @state() private showsKeys = false;
  /** Asked whether to sign out although something is not saved yet. */
  @state() private isLeaving = false;
  @state() private news = '';
  @state() private match = matchRoute(location.pathname);
  /** Counts up with each navigation, so that the same page at another address starts anew. */
  @state() private visit = 0;

  @query('main') private main!: HTMLElement;

  readonly #elsewhere = new SessionElsewhere(this, () => void this.#lookWhoIsIn());
  readonly #unread = new UnreadController(this, async () =>
    this.me === null ? null : (await listNotifications({ limit: 1 })).unread,
  );

  constructor() {
    super();
    new ShortcutsController(
      this,
      { '?': { label: 'Show all keys', run: () => this.#showKeys() } },
      'Everywhere',
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#onNavigated);
    window.addEventListener(NAVIGATED, this.#onNavigated);
    window.addEventListener(SIGNED_OUT, this.#onSignedOut);
    window.addEventListener('beforeunload', this.#onLeaving);
    this.addEventListener('click', this.#onClick);
    this.addEventListener(PageTitleEvent.type, this.#onTitle);
    // On the window, since a page that was left may be told as well.
    window.addEventListener(UnreadEvent.type, this.#onUnread);
    this.addEventListener(PeopleChangedEvent.type, this.#loadPeople);
    this.#setTitle(this.match.title);
    void this.#fetchPage();
    void this.#boot();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#onNavigated);
    window.removeEventListener(NAVIGATED, this.#onNavigated);
    window.removeEventListener(SIGNED_OUT, this.#onSignedOut);
    window.removeEventListener(UnreadEvent.type, this.#onUnread);
    window.removeEventListener('beforeunload', this.#onLeaving);
    this.removeEventListener('click', this.#onClick);
    this.removeEventListener(PageTitleEvent.type, this.#onTitle);
    this.removeEventListener(PeopleChangedEvent.type, this.#loadPeople);
  }

  protected override updated(): void {
    this.toggleAttribute('unsaved', (this.outbox?.kept.length ?? 0) > 0);
  }

  protected override render() {
    return html`
      <cd-site-header
        .me=${this.me}
        .path=${location.pathname}
        .unread=${this.#unread.unread}
        @skip=${this.#onSkip}
        @show-keys=${this.#showKeys}
        @sign-out=${this.#onSignOut}
        >${this.#unsaved()}</cd-site-header
      >
      <main id="main" tabindex="-1">${this.#page()}</main>
      <div class="visually-hidden" role="status" aria-live="polite">${this.news}</div>
      <cd-dialog heading="Keys" .open=${this.showsKeys} @close=${this.#hideKeys}>
        ${this.showsKeys ? html`<cd-keys-list .groups=${shortcutGroups()}></cd-keys-list>` : nothing}
      </cd-dialog>
      ${this.#leaving()}
      ${this.away ? this.#signInOver() : nothing}
    `;
  }

  #unsaved(): TemplateResult {
    const { outbox } = this;
    return html`
      <cd-unsaved
        .items=${outbox?.kept ?? []}
        .lasts=${outbox?.lasts ?? true}
        .unread=${outbox?.unread ?? 0}
        .isSomeoneElses=${outbox?.isSomeoneElses ?? false}
        .isSignedOut=${outbox?.isSignedOut ?? false}
        @unsaved=${this.#onUnsaved}
      ></cd-unsaved>
    `;
  }

  #leaving(): TemplateResult {
    const { outbox } = this;
    return html`
      <cd-leaving
        .open=${this.isLeaving}
        .count=${outbox?.waiting.length ?? 0}
        .lasts=${outbox?.lasts ?? true}
        @stay=${this.#onStay}
        @leave=${this.#signOut}
      ></cd-leaving>
    `;
  }

  #page(): TemplateResult {
    if (this.missing) return missingPage();
    if (this.match.open || this.me !== null) return pageFor(this.match, this.visit);
    if (this.booting) return html`<p class="loading soft">Loading…</p>`;
    if (this.unreached !== null) return this.#retry(this.unreached);
    return html`
      <div class="page narrow">
        <h1>Sign in</h1>
        ${
          this.needsSetup
            ? html`<p class="notice">Claimdesk has no people yet. Open the set-up link that the server printed when it started.</p>`
            : nothing
        }
        ${this.#signInForm()}
      </div>
    `;
  }

  #retry(problem: ApiProblem): TemplateResult {
    return html`
      <div class="page narrow">
        <h1>${this.match.title}</h1>
        <cd-problem .problem=${problem}>
          <button type="button" @click=${this.#boot}>Try again</button>
        </cd-problem>
      </div>
    `;
  }

  #signInOver(): TemplateResult {
    return html`
      <cd-dialog heading="Sign in to go on" held .open=${true}>
        <div class="form">
          <p>You have been signed out. The page behind this stays as it is, with what you typed.</p>
          ${this.#signInForm()}
        </div>
      </cd-dialog>
    `;
  }

  #signInForm(): TemplateResult {
    return html`
      <cd-sign-in
        .email=${this.me?.email ?? ''}
        .problem=${this.problem}
        .busy=${this.busy}
        @sign-in=${this.#onSignIn}
      ></cd-sign-in>
    `;
  }

  readonly #boot = async (): Promise<void> => {
    this.unreached = null;
    try {
      this.#enter(await getMe());
      void this.#unread.look();
      await this.#loadPeople();
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.status !== 401) this.unreached = problem;
      else await this.#askSetup();
    } finally {
      this.booting = false;
    }
  };

  async #fetchPage(): Promise<void> {
    try {
      await fetchPage(this.match.name);
      this.missing = false;
    } catch {
      this.missing = true;
    }
  }

  async #askSetup(): Promise<void> {
    try {
      this.needsSetup = (await getSetup()).needed;
    } catch {
      // Only a hint beside the sign-in form, which tells its own problems.
    }
  }

  readonly #loadPeople = async (): Promise<void> => {
    try {
      const { items } = await listUsers();
      // With each name that was asked for comes a new list, so that what shows names draws itself again.
      const elsewhere = new AskedNames(namesElsewhere, () => {
        this.people = peopleOf(items, elsewhere);
      });
      this.people = peopleOf(items, elsewhere);
    } catch {
      // Names then read "someone"; each page tells what it could not load itself.
    }
  };

  readonly #onSignIn = async (event: SignInEvent): Promise<void> => {
    this.busy = true;
    this.problem = null;
    const before = this.me;
    try {
      const me = await signIn({ email: event.email, password: event.password });
      this.#elsewhere.tell();
      await this.#welcome(me, before);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.busy = false;
    }
  };

  /** Whoever is signed in brings what they have not saved yet. */
  #enter(me: Me): void {
    if (this.outbox?.person !== me.id) {
      this.#closeOutbox?.();
      const { outbox, close } = openOutbox(me.id);
      const unwatch = outbox.watch(() => this.requestUpdate());
      this.outbox = outbox;
      this.#closeOutbox = () => {
        unwatch();
        close();
      };
    }
    this.me = me;
    pageIsOf(me.id);
    if (this.outbox !== null && this.outbox.kept.length > 0) void this.outbox.tryNow();
  }
  #closeOutbox: (() => void) | null = null;

  readonly #onUnsaved = (event: UnsavedEvent): void => {
    const { act, item } = event;
    if (act === 'try-now') void this.outbox?.tryNow();
    if (item === null) return;
    const { id, articleId } = item.entry;
    if (act === 'again') void this.outbox?.again(id);
    else if (act === 'throw-away') void this.outbox?.throwAway(id);
    else if (act === 'look') navigate(`/stories/${articleId}#kept=${id}`);
  };

  /** What is not saved yet is said before the page goes; a browser words it itself. */
  readonly #onLeaving = (event: BeforeUnloadEvent): void => {
    if (!this.#hasSaidSo && (this.outbox?.waiting.length ?? 0) > 0) event.preventDefault();
  };
  /** The person knows what is not saved yet, or it is not theirs. */
  #hasSaidSo = false;

  /** What was typed behind the dialog belongs to whoever typed it: another person starts afresh. */
  async #welcome(me: Me, before: Me | null): Promise<void> {
    if (before !== null && before.id !== me.id) {
      // What is kept here stays kept for whoever wrote it.
      this.#hasSaidSo = this.outbox?.lasts ?? true;
      location.reload();
      return;
    }
    this.#enter(me);
    // In one turn: a call that is refused between the two would bring the dialog again, and nothing take it away.
    this.away = false;
    this.#whoIsIn = null;
    window.dispatchEvent(new Event(SIGNED_IN));
    void this.#unread.look();
    await this.#loadPeople();
    this.announce(`Signed in as ${me.name}`);
  }

  /** The other person who is known to be signed in while sign-in stands over the page. */
  #whoIsIn: string | null = null;

  /** Somebody signed in or out in another window, which has the same session as this one. */
  async #lookWhoIsIn(): Promise<void> {
    const { me } = this;
    if (this.#isSigningOut || this.busy) return;
    if (me === null) {
      if (!this.match.open) await this.#boot();
      return;
    }
    try {
      const now = await getMe({ waitsForNobody: true });
      if (now.id !== me.id) {
        // What is done here must not be done in their name. Said once: what is said of a try to sign in stays.
        if (!this.away || this.#whoIsIn !== now.id) this.problem = someoneElse(now.name);
        this.#whoIsIn = now.id;
        this.away = true;
      } else if (this.away) {
        this.problem = null;
        await this.#welcome(now, me);
      }
    } catch {
      // Where nobody is signed in, the call itself has brought the dialog.
    }
  }

  readonly #onSignOut = (): void => {
    if ((this.outbox?.waiting.length ?? 0) > 0) this.isLeaving = true;
    else void this.#signOut();
  };

  readonly #onStay = (): void => {
    this.isLeaving = false;
  };

  /** What the page still asks meanwhile is refused, and nobody has to sign in for that. */
  #isSigningOut = false;

  readonly #signOut = async (): Promise<void> => {
    this.isLeaving = false;
    this.#isSigningOut = true;
    try {
      await signOut();
      this.#hasSaidSo = true;
      this.#elsewhere.tell();
      location.assign('/');
    } catch (thrown) {
      this.#isSigningOut = false;
      this.announce(asProblem(thrown).message);
    }
  };

  /** Calls made from a page wait for the sign-in over it; before there was one, there is nothing to wait for. */
  readonly #onSignedOut = (event: Event): void => {
    if (this.me === null || this.#isSigningOut) return;
    event.preventDefault();
    const isSomeoneElses = event instanceof SignedOutEvent && event.isSomeoneElses;
    if (!isSomeoneElses) {
      this.#whoIsIn = null;
      if (this.problem?.code === SOMEONE_ELSE) this.problem = null;
    }
    this.away = true;
    if (isSomeoneElses && this.#whoIsIn === null) void this.#lookWhoIsIn();
  };

  /** The address of the page that is shown: a step back has changed the browser's already. */
  #shown = location.pathname + location.search;

  readonly #onNavigated = async (event: Event): Promise<void> => {
    if (event.type === 'popstate' && !mayLeave()) {
      history.pushState(null, '', this.#shown);
      return;
    }
    this.#shown = location.pathname + location.search;
    this.match = matchRoute(location.pathname);
    this.visit += 1;
    this.showsKeys = false;
    this.#setTitle(this.match.title);
    await this.#fetchPage();
    if (this.me === null && !this.match.open) {
      // Somebody was let in by the page before it: an invitation, or the first admin's.
      await this.#boot();
      this.#elsewhere.tell();
    }
    await this.updateComplete;
    await this.#focusHeading();
  };

  /** A page's heading is where reading begins: screen readers hear the new page by it. */
  async #focusHeading(): Promise<void> {
    const page = this.main.firstElementChild;
    if (page instanceof LitElement) await page.updateComplete;
    const heading = page?.shadowRoot?.querySelector('h1') ?? this.main.querySelector('h1');
    if (heading) heading.tabIndex = -1;
    (heading ?? this.main).focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  /** A page that has loaded may have drawn its heading anew: the focus that was on the old one goes to the new. */
  async #keepHeading(): Promise<void> {
    if (this.visit === 0) return;
    await new Promise(requestAnimationFrame);
    if (document.activeElement === document.body) await this.#focusHeading();
  }

  readonly #onUnread = (event: Event): void => {
    if (event instanceof UnreadEvent) this.#unread.tell(event.unread);
  };

  readonly #onClick = (event: MouseEvent): void => {
    const address = ownAddress(event);
    if (address === null) return;
    event.preventDefault();
    navigate(address);
  };

  readonly #onTitle = (event: Event): void => {
    if (!(event instanceof PageTitleEvent)) return;
    this.#setTitle(event.title);
    void this.#keepHeading();
  };

  #setTitle(title: string): void {
    document.title = `${title} · Claimdesk`;
  }

  /** The same words twice are news twice: a no-break space makes them differ. */
  #say(message: string): void {
    this.news = this.news === message ? `${message}\u00a0` : message;
  }

  readonly #onSkip = (): void => {
    this.main.focus();
  };
  readonly #showKeys = (): void => {
    this.showsKeys = true;
  };
  readonly #hideKeys = (): void => {
    this.showsKeys = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-app': CdApp;
  }
}
