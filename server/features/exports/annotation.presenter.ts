/** A claim as a Web Annotation, put together from what belongs to it. */
import type { Claim } from '../../contract/claims.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { codePointsBefore } from '../../domain/exchange/code-points.ts';
import { annotationOf } from '../../domain/exchange/web-annotation.ts';
import { selectOptionalArticle } from '../articles/articles.queries.ts';
import { selectRevision } from '../articles/revisions.ts';
import { presentComment } from '../comments/comments.presenter.ts';
import { selectClaimComments } from '../comments/comments.queries.ts';
import { presentCitation } from '../evidence/evidence.presenter.ts';
import { selectClaimCitations } from '../evidence/evidence.queries.ts';
import { NAMED_PEOPLE } from '../people/named-people.ts';

/**
 * @param claim as this person sees it
 * @param origin where Claimdesk is
 * @throws Refusal NOT_FOUND where its story is not for this person any more
 */
export async function presentAnnotation(
  db: Queryable,
  user: Actor,
  claim: Claim,
  origin: string,
): Promise<ReturnType<typeof annotationOf>> {
  const article = await selectOptionalArticle(db, user, claim.articleId);
  if (article === undefined) throw new Refusal('NOT_FOUND');
  const [{ text }, citations, comments] = await Promise.all([
    selectRevision(db, claim.articleId, claim.revision),
    selectClaimCitations(db, user, claim.id),
    selectClaimComments(db, user, claim.id),
  ]);
  const people = [claim.createdBy, claim.verdict?.by, claim.review?.by].filter((id) => id !== undefined);
  const named = [...citations, ...comments].map(({ createdBy }) => createdBy);
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM ${NAMED_PEOPLE} named WHERE id = ANY(${[...people, ...named]}::uuid[])`;
  return annotationOf({
    ...{ claim, text, origin, points: codePointsBefore(text) },
    language: article.language,
    title: article.title,
    citations: citations.map((row) => presentCitation(row, user)),
    comments: comments.map((row) => presentComment(row, user)),
    names: new Map(rows.map(({ id, name }) => [id, name])),
  });
}
