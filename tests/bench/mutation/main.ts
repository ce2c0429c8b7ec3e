/**
 * Breaks the rules of the domain one by one and tells how many of them the tests notice, and how many the type check
 * with which `npm test` begins. Arguments are folders or files below server/domain; none stands for all of it. `--concurrency 1` leaves room for other work; `--sample 0.1` breaks a
 * tenth of the rules, drawn by chance, and tells how near that is (`--seed` draws others).
 */
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { isDrawn, margin, type Sample, toEnvironment } from './sample.ts';
import { sharesByFolder, sumOf, tableByFolder } from './table.ts';
import { noticedByTypes } from './types.ts';

const DOMAIN = 'server/domain';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
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

const sample: Sample = { share: Number(values.sample ?? '1'), seed: values.seed };
if (!(sample.share > 0 && sample.share <= 1))
  throw new Error('--sample takes a share: more than 0, at most 1');
Object.assign(process.env, toEnvironment(sample));

const stryker = new Stryker({
  mutate,
  ...(values.concurrency !== undefined && { concurrency: Number(values.concurrency) }),
});
// What no test comes by is told without being asked for: of that, too, only a part counts.
const results = (await stryker.runMutationTest()).filter(
  (mutant) => mutant.status !== 'NoCoverage' || isDrawn(mutant, sample),
);
const unnoticed = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
const shares = sharesByFolder(results, noticedByTypes(unnoticed, process.cwd()));
process.stdout.write(`${tableByFolder(shares)}\n`);
if (sample.share < 1) {
  const { noticed, all } = sumOf(shares);
  const near = margin(noticed, all).toFixed(1);
  process.stdout.write(`drawn by chance: 19 of 20 such samples lie within ${near} points of the whole\n`);
}
