/** SQL with its values written into it, for COPY, which takes no parameters. */
import pg from 'pg';
import type { Prisma } from '../../database/generated/client.ts';

/**
 * The text of a query, each value as a literal that PostgreSQL's own rules escape.
 *
 * @throws Error for a value that has no literal here: better none than a wrong one
 */
export function inlined({ strings, values }: Pick<Prisma.Sql, 'strings' | 'values'>): string {
  return strings.reduce((text, piece, index) => text + literal(values[index - 1]) + piece);
}

function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return `(${value})`;
  // A NUL would end the query where it stands: PostgreSQL takes it as a C string.
  if (typeof value === 'string' && !value.includes('\0')) return pg.escapeLiteral(value);
  throw new Error('a value that cannot be written into SQL');
}
