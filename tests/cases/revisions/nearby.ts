/** What is told in a sentence beside the claim's own: where, when, by whom, and that it is not so. */
import type { RevisionRow } from './row.ts';

export const settingRows: Record<string, RevisionRow> = {
  'the place told in the sentence before': {
    was: 'In Harran, fighting went on. ⟦Nine men⟧ died.',
    expires: { now: 'In Marl, fighting went on. ⟦Nine men⟧ died.', change: 'reworded' },
    keeps: { now: 'In Harran, fighting goes on. ⟦Nine men⟧ died.', change: 'same' },
  },
  'the place at the end of the sentence before': {
    was: 'Shells fell on the market of Harran. ⟦Six people died⟧.',
    expires: { now: 'Shells fell on the market of Dorvan. ⟦Six people died⟧.', change: 'reworded' },
    keeps: { now: 'Mortars fell on the market of Harran. ⟦Six people died⟧.', change: 'same' },
  },
  'the place two sentences before': {
    was: 'Shells fell on Harran. It rained. ⟦Six people died⟧.',
    expires: { now: 'Shells fell on Dorvan. It rained. ⟦Six people died⟧.', change: 'reworded' },
    keeps: { now: 'Shells fell on Harran. It snowed. ⟦Six people died⟧.', change: 'same' },
  },
  'a place with no name': {
    was: 'At the school, fires burned. ⟦Nine men⟧ died.',
    expires: { now: 'At the harbour, fires burned. ⟦Nine men⟧ died.', change: 'reworded' },
    keeps: { now: 'At the school, fires burned on. ⟦Nine men⟧ died.', change: 'same' },
  },
  'the quarter of the sky in the sentence before': {
    was: 'Fighting went on in the north. ⟦Nine men⟧ died.',
    expires: { now: 'Fighting went on in the south. ⟦Nine men⟧ died.', change: 'reworded' },
    keeps: { now: 'Fighting flared in the north. ⟦Nine men⟧ died.', change: 'same' },
  },
  'a place put into the sentence before': {
    was: 'Shells fell all night. ⟦Six people died⟧.',
    expires: { now: 'Shells fell on Dorvan all night. ⟦Six people died⟧.', change: 'reworded' },
    keeps: { now: 'Shells fell all night long. ⟦Six people died⟧.', change: 'same' },
  },
  'the place before a claim that tells its own': {
    was: 'Shells fell on Harran. In Marl, ⟦six people died⟧.',
    expires: { now: 'Shells fell on Harran. In Dorvan, ⟦six people died⟧.', change: 'reworded' },
    keeps: { now: 'Shells fell on Ekdal. In Marl, ⟦six people died⟧.', change: 'same' },
  },
  'the place told in another paragraph': {
    was: 'Shells fell on Harran.\n\nIt rained. ⟦Six people died⟧.',
    expires: { now: 'Shells fell on Harran.\n\nIt rained in Marl. ⟦Six people died⟧.', change: 'reworded' },
    keeps: { now: 'Shells fell on Dorvan.\n\nIt rained. ⟦Six people died⟧.', change: 'same' },
  },
  'the day told in the sentence before': {
    was: 'The market was hit on Monday. ⟦Six people died⟧.',
    expires: { now: 'The market was hit on Friday. ⟦Six people died⟧.', change: 'reworded' },
    keeps: { now: 'The market was shelled on Monday. ⟦Six people died⟧.', change: 'same' },
  },
  'the date told in the sentence before': {
    was: 'The market was hit on 3 March. ⟦Six people died⟧.',
    expires: { now: 'The market was hit on 4 March. ⟦Six people died⟧.', change: 'reworded' },
    keeps: { now: 'The market was shelled on 3 March. ⟦Six people died⟧.', change: 'same' },
  },
  'the year told in the sentence before': {
    was: 'The war began in 2011. ⟦Six people died⟧.',
    expires: { now: 'The war began in 2012. ⟦Six people died⟧.', change: 'reworded' },
    keeps: { now: 'The fighting began in 2011. ⟦Six people died⟧.', change: 'same' },
  },
  'the day before a claim that tells its own': {
    was: 'The market was hit on Monday. On Tuesday, ⟦six people died⟧.',
    expires: { now: 'The market was hit on Monday. On Friday, ⟦six people died⟧.', change: 'reworded' },
    keeps: { now: 'The market was hit on Sunday. On Tuesday, ⟦six people died⟧.', change: 'same' },
  },
  'the place told in Arabic': {
    was: 'في حران اندلع القتال. ⟦قتل 9 رجال⟧.',
    expires: { now: 'في حلب اندلع القتال. ⟦قتل 9 رجال⟧.', change: 'reworded' },
    keeps: { now: 'في حران تجدد القتال. ⟦قتل 9 رجال⟧.', change: 'same' },
  },
  'the place told in a language of other letters': {
    was: 'В Харране шли бои. ⟦Погибли 9 человек⟧.',
    expires: { now: 'В Марле шли бои. ⟦Погибли 9 человек⟧.', change: 'reworded' },
    keeps: { now: 'В Харране идут бои. ⟦Погибли 9 человек⟧.', change: 'same' },
  },
};

