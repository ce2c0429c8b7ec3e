/** Where marked words are on a newer text: in ⟦ ⟧ on both; unmarked where they are gone. */

interface Row {
  readonly was: string;
  readonly now: string;
}

export const locatedCases: Readonly<Record<string, Row>> = {
  'all words exchanged': {
    was: 'The army said ⟦nine huts⟧ burned in Harran.',
    now: 'The army said ⟦eleven tents⟧ burned in Harran.',
  },
  'all words exchanged for more': {
    was: 'The army said ⟦nine huts⟧ burned in Harran.',
    now: 'The army said ⟦eleven big old tents⟧ burned in Harran.',
  },
  'all words exchanged for fewer': {
    was: 'The army said ⟦nine old huts⟧ burned in Harran.',
    now: 'The army said ⟦tents⟧ burned in Harran.',
  },
  'all words exchanged, with the word before': {
    was: 'The army said that ⟦nine huts⟧ burned in Harran.',
    now: 'The army said how ⟦eleven tents⟧ burned in Harran.',
  },
  'all words exchanged, with the word after': {
    was: 'The army said ⟦nine huts⟧ burned in Harran.',
    now: 'The army said ⟦eleven tents⟧ fell in Harran.',
  },
  'all words exchanged, with words on both sides': {
    was: 'The army said today that ⟦nine huts⟧ burned down in Harran.',
    now: 'The army said again how ⟦eleven tents⟧ fell over in Harran.',
  },
  'taken out': { was: 'The army said ⟦nine huts⟧ burned in Harran.', now: 'The army said burned in Harran.' },
  'all words exchanged at the start': {
    was: '⟦Nine huts⟧ burned in Harran on Monday.',
    now: '⟦Eleven tents⟧ burned in Harran on Monday.',
  },
  'all words exchanged at the end': {
    was: 'In Harran on Monday there burned ⟦nine huts⟧.',
    now: 'In Harran on Monday there burned ⟦eleven tents⟧.',
  },
  'all words exchanged at the end, without a stop': {
    was: 'In Harran on Monday there burned ⟦nine huts⟧',
    now: 'In Harran on Monday there burned ⟦eleven tents⟧',
  },
  'all words exchanged at the start of a paragraph': {
    was: 'Rain fell.\n\n⟦Nine huts⟧ burned in Harran on Monday.\n\nSnow fell.',
    now: 'Rain fell.\n\n⟦Eleven tents⟧ burned in Harran on Monday.\n\nSnow fell.',
  },
  'all words exchanged at the end of a paragraph': {
    was: 'Rain fell.\n\nIn Harran on Monday there burned ⟦nine huts⟧\n\nSnow fell.',
    now: 'Rain fell.\n\nIn Harran on Monday there burned ⟦eleven tents⟧\n\nSnow fell.',
  },
  'a word put in': {
    was: 'They saw ⟦nine huts⟧ burn in Harran.',
    now: 'They saw ⟦nine wooden huts⟧ burn in Harran.',
  },
  'the first word exchanged': {
    was: 'They saw ⟦nine huts⟧ burn in Harran.',
    now: 'They saw ⟦ten huts⟧ burn in Harran.',
  },
  'the last word exchanged': {
    was: 'They saw ⟦nine huts⟧ burn in Harran.',
    now: 'They saw ⟦nine tents⟧ burn in Harran.',
  },
  'the last word exchanged for two': {
    was: 'They saw ⟦nine huts⟧ burn in Harran.',
    now: 'They saw ⟦nine canvas tents⟧ burn in Harran.',
  },
  'the first word exchanged, with the one before': {
    was: 'They saw ⟦nine huts⟧ burn in Harran.',
    now: 'They counted ⟦ten huts⟧ burn in Harran.',
  },
  'the last word exchanged, with the one after': {
    was: 'They saw ⟦nine huts⟧ burn in Harran.',
    now: 'They saw ⟦nine tents⟧ fall in Harran.',
  },
  'the first word exchanged for more': {
    was: 'They saw ⟦nine old huts⟧ burn in Harran.',
    now: 'They saw ⟦a few other old huts⟧ burn in Harran.',
  },
  'the first words taken out': {
    was: 'They saw ⟦the nine huts⟧ burn in Harran.',
    now: 'They saw ⟦huts⟧ burn in Harran.',
  },
  'a bound put before its figure': {
    was: 'They saw ⟦nine huts⟧ burn in Harran.',
    now: 'They saw ⟦about nine huts⟧ burn in Harran.',
  },
  'a bound of two words put before its figure': {
    was: 'They saw ⟦nine huts⟧ burn in Harran.',
    now: 'They saw ⟦at least nine huts⟧ burn in Harran.',
  },
  'a bound put where there is no figure': {
    was: 'They saw ⟦huts⟧ burn in Harran.',
    now: 'They saw nearly ⟦huts⟧ burn in Harran.',
  },
  'a bound that stood outside stays outside': {
    was: 'They saw about ⟦nine huts⟧ burn in Harran.',
    now: 'They saw nearly ⟦nine huts⟧ burn in Harran.',
  },
  'a bound at the end of the paragraph before': {
    was: 'It lasted an hour\n\n⟦Nine huts⟧ burned.',
    now: 'It lasted an hour or so\n\n⟦Nine huts⟧ burned.',
  },
  'a bound that stood further before': {
    was: 'They saw at most 12 tents, ⟦nine huts⟧ burn in Harran.',
    now: 'They saw at most ⟦nine huts⟧ burn in Harran.',
  },
  'the first word exchanged, with commas around': {
    was: 'It took ⟦nine huts away⟧ overnight.',
    now: 'It took, ⟦ten huts away⟧, overnight.',
  },
  'the last word exchanged, with quotes around': {
    was: 'It took ⟦nine huts away⟧ overnight.',
    now: 'It took “⟦ten huts off⟧” overnight.',
  },
  'its own quotes, the first word exchanged': {
    was: 'Her post read ⟦“Safe now”⟧ at noon.',
    now: 'Her post read ⟦“Well now”⟧ at noon.',
  },
  'its own quotes, the last word exchanged': {
    was: 'Her post read ⟦“Safe now”⟧ at noon.',
    now: 'Her post read ⟦“Safe here”⟧ at noon.',
  },
  'part of a word': { was: 'The ⟦Israel⟧i army left.', now: 'On Monday the ⟦Israel⟧i army left.' },
  'part of a word that became another': { was: 'The ⟦Israel⟧i army left.', now: 'The ⟦Iraqi⟧ army left.' },
  'part of a word, its end': { was: 'An anti⟦war⟧ march began.', now: 'On Monday an anti⟦war⟧ march began.' },
  'from part of a word on': { was: 'An anti⟦war march⟧ began.', now: 'On Monday an anti⟦war march⟧ began.' },
  'from part of a word on that became another': {
    was: 'An anti⟦war march⟧ began.',
    now: 'On Monday an ⟦peace march⟧ began.',
  },
  'two sentences in reverse order, the longer one first': {
    was: '⟦Two boats sank near the old harbour. Nine sailors drowned⟧.',
    now: 'Nine sailors drowned.\n\n⟦Two boats sank near the old harbour⟧.',
  },
  'two sentences in reverse order with another between': {
    was: '⟦Two boats sank near the old harbour. Nine sailors drowned⟧.',
    now: 'Nine sailors drowned.\n\nSchools stay open today. ⟦Two boats sank near the old harbour⟧.',
  },
  'the second of two sentences taken out': {
    was: '⟦Two boats sank near the old harbour. Nine sailors drowned near the other harbour⟧.',
    now: '⟦Two boats sank near the old harbour⟧. ',
  },
  'two sentences in reverse order, the longer one last': {
    was: '⟦Two boats sank. Nine sailors drowned near the other harbour⟧.',
    now: '⟦Nine sailors drowned near the other harbour⟧. Two boats sank.',
  },
  'two sentences torn apart': {
    was: '⟦Two boats sank.\n\nNine sailors drowned near the other harbour⟧.',
    now: 'Two boats sank.\n\nThe mayor of Harran, who had come from the hills that same evening with two of his men, spoke to the crowd at length, and so did the priest and the judge.\n\n⟦Nine sailors drowned near the other harbour⟧.',
  },
};
