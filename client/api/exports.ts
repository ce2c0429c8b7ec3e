/** Lists that leave the desk. They are files: the browser fetches them by a link, not this page. */
import { CheckClaimReviews } from '../../server/contract/claim-review.ts';
import { ExportCorrections } from '../../server/contract/corrections.ts';
import type { QueryInput } from '../../server/contract/endpoint.ts';
import { ExportClaims } from '../../server/contract/exports.ts';
import {
  CLAIM_FORMATS,
  CORRECTION_FORMATS,
  CorrectionFormat,
  ExportFormat,
  PROOF_FORMATS,
  ProofFormat,
  STORY_FORMATS,
  StoryFormat,
} from '../../server/contract/formats.ts';
import { GetProof } from '../../server/contract/sign-off.ts';
import { ExportStory } from '../../server/contract/stories.ts';
import { addressOf, call } from './http.ts';

/** A file that can be taken away, for `<a href download>`. */
export interface ExportLink {
  readonly label: string;
  /** One sentence: what the format is for. */
  readonly use: string;
  readonly href: string;
  /** A page that says what will be in it, and what is missing. */
  readonly check?: string;
}

type ClaimFilters = Omit<QueryInput<typeof ExportClaims>, 'format'>;

/** What a list of claims is narrowed by, from an address; what it does not know is left out. */
export function claimFilters(search: URLSearchParams): ClaimFilters {
  const known = ExportClaims.query.keyof().exclude(['format']).options;
  const given = Object.fromEntries([...search].filter(([name]) => known.some((one) => one === name)));
  const { success, data } = ExportClaims.query.safeParse(given);
  if (!success) return {};
  const { format: _format, articleMine, ...filters } = data;
  return articleMine === undefined ? filters : { ...filters, articleMine: articleMine ? 'true' : 'false' };
}

/** What the reviews of claims lack, before they leave. Rejects with an ApiProblem. */
export const checkClaimReviews = (query: ClaimFilters, signal?: AbortSignal) =>
  call(CheckClaimReviews, { query, signal });

/** The forms of a ClaimReview alone. */
export const reviewLinks = (query: ClaimFilters): ExportLink[] =>
  ExportFormat.options.filter((format) => REVIEWS.test(format)).map((format) => linkOf(format, query));

const REVIEWS = /^claimreview\b/;

/** Claims, a link for each format. Without status and verdict: the verified claims alone. */
export const exportLinks = (query: ClaimFilters): ExportLink[] =>
  ExportFormat.options.map((format) => linkOf(format, query));

/** The first form of a review leads to what is missing in all of them. */
function linkOf(format: ExportFormat, query: ClaimFilters): ExportLink {
  const { label, use } = CLAIM_FORMATS[format];
  const check = format === 'claimreview' ? { check: addressOf('/claims/reviews', {}, query) } : {};
  return { label, use, href: addressOf(ExportClaims.path, {}, { ...query, format }), ...check };
}

/** The same for corrections. */
export const correctionLinks = (query: Omit<QueryInput<typeof ExportCorrections>, 'format'>): ExportLink[] =>
  CorrectionFormat.options.map((format) => {
    const { label, use } = CORRECTION_FORMATS[format];
    return { label, use, href: addressOf(ExportCorrections.path, {}, { ...query, format }) };
  });

/** A story's checking proof, to be kept. */
export const proofLinks = (articleId: string): ExportLink[] =>
  ProofFormat.options.map((format) => {
    const { label, use } = PROOF_FORMATS[format];
    return { label, use, href: addressOf(GetProof.path, { articleId }, { format, download: 'true' }) };
  });

/** A story whole, a link for each format. */
export const storyLinks = (articleId: string): ExportLink[] =>
  StoryFormat.options.map((format) => {
    const { label, use } = STORY_FORMATS[format];
    return { label, use, href: addressOf(ExportStory.path, { articleId }, { format }) };
  });
