/** A schema as a person reads it: what it is in a few words, and what is in it. */
import { z } from 'zod';

export const Schema = z.record(z.string(), z.unknown());
export type Schema = z.infer<typeof Schema>;
/** The named schemas of a document, by name. */
export type Shapes = ReadonlyMap<string, Schema>;

export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
}

/** What is in a schema: fields, or several kinds of it. */
export interface Inside {
  readonly fields: readonly Field[];
  /** Each with its words; empty where there is but one. */
  readonly variants: readonly Schema[];
}

const NOTHING: Inside = { fields: [], variants: [] };
const Parts = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(Schema).optional(),
  oneOf: z.array(Schema).optional(),
  allOf: z.array(Schema).optional(),
  items: Schema.optional(),
  properties: z.record(z.string(), Schema).optional(),
  required: z.array(z.string()).default([]),
  additionalProperties: z.union([z.boolean(), Schema]).optional(),
  default: z.unknown().optional(),
  description: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
});
type Parts = z.infer<typeof Parts>;

const partsOf = (schema: Schema): Parts => Parts.parse(schema);
const nameOf = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1);
const isNull = (schema: Schema) => schema.type === 'null';

/** The kinds that a schema may be, `null` aside. */
const kindsOf = ({ anyOf, oneOf }: Parts): readonly Schema[] | undefined => anyOf ?? oneOf;

/** What a value is: `Span`, `list of Id`, `text or null`, `"killed" or "injured"`. */
export function typeWords(schema: Schema): string {
  const parts = partsOf(schema);
  if (parts.$ref !== undefined) return nameOf(parts.$ref);
  if ('const' in schema) return JSON.stringify(parts.const);
  if (parts.enum !== undefined) return parts.enum.map((value) => JSON.stringify(value)).join(' or ');
  const kinds = kindsOf(parts);
  if (kinds !== undefined) return [...new Set(kinds.map(typeWords))].join(' or ');
  if (parts.allOf !== undefined)
    return parts.allOf.map(typeWords).find((words) => words !== 'anything') ?? 'object';
  if (parts.items !== undefined) return `list of ${typeWords(parts.items)}`;
  if (typeof parts.additionalProperties === 'object' && parts.properties === undefined)
    return `object of ${typeWords(parts.additionalProperties)}`;
  const types = [parts.type ?? []].flat();
  return types.length === 0 ? 'anything' : types.map((type) => TYPE_WORDS[type] ?? type).join(' or ');
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
};

/** Its limits and what it is where it is left out, in a few words each. */
export function notes(schema: Schema): string[] {
  const parts = partsOf(schema);
  const between = (least: number | undefined, most: number | undefined, what: string) => {
    if (least === undefined && most === undefined) return [];
    const words =
      least === undefined
        ? `at most ${most}`
        : most === undefined
          ? `at least ${least}`
          : `${least} to ${most}`;
    return [`${words}${what}`];
  };
  const own = [
    ...between(parts.minimum, parts.maximum, ''),
    ...between(parts.minLength, parts.maxLength, ' characters'),
    ...between(parts.minItems, parts.maxItems, ' items'),
    ...('default' in schema ? [`${JSON.stringify(parts.default)} where left out`] : []),
  ];
  return [...own, ...(kindsOf(parts) ?? []).filter((kind) => !isNull(kind)).flatMap(notes)];
}

/** What is said about it: its own words, or those of the shape that it names. */
export function descriptionOf(schema: Schema, shapes: Shapes): string {
  const { $ref, description } = partsOf(schema);
  if (description !== undefined || $ref === undefined) return description ?? '';
  return partsOf(shapes.get(nameOf($ref)) ?? {}).description ?? '';
}

/** What is in it, one level deep: through names, lists and `or null`. */
export function insideOf(schema: Schema, shapes: Shapes): Inside {
  const parts = partsOf(schema);
  if (parts.$ref !== undefined) {
    const named = shapes.get(nameOf(parts.$ref));
    return named === undefined ? NOTHING : insideOf(named, shapes);
  }
  if (parts.properties !== undefined)
    return {
      fields: Object.entries(parts.properties).map(([name, inner]) => ({
        ...{ name, schema: inner, required: parts.required.includes(name) },
      })),
      variants: [],
    };
  if (parts.items !== undefined) return insideOf(parts.items, shapes);
  if (parts.allOf !== undefined)
    return { fields: parts.allOf.flatMap((one) => insideOf(one, shapes).fields), variants: [] };
  if (typeof parts.additionalProperties === 'object') return insideOf(parts.additionalProperties, shapes);
  const kinds = kindsOf(parts)?.filter((kind) => !isNull(kind)) ?? [];
  const [only, ...more] = kinds;
  if (only !== undefined && more.length === 0) return insideOf(only, shapes);
  return kinds.some((kind) => hasInside(kind, shapes)) ? { fields: [], variants: kinds } : NOTHING;
}

export function hasInside(schema: Schema, shapes: Shapes): boolean {
  const { fields, variants } = insideOf(schema, shapes);
  return fields.length > 0 || variants.length > 0;
}

/** The values that it can be, where they can be listed: they are shown by themselves. */
export function choicesOf(schema: Schema, shapes: Shapes): readonly string[] {
  const parts = partsOf(schema);
  if (parts.$ref !== undefined) return choicesOf(shapes.get(nameOf(parts.$ref)) ?? {}, shapes);
  if (parts.enum !== undefined) return parts.enum.map(String);
  const kinds = kindsOf(parts)?.filter((kind) => !isNull(kind)) ?? [];
  return kinds.length === 1 ? choicesOf(kinds[0] ?? {}, shapes) : [];
}
