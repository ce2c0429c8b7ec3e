/** Puts off what nobody waits for until the frame that they do wait for is painted. */

/**
 * Do something once what is drawn now is painted. Where the page is not shown, it waits until it is.
 *
 * @returns what calls it off
 */
export function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
