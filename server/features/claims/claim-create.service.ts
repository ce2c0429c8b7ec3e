/** Marking a claim, and reading what marked words say. */
import { uuidv7 } from 'uuidv7';
import type { Claim, ClaimKind, CreateClaim, KindAndDetails, ReadWords } from '../../contract/claims.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';
import { chained, type Head, insertEvent, type NewEvent } from '../../database/events.ts';
import { createOnce } from '../../database/once.ts';
import { parseDetails } from '../../domain/claims/details.ts';
import { type Actor, claimActions, mayDoArticle } from '../../domain/claims/permissions.ts';
import { readDetails } from '../../domain/claims/read-details.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedArticle, lockArticleAndHead, requireArticle } from '../articles/access.ts';
import { lastSeen, remember } from '../articles/last-seen.ts';
import type { StoredRevision } from '../articles/revisions.ts';
import { insertAtOnce, insertClaim, type Mark } from './claim-insert.ts';
import { selectClaimText } from './claim-json.ts';
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
 * Most marks are written in one statement. Wherever anything speaks against that, they are written step by step, and
 * only then refused.
 *
 * @throws Refusal STALE_REVISION with where the words are now, NEEDS_EDITOR, ARCHIVED, SPAN_MISMATCH, SPAN_OUTSIDE,
 *   CONTENT_MISMATCH, INVALID and DETAILS_MISMATCH for the details, UNKNOWN_REFERENCE
 */
export async function createClaim(
  services: ClaimServices,
  write: PersonWrite,
  articleId: string,
  body: BodyOf<typeof CreateClaim>,
): Promise<Created> {
  const marking = { id: body.id ?? uuidv7(), articleId, body };
  const atOnce = await markAtOnce(services, write, marking);
  if (atOnce !== null) return { id: marking.id, repeated: false, claim: atOnce };
  const { id, made } = await markInSteps(services, write, marking);
  const claim = made ?? (await selectClaimText(services.db.pool, write.user, id));
  return { id, repeated: made === null, claim };
}

interface Created {
  readonly id: string;
  readonly repeated: boolean;
  /** JSON of the contract's `Claim`. */
  readonly claim: string;
}

/** What was asked for. */
export interface Marking {
  readonly id: string;
  readonly articleId: string;
  readonly body: BodyOf<typeof CreateClaim>;
}

/** @returns the claim's JSON; null where it has to be done step by step */
async function markAtOnce(
  { db, historyKey }: ClaimServices,
  write: PersonWrite,
  marking: Marking,
): Promise<string | null> {
  const seen = lastSeen(marking.articleId);
  if (seen === undefined) return null;
  const { article } = seen;
  const mark = await readMark(db.prisma, write.user, article, marking).catch(nullWhereRefused);
  if (mark === null) return null;
  const eventAfter = (head: Head) => chained(historyKey, head, marked(mark, write));
  return (await insertAtOnce(db, { mark, article, write, eventAfter }))
    ? presentMark(mark, article, write)
    : null;
}

function nullWhereRefused(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}

/** @returns `made` null for a repeat, else the claim's JSON */
async function markInSteps({ db, historyKey }: ClaimServices, write: PersonWrite, marking: Marking) {
  const { user } = write;
  const { id, made } = await createOnce(db, write, marking.id, {
    take: (tx) => lockArticleAndHead(tx, user, marking.articleId),
    make: async (tx, { article, head }) => {
      const mark = await readMark(tx, user, article, marking);
      const pointers = requirePointers(tx, article, mark.claim);
      tx.defer(insertClaim(tx, mark, write));
      const event = chained(historyKey, head, marked(mark, write));
      tx.defer(insertEvent(tx, event));
      await pointers;
      return { mark, seen: { article, head: event } };
    },
  });
  if (made === null) return { id, made };
  remember(made.seen);
  return { id, made: presentMark(made.mark, made.seen.article, write) };
}

/**
 * The mark that was asked for, held against the text and the rules.
 *
 * @throws Refusal as `createClaim`, but for references
 */
export async function readMark(
  db: Queryable,
  user: Actor,
  article: LockedArticle,
  { id, articleId, body }: Marking,
): Promise<Mark> {
  const { kind, span, details, summary = null } = body;
  const revision = await requireRevision(db, article, body.revision, span);
  const decision = mayDoArticle(user, article, 'mark');
  if (!decision.allowed) throw new Refusal(decision.code);
  const sentence = requirePlace(revision, span);
  const claim =
    details === undefined ? readMarked({ kind, span }, revision, sentence) : requireDetails(kind, details);
  requireSpans(revision, claim);
  requireHull(claim, span);
  const said = sentenceText(revision, sentence);
  const words = searchedWords(span.quote, said, summary);
  return {
    id,
    articleId,
    claim,
    revision: revision.number,
    sentence,
    sentenceText: said,
    sentenceStart: revision.sentences[sentence]?.start ?? span.start,
    span,
    summary,
    words,
  };
}

/** What a mark has that was not made by hand. */
interface Origin {
  readonly attributionIds: readonly string[];
  readonly suggestion: { readonly id: string; readonly rule: string; readonly edited: boolean };
}

/** The event of a mark. */
export function marked(
  { id, articleId, revision, span, claim, summary }: Mark,
  { user, at }: PersonWrite,
  origin?: Origin,
): NewEvent {
  const after = { revision, span, ...claim, summary };
  const data =
    origin === undefined
      ? { after }
      : { after: { ...after, attributionIds: origin.attributionIds }, suggestion: origin.suggestion };
  return {
    stream: { kind: 'article', id: articleId },
    type: 'claim.marked',
    at,
    actor: user,
    claimId: id,
    data,
  };
}

/** JSON of a claim that was marked a moment ago: as it would be read, without reading it. */
function presentMark(mark: Mark, { status }: LockedArticle, { user, at }: PersonWrite): string {
  const { id, articleId, revision, sentence, sentenceText, sentenceStart, span, summary } = mark;
  const fresh: Claim = {
    id,
    articleId,
    revision,
    sentence,
    version: 1,
    span,
    sentenceText,
    sentenceStart,
    ...mark.claim,
    outgrown: null,
    status: 'unchecked',
    summary,
    assigneeId: null,
    createdBy: user.id,
    createdAt: at.toISOString(),
    attributionIds: [],
    sameFactAs: null,
    verdict: null,
    review: null,
    citationCount: 0,
    openComments: 0,
    can: claimActions(user, {
      articleStatus: status,
      status: 'unchecked',
      ownVerdict: false,
      confirmable: false,
      outgrown: false,
    }),
  };
  return JSON.stringify(fresh);
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
