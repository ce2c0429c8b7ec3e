import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Notification } from '../../server/contract/notifications.ts';
import { listNotifications, markAllRead, markRead, markUnread } from '../api/notifications.ts';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import '../components/list-end.ts';
import '../components/notification-row.ts';
import type { ReadEvent } from '../components/notification-row.ts';
import '../components/problem.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { PagedController } from '../controllers/paged.ts';
import { UnreadEvent } from '../controllers/unread.ts';
import { shared } from '../styles/shared.ts';

/** So many are marked in one request. */
const TOGETHER = 200;

/** What one is told of, the newest first: opened at the claim, read, unread again. */
@customElement('cd-notifications-page')
export class CdNotificationsPage extends LitElement {
  static override styles = [
    ...shared,
    css`
      .page {
        display: grid;
        gap: var(--space-m);
        grid-template-columns: minmax(0, 1fr);
        max-inline-size: 52rem;
      }
    `,
  ];

  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private onlyUnread = false;
  @state() private busy = false;
  /** Why marking did not work. */
  @state() private problem: ApiProblem | null = null;

  /** What was there when the newest of the list were fetched. */
  #seen: string | null = null;

  readonly #list = new PagedController<Notification>(this, async (cursor, signal) => {
    const query = { ...(this.onlyUnread ? { unread: 'true' as const } : {}), ...(cursor ? { cursor } : {}) };
    const { unread, seen, ...page } = await listNotifications(query, signal);
    if (cursor === undefined) this.#seen = seen;
    this.dispatchEvent(new UnreadEvent(unread));
    return page;
  });

  protected override render() {
    const { items, nextCursor, loading, loadingMore, problem } = this.#list;
    const unread = items.filter(({ readAt }) => readAt === null);
    return html`
      <div class="page">
        <h1>Notifications</h1>
        <div class="actions">
          <label class="check">
            <input type="checkbox" .checked=${this.onlyUnread} @change=${this.#onFilter} />
            Unread alone
          </label>
          <button type="button" aria-disabled=${unread.length === 0 || this.busy ? 'true' : 'false'} @click=${() => void this.#readAll(unread)}>
            Mark all as read
          </button>
          <a href="/settings/notifications">How you are told</a>
        </div>
        <cd-problem .problem=${this.problem}></cd-problem>
        ${items.length === 0 && !loading && problem === null ? this.#empty() : nothing}
        <ol role="list" aria-label="Notifications" @read=${(event: ReadEvent) => void this.#read(event)}>
          ${repeat(
            items,
            ({ id }) => id,
            (item) => html`<li><cd-notification-row .item=${item}></cd-notification-row></li>`,
          )}
        </ol>
        <cd-list-end
          ?more=${nextCursor !== null}
          ?busy=${loading || loadingMore}
          .problem=${problem}
          @more=${() => void this.#list.more()}
          @retry=${() => void this.#list.restart()}
        ></cd-list-end>
      </div>
    `;
  }

  #empty(): TemplateResult {
    return this.onlyUnread
      ? html`<p class="soft">You have read everything.</p>`
      : html`<p class="soft">
          Nothing yet. You are told here when somebody gives you a claim to check, returns your verdict, answers you or names
          you in a comment.
        </p>`;
  }

  readonly #onFilter = (): void => {
    this.onlyUnread = !this.onlyUnread;
    void this.#list.restart();
  };

  /** It shows at once: whoever opens one is on their way to another page. */
  async #read({ id, read }: ReadEvent): Promise<void> {
    const before = this.#list.items.find((item) => item.id === id);
    this.#show(new Set([id]), read);
    await this.#tried(
      async () => (read ? markRead([id]) : markUnread([id])),
      () => {
        if (before !== undefined) this.#show(new Set([id]), !read);
      },
    );
  }

  /** Those that are listed by their ids, older ones as the list was answered: what was written down since nobody has seen. */
  async #readAll(unread: readonly Notification[]): Promise<void> {
    const seen = this.#seen;
    if (unread.length === 0 || seen === null || this.busy) return;
    this.busy = true;
    await this.#tried(async () => {
      const ids = unread.map(({ id }) => id);
      for (let from = 0; from < ids.length; from += TOGETHER) {
        const some = ids.slice(from, from + TOGETHER);
        await markRead(some);
        this.#show(new Set(some), true);
      }
      const left = await markAllRead(seen);
      this.announce('All read');
      return left;
    });
    this.busy = false;
  }

  async #tried(work: () => Promise<{ unread: number }>, undo = () => {}): Promise<void> {
    this.problem = null;
    try {
      const { unread } = await work();
      this.dispatchEvent(new UnreadEvent(unread));
      // Whoever has left meanwhile is told by nobody else.
      if (!this.isConnected) window.dispatchEvent(new UnreadEvent(unread));
    } catch (thrown) {
      undo();
      this.problem = asProblem(thrown);
    }
  }

  #show(ids: ReadonlySet<string>, read: boolean): void {
    const readAt = read ? new Date().toISOString() : null;
    this.#list.update((items) =>
      items.map((item) =>
        ids.has(item.id) ? { ...item, readAt, can: [read ? ('unread' as const) : ('read' as const)] } : item,
      ),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-notifications-page': CdNotificationsPage;
  }
}
