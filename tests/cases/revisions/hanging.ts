/** A sentence that hangs on another one in what it means: whose deed it tells, more than what, the answer to what. */
import type { RevisionRow } from './row.ts';

export const hangingRows: Record<string, RevisionRow> = {
  'more than another figure': {
    was: 'The fire hit 40 homes. ⟦Ten more⟧ were flooded.',
    expires: { now: 'The fire hit 60 homes. ⟦Ten more⟧ were flooded.', change: 'figure_changed' },
    keeps: { now: 'The fire burned forty homes. ⟦Ten more⟧ were flooded.', change: 'same' },
  },
  'twice another figure': {
    kind: 'fact',
    was: 'The toll was 40 on Friday. On Monday ⟦the figure doubled⟧.',
    expires: { now: 'The toll was 60 on Friday. On Monday ⟦the figure doubled⟧.', change: 'figure_changed' },
    keeps: { now: 'The toll stood at 40 on Friday. On Monday ⟦the figure doubled⟧.', change: 'same' },
  },
  'a figure that compares with none': {
    was: 'The fire hit 40 homes. ⟦More than ten people⟧ fled.',
    expires: { now: 'The fire hit 40 homes. ⟦More than twelve people⟧ fled.', change: 'figure_changed' },
    keeps: { now: 'The fire hit 60 homes. ⟦More than ten people⟧ fled.', change: 'same' },
  },
  'a figure of what was counted before': {
    was: 'Six houses burned. ⟦Nine⟧ were damaged.',
    expires: { now: 'Six cars burned. ⟦Nine⟧ were damaged.', change: 'category_changed' },
    keeps: { now: '6 houses burned down. ⟦Nine⟧ were damaged.', change: 'same' },
  },
  'a figure in what was paid before': {
    kind: 'fact',
    was: 'Ek was paid 400 dollars. ⟦Lund was paid 500⟧.',
    expires: { now: 'Ek was paid 400 euros. ⟦Lund was paid 500⟧.', change: 'category_changed' },
    keeps: { now: 'Ek was given 400 dollars. ⟦Lund was paid 500⟧.', change: 'same' },
  },
  'a figure that tells what it counts': {
    was: 'Six houses burned. ⟦Nine barns⟧ were damaged.',
    expires: { now: 'Six houses burned. ⟦Nine sheds⟧ were damaged.', change: 'reworded' },
    keeps: { now: 'Six cars burned. ⟦Nine barns⟧ were damaged.', change: 'same' },
  },
  'another day of a row of days': {
    was: 'On the 3rd day, rain fell. ⟦Six men⟧ died.',
    expires: { now: 'On the 4th day, rain fell. ⟦Six men⟧ died.', change: 'reworded' },
    keeps: { now: 'On the 3rd day, snow fell. ⟦Six men⟧ died.', change: 'same' },
  },
  'another week told in a word': {
    was: 'The market was hit last week. ⟦Six men⟧ died.',
    expires: { now: 'The market was hit this week. ⟦Six men⟧ died.', change: 'reworded' },
    keeps: { now: 'The market was shelled last week. ⟦Six men⟧ died.', change: 'same' },
  },
  'what was done by others': {
    was: 'The village was shelled by the army. ⟦Six people⟧ died.',
    expires: { now: 'The village was shelled by the rebels. ⟦Six people⟧ died.', change: 'reworded' },
    keeps: { now: 'The village was shelled again by the army. ⟦Six people⟧ died.', change: 'same' },
  },
  'who did it, in the sentence before': {
    was: 'The army shelled a village. ⟦Six people⟧ died.',
    expires: { now: 'The militia shelled a village. ⟦Six people⟧ died.', change: 'reworded' },
    keeps: { now: 'The army bombed a village. ⟦Six people⟧ died.', change: 'same' },
  },
  'the thing that a name stood for': {
    kind: 'fact',
    was: 'The ship Norra sank. ⟦The vessel was 40 years old⟧.',
    expires: { now: 'The ship Orla sank. ⟦The vessel was 40 years old⟧.', change: 'reworded' },
    keeps: { now: 'The ship Norra went down. ⟦The vessel was 40 years old⟧.', change: 'same' },
  },
  'the place that opened the sentence before': {
    kind: 'fact',
    was: 'Harran fell at noon. ⟦The town had 400 people⟧.',
    expires: { now: 'Marl fell at noon. ⟦The town had 400 people⟧.', change: 'reworded' },
    keeps: { now: 'Harran fell at dawn. ⟦The town had 400 people⟧.', change: 'same' },
  },
  'who beat whom': {
    kind: 'fact',
    was: 'Karl Ek beat Jon Lund. ⟦The loser wept⟧.',
    expires: { now: 'Jon Lund beat Karl Ek. ⟦The loser wept⟧.', change: 'reworded' },
    keeps: { now: 'Karl Ek defeated Jon Lund. ⟦The loser wept⟧.', change: 'same' },
  },
  'a name in a sentence before one that tells its own speaker': {
    was: 'Maren spoke first. Rashid said ⟦nine men⟧ died.',
    expires: { now: 'Maren spoke first. Ekdal said ⟦nine men⟧ died.', change: 'attribution_changed' },
    keeps: { now: 'Ekdal spoke first. Rashid said ⟦nine men⟧ died.', change: 'same' },
  },
  'a condition in the sentence before': {
    kind: 'fact',
    was: 'If the deal holds, prices fall. ⟦Six mines close⟧.',
    expires: { now: 'As the deal holds, prices fall. ⟦Six mines close⟧.', change: 'reworded' },
    keeps: { now: 'If the deal holds, prices drop. ⟦Six mines close⟧.', change: 'same' },
  },
  'under what, in the sentence before': {
    kind: 'fact',
    was: 'Under the plan, prices rise. ⟦Six mines close⟧.',
    expires: { now: 'Under the law, prices rise. ⟦Six mines close⟧.', change: 'reworded' },
    keeps: { now: 'Under the plan, prices climb. ⟦Six mines close⟧.', change: 'same' },
  },
  'the question that it answers': {
    was: 'Q: How many were killed?\n\nA: ⟦Fourteen⟧.',
    expires: { now: 'Q: How many were injured?\n\nA: ⟦Fourteen⟧.', change: 'category_changed' },
    keeps: { now: 'Q: How many were killed?\n\nA: ⟦14⟧.', change: 'same' },
  },
  'the question to a “yes”': {
    kind: 'fact',
    was: '“Did nine men die?” Maren asked.\n\n“⟦Yes⟧,” Rashid said.',
    expires: { now: '“Did ten men die?” Maren asked.\n\n“⟦Yes⟧,” Rashid said.', change: 'figure_changed' },
    keeps: { now: '“Did 9 men die?” Maren asked.\n\n“⟦Yes⟧,” Rashid said.', change: 'same' },
  },
  'the dateline of a “here”': {
    was: 'HARRAN, Monday\n\n⟦Six men died⟧ here.',
    expires: { now: 'MARL, Monday\n\n⟦Six men died⟧ here.', change: 'reworded' },
    keeps: { now: 'HARRAN, Monday\n\n⟦6 men died⟧ here.', change: 'same' },
  },
};

