import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { GetExportManifest } from '../../server/contract/exports.ts';
import type { RadarEntry } from '../../server/contract/radar.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { counted } from '../words.ts';
import { cardStyles } from './card-styles.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';
import { carriedWords, fileWords, turnWords } from './radar-words.ts';
import { kindTag, tagStyles } from './tags.ts';

/**
 * One verdict that was handed out and is no longer so: with which files, and where the same words stand.
 *
 * @fires tell - The person told the desk, or did not after all.
 */
@customElement('cd-radar-card')
export class CdRadarCard extends LitElement {
  static override styles = [
    ...shared,
    tagStyles,
    cardStyles,
    css`
      .turn {
        font-weight: 600;
      }
      .lists {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
        gap: var(--space-m) var(--space-xl);
        font-size: var(--text-s);
      }
      .lists > div {
        display: grid;
        align-content: start;
        gap: var(--space-xs);
      }
      h2 {
        font-family: var(--sans);
        font-size: var(--text-s);
      }
      .head a,
      li a {
        display: inline-block;
        min-block-size: 1.5rem;
        line-height: 1.5rem;
      }
      .hash {
        font-family: var(--mono);
        font-size: var(--text-xs);
      }
      .told {
        color: var(--good);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) entry: RadarEntry | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;

  @query('.words') private words!: HTMLElement | null;

  override focus(): void {
    this.words?.focus();
  }

  protected override render() {
    const { entry } = this;
    if (entry === null) return nothing;
    const { article, claim, quote, by, at } = entry;
    return html`
      <div class="head">
        ${kindTag(claim.kind)}
        <a href="/stories/${article.id}#claim=${claim.id}"><bdi>${article.title}</bdi></a>
        ${article.withdrawn ? html`<span class="soft">(in the bin)</span>` : nothing}
        <span class="soft">${by.name}, ${fullTime(at)}</span>
      </div>
      <p class="sentence words" tabindex="-1" dir="auto">${quote}</p>
      <p class="turn">${turnWords(entry)}</p>
      ${
        claim.correction === null
          ? nothing
          : html`<p dir="auto"><span class="soft small">Correct:</span> <q>${claim.correction}</q></p>`
      }
      <div class="lists">${this.files(entry)} ${this.stories(entry)}</div>
      <div class="actions">${this.telling(entry)}</div>
      <cd-problem .problem=${this.problem}></cd-problem>
    `;
  }

  private files({ exports, exportCount }: RadarEntry): TemplateResult {
    return html`<div>
      <h2>Handed out in ${counted(exportCount, 'file')}</h2>
      <ul role="list">
        ${exports.map(
          (file) => html`<li>
            ${fileWords(file)} <span class="soft">(${carriedWords(file)})</span><br />
            <span class="soft hash" title=${file.sha256}>SHA-256 ${file.sha256.slice(0, 16)}…</span>
            <a href=${GetExportManifest.path.replace(':exportId', file.id)} download="manifest.json">Manifest</a>
          </li>`,
        )}
      </ul>
      ${exportCount > exports.length ? html`<p class="soft">and ${exportCount - exports.length} before these</p>` : nothing}
    </div>`;
  }

  private stories({ stories, moreStories }: RadarEntry): TemplateResult {
    return html`<div>
      <h2>The same words now stand in</h2>
      ${
        stories.length === 0
          ? html`<p class="soft">no story</p>`
          : html`<ul role="list">
              ${stories.map(
                ({ id, title, own }) =>
                  html`<li><a href="/stories/${id}"><bdi>${title}</bdi></a>${own ? ' (this story)' : nothing}</li>`,
              )}
            </ul>`
      }
      ${moreStories ? html`<p class="soft">and more</p>` : nothing}
    </div>`;
  }

  private telling({ told, can }: RadarEntry): TemplateResult {
    const button = can.includes('tell')
      ? html`<button
          type="button"
          class=${told === null ? '' : 'quiet'}
          aria-disabled=${this.busy ? 'true' : 'false'}
          @click=${this.tell}
        >
          ${told === null ? 'The desk was told' : 'Not told after all'} <kbd>t</kbd>
        </button>`
      : nothing;
    const by =
      told === null
        ? html`<span class="soft small">The desk has yet to be told</span>`
        : html`<span class="told small">✓ ${told.by.name} told the desk, ${fullTime(told.at)}</span>`;
    return html`${by} ${button}`;
  }

  readonly tell = (): void => {
    if (!this.busy && this.entry?.can.includes('tell')) this.dispatchEvent(new Event('tell'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-radar-card': CdRadarCard;
  }
}
