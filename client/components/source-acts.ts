import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { User } from '../../server/contract/people.ts';
import type { Source, SourceRecord } from '../../server/contract/sources.ts';
import { shared } from '../styles/shared.ts';
import './confidential-form.ts';
import type { KeepEvent } from './confidential-form.ts';
import './dialog.ts';
import { type SourcePickedEvent, SourceSoughtEvent } from './inspector/source-picker.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';
import './source-merge.ts';

export type SourceAct =
  | { readonly type: 'edit' }
  | { readonly type: 'merge'; readonly into: Source }
  | { readonly type: 'keep'; readonly description: string; readonly readerIds: readonly string[] }
  | { readonly type: 'open' };

/** Sent with what should be done with the entry. */
export class SourceActEvent extends Event {
  static readonly type = 'act';
  readonly act: SourceAct;
  constructor(act: SourceAct) {
    super(SourceActEvent.type);
    this.act = act;
  }
}

type Asked = 'merge' | 'keep' | 'open';

/**
 * What can be done with an entry of the register: a button for each, and the dialog that tells what it does.
 *
 * @fires act - The person decided; the page does it, then calls `close`, or sets `problem`.
 * @fires asked - A dialog opened: what was refused before is old.
 * @fires source-sought - Words were typed that the register should be asked for.
 */
@customElement('cd-source-acts')
export class CdSourceActs extends LitElement {
  static override styles = [
    ...shared,
    css`
      .open {
        display: grid;
        gap: var(--space-l);
      }
    `,
  ];

  @property({ attribute: false }) source: Source | null = null;
  @property({ attribute: false }) record: SourceRecord | null = null;
  @property({ attribute: false }) people: ReadonlyMap<string, User> = new Map();
  @property() meId = '';
  /** What the register has for the words sought. */
  @property({ attribute: false }) found: readonly Source[] = [];
  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ type: Boolean }) busy = false;

  @state() private asked: Asked | null = null;
  @state() private into: Source | null = null;

  close(): void {
    this.asked = null;
  }

  protected override render() {
    const { source } = this;
    if (source === null) return nothing;
    const can = new Set(source.can);
    const keep = source.confidential ? 'Who may know it…' : 'Keep who this is confidential…';
    return html`
      <div class="actions">
        ${can.has('edit') ? html`<button type="button" @click=${() => this.#send({ type: 'edit' })}>Change</button>` : nothing}
        ${can.has('merge') ? this.#button('merge', 'Merge…') : nothing}
        ${can.has('make_confidential') ? this.#button('keep', keep) : nothing}
        ${can.has('make_open') ? this.#button('open', 'Let everyone know again…') : nothing}
      </div>
      ${this.#merge(source)} ${this.#keep(source, keep)} ${this.#open(source)}
    `;
  }

  #button(asked: Asked, label: string): TemplateResult {
    return html`<button type="button" @click=${() => this.#ask(asked)}>${label}</button>`;
  }

  #merge(source: Source): TemplateResult {
    return this.#dialog(
      'merge',
      `Merge “${source.name}”`,
      () => html`<cd-source-merge
        .source=${source}
        .record=${this.record}
        .found=${this.found}
        .into=${this.into}
        .problem=${this.problem}
        .busy=${this.busy}
        @source-sought=${({ words }: SourceSoughtEvent) => this.dispatchEvent(new SourceSoughtEvent(words))}
        @source-picked=${({ sourceId }: SourcePickedEvent) => {
          this.into = this.found.find(({ id }) => id === sourceId) ?? null;
        }}
        @merge=${() => {
          if (this.into !== null) this.#send({ type: 'merge', into: this.into });
        }}
        @cancel=${this.#close}
      ></cd-source-merge>`,
    );
  }

  #keep(source: Source, label: string): TemplateResult {
    return this.#dialog(
      'keep',
      label.replace('…', ''),
      () => html`<cd-confidential-form
        .source=${source}
        .people=${this.people}
        .meId=${this.meId}
        .problem=${this.problem}
        .busy=${this.busy}
        @keep=${({ description, readerIds }: KeepEvent) => this.#send({ type: 'keep', description, readerIds })}
        @cancel=${this.#close}
      ></cd-confidential-form>`,
    );
  }

  #open(source: Source): TemplateResult {
    return this.#dialog(
      'open',
      'Let everyone know again',
      () => html`<div class="open">
        <cd-problem .problem=${this.problem}></cd-problem>
        <p>
          The name, other names, bodies and the note of “${source.name}” will be seen by everyone who is signed in, and so
          will its history.
        </p>
        <div class="actions">
          <button class="danger" type="button" ?disabled=${this.busy} @click=${() => this.#send({ type: 'open' })}>
            ${this.busy ? 'Saving…' : 'Let everyone know'}
          </button>
          <button type="button" @click=${this.#close}>Cancel</button>
        </div>
      </div>`,
    );
  }

  #dialog(asked: Asked, heading: string, content: () => TemplateResult): TemplateResult {
    const isOpen = this.asked === asked;
    return html`
      <cd-dialog heading=${heading} .open=${isOpen} @close=${this.#close}>
        ${isOpen ? content() : nothing}
      </cd-dialog>
    `;
  }

  #ask(asked: Asked): void {
    this.asked = asked;
    this.into = null;
    this.dispatchEvent(new Event('asked'));
  }

  #send(act: SourceAct): void {
    this.dispatchEvent(new SourceActEvent(act));
  }

  readonly #close = (): void => {
    this.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-source-acts': CdSourceActs;
  }
}
