/** What single sentences tell of others: where and when they are set, and who said what stands before them. */

interface Setting {
  readonly text: string;
  /** In the order of the alphabet; empty for none. */
  readonly places?: string;
  readonly times?: string;
  /** True where the sentence needs no place from another one. */
  readonly isPlaced?: boolean;
}

/** The setting that one sentence tells. */
export const settingCases: Readonly<Record<string, Setting>> = {
  none: { text: 'Rain fell all night.' },
  'a name behind a preposition': { text: 'Shells fell in Harran.', places: 'harran', isPlaced: true },
  'a name of two words': { text: 'Shells fell in New Harran.', places: 'harran new', isPlaced: true },
  'a name with a hyphen': { text: 'Shells fell in Har-Ran.', places: 'har ran', isPlaced: true },
  'over an article': { text: 'Shells fell near the Ardle.', places: 'ardle', isPlaced: true },
  'over a noun for a place': { text: 'Shells fell on the town of Harran.', places: 'harran' },
  'over a quarter': { text: 'Shells fell in northern Harran.', places: 'harran northern', isPlaced: true },
  'where somebody is from': { text: 'Nine men from Harran fled.', places: 'harran' },
  'a name behind another word': { text: 'Shells hit Harran.' },
  'a name behind a verb': { text: 'In all, they took Harran.', places: 'all', isPlaced: true },
  'a name that is hit': { text: 'Harran was hit.', places: 'harran' },
  'a name of two words that is hit': { text: 'New Harran was hit.', places: 'harran' },
  'a name of four words that is hit': { text: 'New Old Great Harran was hit.' },
  'a name that does': { text: 'Harran fell.' },
  'a pronoun that is hit': { text: 'They were hit.' },
  'an article before a thing that is hit': { text: 'The port was hit.' },
  'a leading phrase': { text: 'At the old school, fires burned.', places: 'old school', isPlaced: true },
  'a leading phrase with a day': {
    text: 'At the school on Monday, fires burned.',
    places: 'on school',
    times: 'monday',
    isPlaced: true,
  },
  'a leading phrase that tells no place': { text: 'Under the plan, prices rise.', places: 'plan' },
  'a leading phrase without a comma': { text: 'At the school fires burned.' },
  'a leading phrase that is too long': {
    text: 'At the end of a very long and old and cold night, fires burned.',
  },
  'words before a comma that are no phrase': { text: 'The school, old and dark, burned.' },
  'quarters of the sky': { text: 'It rained north and south.', places: 'north south' },
  'a weekday': { text: 'It rained on Monday.', times: 'monday' },
  'a date': { text: 'It rained on 3 March.', times: '#3 march' },
  'a date turned round': { text: 'It rained on March 3.', times: 'march #3' },
  'a month in small letters': { text: 'They may march on.' },
  'a year': { text: 'It rained in 2011.', times: '#2011' },
  'a figure that is no year': { text: 'It rained in 3011 towns.' },
  'a year behind another word': { text: 'It cost 2011 crowns.' },
  'a week': { text: 'It rained last week.', times: 'last week' },
  'any week': { text: 'It rained a week.' },
  'a day of a row': { text: 'It rained on the 3rd day.', times: '3rd day' },
  'the day of a talk': { text: 'He spoke on Monday.' },
};

