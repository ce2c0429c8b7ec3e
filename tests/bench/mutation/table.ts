import { relative, sep } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';

/** A row of the table: which mutants were noticed, by a failing test or by a run without end, and by the type check alone. */
export type Share = { folder: string; noticed: number; byTypes: number; all: number };

type Judged = Pick<MutantResult, 'fileName' | 'status'>;

const NOTICED: ReadonlySet<string> = new Set(['Killed', 'Timeout']);
const COUNTED: ReadonlySet<string> = new Set(['Killed', 'Timeout', 'Survived', 'NoCoverage']);

/**
 * The share of noticed mutants by folder, counted as Stryker counts it: what was ignored or did not run is in neither.
 *
 * @param typed those that no test noticed and the type check does
 */
export function sharesByFolder<T extends Judged>(mutants: readonly T[], typed: ReadonlySet<T>): Share[] {
  const shares = new Map<string, Share>();
  for (const mutant of mutants) {
    if (!COUNTED.has(mutant.status)) continue;
    const folder = folderOf(mutant.fileName);
    const share = shares.get(folder) ?? { folder, noticed: 0, byTypes: 0, all: 0 };
    const noticed = NOTICED.has(mutant.status);
    shares.set(folder, {
      folder,
      all: share.all + 1,
      noticed: share.noticed + (noticed ? 1 : 0),
      byTypes: share.byTypes + (!noticed && typed.has(mutant) ? 1 : 0),
    });
  }
  return [...shares.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

export function sumOf(shares: readonly Share[]): Share {
  const sum = (of: 'noticed' | 'byTypes' | 'all') => shares.reduce((total, share) => total + share[of], 0);
  return { folder: 'all', noticed: sum('noticed'), byTypes: sum('byTypes'), all: sum('all') };
}

/** A line for each folder and one for all: noticed by a test, by the types besides, and the share of both. */
export function tableByFolder(shares: readonly Share[]): string {
  const rows = [...shares, sumOf(shares)];
  const width = Math.max(...rows.map(({ folder }) => folder.length));
  const lines = rows.map(({ folder, noticed, byTypes, all }) => {
    const figures = `${String(noticed).padStart(5)} of ${String(all).padStart(5)}  ${percent(noticed, all)}`;
    const types = `types ${String(byTypes).padStart(4)}  ${percent(noticed + byTypes, all)}`;
    return `${folder.padEnd(width)}  ${figures}  ${types}`;
  });
  return lines.join('\n');
}

function percent(noticed: number, all: number): string {
  return all === 0 ? '     -' : `${((100 * noticed) / all).toFixed(2).padStart(6)} %`;
}

function folderOf(fileName: string): string {
  return relative(process.cwd(), fileName).split(sep).slice(0, -1).join('/');
}
