/** What becomes of the spans inside an attribution's details: who says so, in which words, and what. */
import type { RevisionRow } from './row.ts';

/** All of them attributions. What the newer text does not mark is gone from the details. */
export const detailRows: Record<string, RevisionRow> = {
  'the source moved behind what it says': {
    was: '‹The army› «said» ⟦nine recruits were killed⟧.',
    expires: {
      now: '⟦Nine recruits were killed⟧, ‹the army› «said» once.',
      change: 'reworded',
    },
    keeps: { now: '⟦Nine recruits were killed⟧, ‹the army› «said».', change: 'moved' },
  },
  'the source in other words': {
    was: '⟦Seven miners were saved⟧, ‹foreman Jon Ekdal› «said».',
    expires: {
      now: '⟦Seven miners were saved⟧, ‹foreman John Ekdahl› «said».',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦7 miners were saved⟧ – ‹foreman  Jon Ekdal› «said».', change: 'same' },
  },
  'the source with a title put before': {
    was: '⟦Seven miners were saved⟧, ‹Jon Ekdal› «said».',
    expires: {
      now: '⟦Seven miners were saved⟧, the foreman ‹Jon Ekdal› «said».',
      change: 'reworded',
    },
    keeps: { now: '⟦Seven miners were saved⟧; ‹Jon Ekdal› «said».', change: 'same' },
  },
  'the source taken out': {
    was: '⟦Seven miners were saved⟧ on Monday, ‹the foreman› «said».',
    expires: { now: '⟦Seven miners were saved⟧ on Monday.', change: 'attribution_changed' },
    keeps: { now: '⟦Seven miners were saved⟧, on Monday, ‹the foreman› «said».', change: 'same' },
  },
  'another cue': {
    was: '⟦Seven miners were saved⟧, ‹the foreman› «said» on Monday.',
    expires: {
      now: '⟦Seven miners were saved⟧, ‹the foreman› «claimed» on Monday.',
      change: 'attribution_changed',
    },
    keeps: { now: '⟦Seven miners were saved⟧, ‹the foreman› «said» on Monday!', change: 'same' },
  },
  'a cue of two words': {
    was: '«According to» ‹the relief agency›, ⟦40,000 people fled⟧ in May.',
    expires: {
      now: '«Contrary to» ‹the relief agency›, ⟦40,000 people fled⟧ in May.',
      change: 'attribution_changed',
    },
    keeps: { now: '«According to» ‹the relief agency› ⟦40 000 people fled⟧ in May.', change: 'same' },
  },
  'the source told in the sentence before': {
    was: '‹Rashid› was angry. “⟦We lost 14 men⟧.”',
    expires: { now: '‹Maren› was angry. “⟦We lost 14 men⟧.”', change: 'attribution_changed' },
    keeps: { now: 'It rained.\n\n‹Rashid› was angry. “⟦We lost 14 men⟧.”', change: 'same' },
  },
  'the figure in what it says': {
    was: '‹The army› «said» ⟦⟨nine recruits⟩ were killed in the hills⟧.',
    expires: {
      now: '‹The army› «said» ⟦⟨eleven recruits⟩ were killed in the hills⟧.',
      change: 'figure_changed',
    },
    keeps: { now: '‹The army› «said» ⟦⟨9 recruits⟩ were killed in the hills⟧.', change: 'same' },
  },
  'a bound in what it says': {
    was: '‹The army› «said» ⟦⟨nine recruits⟩ were killed in the hills⟧.',
    expires: {
      now: '‹The army› «said» ⟦⟨about nine recruits⟩ were killed in the hills⟧.',
      change: 'bound_changed',
    },
    keeps: { now: '‹The army› «said» – ⟦⟨nine recruits⟩ were killed in the hills⟧.', change: 'same' },
  },
  'the end of what it says in other words': {
    was: '‹The army› «said» ⟦nine recruits were killed ⟨in the hills⟩⟧.',
    expires: {
      now: '‹The army› «said» ⟦nine recruits were killed ⟨in the valleys⟩⟧.',
      change: 'reworded',
    },
    keeps: { now: '‹The army› «said» ⟦nine recruits were killed ⟨in  the hills⟩⟧.', change: 'same' },
  },
  'the whole sentence gone': {
    was: 'It rained all night. ‹The army› «said» ⟦nine recruits were killed⟧.',
    expires: { now: 'It rained all night.', change: 'gone' },
    keeps: { now: '‹The army› «said» ⟦nine recruits were killed⟧.', change: 'same' },
  },
  'right to left': {
    was: '«قال» ‹رشيد› إن ⟦⟨14 رجلا⟩ فقدوا⟧.',
    expires: { now: '«قال» ‹مروان› إن ⟦⟨14 رجلا⟩ فقدوا⟧.', change: 'attribution_changed' },
    keeps: { now: '«قال» ‹رشيد› إن ⟦⟨١٤ رجلا⟩ فقدوا⟧.', change: 'same' },
  },
};
