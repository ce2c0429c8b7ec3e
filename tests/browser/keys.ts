/** A keyboard and nothing else: what it does is counted, and where the focus goes is looked at. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './newsroom.ts';

export class Keys {
  /** Keystrokes since the last `restart`. Keys held, as Shift, do not count. */
  count = 0;

  constructor(private readonly page: Page) {}

  restart(): void {
    this.count = 0;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.page.keyboard.press(key);
    this.count += times;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.count += [...text].length;
  }

  /** Go on by Tab until `target` has the focus. `key` may be Shift+Tab. */
  async tabTo(target: Locator, { key = 'Tab', within = 40 } = {}): Promise<void> {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < within; presses += 1) {
      await this.press(key);
      if (await target.evaluate((element) => element.matches(':focus'))) return;
    }
    throw new Error(`${target} is not reached by ${within} presses of ${key}`);
  }
}

/** What has the focus: a few words for it, and whether a person sees that. */
export function focused(page: Page): Promise<{ name: string; visible: boolean }> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!(element instanceof HTMLElement)) return { name: '', visible: false };
    const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
    const name =
      element.getAttribute('aria-label') ??
      labels.map((label) => label.textContent).join(' ') ??
      element.textContent;
    const words = (name === '' ? element.textContent : name).replace(/\s+/g, ' ').trim();
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const ring =
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && outlineColor !== 'transparent';
    return { name: words, visible: ring && box.width > 1 && box.height > 1 };
  });
}