/** A text, and what the sentence behind its first one tells of who said it. */
export const voiceBehindCases: Readonly<Record<string, string>> = {
  'Nine died. Rashid said so.': 'rashid said so',
  'Nine died. Rashid said so on Monday.': 'rashid said so',
  'Nine died. Rashid said that.': 'rashid said that',
  'Nine died. Rashid said this at noon.': 'rashid said this',
  'Nine died. Rashid said that yesterday.': 'rashid said that',
  'Nine died. Rashid said that ten fled.': '',
  'Nine died. Rashid said that at least ten fled.': '',
  'Nine died. Rashid said that in Harran ten fled.': '',
  'Nine died. Rashid said that in Harran everybody had left.': '',
  'Nine died. Rashid said that in Harran on Monday.': 'rashid said that',
  'Nine died. Rashid saw that.': '',
  'Nine died. So Rashid says.': 'so Rashid says',
  'Nine died. Or so Rashid says.': 'so Rashid says',
  'Nine died. But so says Rashid.': 'so says Rashid',
  'Nine died. So Rashid says on Monday.': 'so Rashid says',
  'Nine died. So Rashid says ten fled.': '',
  'Nine died. So the road is closed.': '',
  'Nine died. That is what Rashid said.': 'that is what Rashid said',
  'Nine died. That is what Rashid said on Monday.': 'that is what Rashid said',
  'Nine died. That is what Rashid did.': '',
  'Nine died. That road is closed.': '',
  'Nine died. This was confirmed by Rashid.': 'this was confirmed by Rashid',
  'Nine died. This week Rashid said ten fled.': '',
  'Nine died. That figure was confirmed by Rashid.': 'that figure was confirmed by Rashid',
  'Nine died. The figure was confirmed by Rashid.': 'the figure was confirmed by Rashid',
  'Nine died. The figure of nine confirmed it all.': '',
  'Nine died. The figure was high.': '',
  'Nine died. The figure is what Rashid said.': 'the figure is what Rashid said',
  'Nine died. The road is what Rashid said.': '',
  'Nine died. That figure fell, Rashid said.': '',
  'Nine died. That is so.': '',
  'Nine died. Rashid said it again on Monday.': 'rashid said it',
  'Nine died. Rashid said it was late.': '',
  'Nine died. It was late.': '',
  'Nine died. That is Rashid’s version.': 'that is Rashid’s version',
  'Nine died. That was Rashid.': '',
  'Nine died. “That is what Rashid said.”': '',
  'Nine died.\n\nThat is what Rashid said.': '',
  '“Nine died.” That was Rashid.': 'that was Rashid',
  '“Nine died.” It rained.': '',
  '“Nine died.”\n\nRashid said that at noon.': 'rashid said that',
  '“Nine died,” Maren said.\n\nRashid said that at noon.': '',
  '“Nine died. We mourn.” That was Rashid.': 'that was Rashid',
  '“Nine died. We mourn. It rains.”\n\nThat was Rashid.': 'that was Rashid',
  'Nine died.': '',
};

