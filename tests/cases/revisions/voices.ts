/** Changes outside a claim's words that change what it means: who says so, and whether it is said at all. */
import type { RevisionRow } from './row.ts';

export const voiceRows: Record<string, RevisionRow> = {
  'the attribution taken out': {
    was: '⟦At least 274 people⟧ have died, ‹the harbour office› «said».',
    expires: { now: '⟦At least 274 people⟧ have died.', change: 'attribution_changed' },
    keeps: {
      now: '⟦At least 274 people⟧ have died, ‹the harbour office› «said». Rain fell.',
      change: 'same',
    },
  },
  'another source': {
    was: '⟦At least 274 people⟧ have died, ‹the harbour office› «said».',
    expires: { now: '⟦At least 274 people⟧ have died, ‹the rebels› «said».', change: 'attribution_changed' },
    keeps: {
      now: 'The wind fell. ⟦At least 274 people⟧ have died, ‹the harbour office› «said».',
      change: 'same',
    },
  },
  'denied for confirmed': {
    was: '‹The army› «confirmed» that ⟦nine recruits were killed⟧.',
    expires: { now: '‹The army› «denied» that ⟦nine recruits were killed⟧.', change: 'attribution_changed' },
    keeps: { now: '‹The army› «confirmed» that ⟦9 recruits were killed⟧.', change: 'same' },
  },
  'not before the cue': {
    was: '‹The army› did «say» that ⟦nine recruits were killed⟧.',
    expires: {
      now: '‹The army› did not «say» that ⟦nine recruits were killed⟧.',
      change: 'negation_changed',
    },
    keeps: {
      now: '‹The army› did «say» that ⟦nine recruits were killed⟧. The mayor did not say a word.',
      change: 'same',
    },
  },
  'claimed for said': {
    was: '⟦Six hostages are alive⟧, ‹the envoy› «said» on Friday.',
    expires: {
      now: '⟦Six hostages are alive⟧, ‹the envoy› «claimed» on Friday.',
      change: 'attribution_changed',
    },
    keeps: {
      now: '⟦Six hostages are alive⟧, ‹the envoy› «said» on Friday. Rebels claimed a hill.',
      change: 'same',
    },
  },
  'hearsay put in': {
    was: 'The convoy left ⟦30 dead⟧ behind it.',
    expires: { now: 'The convoy reportedly left ⟦30 dead⟧ behind it.', change: 'attribution_changed' },
    keeps: { now: 'The convoy left ⟦thirty dead⟧ behind it.', change: 'same' },
  },
  'an attribution put in': {
    was: '⟦At least 274 people⟧ have died.',
    expires: { now: '⟦At least 274 people⟧ have died, the rebels said.', change: 'attribution_changed' },
    keeps: { now: '⟦At least 274 people⟧ have died. Schools are closed, the rebels said.', change: 'same' },
  },
  'a quotation that becomes the story’s own word': {
    was: '“⟦They shot 11 men⟧,” ‹the witness› «said».',
    expires: { now: '⟦They shot 11 men⟧.', change: 'attribution_changed' },
    keeps: { now: '"⟦They shot 11 men⟧," ‹the witness› «said».', change: 'same' },
  },
  'a quotation moved under another speaker': {
    was: '‹Rashid› «said» the port was open. “⟦We lost 14 men⟧.”\n\nMaren, who runs the depot on the far side of the valley, said the road was closed for good.',
    expires: {
      now: 'Rashid said the port was open.\n\nMaren, who runs the depot on the far side of the valley, said the road was closed for good. “⟦We lost 14 men⟧.”',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Maren, who runs the depot on the far side of the valley, said the road was closed for good.\n\n‹Rashid› «said» the port was open. “⟦We lost 14 men⟧.”',
      change: 'moved',
    },
  },
  'a speaker swapped in the sentence before': {
    was: '‹Rashid› «said» the port was open. “⟦We lost 14 men⟧.”',
    expires: { now: 'Maren said the port was open. “⟦We lost 14 men⟧.”', change: 'attribution_changed' },
    keeps: { now: '‹Rashid› «said» the port was shut. “⟦We lost 14 men⟧.”', change: 'same' },
  },
  'who told whom': {
    was: '⟦Two pilots were freed⟧, ‹an officer› «told» Meridian News.',
    expires: {
      now: '⟦Two pilots were freed⟧, Meridian News «told» ‹an officer›.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦2 pilots were freed⟧, ‹an officer› «told» Meridian News.', change: 'same' },
  },
  'according to someone else': {
    was: 'According to ‹the relief agency›, ⟦40,000 people fled⟧.',
    expires: { now: 'According to the militia, ⟦40,000 people fled⟧.', change: 'attribution_changed' },
    keeps: { now: 'According to ‹the relief agency› ⟦40 000 people fled⟧.', change: 'same' },
  },
  'a name corrected in the source of a count': {
    was: '⟦Seven miners were saved⟧, ‹foreman Jon Ekdal› «said».',
    expires: {
      now: '⟦Seven miners were saved⟧, ‹foreman John Ekdahl› «said».',
      change: 'attribution_changed',
    },
    keeps: {
      now: '⟦Seven miners were saved⟧, ‹foreman Jon Ekdal› «said». The shaft is named for John Ekdahl.',
      change: 'same',
    },
  },
  'who “they” are': {
    was: 'The army entered the village. They killed ⟦six villagers⟧.',
    expires: { now: 'The rebels entered the village. They killed ⟦six villagers⟧.', change: 'reworded' },
    keeps: { now: 'The army entered the village. They killed ⟦six villagers⟧. It rained.', change: 'same' },
  },
  'who says so outside the marked attribution': {
    was: 'The envoy said ⟦six hostages were dead⟧.',
    expires: { now: 'The envoy denied ⟦six hostages were dead⟧.', change: 'attribution_changed' },
    keeps: {
      now: 'The envoy said ⟦six hostages were dead⟧. Rebels denied a raid in the south.',
      change: 'same',
    },
  },
  'another speaker beside the same cue': {
    was: '⟦At least 41 people died⟧ on Tuesday, the harbour office said.',
    expires: {
      now: '⟦At least 41 people died⟧ on Tuesday, a fisherman said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: '⟦At least 41 people died⟧ on Tuesday, the harbour office said. The water was cold, a fisherman said.',
      change: 'same',
    },
  },
  'taken back by the sentence behind it': {
    was: 'The agency counted ⟦40 dead⟧. It has left the city.',
    expires: {
      now: 'The agency counted ⟦40 dead⟧. That figure was wrong. It has left the city.',
      change: 'negation_changed',
    },
    keeps: { now: 'The agency counted ⟦40 dead⟧. It has since left the city.', change: 'same' },
  },
  'the story’s own words behind another speaker': {
    was: 'Rashid said the port was hit. ⟦Nine men⟧ are missing.',
    expires: { now: 'Maren said the port was hit. ⟦Nine men⟧ are missing.', change: 'attribution_changed' },
    keeps: { now: 'Rashid said the port was hit at dawn. ⟦Nine men⟧ are missing.', change: 'same' },
  },
  'what was denied is confirmed': {
    was: 'The army denied it. ⟦Nine men died⟧.',
    expires: { now: 'The army confirmed it. ⟦Nine men died⟧.', change: 'attribution_changed' },
    keeps: { now: 'The army denied it. ⟦Nine men died⟧. The road is open.', change: 'same' },
  },
  'a condition put in front': {
    kind: 'fact',
    was: '⟦The truce holds in the north⟧, the envoy said.',
    expires: { now: 'If ⟦the truce holds in the north⟧, the envoy said.', change: 'reworded' },
    keeps: {
      now: '⟦The truce holds in the north⟧, the envoy said. If rain falls, schools close.',
      change: 'same',
    },
  },
  'an attribution’s own cue': {
    kind: 'attribution',
    was: '‹The army› «confirmed» ⟦that nine recruits were killed⟧.',
    expires: { now: '‹The army› «denied» ⟦that nine recruits were killed⟧.', change: 'attribution_changed' },
    keeps: { now: '‹The army› «confirmed» ⟦that 9 recruits were killed⟧.', change: 'same' },
  },
  'an attribution’s own source': {
    kind: 'attribution',
    was: '‹The army› «confirmed» ⟦that nine recruits were killed⟧.',
    expires: {
      now: '‹The rebels› «confirmed» ⟦that nine recruits were killed⟧.',
      change: 'attribution_changed',
    },
    keeps: { now: 'It rained. ‹The army› «confirmed» ⟦that nine recruits were killed⟧.', change: 'same' },
  },
};

