/** Going on to another page asks first where something typed would be lost with this one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askBeforeLeaving, mayLeave, NAVIGATED, navigate } from '../../client/router.ts';

const pushed = vi.fn();
const asked = vi.fn<() => boolean>();
const gone = vi.fn();

beforeEach(() => {
  const window = Object.assign(new EventTarget(), { confirm: asked });
  window.addEventListener(NAVIGATED, gone);
  vi.stubGlobal('window', window);
  vi.stubGlobal('history', { pushState: pushed, replaceState: pushed });
});
afterEach(() => {
  vi.unstubAllGlobals();
  for (const one of [pushed, asked, gone]) one.mockReset();
});

test('nothing is asked where nothing is lost', () => {
  const stop = askBeforeLeaving(() => false);
  navigate('/sources');
  stop();
  expect([asked.mock.calls.length, pushed.mock.calls.length, gone.mock.calls.length]).toEqual([0, 1, 1]);
});

test('who stays is on the page that they were on', () => {
  asked.mockReturnValue(false);
  const stop = askBeforeLeaving(() => true);
  navigate('/sources');
  stop();
  expect([asked.mock.calls.length, pushed.mock.calls.length, gone.mock.calls.length]).toEqual([1, 0, 0]);
});

test('who leaves all the same is asked once, whatever would be lost', () => {
  asked.mockReturnValue(true);
  const stops = [askBeforeLeaving(() => true), askBeforeLeaving(() => true)];
  navigate('/sources');
  for (const stop of stops) stop();
  expect([asked.mock.calls.length, pushed.mock.calls.length, gone.mock.calls.length]).toEqual([1, 1, 1]);
});

test('what is closed is asked no more', () => {
  askBeforeLeaving(() => true)();
  expect(mayLeave()).toBe(true);
  expect(asked).not.toHaveBeenCalled();
});
