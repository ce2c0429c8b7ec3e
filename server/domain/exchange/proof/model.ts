/** What a checking proof is made of: one moment of a story, with every name that it needs. */
import type { Article } from '../../../contract/articles.ts';
import type { Claim } from '../../../contract/claims.ts';
import type { Citation, Evidence } from '../../../contract/evidence.ts';
import type { SignOff, SignOffState } from '../../../contract/sign-off.ts';

export interface ProofSource {
  readonly id: string;
  /** The printed description of a confidential one. */
  readonly name: string;
  readonly kind: string;
  readonly confidential: boolean;
}

export interface ProofInput {
  readonly article: Pick<
    Article,
    | 'title'
    | 'byline'
    | 'agency'
    | 'dateline'
    | 'publishedAt'
    | 'language'
    | 'sourceUrl'
    | 'revision'
    | 'head'
  >;
  /** In the order of the text. Withdrawn ones are left out by the proof. */
  readonly claims: readonly Claim[];
  readonly evidence: readonly Pick<
    Evidence,
    'id' | 'kind' | 'title' | 'publisher' | 'url' | 'accessedAt' | 'file' | 'snapshot' | 'withdrawn'
  >[];
  readonly citations: readonly (Pick<Citation, 'claimId' | 'locator' | 'quote' | 'stance' | 'withdrawn'> & {
    readonly evidenceId: string;
  })[];
  readonly sources: readonly ProofSource[];
  /** By id. */
  readonly people: ReadonlyMap<string, string>;
  readonly signOff: Pick<SignOff, 'by' | 'at' | 'revision' | 'sha256' | 'head' | 'acknowledged'> | null;
  /** The sign-off before, which holds no longer. */
  readonly ended: Pick<
    NonNullable<SignOffState['ended']>,
    'by' | 'at' | 'revision' | 'endedAt' | 'endedBy' | 'because' | 'reason'
  > | null;
  /** Link of the story's last event, in hexadecimal. */
  readonly headHash: string | null;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly madeBy: string;
}
