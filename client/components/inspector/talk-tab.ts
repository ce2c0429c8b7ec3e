import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Comment, Mentionable } from '../../../server/contract/comments.ts';
import { nameOf } from '../../contexts/people.ts';
import {
  keptPeople,
  peopleKept,
  piecesOf,
  type Typing,
  typingAt,
  withName,
} from '../../controllers/mentions.ts';
import type { FormName } from '../../controllers/proof/drafts.ts';
import { shared } from '../../styles/shared.ts';
import { fullTime } from '../../times.ts';
import { clashPanel, conflictStyles, problemOr } from './conflict.ts';
import { formStyles, proseField, type Suggests, saveBar } from './form-parts.ts';
import { notFetched } from './not-fetched.ts';
import { act, type InspectorView } from './view.ts';

/**
 * Talk on a claim, in threads one level deep.
 *
 * @fires act - What was typed, Save, resolve, reopen, withdraw, restore.
 */
@customElement('cd-talk-tab')
export class CdTalkTab extends LitElement {
  static override styles = [
    ...shared,
    formStyles,
    conflictStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-l);
      }
      .thread {
        display: grid;
        gap: var(--space-s);
        padding-block: var(--space-s);
        border-block-end: 1px solid var(--rule);
      }
      .answers {
        display: grid;
        gap: var(--space-s);
        padding-inline-start: var(--space-l);
        border-inline-start: 2px solid var(--rule);
      }
      .comment {
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      .sought {
        border-inline-start: 3px solid var(--accent);
        padding-inline-start: var(--space-s);
      }
      .body {
        white-space: pre-wrap;
      }
      /* Below the field and within the panel, which would cut it off if it hung over its edge. */
      .people {
        max-block-size: 10rem;
        overflow: auto;
        margin: 2px 0 0;
        padding: var(--space-2xs);
        border: 1px solid var(--rule);
        background: var(--paper-raised);
        list-style: none;
      }
      .people li {
        /* The bar with the buttons lies over the end of the panel. */
        scroll-margin-block-end: 4rem;
        padding: var(--space-xs) var(--space-s);
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      .people li[aria-selected='true'] {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      .mention {
        font-weight: 600;
      }
      .gone {
        color: var(--ink-soft);
        font-style: italic;
      }
      .actions {
        gap: 0 var(--space-xs);
      }
      .actions button {
        min-block-size: 1.75rem;
        padding-inline: var(--space-xs);
      }
    `,
  ];

  @property({ attribute: false }) view: InspectorView | null = null;
  /** The answer or change that is being written. */
  @state() private writing: FormName | null = null;
  /** The name that is typed, in which form, and which of those offered Enter takes. */
  @state() private typing: (Typing & { readonly form: FormName; readonly active: number }) | null = null;
  /** The comment that was sought and shown: what a person does then is not undone by it. */
  private shown: string | null = null;

  protected override updated(): void {
    this.renderRoot.querySelector('.people [aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    this.showSought();
  }

  private showSought(): void {
    const { view } = this;
    const sought = view?.sought ?? null;
    if (
      sought === null ||
      sought === this.shown ||
      view?.aside.comments?.every(({ id }) => id !== sought) !== false
    )
      return;
    this.shown = sought;
    const comment = this.renderRoot.querySelector<HTMLElement>(`[data-comment="${sought}"]`);
    comment?.scrollIntoView({ block: 'nearest' });
    comment?.focus({ preventScroll: true });
  }

  protected override render() {
    const { view } = this;
    if (view === null) return nothing;
    const { comments, problem } = view.aside;
    const threads = comments?.filter(({ parentId }) => parentId === null) ?? [];
    return html`
      ${problem === null ? nothing : notFetched(this, view, problem)}
      ${
        threads.length > 0 || problem !== null
          ? nothing
          : html`<p class="soft small">${comments === null ? 'Fetching the comments…' : 'No comments yet.'}</p>`
      }
      <div>
        ${repeat(
          threads,
          ({ id }) => id,
          (thread) => this.thread(view, thread, comments ?? []),
        )}
      </div>
      ${
        view.claim.can.includes('comment')
          ? this.form(view, 'comment', 'Comment', 'Comment')
          : html`<p class="soft small">You may read the comments but not write here.</p>`
      }
    `;
  }

  private thread(view: InspectorView, thread: Comment, comments: readonly Comment[]) {
    const answers = comments.filter(({ parentId }) => parentId === thread.id);
    const reply: FormName = `reply:${thread.id}`;
    return html`
      <article class="thread">
        ${thread.resolved ? html`<p class="soft small">✔ Resolved</p>` : nothing} ${this.comment(view, thread)}
        ${
          answers.length === 0
            ? nothing
            : html`<div class="answers">
                ${repeat(
                  answers,
                  ({ id }) => id,
                  (answer) => this.comment(view, answer),
                )}
              </div>`
        }
        ${this.writing === reply || view.draft(reply) !== null ? this.form(view, reply, 'Answer', 'Answer') : nothing}
      </article>
    `;
  }

  private comment(view: InspectorView, comment: Comment) {
    const edit: FormName = `edit:${comment.id}`;
    // As long as its draft is there: a form stays open until the server took it.
    if (this.writing === edit || view.draft(edit) !== null)
      return this.form(view, edit, 'Change the comment', 'Save');
    const can = (what: Comment['can'][number]) => comment.can.includes(what);
    return html`
      <div
        class=${comment.id === view.sought ? 'comment sought' : 'comment'}
        data-comment=${comment.id}
        tabindex=${comment.id === view.sought ? -1 : nothing}
      >
        <p>
          <strong>${nameOf(view.people, comment.createdBy)}</strong>
          <time class="soft" datetime=${comment.createdAt}>${fullTime(comment.createdAt)}</time>
          ${comment.edited ? html`<span class="soft"> · changed</span>` : nothing}
        </p>
        ${
          comment.withdrawn
            ? html`<p class="gone">Withdrawn${comment.body === '' ? '' : `: ${comment.body}`}</p>`
            : html`<p class="body" dir="auto">${this.words(view, comment)}</p>`
        }
        <div class="actions">
          ${can('reply') ? this.button('Answer', () => this.write(`reply:${comment.id}`)) : nothing}
          ${can('edit') && !comment.withdrawn ? this.button('Change', () => this.change(view, comment)) : nothing}
          ${
            can('resolve')
              ? this.button(comment.resolved ? 'Reopen' : 'Resolve', () =>
                  act(this, view, {
                    type: comment.resolved ? 'reopen-thread' : 'resolve-thread',
                    id: comment.id,
                  }),
                )
              : nothing
          }
          ${can('withdraw') ? this.button('Withdraw', () => act(this, view, { type: 'withdraw-comment', id: comment.id })) : nothing}
          ${can('restore') ? this.button('Restore', () => act(this, view, { type: 'restore-comment', id: comment.id })) : nothing}
        </div>
      </div>
    `;
  }

  private button(label: string, onClick: () => void) {
    return html`<button class="quiet" type="button" @click=${onClick}>${label}</button>`;
  }

  private async write(form: FormName): Promise<void> {
    this.writing = form;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`form[data-form="${form}"] textarea`)?.focus();
  }

  private change(view: InspectorView, comment: Comment): void {
    const form: FormName = `edit:${comment.id}`;
    const named = comment.mentions.map((id) => ({ id, name: nameOf(view.people, id) }));
    const fields = { body: comment.body, mentions: keptPeople(named) };
    if (view.draft(form) === null) act(this, view, { type: 'draft', form, fields });
    void this.write(form);
  }

  private form(view: InspectorView, name: FormName, label: string, button: string) {
    const draft = view.draft(name);
    const state = view.form(name);
    const id = name.replace(':', '-');
    const access = {
      fields: { [id]: draft?.fields.body ?? '' },
      wrong: {},
      disabled: false,
      set: (_: string, value: string) => {
        if (value === '' && name === 'comment') act(this, view, { type: 'discard', form: name });
        else
          act(this, view, {
            type: 'draft',
            form: name,
            fields: { ...view.draft(name)?.fields, body: value },
          });
      },
    };
    return html`
      <form class="form" data-form=${name} novalidate @submit=${(event: Event) => this.onSubmit(event, name)}>
        ${problemOr(clashPanel(this, view, name, { body: 'Your words' }), state, { body: label })}
        <div
          class="named"
          @input=${(event: InputEvent) => this.look(event, view, name)}
          @click=${(event: Event) => this.look(event, view, name)}
          @keydown=${(event: KeyboardEvent) => this.onKey(event, view, name)}
          @focusout=${() => {
            this.typing = null;
          }}
        >
          ${proseField(access, id, label, { suggests: this.suggests(view, name) })} ${this.people(view, name)}
        </div>
        ${saveBar({
          label: button,
          dirty: draft !== null,
          busy: state.busy,
          onDiscard: () => {
            this.writing = null;
            act(this, view, { type: 'discard', form: name });
          },
        })}
      </form>
    `;
  }

  /** Names stand out in the words. */
  private words(view: InspectorView, { body, mentions }: Comment) {
    if (mentions.length === 0) return body;
    const names = mentions.map((id) => nameOf(view.people, id));
    return piecesOf(body, names).map(({ text, named }) =>
      named ? html`<strong class="mention"><bdi>${text}</bdi></strong>` : text,
    );
  }

  /** What is offered for the name that is typed in a form. */
  private offered(view: InspectorView, name: FormName): readonly Mentionable[] {
    return this.typing?.form === name ? (view.mentionable ?? []) : [];
  }

  private suggests(view: InspectorView, name: FormName): Suggests {
    const offered = this.offered(view, name);
    const open = offered.length > 0;
    return { list: open ? 'people' : null, active: open ? `person-${this.chosen(offered)}` : null };
  }

  private chosen(offered: readonly Mentionable[]): number {
    return Math.min(this.typing?.active ?? 0, offered.length - 1);
  }

  private people(view: InspectorView, name: FormName) {
    const offered = this.offered(view, name);
    const words =
      offered.length === 0
        ? ''
        : `${offered.length === 1 ? '1 person' : `${offered.length} people`}, Enter takes`;
    return html`
      <p class="visually-hidden" role="status">${words}</p>
      ${
        offered.length === 0
          ? nothing
          : html`<ul id="people" class="people" role="listbox" aria-label="People">
              ${offered.map(
                (person, at) => html`<li
                  id="person-${at}"
                  role="option"
                  aria-selected=${at === this.chosen(offered) ? 'true' : 'false'}
                  @mousedown=${(event: Event) => {
                    event.preventDefault();
                    this.take(view, name, person);
                  }}
                >
                  <bdi>${person.name}</bdi>
                </li>`,
              )}
            </ul>`
      }
    `;
  }

  /** See what is typed where the caret is; not while letters are being put together. */
  private look(event: Event, view: InspectorView, form: FormName): void {
    const { target } = event;
    if (!(target instanceof HTMLTextAreaElement) || (event instanceof InputEvent && event.isComposing))
      return;
    const typing = typingAt(target.value, target.selectionStart);
    if (typing !== null && typing.words !== this.typing?.words)
      act(this, view, { type: 'find-people', words: typing.words });
    this.typing = typing === null ? null : { ...typing, form, active: 0 };
  }

  private onKey(event: KeyboardEvent, view: InspectorView, form: FormName): void {
    const offered = this.offered(view, form);
    if (event.isComposing || offered.length === 0 || this.typing === null) return;
    const now = this.chosen(offered);
    const person = offered[now];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') this.typing = { ...this.typing, active: (now + 1) % offered.length };
    else if (event.key === 'ArrowUp')
      this.typing = { ...this.typing, active: (now + offered.length - 1) % offered.length };
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && person !== undefined)
      this.take(view, form, person);
    else if (event.key === 'Escape') this.typing = null;
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Put a name in place of what was typed of it, at once: the caret goes on after it. */
  private take(view: InspectorView, form: FormName, person: Mentionable): void {
    const area = this.renderRoot.querySelector<HTMLTextAreaElement>(`form[data-form="${form}"] textarea`);
    if (this.typing === null || area === null) return;
    const { text, caret } = withName(area.value, this.typing, person.name);
    const fields = view.draft(form)?.fields;
    const mentions = keptPeople([...peopleKept(fields?.mentions), person]);
    area.value = text;
    area.setSelectionRange(caret, caret);
    this.typing = null;
    act(this, view, { type: 'draft', form, fields: { ...fields, body: text, mentions } });
  }

  private onSubmit(event: Event, form: FormName): void {
    event.preventDefault();
    if (this.view === null || this.view.draft(form) === null) return;
    act(this, this.view, { type: 'save', form });
    this.writing = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-talk-tab': CdTalkTab;
  }
}
