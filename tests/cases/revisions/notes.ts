/** Headers of tables, headings of what is not known, notes that a story was amended, what became of some who are counted. */
import type { RevisionRow } from './row.ts';

export const noteRows: Record<string, RevisionRow> = {
  'the header of a table': {
    was: 'Region | Dead\nHarran | ⟦12⟧\nDorvan | 30',
    expires: { now: 'Region | Injured\nHarran | ⟦12⟧\nDorvan | 30', change: 'category_changed' },
    keeps: { now: 'Region | Dead\nHarran | ⟦12⟧\nDorvan | 34', change: 'same' },
  },
  'the header of a table whose rows are paragraphs': {
    was: 'Region\tDead\n\nHarran\t⟦12⟧\n\nDorvan\t30',
    expires: { now: 'Region\tInjured\n\nHarran\t⟦12⟧\n\nDorvan\t30', change: 'category_changed' },
    keeps: { now: 'Region\tDead\n\nArdle\t9\n\nHarran\t⟦12⟧\n\nDorvan\t30', change: 'same' },
  },
  'under a heading of what is not known': {
    was: 'What we know\n\n⟦Nine men died⟧.\n\nThe road is shut.',
    expires: {
      now: 'What we don’t know\n\n⟦Nine men died⟧.\n\nThe road is shut.',
      change: 'negation_changed',
    },
    keeps: { now: 'What we know so far\n\n⟦Nine men died⟧.\n\nThe road is shut.', change: 'same' },
  },
  'under a heading of what is unclear': {
    was: 'The attack\n\n⟦Nine men died⟧.\n\nThe road is shut.',
    expires: { now: 'Still unclear\n\n⟦Nine men died⟧.\n\nThe road is shut.', change: 'negation_changed' },
    keeps: { now: 'What is known\n\n⟦Nine men died⟧.\n\nThe road is shut.', change: 'same' },
  },
  'a note of correction behind the hour': {
    was: '⟦Nine men died⟧, police say.',
    expires: {
      now: '14:40 Correction: An earlier post said nine men died.\n\n⟦Nine men died⟧, police say.',
      change: 'figure_changed',
    },
    keeps: {
      now: '14:40 Correction: The bridge is in Ardle.\n\n⟦Nine men died⟧, police say.',
      change: 'same',
    },
  },
  'a note that the story was amended': {
    was: '⟦Nine men died⟧, police said.\n\nIt was late.',
    expires: {
      now: '⟦Nine men died⟧, police said.\n\nIt was late.\n\nThis article was amended on Monday. Earlier it said that nine men died.',
      change: 'figure_changed',
    },
    keeps: {
      now: '⟦Nine men died⟧, police said.\n\nIt was late.\n\nThis article was amended on Monday. Earlier it called the bridge old.',
      change: 'same',
    },
  },
  'a note on an earlier version': {
    was: '⟦Nine men died⟧, police said.\n\nIt was late.',
    expires: {
      now: '⟦Nine men died⟧, police said.\n\nIt was late.\n\nAn earlier version of this story misstated how many died.',
      change: 'figure_changed',
    },
    keeps: {
      now: '⟦Nine men died⟧, police said.\n\nIt was late.\n\nAn earlier version of this story misspelled the bridge.',
      change: 'same',
    },
  },
  'a note that the story is withdrawn': {
    was: '⟦Nine men died⟧, police said.',
    expires: {
      now: '⟦Nine men died⟧, police said.\n\nEditor’s note: This story has been withdrawn.',
      change: 'negation_changed',
    },
    keeps: {
      now: '⟦Nine men died⟧, police said.\n\nEditor’s note: This story is the first of three.',
      change: 'same',
    },
  },
  'that some of them died since': {
    was: '⟦Nine men were hurt⟧. It was late.',
    expires: {
      now: '⟦Nine men were hurt⟧. Two of them have since died.',
      change: 'figure_changed',
    },
    keeps: { now: '⟦Nine men were hurt⟧. Two of the walls have since gone.', change: 'same' },
  },
  'that all of so many were found alive': {
    was: '⟦Nine men are missing⟧. It was late.',
    expires: {
      now: '⟦Nine men are missing⟧. All nine were later found alive.',
      change: 'figure_changed',
    },
    keeps: { now: '⟦Nine men are missing⟧. All nine houses were later rebuilt.', change: 'same' },
  },
  'denied in German': {
    was: '⟦Zwölf Menschen starben⟧. Es regnete.',
    expires: { now: '⟦Zwölf Menschen starben⟧. Das stimmt nicht.', change: 'negation_changed' },
    keeps: { now: '⟦Zwölf Menschen starben⟧. Es regnete nicht.', change: 'same' },
  },
  'denied by who confirmed it, in German': {
    was: '⟦Zwölf Menschen starben⟧. Die Polizei bestätigte das.',
    expires: {
      now: '⟦Zwölf Menschen starben⟧. Die Polizei dementierte das.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦Zwölf Menschen starben⟧. Die Polizei bestätigte das. Es schneit.', change: 'same' },
  },
  'denied by who confirmed it, in French': {
    was: '⟦Douze personnes sont mortes⟧. La police l’a confirmé.',
    expires: {
      now: '⟦Douze personnes sont mortes⟧. La police l’a démenti.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦Douze personnes sont mortes⟧. La police l’a confirmé. Il neige.', change: 'same' },
  },
  'denied by who confirmed it, in Spanish': {
    was: '⟦Doce personas murieron⟧. La policía lo confirmó.',
    expires: {
      now: '⟦Doce personas murieron⟧. La policía lo desmintió.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦Doce personas murieron⟧. La policía lo confirmó. Llueve.', change: 'same' },
  },
  'not so, in Chinese': {
    was: '⟦12人死亡⟧。天下雨。',
    expires: { now: '⟦12人死亡⟧。这不是事实。', change: 'negation_changed' },
    keeps: { now: '⟦12人死亡⟧。天不下雨。', change: 'same' },
  },
  'the title of a table': {
    was: 'Table 1: Killed\n\nTown | Number\nHarran | ⟦12⟧\nDorvan | 30',
    expires: {
      now: 'Table 1: Injured\n\nTown | Number\nHarran | ⟦12⟧\nDorvan | 30',
      change: 'category_changed',
    },
    keeps: { now: 'Table 1: Killed\n\nTown | Number\nArdle | 9\nHarran | ⟦12⟧\nDorvan | 31', change: 'same' },
  },
  'the sentence above a table': {
    was: 'It rained in Harran.\n\nTown | Dead\nHarran | ⟦12⟧\nDorvan | 30',
    expires: {
      now: 'It rained in Harran.\n\nTown | Hurt\nHarran | ⟦12⟧\nDorvan | 30',
      change: 'category_changed',
    },
    keeps: { now: 'It snowed in Harran.\n\nTown | Dead\nHarran | ⟦12⟧\nDorvan | 30', change: 'same' },
  },
  'the footnote behind a star': {
    was: '⟦Nine men died⟧*.\n\nIt rained.\n\n* Figure of the army.',
    expires: {
      now: '⟦Nine men died⟧*.\n\nIt rained.\n\n* Figure of the rebels.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦Nine men died⟧*.\n\nIt snowed.\n\n* Figure of the army.', change: 'same' },
  },
  'the footnote behind a number': {
    was: '⟦Nine men died⟧ [1]. Ten fled [2].\n\n[1] The army.\n\n[2] The mayor.',
    expires: {
      now: '⟦Nine men died⟧ [1]. Ten fled [2].\n\n[1] The rebels.\n\n[2] The mayor.',
      change: 'attribution_changed',
    },
    keeps: {
      now: '⟦Nine men died⟧ [1]. Ten fled [2].\n\n[1] The army.\n\n[2] The rebels.',
      change: 'same',
    },
  },
};
