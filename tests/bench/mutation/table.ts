import { relative, sep } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';

/** A row of the table: which mutants were noticed, by a failing test or by a run without end. */
export type Share = { folder: string; noticed: number; all: number };

const NOTICED: ReadonlySet<string> = new Set(['Killed', 'Timeout']);
const COUNTED: ReadonlySet<string> = new Set(['Killed', 'Timeout', 'Survived', 'NoCoverage']);

/** The share of noticed mutants by folder, counted as Stryker counts it: what was ignored or did not run is in neither. */
export function sharesByFolder(mutants: readonly Pick<MutantResult, 'fileName' | 'status'>[]): Share[] {
  const shares = new Map<string, Share>();
  for (const { fileName, status } of mutants) {
    if (!COUNTED.has(status)) continue;
    const folder = folderOf(fileName);
    const share = shares.get(folder) ?? { folder, noticed: 0, all: 0 };
    shares.set(folder, {
      folder,
      all: share.all + 1,
      noticed: share.noticed + (NOTICED.has(status) ? 1 : 0),
    });
  }
  return [...shares.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

export function tableByFolder(mutants: readonly Pick<MutantResult, 'fileName' | 'status'>[]): string {
  const shares = sharesByFolder(mutants);
  const total: Share = {
    folder: 'all',
    noticed: shares.reduce((sum, { noticed }) => sum + noticed, 0),
    all: shares.reduce((sum, { all }) => sum + all, 0),
  };
  const width = Math.max(...[...shares, total].map(({ folder }) => folder.length));
  const lines = [...shares, total].map(
    ({ folder, noticed, all }) =>
      `${folder.padEnd(width)}  ${String(noticed).padStart(5)} of ${String(all).padStart(5)}  ${percent(noticed, all)}`,
  );
  return lines.join('\n');
}

function percent(noticed: number, all: number): string {
  return all === 0 ? '     -' : `${((100 * noticed) / all).toFixed(2).padStart(6)} %`;
}

function folderOf(fileName: string): string {
  return relative(process.cwd(), fileName).split(sep).slice(0, -1).join('/');
}
