/** What happens around a claim: sentences and paragraphs that come, go, move, split and join. */
import type { RevisionRow } from './row.ts';

export const placeRows: Record<string, RevisionRow> = {
  'its sentence deleted while another source has the same figure': {
    was: 'At least 274 people have died, the rebels said.\n\n⟦At least 274 people⟧ have died, ‹the harbour office› «said».',
    expires: { now: 'At least 274 people have died, the rebels said.', change: 'gone' },
    keeps: {
      now: '⟦At least 274 people⟧ have died, ‹the harbour office› «said».',
      change: 'same',
    },
  },
  'its sentence deleted': {
    was: 'Rain fell all night. ⟦Nine huts⟧ were washed away. The road is closed.',
    expires: { now: 'Rain fell all night. The road is closed.', change: 'gone' },
    keeps: { now: 'Rain fell all night. ⟦Nine huts⟧ were washed away.', change: 'same' },
  },
  'its paragraph deleted': {
    was: 'Rain fell all night.\n\n⟦Nine huts⟧ were washed away.\n\nThe road is closed.',
    expires: { now: 'Rain fell all night.\n\nThe road is closed.', change: 'gone' },
    keeps: { now: '⟦Nine huts⟧ were washed away.\n\nThe road is closed.', change: 'same' },
  },
  'the first of two same sentences deleted': {
    was: '⟦Two men were shot⟧. Police closed the square.\n\nThe mayor spoke. Two men were shot. Schools stay open.',
    expires: {
      now: 'Police closed the square.\n\nThe mayor spoke. Two men were shot. Schools stay open.',
      change: 'gone',
    },
    keeps: {
      now: '⟦Two men were shot⟧. Police closed the square.\n\nThe mayor spoke. Schools stay open.',
      change: 'same',
    },
  },
  'the second of two same sentences deleted': {
    was: 'Two men were shot. Police closed the square.\n\nThe mayor spoke. ⟦Two men were shot⟧. Schools stay open.',
    expires: {
      now: 'Two men were shot. Police closed the square.\n\nThe mayor spoke. Schools stay open.',
      change: 'gone',
    },
    keeps: {
      now: 'Police closed the square.\n\nThe mayor spoke. ⟦Two men were shot⟧. Schools stay open.',
      change: 'same',
    },
  },
  'the paragraphs in reverse order': {
    was: 'Rain fell all night on the town.\n\nThe river rose to the bridge by noon.\n\n⟦Nine huts⟧ were washed away.',
    expires: {
      now: '⟦Ten huts⟧ were washed away.\n\nThe river rose to the bridge by noon.\n\nRain fell all night on the town.',
      change: 'figure_changed',
    },
    keeps: {
      now: '⟦Nine huts⟧ were washed away.\n\nThe river rose to the bridge by noon.\n\nRain fell all night on the town.',
      change: 'moved',
    },
  },
  'a sentence moved to another paragraph': {
    was: 'Rain fell all night. ⟦Nine huts⟧ were washed away.\n\nThe road is closed. Buses run late.\n\nThe fair is off.',
    expires: {
      now: 'Rain fell all night.\n\nThe road is closed. Buses run late.\n\nThe fair is off. ⟦Five huts⟧ were washed away.',
      change: 'figure_changed',
    },
    keeps: {
      now: 'Rain fell all night.\n\nThe road is closed. Buses run late.\n\nThe fair is off. ⟦Nine huts⟧ were washed away.',
      change: 'moved',
    },
  },
  'a sentence split in two': {
    was: 'The river rose to the bridge and ⟦nine huts were washed away⟧.',
    expires: {
      now: 'The river rose to the bridge. ⟦Nine huts were carried away⟧.',
      change: 'reworded',
    },
    keeps: { now: 'The river rose to the bridge. ⟦Nine huts were washed away⟧.', change: 'same' },
  },
  'two sentences joined': {
    was: 'The river rose to the bridge. ⟦Nine huts were washed away⟧.',
    expires: {
      now: 'The river rose to the bridge, and ⟦ninety huts were washed away⟧.',
      change: 'figure_changed',
    },
    keeps: { now: 'The river rose to the bridge; ⟦nine huts were washed away⟧.', change: 'same' },
  },
  'the text entirely replaced': {
    was: 'Rain fell all night. ⟦Nine huts⟧ were washed away.',
    expires: { now: 'The parliament voted on the budget. Taxes will rise in spring.', change: 'gone' },
    keeps: { now: 'Rain fell all night. ⟦Nine huts⟧ were washed away. Taxes will rise.', change: 'same' },
  },
  'a text put in front of it': {
    was: '⟦Nine huts⟧ were washed away.',
    expires: { now: 'UPDATE.\n\n⟦Eleven huts⟧ were washed away.', change: 'figure_changed' },
    keeps: { now: 'UPDATE.\n\n⟦Nine huts⟧ were washed away.', change: 'same' },
  },
  'at the very start': {
    was: '⟦Nine huts⟧ were washed away. Rain goes on.',
    expires: { now: '⟦About nine huts⟧ were washed away. Rain goes on.', change: 'bound_changed' },
    keeps: { now: '⟦Nine huts⟧ were washed away. Rain goes on. It is cold.', change: 'same' },
  },
  'at the very end': {
    was: 'Rain goes on. They counted ⟦nine huts⟧',
    expires: { now: 'Rain goes on. They counted ⟦nine tents⟧', change: 'reworded' },
    keeps: { now: 'It is cold. Rain goes on. They counted ⟦nine huts⟧', change: 'same' },
  },
  'a claim over the whole text': {
    kind: 'fact',
    was: '⟦The dam broke⟧',
    expires: { now: '⟦The dams broke⟧', change: 'reworded' },
    keeps: { now: '⟦The dam broke⟧\n\nThe dams of the north held.', change: 'same' },
  },
  'a claim over two sentences': {
    kind: 'attribution',
    was: '‹She› «said»: “⟦We heard two blasts. Then the roof fell⟧.”',
    expires: {
      now: '‹She› «said»: “⟦We heard three blasts. Then the roof fell⟧.”',
      change: 'figure_changed',
    },
    keeps: { now: '‹She› «said»: “⟦We heard 2 blasts. Then the roof fell⟧.”', change: 'same' },
  },
  'a neighbour’s figure changed': {
    was: 'Shells killed ⟦six villagers⟧ in the east. In the west, 20 were hurt.',
    expires: {
      now: 'Shells killed ⟦eight villagers⟧ in the east. In the west, 20 were hurt.',
      change: 'figure_changed',
    },
    keeps: { now: 'Shells killed ⟦six villagers⟧ in the east. In the west, 25 were hurt.', change: 'same' },
  },
  'the place in its own sentence': {
    was: 'Shells killed ⟦six villagers⟧ in Harran.',
    expires: { now: 'Shells killed ⟦six villagers⟧ in Dorvan.', change: 'reworded' },
    keeps: { now: 'Shells killed ⟦six villagers⟧ in Harran. Shells fell in Dorvan as well.', change: 'same' },
  },
  'the day in its own sentence': {
    was: 'Shells killed ⟦six villagers⟧ on Monday.',
    expires: { now: 'Shells killed ⟦six villagers⟧ on Sunday.', change: 'reworded' },
    keeps: { now: 'Shells killed ⟦six villagers⟧ on Monday. Rain fell on Sunday.', change: 'same' },
  },
  'the actor in its own sentence': {
    was: 'The army killed ⟦six villagers⟧ on Monday.',
    expires: { now: 'The rebels killed ⟦six villagers⟧ on Monday.', change: 'reworded' },
    keeps: { now: 'The army killed ⟦six villagers⟧ on Monday. The rebels left on Tuesday.', change: 'same' },
  },
};

