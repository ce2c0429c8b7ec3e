/** What a word is in a sentence, as far as finding who was hurt needs it. Lower case; English. */
import { wordSet } from '../word-set.ts';

export const PREPOSITIONS = wordSet(`
  of in on at by from with to for near against into inside outside onto around through throughout across along over
  under during within without behind beside besides beneath between among amid amidst towards toward off via per
  upon following despite until till up down out above below beyond aboard since about like unlike except`);
export const CONJUNCTIONS = wordSet('and or plus nor &');
/** They begin a clause of their own: what stands before is not its subject. */
export const SUBORDINATORS = wordSet(`
  when while after before because if although though but where whereas unless whether as that so once lest yet than
  how why what whose`);
export const RELATIVES = wordSet('who which that whom');
export const PRONOUNS = wordSet(`
  he she it they we you i him her them us me himself herself themselves itself this these those there here
  everyone everybody anyone anybody someone somebody nobody none both all each most many some any none few such
  nothing something anything one's he's she's they're`);
export const DETERMINERS = wordSet(
  'a an the his her their its our my your this these another each every any some both no all',
);
/** With one of these a singular noun is one person. */
export const ONE_OF_A_KIND = wordSet('a an the his her their its our my your another one');
export const BE = wordSet('be been being is are was were am got get gets getting');
export const HAVE = wordSet('have has had having');
export const DO = wordSet('do does did');
export const MODAL_WORDS = wordSet('could would may might should will shall can must cannot');
/** Between an auxiliary and its participle: "was reported killed", "are believed to have been wounded". */
export const CHAIN_VERBS = wordSet(`
  reported believed feared thought confirmed presumed said known declared pronounced listed considered found left
  reportedly alleged claimed understood assumed counted remain remained remains appears appeared went gone go seems`);
export const ADVERBS = wordSet(`
  not also later then allegedly reportedly apparently seriously critically fatally mortally slightly badly severely
  gravely lightly already still now since just only even too again together instantly immediately subsequently
  eventually finally recently previously earlier officially initially accidentally mistakenly brutally
  today yesterday tonight tomorrow meanwhile however elsewhere so far far ago alone separately respectively
  reported presumably probably possibly currently actually otherwise nearby overnight outright
  soon twice never always often instead moreover furthermore else either neither well quickly all alive aged`);
/** Their subject is what follows or precedes, never who was hurt. Past forms that no ending gives away. */
export const IRREGULAR_VERBS = wordSet(`
  said says say told took take taken takes went came come comes began begin begun fought made make makes got found held fell hit struck ran fled
  sent set saw blew broke brought caught drove flew gave kept led lost met put rose sought spoke stood threw wore wrote
  left burst tried try tries wanted want plans plan vowed vow seen shows show showed hold holds includes include
  lead leads follows follow comprised became become let heard hears lay lies lived tell tells thinks think
  believes believe claims claim adds does do did has have had rushed confronted underwent told knew know knows
  bore bears stands stand reaches reach rises rise climbs nears tops exceeds passes falls drops hits jumps soars surges mounts grows totals went goes sank spent cost costs paid built taught bought sold won felt meant read shook`);
export const LEADS_TO_PARTS = wordSet('including include includes included comprising notably');
/** "A total of 12", "a group of 12": the noun phrase is what follows. */
export const GATHERINGS = wordSet(`
  total group team gang crew crowd family batch convoy toll number majority minority minimum maximum estimate bodies body corpses
  corpse remains lives life death deaths mixture handful pair trio couple list`);
export const WEEK_AND_DAY = wordSet(
  'today yesterday tonight morning afternoon evening night noon midnight dawn dusk daybreak day week month year weekend hours minutes days weeks months years',
);
/** A stop after one of these ends no sentence. */
export const SHORT_FORMS = wordSet(`
  sgt lt col gen capt maj cpl pfc pvt det dr mr mrs ms prof gov sen rep rev hon st jr sr insp supt cmdr adm brig
  ssgt pte ofc dep no vs etc jan feb mar apr jun jul aug sep sept oct nov dec mt ft bro`);
