/** One's own writes to a story: sent through the outbox, shown over what the server has, taken in when answered. */

import { z } from 'zod';
import {
  type Claim,
  ClaimKind,
  CreateClaim,
  EditClaim,
  RestoreClaim,
  WithdrawClaim,
} from '../../../server/contract/claims.ts';
import { Comment } from '../../../server/contract/comments.ts';
import { Span } from '../../../server/contract/common.ts';
import {
  CreateCitation,
  EditCitation,
  RestoreCitation,
  WithdrawCitation,
} from '../../../server/contract/evidence.ts';
import type { ApiProblem } from '../../api/problem.ts';
import type { Aside } from '../../components/inspector/view.ts';
import {
  type Answer,
  type Entry,
  keepable,
  type Operation,
  versionIn,
  versionLeft,
  versionOfAnswer,
  withVersion,
} from '../../controllers/outbox/entry.ts';
import type { Waiting } from '../../controllers/outbox/line.ts';
import type { Outbox, Outcome, Wanted } from '../../controllers/outbox/outbox.ts';
import { citationsUnder, commentsUnder } from '../../controllers/outbox/shown-over.ts';
import type { PendingMark } from '../../controllers/proof/claim-store.ts';
import type { Fields, FormName } from '../../controllers/proof/drafts.ts';
import type { Became, Written } from '../../controllers/proof/left-versions.ts';
import { replaced } from './replaced.ts';
import type { Session } from './session.ts';

/** What was done, with the writes that take it back and do it again. */
export interface Noted {
  readonly label: string;
  readonly target: string;
  /** What has the version: the claim where nothing else is said. */
  readonly thing?: string;
  readonly lost?: string;
  readonly undo: Operation;
  readonly redo: Operation;
}

/** What is sent, and the form that it came from. */
type How = Pick<Wanted, 'operation' | 'idempotencyKey' | 'form' | 'begun'>;

const MarkBody = z.object({ id: z.string(), revision: z.int(), kind: ClaimKind, span: Span });

export class KeptWrites {
  private readonly ends: (() => void)[];

  constructor(
    private readonly session: Session,
    private readonly outbox: Outbox,
  ) {
    this.ends = [
      outbox.watch(() => this.show()),
      outbox.onAnswer((entry, answer, isLate) => {
        if (entry.articleId !== session.articleId) return undefined;
        this.becomes(entry, versionOfAnswer(answer));
        return this.take(entry, answer, isLate);
      }),
      outbox.onFate((entry, fate) => {
        if (entry.articleId !== session.articleId) return;
        this.becomes(entry, fate);
        if (fate === 'dropped') this.dropped.add(entry.id);
      }),
      // What another window saved is fetched first: a mark of it is then a claim.
      outbox.onElsewhere(() => void session.refresh().then(() => this.dropLeft(() => true))),
    ];
  }

  /** The page is left: what waits is sent without it. */
  leave(): void {
    for (const end of this.ends) end();
  }

  /** What became of writes since the page was opened, and whoever wants to know. */
  readonly became: (Written & { readonly what: Became })[] = [];
  onBecame: (entry: Written, what: Became) => void = () => {};

  private becomes({ id, thing }: Entry, what: Became): void {
    this.became.push({ id, thing, what });
    // How it is taken back was made on what stood there before.
    if (what === 'anew') this.session.undo.overtake(thing);
    this.onBecame({ id, thing }, what);
  }

  /** Resolves once the writes of before the page are known. */
  ready(): Promise<void> {
    return this.outbox.ready();
  }

  /** The writes that nobody has answered or refused. */
  get underway(): ReadonlySet<string> {
    return new Set(
      this.outbox.waiting.flatMap(({ entry, state }) => (state === 'refused' ? [] : [entry.id])),
    );
  }

  /** The last write to a thing that nobody has answered; null where there is none. */
  waitsFor(thing: string): string | null {
    const isIt = ({ entry, state }: Waiting) => entry.thing === thing && state !== 'refused';
    return this.outbox.waiting.findLast(isIt)?.entry.id ?? null;
  }

  /** Rejects with an ApiProblem where the server refuses it. What it answers is taken in by then. */
  write(wanted: Omit<Wanted, 'articleId' | 'raises'>): Promise<Outcome> {
    const { articleId, store } = this.session;
    const raises = RAISING.has(keepable(wanted.operation.endpoint))
      ? (store.get(wanted.target)?.version ?? null)
      : null;
    return this.outbox.write({ ...wanted, articleId, raises });
  }

  /** Note what was done, so that it can be undone. */
  note({ label, target, thing = target, lost, undo, redo }: Noted): void {
    const repeat = (operation: Operation, what: string) => async () => {
      await this.session.queue(target, () =>
        this.write({
          target,
          thing,
          operation: this.onNow(withVersion(operation, this.versionOf(target, thing))),
          label: `${what}: ${label}`,
        }),
      );
    };
    this.session.undo.push({
      label,
      target: thing,
      ...(lost === undefined ? {} : { lost }),
      undo: repeat(undo, 'undone'),
      redo: repeat(redo, 'done again'),
      parts: [{ claimId: target, thing, undo, redo }],
    });
  }

