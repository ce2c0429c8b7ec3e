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

/**
 * Remember where something stands in the window.
 *
 * @returns to be called once the change is drawn: before the next frame is painted it stands there again, if it is there
 */
export function holdPlace(element: Element | null): () => void {
  if (element === null) return () => {};
  const { top } = element.getBoundingClientRect();
  const moved = () => (element.isConnected ? element.getBoundingClientRect().top - top : 0);
  const scroll = () => {
    if (Math.abs(moved()) >= 0.5) window.scrollBy({ top: moved(), behavior: 'instant' });
  };
  return () =>
    void requestAnimationFrame(() => {
      scroll();
      const lacks = moved();
      if (Math.abs(lacks) < 0.5) return;
      makeRoom(element, lacks);
      scroll();
    });
}

/** Where there is not enough to scroll, there is room before or after the page until the focus and the pointer have left. */
function makeRoom(element: Element, lacks: number): void {
  const { style } = document.body;
  const side = lacks > 0 ? 'paddingBlockEnd' : 'paddingBlockStart';
  style[side] = `${Number.parseFloat(style[side] || '0') + Math.abs(lacks)}px`;
  const letGoOf = () => {
    for (const name of ['padding-block-start', 'padding-block-end']) style.removeProperty(name);
  };
  const leave = () => {
    // What is being pressed does not go from under the pointer either.
    if (document.querySelector(':active') === null) letGoOf();
    else window.addEventListener('click', letGoOf, { once: true });
  };
  const isAt = element.matches(':focus-within');
  element.addEventListener(isAt ? 'focusout' : 'pointerleave', leave, { once: true });
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
