/** Which people of a sentence had which outcome. */
import { wordSet } from '../word-set.ts';
import { type Found, REACH } from './found.ts';
import type { Item, Reading } from './items.ts';
import { beside, joinedTo } from './lists.ts';
import { namedBehind, ofTheDead } from './named-behind.ts';
import { gathers, subjectsOf, suits } from './subjects.ts';
import { withoutSurvivors } from './survivors.ts';
import { bodiesIn, colouredIn, deathsOfOneIn, degreesIn, nounsIn, tollsIn } from './tolls.ts';
import { contactIndex, inverseIndex, objectIndex, skipAdverbs, type Use, usesOf } from './uses.ts';

/** Outcomes by phrase; the first that is found for a phrase and an outcome stays. */
class Links {
  private readonly byPhrase = new Map<number, Found[]>();
  add(found: Found): void {
    const here = this.byPhrase.get(found.at) ?? [];
    if (here.some(({ outcome }) => outcome === found.outcome)) return;
    // "Shot and killed": whoever is dead is not counted among the wounded.
    if (found.outcome === 'injured' && here.some(({ outcome }) => outcome === 'killed')) return;
    const kept = found.outcome === 'killed' ? here.filter(({ outcome }) => outcome !== 'injured') : here;
    this.byPhrase.set(found.at, [...kept, found]);
  }
  /** Add somebody as a part; who stands here as one of several with the same outcome becomes it. */
  addPart(part: Found): void {
    const here = this.byPhrase.get(part.at) ?? [];
    if (here.every(({ outcome, partOf }) => outcome === part.outcome && partOf === -1))
      this.byPhrase.set(part.at, [part]);
  }
  has(at: number): boolean {
    return this.byPhrase.has(at);
  }
  all(): Found[] {
    return [...this.byPhrase.values()].flat().sort((left, right) => left.at - right.at);
  }
}

/** Every phrase of people with what happened to them, in the order of the text. */
export function linksOf(reading: Reading, items: readonly Item[]): Found[] {
  const links = new Links();
  const uses = usesOf(reading, items);
  const direct = uses.map((use) => ({ use, found: together(items, uses, use, directOf(items, use, uses)) }));
  for (const { found } of direct) for (const one of found) links.add(one);
  for (const one of degreesIn(items)) if (!links.has(one.at)) links.add(one);
  for (const { use, found } of direct) {
    const near = found.find(({ partOf }) => partOf === -1);
    const others = near === undefined ? beside(items, use) : joinedTo(items, use, near, uses);
    for (const one of others) if (!links.has(one.at)) links.add(one);
  }
  const counted = [
    tollsIn(items),
    nounsIn(reading, items),
    colouredIn(reading, items),
    bodiesIn(items),
    deathsOfOneIn(reading, items),
    withoutSurvivors(items),
    ofTheDead(items),
  ];
  for (const one of counted.flat()) if (!links.has(one.at)) links.add(one);
  for (const one of namedBehind(items, links.all())) links.addPart(one);
  return links.all();
}

/** "Killed and wounded 30": how many of each is not told. */
function together(items: readonly Item[], uses: readonly Use[], use: Use, found: Found[]): Found[] {
  const isHarm = (one: Use | undefined) => one !== undefined && HARMS.has(items[one.at]?.word);
  const joins = (left: number, right: number) =>
    items[left + 1]?.kind === 'conjunction' && skipAdverbs(items, left + 2) === right;
  const other = uses.find(
    (one) =>
      one.outcome !== use.outcome &&
      one.side === use.side &&
      (joins(one.at, use.at) || joins(use.at, one.at)),
  );
  return isHarm(use) && isHarm(other) ? found.map((one) => ({ ...one, outcome: 'other' as const })) : found;
}

const HARMS = wordSet('killed killing kills dead wounded wounding wounds injured injuring injures');

function directOf(items: readonly Item[], use: Use, uses: readonly Use[]): Found[] {
  if (use.side === 'left') return subjectsOf(items, use, uses, 0);
  if (use.side === 'pronoun') return pronounsOf(items, use);
  const first =
    use.side === 'right'
      ? objectIndex(items, use.at)
      : use.side === 'contact'
        ? contactIndex(items, use.at)
        : use.side === 'inverse'
          ? inverseIndex(items, use.at)
          : skipAdverbs(items, use.at + 2);
  const at = isFamilyOf(items, first) ? first + 2 : first;
  const item = items[at];
  const rule = use.side === 'right' || use.side === 'contact' ? 'object' : use.side;
  return item?.phrase != null && suits(item.phrase, use, true)
    ? [{ at, outcome: use.outcome, by: use.at, rule, partOf: -1 }]
    : [];
}

/** "A family of six", "a crew of nine": the figure behind counts them. */
const isFamilyOf = (items: readonly Item[], at: number): boolean =>
  items[at]?.phrase?.quantity === null &&
  items[at + 1]?.word === 'of' &&
  items[at + 2]?.phrase?.kind === 'counted' &&
  gathers(items[at]);

/** "Opened fire on a guard, killing him": whom the pronoun stands for, where the sentence has named them as an object. */
function pronounsOf(items: readonly Item[], use: Use): Found[] {
  const pronoun = items[skipAdverbs(items, use.at + 1)]?.word;
  const kinds = pronoun === 'them' ? ['counted', 'plural'] : ['single', 'name'];
  for (let at = use.at - 1; at >= use.at - REACH; at--) {
    const phrase = items[at]?.phrase;
    if (phrase == null || !kinds.includes(phrase.kind) || !suits(phrase, { ...use, strict: true }, true))
      continue;
    const before = items[at - 1];
    const isObject =
      before?.kind === 'preposition' ||
      before?.kind === 'verb' ||
      before?.kind === 'to' ||
      before?.term != null;
    if (isObject && !NOT_AT.has(before?.word))
      return [{ at, outcome: use.outcome, by: use.at, rule: 'object', partOf: -1 }];
  }
  return [];
}
const NOT_AT = wordSet('by in near from of outside');
