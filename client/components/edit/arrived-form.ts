import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { shared } from '../../styles/shared.ts';
import { formOf, formText, formTextOrNull } from '../form.ts';
import '../problem.ts';
import type { ShownProblem } from '../problem.ts';
import '../story-paste.ts';
import { FileEvent } from '../file-event.ts';
import { TextEvent } from '../story-paste.ts';

/** A whole text is to take the place of the present one. */
export class ArrivedEvent extends Event {
  static readonly type = 'arrived';
  constructor(
    /** What arrived, as it is called: "AFP lead 2". Null where it was written here. */
    readonly named: string | null,
    readonly note: string | null,
  ) {
    super(ArrivedEvent.type);
  }
}

/**
 * A whole newer text, as it came: pasted or dropped, with its name.
 *
 * @fires text - The text was typed or pasted.
 * @fires file - A file was dropped or chosen.
 * @fires arrived - Store it.
 */
@customElement('cd-arrived-form')
export class CdArrivedForm extends LitElement {
  static override styles = [
    ...shared,
    css`
      form {
        display: grid;
        gap: var(--space-m);
      }
    `,
  ];

  @property() text = '';
  @property() named = '';
  /** The story is signed off: storing a text voids that, and only one from outside is taken. */
  @property({ type: Boolean }) voids = false;
  /** What would be stored of it, in words; empty until it was read. */
  @property() reading = '';
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;
  /** What is wrong with the file. */
  @property() wrong = '';

  @query('cd-story-paste') private area!: HTMLElement;

  override focus(): void {
    this.area.focus();
  }

  protected override render() {
    return html`
      <form @submit=${this.onSubmit} novalidate>
        ${
          this.voids
            ? html`<p class="notice">This story is signed off. Storing a text that arrived from outside <strong>voids the sign-off</strong>: what changes has to be checked, and the story signed off again.</p>`
            : nothing
        }
        <cd-story-paste text-only .text=${this.text} .wrong=${this.wrong} @text=${this.pass} @file=${this.pass}></cd-story-paste>
        <p class="small" role="status">${this.reading}</p>
        <div class="field">
          <label for="named">Arrived as${this.voids ? nothing : ' (empty if it was written here)'}</label>
          <input id="named" name="named" type="text" maxlength="300" placeholder="AFP lead 2" .value=${this.named} ?required=${this.voids} aria-required=${this.voids ? 'true' : 'false'} />
        </div>
        <div class="field">
          <label for="note">Note for the history (may be empty)</label>
          <input id="note" name="note" type="text" maxlength="2000" />
        </div>
        <cd-problem .problem=${this.problem} .labels=${{ arrived: 'Arrived as' }}><slot></slot></cd-problem>
        <div class="actions">
          <button class="primary" aria-disabled=${this.busy ? 'true' : 'false'}>
            ${this.busy ? 'Storing…' : this.voids ? 'Store it and void the sign-off' : 'Store as newer text'}
          </button>
        </div>
      </form>
    `;
  }

  private pass(event: Event): void {
    if (event instanceof TextEvent) this.dispatchEvent(new TextEvent(event.text));
    else if (event instanceof FileEvent) this.dispatchEvent(new FileEvent(event.file));
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    if (this.busy) return;
    const form = formOf(event);
    this.dispatchEvent(new ArrivedEvent(formTextOrNull(form, 'named'), formTextOrNull(form, 'note')));
    this.named = formText(form, 'named');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-arrived-form': CdArrivedForm;
  }
}
