/** When a decision on one suggestion holds for another, and when a suggestion has been marked already. */
import { AttributionDetails, CasualtyDetails, type KindAndDetails } from '../../server/contract/claims.ts';
import { spanOf } from '../support/claims.ts';

const quantity = (value: string | null = null): KindAndDetails => ({
  kind: 'fact',
  details: { about: 'quantity', value },
});
const killed = (details: object = {}): KindAndDetails => ({
  kind: 'casualty_count',
  details: CasualtyDetails.parse({ outcome: 'killed', ...details }),
});
const source: KindAndDetails = { kind: 'source', details: { sourceId: null, titleAsPrinted: null } };
const saying = (text: string, cue: string | null): KindAndDetails => ({
  kind: 'attribution',
  details: AttributionDetails.parse({ cue: cue === null ? null : spanOf(text, cue) }),
});

interface Words {
  readonly claim?: KindAndDetails;
  readonly quote: string;
  readonly sentence: string;
}

const FLOOD = 'The flood took 1,200 homes, the mayor’s office said.';
/** Is the second the first one again? */
export const fingerprints: Readonly<Record<string, { one: Words; other: Words; same: boolean }>> = {
  'the same again': {
    one: { quote: '1,200 homes', sentence: FLOOD },
    other: { quote: '1,200 homes', sentence: FLOOD },
    same: true,
  },
  'capitals and blanks': {
    one: { quote: '1,200 homes', sentence: FLOOD },
    other: { quote: '1,200  Homes', sentence: 'THE FLOOD  took 1,200 Homes, the mayor’s office said.' },
    same: true,
  },
  'quotes, dashes and stops': {
    one: { quote: '1,200 homes', sentence: FLOOD },
    other: { quote: '1,200 homes', sentence: 'The flood took “1,200 homes” – the mayor’s office said' },
    same: true,
  },
  'a straight apostrophe': {
    one: { quote: '1,200 homes', sentence: FLOOD },
    other: { quote: '1,200 homes', sentence: FLOOD.replace('’', "'") },
    same: true,
  },
  'another figure': {
    one: { quote: '1,200 homes', sentence: FLOOD },
    other: { quote: '1,300 homes', sentence: FLOOD.replace('1,200', '1,300') },
    same: false,
  },
  'a figure with its point elsewhere': {
    one: { quote: '1.2 million', sentence: 'It cost 1.2 million.' },
    other: { quote: '12 million', sentence: 'It cost 12 million.' },
    same: false,
  },
  'digits in two groups are not those in one': {
    one: { quote: '1,200 homes', sentence: FLOOD },
    other: { quote: '1 200 homes', sentence: FLOOD.replace('1,200', '1 200') },
    same: false,
  },
  'a word more in the sentence': {
    one: { quote: '1,200 homes', sentence: FLOOD },
    other: { quote: '1,200 homes', sentence: FLOOD.replace('took', 'never took') },
    same: false,
  },
  'more of the same sentence': {
    one: { quote: '1,200 homes', sentence: FLOOD },
    other: { quote: 'took 1,200 homes', sentence: FLOOD },
    same: false,
  },
  'words that run together otherwise': {
    one: { quote: 'a b', sentence: 'c' },
    other: { quote: 'a', sentence: 'b c' },
    same: false,
  },
  'the possessive is not the contraction': {
    one: { quote: 'its', sentence: 'The town saw its end.' },
    other: { quote: 'it’s', sentence: 'The town saw it’s end.' },
    same: false,
  },
  'letters that are composed and taken apart': {
    one: { quote: 'Café', sentence: 'The Café burned.' },
    other: { quote: 'Cafe\u0301', sentence: 'The Cafe\u0301 burned.' },
    same: true,
  },
  'another script, vowel signs kept': {
    one: { quote: 'कीमत', sentence: 'कीमत बढ़ी' },
    other: { quote: 'कामत', sentence: 'कामत बढ़ी' },
    same: false,
  },
  'another kind': {
    one: { quote: '1,200 homes', sentence: FLOOD },
    other: { claim: killed(), quote: '1,200 homes', sentence: FLOOD },
    same: false,
  },
  'another aspect of a fact': {
    one: { quote: '1,200 homes', sentence: FLOOD },
    other: {
      claim: { kind: 'fact', details: { about: 'other', value: null } },
      quote: '1,200 homes',
      sentence: FLOOD,
    },
    same: false,
  },
  'another value read from the same words': {
    one: { quote: '1,200 homes', sentence: FLOOD },
    other: { claim: quantity('1200'), quote: '1,200 homes', sentence: FLOOD },
    same: true,
  },
  'killed and injured by the same words': {
    one: { claim: killed(), quote: 'dozens', sentence: 'It killed and injured dozens.' },
    other: {
      claim: killed({ outcome: 'injured' }),
      quote: 'dozens',
      sentence: 'It killed and injured dozens.',
    },
    same: false,
  },
  'another reading of a count': {
    one: { claim: killed({ low: 12 }), quote: 'dozens', sentence: 'It killed dozens.' },
    other: { claim: killed({ low: 24 }), quote: 'dozens', sentence: 'It killed dozens.' },
    same: true,
  },
  'two cues for the same words': {
    one: { claim: saying(FLOOD, 'said'), quote: 'The flood', sentence: FLOOD },
    other: { claim: saying(FLOOD, 'took'), quote: 'The flood', sentence: FLOOD },
    same: false,
  },
  'a cue in capitals': {
    one: { claim: saying(FLOOD, 'said'), quote: 'The flood', sentence: FLOOD },
    other: { claim: saying(FLOOD.toUpperCase(), 'SAID'), quote: 'THE FLOOD', sentence: FLOOD.toUpperCase() },
    same: true,
  },
  'no cue, and one': {
    one: { claim: saying(FLOOD, null), quote: 'The flood', sentence: FLOOD },
    other: { claim: saying(FLOOD, 'said'), quote: 'The flood', sentence: FLOOD },
    same: false,
  },
  'two sources': {
    one: { claim: source, quote: 'the mayor’s office', sentence: FLOOD },
    other: { claim: source, quote: 'the mayor', sentence: FLOOD },
    same: false,
  },
};
export const FACT = quantity();

