/** Every page and dialog: no violations that axe finds, light and dark, wide and narrow; nothing beside the screen. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { type BinItem, BinKind } from '../../server/contract/bin.ts';
import { type Notification, NotificationReason } from '../../server/contract/notifications.ts';
import { asFile, inJson, ninjsItem } from '../support/story-files.ts';
import { type Colleague, expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { checkedStory } from './scene.ts';
import { ferryStory, StoryPage, type Tab } from './story-page.ts';

type Role = 'viewer' | 'editor' | 'reviewer' | 'admin';

interface Row {
  /** Who looks; null for nobody signed in. */
  as: Role | null;
  /** Bring the page into the state to look at. */
  show: (page: Page, person: Colleague | null) => Promise<void>;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const Invited = z.object({ invitation: z.object({ url: z.string() }) });

/** Open an address and wait for its heading. */
const at =
  (address: string, name: string): Row['show'] =>
  async (page) => {
    await page.goto(address);
    await expect(heading(page, name)).toBeVisible();
  };

/** Answer a list with nothing, as on the first day. */
const emptied =
  (path: string, words: string, address: string): Row['show'] =>
  async (page) => {
    await page.route(
      (url) => url.pathname === path,
      (route) =>
        route.fulfill({
          json: {
            items: [],
            nextCursor: null,
            ...(path === '/api/notifications' ? { unread: 0, seen: '1:1:' } : {}),
          },
        }),
    );
    await page.goto(address);
    await expect(page.getByText(words)).toBeVisible();
  };

const needed = (person: Colleague | null): Colleague => {
  if (person === null) throw new Error('somebody has to be signed in');
  return person;
};

/** A story with the claim that has everything. */
async function openStory(page: Page, person: Colleague | null): Promise<StoryPage> {
  const { articleId } = await checkedStory(needed(person));
  const story = await new StoryPage(page).open(articleId);
  await expect(page.getByText('6 of 6 left')).toBeVisible();
  return story;
}

const tab =
  (name: Tab, words: string): Row['show'] =>
  async (page, person) => {
    const story = await openStory(page, person);
    await story.press('41 people');
    await story.showTab(name);
    await expect(story.claim.getByText(words).first()).toBeVisible();
  };

async function invitation(page: Page, person: Colleague | null): Promise<string> {
  const { api, id } = needed(person);
  const tag = id.slice(-8);
  const invited = await page.context().request.post('/api/users', {
    data: { name: `Guest ${tag}`, email: `guest-${tag}@desk.test`, role: 'viewer' },
    headers: { Origin: new URL(page.url()).origin },
  });
  await api.get('/api/session');
  return new URL(Invited.parse(await invited.json()).invitation.url).pathname;
}

/** A file with everything beside its words, on the import page. */
const withFile =
  (item: object, words: string): Row['show'] =>
  async (page) => {
    await page.goto('/stories/new');
    const buffer = asFile(item);
    await page.getByLabel('Choose a file').setInputFiles({ name: 'ferry.json', mimeType: '', buffer });
    await expect(page.getByText(words).first()).toBeVisible();
  };

/** The files of a story, of which there are none where it was pasted. */
const files =
  (body: object, words: string): Row['show'] =>
  async (page, person) => {
    const { id } = await needed(person).api.send('POST', '/api/articles', body);
    await page.goto(`/stories/${id}/files`);
    await expect(page.getByText(words).first()).toBeVisible();
  };

