/** The line of kept writes, and the outbox over a network that fails at random. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ApiProblem, offline } from '../../client/api/problem.ts';
import {
  Entry,
  keepable,
  type Operation,
  operation,
  versionIn,
} from '../../client/controllers/outbox/entry.ts';
import * as line from '../../client/controllers/outbox/line.ts';
import { Outbox, type World } from '../../client/controllers/outbox/outbox.ts';
import { claimUnder } from '../../client/controllers/outbox/shown-over.ts';
import { mayGoAgain } from '../../client/controllers/outbox/words.ts';
import { patchOf } from '../../client/controllers/proof/patch.ts';
import { seenOf } from '../../client/controllers/proof/rebase.ts';
import { SetMembers } from '../../server/contract/articles.ts';
import {
  CreateClaim,
  EditClaim,
  GiveReview,
  GiveVerdict,
  RestoreClaim,
} from '../../server/contract/claims.ts';
import { EditCitation, RestoreCitation } from '../../server/contract/evidence.ts';
import { casualty, idOf } from './proof-claims.ts';

const verdictOn = (claimId: string, version: number, reason = 'Seen.'): Operation =>
  operation(GiveVerdict, { params: { claimId }, body: { version, verdict: 'accurate', reason } });

const entryOf = (number: number, claim: number, version = 1, story = 0): Entry =>
  Entry.parse({
    id: idOf(number),
    person: idOf(900),
    articleId: idOf(story),
    target: idOf(claim),
    thing: idOf(claim),
    operation: verdictOn(idOf(claim), version),
    idempotencyKey: `key-${number}`,
    follows: null,
    label: `act ${number}`,
    at: '2026-01-01T00:00:00.000Z',
    form: null,
  });
const ids = (items: readonly line.Waiting[]) => items.map(({ entry }) => entry.id);
const lineOf = (...entries: Entry[]) => entries.reduce<line.Line>(line.added, []);

const markOf = {
  params: { articleId: idOf(0) },
  body: {
    ...{ id: idOf(10), revision: 1, kind: 'fact' as const },
    span: { start: 0, end: 4, quote: 'Four' },
  },
};

describe('what may be kept', () => {
  test.each([
    ['a mark', CreateClaim, true],
    ['an edit', EditClaim, true],
    ['a verdict', GiveVerdict, true],
    ['a review', GiveReview, false],
    ['who may see a story', SetMembers, false],
  ])('%s', (_, { method, path }, kept) => {
    expect(keepable(`${method.toUpperCase()} ${path}`) !== null).toBe(kept);
  });

  test('what the contract does not know is not read back', () => {
    const entry = entryOf(1, 10);
    expect(Entry.safeParse(entry).success).toBe(true);
    const bad = { ...entry, operation: { ...entry.operation, body: { version: 1, verdict: 'nice' } } };
    expect(Entry.safeParse(bad).success).toBe(false);
    const review = { ...entry.operation, endpoint: 'PUT /api/claims/:claimId/review' };
    expect(Entry.safeParse({ ...entry, operation: review }).success).toBe(false);
  });
});

describe('the line', () => {
  const [a, b, c] = [entryOf(1, 10), entryOf(2, 20), entryOf(3, 10)];

  test('of one claim one after the other, of others beside it', () => {
    expect(ids(line.ready(lineOf(a, b, c)))).toEqual([a.id, b.id]);
  });
  test('without a network a story goes in its order, and what is new waits behind it', () => {
    const away = line.unreached(line.sending(lineOf(a, b), a.id), a.id);
    expect(away.every(({ kept }) => kept)).toBe(true);
    expect(ids(line.ready(line.added(away, c)))).toEqual([a.id]);
    const other = entryOf(4, 40, 1, 1);
    expect(ids(line.ready(line.added(away, other)))).toEqual([a.id, other.id]);
  });
  test('what follows takes the version of the answer', () => {
    const after = line.answered(lineOf(a, b, c), a.id, 2);
    expect(after.map(({ entry }) => versionIn(entry.operation))).toEqual([1, 2]);
    expect(after.at(-1)?.entry.follows).toBeNull();
  });
  test('a refusal holds up its claim alone, and once it is thrown away the rest stands where it stood', () => {
    const no = new ApiProblem({
      status: 409,
      code: 'STALE_VERSION',
      message: 'No.',
      current: { version: 4 },
    });
    const held = line.refused(lineOf(a, b, c), a.id, no);
    expect(ids(line.ready(held))).toEqual([b.id]);
    const rest = line.thrownAway(held, a.id);
    expect(ids(line.ready(rest))).toContain(b.id);
    expect(versionIn(rest.at(-1)?.entry.operation ?? a.operation)).toBe(1);
    const again = line.again(held, a.id, 'another');
    expect(versionIn(again[0]?.entry.operation ?? a.operation)).toBe(4);
    expect(again[0]?.entry.idempotencyKey).toBe('another');
  });
});

/** An edit of what a casualty claim says of who did it, by somebody who saw 3 dead. */
const editOf = (
  number: number,
  version: number,
  mine: Record<string, string> = { perpetrator: 'the Front' },
) => {
  const before = casualty(10, { low: 3 }, { version });
  return Entry.parse({
    ...entryOf(number, 10, version),
    operation: operation(EditClaim, {
      params: { claimId: idOf(10) },
      body: { ...patchOf(before, mine), revision: 1, version },
    }),
    begun: { was: { ...seenOf(before) }, mine },
  });
};
const stale = (current: unknown) =>
  new ApiProblem({ status: 409, code: 'STALE_VERSION', message: 'No.', current });
