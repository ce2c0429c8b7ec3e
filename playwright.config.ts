import { defineConfig } from '@playwright/test';

/** Browser tests: the built server on an embedded database of its own, in a Chromium that `tests/support/run-browser.ts` found. */
export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/support/browser-server.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  // A whole working day in one test takes a while on two busy cores; each step has its own limit below, which is there to
  // end a wait for what never comes: what does come may take its time where other programs have the cores.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    launchOptions: {
      ...(process.env.CHROMIUM_PATH === undefined ? {} : { executablePath: process.env.CHROMIUM_PATH }),
      args: [
        // Chromium's sandbox does not run as root, which is what containers are.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    trace: 'off',
  },
});
