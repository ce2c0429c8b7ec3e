import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Evidence, Snapshot } from '../../../server/contract/evidence.ts';
import { nameOf } from '../../contexts/people.ts';
import type { FormName } from '../../controllers/proof/drafts.ts';
import { shared } from '../../styles/shared.ts';
import { fullTime } from '../../times.ts';
import { counted, sizeWords } from '../../words.ts';
import { clashPanel, conflictStyles, problemOr } from './conflict.ts';
import {
  accessOf,
  completeAddress,
  evidenceStyles,
  keptEvidenceFields,
  EVIDENCE_LABELS as LABELS,
} from './evidence-parts.ts';
import { formStyles, proseField, saveBar } from './form-parts.ts';
import { act, type InspectorView } from './view.ts';

/** Where a page's text came from: it may be where its address led. */
const cameHow = ({ how, fetchedFrom }: Snapshot): string =>
  fetchedFrom === null ? how : `${how} from ${fetchedFrom}`;

/** A form of the evidence tab was sent. */
export class SubmitFormEvent extends Event {
  static readonly type = 'submit-form';

  constructor(readonly form: FormName) {
    super(SubmitFormEvent.type);
  }
}

/**
 * The evidence behind a citation. It is the story's: changing it changes it for every claim that cites it.
 *
 * @fires act - What was typed, withdraw, restore, read, fetch.
 * @fires submit-form - Save.
 */
@customElement('cd-evidence-itself')
export class CdEvidenceItself extends LitElement {
  static override styles = [
    ...shared,
    formStyles,
    conflictStyles,
    evidenceStyles,
    css`
      :host {
        display: block;
      }
      .kept {
        display: grid;
        gap: var(--space-xs);
        padding-block: var(--space-xs);
      }
      code {
        font-family: var(--mono);
        font-size: var(--text-xs);
      }
      .text {
        max-block-size: 18rem;
        overflow: auto;
        padding: var(--space-s);
        border: 1px solid var(--rule);
        background: var(--paper);
        font-family: var(--serif);
        white-space: pre-wrap;
      }
    `,
  ];

  @property({ attribute: false }) view: InspectorView | null = null;
  @property({ attribute: false }) evidence: Evidence | null = null;

  /** The form that was just asked for. */
  private opened: FormName | null = null;

  protected override render() {
    const { view, evidence } = this;
    if (view === null || evidence === null) return nothing;
    const others = evidence.claimIds.filter((id) => id !== view.claim.id).length;
    const form: FormName = `evidence:${evidence.id}`;
    return html`
      <details>
        <summary>
          The evidence itself${others === 0 ? nothing : html`, also cited by ${counted(others, 'other claim')}`}
        </summary>
        ${this.file(evidence)} ${evidence.kind === 'link' ? this.pageText(view, evidence) : nothing}
        ${this.buttons(view, evidence, form)}
        ${view.draft(form) === null ? nothing : this.changing(view, form, evidence.kind === 'file')}
      </details>
    `;
  }

  private file({ file, createdAt }: Evidence) {
    if (file === null) return nothing;
    return html`<p class="soft">
      ${file.name}, ${sizeWords(file.size)}, ${file.mediaType}, attached ${fullTime(createdAt)}. SHA-256
      <code>${file.sha256}</code>
    </p>`;
  }

  /** What the page said when somebody looked: it may say something else by now. */
  private pageText(view: InspectorView, evidence: Evidence) {
    const { id, snapshot } = evidence;
    const form: FormName = `text:${id}`;
    const mayKeep = evidence.can.includes('edit');
    const mayFetch = mayKeep && view.me?.can.includes('fetch_story') === true;
    return html`
      <div class="kept">
        ${
          snapshot === null
            ? html`<p class="soft">The page’s text is not kept. It may say something else tomorrow.</p>`
            : html`<p>
                Text of the page kept <time datetime=${snapshot.takenAt}>${fullTime(snapshot.takenAt)}</time> by
                ${nameOf(view.people, snapshot.by)}, ${cameHow(snapshot)}, ${counted(snapshot.length, 'character')}. SHA-256
                <code>${snapshot.sha256}</code>
              </p>`
        }
        ${this.text(view, evidence)}
        <div class="actions">
          ${
            snapshot === null || view.texts.get(id)?.sha256 === snapshot.sha256
              ? nothing
              : html`<button class="quiet" type="button" @click=${() => act(this, view, { type: 'read-text', id })}>Read it</button>`
          }
          ${mayFetch ? this.fetching(view, evidence) : nothing}
          ${
            mayKeep && view.draft(form) === null
              ? html`<button class="quiet" type="button" @click=${() => this.begin(view, form, { text: '' })}>
                  ${snapshot === null ? 'Paste the page’s text' : 'Paste a newer text'}
                </button>`
              : nothing
          }
        </div>
        ${mayFetch ? this.fetchState(view, id) : nothing}
        ${mayKeep && view.draft(form) !== null ? this.keeping(view, form) : nothing}
      </div>
    `;
  }

