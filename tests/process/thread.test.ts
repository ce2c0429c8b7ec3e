/** Threads of a process that was started as `npm start` starts it. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const ROOT = path.join(import.meta.dirname, '..', '..');
const MEGABYTE = 1024 * 1024;

test('a thread keeps to its own limit of memory, whatever Node was given for its own', async () => {
  const script = `
    const { openThread } = await import('./server/thread.ts');
    const worker = new URL('./tests/support/heap-limit', 'file://' + process.cwd() + '/');
    const thread = openThread({ worker, keep: false, broke: 'nothing was told', memory: 100 });
    console.log(await thread.ask(null));`;
  const flags = ['--max-semi-space-size=1', '--max-old-space-size=1024', '--import', 'tsx'];
  const { stdout } = await run(process.execPath, [...flags, '--input-type=module', '-e', script], {
    cwd: ROOT,
  });
  expect(Number(stdout)).toBeGreaterThan(100 * MEGABYTE);
  expect(Number(stdout)).toBeLessThan(200 * MEGABYTE);
});
