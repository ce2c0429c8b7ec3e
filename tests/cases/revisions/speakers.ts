/** Who speaks, told in another sentence than the words that are said: however far, in whatever words, and who does not. */
import type { RevisionRow } from './row.ts';

const RAIN = 'It rained all day. '.repeat(10).trim();

export const speakerRows: Record<string, RevisionRow> = {
  'who “he” is, that issued a message': {
    was: 'Rashid issued a defiant message to the town.\n\nHe added that ⟦14 men were lost⟧.',
    expires: {
      now: 'Ekdal issued a defiant message to the town.\n\nHe added that ⟦14 men were lost⟧.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'On Monday, Rashid issued another message to the town.\n\nHe added that ⟦14 men were lost⟧.',
      change: 'same',
    },
  },
  'who “he” is, that put out a statement': {
    was: 'Rashid put out a statement on the port.\n\n“⟦14 men were lost⟧,” he added.',
    expires: {
      now: 'Ekdal put out a statement on the port.\n\n“⟦14 men were lost⟧,” he added.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid posted a statement on the harbour.\n\n“⟦14 men were lost⟧,” he added.',
      change: 'same',
    },
  },
  'who “he” is, that spoke to somebody': {
    was: 'Rashid spoke to reporters at the port.\n\n“⟦14 men were lost⟧,” he added.',
    expires: {
      now: 'Ekdal spoke to reporters at the port.\n\n“⟦14 men were lost⟧,” he added.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid spoke to fishermen by the sea.\n\n“⟦14 men were lost⟧,” he added.',
      change: 'same',
    },
  },
  'who “he” is, in a video': {
    was: 'In a video, Rashid called for calm.\n\nHe held a news conference on Monday.\n\n“⟦14 men were lost⟧,” he added.',
    expires: {
      now: 'In a video, Ekdal called for calm.\n\nHe held a news conference on Monday.\n\n“⟦14 men were lost⟧,” he added.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'In a video, Rashid asked for calm.\n\nHe gave an interview on Monday.\n\n“⟦14 men were lost⟧,” he added.',
      change: 'same',
    },
  },
  'somebody who issues something else': {
    was: 'Rashid said the port was open.\n\nMaren issued new passports.\n\nHe added that ⟦14 men were lost⟧.',
    expires: {
      now: 'Rashid said the port was open.\n\nMaren issued a new statement.\n\nHe added that ⟦14 men were lost⟧.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid said the port was open.\n\nEkdal issued new passports.\n\nHe added that ⟦14 men were lost⟧.',
      change: 'same',
    },
  },
  'who “he” is, many sentences before': {
    was: `Rashid said the port was open. ${RAIN}\n\nHe added that ⟦14 men were lost⟧.`,
    expires: {
      now: `Ekdal said the port was open. ${RAIN}\n\nHe added that ⟦14 men were lost⟧.`,
      change: 'attribution_changed',
    },
    keeps: {
      now: `Rashid said the port was shut. ${RAIN}\n\nSnow fell.\n\nFrost came.\n\nHe added that ⟦14 men were lost⟧.`,
      change: 'same',
    },
  },
  'who said a quotation, many sentences before': {
    was: `Rashid said the port was open. ${RAIN}\n\n“⟦We lost 14 men⟧.”`,
    expires: {
      now: `Ekdal said the port was open. ${RAIN}\n\n“⟦We lost 14 men⟧.”`,
      change: 'attribution_changed',
    },
    keeps: {
      now: `Rashid said the port was shut. ${RAIN}\n\nIt was cold there.\n\n“⟦We lost 14 men⟧.”`,
      change: 'same',
    },
  },
  'the story’s own words, many sentences behind who speaks': {
    was: `Rashid said the port was open. ${RAIN} ⟦14 men were lost⟧.`,
    expires: {
      now: `Ekdal said the port was open. ${RAIN} ⟦14 men were lost⟧.`,
      change: 'attribution_changed',
    },
    keeps: {
      now: `Rashid said the port was shut. ${RAIN} It was cold. ⟦14 men were lost⟧.`,
      change: 'same',
    },
  },
  'a quotation that goes on in the next paragraph': {
    was: '“⟦We lost 14 men⟧.\n\n“The port is shut,” Rashid said.',
    expires: {
      now: '“⟦We lost 14 men⟧.\n\n“The port is shut,” Ekdal said.',
      change: 'attribution_changed',
    },
    keeps: { now: '“⟦We lost 14 men⟧.\n\n“The road is shut,” Rashid said.', change: 'same' },
  },
  'a quotation that goes on over three paragraphs': {
    was: '“⟦We lost 14 men⟧. It was night.\n\n“The port is shut. We mourn.\n\n“It rains,” Rashid said.',
    expires: {
      now: '“⟦We lost 14 men⟧. It was night.\n\n“The port is shut. We mourn.\n\n“It rains,” Ekdal said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: '“⟦We lost 14 men⟧. It was late.\n\n“The port is shut.\n\n“It snows,” Rashid said.',
      change: 'same',
    },
  },
  'a quotation that ends, above another one’s': {
    was: 'Maren spoke first.\n\n“⟦We lost 14 men⟧.”\n\n“The port is shut,” Rashid said.',
    expires: {
      now: 'Ekdal spoke first.\n\n“⟦We lost 14 men⟧.”\n\n“The port is shut,” Rashid said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Maren spoke first.\n\n“⟦We lost 14 men⟧.”\n\n“The port is shut,” Ekdal said.',
      change: 'same',
    },
  },
  'a body that speaks between “he” and who that is': {
    was: 'Rashid said the port was open.\n\nThe coalition denounced the attack.\n\nHe added that ⟦14 men were lost⟧.',
    expires: {
      now: 'Ekdal said the port was open.\n\nThe coalition denounced the attack.\n\nHe added that ⟦14 men were lost⟧.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid said the port was open.\n\nHe added that ⟦14 men were lost⟧.',
      change: 'same',
    },
  },
  'a person that speaks between “it” and what that is': {
    was: 'The observatory said the port was open.\n\nThe mayor of Harran denounced the attack.\n\nIt said ⟦14 men were lost⟧.',
    expires: {
      now: 'The ministry said the port was open.\n\nThe mayor of Harran denounced the attack.\n\nIt said ⟦14 men were lost⟧.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'The observatory said the port was open.\n\nColonel Ekdal denied the attack.\n\nIt said ⟦14 men were lost⟧.',
      change: 'same',
    },
  },
  'which body “it” is, that a spokesman speaks for': {
    was: 'The police said it rained.\n\nA spokesman for the ministry said the port was open.\n\nIt said ⟦14 men were lost⟧.',
    expires: {
      now: 'The police said it rained.\n\nA spokesman for the army said the port was open.\n\nIt said ⟦14 men were lost⟧.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'The police said it snowed.\n\nA spokesman for the ministry said the port was shut.\n\nIt said ⟦14 men were lost⟧.',
      change: 'same',
    },
  },
  'who “he” is, whose office speaks': {
    was: 'Ek said it rained.\n\nThe office of President Rashid said the port was open.\n\nHe added ⟦14 men were lost⟧.',
    expires: {
      now: 'Ek said it rained.\n\nThe office of President Moor said the port was open.\n\nHe added ⟦14 men were lost⟧.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Ekdal said it rained.\n\nThe office of President Rashid said the port was shut.\n\nHe added ⟦14 men were lost⟧.',
      change: 'same',
    },
  },
  'which body “it” is, according to which it rained': {
    was: 'According to the army, it rained.\n\n“⟦14 men were lost⟧,” it said.',
    expires: {
      now: 'According to the ministry, it rained.\n\n“⟦14 men were lost⟧,” it said.',
      change: 'attribution_changed',
    },
    keeps: { now: 'According to the army, it snowed.\n\n“⟦14 men were lost⟧,” it said.', change: 'same' },
  },
  'who “he” is, that only wept': {
    was: 'Moor said it rained.\n\nRashid wept at the port.\n\n“⟦14 men were lost⟧,” he said.',
    expires: {
      now: 'Moor said it rained.\n\nEkdal wept at the port.\n\n“⟦14 men were lost⟧,” he said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Maren said it rained.\n\nRashid wept at the gate.\n\nHarran burned all night.\n\n“⟦14 men were lost⟧,” he said.',
      change: 'same',
    },
  },
  'a message, below a body that speaks': {
    was: 'The coalition denounced the attack.\n\nRashid issued a message, urging them to “crush the enemies of the town”. ⟦14 men were lost⟧, he added.',
    expires: {
      now: 'Ekdal issued a message, urging them to “crush the enemies of the town”. ⟦14 men were lost⟧, he added.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'The army denounced the attack.\n\nRashid issued a message, urging them to “crush the enemies of the town”. ⟦14 men were lost⟧, he added.',
      change: 'same',
    },
  },
  'a word in quotation marks that nobody says': {
    was: 'Rashid said the port was open.\n\nThe attack came after a threat to “crush” the town, and ⟦14 men were lost⟧.',
    expires: {
      now: 'Rashid said the port was open.\n\nThe attack came after a threat to “crush” the town, and it was denied that ⟦14 men were lost⟧.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Ekdal said the port was shut.\n\nThe attack came after a threat to “crush” the town, and ⟦14 men were lost⟧.',
      change: 'same',
    },
  },
  'a word in quotation marks that somebody says': {
    kind: 'fact',
    was: 'Rashid said the port was open.\n\nThe attack was “⟦pure terror⟧”.',
    expires: {
      now: 'Ekdal said the port was open.\n\nThe attack was “⟦pure terror⟧”.',
      change: 'attribution_changed',
    },
    keeps: { now: 'Rashid said the port was shut.\n\nThe attack was “⟦pure terror⟧”.', change: 'same' },
  },
  'a mark that is an apostrophe': {
    was: 'Rashid said the port was open.\n\nThe rebels’ boats sank. ⟦14 men were lost⟧.',
    expires: {
      now: 'The rebels’ boats sank.\n\nRashid said the port was open. ⟦14 men were lost⟧.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Ekdal said the port was shut.\n\nThe rebels’ boats sank. ⟦14 men were lost⟧.',
      change: 'same',
    },
  },
  'a paragraph put between a speaker’s and “his”': {
    kind: 'fact',
    was: 'Rashid warned the town.\n\n“You will all leave.”\n\nHis ⟦words came at noon⟧.',
    expires: {
      now: '“You will all leave.”\n\nHis ⟦words came at noon⟧.',
      change: 'reworded',
    },
    keeps: {
      now: 'Rashid warned the town.\n\nHis ⟦words came at noon⟧.',
      change: 'same',
    },
  },
};

