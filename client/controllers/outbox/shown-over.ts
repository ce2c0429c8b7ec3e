/** What is not saved yet, put over what the server has: a person sees their own work where they did it. */

import * as contract from '../../../server/contract/claims.ts';
import { Claim, type Verdict, VerdictValue } from '../../../server/contract/claims.ts';
import * as talk from '../../../server/contract/comments.ts';
import { Comment } from '../../../server/contract/comments.ts';
import * as backing from '../../../server/contract/evidence.ts';
import { Citation, type Evidence, NewEvidence, Stance } from '../../../server/contract/evidence.ts';
import { type Entry, keepable } from './entry.ts';

/**
 * A claim as it will be once `entries` are saved, in their order.
 *
 * Its version and what may be done with it stay the server's. What does not fit the claim any more is not shown.
 */
export function claimUnder(claim: Claim, entries: readonly Entry[]): Claim {
  return entries.reduce(oneOver, claim);
}

function oneOver(claim: Claim, { operation, person, at }: Entry): Claim {
  const { body } = operation;
  switch (keepable(operation.endpoint)) {
    case contract.EditClaim:
      return edited(claim, body ?? {});
    case contract.WithdrawClaim:
      return { ...claim, status: 'withdrawn' };
    case contract.RestoreClaim:
      return { ...claim, status: statusOf(claim) };
    case contract.GiveVerdict:
      return given(claim, body ?? {}, { by: person, at });
    case contract.ConfirmVerdict:
      return claim.verdict === null
        ? claim
        : {
            ...claim,
            status: 'checked',
            review: null,
            verdict: { ...claim.verdict, by: person, at, expired: null },
          };
    case contract.TakeBackVerdict:
      return { ...claim, status: 'unchecked', verdict: null, review: null };
    default:
      return claim;
  }
}

function edited(claim: Claim, body: Readonly<Record<string, unknown>>): Claim {
  const { version: _version, revision: _revision, settled: _settled, span, ...fields } = body;
  // An orphan that is taken off its words again has no place to be shown at.
  const placed = span == null ? {} : { span };
  const { success, data } = Claim.safeParse({ ...claim, ...fields, ...placed });
  return success ? data : claim;
}

function given(
  claim: Claim,
  body: Readonly<Record<string, unknown>>,
  who: Pick<Verdict, 'by' | 'at'>,
): Claim {
  const value = VerdictValue.safeParse(body.verdict);
  if (!value.success) return claim;
  const verdict: Verdict = {
    verdict: value.data,
    reason: typeof body.reason === 'string' ? body.reason : '',
    correction: typeof body.correction === 'string' ? body.correction : null,
    expired: null,
    confirms: null,
    ...who,
  };
  return { ...claim, status: 'checked', verdict, review: null };
}

const statusOf = ({ verdict }: Claim) =>
  verdict === null ? 'unchecked' : verdict.expired === null ? 'checked' : 'expired';

/** A claim's comments as they will be, oldest first. One that is not saved yet can be answered and changed once it is. */
export function commentsUnder(comments: readonly Comment[], entries: readonly Entry[]): readonly Comment[] {
  return entries.reduce<readonly Comment[]>((known, entry) => {
    const { operation, target, thing, person, at } = entry;
    const body = operation.body ?? {};
    const change = (part: Partial<Comment>) =>
      known.map((comment) => (comment.id === thing ? { ...comment, ...part } : comment));
    switch (keepable(operation.endpoint)) {
      case talk.CreateComment:
        if (known.some(({ id }) => id === thing)) return known;
        return known.concat({
          id: thing,
          claimId: target,
          parentId: typeof body.parentId === 'string' ? body.parentId : null,
          body: typeof body.body === 'string' ? body.body : '',
          mentions: mentionsIn(body) ?? [],
          resolved: false,
          edited: false,
          withdrawn: false,
          createdBy: person,
          createdAt: at,
          version: 1,
          can: [],
        });
      case talk.EditComment:
        return change({
          ...(typeof body.body === 'string' ? { body: body.body, edited: true } : {}),
          ...(mentionsIn(body) === null ? {} : { mentions: mentionsIn(body) ?? [] }),
          ...(typeof body.resolved === 'boolean' ? { resolved: body.resolved } : {}),
        });
      case talk.WithdrawComment:
        return change({ withdrawn: true });
      case talk.RestoreComment:
        return change({ withdrawn: false });
      default:
        return known;
    }
  }, comments);
}

/** The people whom a kept comment names; null where it says nothing of them. */
function mentionsIn({ mentions }: Readonly<Record<string, unknown>>): string[] | null {
  const { success, data } = Comment.shape.mentions.safeParse(mentions);
  return success ? data : null;
}

/** A claim's citations as they will be. `known` is the story's evidence. */
export function citationsUnder(
  citations: readonly Citation[],
  entries: readonly Entry[],
  known: readonly Evidence[],
): readonly Citation[] {
  return entries.reduce<readonly Citation[]>((all, entry) => {
    const { operation, thing } = entry;
    const change = (part: object) =>
      all.map((one) => (one.id === thing ? Citation.catch(one).parse({ ...one, ...part }) : one));
    switch (keepable(operation.endpoint)) {
      case backing.CreateCitation: {
        const cited = all.some(({ id }) => id === thing) ? null : newCitation(entry, known);
        return cited === null ? all : [...all, cited];
      }
      case backing.EditCitation: {
        const { version: _version, ...fields } = operation.body ?? {};
        return change(fields);
      }
      case backing.WithdrawCitation:
        return change({ withdrawn: true });
      case backing.RestoreCitation:
        return change({ withdrawn: false });
      default:
        return all;
    }
  }, citations);
}

/** Null where it cites what is not known here. It can be changed once it is saved. */
function newCitation(
  { operation, thing, target, person, at, articleId }: Entry,
  known: readonly Evidence[],
): Citation | null {
  const body = operation.body ?? {};
  const added = NewEvidence.safeParse(body.evidence);
  const made = { withdrawn: false, createdBy: person, createdAt: at, version: 1, can: [] };
  const evidence = added.success
    ? {
        ...{ id: thing, articleId, kind: added.data.kind, title: added.data.title },
        ...{ url: added.data.url ?? null, publisher: added.data.publisher ?? null },
        ...{ note: added.data.note ?? null, accessedAt: added.data.accessedAt ?? null },
        ...{ file: null, snapshot: null, claimIds: [target], ...made },
      }
    : known.find(({ id }) => id === body.evidenceId);
  const { data } = Citation.safeParse({
    ...{ id: thing, claimId: target, evidence, stance: Stance.catch('context').parse(body.stance) },
    ...{ locator: body.locator ?? null, quote: body.quote ?? null, note: null, figures: [], ...made },
  });
  return data ?? null;
}
