import { consume } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RadarEntry } from '../../server/contract/radar.ts';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import { listRadar, tellDesk, untellDesk } from '../api/radar.ts';
import '../components/list-end.ts';
import '../components/radar-card.ts';
import type { CdRadarCard } from '../components/radar-card.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { PagedController } from '../controllers/paged.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { stepTo } from '../controllers/step.ts';
import { navigate, replaceSearch } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { listed } from '../words.ts';

const SHOWN = { all: 'All', false: 'Yet to tell', true: 'Told' } as const;
type Shown = keyof typeof SHOWN;
const isShown = (value: string | null): value is Shown => value !== null && value in SHOWN;

/** Verdicts that were handed out and are no longer so, newest first: which files carried them, where the same words stand. */
@customElement('cd-radar-page')
export class CdRadarPage extends LitElement {
  static override styles = [
    ...shared,
    css`
      ol {
        display: grid;
        gap: var(--space-m);
      }
      li {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 14rem;
      }
      .narrow-field {
        inline-size: min(14rem, 100%);
      }
    `,
  ];

  @consume({ context: announcerContext }) private announce: Announce = () => {};
  @state() private shown: Shown = 'all';
  @state() private busy: ReadonlySet<string> = new Set();
  @state() private problems: ReadonlyMap<string, ApiProblem> = new Map();

  readonly #entries = new PagedController<RadarEntry>(this, (cursor, signal) =>
    listRadar({ cursor, ...(this.shown === 'all' ? {} : { told: this.shown }) }, signal),
  );

  constructor() {
    super();
    const asked = new URLSearchParams(location.search).get('told');
    if (isShown(asked)) this.shown = asked;
    const onCard = () => this.#card() !== null;
    new ShortcutsController(
      this,
      {
        'j|ArrowDown': { label: 'Next entry', run: () => this.#step(1) },
        'k|ArrowUp': { label: 'Entry before', run: () => this.#step(-1) },
        t: { label: 'The desk was told, or not', run: () => this.#card()?.tell(), when: onCard },
        Enter: { label: 'Open in the story', run: () => this.#open(), when: onCard },
      },
      'Radar',
    );
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <div>
            <h1>Radar</h1>
            <p class="soft">Verdicts that changed, were taken back or expired after they were handed out</p>
          </div>
          <div class="field narrow-field">
            <label for="shown">Show</label>
            <select id="shown" @change=${this.#onShown}>
              ${Object.entries(SHOWN).map(
                ([value, words]) =>
                  html`<option value=${value} .selected=${value === this.shown}>${words}</option>`,
              )}
            </select>
          </div>
        </div>
        ${this.#list()}
        <cd-list-end
          .more=${this.#entries.nextCursor !== null}
          .busy=${this.#entries.loadingMore}
          .problem=${this.#entries.problem}
          @more=${() => this.#entries.more()}
          @retry=${() => this.#entries.restart()}
        ></cd-list-end>
      </div>
    `;
  }

  #list(): TemplateResult {
    const { items, loading, problem, nextCursor } = this.#entries;
    if (items.length === 0) {
      if (loading) return html`<p class="empty soft" role="status">Looking…</p>`;
      if (problem !== null) return html``;
      return html`<div class="empty">
        <p>${this.shown === 'all' ? 'Everything that was handed out is still so.' : 'There is nothing of this kind.'}</p>
        <p class="soft">A verdict comes here when it changes after an export carried it.</p>
      </div>`;
    }
    return html`
      <section aria-label="Radar" class="form">
        <p role="status">${listed(items.length, nextCursor !== null, 'entry', 'entries')}</p>
        <ol role="list">
          ${repeat(
            items,
            ({ verdictId }) => verdictId,
            (entry) => html`<li>
              <cd-radar-card
                .entry=${entry}
                .busy=${this.busy.has(entry.verdictId)}
                .problem=${this.problems.get(entry.verdictId) ?? null}
                @tell=${() => void this.#tell(entry)}
              ></cd-radar-card>
            </li>`,
          )}
        </ol>
      </section>
    `;
  }

  async #tell({ verdictId, told }: RadarEntry): Promise<void> {
    this.busy = new Set([...this.busy, verdictId]);
    this.problems = new Map([...this.problems].filter(([id]) => id !== verdictId));
    try {
      const now = await (told === null ? tellDesk(verdictId) : untellDesk(verdictId));
      this.#entries.update((items) => items.map((one) => (one.verdictId === verdictId ? now : one)));
      this.announce(now.told === null ? 'Not told after all' : 'The desk was told');
    } catch (thrown) {
      this.problems = new Map([...this.problems, [verdictId, asProblem(thrown)]]);
    } finally {
      this.busy = new Set([...this.busy].filter((id) => id !== verdictId));
    }
  }

  readonly #onShown = (event: Event): void => {
    const value = event.target instanceof HTMLSelectElement ? event.target.value : null;
    if (!isShown(value)) return;
    this.shown = value;
    replaceSearch(new URLSearchParams(value === 'all' ? {} : { told: value }));
    void this.#entries.restart();
  };

  #card(): CdRadarCard | null {
    return this.renderRoot.querySelector<CdRadarCard>('cd-radar-card:focus-within');
  }

  #step(by: 1 | -1): void {
    stepTo([...this.renderRoot.querySelectorAll('cd-radar-card')], by, () => void this.#entries.more());
  }

  #open(): void {
    const entry = this.#card()?.entry;
    if (entry) navigate(`/stories/${entry.article.id}#claim=${entry.claim.id}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-radar-page': CdRadarPage;
  }
}
