import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Claim, VerdictValue } from '../../../server/contract/claims.ts';
import { nameOf } from '../../contexts/people.ts';
import { wrongByField } from '../../controllers/proof/details-form.ts';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { keyOf } from '../../controllers/proof/key-map.ts';
import { offeredVerdict } from '../../controllers/proof/links.ts';
import { isOutgrown } from '../../controllers/proof/outgrown.ts';
import { quoted, VERDICT_WORDS } from '../../controllers/proof/readings.ts';
import { shared } from '../../styles/shared.ts';
import { fullTime } from '../../times.ts';
import { confirmedNote } from '../confirmed-note.ts';
import '../problem.ts';
import { conflictPanel, conflictStyles } from './conflict.ts';
import { type FormAccess, formStyles, proseField, saveBar, staysWithin } from './form-parts.ts';
import { act, type InspectorView } from './view.ts';
import { FIELD_LABELS } from './words.ts';

const VALUES = VerdictValue.options;
const HINTS: Readonly<Record<VerdictValue, string>> = {
  accurate: 'It is so',
  inaccurate: 'It is not so; the correct wording is known',
  disputed: 'Sources that count contradict each other',
  unverifiable: 'It cannot be found out',
  waived: 'Not checked, on purpose',
};
/** How the form and the review stand to each other. */
type Layout = 'review_first' | 'returned' | 'form_first' | 'outgrown' | 'read_only';

function layoutOf(claim: Claim): Layout {
  const { can, status } = claim;
  if (!can.includes('verify')) return isOutgrown(claim) && can.includes('edit') ? 'outgrown' : 'read_only';
  // Whoever may review came for that: the form for a verdict of their own waits behind it.
  if (can.includes('review')) return 'review_first';
  return status === 'returned' ? 'returned' : 'form_first';
}

const EXPIRY_WORDS: Readonly<Record<string, string>> = {
  span: 'other words were marked',
  kind: 'the kind was changed',
  details: 'the details were changed',
  links: 'the links were changed',
  text: 'the text was changed',
};

/**
 * The verdict on a claim: the one that stands, and the form for another. Keys 1 to 5 choose.
 *
 * @slot - The review, which stands before the form for those who may review, and where it returned the claim.
 * @fires act - What was typed, Save, take back, accept the verdict of the same fact.
 */
