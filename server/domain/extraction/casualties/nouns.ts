/** The noun of a phrase: whom or what it names, and with what outcome. */
import type { CasualtyDetails, Outcome } from '../../../contract/claims.ts';
import { categoryOf, categoryOfPair, namesNoOne, THINGS } from '../../claims/reading/lexicon.ts';
import type { Token } from '../../claims/reading/tokens.ts';
import { wordSet } from '../word-set.ts';
import { BODY } from './body.ts';
import { outcomeTermAt } from './outcome-words.ts';
import type { Reading } from './reading.ts';
import { areAgents, isRole } from './roles.ts';

export function nounOutcome(
  words: readonly string[],
  body: number,
  end: number,
): { at: number; outcome: Outcome } | null {
  const at = end - 1;
  if (at < body) return null;
  const term = outcomeTermAt([words[at] ?? ''], 0);
  return term !== null && (term.part === 'noun' || COUNTED_ACTS.has(words[at]))
    ? { at, outcome: term.outcome }
    : null;
}
const COUNTED_ACTS = wordSet('killings murders deaths arrests');

/** The last noun for people in a phrase, with what it tells. */
export function headAt(
  { words, tokens }: Reading,
  body: number,
  end: number,
): { to: number; victims: CasualtyDetails['victims'] } | null {
  for (let at = end - 1; at >= body; at--) {
    const word = words[at] ?? '';
    if (namesNoOne(word) || isHeldAs(words, at, body)) continue;
    const pair = at > body ? categoryOfPair(`${words[at - 1]} ${word}`) : null;
    if (pair !== null)
      return { to: at + 1, victims: { category: pair, label: printed(tokens, at - 1, at + 1) } };
    const category = categoryOf(word) ?? (isRole(word) ? 'unspecified' : null);
    if (category !== null) return { to: at + 1, victims: { category, label: printed(tokens, at, at + 1) } };
  }
  return null;
}

/** "Took 12 tourists hostage": what they became is no part of who they are. */
const isHeldAs = (words: readonly string[], at: number, body: number): boolean => {
  const before = words[at - 1] ?? '';
  if (at === body || !HELD_AS.has(words[at])) return false;
  return (
    /(?:s|men|people|children)$/.test(before) &&
    (categoryOf(before) !== null || isRole(before) || areAgents(before))
  );
};
const HELD_AS = wordSet('hostage captive prisoner');

/** "Three rebel strongholds", "two police dogs", "the soldiers' houses": what follows a noun for people is not people. */
export function describesThing({ words, tokens }: Reading, to: number, end: number): boolean {
  const last = words[end - 1] ?? '';
  if (to === end || BODY.has(last)) return false;
  if (THINGS.has(last) || tokens[to]?.kind === 'symbol') return true;
  return !/(?:s|men|people|children)$/.test(words[to - 1] ?? '') && /[^s]s$/.test(last);
}

/** "The clerk's fingers": whose they are; null for nobody's whom a list knows. */
export function ownerAt({ words, tokens }: Reading, body: number, end: number): CasualtyDetails['victims'] {
  for (let at = end - 2; at >= body; at--) {
    const owner = /^(?<name>.+)'s$/.exec(words[at] ?? '')?.groups?.name;
    if (owner === undefined) continue;
    const category = categoryOf(owner) ?? (isRole(owner) ? 'unspecified' : null);
    return category === null ? null : { category, label: tokens[at]?.text.slice(0, owner.length) ?? null };
  }
  return null;
}

/** "Climbers", "typists": a noun that no list knows, by its ending. */
export function agentsAt(
  { words, tokens }: Reading,
  end: number,
): { to: number; victims: CasualtyDetails['victims'] } | null {
  return areAgents(words[end - 1] ?? '')
    ? { to: end, victims: { category: 'unspecified', label: printed(tokens, end - 1, end) } }
    : null;
}

export const printed = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');

/** Every word has a capital, where capitals tell anything. */
export function isName({ tokens, inCapitals }: Reading, first: number, to: number): boolean {
  const from = afterAge(tokens, first);
  if (from >= to) return false;
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (token?.kind === 'symbol') continue;
    if (token?.kind !== 'word' || !/^\p{Lu}/u.test(token.text)) return false;
  }
  return !inCapitals || to - from > 1;
}

/** Where "26-year-old" before a name ends. */
function afterAge(tokens: readonly Token[], from: number): number {
  const [age, years, old] = [tokens[from], tokens[from + 2], tokens[from + 4]];
  const isAge =
    (age?.kind === 'number' || age?.kind === 'word') && years?.lower === 'year' && old?.lower === 'old';
  return isAge ? from + 5 : from;
}
