import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Issue } from '../../server/contract/problem.ts';
import { shared } from '../styles/shared.ts';

/** What this component shows of a refusal; the API's `ApiProblem` is one. */
export interface ShownProblem {
  readonly message: string;
  readonly issues: readonly Issue[];
}

/**
 * What went wrong, in words, spoken at once. Field by field where the server says so.
 *
 * @slot - What to do about it: a button to try again, the present state.
 */
@customElement('cd-problem')
export class CdProblem extends LitElement {
  static override styles = [
    ...shared,
    css`
      .notice {
        display: grid;
        gap: var(--space-xs);
        overflow-wrap: anywhere;
      }
      ul {
        padding-inline-start: 1.2em;
        font-size: var(--text-s);
      }
    `,
  ];

  @property({ attribute: false }) problem: ShownProblem | null = null;
  /** A field's path in the request, and the field's label. */
  @property({ attribute: false }) labels: Readonly<Record<string, string>> = {};

  /** Without a problem it takes no room, not even a gap between its neighbours. */
  protected override willUpdate(): void {
    this.hidden = this.problem === null;
  }

  protected override render() {
    return html`<div role="alert">${this.problem === null ? nothing : this.#notice(this.problem)}</div>`;
  }

  #notice(problem: ShownProblem) {
    return html`
      <div class="notice wrong">
        <p>${problem.message}</p>
        ${
          problem.issues.length === 0
            ? nothing
            : html`<ul>
                ${problem.issues.map(({ path, message }) => html`<li>${this.#label(path)} ${message}</li>`)}
              </ul>`
        }
        <slot></slot>
      </div>
    `;
  }

  #label(path: string): string {
    return this.labels[path] ?? this.labels[path.split('.')[0] ?? ''] ?? path;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-problem': CdProblem;
  }
}
