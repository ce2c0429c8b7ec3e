/** The article page as a person uses it: words under the mouse, the claim in the inspector. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from './newsroom.ts';

export type Kind = 'Casualty count' | 'Attribution' | 'Source' | 'Fact';
export type Tab = 'Details' | 'Verdict' | 'Evidence' | 'Talk' | 'History';

/** The wire story with its difficulties, written for these tests. */
export const ferryStory = (): Promise<string> =>
  readFile(path.join(import.meta.dirname, '..', 'fixtures', 'ferry-story.txt'), 'utf8');

/** Let no mark reach the server until what is given back is called. */
export async function holdMarks(page: Page, articleId: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/api/articles/${articleId}/claims`, async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  return () => release();
}

/** A place on the screen, in viewport pixels. */
interface Point {
  x: number;
  y: number;
}

export class StoryPage {
  /** All about the chosen claim. */
  readonly claim: Locator;
  readonly toolbar: Locator;
  /** The element that takes the keys, over the sentence the reader is at. */
  readonly place: Locator;

  constructor(readonly page: Page) {
    this.claim = page.getByRole('region', { name: 'Claim', exact: true });
    this.toolbar = page.getByRole('toolbar', { name: 'Mark the selected words as' });
    this.place = page.getByRole('application', { name: 'Marking, sentence by sentence' });
  }

  /** Open a story and wait until its words are there. */
  async open(articleId: string): Promise<this> {
    await this.page.goto(`/stories/${articleId}`);
    await expect(this.place).toBeVisible();
    return this;
  }

  /** What is said to one who hears the page. */
  get news(): Locator {
    return this.page.locator('cd-app').locator('div.visually-hidden[role=status]').last();
  }

  /**
   * Drag over words with the mouse, and let the page widen that to whole words.
   *
   * The drag begins within the first word and ends within the last. `after` are words before them, where
   * the same ones stand in the story more than once.
   */
  async drag(words: string, after = ''): Promise<void> {
    const [from, to] = await this.placesIn(words, after);
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await mouse.move(to.x, to.y, { steps: 4 });
    await mouse.up();
  }

  /** Select words with the mouse and choose their kind beside them. */
  async mark(kind: Kind, words: string, after = ''): Promise<void> {
    await this.drag(words, after);
    await this.toolbar.getByRole('button', { name: kind }).click();
    await this.expectClaim(words);
  }

  /** Press on words in the story. */
  async press(words: string, after = ''): Promise<void> {
    const [from] = await this.placesIn(words, after);
    await this.page.mouse.click(from.x, from.y);
  }

  /** The inspector shows the claim on these words, as the server has it. */
  async expectClaim(words: string): Promise<void> {
    await expect(this.claim.getByRole('blockquote')).toHaveText(words);
  }

  async showTab(name: Tab): Promise<void> {
    await this.claim.getByRole('tab', { name }).click();
    await expect(this.claim.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  }

  field(label: string): Locator {
    return this.claim.getByLabel(label, { exact: true }).and(this.page.locator('input, select, textarea'));
  }

  /** The words of what is chosen in a list. */
  chosenIn(label: string): Locator {
    return this.field(label).locator('option:checked');
  }

  button(name: string | RegExp): Locator {
    return this.claim.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** Save the open details form. */
  async save(): Promise<void> {
    await expect(this.claim.getByText('● Not saved')).toBeVisible();
    await this.button('Save').click();
    await expect(this.claim.getByText('● Not saved')).toBeHidden();
  }

  async give(verdict: string, reason: string): Promise<void> {
    await this.showTab('Verdict');
    await this.claim.getByRole('radio', { name: new RegExp(`\\b${verdict}\\b`) }).check();
    await this.claim.getByRole('textbox', { name: 'Reason', exact: true }).fill(reason);
    await this.button(/^Give verdict/).click();
    await expect(this.claim.getByRole('paragraph').filter({ hasText: reason })).toBeVisible();
  }

  /**
   * Within the first and within the last of some words, scrolled into sight.
   *
   * Once they stand still, as Playwright waits for an element before it presses: fonts, notes and a page that scrolls
   * to its head move words.
   */
  private async placesIn(words: string, after: string): Promise<[Point, Point]> {
    const story = this.page.locator('cd-story-text .story');
    await expect(story).toContainText(words);
    return story.evaluate(
      async (element, wanted) => {
        const measure = (): [Point, Point] => {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          const nodes: Text[] = [];
          while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
          const text = nodes.map(({ data }) => data).join('');
          const start = text.indexOf(wanted.words, text.indexOf(wanted.after) + wanted.after.length);
          if (start === -1) throw new Error(`“${wanted.words}” is not in the story`);
          const at = (offset: number) => {
            let before = 0;
            for (const node of nodes) {
              if (offset < before + node.length) {
                const range = new Range();
                range.setStart(node, offset - before);
                range.setEnd(node, offset - before + 1);
                return { node, box: range.getBoundingClientRect() };
              }
              before += node.length;
            }
            throw new Error('outside the story');
          };
          const parts = wanted.words.split(/\s+/u);
          // A quotation mark or a figure's sign belongs to what is selected only where the drag goes over it.
          const inside = (word: string) =>
            parts.length > 1 && /^[\p{L}\p{N}]+$/u.test(word) ? Math.floor(word.length / 2) : 0;
          const from = start + inside(parts[0] ?? '');
          const to = start + wanted.words.length - 1 - inside(parts.at(-1) ?? '');
          at(from).node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const begin = at(from).box;
          const end = at(to).box;
          return [
            { x: begin.left + 1, y: begin.top + begin.height / 2 },
            { x: end.right - 1, y: end.top + end.height / 2 },
          ];
        };
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        await document.fonts.ready;
        for (let before = ''; ; ) {
          const places = measure();
          const now = JSON.stringify([places, scrollY]);
          if (now === before) return places;
          before = now;
          await frame();
          await frame();
        }
      },
      { words, after },
    );
  }
}
