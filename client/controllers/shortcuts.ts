/** Keys that act. One controller for each host; `?` lists those of every host on the page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { keep, recall } from '../storage.ts';

export interface Shortcut {
  /** What it does, for the list of keys: "Open the story". */
  readonly label: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Where it does nothing, the key is left to the browser. */
  readonly when?: () => boolean;
  /** It decides on something: a key that is held down, and repeats, does it once. */
  readonly decides?: boolean;
}

/**
 * Shortcuts by key: `j`, `?`, `Enter`, `Shift+ArrowRight`, `Ctrl+z`; alternatives with a bar, `j|ArrowDown`.
 *
 * `Ctrl` stands for the Command key too. A character that needs Shift is written as itself, without `Shift+`.
 */
export type ShortcutMap = Readonly<Record<string, Shortcut>>;

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly { keys: readonly string[]; label: string }[];
}

const KEY = 'claimdesk.single-keys';
const active = new Set<ShortcutsController>();

/** Single-key shortcuts get in the way of speech input (WCAG 2.1.4), so they can be switched off. */
export const singleKeysOn = (): boolean => recall(localStorage, KEY, z.boolean()) ?? true;
export const setSingleKeys = (on: boolean): boolean => keep(localStorage, KEY, on);

/** The shortcuts of this moment, the innermost host's first. */
export const shortcutGroups = (): ShortcutGroup[] =>
  [...active].reverse().map((controller) => controller.group);

/** The name of a pressed key as a map writes it. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const key = event.key === ' ' ? 'Space' : event.key;
  const named = key.length > 1;
  const control = event.ctrlKey || event.metaKey;
  const written = control && !named ? key.toLowerCase() : key;
  return [
    control ? 'Ctrl+' : '',
    event.altKey ? 'Alt+' : '',
    event.shiftKey && (named || control) ? 'Shift+' : '',
    written,
  ].join('');
}

const isSingle = (name: string) => [...name].length === 1;
/** A character typed with AltGr counts as text, not as a shortcut. */
const isText = (event: KeyboardEvent) => event.isComposing || event.getModifierState('AltGraph');

const TYPING =
  'textarea, select, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])';
const PRESSING =
  'button, a[href], summary, input, [role="button"], [role="tab"], [role="menuitem"], [role="option"]';

function isTaken(event: KeyboardEvent, name: string, host: unknown): boolean {
  const path = event.composedPath();
  const [target] = path;
  if (!(target instanceof Element)) return false;
  if (target.matches(TYPING)) return !name.startsWith('Ctrl+Enter');
  if ((name === 'Enter' || name === 'Space') && target.matches(PRESSING)) return true;
  const dialog = path.findIndex((node) => node instanceof HTMLDialogElement && node.open);
  return dialog !== -1 && !path.slice(0, dialog).includes(host as EventTarget);
}

/**
 * Listen for keys while the host is on the page.
 *
 * Keys typed in a field, in a dialog that is not the host's, or already acted upon are left alone. The
 * shortcut's default is prevented.
 */
export class ShortcutsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #title: string;
  readonly #shortcuts = new Map<string, Shortcut>();
  readonly #map: ShortcutMap;

  constructor(host: ReactiveControllerHost, map: ShortcutMap, title = 'On this page') {
    this.#host = host;
    this.#map = map;
    this.#title = title;
    for (const [names, shortcut] of Object.entries(map))
      for (const name of names.split('|')) this.#shortcuts.set(name, shortcut);
    host.addController(this);
  }

  get group(): ShortcutGroup {
    const shortcuts = Object.entries(this.#map).map(([names, { label }]) => ({
      keys: names.split('|'),
      label,
    }));
    return { title: this.#title, shortcuts };
  }

  hostConnected(): void {
    active.add(this);
    document.addEventListener('keydown', this.#onKeyDown);
  }

  hostDisconnected(): void {
    active.delete(this);
    document.removeEventListener('keydown', this.#onKeyDown);
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isText(event)) return;
    const name = keyName(event);
    const shortcut = this.#shortcuts.get(name);
    if (shortcut === undefined || isTaken(event, name, this.#host)) return;
    if (isSingle(name) && !singleKeysOn()) return;
    if (shortcut.when?.() === false) return;
    event.preventDefault();
    if (event.repeat && shortcut.decides === true) return;
    shortcut.run(event);
  };
}