/** Of every reason, half of them unread, some with long words, in two directions, or none. */
function manyNotifications(): Notification[] {
  const words = ['Who counted?', 'من أحصى الضحايا؟', 'x'.repeat(300), null] as const;
  return Array.from({ length: 1000 }, (_, number) => {
    const id = `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;
    const reason = NotificationReason.options[number % NotificationReason.options.length] ?? 'mention';
    const at = '2026-03-02T09:00:00.000Z';
    return {
      id,
      reason,
      at,
      readAt: number % 2 === 0 ? null : at,
      actor: { id, name: 'Ada Moor' },
      story: { id, title: 'Ferry sinks off Lindholm' },
      claim: { id, quote: 'At least 41 people' },
      count: reason === 'expired' ? number + 1 : 1,
      comment: reason === 'comment' || reason === 'reply' ? { id, words: words[number % 4] ?? null } : null,
      can: [number % 2 === 0 ? 'read' : 'unread'],
    };
  });
}

/** Of every kind, some with long words, in two directions, or none; half of them for others to restore. */
function manyBinned(): BinItem[] {
  const words = ['Ferry sinks off Lindholm', 'من أحصى الضحايا؟', 'x'.repeat(300), ''] as const;
  return Array.from({ length: 1000 }, (_, number) => {
    const id = `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;
    const kind = BinKind.options[number % BinKind.options.length] ?? 'claim';
    return {
      kind,
      id,
      article: { id, title: 'Ferry sinks off Lindholm' },
      claimId: kind === 'story' || kind === 'evidence' ? null : id,
      words: words[number % 4] ?? '',
      withdrawn: {
        at: '2026-03-02T09:00:00.000Z',
        by: number % 7 === 0 ? null : { id, name: 'Ada Moor' },
        reason: number % 3 === 0 ? 'The desk sent it twice.' : null,
      },
      version: 2,
      can: number % 2 === 0 ? ['restore'] : [],
    };
  });
}

/** A story in the bin, as somebody sees its page. */
const binnedStory: Row['show'] = async (page, person) => {
  const { api } = needed(person);
  const { id } = await api.send('POST', '/api/articles', { text: 'Storm over\n\nIt rained.' });
  await api.send('DELETE', `/api/articles/${id}?version=1`, { reason: 'The desk sent it twice.' });
  await page.goto(`/stories/${id}`);
  await expect(page.getByText('This story was withdrawn by')).toBeVisible();
};

