import { defineConfig } from 'vitest/config';

/**
 * The tests that a mutant of the domain runs under: no database, no browser, no look at the files of the house. Left
 * out are those that read megabytes or thousands of invented texts: each mutant would take minutes.
 */
export default defineConfig({
  test: {
    include: ['tests/domain/**/*.test.ts'],
    exclude: [
      'tests/domain/text-properties.test.ts',
      'tests/domain/claims-reading-speed.test.ts',
      'tests/domain/extraction-seam-speed.test.ts',
      'tests/domain/ledger-speed.test.ts',
      'tests/domain/ledger-properties.test.ts',
      'tests/domain/extraction-casualties-speed.test.ts',
    ],
    setupFiles: ['tests/bench/mutation.setup.ts'],
    testTimeout: 20_000,
  },
});