const versionsOf = (items: line.Line) => items.map(({ entry }) => versionIn(entry.operation));
const reloaded = (items: line.Line) =>
  line.joined(
    [],
    items.map(({ entry }) => Entry.parse(JSON.parse(JSON.stringify(entry)))),
  );

describe('what was decided on sight', () => {
  // An edit, another on it, and a verdict on both.
  const items = lineOf(editOf(1, 3), editOf(2, 3, { cause: 'shelling' }), entryOf(3, 10, 3));
  const verdictIn = (some: line.Line) => some.find(({ entry }) => entry.id === idOf(3));
  const onTheirs = (some: line.Line) => line.anew(some, idOf(1), editOf(1, 4).operation, 'another');

  test('follows what its author wrote', () => {
    const after = line.answered(line.answered(items, idOf(1), 4), idOf(2), 5);
    expect(versionsOf(after)).toEqual([5]);
  });

  test.each([
    ['at once', (some: line.Line) => some],
    ['after a reload', reloaded],
  ])('never follows an edit that was put on somebody else’s change, %s', (_, through) => {
    const after = line.answered(through(onTheirs(items)), idOf(1), 5);
    expect(versionsOf(after)).toEqual([5, 3]);
    expect(versionsOf(line.answered(after, idOf(2), 6))).toEqual([3]);
  });

  test('nor one that its author sent on what is there now', () => {
    const now = casualty(10, { low: 3, perpetrator: 'the Guard' }, { version: 4 });
    const sent = line.again(line.refused(items, idOf(1), stale(now)), idOf(1), 'another');
    expect(versionsOf(sent)).toEqual([4, 3, 3]);
    expect(versionsOf(line.answered(line.answered(sent, idOf(1), 5), idOf(2), 6))).toEqual([3]);
  });

  test('follows such an edit only where its author knew that change', () => {
    const put = onTheirs(lineOf(editOf(1, 3)));
    const given = (version: number) => line.added(put, entryOf(3, 10, version));
    expect(versionsOf(line.answered(given(3), idOf(1), 5))).toEqual([3]);
    expect(versionsOf(line.answered(given(4), idOf(1), 5))).toEqual([5]);
  });

  test('takes no more than its write leaves from the answer to a repeat', () => {
    expect(versionsOf(line.answered(lineOf(editOf(1, 3), entryOf(3, 10, 3)), idOf(1), 5))).toEqual([4]);
    const after = line.answered(items, idOf(1), 5);
    expect(versionsOf(after)).toEqual([4, 3]);
    expect(versionsOf(line.answered(after, idOf(2), 6))).toEqual([3]);
  });

  test.each([
    ['a mark', operation(CreateClaim, markOf), null, 2, 1],
    ['an edit that changes nothing', editOf(1, 3, { perpetrator: '' }).operation, 3, 4, 3],
    ['a claim brought back', operation(RestoreClaim, { params: { claimId: idOf(10) } }), 3, 5, 4],
  ])('no more than %s leaves', (_, write, before, answer, left) => {
    const begun = before === 3 && write.body !== null ? editOf(1, 3, { perpetrator: '' }).begun : null;
    const raises = write.body === null ? before : null;
    const entry = Entry.parse({ ...entryOf(1, 10), operation: write, begun, raises });
    expect(versionsOf(line.answered(lineOf(entry, entryOf(3, 10, 1)), idOf(1), answer))).toEqual([left]);
  });

  // On version 3: what is answered, whether to a repeat, and what is sent then.
  const repeats = {
    'an edit that is answered at once leaves what its author made': [editOf(1, 3), 4, false, 4],
    'one that had been done may have changed nothing, and the newer version be another’s': [
      editOf(1, 3),
      4,
      true,
      3,
    ],
    'so may one with several changes after it': [editOf(1, 3), 6, true, 3],
    'where there is no newer one, nobody changed anything': [editOf(1, 3), 3, true, 3],
    'an edit that is known to change nothing leaves what was there': [
      editOf(1, 3, { perpetrator: '' }),
      4,
      true,
      3,
    ],
    'a verdict always changes something, also where it had been given': [entryOf(1, 10, 3), 4, true, 4],
  } as const;
  test.each(Object.entries(repeats))('%s', (_, [entry, version, isReplayed, sent]) => {
    const some = lineOf(entry, entryOf(3, 10, 3));
    for (const each of [some, reloaded(some)])
      expect(versionsOf(line.answered(each, idOf(1), version, isReplayed))).toEqual([sent]);
  });

  test('nor does it ride on such an edit by way of another one', () => {
    const after = line.answered(items, idOf(1), 4, true);
    expect(versionsOf(after)).toEqual([4, 3]);
    expect(versionsOf(line.answered(after, idOf(2), 5))).toEqual([3]);
  });

  test('waits for its author where the edit under it is thrown away, also after a reload', () => {
    const after = line.thrownAway(line.refused(items, idOf(1), stale({ version: 4 })), idOf(1));
    for (const some of [after, reloaded(after)]) {
      const item = verdictIn(some);
      expect(item).toMatchObject({ state: 'refused', kept: true, entry: { follows: null } });
      expect(item?.refused?.message).toContain('Look at the claim, and give it again.');
      expect(some.filter((one) => line.ready([one]).length > 0).map(({ entry }) => entry.id)).toEqual([
        idOf(2),
      ]);
      expect(line.again(some, idOf(3), 'another')).toBe(some);
    }
    // Another window that knows it as waiting learns it from what is stored.
    const elsewhere = line.joined(
      items,
      after.map(({ entry }) => entry),
    );
    expect(verdictIn(elsewhere)?.state).toBe('refused');
  });

  test('is read as it was stored before', () => {
    const { put: _, groundless: __, ...older } = entryOf(3, 10, 3);
    expect(Entry.parse(older)).toMatchObject({ put: null, groundless: false });
  });
});