/** Other words in the claim, and a change beside it that falsifies more. */
export const besideRows: Record<string, RevisionRow> = {
  'other words, and another speaker': {
    was: '⟦At least 41 people⟧ died in the harbour, the port authority said.',
    expires: {
      now: '⟦At least 41 persons⟧ died in the harbour, the ministry said.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'It rained. ⟦At least 41 people⟧ died in the harbour, the port authority said.',
      change: 'same',
    },
  },
  'other words, and denied': {
    was: '⟦At least 41 people⟧ died in the harbour.',
    expires: { now: '⟦At least 41 persons⟧ did not die in the harbour.', change: 'negation_changed' },
    keeps: { now: '⟦At least 41 people⟧ died in the harbour. Trains did not run.', change: 'same' },
  },
  'other words, and another fate': {
    was: '⟦At least 41 people⟧ died in the harbour.',
    expires: { now: '⟦At least 41 persons⟧ were injured in the harbour.', change: 'category_changed' },
    keeps: { now: '⟦At least forty-one people⟧ died in the harbour.', change: 'same' },
  },
  'other words, and taken back by the sentence behind': {
    was: 'The agency counted ⟦40 dead people⟧. It has left the city.',
    expires: {
      now: 'The agency counted ⟦40 dead persons⟧. That figure was wrong. It has left the city.',
      change: 'negation_changed',
    },
    keeps: { now: 'The agency counted ⟦40 dead people⟧. It has since left the city.', change: 'same' },
  },
  'other words around, and another speaker before': {
    was: 'Rashid said the port was hit. ⟦Nine men⟧ are missing at sea.',
    expires: {
      now: 'Maren said the port was hit. ⟦Nine men⟧ are missing off the coast.',
      change: 'attribution_changed',
    },
    keeps: { now: 'Rashid said the port was hit at dawn. ⟦Nine men⟧ are missing at sea.', change: 'same' },
  },
  'other words, and an attribution’s own source': {
    kind: 'attribution',
    was: '‹The army› «confirmed» ⟦that nine recruits were killed⟧.',
    expires: {
      now: '‹The rebels› «confirmed» ⟦that nine fresh recruits were killed⟧.',
      change: 'attribution_changed',
    },
    keeps: {
      now: '‹The army› «confirmed» ⟦that nine recruits were killed⟧. The rebels confirmed a truce.',
      change: 'same',
    },
  },
  'who “it” is, that spoke a paragraph before': {
    was: 'The harbour office said nine boats were lost.\n\n‹It› «said» ⟦14 men are missing⟧.',
    expires: {
      now: 'Nine boats were lost in the night.\n\n‹It› «said» ⟦14 men are missing⟧.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'The harbour office said 9 boats were lost.\n\n‹It› «said» ⟦14 men are missing⟧.',
      change: 'same',
    },
  },
  'who “he” is, told a paragraph before': {
    was: 'Rashid said the port was open.\n\nHe added that ⟦14 men were lost⟧.',
    expires: {
      now: 'Ekdal said the port was open.\n\nHe added that ⟦14 men were lost⟧.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid said that the port would be closed for days.\n\nHe added that ⟦14 men were lost⟧.',
      change: 'same',
    },
  },
  'who “it” is, beside another cue': {
    was: 'But the observatory said the rebels held the port.\n\n‹It› «said» ⟦they had taken an office⟧, said to be their headquarters.',
    expires: {
      now: 'The rebels held the port.\n\n‹It› «said» ⟦they had taken an office⟧, said to be their headquarters.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'The observatory also said the rebels held the port.\n\n‹It› «said» ⟦they had taken an office⟧, said to be their headquarters.',
      change: 'same',
    },
  },
  'another speaker between a pronoun and its name': {
    was: 'Rashid said the port was open.\n\nBut he also said ⟦14 men were lost⟧.',
    expires: {
      now: 'Rashid said the port was open.\n\nEkdal said the road was closed.\n\nBut he also said ⟦14 men were lost⟧.',
      change: 'attribution_changed',
    },
    keeps: {
      now: 'Rashid said the port was open.\n\nThe road was closed.\n\nBut he also said ⟦14 men were lost⟧.',
      change: 'same',
    },
  },
  'a paragraph that hangs on the one before, moved': {
    kind: 'fact',
    was: 'Two reporters who were held in the hills had been freed.\n\nThe daily Norra named ⟦them as Ek and Lund⟧.\n\nThe port stayed closed for the third day in a row while rain fell.',
    expires: {
      now: 'Two reporters who were held in the hills had been freed.\n\nThe port stayed closed for the third day in a row while rain fell.\n\nThe daily Norra named ⟦them as Ek and Lund⟧.',
      change: 'reworded',
    },
    keeps: {
      now: 'The port stayed closed for the third day in a row while rain fell.\n\nTwo reporters who were held in the hills had been freed.\n\nThe daily Norra named ⟦them as Ek and Lund⟧.',
      change: 'same',
    },
  },
  'a paragraph moved that names itself whom it speaks of': {
    kind: 'fact',
    was: 'The port stayed closed for the third day in a row while rain fell.\n\nThe rebels said ⟦the army had attacked them⟧.\n\nThe army said it would stay.',
    expires: {
      now: 'The rebels said ⟦the army had not attacked them⟧.\n\nThe port stayed closed for the third day in a row while rain fell.\n\nThe army said it would stay.',
      change: 'negation_changed',
    },
    keeps: {
      now: 'The rebels said ⟦the army had attacked them⟧.\n\nThe port stayed closed for the third day in a row while rain fell.\n\nThe army said it would stay.',
      change: 'moved',
    },
  },
  'what a paragraph hangs on, taken out': {
    kind: 'fact',
    was: 'Two reporters had been freed.\n\nThe daily Norra named ⟦them as Ek and Lund⟧.\n\nThe port stayed closed.',
    expires: {
      now: 'The daily Norra named ⟦them as Ek and Lund⟧.\n\nThe port stayed closed.',
      change: 'reworded',
    },
    keeps: {
      now: 'Two reporters had been freed.\n\nThe daily Norra named ⟦them as Ek and Lund⟧.',
      change: 'same',
    },
  },
  'a paragraph that begins with “they”, moved': {
    was: 'The rebels came at dawn and left at noon with the boats.\n\nThey ⟦killed six people⟧.\n\nThe army said it would stay in the town.',
    expires: {
      now: 'The rebels came at dawn and left at noon with the boats.\n\nThe army said it would stay in the town.\n\nThey ⟦killed six people⟧.',
      change: 'reworded',
    },
    keeps: {
      now: 'The army said it would stay in the town.\n\nThe rebels came at dawn and left at noon with the boats.\n\nThey ⟦killed six people⟧.',
      change: 'same',
    },
  },
};
