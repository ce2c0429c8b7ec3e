import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Claim } from '../../../server/contract/claims.ts';
import { afterPaint } from '../../after-paint.ts';
import { holdField } from '../../controllers/hold-field.ts';
import { changedFields, fieldsOf, stringsIn, wrongByField } from '../../controllers/proof/details-form.ts';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { type Linkable, linkable, linkedIn } from '../../controllers/proof/links.ts';
import { readingOf } from '../../controllers/proof/readings.ts';
import { shared } from '../../styles/shared.ts';
import { timeOfDay } from '../../times.ts';
import '../problem.ts';
import { conflictPanel, conflictStyles } from './conflict.ts';
import { detailsFields } from './details-fields.ts';
import { type FormAccess, formStyles, isButtonOf, saveBar } from './form-parts.ts';
import { act, type InspectorView } from './view.ts';
import { FIELD_LABELS } from './words.ts';

/** What is in short about a claim is nothing that a verdict was given on. */
const expires = ({ verdict }: Claim, touched: Fields): boolean =>
  verdict !== null && verdict.expired === null && Object.keys(touched).some((name) => name !== 'summary');

/**
 * The details of a claim, as its kind asks for them.
 *
 * Shows the draft where there is one, else what is saved.
 *
 * @fires act - What was typed, and Save.
 */
