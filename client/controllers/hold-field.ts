/** Keeps the field that a person types in where it stands on the screen, while others change what is around it. */

/**
 * Remember where the field with the focus stands, if one has it.
 *
 * @returns to be called once the change is on its way: before the next frame is painted the field stands there again
 */
export function holdField(): () => void {
  const field = fieldWithFocus();
  if (field === null) return () => {};
  const { top } = field.getBoundingClientRect();
  const scroller = scrollerOf(field);
  const height = scroller?.offsetHeight ?? 0;
  return () =>
    void requestAnimationFrame(() => {
      if (fieldWithFocus() !== field) return;
      const moved = field.getBoundingClientRect().top - top;
      if (Math.abs(moved) < 0.5) return;
      if (scroller === null) window.scrollBy({ top: moved, behavior: 'instant' });
      else scroll(scroller, moved, height);
    });
}

/** What scrolls is as large as its content again, without the room that was made. */
export function letGo(scroller: HTMLElement): void {
  for (const name of ['padding-block', 'block-size', 'flex']) scroller.style.removeProperty(name);
}

function fieldWithFocus(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement != null) active = active.shadowRoot.activeElement;
  return active?.matches('input, select, textarea') === true ? active : null;
}

/**
 * Scroll by pixels. Where there is not enough to scroll, it stays `height` pixels high, with room at the end that lacks
 * it, until the focus leaves it.
 */
function scroll(scroller: HTMLElement, by: number, height: number): void {
  const wanted = scroller.scrollTop + by;
  const lacks = () => wanted - (scroller.scrollHeight - scroller.clientHeight);
  if (wanted < 0 || lacks() > 0) {
    const { style } = scroller;
    if (style.flex === '') scroller.addEventListener('focusout', onLeave);
    style.flex = 'none';
    style.blockSize = `${height}px`;
    const { paddingBlockStart, paddingBlockEnd } = getComputedStyle(scroller);
    const short = lacks();
    if (wanted < 0) style.paddingBlockStart = `${Number.parseFloat(paddingBlockStart) - wanted}px`;
    else if (short > 0) style.paddingBlockEnd = `${Number.parseFloat(paddingBlockEnd) + short}px`;
  }
  scroller.scrollTop = Math.max(0, wanted);
}

/** What is being pressed does not go from under the pointer either. */
function onLeave({ currentTarget: scroller, relatedTarget }: FocusEvent): void {
  if (!(scroller instanceof HTMLElement)) return;
  if (relatedTarget instanceof Node && scroller.contains(relatedTarget)) return;
  scroller.removeEventListener('focusout', onLeave);
  if (document.querySelector(':active') === null) letGo(scroller);
  else window.addEventListener('click', () => letGo(scroller), { once: true });
}

/** What scrolls it, across the borders of elements; null for the window. */
function scrollerOf(field: Element): HTMLElement | null {
  for (let node: Element | null = field; node !== null; node = parentOf(node))
    if (node instanceof HTMLElement && /auto|scroll/.test(getComputedStyle(node).overflowY) && node !== field)
      return node;
  return null;
}

function parentOf(node: Element): Element | null {
  const parent = node.assignedSlot ?? node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
