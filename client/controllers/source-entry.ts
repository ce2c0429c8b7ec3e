/** One entry of the register: what is known of it, and what is done with it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { HistoryItem } from '../../server/contract/history.ts';
import { type Identity, Source, type SourceRecord } from '../../server/contract/sources.ts';
import { SIGNED_OUT } from '../api/http.ts';
import { type ApiProblem, asProblem, isAbort } from '../api/problem.ts';
import { getSource, getSourceRecord, readIdentity } from '../api/sources.ts';

/** Told of each new state of the entry. */
type Shown = (source: Source) => void;

/**
 * The entry, its record and, while a person reads it, who a confidential one is.
 *
 * Who it is stands in this object and on the screen alone. It goes with the page, whether that is left, put away by the
 * browser to come back to, or covered because its reader was signed out.
 */
export class SourceEntryController implements ReactiveController {
  source: Source | null = null;
  /** The entry that this one was merged into. */
  survivor: Source | null = null;
  record: SourceRecord | null = null;
  /** Of the entries that this one's history speaks of, by id. */
  names: ReadonlyMap<string, string> = new Map();
  /** Null unless it is being read. */
  identity: Identity | null = null;
  /** Why there is nothing to show. */
  problem: ApiProblem | null = null;
  recordProblem: ApiProblem | null = null;
  /** Why the last act was refused. */
  refusal: ApiProblem | null = null;
  busy = false;

  readonly #host: ReactiveControllerHost;
  readonly #id: () => string;
  readonly #shown: Shown;
  #gone = new AbortController();

  constructor(host: ReactiveControllerHost, id: () => string, shown: Shown) {
    this.#host = host;
    this.#id = id;
    this.#shown = shown;
    host.addController(this);
  }

  hostConnected(): void {
    this.#gone = new AbortController();
    window.addEventListener('pagehide', this.hide);
    window.addEventListener(SIGNED_OUT, this.hide);
    void this.load();
  }

  hostDisconnected(): void {
    this.#gone.abort();
    window.removeEventListener('pagehide', this.hide);
    window.removeEventListener(SIGNED_OUT, this.hide);
    this.hide();
  }

  async load(): Promise<void> {
    this.problem = null;
    this.#host.requestUpdate();
    try {
      this.show(await getSource(this.#id(), this.#gone.signal));
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
    this.#host.requestUpdate();
  }

  /** Take in a new state. What depends on it is fetched again. */
  show(source: Source): void {
    this.source = source;
    this.names = new Map([...this.names, [source.id, source.name]]);
    void this.loadRecord();
    void this.#loadSurvivor(source);
    this.#shown(source);
    this.#host.requestUpdate();
  }

  async loadRecord(): Promise<void> {
    this.recordProblem = null;
    try {
      this.record = await getSourceRecord(this.#id(), this.#gone.signal);
    } catch (thrown) {
      if (!isAbort(thrown)) this.recordProblem = asProblem(thrown);
    }
    this.#host.requestUpdate();
  }

  /** True where it was done. After somebody else's change theirs is shown, with the refusal. */
  async act(send: () => Promise<Source>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.refusal = null;
    this.#host.requestUpdate();
    try {
      this.show(await send());
      this.hide();
      return true;
    } catch (thrown) {
      this.refusal = asProblem(thrown);
      const current = Source.safeParse(this.refusal.current);
      if (current.success && current.data.id === this.#id()) this.show(current.data);
      return false;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  /** Read who it is, because a person asked to. An answer that comes after they left is not shown. */
  async read(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refusal = null;
    this.#host.requestUpdate();
    const { signal } = this.#gone;
    try {
      const identity = await readIdentity(this.#id(), signal);
      if (!signal.aborted) this.identity = identity;
    } catch (thrown) {
      if (!isAbort(thrown)) this.refusal = asProblem(thrown);
    }
    this.busy = false;
    this.#host.requestUpdate();
  }

  readonly hide = (): void => {
    this.identity = null;
    this.#host.requestUpdate();
  };

  /** An entry whose name cannot be had is told by its id. */
  async nameEntries(items: readonly HistoryItem[]): Promise<void> {
    const ids = items
      .flatMap(({ data }) => [data.entry, data.survivor])
      .filter((id) => typeof id === 'string');
    const unknown = [...new Set(ids)].filter((id) => !this.names.has(id));
    const found = await Promise.allSettled(unknown.map((id) => getSource(id, this.#gone.signal)));
    const named = found.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    this.names = new Map([...this.names, ...named.map(({ id, name }) => [id, name] as const)]);
    this.#host.requestUpdate();
  }

  /** A new act begins: why the last one was refused is old. */
  readonly forgive = (): void => {
    this.refusal = null;
    this.#host.requestUpdate();
  };

  async #loadSurvivor({ mergedInto }: Source): Promise<void> {
    if (mergedInto === null) this.survivor = null;
    else
      try {
        this.survivor = await getSource(mergedInto, this.#gone.signal);
      } catch {
        // The link leads there without its name.
      }
    this.#host.requestUpdate();
  }
}
