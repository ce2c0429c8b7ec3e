/** Deciding on claims in a list: evidence fetched when it is wanted, decisions sent, slips taken back. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Claim } from '../../server/contract/claims.ts';
import type { Citation } from '../../server/contract/evidence.ts';
import type { HistoryItem } from '../../server/contract/history.ts';
import type { Issue } from '../../server/contract/problem.ts';
import { getClaim, giveReview, takeBackReview } from '../api/claims.ts';
import { listCitations } from '../api/evidence.ts';
import { getArticleHistory, getClaimHistory } from '../api/history.ts';
import { newKey } from '../api/http.ts';
import { type ApiProblem, asProblem, isAbort } from '../api/problem.ts';
import { lastReview, sinceReview } from './audit-groups.ts';

export interface Decision {
  readonly decision: 'passed' | 'returned';
  readonly reasonCode: NonNullable<NonNullable<Claim['review']>['reasonCode']> | null;
  readonly note: string | null;
}

/** What goes wrong with a decision, in words. */
interface ShownProblem {
  readonly message: string;
  readonly issues: readonly Issue[];
}

interface Case {
  /** As it is after a decision; undefined while the list's own is. */
  claim?: Claim;
  /** Undefined until they are fetched, and again while something newer of the claim is shown. */
  citations?: readonly Citation[] | undefined;
  since?: readonly HistoryItem[];
  /** The last review, also where an answer to it took it away. */
  formerReview?: HistoryItem | null;
  /** The last time that evidence was asked for: an answer to an earlier one is old. */
  asked: number;
  evidence: 'unasked' | 'asked' | 'failed';
  /** Why there is no evidence to show. */
  missing: ShownProblem | null;
  problem: ShownProblem | null;
  busy: boolean;
}

/**
 * What is known of each claim beside the list it stands in.
 *
 * A claim that changed since it was listed is shown as it is now, and its reviewer decides anew: a review is never sent
 * for a state that its author did not see.
 */
