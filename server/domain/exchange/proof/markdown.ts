/**
 * The checking proof as Markdown: the story with a footnote for each claim at its words, and behind a rule the notes and
 * what they rest on. Everything from outside passes through `markdownLine`.
 *
 * What it says of itself at its beginning lets it be brought in again as the story alone: see `in/markdown.ts`.
 */
import type { Block } from '../../../contract/articles.ts';
import type { Claim } from '../../../contract/claims.ts';
import { type EvidenceRow, evidenceRows, type Line, NO_EVIDENCE, NO_SOURCES, sourceRows } from './lists.ts';
import { type Between, markdownAddress, markdownLine } from './markdown-text.ts';
import { numbersOf } from './marks.ts';
import type { ProofInput } from './model.ts';
import { type Numbers, noteWords } from './notes.ts';
import { when } from './pieces.ts';
import { decisionWords, tallyWords } from './sign.ts';

/** What tells a proof from other Markdown: its story ends at its first rule. */
export const PROOF_KEY = 'claimdesk-proof';
const RULE = '* * *';

export function proofMarkdown(input: ProofInput): string {
  const claims = input.claims.filter(({ status }) => status !== 'withdrawn');
  const numbers = numbersOf(input, claims);
  const placed = claims.filter(({ status }) => status !== 'orphaned');
  const orphans = claims.filter(({ status }) => status === 'orphaned');
  const paragraphs = [
    frontMatter(input),
    ...input.article.revision.blocks.map((block) => blockOf(block, input, placed, numbers)),
    RULE,
    '## Checking proof',
    markdownLine(`Revision ${input.article.revision.number}, made ${when(input.madeAt)} by ${input.madeBy}`),
    markdownLine(tallyWords(claims)),
    markdownLine(decisionWords(input, numbers)),
    ...(orphans.length === 0
      ? []
      : ['### No longer in the text', listed(orphans.map((one) => orphanOf(one, numbers)))]),
    '### Sources',
    ...sourcesOf(input, claims, numbers),
    '### Evidence',
    ...evidenceOf(input, numbers),
    '### What this proof is of',
    listed(provenanceOf(input)),
    ...claims.map((claim) => footnoteOf(claim, input, numbers)),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}

/** Strings of JSON are strings of YAML. */
function frontMatter({ article }: ProofInput): string {
  const { title, byline, agency, dateline, publishedAt, language, sourceUrl, revision } = article;
  const said = { title, author: byline, agency, dateline, date: publishedAt, lang: language, url: sourceUrl };
  const lines = Object.entries({ ...said, [PROOF_KEY]: String(revision.number) }).flatMap(([key, value]) =>
    value === null ? [] : [`${key}: ${JSON.stringify(value).replace(/[\u0085\u2028\u2029]/gu, ' ')}`],
  );
  return ['---', ...lines, '---'].join('\n');
}

const SIGNS: Readonly<Partial<Record<Block['role'], string>>> = {
  headline: '# ',
  heading: '## ',
  quote: '> ',
};

/** A block with the numbers of the claims that end in it; nested and overlapping ones have theirs side by side. */
function blockOf(block: Block, { article }: ProofInput, claims: readonly Claim[], numbers: Numbers): string {
  const ending = new Map<number, string>();
  for (const { id, span } of claims) {
    if (span.end <= block.start || span.end > block.end) continue;
    const at = span.end - block.start;
    ending.set(at, `${ending.get(at) ?? ''}${markOf(id, numbers)}`);
  }
  const words = markdownLine(article.revision.text.slice(block.start, block.end), ending);
  return words === '' ? '' : `${SIGNS[block.role] ?? ''}${words}`;
}

const markOf = (id: string, numbers: Numbers): string => `[^${numbers.claims.get(id) ?? ''}]`;

/** The words first: where several claims end in one place, or overlap, the number alone does not tell them. */
function footnoteOf(claim: Claim, input: ProofInput, numbers: Numbers): string {
  const { state, words } = noteWords(claim, input, numbers);
  const quote = markdownLine(`“${claim.span.quote}”`);
  return `${markOf(claim.id, numbers)}: ${quote} **${state}.** ${markdownLine(words)}`;
}

/** A claim whose words are gone, with its number all the same: a note that nothing leads to would not be shown. */
function orphanOf({ id, span }: Claim, numbers: Numbers): string {
  const words = `“${span.quote}”`;
  const behind: Between = new Map([[words.length, markOf(id, numbers)]]);
  return markdownLine(words, behind);
}

const listed = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
const notesOf = (notes: readonly string[]): string =>
  notes.length === 0 ? '' : ` (notes ${notes.join(', ')})`;

function sourcesOf(input: ProofInput, claims: readonly Claim[], numbers: Numbers): string[] {
  const rows = sourceRows(input, claims, numbers);
  if (rows.length === 0) return [NO_SOURCES];
  return [
    listed(
      rows.map(
        ({ number, name, kind, notes }) =>
          `**${number}** ${markdownLine(name)}, ${markdownLine(kind)}${notesOf(notes)}`,
      ),
    ),
  ];
}

function evidenceOf(input: ProofInput, numbers: Numbers): string[] {
  const rows = evidenceRows(input, numbers);
  return rows.length === 0 ? [NO_EVIDENCE] : [listed(rows.map(evidenceLine))];
}

const evidenceLine = ({ number, title, kind, where, notes }: EvidenceRow): string =>
  `**${number}** ${[markdownLine(title), markdownLine(kind), ...where.map(whereOf)].join(' · ')}${notesOf(notes)}`;

function whereOf({ words, digest, address }: Line): string {
  const at = address === undefined ? '' : (markdownAddress(address) ?? markdownLine(address));
  return `${markdownLine(`${words}${digest ?? ''}`)}${at}`;
}

function provenanceOf({ article, headHash }: ProofInput): string[] {
  const { revision, head } = article;
  return [
    `Text: SHA-256 ${revision.sha256}`,
    `History: event ${head}${headHash === null ? '' : `, ${headHash}`}`,
  ];
}
