/**
 * Which broken rules the type check notices. `npm test` begins with it, and the run of the mutants leaves it out: it
 * bundles without looking at types.
 *
 * One mutant of each file at a time is written into a copy of the domain, all of them together, and the compiler asked
 * once: a mutant is noticed where an error stands in its own file. As the error could come from a mutant of another
 * file, it has to be there a second time, among others. What shows elsewhere alone is not counted.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';

type Mutant = Pick<MutantResult, 'fileName' | 'location' | 'replacement'>;

/**
 * @param root of the project, which is left alone
 * @returns those of the mutants that do not compile
 * @throws Error where the project does not compile as it is
 */
export function noticedByTypes<T extends Mutant>(mutants: readonly T[], root: string): ReadonlySet<T> {
  const copy = mkdtempSync(join(tmpdir(), 'claimdesk-types-'));
  try {
    for (const part of ['server', 'package.json', 'tsconfig.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const own = { extends: './tsconfig.json', include: ['server/domain'] };
    writeFileSync(join(copy, 'tsconfig.mutants.json'), JSON.stringify(own));
    if (filesWithErrors(copy).size > 0) throw new Error('the domain does not compile as it is');
    const once = checked(mutants, root, copy);
    // In the other order, so that each is among others than before.
    return new Set(checked([...once].reverse(), root, copy));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function checked<T extends Mutant>(mutants: readonly T[], root: string, copy: string): T[] {
  const noticed: T[] = [];
  const left = new Map<string, T[]>();
  for (const mutant of mutants) {
    const file = relative(root, resolve(root, mutant.fileName));
    left.set(file, [...(left.get(file) ?? []), mutant]);
  }
  while (left.size > 0) {
    const tried = new Map<string, T>();
    for (const [file, [mutant, ...rest]] of left) {
      const source = readFileSync(join(root, file), 'utf8');
      writeFileSync(join(copy, file), mutant === undefined ? source : mutated(source, mutant));
      if (mutant === undefined) left.delete(file);
      else {
        tried.set(file, mutant);
        left.set(file, rest);
      }
    }
    if (tried.size === 0) continue;
    const errors = filesWithErrors(copy);
    for (const [file, mutant] of tried) if (errors.has(file)) noticed.push(mutant);
  }
  return noticed;
}

/** Paths below the copy's root. */
function filesWithErrors(copy: string): ReadonlySet<string> {
  const compiler = join(copy, 'node_modules', '.bin', 'tsc');
  const { stdout, error } = spawnSync(compiler, ['-p', 'tsconfig.mutants.json', '--pretty', 'false'], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (error) throw error;
  return new Set([...stdout.matchAll(/^(.+?)\(\d+,\d+\): error /gm)].map(([, file = '']) => file));
}

/** The file with the mutant in place of what it replaces. Lines and columns begin at 1, in UTF-16 code units. */
export function mutated(source: string, { location: { start, end }, replacement = '' }: Mutant): string {
  const lines = source.split('\n');
  const offset = ({ line, column }: Mutant['location']['start']) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return source.slice(0, offset(start)) + replacement + source.slice(offset(end));
}
