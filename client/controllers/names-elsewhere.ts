/** Names of people whose work came in with stories: asked for when one is to be shown, a few at a time, and kept. */
import { MAX_ELSEWHERE } from '../../server/contract/people.ts';
import type { NamesElsewhere } from '../contexts/people.ts';

/** By id, the names of those who are known; others are left out. */
type Ask = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export class AskedNames implements NamesElsewhere {
  /** Null for those who are nobody from elsewhere. */
  readonly #known = new Map<string, string | null>();
  readonly #wanted = new Set<string>();
  #planned = false;

  readonly #ask: Ask;
  readonly #onKnown: () => void;

  /** @param onKnown called when names have come that were asked for */
  constructor(ask: Ask, onKnown: () => void) {
    this.#ask = ask;
    this.#onKnown = onKnown;
  }

  nameOf(id: string): string | undefined {
    const known = this.#known.get(id);
    if (known !== undefined) return known === null ? undefined : `${known} (elsewhere)`;
    this.#wanted.add(id);
    // What is drawn at once is asked for at once.
    if (!this.#planned) {
      this.#planned = true;
      setTimeout(() => void this.#fetch());
    }
    return undefined;
  }

  async #fetch(): Promise<void> {
    this.#planned = false;
    const ids = [...this.#wanted].slice(0, MAX_ELSEWHERE);
    for (const id of ids) this.#wanted.delete(id);
    // Whoever is asked for meanwhile is not asked for twice.
    for (const id of ids) this.#known.set(id, null);
    try {
      const names = await this.#ask(ids);
      for (const [id, name] of names) this.#known.set(id, name);
      if (names.size > 0) this.#onKnown();
    } catch {
      // They read "someone" until they are drawn again.
      for (const id of ids) this.#known.delete(id);
    }
    if (this.#wanted.size > 0) await this.#fetch();
  }
}
