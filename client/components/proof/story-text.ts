import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Revision } from '../../../server/contract/articles.ts';
import type { Range } from '../../../server/contract/common.ts';
import { directionOf } from '../../controllers/proof/direction.ts';
import { NearBlocks } from '../../highlight/near-blocks.ts';
import { type Mark, Painter } from '../../highlight/painter.ts';
import { dropNativeSelection, nativeSelection, offsetAtPoint } from '../../highlight/pointer.ts';
import { settle } from '../../highlight/settle.ts';
import { TextMap } from '../../highlight/text-map.ts';
import { base } from '../../styles/shared.ts';
import { PointEvent, SelectWordsEvent, StoryLayoutEvent } from './events.ts';
import { markStyles, storyStyles } from './story-styles.ts';

/** Milliseconds without a change after which a finger's selection counts as made. */
const TOUCH_PAUSE = 300;
/** Pixels kept free above and below the place that is scrolled to. */
const AIR = 96;

/**
 * The words of a story with their marks painted in.
 *
 * In a shadow root of its own, so that the `::highlight()` rules stand beside the words they paint. The
 * words are plain headings and paragraphs, which screen readers read as they read any page. The keys go to
 * a separate, empty element with role `application` that lies over the sentence the reader is at: only
 * there are arrow keys taken, its focus ring is the reading cursor, and magnifiers follow it. What it is
 * at is spoken by the page.
 *
 * @fires point - A press on the words.
 * @fires select-words - Words were selected.
 * @fires story-layout - Sentences moved, or others came near.
 */
@customElement('cd-story-text')
export class CdStoryText extends LitElement {
  static override styles = [base, storyStyles, markStyles];

  @property({ attribute: false }) revision: Revision | null = null;
  /** BCP 47. */
  @property() language = 'en';
  @property({ attribute: false }) marks: readonly Mark[] = [];
  @property({ attribute: false }) chosen: Pick<Mark, 'kind' | 'start' | 'end'> | null = null;
  /** The sentence the reader is at, and the words selected. */
  @property({ attribute: false }) place: Range | null = null;
  @property({ attribute: false }) selection: Range | null = null;
  /** What the keys do, in a sentence. */
  @property() help = '';

  @query('.story') private story!: HTMLElement;
  @query('.place') private target!: HTMLElement;

