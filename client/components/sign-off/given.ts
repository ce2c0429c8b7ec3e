import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Claim } from '../../../server/contract/claims.ts';
import type { SignOff } from '../../../server/contract/sign-off.ts';
import { FormDraft } from '../../controllers/form-draft.ts';
import { grouped } from '../../controllers/sign-off-words.ts';
import { shared } from '../../styles/shared.ts';
import { fullTime } from '../../times.ts';
import { counted, KIND_WORDS } from '../../words.ts';
import { formOf, formText } from '../form.ts';
import '../problem.ts';
import type { ShownProblem } from '../problem.ts';
import type { LeftOpen } from './suggestions-left.ts';

/** Somebody wants the story open again. */
export class ReopenEvent extends Event {
  static readonly type = 'reopen';

  constructor(readonly reason: string) {
    super(ReopenEvent.type);
  }
}

/** What was typed of a story's reopening. */
export const reopenDraft = (articleId: string): FormDraft => new FormDraft(`reopen.${articleId}`);

/**
 * A sign-off that stands: whose name is under which words, and the way to open the story again.
 *
 * @fires reopen - With a reason.
 */
@customElement('cd-sign-off-given')
export class CdSignOffGiven extends LitElement {
  static override styles = [
    ...shared,
    css`
      section {
        display: grid;
        gap: var(--space-m);
        padding: var(--space-l);
        border: 1px solid var(--good);
        border-block-start-width: 4px;
        border-radius: var(--radius);
        background: var(--good-wash);
        overflow-wrap: anywhere;
      }
      .by {
        font-family: var(--serif);
        font-size: var(--text-l);
      }
      code {
        font-family: var(--mono);
        font-size: var(--text-s);
      }
      .soft {
        color: var(--ink);
      }
      form {
        display: grid;
        gap: var(--space-s);
        justify-items: start;
        max-inline-size: 34rem;
      }
      form .field {
        inline-size: 100%;
      }
      li a {
        display: inline-block;
        min-block-size: 1.5rem;
      }
    `,
  ];

  @property({ attribute: 'article-id' }) articleId = '';
  @property({ attribute: false }) signOff: SignOff | null = null;
  /** Who signed. */
  @property() by = '';
  @property({ attribute: false }) claims: ReadonlyMap<string, Claim> = new Map();
  /** Suggestions that were let stand. */
  @property({ attribute: false }) left: readonly LeftOpen[] = [];
  @property({ type: Boolean, attribute: 'may-reopen' }) mayReopen = false;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;

  @state() private opening = false;

  protected override render() {
    const { signOff } = this;
    if (signOff === null) return nothing;
    const { revision, sha256, head, at, acknowledged } = signOff;
    return html`
      <section aria-labelledby="signed">
        <h2 id="signed">✔ Signed off</h2>
        <p class="by"><bdi>${this.by}</bdi>, <time datetime=${at}>${fullTime(at)}</time></p>
        <p class="small">
          Revision ${revision}, event ${head}. SHA-256 of its text:<br /><code>${grouped(sha256)}</code>
        </p>
        ${acknowledged.length === 0 ? nothing : this.letStand(acknowledged)}
        ${this.left.length === 0 ? nothing : this.leftOpen()}
        <p class="small">Nothing but talk can be changed until the story is reopened.</p>
        ${this.mayReopen ? this.reopening() : nothing}
      </section>
    `;
  }

  private letStand(ids: readonly string[]) {
    const claims = ids.flatMap((id) => this.claims.get(id) ?? []);
    return html`
      <div class="small">
        <p>Let stand by name:</p>
        <ul role="list">
          ${claims.map(
            ({ id, articleId, span }) =>
              html`<li><a href="/stories/${articleId}#claim=${id}"><bdi>${span.quote}</bdi></a></li>`,
          )}
        </ul>
      </div>
    `;
  }

  private leftOpen() {
    return html`
      <details class="small">
        <summary>${counted(this.left.length, 'suggestion')} left open</summary>
        <ul role="list">
          ${this.left.map(({ suggestion }) =>
            suggestion === null
              ? nothing
              : html`<li>
                  ${KIND_WORDS[suggestion.kind]}:
                  <a href="/stories/${suggestion.articleId}#suggestion=${suggestion.id}"
                    ><bdi>${suggestion.span.quote}</bdi></a
                  >
                </li>`,
          )}
        </ul>
      </details>
    `;
  }

  private reopening() {
    if (!this.opening)
      return html`<div class="actions"><button type="button" @click=${() => void this.open()}>Reopen…</button></div>`;
    return html`
      <form
        novalidate
        @input=${(event: Event) => reopenDraft(this.articleId).keep(formOf(event))}
        @submit=${this.onSubmit}
        @keydown=${this.onKey}
      >
        <cd-problem .problem=${this.problem} .labels=${{ reason: 'The reason' }}></cd-problem>
        <div class="field">
          <label for="reason">Why the story is reopened; it stays in the history</label>
          <textarea id="reason" name="reason" rows="2" maxlength="2000"></textarea>
        </div>
        <div class="actions">
          <button class="danger" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>Reopen</button>
          <button class="quiet" type="button" @click=${() => this.close()}>Cancel</button>
        </div>
      </form>
    `;
  }

  private async open(): Promise<void> {
    this.opening = true;
    await this.updateComplete;
    const form = this.renderRoot.querySelector('form');
    if (form !== null) reopenDraft(this.articleId).restore(form);
    form?.querySelector('textarea')?.focus();
  }

  /** What was typed stays. */
  private close(): void {
    this.opening = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      formOf(event).requestSubmit();
    }
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    if (!this.busy) this.dispatchEvent(new ReopenEvent(formText(formOf(event), 'reason')));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-sign-off-given': CdSignOffGiven;
  }
}
