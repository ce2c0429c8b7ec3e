/** Asks the source register while a name is being typed, and adds to it. */
import type { ReactiveControllerHost } from 'lit';
import type { Claim } from '../../../server/contract/claims.ts';
import type { Source } from '../../../server/contract/sources.ts';
import { asProblem } from '../../api/problem.ts';
import { listSources } from '../../api/sources.ts';
import type { Act } from '../../components/inspector/acts.ts';
import type { Suggested } from '../../controllers/proof/suggestions.ts';
import { debounced } from '../../debounced.ts';
import { perform } from './perform.ts';
import type { ProofView } from './proof-view.ts';
import type { Session } from './session.ts';
import { putFields } from './suggestion-changes.ts';
import { addSource } from './talk-acts.ts';

/** Milliseconds without a key before the register is asked. */
const PAUSE = 150;
const SHOWN = 8;

export class RegisterSearch {
  /** What the register has for the words asked last. */
  found: readonly Source[] = [];
  private wanted: { session: Session; words: string } | null = null;
  private asking: AbortController | null = null;
  private readonly askSoon = debounced(() => void this.ask(), PAUSE);

  constructor(private readonly host: ReactiveControllerHost) {}

  seek(session: Session, words: string): void {
    this.wanted = { session, words };
    this.askSoon();
  }

  stop(): void {
    this.wanted = null;
    this.asking?.abort();
  }

  /** Put a name into the register and into the claim's form. */
  async add(view: ProofView, claim: Claim, act: Extract<Act, { type: 'add-source' }>): Promise<void> {
    const { session } = view;
    try {
      const source = await addSource(session, act.name, act.kind);
      const fields = { ...session.drafts.get(claim.id, 'details')?.fields, [act.field]: source.id };
      await perform(view, claim, { type: 'draft', form: 'details', fields });
    } catch (thrown) {
      session.setForm(claim.id, 'details', { problem: asProblem(thrown) });
    }
  }

  /** The same into the form of a suggestion, which is no claim yet. */
  async addToForm(
    session: Session,
    suggested: Suggested,
    act: Extract<Act, { type: 'add-source' }>,
  ): Promise<void> {
    const { id } = suggested;
    try {
      const source = await addSource(session, act.name, act.kind);
      putFields(session, suggested, {
        ...session.drafts.get(id, 'details')?.fields,
        [act.field]: source.id,
      });
    } catch (thrown) {
      session.setForm(id, 'details', { problem: asProblem(thrown) });
    }
    session.changed();
  }

  private async ask(): Promise<void> {
    this.asking?.abort();
    if (this.wanted === null || this.wanted.words.trim() === '') return;
    const { session, words } = this.wanted;
    const asking = new AbortController();
    this.asking = asking;
    try {
      const { items } = await listSources({ q: words, limit: SHOWN }, asking.signal);
      for (const source of items) session.sources.set(source.id, source);
      this.found = items;
    } catch (thrown) {
      if (!asking.signal.aborted) session.tell(asProblem(thrown).message);
    }
    this.host.requestUpdate();
  }
}
