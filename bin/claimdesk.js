#!/usr/bin/env node
/** The command line. What it runs is built from `server/`, and is in a packed package already. */
import { existsSync } from 'node:fs';

const built = new URL('../dist/server/claimdesk.js', import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  process.stderr.write('claimdesk: this copy is not built yet. Run `npm run build` in it first.\n');
  process.exitCode = 2;
}
