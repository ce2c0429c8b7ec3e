/** Changes around a claim that leave every word in its sentence and say something else. */
import type { RevisionRow } from './row.ts';

export const aroundRows: Record<string, RevisionRow> = {
  'the speaker behind a quotation of two sentences': {
    was: '“⟦Six people died⟧. The road is closed,” Rashid said.',
    expires: {
      now: '“⟦Six people died⟧. The road is closed,” Maren said.',
      change: 'attribution_changed',
    },
    keeps: { now: '“⟦Six people died⟧. The road is shut,” Rashid said.', change: 'same' },
  },
  'the speaker behind a quotation of three sentences': {
    was: '“The road is closed. ⟦Six people died⟧. We mourn,” said Rashid.',
    expires: {
      now: '“The road is closed. ⟦Six people died⟧. We mourn,” said Maren.',
      change: 'attribution_changed',
    },
    keeps: { now: '“The road is shut. ⟦Six people died⟧. We mourn,” said Rashid.', change: 'same' },
  },
  'a speaker with a title behind the name': {
    was: 'Rashid, the mayor of Harran, said the port was open. “⟦We lost 14 men⟧.”',
    expires: {
      now: 'Maren, the mayor of Harran, said the port was open. “⟦We lost 14 men⟧.”',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid, the mayor of Harran, said the port was shut. “⟦We lost 14 men⟧.”',
      change: 'same',
    },
  },
  'a speaker with a title before the name': {
    was: 'The mayor of Harran, Rashid, said the port was open. ⟦Nine men⟧ are missing.',
    expires: {
      now: 'The mayor of Harran, Maren, said the port was open. ⟦Nine men⟧ are missing.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'The mayor of Harran, Rashid, said the port was shut. ⟦Nine men⟧ are missing.',
      change: 'same',
    },
  },
  'a bound that went to the other figure': {
    was: 'The blast left ⟦12 killed⟧ and about 30 injured.',
    expires: { now: 'The blast left ⟦about 12 killed⟧ and 30 injured.', change: 'bound_changed' },
    keeps: { now: 'The blast left about 30 injured and ⟦12 killed⟧.', change: 'moved' },
  },
  'a bound that the other figure took': {
    was: 'At least ⟦two children⟧ and five soldiers were killed.',
    expires: { now: '⟦Two children⟧ and at least five soldiers were killed.', change: 'bound_changed' },
    keeps: { now: 'At least ⟦2 children⟧ and five soldiers were killed.', change: 'same' },
  },
  'a “not” that went to the other side': {
    kind: 'fact',
    was: 'The dead were ⟦soldiers⟧, not farmers.',
    expires: { now: 'The dead were not ⟦soldiers⟧, farmers.', change: 'negation_changed' },
    keeps: { now: 'The dead were ⟦soldiers⟧, not farmers. The wounded were not named.', change: 'same' },
  },
  'split from who says so': {
    was: '⟦Nine men died⟧ and the road is closed, the army said.',
    expires: {
      now: '⟦Nine men died⟧. The road is closed, the army said.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦9 men died⟧ and the road is closed, the army said.', change: 'same' },
  },
  'joined to who says so': {
    was: '⟦Nine men died⟧. The road is closed, the army said.',
    expires: {
      now: '⟦Nine men died⟧ and the road is closed, the army said.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦Nine men died⟧. The road is shut, the army said.', change: 'same' },
  },
  'commas that make the one spoken of the speaker': {
    kind: 'fact',
    was: 'The minister said the officer ⟦took the bribe⟧.',
    expires: { now: 'The minister, said the officer, ⟦took the bribe⟧.', change: 'attribution_changed' },
    keeps: {
      now: 'The minister said the officer ⟦took the bribe⟧. The mayor, said the officer, was away.',
      change: 'same',
    },
  },
  'quotation marks taken away beside the speaker': {
    was: '“⟦We lost 14 men⟧,” ‹Rashid› «said».',
    expires: { now: '⟦We lost 14 men⟧, ‹Rashid› «said».', change: 'attribution_changed' },
    keeps: { now: '‘⟦We lost 14 men⟧,’ ‹Rashid› «said».', change: 'same' },
  },
  'quotation marks put around the story’s own words': {
    was: '“The port is open,” Rashid said. ⟦Ten men⟧ are missing.',
    expires: {
      now: '“The port is open,” Rashid said. “⟦Ten men⟧ are missing.”',
      change: 'attribution_changed',
    },
    keeps: { now: '"The port is open," Rashid said. ⟦10 men⟧ are missing.', change: 'same' },
  },
  'a same sentence whose own paragraph went, beside a reworded one': {
    was: 'In Harran, police came at noon. ⟦Two men were shot⟧.\n\nIn Dorvan, troops came at night. Two men were shot.',
    expires: { now: 'In Dorvan, soldiers arrived later. Two men were shot.', change: 'gone' },
    keeps: { now: 'In Harran, police came around noon. ⟦Two men were shot⟧.', change: 'same' },
  },
  'a quotation behind somebody who does not “say”': {
    was: 'Rashid was angry. “⟦We lost 14 men⟧.”',
    expires: { now: 'Maren was angry. “⟦We lost 14 men⟧.”', change: 'attribution_changed' },
    keeps: { now: 'Rashid was angry. “⟦We lost fourteen men⟧.”', change: 'same' },
  },
  'a quotation behind a speaker in Arabic': {
    was: 'قال رشيد إن الميناء مفتوح. “⟦خسرنا 14 رجلا⟧”.',
    expires: { now: 'قال مروان إن الميناء مفتوح. “⟦خسرنا 14 رجلا⟧”.', change: 'attribution_changed' },
    keeps: { now: 'قال رشيد إن الميناء مفتوح. “⟦خسرنا ١٤ رجلا⟧”.', change: 'same' },
  },
  'a mark for true that became one for false': {
    was: '✅ ⟦Nine men⟧ died.',
    expires: { now: '❌ ⟦Nine men⟧ died.', change: 'reworded' },
    keeps: { now: '✅ ⟦Nine men⟧ died.\n\n❌ Ten women fled.', change: 'same' },
  },
  'taken back by “that is not true”': {
    was: '⟦Six people⟧ died. Rain fell.',
    expires: { now: '⟦Six people⟧ died. That is not true. Rain fell.', change: 'negation_changed' },
    keeps: { now: '⟦Six people⟧ died. Rain fell again.', change: 'same' },
  },
  'a list that somebody else gives': {
    was: 'The army said:\n\n- Two roads are closed.\n\n- ⟦Nine men⟧ died.',
    expires: {
      now: 'The rebels said:\n\n- Two roads are closed.\n\n- ⟦Nine men⟧ died.',
      change: 'attribution_changed',
    },
    keeps: { now: 'The army said:\n\n– Both roads are open.\n\n– ⟦9 men⟧ died.', change: 'same' },
  },
  'a list under another fate': {
    was: 'Killed:\n- ⟦nine men⟧ in Harran\n- two women in Dorvan',
    expires: { now: 'Injured:\n- ⟦nine men⟧ in Harran\n- two women in Dorvan', change: 'category_changed' },
    keeps: { now: 'Killed:\n- ⟦9 men⟧ in Harran\n- six women in Dorvan', change: 'same' },
  },
  'a paragraph under another colon': {
    was: 'This is what the mayor says.\n\nWhat is known so far:\n\nThe road is closed. ⟦Nine men⟧ died.',
    expires: {
      now: 'This is what the mayor says.\n\nWhat is not true:\n\nThe road is closed. ⟦Nine men⟧ died.',
      change: 'negation_changed',
    },
    keeps: {
      now: 'This is what the mayor does.\n\nWhat is known so far:\n\nThe road is closed. ⟦Nine men⟧ died.',
      change: 'same',
    },
  },
  'a line of a talk under another name': {
    was: 'Rashid:\n\n“⟦We lost 14 men⟧.”\n\nMaren:\n\n“The port is open.”',
    expires: {
      now: 'Ekdal:\n\n“⟦We lost 14 men⟧.”\n\nMaren:\n\n“The port is open.”',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid:\n\n“⟦We lost fourteen men⟧.”\n\nEkdal:\n\n“The port is open.”',
      change: 'same',
    },
  },
  'a quotation whose speaker said it on another day': {
    was: 'On Tuesday Rashid said the port was open.\n\n“⟦We lost 14 men⟧.”',
    expires: {
      now: 'On Tuesday Maren said the port was open.\n\n“⟦We lost 14 men⟧.”',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'On Wednesday Rashid also said the port was open.\n\n“⟦We lost 14 men⟧.”',
      change: 'same',
    },
  },
  'a quotation behind a pronoun that speaks': {
    was: 'Rashid said the port was open.\n\nHe added that rain fell.\n\n“⟦We lost 14 men⟧.”',
    expires: {
      now: 'Maren said the port was open.\n\nHe added that rain fell.\n\n“⟦We lost 14 men⟧.”',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid warned that the port was open.\n\nHe added that rain fell.\n\n“⟦We lost 14 men⟧.”',
      change: 'same',
    },
  },
};
