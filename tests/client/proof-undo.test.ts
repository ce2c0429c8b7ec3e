import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Deed, type Noted, UndoStack, type Watch } from '../../client/controllers/proof/undo-stack.ts';
import type { HistoryItem } from '../../server/contract/history.ts';
import { happened, RANA } from '../cases/later-changes.ts';

const passing = new Error('the network failed');
/** By what was changed: what others did to it since. */
let since: Map<string, HistoryItem>;
beforeEach(() => {
  since = new Map();
});
const watch: Watch = {
  placeOf: () => ({ seq: 0, isKnown: true }),
  inTheWay: (things) => things.flatMap((id) => since.get(id) ?? [])[0] ?? null,
};
const stackOf = () => new UndoStack((error) => error === passing, watch);

function deed(log: string[], name: string, over: Partial<Deed> = {}): Deed {
  return {
    label: name,
    target: 'claim-1',
    undo: async () => void log.push(`undo ${name}`),
    redo: async () => void log.push(`redo ${name}`),
    ...over,
  };
}

function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('undo and redo', () => {
  it('take back in reverse order, and do again in order', async () => {
    const log: string[] = [];
    const stack = stackOf();
    stack.push(deed(log, 'mark'));
    stack.push(deed(log, 'edit'));
    await stack.undo();
    await stack.undo();
    await stack.redo();
    expect(log).toEqual(['undo edit', 'undo mark', 'redo mark']);
    expect([stack.nextUndo, stack.nextRedo]).toEqual(['mark', 'edit']);
  });

  it('have nothing to do when nothing was done', async () => {
    expect(await stackOf().undo()).toMatchObject({ done: false, why: 'empty' });
    expect(await stackOf().redo()).toMatchObject({ done: false, why: 'empty' });
  });

  it('go by the order in which things were begun, whichever was answered first', async () => {
    const log: string[] = [];
    const stack = stackOf();
    const [first, second] = [gate(), gate()];
    const of = (name: string, also: string) => deed(log, name, { target: `claim of ${name}`, also });
    const one = stack.during(
      first.opened.then(() => stack.push(of('one', 's-1'))),
      's-1',
    );
    const two = stack.during(
      second.opened.then(() => stack.push(of('two', 's-2'))),
      's-2',
    );
    second.open();
    await two;
    expect([stack.canUndo, stack.nextUndo]).toEqual([true, 'two']);
    // Begun and done while the first is on its way.
    stack.push(deed(log, 'three', { target: 'claim-3' }));
    first.open();
    await one;
    expect(stack.nextUndo).toBe('three');
    await stack.undo();
    await stack.undo();
    await stack.undo();
    expect(log).toEqual(['undo three', 'undo two', 'undo one']);
  });

  it('let nothing that failed hold up what was begun after it', async () => {
    const log: string[] = [];
    const stack = stackOf();
    const held = gate();
    const failing = stack.during(
      held.opened.then(() => Promise.reject(passing)),
      'claim-1',
    );
    stack.push(deed(log, 'comment', { target: 'claim-2' }));
    held.open();
    await expect(failing).rejects.toBe(passing);
    await stack.undo();
    expect(log).toEqual(['undo comment']);
  });

  it('tell of a change by someone else to what is not noted yet', async () => {
    const stack = stackOf();
    const held = gate();
    const marking = stack.during(held.opened, 'claim-1');
    stack.push(deed([], 'edit', { target: 'claim-2' }));
    stack.overtake('claim-2');
    held.open();
    await marking;
    expect(await stack.undo()).toMatchObject({ done: false, label: 'edit', why: 'overtaken' });
  });

  it('tell what an undo does not bring back, and nothing of it when it is done again', async () => {
    const stack = stackOf();
    stack.push(deed([], 'edit', { lost: 'The verdict is gone.' }));
    const done = { done: true, label: 'edit', about: 'claim-1' };
    expect(await stack.undo()).toEqual({ ...done, lost: 'The verdict is gone.' });
    expect(await stack.redo()).toEqual({ ...done, lost: null });
  });

  it('forget what was undone once something new is done', async () => {
    const stack = stackOf();
    stack.push(deed([], 'mark'));
    await stack.undo();
    stack.push(deed([], 'comment'));
    expect(stack.canRedo).toBe(false);
  });

  it('take back last what was done while something was done again', async () => {
    const log: string[] = [];
    const stack = stackOf();
    const [begun, answered] = [gate(), gate()];
    const redo = () => {
      begun.open();
      return answered.opened.then(() => void log.push('redo accept'));
    };
    stack.push(deed(log, 'accept', { redo }));
    await stack.undo();
    const again = stack.redo();
    await begun.opened;
    stack.push(deed(log, 'dismiss'));
    answered.open();
    await again;
    expect([stack.nextUndo, stack.canRedo]).toEqual(['dismiss', false]);
    await stack.undo();
    await stack.undo();
    expect(log).toEqual(['undo accept', 'redo accept', 'undo dismiss', 'undo accept']);
  });

  it('forget what was being undone once something new is done', async () => {
    const stack = stackOf();
    const [begun, answered] = [gate(), gate()];
    const undo = () => {
      begun.open();
      return answered.opened;
    };
    stack.push(deed([], 'mark', { undo }));
    const undoing = stack.undo();
    await begun.opened;
    stack.push(deed([], 'comment'));
    answered.open();
    await undoing;
    expect([stack.nextUndo, stack.canRedo]).toEqual(['comment', false]);
  });

  it('keep a deed whose undo failed for a passing reason', async () => {
    const stack = stackOf();
    stack.push(deed([], 'mark', { undo: () => Promise.reject(passing) }));
    expect(await stack.undo()).toMatchObject({ done: false, why: 'refused', label: 'mark' });
    expect(stack.nextUndo).toBe('mark');
  });

  it('drop a deed that the server refuses, so that those beneath it can be reached', async () => {
    const stack = stackOf();
    stack.push(deed([], 'mark'));
    stack.push(deed([], 'verdict', { undo: () => Promise.reject(new Error('no')) }));
    await stack.undo();
    expect(stack.nextUndo).toBe('mark');
    expect(stack.canRedo).toBe(false);
  });

  it('do not touch what someone else has changed since', async () => {
    const log: string[] = [];
    const stack = stackOf();
    stack.push(deed(log, 'mark'));
    stack.push(deed(log, 'other', { target: 'claim-2' }));
    stack.overtake('claim-1');
    expect(await stack.undo()).toMatchObject({ done: true, label: 'other' });
    expect(await stack.undo()).toMatchObject({ done: false, why: 'overtaken', label: 'mark' });
    expect(log).toEqual(['undo other']);
  });

  it('do not touch what someone else has decided otherwise since', async () => {
    const log: string[] = [];
    const stack = stackOf();
    stack.push(deed(log, 'accept', { also: 'suggestion-1' }));
    await stack.undo();
    stack.overtake('suggestion-1');
    expect(await stack.redo()).toMatchObject({ done: false, why: 'overtaken', label: 'accept' });
    expect(log).toEqual(['undo accept']);
  });

  it('tell whose change stands in the way, and change nothing', async () => {
    const log: string[] = [];
    const stack = stackOf();
    stack.push(deed(log, 'beneath', { target: 'claim-2' }));
    stack.push(deed(log, 'mark'));
    const theirs = happened([2, RANA, 'claim.edited']);
    since.set('claim-1', theirs);
    const result = await stack.undo();
    expect(result).toMatchObject({ done: false, why: 'overtaken', label: 'mark' });
    expect(result.done === false && result.why !== 'empty' && result.whose()).toBe(theirs);
    expect(log).toEqual([]);
    expect(stack.nextUndo).toBe('beneath');
  });

  it('tell whose change it was where that is heard of after the refusal', async () => {
    const stack = stackOf();
    stack.push(deed([], 'mark', { undo: () => Promise.reject(new Error('stale')) }));
    const result = await stack.undo();
    if (result.done || result.why !== 'refused') throw new Error('was not refused');
    expect(result.whose()).toBeNull();
    const theirs = happened([2, RANA, 'claim.edited']);
    since.set('claim-1', theirs);
    expect(result.whose()).toBe(theirs);
  });

  it('tell each time what of many was left as it was', async () => {
    const left = ['Two stay.', null, 'One stays.'];
    const stack = stackOf();
    stack.push(deed([], 'accept', { left: () => left.shift() ?? null }));
    expect(await stack.undo()).toMatchObject({ done: true, lost: 'Two stay.' });
    expect(await stack.redo()).toMatchObject({ done: true, lost: null });
    expect(await stack.undo()).toMatchObject({ done: true, lost: 'One stays.' });
  });

  it('undo what was done after the other person’s change', async () => {
    const log: string[] = [];
    const stack = stackOf();
    stack.overtake('claim-1');
    stack.push(deed(log, 'later'));
    expect(await stack.undo()).toMatchObject({ done: true });
  });

  it('run one at a time, in the order they were asked for', async () => {
    const held = gate();
    const log: string[] = [];
    const stack = stackOf();
    stack.push(deed(log, 'mark'));
    stack.push(deed(log, 'edit', { undo: () => held.opened.then(() => void log.push('undo edit')) }));
    const asked = [stack.undo(), stack.undo(), stack.redo()];
    held.open();
    expect((await Promise.all(asked)).map(({ label }) => label)).toEqual(['edit', 'mark', 'mark']);
    expect(log).toEqual(['undo edit', 'undo mark', 'redo mark']);
  });

  it('wait for what is on its way, and take that back first', async () => {
    const held = gate();
    const log: string[] = [];
    const stack = stackOf();
    stack.push(deed(log, 'before'));
    const marking = stack.during(held.opened.then(() => stack.push(deed(log, 'mark'))));
    const undone = stack.undo();
    held.open();
    await marking;
    expect(await undone).toMatchObject({ done: true, label: 'mark' });
    expect(stack.nextUndo).toBe('before');
  });

  it('take back the deed before where what was on its way failed', async () => {
    const held = gate();
    const stack = stackOf();
    stack.push(deed([], 'before'));
    const marking = stack.during(held.opened.then(() => Promise.reject(passing)));
    const undone = stack.undo();
    held.open();
    await expect(marking).rejects.toBe(passing);
    expect(await undone).toMatchObject({ done: true, label: 'before' });
  });
});

