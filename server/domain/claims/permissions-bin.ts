/** Who may do what with something that was withdrawn. */
import type { ArticleStatus } from '../../contract/articles.ts';
import { BinAction, type BinKind } from '../../contract/bin.ts';
import type { ClaimStatus } from '../../contract/claims.ts';
import type { Id } from '../../contract/common.ts';
import { type Actor, ALLOWED, type Decision, mayDoArticle, mayDoClaim, refuse } from './permissions.ts';
import { mayDoCitation, mayDoComment, mayDoEvidence } from './permissions-attached.ts';

/** All of a withdrawn thing that a decision about it depends on. */
export interface BinFacts {
  readonly kind: BinKind;
  readonly articleStatus: ArticleStatus;
  /** Of the claim that it is or hangs on; for a story and evidence nothing is made of it. */
  readonly claimStatus: ClaimStatus;
  readonly createdBy: Id;
}

/** A story comes back by whoever may put one into the bin, in whatever state it went there. */
export const mayRestoreStory = (actor: Actor): Decision =>
  mayDoArticle(actor, { status: 'checking' }, 'withdraw');

/** Erasing is for the law: it asks nothing of the state that the story is in. */
export const mayErase = (actor: Pick<Actor, 'role'>): Decision =>
  actor.role === 'admin' ? ALLOWED : refuse('NEEDS_ADMIN');

/** Decide as whoever restores it will: each kind has its own rule. */
export function mayDoBinned(actor: Actor, item: BinFacts, action: BinAction): Decision {
  if (action === 'erase') return mayErase(actor);
  const { kind, articleStatus, claimStatus, createdBy } = item;
  switch (kind) {
    case 'story':
      return mayRestoreStory(actor);
    case 'claim':
      return mayDoClaim(
        actor,
        { articleStatus, status: claimStatus, ownVerdict: false, confirmable: false, outgrown: false },
        action,
      );
    case 'evidence':
      return mayDoEvidence(actor, { articleStatus, withdrawn: true }, action);
    case 'citation':
      return mayDoCitation(actor, { articleStatus, claimStatus, withdrawn: true }, action);
    case 'comment':
      // Restoring asks nothing of where it stands in its thread.
      return mayDoComment(
        actor,
        { articleStatus, claimStatus, createdBy, withdrawn: true, isThreadStart: true },
        action,
      );
  }
}

export const binActions = (actor: Actor, item: BinFacts): BinAction[] =>
  BinAction.options.filter((action) => mayDoBinned(actor, item, action).allowed);
