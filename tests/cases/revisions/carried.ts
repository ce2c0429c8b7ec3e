/** Who is speaking where a sentence does not say so itself, and what takes a sentence back or leaves it hanging. */

/** A text and the voice that each of its sentences is carried by: none where it says so itself or nobody spoke. */
export const voiceCases: Readonly<Record<string, readonly string[]>> = {
  'Rashid said nine died. Two more are missing.': ['', 'Rashid said'],
  'Rashid said nine died.\n\nTwo more are missing.': ['', ''],
  'Rashid said nine died.\n\n“Two more are missing.”': ['', 'Rashid said'],
  'Rain fell. Two more are missing.': ['', ''],
  'Rain fell. “Two more are missing.”': ['', '(nobody)'],
  '“Two more are missing,” said the envoy. “Nine died.”': ['', 'the envoy said'],
  'The envoy said so. Rashid warned them. “Nine died.”': ['', '', 'Rashid warned'],
  'The envoy said so. “Rashid said it was late.” “Nine died.”': ['', 'The envoy said', 'The envoy said'],
  'The envoy said so: “Nine died. Two more are missing. It is late.” Rain fell.': [
    '',
    'The envoy said',
    'The envoy said',
    'The envoy said',
  ],
  'The envoy wept. “Nine died. Two are missing.” Rain fell.': ['', '(nobody)', '(nobody)', ''],
  'The envoy spoke. “Nine died. Two are missing.”': ['', 'The envoy spoke', 'The envoy spoke'],
  'Rashid said nine died. It was late. But he also added that two are missing.': [
    '',
    'Rashid said',
    'rashid',
  ],
  'Rashid said nine died.\n\nIt was late.\n\nHe said two are missing.': ['', '', 'rashid'],
  'Rain fell. He said two are missing.': ['', '(nobody)'],
  'Said the envoy of the harbour office. Nine died.': ['', 'the envoy of the harbour office Said'],
  '“Nine died.” On Monday, said the envoy, two are missing. Rain fell.': ['(nobody)', '', 'the envoy said'],
  'On Monday, Rashid said nine died. Rain fell.': ['', 'Rashid said'],
  'The deputy head of the old harbour office of the town of Ardle in the north said so. Rain fell.': [
    '',
    'The deputy head of the old harbour office of the town of Ardle in the north said',
  ],
};

/** Is the first sentence taken back by the newer text? */
export const takenBackCases: Readonly<Record<string, { was: string; now: string; expected: boolean }>> = {
  'right behind': { was: 'Nine died. Rain fell.', now: 'Nine died. That count was wrong.', expected: true },
  'soon after': {
    was: 'Nine died. Rain fell.',
    now: 'Nine died. Rain fell. Snow fell. That count was wrong.',
    expected: true,
  },
  'long after': {
    was: 'Nine died. Rain fell.',
    now: 'Nine died. Rain fell. Snow fell. Hail fell. That count was wrong.',
    expected: false,
  },
  'in another paragraph': { was: 'Nine died.', now: 'Nine died.\n\nThat count was wrong.', expected: false },
  'as it was before': {
    was: 'Nine died. That count was wrong.',
    now: 'Nine died. Rain fell. That count was wrong.',
    expected: false,
  },
  'in other words than before': {
    was: 'Nine died. That count was wrong.',
    now: 'Nine died. That claim was false.',
    expected: true,
  },
  'by a report': { was: 'Nine died.', now: 'Nine died. The report was false.', expected: true },
  'wrong of something else': { was: 'Nine died.', now: 'Nine died. Wrong men ran.', expected: false },
  'no longer': { was: 'Nine died. That count was wrong.', now: 'Nine died.', expected: true },
  'as a lie': { was: 'Nine died.', now: 'Nine died. It is all lies.', expected: true },
  'a lie of something else': { was: 'Nine died.', now: 'Nine died. It lies in the hills.', expected: false },
  'for want of proof': { was: 'Nine died.', now: 'Nine died. There is no proof of this.', expected: true },
  'for want of a road': { was: 'Nine died.', now: 'Nine died. There is no end of this.', expected: false },
  'that proof of it is there': {
    was: 'Nine died.',
    now: 'Nine died. There is proof of this.',
    expected: false,
  },
  'none of it': { was: 'Nine died.', now: 'Nine died. None is true.', expected: true },
  'that they had not': {
    was: 'Nine died.',
    now: 'Nine died. Police later found they had not.',
    expected: true,
  },
  'what somebody said was not so': {
    was: 'Nine died.',
    now: 'Nine died. Rashid said that was wrong.',
    expected: true,
  },
  'wrong behind another “that”': {
    was: 'Nine died.',
    now: 'Nine died. Men that was wrong ran here again.',
    expected: false,
  },
  'in five words': { was: 'Nine died.', now: 'Nine died. All of course quite wrong.', expected: true },
  'in six words': {
    was: 'Nine died.',
    now: 'Nine died. All of course quite totally wrong.',
    expected: false,
  },
  'in a few words, one of them of another thing': {
    was: 'Nine died.',
    now: 'Nine died. Not true rain.',
    expected: false,
  },
  'in a few words that deny nothing': { was: 'Nine died.', now: 'Nine died. Quite right.', expected: false },
  asked: { was: 'Nine died.', now: 'Nine died. Is that true?', expected: true },
  'asked of somebody': { was: 'Nine died.', now: 'Nine died. Did they?', expected: true },
  'something else asked': { was: 'Nine died.', now: 'Nine died. Who ran?', expected: false },
  'somebody asks': { was: 'Nine died.', now: 'Nine died. He asks what?', expected: false },
  'asked at length': { was: 'Nine died.', now: 'Nine died. Did they all run to the hills?', expected: false },
  'in the next paragraph, after another sentence': {
    was: 'Nine died. Rain fell.',
    now: 'Nine died. Rain fell.\n\nThe report above was false.',
    expected: true,
  },
  'in the next paragraph, which says so': {
    was: 'Nine died.',
    now: 'Nine died.\n\nThe report above was false.',
    expected: true,
  },
  'in the next paragraph but one': {
    was: 'Nine died.',
    now: 'Nine died.\n\nRain fell.\n\nThe report above was false.',
    expected: false,
  },
  'a next paragraph that denies nothing': {
    was: 'Nine died.',
    now: 'Nine died.\n\nThe report above was long.',
    expected: false,
  },
  'in another language': { was: 'Nine died.', now: 'Nine died. Das ist falsch.', expected: true },
  'in another language, at length': {
    was: 'Nine died.',
    now: 'Nine died. Das ist nach dem Wort von vielen hier falsch.',
    expected: false,
  },
  'true in another language': { was: 'Nine died.', now: 'Nine died. Das ist wahr.', expected: false },
  'not true in another language': {
    was: 'Nine died.',
    now: 'Nine died. Das ist nicht wahr.',
    expected: true,
  },
  'a pronoun, and nothing wrong': { was: 'Nine died.', now: 'Nine died. They were happy.', expected: false },
};

