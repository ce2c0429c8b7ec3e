import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ShortcutsController } from '../../client/controllers/shortcuts.ts';

const host = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(true),
};

beforeEach(() => {
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('Element', class {});
  vi.stubGlobal('localStorage', { getItem: () => null });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const press = (key: string, repeat: boolean) => {
  const event = Object.assign(new Event('keydown', { cancelable: true }), {
    ...{ key, repeat, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
    ...{ isComposing: false, getModifierState: () => false },
  });
  document.dispatchEvent(event);
  return event;
};

test('a key that is held down decides once, and steps on and on', () => {
  const [pass, next] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const keys = new ShortcutsController(host, {
    p: { label: 'Pass', run: () => pass(), decides: true },
    j: { label: 'Next claim', run: () => next() },
  });
  keys.hostConnected();
  for (const key of ['p', 'j']) {
    expect(press(key, false).defaultPrevented).toBe(true);
    expect(press(key, true).defaultPrevented).toBe(true);
  }
  keys.hostDisconnected();
  expect(pass).toHaveBeenCalledTimes(1);
  expect(next).toHaveBeenCalledTimes(2);
});
