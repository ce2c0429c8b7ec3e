import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Citation, Evidence } from '../../../server/contract/evidence.ts';
import { nameOf } from '../../contexts/people.ts';
import { DropController } from '../../controllers/drop.ts';
import type { FormName } from '../../controllers/proof/drafts.ts';
import { shorten } from '../../controllers/proof/readings.ts';
import { shared } from '../../styles/shared.ts';
import { fileAddress, foreignAddress } from '../../web-address.ts';
import type { FileEvent } from '../file-event.ts';
import '../problem.ts';
import { clashPanel, conflictStyles, problemOr } from './conflict.ts';
import './evidence-file.ts';
import type { SubmitFormEvent } from './evidence-itself.ts';
import './evidence-itself.ts';
import {
  accessOf,
  completeAddress,
  evidenceStyles,
  EVIDENCE_LABELS as LABELS,
  newEvidenceFields,
} from './evidence-parts.ts';
import { choiceField, type FormAccess, formStyles, lineField, proseField, saveBar } from './form-parts.ts';
import { notFetched } from './not-fetched.ts';
import { act, type InspectorView } from './view.ts';
import { EVIDENCE_KINDS, STANCES, wordFor } from './words.ts';

/**
 * The evidence that a claim cites, and the form that cites more: what the story has already, or something new.
 *
 * @fires act - What was typed, Save, withdraw, restore.
 */
@customElement('cd-evidence-tab')
export class CdEvidenceTab extends LitElement {
  static override styles = [...shared, formStyles, conflictStyles, evidenceStyles];

  @property({ attribute: false }) view: InspectorView | null = null;
  /** The form that was sent and not answered yet, with the citations that were there before. */
  private sent: { form: FormName; known: ReadonlySet<string> } | null = null;

  private readonly drop = new DropController(
    this,
    (file) => {
      if (this.view !== null) act(this, this.view, { type: 'attach', file });
    },
    () => this.mayCite,
  );

  /** The citation whose form was just asked for. */
  private opened: string | null = null;

  protected override updated(): void {
    this.showSent();
    const form = this.renderRoot.querySelector(`form[data-of="${this.opened}"]`);
    if (form === null) return;
    this.opened = null;
    form.querySelector('select')?.focus();
  }

  protected override render() {
    const { view } = this;
    if (view === null) return nothing;
    const { citations, problem } = view.aside;
    const none = 'Nothing is cited yet. What backs this claim, or speaks against it?';
    return html`
      ${problem === null ? nothing : notFetched(this, view, problem)}
      ${
        citations !== null && citations.length > 0
          ? html`<ul role="list">
              ${repeat(
                citations,
                ({ id }) => id,
                (citation) => html`<li>${this.citation(view, citation)}</li>`,
              )}
            </ul>`
          : problem !== null
            ? nothing
            : html`<p class="soft small">${citations === null ? 'Fetching the evidence…' : none}</p>`
      }
      ${this.mayCite ? this.adding(view) : nothing}
    `;
  }

  private get mayCite(): boolean {
    const can = this.view?.claim.can ?? [];
    return can.includes('edit') || can.includes('verify');
  }

  private citation(view: InspectorView, citation: Citation) {
    // As long as its draft is there: a form stays open until the server took it.
    if (view.draft(`citation:${citation.id}`) !== null) return this.changing(view, citation);
    const { evidence } = citation;
    const can = (what: 'edit' | 'withdraw' | 'restore') => citation.can.includes(what);
    return html`
      <article class="citation ${citation.withdrawn ? 'withdrawn' : ''}" data-id=${citation.id} tabindex="-1">
        <p>
          <span class="stance">${wordFor(STANCES, citation.stance)}</span>
          <span class="soft"> · ${wordFor(EVIDENCE_KINDS, evidence.kind)}${evidence.withdrawn ? ' · evidence withdrawn' : ''}</span>
        </p>
        <p>
          ${titleOf(evidence)}${evidence.publisher === null ? nothing : html`, ${evidence.publisher}`}${citation.locator === null ? nothing : html`, ${citation.locator}`}
        </p>
        ${citation.quote === null ? nothing : html`<q class="story-words" dir="auto">${citation.quote}</q>`}
        ${evidence.note === null ? nothing : html`<p class="soft">${evidence.note}</p>`}
        <div class="actions">
          <span class="soft">${nameOf(view.people, citation.createdBy)}</span>
          ${
            can('edit')
              ? html`<button class="quiet" type="button" @click=${() => this.edit(view, citation)}>Change</button>`
              : nothing
          }
          ${
            can('withdraw')
              ? html`<button class="quiet" type="button" @click=${() => act(this, view, { type: 'withdraw-citation', id: citation.id })}>Withdraw</button>`
              : nothing
          }
          ${
            can('restore')
              ? html`<button class="quiet" type="button" @click=${() => act(this, view, { type: 'restore-citation', id: citation.id })}>Restore</button>`
              : nothing
          }
        </div>
        <cd-evidence-itself
          .view=${view}
          .evidence=${evidence}
          @submit-form=${(event: SubmitFormEvent) => this.send(event.form)}
        ></cd-evidence-itself>
      </article>
    `;
  }

