import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Claim } from '../../../server/contract/claims.ts';
import type { Blocker, BlockerCode, Policy } from '../../../server/contract/sign-off.ts';
import { BLOCKER_WORDS } from '../../controllers/sign-off-words.ts';
import { shared } from '../../styles/shared.ts';
import { counted } from '../../words.ts';
import { kindTag, statusTag, tagStyles } from '../tags.ts';

/** So many claims of a sort are listed at once. */
const SHOWN = 12;

/** What stands in the way of a sign-off, each claim a link to its place in the story. */
@customElement('cd-sign-off-blockers')
export class CdSignOffBlockers extends LitElement {
  static override styles = [
    ...shared,
    tagStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-l);
      }
      section {
        display: grid;
        gap: var(--space-xs);
        justify-items: start;
        padding-inline-start: var(--space-m);
        border-inline-start: 3px solid var(--danger);
      }
      ul {
        display: grid;
        gap: var(--space-2xs);
        font-size: var(--text-s);
      }
      li {
        overflow-wrap: anywhere;
      }
      li a {
        display: inline-block;
        min-block-size: 1.5rem;
        font-family: var(--serif);
        font-size: 1rem;
      }
      section p {
        font-size: var(--text-s);
      }
    `,
  ];

  @property({ attribute: false }) blockers: readonly Blocker[] = [];
  @property({ attribute: false }) policy: Policy | null = null;
  /** The claims of the story by id. */
  @property({ attribute: false }) claims: ReadonlyMap<string, Claim> = new Map();

  @state() private whole: ReadonlySet<BlockerCode> = new Set();

  protected override render() {
    const { policy } = this;
    return policy === null ? nothing : this.blockers.map((blocker) => this.blocker(blocker, policy));
  }

  private blocker({ code, claimIds }: Blocker, policy: Policy) {
    const [what, then] = BLOCKER_WORDS[code](policy);
    const shown = this.whole.has(code) ? claimIds : claimIds.slice(0, SHOWN);
    const hidden = claimIds.length - shown.length;
    return html`
      <section aria-labelledby=${code}>
        <h3 id=${code}>${what}${claimIds.length === 0 ? nothing : html` (${claimIds.length})`}</h3>
        <p class="soft">${then}</p>
        ${shown.length === 0 ? nothing : html`<ul role="list">${shown.map((id) => this.claim(id))}</ul>`}
        ${
          hidden === 0
            ? nothing
            : html`<button class="quiet" type="button" @click=${() => this.showAll(code)}>
                ${counted(hidden, 'more claim')}
              </button>`
        }
      </section>
    `;
  }

  private claim(id: string) {
    const claim = this.claims.get(id);
    if (claim === undefined) return nothing;
    return html`<li>
      ${kindTag(claim.kind)} <a href="/stories/${claim.articleId}#claim=${id}"><bdi>${claim.span.quote}</bdi></a>
      ${statusTag(claim.status)}
    </li>`;
  }

  private showAll(code: BlockerCode): void {
    this.whole = new Set([...this.whole, code]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-sign-off-blockers': CdSignOffBlockers;
  }
}
