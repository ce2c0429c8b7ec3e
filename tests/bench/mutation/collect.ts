import { format } from 'node:util';

type Body = (...values: unknown[]) => unknown;

export type CollectedTest = { name: string; body: () => unknown };

/**
 * The part of vitest's `describe`, `test` and `it` that the tests of the domain use, `each` included. What it has not
 * (hooks, fake timers, snapshots) is absent, so that a test that needs it fails in the first run, where nothing is
 * broken, instead of passing unseen.
 */
export function collector() {
  const tests: CollectedTest[] = [];
  const path: string[] = [];
  const used = new Map<string, number>();

  /** A name stands for one test in reports and in the memory of earlier runs, so a second of a kind is numbered. */
  function uniqueName(name: string): string {
    const full = [...path, name].join(' > ');
    const count = (used.get(full) ?? 0) + 1;
    used.set(full, count);
    return count === 1 ? full : `${full} (${count})`;
  }

  const test = withEach((name, body) => {
    tests.push({ name: uniqueName(name), body });
  });
  const describe = withEach((name, body) => {
    path.push(name);
    body();
    path.pop();
  });
  return { tests, api: { describe, test, it: test } };
}

function withEach(declare: (name: string, body: () => unknown) => void) {
  const one = (name: string, body: () => unknown) => declare(name, body);
  const each =
    (rows: readonly unknown[]) =>
    (template: string, body: Body): void => {
      for (const row of rows) {
        const values = Array.isArray(row) ? row : [row];
        declare(fillName(template, values), () => body(...values));
      }
    };
  return Object.assign(one, { each });
}

/** `%s` takes the next value of the row, `$name` the row's property of that name. */
function fillName(template: string, values: readonly unknown[]): string {
  const [row] = values;
  const named = template.replace(/\$(\w+)/g, (whole, key: string) =>
    row !== null && typeof row === 'object' && key in row ? String(Reflect.get(row, key)) : whole,
  );
  return /%[a-z]/.test(named)
    ? format(named, ...values.slice(0, (named.match(/%[a-z]/g) ?? []).length))
    : named;
}
