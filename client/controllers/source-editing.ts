/** Adding an entry to the register and changing one, on whatever page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Identity, Source, type SourceKind } from '../../server/contract/sources.ts';
import { newId } from '../api/http.ts';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import { createSource, editSource } from '../api/sources.ts';

/** What a form says of an entry. */
export interface SourceValues {
  readonly kind: SourceKind;
  readonly description: string | null;
  /** Null where who it is was not shown, and so was not changed. */
  readonly identity: Identity | null;
  /** Who may know a new confidential one, besides whoever adds it; null for one that everyone may know. */
  readonly readerIds: readonly string[] | null;
}

/** What is being typed, and how saving it goes. `show` is told of each entry that the server has as something new. */
export class SourceEditingController implements ReactiveController {
  /** Null while nothing is. */
  subject: Source | 'new' | null = null;
  identity: Identity | null = null;
  problem: ApiProblem | null = null;
  busy = false;

  readonly #host: ReactiveControllerHost;
  readonly #show: (source: Source) => void;
  #newId = newId();

  constructor(host: ReactiveControllerHost, show: (source: Source) => void) {
    this.#host = host;
    this.#show = show;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  open(subject: Source | 'new', identity: Identity | null = null): void {
    this.subject = subject;
    this.identity = identity;
    this.problem = null;
    this.#host.requestUpdate();
  }

  close(): void {
    this.subject = null;
    this.identity = null;
    this.#host.requestUpdate();
  }

  /** The entry as it is then; null where it could not be saved, with the problem. */
  async save(values: SourceValues): Promise<Source | null> {
    const { subject } = this;
    if (subject === null) return null;
    this.busy = true;
    this.problem = null;
    this.#host.requestUpdate();
    try {
      const saved = await this.#send(subject, values);
      this.#newId = newId();
      this.#show(saved);
      return saved;
    } catch (thrown) {
      this.#fail(asProblem(thrown));
      return null;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  #send(subject: Source | 'new', { identity, readerIds, ...rest }: SourceValues): Promise<Source> {
    if (subject !== 'new') return editSource(subject.id, { version: subject.version, ...rest, ...identity });
    const confidential = readerIds === null ? undefined : { readerIds: [...readerIds] };
    const { name = '', ...known } = identity ?? {};
    return createSource({ id: this.#newId, ...rest, name, ...known, confidential });
  }

  /** After somebody else's change the page shows theirs, the form still mine: saving again replaces theirs. */
  #fail(problem: ApiProblem): void {
    this.problem = problem;
    const current = Source.safeParse(problem.current);
    if (!current.success || problem.code !== 'STALE_VERSION') return;
    this.#show(current.data);
    this.subject = current.data;
  }
}
