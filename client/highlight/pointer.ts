/** From a point or a native selection on the screen to places in the text. */
import type { Range as TextRange } from '../../server/contract/common.ts';
import type { TextMap } from './text-map.ts';

/** All shadow roots around a node, inmost first: whoever asks for a caret has to name those it may look into. */
function rootsAround(node: Node): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  let root = node.getRootNode();
  while (root instanceof ShadowRoot) {
    roots.push(root);
    root = root.host.getRootNode();
  }
  return roots;
}

/** The place in the DOM of `story` that is next to a point in viewport pixels. */
export const caretAt = (story: Element, x: number, y: number): CaretPosition | null =>
  document.caretPositionFromPoint(x, y, { shadowRoots: rootsAround(story) });

/** The place in the text under a point in viewport pixels, or null where no words are. */
export function offsetAtPoint(map: TextMap, story: Element, x: number, y: number): number | null {
  const caret = caretAt(story, x, y);
  if (caret === null) return null;
  const offset = map.offsetOf(caret.offsetNode, caret.offset);
  if (offset === null) return null;
  // A caret is found for points beside a line too; words are under the point only where a box says so.
  return [offset, offset - 1].some((at) => boxHolds(map, at, x, y)) ? offset : null;
}

function boxHolds(map: TextMap, at: number, x: number, y: number): boolean {
  const rects = map.measurable(at, at + 1)?.getClientRects() ?? [];
  const slack = 2;
  return [...rects].some(
    (box) =>
      x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack,
  );
}

/** The stretch of the text that is selected natively, or null where that is none of it. */
export function nativeSelection(map: TextMap, story: Element): TextRange | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const [range] = selection.getComposedRanges({ shadowRoots: rootsAround(story) });
  return range === undefined ? null : map.offsetsOf(range);
}

/** Let go of the native selection, so that it does not stand beside the painted one. */
export function dropNativeSelection(): void {
  document.getSelection()?.removeAllRanges();
}