/** Does the second text's last sentence hang on other words than the first one's, and what does that make of it? */
export const holdCases: Readonly<Record<string, { was: string; now: string; expected: string | null }>> = {
  'nothing changed': { was: 'It rained. Ten more fled.', now: 'It rained. Ten more fled.', expected: null },
  'the figure before': {
    was: 'Nine fled. Ten more came.',
    now: 'Six fled. Ten more came.',
    expected: 'figure_changed',
  },
  'the figure two before': {
    was: 'Nine fled. It rained. Ten more came.',
    now: 'Six fled. It rained. Ten more came.',
    expected: 'figure_changed',
  },
  'the figure seven before': {
    was: `Nine fled. ${'It rained. '.repeat(6)}Ten more came.`,
    now: `Six fled. ${'It rained. '.repeat(6)}Ten more came.`,
    expected: 'figure_changed',
  },
  'the figure eight before': {
    was: `Nine fled. ${'It rained. '.repeat(8)}Ten more came.`,
    now: `Six fled. ${'It rained. '.repeat(8)}Ten more came.`,
    expected: null,
  },
  'the figure in another paragraph': {
    was: 'Nine fled.\n\nTen more came.',
    now: 'Six fled.\n\nTen more came.',
    expected: null,
  },
  'a figure that is more than one': {
    was: 'Nine fled. More than ten people came.',
    now: 'Six fled. More than ten people came.',
    expected: null,
  },
  'one of two figures before': {
    was: 'Nine of 40 fled. Ten more came.',
    now: 'Nine of 50 fled. Ten more came.',
    expected: 'figure_changed',
  },
  'what was counted': {
    was: 'Nine huts burned. Ten fell.',
    now: 'Nine barns burned. Ten fell.',
    expected: 'category_changed',
  },
  'what was counted, for one at the end': {
    was: 'Nine huts burned. He saw ten.',
    now: 'Nine barns burned. He saw ten.',
    expected: 'category_changed',
  },
  'what was counted, for one that says it': {
    was: 'Nine huts burned. Ten sheds fell.',
    now: 'Nine barns burned. Ten sheds fell.',
    expected: null,
  },
  'what was counted, for none': {
    was: 'Nine huts burned. Rain fell.',
    now: 'Nine barns burned. Rain fell.',
    expected: null,
  },
  'a name': { was: 'It hit Harran. Rain fell.', now: 'It hit Marl. Rain fell.', expected: 'reworded' },
  'a name that opens': { was: 'Harran fell. Rain fell.', now: 'Marl fell. Rain fell.', expected: 'reworded' },
  'many things that open': {
    was: 'Shells fell. Rain fell.',
    now: 'Mortars fell. Rain fell.',
    expected: null,
  },
  'a doing that opens': {
    was: 'Fighting went on. Rain fell.',
    now: 'Shooting went on. Rain fell.',
    expected: null,
  },
  'a way that opens': {
    was: 'Slowly it fell. Rain fell.',
    now: 'Quickly it fell. Rain fell.',
    expected: null,
  },
  'what cannot be counted': { was: 'Snow fell. It rained.', now: 'Hail fell. It rained.', expected: null },
  'a word that opens and is no name': {
    was: 'Each fell. Rain fell.',
    now: 'Both fell. Rain fell.',
    expected: null,
  },
  'a pronoun that opens': { was: 'They fell. Rain fell.', now: 'He fell. Rain fell.', expected: null },
  'a name told as a place': {
    was: 'It rained in Harran. Rain fell.',
    now: 'It rained in Marl. Rain fell.',
    expected: null,
  },
  'a day': { was: 'It fell on Monday. Rain fell.', now: 'It fell on Friday. Rain fell.', expected: null },
  'a fighter': {
    was: 'The army came. Rain fell.',
    now: 'The militia came. Rain fell.',
    expected: 'reworded',
  },
  'soldiers by their kind': {
    was: 'Some rebels came. Rain fell.',
    now: 'Some marines came. Rain fell.',
    expected: 'reworded',
  },
  'a name in another paragraph': {
    was: 'It hit Harran.\n\nRain fell.',
    now: 'It hit Marl.\n\nRain fell.',
    expected: null,
  },
  'a name before one who speaks': {
    was: 'It hit Harran. Rashid said rain fell.',
    now: 'It hit Marl. Rashid said rain fell.',
    expected: null,
  },
  'a condition': {
    was: 'If it holds, rain falls. Rain fell.',
    now: 'As it holds, rain falls. Rain fell.',
    expected: 'reworded',
  },
  'a condition in another paragraph': {
    was: 'If it holds, rain falls.\n\nRain fell.',
    now: 'As it holds, rain falls.\n\nRain fell.',
    expected: null,
  },
  'a question': {
    was: 'Did it rain?\n\nIt did all night long.',
    now: 'Did it snow?\n\nIt did all night long.',
    expected: 'reworded',
  },
  'a question put before a long answer': {
    was: 'It was cold.\n\nIt rained all night long.',
    now: 'Was it cold?\n\nIt rained all night long.',
    expected: null,
  },
  'a question put before a short answer': {
    was: 'It was cold.\n\nIt was so.',
    now: 'Was it cold?\n\nIt was so.',
    expected: 'reworded',
  },
  'a question in Arabic': { was: 'هل قتل رجال؟\n\nنعم.', now: 'هل قتل جنود؟\n\nنعم.', expected: 'reworded' },
};

