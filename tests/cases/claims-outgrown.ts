/**
 * Details on other words than they were read from. `[ ]` stand round the claim's words; a sentence is all of the text. A row
 * that is outgrown has a twin that is not.
 */
import type { ClaimKind, ReadField, Reading } from '../../server/contract/claims.ts';

export interface OutgrownCase {
  readonly kind?: ClaimKind;
  /** Left out: what the words before read as. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly before: string;
  readonly now: string;
  readonly pending?: readonly ReadField[];
  /** Null: nothing is outgrown. */
  readonly expected: { readonly fields: readonly ReadField[]; readonly offered: Reading } | null;
}

const exact = (number: number, wording: string): Reading => ({
  ...{ low: number, best: number, high: number },
  ...{ modifier: 'exact', wording },
});
const atLeast = (low: number, wording: string): Reading => ({
  ...{ low, best: null, high: null },
  ...{ modifier: 'at_least', wording },
});
const killed = (low: number) => ({ outcome: 'killed', low, modifier: 'at_least' });

export const outgrownCases: Readonly<Record<string, OutgrownCase>> = {
  'another figure': {
    before: '[At least 385 people] were killed.',
    now: '[At least 410 people] were killed.',
    expected: { fields: ['figure'], offered: atLeast(410, 'At least 410') },
  },
  'the same figure in other words': {
    before: '[At least 385 people] were killed.',
    now: '[At least 385 people] have been killed.',
    expected: null,
  },
  'the figure in words': {
    before: '[9 people] were killed.',
    now: '[Nine people] were killed.',
    expected: null,
  },
  'another bound': {
    before: '[At least 385 people] were killed.',
    now: '[Up to 385 people] were killed.',
    expected: {
      fields: ['figure'],
      offered: { low: null, best: null, high: 385, modifier: 'up_to', wording: 'Up to 385' },
    },
  },
  'the bound in other words': {
    before: '[At least 385 people] were killed.',
    now: '[No fewer than 385 people] were killed.',
    expected: null,
  },
  'figures that changed places': {
    before: '[12 people] were killed and 30 injured.',
    now: '[30 people] were killed and 12 injured.',
    expected: { fields: ['figure'], offered: exact(30, '30') },
  },
  'figures that changed places inside the words': {
    before: '[12 people were killed and 30 injured].',
    now: '[30 people were killed and 12 injured].',
    expected: { fields: ['figure'], offered: exact(30, '30') },
  },
  'figures in other words in the same places': {
    before: '[12 people were killed and 30 injured].',
    now: '[12 people were killed, and 30 were injured].',
    expected: null,
  },
  'the old figure beside the new one': {
    before: '[At least 385 people] were killed.',
    now: '[At least 410 people, up from 385,] were killed.',
    expected: { fields: ['figure'], offered: atLeast(410, 'At least 410') },
  },
  'no figure any more': {
    before: '[385 people] were killed.',
    now: '[The people] were killed.',
    expected: { fields: ['figure'], offered: {} },
  },
  'a vague figure for a number': {
    before: '[40 people] were killed.',
    now: '[Dozens of people] were killed.',
    expected: {
      fields: ['figure'],
      offered: { low: 12, best: null, high: null, modifier: 'vague', wording: 'Dozens' },
    },
  },
  'a longer range': {
    before: '[30 to 40 people] were killed.',
    now: '[30 to 45 people] were killed.',
    expected: {
      fields: ['figure'],
      offered: { low: 30, best: null, high: 45, modifier: 'range', wording: '30 to 45' },
    },
  },
  'the same range': {
    before: '[30 to 40 people] were killed.',
    now: '[30 to 40 people] were killed there.',
    expected: null,
  },
  'a figure typed because another sentence has it': {
    details: killed(56),
    before: '[The dead] were buried, 385 in all.',
    now: '[The dead] were buried, 410 in all.',
    expected: null,
  },
  'a figure typed that only its sentence has': {
    details: { outcome: 'killed', low: 385, best: 385, high: 385 },
    before: '[The dead] were buried, 385 in all.',
    now: '[The dead] were buried, 410 in all.',
    expected: { fields: ['figure'], offered: {} },
  },
  'a figure typed that its sentence still has': {
    details: { outcome: 'killed', low: 385, best: 385, high: 385 },
    before: '[The dead] were buried, 385 in all.',
    now: '[The dead] were laid to rest, 385 in all.',
    expected: null,
  },
  'the second figure, chosen by hand': {
    details: { outcome: 'injured', low: 30, best: 30, high: 30, modifier: 'exact' },
    before: '[12 people were killed and 30 injured].',
    now: '[12 people were killed and 31 injured].',
    expected: { fields: ['figure'], offered: exact(12, '12') },
  },
  'the second figure, chosen by hand, as it was': {
    details: { outcome: 'injured', low: 30, best: 30, high: 30, modifier: 'exact' },
    before: '[12 people were killed and 30 injured].',
    now: '[14 people were killed and 30 injured].',
    expected: null,
  },
  'a bound typed by hand, another figure': {
    details: { outcome: 'killed', low: 41, best: 41, modifier: 'about' },
    before: '[At least 41 people] died.',
    now: '[At least 44 people] died.',
    expected: { fields: ['figure'], offered: atLeast(44, 'At least 44') },
  },
  'more than, from the number after it': {
    before: '[More than 30 people] died.',
    now: '[More than 30 people] have died.',
    expected: null,
  },
  'what was open, and words that have it again': {
    before: '[At least 410 people] were killed.',
    now: '[At least 385 people] were killed.',
    details: killed(385),
    pending: ['figure'],
    expected: null,
  },
  'what was open, and yet another figure': {
    before: '[At least 410 people] were killed.',
    now: '[At least 420 people] were killed.',
    details: killed(385),
    pending: ['figure'],
    expected: { fields: ['figure'], offered: atLeast(420, 'At least 420') },
  },
  'what a person let stand, and yet another figure': {
    before: '[At least 410 people] were killed.',
    now: '[At least 420 people] were killed.',
    details: killed(385),
    expected: null,
  },
  'another outcome': {
    before: '[12 people] were killed.',
    now: '[12 people] were injured.',
    expected: { fields: ['outcome'], offered: { outcome: 'injured' } },
  },
  'the same outcome in other words': {
    before: '[12 people] were killed.',
    now: '[12 people] died.',
    expected: null,
  },
  'no outcome any more': {
    before: '[12 people] were killed.',
    now: '[12 people] were there.',
    expected: { fields: ['outcome'], offered: {} },
  },
  'other people': {
    before: '[12 civilians] were killed.',
    now: '[12 fighters] were killed.',
    expected: {
      fields: ['victims'],
      offered: { victims: { category: 'combatant', label: 'fighters' } },
    },
  },
  'a printed noun of the same people': {
    before: '[12 soldiers] were killed.',
    now: '[12 fighters] were killed.',
    expected: {
      fields: ['victims'],
      offered: { victims: { category: 'combatant', label: 'fighters' } },
    },
  },
  'a noun that was never printed': {
    details: { outcome: 'killed', low: 12, victims: { category: 'civilian', label: 'bystanders' } },
    before: '[12 civilians] were killed.',
    now: '[12 fighters] were killed.',
    expected: {
      fields: ['victims'],
      offered: { victims: { category: 'combatant', label: 'fighters' } },
    },
  },
  'people that were never read': {
    details: { outcome: 'killed', low: 12, victims: { category: 'medic' } },
    before: '[12 civilians] were killed.',
    now: '[12 fighters] were killed.',
    expected: null,
  },
  'another place, doer and cause': {
    details: {
      ...killed(12),
      place: { name: 'Lindholm' },
      perpetrator: 'the rebels',
      cause: 'mortar fire',
    },
    before: '[At least 12 people] were killed by the rebels in mortar fire on Lindholm.',
    now: '[At least 12 people] were killed by the army in an air strike on Bergen.',
    expected: { fields: ['place', 'perpetrator', 'cause'], offered: {} },
  },
  'a place that was looked up': {
    details: { ...killed(12), place: { name: 'Norway' } },
    before: '[At least 12 people] were killed on Lindholm.',
    now: '[At least 12 people] were killed in Bergen.',
    expected: null,
  },
  'the value of a quantity': {
    kind: 'fact',
    details: { about: 'quantity', value: '120' },
    before: 'The ferry had room for [120 passengers].',
    now: 'The ferry had room for [130 passengers].',
    expected: { fields: ['value'], offered: { value: '130' } },
  },
  'the value of a quantity in words': {
    kind: 'fact',
    details: { about: 'quantity', value: '12' },
    before: 'The ferry had room for [12 passengers].',
    now: 'The ferry could carry [twelve passengers].',
    expected: null,
  },
  'a value of several figures': {
    kind: 'fact',
    details: { about: 'quantity', value: '120' },
    before: 'The ferry had room for [120 passengers].',
    now: 'The ferry had room for [130 passengers and 20 cars].',
    expected: { fields: ['value'], offered: {} },
  },
  'a value that is all of the words': {
    kind: 'fact',
    details: { about: 'date', value: '3 May' },
    before: 'It sank on [3 May].',
    now: 'It sank on [4 May].',
    expected: { fields: ['value'], offered: { value: '4 May' } },
  },
  'a value that was never printed': {
    kind: 'fact',
    details: { about: 'date', value: '2024-05-03' },
    before: 'It sank on [3 May].',
    now: 'It sank on [4 May].',
    expected: null,
  },
  'another title': {
    kind: 'source',
    before: 'The minister [Ida Strand] spoke.',
    now: 'Mayor [Ida Strand] spoke.',
    details: { titleAsPrinted: 'minister' },
    expected: { fields: ['titleAsPrinted'], offered: { titleAsPrinted: 'Mayor' } },
  },
  'the same title': {
    kind: 'source',
    before: 'The minister [Ida Strand] spoke.',
    now: 'The minister [Ida Strand] has spoken.',
    details: { titleAsPrinted: 'minister' },
    expected: null,
  },
  'a quotation that is none any more': {
    kind: 'attribution',
    before: '“[Nobody knows],” she said.',
    now: '[Nobody knows], she said.',
    expected: { fields: ['mode'], offered: { mode: 'indirect' } },
  },
  'a quotation in other words': {
    kind: 'attribution',
    before: '“[Nobody knows],” she said.',
    now: '“[No one knows],” she said.',
    expected: null,
  },
  'a mode chosen by hand': {
    kind: 'attribution',
    details: { mode: 'hearsay' },
    before: '“[Nobody knows],” she said.',
    now: '[Nobody knows], she said.',
    expected: null,
  },
  'nothing filled in': {
    kind: 'fact',
    before: 'It sank on [3 May].',
    now: 'It sank on [4 May].',
    expected: null,
  },
};
