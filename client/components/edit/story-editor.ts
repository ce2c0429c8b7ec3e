import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { EditBlock, Place } from '../../controllers/edit/blocks.ts';
import type { State } from '../../controllers/edit/history.ts';
import { directionOf } from '../../controllers/proof/direction.ts';
import { BlockPainter } from '../../highlight/block-painter.ts';
import { NearElements } from '../../highlight/near-elements.ts';
import { base } from '../../styles/shared.ts';
import { markStyles, storyStyles } from '../proof/story-styles.ts';
import { EditActEvent, SpliceEvent } from './events.ts';

/** Kinds of input that put words in or take words out. What else a browser may do to a text (bold, lists) is not done. */
const CHANGES =
  /^(?:insert(?:Text|ReplacementText|FromDrop|FromYank|Paragraph|LineBreak)|delete(?!ByDrag|ByComposition|CompositionText))/;
/** As `Selection.modify` calls what they take out beside the caret. */
const STEPS: Readonly<Record<string, string>> = {
  deleteWord: 'word',
  deleteSoftLine: 'lineboundary',
  deleteHardLine: 'paragraphboundary',
};
const BREAKS = new Set(['insertParagraph', 'insertLineBreak']);

/**
 * The words of a story, to be written on.
 *
 * One editable element with an element for each block, so that the caret and a selection go from block to block as in
 * any text. What is typed is told and not left to the browser: the blocks come back changed, and only those that are
 * other objects than before are drawn and painted anew. Words under composition are the one exception: they are
 * the browser's until they are read back.
 *
 * @fires splice - Words were typed, pasted or taken out.
 * @fires edit-act - Undo, redo or save by key.
 */
@customElement('cd-story-editor')
export class CdStoryEditor extends LitElement {
  static override styles = [
    base,
    storyStyles,
    markStyles,
    css`
      .story {
        padding: var(--space-s) var(--space-m);
        border-radius: var(--radius);
        background: var(--paper-raised);
        box-shadow: 0 0 0 1px var(--rule-strong);
        white-space: pre-wrap;
      }
      /* A caret cannot be put into a block that is not laid out, as one just begun would be. */
      .block {
        content-visibility: visible;
      }
      .story:focus-visible {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
    `,
  ];

  @property({ attribute: false }) state: State | null = null;
  /** BCP 47. */
  @property() language = 'en';
  /** Read, not written: while it is being saved. */
  @property({ type: Boolean }) locked = false;

  @query('.story') private story!: HTMLElement;