/** Are two parts that "and" joins in each other's place, with the marked words among them? */
export const turnedCases: Readonly<Record<string, { was: string; now: string; expected: boolean }>> = {
  'both parts': {
    was: 'Ek shot ⟦9 men⟧ and hit 5 boys.',
    now: 'Ek hit 5 boys and shot ⟦9 men⟧.',
    expected: true,
  },
  'the second of them': {
    was: 'Ek shot 9 men and hit ⟦5 boys⟧.',
    now: 'Ek hit ⟦5 boys⟧ and shot 9 men.',
    expected: true,
  },
  'with words behind': {
    was: 'Ek shot ⟦9 men⟧ and hit 5 boys in Harran.',
    now: 'Ek hit 5 boys and shot ⟦9 men⟧ in Harran.',
    expected: true,
  },
  'with nothing before': {
    was: '⟦9 men⟧ fled and 5 boys fell.',
    now: '5 boys fell and ⟦9 men⟧ fled.',
    expected: true,
  },
  'of several “and” one': {
    was: 'Ek and Lund shot ⟦9 men⟧ and hit 5 boys.',
    now: 'Ek and Lund hit 5 boys and shot ⟦9 men⟧.',
    expected: true,
  },
  'parts that begin alike': {
    was: 'Ek shot ⟦9 men⟧ and shot 5 boys.',
    now: 'Ek shot 5 boys and shot ⟦9 men⟧.',
    expected: true,
  },
  'parts of one length': {
    was: 'He saw ⟦9⟧ men and 5 boys.',
    now: 'He saw 5 boys and ⟦9⟧ men.',
    expected: true,
  },
  'what stands before both': {
    was: '⟦Ek⟧ shot 9 men and hit 5 boys.',
    now: '⟦Ek⟧ hit 5 boys and shot 9 men.',
    expected: true,
  },
  'what stands behind both': {
    was: 'Ek shot 9 men and hit 5 boys ⟦in Harran⟧.',
    now: 'Ek hit 5 boys and shot 9 men ⟦in Harran⟧.',
    expected: true,
  },
  'the marked words elsewhere': {
    was: 'Ek shot ⟦9 men⟧ and hit 9 men.',
    now: 'Ek hit ⟦9 men⟧ and shot 9 men.',
    expected: false,
  },
  'other words': {
    was: 'Ek shot ⟦9 men⟧ and hit 5 boys.',
    now: 'Ek hit 5 girls and shot ⟦9 men⟧.',
    expected: false,
  },
  'more words': {
    was: 'Ek shot ⟦9 men⟧ and hit 5 boys.',
    now: 'Ek hit 5 boys and shot ⟦9 men⟧ there.',
    expected: false,
  },
  'the deeds alone': {
    was: 'Ek shot ⟦9 men⟧ and hit 5 boys.',
    now: 'Ek hit ⟦9 men⟧ and shot 5 boys.',
    expected: false,
  },
  'joined by another word': {
    was: 'Ek shot ⟦9 men⟧ or hit 5 boys.',
    now: 'Ek hit 5 boys or shot ⟦9 men⟧.',
    expected: false,
  },
  'a part without a figure': {
    was: 'Ek shot ⟦9 men⟧ and hit boys.',
    now: 'Ek hit boys and shot ⟦9 men⟧.',
    expected: false,
  },
  'a part with who says so': {
    was: 'Ek said ⟦9 men⟧ fled and 5 boys fell.',
    now: '5 boys fell and Ek said ⟦9 men⟧ fled.',
    expected: false,
  },
  'a part with a negation': {
    was: 'He never shot ⟦9 men⟧ and hit 5.',
    now: 'He hit 5 and never shot ⟦9 men⟧.',
    expected: false,
  },
  'a part with a condition': {
    was: 'Once he shot ⟦9 men⟧ and hit 5.',
    now: 'Hit 5 and once he shot ⟦9 men⟧.',
    expected: false,
  },
  'a part with a pronoun': {
    was: 'He shot ⟦9 men⟧ and hit their 5 sons.',
    now: 'He hit their 5 sons and shot ⟦9 men⟧.',
    expected: false,
  },
  'a part with a place': {
    was: 'He shot ⟦9 men⟧ and hit 5 in Harran.',
    now: 'He hit 5 in Harran and shot ⟦9 men⟧.',
    expected: false,
  },
  'a part with a word for both': {
    was: 'He shot half ⟦9 men⟧ and hit 5.',
    now: 'He hit 5 and shot half ⟦9 men⟧.',
    expected: false,
  },
  'in two sentences': {
    was: 'Ek shot ⟦9 men⟧ with a rifle and hit 5 boys with a car.',
    now: 'Ek hit 5 boys with a car. And shot ⟦9 men⟧ with a rifle.',
    expected: false,
  },
};

