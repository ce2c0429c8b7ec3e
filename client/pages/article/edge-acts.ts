/** Moving a claim's edges: shown at once, and sent as fast as the server takes them. */
import type { Claim } from '../../../server/contract/claims.ts';
import type { Range } from '../../../server/contract/common.ts';
import { atOnce, edit, named, versionOf } from './claim-acts.ts';
import type { Session } from './session.ts';

/** Edges on their way, by claim: pressing a key ten times sends the last place and not ten. */
const wanted = new WeakMap<Session, Map<string, Range>>();

/** Put a claim's edges elsewhere, its details kept. Shown at once. */
export function moveEdges(session: Session, claim: Claim, range: Range): void {
  const text = session.article?.revision.text;
  if (text === undefined) return;
  session.store.move(claim.id, range);
  session.changed();
  const waiting = wanted.get(session) ?? new Map<string, Range>();
  wanted.set(session, waiting);
  const idle = !waiting.has(claim.id);
  waiting.set(claim.id, range);
  if (idle) void session.undo.during(sendEdges(session, claim, waiting, text), claim.id);
}

async function sendEdges(
  session: Session,
  claim: Claim,
  waiting: Map<string, Range>,
  text: string,
): Promise<void> {
  for (let range = waiting.get(claim.id); range !== undefined; ) {
    const { start, end } = range;
    const span = { start, end, quote: text.slice(start, end) };
    const done = await atOnce(session, claim.id, () =>
      edit(
        session,
        claim.id,
        { span },
        versionOf(session, claim.id),
        (before) => `moved the edges of ${named(before)}`,
      ),
    );
    const next = waiting.get(claim.id);
    if (!done || next === range || next === undefined) break;
    range = next;
  }
  waiting.delete(claim.id);
  session.store.settle(claim.id);
  session.changed();
}