describe('an edit that is sent on what is there now', () => {
  const theirs = { low: 3, perpetrator: 'the Guard', cause: 'shelling' } as const;
  test('leaves what is not its author’s as the other made it', () => {
    const now = casualty(10, theirs, { version: 4 });
    const held = line.refused(lineOf(editOf(1, 3)), idOf(1), stale(now));
    expect(held.every(mayGoAgain)).toBe(true);
    const [sent] = line.again(held, idOf(1), 'another');
    expect(sent?.entry.operation.body).toMatchObject({
      version: 4,
      details: { low: 3, perpetrator: 'the Front', cause: 'shelling' },
    });
  });
  test.each([
    ['the text is another', casualty(10, theirs, { version: 4, revision: 2 })],
    ['nothing tells what is there', { version: 4 }],
  ])('is not offered where %s', (_, now) => {
    const held = line.refused(lineOf(editOf(1, 3)), idOf(1), stale(now));
    expect(held.some(mayGoAgain)).toBe(false);
    expect(line.again(held, idOf(1), 'another')).toBe(held);
  });
});

describe('what makes its claim a new version', () => {
  const cite = (number: number, raises: number): Entry => ({
    ...entryOf(number, 10),
    thing: idOf(number + 50),
    operation: operation(RestoreCitation, { params: { citationId: idOf(number + 50) } }),
    raises,
  });
  const versions = (items: line.Line) => items.map(({ entry }) => entry.raises ?? versionIn(entry.operation));

  test('takes with it what was written on the version before', () => {
    const items = lineOf(cite(1, 4), cite(2, 4), entryOf(3, 10, 4), entryOf(4, 20, 4));
    const after = line.answered(items, idOf(1), 1);
    expect(versions(after)).toEqual([5, 5, 4]);
    expect(versions(line.answered(after, idOf(2), 1))).toEqual([6, 4]);
  });
  test('leaves what was written on a newer one', () => {
    expect(versions(line.answered(lineOf(cite(1, 4), entryOf(3, 10, 5)), idOf(1), 1))).toEqual([5]);
  });
  test('takes nothing with it where it changed nothing', () => {
    const params = { citationId: idOf(51) };
    const idle = {
      ...cite(1, 4),
      operation: operation(EditCitation, { params, body: { version: 2, locator: 'p. 3' } }),
    };
    const items = lineOf(idle, entryOf(3, 10, 4));
    expect(versions(line.answered(items, idOf(1), 2))).toEqual([4]);
    expect(versions(line.answered(items, idOf(1), 3))).toEqual([5]);
  });
  test('takes nothing with it where that may have been another’s', () => {
    const params = { citationId: idOf(51) };
    const edit = operation(EditCitation, { params, body: { version: 2, locator: 'p. 3' } });
    const items = lineOf({ ...cite(1, 4), operation: edit }, entryOf(3, 10, 4));
    expect(versions(line.answered(items, idOf(1), 3, true))).toEqual([4]);
  });
  test('goes on from a write to the claim before it', () => {
    const items = lineOf(entryOf(1, 10, 4), cite(2, 4), entryOf(3, 10, 4));
    const after = line.answered(items, idOf(1), 5);
    expect(versions(after)).toEqual([5, 5]);
    expect(versions(line.answered(after, idOf(2), 1))).toEqual([6]);
  });
});

