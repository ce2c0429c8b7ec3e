import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ReturnReason } from '../../../server/contract/claims.ts';
import { PROBLEMS } from '../../../server/contract/problem.ts';
import { nameOf } from '../../contexts/people.ts';
import { wrongByField } from '../../controllers/proof/details-form.ts';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { RETURN_WORDS } from '../../controllers/proof/readings.ts';
import { shared } from '../../styles/shared.ts';
import { fullTime } from '../../times.ts';
import { counted } from '../../words.ts';
import '../problem.ts';
import { conflictPanel, conflictStyles } from './conflict.ts';
import { choiceField, type FormAccess, formStyles, proseField, saveBar, staysWithin } from './form-parts.ts';
import { act, type InspectorView } from './view.ts';

const LABELS = { reasonCode: 'Reason', note: 'Words', decision: 'Decision' };
const REASONS = ReturnReason.options.map((code): [string, string] => [code, RETURN_WORDS[code]]);

/** Why this person may not review, in the server's own order of checks. */
function whyNot({ claim, me }: InspectorView): string {
  if (claim.status === 'returned') return 'Answer it with a new verdict: that is reviewed again.';
  if (claim.verdict === null) return 'There is no verdict to review yet.';
  if (claim.verdict.expired !== null) return 'The verdict has expired: it has to be given again first.';
  if (me !== null && me.role !== 'reviewer' && me.role !== 'admin') return PROBLEMS.NEEDS_REVIEWER[1];
  if (claim.verdict.by === me?.id) return PROBLEMS.OWN_VERDICT[1];
  return 'You may not review this claim.';
}

/**
 * A second person's look at a verdict: pass, or return with a reason.
 *
 * @fires act - Pass, return, take back.
 */
@customElement('cd-review-form')
export class CdReviewForm extends LitElement {
  static override styles = [
    ...shared,
    formStyles,
    conflictStyles,
    css`
      :host {
        display: block;
        margin-block-start: var(--space-l);
        padding-block: var(--space-m);
        border-block-start: 1px solid var(--rule);
      }
      h3 {
        margin-block-end: var(--space-xs);
      }
      .standing {
        display: grid;
        gap: var(--space-xs);
        justify-items: start;
        margin-block-end: var(--space-s);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      .standing button {
        padding-inline: 0;
        text-align: start;
      }
    `,
  ];

  @property({ attribute: false }) view: InspectorView | null = null;

  protected override render() {
    const { view } = this;
    if (view === null) return nothing;
    return html`
      <h3>Review</h3>
      ${this.standing(view)}
      ${
        view.claim.can.includes('review') || this.heldFor === view.claim.id
          ? this.form(view)
          : html`<p class="soft small">${whyNot(view)}</p>`
      }
    `;
  }

  /** The claim whose form has the cursor: it stays as long as it has, whatever others do meanwhile. */
  private heldFor: string | null = null;

  private readonly onFocus = (): void => {
    this.heldFor = this.view?.claim.id ?? null;
  };

  private readonly onBlur = (event: FocusEvent): void => {
    if (staysWithin(event)) return;
    this.heldFor = null;
    this.requestUpdate();
  };

  private standing(view: InspectorView) {
    const { review } = view.claim;
    if (review === null) return nothing;
    const words = review.decision === 'passed' ? '✔ Passed' : '↩ Returned';
    return html`
      <div class="standing">
        <p>
          <strong>${words}</strong>, ${nameOf(view.people, review.by)},
          <time datetime=${review.at}>${fullTime(review.at)}</time>
        </p>
        ${review.reasonCode === null ? nothing : html`<p>${RETURN_WORDS[review.reasonCode]}</p>`}
        ${review.note === null ? nothing : html`<p dir="auto">${review.note}</p>`}
        ${
          review.reopened === null
            ? nothing
            : html`<p class="notice">Reopened: the claim or its evidence changed after this review.</p>`
        }
        ${
          review.reopened === null && view.claim.can.includes('review')
            ? html`<button class="quiet" type="button" @click=${() => act(this, view, { type: 'take-back-review' })}>
                Take back ${review.by === view.me?.id ? 'your' : `${nameOf(view.people, review.by)}’s`} review
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private form(view: InspectorView) {
    const draft = view.draft('review');
    const state = view.form('review');
    const { review, citationCount } = view.claim;
    const isPassed = review?.decision === 'passed' && review.reopened === null;
    const fields: Fields = draft?.fields ?? {};
    const form: FormAccess = {
      fields,
      wrong: wrongByField(state.problem?.issues ?? []),
      disabled: false,
      set: (name, value) =>
        act(this, view, {
          type: 'draft',
          form: 'review',
          fields: { ...fields, decision: 'returned', [name]: value },
        }),
    };
    return html`
      <form
        class="form"
        novalidate
        @submit=${this.onSubmit}
        @focusin=${this.onFocus}
        @focusout=${this.onBlur}
      >
        ${conflictPanel(this, view, 'review', fields)}
        ${
          state.problem === null || state.conflict !== null
            ? nothing
            : html`<cd-problem .problem=${state.problem} .labels=${LABELS}></cd-problem>`
        }
        <p class="soft small">
          ${citationCount === 0 ? 'No evidence is cited.' : `${counted(citationCount, 'citation')} of evidence.`}
        </p>
        ${
          isPassed
            ? html`<p class="hint">Return it after all, with a reason:</p>`
            : html`<div class="actions">
                <button type="button" @click=${() => act(this, view, { type: 'pass' })}>✔ Pass</button>
                <span class="hint">or return it with a reason:</span>
              </div>`
        }
        ${choiceField(form, 'reasonCode', 'Reason', REASONS, { none: 'Choose' })}
        ${proseField(form, 'note', 'In words', { rows: 2 })}
        ${saveBar({
          label: 'Return',
          dirty: draft !== null,
          busy: state.busy,
          onDiscard: () => act(this, view, { type: 'discard', form: 'review' }),
        })}
      </form>
    `;
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    if (this.view !== null) act(this, this.view, { type: 'save', form: 'review' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-review-form': CdReviewForm;
  }
}
