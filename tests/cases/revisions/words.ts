/** Changes inside a claim's own words. */
import type { RevisionRow } from './row.ts';

export const figureRows: Record<string, RevisionRow> = {
  'a higher toll': {
    was: 'The port was hit at dawn. ⟦At least 274 people, including 31 civilians⟧, have died since then, the harbour office said.',
    expires: {
      now: 'The port was hit at dawn. ⟦At least 290 people, including 31 civilians⟧, have died since then, the harbour office said.',
      change: 'figure_changed',
    },
    keeps: {
      now: 'The port was struck at dawn. ⟦At least 274 people, including 31 civilians⟧, have died since then, the harbour office said.',
      change: 'same',
    },
  },
  'one digit': {
    was: '⟦At least 274 people⟧ have died in the fighting.',
    expires: { now: '⟦At least 974 people⟧ have died in the fighting.', change: 'figure_changed' },
    keeps: {
      now: '⟦At least 274 people⟧ have died in the fighting. Traders counted 974 burned carts.',
      change: 'same',
    },
  },
  'the figure of a part': {
    was: '⟦At least 274 people, including 31 civilians⟧, have died.',
    expires: { now: '⟦At least 274 people, including 13 civilians⟧, have died.', change: 'figure_changed' },
    keeps: { now: '⟦At least 274 people, including thirty-one civilians⟧, have died.', change: 'same' },
  },
  'a figure in words': {
    was: 'Gunmen killed ⟦nine prisoners⟧ on Sunday.',
    expires: { now: 'Gunmen killed ⟦ten prisoners⟧ on Sunday.', change: 'figure_changed' },
    keeps: { now: 'Gunmen killed ⟦9 prisoners⟧ on Sunday.', change: 'same' },
  },
  'a figure in digits': {
    was: 'Gunmen killed ⟦21 prisoners⟧ on Sunday.',
    expires: { now: 'Gunmen killed ⟦twenty-two prisoners⟧ on Sunday.', change: 'figure_changed' },
    keeps: { now: 'Gunmen killed ⟦twenty-one prisoners⟧ on Sunday.', change: 'same' },
  },
  'a separator that makes it another figure': {
    was: 'Rescuers counted ⟦1,500 displaced people⟧ in the camp.',
    expires: { now: 'Rescuers counted ⟦1.500 displaced people⟧ in the camp.', change: 'figure_changed' },
    keeps: { now: 'Rescuers counted ⟦1 500 displaced people⟧ in the camp.', change: 'same' },
  },
  'a separator left out': {
    was: 'Rescuers counted ⟦12,000 displaced people⟧ in the camp.',
    expires: { now: 'Rescuers counted ⟦1,200 displaced people⟧ in the camp.', change: 'figure_changed' },
    keeps: { now: 'Rescuers counted ⟦12000 displaced people⟧ in the camp.', change: 'same' },
  },
  'a word of magnitude': {
    was: 'The floods displaced ⟦1.2 million people⟧.',
    expires: { now: 'The floods displaced ⟦1.2 billion people⟧.', change: 'figure_changed' },
    keeps: { now: 'The floods displaced ⟦1,200,000 people⟧.', change: 'same' },
  },
  'swapped figures in one sentence, the dead': {
    was: 'The blast left ⟦12 killed⟧ and 30 injured.',
    expires: { now: 'The blast left ⟦30 killed⟧ and 12 injured.', change: 'figure_changed' },
    keeps: { now: 'The blast left 30 injured and ⟦12 killed⟧.', change: 'moved' },
  },
  'swapped figures in one sentence, the injured': {
    was: 'The blast left 12 killed and ⟦30 injured⟧.',
    expires: { now: 'The blast left 30 killed and ⟦12 injured⟧.', change: 'figure_changed' },
    keeps: { now: 'The blast left ⟦30 injured⟧ and 12 killed.', change: 'moved' },
  },
  'a figure put in where none was': {
    was: 'The raid killed ⟦dozens of villagers⟧.',
    expires: { now: 'The raid killed ⟦43 villagers⟧.', change: 'figure_changed' },
    keeps: { now: 'The raid killed ⟦dozens of villagers⟧. It took 43 minutes.', change: 'same' },
  },
  'a vague figure for another': {
    was: 'The raid killed ⟦dozens of villagers⟧.',
    expires: { now: 'The raid killed ⟦hundreds of villagers⟧.', change: 'figure_changed' },
    keeps: { now: 'The raid also burned barns. The raid killed ⟦dozens of villagers⟧.', change: 'same' },
  },
  'a figure in a fact': {
    kind: 'fact',
    was: 'The bridge is ⟦410 metres long⟧.',
    expires: { now: 'The bridge is ⟦401 metres long⟧.', change: 'figure_changed' },
    keeps: { now: 'The old bridge fell in spring.\n\nThe bridge is ⟦410 metres long⟧.', change: 'same' },
  },
  'a date': {
    kind: 'fact',
    was: 'The ship left on ⟦3 March 2021⟧ with its lights out.',
    expires: { now: 'The ship left on ⟦13 March 2021⟧ with its lights out.', change: 'figure_changed' },
    keeps: {
      now: 'The ship left on ⟦3 March 2021⟧ with its lights out. It was seen again on 13 March 2021.',
      change: 'same',
    },
  },
};

