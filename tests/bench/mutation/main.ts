/**
 * Breaks the rules of the domain one by one and tells how many of them the tests notice. Arguments are folders or files
 * below server/domain; none stands for all of it.
 */
import { statSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { tableByFolder } from './table.ts';

const DOMAIN = 'server/domain';

const parts = process.argv.slice(2).map((part) => part.replace(/\/+$/, ''));
for (const part of parts) {
  if (part !== DOMAIN && !part.startsWith(`${DOMAIN}/`)) throw new Error(`${part} is not below ${DOMAIN}`);
}
const mutate = (parts.length === 0 ? [DOMAIN] : parts).map((part) =>
  statSync(part).isDirectory() ? `${part}/**/*.ts` : part,
);

// Stryker's processes load the runner, which is TypeScript.
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import ${import.meta.resolve('tsx')}`;

const mutants = await new Stryker({ mutate }).runMutationTest();
process.stdout.write(`${tableByFolder(mutants)}\n`);
