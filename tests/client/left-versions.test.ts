import { describe, expect, it } from 'vitest';
import { KeptDeed } from '../../client/controllers/proof/kept-deeds.ts';
import { resumed, storedWithFate, withVersionOf } from '../../client/controllers/proof/left-versions.ts';
import { deed } from '../cases/kept-deeds.ts';
import { CLAIM_ID, ENTRY_ID, leftVersionCases } from '../cases/left-versions.ts';
import { idOf } from './proof-claims.ts';

const ENTRY = { id: ENTRY_ID, thing: CLAIM_ID };

describe('what is offered to be taken back when the page is loaded anew', () => {
  it.each(Object.entries(leftVersionCases))(
    '%s',
    (_, {
      kept,
      present = 2,
      own,
      isWaiting = false,
      became = [],
      isPlaced = true,
      free = [],
      overtaken = [],
      gone = [],
      on,
    }) => {
      const found = resumed(kept, {
        waiting: new Set(isWaiting ? [ENTRY_ID] : []),
        became: became.map((what) => ({ ...ENTRY, what })),
        present: new Map([[CLAIM_ID, present]]),
        own: new Map(own === undefined ? [] : [[CLAIM_ID, own]]),
        isPlaced: () => isPlaced,
      });
      const idsOf = (isOvertaken: boolean) =>
        found.offered.filter((one) => one.overtaken === isOvertaken).map(({ id }) => id);
      expect(idsOf(false)).toEqual(free.map(idOf));
      expect(idsOf(true)).toEqual(overtaken.map(idOf));
      expect(found.gone).toEqual(gone.map(idOf));
      expect(found.own.get(CLAIM_ID) ?? null).toBe(on);
    },
  );
});

describe('what is stored of a deed', () => {
  const waiting = deed(11, { leaves: [{ thing: CLAIM_ID, version: null, entry: ENTRY_ID }] });

  it('takes the version that its write was answered with', () => {
    const after = KeptDeed.parse(storedWithFate(waiting, ENTRY, 7));
    expect(after.leaves).toEqual([{ thing: CLAIM_ID, version: 7, entry: null }]);
  });

  it('goes with a write that was refused or thrown away', () => {
    expect(storedWithFate(waiting, ENTRY, 'dropped')).toBeNull();
  });

  it('is marked once a write of its thing is put on what another made of it', () => {
    expect(KeptDeed.parse(storedWithFate(deed(12), ENTRY, 'anew')).overtaken).toBe(true);
    expect(storedWithFate(deed(12, { overtaken: true }), ENTRY, 'anew')).toBeUndefined();
  });

  it('stays as it is where the write is another’s, and what cannot be read is left', () => {
    expect(storedWithFate(deed(12), ENTRY, 'dropped')).toBeUndefined();
    expect(storedWithFate({ id: idOf(1) }, ENTRY, 'dropped')).toBeUndefined();
  });

  it('takes no version of an earlier write while its own waits', () => {
    expect(withVersionOf(waiting, CLAIM_ID, 3)).toBe(waiting);
    const known = deed(12, { leaves: [{ thing: CLAIM_ID, version: 2, entry: null }] });
    expect(withVersionOf(known, CLAIM_ID, 3).leaves[0]?.version).toBe(3);
    expect(withVersionOf(known, CLAIM_ID, 2)).toBe(known);
  });
});
