/** Who a pronoun or a short form stands for, by the full name printed earlier. */

import type { Range } from '../../../contract/common.ts';
import { foldName } from '../../sources/search-text.ts';
import { knownAgency } from '../../text/agencies.ts';
import { BODY_WORDS } from './lexicon/sources.ts';
import type { Name } from './names.ts';

const PERSON = /^(?:he|she|him|her|his)$/iu;
const THING = /^(?:it|its|the (?:group|company|firm|organi[sz]ation|agency|party|body))$/iu;
const RELATIVE = /^(?:who|which|that)$/iu;

/** Answers for sources that are asked after in the order of the text. */
export class Resolver {
  readonly #names: readonly Name[];
  #next = 0;
  #person: Name | null = null;
  #body: Name | null = null;
  /** The last person named, source or not. */
  #mentioned: Name | null = null;
  readonly #byWord = new Map<string, Name>();
  readonly #byWhole = new Set<string>();

  constructor(names: readonly Name[]) {
    this.#names = names;
  }

  /**
   * The full name that stands for a source, null where it is one itself or nobody is known by it.
   *
   * A pronoun takes the last source of its kind, or else the last name of its kind before it.
   */
  fullNameOf(source: Range, printed: string): string | null {
    this.#readTo(source.start);
    const words = printed.trim();
    if (RELATIVE.test(words)) return this.#names[this.#next - 1]?.full ?? null;
    if (PERSON.test(words)) return (this.#person ?? this.#mentioned)?.full ?? null;
    if (THING.test(words)) return this.#body?.full ?? null;
    const own = this.#within(source);
    if (own !== null) {
      this.#remember(own);
      return null;
    }
    const known = this.#shortFormOf(words);
    if (known === null) return null;
    this.#remember(known);
    return foldName(known.full) === foldName(words) ? null : known.full;
  }

  #readTo(offset: number): void {
    for (
      let name = this.#names[this.#next];
      name !== undefined && name.start < offset;
      name = this.#names[++this.#next]
    ) {
      this.#learn(name);
      if (name.isPerson) this.#mentioned = name;
      else if (knownAgency(name.full) === null) this.#body ??= name;
    }
  }

  /** Every word of a name leads to it; the last word of a person's, the first name that had it. */
  #learn(name: Name): void {
    const folded = foldName(name.full);
    if (this.#byWhole.has(folded)) return;
    this.#byWhole.add(folded);
    const words = folded.split(' ').filter((word) => word.length > 2);
    const keys = name.isPerson
      ? [words.at(-1) ?? '', words.slice(-2).join(' ')]
      : words.filter((word) => BODY_WORDS.has(word));
    for (const key of [...keys, folded])
      if (key !== '' && !this.#byWord.has(key)) this.#byWord.set(key, name);
  }

  #remember(name: Name): void {
    if (name.isPerson) this.#person = name;
    else this.#body = name;
  }

  #within({ start, end }: Range): Name | null {
    for (let at = this.#next; at < this.#names.length; at++) {
      const name = this.#names[at];
      if (name === undefined || name.start >= end) return null;
      if (name.start >= start && name.full.includes(' ')) return name;
    }
    return null;
  }

  /** "Adnani", "Mr. Kaag", "the observatory", "coalition chiefs" is none. */
  #shortFormOf(words: string): Name | null {
    const bare = foldName(words.replace(/^(?:the|mr\.?|mrs\.?|ms\.?|dr\.?|sen\.?|gov\.?|gen\.?)\s+/iu, ''));
    if (bare === '' || bare.split(' ').length > 2) return null;
    return this.#byWord.get(bare) ?? null;
  }
}
