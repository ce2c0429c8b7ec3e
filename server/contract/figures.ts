/** The ledger of figures: every casualty count of a story beside the others, and what does not add up. */
import { z } from 'zod';
import { ArticleParams, BlockRole } from './articles.ts';
import { CasualtyDetails, ClaimStatus } from './claims.ts';
import { Id, Span } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What can be wrong with figures and dates that stand in one story. */
export const LedgerRule = z.enum([
  /** "52 civilians" as part of "41 people". */
  'part_exceeds_whole',
  /** "12 people, including 8 men and 5 women". */
  'parts_exceed_whole',
  /** "12 people: 8 men and 3 women". */
  'parts_short_of_whole',
  /** One fact, told with two figures. */
  'same_fact_differs',
  /** The headline has another figure than the story. */
  'headline_differs',
  /** A toll over time that is lower than at an earlier day. */
  'cumulative_falls',
  /** "Dozens" and "34" for one fact. */
  'vague_beside_exact',
  /** "Tuesday, 8 January 2014", which was a Wednesday. */
  'weekday_differs',
  /** Two sources, two figures: no mistake, but worth knowing. */
  'differs_by_source',
]);
export type LedgerRule = z.infer<typeof LedgerRule>;

/** Where words stand in the story. */
export const LedgerPlace = z.strictObject({
  claimId: Id,
  /** The claim's own words, or those of its sentence that it is about. */
  span: Span,
  /** The sentence in which the span begins, from 0. */
  sentence: z.int(),
  /** The rest of the sentence, before the span and behind it; of a very long one what stands near. */
  before: z.string(),
  after: z.string(),
  role: BlockRole,
});
export type LedgerPlace = z.infer<typeof LedgerPlace>;

/** Who is said to have stated a figure. */
export const FigureSource = z.strictObject({
  attributionId: Id,
  sourceId: Id.nullable(),
  /** As printed, else the register's name; of a confidential source its printed description. */
  name: z.string(),
  confidential: z.boolean(),
});
export type FigureSource = z.infer<typeof FigureSource>;

/** One line of the ledger. */
export const LedgerFigure = z.strictObject({
  claimId: Id,
  status: ClaimStatus,
  /** The outcome under which it stands: its whole's, where it is part of one. */
  group: CasualtyDetails.shape.outcome,
  details: CasualtyDetails,
  sources: z.array(FigureSource),
  /** The line that this one is part of; null also where that count is no longer in the story. */
  wholeId: Id.nullable(),
  /** How many wholes it stands under. */
  depth: z.int(),
  /** The line before it that tells the same fact first; null for that line itself. */
  sameAs: Id.nullable(),
  span: Span,
  sentence: z.int(),
  role: BlockRole,
});
export type LedgerFigure = z.infer<typeof LedgerFigure>;

export const LedgerFinding = z.strictObject({
  rule: LedgerRule,
  /** One or two sentences with the figures in them, for the person who looks. */
  explanation: z.string(),
  /** Side by side, in the order of the text. */
  places: z.array(LedgerPlace).min(1),
});
export type LedgerFinding = z.infer<typeof LedgerFinding>;

export const Ledger = z.strictObject({
  /** By outcome; within it in the order of the text, parts after their whole, the same fact after its first line. */
  figures: z.array(LedgerFigure),
  /** What does not add up, in the order of the text. */
  problems: z.array(LedgerFinding),
  /** What is worth knowing and no mistake. */
  notes: z.array(LedgerFinding),
});
export type Ledger = z.infer<typeof Ledger>;

export const GetFigures = endpoint('GET /api/articles/:articleId/figures', {
  summary: 'The casualty counts of a story side by side, and what does not add up',
  params: ArticleParams,
  answer: z.strictObject({
    ...Ledger.shape,
    /** Of the revision to which sentences and spans belong. */
    revision: z.int(),
    head: z.int(),
  }),
});
