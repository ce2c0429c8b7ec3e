/** A part of the mutants, drawn by chance: thousands of them take hours, and a few thousand tell nearly as much. */
import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { type Checker, type CheckResult, CheckStatus } from '@stryker-mutator/api/check';
import type { Mutant, MutantResult } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Stryker's processes are told by these how much of the mutants is looked at. */
const SHARE = 'CLAIMDESK_MUTATION_SHARE';
const SEED = 'CLAIMDESK_MUTATION_SEED';

export interface Sample {
  /** Of all mutants: 0 to 1. */
  readonly share: number;
  /** Another one draws others. */
  readonly seed: string;
}

type Placed = Pick<Mutant, 'fileName' | 'location' | 'mutatorName' | 'replacement'>;

/** Whether a mutant is drawn: by what it is, so that every process draws the same. */
export function isDrawn(mutant: Placed | MutantResult, { share, seed }: Sample): boolean {
  const { fileName, location, mutatorName, replacement } = mutant;
  const name = JSON.stringify([seed, relative(process.cwd(), fileName), location, mutatorName, replacement]);
  return createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32 < share;
}

/** Half of the width within which the whole would be in 19 of 20 samples, in points of percent (normal approximation). */
export function margin(noticed: number, all: number): number {
  const p = noticed / all;
  return all === 0 ? 100 : 196 * Math.sqrt((p * (1 - p)) / all);
}

export function toEnvironment({ share, seed }: Sample): Readonly<Record<string, string>> {
  return { [SHARE]: String(share), [SEED]: seed };
}

class SampleChecker implements Checker {
  readonly #sample = { share: Number(process.env[SHARE] ?? '1'), seed: process.env[SEED] ?? '' };

  async init(): Promise<void> {}

  async check(mutants: Mutant[]): Promise<Record<string, CheckResult>> {
    return Object.fromEntries(
      mutants.map((mutant): [string, CheckResult] => [
        mutant.id,
        isDrawn(mutant, this.#sample)
          ? { status: CheckStatus.Passed }
          : { status: CheckStatus.CompileError, reason: 'not drawn' },
      ]),
    );
  }
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.Checker, 'sample', () => new SampleChecker())];
