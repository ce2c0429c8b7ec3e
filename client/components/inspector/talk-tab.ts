import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Comment } from '../../../server/contract/comments.ts';
import { nameOf } from '../../contexts/people.ts';
import type { FormName } from '../../controllers/proof/drafts.ts';
import { shared } from '../../styles/shared.ts';
import { fullTime } from '../../times.ts';
import '../problem.ts';
import { formStyles, proseField, saveBar } from './form-parts.ts';
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
      .body {
        white-space: pre-wrap;
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
    if (this.writing === edit) return this.form(view, edit, 'Change the comment', 'Save');
    const can = (what: Comment['can'][number]) => comment.can.includes(what);
    return html`
      <div class="comment">
        <p>
          <strong>${nameOf(view.people, comment.createdBy)}</strong>
          <time class="soft" datetime=${comment.createdAt}>${fullTime(comment.createdAt)}</time>
          ${comment.edited ? html`<span class="soft"> · changed</span>` : nothing}
        </p>
        ${
          comment.withdrawn
            ? html`<p class="gone">Withdrawn${comment.body === '' ? '' : `: ${comment.body}`}</p>`
            : html`<p class="body" dir="auto">${comment.body}</p>`
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
    if (view.draft(form) === null) act(this, view, { type: 'draft', form, fields: { body: comment.body } });
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
        else act(this, view, { type: 'draft', form: name, fields: { body: value } });
      },
    };
    return html`
      <form class="form" data-form=${name} novalidate @submit=${(event: Event) => this.onSubmit(event, name)}>
        ${state.problem === null ? nothing : html`<cd-problem .problem=${state.problem} .labels=${{ body: label }}></cd-problem>`}
        ${proseField(access, id, label)}
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
