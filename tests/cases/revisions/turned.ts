/** The same words in another order, or cut into other sentences. */
import type { RevisionRow } from './row.ts';

export const turnedRows: Record<string, RevisionRow> = {
  'those killed become the killers’ victims': {
    was: '⟦Six soldiers⟧ killed in Harran.',
    expires: { now: 'Killed ⟦six soldiers⟧ in Harran.', change: 'category_changed' },
    keeps: { now: '⟦6 soldiers⟧ killed, in Harran.', change: 'same' },
  },
  'those who attacked become the attacked': {
    was: '⟦Six soldiers⟧ attacked in Harran.',
    expires: { now: 'Attacked ⟦six soldiers⟧ in Harran.', change: 'reworded' },
    keeps: { now: '⟦6 soldiers⟧ attacked – in Harran.', change: 'same' },
  },
  'two deeds of one doer turned round': {
    was: 'The blast killed ⟦12 men⟧ and injured 30 women.',
    expires: { now: 'The blast injured ⟦12 men⟧ and killed 30 women.', change: 'category_changed' },
    keeps: { now: 'The blast injured 30 women and killed ⟦12 men⟧.', change: 'moved' },
  },
  'two deeds turned round, the second one': {
    was: 'The blast killed 12 men and injured ⟦30 women⟧ in Harran.',
    expires: { now: 'The blast killed ⟦30 women⟧ and injured 12 men in Harran.', change: 'category_changed' },
    keeps: { now: 'The blast injured ⟦30 women⟧ and killed 12 men in Harran.', change: 'moved' },
  },
  'two figures turned round, with who says so': {
    was: 'Rashid said 12 men died and ⟦30 women⟧ were hurt.',
    expires: { now: '⟦30 women⟧ were hurt and Rashid said 12 men died.', change: 'attribution_changed' },
    keeps: { now: 'Rashid said ⟦30 women⟧ were hurt and 12 men died.', change: 'moved' },
  },
  'two deeds turned round, one of them denied': {
    was: 'The army has not shot ⟦12 men⟧ and hanged 30.',
    expires: { now: 'The army has hanged 30 and not shot ⟦12 men⟧.', change: 'negation_changed' },
    keeps: { now: 'The army has not shot ⟦twelve men⟧ and hanged 30.', change: 'same' },
  },
  'two deeds turned round, with a place that one of them takes': {
    was: 'The blast killed ⟦12 men⟧ and injured 30 in Harran.',
    expires: { now: 'The blast injured 30 in Harran and killed ⟦12 men⟧.', change: 'reworded' },
    keeps: { now: 'The blast injured 30 and killed ⟦12 men⟧ in Harran.', change: 'moved' },
  },
  'a figure that counted both': {
    was: 'The army shot ⟦nine men⟧ and women.',
    expires: { now: 'The army shot women and ⟦nine men⟧.', change: 'reworded' },
    keeps: { now: 'The army shot ⟦9 men⟧ and women.', change: 'same' },
  },
  'a word that told of both': {
    was: 'Only ⟦5 men⟧ and 9 boys died.',
    expires: { now: '9 boys and only ⟦5 men⟧ died.', change: 'bound_changed' },
    keeps: { now: 'Only ⟦five men⟧ and nine boys died.', change: 'same' },
  },
  'a place that comes to stand by both': {
    was: 'Nine men from Harran and ⟦six women⟧ died.',
    expires: { now: '⟦Six women⟧ and nine men from Harran died.', change: 'reworded' },
    keeps: { now: '9 men from Harran and ⟦6 women⟧ died.', change: 'same' },
  },
  'the one who was hit becomes one who hits': {
    kind: 'fact',
    was: 'Ek hit ⟦Lund⟧ and Moor.',
    expires: { now: 'Moor and Ek hit ⟦Lund⟧.', change: 'reworded' },
    keeps: { now: 'Ek hit ⟦Lund⟧ and Moor. Moor hit nobody.', change: 'same' },
  },
  'one killed who kills': {
    kind: 'fact',
    was: 'Ek killed ⟦Lund⟧ and was killed.',
    expires: { now: 'Ek was killed and killed ⟦Lund⟧.', change: 'reworded' },
    keeps: { now: 'Ek killed ⟦Lund⟧ and was killed. Moor was killed the next day.', change: 'same' },
  },
  'three fates in one sentence': {
    was: 'The flood left 12 dead, ⟦30 injured⟧ and nine missing.',
    expires: { now: 'The flood left 12 dead, ⟦9 injured⟧ and 30 missing.', change: 'figure_changed' },
    keeps: { now: 'The flood left 12 dead, nine missing and ⟦30 injured⟧.', change: 'moved' },
  },
  'a condition split off': {
    was: 'If the wall falls ⟦nine men die⟧.',
    expires: { now: 'If the wall falls. ⟦Nine men die⟧.', change: 'reworded' },
    keeps: { now: 'If the wall falls, ⟦nine men die⟧.', change: 'same' },
  },
  'a condition joined to it': {
    was: 'If the wall falls. ⟦Nine men die⟧.',
    expires: { now: 'If the wall falls ⟦nine men die⟧.', change: 'reworded' },
    keeps: { now: 'If the wall falls … ⟦Nine men die⟧.', change: 'same' },
  },
  'a reason that stays when another part is split off': {
    was: '⟦Nine men died⟧ because the wall fell, and the road is closed.',
    expires: { now: '⟦Nine men died⟧. Because the wall fell, the road is closed.', change: 'reworded' },
    keeps: { now: '⟦Nine men died⟧ because the wall fell. The road is closed.', change: 'same' },
  },
};

export const writtenRows: Record<string, RevisionRow> = {
  'a fraction with its hyphen': {
    kind: 'fact',
    was: '⟦Two-thirds of the town⟧ fled.',
    expires: { now: '⟦Two-fifths of the town⟧ fled.', change: 'figure_changed' },
    keeps: { now: '⟦Two thirds of the town⟧ fled.', change: 'same' },
  },
  'an age with its hyphens': {
    kind: 'fact',
    was: '⟦A twelve-year-old boy⟧ died.',
    expires: { now: '⟦A thirteen-year-old boy⟧ died.', change: 'figure_changed' },
    keeps: { now: '⟦A 12-year-old boy⟧ died.', change: 'same' },
  },
  'nobody, and a thing numbered one': {
    was: '⟦No one⟧ died.',
    expires: { now: '⟦No 1⟧ died.', change: 'figure_changed' },
    keeps: { now: '⟦No one⟧ died. Road No 1 is shut.', change: 'same' },
  },
  'a little word that opens its sentence no more': {
    kind: 'fact',
    was: 'Rain fell all night. ⟦The dam broke⟧ at noon.',
    expires: { now: 'Rain fell all night and ⟦a dam broke⟧ at noon.', change: 'reworded' },
    keeps: { now: 'Rain fell all night and ⟦the dam broke⟧ at noon.', change: 'same' },
  },
  'a word that opens its sentence no more, and may be a name': {
    kind: 'fact',
    was: 'Rain fell all night. ⟦Sisters broke the dam⟧ at noon.',
    expires: { now: 'Rain fell all night and ⟦sisters broke the dam⟧ at noon.', change: 'reworded' },
    keeps: { now: 'Rain fell all night and ⟦Sisters broke the dam⟧ at noon.', change: 'same' },
  },
  'a thumb turned down': {
    was: '⟦Nine men died⟧ 👍',
    expires: { now: '⟦Nine men died⟧ 👎', change: 'reworded' },
    keeps: { now: '⟦Nine men died⟧ 👍\n\nTen women fled 👎', change: 'same' },
  },
};