  private readonly painter = new BlockPainter();
  /** Marks are painted near the window alone: the browser looks at all that are painted at each key. */
  private readonly near = new NearElements((elements) => this.paintAnew(elements));
  private drawn: readonly EditBlock[] = [];
  private elements = new Map<number, HTMLElement>();
  private composing = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.painter.clear();
    this.near.clear();
    this.drawn = [];
    this.elements.clear();
  }

  override focus(): void {
    this.story.focus({ preventScroll: true });
  }

  /** Put the caret there, and into sight. */
  goTo(place: Place): void {
    this.focus();
    this.setCaret(place);
    const element = this.story.children[place.block];
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  protected override render() {
    return html`
      <div
        class="story"
        role="textbox"
        aria-multiline="true"
        aria-label="Text of the story"
        aria-readonly=${this.locked ? 'true' : 'false'}
        tabindex="0"
        lang=${this.language}
        dir=${directionOf(this.language)}
        spellcheck="true"
        @beforeinput=${this.onBeforeInput}
        @input=${this.onInput}
        @compositionstart=${this.onCompositionStart}
        @compositionend=${this.onCompositionEnd}
        @paste=${this.onPaste}
        @dragstart=${this.onDragStart}
        @keydown=${this.onKeyDown}
      ></div>
    `;
  }

  protected override firstUpdated(): void {
    const { story } = this;
    story.setAttribute('contenteditable', 'plaintext-only');
    // Where the browser does not know that: nothing of what it might do by itself is let through anyway.
    if (story.contentEditable !== 'plaintext-only') story.contentEditable = 'true';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('state') || this.state === null) return;
    const before = this.drawn;
    this.draw();
    if (before.length > 0 && !this.composing && this.state.caret !== null && this.hasFocus)
      this.setCaret(this.state.caret);
  }

  private get hasFocus(): boolean {
    return this.renderRoot instanceof ShadowRoot && this.renderRoot.activeElement === this.story;
  }

  private draw(): void {
    const { blocks } = this.state ?? { blocks: [] };
    const fresh = new Map<number, HTMLElement>();
    const before = new Map(this.drawn.map((block) => [block.key, block]));
    for (const block of blocks) {
      const known = this.elements.get(block.key);
      const element = known ?? document.createElement('p');
      // A block that comes while somebody writes stands where they write.
      if (known === undefined) this.near.add(element, this.elements.size > 0);
      fresh.set(block.key, element);
      if (before.get(block.key) !== block || !this.elements.has(block.key)) this.set(element, block);
    }
    for (const [key, element] of this.elements)
      if (!fresh.has(key)) {
        this.painter.forget(key);
        this.near.remove(element);
        element.remove();
      }
    let next = this.story.firstChild;
    for (const element of fresh.values()) {
      if (element === next) next = element.nextSibling;
      else this.story.insertBefore(element, next);
    }
    while (next !== null) {
      const gone = next;
      next = next.nextSibling;
      gone.remove();
    }
    this.elements = fresh;
    this.drawn = blocks;
  }

  private set(element: HTMLElement, block: EditBlock): void {
    const { key, role, text } = block;
    element.className = `block ${role}`;
    element.dataset.key = String(key);
    const only = element.childNodes.length === 1 ? element.firstChild : null;
    if (text === '') {
      // An empty block has no line for the caret without one.
      if (!(only instanceof HTMLBRElement)) element.replaceChildren(document.createElement('br'));
    } else if (!(only instanceof Text)) {
      if (!this.composing || element.textContent !== text)
        element.replaceChildren(document.createTextNode(text));
    } else if (only.data !== text) only.data = text;
    this.paint(element, block);
  }

  private paint(element: Element, { key, marks }: EditBlock): void {
    const node = element.firstChild;
    this.painter.paint(key, node instanceof Text && this.near.has(element) ? node : null, marks);
  }

  private paintAnew(elements: readonly Element[]): void {
    const blocks = new Map(this.drawn.map((block) => [this.elements.get(block.key), block]));
    for (const element of elements) {
      const block = element instanceof HTMLElement ? blocks.get(element) : undefined;
      if (block !== undefined) this.paint(element, block);
    }
  }

  /** The blocks' place of a place in the DOM; null outside the text. */
  private placeOf(node: Node, offset: number): Place | null {
    if (node === this.story) {
      const { length } = this.drawn;
      if (offset >= length) return { block: length - 1, offset: this.drawn[length - 1]?.text.length ?? 0 };
      return { block: offset, offset: 0 };
    }
    let element: Node | null = node;
    while (element !== null && element.parentNode !== this.story) element = element.parentNode;
    if (!(element instanceof HTMLElement)) return null;
    const block = this.drawn.findIndex(({ key }) => String(key) === element.dataset.key);
    if (block === -1) return null;
    const range = document.createRange();
    range.setStart(element, 0);
    range.setEnd(node, offset);
    return { block, offset: Math.min(range.toString().length, this.drawn[block]?.text.length ?? 0) };
  }

  private placesOf(range: AbstractRange | undefined): { from: Place; to: Place } | null {
    if (range === undefined) return null;
    const from = this.placeOf(range.startContainer, range.startOffset);
    const to = this.placeOf(range.endContainer, range.endOffset);
    return from === null || to === null ? null : { from, to };
  }

  private selected(): { from: Place; to: Place } | null {
    const root = this.renderRoot;
    if (!(root instanceof ShadowRoot)) return null;
    const roots: ShadowRoot[] = [];
    for (let at: Node = root; at instanceof ShadowRoot; at = at.host.getRootNode()) roots.push(at);
    return this.placesOf(document.getSelection()?.getComposedRanges({ shadowRoots: roots })[0]);
  }

  private setCaret({ block, offset }: Place): void {
    const element = this.story.children[block];
    if (element === undefined) return;
    const node = element.firstChild instanceof Text ? element.firstChild : element;
    const at = node instanceof Text ? Math.min(offset, node.length) : 0;
    document.getSelection()?.setBaseAndExtent(node, at, node, at);
    this.keepInSight(element);
  }

  /** The caret is moved by hand, and the browser scrolls for its own moves alone. */
  private keepInSight(element: Element): void {
    const box = element.getBoundingClientRect();
    if (box.bottom > window.innerHeight || box.top < 0)
      element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  private onBeforeInput(event: InputEvent): void {
    if (this.composing || event.isComposing || event.inputType === 'insertCompositionText') return;
    event.preventDefault();
    if (event.inputType === 'historyUndo') this.act('undo');
    if (event.inputType === 'historyRedo') this.act('redo');
    if (this.locked || !CHANGES.test(event.inputType)) return;
    const places = this.placesOf(event.getTargetRanges()[0]) ?? this.selected();
    if (places === null) return;
    const words = BREAKS.has(event.inputType)
      ? '\n'
      : event.inputType.startsWith('delete')
        ? ''
        : (event.dataTransfer?.getData('text/plain') ?? event.data ?? '');
    const stretch = event.inputType.startsWith('delete') ? this.widened(places, event.inputType) : places;
    this.splice(event.inputType, stretch, words);
  }

  /** From a caret alone: the character, the word or the line beside it; at the border of a block the border. */
  private widened({ from, to }: { from: Place; to: Place }, type: string): { from: Place; to: Place } {
    if (from.block !== to.block || from.offset !== to.offset) return { from, to };
    const before = this.drawn[from.block - 1];
    if (type.endsWith('Backward') && from.offset === 0)
      return before === undefined
        ? { from, to }
        : { from: { block: from.block - 1, offset: before.text.length }, to };
    const isEnd = to.offset === this.drawn[to.block]?.text.length;
    if (type.endsWith('Forward') && isEnd)
      return this.drawn[to.block + 1] === undefined
        ? { from, to }
        : { from, to: { block: to.block + 1, offset: 0 } };
    const step = Object.entries(STEPS).find(([name]) => type.startsWith(name))?.[1] ?? 'character';
    const direction = type.endsWith('Forward') ? 'forward' : 'backward';
    // The browser knows its own characters, words and lines best. Some tell the stretch, some only the caret.
    document.getSelection()?.modify('extend', direction, step);
    return this.selected() ?? { from, to };
  }

  private onPaste(event: ClipboardEvent): void {
    event.preventDefault();
    const places = this.selected();
    if (this.locked || places === null) return;
    this.splice('insertFromPaste', places, event.clipboardData?.getData('text/plain') ?? '');
  }

  private onDragStart(event: DragEvent): void {
    // Words dragged within the text would be two changes; they are cut and pasted.
    event.preventDefault();
  }

  private onKeyDown(event: KeyboardEvent): void {
    const control = event.ctrlKey || event.metaKey;
    if (!control || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    if (key === 'z') this.act(event.shiftKey ? 'redo' : 'undo');
    else if (key === 'y') this.act('redo');
    else if (key === 'enter') this.act('save');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private act(act: 'undo' | 'redo' | 'save'): void {
    this.dispatchEvent(new EditActEvent(act));
  }

  private splice(kind: string, { from, to }: { from: Place; to: Place }, words: string): void {
    if (from.block === to.block && from.offset === to.offset && words === '') return;
    this.dispatchEvent(new SpliceEvent(kind, from, to, words));
  }

  private onCompositionStart(): void {
    this.composing = true;
  }

  private onCompositionEnd(): void {
    this.composing = false;
    this.readBack();
  }

  private onInput(): void {
    if (!this.composing) this.readBack();
  }

  /** Take over what the browser itself wrote: the one stretch in which the page differs from the blocks. */
  private readBack(): void {
    const shown = new Map<string, string>();
    for (const element of this.story.children)
      if (element instanceof HTMLElement && element.dataset.key !== undefined)
        shown.set(element.dataset.key, element.textContent);
    const at = this.drawn.findIndex(({ key, text }) => {
      const now = shown.get(String(key));
      return now !== undefined && now !== text;
    });
    const first = this.drawn[at];
    if (first === undefined) return;
    let end = at;
    while (end + 1 < this.drawn.length && !shown.has(String(this.drawn[end + 1]?.key))) end += 1;
    const now = shown.get(String(first.key)) ?? '';
    const last = this.drawn[end] ?? first;
    let head = 0;
    while (head < Math.min(now.length, first.text.length) && now[head] === first.text[head]) head += 1;
    let tail = 0;
    const room = Math.min(now.length, last.text.length) - (end === at ? head : 0);
    while (tail < Math.min(room, now.length - head) && now.at(-1 - tail) === last.text.at(-1 - tail))
      tail += 1;
    this.splice(
      'insertCompositionText',
      { from: { block: at, offset: head }, to: { block: end, offset: last.text.length - tail } },
      now.slice(head, now.length - tail),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-story-editor': CdStoryEditor;
  }
}