export const scriptRows: Record<string, RevisionRow> = {
  'combining marks': {
    kind: 'fact',
    was: 'The village of ⟦Cafe\u0301 Noir⟧ was hit.',
    expires: { now: 'The village of ⟦Cafe Noir⟧ was hit.', change: 'reworded' },
    keeps: { now: 'The quiet village fell.\n\nThe village of ⟦Cafe\u0301 Noir⟧ was hit.', change: 'same' },
  },
  'an emoji in the claim': {
    kind: 'fact',
    was: 'Her post read ⟦“Safe 🛟 now”⟧ at noon.',
    expires: { now: 'Her post read ⟦“Safe 🆘 now”⟧ at noon.', change: 'reworded' },
    keeps: { now: 'Her post read ⟦"Safe 🛟 now"⟧ at noon.', change: 'same' },
  },
  'an emoji before the claim': {
    was: '🛟 They saved ⟦five sailors⟧.',
    expires: { now: '🛟🛟 They saved ⟦six sailors⟧.', change: 'figure_changed' },
    keeps: { now: '🛟🛟 They saved ⟦five sailors⟧.', change: 'same' },
  },
  'a family of joined emoji': {
    kind: 'fact',
    was: 'The sign shows ⟦👩‍👧⟧ at the gate.',
    expires: { now: 'The sign shows ⟦👩‍👦⟧ at the gate.', change: 'reworded' },
    keeps: { now: 'The gate is shut. The sign shows ⟦👩‍👧⟧ at the gate.', change: 'same' },
  },
  'right to left': {
    was: 'قالت الشرطة إن ⟦12 شخصا⟧ قتلوا.',
    expires: { now: 'قالت الشرطة إن ⟦21 شخصا⟧ قتلوا.', change: 'figure_changed' },
    keeps: { now: 'قالت الشرطة إن ⟦12  شخصا⟧ قتلوا.', change: 'same' },
  },
  'Arabic-Indic digits': {
    was: 'قالت الشرطة إن ⟦١٢ شخصا⟧ قتلوا.',
    expires: { now: 'قالت الشرطة إن ⟦١٣ شخصا⟧ قتلوا.', change: 'figure_changed' },
    keeps: { now: 'قالت الشرطة إن ⟦12 شخصا⟧ قتلوا.', change: 'same' },
  },
  'Hebrew, its negation put in': {
    kind: 'fact',
    was: 'הדובר אמר כי ⟦הגשר נפל⟧.',
    expires: { now: 'הדובר אמר כי ⟦הגשר לא נפל⟧.', change: 'negation_changed' },
    keeps: { now: 'הדובר אמר כי ⟦הגשר  נפל⟧.', change: 'same' },
  },
  'no spaces between words': {
    was: '警方说⟦12人死亡⟧。',
    expires: { now: '警方说⟦21人死亡⟧。', change: 'figure_changed' },
    keeps: { now: '昨晚下雨。警方说⟦12人死亡⟧。', change: 'same' },
  },
};
