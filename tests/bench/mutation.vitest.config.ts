import { defineConfig } from 'vitest/config';

/** The tests that a mutant of the domain runs under: no database, no browser, no look at the files of the house. */
export default defineConfig({
  test: { include: ['tests/domain/**/*.test.ts'] },
});
