/** A part of the mutants, drawn by chance: all of them take hours, and a few thousand tell nearly as much. */
import { createHash } from 'node:crypto';
import type { MutantResult } from '@stryker-mutator/api/core';

/** Stryker's processes are told by these how much of the mutants is looked at. */
const SHARE = 'CLAIMDESK_MUTATION_SHARE';
const SEED = 'CLAIMDESK_MUTATION_SEED';
const DOMAIN = '/server/domain/';

export interface Sample {
  /** Of all mutants: 0 to 1. */
  readonly share: number;
  /** Another one draws others. */
  readonly seed: string;
}

type Placed = Pick<MutantResult, 'fileName' | 'location' | 'mutatorName' | 'replacement'>;

/** Whether a mutant is drawn: by what it is, so that each run draws the same, wherever its copy of the files is. */
export function isDrawn(
  { fileName, location: { start, end }, mutatorName, replacement }: Placed,
  { share, seed }: Sample,
): boolean {
  if (share >= 1) return true;
  const file = fileName.replaceAll('\\', '/');
  const place = [start.line, start.column, end.line, end.column];
  const name = JSON.stringify([seed, file.slice(file.lastIndexOf(DOMAIN)), place, mutatorName, replacement]);
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

export function fromEnvironment(environment: NodeJS.ProcessEnv): Sample {
  return { share: Number(environment[SHARE] ?? '1'), seed: environment[SEED] ?? '' };
}
