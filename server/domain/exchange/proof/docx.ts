/**
 * The checking proof as a Word document (ECMA-376, Office Open XML): the story's own words, each claim a comment anchored
 * on its own, so that an editor may go on in a word processor. What the proof is of stands behind the story.
 */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  type FileChild,
  HeadingLevel,
  type ICommentOptions,
  type IParagraphOptions,
  type IRunOptions,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx';
import type { Block } from '../../../contract/articles.ts';
import type { Claim } from '../../../contract/claims.ts';
import {
  type EvidenceRow,
  evidenceRows,
  type Line,
  NO_EVIDENCE,
  NO_SOURCES,
  type SourceRow,
  sourceRows,
} from './lists.ts';
import { factsOf, isRightToLeft, lineOf, numbersOf, type StateLine } from './marks.ts';
import type { ProofInput } from './model.ts';
import { type Numbers, noteWords } from './notes.ts';
import { when } from './pieces.ts';
import { decisionWords, tallyWords } from './sign.ts';
import { stretchesOf } from './stretches.ts';

/** @returns the file; the times at which its parts were packed are those of now */
export async function proofDocx(input: ProofInput): Promise<Uint8Array> {
  const { article, madeAt, madeBy } = input;
  const claims = input.claims.filter(({ status }) => status !== 'withdrawn');
  const numbers = numbersOf(input, claims);
  const placed = claims.filter(({ status }) => status !== 'orphaned');
  const file = new Document({
    title: clean(article.title),
    creator: clean(madeBy),
    lastModifiedBy: clean(madeBy),
    description: `Checking proof of revision ${article.revision.number}, event ${article.head}`,
    styles: {
      default: {
        document: { run: { font: 'Georgia', size: '11pt', language: languageOf(article.language) } },
      },
    },
    comments: { children: placed.map((claim, id) => commentOf(claim, id, input, numbers)) },
    sections: [{ children: [...storyOf(input, placed), ...behindOf(input, claims, numbers)] }],
  });
  return Packer.toBuffer(file, false, [
    { path: 'docProps/core.xml', data: coreOf(article.title, madeBy, madeAt) },
  ]);
}

/** What XML 1.0 has no room for (section 2.2, Char) is shown as missing. */
const clean = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');

/** Scripts that are set from right to left have their language beside the one of other runs. */
const languageOf = (language: string) =>
  isRightToLeft(language) ? { value: 'en-GB', bidirectional: language } : { value: language };

/** One comment: whose it is, of when, and the note of the proof with its number, to which other notes refer. */
function commentOf(claim: Claim, id: number, input: ProofInput, numbers: Numbers): ICommentOptions {
  const { by, at } = claim.review ?? claim.verdict ?? { by: claim.createdBy, at: claim.createdAt };
  const author = clean(input.people.get(by) ?? 'someone');
  const { number, state, words } = noteWords(claim, input, numbers);
  return {
    ...{ id, author, date: new Date(at) },
    initials: initialsOf(author),
    children: [
      new Paragraph({
        children: [new TextRun({ text: `${number} · ${state}. `, bold: true }), ...runs(words)],
      }),
    ],
  };
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => [...part][0] ?? '')
    .join('')
    .slice(0, 8);

/** A text as runs, each of its lines one. */
const runs = (text: string, options: IRunOptions = {}): TextRun[] =>
  clean(text)
    .split(/\r\n|[\n\r]/)
    .map((line, index) => new TextRun({ ...options, text: line, ...(index === 0 ? {} : { break: 1 }) }));

