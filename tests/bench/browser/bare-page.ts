/** The page beside which the article page is measured: its story's text in plain paragraphs, its claims bare ranges. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../../../server/contract/articles.ts';
import { type Claim, ClaimKind, type ClaimStatus } from '../../../server/contract/claims.ts';
import type { Suggestion } from '../../../server/contract/suggestions.ts';

export interface BareStory {
  readonly text: string;
  readonly blocks: readonly { readonly start: number; readonly end: number }[];
  /** In the order of the text. */
  readonly claims: readonly { readonly name: string; readonly start: number; readonly end: number }[];
}

/** How the article page draws each status, so that both paint the same lines. */
const LINE_OF: Readonly<Record<ClaimStatus, keyof typeof LINES>> = {
  unchecked: 'open',
  checking: 'open',
  checked: 'verdict',
  passed: 'verdict',
  returned: 'broken',
  expired: 'broken',
  orphaned: 'broken',
  withdrawn: 'withdrawn',
};
const LINES = {
  open: 'underline dotted 2px',
  verdict: 'underline solid 2px',
  broken: 'underline wavy 1.5px',
  withdrawn: 'line-through solid 1px',
  suggested: 'underline dashed 2px',
} as const;
const COLOURS = ['crimson', 'steelblue', 'seagreen', 'goldenrod'];

export function bareStory({ revision }: Article, claims: readonly Claim[]): BareStory {
  return {
    text: revision.text,
    blocks: revision.blocks.map(({ start, end }) => ({ start, end })),
    claims: claims.map(({ kind, status, span }) => ({
      name: `mark-${kind}-${LINE_OF[status]}`,
      start: span.start,
      end: span.end,
    })),
  };
}

/** The same with what is suggested in the place of claims. */
export function bareSuggestions({ revision }: Article, suggestions: readonly Suggestion[]): BareStory {
  return {
    text: revision.text,
    blocks: revision.blocks.map(({ start, end }) => ({ start, end })),
    claims: suggestions.map(({ kind, span }) => ({
      name: `mark-${kind}-suggested`,
      start: span.start,
      end: span.end,
    })),
  };
}

/** The whole page; it paints nothing until it is told to. */
export async function barePage(): Promise<string> {
  const rules = ClaimKind.options.flatMap((kind, index) =>
    Object.entries(LINES).map(
      ([line, style]) =>
        `::highlight(mark-${kind}-${line}) { text-decoration: ${style} ${COLOURS[index]}; text-underline-offset: 0.2em }`,
    ),
  );
  const script = await readFile(path.join(import.meta.dirname, 'bare.js'), 'utf8');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title><style>
body { margin: 2rem auto; max-width: 66ch; font: 1.125rem/1.68 Georgia, serif }
${rules.join('\n')}
</style><body></body><script>${script}</script></html>`;
}