/** Does another label than before stand over the sentence that is marked, or another ruling under it? */
export const labelCases: Readonly<Record<string, { was: string; now: string; expected: boolean }>> = {
  'another label': { was: 'Rumours\n\n⟦Nine died⟧.', now: 'Facts\n\n⟦Nine died⟧.', expected: true },
  'a label put over it': { was: 'News\n\n⟦Nine died⟧.', now: 'Satire\n\n⟦Nine died⟧.', expected: true },
  'not the label': {
    was: 'What is true\n\n⟦Nine died⟧.',
    now: 'What is not true\n\n⟦Nine died⟧.',
    expected: true,
  },
  'a negation without a label': {
    was: 'What is here\n\n⟦Nine died⟧.',
    now: 'What is not here\n\n⟦Nine died⟧.',
    expected: false,
  },
  'other words': { was: 'Rumours\n\n⟦Nine died⟧.', now: 'Old rumours\n\n⟦Nine died⟧.', expected: false },
  'a sentence with a stop': {
    was: 'Rumours fly.\n\n⟦Nine died⟧.',
    now: 'Facts fly.\n\n⟦Nine died⟧.',
    expected: false,
  },
  'a heading of five words': {
    was: 'Rumours that we all heard\n\n⟦Nine died⟧.',
    now: 'Facts that we all heard\n\n⟦Nine died⟧.',
    expected: true,
  },
  'a heading of six words': {
    was: 'Rumours that we all heard today\n\n⟦Nine died⟧.',
    now: 'Facts that we all heard today\n\n⟦Nine died⟧.',
    expected: false,
  },
  'a nearer heading': {
    was: 'Rumours\n\nRain fell.\n\nHarran\n\n⟦Nine died⟧.',
    now: 'Facts\n\nRain fell.\n\nHarran\n\n⟦Nine died⟧.',
    expected: false,
  },
  'a heading far above': {
    was: `Rumours\n\n${'It rained. '.repeat(30)}\n\n⟦Nine died⟧.`,
    now: `Facts\n\n${'It rained. '.repeat(30)}\n\n⟦Nine died⟧.`,
    expected: true,
  },
  'another ruling': {
    was: '⟦Nine died⟧.\n\nVerdict: true.',
    now: '⟦Nine died⟧.\n\nVerdict: false.',
    expected: true,
  },
  'a ruling alone': { was: '⟦Nine died⟧.\n\nTrue.', now: '⟦Nine died⟧.\n\nNot true.', expected: true },
  'a ruling three behind': {
    was: '⟦Nine died⟧. It rained.\n\nVerdict\n\nTrue.',
    now: '⟦Nine died⟧. It rained.\n\nVerdict\n\nFalse.',
    expected: true,
  },
  'a ruling four behind': {
    was: '⟦Nine died⟧. It rained. It snowed.\n\nVerdict\n\nTrue.',
    now: '⟦Nine died⟧. It rained. It snowed.\n\nVerdict\n\nFalse.',
    expected: false,
  },
  'a ruling among other words': {
    was: '⟦Nine died⟧.\n\nIt is true.',
    now: '⟦Nine died⟧.\n\nIt is false.',
    expected: false,
  },
  'a ruling not alone in its block': {
    was: '⟦Nine died⟧.\n\nTrue. It rained.',
    now: '⟦Nine died⟧.\n\nFalse. It rained.',
    expected: false,
  },
  'a word before a ruling alone': {
    was: '⟦Nine died⟧.\n\nVerdict.',
    now: '⟦Nine died⟧.\n\nRating.',
    expected: false,
  },
};
