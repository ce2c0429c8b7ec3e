import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { directionOf } from '../../controllers/proof/direction.ts';
import { ComparedTexts, type Mode, type ShownRow, type Side } from '../../highlight/compared-texts.ts';
import { NearElements } from '../../highlight/near-elements.ts';
import { caretAt } from '../../highlight/pointer.ts';
import { type SideMark, SidesPainter } from '../../highlight/sides-painter.ts';
import { base } from '../../styles/shared.ts';
import { pieceStyles } from '../pieces.ts';
import { markStyles } from '../proof/story-styles.ts';
import { comparedStyles } from './compared-styles.ts';

/** A press on the words of one of two texts. `offset` is in UTF-16 code units into that side's text. */
export class PointInTextsEvent extends Event {
  static readonly type = 'point-in-texts';
  constructor(
    readonly row: number,
    readonly place: { readonly side: Side; readonly offset: number } | null,
  ) {
    super(PointInTextsEvent.type);
  }
}

/**
 * Two texts of a story, beside each other or in one column, with the claims of both painted in.
 *
 * Drawn anew only where texts or mode change: thousands of rows stay as they are while a person steps through them.
 *
 * @fires point-in-texts - A press on the words.
 */
@customElement('cd-compared-texts')
export class CdComparedTexts extends LitElement {
  static override styles = [base, comparedStyles, pieceStyles, markStyles];

  @property({ attribute: false }) rows: readonly ShownRow[] = [];
  @property({ reflect: true }) mode: Mode = 'side';
  /** BCP 47. */
  @property() language = 'en';
  /** What stands above the columns. */
  @property() olderName = '';
  @property() newerName = '';
  @property({ attribute: false }) marks: readonly SideMark[] = [];
  @property({ attribute: false }) chosen: readonly SideMark[] = [];
  /** The row that the person is at. */
  @property({ attribute: false }) current: number | null = null;

  @query('.rows') private container!: HTMLElement;

  private texts: ComparedTexts | null = null;
  private painter: SidesPainter | null = null;
  private near: NearElements | null = null;
  private marked: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.setText();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.clear();
  }

  protected override render() {
    return html`
      <div class="heads" aria-hidden="true">
        ${
          this.mode === 'side'
            ? html`<span>${this.olderName}</span><span>${this.newerName}</span>`
            : html`<span>${this.olderName} → ${this.newerName}</span>`
        }
      </div>
      <div class="rows story" @click=${this.onClick}></div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('rows') || changed.has('mode') || changed.has('language')) this.setText();
    else {
      if (changed.has('marks')) this.painter?.paint(this.marks);
      if (changed.has('chosen')) this.painter?.choose(this.chosen);
      if (changed.has('current')) this.showCurrent();
    }
  }

  /** Bring a row into view, to the middle, if it is not wholly in sight. `focused` gives it the focus as well. */
  goTo(row: number, { focused }: { focused: boolean }): void {
    const element = this.texts?.rows[row];
    if (element === undefined) return;
    // Twice: the first brings rows into being whose height was a guess.
    for (const _ of [1, 2]) {
      const { top, bottom } = element.getBoundingClientRect();
      if (top < HEAD || bottom > window.innerHeight)
        element.scrollIntoView({
          block: bottom - top < window.innerHeight / 2 ? 'center' : 'start',
          behavior: 'instant',
        });
    }
    if (focused) element.focus({ preventScroll: true });
  }

  /** Highlights belong to the document: texts that have left it must not paint over what took their place. */
  private clear(): void {
    this.painter?.clear();
    this.near?.clear();
    this.painter = null;
    this.near = null;
    this.texts = null;
  }

  private setText(): void {
    this.clear();
    if (!this.isConnected) return;
    const language = { lang: this.language, dir: directionOf(this.language) };
    this.texts = ComparedTexts.render(this.container, this.rows, this.mode, language);
    const painter = new SidesPainter(this.texts);
    this.painter = painter;
    const { rows } = this.texts;
    const near: NearElements = new NearElements(() =>
      painter.nearTo(new Set(rows.flatMap((row, number) => (near.has(row) ? [number] : [])))),
    );
    for (const row of rows) near.add(row);
    this.near = near;
    this.marked = null;
    this.painter.paint(this.marks);
    this.painter.choose(this.chosen);
    this.showCurrent();
  }

  private showCurrent(): void {
    const next = this.current === null ? null : (this.texts?.rows[this.current] ?? null);
    if (next === this.marked) return;
    this.marked?.removeAttribute('aria-current');
    next?.setAttribute('aria-current', 'true');
    this.marked = next;
  }

  private onClick(event: MouseEvent): void {
    const row = event
      .composedPath()
      .find((node) => node instanceof HTMLElement && node.dataset.row !== undefined);
    if (!(row instanceof HTMLElement)) return;
    const caret = caretAt(this.container, event.clientX, event.clientY);
    const place = caret === null ? null : (this.texts?.placeOf(caret.offsetNode, caret.offset) ?? null);
    this.dispatchEvent(new PointInTextsEvent(Number(row.dataset.row), place));
  }
}

/** Pixels that the bar above takes while the texts scroll under it. */
const HEAD = 120;

declare global {
  interface HTMLElementTagNameMap {
    'cd-compared-texts': CdComparedTexts;
  }
}