export const listedRows: Record<string, RevisionRow> = {
  'a list under one word, without a colon': {
    was: 'Killed\n\n- ⟦nine men⟧\n\n- two women',
    expires: { now: 'Injured\n\n- ⟦nine men⟧\n\n- two women', change: 'category_changed' },
    keeps: { now: 'Killed\n\n- ⟦9 men⟧\n\n- six women', change: 'same' },
  },
  'a list under a sentence': {
    was: 'The following were killed.\n\n- ⟦nine men⟧\n\n- two women',
    expires: {
      now: 'The following were injured.\n\n- ⟦nine men⟧\n\n- two women',
      change: 'category_changed',
    },
    keeps: { now: 'Those below were killed.\n\n- ⟦nine men⟧\n\n- two women', change: 'same' },
  },
  'a list under a place': {
    was: 'Harran\n\n- ⟦six men⟧ died\n\n- it rained',
    expires: { now: 'Marl\n\n- ⟦six men⟧ died\n\n- it rained', change: 'reworded' },
    keeps: { now: 'Harran\n\n- ⟦six men⟧ died\n\n- it snowed', change: 'same' },
  },
  'a roll of names in a paragraph': {
    kind: 'fact',
    was: 'These people were freed. ⟦Karl Ek, 45⟧. Jon Ek, 12.',
    expires: { now: 'These people were killed. ⟦Karl Ek, 45⟧. Jon Ek, 12.', change: 'category_changed' },
    keeps: { now: 'These people were freed at last. ⟦Karl Ek, 45⟧. Jon Ek, 13.', change: 'same' },
  },
  'under a heading that says it is not so': {
    was: 'What we know\n\n⟦Six men⟧ died.',
    expires: { now: 'What is not true\n\n⟦Six men⟧ died.', change: 'negation_changed' },
    keeps: { now: 'What is known\n\n⟦Six men⟧ died.', change: 'same' },
  },
  'under a heading of another label': {
    was: 'Rumours\n\nIt rained on and on. ⟦Six men⟧ died.\n\nSnow fell. It was cold.',
    expires: {
      now: 'Facts\n\nIt rained on and on. ⟦Six men⟧ died.\n\nSnow fell. It was cold.',
      change: 'negation_changed',
    },
    keeps: {
      now: 'More rumours\n\nIt rained on and on. ⟦Six men⟧ died.\n\nSnow fell. It was cold.',
      change: 'same',
    },
  },
  'under a ruling': {
    was: 'Claim\n\n⟦Six men⟧ died.\n\nVerdict: False.',
    expires: { now: 'Claim\n\n⟦Six men⟧ died.\n\nVerdict: True.', change: 'negation_changed' },
    keeps: { now: 'Claim\n\n⟦Six men⟧ died.\n\nVerdict: false.', change: 'same' },
  },
};

