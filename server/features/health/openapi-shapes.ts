/** The contract's shapes as JSON Schema: those with a name once, among the document's components. */
import { z } from 'zod';
import { SHAPES } from '../../contract/api.ts';
import { Day, Id, Language, Range, Span, Time, Version } from '../../contract/common.ts';
import { Problem } from '../../contract/problem.ts';

export type Json = Record<string, unknown>;
/** What a caller sends is the input of a schema, what it gets the output. */
type Way = 'input' | 'output';

/** Shapes that all others are made of, with their units. */
const COMMON: Readonly<Record<string, readonly [shape: z.ZodType, description: string]>> = {
  Id: [
    Id,
    'A UUIDv7 (RFC 9562), made by whoever creates the thing; read in any case, answered in lower case.',
  ],
  Time: [Time, 'ISO 8601 with its offset; in answers always UTC.'],
  Day: [Day, 'A calendar day, ISO 8601.'],
  Language: [Language, 'A BCP 47 language tag.'],
  Version: [
    Version,
    'Of a thing, from 1: a write names the one that it saw; a stale one is 409 STALE_VERSION.',
  ],
  Range: [Range, 'UTF-16 code units from the start of the revision’s text, `end` exclusive.'],
  Span: [
    Span,
    'A stretch of the revision’s text: `start` and `end` in UTF-16 code units, `end` exclusive, and `quote`, the words that stand there, unaltered.',
  ],
  Problem: [Problem, 'Problem details (RFC 9457) with a stable `code`.'],
};

interface Naming {
  readonly id: string;
  readonly description?: string;
}

const names = z.registry<Naming>();
for (const [id, shape] of SHAPES) names.add(shape, { id });
for (const [id, [shape, description]] of Object.entries(COMMON)) names.add(shape, { id, description });

/** Numbers without an end have JavaScript's in JSON Schema, which tells a reader nothing. */
function withoutEnds(schema: Json): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

const Defined = z.record(z.string(), z.record(z.string(), z.unknown()));
const LOCAL = '#/$defs/';
const PLACE = '#/components/schemas/';
/** A shape whose sent form differs from what is answered, for it has defaults, is two. */
const SENT = 'Sent';

export interface Shapes {
  /** @throws never: what JSON Schema cannot say is left open */
  schemaOf(shape: z.ZodType, way: Way): Json;
  /** All that were named by now. */
  components(): Json;
}

/** Gather shapes for one document. */
export function gatherShapes(): Shapes {
  const found = { input: new Map<string, Json>(), output: new Map<string, Json>() };
  const asked: [schema: Json, way: Way][] = [];

  const schemaOf = (shape: z.ZodType, way: Way): Json => {
    const made = z.toJSONSchema(shape, {
      ...{ io: way, unrepresentable: 'any', metadata: names },
      override: ({ jsonSchema }) => withoutEnds(jsonSchema),
    });
    const { $schema: _dialect, $defs = {}, ...schema } = made;
    for (const [name, definition] of Object.entries(Defined.parse($defs))) found[way].set(name, definition);
    asked.push([schema, way]);
    return schema;
  };

  const components = (): Json => {
    const two = differing(found);
    const all: Json = {};
    for (const way of ['output', 'input'] as const) {
      for (const [name, { id: _id, ...definition }] of found[way])
        all[nameIn(way, name, two)] = renamed(definition, way, two);
      for (const [schema, asked_] of asked)
        if (asked_ === way) Object.assign(schema, renamed(schema, way, two));
    }
    return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return { schemaOf, components };
}

const nameIn = (way: Way, name: string, two: ReadonlySet<string>): string =>
  way === 'input' && two.has(name) ? `${name}${SENT}` : name;

/** The names of shapes that are sent otherwise than they are answered, or hold one that is. */
function differing({ input, output }: Record<Way, ReadonlyMap<string, Json>>): ReadonlySet<string> {
  const two = new Set<string>();
  for (const [name, sent] of input) {
    const answered = output.get(name);
    if (answered !== undefined && JSON.stringify(sent) !== JSON.stringify(answered)) two.add(name);
  }
  for (let before = -1; before !== two.size; ) {
    before = two.size;
    for (const [name, sent] of input)
      if (output.has(name) && refsOf(sent).some((ref) => two.has(ref))) two.add(name);
  }
  return two;
}

function refsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(refsOf);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === '$ref' ? [String(value).replace(LOCAL, '')] : refsOf(value),
  );
}

/** The same with its references where the document keeps what they name. */
function renamed<T>(schema: T, way: Way, two: ReadonlySet<string>): T;
function renamed(schema: unknown, way: Way, two: ReadonlySet<string>): unknown {
  if (Array.isArray(schema)) return schema.map((item) => renamed(item, way, two));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' && value.startsWith(LOCAL)
        ? `${PLACE}${nameIn(way, value.slice(LOCAL.length), two)}`
        : renamed(value, way, two),
    ]),
  );
}
