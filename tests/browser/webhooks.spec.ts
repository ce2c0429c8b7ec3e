/** Webhooks: an address is told what happens, its secret shown once, its messages looked at and sent again. */
import type { Locator, Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import { ferryStory } from './story-page.ts';

/** Nobody has a name under `.invalid` (RFC 2606). */
const address = () => `https://cms-${uuidv7().slice(-12)}.invalid/hooks`;

/** How soon a machine knows that nobody has the name depends on its resolver. */
const LOST = '(?:nobody has this name|no answer within 15 seconds)';

const card = (page: Page, url: string) => page.locator('cd-webhook-card').filter({ hasText: url });
const messages = (page: Page) => page.locator('cd-delivery-line');

async function tell(page: Page, url: string): Promise<void> {
  await page.goto('/webhooks');
  await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();
  const form = page.getByRole('region', { name: 'A new address' });
  await form.getByText('Tell an address').click();
  await form.getByLabel('Address').fill(url);
  await form.getByRole('button', { name: 'Tell this address' }).click();
  await expect(card(page, url)).toBeVisible();
}

/** Look again until it is there: another process sends, in its own time. */
async function become(page: Page, message: Locator, words: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(message).toContainText(words, { timeout: 500 });
  }).toPass();
}

test('an address is told of a story that is brought in', async ({ colleague, pageOf }) => {
  const admin = await colleague('admin');
  const page = await pageOf(admin);
  const url = address();
  await tell(page, url);
  await expect(page.getByLabel(`Secret of ${url}`)).toHaveValue(/^whsec_[\w+/]{43}=$/);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByLabel(`Secret of ${url}`)).toBeHidden();

  const { api } = await colleague('editor');
  // Stories of other tests come in meanwhile, and are told of as well.
  const title = `Ferry ${uuidv7()}`;
  await api.send('POST', '/api/articles', { text: await ferryStory(), title });
  await card(page, url).getByRole('button', { name: 'Messages' }).click();
  const message = messages(page).filter({ hasText: title });
  await become(page, message, new RegExp(`Not taken yet: tried once, ${LOST}; again`));
  await expect(message).toContainText('A story was brought in');
  await expectAccessibleInBothThemes(page);

  // By key, once more.
  await message.getByText('A story was brought in').focus();
  await page.keyboard.press('r');
  await expect(message).toContainText('To be sent');
  await become(page, message, 'tried 2 times');
});

test('it is tested, changed, stopped, given another secret, withdrawn and brought back', async ({
  colleague,
  pageOf,
}) => {
  const page = await pageOf(await colleague('admin'));
  const [url, moved] = [address(), address()];
  await tell(page, url);
  const act = (name: string, of = url) => card(page, of).getByRole('button', { name, exact: true }).click();

  await act('Send a test');
  const tested = messages(page).filter({ hasText: 'A test' });
  await become(page, tested, new RegExp(`Given up: tried once, ${LOST}`));
  await act('Change');
  await expect(card(page, url).getByLabel('Address')).toBeFocused();
  await card(page, url).getByLabel('Address').fill('http://cms.invalid');
  await card(page, url).getByRole('button', { name: 'Save' }).click();
  await expect(card(page, url)).toContainText('Must begin with https://');
  await card(page, url).getByLabel('Address').fill(moved);
  await card(page, url).getByRole('checkbox', { name: 'A verdict expired' }).uncheck();
  await act('Save');
  await expect(card(page, moved)).toContainText('A claim was returned.');
  await expect(card(page, moved)).not.toContainText('A verdict expired');
  await act('Stop', moved);
  await expect(card(page, moved)).toContainText('Stopped');
  await act('Let it go on', moved);
  await expect(card(page, moved)).toContainText('Works');
  await act('New secret', moved);
  await expect(page.getByLabel(`Secret of ${moved}`)).toHaveValue(/^whsec_/);
  await expect(card(page, moved)).toContainText('Signed with the secret before as well until');
  await act('Withdraw', moved);
  await expect(card(page, moved)).toContainText('Withdrawn');
  await act('Restore', moved);
  await expect(card(page, moved)).toContainText('Works');
});

test('a change that someone else made meanwhile is shown, and nothing is overwritten', async ({
  colleague,
  pageOf,
}) => {
  const admin = await colleague('admin');
  const page = await pageOf(admin);
  const url = address();
  await tell(page, url);
  const { items } = Object(await admin.api.get('/api/webhooks'));
  const { id } = items.find((item: { url: string }) => item.url === url);
  await admin.api.send('PATCH', `/api/webhooks/${id}`, { version: 1, active: false });
  await card(page, url).getByRole('button', { name: 'Stop' }).click();
  await expect(card(page, url).getByRole('alert')).toContainText('Someone changed this in the meantime.');
  await expect(card(page, url).getByRole('button', { name: 'Let it go on' })).toBeVisible();
});

test('many messages come a page at a time', async ({ colleague, pageOf }) => {
  const page = await pageOf(await colleague('admin'));
  const url = address();
  await tell(page, url);
  const story = { id: uuidv7(), title: 'Ferry sinks off Lindholm' };
  const more = {
    ...{
      webhookId: uuidv7(),
      type: 'claim.verified',
      story,
      claimId: uuidv7(),
      seq: 7,
      state: 'dead',
      attempts: 10,
    },
    ...{ nextAt: null, status: 503, error: 'answer', can: ['redeliver'] },
    ...{ lastAt: '2026-03-02T09:00:00.000Z', createdAt: '2026-03-01T09:00:00.000Z' },
  };
  let asked = 0;
  await page.route(
    ({ pathname }) => pathname.endsWith('/deliveries'),
    (route) => {
      asked += 1;
      const items = Array.from({ length: 200 }, () => ({ id: uuidv7(), ...more }));
      return route.fulfill({ json: { items, nextCursor: asked < 5 ? 'more' : null } });
    },
  );
  await card(page, url).getByRole('button', { name: 'Messages' }).click();
  await expect(messages(page).first()).toContainText('Given up: tried 10 times, answered 503');
  await expect(async () => {
    await messages(page).last().scrollIntoViewIfNeeded();
    await expect(messages(page)).toHaveCount(1000, { timeout: 1000 });
  }).toPass();
  await page.locator('body').press('k');
  await expect(messages(page).last().getByText('A claim was verified')).toBeFocused();
});

test('who is no admin is told so, and finds no way here', async ({ colleague, pageOf }) => {
  const page = await pageOf(await colleague('reviewer'));
  await page.goto('/webhooks');
  await expect(page.getByText('Only admins say what other programs are told.')).toBeVisible();
  await expect(page.getByRole('navigation').getByText('Webhooks')).toHaveCount(0);
});