  private edit(view: InspectorView, citation: Citation): void {
    this.opened = citation.id;
    const { stance, locator, quote } = citation;
    const fields = { stance, locator: locator ?? '', quote: quote ?? '' };
    act(this, view, { type: 'draft', form: `citation:${citation.id}`, fields });
  }

  private citing(form: FormAccess) {
    return html`
      ${choiceField(form, 'stance', 'Stance', STANCES)}
      ${lineField(form, 'locator', 'Where in it', { placeholder: 'Page, minute, line' })}
      ${proseField(form, 'quote', 'Words relied on', { rows: 2 })}
    `;
  }

  private changing(view: InspectorView, citation: Citation) {
    const name: FormName = `citation:${citation.id}`;
    const state = view.form(name);
    return html`
      <form class="form" data-of=${citation.id} novalidate @submit=${(event: Event) => this.onSubmit(event, name)}>
        <h3>${citation.evidence.title}</h3>
        ${problemOr(clashPanel(this, view, name, LABELS), state, LABELS)}
        ${this.citing(accessOf(this, view, name))}
        ${saveBar({
          label: 'Save',
          dirty: view.draft(name) !== null,
          busy: state.busy,
          onDiscard: () => act(this, view, { type: 'discard', form: name }),
        })}
      </form>
    `;
  }

  private adding(view: InspectorView) {
    const form = accessOf(this, view, 'citation');
    const state = view.form('citation');
    const kept = view.evidence.filter(({ withdrawn }) => !withdrawn);
    const isNew = !form.fields.evidenceId;
    return html`
      <form
        class="form"
        ?data-over=${this.drop.over}
        novalidate
        @change=${() => completeAddress(this, view, 'citation')}
        @submit=${(event: Event) => this.onSubmit(event, 'citation')}
      >
        <h3>Cite evidence</h3>
        ${state.problem === null ? nothing : html`<cd-problem .problem=${state.problem} .labels=${LABELS}></cd-problem>`}
        ${choiceField(
          form,
          'evidenceId',
          'Evidence',
          kept.map(({ id, title, kind }): [string, string] => [
            id,
            `${shorten(title, 60)} (${wordFor(EVIDENCE_KINDS, kind).toLowerCase()})`,
          ]),
          { none: 'Something new' },
        )}
        ${isNew ? newEvidenceFields(form, this.fileField(view, form)) : nothing}
        ${this.citing(form)}
        ${saveBar({
          label: 'Cite',
          dirty: view.draft('citation') !== null,
          busy: state.busy,
          onDiscard: () => act(this, view, { type: 'discard', form: 'citation' }),
        })}
      </form>
    `;
  }

  private fileField(view: InspectorView, { fields, wrong }: FormAccess) {
    return html`<cd-evidence-file
      .upload=${view.form('citation').upload}
      attached=${fields.fileId ? (fields.fileName ?? '') : ''}
      size=${Number(fields.fileSize ?? 0)}
      wrong=${wrong.fileId ?? ''}
      ?over=${this.drop.over}
      @file=${({ file }: FileEvent) => act(this, view, { type: 'attach', file })}
    ></cd-evidence-file>`;
  }

  private onSubmit(event: Event, form: FormName): void {
    event.preventDefault();
    this.send(form);
  }

  private send(form: FormName): void {
    if (this.view === null) return;
    completeAddress(this, this.view, form);
    this.sent = { form, known: new Set(this.view.aside.citations?.map(({ id }) => id)) };
    act(this, this.view, { type: 'save', form });
  }

  /** What was cited or changed comes into sight with the focus on it, unless the person went on elsewhere. */
  private showSent(): void {
    const { sent, view } = this;
    if (sent === null || view === null || view.form(sent.form).busy) return;
    this.sent = null;
    if (view.form(sent.form).problem !== null || view.draft(sent.form) !== null) return;
    const [, id] = sent.form.split(':');
    const citation = view.aside.citations?.find((each) =>
      id === undefined ? !sent.known.has(each.id) : each.id === id || each.evidence.id === id,
    );
    const shown = this.renderRoot.querySelector<HTMLElement>(`[data-id="${citation?.id}"]`);
    if (shown === null || !(this.matches(':focus-within') || document.activeElement === document.body))
      return;
    shown.focus({ preventScroll: true });
    shown.scrollIntoView({ block: 'nearest' });
  }
}

/** A link leads to its page, a file to its bytes, which the browser saves and does not show. */
function titleOf({ url, title, file }: Evidence) {
  if (file?.here === false)
    return html`${title} <span class="soft">(the file did not come with the story)</span>`;
  if (file !== null) return html`<a href=${fileAddress(file.id)} download=${file.name}>${title}</a>`;
  const address = foreignAddress(url);
  return address === null
    ? title
    : html`<a href=${address} target="_blank" rel="noopener noreferrer">${title}</a>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-evidence-tab': CdEvidenceTab;
  }
}
