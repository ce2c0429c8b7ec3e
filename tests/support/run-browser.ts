/** Run the browser tests in a Chromium that is found or installed; never skip them in silence. */
import { spawnSync } from 'node:child_process';
import { ensureChromium } from './chromium.ts';

try {
  const browser = ensureChromium();
  console.log(`Browser tests run in ${browser}`);
  const run = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: browser },
  });
  process.exit(run.status ?? 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