  /** Do something to what belongs to a claim, and note how it is taken back. The claim is here as that left it. */
  async does({ target, thing = target, label, ...noted }: Noted, how: How): Promise<void> {
    await this.write({ target, thing, label, ...how });
    this.note({ target, thing, label, ...noted });
    await this.isFetched(target);
  }

  /** The version of a claim after one's own last write to it, or of what belongs to it, as it was seen last. */
  private versionOf(target: string, thing: string): number {
    if (thing === target) return this.session.ownVersion(thing);
    const { comments, citations } = this.session.fetched(target);
    const seen = [...(comments ?? []), ...(citations ?? [])].find(({ id }) => id === thing);
    return seen?.version ?? this.session.own.get(thing) ?? 1;
  }

  /** Places travel with the text that is there when they are sent. */
  private onNow(operation: Operation): Operation {
    const revision = this.session.article?.revision.number;
    if (operation.body?.revision === undefined || revision === undefined) return operation;
    return { ...operation, body: { ...operation.body, revision } };
  }

  /** What is not saved yet of a claim, or of all of the story. */
  of(claimId?: string): readonly Waiting[] {
    return this.outbox.kept.filter(
      ({ entry }) =>
        entry.articleId === this.session.articleId && (claimId === undefined || entry.target === claimId),
    );
  }

  /** What a tab shows, with one's own comments that are not saved yet. */
  over(claimId: string, aside: Aside): Aside {
    const entries = this.of(claimId).flatMap(({ entry, state }) => (state === 'refused' ? [] : [entry]));
    if (entries.length === 0) return aside;
    const comments = commentsUnder(aside.comments ?? [], entries);
    const citations = citationsUnder(aside.citations ?? [], entries, this.session.evidence);
    return {
      ...aside,
      comments: comments.length === 0 ? aside.comments : comments,
      citations: citations.length === 0 ? aside.citations : citations,
    };
  }

  /** Put what waits over what the server has. */
  show(): void {
    const { store } = this.session;
    const over = new Map<string, Entry[]>();
    for (const { entry, state } of this.of()) {
      if (state !== 'refused') over.set(entry.target, [...(over.get(entry.target) ?? []), entry]);
    }
    store.cover(over);
    for (const item of this.outbox.waiting)
      if (!this.letGo.has(item.entry.id)) this.showMark(item, over.get(item.entry.target) ?? []);
    this.dropLeft((id) => this.dropped.has(id));
  }

  /** Entries that were not done: what was refused stays in the line, what was thrown away does not. */
  private readonly dropped = new Set<string>();

  /** Take marks from the page whose entries have left the line, as far as these are the ones. */
  private dropLeft(areThese: (entryId: string) => boolean): void {
    const { store } = this.session;
    const waiting = new Set(this.outbox.waiting.map(({ entry }) => entry.id));
    for (const { id, entryId } of store.pending)
      if (entryId !== undefined && !waiting.has(entryId) && areThese(entryId)) store.dropPending(id);
    this.session.changed();
  }

  private showMark({ entry, state, kept, refused }: Waiting, later: readonly Entry[]): void {
    const { store, articleId } = this.session;
    if (entry.articleId !== articleId || keepable(entry.operation.endpoint) !== CreateClaim) return;
    const last = later.findLast(({ operation }) => AWAY_AND_BACK.has(keepable(operation.endpoint)));
    if (last !== undefined && keepable(last.operation.endpoint) === WithdrawClaim) {
      store.dropPending(entry.target);
      return;
    }
    const body = MarkBody.safeParse(entry.operation.body);
    if (!body.success) return;
    store.putPending({
      ...body.data,
      state: state === 'refused' ? 'failed' : kept ? 'kept' : 'saving',
      message: refused?.message ?? null,
      ...(refused === null ? {} : whereNow(refused)),
      entryId: entry.id,
    });
  }

  retry(mark: PendingMark): void {
    if (mark.entryId !== undefined) void this.outbox.again(mark.entryId);
  }

  throwAway(mark: PendingMark): void {
    if (mark.entryId !== undefined) {
      this.letGo.add(mark.entryId);
      void this.outbox.throwAway(mark.entryId);
    }
    this.session.store.dropPending(mark.id);
  }
  /** Entries of marks that were thrown away here: the line reads what is stored before it lets go of them. */
  private readonly letGo = new Set<string>();

  /** The claim of what was written last is here as that made it. */
  async isFetched(claimId: string): Promise<void> {
    await this.fetches.get(claimId);
  }
  private readonly fetches = new Map<string, Promise<void>>();