it('what was not done after all is forgotten, and what was overtaken is told', async () => {
  const log: string[] = [];
  const stack = stackOf();
  const seen: string[][] = [];
  stack.onChange = (done) => seen.push(done.map(({ label, overtaken }) => `${label}${overtaken ? '!' : ''}`));
  stack.push(deed(log, 'one'));
  stack.push(deed(log, 'two', { target: 'claim-2' }));
  stack.overtake('claim-2');
  stack.overtake('claim-2');
  const taken: (readonly Noted[])[] = [];
  stack.onChange = (done) => taken.push([...done]);
  stack.push(deed(log, 'three', { target: 'claim-3' }));
  const two = taken[0]?.[1];
  if (two !== undefined) stack.forget(two);
  expect(seen).toEqual([['one'], ['one', 'two'], ['one', 'two!']]);
  expect(taken.at(-1)?.map(({ label }) => label)).toEqual(['one', 'three']);
});

it('tell what is done and waits to be noted, in its order: a page that goes now takes it back later', async () => {
  const log: string[] = [];
  const stack = stackOf();
  stack.push(deed(log, 'undone', { target: 'claim-9' }));
  await stack.undo();
  let told: readonly (readonly Noted[])[] = [];
  stack.onChange = (...lists) => {
    told = lists.map((list) => [...list]);
  };
  const labels = () => told.map((list) => list.map(({ label }) => label));
  const { opened, open } = gate();
  const work = stack.during(
    opened.then(() => stack.push(deed(log, 'first', { target: 's-1' }))),
    's-1',
  );
  stack.push(deed(log, 'second', { target: 'claim-2' }));
  expect(labels()).toEqual([['second'], []]);
  stack.push(deed(log, 'dropped', { target: 'claim-3' }));
  const dropped = told[0]?.at(-1);
  if (dropped !== undefined) stack.forget(dropped);
  expect(labels()).toEqual([['second'], []]);
  open();
  await work;
  expect(labels()).toEqual([['first', 'second'], []]);
});

