/** Lays a long story out in the browser's idle time, so that scrolling through it finds everything in its place. */
import type { Part } from './text-map.ts';

/** Milliseconds that laying out one part may take on a slow machine: less time left, and the rest waits. */
const ENOUGH = 4;
/** Milliseconds between two parts where the browser does not tell when it is idle. */
const PAUSE = 60;

/**
 * A part that is laid out near the screen only costs little to open; but parts that come and go at each frame of a scroll
 * cost more than having all of them, and their heights are guesses until then.
 *
 * @returns what stops it
 */
export function settle(parts: readonly Part[]): () => void {
  const left = [...parts];
  const next = (timeRemaining: () => number): boolean => {
    do {
      const part = left.shift();
      if (part === undefined) return false;
      part.element.classList.add('settled');
      // Laid out now, and not with others in the next frame.
      part.element.getBoundingClientRect();
    } while (timeRemaining() > ENOUGH);
    return left.length > 0;
  };
  if (typeof requestIdleCallback === 'function') {
    let handle = 0;
    const ask = () => {
      handle = requestIdleCallback((deadline) => {
        if (next(() => deadline.timeRemaining())) ask();
      });
    };
    ask();
    return () => cancelIdleCallback(handle);
  }
  const timer = setInterval(() => {
    if (!next(() => 0)) clearInterval(timer);
  }, PAUSE);
  return () => clearInterval(timer);
}
