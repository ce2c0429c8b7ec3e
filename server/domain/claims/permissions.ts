/**
 * Who may do what.
 *
 * Every decision is a value with the reason of a refusal. Checks run in a fixed order, and the first that
 * fails is the one a person reads: first what their role never allows, then what the story's state forbids,
 * then the claim's own state. Seeing a story at all is `maySeeArticle`, asked before any of the others.
 */
import { ArticleAction, type ArticleStatus } from '../../contract/articles.ts';
import { ClaimAction, ClaimStatus } from '../../contract/claims.ts';
import type { Id } from '../../contract/common.ts';
import { PersonAction, type Role } from '../../contract/people.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import { REVIEWABLE } from './states.ts';

/** Whoever acts, as the session knows them. */
export interface Actor {
  readonly id: Id;
  readonly name: string;
  readonly role: Role;
}

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly code: ProblemCode };

export const ALLOWED: Decision = { allowed: true };
export const refuse = (code: ProblemCode): Decision => ({ allowed: false, code });

/** Viewers read. Editors edit, verify and comment; reviewers review as well; admins have people too. */
export const REVIEWERS: ReadonlySet<Role> = new Set(['reviewer', 'admin']);

/** A restricted story is its members' alone; an admin who is not among them does not see it either. */
export function maySeeArticle(
  actor: Pick<Actor, 'id'>,
  article: { readonly access: 'newsroom' | 'restricted'; readonly memberIds: readonly Id[] },
): boolean {
  return article.access === 'newsroom' || article.memberIds.includes(actor.id);
}

/** What is not about one story: bringing one in, the source register, the people. */
export function mayDoPerson(actor: Actor, action: PersonAction): Decision {
  if (action === 'manage_people' || action === 'manage_webhooks')
    return actor.role === 'admin' ? ALLOWED : refuse('NEEDS_ADMIN');
  return actor.role === 'viewer' ? refuse('NEEDS_EDITOR') : ALLOWED;
}

/**
 * Reviews and sign-offs that come with a whole story count here as they did where it comes from, and its document can be
 * written by hand: whoever brings them in has to be somebody who may pass verdicts.
 */
export function mayBringInStory(actor: Actor, story: { readonly passed: boolean }): Decision {
  const decision = mayDoPerson(actor, 'create_article');
  if (!decision.allowed) return decision;
  return story.passed && !REVIEWERS.has(actor.role) ? refuse('BRINGS_REVIEWS') : ALLOWED;
}

export const personActions = (actor: Actor): PersonAction[] =>
  PersonAction.options.filter((action) => mayDoPerson(actor, action).allowed);

/**
 * Order: the role; the sign-off, under which the story is talked about, and takes what arrives from outside, for that is
 * what will be printed, and nothing else; the archive.
 */
export function mayDoArticle(
  actor: Actor,
  article: { readonly status: ArticleStatus },
  action: ArticleAction,
): Decision {
  if (actor.role === 'viewer') return refuse('NEEDS_EDITOR');
  if (article.status === 'signed_off')
    return action === 'comment' || action === 'arrive' ? ALLOWED : refuse('SIGNED_OFF');
  const archived = article.status === 'archived';
  if (action === 'unarchive') return archived ? ALLOWED : refuse('NOT_ARCHIVED');
  return archived ? refuse('ARCHIVED') : ALLOWED;
}

/** A newer text: written here, or arrived from outside. */
export const mayRevise = (
  actor: Actor,
  article: { readonly status: ArticleStatus },
  arrived: boolean,
): Decision => mayDoArticle(actor, article, arrived ? 'arrive' : 'revise');

export const articleActions = (actor: Actor, article: { readonly status: ArticleStatus }): ArticleAction[] =>
  ArticleAction.options.filter((action) => mayDoArticle(actor, article, action).allowed);

/** All of a claim that a decision about it depends on, so that the database can look decisions up in a table. */
export interface ClaimFacts {
  readonly articleStatus: ArticleStatus;
  readonly status: ClaimStatus;
  /** The newest verdict was given by the actor. */
  readonly ownVerdict: boolean;
  /** The newest verdict expired, and the claim was only worded differently since it was given (`confirmable.ts`). */
  readonly confirmable: boolean;
  /** The details say what the words said before, and nobody decided on that (`outgrown.ts`). */
  readonly outgrown: boolean;
}

