/** What earlier sentences have told: persons named before, and the counts that a part may belong to. */
import type { Quantity } from '../../claims/quantities.ts';
import { largestKnown } from '../../claims/subset.ts';
import { wordSet } from '../word-set.ts';
import type { Phrase } from './phrases.ts';
import type { Count } from './propose.ts';

/** Single persons told so far, so that nobody is proposed again in each sentence that returns to them. */
export class Singles {
  private readonly named = new Set<string>();
  private readonly outcomes = new Set<string>();
  private readonly ofDoers = new Set<string>();

  /** Has this been told before? "The man" has wherever one person had the same outcome. Tells it from now on. */
  isTold({ phrase, details: { outcome } }: Count): boolean {
    const key = `${outcome} ${phrase.lastWord}`;
    // "Moor was shot and shot the attacker": whoever did it is not the one it was done to.
    const outcomes = DOERS.has(phrase.lastWord) ? this.ofDoers : this.outcomes;
    const isBack = RETURNS.has(phrase.determiner) && outcomes.has(outcome);
    const told = isBack || (phrase.kind === 'name' && this.named.has(key));
    outcomes.add(outcome);
    if (phrase.kind === 'name' || phrase.determiner === '') this.named.add(key);
    return told;
  }
}
const RETURNS = wordSet('the this');
const DOERS = wordSet('attacker assailant gunman shooter bomber robber intruder hijacker');

interface Earlier {
  readonly key: string;
  readonly outcome: string;
  readonly figure: number;
  readonly sentence: number;
}

/** How many sentences a part may stand behind its whole: "of them" means whoever came last, "the dead" all of a story. */
const REACH = 2;
const REACH_OF_ALL = 6;

/** "Three of them were children": of whom, where the sentence does not say. */
export class PartsOfEarlier {
  private readonly counts: Earlier[] = [];

  remember(key: string, { details, phrase, isOfAll }: Count, sentence: number): void {
    const figure = largestKnown(details);
    if (figure !== null && !phrase.ofThem && !isOfAll && !isOverTime(details))
      this.counts.push({ key, outcome: details.outcome, figure, sentence });
  }

  /** The key of the latest larger count with the same outcome, in this sentence or one of those before. */
  wholeOf({ details, phrase, isOfAll }: Count, sentence: number): string | null {
    if (!phrase.ofThem && !isOfAll) return null;
    const figure = largestKnown(details) ?? 0;
    for (let index = this.counts.length - 1; index >= 0; index--) {
      const count = this.counts[index];
      if (count === undefined || count.sentence < sentence - (isOfAll ? REACH_OF_ALL : REACH)) return null;
      if (count.outcome === details.outcome && count.figure > figure) return count.key;
    }
    return null;
  }
}

/** What a war or a year has added up: "the dead" of the story are not of those. */
const isOverTime = ({ scope, period }: Count['details']): boolean =>
  (scope === 'cumulative' && period?.from != null) || period?.precision === 'year';

/** "The four victims": how many they are, for where later sentences say "the victims" alone. */
export class Victims {
  private last: { readonly quantity: Quantity; readonly sentence: number } | null = null;

  /** Take in a phrase of which its own sentence tells no outcome. */
  see({ kind, quantity, victims }: Phrase, sentence: number): void {
    const are = victims?.label?.toLowerCase() === 'victims';
    if (kind === 'counted' && quantity !== null && are) this.last = { quantity, sentence };
  }

  /** The phrase with the figure that it stands for, where it does. */
  counted(phrase: Phrase, sentence: number): Phrase {
    const { last } = this;
    if (last === null || phrase.words !== 'the victims' || sentence - last.sentence > REACH) return phrase;
    return { ...phrase, kind: 'counted', quantity: { ...last.quantity, wording: '' } };
  }
}
