import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Priority } from '../../server/contract/articles.ts';
import { shared } from '../styles/shared.ts';
import { fromLocalInput, toLocalInput } from '../times.ts';
import { PRIORITY_WORDS } from '../words.ts';
import { describedBy, field, invalid } from './field.ts';
import { controlValue } from './form.ts';
import type { ShownProblem } from './problem.ts';

export interface Terms {
  /** ISO 8601 UTC, or null. */
  readonly deadline: string | null;
  readonly priority: Priority;
  /** '' for none. */
  readonly sourceUrl: string;
}

/** Sent with what was changed. */
export class TermsEvent extends Event {
  static readonly type = 'terms';
  readonly change: Partial<Terms>;
  constructor(change: Partial<Terms>) {
    super(TermsEvent.type, { bubbles: true, composed: true });
    this.change = change;
  }
}

export const TERM_LABELS = {
  deadline: 'Deadline',
  priority: 'Priority',
  sourceUrl: 'Where it stood',
} as const;

/**
 * When a story is due, how urgent it is, where it came from.
 *
 * @fires terms - With the values that changed.
 */
@customElement('cd-story-terms')
export class CdStoryTerms extends LitElement {
  static override styles = [
    ...shared,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
        gap: var(--space-m) var(--space-l);
      }
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property({ attribute: false }) terms: Terms = { deadline: null, priority: 'normal', sourceUrl: '' };
  @property({ attribute: false }) problem: ShownProblem | null = null;

  protected override render() {
    const wrong = (path: string) => this.problem?.issues.find((issue) => issue.path === path)?.message;
    const { deadline, priority, sourceUrl } = this.terms;
    return html`
      <div class="grid">
        ${field(
          { id: 'deadline', label: TERM_LABELS.deadline, wrong: wrong('deadline') },
          html`<input id="deadline" type="datetime-local" .value=${toLocalInput(deadline)}
            aria-invalid=${invalid(wrong('deadline'))} aria-describedby=${describedBy('deadline', false, wrong('deadline'))}
            @change=${(event: Event) => this.#send({ deadline: fromLocalInput(controlValue(event)) })} />`,
        )}
        ${field(
          { id: 'priority', label: TERM_LABELS.priority },
          html`<select id="priority" @change=${this.#onPriority}>
            ${Priority.options.map(
              (option) =>
                html`<option value=${option} .selected=${option === priority}>${PRIORITY_WORDS[option]}</option>`,
            )}
          </select>`,
        )}
        <div class="wide">
          ${field(
            {
              id: 'sourceUrl',
              label: TERM_LABELS.sourceUrl,
              hint: 'A web address; not needed.',
              wrong: wrong('sourceUrl'),
            },
            html`<input id="sourceUrl" type="url" maxlength="2000" autocomplete="off" placeholder="https://" .value=${sourceUrl}
              aria-invalid=${invalid(wrong('sourceUrl'))} aria-describedby=${describedBy('sourceUrl', true, wrong('sourceUrl'))}
              @input=${(event: Event) => this.#send({ sourceUrl: controlValue(event).trim() })} />`,
          )}
        </div>
      </div>
    `;
  }

  #onPriority(event: Event): void {
    const priority = Priority.safeParse(controlValue(event));
    if (priority.success) this.#send({ priority: priority.data });
  }

  #send(change: Partial<Terms>): void {
    this.dispatchEvent(new TermsEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-story-terms': CdStoryTerms;
  }
}