  /** What was done while the page did not wait for it goes on once the claim is as it made it. */
  private async take(entry: Entry, answer: Answer, isLate: boolean): Promise<void> {
    const { session } = this;
    if (answer.noun === 'comment') {
      const { comment } = answer;
      const known = session.fetched(comment.claimId).comments;
      session.outdate();
      if (known === null) void session.loadComments(comment.claimId);
      else session.setAside(comment.claimId, { comments: replaced(known, comment) });
      session.own.set(comment.id, comment.version);
      this.fetches.set(comment.claimId, session.reload(comment.claimId, 0));
    } else if (answer.noun === 'citation') {
      const { citation } = answer;
      // What changed nothing of it left the claim as it was.
      const isIdle = citation.version === versionIn(entry.operation);
      const known = session.fetched(citation.claimId).citations;
      session.outdate();
      if (known === null) void session.loadCitations(citation.claimId);
      else session.setAside(citation.claimId, { citations: replaced(known, citation) });
      session.evidence = replaced(session.evidence, citation.evidence);
      session.own.set(citation.id, citation.version);
      this.fetches.set(citation.claimId, session.reload(citation.claimId, isIdle ? 0 : 1));
    } else {
      this.takeClaim(entry, answer.claim);
      // What a changed attribution did to others shows as soon as it is fetched.
      if (CHANGES_OTHERS.has(keepable(entry.operation.endpoint))) void session.reloadSaidBy(answer.claim.id);
    }
    this.clearForm(entry);
    if (isLate) await this.isFetched(entry.target);
  }

  /**
   * A write that was put on somebody else's change, and an answer that shows one, bring what nobody here has looked at:
   * it is not taken for one's own.
   */
  private takeClaim(entry: Entry, claim: Claim): void {
    const { session } = this;
    const left = versionLeft(entry);
    const isTheirs = left !== null && claim.version > left;
    if (!isTheirs && (entry.put === null || session.knowsForeign(claim.id, entry.put))) {
      session.take(claim);
      return;
    }
    session.takeForeign(claim, 'others');
    if (isTheirs) session.own.set(claim.id, left);
    session.changed();
  }

  /** Left when the page was closed on its way: what was typed is saved now, unless more was typed since. */
  private clearForm({ target, form }: Entry): void {
    if (form !== null) this.session.drafts.saved(target, form.name, form.fields);
  }

  /** Put what was typed back into its form, on what is there now; it is in the line no longer. Gives the claim. */
  async takeBack(entryId: string): Promise<Entry | null> {
    const { session } = this;
    const item = this.of().find(({ entry }) => entry.id === entryId);
    if (item === undefined) return null;
    const { entry } = item;
    const claim = session.store.get(entry.target);
    // What has no form stays in the line until it is sent or thrown away.
    if (entry.form === null || claim === null || item.state !== 'refused') return entry;
    const { name, fields } = entry.form;
    const conflict = item.refused === null ? null : session.conflictIn(item.refused);
    const isEdit = name === 'details' && entry.begun !== null;
    const typed = session.drafts.get(claim.id, name)?.fields;
    // What was typed there since is not written over: this one stays in the line, to be read there.
    if (typed !== undefined && JSON.stringify(typed) !== JSON.stringify(fields)) return entry;
    session.drafts.clear(claim.id, name);
    // Where the browser does not keep it in the form, the line still does.
    const base = isEdit ? (versionIn(entry.operation) ?? claim.version) : claim.version;
    if (!session.drafts.set(claim.id, name, fields, base, entry.begun?.was)) return entry;
    await this.outbox.throwAway(entryId);
    session.setForm(claim.id, name, {
      conflict: isEdit ? conflict : null,
      theirs: theirWords(name, item.refused),
    });
    return entry;
  }
}

/** What somebody else made of the words of a comment that were changed here as well. */
function theirWords(name: FormName, refused: ApiProblem | null): Fields | null {
  const comment = Comment.safeParse(refused?.current);
  return name.startsWith('edit:') && comment.success ? { body: comment.data.body } : null;
}

/** What makes its claim a new version and does not name the one before. */
const RAISING: ReadonlySet<unknown> = new Set([
  CreateCitation,
  EditCitation,
  WithdrawCitation,
  RestoreCitation,
  RestoreClaim,
]);
const AWAY_AND_BACK: ReadonlySet<unknown> = new Set([WithdrawClaim, RestoreClaim]);
const CHANGES_OTHERS: ReadonlySet<unknown> = new Set([EditClaim, WithdrawClaim, RestoreClaim]);

/** Where the words of a mark are in a newer text. */
function whereNow({ code, proposed, revision }: ApiProblem): Partial<PendingMark> {
  if (code !== 'STALE_REVISION') return {};
  const span = Span.nullable().safeParse(proposed ?? null);
  return { proposed: span.success ? span.data : null, proposedRevision: revision ?? undefined };
}
