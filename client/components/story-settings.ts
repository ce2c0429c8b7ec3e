import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Article, Priority } from '../../server/contract/articles.ts';
import type { User } from '../../server/contract/people.ts';
import { shared } from '../styles/shared.ts';
import './access-field.ts';
import type { Access, AccessChangeEvent } from './access-field.ts';
import './dialog.ts';
import { describedBy, field, invalid } from './field.ts';
import { controlValue } from './form.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';
import './story-terms.ts';
import type { TermsEvent } from './story-terms.ts';

/** What surrounds a story's text, as `EditArticle` takes it. */
export interface StorySettings {
  title?: string;
  deadline?: string | null;
  priority?: Priority;
  sourceUrl?: string | null;
  access?: Access;
  status?: 'checking' | 'archived';
}

/** Sent with what was changed, and with nothing that was not. */
export class SaveSettingsEvent extends Event {
  static readonly type = 'save';
  /** For `PATCH /api/articles/:id`; empty where only the people changed. */
  readonly change: StorySettings;
  /** For `PUT …/members`, after the change; null where they stay. */
  readonly memberIds: string[] | null;
  constructor(change: StorySettings, memberIds: string[] | null) {
    super(SaveSettingsEvent.type);
    this.change = change;
    this.memberIds = memberIds;
  }
}

/** Sent when the story is to lie in the bin, and why; null where that is not said. */
export class WithdrawStoryEvent extends Event {
  static readonly type = 'withdraw-story';
  readonly reason: string | null;
  constructor(reason: string | null) {
    super(WithdrawStoryEvent.type);
    this.reason = reason;
  }
}

const LABELS = {
  title: 'Headline',
  deadline: 'Deadline',
  priority: 'Priority',
  sourceUrl: 'Where it stood',
  memberIds: 'Who may see it',
};

interface Form {
  readonly title: string;
  readonly deadline: string | null;
  readonly priority: Priority;
  readonly sourceUrl: string;
  readonly access: Access;
  readonly memberIds: readonly string[];
}

const formOf = (article: Article): Form => ({
  title: article.title,
  deadline: article.deadline,
  priority: article.priority,
  sourceUrl: article.sourceUrl ?? '',
  access: article.access,
  memberIds: article.memberIds,
});

/**
 * A story's settings in a dialog: headline, deadline, priority, who may see it, archive, withdrawing it.
 *
 * While it is open, a newer `article` moves only the fields that the person has not touched, so that a conflict
 * (`problem` with STALE_VERSION, then the present `article`) keeps what was typed: saving again replaces theirs.
 *
 * @fires save - With the changes; the page saves, then sets `open` to false, or `problem`.
 * @fires withdraw-story - The person wants it in the bin, and said so twice.
 * @fires close - The person wants out.
 */
@customElement('cd-story-settings')
export class CdStorySettings extends LitElement {
  static override styles = [
    ...shared,
    css`
      .archive {
        padding-block-start: var(--space-l);
        border-block-start: 1px solid var(--rule);
      }
      form + .archive {
        margin-block-start: var(--space-l);
      }
      .withdrawal {
        display: grid;
        gap: var(--space-m);
      }
    `,
  ];

  @property({ attribute: false }) article: Article | null = null;
  @property({ attribute: false }) people: ReadonlyMap<string, User> = new Map();
  @property() meId = '';
  @property({ type: Boolean }) open = false;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;

