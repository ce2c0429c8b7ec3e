/** An attribution in its sentence: who says so, the words that make it one, and what is said. */
import { html, type TemplateResult } from 'lit';
import type { Claim } from '../../server/contract/claims.ts';

export interface Piece {
  readonly text: string;
  readonly part: 'source' | 'cue' | 'content' | null;
}

interface Part {
  readonly part: 'source' | 'cue' | 'content';
  readonly start: number;
  readonly end: number;
}

/**
 * Cut an attribution's sentence into its parts. Where spans overlap, the cue counts before the source, and the source
 * before the content. Marked words that run on beyond the sentence are whole.
 *
 * Offsets are UTF-16 code units.
 */
export function piecesOf(claim: Extract<Claim, { kind: 'attribution' }>): Piece[] {
  const { sentenceStart: from, span, details } = claim;
  const runsOn = span.end - from > claim.sentenceText.length;
  const sentenceText = runsOn
    ? claim.sentenceText.slice(0, span.start - from) + span.quote
    : claim.sentenceText;
  const content = details.content.length === 0 ? [span] : details.content;
  const spans: [Part['part'], { start: number; end: number } | null][] = [
    ['cue', details.cue],
    ['source', details.source],
    ...content.map((words): [Part['part'], { start: number; end: number }] => ['content', words]),
  ];
  const parts = spans.flatMap(([part, words]): Part[] =>
    words === null ? [] : [{ part, start: words.start - from, end: words.end - from }],
  );
  const inside = (place: number) => place > 0 && place < sentenceText.length;
  const cuts = [...new Set(parts.flatMap(({ start, end }) => [start, end]).filter(inside))];
  const borders = [0, ...cuts.sort((a, b) => a - b), sentenceText.length];
  return borders.slice(1).map((end, index) => {
    const start = borders[index] ?? 0;
    const over = parts.find((part) => part.start <= start && part.end >= end);
    return { text: sentenceText.slice(start, end), part: over?.part ?? null };
  });
}

/** The parts with their names for those who do not see them. */
export function attributionWords(claim: Extract<Claim, { kind: 'attribution' }>): TemplateResult {
  return html`${piecesOf(claim).map(({ text, part }) => (part === null ? text : html`<mark class=${part} title=${NAMES[part]}>${text}</mark>`))}`;
}

const NAMES: Readonly<Record<Part['part'], string>> = { source: 'Source', cue: 'Cue', content: 'Content' };
