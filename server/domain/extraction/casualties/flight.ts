/** "Fled": driven from a home, or run away. */
import { wordSet } from '../word-set.ts';
import type { Found } from './found.ts';
import type { Item } from './items.ts';
import type { Phrase } from './phrases.ts';

/**
 * One person runs away, and so do several who have done something or were held, or who leave a scene: nobody has driven
 * them out, unless it is told that they left their homes.
 */
export function isGetaway(items: readonly Item[], { by, outcome }: Found, phrase: Phrase): boolean {
  if (outcome !== 'displaced' || !FLEES.has(items[by]?.word)) return false;
  const rest = items.slice(by + 1, by + 1 + AFTER);
  if (rest.some(({ phrase: left }) => HOMES.has(left?.lastWord))) return false;
  const category = phrase.victims?.category;
  const runsAway =
    phrase.kind !== 'counted' || category === 'prisoner' || category === 'combatant' || isWanted(phrase);
  return runsAway || rest.some(({ phrase: left }) => AWAY.has(left?.lastWord));
}
const AFTER = 4;
const FLEES = wordSet('fled flee flees fleeing');
const HOMES = wordSet(`
  home homes house houses village villages town towns city cities area areas region province country district camp camps
  island valley fighting violence war clashes shelling bombardment offensive floods flood fire fires eruption
  persecution conflict`);
const AWAY = wordSet(`
  scene foot car cars van vehicle vehicles motorcycle motorcycles motorbike motorbikes prison jail custody police
  court hospital direction bike`);
const isWanted = ({ victims }: Phrase): boolean => WANTED.has(victims?.label?.toLowerCase());
const WANTED = wordSet(`
  suspects suspect attackers attacker assailants robbers robber thieves gunmen gunman shooters bombers kidnappers
  hijackers smugglers traffickers burglars raiders criminals gangsters drivers driver`);