  /** One button for the page: it is fetched, or no longer waited for. The focus stays on it. */
  private fetching(view: InspectorView, { id, snapshot }: Evidence) {
    const { busy } = view.form(`fetch:${id}`);
    const label = snapshot === null ? 'Keep a copy of the page' : 'Keep a newer copy';
    const press = () => act(this, view, { type: busy ? 'stop-fetching' : 'fetch-text', id });
    return html`<button class="quiet" type="button" @click=${press}>${busy ? 'Stop' : label}</button>`;
  }

  private fetchState(view: InspectorView, id: string) {
    const { busy, problem } = view.form(`fetch:${id}`);
    return html`
      <p class="soft" role="status">${busy ? 'Fetching the page…' : nothing}</p>
      <cd-problem .problem=${problem} .labels=${{ url: 'The address:' }}></cd-problem>
    `;
  }

  private text(view: InspectorView, { id, title }: Evidence) {
    const kept = view.texts.get(id);
    if (kept === undefined) return nothing;
    if (kept.problem !== null)
      return html`<cd-problem .problem=${kept.problem}>
        <button type="button" @click=${() => act(this, view, { type: 'read-text', id })}>Try again</button>
      </cd-problem>`;
    if (kept.text === null) return html`<p class="soft" role="status">Fetching the text…</p>`;
    return html`<div class="text" dir="auto" tabindex="0" role="region" aria-label="Kept text of ${title}">${kept.text}</div>`;
  }

  private keeping(view: InspectorView, form: FormName) {
    const hint =
      'Copy the page’s text and paste it here. It is kept with the time and its hash, and never altered.';
    return this.form(
      view,
      form,
      'Keep',
      proseField(accessOf(this, view, form), 'text', 'Text of the page', { rows: 6, hint }),
    );
  }

  private buttons(view: InspectorView, { id, can, ...evidence }: Evidence, form: FormName) {
    const fields = {
      kind: evidence.kind,
      title: evidence.title,
      url: evidence.url ?? '',
      publisher: evidence.publisher ?? '',
      note: evidence.note ?? '',
    };
    return html`
      <div class="actions">
        ${
          can.includes('edit')
            ? html`<button class="quiet" type="button" @click=${() => this.begin(view, form, fields)}>Change it</button>`
            : nothing
        }
        ${
          can.includes('withdraw')
            ? html`<button class="quiet" type="button" @click=${() => act(this, view, { type: 'withdraw-evidence', id })}>Withdraw it</button>`
            : nothing
        }
        ${
          can.includes('restore')
            ? html`<button class="quiet" type="button" @click=${() => act(this, view, { type: 'restore-evidence', id })}>Restore it</button>`
            : nothing
        }
      </div>
    `;
  }

  private begin(view: InspectorView, form: FormName, fields: Record<string, string>): void {
    this.opened = form;
    if (view.draft(form) === null) act(this, view, { type: 'draft', form, fields });
  }

  protected override updated(): void {
    const form = this.renderRoot.querySelector(`form[data-form="${this.opened}"]`);
    if (form === null) return;
    this.opened = null;
    form.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  private changing(view: InspectorView, form: FormName, isFile: boolean) {
    return this.form(view, form, 'Save', keptEvidenceFields(accessOf(this, view, form), isFile));
  }

  private form(view: InspectorView, name: FormName, label: string, fields: unknown) {
    const state = view.form(name);
    return html`
      <form
        class="form"
        data-form=${name}
        novalidate
        @change=${() => completeAddress(this, view, name)}
        @submit=${(event: Event) => this.onSubmit(event, name)}
      >
        ${problemOr(clashPanel(this, view, name, LABELS), state, LABELS)} ${fields}
        ${saveBar({ label, dirty: true, busy: state.busy, onDiscard: () => act(this, view, { type: 'discard', form: name }) })}
      </form>
    `;
  }

  private onSubmit(event: Event, form: FormName): void {
    event.preventDefault();
    this.dispatchEvent(new SubmitFormEvent(form));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-evidence-itself': CdEvidenceItself;
  }
}
