/** Names of sources in the form in which they are looked up and compared. */

/**
 * Marks that a name is often written without: accents, Arabic vowels, Hebrew points. They stand alone once a letter
 * is taken apart. Not among them are the sound marks of Japanese and the vowels of Indic scripts, without which a
 * name would be another one.
 */
const MARKS = /(?![\u3099\u309a])\p{Script=Inherited}|(?=\p{Script=Hebrew})\p{Mn}/gu;

/** Letters with a stroke, and joined ones: Unicode does not take them apart, but keyboards elsewhere lack them. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ß: 'ss',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
};
const REPLACED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/**
 * A name in lower case, in compatibility form (NFKD) without marks, with single blanks.
 *
 * Two names that fold to the same are one name to the register. A name of nothing but marks keeps them.
 */
export function foldName(name: string): string {
  const apart = name.normalize('NFKD').toLowerCase();
  const bare = apart
    .replace(MARKS, '')
    .replace(REPLACED, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
  return bare === '' ? apart.trim() : bare;
}

/**
 * The aliases of a source that gets another name: the former one is among them, so that what was printed stays to be
 * found. A name that folds to the same is no other name.
 */
export function withFormerName(aliases: readonly string[], former: string, name: string): string[] {
  const others = aliases.filter((alias) => alias !== name);
  const kept = [name, ...others].some((known) => foldName(known) === foldName(former));
  return kept ? others : [...others, former];
}

/** What a source is found by: its name, then its aliases, folded, each once, one to a line. */
export function searchText(name: string, aliases: readonly string[]): string {
  return [...new Set([name, ...aliases].map(foldName))].join('\n');
}