/** The blocks of the text, with where each comment begins and ends. */
function storyOf({ article }: ProofInput, placed: readonly Claim[]): Paragraph[] {
  const { text, blocks } = article.revision;
  const rightToLeft = isRightToLeft(article.language);
  const ids = new Map(placed.map(({ id }, index) => [id, index]));
  const marks = placed.map(({ id, span }) => ({ id, start: span.start, end: span.end }));
  const begun = new Set<string>();
  const ended = new Set<string>();
  return blocks.map((block, index) => {
    const children: ParagraphChild[] = [];
    const end = (id: string) => {
      const number = ids.get(id);
      if (number === undefined || ended.has(id)) return;
      ended.add(id);
      children.push(new CommentRangeEnd(number), new TextRun({ children: [new CommentReference(number)] }));
    };
    for (const stretch of stretchesOf(block, marks)) {
      for (const id of stretch.ids) {
        if (begun.has(id)) continue;
        begun.add(id);
        children.push(new CommentRangeStart(ids.get(id) ?? 0));
      }
      const over = placed.filter(({ id }) => stretch.ids.includes(id));
      const options = { rightToLeft, ...(over.length === 0 ? {} : lineUnder(lineOf(over))) };
      children.push(...runs(text.slice(stretch.start, stretch.end), options));
      for (const id of stretch.ending) end(id);
    }
    // One that ends in the blank between two blocks ends with the first of them.
    const next = blocks[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    for (const { id, span } of placed) if (begun.has(id) && span.end <= next) end(id);
    return new Paragraph({ ...ROLES[block.role], bidirectional: rightToLeft, children });
  });
}

/** The lines of the printed proof, as far as a word processor has them. */
const LINES: Readonly<Record<StateLine, readonly [keyof typeof UnderlineType, string]>> = {
  wrong: ['DOUBLE', 'B3261E'],
  returned: ['WAVE', 'A15C00'],
  expired: ['WAVE', 'A15C00'],
  unchecked: ['DOTTED', '5F6368'],
  checking: ['DOTTED', '5F6368'],
  checked: ['DASH', '1F5FA8'],
  passed: ['SINGLE', '1E6E3A'],
};

const lineUnder = (line: StateLine) => {
  const [type, color] = LINES[line];
  return { underline: { type: UnderlineType[type], color } };
};

const ROLES: Readonly<Record<Block['role'], Pick<IParagraphOptions, 'heading' | 'spacing' | 'indent'>>> = {
  headline: { heading: HeadingLevel.HEADING_1 },
  standfirst: { spacing: { after: 200 } },
  byline: { spacing: { after: 100 } },
  dateline: { spacing: { after: 100 } },
  paragraph: { spacing: { after: 200 } },
  heading: { heading: HeadingLevel.HEADING_2 },
  quote: { spacing: { after: 200 }, indent: { start: 567 } },
  caption: { spacing: { after: 200 }, indent: { start: 284 } },
};

/** What the proof is of: how far checking has come, who answers for it, and what it rests on. */
function behindOf(input: ProofInput, claims: readonly Claim[], numbers: Numbers): FileChild[] {
  const { article, madeAt, madeBy, headHash } = input;
  const { number, sha256 } = article.revision;
  const orphans = claims.filter(({ status }) => status === 'orphaned');
  const hash = headHash === null ? '' : `, ${headHash}`;
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
      children: runs('Checking proof'),
    }),
    line(article.title),
    line(factsOf(article).join(' · ')),
    line(`Revision ${number} · made ${when(madeAt)} by ${madeBy}`),
    heading('Facts left'),
    line(tallyWords(claims)),
    heading('Sign-off'),
    line(decisionWords(input, numbers)),
    ...(orphans.length === 0 ? [] : [heading('No longer in the text')]),
    ...orphans.map((claim) => {
      const { number: note, state, words } = noteWords(claim, input, numbers);
      return line(`${note} · “${claim.span.quote}” ${state}. ${words}`);
    }),
    heading('Sources'),
    sourceTable(sourceRows(input, claims, numbers)),
    heading('Evidence'),
    evidenceTable(evidenceRows(input, numbers)),
    heading('What this proof is of'),
    line(`Text: SHA-256 ${sha256}`),
    line(`History: event ${article.head}${hash}`),
  ];
}

const ENGLISH = { language: { value: 'en-GB' } };
const heading = (text: string) =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(text, ENGLISH) });
const line = (text: string) => new Paragraph({ spacing: { after: 100 }, children: runs(text, ENGLISH) });

const sourceTable = (rows: readonly SourceRow[]): FileChild =>
  rows.length === 0
    ? line(NO_SOURCES)
    : table(
        ['No.', 'Source', 'Kind', 'Notes'],
        rows.map(({ number, name, kind, notes }) => [[number], [name], [kind], [notes.join(', ')]]),
      );

const evidenceTable = (rows: readonly EvidenceRow[]): FileChild =>
  rows.length === 0
    ? line(NO_EVIDENCE)
    : table(
        ['No.', 'Evidence', 'Kind', 'Notes'],
        rows.map(({ number, title, where, kind, notes }) => [
          [number],
          [title, ...where.map(inLine)],
          [kind],
          [notes.join(', ')],
        ]),
      );

/** An address is words here as well: nothing is fetched that nobody asked for. */
const inLine = ({ words, digest = '', address = '' }: Line) => `${words}${digest}${address}`;

/** Of each cell its lines. */
function table(heads: readonly string[], rows: readonly (readonly (readonly string[])[])[]): Table {
  const cells = (row: readonly (readonly string[])[], bold: boolean) =>
    row.map(
      (lines) =>
        new TableCell({
          children: lines.map((text) => new Paragraph({ children: runs(text, { ...ENGLISH, bold }) })),
        }),
    );
  const head = new TableRow({
    tableHeader: true,
    children: cells(
      heads.map((text) => [text]),
      true,
    ),
  });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [head, ...rows.map((row) => new TableRow({ children: cells(row, false) }))],
  });
}

/** Of when and by whom the file is: the proof's own time, and not that of the packing. */
function coreOf(title: string, madeBy: string, madeAt: string): string {
  const at = `${madeAt.slice(0, 19)}Z`;
  const text = (words: string) => clean(words).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${text(title)}</dc:title><dc:creator>${text(madeBy)}</dc:creator><cp:lastModifiedBy>${text(madeBy)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}
