import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { didWords, placeOf } from '../../server/contract/notification-words.ts';
import type { Notification } from '../../server/contract/notifications.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';

/** Asks for one notification to be read, or unread again. */
export class ReadEvent extends Event {
  static readonly type = 'read';
  constructor(
    readonly id: string,
    readonly read: boolean,
  ) {
    super(ReadEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * One thing that a person is told: who did what, where, and the first words of a comment.
 *
 * @fires read - The person opened it, or wants it read or unread.
 */
@customElement('cd-notification-row')
export class CdNotificationRow extends LitElement {
  static override styles = [
    ...shared,
    css`
      article {
        display: grid;
        grid-template-columns: 0.75rem minmax(0, 1fr) auto;
        gap: var(--space-xs) var(--space-s);
        align-items: start;
        padding-block: var(--space-m);
        border-block-start: 1px solid var(--rule);
        overflow-wrap: anywhere;
      }
      .dot {
        inline-size: 0.5rem;
        block-size: 0.5rem;
        margin-block-start: 0.5em;
        border: 1px solid var(--accent);
        border-radius: 50%;
      }
      .unread .dot {
        background: var(--accent);
      }
      .unread .what {
        font-weight: 600;
      }
      .words {
        padding-inline-start: var(--space-s);
        border-inline-start: 2px solid var(--rule);
        white-space: pre-line;
      }
      .gone {
        font-style: italic;
      }
      @media (max-width: 40rem) {
        article {
          grid-template-columns: 0.75rem minmax(0, 1fr);
        }
        button {
          grid-column: 2;
          justify-self: start;
          padding-inline: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) item: Notification | null = null;

  protected override render() {
    const { item } = this;
    if (item === null) return nothing;
    const unread = item.readAt === null;
    return html`
      <article class=${unread ? 'unread' : ''}>
        <span class="dot" aria-hidden="true"></span>
        <div>
          <p class="what">
            ${unread ? html`<span class="visually-hidden">Unread: </span>` : nothing}
            <a href=${placeOf(item)} @click=${() => this.#tell(true)}><bdi>${item.actor.name}</bdi> ${didWords(item)}</a>
          </p>
          <p class="soft small">
            ${item.claim === null || item.claim.quote === '' ? nothing : html`“<bdi>${item.claim.quote}</bdi>” in `}<bdi>${item.story.title}</bdi>
            · <time datetime=${item.at}>${fullTime(item.at)}</time>
          </p>
          ${
            item.comment === null
              ? nothing
              : item.comment.words === null
                ? html`<p class="gone soft small">The comment was withdrawn.</p>`
                : html`<p class="words small" dir="auto">${item.comment.words}</p>`
          }
        </div>
        <button class="quiet" type="button" aria-label="${unread ? 'Mark as read' : 'Mark as unread'}: ${item.actor.name} ${didWords(item)}" @click=${() => this.#tell(unread)}>
          ${unread ? 'Mark as read' : 'Mark as unread'}
        </button>
      </article>
    `;
  }

  #tell(read: boolean): void {
    if (this.item === null || (this.item.readAt !== null) === read) return;
    this.dispatchEvent(new ReadEvent(this.item.id, read));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-notification-row': CdNotificationRow;
  }
}
