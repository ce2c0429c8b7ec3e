/** What is called right, and how bands of confidence are told, on texts written for it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bandsOf, calibrationTable, judgeAttributions, judgeCounts } from './bench/score/calibration.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'claimdesk-calibration-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(...lines: object[]): string {
  const file = path.join(folder, `${Math.random()}.jsonl`);
  writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  return file;
}
const rightIn = (judged: readonly { readonly isRight: boolean }[]) => judged.map(({ isRight }) => isRight);

test('an attribution is right where its words and its source’s are those that somebody marked', () => {
  const text = 'The ferry sank at dawn, Molk said. “The bridge is shut,” said Ada Moor.';
  const at = (words: string) => [[text.indexOf(words), text.indexOf(words) + words.length]];
  const ferry = { source: at('Molk'), content: at('The ferry sank at dawn') };
  const bridge = { source: at('Ada Moor'), content: at('The bridge is shut') };
  const judge = (...attributions: object[]) => rightIn(judgeAttributions(fileOf({ text, attributions })));
  expect(judge(ferry, bridge)).toEqual([true, true]);
  expect(judge(bridge)).toEqual([false, true]);
  expect(judge({ ...ferry, source: at('Ada Moor') }, { ...bridge, source: [] })).toEqual([false, false]);
  expect(judge({ ...ferry, content: at('The ferry') }, bridge)).toEqual([true, true]);
  expect(judge({ ...ferry, content: at('dawn') }, bridge)).toEqual([false, true]);
  expect(judge()).toEqual([false, false]);
});

test('a count is right where it is the total, adds up to it, or is a part of what is right', () => {
  const judge = (text: string, min: number, known = ['killed']) =>
    rightIn(judgeCounts(fileOf({ text, known, counts: [{ outcome: 'killed', min }] })));
  expect(judge('Nine people were killed.', 9)).toEqual([true]);
  expect(judge('Nine people were killed.', 8)).toEqual([false]);
  expect(judge('Nine people were killed. Two more died in Sorn.', 11)).toEqual([true, true]);
  expect(judge('Nine people were killed. Two more died in Sorn.', 9)).toEqual([true, false]);
  expect(judge('The raid killed nine people, including three children.', 9)).toEqual([true, true]);
  expect(judge('The raid killed nine people, including three children.', 3)).toEqual([false, true]);
  expect(judge('Nine people were killed.', 9, ['injured'])).toEqual([]);
});

test('bands are told from the surest down, with how many there were', () => {
  const judged = [0.95, 0.9, 0.89, 0.7, 0.1].map((confidence) => ({
    ...{ confidence, rule: 'a_rule' },
    isRight: confidence > 0.7 && confidence !== 0.9,
  }));
  expect(bandsOf(judged)).toEqual([
    { from: 0.9, all: 2, right: 1 },
    { from: 0.8, all: 1, right: 1 },
    { from: 0.7, all: 1, right: 0 },
    { from: 0.5, all: 0, right: 0 },
    { from: 0, all: 1, right: 0 },
  ]);
  expect(calibrationTable({ boats: judged }).split('\n')).toEqual([
    '| confidence | boats |',
    '|---|---|',
    '| 0.9 and more | 50 of 100 (1 of 2) |',
    '| 0.8 to 0.9 | 100 of 100 (1 of 1) |',
    '| 0.7 to 0.8 | 0 of 100 (0 of 1) |',
    '| 0.5 to 0.7 | — |',
    '| below 0.5 | 0 of 100 (0 of 1) |',
  ]);
});
