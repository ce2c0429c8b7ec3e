/** Sends again, on the claim as it is now, what somebody else's change to other fields stood in the way of. */
import type { Claim } from '../../../server/contract/claims.ts';
import { asProblem } from '../../api/problem.ts';
import { FIELD_LABELS } from '../../components/inspector/words.ts';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { rebase } from '../../controllers/proof/rebase.ts';
import type { Session } from './session.ts';

/** Tries: somebody may change the claim again while this is on its way. */
const TIMES = 5;

interface Begun {
  readonly was: Fields;
  readonly mine: Fields;
}

/** Rejects with the ApiProblem of the last try: where both changed the same, its author has to look. */
export async function onPresent<T>(
  session: Session,
  begun: Begun | null,
  first: () => Promise<T>,
  again: (current: Claim, begun: Begun) => Promise<T>,
): Promise<T> {
  let send = first;
  for (let time = 1; ; time += 1)
    try {
      return await send();
    } catch (thrown) {
      const current = time < TIMES && begun !== null ? session.conflictIn(asProblem(thrown)) : null;
      const rebased = current === null || begun === null ? null : rebase(begun.was, begun.mine, current);
      if (current === null || begun === null || rebased?.ok !== true) throw thrown;
      send = async () => {
        const answer = await again(current, begun);
        session.tell(bothKept(session.changers.get(current.id) ?? null, rebased.theirs));
        return answer;
      };
    }
}

/** Said quietly: nothing was lost, and nothing is to be done. */
function bothKept(who: string | null, theirs: readonly string[]): string {
  const labels = theirs.flatMap((name) => FIELD_LABELS[name] ?? OTHERS[name] ?? []);
  const what = labels.length === 0 ? 'this claim' : labels.join(', ');
  return `Saved. ${who ?? 'Somebody else'} changed ${what} meanwhile: both are kept.`;
}

const OTHERS: Readonly<Record<string, string>> = {
  kind: 'the kind',
  span: 'the words',
  assigneeId: 'who checks it',
};