/** A claim in the bin, and the dialog that asks whether it should go for good. */
const erasing: Row['show'] = async (page, person) => {
  const { api } = needed(person);
  const { articleId } = await checkedStory(needed(person));
  const [claim] = z
    .object({ items: z.array(z.looseObject({ id: z.string(), version: z.number() })) })
    .parse(await api.get(`/api/articles/${articleId}/claims`)).items;
  await api.send('DELETE', `/api/claims/${claim?.id}?version=${claim?.version}`);
  await page.goto('/bin?kind=claim');
  await page
    .getByRole('button', { name: /^Erase for good: / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Erase for good', exact: true }).click();
  await expect(page.getByText('Say why.')).toBeVisible();
};

/** A story that was erased, as somebody sees its page. */
const erasedStory: Row['show'] = async (page, person) => {
  const { api } = needed(person);
  const { id } = await api.send('POST', '/api/articles', { text: 'Storm over\n\nIt rained.' });
  await api.send('DELETE', `/api/articles/${id}?version=1`, { reason: null });
  await api.send('DELETE', `/api/bin/story/${id}`, { version: 2, reason: 'A court says so.' });
  await page.goto(`/stories/${id}`);
  await expect(page.getByText('This story was erased for good by')).toBeVisible();
};

const ROWS: Readonly<Record<string, Row>> = {
  'the bin, empty': { as: 'editor', show: emptied('/api/bin', 'The bin is empty.', '/bin') },
  'the bin, a thousand': {
    as: 'editor',
    show: async (page) => {
      const items = manyBinned();
      await page.route(
        (url) => url.pathname === '/api/bin',
        (route) => route.fulfill({ json: { items, nextCursor: null } }),
      );
      await page.goto('/bin');
      await expect(page.getByRole('list', { name: 'Withdrawn' }).getByRole('listitem')).toHaveCount(1000);
    },
  },
  'the bin, not fetched': {
    as: 'editor',
    show: async (page) => {
      await page.route(
        (url) => url.pathname === '/api/bin',
        (route) => route.fulfill({ status: 503, json: {} }),
      );
      await page.goto('/bin');
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    },
  },
  'a story in the bin': { as: 'editor', show: binnedStory },
  'a story in the bin, for an admin': { as: 'admin', show: binnedStory },
  'erasing for good': { as: 'admin', show: erasing },
  'a story that was erased': { as: 'admin', show: erasedStory },
  'withdrawing a story': {
    as: 'editor',
    show: async (page, person) => {
      await openStory(page, person);
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('button', { name: 'Withdraw this story…' }).click();
      await expect(page.getByRole('button', { name: 'Withdraw the story' })).toBeVisible();
    },
  },
  'a file on the import page': { as: 'editor', show: withFile(ninjsItem(), 'more things that it says') },
  'the files of a story': {
    as: 'editor',
    show: files(inJson(asFile(ninjsItem({ pubStatus: 'canceled' }))), 'has taken it back'),
  },
  'many stories, none yet': {
    as: 'editor',
    show: emptied('/api/imports', 'is listed below', '/imports'),
  },
  'many stories, chosen': {
    as: 'editor',
    show: async (page) => {
      await page.goto('/imports');
      const files = ['a.txt', 'b.txt'].map((name) => ({
        name,
        mimeType: '',
        buffer: Buffer.from('It sank.'),
      }));
      await page.getByLabel('Choose files or a zip').setInputFiles(files);
      await expect(page.getByRole('button', { name: 'Bring them in' })).toBeVisible();
    },
  },
  'many stories, not all sent': {
    as: 'editor',
    show: async (page, person) => {
      const body = {
        name: 'wire',
        files: [
          { path: 'a.txt', size: 9 },
          { path: 'b.txt', size: 0 },
        ],
      };
      const { id } = await needed(person).api.send('POST', '/api/imports', body);
      await page.goto(`/imports/${id}`);
      await expect(page.getByText('There is nothing in this file.')).toBeVisible();
    },
  },
  'notifications, none yet': {
    as: 'editor',
    show: emptied('/api/notifications', 'Nothing yet.', '/notifications'),
  },
  'notifications, a thousand': {
    as: 'editor',
    show: async (page) => {
      await page.route(
        (url) => url.pathname === '/api/notifications',
        (route) =>
          route.fulfill({
            json: { items: manyNotifications(), nextCursor: null, unread: 500, seen: '1:1:' },
          }),
      );
      await page.goto('/notifications');
      await expect(page.getByRole('list', { name: 'Notifications' }).getByRole('listitem')).toHaveCount(1000);
    },
  },
  'how one is told': {
    as: 'editor',
    show: async (page) => {
      await page.goto('/settings/notifications');
      await expect(page.getByRole('group', { name: 'The summary of a day' })).toBeVisible();
      await page.getByLabel('Time zone').fill('Europe/Nowhere');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByLabel('Time zone')).toHaveAttribute('aria-invalid', 'true');
    },
  },
  'notifications, not fetched': {
    as: 'editor',
    show: async (page) => {
      await page.route(
        (url) => url.pathname === '/api/notifications',
        (route) => route.fulfill({ status: 503, json: {} }),
      );
      await page.goto('/notifications');
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    },
  },
  'a story without files': { as: 'editor', show: files({ text: 'It rained.' }, 'did not come as a file') },
  'sign-in': { as: null, show: at('/', 'Sign in') },
  'sign-in, refused': {
    as: null,
    show: async (page) => {
      await page.goto('/');
      await page.getByLabel('E-mail address').fill('nobody@desk.test');
      await page.getByLabel('Password').fill('not a password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('alert')).toContainText('is wrong');
    },
  },
  'set-up without its token': { as: null, show: at('/setup', 'Set up Claimdesk') },
  'set-up': { as: null, show: at('/setup?token=x', 'Set up Claimdesk') },
  'a spent invitation': {
    as: null,
    show: async (page) => {
      await page.goto('/invitations/spent');
      await expect(page.getByRole('alert')).toContainText('has run out');
    },
  },
  'an invitation': {
    as: 'admin',
    show: async (page, person) => {
      await page.goto('/');
      await page.goto(await invitation(page, person));
      await expect(page.getByLabel('New password')).toBeVisible();
    },
  },
  'the API': { as: null, show: at('/reference#createClaim', 'The API') },
  'the desk, empty': { as: 'editor', show: emptied('/api/articles', 'No stories yet.', '/') },
  'the desk': {
    as: 'editor',
    show: async (page, person) => {
      await checkedStory(needed(person));
      await page.goto('/?mine=true');
      await expect(page.getByRole('link', { name: /^Ferry sinks/ })).toBeVisible();
      await page.getByRole('button', { name: 'Export' }).click();
    },
  },
  'reviews before they are published': {
    as: 'editor',
    show: async (page, person) => {
      const { articleId } = await checkedStory(needed(person));
      await page.goto(`/claims/reviews?status=all&articleId=${articleId}`);
      await expect(page.getByText('0 reviews in the file, 6 claims left out')).toBeVisible();
      await expect(page.getByText('no verdict that holds, or waived').first()).toBeVisible();
    },
  },
  'no reviews to be published': {
    as: 'editor',
    show: async (page) => {
      await page.goto('/claims/reviews?articleId=01920000-0000-7000-8000-000000000000');
      await expect(page.getByText('No claim can be published as a review yet.')).toBeVisible();
    },
  },
  'import, empty': { as: 'editor', show: at('/stories/new', 'Bring in a story') },
  'import with a preview': {
    as: 'editor',
    show: async (page) => {
      await page.goto('/stories/new');
      await page.getByRole('textbox', { name: 'The story’s text' }).fill(await ferryStory());
      await page.getByRole('radio', { name: 'Named people only' }).check();
      await expect(page.getByText('40 sentences')).toBeVisible();
    },
  },
  'a story without claims': {
    as: 'editor',
    show: async (page, person) => {
      const { id } = await needed(person).api.send('POST', '/api/articles', { text: await ferryStory() });
      await new StoryPage(page).open(id);
      await expect(page.getByRole('heading', { name: 'No claims yet' })).toBeVisible();
    },
  },
  'a story, words selected': {
    as: 'editor',
    show: async (page, person) => {
      const story = await openStory(page, person);
      await story.drag('23 bodies had been found');
      await expect(story.toolbar).toBeVisible();
    },
  },
  'a claim’s details': { as: 'editor', show: tab('Details', 'Perpetrator, as stated') },
  'an attribution’s details': {
    as: 'editor',
    show: async (page, person) => {
      const story = await openStory(page, person);
      await story.press('nobody left alive');
      await expect(story.claim.getByRole('group', { name: 'Who says so' })).toBeVisible();
    },
  },
  'a claim’s verdict': { as: 'editor', show: tab('Verdict', 'The log has one more.') },
  'a claim’s evidence': { as: 'editor', show: tab('Evidence', 'Coast guard log') },
  'a claim’s talk': { as: 'editor', show: tab('Talk', 'The coast guard.') },
  'a claim’s history': { as: 'editor', show: tab('History', 'at least 42 people') },
  'the list of claims': {
    as: 'editor',
    show: async (page, person) => {
      await openStory(page, person);
      await page.getByRole('button', { name: /^List/ }).click();
      await expect(page.getByRole('columnheader', { name: 'Reading' })).toBeVisible();
    },
  },
  'a story’s settings': {
    as: 'editor',
    show: async (page, person) => {
      await openStory(page, person);
      await page.getByRole('button', { name: 'Settings' }).click();
      await expect(page.getByRole('dialog', { name: 'Story settings' })).toBeVisible();
    },
  },
  'the claims, none': {
    as: 'editor',
    show: emptied('/api/claims', 'Nothing has been marked yet.', '/claims'),
  },
  'the claims': {
    as: 'editor',
    show: async (page, person) => {
      const { articleId } = await checkedStory(needed(person));
      await page.goto(`/claims?articleId=${articleId}`);
      await expect(page.getByRole('link', { name: /^Ferry sinks/ })).toHaveCount(6);
    },
  },
  'the sources': {
    as: 'editor',
    show: async (page, person) => {
      const name = `Port office ${needed(person).name}`;
      await needed(person).api.send('POST', '/api/sources', {
        name,
        kind: 'official',
        aliases: ['the port', 'Elsen port authority'],
        note: 'Answers by telephone only.',
      });
      await page.goto(`/sources?q=${encodeURIComponent(name)}`);
      await expect(page.getByRole('rowheader', { name })).toBeVisible();
    },
  },
  'a new source': {
    as: 'editor',
    show: async (page) => {
      await page.goto('/sources');
      await page.getByRole('button', { name: 'Add a source' }).click();
      await expect(page.getByRole('dialog', { name: 'Add a source' })).toBeVisible();
    },
  },
  people: {
    as: 'admin',
    show: async (page, person) => {
      await page.goto('/people');
      const row = page.getByRole('row').filter({ hasText: needed(person).name });
      await row.getByRole('button', { name: /^Reset password/ }).click();
      await expect(page.getByLabel(`One-time link for ${needed(person).name}`)).toBeVisible();
    },
  },
  'webhooks, none yet': {
    as: 'admin',
    show: async (page) => {
      await page.route('**/api/webhooks', (route) => route.fulfill({ json: { items: [] } }));
      await page.goto('/webhooks');
      await expect(page.getByText('No other program is told anything.')).toBeVisible();
    },
  },
  webhooks: {
    as: 'admin',
    show: async (page, person) => {
      const url = `https://cms.invalid/${needed(person).id}`;
      const types = ['story.created', 'claim.verified'];
      await needed(person).api.send('POST', '/api/webhooks', { url, types });
      await page.goto('/webhooks');
      const card = page.locator('cd-webhook-card').filter({ hasText: url });
      await card.getByRole('button', { name: 'Send a test' }).click();
      await expect(page.locator('cd-delivery-line').filter({ hasText: 'A test' })).toBeVisible();
      await card.getByRole('button', { name: 'New secret' }).click();
      await expect(page.getByLabel(`Secret of ${url}`)).toBeVisible();
      await card.getByRole('button', { name: 'Change' }).click();
      await expect(card.getByLabel('Address')).toBeFocused();
    },
  },
  'my account': { as: 'viewer', show: at('/me', 'Your account') },
  'an unknown page': { as: 'viewer', show: at('/nowhere', 'There is no such page') },
  'a story that is not there': {
    as: 'viewer',
    show: async (page) => {
      await page.goto('/stories/01890000-0000-7000-8000-000000000000');
      await expect(page.getByRole('alert')).toContainText('There is nothing here, or it is not for you.');
    },
  },
  'the keys': {
    as: 'editor',
    show: async (page, person) => {
      await openStory(page, person);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    },
  },
};

/** Nothing stands beside the screen, where only sideways scrolling would find it. */
async function expectNoOverflow(page: Page): Promise<void> {
  const { full, shown } = await page.evaluate(() => ({
    full: document.documentElement.scrollWidth,
    shown: document.documentElement.clientWidth,
  }));
  expect(full, 'the page is as wide as the screen').toBeLessThanOrEqual(shown);
}

/** Nothing that is not seen takes room above the page. */
async function expectAtTop(page: Page): Promise<void> {
  const { top, above } = await page.evaluate(() => {
    const root = document.querySelector('cd-app')?.shadowRoot;
    const [header, main] = ['cd-site-header', 'main'].map((name) =>
      root?.querySelector(name)?.getBoundingClientRect(),
    );
    return { top: main?.top, above: header?.bottom ?? 0 };
  });
  expect(top, 'the page begins under the header').toBeCloseTo(above, 0);
}

for (const [name, { as, show }] of Object.entries(ROWS))
  test(`axe finds nothing: ${name}`, async ({ colleague, pageOf }) => {
    const person = as === null ? null : await colleague(as);
    const page = await pageOf(person);
    await show(page, person);
    await expectAccessibleInBothThemes(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessibleInBothThemes(page);
    await expectNoOverflow(page);
    await expectAtTop(page);
  });
