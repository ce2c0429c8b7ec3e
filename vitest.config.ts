import { defineConfig } from 'vitest/config';

/** Tests of speed compare times with one another: they run when nothing else does. */
const SPEED = 'tests/domain/**/*-speed.test.ts';

/** Vitest leaves one processor to itself, which is half of a small machine's. */
const maxWorkers = '100%';

/**
 * `unit` needs nothing; `api` runs on a real PostgreSQL, one for the run and a copied database for each file. After these two, and file by file:
 * `speed`, and `process`, which starts what was built.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Properties try thousands of cases: on a busy machine that takes longer than one case should.
          testTimeout: 60_000,
          include: ['tests/domain/**/*.test.ts', 'tests/client/**/*.test.ts', 'tests/*.test.ts'],
          exclude: [SPEED],
          maxWorkers,
        },
      },
      {
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          globalSetup: ['tests/support/global-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers,
        },
      },
      {
        test: {
          name: 'speed',
          include: [SPEED],
          testTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
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
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