export const laterRows: Record<string, RevisionRow> = {
  'none of it': {
    was: '⟦Six people⟧ died. Rain fell.',
    expires: { now: '⟦Six people⟧ died. None of this is true. Rain fell.', change: 'negation_changed' },
    keeps: { now: '⟦Six people⟧ died. None of them was young. Rain fell.', change: 'same' },
  },
  'no evidence': {
    was: '⟦Six people⟧ died. Rain fell.',
    expires: {
      now: '⟦Six people⟧ died. There is no evidence for this. Rain fell.',
      change: 'negation_changed',
    },
    keeps: { now: '⟦Six people⟧ died. There is no road to this. Rain fell.', change: 'same' },
  },
  'a joke': {
    was: '⟦Six people⟧ died. Rain fell.',
    expires: { now: '⟦Six people⟧ died. Just kidding. Rain fell.', change: 'negation_changed' },
    keeps: { now: '⟦Six people⟧ died. Just rain. Rain fell.', change: 'same' },
  },
  'or so somebody says': {
    was: '⟦Six people⟧ died. Rain fell.',
    expires: { now: '⟦Six people⟧ died. Or so the army says. Rain fell.', change: 'attribution_changed' },
    keeps: { now: '⟦Six people⟧ died. Or so. Rain fell.', change: 'same' },
  },
  'somebody’s version': {
    was: '⟦Six people⟧ died. That is the army’s version.',
    expires: {
      now: '⟦Six people⟧ died. That is the rebels’ version.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦6 people⟧ died. That is the army’s version.', change: 'same' },
  },
  'that none did': {
    was: '⟦Six people⟧ died. But the police found that they had.',
    expires: {
      now: '⟦Six people⟧ died. But the police found that none had.',
      change: 'negation_changed',
    },
    keeps: {
      now: '⟦Six people⟧ died. But the police found that they had. A nurse found that none of the doors had locks.',
      change: 'same',
    },
  },
  'denied in Russian': {
    was: '⟦Погибли 9 человек⟧. Шёл дождь.',
    expires: { now: '⟦Погибли 9 человек⟧. Это неправда. Шёл дождь.', change: 'negation_changed' },
    keeps: { now: '⟦Погибли 9 человек⟧. Это было ночью. Шёл дождь.', change: 'same' },
  },
  'denied in Arabic': {
    was: '⟦قتل 14 رجلا⟧. ساد الهدوء.',
    expires: { now: '⟦قتل 14 رجلا⟧. هذا غير صحيح. ساد الهدوء.', change: 'negation_changed' },
    keeps: { now: '⟦قتل 14 رجلا⟧. هذا حدث ليلا. ساد الهدوء.', change: 'same' },
  },
  'denied in Chinese': {
    was: '⟦12人死亡⟧。下雨了。',
    expires: { now: '⟦12人死亡⟧。这不是真的。下雨了。', change: 'negation_changed' },
    keeps: { now: '⟦12人死亡⟧。这是夜里。下雨了。', change: 'same' },
  },
  'who said so, in Russian': {
    was: '⟦Погибли 9 человек⟧. Об этом сообщил Рашид. Шёл дождь.',
    expires: {
      now: '⟦Погибли 9 человек⟧. Об этом сообщил Марен. Шёл дождь.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦Погибли 9 человек⟧. Об этом сообщил Рашид. Шёл снег.', change: 'same' },
  },
  'the one above': {
    was: '⟦Six people⟧ died.\n\nRain fell.',
    expires: {
      now: '⟦Six people⟧ died.\n\nThe story above is false.\n\nRain fell.',
      change: 'negation_changed',
    },
    keeps: { now: '⟦Six people⟧ died.\n\nThe story below is false.\n\nRain fell.', change: 'same' },
  },
  'the toll that is disputed': {
    was: '⟦Six people⟧ died. Rain fell.',
    expires: { now: '⟦Six people⟧ died. That toll is disputed. Rain fell.', change: 'negation_changed' },
    keeps: { now: '⟦Six people⟧ died. That toll road is closed. Rain fell.', change: 'same' },
  },
  'the toll that somebody else gives': {
    was: '⟦Six people⟧ died. Rain fell.',
    expires: {
      now: '⟦Six people⟧ died. Police put the toll at five. Rain fell.',
      change: 'figure_changed',
    },
    keeps: { now: '⟦Six people⟧ died. Police put the toll booth up. Rain fell.', change: 'same' },
  },
};
