/** What somebody stored to have it run is words on every page: nothing runs, nothing is fetched from elsewhere. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { RouteName } from '../../client/router.ts';
import { ATTACKS } from '../cases/attack-strings.ts';
import { type Colleague, expect, test } from './newsroom.ts';

/** Those that a page could take for something else than words. */
const TRIED = [
  ['script', 'image', 'svg', 'template'],
  ['end of an attribute', 'end of a title', 'end of a script'],
  // Whole by itself: an address that runs begins with it.
  ['address that runs'],
];
const Text = z.looseObject({ revision: z.looseObject({ text: z.string() }) });

interface Made {
  readonly storyId: string;
  readonly claimId: string;
  readonly sourceId: string;
}

/** One story with a source, a claim, its evidence, a verdict and talk, all of them of the same words. */
async function stored({ api, id }: Colleague, attack: string): Promise<Made> {
  const sent = { title: attack, byline: attack, agency: attack, dateline: attack };
  const text = `Ferry sinks\n\nIt had room for 120 passengers. ${attack}`;
  const story = await api.send('POST', '/api/articles', { text, ...sent });
  const stands = Text.parse(await api.get(`/api/articles/${story.id}`)).revision.text;
  const quote = '120 passengers';
  const start = stands.indexOf(quote);
  const claim = await api.send('POST', `/api/articles/${story.id}/claims`, {
    ...{ revision: 1, kind: 'fact', summary: attack, details: { about: 'quantity', value: attack } },
    span: { start, end: start + quote.length, quote },
  });
  const evidence = { kind: 'document', title: attack, publisher: attack, note: attack };
  await api.send('POST', `/api/claims/${claim.id}/citations`, {
    ...{ stance: 'supports', evidence, locator: attack, quote: attack, note: attack },
  });
  await api.send('POST', `/api/claims/${claim.id}/comments`, { body: attack });
  const { version } = z.looseObject({ version: z.int() }).parse(await api.get(`/api/claims/${claim.id}`));
  const given = { version, verdict: 'inaccurate', reason: attack, correction: attack };
  await api.send('PUT', `/api/claims/${claim.id}/verdict`, given);
  const name = `${attack} ${id.slice(-6)}`;
  const source = await api.send('POST', '/api/sources', {
    name,
    kind: 'person',
    note: attack,
    aliases: [attack + id],
  });
  return { storyId: story.id, claimId: claim.id, sourceId: source.id };
}

/** What a page did that words do not do. */
function watched(page: Page): string[] {
  const did: string[] = [];
  page.on('dialog', (dialog) => {
    did.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => did.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') did.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !['127.0.0.1', 'localhost'].includes(hostname))
      did.push(`request: ${request.url()}`);
  });
  return did;
}

/** Also within shadow roots: elements and attributes that only stored words could have made. */
const made = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = 'attacked' in window ? ['it ran'] : [];
    const walk = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot !== null) walk(element.shadowRoot);
        if (['IFRAME', 'OBJECT', 'EMBED'].includes(element.tagName)) found.push(element.outerHTML);
        for (const { name, value } of element.attributes)
          if (/^on/i.test(name) || (/^(href|src|action)$/.test(name) && /^\s*javascript:/i.test(value)))
            found.push(`${name}="${value}"`);
        if (element.matches('script, img, svg') && /attacked/.test(element.outerHTML))
          found.push(element.outerHTML);
      }
    };
    walk(document);
    return found;
  });

/** Where each page is, where it shows what people stored. A page without a line here is a type error. */
const PAGES: Readonly<Record<RouteName, 'shows none' | ((made: Made) => string)>> = {
  desk: () => '/',
  import: 'shows none',
  imports: 'shows none',
  batch: 'shows none',
  article: ({ storyId }) => `/stories/${storyId}`,
  claims: () => '/claims',
  'claim-reviews': 'shows none',
  audit: ({ storyId }) => `/stories/${storyId}/audit`,
  arrivals: ({ storyId }) => `/stories/${storyId}/files`,
  figures: ({ storyId }) => `/stories/${storyId}/figures`,
  corrections: ({ storyId }) => `/stories/${storyId}/corrections`,
  changes: ({ storyId }) => `/stories/${storyId}/changes`,
  radar: 'shows none',
  audits: 'shows none',
  history: ({ storyId }) => `/stories/${storyId}/history`,
  'sign-off': ({ storyId }) => `/stories/${storyId}/sign-off`,
  agreement: 'shows none',
  review: () => '/review',
  sources: () => '/sources',
  source: ({ sourceId }) => `/sources/${sourceId}`,
  people: 'shows none',
  webhooks: 'shows none',
  notifications: 'shows none',
  'notification-settings': 'shows none',
  bin: 'shows none',
  me: 'shows none',
  reference: 'shows none',
  setup: 'shows none',
  invitation: 'shows none',
};
const SHOWN = Object.values(PAGES).flatMap((page) => (page === 'shows none' ? [] : [page]));

for (const names of TRIED)
  test(`stored attacks are words on every page: ${names.join(', ')}`, async ({ colleague, pageOf }) => {
    const editor = await colleague('editor');
    const attacked = await stored(editor, names.map((name) => ATTACKS[name] ?? '').join(' '));
    const page = await pageOf(editor);
    const did = watched(page);
    for (const address of SHOWN.map((at) => at(attacked))) {
      await page.goto(address);
      // What is looked for is there once the stored words are.
      await expect(page.getByText('ATTACK').first(), address).toBeVisible();
      expect(await made(page), address).toEqual([]);
      expect(did, address).toEqual([]);
    }
    await page.goto(`/stories/${attacked.storyId}#claim=${attacked.claimId}`);
    const claim = page.getByRole('region', { name: 'Claim', exact: true });
    for (const tab of ['Verdict', 'Evidence', 'Talk', 'History']) {
      await claim.getByRole('tab', { name: tab }).click();
      await expect(claim.getByRole('tabpanel').getByText('ATTACK').first(), tab).toBeVisible();
      expect(await made(page), tab).toEqual([]);
      expect(did, tab).toEqual([]);
    }
  });
