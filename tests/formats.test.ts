/** The list of formats, and those who read it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { correctionLinks, exportLinks, proofLinks, storyLinks } from '../client/api/exports.ts';
import { USAGE } from '../server/command/usage.ts';
import {
  CorrectionFormat,
  ExportFormat,
  FORMATS,
  ImportFormat,
  ProofFormat,
  StoryFormat,
} from '../server/contract/formats.ts';
import { withFormatTable } from './support/format-table.ts';

describe('every format', () => {
  test.each(FORMATS.map((format) => [`${format.of} ${format.id} ${format.direction}`, format] as const))(
    '%s says what it is for and what it cannot carry',
    (_name, { mediaType, extension, use, cannot }) => {
      expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+(?:; ?[a-z]+="?[^"]+"?)*$/);
      expect(extension).toMatch(/^[a-z0-9]+(?:\.[a-z0-9]+)*$/);
      expect(use).toMatch(/^\p{Lu}[^.]*\.$/u);
      expect(cannot.length).toBeGreaterThan(0);
      expect(cannot.filter((one) => /[.;]$|^\p{Lu}\p{Ll}/u.test(one))).toEqual([]);
    },
  );

  test('stands once in its list', () => {
    const names = FORMATS.map(({ direction, of, id }) => `${direction} ${of} ${id}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('the README tells of each: `npm run formats` writes it', () => {
  const readme = readFileSync(path.join(import.meta.dirname, '..', 'README.md'), 'utf8');
  expect(readme).toBe(withFormatTable(readme));
});

test('the export menu has a link for each that goes out', () => {
  const formatsOf = (links: readonly { href: string }[]) =>
    links.map(({ href }) => new URL(href, 'https://desk.example').searchParams.get('format'));
  expect(formatsOf(exportLinks({}))).toEqual(ExportFormat.options);
  expect(formatsOf(correctionLinks({}))).toEqual(CorrectionFormat.options);
  expect(formatsOf(proofLinks('an-id'))).toEqual(ProofFormat.options);
  expect(formatsOf(storyLinks('an-id'))).toEqual(StoryFormat.options);
});

test('the command line explains each that goes out', () => {
  const out = [ExportFormat, CorrectionFormat, StoryFormat, ProofFormat].flatMap(
    ({ options }): string[] => options,
  );
  for (const id of out) expect(USAGE.export).toMatch(new RegExp(`^ +${id} `, 'm'));
  expect(ImportFormat.options.length).toBeGreaterThan(0);
});