export const behindRows: Record<string, RevisionRow> = {
  'who says so, told behind': {
    was: '⟦Six people died⟧. That is what Rashid said.',
    expires: { now: '⟦Six people died⟧. That is what Maren said.', change: 'attribution_changed' },
    keeps: {
      now: '⟦Six people died⟧. That is what Rashid said. The road is shut, Maren said.',
      change: 'same',
    },
  },
  'who says so, put in behind': {
    was: '⟦Six people died⟧. Rain fell.',
    expires: {
      now: '⟦Six people died⟧. That is what Rashid said. Rain fell.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦Six people died⟧. Rashid said that rain fell. Rain fell.', change: 'same' },
  },
  'who says so, taken out behind': {
    was: '⟦Six people died⟧. So the rebels say. Rain fell.',
    expires: { now: '⟦Six people died⟧. Rain fell.', change: 'attribution_changed' },
    keeps: { now: '⟦Six people died⟧. So the rebels say. Snow fell.', change: 'same' },
  },
  'who says so, turned round behind': {
    was: '⟦Six people died⟧. The road is closed.',
    expires: {
      now: '⟦Six people died⟧. So say the rebels. The road is closed.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦Six people died⟧. So the road is closed.', change: 'same' },
  },
  'who said this, told behind': {
    was: '⟦Six people died⟧. Rashid said so on Monday.',
    expires: { now: '⟦Six people died⟧. Maren said so on Monday.', change: 'attribution_changed' },
    keeps: { now: '⟦Six people died⟧. Rashid said so on Tuesday.', change: 'same' },
  },
  'who was behind the quotation': {
    was: '“⟦Six people died⟧.” That was Rashid.',
    expires: { now: '“⟦Six people died⟧.” That was Maren.', change: 'attribution_changed' },
    keeps: { now: '“⟦Six people died⟧.” That was Rashid. Maren was not there.', change: 'same' },
  },
  'who said a quotation, told in the paragraph behind': {
    was: '“⟦Six people died⟧. We mourn.”\n\nRashid said that at noon.',
    expires: {
      now: '“⟦Six people died⟧. We mourn.”\n\nMaren said that at noon.',
      change: 'attribution_changed',
    },
    keeps: { now: '“⟦Six people died⟧. We mourn.”\n\nRashid said that at dawn.', change: 'same' },
  },
  'somebody else who speaks behind': {
    was: '⟦Six people died⟧. Rashid said the road was closed.',
    expires: {
      now: '⟦Six people died⟧. Rashid said that was not so. The road was closed.',
      change: 'negation_changed',
    },
    keeps: { now: '⟦Six people died⟧. Maren said the road was closed.', change: 'same' },
  },
};

