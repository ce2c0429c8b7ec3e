/** The page's address, which leads back to the chosen claim. */
import { afterPaint } from '../../after-paint.ts';

let callOff = () => {};

/** Once the claim itself is painted: browsers take longer to write an address than to paint a mark. */
export function showInAddress(id: string | null): void {
  callOff();
  const { pathname } = location;
  callOff = afterPaint(() => {
    // Whoever went on meanwhile has another page's address.
    if (location.pathname !== pathname) return;
    const hash = id === null ? '' : `#claim=${id}`;
    try {
      history.replaceState(history.state, '', `${pathname}${location.search}${hash}`);
    } catch {
      // Safari refuses more than a hundred changes in half a minute: an address that lags is better than a key that fails.
    }
  });
}
