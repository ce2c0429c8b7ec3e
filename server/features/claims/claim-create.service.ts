/** Marking a claim, and reading what marked words say. */
import { uuidv7 } from 'uuidv7';
import type { ClaimKind, CreateClaim, KindAndDetails, ReadWords } from '../../contract/claims.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { parseDetails } from '../../domain/claims/details.ts';
import { mayDoArticle } from '../../domain/claims/permissions.ts';
import { readDetails } from '../../domain/claims/read-details.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { lockArticle, requireArticle } from '../articles/access.ts';
import type { StoredRevision } from '../articles/revisions.ts';
import { requirePlace, requireRevision, requireSpans, searchedWords, sentenceText } from './marked-words.ts';
import { requirePointers } from './references.ts';

type ClaimServices = Pick<Services, 'db' | 'historyKey'>;

/**
 * Mark a claim on the current text of a story.
 *
 * @throws Refusal STALE_REVISION with where the words are now, NEEDS_EDITOR, ARCHIVED, SPAN_MISMATCH, SPAN_OUTSIDE,
 *   INVALID and DETAILS_MISMATCH for the details, UNKNOWN_REFERENCE
 */
export async function createClaim(
  { db, historyKey }: ClaimServices,
  write: PersonWrite,
  articleId: string,
  body: BodyOf<typeof CreateClaim>,
): Promise<Done> {
  const { user, at } = write;
  const id = body.id ?? uuidv7();
  return once(
    db,
    write,
    id,
    async (tx) => {
      const article = await lockArticle(tx, user, articleId);
      const revision = await requireRevision(tx, article, body.revision, body.span);
      const decision = mayDoArticle(user, article, 'mark');
      if (!decision.allowed) throw new Refusal(decision.code);
      const sentence = requirePlace(revision, body.span);
      const claim =
        body.details === undefined
          ? readMarked(body, revision, sentence)
          : requireDetails(body.kind, body.details);
      requireSpans(revision, claim);
      await requirePointers(tx, article, claim);

      const { span, summary = null } = body;
      const words = searchedWords(span.quote, sentenceText(revision, sentence), summary);
      const marked = { id, articleId, revision: revision.number, sentence, span, summary, ...claim };
      await insertClaim(tx, marked, words, write);
      await appendEvent(tx, historyKey, {
        stream: { kind: 'article', id: articleId },
        type: 'claim.marked',
        at,
        actor: user,
        claimId: id,
        data: { after: { revision: revision.number, span, ...claim, summary } },
      });
    },
    { creates: true },
  );
}

/**
 * Details as a person sent them, complete.
 *
 * @throws Refusal INVALID or DETAILS_MISMATCH with the places
 */
export function requireDetails(kind: ClaimKind, details: unknown): KindAndDetails {
  const parsed = parseDetails(kind, details);
  if (!parsed.ok) throw new Refusal(parsed.code, { issues: parsed.issues });
  return parsed.value;
}

type Marked = KindAndDetails & {
  id: string;
  articleId: string;
  revision: number;
  sentence: number;
  span: { start: number; end: number; quote: string };
  summary: string | null;
};

/** One statement for both rows: this is the busiest write of all. */
async function insertClaim(tx: Tx, c: Marked, words: string, { user, at }: PersonWrite): Promise<void> {
  await tx.$executeRaw`
    WITH claim AS (
      INSERT INTO claims (id, article_id, kind, details, summary, placed_revision, search, created_by_id, created_at)
      VALUES (${c.id}::uuid, ${c.articleId}::uuid, ${c.kind}::"ClaimKind", ${JSON.stringify(c.details)}::jsonb,
        ${c.summary}, ${c.revision}, search_vector(${words}), ${user.id}::uuid, ${at})
      RETURNING id, article_id, placed_revision
    )
    INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
    SELECT id, placed_revision, article_id, ${c.span.start}, ${c.span.end}, ${c.span.quote}, ${c.sentence} FROM claim`;
}

/**
 * What a claim's details would be; nothing is stored.
 *
 * @throws Refusal NOT_FOUND, STALE_REVISION, SPAN_MISMATCH, SPAN_OUTSIDE
 */
export async function readWords(
  { db }: Pick<Services, 'db'>,
  user: { readonly id: string },
  articleId: string,
  body: BodyOf<typeof ReadWords>,
): Promise<KindAndDetails> {
  const article = await requireArticle(db.prisma, user, articleId);
  const revision = await requireRevision(db.prisma, article, body.revision, body.span);
  return readMarked(body, revision, requirePlace(revision, body.span));
}

/** Details read from the marked words, in the light of the sentence in which they begin. */
function readMarked(
  { kind, span }: Pick<BodyOf<typeof ReadWords>, 'kind' | 'span'>,
  revision: StoredRevision,
  sentence: number,
): KindAndDetails {
  const start = revision.sentences[sentence]?.start ?? span.start;
  return readDetails(kind, span.quote, sentenceText(revision, sentence), span.start - start, span);
}
