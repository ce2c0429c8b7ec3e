import { describe, expect, it } from 'vitest';
import { historyLine, plainWords } from '../../client/controllers/proof/history-words.ts';
import type { EventType } from '../../server/contract/history.ts';
import { idOf } from './proof-claims.ts';

const LABELS = {
  low: 'Low',
  reason: 'Reason',
  arrived: 'From',
  span: 'Words',
  verdict: 'Verdict',
  assigneeId: 'Checked by',
};
const line = (type: EventType, data: Record<string, unknown>) =>
  historyLine(
    {
      seq: 4,
      type,
      at: '2024-03-02T10:00:00.000Z',
      actor: { id: idOf(900), name: 'Ada' },
      claimId: idOf(1),
      data,
      erased: false,
      hash: '00',
    },
    LABELS,
    (value) => (value === idOf(901) ? 'Ben' : plainWords(value)),
  );

describe('history in words', () => {
  it('tells a figure from before and after, and not what stayed', () => {
    const told = line('claim.edited', {
      before: { details: { low: 41, high: null, outcome: 'killed' } },
      after: { details: { low: 43, high: null, outcome: 'killed' } },
    });
    expect(told).toMatchObject({ who: 'Ada', what: 'changed it' });
    expect(told.changes).toEqual([{ label: 'Low', before: '41', after: '43' }]);
  });

  it('says that details the text outgrew were let stand, or that it was asked again', () => {
    const outgrown = (settled: boolean) => ({
      outgrown: { fields: ['figure'], offered: { low: 44 }, settled },
    });
    const [open, settled] = [outgrown(false), outgrown(true)];
    const kept = line('claim.edited', { before: open, after: settled });
    expect(kept).toMatchObject({ what: 'let the details stand, which the text no longer says', changes: [] });
    const back = line('claim.edited', { before: settled, after: open });
    expect(back).toMatchObject({ what: 'asked again whether the details stand', changes: [] });
    const taken = line('claim.edited', {
      before: { ...open, details: { low: 41 } },
      after: { ...settled, details: { low: 44 } },
    });
    expect(taken).toMatchObject({
      what: 'changed it',
      changes: [{ label: 'Low', before: '41', after: '44' }],
    });
    const replaced = line('claim.replaced', { before: {}, after: {}, outgrown: ['figure'] });
    expect(replaced.changes).toEqual([
      { label: 'details', before: null, after: 'no longer what the words say' },
    ]);
  });

  it('shows moved edges by their words', () => {
    const span = (start: number, quote: string) => ({ start, end: start + quote.length, quote });
    const { changes } = line('claim.edited', {
      before: { span: span(4, '12 children') },
      after: { span: span(0, 'all 12 children') },
    });
    expect(changes).toEqual([{ label: 'Words', before: '12 children', after: 'all 12 children' }]);
  });

  it('tells a verdict without the ids it is kept under', () => {
    const given = { id: idOf(5), by: idOf(900), verdict: 'accurate', reason: 'The log', correction: null };
    const { changes } = line('verdict.given', { before: { verdict: null }, after: { verdict: given } });
    expect(changes).toEqual([
      { label: 'Verdict', before: null, after: 'accurate' },
      { label: 'Reason', before: null, after: 'The log' },
    ]);
  });

  it('tells why a review was reopened', () => {
    const why = (because: string) => line('review.reopened', { before: {}, after: {}, because }).what;
    expect(why('evidence')).toBe('reopened the review, because the evidence changed');
    expect(why('attribution')).toBe('reopened the review, because an attribution of it changed');
  });

  it('tells why a person did it, and where a text came from', () => {
    const voided = { before: { status: 'signed_off' }, after: { status: 'checking' }, reason: 'Lead 3' };
    expect(line('article.sign_off_voided', voided).changes).toEqual([
      { label: 'status', before: 'signed off', after: 'checking' },
      { label: 'Reason', before: null, after: 'Lead 3' },
    ]);
    expect(line('payload.erased', { seq: 3, reason: 'A court said so.' }).changes).toEqual([
      { label: 'Reason', before: null, after: 'A court said so.' },
    ]);
    expect(line('article.revised', { arrived: 'The wire', reason: '' }).changes).toEqual([
      { label: 'From', before: null, after: 'The wire' },
    ]);
  });

  it('tells that a verdict ended with a change', () => {
    const placed = { before: { span: { start: 1, end: 2, quote: '9' }, revision: 1 }, after: {} };
    expect(line('claim.replaced', { ...placed, expired: ['text'] }).changes).toContainEqual({
      label: 'Verdict',
      before: null,
      after: 'no longer holds',
    });
    expect(line('claim.replaced', { ...placed, expired: [] }).changes).toHaveLength(1);
  });

  it('names people', () => {
    const { changes } = line('claim.edited', {
      before: { assigneeId: null },
      after: { assigneeId: idOf(901) },
    });
    expect(changes).toEqual([{ label: 'Checked by', before: null, after: 'Ben' }]);
  });

  it('names each of several people', () => {
    const { changes } = line('source.readers_set', {
      before: { readerIds: [idOf(901)] },
      after: { readerIds: [idOf(901), idOf(902)] },
    });
    expect(changes).toEqual([{ label: 'readerIds', before: 'Ben', after: `Ben; ${idOf(902)}` }]);
  });

  it('tells which fields of an entry were changed', () => {
    expect(line('source.edited', { kind: 'person', fields: ['verdict', 'note'] })).toMatchObject({
      what: 'changed it: verdict, note',
      changes: [],
    });
  });

  it('tells which entry was merged into which, and which were parted', () => {
    const data = { entry: idOf(901), survivor: idOf(7) };
    expect(line('source.merged', data).changes).toEqual([{ label: 'Merged', before: 'Ben', after: idOf(7) }]);
    expect(line('source.unmerged', data).changes).toEqual([
      { label: 'Parted', before: 'Ben', after: idOf(7) },
    ]);
    expect(line('source.merged', {}).changes).toEqual([]);
  });

  it('says of a new claim only what is filled in', () => {
    const { changes } = line('claim.marked', { after: { revision: 1, details: { low: 9, high: null } } });
    expect(changes).toEqual([{ label: 'Low', before: null, after: '9' }]);
  });

  it('still reads where the payload was erased', () => {
    expect(line('comment.added', {})).toMatchObject({ what: 'commented', changes: [] });
  });
});
