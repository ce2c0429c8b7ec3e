import { defineConfig } from 'vitest/config';

/** `unit` needs nothing; `api` runs on a real PostgreSQL, one for the run and a copied database for each file; `process` starts what was
 * built. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Properties try thousands of cases: on a busy machine that takes longer than one case should.
          testTimeout: 60_000,
          include: ['tests/domain/**/*.test.ts', 'tests/client/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          globalSetup: ['tests/support/global-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'process',
          include: ['tests/process/**/*.test.ts'],
          // Starting a server with a database of its own takes seconds, and some start three.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