  /** What the person touched. */
  /** The person asked to withdraw the story, and is asked once more. */
  @state() private withdrawing = false;
  @state() private touched: Partial<Form> = {};

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) [this.touched, this.withdrawing] = [{}, false];
  }

  protected override render() {
    return html`
      <cd-dialog heading="Story settings" .open=${this.open} @close=${this.#onClose}>
        ${this.open && this.article !== null ? this.#form(this.article) : nothing}
      </cd-dialog>
    `;
  }

  #form(article: Article) {
    const form = { ...formOf(article), ...this.touched };
    const wrong = this.problem?.issues.find(({ path }) => path === 'title')?.message;
    const can = new Set(article.can);
    return html`
      <form class="form" @submit=${this.#onSubmit} novalidate>
        <cd-problem .problem=${this.problem} .labels=${LABELS}></cd-problem>
        ${
          can.has('edit')
            ? html`
                ${field(
                  { id: 'title', label: LABELS.title, wrong },
                  html`<input id="title" maxlength="500" dir="auto" autocomplete="off" .value=${form.title}
                    aria-invalid=${invalid(wrong)} aria-describedby=${describedBy('title', false, wrong)}
                    @input=${(event: Event) => this.#touch({ title: controlValue(event) })} />`,
                )}
                <cd-story-terms .terms=${form} .problem=${this.problem} @terms=${this.#onTerms}></cd-story-terms>
              `
            : html`<p class="notice">You may read these settings, not change them.</p>`
        }
        <cd-access-field
          .access=${form.access}
          .memberIds=${form.memberIds}
          .people=${this.people}
          .meId=${this.meId}
          .disabled=${!can.has('set_access')}
          @access-change=${this.#onAccess}
        ></cd-access-field>
        <div class="actions">
          <button class="primary" type="submit" ?disabled=${this.busy}>${this.busy ? 'Saving…' : 'Save'}</button>
          <button type="button" @click=${this.#onClose}>Cancel</button>
        </div>
        ${this.#archive(can)}
      </form>
      ${this.#withdrawal(can)}
    `;
  }

  #archive(can: ReadonlySet<string>) {
    const status = can.has('archive') ? 'archived' : can.has('unarchive') ? 'checking' : null;
    if (status === null) return nothing;
    return html`
      <div class="archive actions">
        <button type="button" ?disabled=${this.busy} @click=${() => this.#send({ status }, null)}>
          ${status === 'archived' ? 'Archive this story' : 'Take out of the archive'}
        </button>
        <span class="hint">
          ${status === 'archived' ? 'It leaves the desk and can be taken out again.' : 'It goes back to the desk.'}
        </span>
      </div>
    `;
  }

  #withdrawal(can: ReadonlySet<string>) {
    if (!can.has('withdraw')) return nothing;
    if (!this.withdrawing)
      return html`
        <div class="archive actions">
          <button type="button" ?disabled=${this.busy} @click=${this.#onWithdrawing}>Withdraw this story…</button>
          <span class="hint">It lies in the bin until somebody restores it.</span>
        </div>
      `;
    return html`
      <div class="archive withdrawal">
        <p>Nobody finds this story any more: not on the desk, nor in searches, queues and exports. Its claims, evidence and comments go with it. All of it comes back when the story is restored.</p>
        ${field(
          { id: 'reason', label: 'Why, for whoever finds it in the bin', hint: 'May be left empty.' },
          html`<input id="reason" maxlength="2000" dir="auto" autocomplete="off" aria-describedby=${describedBy('reason', true, null)} />`,
        )}
        <div class="actions">
          <button class="danger" type="button" ?disabled=${this.busy} @click=${this.#onWithdraw}>${this.busy ? 'Withdrawing…' : 'Withdraw the story'}</button>
          <button type="button" @click=${this.#onKeep}>Keep it</button>
        </div>
      </div>
    `;
  }

  readonly #onWithdrawing = async (): Promise<void> => {
    this.withdrawing = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#reason')?.focus({ preventScroll: true });
    this.renderRoot.querySelector('.withdrawal')?.scrollIntoView({ block: 'nearest' });
  };

  readonly #onKeep = (): void => {
    this.withdrawing = false;
  };

  readonly #onWithdraw = (): void => {
    const typed = this.renderRoot.querySelector<HTMLInputElement>('#reason')?.value.trim() ?? '';
    this.dispatchEvent(new WithdrawStoryEvent(typed === '' ? null : typed));
  };

  #touch(change: Partial<Form>): void {
    this.touched = { ...this.touched, ...change };
  }

  #onTerms({ change }: TermsEvent): void {
    this.#touch(change);
  }

  #onAccess({ access, memberIds }: AccessChangeEvent): void {
    this.#touch({ access, memberIds });
  }

  readonly #onClose = (): void => {
    this.dispatchEvent(new Event('close'));
  };

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.article === null) return;
    const before = formOf(this.article);
    const { memberIds, sourceUrl, ...rest } = this.touched;
    const change: StorySettings = { ...onlyChanged(rest, before) };
    if (sourceUrl !== undefined && sourceUrl !== before.sourceUrl)
      change.sourceUrl = sourceUrl === '' ? null : sourceUrl;
    const restricted = (change.access ?? before.access) === 'restricted';
    const moved = memberIds !== undefined && !sameIds(memberIds, before.memberIds);
    this.#send(change, restricted && moved ? [...memberIds] : null);
  }

  #send(change: StorySettings, memberIds: string[] | null): void {
    this.dispatchEvent(new SaveSettingsEvent(change, memberIds));
  }
}

type Simple = Pick<Form, 'title' | 'deadline' | 'priority' | 'access'>;

function onlyChanged(touched: Partial<Simple>, before: Simple): Partial<Simple> {
  const { title, deadline, priority, access } = touched;
  return {
    ...(title === undefined || title === before.title ? {} : { title }),
    ...(deadline === undefined || deadline === before.deadline ? {} : { deadline }),
    ...(priority === undefined || priority === before.priority ? {} : { priority }),
    ...(access === undefined || access === before.access ? {} : { access }),
  };
}

const sameIds = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

declare global {
  interface HTMLElementTagNameMap {
    'cd-story-settings': CdStorySettings;
  }
}
