/** The two texts beside each other, with the bar that leads through them. */
import { css, html, nothing, type TemplateResult } from 'lit';
import '../../components/compare/compared-texts.ts';
import { PointInTextsEvent } from '../../components/compare/compared-texts.ts';
import '../../components/problem.ts';
import type { Mode } from '../../highlight/compared-texts.ts';
import { fullTime } from '../../times.ts';
import type { Comparing } from './comparing.ts';

/** What the comparison needs of the page. */
export interface ComparisonPage {
  readonly comparing: Comparing;
  readonly mode: Mode;
  /** Whether there is room for two columns. */
  readonly maySide: boolean;
  readonly language: string;
  readonly names: { readonly older: string; readonly newer: string };
  /** What is shown, where list and texts have no room beside each other; else null. */
  readonly view: 'list' | 'texts' | null;
  step(by: 1 | -1): void;
  setMode(mode: Mode): void;
  setView(view: 'list' | 'texts'): void;
  pointed(event: PointInTextsEvent): void;
  loadAgain(): void;
}

/** Of the texts of a story, the newest first. */
export type RevisionList = readonly { readonly number: number; readonly createdAt: string }[];

/** What stands above a text. */
export function nameOf(number: number, texts: RevisionList): string {
  const text = texts.find((each) => each.number === number);
  return text === undefined ? `Text ${number}` : `Text ${number}, ${fullTime(text.createdAt)}`;
}

export function bar(page: ComparisonPage): TemplateResult {
  const { comparing, mode, view } = page;
  const total = comparing.compared?.stops.length ?? 0;
  const place = comparing.stop?.place ?? null;
  const isSeen = view !== 'list';
  const choice = (label: string, chosen: boolean, choose: () => void) =>
    html`<button type="button" aria-pressed=${chosen ? 'true' : 'false'} @click=${choose}>${label}</button>`;
  return html`
    <div class="bar" role="group" aria-label="Comparison">
      ${
        view === null
          ? nothing
          : html`<div class="choice">
              ${choice('List', view === 'list', () => page.setView('list'))}
              ${choice('Both texts', view === 'texts', () => page.setView('texts'))}
              <kbd>l</kbd>
            </div>`
      }
      ${
        isSeen
          ? html`
              <div class="actions">
                <button type="button" ?disabled=${total === 0} @click=${() => page.step(-1)}>
                  <span aria-hidden="true">↑</span> Change before <kbd>p</kbd>
                </button>
                <button type="button" ?disabled=${total === 0} @click=${() => page.step(1)}>
                  <span aria-hidden="true">↓</span> Next change <kbd>n</kbd>
                </button>
                <span class="numeral soft place">
                  ${place === null ? `${total} ${total === 1 ? 'change' : 'changes'}` : `${place} of ${total}`}
                </span>
              </div>
              ${
                page.maySide
                  ? html`<div class="choice">
                      ${choice('Side by side', mode === 'side', () => page.setMode('side'))}
                      ${choice('One column', mode === 'inline', () => page.setMode('inline'))}
                      <kbd>v</kbd>
                    </div>`
                  : nothing
              }
              <p class="now" dir="auto">${comparing.spoken || legend()}</p>
            `
          : nothing
      }
    </div>
  `;
}

/** Said until there is something to say about one change. */
const legend = () =>
  html`<span class="soft"
    >Claims: <span class="line kept">as before</span>, <span class="line again">to be checked again</span>,
    <span class="line gone">gone</span>. Words: <del>out</del>, <ins>in</ins>.</span
  >`;

export function texts(page: ComparisonPage): TemplateResult {
  const { comparing, mode } = page;
  const { compared, problem } = comparing;
  if (compared === null)
    return html`
      <cd-problem .problem=${problem}>
        <button type="button" @click=${() => page.loadAgain()}>Try again</button>
      </cd-problem>
      ${problem === null ? html`<p class="empty soft" role="status">Loading both texts…</p>` : nothing}
    `;
  return html`
    ${comparing.isEmpty ? html`<p class="soft">Both texts have the same words in the same places.</p>` : nothing}
    <cd-compared-texts
      .rows=${compared.shown}
      .mode=${mode}
      .language=${page.language}
      .olderName=${page.names.older}
      .newerName=${page.names.newer}
      .marks=${comparing.marksIn(mode)}
      .chosen=${comparing.chosenIn(mode)}
      .current=${comparing.row}
      @point-in-texts=${(event: Event) => {
        if (event instanceof PointInTextsEvent) page.pointed(event);
      }}
    ></cd-compared-texts>
  `;
}

export const comparisonStyles = css`
  .page {
    max-inline-size: 112rem;
    gap: var(--space-l);
  }
  .lead {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-s) var(--space-xl);
  }
  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-xs) var(--space-l);
    padding-block: var(--space-s);
    border-block: 1px solid var(--rule);
    background: var(--paper);
  }
  .choice {
    display: flex;
    align-items: center;
  }
  .choice button + button {
    margin-inline-start: -1px;
  }
  .choice button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .choice button:nth-child(2) {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .choice button[aria-pressed='true'] {
    z-index: 1;
  }
  .choice kbd {
    margin-inline-start: var(--space-s);
  }
  .place {
    min-inline-size: 6em;
    font-size: var(--text-s);
  }
  /* As many lines as it ever takes: nothing below moves while a person steps. */
  .now {
    flex: 1 1 100%;
    block-size: 2.9em;
    overflow: hidden;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: var(--text-s);
  }
  .line {
    text-decoration: underline 2px var(--ink-soft);
    text-underline-offset: 0.25em;
  }
  .line.kept {
    text-decoration-style: solid;
  }
  .line.again {
    text-decoration-style: wavy;
    text-decoration-thickness: 1.5px;
  }
  .line.gone {
    text-decoration-style: dashed;
  }
  .both {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 23rem);
    gap: var(--space-xl);
    align-items: start;
  }
  /* Until a window that was made smaller is drawn anew, what stood beside each other is no wider than it is. */
  @media (max-width: 52rem) {
    .both {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .both .list {
    position: sticky;
    inset-block-start: 6.75rem;
    max-block-size: calc(100dvh - 7.5rem);
    overflow: auto;
    padding: var(--space-2xs);
  }
  cd-change-card[aria-current] {
    border-color: var(--accent);
    box-shadow: inset 3px 0 var(--accent);
  }
  @media (max-width: 40rem) {
    .bar kbd {
      display: none;
    }
    .now {
      block-size: 4.4em;
      -webkit-line-clamp: 3;
    }
  }
`;
