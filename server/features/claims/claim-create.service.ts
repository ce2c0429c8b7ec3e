/** Marking a claim, and reading what marked words say. */
import { uuidv7 } from 'uuidv7';
import type { ClaimKind, CreateClaim, KindAndDetails, ReadWords } from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable, RawTx } from '../../database/client.ts';
import { insertEvent } from '../../database/events.ts';
import { createOnce } from '../../database/once.ts';
import { parseDetails } from '../../domain/claims/details.ts';
import { type Actor, mayDoArticle } from '../../domain/claims/permissions.ts';
import { readDetails } from '../../domain/claims/read-details.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedArticle, lockArticleAndHead, requireArticle } from '../articles/access.ts';
import type { StoredRevision } from '../articles/revisions.ts';
import { selectClaimBody, selectClaimText } from './claim-json.ts';
import {
  requireHull,
  requirePlace,
  requireRevision,
  requireSpans,
  searchedWords,
  sentenceText,
} from './marked-words.ts';
import { requirePointers } from './references.ts';

type ClaimServices = Pick<Services, 'db' | 'historyKey'>;

/**
 * Mark a claim on the current text of a story.
 *
 * @throws Refusal STALE_REVISION with where the words are now, NEEDS_EDITOR, ARCHIVED, SPAN_MISMATCH, SPAN_OUTSIDE,
 *   CONTENT_MISMATCH, INVALID and DETAILS_MISMATCH for the details, UNKNOWN_REFERENCE
 */
export async function createClaim(
  { db, historyKey }: ClaimServices,
  write: PersonWrite,
  articleId: string,
  body: BodyOf<typeof CreateClaim>,
): Promise<Created> {
  const { user, at } = write;
  const id = body.id ?? uuidv7();
  const stream = { kind: 'article', id: articleId } as const;
  const done = await createOnce(db, write, id, {
    take: (tx) => lockArticleAndHead(tx, user, articleId),
    make: async (tx, { article, head }) => {
      const marked = await readMark(tx, user, article, body);
      const pointers = requirePointers(tx, article, marked.claim);
      tx.defer(insertClaim(tx, { id, articleId, ...marked }, write));
      const { revision, span, claim, summary } = marked;
      const data = { after: { revision, span, ...claim, summary } };
      const event = { stream, type: 'claim.marked', at, actor: user, claimId: id, data } as const;
      tx.defer(insertEvent(tx, historyKey, head, event));
      const answer = selectClaimBody(tx, user, id);
      tx.defer(answer);
      await pointers;
      return { answer };
    },
  });
  const repeated = done.made === null;
  const claim = await (done.made?.answer ?? selectClaimText(db.pool, user, done.id));
  return { id: done.id, repeated, claim };
}

interface Created {
  readonly id: string;
  readonly repeated: boolean;
  /** JSON of the contract's `Claim`. */
  readonly claim: string;
}

/** A mark as it is stored. */
interface Marked {
  readonly claim: KindAndDetails;
  readonly revision: number;
  readonly sentence: number;
  readonly span: Span;
  readonly summary: string | null;
  /** By which it is found. */
  readonly words: string;
}

/** The mark that was asked for, held against the text and the rules. */
async function readMark(
  db: Queryable,
  user: Actor,
  article: LockedArticle,
  { revision: marked, kind, span, details, summary = null }: BodyOf<typeof CreateClaim>,
): Promise<Marked> {
  const revision = await requireRevision(db, article, marked, span);
  const decision = mayDoArticle(user, article, 'mark');
  if (!decision.allowed) throw new Refusal(decision.code);
  const sentence = requirePlace(revision, span);
  const claim =
    details === undefined ? readMarked({ kind, span }, revision, sentence) : requireDetails(kind, details);
  requireSpans(revision, claim);
  requireHull(claim, span);
  const words = searchedWords(span.quote, sentenceText(revision, sentence), summary);
  return { claim, revision: revision.number, sentence, span, summary, words };
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

/** One statement for both rows: this is the busiest write of all. */
async function insertClaim(
  tx: RawTx,
  { id, articleId, ...c }: Marked & { id: string; articleId: string },
  { user, at }: PersonWrite,
): Promise<void> {
  const { kind, details } = c.claim;
  await tx.$executeRaw`
    WITH claim AS (
      INSERT INTO claims (id, article_id, kind, details, summary, placed_revision, search, created_by_id, created_at)
      VALUES (${id}::uuid, ${articleId}::uuid, ${kind}::"ClaimKind", ${JSON.stringify(details)}::jsonb, ${c.summary},
        ${c.revision}, search_vector(${c.words}), ${user.id}::uuid, ${at})
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
