/** Where a list goes on: the last row's sort key, opaque to whoever asks. */
import { z } from 'zod';
import { Refusal } from '../contract/problem.ts';

export function writeCursor(key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/**
 * Read a cursor back.
 *
 * @param key the shape of the list's sort key
 * @param path what the request calls it
 * @throws Refusal INVALID for a cursor that this list did not write
 */
export function readCursor<T extends z.ZodType>(
  cursor: string | undefined,
  key: T,
  path = 'cursor',
): z.output<T> | null {
  if (cursor === undefined) return null;
  const parsed = z
    .string()
    .transform((text, context) => {
      try {
        const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
        return value;
      } catch {
        context.addIssue({ code: 'custom', message: 'not a cursor' });
        return z.NEVER;
      }
    })
    .pipe(key)
    .safeParse(cursor);
  if (!parsed.success)
    throw new Refusal('INVALID', { issues: [{ path, message: 'is not one that this list gave' }] });
  return parsed.data;
}
