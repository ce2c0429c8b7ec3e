import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { z } from 'zod';
import type { BinItem } from '../../server/contract/bin.ts';
import type { AnswerOf } from '../../server/contract/endpoint.ts';
import type { ErasureCounts, GetErasure } from '../../server/contract/erasure.ts';
import { forgetTyped, keepTyped, recallTyped } from '../controllers/form-draft.ts';
import { shared } from '../styles/shared.ts';
import { counted } from '../words.ts';
import { BIN_KIND_WORDS, nameOfBinned } from './bin-words.ts';
import { controlValue } from './form.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

export type Erasure = AnswerOf<typeof GetErasure>;

/** Sent with the reason for which it should go. */
export class EraseForGoodEvent extends Event {
  static readonly type = 'erase-for-good';
  constructor(readonly reason: string) {
    super(EraseForGoodEvent.type);
  }
}

/** What was typed of why it should go, and not sent: it outlives the dialog and a reload. */
const keyOf = ({ kind, id }: BinItem): string => `erase.${kind}.${id}`;
/** It is gone: no reason is needed any more. */
export const forgetReason = (item: BinItem): void => forgetTyped(keyOf(item));

/** What is typed to say once more that it should go. */
const CONFIRMS = 'erase';

/** What goes, in the order in which it is told; of what there is none nothing is said. */
const GOES: readonly (readonly [keyof ErasureCounts, string, string])[] = [
  ['revisions', 'text', 'texts'],
  ['claims', 'claim, with its verdicts and reviews', 'claims, with their verdicts and reviews'],
  ['comments', 'comment', 'comments'],
  ['citations', 'citation', 'citations'],
  [
    'evidence',
    'piece of evidence, with the pages kept of it',
    'pieces of evidence, with the pages kept of them',
  ],
  ['files', 'file', 'files'],
  ['payloads', 'event: what it says', 'events: what they say'],
];

const BLOCKERS: Readonly<Record<Erasure['blockers'][number]['code'], (claims: number) => string>> = {
  STILL_CITED: (claims) =>
    `${counted(claims, 'claim')} that ${claims === 1 ? 'is' : 'are'} not withdrawn rest${claims === 1 ? 's' : ''} on it. Withdraw what cites it first.`,
  IMPORT_UNDER_WAY: () => 'The import that brought it in is not over. Let it finish, or stop it.',
};

/**
 * Before something is erased for good: what goes, what stays, what stands in the way; why; and whether it is meant.
 *
 * @fires erase-for-good - It is meant, and this is why.
 * @fires cancel - It is kept.
 */
@customElement('cd-erase-form')
export class CdEraseForm extends LitElement {
  static override styles = [
    ...shared,
    css`
      form {
        display: grid;
        gap: var(--space-m);
      }
      .name {
        font-family: var(--serif);
        overflow-wrap: anywhere;
      }
      ul {
        padding-inline-start: 1.2em;
      }
    `,
  ];

