/** What backs a verdict: evidence kept once per story, cited by each claim. */
import { z } from 'zod';
import { ArticleParams, Note } from './articles.ts';
import { ClaimParams } from './claims.ts';
import { Id, line, prose, Time, Version, VersionQuery, WebAddress } from './common.ts';
import { endpoint } from './endpoint.ts';
import { StoredFile } from './files.ts';

export const EvidenceKind = z.enum(['link', 'document', 'interview', 'observation', 'file']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;
export const Stance = z.enum(['supports', 'contradicts', 'context']);
export type Stance = z.infer<typeof Stance>;

const newEvidence = {
  id: Id.optional(),
  kind: EvidenceKind,
  /** Needed for a link. */
  url: WebAddress.nullable().optional(),
  /** Needed for a file: one that was attached to the same story. */
  fileId: Id.nullable().optional(),
  title: line(500),
  publisher: line(300).nullable().optional(),
  accessedAt: Time.nullable().optional(),
  note: Note.nullable().optional(),
};
export const linkHasAddress = (evidence: { kind: string; url?: string | null | undefined }) =>
  evidence.kind !== 'link' || (evidence.url ?? null) !== null;
export const NEEDS_ADDRESS = { path: ['url'], error: 'a link needs its address' };
export const NewEvidence = z.strictObject(newEvidence).refine(linkHasAddress, NEEDS_ADDRESS);
export type NewEvidence = z.infer<typeof NewEvidence>;

/** The text of a page as it was when somebody looked. */
export const Snapshot = z.strictObject({
  takenAt: Time,
  /** SHA-256 of the text in UTF-8, in hexadecimal. */
  sha256: z.string(),
  /** UTF-16 code units. */
  length: z.int(),
  how: z.enum(['pasted', 'fetched']),
  /** The address that it came from, after redirects; null where somebody pasted it. */
  fetchedFrom: z.string().nullable(),
  by: Id,
});
export type Snapshot = z.infer<typeof Snapshot>;

/** One figure of a claim, looked for in words that the claim relies on. */
export const FigureFound = z.strictObject({
  /** As the claim has it: "385", "dozens". */
  words: z.string(),
  /** What it means, null where it is no number. */
  value: z.number().nullable(),
  found: z.boolean(),
});
export type FigureFound = z.infer<typeof FigureFound>;

export const Evidence = z.strictObject({
  id: Id,
  articleId: Id,
  kind: EvidenceKind,
  url: z.string().nullable(),
  title: z.string(),
  publisher: z.string().nullable(),
  accessedAt: Time.nullable(),
  note: z.string().nullable(),
  /** The attached file of evidence of kind `file`. */
  file: StoredFile.nullable(),
  /** The newest; older ones are kept. */
  snapshot: Snapshot.nullable(),
  /** The claims that cite it now. */
  claimIds: z.array(Id),
  withdrawn: z.boolean(),
  createdBy: Id,
  createdAt: Time,
  version: Version,
  can: z.array(z.enum(['edit', 'withdraw', 'restore'])),
});
export type Evidence = z.infer<typeof Evidence>;

const EvidenceParams = z.strictObject({ evidenceId: Id });
export const ListEvidence = endpoint('GET /api/articles/:articleId/evidence', {
  summary: 'The evidence of a story, withdrawn included',
  params: ArticleParams,
  answer: z.strictObject({ items: z.array(Evidence) }),
});
export const CreateEvidence = endpoint('POST /api/articles/:articleId/evidence', {
  summary: 'Add evidence to a story',
  params: ArticleParams,
  body: NewEvidence,
  answer: Evidence,
  creates: true,
});
export const EditEvidence = endpoint('PATCH /api/evidence/:evidenceId', {
  summary: 'Change evidence; the reviews of the claims that cite it are reopened',
  params: EvidenceParams,
  body: z.strictObject({
    version: Version,
    kind: EvidenceKind.optional(),
    url: WebAddress.nullable().optional(),
    title: line(500).optional(),
    publisher: line(300).nullable().optional(),
    accessedAt: Time.nullable().optional(),
    fileId: Id.nullable().optional(),
    note: Note.nullable().optional(),
  }),
  answer: Evidence,
});
export const WithdrawEvidence = endpoint('DELETE /api/evidence/:evidenceId', {
  summary: 'Withdraw evidence; the reviews of the claims that cite it are reopened',
  params: EvidenceParams,
  query: VersionQuery,
  answer: Evidence,
});
export const RestoreEvidence = endpoint('POST /api/evidence/:evidenceId/restore', {
  summary: 'Bring withdrawn evidence back; the reviews of the claims that cite it are reopened',
  params: EvidenceParams,
  answer: Evidence,
});

/** As large as a story may be, in UTF-16 code units. */
export const MAX_SNAPSHOT_LENGTH = 2 * 1024 * 1024;
export const TakeSnapshot = endpoint('PUT /api/evidence/:evidenceId/snapshot', {
  summary: 'Keep the text of a page as it is now, as somebody pasted it; reopens reviews',
  params: EvidenceParams,
  body: z.strictObject({
    version: Version,
    text: prose(MAX_SNAPSHOT_LENGTH),
  }),
  answer: Evidence,
});
export const FetchSnapshot = endpoint('POST /api/evidence/:evidenceId/snapshot', {
  summary: 'Fetch the page of a link and keep its readable text; reopens reviews',
  params: EvidenceParams,
  body: z.strictObject({ version: Version }),
  answer: Evidence,
});
export const GetSnapshot = endpoint('GET /api/evidence/:evidenceId/snapshot', {
  summary: 'The newest kept text of a page',
  params: EvidenceParams,
  answer: z.strictObject({ ...Snapshot.shape, text: z.string() }),
});

export const Citation = z.strictObject({
  id: Id,
  claimId: Id,
  evidence: Evidence,
  /** Page, timestamp or line. */
  locator: z.string().nullable(),
  /** The words relied on. */
  quote: z.string().nullable(),
  stance: Stance,
  note: z.string().nullable(),
  /** The claim's figures beside the words relied on; empty where there are no figures or no words. */
  figures: z.array(FigureFound),
  withdrawn: z.boolean(),
  createdBy: Id,
  createdAt: Time,
  version: Version,
  can: z.array(z.enum(['edit', 'withdraw', 'restore'])),
});
export type Citation = z.infer<typeof Citation>;

const citationFields = {
  locator: line(300).nullable().optional(),
  quote: prose(20_000).nullable().optional(),
  note: Note.nullable().optional(),
};
const CitationParams = z.strictObject({ citationId: Id });
export const ListCitations = endpoint('GET /api/claims/:claimId/citations', {
  summary: 'The evidence cited by a claim, withdrawn citations included',
  params: ClaimParams,
  answer: z.strictObject({ items: z.array(Citation) }),
});
export const CreateCitation = endpoint('POST /api/claims/:claimId/citations', {
  summary: 'Cite evidence of the story, or add it and cite it at once; reopens the review',
  params: ClaimParams,
  body: z
    .strictObject({
      id: Id.optional(),
      evidenceId: Id.optional(),
      evidence: NewEvidence.optional(),
      stance: Stance,
      ...citationFields,
    })
    .refine((body) => (body.evidenceId === undefined) !== (body.evidence === undefined), {
      path: ['evidence'],
      error: 'send either evidenceId or evidence',
    }),
  answer: Citation,
  creates: true,
});
export const EditCitation = endpoint('PATCH /api/citations/:citationId', {
  summary: 'Change a citation; reopens the review',
  params: CitationParams,
  body: z.strictObject({ version: Version, stance: Stance.optional(), ...citationFields }),
  answer: Citation,
});
export const WithdrawCitation = endpoint('DELETE /api/citations/:citationId', {
  summary: 'Withdraw a citation; reopens the review',
  params: CitationParams,
  query: VersionQuery,
  answer: Citation,
});
export const RestoreCitation = endpoint('POST /api/citations/:citationId/restore', {
  summary: 'Bring a withdrawn citation back; reopens the review',
  params: CitationParams,
  answer: Citation,
});
