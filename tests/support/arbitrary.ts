/** Values for a schema of the contract: fitting ones, nearly fitting ones and wild ones. */
import fc from 'fast-check';
import { z } from 'zod';

/** Around the ends of what columns of the database and numbers of JavaScript hold. */
const LARGE = [2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1, 2 ** 53, 2 ** 63, -(2 ** 31), -(2 ** 31) - 1];

/** What a string, a number or anything else may be that nobody expects. JSON carries each of them. */
export const WILD: readonly unknown[] = [
  ...['', ' ', '\0', 'a\0b', '\ud800', 'x\udfff', '\u202eevil', '👩‍👩‍👧‍👦', 'İ', 'ﬃ', '\ufeff', '\u2028'],
  ...[
    '__proto__',
    'constructor',
    'null',
    'NaN',
    '-1',
    '1e400',
    '%',
    '\\',
    "'; --",
    '<script>',
    '=1+1',
    '{{7*7}}',
  ],
  ...[
    'a'.repeat(70_000),
    '9999-99-99T99:99:99Z',
    '0000-01-01T00:00:00Z',
    'javascript:alert(1)',
    'http://[::1]/',
  ],
  ...[0, -0, -1, 1.5, 1e308, 5e-324, -(2 ** 63), true, false, null],
  ...LARGE,
  ...[[], {}, [[]], [null], { toString: null }, { length: -1 }, { $ref: '#' }],
];
export const wild: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...WILD),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const Node = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  $ref: z.string().optional(),
});

/** @param ids that are somebody's: those that name something are worth more than those that name nothing */
export function fitting(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  const root = z
    .looseObject({ $defs: z.record(z.string(), z.unknown()).optional() })
    .parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  const id = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() });
  const number = fc.oneof(fc.nat(3), fc.constantFrom(...LARGE));
  const time = fc.constantFrom('2026-03-01T10:00:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:00');
  // Such as lists give, with what none of them would.
  const cursor = fc
    .oneof(
      fc.tuple(number),
      fc.tuple(id),
      fc.tuple(fc.oneof(number, time), id),
      fc.tuple(fc.option(time), id, number, number, id),
      fc.tuple(number, id, fc.constantFrom('said', 'through', 'named')),
    )
    .map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'));
  const of = (given: unknown, depth: number): fc.Arbitrary<unknown> => {
    const node = Node.safeParse(given).data;
    if (node === undefined || depth > 8) return fc.constant(null);
    if (node.$ref !== undefined) return of(root.$defs?.[node.$ref.replace('#/$defs/', '')], depth + 1);
    if (node.const !== undefined) return fc.constant(node.const);
    if (node.enum !== undefined) return fc.constantFrom(...node.enum);
    const choices = node.anyOf ?? node.oneOf;
    if (choices !== undefined) return fc.oneof(...choices.map((choice) => of(choice, depth + 1)));
    if (node.allOf !== undefined) return of(node.allOf[0], depth + 1);
    if (node.type === 'object') {
      const required = new Set(node.required);
      const fields = Object.entries(node.properties ?? {}).map(
        ([name, own]) =>
          [
            name,
            required.has(name)
              ? of(own, depth + 1)
              : name === 'cursor'
                ? fc.option(cursor, { nil: undefined, freq: 2 })
                : fc.option(of(own, depth + 1), { nil: undefined, freq: 2 }),
          ] as const,
      );
      return fc.record(Object.fromEntries(fields));
    }
    if (node.type === 'array')
      return fc.array(of(node.items, depth + 1), { minLength: node.minItems ?? 0, maxLength: 3 });
    if (node.type === 'integer' || node.type === 'number')
      return fc.oneof(
        { weight: 4, arbitrary: fc.constant(Math.max(node.minimum ?? 1, 1)) },
        {
          weight: 1,
          arbitrary: fc.integer({
            min: Math.max(node.minimum ?? 0, -10),
            max: Math.min(node.maximum ?? 40, 40),
          }),
        },
        // Also those that it does not allow.
        { weight: 1, arbitrary: fc.constantFrom(...LARGE, node.maximum ?? 2 ** 31 - 1) },
      );
    if (node.type === 'boolean') return fc.boolean();
    if (node.type === 'null') return fc.constant(null);
    if (node.type !== 'string') return fc.jsonValue({ maxDepth: 2 });
    if (node.format === 'uuid' || node.format === 'guid') return id;
    if (node.format === 'date-time')
      return fc.constantFrom('2026-03-01T10:00:00Z', '2014-01-08T16:00:00+01:00');
    if (node.format === 'email') return fc.constantFrom('ada@desk.test', 'none@desk.test');
    if (node.format === 'uri') return fc.constant('https://paper.example/ferry');
    if (node.pattern !== undefined && !node.pattern.includes('(?=')) return matching(node.pattern);
    return fc.oneof(
      fc.constantFrom('Ferry sinks', '120 passengers', 'https://paper.example/a', 'en', 'a@b.example'),
      fc.string({
        unit: 'grapheme',
        minLength: node.minLength ?? 0,
        maxLength: Math.min(node.maxLength ?? 60, 60),
      }),
    );
  };
  return of(root, 0);
}

function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'), { maxLength: 80 });
  } catch {
    return fc.string();
  }
}

/** Change one place of a value: put something wild there, take it away, or put more beside it. */
export function spoiled(value: unknown, at: number, what: unknown): unknown {
  const places: { in: Record<string, unknown> | unknown[]; key: string }[] = [];
  const copy: unknown = structuredClone(value);
  const walk = (own: unknown): void => {
    if (typeof own !== 'object' || own === null) return;
    for (const [key, inner] of Object.entries(own)) {
      places.push({ in: own as Record<string, unknown>, key });
      walk(inner);
    }
  };
  walk(copy);
  const place = places[at % Math.max(places.length, 1)];
  if (place === undefined) return what;
  const within = place.in as Record<string, unknown>;
  if (at % 5 === 0) Reflect.deleteProperty(within, place.key);
  else if (at % 5 === 1) within[`${place.key}x`] = what;
  else within[place.key] = what;
  return copy;
}