test('a claim is shown as it will be, with its version as the server has it', () => {
  const claim = casualty(10, { low: 3 });
  const shown = claimUnder(claim, [entryOf(1, 10)]);
  expect(shown).toMatchObject({
    status: 'checked',
    version: 1,
    verdict: { verdict: 'accurate', by: idOf(900) },
  });
});

/** A server that knows keys and versions, behind a network that follows a script. */
class Server {
  readonly log: string[] = [];
  private readonly versions = new Map<string, number>();
  private readonly seen = new Map<string, unknown>();
  constructor(private readonly script: ('through' | 'cut' | 'reply lost')[]) {}

  async send({ params, body }: Operation, key: string): Promise<unknown> {
    const fate = this.script.shift() ?? 'through';
    if (fate === 'cut') throw offline(null);
    const claimId = params.claimId ?? '';
    const version = this.versions.get(claimId) ?? 1;
    if (!this.seen.has(key)) {
      if (body?.version !== version)
        throw new ApiProblem({ status: 409, code: 'STALE_VERSION', message: 'No.', current: { version } });
      this.versions.set(claimId, version + 1);
      this.log.push(String(body?.reason));
      this.seen.set(key, { ...casualty(1), id: claimId, version: version + 1 });
    }
    if (fate === 'reply lost') throw offline(null);
    return this.seen.get(key);
  }
}

test('whatever the network does and whenever the page is closed, each act is done once, and in order for its claim', async () => {
  const fate = fc.constantFrom('through' as const, 'cut' as const, 'reply lost' as const);
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('act' as const), claim: fc.integer({ min: 1, max: 3 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), claim: fc.constant(0) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('retry' as const), claim: fc.constant(0) }) },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 14 }),
      fc.array(fate, { maxLength: 30 }),
      async (steps, script) => {
        const server = new Server([...script]);
        const disk = new Map<string, Entry>();
        let serial = 1000;
        const settled = async () => {
          for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
        };
        const open = () => {
          let isClosed = false;
          const never = new Promise<never>(() => {});
          const world: World = {
            stored: {
              of: async () => [...disk.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
              has: async (id) => disk.has(id),
              change: async (put, gone) => {
                if (isClosed) return never;
                if (gone !== null) disk.delete(gone);
                for (const entry of put) disk.set(entry.id, entry);
              },
            },
            send: async (what, key) => {
              if (isClosed) return never;
              const answer = await server.send(what, key);
              return isClosed ? never : answer;
            },
            whoIsThis: async () => idOf(900),
            alone: (_, work) => (isClosed ? never : work()),
            tellOthers: () => {},
            later: () => () => {},
            now: () => '2026-01-01T00:00:00.000Z',
            newId: () => idOf(serial++),
          };
          return {
            outbox: new Outbox(idOf(900), world),
            close: () => {
              isClosed = true;
            },
          };
        };
        let page = open();
        const known = new Map<string, number>();
        const done: { claim: string; reason: string }[] = [];
        for (const [index, { do: what, claim }] of steps.entries()) {
          if (what === 'act') {
            const id = idOf(claim);
            const reason = `act ${index}`;
            const wanted = {
              ...{ articleId: idOf(0), target: id, thing: id, label: reason },
              operation: verdictOn(id, known.get(id) ?? 1, reason),
            };
            done.push({ claim: id, reason });
            const take = page.outbox.onAnswer((entry, answer) => {
              if (answer.noun === 'claim') known.set(entry.thing, answer.claim.version);
            });
            await page.outbox.write(wanted);
            take();
          } else if (what === 'close') {
            page.close();
            page = open();
          } else await page.outbox.tryNow();
          await settled();
          // As the story is fetched anew, the page knows the versions that there are.
          for (const { claim: id } of done)
            known.set(
              id,
              1 + server.log.filter((one) => done.some((d) => d.claim === id && d.reason === one)).length,
            );
        }
        for (let turn = 0; turn < 60 && disk.size > 0; turn += 1) {
          await page.outbox.tryNow();
          await settled();
        }
        expect(page.outbox.waiting).toEqual([]);
        expect(disk.size).toBe(0);
        for (const claim of [1, 2, 3].map(idOf)) {
          const wanted = done.filter((one) => one.claim === claim).map(({ reason }) => reason);
          expect(server.log.filter((one) => wanted.includes(one))).toEqual(wanted);
        }
      },
    ),
    { numRuns: 150 },
  );
});
