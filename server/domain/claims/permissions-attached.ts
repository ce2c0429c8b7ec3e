/** Who may do what with the things that hang on a story or a claim: comments, evidence and citations. */
import type { ArticleStatus } from '../../contract/articles.ts';
import type { ClaimStatus } from '../../contract/claims.ts';
import type { Comment } from '../../contract/comments.ts';
import type { Id } from '../../contract/common.ts';
import type { Citation, Evidence } from '../../contract/evidence.ts';
import { type Actor, ALLOWED, type Decision, mayDoArticle, mayDoClaim, refuse } from './permissions.ts';

export type CommentAction = Comment['can'][number];
export type EvidenceAction = Evidence['can'][number];
export type CitationAction = Citation['can'][number];

export interface CommentFacts {
  readonly createdBy: Id;
  readonly withdrawn: boolean;
  /** It began its thread: only such a one is answered and settled. */
  readonly isThreadStart: boolean;
  readonly articleStatus: ArticleStatus;
  readonly claimStatus: ClaimStatus;
}

const COMMENT_ACTIONS: readonly CommentAction[] = ['edit', 'resolve', 'reply', 'withdraw', 'restore'];
const RECORD_ACTIONS: readonly EvidenceAction[] = ['edit', 'withdraw', 'restore'];
const AUTHORS_OWN: ReadonlySet<CommentAction> = new Set(['edit', 'withdraw', 'restore']);

/**
 * Decide what a person may do with a comment.
 *
 * Order: commenting on the claim at all; the author's own actions; withdrawn or not; and whether the comment
 * began its thread, because threads are one level deep. Whoever may comment may answer, settle and reopen.
 */
export function mayDoComment(actor: Actor, comment: CommentFacts, action: CommentAction): Decision {
  const { articleStatus, claimStatus: status } = comment;
  const commenting = mayDoClaim(
    actor,
    { articleStatus, status, ownVerdict: false, confirmable: false, outgrown: false },
    'comment',
  );
  if (!commenting.allowed) return commenting;
  if (AUTHORS_OWN.has(action) && comment.createdBy !== actor.id) return refuse('NOT_AUTHOR');
  if (action === 'restore') return comment.withdrawn ? ALLOWED : refuse('NOT_WITHDRAWN');
  if (comment.withdrawn) return refuse('WITHDRAWN');
  return AUTHORS_OWN.has(action) || comment.isThreadStart ? ALLOWED : refuse('INVALID');
}

export const commentActions = (actor: Actor, comment: CommentFacts): CommentAction[] =>
  COMMENT_ACTIONS.filter((action) => mayDoComment(actor, comment, action).allowed);

/** Telling the desk changes nothing of a story: it goes on under a sign-off and in the archive. */
export const mayTellDesk = (actor: Pick<Actor, 'role'>): Decision =>
  actor.role === 'viewer' ? refuse('NEEDS_EDITOR') : ALLOWED;

/** Evidence is the story's, so anyone who may edit the story may change it. Adding some asks `mayDoArticle`. */
export function mayDoEvidence(
  actor: Actor,
  evidence: { readonly articleStatus: ArticleStatus; readonly withdrawn: boolean },
  action: EvidenceAction,
): Decision {
  const editing = mayDoArticle(actor, { status: evidence.articleStatus }, 'edit');
  return editing.allowed ? inState(evidence.withdrawn, action) : editing;
}

export const evidenceActions = (
  actor: Actor,
  evidence: { readonly articleStatus: ArticleStatus; readonly withdrawn: boolean },
): EvidenceAction[] => RECORD_ACTIONS.filter((action) => mayDoEvidence(actor, evidence, action).allowed);

export interface CitationFacts {
  readonly articleStatus: ArticleStatus;
  readonly claimStatus: ClaimStatus;
  readonly withdrawn: boolean;
}

/** A citation is part of its claim: whoever may edit the claim may change it. Citing asks `mayDoClaim`. */
export function mayDoCitation(actor: Actor, citation: CitationFacts, action: CitationAction): Decision {
  const { articleStatus, claimStatus: status } = citation;
  const editing = mayDoClaim(
    actor,
    { articleStatus, status, ownVerdict: false, confirmable: false, outgrown: false },
    'edit',
  );
  return editing.allowed ? inState(citation.withdrawn, action) : editing;
}

export const citationActions = (actor: Actor, citation: CitationFacts): CitationAction[] =>
  RECORD_ACTIONS.filter((action) => mayDoCitation(actor, citation, action).allowed);

function inState(withdrawn: boolean, action: EvidenceAction): Decision {
  if (action === 'restore') return withdrawn ? ALLOWED : refuse('NOT_WITHDRAWN');
  return withdrawn ? refuse('WITHDRAWN') : ALLOWED;
}
