/** Names of people from elsewhere, asked for as they are drawn. */
import { describe, expect, test } from 'vitest';
import { nameOf, peopleOf, personNamed } from '../../client/contexts/people.ts';
import { AskedNames } from '../../client/controllers/names-elsewhere.ts';

const ADA = '0190aaaa-0000-7000-8000-000000000001';
const CLAIM = '0190aaaa-0000-7000-8000-000000000002';

/** Who answers, and a promise for the next time that names have come. */
function asking(answer: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>) {
  const { promise: known, resolve } = withResolvers();
  const asked: string[][] = [];
  const names = new AskedNames((ids) => {
    asked.push([...ids]);
    return answer(ids);
  }, resolve);
  return { names, people: peopleOf([], names), asked, known };
}

function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe('a name', () => {
  test('is asked for once, for all that are drawn together, and is said to be from elsewhere', async () => {
    const { people, asked, known } = asking(async () => new Map([[ADA, 'Ada Field']]));
    expect([nameOf(people, ADA), nameOf(people, ADA), nameOf(people, CLAIM)]).toEqual([
      ...['someone', 'someone', 'someone'],
    ]);
    await known;
    expect([nameOf(people, ADA), nameOf(people, CLAIM)]).toEqual(['Ada Field (elsewhere)', 'someone']);
    expect(asked).toEqual([[ADA, CLAIM]]);
  });

  test('that could not be fetched is asked for again when it is drawn again', async () => {
    let tries = 0;
    const { people, asked, known } = asking(async () => {
      tries += 1;
      if (tries === 1) throw new Error('offline');
      return new Map([[ADA, 'Ada Field']]);
    });
    nameOf(people, ADA);
    await new Promise((done) => setTimeout(done));
    nameOf(people, ADA);
    await known;
    expect(nameOf(people, ADA)).toBe('Ada Field (elsewhere)');
    expect(asked).toEqual([[ADA], [ADA]]);
  });

  test('is asked for of ids alone, and a few at a time', async () => {
    const { people, asked, known } = asking(
      async (ids) => new Map(ids.includes(ADA) ? [[ADA, 'Ada Field']] : []),
    );
    expect(personNamed(people, 'accurate')).toBeUndefined();
    for (let at = 0; at < 150; at += 1)
      personNamed(people, `0190bbbb-0000-7000-8000-${String(at).padStart(12, '0')}`);
    personNamed(people, ADA);
    await known;
    expect(asked.map((ids) => ids.length)).toEqual([100, 51]);
  });
});
