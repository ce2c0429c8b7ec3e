/** Spans against texts; a new phenomenon is a new row. Offsets are UTF-16 code units. */
import type { Range, Span } from '../../server/contract/common.ts';

const text = 'Two boats sank. Nine people 🛟 were saved.\n\nThe search goes on.';
const sentences: Range[] = [
  { start: 0, end: 15 },
  { start: 16, end: 42 },
  { start: 44, end: 63 },
];

export const placeCases: Record<string, { span: Span; expected: number | 'SPAN_MISMATCH' | 'SPAN_OUTSIDE' }> =
  {
    'at the very start': { span: { start: 0, end: 9, quote: 'Two boats' }, expected: 0 },
    'a whole sentence': { span: { start: 16, end: 42, quote: 'Nine people 🛟 were saved.' }, expected: 1 },
    'up to the end of the text': { span: { start: 44, end: 63, quote: 'The search goes on.' }, expected: 2 },
    'over several sentences counts where it begins': {
      span: { start: 10, end: 27, quote: 'sank. Nine people' },
      expected: 0,
    },
    'the last character of a sentence': { span: { start: 14, end: 15, quote: '.' }, expected: 0 },
    'begins between two sentences': {
      span: { start: 15, end: 20, quote: ' Nine' },
      expected: 'SPAN_OUTSIDE',
    },
    'begins between two paragraphs': {
      span: { start: 43, end: 47, quote: '\nThe' },
      expected: 'SPAN_OUTSIDE',
    },
    'other words than stand there': {
      span: { start: 0, end: 9, quote: 'Two ships' },
      expected: 'SPAN_MISMATCH',
    },
    'the right words, one unit off': {
      span: { start: 1, end: 10, quote: 'Two boats' },
      expected: 'SPAN_MISMATCH',
    },
    'other case': { span: { start: 0, end: 3, quote: 'two' }, expected: 'SPAN_MISMATCH' },
    'shorter than its offsets say': {
      span: { start: 44, end: 70, quote: 'The search goes on.' },
      expected: 'SPAN_MISMATCH',
    },
    'past the end': { span: { start: 90, end: 92, quote: 'on' }, expected: 'SPAN_MISMATCH' },
    'words that hold a pair whole': { span: { start: 28, end: 30, quote: '🛟' }, expected: 1 },
    'begins inside a pair': { span: { start: 29, end: 30, quote: '\udedf' }, expected: 'SPAN_MISMATCH' },
    'ends inside a pair': { span: { start: 28, end: 29, quote: '\ud83d' }, expected: 'SPAN_MISMATCH' },
    'counted in code points instead': {
      span: { start: 30, end: 34, quote: 'were' },
      expected: 'SPAN_MISMATCH',
    },
  };
export const placedText = { text, sentences };

export const proposeCases: Record<string, { text: string; quote: string; expected: Span | null }> = {
  'once, further on': {
    text: 'New: two boats sank.',
    quote: 'two boats',
    expected: { start: 5, end: 14, quote: 'two boats' },
  },
  'after a pair of surrogates': {
    text: '🛟 nine',
    quote: 'nine',
    expected: { start: 3, end: 7, quote: 'nine' },
  },
  'the whole text': { text: 'nine', quote: 'nine', expected: { start: 0, end: 4, quote: 'nine' } },
  'no longer there': { text: 'Three boats sank.', quote: 'two boats', expected: null },
  'twice: which one is a person’s choice': { text: 'nine dead, nine hurt', quote: 'nine', expected: null },
  'twice, overlapping': { text: 'ha ha ha', quote: 'ha ha', expected: null },
  'in other case': { text: 'Two boats', quote: 'two boats', expected: null },
  'no words at all': { text: 'Two boats', quote: '', expected: null },
};
