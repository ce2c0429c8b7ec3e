/** What a person did on a story, kept in the browser: it can be undone after the page was loaded anew. */

import { Claim } from '../../../server/contract/claims.ts';
import { Citation, Evidence } from '../../../server/contract/evidence.ts';
import { getArticleHistory } from '../../api/history.ts';
import { call, newId } from '../../api/http.ts';
import { keepable, type Operation, withVersion } from '../../controllers/outbox/entry.ts';
import {
  type KeptDeed,
  type KeptPart,
  type Leave,
  KeptPart as Part,
  sinceInOrder,
  sortKept,
  undoable,
} from '../../controllers/proof/kept-deeds.ts';
import {
  type Became,
  type Known,
  resumed,
  type Written,
  withFate,
  withVersionOf,
} from '../../controllers/proof/left-versions.ts';
import type { Noted } from '../../controllers/proof/undo-stack.ts';
import { deeds } from '../../database.ts';
import { mayRetry, type Session } from './session.ts';

type Way = 'undo' | 'redo';

/** Milliseconds that undo waits for what was done before; what comes later than that is put beneath all the same. */
export const UNDO_PATIENCE = 3_000;

/** Bring back what was done before, and keep what is done from now on. Silent where the browser keeps nothing. */
export async function resumeUndo(session: Session): Promise<void> {
  const memory = new Memory(session);
  session.undo.onChange = (done, undone) => void memory.keep(done, undone);
  session.own.onLearnt = (thing, version) => memory.learn(thing, version);
  session.kept.onBecame = (entry, what) => memory.hear(entry, what);
  try {
    await session.kept.ready();
    const stored = await deeds.of(session.me);
    const sorted = sortKept(stored, session.articleId, session.head, Date.now());
    await learn(session, [...sorted.done, ...sorted.undone]);
    const known: Known = {
      waiting: session.kept.underway,
      became: session.kept.became,
      present: new Map(session.store.all.map(({ id, version }) => [id, version])),
      own: session.own,
      isPlaced: (thing, place) => session.later.isPlaced(thing, place),
    };
    const { offered, gone, own } = resumed([...sorted.done, ...sorted.undone], known);
    for (const [thing, version] of own) session.own.set(thing, version);
    const again = (state: KeptDeed['state']) =>
      offered.flatMap((deed) => (deed.state === state ? [memory.again(deed)] : []));
    session.undo.restore(again('done'), again('undone'));
    await deeds.change(
      offered.filter(({ overtaken }) => overtaken),
      [...sorted.gone, ...gone],
    );
    session.changed();
  } catch {
    // What was done before cannot be undone: all else goes on.
  }
}

