/** What the browser keeps between visits. What is read back is parsed: it may be old, or not ours. */
import type { z } from 'zod';

/** The stored value, or null where there is none, or none that fits. */
export function recall<T extends z.ZodType>(storage: Storage, key: string, schema: T): z.output<T> | null {
  try {
    const stored = storage.getItem(key);
    if (stored === null) return null;
    const parsed = schema.safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data : null;
  } catch {
    // Blocked storage or broken JSON: the same as nothing stored.
    return null;
  }
}

/** Keep a value. False where the browser refuses (blocked, full): the page then says that it cannot keep it. */
export function keep(storage: Storage, key: string, value: unknown): boolean {
  try {
    storage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forget a value. */
export function forget(storage: Storage, key: string): void {
  try {
    storage.removeItem(key);
  } catch {
    // Blocked storage holds nothing to forget.
  }
}

/** What is kept here goes by these names; none where the browser keeps nothing. */
export function keysOf(storage: Storage): string[] {
  try {
    return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  } catch {
    return [];
  }
}
