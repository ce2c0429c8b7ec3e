/** Whether an answer is already what its schema would make of it: the contract checked in full, and nothing copied. */
import { z } from 'zod';

type Schema = z.core.$ZodType;
type Fits = (value: unknown) => boolean;

const known = new WeakMap<Schema, Fits>();

/**
 * True where `schema.parse` would succeed and give a value equal to `value`.
 *
 * False where it would not, and also where that cannot be told here (records, plain unions): then the schema
 * itself has to be asked. Zod makes a new object of everything it looks at and is forbidden by the page's policy
 * to compile itself; for a story with thousands of claims that takes longer than to draw it. An answer that is
 * as it should be needs no new objects.
 */
export function fits<S extends z.ZodType>(schema: S, value: unknown): value is z.output<S> {
  return fitsOf(schema)(value);
}

function fitsOf(schema: Schema): Fits {
  const found = known.get(schema);
  if (found !== undefined) return found;
  const made = meeting(checksOf(schema), ofType(schema));
  known.set(schema, made);
  return made;
}

/** Types in the words of zod's core; what values they take is told nowhere else. */
function ofType(schema: Schema): Fits {
  const { core } = z;
  if (schema instanceof core.$ZodEnum || schema instanceof core.$ZodLiteral) return among(schema._zod.values);
  if (schema instanceof core.$ZodNullable) return orNull(fitsOf(schema._zod.def.innerType));
  // What may be absent is `objectOf`'s to know; what is there is as within.
  if (schema instanceof core.$ZodOptional || schema instanceof core.$ZodDefault)
    return fitsOf(schema._zod.def.innerType);
  if (schema instanceof core.$ZodArray) return arrayOf(fitsOf(schema._zod.def.element));
  if (schema instanceof core.$ZodObject) return objectOf(schema._zod.def.shape);
  if (schema instanceof core.$ZodDiscriminatedUnion) return oneOf(schema);
  return primitive(schema);
}

function primitive(schema: Schema): Fits {
  const { core } = z;
  if (schema instanceof core.$ZodString) return (value) => typeof value === 'string';
  if (schema instanceof core.$ZodNumber) return Number.isFinite;
  if (schema instanceof core.$ZodBoolean) return (value) => typeof value === 'boolean';
  if (schema instanceof core.$ZodNull) return (value) => value === null;
  return () => false;
}

const among =
  (values: ReadonlySet<unknown>): Fits =>
  (value) =>
    values.has(value);

const orNull =
  (inner: Fits): Fits =>
  (value) =>
    value === null || inner(value);

const arrayOf =
  (inner: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every((item) => inner(item));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An absent key that would be filled in does not stay as it is. */
const mayBeAbsent = (field: Schema) =>
  field instanceof z.core.$ZodOptional && field._zod.optin === 'optional';

/** Every key is known, and none that has to be there is missing. */
function objectOf(shape: Readonly<Record<string, Schema>>): Fits {
  const fields = new Map(
    Object.entries(shape).map(([key, field]) => [
      key,
      { fitsIn: fitsOf(field), counts: mayBeAbsent(field) ? 0 : 1 },
    ]),
  );
  const wanted = [...fields.values()].reduce((sum, { counts }) => sum + counts, 0);
  return (value) => {
    if (!isObject(value)) return false;
    let there = 0;
    for (const key in value) {
      const field = fields.get(key);
      if (field === undefined || !field.fitsIn(value[key])) return false;
      there += field.counts;
    }
    return there === wanted;
  };
}

function oneOf(schema: z.core.$ZodDiscriminatedUnion): Fits {
  const { discriminator, options } = schema._zod.def;
  const byValue = new Map<unknown, Fits>();
  for (const option of options)
    for (const value of option._zod.propValues?.[discriminator] ?? []) byValue.set(value, fitsOf(option));
  return (value) => isObject(value) && byValue.get(value[discriminator])?.(value) === true;
}

/** What is asked of a value besides its type: zod's own checks; a format is both type and check. */
function checksOf(schema: Schema): readonly unknown[] {
  const checks = schema._zod.def.checks ?? [];
  return schema instanceof z.core.$ZodCheck ? [schema, ...checks] : checks;
}

/** A check that would change the value (trim it, fold its case) is met by one that is so already. */
function meeting(checks: readonly unknown[], isType: Fits): Fits {
  if (checks.length === 0) return isType;
  return remembering(
    checks.reduce<Fits>((before, check) => {
      if (!(check instanceof z.core.$ZodCheck)) return () => false;
      const payload: z.core.ParsePayload = { value: null, issues: [] };
      return (value) => {
        if (!before(value)) return false;
        payload.value = value;
        const isSync = check._zod.check(payload) === undefined;
        if (isSync && payload.issues.length === 0 && payload.value === value) return true;
        payload.issues = [];
        return false;
      };
    }, isType),
  );
}

/** In a list the same words and numbers stand in the same place again and again: the last that fitted is not asked anew. */
function remembering(isFit: Fits): Fits {
  let last: unknown;
  return (value) => {
    if (value === last && typeof value !== 'object' && value !== undefined) return true;
    if (!isFit(value)) return false;
    last = value;
    return true;
  };
}