/** What happened since the first of them: the history knows whose change stands in the way. */
async function learn(session: Session, kept: readonly KeptDeed[]): Promise<void> {
  if (kept.length === 0) return;
  const { head } = session;
  // The event of a write may be the one that is named.
  for (let after = Math.max(0, Math.min(...kept.map(({ place }) => place.seq)) - 1); after < head; ) {
    const { items } = await getArticleHistory(session.articleId, { after });
    session.later.take(items);
    const last = items.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

class Memory {
  private readonly known = new Map<Noted, KeptDeed>();
  private clock = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly session: Session) {}

  /** A deed as it was kept. */
  again(kept: KeptDeed): Noted {
    const { label, also, lost, parts, place } = kept;
    const [first] = parts;
    const work = new Repeating(this.session, kept);
    const deed: Noted = {
      label,
      target: parts.length === 1 ? (first?.thing ?? '') : '',
      ...(also === null ? {} : { also }),
      ...(lost === null ? {} : { lost }),
      parts,
      place,
      overtaken: kept.overtaken,
      left: () => work.left,
      undo: () => work.run('undo', deed.place),
      redo: () => work.run('redo', deed.place),
    };
    this.known.set(deed, kept);
    return deed;
  }

  /** Write down what has changed since the last time. */
  keep(done: readonly Noted[], undone: readonly Noted[]): Promise<void> {
    const now = new Set<Noted>([...done, ...undone]);
    const gone = [...this.known].flatMap(([deed, { id }]) => {
      if (now.has(deed)) return [];
      this.known.delete(deed);
      return [id];
    });
    const put = [...this.changed(done, 'done'), ...this.changed(undone, 'undone')];
    if (put.length === 0 && gone.length === 0) return this.writing;
    return this.write(put, gone);
  }

  /** One's own last write to a thing left this version. */
  learn(thing: string, version: number): void {
    this.change((kept) => withVersionOf(kept, thing, version));
  }

  /** What became of a write. What was not done cannot be taken back. */
  hear(entry: Written, what: Became): void {
    for (const [deed, kept] of [...this.known])
      if (withFate(kept, entry, what) === null) this.session.undo.forget(deed);
    this.change((kept) => withFate(kept, entry, what) ?? kept);
  }

  private change(how: (kept: KeptDeed) => KeptDeed): void {
    const put: KeptDeed[] = [];
    for (const [deed, kept] of this.known) {
      const after = how(kept);
      if (after === kept) continue;
      this.known.set(deed, after);
      put.push(after);
    }
    if (put.length > 0) void this.write(put, []);
  }

  private write(put: readonly KeptDeed[], gone: readonly string[]): Promise<void> {
    // One after the other: what is written last holds.
    this.writing = this.writing.then(() => deeds.change(put, gone)).catch(() => {});
    return this.writing;
  }

  private changed(list: readonly Noted[], state: KeptDeed['state']): KeptDeed[] {
    const keepable: { deed: Noted; before: KeptDeed | null; parts: KeptPart[] | null }[] = [];
    for (const deed of list) {
      const before = this.known.get(deed) ?? null;
      // What is kept already as it is has its parts.
      const isSame = before?.state === state && before.place === deed.place;
      const parts = isSame ? null : Part.array().min(1).safeParse(deed.parts);
      if (parts === null || parts.success) keepable.push({ deed, before, parts: parts?.data ?? null });
    }
    const now = Math.max(Date.now(), this.clock + 1);
    const sinces = sinceInOrder(
      keepable.map(({ before, parts }) => (parts === null ? (before?.since ?? null) : null)),
      now,
    );
    return keepable.flatMap(({ deed, before, parts }, at) => {
      const since = sinces[at] ?? now;
      const { overtaken } = deed;
      if (before !== null && parts === null && before.since === since && before.overtaken === overtaken)
        return [];
      this.clock = Math.max(this.clock, since);
      const when = { since, at: new Date(since).toISOString() };
      const kept: KeptDeed =
        before !== null && parts === null
          ? { ...before, ...when, overtaken }
          : this.kept(deed, before, parts ?? [], { state, ...when });
      this.known.set(deed, kept);
      return [kept];
    });
  }

  private kept(
    { place, label, also, lost, overtaken }: Noted,
    before: KeptDeed | null,
    parts: readonly KeptPart[],
    how: Pick<KeptDeed, 'state' | 'since' | 'at'>,
  ): KeptDeed {
    return {
      id: before?.id ?? newId(),
      person: this.session.me,
      articleId: this.session.articleId,
      ...how,
      place,
      label,
      also: also ?? null,
      lost: lost ?? null,
      parts: [...parts],
      leaves: this.leavesOf(parts),
      overtaken,
    };
  }

  /** What its writes left, as far as that is known yet, and the versions of their claims: these may be raised later. */
  private leavesOf(parts: readonly KeptPart[]): Leave[] {
    const { own, kept } = this.session;
    const written = new Set(parts.map(({ thing }) => thing));
    const things = new Set([...written, ...parts.flatMap(({ claimId }) => claimId ?? [])]);
    return [...things].map((thing) => {
      const entry = written.has(thing) ? kept.waitsFor(thing) : null;
      return { thing, entry, version: entry === null ? (own.get(thing) ?? null) : null };
    });
  }
}

/** Undoes a kept deed and does it again, part by part; what others changed of many stays as it is. */
class Repeating {
  left: string | null = null;

  constructor(
    private readonly session: Session,
    private readonly deed: KeptDeed,
  ) {}

  async run(way: Way, place: Noted['place']): Promise<void> {
    const { parts } = this.deed;
    let refusal: unknown = null;
    let stay = 0;
    for (const part of way === 'undo' ? [...parts].reverse() : parts) {
      if (parts.length > 1 && this.session.later.inTheWay([part.thing], place) !== null) {
        stay += 1;
        continue;
      }
      try {
        await this.send(part, way);
      } catch (thrown) {
        if (parts.length === 1 || mayRetry(thrown)) throw thrown;
        refusal = thrown;
        stay += 1;
      }
    }
    if (stay === parts.length && refusal !== null) throw refusal;
    this.left = stay === 0 ? null : `Someone else has changed ${stay} of them since: they stay as they are.`;
    if (parts.length > 1 || this.deed.also !== null) await this.session.loadSuggestions();
  }

  private async send(part: KeptPart, way: Way): Promise<void> {
    const { session } = this;
    const { claimId, thing } = part;
    const endpoint = undoable(part[way].endpoint);
    if (endpoint === null) return;
    await session.queue(claimId ?? thing, async () => {
      const request: Operation = withVersion(part[way], await this.versionOf(part));
      if (claimId !== null && keepable(request.endpoint) !== null) {
        const label = `${way === 'undo' ? 'undone' : 'done again'}: ${this.deed.label}`;
        await session.kept.write({ target: claimId, thing, operation: request, label });
        return;
      }
      const { params, query, body } = request;
      const answer = await call(endpoint, { params, query, ...(body === null ? {} : { body }) });
      await this.take(answer, claimId);
    });
  }

  private async versionOf({ claimId, thing }: KeptPart): Promise<number> {
    const { session } = this;
    if (claimId === null || claimId === thing) return session.ownVersion(thing);
    const own = session.own.get(thing);
    if (own !== undefined) return own;
    const { comments, citations } = session.aside(claimId);
    if (comments === null) await session.loadComments(claimId);
    if (citations === null) await session.loadCitations(claimId);
    const now = session.aside(claimId);
    const parts = [...(now.comments ?? []), ...(now.citations ?? []), ...session.evidence];
    return parts.find(({ id }) => id === thing)?.version ?? session.ownVersion(thing);
  }

  private async take(answer: unknown, claimId: string | null): Promise<void> {
    const { session } = this;
    const claim = Claim.safeParse(answer);
    if (claim.success) session.take(claim.data);
    else if (claimId === null) session.suggestionsSoon();
    const citation = Citation.safeParse(answer);
    const evidence = Evidence.safeParse(answer);
    const touched = citation.success ? [citation.data.claimId] : (evidence.data?.claimIds ?? []);
    await Promise.all(touched.map((id) => session.reload(id, 1)));
    if (claimId !== null && (citation.success || evidence.success)) await session.reloadAside(claimId);
  }
}