/** Does the last sentence hang on one before it that is another now? */
export const antecedentCases: Readonly<Record<string, { was: string; now: string; expected: boolean }>> = {
  'another before it': {
    was: 'The rebels came. They killed six.',
    now: 'The army came. They killed six.',
    expected: true,
  },
  'the same before it': {
    was: 'The rebels came. They killed six.',
    now: 'the rebels came. They killed six.',
    expected: false,
  },
  'more words before it': {
    was: 'The rebels came. They killed six.',
    now: 'The rebels came on Monday. They killed six.',
    expected: true,
  },
  'nothing before it any more': {
    was: 'The rebels came. They killed six.',
    now: 'They killed six.',
    expected: true,
  },
  'nothing before it before': {
    was: 'They killed six.',
    now: 'The army came. They killed six.',
    expected: false,
  },
  'nothing in its paragraph before': {
    was: 'The rebels came.\n\nThey killed six.',
    now: 'The army came.\n\nThey killed six.',
    expected: false,
  },
  'nothing in its paragraph any more': {
    was: 'The rebels came. They killed six.',
    now: 'The rebels came.\n\nThey killed six.',
    expected: true,
  },
  'without a pronoun': {
    was: 'The rebels came. Gunmen killed six.',
    now: 'The army came. Gunmen killed six.',
    expected: false,
  },
};

/** Is the last sentence taken back by the one before it on the newer text? */
export const takenBackBeforeCases: Readonly<Record<string, { was: string; now: string; expected: boolean }>> =
  {
    'by what points at it': { was: 'Nine died.', now: 'The following is false. Nine died.', expected: true },
    'by what points at it, from the paragraph before': {
      was: 'Nine died.',
      now: 'What follows is false.\n\nNine died.',
      expected: true,
    },
    'by what is said below': { was: 'Nine died.', now: 'All below is untrue.\n\nNine died.', expected: true },
    'as a lie': { was: 'Nine died.', now: 'What follows is a lie. Nine died.', expected: true },
    'as not so': { was: 'Nine died.', now: 'What follows is not so. Nine died.', expected: true },
    'by “this” at the top of its paragraph': {
      was: 'Nine died.',
      now: 'This is false. Nine died.',
      expected: true,
    },
    'by “these” at the top of its paragraph': {
      was: 'Nine died.',
      now: 'These are false. Nine died.',
      expected: true,
    },
    '“this” behind something to point at': {
      was: 'Rain fell. Nine died.',
      now: 'Rain fell. This is false. Nine died.',
      expected: false,
    },
    '“this” in a paragraph of its own': {
      was: 'Nine died.',
      now: 'This is false.\n\nNine died.',
      expected: false,
    },
    'another word at the top': { was: 'Nine died.', now: 'Much is false. Nine died.', expected: false },
    'pointed at, and not denied': {
      was: 'Nine died.',
      now: 'The following is known. Nine died.',
      expected: false,
    },
    'two before': {
      was: 'Rain fell. Nine died.',
      now: 'The following is false. Rain fell. Nine died.',
      expected: false,
    },
  };