  @property({ attribute: false }) item: BinItem | null = null;
  /** Null while it is asked for. */
  @property({ attribute: false }) plan: Erasure | null = null;
  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ type: Boolean }) busy = false;

  /** What is missing, said once somebody went on without it. */
  @state() private wrong: { reason: boolean; confirmed: boolean } = { reason: false, confirmed: false };
  private reason = '';
  @state() private confirmed = '';

  @query('#reason') private reasonField!: HTMLElement | null;
  @query('#confirmed') private confirmField!: HTMLElement | null;

  /** A form is begun at its first field, once there is one. */
  override focus(): void {
    this.reasonField?.focus();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('item') && this.item !== null)
      this.reason = recallTyped(keyOf(this.item), z.string()) ?? '';
    // What was said to be meant was meant of what stood here before: what stands here now is to be read first.
    if (changed.has('plan') && changed.get('plan') !== null) this.confirmed = '';
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.get('plan') === null && this.plan !== null) this.focus();
  }

  protected override render() {
    const { item, plan } = this;
    if (item === null) return nothing;
    return html`
      <form novalidate @submit=${this.#onSubmit}>
        <p class="name"><span class="soft">${BIN_KIND_WORDS[item.kind]}:</span> <bdi>${nameOfBinned(item)}</bdi></p>
        <cd-problem .problem=${this.problem}></cd-problem>
        ${plan === null ? (this.problem === null ? html`<p class="soft" role="status">Looking at what would go…</p>` : nothing) : this.#plan(plan)}
        <div class="actions">
          ${
            plan !== null && plan.blockers.length === 0
              ? html`<button class="danger" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>${this.busy ? 'Erasing…' : 'Erase for good'}</button>`
              : nothing
          }
          <button type="button" @click=${this.#onCancel}>Keep it</button>
        </div>
      </form>
    `;
  }

  #plan({ goes, stays, untried, blockers }: Erasure): TemplateResult {
    const going = GOES.filter(([what]) => goes[what] > 0);
    return html`
      <div>
        <p>This goes, and nothing brings it back:</p>
        <ul>${going.map(([what, one, many]) => html`<li>${counted(goes[what], one, many)}</li>`)}</ul>
      </div>
      <p class="soft">
        That it was there, who did what with it and when, and the hashes of the history stay, and so does the reason you
        give.
        ${
          stays.exports === 0
            ? nothing
            : `${counted(stays.exports, 'file')} with it ${stays.exports === 1 ? 'was' : 'were'} handed out before and ${stays.exports === 1 ? 'is' : 'are'} where ${stays.exports === 1 ? 'it was' : 'they were'} sent.`
        }
        Backups that were made before hold it still.
        ${
          untried === 0
            ? nothing
            : `${counted(untried, 'file')} that ${untried === 1 ? 'was' : 'were'} refused in the same import can then no longer be tried again.`
        }
      </p>
      ${
        blockers.length === 0
          ? this.#fields()
          : html`<div class="notice" role="alert">${blockers.map(({ code, claimIds }) => html`<p>${BLOCKERS[code](claimIds.length)}</p>`)}</div>`
      }
    `;
  }

  #fields(): TemplateResult {
    const { wrong } = this;
    return html`
      <div class="field">
        <label for="reason">Legal reason; it stays in the history, so say nothing in it of what goes</label>
        <textarea id="reason" rows="2" maxlength="2000" dir="auto" aria-invalid=${wrong.reason ? 'true' : 'false'} aria-describedby="reason-wrong"
          .value=${live(this.reason)}
          @input=${(event: Event) => {
            this.reason = controlValue(event);
            if (this.item !== null) keepTyped(keyOf(this.item), this.reason);
            if (wrong.reason) this.wrong = { ...wrong, reason: false };
          }}></textarea>
        <p class="wrong" id="reason-wrong">${wrong.reason ? 'Say why.' : nothing}</p>
      </div>
      <div class="field">
        <label for="confirmed">Type “${CONFIRMS}” to say that it is meant</label>
        <input id="confirmed" autocomplete="off" autocapitalize="none" spellcheck="false" aria-invalid=${wrong.confirmed ? 'true' : 'false'} aria-describedby="confirmed-wrong"
          .value=${live(this.confirmed)}
          @input=${(event: Event) => {
            this.confirmed = controlValue(event);
            if (wrong.confirmed) this.wrong = { ...wrong, confirmed: false };
          }} />
        <p class="wrong" id="confirmed-wrong">${wrong.confirmed ? `Type “${CONFIRMS}” first.` : nothing}</p>
      </div>
    `;
  }

  readonly #onCancel = (): void => {
    if (!this.busy && this.item !== null) forgetReason(this.item);
    this.dispatchEvent(new Event('cancel'));
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.busy || this.plan === null || this.plan.blockers.length > 0) return;
    const reason = this.reason.trim() === '';
    const confirmed = this.confirmed.trim().toLowerCase() !== CONFIRMS;
    this.wrong = { reason, confirmed };
    if (reason) this.reasonField?.focus();
    else if (confirmed) this.confirmField?.focus();
    else this.dispatchEvent(new EraseForGoodEvent(this.reason.trim()));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-erase-form': CdEraseForm;
  }
}
