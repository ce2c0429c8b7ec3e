/** How the story and its marks look. */
import { css, unsafeCSS } from 'lit';
import type { ClaimKind } from '../../../server/contract/claims.ts';
import {
  chosenName,
  highlightName,
  LINE_STATES,
  type LineState,
  PLACE,
  SELECTION,
} from '../../highlight/names.ts';

const KINDS: readonly ClaimKind[] = ['casualty_count', 'attribution', 'source', 'fact'];

/** State is a line style: open dotted, with a verdict solid, no longer holding wavy, gone from a newer text dashed and thick, withdrawn struck through, only suggested dashed. */
const LINES: Readonly<Record<LineState, string>> = {
  open: 'underline dotted 2px',
  verdict: 'underline solid 2px',
  broken: 'underline wavy 1.5px',
  gone: 'underline dashed 2.5px',
  withdrawn: 'line-through solid 1px',
  suggested: 'underline dashed 1px',
};

/** Claims nest: each kind has its own distance from the words, so that two lines are seen as two. */
const OFFSETS: Readonly<Record<ClaimKind, string>> = {
  casualty_count: '0.14em',
  source: '0.14em',
  fact: '0.3em',
  attribution: '0.44em',
};

const rules = KINDS.flatMap((kind) => [
  ...LINE_STATES.map(
    (state) =>
      `::highlight(${highlightName(kind, state)}) {
        text-decoration: ${LINES[state]} var(--kind-${kind});
        text-underline-offset: ${OFFSETS[kind]};
      }`,
  ),
  `::highlight(${chosenName(kind)}) { background-color: color-mix(in oklab, var(--kind-${kind}) 30%, var(--paper)); }`,
]);

/**
 * System colours only, where the person chose their own: state is still the line, the choice still a fill.
 */
const forced = [
  ...KINDS.flatMap((kind) => [
    ...LINE_STATES.map(
      (state) => `::highlight(${highlightName(kind, state)}) {
        text-decoration-color: LinkText;
      }`,
    ),
    `::highlight(${chosenName(kind)}) { background-color: Highlight; color: HighlightText; }`,
  ]),
  `::highlight(${PLACE}) { background-color: Canvas; }`,
  `::highlight(${SELECTION}) { background-color: SelectedItem; color: SelectedItemText; }`,
];

export const markStyles = css`
  ${unsafeCSS(rules.join('\n'))}
  ::highlight(${unsafeCSS(PLACE)}) {
    background-color: color-mix(in oklab, var(--accent) 9%, transparent);
  }
  ::highlight(${unsafeCSS(SELECTION)}) {
    background-color: light-dark(#bcd4f2, #34588c);
  }
  @media (forced-colors: active) {
    /* The browser would fill every mark like a selection: all colours here are the system's, chosen by hand. */
    .story {
      forced-color-adjust: none;
      background: Canvas;
      color: CanvasText;
    }
    .story .block {
      color: CanvasText;
    }
    ${unsafeCSS(forced.join('\n'))}
  }
`;

export const storyStyles = css`
  :host {
    position: relative;
  }
  .story {
    position: relative;
    font-family: var(--serif);
    font-size: 1.125rem;
    line-height: 1.68;
    overflow-wrap: break-word;
    hanging-punctuation: first last;
    cursor: text;
  }
  .part:not(.settled) {
    content-visibility: auto;
  }
  .block {
    margin: 0;
    padding-block: 0.35em;
  }
  .headline {
    font-size: clamp(1.5rem, 1.2rem + 1.4vw, 2.1rem);
    font-weight: 600;
    line-height: 1.32;
  }
  .standfirst {
    font-size: 1.2rem;
    color: var(--ink-soft);
    line-height: 1.55;
  }
  .byline,
  .dateline {
    font-family: var(--sans);
    font-size: var(--text-s);
    line-height: 2;
    color: var(--ink-soft);
  }
  .heading {
    font-size: 1.25rem;
    font-weight: 600;
    padding-block-start: 1em;
  }
  .quote {
    padding-inline-start: 1.25em;
    border-inline-start: 2px solid var(--rule);
  }
  .caption {
    font-size: var(--text-m);
    color: var(--ink-soft);
    font-style: italic;
  }
  /* Takes the keys, lies over the sentence the reader is at, and lets the mouse through to the words. */
  .place {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: 2rem;
    pointer-events: none;
  }
  .place:focus {
    outline: none;
  }
  .place:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 3px;
  }
`;
