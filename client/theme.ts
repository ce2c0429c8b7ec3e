/** Light, dark, or as the system has it. The choice stays in this browser. */
import { z } from 'zod';
import { keep, recall } from './storage.ts';

const KEY = 'claimdesk.theme';
export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

export const storedTheme = (): Theme => recall(localStorage, KEY, Theme) ?? 'system';

/** Show the theme now, and keep it. */
export function setTheme(theme: Theme): void {
  keep(localStorage, KEY, theme);
  applyTheme(theme);
}

export function applyTheme(theme: Theme = storedTheme()): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset.theme = theme;
}
