/** The full name of who is called by the last one: "Oke said" of "Rashid Oke". */
import { isOffice } from '../../claims/reading/titles.ts';
import type { Side } from './aligned.ts';
import { isAnaphor, isCue, isMass, leadsOver, opensFrame } from './lexicon.ts';
import type { Beside } from './model.ts';
import { perSide } from './per-sentence.ts';
import { isPerson, speakersIn } from './speakers.ts';

interface FullName {
  readonly given: readonly string[];
  readonly at: number;
}

/** Does a speaker who is called by the last name have other first names than before? That one was added is nothing. */
export function changesFullName(older: Side, old: number, newer: Side, now: number): Beside | null {
  for (const { name } of speakersIn(older, old)) {
    const [was, is] = [fullNamesOf(older).get(name), fullNamesOf(newer).get(name)];
    if (was === undefined || is === undefined || was.at >= old || is.at >= now) continue;
    const holds = (one: FullName, other: FullName) => one.given.every((given) => other.given.includes(given));
    if (!holds(was, is) && !holds(is, was)) return { change: 'attribution_changed', was: was.at, now: is.at };
  }
  return null;
}

const NAME = /^\p{Lu}\p{Ll}/u;

/** For each last name the first names that stand before it where it is first printed with any. */
const fullNamesOf = perSide(({ tokens, sentenceOf }): ReadonlyMap<string, FullName> => {
  const names = new Map<string, FullName>();
  tokens.forEach(({ key }, index) => {
    if (!NAME.test(key) || names.has(key)) return;
    const given: string[] = [];
    for (let at = index - 1; isGiven(tokens[at]?.key) && sentenceOf[at] === sentenceOf[index]; at--)
      given.push(tokens[at]?.key ?? '');
    if (given.length > 0) names.set(key, { given, at: sentenceOf[index] ?? 0 });
  });
  return names;
});

/** "Mayor Oke" and "On Monday Oke" tell no first name. */
function isGiven(key: string | undefined): boolean {
  if (key === undefined || !NAME.test(key)) return false;
  const word = key.toLowerCase();
  const isOther = [isOffice, isPerson, isCue, isAnaphor, isMass, leadsOver, opensFrame].some((is) =>
    is(word),
  );
  return !isOther && !/(?:day|ing|ly)$/u.test(word);
}
