/** Numbers of requests: what reaches a column of the database is never more than it holds. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ENDPOINTS } from '../server/contract/api.ts';
import { MAX_COUNTER } from '../server/contract/common.ts';

/** Those that may be beyond, and why nothing breaks. */
const BEYOND: readonly (readonly [place: RegExp, why: string])[] = [
  [/^EraseElsewhere params\.seq$/, 'an event of another Claimdesk: compared within its own document'],
  [/^ImportStory body\.manifest\./, 'kept as a document, and compared within it'],
  [/^ImportStory body\.version$/, 'another than those that are known is refused'],
  [
    /^ImportStory body\.story\.(.+\.)?(createdBy|by|toldBy|endedBy|decidedBy|assignee)$/,
    'a number into the people of its own document: one that leads nowhere is refused',
  ],
  [/^ImportStory body\.story\.claims\[\]\.outgrown\.offered\.(low|best|high)$/, 'kept as a document'],
];
const isBeyond = (place: string) => BEYOND.some(([known]) => known.test(place));

const Node = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  $ref: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
});

/** Every number of a schema, by where it stands, that may be below or above what the database's integers hold. */
function unbounded(schema: z.ZodType, place: string): string[] {
  const root = z
    .looseObject({ $defs: z.record(z.string(), z.unknown()).default({}) })
    .parse(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }));
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (given: unknown, where: string): void => {
    const node = Node.safeParse(given).data;
    if (node === undefined) return;
    if (node.$ref !== undefined) {
      if (seen.has(node.$ref)) return;
      seen.add(node.$ref);
      walk(root.$defs[node.$ref.replace('#/$defs/', '')], where);
    }
    const types = [node.type ?? []].flat();
    const isNumber = types.includes('integer') || types.includes('number');
    if (
      isNumber &&
      !((node.minimum ?? -Infinity) >= -MAX_COUNTER && (node.maximum ?? Infinity) <= MAX_COUNTER)
    )
      found.add(where);
    for (const [name, own] of Object.entries(node.properties ?? {})) walk(own, `${where}.${name}`);
    walk(node.additionalProperties, `${where}.*`);
    for (const own of [node.items, ...(node.prefixItems ?? [])]) walk(own, `${where}[]`);
    for (const own of [node.anyOf, node.oneOf, node.allOf].flat()) walk(own, where);
  };
  walk(root, place);
  return [...found];
}

describe('a number of a request is bounded', () => {
  test.each([...ENDPOINTS])('%s', (name, { params, query, body }) => {
    const parts = { params, query, body };
    const found = Object.entries(parts).flatMap(([part, schema]) => unbounded(schema, `${name} ${part}`));
    expect(found.filter((place) => !isBeyond(place))).toEqual([]);
  });

  test('and those that are not are there', () => {
    const all = [...ENDPOINTS].flatMap(([name, { params, query, body }]) =>
      Object.entries({ params, query, body }).flatMap(([part, schema]) =>
        unbounded(schema, `${name} ${part}`),
      ),
    );
    expect(BEYOND.filter(([known]) => !all.some((place) => known.test(place)))).toEqual([]);
  });

  test('one that is not is found, wherever it stands', () => {
    const schema = z.strictObject({
      a: z.array(z.union([z.string(), z.strictObject({ b: z.int() })])),
      c: z.int().min(0).max(9),
      d: z.number().nullable(),
    });
    expect(unbounded(schema, 'x')).toEqual(['x.a[].b', 'x.d']);
  });
});
