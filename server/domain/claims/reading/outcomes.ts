/** What happened to the people that a figure counts. */
import type { Outcome } from '../../../contract/claims.ts';
import {
  AUXILIARIES,
  BARE_VERBS,
  CARRIED_OUT,
  CONDITIONS,
  categoryOf,
  MODALS,
  NEEDS_PEOPLE,
  NEGATIONS,
  outcomeOf,
} from './lexicon.ts';
import { symbolAt, type Token, wordAt } from './tokens.ts';

export interface OutcomeWord {
  readonly outcome: Outcome;
  /** The index of its token. */
  readonly at: number;
  /** "were killed": the predicate of its clause. */
  readonly passive: boolean;
}

/** A stretch of token indices, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The words that tell an outcome which the text states as having happened. */
export function outcomesIn(tokens: readonly Token[], figures: readonly Stretch[]): OutcomeWord[] {
  const edges = { from: new Set(figures.map(({ from }) => from)), to: new Set(figures.map(({ to }) => to)) };
  return tokens.flatMap((token, at) => {
    const outcome = token.kind === 'word' ? outcomeOf(token.lower) : null;
    if (outcome === null || !isStated(tokens, at)) return [];
    if (NEEDS_PEOPLE.has(token.lower) && !isAboutPeople(tokens, at, edges)) return [];
    return [{ outcome, at, passive: AUXILIARIES.has(wordAt(tokens, at - 1)) }];
  });
}

/** How far back in its clause a verb's negation or modal may stand, in tokens. */
const REACH = 6;

/** False for what is negated ("did not kill"), hypothetical ("could be killed") or only planned ("to kill"). */
export function isStated(tokens: readonly Token[], at: number): boolean {
  const bare = BARE_VERBS.has(wordAt(tokens, at));
  if (bare && wordAt(tokens, at - 1) === 'to' && !CARRIED_OUT.has(wordAt(tokens, at - 2))) return false;
  for (let index = at - 1; index >= Math.max(at - REACH, 0); index--) {
    const word = wordAt(tokens, index);
    if (endsClause(tokens, index) || (outcomeOf(word) !== null && index !== at - 1)) return true;
    if (NEGATIONS.has(word) && wordAt(tokens, index + 1) !== 'only') return false;
    if (CONDITIONS.has(word)) return false;
    if (isModal(tokens, index)) return false;
  }
  return true;
}

/** May and Will with a capital are a month and a man; wires in capitals tell "12 MAY" from "MAY HAVE" by what follows. */
function isModal(tokens: readonly Token[], index: number): boolean {
  const word = wordAt(tokens, index);
  if (!MODALS.has(word) && word !== 'may') return false;
  if (tokens[index]?.text === word) return true;
  const inCapitals = tokens[index]?.text === word.toUpperCase();
  return inCapitals && (word !== 'may' || BARE_AUXILIARIES.has(wordAt(tokens, index + 1)));
}
const BARE_AUXILIARIES: ReadonlySet<string> = new Set(['have', 'be', 'not', 'also', 'yet', 'well']);

const CLAUSE_WORDS: ReadonlySet<string> = new Set(['and', 'but', 'while', 'whereas', 'though', 'although']);
const endsClause = (tokens: readonly Token[], index: number): boolean =>
  /^[,;:.!?—–()]$/.test(symbolAt(tokens, index)) || CLAUSE_WORDS.has(wordAt(tokens, index));

/** Where "prisoners released" ends: what follows is no object. */
const NO_OBJECT: ReadonlySet<string> = new Set(['', 'by', 'in', 'from', 'on', 'at', 'after', 'since', 'and']);

/** "were held", "released dozens of prisoners", "released 12": not "released a video". */
function isAboutPeople(tokens: readonly Token[], at: number, edges: Edges): boolean {
  if (AUXILIARIES.has(wordAt(tokens, at - 1)) || edges.from.has(at + 1) || edges.to.has(at)) return true;
  if (categoryOf(wordAt(tokens, at - 1)) !== null && NO_OBJECT.has(wordAt(tokens, at + 1))) return true;
  return [1, 2, 3].some((offset) => categoryOf(wordAt(tokens, at + offset)) !== null);
}

/** Token indices at which figures begin and end. */
interface Edges {
  readonly from: ReadonlySet<number>;
  readonly to: ReadonlySet<number>;
}

/** Costs in tokens. Another figure between belongs to the word more than this one does. */
const BORDER_COST = 4;
const FIGURE_COST = 8;
/** "Two reporters missing since May had been freed": the predicate outweighs what stands nearer. */
const PREDICATE_GAIN = 20;
/** A predicate behind one of these is another clause's. */
const RELATIVES: ReadonlySet<string> = new Set(
  'who whom whose which that where when after before as because'.split(' '),
);

/** The outcome of the figure: of the word that is nearest to it by the grammar of the sentence; null for none. */
export function outcomeNearest(
  tokens: readonly Token[],
  figure: Stretch,
  candidates: readonly OutcomeWord[],
  figures: readonly Stretch[],
): Outcome | null {
  let nearest: OutcomeWord | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const cost = costOf(tokens, figure, candidate, figures);
    if (cost < least) {
      nearest = candidate;
      least = cost;
    }
  }
  return nearest?.outcome ?? null;
}

function costOf(
  tokens: readonly Token[],
  figure: Stretch,
  word: OutcomeWord,
  figures: readonly Stretch[],
): number {
  const after = word.at >= figure.to;
  const from = after ? figure.to : word.at + 1;
  const to = after ? word.at : figure.from;
  // Far words need no exact cost: the walk stays short however long the sentence is.
  const distance = Math.max(to - from, 0);
  if (distance > FAR) return distance + FAR;
  let borders = 0;
  let relatives = 0;
  for (let index = from; index < to; index++) {
    if (endsClause(tokens, index)) borders += 1;
    if (RELATIVES.has(wordAt(tokens, index))) relatives += 1;
  }
  const others = figures.filter((other) => other.from >= from && other.to <= to).length;
  const gain = after && word.passive && borders + relatives + others === 0 ? PREDICATE_GAIN : 0;
  return distance + borders * BORDER_COST + others * FIGURE_COST - gain;
}
const FAR = 60;
