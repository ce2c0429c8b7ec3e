/** A newsroom for browser tests: each test has people and stories of its own. */
import { randomBytes } from 'node:crypto';
import { type APIRequestContext, test as base, expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { z } from 'zod';

const Admin = z.object({ email: z.string(), password: z.string() });
const WithId = z.looseObject({ id: z.string() });

export interface Colleague {
  id: string;
  name: string;
  email: string;
  password: string;
  /** The API as this person. */
  api: Api;
}

/** Calls of the API as one person, for setting a scene. */
export class Api {
  constructor(
    private readonly request: APIRequestContext,
    private readonly origin: string,
  ) {}

  async send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    data?: object,
  ): Promise<{ id: string }> {
    const response = await this.request.fetch(path, {
      method,
      headers: { Origin: this.origin },
      ...(data ? { data } : {}),
    });
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
    return WithId.catch({ id: '' }).parse(await response.json());
  }

  async get(path: string): Promise<unknown> {
    const response = await this.request.get(path);
    if (!response.ok()) throw new Error(`GET ${path}: ${response.status()}`);
    return response.json();
  }
}

interface Fixtures {
  /** Give someone access. */
  colleague: (role: 'viewer' | 'editor' | 'reviewer' | 'admin') => Promise<Colleague>;
  /** Sign a person in on a page of their own; null for a page where nobody is. */
  pageOf: (person: Colleague | null) => Promise<Page>;
}

/** The same for all tests of a run. */
interface Shared {
  /** The API as the first admin, who adds everyone else. */
  firstAdmin: Api;
}

type SignIn = (email: string, password: string) => Promise<Api>;

/** Sign people in while `work` goes on. */
async function withSignIn(
  newContext: (options: { baseURL: string }) => Promise<APIRequestContext>,
  work: (signIn: SignIn) => Promise<void>,
): Promise<void> {
  const origin = process.env.CLAIMDESK_TEST_URL ?? '';
  const contexts: APIRequestContext[] = [];
  const signIn: SignIn = async (email, password) => {
    const context = await newContext({ baseURL: origin });
    contexts.push(context);
    const api = new Api(context, origin);
    await api.send('POST', '/api/session', { email, password });
    return api;
  };
  await work(signIn);
  for (const context of contexts) await context.dispose();
}

export const test = base.extend<Fixtures, Shared>({
  baseURL: ({ playwright: _ }, use) => use(process.env.CLAIMDESK_TEST_URL ?? ''),

  // A password is made to take long to check: once a worker, not once a test.
  firstAdmin: [
    ({ playwright }, use) =>
      withSignIn(
        (options) => playwright.request.newContext(options),
        async (signIn) => {
          const admin = Admin.parse(JSON.parse(process.env.CLAIMDESK_TEST_ADMIN ?? '{}'));
          await use(await signIn(admin.email, admin.password));
        },
      ),
    { scope: 'worker' },
  ],

  colleague: ({ playwright, firstAdmin }, use) =>
    withSignIn(
      (options) => playwright.request.newContext(options),
      (signIn) =>
        use(async (role) => {
          const tag = randomBytes(4).toString('hex');
          const person = {
            name: `${role} ${tag}`,
            email: `${tag}@desk.test`,
            password: `password-${tag}-long`,
          };
          await firstAdmin.send('POST', '/api/users', { ...person, role });
          const api = await signIn(person.email, person.password);
          const { id } = WithId.parse(await api.get('/api/session'));
          return { ...person, id, api };
        }),
    ),

  pageOf: async ({ browser, baseURL }, use) => {
    const origin = baseURL ?? '';
    const pages: Page[] = [];
    const foreign: string[] = [];
    const errors: string[] = [];
    await use(async (person) => {
      const viewport = { width: 1440, height: 900 };
      const context = await browser.newContext({
        baseURL: origin,
        viewport,
        locale: 'en-GB',
        timezoneId: 'UTC',
      });
      if (person !== null)
        await context.request.post('/api/session', {
          data: { email: person.email, password: person.password },
          headers: { Origin: origin },
          failOnStatusCode: true,
        });
      const page = await context.newPage();
      // Held from before the page loads: Chromium answers that it holds requests back before the page's process has
      // heard of it, so that what a test holds back later, and a key sends at once, may slip through (11 of 400 tries).
      await page.route(new RegExp(`^(?!${origin}/)https?:`), (route) => route.abort());
      page.on('request', (request) => {
        if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()))
          foreign.push(request.url());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
    expect(foreign, 'no page reaches another host').toEqual([]);
    expect(errors, 'no script fails').toEqual([]);
  },
});

export { expect };

/** Run axe on the page as it is: WCAG 2.2 A and AA and best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  // The page's own policy forbids a script tag; what the debugger evaluates is not the page's. Half a megabyte, so once a page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const run: unknown = await Reflect.get(window, 'axe').run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Every rule runs; of what passes no more is told than one element, which takes most of the time otherwise.
      resultTypes: ['violations'],
    });
    return JSON.stringify(Reflect.get(Object(run), 'violations'));
  });
  const Violations = z.array(
    z.looseObject({
      id: z.string(),
      help: z.string(),
      nodes: z.array(z.looseObject({ html: z.string(), failureSummary: z.string().optional() })),
    }),
  );
  const found = Violations.parse(JSON.parse(violations)).map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes
        .slice(0, 3)
        .map((n) => `    ${n.html.slice(0, 200)}\n    ${n.failureSummary ?? ''}`)
        .join('\n')}`,
  );
  expect(found).toEqual([]);
}

/** The same in light and dark. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
}