@customElement('cd-details-form')
export class CdDetailsForm extends LitElement {
  static override styles = [
    ...shared,
    formStyles,
    conflictStyles,
    css`
      .offer {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-s);
      }
      .said-by {
        display: grid;
      }
      .span-field q {
        /* The words bring their own quotation marks where they have any. */
        quotes: none;
        font-size: var(--text-m);
        line-height: 1.4;
      }
      .span-field .actions button {
        min-block-size: 1.75rem;
      }
      details summary {
        min-block-size: var(--target);
        font-size: var(--text-s);
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) view: InspectorView | null = null;

  /** What went wrong stands at the top: bring it there when it comes. */
  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('view');
    if (before == null || this.view === null) return;
    const { problem } = this.view.form('details');
    if (problem === null || problem === this.shownProblem) return;
    this.shownProblem = problem;
    this.renderRoot.querySelector('cd-problem, .conflict')?.scrollIntoView({ block: 'nearest' });
  }
  private shownProblem: unknown = null;

  /** What was saved or thrown away with the cursor still in its field is what that field shows from then on. */
  protected override willUpdate(): void {
    const { view, held } = this;
    const isDraft = view !== null && view.draft('details') !== null;
    if (this.wasDraft && !isDraft && held !== null && view?.claim.id === held.claim.id)
      this.held = { ...held, claim: view.claim };
    this.wasDraft = isDraft;
  }
  private wasDraft = false;

  protected override render() {
    const { view } = this;
    if (view === null) return nothing;
    const { claim } = view;
    const draft = view.draft('details');
    const state = view.form('details');
    const saved = fieldsOf(claim);
    // The draft holds what was touched alone: what someone else changes elsewhere in the form shows as theirs.
    // A field with the cursor in it stays as the person found it.
    const held = this.held?.claim.id === claim.id ? this.held : null;
    const found = held === null ? {} : { [held.name]: fieldsOf(held.claim)[held.name] ?? '' };
    const fields = { ...saved, ...found, ...draft?.fields };
    const links = this.linksFor(view, fields);
    const form: FormAccess = {
      fields,
      wrong: wrongByField(state.problem?.issues ?? []),
      // What is typed in stays a field as long as the cursor is there: saving tells why it cannot be saved.
      disabled: !(held?.claim ?? claim).can.includes('edit'),
      set: (name, value) => {
        const touched = changedFields({ ...saved, ...found }, { ...saved, ...draft?.fields, [name]: value });
        const next = Object.fromEntries(
          touched.map((each) => [each, each === name ? value : (fields[each] ?? '')]),
        );
        if (touched.length === 0) act(this, view, { type: 'discard', form: 'details' });
        else act(this, view, { type: 'draft', form: 'details', fields: next, seen: held?.claim ?? claim });
      },
    };
    return html`
      <form
        class="form"
        novalidate
        @submit=${this.onSubmit}
        @focusin=${this.onFocus}
        @focusout=${this.onBlur}
      >
        ${this.heldBy(view)} ${conflictPanel(this, view, 'details', draft?.fields ?? {})}
        ${
          state.problem === null || state.conflict !== null
            ? nothing
            : html`<cd-problem .problem=${state.problem} .labels=${FIELD_LABELS}></cd-problem>`
        }
        ${this.offer(view, links)} ${detailsFields({ from: this, view, form, links })}
        ${
          form.disabled || (view.saveLabel !== undefined && draft === null)
            ? nothing
            : saveBar({
                label: view.saveLabel ?? 'Save',
                dirty: draft !== null,
                busy: state.busy,
                consequence: expires(claim, draft?.fields ?? {}) ? 'Saving expires the verdict.' : undefined,
                onDiscard: () => act(this, view, { type: 'discard', form: 'details' }),
              })
        }
      </form>
    `;
  }

  /** The field with the cursor in it, and the claim as it was when it came there. */
  private held: { name: string; claim: Claim } | null = null;

  private readonly onFocus = ({ target }: Event): void => {
    const name = target instanceof HTMLElement ? target.getAttribute('name') : null;
    this.held = name === null || this.view === null ? null : { name, claim: this.view.claim };
  };

  private readonly onBlur = ({ relatedTarget }: FocusEvent): void => {
    this.held = null;
    // Save does not go from under the pointer: pressing it tells why it cannot be saved any more.
    if (this.view?.claim.can.includes('edit') === false && isButtonOf(this.renderRoot, relatedTarget)) return;
    this.requestUpdate();
  };

  /** Somebody else is at it: told, and refused to nobody. */
  private heldBy(view: InspectorView) {
    const [other] = view.here.filter(({ at }) => at.doing === 'editing');
    if (other === undefined || !view.claim.can.includes('edit')) return nothing;
    const { page, since } = other.at;
    if (this.goesOn.has(`${page} ${since}`)) return nothing;
    return html`
      <div class="notice offer hold">
        <span>${other.name} is editing this claim, since ${timeOfDay(since)}. What you change besides is kept too.</span>
        <button
          type="button"
          @click=${() => {
            this.goesOn.add(`${page} ${since}`);
            this.requestUpdate();
            this.renderRoot.querySelector<HTMLElement>('input, select, textarea')?.focus();
          }}
        >
          Edit anyway
        </button>
      </div>
    `;
  }
  private readonly goesOn = new Set<string>();

  /**
   * The lists to choose from. A long story has thousands of claims: they are put together once the form is painted, and
   * hold until then what they held before, or what is chosen alone.
   */
  private linksFor({ claim, claims }: InspectorView, fields: Fields): Linkable {
    const { asked, known } = this;
    if (asked?.claim !== claim || asked.claims !== claims) {
      this.asked = { claim, claims };
      this.callOff();
      this.callOff = afterPaint(() => {
        this.known = { id: claim.id, links: linkable(claim, claims) };
        const release = holdField();
        this.requestUpdate();
        release();
      });
    }
    if (known?.id === claim.id) return known.links;
    const { attributionIds, sameFactAs = '', partOf = '' } = fields;
    return linkedIn({ attributionIds: stringsIn(attributionIds), sameFactAs, partOf }, claims);
  }
  private asked: Pick<InspectorView, 'claim' | 'claims'> | null = null;
  private known: { id: string; links: Linkable } | null = null;
  private callOff = () => {};

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.callOff();
    this.asked = null;
  }

  /** A larger count near by is offered as the whole; nothing is linked unasked. */
  private offer(view: InspectorView, { wholes, offered }: Linkable) {
    const { claim } = view;
    if (claim.kind !== 'casualty_count' || claim.details.partOf !== null || !claim.can.includes('edit'))
      return nothing;
    const [whole] = wholes;
    if (!offered || whole === undefined) return nothing;
    return html`
      <div class="notice offer">
        <span>Part of ${readingOf(whole)}?</span>
        <button type="button" @click=${() => act(this, view, { type: 'part-of', wholeId: whole.id })}>
          Part of it <kbd>o</kbd>
        </button>
      </div>
    `;
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    if (this.view !== null) act(this, this.view, { type: 'save', form: 'details' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-details-form': CdDetailsForm;
  }
}
