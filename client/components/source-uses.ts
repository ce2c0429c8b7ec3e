import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ListedClaim } from '../../server/contract/claims.ts';
import type { User } from '../../server/contract/people.ts';
import { nameOf } from '../contexts/people.ts';
import { shared } from '../styles/shared.ts';
import './claim-row.ts';
import { ROLE_WORDS } from './source-words.ts';

/** A claim that names the entry: in which role, and by which words. */
export interface SourceUse {
  readonly role: keyof typeof ROLE_WORDS;
  readonly asPrinted: string;
  readonly claim: ListedClaim;
}

/** The claims that name an entry of the register, each with the words printed for it. */
@customElement('cd-source-uses')
export class CdSourceUses extends LitElement {
  static override styles = [
    ...shared,
    css`
      .printed {
        padding-block-start: var(--space-s);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      li {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 9rem;
      }
    `,
  ];

  @property({ attribute: false }) uses: readonly SourceUse[] = [];
  @property({ attribute: false }) people: ReadonlyMap<string, User> = new Map();
  /** Milliseconds since 1970. */
  @property({ type: Number }) now = 0;

  protected override render() {
    return html`
      <ol role="list">
        ${repeat(
          this.uses,
          ({ role, claim }) => `${claim.id} ${role}`,
          (use) => this.#use(use),
        )}
      </ol>
    `;
  }

  #use({ role, asPrinted, claim }: SourceUse) {
    // Where no words for the source are marked, the server gives those of the claim: what was said, not who said it.
    const isNamed = role === 'named' || asPrinted !== claim.span.quote;
    return html`
      <li>
        <p class="printed">
          <strong>${ROLE_WORDS[role]}</strong>${isNamed ? html`, printed as <q dir="auto">${asPrinted}</q>` : nothing}
        </p>
        <cd-claim-row
          .claim=${claim}
          .assignee=${claim.assigneeId === null ? '' : nameOf(this.people, claim.assigneeId)}
          .verdictBy=${nameOf(this.people, claim.verdict?.by ?? null)}
          .now=${this.now}
        ></cd-claim-row>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-source-uses': CdSourceUses;
  }
}
