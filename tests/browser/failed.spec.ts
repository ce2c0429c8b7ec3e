/** Where the server cannot be reached: words, and a way to try again that leads on. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';
import { StoryPage, type Tab } from './story-page.ts';

const UNREACHED = 'Claimdesk cannot be reached.';

/** Makes a half-checked story, for the pages that need one. */
interface Scene {
  story: () => Promise<string>;
}

interface Row {
  /** The path whose requests fail. */
  path: RegExp;
  show: (page: Page, scene: Scene) => Promise<void>;
  /** What is seen once it can be reached again. */
  found: (page: Page) => Locator;
}

const open =
  (address: string): Row['show'] =>
  async (page) => {
    await page.goto(address);
  };

const tab =
  (name: Tab): Row['show'] =>
  async (page, { story }) => {
    const opened = await new StoryPage(page).open(await story());
    await opened.press('41 people');
    await opened.showTab(name);
  };

const ROWS: Readonly<Record<string, Row>> = {
  'who is signed in': {
    path: /^\/api\/session$/,
    show: open('/'),
    found: (page) => page.getByRole('link', { name: 'Sources' }),
  },
  'the desk': {
    path: /^\/api\/articles$/,
    show: async (page, { story }) => {
      await story();
      await page.goto('/?mine=true');
    },
    found: (page) => page.getByRole('link', { name: /^Ferry sinks/ }),
  },
  'the claims': {
    path: /^\/api\/claims$/,
    show: async (page, { story }) => {
      await page.goto(`/claims?articleId=${await story()}`);
    },
    found: (page) => page.getByRole('link', { name: /^Ferry sinks/ }).first(),
  },
  'the sources': {
    path: /^\/api\/sources$/,
    show: open('/sources?q=nobody-of-this-name'),
    found: (page) => page.getByText('No source goes by “nobody-of-this-name”.'),
  },
  people: {
    path: /^\/api\/users$/,
    show: open('/people'),
    found: (page) => page.getByRole('row').nth(1),
  },
  'the reading of a story': {
    path: /^\/api\/articles\/preview$/,
    show: async (page) => {
      await page.goto('/stories/new');
      await page.getByRole('textbox', { name: 'The story’s text' }).fill('Bridge closed\n\nIt was closed.\n');
    },
    found: (page) => page.getByLabel('Headline'),
  },
  'a story': {
    path: /^\/api\/articles\/[^/]+$/,
    show: async (page, { story }) => {
      await page.goto(`/stories/${await story()}`);
    },
    found: (page) => page.getByRole('application'),
  },
  'a claim’s evidence': {
    path: /^\/api\/claims\/[^/]+\/citations$/,
    show: tab('Evidence'),
    found: (page) => page.getByRole('link', { name: 'Coast guard log' }),
  },
  'a claim’s talk': {
    path: /^\/api\/claims\/[^/]+\/comments$/,
    show: tab('Talk'),
    found: (page) => page.getByText('Who counted?'),
  },
  'a claim’s history': {
    path: /^\/api\/claims\/[^/]+\/history$/,
    show: tab('History'),
    found: (page) => page.getByRole('tabpanel').getByText('The log has one more.'),
  },
};

for (const [name, { path, show, found }] of Object.entries(ROWS))
  test(`${name} can be asked for again`, async ({ colleague, pageOf }) => {
    const person = await colleague('admin');
    const page = await pageOf(person);
    const failing = (url: URL) => path.test(url.pathname);
    await page.route(failing, (route) => route.abort('connectionrefused'));
    await show(page, { story: async () => (await checkedStory(person)).articleId });
    const words = page.getByRole('alert').filter({ hasText: UNREACHED });
    await expect(words.first()).toBeVisible();
    await expect(found(page)).toBeHidden();

    await page.unroute(failing);
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(found(page)).toBeVisible();
    await expect(words).toBeHidden();
  });
