/** Verbs of saying and wanting where they tell a deed: fighters attack a village, a firm sought to merge. */
import { wordSet } from '../word-set.ts';
import type { Complement } from './complements.ts';
import { TIME_WORDS } from './lexicon/words.ts';
import { baseAfter } from './noun-phrases.ts';
import type { Subject } from './subjects.ts';
import type { VerbGroup } from './verb-groups.ts';
import { posAt, type View, wordAt } from './view.ts';

/** Those who attack with arms. */
const ARMED = wordSet(`
  fighter fighters rebel rebels militant militants insurgent insurgents gunman gunmen jihadist jihadists guerrilla
  guerrillas soldier soldiers troops force forces army armies militia militias militiamen brigade brigades raider raiders
  pirate pirates bandit bandits bomber bombers sniper snipers mob mobs plane planes warplane warplanes jet jets helicopter helicopters
  drone drones tank tanks gunboat gunboats warship warships`);

/** What is attacked with arms, not with words. */
const TARGETS = wordSet(`
  village villages town towns city cities district districts neighbourhood neighbourhoods neighborhood neighborhoods
  house houses home homes base bases camp camps barracks checkpoint checkpoints outpost outposts position positions
  convoy convoys patrol patrols ship ships vessel vessels tanker tankers train trains bus buses car cars embassy
  embassies consulate consulates airport airports airfield airfields headquarters hospital hospitals school schools
  mosque mosques church churches market markets hotel hotels prison prisons station stations border borders`);

const FORCES_OF_NATURE = wordSet(`
  storm storms hurricane cyclone typhoon tornado flood floods flooding fire fires wildfire wildfires blaze drought famine
  war wars virus outbreak epidemic pandemic disease shortage shortages crisis lava ice snow heat rain winds tide waves`);

const REALMS = wordSet(`
  country countries nation city town province island kingdom region area land state empire territory world`);

const LIVES = wordSet('life lives victim victims');

const LOYALTY = wordSet('allegiance loyalty fealty fidelity obedience');

/** Whether a verb that may say or want something tells what somebody did instead. */
export function isDeed(view: View, verb: VerbGroup, subject: Subject, complement: Complement): boolean {
  const name = verb.known?.form.verb;
  if (complement.pattern === 'infinitive')
    return isNamedNoMore(view, complement) || (name === 'seek' && isPlainPast(view, verb));
  // "23 migrants feared dead".
  if (name === 'fear' && FEARED.has(wordAt(view, complement.from))) return true;
  if (name === 'claim' && takesLives(view, complement)) return true;
  if (complement.pattern !== 'object') return false;
  if (name === 'attack') return isByArms(view, subject, complement);
  // "The storm threatens the coast", "she ruled the country".
  if (name === 'threaten') return FORCES_OF_NATURE.has(headAt(view, subject.from));
  if (name === 'rule') return REALMS.has(headAt(view, complement.from));
  return /^(?:pledge|vow|swear)$/u.test(name ?? '') && LOYALTY.has(headAt(view, complement.from));
}

/** "Did not want to be named": why there is no name, and no news. */
const isNamedNoMore = (view: View, { from }: Complement): boolean =>
  wordAt(view, from + 1) === 'be' && /^(?:named|identified|quoted)$/u.test(wordAt(view, from + 2));

const FEARED = wordSet('dead missing killed lost drowned trapped injured hurt');

/** "The flood claimed 30 lives": but "he claimed 30 lives were lost". */
function takesLives(view: View, { from }: Complement): boolean {
  const end = baseAfter(view, from) ?? from + 1;
  return LIVES.has(wordAt(view, end - 1)) && !view.verbAt.has(end);
}

/** "sought to merge" is an attempt, as "tried to" is; "is seeking to merge" a wish. */
const isPlainPast = (view: View, verb: VerbGroup): boolean =>
  verb.form === 'finite' &&
  verb.known?.form.tenses.has('past') === true &&
  !view.words.slice(verb.from, verb.head).some(({ pos }) => pos === 'AUX');

/** Whoever is armed attacks with arms, and so does anybody who attacks a place: but not "for" what was done. */
function isByArms(view: View, subject: Subject, complement: Complement): boolean {
  if (hasReason(view, complement)) return false;
  const actor = subject.where === 'relative' ? antecedentOf(view, subject) : headAt(view, subject.from);
  return ARMED.has(actor) || TARGETS.has(headAt(view, complement.from));
}

/** "attacked the army for its silence", "as a bully": not "for two hours". */
function hasReason(view: View, { from, to }: Complement): boolean {
  for (let at = from + 1; at < to; at++) {
    const word = wordAt(view, at);
    if (word === 'over' || word === 'as') return true;
    if (word === 'for' && posAt(view, at + 1) !== 'NUM') return !TIME_WORDS.has(headAt(view, at + 1));
  }
  return false;
}

/** The noun that the noun phrase beginning here turns on. */
const headAt = (view: View, from: number): string => wordAt(view, (baseAfter(view, from) ?? from + 1) - 1);

/** "fighters who", "fighters, who" */
const antecedentOf = (view: View, { from }: Subject): string =>
  wordAt(view, wordAt(view, from - 1) === ',' ? from - 2 : from - 1);
