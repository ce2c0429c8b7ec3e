/** Which sentence elsewhere made a claim's verdict expire: the claim in ⟦ ⟧. */

interface Caused {
  readonly was: string;
  readonly now: string;
  /** The sentence as it was and as it is; null where none stands there that says so. Null alone where the claim's own shows it. */
  readonly cause: { readonly was: string | null; readonly now: string | null } | null;
}

export const causeCases: Readonly<Record<string, Caused>> = {
  'none, where nothing changed': {
    was: 'Rain fell. ⟦Nine died⟧.',
    now: 'Snow fell. Nine died.',
    cause: null,
  },
  'none, where its own sentence did': {
    was: '⟦Nine died⟧, Ek said.',
    now: 'Nine died, Orla said.',
    cause: null,
  },
  'none, for words that are gone': { was: 'Rain fell. ⟦Nine died⟧.', now: 'Rain fell.', cause: null },
  'who spoke': {
    was: 'Ek said it rained.\n\nHe added ⟦nine died⟧.',
    now: 'Orla said it rained.\n\nHe added nine died.',
    cause: { was: 'Ek said it rained.', now: 'Orla said it rained.' },
  },
  'who spoke, that is gone': {
    was: 'Ek said it rained.\n\nHe added ⟦nine died⟧.',
    now: 'He added nine died.',
    cause: { was: 'Ek said it rained.', now: null },
  },
  'who is told behind to have said it': {
    was: '⟦Nine died⟧. Ek said so.',
    now: 'Nine died. Orla said so.',
    cause: { was: 'Ek said so.', now: 'Orla said so.' },
  },
  'who wept before a quotation': {
    was: 'Ek wept.\n\n“⟦We lost nine men⟧.”',
    now: 'Orla wept.\n\n“We lost nine men.”',
    cause: { was: 'Ek wept.', now: 'Orla wept.' },
  },
  'what takes it back': {
    was: '⟦Nine died⟧.',
    now: 'Nine died. That was false.',
    cause: { was: null, now: 'That was false.' },
  },
  'the words above a list': {
    was: 'Killed:\n\n- ⟦nine men⟧',
    now: 'Injured:\n\n- nine men',
    cause: { was: 'Killed:', now: 'Injured:' },
  },
  'the heading': {
    was: 'Rumours\n\nIt rained on. ⟦Nine died⟧.',
    now: 'Facts\n\nIt rained on. Nine died.',
    cause: { was: 'Rumours', now: 'Facts' },
  },
  'a figure further before': {
    was: 'Nine fled. It rained. ⟦Ten more came⟧.',
    now: 'Six fled. It rained. Ten more came.',
    cause: { was: 'Nine fled.', now: 'Six fled.' },
  },
  'the place further before': {
    was: 'Shells fell on Marl. It rained. ⟦Nine died⟧.',
    now: 'Shells fell on Harran. It rained. Nine died.',
    cause: { was: 'Shells fell on Marl.', now: 'Shells fell on Harran.' },
  },
  'whom a pronoun stands for': {
    was: 'The rebels came. They killed ⟦nine men⟧.',
    now: 'The rebels went. They killed nine men.',
    cause: { was: 'The rebels came.', now: 'The rebels went.' },
  },
  'whose the figure is': {
    was: '⟦Nine died⟧. Rain fell. The army gave the figure.',
    now: 'Nine died. Rain fell. The rebels gave the figure.',
    cause: { was: 'The army gave the figure.', now: 'The rebels gave the figure.' },
  },
  'a note of correction': {
    was: '⟦Nine died⟧. Rain fell.',
    now: 'Nine died. Rain fell.\n\nCorrection: Nobody died.',
    cause: { was: null, now: 'Correction: Nobody died.' },
  },
};
