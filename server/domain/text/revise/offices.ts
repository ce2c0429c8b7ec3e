/** Who holds an office by which somebody speaks: "the doctor said", of whom it was told before that she is one. */
import type { Side } from './aligned.ts';
import { perSide } from './per-sentence.ts';
import { bareName, isPerson, type Speaker } from './speakers.ts';

/** "Doctor" where "the doctor" speaks; null for any other name. */
export function officeOf(speaker: Speaker): string | null {
  const [article, office = '', ...more] = bareName(speaker).split(' ');
  return article === 'the' && more.length === 0 && isPerson(office) ? office : null;
}

interface Holder {
  readonly name: string;
  readonly at: number;
}

/** The nearest one before a sentence who was told to hold the office; null for none. */
export function holderBefore(side: Side, sentence: number, office: string): Holder | null {
  return (
    holdersOf(side)
      .get(office)
      ?.findLast(({ at }) => at < sentence) ?? null
  );
}

const NAME = /^\p{Lu}\p{Ll}/u;

/** For each office those who are told to hold it, in the order of the text. */
const holdersOf = perSide(({ tokens, sentenceOf }): ReadonlyMap<string, readonly Holder[]> => {
  const holders = new Map<string, Holder[]>();
  tokens.forEach(({ key }, index) => {
    const office = key.toLowerCase();
    if (!isPerson(office)) return;
    const at = sentenceOf[index] ?? 0;
    const keyAt = (step: number) =>
      sentenceOf[index + step] === at ? (tokens[index + step]?.key ?? '') : '';
    const name = namedBefore(keyAt) || namedBehind(keyAt);
    if (name === '') return;
    const known = holders.get(office);
    if (known === undefined) holders.set(office, [{ name, at }]);
    else known.push({ name, at });
  });
  return holders;
});

type KeyAt = (step: number) => string;

/** "Rashid, an old doctor", "Rashid, who is a doctor". */
function namedBefore(keyAt: KeyAt): string {
  let step = -1;
  while (step > -WITHIN && /^[\p{Ll}\d#]/u.test(keyAt(step))) step -= 1;
  const isApposed = step < -1 && keyAt(step) === ',' && LEADING.test(keyAt(step + 1));
  return isApposed ? nameFrom(keyAt, step - 1, -1) : '';
}
/** So many words stand between the comma and the office at most. */
const WITHIN = 6;
const LEADING = /^(?:a|an|the|who|then|now|one|former|deputy|chief)$/u;

/** "The mayor of Harran, Rashid,", "Mayor Rashid". */
function namedBehind(keyAt: KeyAt): string {
  let step = 1;
  if (/^(?:of|for)$/u.test(keyAt(step))) for (step += 1; NAME.test(keyAt(step)); ) step += 1;
  const isPlain = step === 1;
  if (keyAt(step) === ',') step += 1;
  else if (!isPlain) return '';
  return nameFrom(keyAt, step, 1);
}

function nameFrom(keyAt: KeyAt, from: number, step: 1 | -1): string {
  const names: string[] = [];
  for (let at = from; NAME.test(keyAt(at)); at += step)
    if (step === 1) names.push(keyAt(at));
    else names.unshift(keyAt(at));
  return names.join(' ').toLowerCase();
}
