/**
 * Breaks the rules of the domain one by one and tells how many of them the tests notice. Arguments are folders or files
 * below server/domain; none stands for all of it. `--concurrency 1` leaves room for other work.
 */
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { tableByFolder } from './table.ts';

const DOMAIN = 'server/domain';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { concurrency: { type: 'string' } },
});
const parts = positionals.map((part) => part.replace(/\/+$/, ''));
for (const part of parts) {
  if (part !== DOMAIN && !part.startsWith(`${DOMAIN}/`)) throw new Error(`${part} is not below ${DOMAIN}`);
}
const mutate = (parts.length === 0 ? [DOMAIN] : parts).map((part) =>
  statSync(part).isDirectory() ? `${part}/**/*.ts` : part,
);

// Stryker's processes load the runner, which is TypeScript.
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import ${import.meta.resolve('tsx')}`;

const stryker = new Stryker({
  mutate,
  ...(values.concurrency !== undefined && { concurrency: Number(values.concurrency) }),
});
process.stdout.write(`${tableByFolder(await stryker.runMutationTest())}\n`);
