/** A story's flags with their keys and dismissals. */
import { createHash } from 'node:crypto';
import type { Flag } from '../../contract/audit.ts';
import { findFlags } from '../../domain/audit/flags.ts';
import type { FoundFlag } from '../../domain/audit/story.ts';
import { type Actor, mayDoArticle } from '../../domain/claims/permissions.ts';
import type { StoryToAudit } from './audit.queries.ts';

/** Over what a flag is and what it was found by: where either changes, so does the key, and no dismissal holds. */
export function keyOf({ code, claimIds, basis }: FoundFlag): string {
  return createHash('sha256').update(`${code}|${claimIds.join()}|${basis}`).digest('hex').slice(0, 32);
}

export function presentFlags(story: StoryToAudit, user: Actor): Flag[] {
  const mayDismiss = mayDoArticle(user, story, 'edit').allowed;
  const flags = new Map(findFlags(story.facts).map((found) => [keyOf(found), found]));
  return [...flags].map(([key, { code, claimIds, span, explanation }]) => {
    const dismissal = story.dismissals.get(key);
    return {
      key,
      code,
      claimIds: [...claimIds],
      span: { start: span.start, end: span.end, quote: span.quote },
      explanation,
      dismissed:
        dismissal === undefined
          ? null
          : { by: dismissal.by, at: dismissal.at.toISOString(), reason: dismissal.reason },
      can: mayDismiss ? (dismissal === undefined ? ['dismiss'] : ['dismiss', 'restore']) : [],
    };
  });
}
