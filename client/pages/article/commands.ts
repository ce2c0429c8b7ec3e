/** What commands mean: which move, which edge, which kind, which span. */
import type { ClaimKind } from '../../../server/contract/claims.ts';
import type { SpanField } from '../../components/inspector/acts.ts';
import type { Command } from '../../controllers/proof/key-map.ts';
import type { Cursor, Reading } from '../../controllers/proof/reading-cursor.ts';

type Move = (reading: Reading, cursor: Cursor) => Cursor;
export const MOVES: Partial<Record<Command, Move>> = {
  'next-sentence': (reading, cursor) => reading.sentenceBy(cursor, 1),
  'previous-sentence': (reading, cursor) => reading.sentenceBy(cursor, -1),
  'next-word': (reading, cursor) => reading.wordBy(cursor, 1),
  'previous-word': (reading, cursor) => reading.wordBy(cursor, -1),
  'extend-right': (reading, cursor) => reading.extendByWord(cursor, 1),
  'extend-left': (reading, cursor) => reading.extendByWord(cursor, -1),
  'next-phrase': (reading, cursor) => reading.phraseBy(cursor, 1),
  'previous-phrase': (reading, cursor) => reading.phraseBy(cursor, -1),
  'extend-phrase-right': (reading, cursor) => reading.extendByPhrase(cursor, 1),
  'extend-phrase-left': (reading, cursor) => reading.extendByPhrase(cursor, -1),
  'next-figure': (reading, cursor) => reading.figureBy(cursor, 1),
  'previous-figure': (reading, cursor) => reading.figureBy(cursor, -1),
  'first-word': (reading, cursor) => reading.edgeBy(cursor, -1),
  'last-word': (reading, cursor) => reading.edgeBy(cursor, 1),
  'extend-first': (reading, cursor) => reading.extendToEdge(cursor, -1),
  'extend-last': (reading, cursor) => reading.extendToEdge(cursor, 1),
  'extend-character-right': (reading, cursor) => reading.extendByCharacter(cursor, 1),
  'extend-character-left': (reading, cursor) => reading.extendByCharacter(cursor, -1),
};
/** An arrow leads where it points: in a story written from right to left, the right one leads back. */
export const MIRRORED: Partial<Record<Command, Command>> = {
  'next-word': 'previous-word',
  'previous-word': 'next-word',
  'extend-right': 'extend-left',
  'extend-left': 'extend-right',
  'next-phrase': 'previous-phrase',
  'previous-phrase': 'next-phrase',
  'extend-phrase-right': 'extend-phrase-left',
  'extend-phrase-left': 'extend-phrase-right',
  'extend-character-right': 'extend-character-left',
  'extend-character-left': 'extend-character-right',
};
export const EDGES: Partial<Record<Command, ['start' | 'end', 'out' | 'in']>> = {
  'start-out': ['start', 'out'],
  'start-in': ['start', 'in'],
  'end-out': ['end', 'out'],
  'end-in': ['end', 'in'],
};
export const KIND_OF: Partial<Record<Command, ClaimKind>> = {
  'mark-casualty_count': 'casualty_count',
  'mark-attribution': 'attribution',
  'mark-source': 'source',
  'mark-fact': 'fact',
};
export const SPANS: Partial<Record<Command, SpanField>> = {
  'take-source': 'source',
  'take-cue': 'cue',
  'take-content': 'content',
  'take-via': 'via',
};
