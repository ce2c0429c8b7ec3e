import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AuditedStory } from '../../server/contract/audit.ts';
import { listAudits } from '../api/audit.ts';
import '../components/list-end.ts';
import { FLAG_WORDS } from '../controllers/audit-groups.ts';
import { ClockController } from '../controllers/clock.ts';
import { PagedController } from '../controllers/paged.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { stepTo } from '../controllers/step.ts';
import { shared } from '../styles/shared.ts';
import { stackedTable } from '../styles/stacked.ts';
import { deadlineWords } from '../times.ts';

/** Who says what, over all stories: where attributions are left to review, and what the program would ask. */
@customElement('cd-audits-page')
export class CdAuditsPage extends LitElement {
  static override styles = [
    ...shared,
    stackedTable,
    css`
      td ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2xs) var(--space-m);
      }
      .overdue,
      .soon {
        color: var(--danger);
        font-weight: 600;
      }
      @media (max-width: 40rem) {
        td[data-label]::before {
          content: attr(data-label) ': ';
          color: var(--ink-soft);
        }
      }
    `,
  ];

  readonly #clock = new ClockController(this, 60_000);
  readonly #stories = new PagedController<AuditedStory>(this, (cursor, signal) =>
    listAudits({ cursor }, signal),
  );

  constructor() {
    super();
    new ShortcutsController(
      this,
      {
        j: { label: 'Next story', run: () => this.#step(1) },
        k: { label: 'Story before', run: () => this.#step(-1) },
      },
      'Audit',
    );
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <h1>Attributions of all stories</h1>
          <p><a href="/review">The review queue</a></p>
        </div>
        ${this.#list()}
        <cd-list-end
          .more=${this.#stories.nextCursor !== null}
          .busy=${this.#stories.loadingMore}
          .problem=${this.#stories.problem}
          @more=${() => this.#stories.more()}
          @retry=${() => this.#stories.restart()}
        ></cd-list-end>
      </div>
    `;
  }

  #list(): TemplateResult {
    const { items, loading, problem } = this.#stories;
    if (items.length === 0) {
      if (loading) return html`<p class="empty soft" role="status">Loading stories…</p>`;
      return problem === null
        ? html`<div class="empty"><p>No stories yet.</p><p class="soft">Bring one in from the <a href="/">desk</a>.</p></div>`
        : html``;
    }
    return html`
      <table>
        <caption class="visually-hidden">Stories with what is left of their attributions</caption>
        <thead>
          <tr>
            <th scope="col">Story</th>
            <th scope="col">Deadline</th>
            <th scope="col" class="number">Attributions</th>
            <th scope="col" class="number">To review</th>
            <th scope="col" class="number">Returned</th>
            <th scope="col" class="number">Passed</th>
            <th scope="col">Flags</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            items,
            ({ article }) => article.id,
            (story) => this.#row(story),
          )}
        </tbody>
      </table>
    `;
  }

  #row({ article, attributions, toReview, returned, passed, flags }: AuditedStory) {
    const deadline = deadlineWords(article.deadline, this.#clock.now);
    return html`
      <tr>
        <th scope="row"><a href="/stories/${article.id}/audit"><bdi>${article.title}</bdi></a></th>
        <td class=${deadline.state}>${deadline.words}</td>
        <td class="number" data-label="Attributions">${attributions}</td>
        <td class="number" data-label="To review">${toReview}</td>
        <td class="number" data-label="Returned">${returned}</td>
        <td class="number" data-label="Passed">${passed}</td>
        <td>
          ${
            flags.length === 0
              ? html`<span class="soft">No flags</span>`
              : html`<ul role="list">${flags.map(({ code, count }) => html`<li>${FLAG_WORDS[code]}: ${count}</li>`)}</ul>`
          }
        </td>
      </tr>
    `;
  }

  #step(by: 1 | -1): void {
    stepTo(
      [...this.renderRoot.querySelectorAll<HTMLAnchorElement>('tbody th a')],
      by,
      () => void this.#stories.more(),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-audits-page': CdAuditsPage;
  }
}
