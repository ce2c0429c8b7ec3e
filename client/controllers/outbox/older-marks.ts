/** Marks that a page before the outbox kept in the browser's plain storage: they wait in the outbox from now on. */
import { z } from 'zod';
import { ClaimKind, CreateClaim } from '../../../server/contract/claims.ts';
import { Id, Span } from '../../../server/contract/common.ts';
import { forget, recall } from '../../storage.ts';
import { quoted } from '../proof/readings.ts';
import { Entry, operation } from './entry.ts';
import type { Outbox } from './outbox.ts';

const Kept = z.array(
  z.strictObject({
    id: Id,
    revision: z.int(),
    kind: ClaimKind,
    span: Span,
    message: z.string().nullable(),
  }),
);

/**
 * The marks of `person` as writes, by the key that they are kept under. What cannot be read is left where it is.
 *
 * A mark's id is that of its write and its key as well: read twice, or sent by the page before too, it is made once.
 */
export function olderMarks(
  storage: Storage,
  person: string,
  at: string,
): ReadonlyMap<string, readonly Entry[]> {
  const prefix = `claimdesk.marks.${person}.`;
  const found = new Map<string, readonly Entry[]>();
  for (const key of keysOf(storage)) {
    const articleId = key.startsWith(prefix) ? key.slice(prefix.length) : null;
    const marks = articleId === null ? null : recall(storage, key, Kept);
    const entries = marks?.map(({ message: _message, ...mark }) =>
      Entry.safeParse({
        ...{ id: mark.id, person, articleId, target: mark.id, thing: mark.id, idempotencyKey: mark.id },
        operation: operation(CreateClaim, { params: { articleId: articleId ?? '' }, body: mark }),
        ...{ follows: null, label: `marked ${quoted(mark.span.quote)}`, at, form: null },
      }),
    );
    if (entries?.every(({ success }) => success) !== true) continue;
    found.set(
      key,
      entries.flatMap(({ data }) => data ?? []),
    );
  }
  return found;
}

/** Put them into the outbox. Each is forgotten in its old place once the browser has it in the new one. */
export async function takeOverMarks(storage: Storage, outbox: Outbox, at: string): Promise<void> {
  for (const [key, entries] of olderMarks(storage, outbox.person, at))
    if (await outbox.takeOver(entries)) forget(storage, key);
}

function keysOf(storage: Storage): readonly string[] {
  try {
    return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  } catch {
    // Blocked storage holds nothing.
    return [];
  }
}