export const denialRows: Record<string, RevisionRow> = {
  'taken back before it is said': {
    was: '⟦Six people died⟧. Rain fell.',
    expires: { now: 'The following is false. ⟦Six people died⟧. Rain fell.', change: 'negation_changed' },
    keeps: { now: 'The following night was cold. ⟦Six people died⟧. Rain fell.', change: 'same' },
  },
  'no longer taken back before it is said': {
    was: 'This is false. ⟦Six people died⟧.',
    expires: { now: '⟦Six people died⟧.', change: 'negation_changed' },
    keeps: { now: 'This is false! ⟦Six people died⟧.', change: 'same' },
  },
  'taken back a paragraph before it is said': {
    was: 'Rain fell.\n\n⟦Six people died⟧.',
    expires: {
      now: 'Rain fell.\n\nWhat follows is not true.\n\n⟦Six people died⟧.',
      change: 'negation_changed',
    },
    keeps: { now: 'Rain fell.\n\nWhat follows is cold.\n\n⟦Six people died⟧.', change: 'same' },
  },
  'no more than a drill': {
    was: '⟦Six people⟧ were shot. Rain fell.',
    expires: { now: '⟦Six people⟧ were shot. It was a drill. Rain fell.', change: 'negation_changed' },
    keeps: { now: '⟦Six people⟧ were shot. It was a drill hall. Rain fell.', change: 'same' },
  },
  'a part of an exercise': {
    was: '⟦Six people⟧ were shot. Rain fell.',
    expires: {
      now: '⟦Six people⟧ were shot. All this was part of a military exercise. Rain fell.',
      change: 'negation_changed',
    },
    keeps: {
      now: '⟦Six people⟧ were shot. They were on their way to a military exercise. Rain fell.',
      change: 'same',
    },
  },
  'a scene of a film': {
    was: '⟦Six people⟧ were shot. Rain fell.',
    expires: {
      now: '⟦Six people⟧ were shot. The scene is from a film. Rain fell.',
      change: 'negation_changed',
    },
    keeps: { now: '⟦Six people⟧ were shot. The wind came from the sea. Rain fell.', change: 'same' },
  },
  staged: {
    was: '⟦Six people⟧ were shot. Rain fell.',
    expires: {
      now: '⟦Six people⟧ were shot. The shooting was staged. Rain fell.',
      change: 'negation_changed',
    },
    keeps: { now: '⟦Six people⟧ were shot. A play was staged. Rain fell.', change: 'same' },
  },
  'no longer a drill': {
    was: '⟦Six people⟧ were shot. It was only a simulation. Rain fell.',
    expires: {
      now: '⟦Six people⟧ were shot. It was only a beginning. Rain fell.',
      change: 'negation_changed',
    },
    keeps: { now: '⟦Six people⟧ were shot. It was only a simulation. Snow fell.', change: 'same' },
  },
  'taken back in two words': {
    was: '⟦Six people died⟧. Rain fell.',
    expires: { now: '⟦Six people died⟧. Not true. Rain fell.', change: 'negation_changed' },
    keeps: { now: '⟦Six people died⟧. Quite true. Rain fell.', change: 'same' },
  },
  'taken back in one word': {
    was: '⟦Six people died⟧. Rain fell.',
    expires: { now: '⟦Six people died⟧. Wrong. Rain fell.', change: 'negation_changed' },
    keeps: { now: '⟦Six people died⟧. Wrong men ran. Rain fell.', change: 'same' },
  },
  'taken back as a lie': {
    was: '⟦Six people died⟧. Rain fell.',
    expires: { now: '⟦Six people died⟧. That is a lie. Rain fell.', change: 'negation_changed' },
    keeps: { now: '⟦Six people died⟧. That is a fact. Rain fell.', change: 'same' },
  },
  'no longer taken back': {
    was: '⟦Six people died⟧. That was wrong. Rain fell.',
    expires: { now: '⟦Six people died⟧. Rain fell.', change: 'negation_changed' },
    keeps: { now: '⟦Six people died⟧. That was wrong. Snow fell.', change: 'same' },
  },
  'that it did not happen': {
    was: '⟦Six people died⟧. Rain fell.',
    expires: { now: '⟦Six people died⟧. It did not happen. Rain fell.', change: 'negation_changed' },
    keeps: { now: '⟦Six people died⟧. It was not clear why. Rain fell.', change: 'same' },
  },
  'a question whether it is so': {
    was: '⟦Six people died⟧. Rain fell.',
    expires: { now: '⟦Six people died⟧. Or did they? Rain fell.', change: 'negation_changed' },
    keeps: { now: '⟦Six people died⟧. Did rain fall? Rain fell.', change: 'same' },
  },
};