const TOLL =
  'At least 385 people, including 56 civilians, were killed, the ministry told the agency, calling it a lie.';
interface Place {
  readonly claim: KindAndDetails;
  readonly quote: string;
}
const at = (claim: KindAndDetails, quote: string): Place => ({ claim, quote });

/** Is the suggestion what one of these claims says already? All of one text. */
export const coverings: Readonly<
  Record<string, { claims: readonly Place[]; suggestion: Place; covered: boolean }>
> = {
  'nothing is marked': { claims: [], suggestion: at(killed(), '56 civilians'), covered: false },
  'the same figure, a little more marked': {
    claims: [at(killed({ best: 56 }), 'including 56 civilians')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: true,
  },
  'the same figure, a little less marked': {
    claims: [at(killed({ best: 56 }), '56')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: true,
  },
  'the same figure, the other end marked': {
    claims: [at(killed({ best: 56 }), 'people, including 56')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: true,
  },
  'a part inside a whole': {
    claims: [at(killed({ low: 385 }), 'At least 385 people, including 56 civilians')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: false,
  },
  'the whole around a part': {
    claims: [at(killed({ best: 56 }), '56 civilians')],
    suggestion: at(killed({ low: 385 }), 'At least 385 people, including 56 civilians'),
    covered: false,
  },
  'a lower bound is not a best figure': {
    claims: [at(killed({ low: 56 }), 'including 56 civilians')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: false,
  },
  'nor an upper bound': {
    claims: [at(killed({ best: 56, high: 60 }), 'including 56 civilians')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: false,
  },
  'the very words, read otherwise': {
    claims: [at(killed({ low: 50 }), '56 civilians')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: true,
  },
  'the same words from where they begin, with more': {
    claims: [at(killed({ low: 50 }), '56 civilians, were')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: false,
  },
  'the same words to where they end, with more': {
    claims: [at(killed({ low: 50 }), 'including 56 civilians')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: false,
  },
  'another outcome of the same words': {
    claims: [at(killed({ outcome: 'injured', best: 56 }), '56 civilians')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: false,
  },
  'the same figure elsewhere': {
    claims: [at(killed({ best: 56 }), 'the ministry')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: false,
  },
  'the same figure, up to where it begins': {
    claims: [at(killed({ best: 56 }), 'people, including ')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: false,
  },
  'the same figure, from where it ends': {
    claims: [at(killed({ best: 56 }), ', were killed')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: false,
  },
  'another kind on the same words': {
    claims: [at(quantity(), '56 civilians'), at(source, '56 civilians')],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: false,
  },
  'the last of several that overlap it': {
    claims: [
      at(killed({ best: 56 }), 'At least 385 people, including 56 civilians, were killed'),
      at(killed({ low: 385 }), 'At least 385 people'),
      at(killed({ low: 1 }), 'including'),
    ],
    suggestion: at(killed({ best: 56 }), '56 civilians'),
    covered: true,
  },
  'the same cue': {
    claims: [at(saying(TOLL, 'told the agency'), 'were killed')],
    suggestion: at(saying(TOLL, 'told'), 'At least 385 people, including 56 civilians, were killed'),
    covered: true,
  },
  'two cues for the same words': {
    claims: [at(saying(TOLL, 'told'), 'At least 385 people')],
    suggestion: at(saying(TOLL, 'calling'), 'At least 385 people'),
    covered: false,
  },
  'two cues side by side': {
    claims: [at(saying(TOLL, 'the ministry '), 'At least 385 people')],
    suggestion: at(saying(TOLL, 'told'), 'At least 385 people'),
    covered: false,
  },
  'no cue marked, most of the words in common': {
    claims: [at(saying(TOLL, null), 'including 56 civilians, were killed')],
    suggestion: at(saying(TOLL, 'told'), '56 civilians, were killed'),
    covered: true,
  },
  'no cue suggested, half of the words in common': {
    claims: [at(saying(TOLL, 'told'), 'killed, the m')],
    suggestion: at(saying(TOLL, null), 'the ministry'),
    covered: false,
  },
  'neither has a cue, exactly half in common': {
    claims: [at(saying(TOLL, null), 'told the')],
    suggestion: at(saying(TOLL, null), 'told'),
    covered: true,
  },
  'a saying inside of a longer one': {
    claims: [at(saying(TOLL, null), TOLL)],
    suggestion: at(saying(TOLL, 'calling'), 'a lie'),
    covered: false,
  },
  'a fact about the same': {
    claims: [at(quantity('56'), '56')],
    suggestion: at(quantity(), 'including 56 civilians'),
    covered: true,
  },
  'a fact about something else that overlaps': {
    claims: [at({ kind: 'fact', details: { about: 'event', value: null } }, 'civilians, were killed')],
    suggestion: at(quantity(), '56 civilians'),
    covered: false,
  },
  'a fact about something else, the very words': {
    claims: [at({ kind: 'fact', details: { about: 'event', value: null } }, '56 civilians')],
    suggestion: at(quantity(), '56 civilians'),
    covered: true,
  },
  'a source, with its title': {
    claims: [at(source, 'the ministry')],
    suggestion: at(source, 'ministry'),
    covered: true,
  },
};
export const COVERED_TEXT = TOLL;

/** What each may do, as `yes` or the code of the refusal. */
export const suggestionPermissions = [
  'role      story       state     | accept           dismiss          restore',
  'viewer    checking    open      | NEEDS_EDITOR     NEEDS_EDITOR     NEEDS_EDITOR',
  'viewer    checking    dismissed | NEEDS_EDITOR     NEEDS_EDITOR     NEEDS_EDITOR',
  'editor    checking    open      | yes              yes              NOT_DISMISSED',
  'editor    checking    accepted  | ALREADY_DECIDED  ALREADY_DECIDED  NOT_DISMISSED',
  'editor    checking    dismissed | ALREADY_DECIDED  ALREADY_DECIDED  yes',
  'reviewer  checking    open      | yes              yes              NOT_DISMISSED',
  'admin     checking    dismissed | ALREADY_DECIDED  ALREADY_DECIDED  yes',
  'admin     signed_off  open      | SIGNED_OFF       SIGNED_OFF       SIGNED_OFF',
  'editor    signed_off  dismissed | SIGNED_OFF       SIGNED_OFF       SIGNED_OFF',
  'editor    archived    open      | ARCHIVED         ARCHIVED         ARCHIVED',
  'editor    archived    dismissed | ARCHIVED         ARCHIVED         ARCHIVED',
];

const ID = '01890000-0000-7000-8000-00000000000a';
interface Taken {
  readonly suggested: Place;
  readonly taken: Place;
  readonly edited: boolean;
}
const said = (details: object): KindAndDetails => ({
  kind: 'attribution',
  details: AttributionDetails.parse(details),
});
export const editings: Readonly<Record<string, Taken>> = {
  'as it is': {
    suggested: at(killed({ best: 56 }), '56 civilians'),
    taken: at(killed({ best: 56 }), '56 civilians'),
    edited: false,
  },
  'another figure': {
    suggested: at(killed({ best: 56 }), '56 civilians'),
    taken: at(killed({ best: 57 }), '56 civilians'),
    edited: true,
  },
  'other words': {
    suggested: at(killed({ best: 56 }), '56 civilians'),
    taken: at(killed({ best: 56 }), '56'),
    edited: true,
  },
  'another kind': {
    suggested: at(killed({ best: 56 }), '56 civilians'),
    taken: at(quantity(), '56 civilians'),
    edited: true,
  },
  'part of a claim': {
    suggested: at(killed({ best: 56 }), '56 civilians'),
    taken: at(killed({ best: 56, partOf: ID }), '56 civilians'),
    edited: false,
  },
  'an entry of the register, for who says so': {
    suggested: at(said({ mode: 'indirect' }), 'a lie'),
    taken: at(said({ mode: 'indirect', sourceId: ID }), 'a lie'),
    edited: false,
  },
  'another mode': {
    suggested: at(said({ mode: 'indirect' }), 'a lie'),
    taken: at(said({ mode: 'direct' }), 'a lie'),
    edited: true,
  },
  'an entry of the register, for a source': {
    suggested: at(source, 'the ministry'),
    taken: at({ kind: 'source', details: { sourceId: ID, titleAsPrinted: null } }, 'the ministry'),
    edited: false,
  },
  'another title': {
    suggested: at(source, 'the ministry'),
    taken: at({ kind: 'source', details: { sourceId: null, titleAsPrinted: 'ministry' } }, 'the ministry'),
    edited: true,
  },
  'another value of a fact': {
    suggested: at(quantity('56'), '56 civilians'),
    taken: at(quantity('57'), '56 civilians'),
    edited: true,
  },
};

interface Speaking {
  readonly printed: string;
  readonly basis?: string;
  readonly fullName?: string;
  readonly name: string | null;
}
/** By which name the register is asked for whoever speaks. */
export const speakers: Readonly<Record<string, Speaking>> = {
  'a name': { printed: 'Ada Moor', name: 'Ada Moor' },
  'with a function after it': { printed: 'Jon Pell, an engineer', name: 'Jon Pell' },
  'with a function in brackets': { printed: 'Jon Pell (engineer)', name: 'Jon Pell' },
  'with a function after a dash': { printed: 'Jon Pell – an engineer', name: 'Jon Pell' },
  'with a function before it': { printed: 'harbour master Ada Moor', name: 'Ada Moor' },
  'with a rank in capitals, which is how it is known': {
    printed: 'Col. Henrik Aas',
    name: 'Col. Henrik Aas',
  },
  'with small words inside': { printed: 'spokesman Jan van der Berg', name: 'Jan van der Berg' },
  'with an article': { printed: 'the drivers’ union', basis: 'organisation', name: 'drivers’ union' },
  'with an article in capitals': {
    printed: 'The Harbour Office',
    basis: 'organisation',
    name: 'Harbour Office',
  },
  'with a article of one letter': {
    printed: 'a ministry statement',
    basis: 'document',
    name: 'ministry statement',
  },
  'a function before it, and a comma': {
    printed: 'the head of the island’s hospital, Dr Per Lund',
    name: 'Per Lund',
  },
  'a function before it, and a comma and more': {
    printed: 'A spokesman for the refugee agency, Ben Cole, who was there',
    name: 'Ben Cole',
  },
  'a body and where it is': {
    printed: 'the Harbour Office, Ardle',
    basis: 'organisation',
    name: 'Harbour Office',
  },
  'over two lines': { printed: 'Ada\n  Moor', name: 'Ada Moor' },
  'one word in capitals': { printed: 'deputy Moor', name: 'deputy Moor' },
  'a body of a place': { printed: 'the Port of Lindholm', basis: 'organisation', name: 'Port of Lindholm' },
  'a short form, named in full before': { printed: 'she', fullName: 'Ada Moor', name: 'Ada Moor' },
  'nobody in particular': { printed: 'officials', basis: 'unnamed', name: null },
  nobody: { printed: 'reports', basis: 'none', name: null },
  'the reporter': { printed: 'this newspaper', basis: 'own', name: null },
  'an article alone': { printed: 'the , it', name: 'the' },
};