/** Sentences of the same words in other paragraphs, and the same words of one in another order. */
export const orderRows: Record<string, RevisionRow> = {
  'a sentence that an edited paragraph has as well': {
    was: 'Rain fell. Six men died.\n\nSnow fell. ⟦Six men died⟧.',
    expires: { now: 'Rain fell. Six men died.\n\nSnow fell. ⟦Nine men died⟧.', change: 'figure_changed' },
    keeps: { now: 'Rain fell on Marl.\n\nSnow fell. ⟦Six men died⟧.', change: 'same' },
  },
  'a sentence alone, that an edited paragraph has as well': {
    was: 'Rain fell. Six men died.\n\n⟦Six men died⟧.\n\nThe port is shut.',
    expires: { now: 'Rain fell. Six men died.\n\nThe port is shut.', change: 'gone' },
    keeps: { now: 'Rain fell on Marl.\n\n⟦Six men died⟧.\n\nThe port is shut.', change: 'same' },
  },
  'a sentence that goes, where a paragraph has it alone': {
    was: 'Rain fell on Harran. ⟦Six men died⟧.\n\nSix men died.\n\nThe port is shut.',
    expires: { now: 'Rain fell on Harran.\n\nSix men died.\n\nThe port is shut.', change: 'gone' },
    keeps: { now: 'Rain fell on Harran. ⟦Six men died⟧.\n\nThe port is shut.', change: 'same' },
  },
  'who says so, put behind what is said': {
    was: 'Rashid said ⟦14 men were lost⟧.',
    expires: { now: '⟦14 men were lost⟧, said Maren, Rashid.', change: 'attribution_changed' },
    keeps: { now: '⟦14 men were lost⟧, Rashid said.', change: 'moved' },
  },
  'who says so, put before what is said': {
    was: '⟦14 men were lost⟧, ‹the envoy› «said».',
    expires: { now: 'The envoy never «said» that ⟦14 men were lost⟧.', change: 'negation_changed' },
    keeps: { now: '‹The envoy› «said» that ⟦14 men were lost⟧.', change: 'moved' },
  },
  'who says so, turned round to be told something': {
    was: 'The minister said ⟦the officer was wrong⟧.',
    expires: {
      now: 'The minister, said ⟦the officer, was wrong⟧.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦The officer was wrong⟧, the minister said.', change: 'moved' },
  },
};
