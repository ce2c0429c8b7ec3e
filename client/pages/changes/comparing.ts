/** The two texts that are compared: fetched once, put beside each other, stepped through. */
import type { ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import type { Revision } from '../../../server/contract/articles.ts';
import type { Claim, ClaimKind } from '../../../server/contract/claims.ts';
import type { RevisionChanges } from '../../../server/contract/revisions.ts';
import { getRevision } from '../../api/articles.ts';
import { type ApiProblem, asProblem, isAbort } from '../../api/problem.ts';
import {
  type Aligned,
  alignTexts,
  type Compared,
  claimAt,
  compare,
  marksOf,
} from '../../controllers/changes/compared.ts';
import { type ComparedClaim, type Stop, spokenStop, stopFrom } from '../../controllers/changes/stops.ts';
import { quoted } from '../../controllers/proof/readings.ts';
import type { Mode, Side } from '../../highlight/compared-texts.ts';
import type { SideMark } from '../../highlight/sides-painter.ts';
import { keep, recall } from '../../storage.ts';

const KEY = 'claimdesk.compare';

export class Comparing {
  compared: Compared | null = null;
  problem: ApiProblem | null = null;
  /** What the person chose; where there is no room for two columns, one is shown. */
  wanted: Mode = recall(localStorage, KEY, z.enum(['side', 'inline'])) ?? 'side';
  /** The row that the person is at. */
  row: number | null = null;
  marks: readonly SideMark[] = [];
  chosen: readonly ComparedClaim[] = [];
  /** A claim of the newer text that the older one did not have: nothing became of it, and it can be looked at. */
  private marked: Pick<Claim, 'kind' | 'span'> | null = null;

  private readonly texts = new Map<number, Revision>();
  private aligned: Aligned | null = null;
  private painted: { compared: Compared; mode: Mode } | null = null;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Put the texts before and after a revision beside each other. Never rejects: what went wrong is shown. */
  async load(
    articleId: string,
    current: Revision,
    changes: RevisionChanges,
    kindOf: (id: string) => ClaimKind | null,
    signal: AbortSignal,
  ): Promise<void> {
    this.problem = null;
    this.texts.set(current.number, current);
    const text = async (number: number) => this.texts.get(number) ?? getRevision(articleId, number, signal);
    try {
      const [older, newer] = await Promise.all([text(changes.revision - 1), text(changes.revision)]);
      for (const one of [older, newer]) this.texts.set(one.number, one);
      const isNew = this.aligned?.older !== older || this.aligned.newer !== newer;
      if (this.aligned === null || isNew) {
        this.aligned = alignTexts(older, newer);
        this.row = null;
        this.choose([]);
      }
      this.compared = compare(this.aligned, changes.claims, kindOf, this.compared);
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
    this.host.requestUpdate();
  }

  /** Another pair was asked for: what is shown is not that. */
  clear(): void {
    this.compared = null;
    this.aligned = null;
    this.row = null;
    this.choose([]);
  }

  private choose(claims: readonly ComparedClaim[]): void {
    this.chosen = claims;
    this.marked = null;
  }

  setMode(mode: Mode): void {
    this.wanted = mode;
    keep(localStorage, KEY, mode);
    this.host.requestUpdate();
  }

  /** The marks of all claims; the same objects as long as nothing else is to be painted. */
  marksIn(mode: Mode): readonly SideMark[] {
    const { compared } = this;
    if (compared === null) return [];
    if (this.painted?.compared !== compared || this.painted.mode !== mode) {
      this.painted = { compared, mode };
      this.marks = compared.claims.flatMap((claim) => marksOf(claim, mode, compared.rowsOf(claim)));
    }
    return this.marks;
  }

  chosenIn(mode: Mode): readonly SideMark[] {
    const { compared, marked, row } = this;
    if (compared === null) return [];
    if (marked !== null && row !== null) {
      const { kind, span } = marked;
      return [{ row, side: 'newer', kind, line: 'open', start: span.start, end: span.end }];
    }
    return this.chosen.flatMap((claim) => marksOf(claim, mode, compared.rowsOf(claim)));
  }

  get stop(): { stop: Stop; place: number } | null {
    const index = this.compared?.stops.findIndex(({ row }) => row === this.row) ?? -1;
    const stop = this.compared?.stops[index];
    return stop === undefined ? null : { stop, place: index + 1 };
  }

  /** What the stop at which the person is has to say; empty where they are at none. */
  get spoken(): string {
    const { compared, stop: at, marked } = this;
    if (marked !== null)
      return `${quoted(marked.span.quote)} was marked on this text: no text has changed it.`;
    const row = at === null ? undefined : compared?.rows[at.stop.row];
    const shown = at === null ? undefined : compared?.shown[at.stop.row];
    if (compared === null || at === null || row === undefined || shown === undefined) return '';
    const { place, stop } = at;
    return spokenStop(row, stop.claims, shown.wording, { place, total: compared.stops.length });
  }

  /** Go to the next stop or the one before. False where there is none. */
  step(by: 1 | -1): boolean {
    const index = this.compared === null ? null : stopFrom(this.compared.stops, this.row, by);
    const stop = index === null ? undefined : this.compared?.stops[index];
    if (stop === undefined) return false;
    this.stand(stop.row);
    return true;
  }

  /** Be at a row; what was lost there is chosen. */
  stand(row: number): void {
    this.row = row;
    this.choose(this.stop?.stop.claims ?? []);
    this.host.requestUpdate();
  }

  /** Be at a claim. False where it is not among those compared. */
  show(id: string): boolean {
    const { compared } = this;
    const claim = compared?.claims.find((each) => each.id === id);
    if (compared === null || claim === undefined) return false;
    const { was, now } = compared.rowsOf(claim);
    this.row = now ?? was;
    this.choose([claim]);
    this.host.requestUpdate();
    return true;
  }

  /** Be at a claim that was marked on the newer text. False where nothing is compared, or it stands in another text. */
  showMarked({ kind, span, revision }: Claim): boolean {
    const newer = this.aligned?.newer;
    if (this.compared === null || newer === undefined || this.texts.get(revision) !== newer) return false;
    this.row = this.compared.rowsOf({ was: span, now: span }).now;
    this.choose([]);
    this.marked = { kind, span };
    this.host.requestUpdate();
    return true;
  }

  /** A press on the words: the inmost claim there, else what the row lost. */
  point(row: number, place: { side: Side; offset: number } | null): ComparedClaim | null {
    const claim = place === null || this.compared === null ? null : claimAt(this.compared.claims, place);
    if (claim === null) this.stand(row);
    else this.show(claim.id);
    return claim ?? this.chosen[0] ?? null;
  }

  get isEmpty(): boolean {
    return this.compared !== null && this.compared.stops.length === 0;
  }
}