@customElement('cd-verdict-form')
export class CdVerdictForm extends LitElement {
  static override styles = [
    ...shared,
    formStyles,
    conflictStyles,
    css`
      .standing {
        display: grid;
        gap: var(--space-xs);
        margin-block-end: var(--space-m);
        overflow-wrap: anywhere;
        padding: var(--space-s) var(--space-m);
        font-size: var(--text-s);
      }
      .standing .actions button {
        padding-inline: 0;
        text-align: start;
      }
      .offer {
        margin-block-end: var(--space-m);
      }
      details {
        margin-block-start: var(--space-l);
        border-block-start: 1px solid var(--rule);
      }
      summary {
        min-block-size: var(--target);
        padding-block: var(--space-s);
        font-size: var(--text-s);
        cursor: pointer;
      }
      .values {
        display: grid;
      }
      .values .check {
        display: grid;
        grid-template-columns: auto auto minmax(0, 1fr);
        padding-block: var(--space-2xs);
      }
      .values .hint {
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) view: InspectorView | null = null;

  /** What went wrong stands at the top: bring it there when it comes. */
  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('view');
    if (before == null || this.view === null) return;
    this.goOn();
    const { problem } = this.view.form('verdict');
    if (problem === null || problem === this.shownProblem) return;
    this.shownProblem = problem;
    this.renderRoot.querySelector('cd-problem, .conflict')?.scrollIntoView({ block: 'nearest' });
  }
  private shownProblem: unknown = null;

  protected override render() {
    const { view } = this;
    if (view === null) return nothing;
    const { claim } = view;
    return html`
      ${claim.verdict === null ? nothing : this.standing(view)} ${this.offer(view)} ${this.parts(view)}
    `;
  }

  private parts(view: InspectorView) {
    const { claim } = view;
    const reviews = claim.can.includes('review');
    // What is typed in stays where it is: what another did is above it, and the rest follows when the cursor leaves.
    const layout = this.held?.claimId === claim.id ? this.held.layout : layoutOf(claim);
    switch (layout) {
      case 'review_first':
        return html`<slot></slot>
          <details ?open=${view.draft('verdict') !== null}>
            <summary>Give another verdict</summary>
            ${this.form(view)}
          </details>`;
      case 'returned':
        return html`<slot></slot>${this.form(view)}`;
      case 'form_first':
        return html`${this.form(view)}<slot></slot>`;
      case 'outgrown':
      case 'read_only': {
        const why =
          layout === 'outgrown'
            ? html`<p class="notice">A verdict is on the details as well: say first which of them hold, above.</p>`
            : html`<p class="soft small">You may read this verdict but not give one here.</p>`;
        if (reviews)
          return html`<slot></slot>
            <details><summary>Give another verdict</summary>${why}</details>`;
        return claim.status === 'returned' ? html`<slot></slot>${why}` : html`${why}<slot></slot>`;
      }
    }
  }

  /** How the form stood when the cursor came into it. */
  private held: { claimId: string; layout: Layout } | null = null;

  private readonly onFocus = (): void => {
    const { view } = this;
    if (view !== null && this.held?.claimId !== view.claim.id)
      this.held = { claimId: view.claim.id, layout: layoutOf(view.claim) };
  };

  private readonly onBlur = (event: FocusEvent): void => {
    if (staysWithin(event)) return;
    this.held = null;
    this.requestUpdate();
  };

  private standing(view: InspectorView) {
    const { verdict } = view.claim;
    if (verdict === null) return nothing;
    const reasons = verdict.expired?.reasons.map((reason) => EXPIRY_WORDS[reason] ?? reason).join(', ');
    return html`
      <div class="standing panel">
        <p>
          <strong>${VERDICT_WORDS[verdict.verdict]}</strong>, ${nameOf(view.people, verdict.by)},
          <time datetime=${verdict.at}>${fullTime(verdict.at)}</time>
        </p>
        ${confirmedNote(verdict, (id) => nameOf(view.people, id))}
        <p dir="auto">${verdict.reason}</p>
        ${verdict.correction === null ? nothing : html`<p>Correct: <q class="story-words" dir="auto">${verdict.correction}</q></p>`}
        ${verdict.expired === null ? nothing : this.expiry(view, reasons ?? '')}
        ${
          view.claim.can.includes('take_back_verdict')
            ? html`<div class="actions">
                <button class="quiet" type="button" @click=${() => act(this, view, { type: 'take-back-verdict' })}>
                  Take back ${verdict.by === view.me?.id ? 'your' : `${nameOf(view.people, verdict.by)}’s`} verdict
                </button>
              </div>`
            : nothing
        }
      </div>
    `;
  }

  /** Where only the wording changed, one word of the person is enough. */
  private expiry(view: InspectorView, reasons: string) {
    const { id, articleId, can } = view.claim;
    if (!can.includes('confirm'))
      return html`<p class="notice wrong">↻ Expired: ${reasons}. Look again and give a new verdict.</p>`;
    return html`
      <p class="notice wrong">
        ↻ Expired: ${reasons}, in its wording alone. Confirm that it means the same, or give a new verdict.
      </p>
      <p><a href="/stories/${articleId}/changes#claim=${id}">What it said before</a></p>
      <div>
        <button type="button" @click=${() => act(this, view, { type: 'confirm-verdict' })}>
          Same meaning: confirm <kbd>${keyOf('confirm')}</kbd>
        </button>
      </div>
    `;
  }

  private offer(view: InspectorView) {
    const offer = offeredVerdict(view.claim, view.claims);
    if (offer === null || !view.claim.can.includes('verify')) return nothing;
    const { verdict, from } = offer;
    return html`
      <div class="notice offer">
        <p>
          Same fact as ${quoted(from.span.quote)}: <strong>${VERDICT_WORDS[verdict.verdict]}</strong>,
          ${nameOf(view.people, verdict.by)}. ${verdict.reason}
        </p>
        <button type="button" @click=${() => act(this, view, { type: 'accept-verdict' })}>
          Give the same verdict <kbd>o</kbd>
        </button>
      </div>
    `;
  }

  private form(view: InspectorView) {
    const draft = view.draft('verdict');
    const state = view.form('verdict');
    const fields: Fields = draft?.fields ?? {};
    const form: FormAccess = {
      fields,
      wrong: wrongByField(state.problem?.issues ?? []),
      disabled: false,
      set: (name, value) =>
        act(this, view, { type: 'draft', form: 'verdict', fields: { ...fields, [name]: value } }),
    };
    return html`
      <form
        class="form"
        novalidate
        @submit=${this.onSubmit}
        @keydown=${this.onKeyDown}
        @focusin=${this.onFocus}
        @focusout=${this.onBlur}
      >
        ${conflictPanel(this, view, 'verdict', fields)}
        ${
          state.problem === null || state.conflict !== null
            ? nothing
            : html`<cd-problem .problem=${state.problem} .labels=${FIELD_LABELS}></cd-problem>`
        }
        <fieldset class="values">
          <legend>${view.claim.verdict === null ? 'Verdict' : 'A new verdict'}</legend>
          ${VALUES.map((value, index) => this.choice(form, value, index))}
        </fieldset>
        ${
          fields.verdict === 'inaccurate'
            ? proseField(form, 'correction', 'Correct wording', { rows: 2 })
            : nothing
        }
        ${proseField(form, 'reason', 'Reason', { hint: 'What you looked at, and what it says.' })}
        ${saveBar({
          label: 'Give verdict',
          dirty: draft !== null,
          busy: state.busy,
          onDiscard: () => act(this, view, { type: 'discard', form: 'verdict' }),
        })}
      </form>
    `;
  }

  private choice(form: FormAccess, value: VerdictValue, index: number) {
    return html`
      <label class="check">
        <input
          type="radio"
          name="verdict"
          value=${value}
          .checked=${form.fields.verdict === value}
          @change=${() => form.set('verdict', value)}
        />
        <kbd>${index + 1}</kbd>
        <span><strong>${VERDICT_WORDS[value]}</strong> <span class="hint">${HINTS[value]}</span></span>
      </label>
    `;
  }

  /** A number chooses and goes on to the reason; in a text it is a number. */
  private onKeyDown(event: KeyboardEvent): void {
    const { view } = this;
    const value = VALUES[Number(event.key) - 1];
    const typing = event.target instanceof HTMLTextAreaElement;
    if (view === null || value === undefined || typing || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    event.stopPropagation();
    const fields = { ...view.draft('verdict')?.fields, verdict: value };
    this.goesOnTo = value === 'inaccurate' ? '#correction' : '#reason';
    act(this, view, { type: 'draft', form: 'verdict', fields });
  }

  /** The field that a number leads to: it may only be there once the page has drawn the choice. */
  private goesOnTo: string | null = null;
  private goOn(): void {
    if (this.goesOnTo === null) return;
    this.renderRoot.querySelector<HTMLElement>(this.goesOnTo)?.focus();
    this.goesOnTo = null;
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    if (this.view !== null) act(this, this.view, { type: 'save', form: 'verdict' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-verdict-form': CdVerdictForm;
  }
}
