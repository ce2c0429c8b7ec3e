/** Functions of the filling connection alone: numbers that look random and are the same on every run. */
import pg from 'pg';

/** What an id is of: part of the id, so that no two things share one. */
export const OF = {
  article: 1,
  claim: 2,
  evidence: 3,
  verdict: 4,
  review: 5,
  citation: 6,
  comment: 7,
  source: 8,
  user: 9,
} as const;

/** The moment of the first story: 1 January 2026, milliseconds. */
const BEGIN_MS = 1_767_225_600_000;

/** Claims of one story are numbered from a multiple of this, so that numbers give unique ids. */
export const NUMBERS_PER_STORY = 10_000;

/** `pg_temp.id_of`, `pg_temp.dice`, `pg_temp.pick` and `pg_temp.moment`. */
export const FUNCTIONS = `
  -- A UUIDv7 of thing number n: ids rise with n as they would with time.
  CREATE FUNCTION pg_temp.id_of(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(${BEGIN_MS} + n * 37), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8'
      || lpad(to_hex(n), 15, '0'))::uuid $$;
  -- From 0 up to below sides; another salt is another throw.
  CREATE FUNCTION pg_temp.dice(n bigint, salt int, sides int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT (abs(hashint8extended(n, salt) % sides))::int $$;
  CREATE FUNCTION pg_temp.pick(words text[], n bigint, salt int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT words[1 + pg_temp.dice(n, salt, array_length(words, 1))] $$;
  -- The moment of thing number n, 26 seconds after the one before.
  CREATE FUNCTION pg_temp.moment(n bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT to_timestamp(${BEGIN_MS / 1000} + n * 0.05 + (n % ${NUMBERS_PER_STORY}) * 26) $$;`;

/** An array of SQL. */
export const sqlList = (words: readonly string[]): string =>
  `ARRAY[${words.map((word) => pg.escapeLiteral(word)).join(',')}]::text[]`;
