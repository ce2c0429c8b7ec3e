/** A Chromium for the browser tests: one that is here, or one that can be brought here. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** An installed Chromium or Chrome: CHROMIUM_PATH, then the names on the PATH, then the usual places. */
function findInstalled(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && existsSync(given)) return given;
  for (const name of NAMES) {
    const found = spawnSync('which', [name], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return PLACES.find((place) => existsSync(place));
}

/** Playwright's own, downloaded where that can be done. */
function findPlaywrights(): string | undefined {
  const place = chromium.executablePath();
  if (existsSync(place)) return place;
  const install = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  return install.status === 0 && existsSync(place) ? place : undefined;
}

/** As root on Debian and its kin, the package. */
function installPackage(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    return undefined;
  }
  return findInstalled();
}

/**
 * The path of a Chromium that can be started.
 *
 * @throws Error with the command to run where there is none and none can be installed
 */
export function ensureChromium(): string {
  const onDebianAsRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  // A download that a closed network lets hang would cost minutes, so root asks the distribution first.
  const found =
    findInstalled() ?? (onDebianAsRoot ? (installPackage() ?? findPlaywrights()) : findPlaywrights());
  if (found === undefined)
    throw new Error(
      'The browser tests need Chromium or Chrome, and none was found or could be installed. Run: npx playwright install --with-deps chromium',
    );
  return found;
}