export const boundRows: Record<string, RevisionRow> = {
  'at least to up to': {
    was: '⟦At least 274 people⟧ have died.',
    expires: { now: '⟦Up to 274 people⟧ have died.', change: 'bound_changed' },
    keeps: { now: '⟦At least 274 people⟧ have died. Up to 90 tents have come.', change: 'same' },
  },
  'a bound taken away': {
    was: '⟦At least 274 people⟧ have died.',
    expires: { now: '⟦274 people⟧ have died.', change: 'bound_changed' },
    keeps: { now: 'It is over. ⟦At least 274 people⟧ have died.', change: 'same' },
  },
  'a bound put in front': {
    was: 'Militiamen held ⟦14 drivers⟧ in a school.',
    expires: { now: 'Militiamen held ⟦about 14 drivers⟧ in a school.', change: 'bound_changed' },
    keeps: { now: 'Militiamen held ⟦fourteen drivers⟧ in a school.', change: 'same' },
  },
  'more than to fewer than': {
    was: '⟦More than 30 houses⟧ burned down.',
    expires: { now: '⟦Fewer than 30 houses⟧ burned down.', change: 'bound_changed' },
    keeps: { now: '⟦More than thirty houses⟧ burned down.', change: 'same' },
  },
  'a bound behind the figure': {
    was: 'They counted ⟦30 bodies⟧ in the yard.',
    expires: { now: 'They counted ⟦30 or more bodies⟧ in the yard.', change: 'bound_changed' },
    keeps: {
      now: 'They counted ⟦30 bodies⟧ in the yard. There were 12 or more cars in the street.',
      change: 'same',
    },
  },
  'a bound outside the marked words': {
    was: 'They counted at least ⟦30 bodies⟧ in the yard.',
    expires: { now: 'They counted nearly ⟦30 bodies⟧ in the yard.', change: 'bound_changed' },
    keeps: { now: 'They counted at least ⟦thirty bodies⟧ in the yard.', change: 'same' },
  },
};

export const categoryRows: Record<string, RevisionRow> = {
  'civilians to combatants': {
    was: '⟦At least 274 people, including 31 civilians⟧, have died.',
    expires: {
      now: '⟦At least 274 people, including 31 combatants⟧, have died.',
      change: 'category_changed',
    },
    keeps: {
      now: '⟦At least 274 people, including 31 civilians⟧, have died. Combatants on both sides buried them.',
      change: 'same',
    },
  },
  'killed to injured': {
    was: 'The shelling killed ⟦16 people⟧ at the market.',
    expires: { now: 'The shelling injured ⟦16 people⟧ at the market.', change: 'category_changed' },
    keeps: { now: 'The shelling killed ⟦sixteen people⟧ at the market.', change: 'same' },
  },
  'killed to injured inside the claim': {
    was: 'At the market ⟦16 people were killed⟧.',
    expires: { now: 'At the market ⟦16 people were injured⟧.', change: 'category_changed' },
    keeps: {
      now: 'At the market ⟦16 people were killed⟧. A guard had been injured there a year ago.',
      change: 'same',
    },
  },
  'soldiers to children': {
    was: 'The mine killed ⟦four soldiers⟧ on the road.',
    expires: { now: 'The mine killed ⟦four children⟧ on the road.', change: 'category_changed' },
    keeps: { now: 'The mine killed ⟦4 soldiers⟧ on the road.', change: 'same' },
  },
  'freed to held': {
    was: 'The army says it has freed ⟦two reporters⟧.',
    expires: { now: 'The army says it has detained ⟦two reporters⟧.', change: 'category_changed' },
    keeps: { now: 'The army says it has freed ⟦2 reporters⟧.', change: 'same' },
  },
};

