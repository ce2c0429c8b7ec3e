/** Changing a comment, a citation or evidence that somebody else may have changed meanwhile. */
import { asProblem } from '../../api/problem.ts';
import type { Draft, Fields, FormName } from '../../controllers/proof/drafts.ts';
import { clashingParts, mergedParts } from '../../controllers/proof/rebase.ts';
import { PartClash, type Session } from './session.ts';

/** What a form changes, as it is now; null for a form that makes something new. */
export function partFields(session: Session, claimId: string, form: FormName): Fields | null {
  const [name, id] = form.split(':');
  const { comments, citations } = session.aside(claimId);
  if (name === 'edit') {
    const comment = comments?.find((each) => each.id === id);
    return comment === undefined ? null : { body: comment.body };
  }
  if (name === 'citation') {
    const citation = citations?.find((each) => each.id === id);
    if (citation === undefined) return null;
    const { stance, locator, quote } = citation;
    return { stance, locator: locator ?? '', quote: quote ?? '' };
  }
  const evidence = name === 'evidence' ? session.evidence.find((each) => each.id === id) : undefined;
  if (evidence === undefined) return null;
  const { kind, title, url, publisher, note } = evidence;
  return { kind, title, url: url ?? '', publisher: publisher ?? '', note: note ?? '' };
}

/** Tries: somebody may change it again while this is on its way. */
const TIMES = 5;

/**
 * Save what a person changed of it, on top of what others changed besides. Rejects with a PartClash where both changed
 * the same, and with the ApiProblem of the last try.
 */
export async function savePart(
  session: Session,
  claimId: string,
  form: FormName,
  { fields, was }: Draft,
  send: (merged: Fields) => Promise<void>,
): Promise<void> {
  for (let time = 1; ; time += 1) {
    const now = partFields(session, claimId, form) ?? {};
    if (clashingParts(was, now, fields).length > 0) throw new PartClash(now);
    try {
      return await send(mergedParts(was, now, fields));
    } catch (thrown) {
      if (asProblem(thrown).code !== 'STALE_VERSION' || time === TIMES) throw thrown;
      await session.reloadAside(claimId);
    }
  }
}
