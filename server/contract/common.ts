/** Shapes that every other part of the contract is made of. */
import { z } from 'zod';

/**
 * Ids are UUIDv7, made by whoever creates the thing, so that a create can be repeated safely.
 *
 * Read in one case, PostgreSQL's: ids are compared as text, and take part in the chain of events.
 */
export const Id = z.uuidv7('must be a UUIDv7').toLowerCase();
export type Id = z.infer<typeof Id>;

/**
 * Text that PostgreSQL and every reader can hold: no lone surrogate, no NUL.
 *
 * Both are refused and not repaired: a repaired text would no longer be what the person sent.
 */
export const storable = (value: string) => value.isWellFormed() && !value.includes('\0');
const NOT_STORABLE = 'holds a character that cannot be stored (a broken emoji or a NUL)';

const EMPTY = 'must not be empty';
const tooLong = (max: number) => `must be at most ${max} characters`;
const onOneLine = () =>
  z
    .string()
    .refine(storable, NOT_STORABLE)
    .refine((value) => !/[\r\n]/.test(value), 'must be one line');

/** One line, trimmed, not empty. `max` is in UTF-16 code units. */
export const line = (max: number) => onOneLine().trim().min(1, EMPTY).max(max, tooLong(max));

/** The same of what was taken once and is told again: it stays as it is told, blanks at its ends included. */
export const keptLine = (max: number) =>
  onOneLine()
    .refine((value) => value.trim() !== '', EMPTY)
    .max(max, tooLong(max));

/** Any number of lines, not blank. `max` is in UTF-16 code units. */
export const prose = (max: number) =>
  z
    .string()
    .refine(storable, NOT_STORABLE)
    .refine((value) => value.trim() !== '', EMPTY)
    .max(max, tooLong(max));

/** Words to search for, as a person typed them. */
export const SearchWords = z.string().max(200).refine(storable, NOT_STORABLE);

/** An absolute http or https address. */
export const WebAddress = z
  .url({ protocol: /^https?$/, error: 'must be a web address (https://…)' })
  .refine(storable, NOT_STORABLE)
  .max(2000);

/** PostgreSQL has no year 0, and ISO 8601 no fifth digit that everyone reads. */
const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z');
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');
/**
 * True also for what is no time at all, which has been told so.
 *
 * Days compare as text; only near the ends does the offset decide.
 */
const hasFourDigitYear = (time: string) =>
  (time > '0001-01-02' && time < '9999-12-31') ||
  !(Date.parse(time) < FIRST_INSTANT || Date.parse(time) > LAST_INSTANT);

/** An instant, ISO 8601; what the server answers is always UTC. */
export const Time = z.iso
  .datetime({ offset: true, error: 'must be a time such as 2014-01-08T16:00:00Z' })
  .refine(hasFourDigitYear, 'must lie in the years 1 to 9999');
/** A calendar day, ISO 8601. */
export const Day = z.iso.date('must be a day such as 2014-01-08');

/** A BCP 47 language tag. */
export const Language = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'must be a language tag such as en or pt-BR');

/** The highest number that a counter of the database reaches: of revisions, of events. */
export const MAX_COUNTER = 2_147_483_647;

/** What a thing's writer saw of it; a stale one is answered with 409 STALE_VERSION. */
export const Version = z.int().min(1).max(MAX_COUNTER);
/** The same, where it travels in a query string. */
export const VersionQuery = z.strictObject({ version: z.coerce.number().int().min(1).max(MAX_COUNTER) });

/** A revision that a request names; whether there is one is found out later. */
export const RevisionNumber = z.int().min(1).max(MAX_COUNTER);
/** A place in a text or a list, as a request names it, or a length. */
export const Offset = z.int().min(0).max(MAX_COUNTER);

/** A stretch of a revision's text. */
export const Range = z.strictObject({
  /** UTF-16 code units from the start of the revision's text. */
  start: Offset,
  /** UTF-16 code units, exclusive. */
  end: z.int().min(1).max(MAX_COUNTER),
});
export type Range = z.infer<typeof Range>;

/** A stretch of a revision's text with the words that stand there. */
export const Span = z
  .strictObject({ ...Range.shape, quote: z.string().min(1).max(20_000).refine(storable, NOT_STORABLE) })
  .refine((span) => span.end > span.start, { path: ['end'], error: 'must be after start' });
export type Span = z.infer<typeof Span>;

/** How many items a page holds. */
export const Limit = z.coerce.number().int().min(1).max(200).default(50);
/** Where the next page goes on: opaque, from the answer before. */
export const Cursor = z.string().max(500).optional();

export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });

/** `true` and `false` in a query string. */
export const Flag = z.enum(['true', 'false']).transform((value) => value === 'true');
