/** One moment of a story, with every name that its proof needs: a fixed number of statements. */
import type { Article } from '../../contract/articles.ts';
import type { Claim } from '../../contract/claims.ts';
import { ListArticleClaims } from '../../contract/claims.ts';
import type { Stance } from '../../contract/evidence.ts';
import { SourceKind } from '../../contract/sources.ts';
import type { Database } from '../../database/client.ts';
import type { ProofInput, ProofSource } from '../../domain/exchange/proof/model.ts';
import type { SignedIn } from '../../http/session.ts';
import { absenceOf } from '../articles/access.ts';
import { presentArticle } from '../articles/articles.presenter.ts';
import { selectArticleClaimsText } from '../claims/claim-json.ts';
import { presentEvidence } from '../evidence/evidence.presenter.ts';
import { selectStoryEvidence } from '../evidence/evidence.queries.ts';
import { presentSignOffs } from '../sign-off/sign-off.presenter.ts';

/** @throws Refusal NOT_FOUND also where the story is not for this person */
export async function selectProof(
  { prisma, pool }: Database,
  user: SignedIn,
  articleId: string,
  at: Date,
): Promise<ProofInput & { readonly article: Article }> {
  const article = await presentArticle(prisma, user, articleId);
  const claims = await selectArticleClaimsText(pool, user, articleId);
  if (claims === null) throw await absenceOf(prisma, user, articleId);
  const { items } = ListArticleClaims.answer.parse(JSON.parse(claims));
  const [evidence, citations, sources, { signOff, ended }, links, people] = await Promise.all([
    selectStoryEvidence(prisma, user, articleId),
    prisma.$queryRaw<Cited[]>`
      SELECT t.claim_id AS "claimId", t.evidence_id AS "evidenceId", t.locator, t.quote, t.stance,
        t.withdrawn_at IS NOT NULL AS withdrawn
      FROM citations t JOIN claims c ON c.id = t.claim_id WHERE c.article_id = ${articleId}::uuid
      ORDER BY t.created_at, t.id`,
    prisma.$queryRaw<ProofSource[]>`
      SELECT s.id, s.name, s.kind, s.confidential FROM sources s
      WHERE s.id = ANY(${sourceIdsOf(items)}::uuid[])`,
    presentSignOffs(prisma, articleId),
    prisma.event.findMany({ where: { streamId: articleId, seq: article.head }, select: { link: true } }),
    prisma.$queryRaw<{ id: string; name: string }[]>`
      SELECT id, name FROM users
      UNION ALL SELECT id, name || ' (elsewhere)' FROM story_people WHERE article_id = ${articleId}::uuid`,
  ]);
  const [last] = links;
  return {
    article,
    claims: items,
    evidence: evidence.map((row) => presentEvidence(row, user)),
    citations,
    sources: inOrder(sources, sourceIdsOf(items)),
    people: new Map(people.map(({ id, name }) => [id, name])),
    signOff,
    ended,
    headHash: last === undefined ? null : hex(last.link),
    madeAt: at.toISOString(),
    madeBy: user.name,
  };
}

interface Cited {
  readonly claimId: string;
  readonly evidenceId: string;
  readonly locator: string | null;
  readonly quote: string | null;
  readonly stance: Stance;
  readonly withdrawn: boolean;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The entries of the register that live claims name, each once, in the order of the text. */
function sourceIdsOf(claims: readonly Claim[]): string[] {
  const ids = claims.flatMap((claim) => {
    if (claim.status === 'withdrawn') return [];
    if (claim.kind === 'source') return [claim.details.sourceId];
    if (claim.kind !== 'attribution') return [];
    return [claim.details.sourceId, ...claim.details.via.map(({ sourceId }) => sourceId)];
  });
  return [...new Set(ids.filter((id) => id !== null))];
}

function inOrder(sources: readonly ProofSource[], ids: readonly string[]): ProofSource[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return ids.flatMap((id) => {
    const source = byId.get(id);
    return source === undefined ? [] : [{ ...source, kind: SourceKind.parse(source.kind) }];
  });
}