export class ReviewingController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #decided: (claim: Claim) => void;
  readonly #renewed: (claim: Claim) => void;
  readonly #redraw: () => void;
  readonly #cases = new Map<string, Case>();
  readonly #gone = new AbortController();

  /**
   * @param decided told of each claim that was decided on
   * @param renewed told of each that was found to be another when it was decided on
   * @param redraw draws evidence that comes or goes, which takes more room or less
   */
  constructor(
    host: ReactiveControllerHost,
    decided: (claim: Claim) => void = () => {},
    renewed: (claim: Claim) => void = () => {},
    redraw: () => void = () => host.requestUpdate(),
  ) {
    this.#host = host;
    this.#decided = decided;
    this.#renewed = renewed;
    this.#redraw = redraw;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#gone.abort();
  }

  /** The claim as it is now, as far as this page knows. */
  claim(listed: Claim): Claim {
    const known = this.#cases.get(listed.id)?.claim;
    return known !== undefined && known.version >= listed.version ? known : listed;
  }

  citations(claimId: string): readonly Citation[] | null {
    return this.#cases.get(claimId)?.citations ?? null;
  }

  /** What happened after the last review; null until it is known. */
  since(claimId: string): readonly HistoryItem[] | null {
    return this.#cases.get(claimId)?.since ?? null;
  }

  /** The last review in the history of a claim; null until it is known. */
  formerReview(claimId: string): HistoryItem | null {
    return this.#cases.get(claimId)?.formerReview ?? null;
  }

  problem(claimId: string): ShownProblem | null {
    const known = this.#cases.get(claimId);
    return known?.problem ?? known?.missing ?? null;
  }

  busy(claimId: string): boolean {
    return this.#cases.get(claimId)?.busy ?? false;
  }

  /**
   * Fetch what a claim rests on, once.
   *
   * @param afterFailure also where that failed before: a person came to look
   */
  async look(claimId: string, { afterFailure = false } = {}): Promise<void> {
    const known = this.#case(claimId);
    if (known.evidence === 'asked' || (known.evidence === 'failed' && !afterFailure)) return;
    known.evidence = 'asked';
    known.asked += 1;
    const { asked } = known;
    try {
      const { items } = await listCitations(claimId, this.#gone.signal);
      if (asked !== known.asked) return;
      known.citations = items;
      known.missing = null;
    } catch (thrown) {
      if (isAbort(thrown) || asked !== known.asked) return;
      known.evidence = 'failed';
      known.missing = asProblem(thrown);
    }
    this.#redraw();
  }

  /** Whether a decision has to wait for the evidence, which is not on the page yet: then the person is told, and it is asked for. */
  waitsForEvidence(listed: Claim): boolean {
    const { id, citationCount } = this.claim(listed);
    if (citationCount === 0 || this.citations(id) !== null) return false;
    void this.look(id, { afterFailure: true });
    this.wait(id, EVIDENCE_FIRST);
    return true;
  }

  /** Fetch what happened after the last review. Without an answer the page says nothing of it. */
  async lookBack(claimId: string): Promise<void> {
    try {
      const { items } = await getClaimHistory(claimId, {}, this.#gone.signal);
      const known = this.#case(claimId);
      known.since = sinceReview(items);
      known.formerReview = lastReview(items);
      this.#host.requestUpdate();
    } catch {
      // The history page has it all.
    }
  }

  /**
   * The same for all claims of a story that were ever reviewed: an answer to a return takes the review away, and with it
   * what would tell that there was one.
   */
  async lookBackAtAll(articleId: string, claims: readonly Claim[]): Promise<void> {
    const reviewed = new Set<string | null>();
    try {
      for (let after = 0, more = true; more; ) {
        const query = { noun: 'review', after, limit: PAGE } as const;
        const { items } = await getArticleHistory(articleId, query, this.#gone.signal);
        for (const { claimId } of items) reviewed.add(claimId);
        after = items.at(-1)?.seq ?? after;
        more = items.length === PAGE;
      }
    } catch {
      // The history page has it all.
    }
    await Promise.all(claims.filter(({ id }) => reviewed.has(id)).map(({ id }) => this.lookBack(id)));
  }

  /** Something newer of a claim is shown: what is known beside it is old. */
  async renew(claimId: string): Promise<void> {
    const known = this.#cases.get(claimId);
    if (known === undefined) return;
    if (known.evidence !== 'unasked') {
      known.citations = undefined;
      known.evidence = 'unasked';
      this.#redraw();
      void this.look(claimId);
    }
    if (known.since !== undefined) await this.lookBack(claimId);
  }

  /** Nothing is sent: whoever decides has to look first, and is told why. */
  wait(claimId: string, why: string): void {
    this.#case(claimId).problem = { message: why, issues: [] };
    this.#host.requestUpdate();
  }

  decide(listed: Claim, { decision, reasonCode, note }: Decision): Promise<void> {
    const { version } = this.claim(listed);
    const body = decision === 'passed' ? { version, decision } : { version, decision, reasonCode, note };
    return this.#send(listed.id, () => giveReview(listed.id, body, newKey()));
  }

  takeBack(listed: Claim): Promise<void> {
    const { version } = this.claim(listed);
    return this.#send(listed.id, () => takeBackReview(listed.id, version, newKey()));
  }

  #case(claimId: string): Case {
    const known: Case = this.#cases.get(claimId) ?? {
      asked: 0,
      evidence: 'unasked',
      missing: null,
      problem: null,
      busy: false,
    };
    this.#cases.set(claimId, known);
    return known;
  }

  async #send(claimId: string, ask: () => Promise<Claim>): Promise<void> {
    const known = this.#case(claimId);
    if (known.busy) return;
    known.busy = true;
    known.problem = null;
    let refusal: ApiProblem | null = null;
    this.#host.requestUpdate();
    try {
      known.claim = await ask();
      this.#decided(known.claim);
    } catch (thrown) {
      refusal = asProblem(thrown);
      known.problem = refusal;
    }
    if (refusal?.code === 'STALE_VERSION') await this.#lookAgain(known, claimId);
    known.busy = false;
    this.#host.requestUpdate();
  }

  /** What changed in the meantime is shown, evidence too. */
  async #lookAgain(known: Case, claimId: string): Promise<void> {
    try {
      known.claim = await getClaim(claimId, this.#gone.signal);
      this.#renewed(known.claim);
      await this.renew(claimId);
    } catch (thrown) {
      if (!isAbort(thrown)) known.problem = asProblem(thrown);
    }
  }
}

/** Where a decision waits for what it has to rest on. */
const EVIDENCE_FIRST = 'Its evidence was not shown yet. Look at it, then decide again.';

/** As many events as one answer holds. */
const PAGE = 200;

/** What was decided, for those who hear the page. */
export const decidedWords = ({ review }: Claim): string => {
  if (review === null) return 'Review taken back';
  return review.decision === 'passed' ? 'Passed' : 'Returned';
};
