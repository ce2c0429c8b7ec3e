/** What a person does to a claim from the list of changes: each sends, says it and fetches the list anew. */
import type { ReactiveControllerHost } from 'lit';
import type { Claim } from '../../../server/contract/claims.ts';
import type { Span } from '../../../server/contract/common.ts';
import { confirmVerdict, editClaim, takeBackVerdict, withdrawClaim } from '../../api/claims.ts';
import { type ApiProblem, asProblem } from '../../api/problem.ts';
import type { CdChangeCard } from '../../components/change-card.ts';
import { nextFrom } from '../../controllers/step.ts';

/** What the writes need of the page. */
interface Host extends ReactiveControllerHost {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly offers: ReadonlyMap<string, Span>;
  readonly revision: number | null;
  /** As they are once everything is drawn, in their order on the page. */
  drawnCards(): Promise<readonly CdChangeCard[]>;
  /** Whether somebody changed it just now: then the person is told, and nothing is sent. */
  hasToLook(id: string): boolean;
  /** Whether a newer text came in, which is not compared here: then the person is told, and nothing is confirmed. */
  hasToSeeText(id: string): boolean;
  /** What the person made of a claim. */
  put(claim: Claim): void;
  /** Never rejects. */
  reload(): Promise<void>;
  say(words: string): void;
  fail(problem: ApiProblem): void;
}

export class Writes {
  busy = false;
  /** Claims whose meaning was confirmed here, the last one last. */
  confirmed: readonly string[] = [];

  constructor(private readonly host: Host) {}

  async place(id: string): Promise<void> {
    const { claims, offers, revision } = this.host;
    const [claim, span] = [claims.get(id), offers.get(id)];
    if (claim === undefined || span === undefined || revision === null || this.host.hasToLook(id)) return;
    const { version } = claim;
    await this.write('Placed where its words stand again', () => editClaim(id, { version, revision, span }));
  }

  async withdraw(id: string): Promise<void> {
    const claim = this.host.claims.get(id);
    if (claim === undefined || this.host.hasToLook(id)) return;
    await this.write('Withdrawn', () => withdrawClaim(id, claim.version));
  }

  async confirm(id: string): Promise<void> {
    const claim = this.host.claims.get(id);
    if (claim === undefined || this.host.hasToLook(id) || this.host.hasToSeeText(id)) return;
    const { version } = claim;
    if (!(await this.write('Confirmed: it means the same', () => confirmVerdict(id, { version })))) return;
    this.confirmed = [...this.confirmed, id];
    this.host.requestUpdate();
    const cards = await this.host.drawnCards();
    const at = cards.findIndex(({ dataset }) => dataset.claim === id);
    const next = nextFrom(cards, at, ({ claim: one }) => one?.status === 'expired');
    if (next === null) this.host.say('Confirmed. Nothing is left to be checked again here.');
    (next ?? cards[at])?.focus();
  }

  async takeBack(id: string | undefined): Promise<void> {
    const claim = id === undefined ? undefined : this.host.claims.get(id);
    if (claim === undefined || this.host.hasToLook(claim.id)) return;
    if (!(await this.write('Taken back', () => takeBackVerdict(claim.id, claim.version)))) return;
    this.confirmed = this.confirmed.filter((one) => one !== id);
    this.host.requestUpdate();
    const cards = await this.host.drawnCards();
    cards.find(({ dataset }) => dataset.claim === id)?.focus();
  }

  /** @returns whether it was done */
  private async write(told: string, write: () => Promise<Claim>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.host.requestUpdate();
    try {
      this.host.put(await write());
      this.host.say(told);
      await this.host.reload();
      return true;
    } catch (thrown) {
      this.host.fail(asProblem(thrown));
      return false;
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }
}