export const leadInRows: Record<string, RevisionRow> = {
  'a quotation behind a paragraph on somebody who does not “say”': {
    was: 'Rashid spoke at noon.\n\n“⟦We lost 14 men⟧.”',
    expires: { now: 'Maren spoke at noon.\n\n“⟦We lost 14 men⟧.”', change: 'attribution_changed' },
    keeps: { now: 'Rashid spoke at dawn.\n\n“⟦We lost 14 men⟧.”', change: 'same' },
  },
  'a quotation behind a paragraph on somebody with a title': {
    was: 'The mayor of Harran wept. It rained.\n\n“⟦We lost 14 men⟧.”',
    expires: { now: 'Colonel Ekdal wept. It rained.\n\n“⟦We lost 14 men⟧.”', change: 'attribution_changed' },
    keeps: { now: 'The mayor of Harran wept. It snowed.\n\n“⟦We lost 14 men⟧.”', change: 'same' },
  },
  'a quotation behind somebody nearer than who said': {
    was: 'Maren said the port was open.\n\nRashid shook his head.\n\n“⟦We lost 14 men⟧.”',
    expires: {
      now: 'Maren said the port was open.\n\nEkdal shook his head.\n\n“⟦We lost 14 men⟧.”',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Maren said the port was shut.\n\nRashid shook his fist.\n\n“⟦We lost 14 men⟧.”',
      change: 'same',
    },
  },
  'a quotation behind a paragraph on nobody': {
    was: 'The road to Harran was dark.\n\n“⟦We lost 14 men⟧.”',
    expires: {
      now: 'The road to Harran was dark.\n\nRashid wept.\n\n“⟦We lost 14 men⟧.”',
      change: 'attribution_changed',
    },
    keeps: { now: 'The road to Dorvan was dark.\n\n“⟦We lost 14 men⟧.”', change: 'same' },
  },
  'a speaker with a long name': {
    was: 'Rashid of the central harbour office in the old town said the port was open. “⟦We lost 14 men⟧.”',
    expires: {
      now: 'Maren of the central harbour office in the old town said the port was open. “⟦We lost 14 men⟧.”',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid of the central harbour office in the old town said the port was shut. “⟦We lost 14 men⟧.”',
      change: 'same',
    },
  },
  'a speaker in Arabic, without quotation marks': {
    was: 'قال رشيد إن الميناء مفتوح. ⟦فقد 14 رجلا⟧.',
    expires: { now: 'قال مروان إن الميناء مفتوح. ⟦فقد 14 رجلا⟧.', change: 'attribution_changed' },
    keeps: { now: 'قال رشيد إن الميناء مغلق. ⟦فقد 14 رجلا⟧.', change: 'same' },
  },
  'a speaker in Hebrew, without quotation marks': {
    was: 'רשיד אמר כי הנמל פתוח. ⟦14 גברים נעדרים⟧.',
    expires: { now: 'מרון אמר כי הנמל פתוח. ⟦14 גברים נעדרים⟧.', change: 'attribution_changed' },
    keeps: { now: 'רשיד אמר כי הנמל סגור. ⟦14 גברים נעדרים⟧.', change: 'same' },
  },
  'a speaker in Chinese, without quotation marks': {
    was: '警方说下雨了。⟦12人死亡⟧。',
    expires: { now: '军方说下雨了。⟦12人死亡⟧。', change: 'attribution_changed' },
    keeps: { now: '警方说下雪了。⟦12人死亡⟧。', change: 'same' },
  },
  'a speaker in Russian, without quotation marks': {
    was: 'Рашид сказал, что порт открыт. ⟦Погибли 9 человек⟧.',
    expires: { now: 'Марен сказал, что порт открыт. ⟦Погибли 9 человек⟧.', change: 'attribution_changed' },
    keeps: { now: 'Рашид сказал, что порт закрыт. ⟦Погибли 9 человек⟧.', change: 'same' },
  },
};