export const negationRows: Record<string, RevisionRow> = {
  'none of them': {
    was: '⟦At least 274 people, including 31 civilians⟧, have died.',
    expires: { now: '⟦At least 274 people, none of them civilians⟧, have died.', change: 'negation_changed' },
    keeps: {
      now: '⟦At least 274 people, including 31 civilians⟧, have died. Schools are shut, none of them for long.',
      change: 'same',
    },
  },
  'not before the claim': {
    was: 'The court did find that ⟦the mayor took the money⟧.',
    kind: 'fact',
    expires: { now: 'The court did not find that ⟦the mayor took the money⟧.', change: 'negation_changed' },
    keeps: {
      now: 'The court did find that ⟦the mayor took the money⟧. The judge did not read the letter aloud.',
      change: 'same',
    },
  },
  'now becomes not': {
    kind: 'fact',
    was: 'The road is ⟦now open to ambulances⟧.',
    expires: { now: 'The road is ⟦not open to ambulances⟧.', change: 'negation_changed' },
    keeps: { now: 'The road is ⟦now open to ambulances⟧. The old bridge is not open yet.', change: 'same' },
  },
  'a contraction': {
    kind: 'fact',
    was: 'The ministry says ⟦the dam can hold⟧.',
    expires: { now: 'The ministry says ⟦the dam can’t hold⟧.', change: 'negation_changed' },
    keeps: { now: 'The ministry says ⟦the dam can hold⟧. Farmers can’t cross it.', change: 'same' },
  },
  'a contraction written in full': {
    kind: 'fact',
    was: 'The ministry says ⟦the dam didn’t hold⟧.',
    expires: { now: 'The ministry says ⟦the dam did hold⟧.', change: 'negation_changed' },
    keeps: {
      now: "The ministry says ⟦the dam didn't hold⟧. A wall below the town did hold.",
      change: 'same',
    },
  },
  'no longer': {
    kind: 'fact',
    was: 'The bridge is ⟦safe for lorries⟧.',
    expires: { now: 'The bridge is no longer ⟦safe for lorries⟧.', change: 'negation_changed' },
    keeps: { now: 'The bridge is ⟦safe for lorries⟧. Trams no longer run there.', change: 'same' },
  },
  without: {
    was: 'They crossed with ⟦three wounded⟧.',
    expires: { now: 'They crossed without ⟦three wounded⟧.', change: 'negation_changed' },
    keeps: { now: 'They crossed with ⟦3 wounded⟧.', change: 'same' },
  },
};

export const rewordedRows: Record<string, RevisionRow> = {
  'a typo corrected': {
    kind: 'fact',
    was: 'The hospital lost ⟦its only genarator⟧ to the fire.',
    expires: { now: 'The hospital lost ⟦its only generator⟧ to the fire.', change: 'reworded' },
    keeps: {
      now: 'The hospital lost ⟦its only genarator⟧ to the fire. A generator came by boat.',
      change: 'same',
    },
  },
  'a synonym': {
    was: 'Shells killed ⟦at least six villagers⟧.',
    expires: { now: 'Shells killed ⟦at least six residents⟧.', change: 'reworded' },
    keeps: { now: 'Shells killed ⟦at least 6 villagers⟧.', change: 'same' },
  },
  'words put in': {
    kind: 'fact',
    was: 'He was ⟦governor of the province⟧.',
    expires: { now: 'He was ⟦governor of the northern province⟧.', change: 'reworded' },
    keeps: { now: 'He was ⟦governor of the province⟧. The northern province has none.', change: 'same' },
  },
  'words taken out at its edge': {
    kind: 'fact',
    was: 'He was ⟦acting governor of the province⟧.',
    expires: { now: 'He was ⟦governor of the province⟧.', change: 'reworded' },
    keeps: {
      now: 'He was ⟦acting governor of the province⟧. The governor of the next province wept.',
      change: 'same',
    },
  },
  'a quote shortened by an ellipsis': {
    kind: 'attribution',
    was: '“⟦We will search until the last of them is home⟧,” ‹the coastguard› «said».',
    expires: {
      now: '“⟦We will search … the last of them is home⟧,” ‹the coastguard› «said».',
      change: 'reworded',
    },
    keeps: {
      now: '“⟦We will search until the last of them is home⟧,” ‹the coastguard› «said». “We will … wait,” a diver said.',
      change: 'same',
    },
  },
  'a quote cut at its end': {
    kind: 'attribution',
    was: '“⟦We will search until the last of them is home⟧,” ‹the coastguard› «said».',
    expires: { now: '“⟦We will search⟧,” ‹the coastguard› «said».', change: 'reworded' },
    keeps: {
      now: '“⟦We will search until the last of them is home⟧,” ‹the coastguard› «said». “We will search,” a diver said.',
      change: 'same',
    },
  },
  'a name corrected in a source': {
    kind: 'source',
    was: '⟦Deputy Minister Karim Hadad⟧ spoke first.',
    expires: { now: '⟦Deputy Minister Karim Haddad⟧ spoke first.', change: 'reworded' },
    keeps: { now: '⟦Deputy Minister Karim Hadad⟧ spoke first. Leila Haddad spoke last.', change: 'same' },
  },
  'a capital that names someone': {
    kind: 'fact',
    was: 'She was taken in by ⟦the sisters of mercy⟧.',
    expires: { now: 'She was taken in by ⟦the Sisters of Mercy⟧.', change: 'reworded' },
    keeps: {
      now: 'She was taken in by ⟦the sisters of mercy⟧. The Sisters of Peace run a school.',
      change: 'same',
    },
  },
  'the headline rewritten': {
    kind: 'fact',
    was: '⟦Ferry sinks off northern coast⟧\n\nA ferry sank on Monday with 60 people on board.',
    expires: {
      now: '⟦Ferry capsizes off northern coast⟧\n\nA ferry sank on Monday with 60 people on board.',
      change: 'reworded',
    },
    keeps: {
      now: '⟦Ferry sinks off northern coast⟧\n\nA ferry sank on Monday with 60 passengers on board.',
      change: 'same',
    },
  },
};