const ABOUT_VERDICT: ReadonlySet<ClaimAction> = new Set(['verify', 'confirm', 'take_back_verdict', 'review']);

/**
 * Decide what a person may do with a claim.
 *
 * Order: the role; the archive; the sign-off (only comments are left); withdrawn (only restoring is left); orphaned
 * (its words are not in the text, so it can be placed anew, discussed and withdrawn, but neither verified nor reviewed);
 * for a verdict, details that the words have outgrown: it would be on these as much as on the words;
 * then for a confirmation, a verdict that expired for another wording alone; for a review, and for taking the verdict back, a verdict that holds. Four eyes: whoever gave the verdict is never the one who reviews it.
 * Another's verdict is taken back by reviewers alone: an editor who thinks otherwise gives one of their own, with a reason.
 */
export function mayDoClaim(actor: Pick<Actor, 'role'>, claim: ClaimFacts, action: ClaimAction): Decision {
  if (actor.role === 'viewer') return refuse('NEEDS_EDITOR');
  if (action === 'review' && !REVIEWERS.has(actor.role)) return refuse('NEEDS_REVIEWER');
  if (claim.articleStatus === 'archived') return refuse('ARCHIVED');
  if (claim.articleStatus === 'signed_off' && action !== 'comment') return refuse('SIGNED_OFF');
  if (action === 'restore') return claim.status === 'withdrawn' ? ALLOWED : refuse('NOT_WITHDRAWN');
  if (claim.status === 'withdrawn') return refuse('WITHDRAWN');
  if (!ABOUT_VERDICT.has(action)) return ALLOWED;
  if (claim.status === 'orphaned') return refuse('ORPHANED');
  if (action === 'verify') return claim.outgrown ? refuse('DETAILS_OUTGROWN') : ALLOWED;
  if (action === 'confirm') return mayConfirm(claim);
  if (!REVIEWABLE.has(claim.status)) return refuse('NO_VERDICT');
  if (action === 'review') return claim.ownVerdict ? refuse('OWN_VERDICT') : ALLOWED;
  return claim.ownVerdict || REVIEWERS.has(actor.role) ? ALLOWED : refuse('NOT_YOUR_VERDICT');
}

/**
 * It asks no more than that the words mean the same: whoever may give a verdict may say so, also of their own. Then the
 * details stand as well, whatever words they were read from; another figure is never confirmed.
 */
function mayConfirm({ status, confirmable }: ClaimFacts): Decision {
  if (REVIEWABLE.has(status)) return refuse('NOT_EXPIRED');
  if (status !== 'expired') return refuse('NO_VERDICT');
  return confirmable ? ALLOWED : refuse('MEANING_CHANGED');
}

/** What `mayDoClaim` allows, in the contract's order. */
export const claimActions = (actor: Pick<Actor, 'role'>, claim: ClaimFacts): ClaimAction[] =>
  ClaimAction.options.filter((action) => mayDoClaim(actor, claim, action).allowed);

/** What tells entries of the table apart, after the status. */
export const OUTGROWN = ':outgrown';

/**
 * Every answer that `claimActions` can give for one story, to be handed to SQL: by status, by `status:confirmable`
 * where the newest verdict can be confirmed, whoever gave it, and else by `status:own` where it is the actor's; each once
 * more with `:outgrown` behind it.
 */
export function claimActionTable(
  actor: Pick<Actor, 'role'>,
  articleStatus: ArticleStatus,
): Record<string, ClaimAction[]> {
  return Object.fromEntries(
    ClaimStatus.options.flatMap((status) => {
      const claim = { articleStatus, status, ownVerdict: false, confirmable: false, outgrown: false };
      const cases: [string, ClaimFacts][] = [
        [status, claim],
        [`${status}:own`, { ...claim, ownVerdict: true }],
      ];
      // Where a verdict holds there is none to confirm.
      if (!REVIEWABLE.has(status)) cases.push([`${status}:confirmable`, { ...claim, confirmable: true }]);
      return cases.flatMap(([key, facts]) => [
        [key, claimActions(actor, facts)],
        [key + OUTGROWN, claimActions(actor, { ...facts, outgrown: true })],
      ]);
    }),
  );
}
