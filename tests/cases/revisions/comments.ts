/** Sentences beside a claim that say whose its figure is, what another one is, what became of its people, or that it was corrected. */
import type { RevisionRow } from './row.ts';

export const commentRows: Record<string, RevisionRow> = {
  'who gave the figure': {
    was: '⟦Six people⟧ died. The army gave the figure.',
    expires: { now: '⟦Six people⟧ died. The rebels gave the figure.', change: 'attribution_changed' },
    keeps: { now: '⟦Six people⟧ died. The army gave the figure on Monday at noon.', change: 'same' },
  },
  'where the figure comes from': {
    was: '⟦Six people⟧ died. The figure comes from the army. Rain came from the west.',
    expires: {
      now: '⟦Six people⟧ died. The figure comes from the rebels. Rain came from the west.',
      change: 'attribution_changed',
    },
    keeps: {
      now: '⟦Six people⟧ died. The figure comes from the army. Rain came from the north.',
      change: 'same',
    },
  },
  'who gave the figure, put in': {
    was: '⟦Six people⟧ died. Rain fell.',
    expires: {
      now: '⟦Six people⟧ died. Rain fell. Their count is the army’s.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦Six people⟧ died. Rain fell. Count Orlo rode to the army.', change: 'same' },
  },
  'a rival toll': {
    was: '⟦Six people⟧ died. The rebels put the toll at six.',
    expires: { now: '⟦Six people⟧ died. The rebels put the toll at nine.', change: 'figure_changed' },
    keeps: { now: '⟦Six people⟧ died. The rebels put the toll at 6.', change: 'same' },
  },
  'a rival toll before it': {
    was: 'The rebels put the toll at six. ⟦Six people⟧ died.',
    expires: { now: 'The rebels put the toll at nine. ⟦Six people⟧ died.', change: 'figure_changed' },
    keeps: { now: 'The rebels set the toll at six. ⟦Six people⟧ died.', change: 'same' },
  },
  'a toll that was revised': {
    was: '⟦Six people⟧ died. Rain fell.',
    expires: {
      now: '⟦Six people⟧ died. The death toll was later revised to nine. Rain fell.',
      change: 'figure_changed',
    },
    keeps: {
      now: '⟦Six people⟧ died. The toll road was later closed for nine days. Rain fell.',
      change: 'same',
    },
  },
  'a figure of something else in another paragraph': {
    was: '⟦Six people⟧ died. Rain fell.\n\nThe rebels put the toll at six.',
    expires: {
      now: '⟦Six people⟧ died. The rebels put the toll at six. Rain fell.',
      change: 'figure_changed',
    },
    keeps: { now: '⟦Six people⟧ died. Rain fell.\n\nThe rebels put the toll at nine.', change: 'same' },
  },
  'what earlier reports said': {
    was: '⟦Six people⟧ died. Rain fell.',
    expires: { now: '⟦Six people⟧ died. Earlier reports said nine. Rain fell.', change: 'figure_changed' },
    keeps: {
      now: '⟦Six people⟧ died. Earlier reports said nine roads were shut. Rain fell.',
      change: 'same',
    },
  },
  'how many dead others speak of': {
    was: '⟦Six people⟧ died. Others spoke of six dead.',
    expires: { now: '⟦Six people⟧ died. Others spoke of nine dead.', change: 'figure_changed' },
    keeps: { now: '⟦Six people⟧ died. Others spoke of 6 dead at the port.', change: 'same' },
  },
  'the deaths denied': {
    was: '⟦Six people⟧ died. The hospital confirmed the deaths.',
    expires: { now: '⟦Six people⟧ died. The hospital denied the deaths.', change: 'negation_changed' },
    keeps: { now: '⟦Six people⟧ died. The hospital confirmed the deaths on Monday.', change: 'same' },
  },
  'at least somebody’s version': {
    was: '⟦Six people⟧ died. Rain fell.',
    expires: {
      now: '⟦Six people⟧ died. At least, that is the army’s version. Rain fell.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦Six people⟧ died. At least the roads are dry. Rain fell.', change: 'same' },
  },
  'that all survived': {
    was: '⟦Six people were shot⟧. Rain fell.',
    expires: { now: '⟦Six people were shot⟧. All survived. Rain fell.', change: 'category_changed' },
    keeps: { now: '⟦Six people were shot⟧. All the schools survived. Rain fell.', change: 'same' },
  },
  'that all of them died': {
    was: '⟦Six people were shot⟧. All of them survived. Rain fell.',
    expires: { now: '⟦Six people were shot⟧. All of them died. Rain fell.', change: 'category_changed' },
    keeps: { now: '⟦Six people were shot⟧. All of them survived. Snow fell.', change: 'same' },
  },
  'that nobody died': {
    was: '⟦Six people were shot⟧. Rain fell.',
    expires: { now: '⟦Six people were shot⟧. Nobody was killed. Rain fell.', change: 'negation_changed' },
    keeps: { now: '⟦Six people were shot⟧. Nobody was there. Rain fell.', change: 'same' },
  },
  'that there is proof': {
    was: '⟦Six people⟧ died. There is proof. Rain fell.',
    expires: { now: '⟦Six people⟧ died. There is no proof. Rain fell.', change: 'negation_changed' },
    keeps: { now: '⟦Six people⟧ died. There is new proof. Rain fell.', change: 'same' },
  },
  'a correction that tells of it': {
    was: '⟦Six people⟧ died. Rain fell.\n\nThe port is shut.',
    expires: {
      now: '⟦Six people⟧ died. Rain fell.\n\nThe port is shut.\n\nCORRECTION: Nobody died.',
      change: 'negation_changed',
    },
    keeps: {
      now: '⟦Six people⟧ died. Rain fell.\n\nThe port is shut.\n\nCORRECTION: No school was shut.',
      change: 'same',
    },
  },
  'a correction of its figure': {
    was: '⟦Six people⟧ died. Rain fell.\n\nCorrection: an older text gave the number of dead people as 16.',
    expires: {
      now: '⟦Six people⟧ died. Rain fell.\n\nCorrection: an older text gave the number of dead people as 17.',
      change: 'figure_changed',
    },
    keeps: {
      now: '⟦Six people⟧ died. Rain fell.\n\nThe port is shut.\n\nCorrection: an older text gave the number of dead people as 16.',
      change: 'same',
    },
  },
  'a correction that goes': {
    kind: 'fact',
    was: '⟦Karl Ek was freed⟧. Rain fell.\n\nEditor’s note: Jon Ek is Karl Ek’s brother.',
    expires: { now: '⟦Karl Ek was freed⟧. Rain fell.', change: 'reworded' },
    keeps: {
      now: '⟦Karl Ek was freed⟧. Snow fell.\n\nEditor’s note: Jon Ek is Karl Ek’s brother.',
      change: 'same',
    },
  },
  'for how long, in the sentence before': {
    kind: 'fact',
    was: 'For years, the mine was shut. ⟦Six men worked on the roads⟧.',
    expires: { now: 'For weeks, the mine was shut. ⟦Six men worked on the roads⟧.', change: 'reworded' },
    keeps: { now: 'For years, the mine was closed. ⟦Six men worked on the roads⟧.', change: 'same' },
  },
  'since when, in the sentence before, without a comma': {
    kind: 'fact',
    was: 'For many years the mine was shut. ⟦Six men worked on the roads⟧.',
    expires: { now: 'For many days the mine was shut. ⟦Six men worked on the roads⟧.', change: 'reworded' },
    keeps: { now: 'For many years the mine was closed. ⟦Six men worked on the roads⟧.', change: 'same' },
  },
  'the time of the sentence before': {
    kind: 'fact',
    was: 'The mine is closing. ⟦Six men work on the roads⟧.',
    expires: { now: 'The mine was closing. ⟦Six men work on the roads⟧.', change: 'reworded' },
    keeps: { now: 'The mine is shutting. ⟦Six men work on the roads⟧.', change: 'same' },
  },
  'that the sentence before is to come': {
    kind: 'fact',
    was: 'The mine has closed. ⟦Six men work on the roads⟧.',
    expires: { now: 'The mine will close. ⟦Six men work on the roads⟧.', change: 'reworded' },
    keeps: { now: 'The mine has shut. ⟦Six men work on the roads⟧.', change: 'same' },
  },
};
