import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Citation, Evidence } from '../../../server/contract/evidence.ts';
import { nameOf } from '../../contexts/people.ts';
import { wrongByField } from '../../controllers/proof/details-form.ts';
import type { Fields, FormName } from '../../controllers/proof/drafts.ts';
import { shorten } from '../../controllers/proof/readings.ts';
import { shared } from '../../styles/shared.ts';
import { withScheme } from '../../web-address.ts';
import { counted } from '../../words.ts';
import '../problem.ts';
import { evidenceFields, evidenceStyles, isWeb, EVIDENCE_LABELS as LABELS } from './evidence-parts.ts';
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
  static override styles = [...shared, formStyles, evidenceStyles];

  @property({ attribute: false }) view: InspectorView | null = null;
  /** The form that was sent and not answered yet, with the citations that were there before. */
  private sent: { form: FormName; known: ReadonlySet<string> } | null = null;

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
      ${view.claim.can.includes('edit') || view.claim.can.includes('verify') ? this.adding(view) : nothing}
    `;
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
          ${
            evidence.url !== null && isWeb(evidence.url)
              ? html`<a href=${evidence.url} target="_blank" rel="noopener noreferrer">${evidence.title}</a>`
              : evidence.title
          }${evidence.publisher === null ? nothing : html`, ${evidence.publisher}`}${citation.locator === null ? nothing : html`, ${citation.locator}`}
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
        ${this.evidenceButtons(view, citation)}
      </article>
    `;
  }

  /** The evidence itself is the story's: changing it changes it for every claim that cites it. */
  private evidenceButtons(view: InspectorView, { evidence }: Citation) {
    const can = (what: 'edit' | 'withdraw' | 'restore') => evidence.can.includes(what);
    const others = evidence.claimIds.filter((id) => id !== view.claim.id).length;
    const form: FormName = `evidence:${evidence.id}`;
    return html`
      <details>
        <summary>
          The evidence itself${others === 0 ? nothing : html`, also cited by ${counted(others, 'other claim')}`}
        </summary>
        <div class="actions">
          ${
            can('edit') && evidence.kind !== 'file'
              ? html`<button class="quiet" type="button" @click=${() => this.editEvidence(view, form, evidence)}>Change it</button>`
              : nothing
          }
          ${
            can('withdraw')
              ? html`<button class="quiet" type="button" @click=${() => act(this, view, { type: 'withdraw-evidence', id: evidence.id })}>Withdraw it</button>`
              : nothing
          }
          ${
            can('restore')
              ? html`<button class="quiet" type="button" @click=${() => act(this, view, { type: 'restore-evidence', id: evidence.id })}>Restore it</button>`
              : nothing
          }
        </div>
        ${view.draft(form) === null ? nothing : this.changingEvidence(view, form)}
      </details>
    `;
  }

  private editEvidence(view: InspectorView, form: FormName, evidence: Evidence): void {
    const { kind, title, url, publisher, note } = evidence;
    const fields = { kind, title, url: url ?? '', publisher: publisher ?? '', note: note ?? '' };
    if (view.draft(form) === null) act(this, view, { type: 'draft', form, fields });
  }

  private changingEvidence(view: InspectorView, name: FormName) {
    const state = view.form(name);
    return html`
      <form
        class="form"
        novalidate
        @change=${() => this.completeAddress(name)}
        @submit=${(event: Event) => this.onSubmit(event, name)}
      >
        ${state.problem === null ? nothing : html`<cd-problem .problem=${state.problem} .labels=${LABELS}></cd-problem>`}
        ${evidenceFields(this.access(view, name))}
        ${saveBar({
          label: 'Save',
          dirty: true,
          busy: state.busy,
          onDiscard: () => act(this, view, { type: 'discard', form: name }),
        })}
      </form>
    `;
  }

  private edit(view: InspectorView, citation: Citation): void {
    this.opened = citation.id;
    const { stance, locator, quote } = citation;
    const fields = { stance, locator: locator ?? '', quote: quote ?? '' };
    act(this, view, { type: 'draft', form: `citation:${citation.id}`, fields });
  }

  private access(view: InspectorView, form: FormName): FormAccess {
    const fields: Fields = view.draft(form)?.fields ?? {};
    const wrong = wrongByField(view.form(form).problem?.issues ?? []);
    const plain = Object.fromEntries(
      Object.entries(wrong).map(([path, words]) => [path.replace(/^evidence\./, ''), words]),
    );
    return {
      fields,
      wrong: plain,
      disabled: false,
      set: (name, value) => act(this, view, { type: 'draft', form, fields: { ...fields, [name]: value } }),
    };
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
        ${state.problem === null ? nothing : html`<cd-problem .problem=${state.problem} .labels=${LABELS}></cd-problem>`}
        ${this.citing(this.access(view, name))}
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
    const form = this.access(view, 'citation');
    const state = view.form('citation');
    const kept = view.evidence.filter(({ withdrawn }) => !withdrawn);
    const isNew = !form.fields.evidenceId;
    return html`
      <form
        class="form"
        novalidate
        @change=${() => this.completeAddress('citation')}
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
        ${isNew ? evidenceFields(form) : nothing}
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

  /** Show the address as it will be kept. */
  private completeAddress(form: FormName): void {
    const fields = this.view?.draft(form)?.fields;
    if (this.view === null || fields?.url === undefined) return;
    const url = withScheme(fields.url);
    if (url !== fields.url) act(this, this.view, { type: 'draft', form, fields: { ...fields, url } });
  }

  private onSubmit(event: Event, form: FormName): void {
    event.preventDefault();
    if (this.view === null) return;
    this.completeAddress(form);
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

declare global {
  interface HTMLElementTagNameMap {
    'cd-evidence-tab': CdEvidenceTab;
  }
}
