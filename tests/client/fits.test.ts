/** Whether an answer needs no parsing: only where parsing would leave it as it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fits } from '../../client/api/fits.ts';
import { ClaimCounts } from '../../server/contract/articles.ts';
import { CasualtyDetails, Claim, ListArticleClaims } from '../../server/contract/claims.ts';
import { Id, line, Time } from '../../server/contract/common.ts';
import { attribution, casualty, fact, idOf, source, verdict } from './proof-claims.ts';

const claims = [
  casualty(1, { low: 385, modifier: 'at_least', victims: { category: 'civilian', label: null } }),
  attribution(2, { source: { start: 20, end: 24, quote: 'Varg' }, via: [{ sourceId: idOf(7), span: null }] }),
  source(3, { titleAsPrinted: 'Harbour log' }),
  fact(
    4,
    { about: 'date', value: 'Sunday' },
    { status: 'checked', verdict: verdict(), attributionIds: [idOf(2)] },
  ),
];
const answer = { items: claims, head: 12 };

/** Schema, value, and whether it fits. */
const cases: Readonly<Record<string, readonly [z.ZodType, unknown, boolean]>> = {
  'a list of claims of every kind': [ListArticleClaims.answer, answer, true],
  'an id again and again': [z.array(Id), [idOf(1), idOf(1), idOf(2), idOf(2)], true],
  'an id that is none after some that are': [z.array(Id), [idOf(1), idOf(1), 'none', idOf(1)], false],
  'the same wrong word twice': [z.array(Id), ['none', 'none'], false],
  'nothing where a first word has to stand': [z.array(z.string().min(1)), [undefined], false],
  'no claims': [ListArticleClaims.answer, { items: [], head: 0 }, true],
  'an object in place of a list': [ListArticleClaims.answer, { items: {}, head: 0 }, false],
  'a list in place of an object': [ClaimCounts, [], false],
  'nothing at all': [ClaimCounts, null, false],
  'a key too many': [Claim, { ...casualty(1), colour: 'red' }, false],
  'a key too few': [z.strictObject({ a: z.int(), b: z.int() }), { a: 1 }, false],
  'one key too many and one too few': [z.strictObject({ a: z.int(), b: z.int() }), { a: 1, c: 1 }, false],
  'a key that would be left out': [z.object({ a: z.int() }), { a: 1, b: 1 }, false],
  'a kind that nobody knows': [Claim, { ...casualty(1), kind: 'rumour' }, false],
  'details of another kind': [Claim, { ...fact(1), kind: 'source' }, false],
  'a key of the prototype': [Claim, { ...casualty(1), kind: 'constructor' }, false],
  'an id in capitals would be folded': [Id, '01890000-ABCD-7000-8000-000000000001', false],
  'an id of another version': [Id, '01890000-0000-4000-8000-000000000001', false],
  'words that would be trimmed': [line(20), ' Sunday', false],
  'words that are trimmed': [line(20), 'Sunday', true],
  'words that cannot be stored': [line(20), 'Sun\uD800day', false],
  'a rule between fields that holds': [CasualtyDetails, casualty(1, { low: 3, high: 9 }).details, true],
  'a rule between fields that does not': [
    CasualtyDetails,
    { ...casualty(1).details, low: 9, high: 3 },
    false,
  ],
  'a default that would stand in': [CasualtyDetails, { outcome: 'killed' }, false],
  'an optional that is absent': [z.strictObject({ a: z.int().optional() }), {}, true],
  'an optional that is there': [z.strictObject({ a: z.int().optional() }), { a: 1 }, true],
  'an optional that is wrong': [z.strictObject({ a: z.int().optional() }), { a: 'x' }, false],
  'an optional that a default would fill': [z.strictObject({ a: z.int().default(1).optional() }), {}, false],
  'a number with a fraction': [z.int(), 1.5, false],
  'a number too large to be exact': [z.int(), 2 ** 53, false],
  'no number': [z.number(), Number.NaN, false],
  'a time': [Time, '2024-03-01T10:00:00.000Z', true],
  'a time of no calendar': [Time, '2024-02-30T10:00:00.000Z', false],
  'a truth': [z.boolean(), true, true],
  'a word for a truth': [z.boolean(), 'true', false],
  'null where it may be': [z.null(), null, true],
  'what is not known here': [z.record(z.string(), z.unknown()), {}, false],
};

describe('an answer fits', () => {
  it.each(Object.entries(cases))('%s', (_, [schema, value, expected]) => {
    expect(fits(schema, value)).toBe(expected);
    // What fits is what parsing gives; what does not may still parse, into something else.
    if (expected) expect(schema.parse(value)).toEqual(value);
  });

  it('only where parsing would change nothing, whatever is put in whatever place', () => {
    const places = placesIn(answer);
    const anything = fc.oneof(
      fc.constantFrom<unknown>(null, true, 0, -1, 1.5, '', ' x ', idOf(9), idOf(9).toUpperCase(), undefined),
      fc.jsonValue(),
      fc.constantFrom(...places).map((place) => at(answer, place)),
    );
    // A list's own length is no field: it cannot be anything but a number, and JSON does not tell it.
    const field = fc.string().filter((key) => key !== 'length');
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.option(field), anything, (place, extra, value) => {
        const changed = asJson(put(answer, extra === null ? place : [...place, extra], value));
        if (!fits(ListArticleClaims.answer, changed)) return;
        expect(ListArticleClaims.answer.parse(changed)).toEqual(changed);
      }),
      { numRuns: 2000 },
    );
  });
});

/** As it would come from the server: what is undefined is not there. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

type Place = readonly string[];
const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The way to everything in a tree. */
function placesIn(value: unknown, way: Place = []): Place[] {
  if (!isTree(value)) return [way];
  return [way, ...Object.entries(value).flatMap(([key, child]) => placesIn(child, [...way, key]))];
}
const at = (value: unknown, place: Place) =>
  place.reduce<unknown>((within, key) => (isTree(within) ? within[key] : undefined), value);

/** The tree with something else in one place. */
function put(tree: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  if (!isTree(tree)) return { [key]: value };
  const changed = Array.isArray(tree) ? Object.assign([], tree) : { ...tree };
  return Object.assign(changed, { [key]: put(tree[key], rest, value) });
}
