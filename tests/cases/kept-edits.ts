/** Kept edits of a casualty claim that met another's change: what is sent on the present version. */
import type { Claim } from '../../server/contract/claims.ts';
import { casualty } from '../client/proof-claims.ts';

interface Case {
  /** What its author made of the fields. */
  readonly mine: Readonly<Record<string, string>>;
  readonly now: Claim;
  /** Part of the body that is sent; null where its author has to look. */
  readonly sent: object | null;
}

const verdict: NonNullable<Claim['verdict']> = {
  ...{ verdict: 'accurate', reason: 'In the log.', correction: null, expired: null, confirms: null },
  ...{ by: '01890000-0000-7000-8000-000000000901', at: '2024-03-01T11:00:00.000Z' },
};
const theirs = (details: Parameters<typeof casualty>[1], over: Parameters<typeof casualty>[2] = {}) =>
  casualty(10, { low: 3, ...details }, { version: 4, ...over });

export const keptEditCases: Readonly<Record<string, Case>> = {
  'nobody touched the same field': {
    mine: { perpetrator: 'the Front' },
    now: theirs({ cause: 'shelling' }),
    sent: { version: 4, revision: 1, details: { low: 3, cause: 'shelling', perpetrator: 'the Front' } },
  },
  'a summary beside new details': {
    mine: { summary: 'By the coast guard' },
    now: theirs({ low: 5 }),
    sent: { version: 4, summary: 'By the coast guard' },
  },
  'both want the same': {
    mine: { perpetrator: 'the Front' },
    now: theirs({ perpetrator: 'the Front' }),
    sent: { version: 4 },
  },
  'both changed the same field': {
    mine: { perpetrator: 'the Front' },
    now: theirs({ perpetrator: 'the Guard' }),
    sent: null,
  },
  'a verdict was given that it would end': {
    mine: { low: '4' },
    now: theirs({}, { verdict, status: 'checked' }),
    sent: null,
  },
  'who checks it is changed beside a verdict': {
    mine: { assigneeId: '01890000-0000-7000-8000-000000000902' },
    now: theirs({}, { verdict, status: 'checked' }),
    sent: { version: 4, assigneeId: '01890000-0000-7000-8000-000000000902' },
  },
  'the story has a newer text': {
    mine: { perpetrator: 'the Front' },
    now: theirs({ cause: 'shelling' }, { revision: 2 }),
    sent: null,
  },
  'its author may not change it any more': {
    mine: { summary: 'By the coast guard' },
    now: theirs({}, { can: [] }),
    sent: null,
  },
  'the version that was refused is the one that is there': {
    mine: { summary: 'By the coast guard' },
    now: theirs({}, { version: 1 }),
    sent: null,
  },
};
