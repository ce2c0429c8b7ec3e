/** The histories that a story brought along: all that there are, the newest first, each read further by itself. */
import type { ReactiveControllerHost } from 'lit';
import { describe, expect, test } from 'vitest';
import { HistoriesElsewhereController } from '../../client/controllers/histories-elsewhere.ts';
import type { AnswerOf } from '../../server/contract/endpoint.ts';
import type { GetHistoryElsewhere, PastEvent } from '../../server/contract/stories.ts';

type Answer = AnswerOf<typeof GetHistoryElsewhere>;

const at = '2026-05-12T14:03:00.000Z';
const event = (seq: number): PastEvent => ({
  ...{ seq, actor: 'Ada Field', type: 'claim.marked', at, claimId: null, data: {} },
  ...{ digest: 'a'.repeat(64), hash: 'b'.repeat(64) },
});
const PAGE = 2;

/** A server whose story came through newsrooms with so many events each, the newest first; it fails where it is told to. */
function served(heads: readonly number[]) {
  const asked: string[] = [];
  const fails = new Set<number>();
  const read = async (depth: number, after: number): Promise<Answer> => {
    asked.push(`${depth} after ${after}`);
    if (fails.has(depth)) throw new Error('offline');
    const head = heads[depth - 1];
    if (head === undefined) return { from: null, items: [] };
    const from = {
      ...{ importedAt: at, importedBy: null, integrity: 'whole' as const, generatedAt: at },
      ...{ generatedBy: { name: 'Ada Field' }, sha256: 'c'.repeat(64), head, headHash: null },
      isOlder: depth < heads.length,
    };
    const all = Array.from({ length: head }, (_, index) => event(index + 1));
    return { from, items: all.filter(({ seq }) => seq > after).slice(0, PAGE) };
  };
  let drawn = 0;
  const host: ReactiveControllerHost = {
    addController: () => {},
    removeController: () => {},
    requestUpdate: () => {
      drawn += 1;
    },
    updateComplete: Promise.resolve(true),
  };
  return { asked, fails, histories: new HistoriesElsewhereController(host, read), drawn: () => drawn };
}

const seqs = ({ all }: HistoriesElsewhereController) => all.map(({ items }) => items.map(({ seq }) => seq));

describe('the histories', () => {
  test('are asked for one by one, until one began where it is told', async () => {
    const { histories, asked } = served([3, 1, 2]);
    await histories.older();
    expect(seqs(histories)).toEqual([[1, 2], [1], [1, 2]]);
    expect(asked).toEqual(['1 after 0', '2 after 0', '3 after 0']);
    expect(histories).toMatchObject({ depth: 1, lacksOlder: false });
    await histories.older();
    expect(asked).toHaveLength(3);
  });

  test('of a story that began here are none', async () => {
    const { histories } = served([]);
    await histories.older();
    expect(histories).toMatchObject({ all: [], lacksOlder: false });
  });

  test('where one cannot be had those before it stay, and it can be asked for again', async () => {
    const { histories, fails, asked } = served([3, 1, 2]);
    fails.add(2);
    await histories.older();
    expect(seqs(histories)).toEqual([[1, 2]]);
    expect(histories.lacksOlder).toBe(true);
    fails.clear();
    await histories.older();
    expect(seqs(histories)).toEqual([[1, 2], [1], [1, 2]]);
    expect(histories.lacksOlder).toBe(false);
    expect(asked).toEqual(['1 after 0', '2 after 0', '2 after 0', '3 after 0']);
  });

  test('are not asked for twice at once', async () => {
    const { histories, asked } = served([1, 1]);
    await Promise.all([histories.older(), histories.older()]);
    expect(asked).toEqual(['1 after 0', '2 after 0']);
  });
});

describe('the one that is looked at', () => {
  test('is read further, and no other is', async () => {
    const { histories } = served([3, 5]);
    await histories.older();
    histories.choose(2);
    await histories.more();
    await histories.more();
    expect(seqs(histories)).toEqual([
      [1, 2],
      [1, 2, 3, 4, 5],
    ]);
    histories.choose(1);
    await histories.more();
    expect(seqs(histories)[0]).toEqual([1, 2, 3]);
  });

  test('gets what was asked for it, also when another is looked at by then', async () => {
    const { histories, drawn } = served([3, 5]);
    await histories.older();
    const asked = histories.more();
    expect(histories.busy).toBe(true);
    histories.choose(2);
    const before = drawn();
    await asked;
    expect(drawn()).toBeGreaterThan(before);
    expect(seqs(histories)).toEqual([
      [1, 2, 3],
      [1, 2],
    ]);
    expect(histories.busy).toBe(false);
  });

  test('keeps what it has where no more can be had', async () => {
    const { histories, fails } = served([3]);
    await histories.older();
    fails.add(1);
    await histories.more();
    expect(seqs(histories)).toEqual([[1, 2]]);
    expect(histories.busy).toBe(false);
  });

  test('what an event of one says is erased there alone', async () => {
    const { histories } = served([2, 2]);
    await histories.older();
    histories.erased(2, { ...event(2), data: null });
    expect(histories.all.map(({ items }) => items.map(({ data }) => data === null))).toEqual([
      [false, false],
      [false, true],
    ]);
  });
});
