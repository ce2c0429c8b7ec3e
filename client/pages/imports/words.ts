/** What the pages of many stories say. */
import type { Import, ImportFileState } from '../../../server/contract/imports.ts';
import { counted } from '../../words.ts';

export const FILE_STATE_WORDS: Readonly<Record<ImportFileState, string>> = {
  awaited: 'Not sent yet',
  waiting: 'Waiting',
  stored: 'Stored',
  newer: 'Newer text',
  already: 'Already here',
  refused: 'Refused',
};

export const filesWords = (count: number): string => counted(count, 'file');

const ORDER = ['stored', 'newer', 'already', 'refused', 'waiting', 'awaited'] as const;

/** "312 stored, 4 newer texts, 2 refused": those of which there are some. */
export function countsWords({ counts }: Pick<Import, 'counts'>): string {
  const words = {
    stored: 'stored',
    newer: counts.newer === 1 ? 'newer text' : 'newer texts',
    already: 'already here',
    refused: 'refused',
    waiting: 'waiting',
    awaited: 'not sent yet',
  } as const;
  return ORDER.filter((state) => counts[state] > 0)
    .map((state) => `${counts[state].toLocaleString('en-GB')} ${words[state]}`)
    .join(', ');
}

export const totalOf = ({ counts }: Pick<Import, 'counts'>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
/** Files of which it is known what became of them. */
export const doneOf = ({ counts }: Pick<Import, 'counts'>): number =>
  counts.stored + counts.newer + counts.already + counts.refused;

/** What it is at. */
export function stateWords(one: Import): string {
  if (one.state === 'stopped') return 'Stopped';
  if (one.finishedAt !== null)
    return one.counts.refused === 0 ? 'All brought in' : 'Done, with files refused';
  if (one.state === 'paused') return 'Paused';
  return one.counts.awaited > 0 ? 'Waiting for files' : 'Being brought in';
}
