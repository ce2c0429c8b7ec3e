import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ArticlePreview } from '../../server/contract/articles.ts';
import { shared } from '../styles/shared.ts';
import { fromPublishedInput, toPublishedInput } from '../times.ts';
import { describedBy, field, invalid } from './field.ts';
import { controlValue } from './form.ts';
import type { ShownProblem } from './problem.ts';

/** What the head of a story says about it, and in what language. */
export type ReadField = 'title' | 'byline' | 'agency' | 'dateline' | 'publishedAt' | 'language';

/** Sent when the editor types over what was read. */
export class OverrideEvent extends Event {
  static readonly type = 'override';
  readonly field: ReadField;
  readonly value: string;
  constructor(field: ReadField, value: string) {
    super(OverrideEvent.type, { bubbles: true, composed: true });
    this.field = field;
    this.value = value;
  }
}

export const READ_LABELS: Readonly<Record<ReadField, string>> = {
  title: 'Headline',
  byline: 'Byline',
  agency: 'Agency',
  dateline: 'Dateline',
  publishedAt: 'Published',
  language: 'Language',
};

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** "Arabic, right to left"; '' for what is no language tag. */
export function languageWords(tag: string): string {
  try {
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
    return RIGHT_TO_LEFT.has(new Intl.Locale(tag).language) ? `${name}, right to left` : name;
  } catch {
    return '';
  }
}

/**
 * What was understood of the story as a whole, each value to be corrected.
 *
 * @fires override - A value was typed over.
 */
@customElement('cd-story-reading')
export class CdStoryReading extends LitElement {
  static override styles = [
    ...shared,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
        gap: var(--space-m) var(--space-l);
      }
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property({ attribute: false }) preview: ArticlePreview | null = null;
  /** What was typed over the reading. */
  @property({ attribute: false }) overrides: Readonly<Partial<Record<ReadField, string>>> = {};
  @property({ attribute: false }) problem: ShownProblem | null = null;

  protected override render() {
    return html`
      <div class="grid">
        <div class="wide">${this.#text('title', 500)}</div>
        ${this.#text('byline', 500)} ${this.#text('agency', 200)} ${this.#text('dateline', 300)}
        ${this.#published()} ${this.#text('language', 35, languageWords(this.#value('language')))}
      </div>
    `;
  }

  #value(name: ReadField): string {
    return this.overrides[name] ?? this.preview?.[name] ?? '';
  }

  #wrong(name: ReadField): string | undefined {
    return this.problem?.issues.find(({ path }) => path === name)?.message;
  }

  #text(name: ReadField, max: number, hint?: string) {
    const wrong = this.#wrong(name);
    return field(
      { id: name, label: READ_LABELS[name], hint, wrong },
      html`<input id=${name} maxlength=${max} dir="auto" autocomplete="off" .value=${this.#value(name)}
        placeholder=${this.preview === null ? '' : 'Not found'}
        aria-invalid=${invalid(wrong)} aria-describedby=${describedBy(name, Boolean(hint), wrong)}
        @input=${(event: Event) => this.#onTyping(name, controlValue(event))}
        @change=${(event: Event) => this.#send(name, controlValue(event).trim())} />`,
    );
  }

  /** Each keystroke counts, so that a reload loses none; half a language tag would be read as another language. */
  #onTyping(name: ReadField, value: string): void {
    if (name !== 'language') this.#send(name, value);
  }

  #published() {
    const wrong = this.#wrong('publishedAt');
    return field(
      {
        id: 'publishedAt',
        label: READ_LABELS.publishedAt,
        hint: 'Midnight stands for the day alone.',
        wrong,
      },
      html`<input id="publishedAt" type="datetime-local" .value=${toPublishedInput(this.#value('publishedAt') || null)}
        aria-invalid=${invalid(wrong)} aria-describedby=${describedBy('publishedAt', true, wrong)}
        @change=${(event: Event) => this.#send('publishedAt', fromPublishedInput(controlValue(event)) ?? '')} />`,
    );
  }

  #send(name: ReadField, value: string): void {
    this.dispatchEvent(new OverrideEvent(name, value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-story-reading': CdStoryReading;
  }
}
