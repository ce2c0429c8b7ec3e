/** A casualty count as the tables of casualties look at it. */
import { z } from 'zod';
import { BlockRole } from '../../../contract/articles.ts';
import { CasualtyDetails, ClaimStatus, VerdictValue } from '../../../contract/claims.ts';
import { Id, Time } from '../../../contract/common.ts';

/** What a checker looked at and found to say so. */
export const TableEvidence = z.object({
  stance: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
});

/** A count of killed people that was asked for, with its story. */
export const TableCount = z.object({
  claim_id: Id,
  same_fact_as: Id.nullable(),
  details: CasualtyDetails,
  quote: z.string(),
  /** Of the block in which its words begin. */
  role: BlockRole,
  status: ClaimStatus,
  /** Null where none holds. */
  verdict: VerdictValue.nullable(),
  review: z.string().nullable(),
  /** Who says so, each once; of a confidential source its printed description. */
  said_by: z.array(z.string()).nullable(),
  evidence: z.array(TableEvidence).nullable(),
  story_id: Id,
  story_title: z.string(),
  story_agency: z.string().nullable(),
  story_url: z.string().nullable(),
  story_published_at: Time.nullable(),
  story_head: z.int(),
  story_head_hash: z.string().nullable(),
});
export type TableCount = z.infer<typeof TableCount>;

/** Another claim of the story: what it links, and none of its words. */
export const TableLink = z.object({
  claim_id: Id,
  story_id: Id,
  same_fact_as: Id.nullable(),
  part_of: Id.nullable(),
  scope: z.enum(['incident', 'cumulative']).nullable(),
});
export type TableLink = z.infer<typeof TableLink>;

/** Why a row's deaths stand apart from those that are added up. */
export type NotCounted = 'cumulative' | 'may_overlap' | 'in_headline';

/** How many; null for what the words do not say. */
export interface Figures {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** One line of a table: a fact with all counts that tell it, and with its parts. */
export interface TableRow {
  /** The count whose words and details stand for the fact. */
  readonly count: TableCount;
  /** Every count that this row accounts for, in the order of the text. */
  readonly claims: readonly TableCount[];
  /** Null where its deaths are added up. */
  readonly notCounted: NotCounted | null;
  readonly figures: Figures;
  /** Of its deaths those said to be civilians, or to be combatants; null where nothing is said, or more than all. */
  readonly civilians: number | null;
  readonly combatants: number | null;
  /** The counts that tell a part of it, in the order of the text. */
  readonly parts: readonly TableCount[];
}
