/** Whether a figure adds up more than one incident. */
import type { Stretch } from './outcomes.ts';
import { symbolAt, type Token, wordAt } from './tokens.ts';

/** After these, "since" gives a reason: "since he was killed". */
const SUBJECTS: ReadonlySet<string> = new Set('he she it they we you i there no not'.split(' '));
/** "Missing since May", "held since Friday": since when a state lasts, not what a figure adds up. */
const STATES: ReadonlySet<string> = new Set('missing held detained imprisoned jailed custody'.split(' '));
const CONJUNCTIONS: ReadonlySet<string> = new Set(['and', 'but', 'while', 'whereas', 'when']);

/** "Toll", "so far" and "to date" speak for the whole sentence; "since" for the figures of its clause. */
export function isCumulative(tokens: readonly Token[], figure: Stretch): boolean {
  return tokens.some((_, index) => {
    const word = wordAt(tokens, index);
    if (word === 'toll' || word === 'tolls') return true;
    if (word === 'so') return wordAt(tokens, index + 1) === 'far';
    if (word === 'to') return wordAt(tokens, index + 1) === 'date';
    return word === 'since' && isSpan(tokens, index) && inOneClause(tokens, index, figure);
  });
}

/** A time since when incidents are added up, and neither a reason nor a state that lasts. */
function isSpan(tokens: readonly Token[], since: number): boolean {
  if (SUBJECTS.has(wordAt(tokens, since + 1))) return false;
  for (let index = since - 1; index >= since - MOST_BETWEEN; index--) {
    if (symbolAt(tokens, index) === ',') return true;
    if (STATES.has(wordAt(tokens, index))) return false;
  }
  return true;
}
/** "Missing in the far north since May", in tokens. */
const MOST_BETWEEN = 5;

/** No comma with a conjunction, and no semicolon, between "since" and the figure. */
function inOneClause(tokens: readonly Token[], since: number, figure: Stretch): boolean {
  for (let index = Math.min(since, figure.from); index < Math.max(since, figure.from); index++) {
    const sign = symbolAt(tokens, index);
    if (sign === ';' || (sign === ',' && CONJUNCTIONS.has(wordAt(tokens, index + 1)))) return false;
  }
  return true;
}