it('put down what a work notes about what it made where the work was begun', async () => {
  const log: string[] = [];
  const stack = stackOf();
  const [first, second] = [gate(), gate()];
  const one = stack.during(
    first.opened.then(() => {
      stack.alsoAbout('s-1', 'claim-1');
      stack.push(deed(log, 'accepted', { target: 'claim-1', also: 's-1' }));
      stack.push(deed(log, 'edited', { target: 'claim-1' }));
    }),
    's-1',
  );
  const two = stack.during(
    second.opened.then(() => stack.push(deed(log, 'later', { target: 'claim-2', also: 's-2' }))),
    's-2',
  );
  first.open();
  await one;
  second.open();
  await two;
  for (let left = 3; left > 0; left -= 1) await stack.undo();
  expect(log).toEqual(['undo later', 'undo edited', 'undo accepted']);
});

it('wait for what brings back, and no longer than they are patient', async () => {
  vi.useFakeTimers();
  const log: string[] = [];
  const stack = stackOf();
  stack.waitFor(new Promise(() => {}), 3_000);
  stack.push(deed(log, 'mark'));
  const undone = stack.undo();
  await vi.advanceTimersByTimeAsync(2_999);
  expect(log).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(await undone).toMatchObject({ done: true });
  expect(log).toEqual(['undo mark']);
  vi.useRealTimers();
});