  private map: TextMap | null = null;
  private painter: Painter | null = null;
  private near: NearBlocks | null = null;
  private stopSettling = () => {};
  private pressed = false;
  private touchTimer = 0;
  /** A click ends a drag too: then the selection has been told already, and the click is no press. */
  private told = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerup', this.onPointerUp);
    document.addEventListener('selectionchange', this.onSelectionChange);
    document.addEventListener('copy', this.onCopy);
    if (this.hasUpdated) this.setText();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerup', this.onPointerUp);
    document.removeEventListener('selectionchange', this.onSelectionChange);
    document.removeEventListener('copy', this.onCopy);
    clearTimeout(this.touchTimer);
    this.clear();
  }

  protected override render() {
    const direction = directionOf(this.language);
    return html`
      <div
        class="story"
        lang=${this.language}
        dir=${direction}
        @pointerdown=${this.onPointerDown}
        @click=${this.onClick}
      ></div>
      <div
        class="place"
        tabindex="0"
        role="application"
        aria-label="Marking, sentence by sentence"
        aria-describedby="help"
      ></div>
      <p id="help" hidden>${this.help}</p>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('revision')) this.setText();
    else this.paint(changed);
  }

  /** Where sentences begin, in pixels from the top of this element. Far ones are left out. */
  topsOf(sentences: Iterable<number>): ReadonlyMap<number, number> {
    const tops = new Map<number, number>();
    let origin: number | null = null;
    for (const sentence of sentences) {
      const bounds = this.revision?.sentences[sentence];
      if (bounds === undefined || this.near?.has(bounds.block) !== true) continue;
      origin ??= this.getBoundingClientRect().top;
      const box = this.map?.measurable(bounds.start, bounds.start + 1)?.getClientRects()[0];
      if (box !== undefined) tops.set(sentence, box.top - origin);
    }
    return tops;
  }

  /** The box of a stretch, in viewport pixels; null where it is not drawn. */
  boxOf(range: Range): DOMRect | null {
    return this.map?.measurable(range.start, range.end)?.getBoundingClientRect() ?? null;
  }

  /** Bring a stretch into view, if it is not: to the middle, and never by sliding. */
  reveal(range: Range, obscuredBelow = 0): void {
    const sentence = this.map?.rangeFor(range.start, range.end)?.startContainer.parentElement;
    const bottom = window.innerHeight - obscuredBelow;
    const seen = () => {
      const box = this.boxOf(range);
      return (
        box !== null && box.height > 0 && box.top >= AIR && Math.min(box.bottom, box.top + AIR) <= bottom
      );
    };
    if (seen()) return;
    // Twice: the first brings blocks into being whose height was a guess.
    for (const _ of [1, 2]) {
      sentence?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = this.boxOf(range);
      if (box === null) return;
      const middle = (AIR + bottom) / 2;
      window.scrollBy({ top: box.top - middle, behavior: 'instant' });
    }
  }

  /** Give the keys to the story. */
  focusPlace(): void {
    this.target.focus({ preventScroll: true });
  }

  get hasKeys(): boolean {
    return this.renderRoot instanceof ShadowRoot && this.renderRoot.activeElement === this.target;
  }

  /** Highlights belong to the document: a story that has left it must not paint over the one that took its place. */
  private clear(): void {
    this.painter?.clear();
    this.near?.disconnect();
    this.stopSettling();
    this.painter = null;
    this.near = null;
  }

  private setText(): void {
    this.clear();
    if (this.revision === null || !this.isConnected) return;
    this.map = TextMap.render(this.story, this.revision);
    this.painter = new Painter(this.map);
    this.near = new NearBlocks(this.map, this.story, {
      came: () => this.onNear(),
      moved: () => this.onLayout(),
    });
    this.stopSettling = settle(this.map.parts);
    this.onNear();
    this.paint(null);
  }

  private paint(changed: PropertyValues<this> | null): void {
    const painter = this.painter;
    if (painter === null) return;
    if (changed === null || changed.has('marks')) painter.paint(this.marks);
    if (changed === null || changed.has('chosen')) painter.choose(this.chosen);
    if (changed === null || changed.has('selection')) painter.select(this.selection);
    if (changed === null || changed.has('place')) {
      painter.place(this.place);
      this.layTarget();
    }
  }

  /** Lay the element that takes the keys over the sentence the reader is at. */
  private layTarget(): void {
    // Nothing is measured in vain: it would lay out the page once more.
    const box = this.place === null ? null : this.boxOf(this.place);
    if (box === null || box.height === 0) return;
    const origin = this.getBoundingClientRect();
    this.target.style.insetBlockStart = `${box.top - origin.top}px`;
    this.target.style.blockSize = `${box.height}px`;
  }

  private onNear(): void {
    this.painter?.near(this.near?.stretches ?? []);
  }

  private onLayout(): void {
    this.layTarget();
    this.dispatchEvent(new StoryLayoutEvent());
  }

  private onPointerDown(event: PointerEvent): void {
    this.told = false;
    this.pressed = event.pointerType === 'mouse' && event.button === 0;
  }

  private readonly onPointerUp = (event: PointerEvent): void => {
    if (!this.pressed) return;
    this.pressed = false;
    this.tellSelection(event.altKey, false);
  };

  private onClick(event: MouseEvent): void {
    if (this.map === null || this.told) return;
    this.dispatchEvent(new PointEvent(offsetAtPoint(this.map, this.story, event.clientX, event.clientY)));
  }

  private tellSelection(inverted: boolean, touch: boolean): void {
    const range = this.map === null ? null : nativeSelection(this.map, this.story);
    if (range === null) return;
    this.told = !touch;
    if (!touch) dropNativeSelection();
    this.dispatchEvent(new SelectWordsEvent(range, inverted, touch));
  }

  /** Fingers select by the system's handles, and no event says when they are done. */
  private readonly onSelectionChange = (): void => {
    clearTimeout(this.touchTimer);
    if (this.pressed) return;
    this.touchTimer = window.setTimeout(() => {
      if (!this.pressed) this.tellSelection(false, true);
    }, TOUCH_PAUSE);
  };

  /** The painted selection is copied like a native one. */
  private readonly onCopy = (event: ClipboardEvent): void => {
    if (this.selection === null || !this.hasKeys || this.revision === null) return;
    event.clipboardData?.setData(
      'text/plain',
      this.revision.text.slice(this.selection.start, this.selection.end),
    );
    event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-story-text': CdStoryText;
  }
}
