/** How the article page is laid out: story, margin and inspector side by side; on narrow screens a sheet. */
import { css } from 'lit';

export const articleStyles = css`
  :host {
    display: block;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-xs) var(--space-l);
    padding: var(--space-m) var(--edge) var(--space-xs);
  }
  .title {
    flex: 1 1 24rem;
    min-inline-size: 0;
  }
  h1 {
    font-family: var(--sans);
    font-size: var(--text-m);
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .top p {
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  .top .arrived {
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  .top .arrived q {
    white-space: pre-line;
  }
  .top .arrived strong {
    color: var(--warn);
  }
  .top .signed,
  .top .unsigned {
    color: var(--good);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .top .unsigned {
    color: var(--warn);
  }
  .frame {
    --edge: clamp(var(--space-m), 2.5vw, var(--space-xl));
    max-inline-size: 96rem;
    margin-inline: auto;
  }
  cd-proof-bar,
  cd-edit-bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 4;
    padding: var(--space-xs) var(--edge);
    border-block: 1px solid var(--rule);
    background: var(--paper);
  }
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-xl);
    padding: var(--space-l) var(--edge) 0;
  }
  .paper {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, var(--measure)) minmax(9rem, 16rem);
    gap: var(--space-l);
    justify-content: center;
    align-items: start;
  }
  /* Of these and not of the stage: the inspector stays beside them where they end. */
  .paper,
  cd-claim-table {
    padding-block-end: 50vh;
  }
  .paper.compact {
    grid-template-columns: minmax(0, 1fr) 2.75rem;
    gap: var(--space-s);
  }
  cd-margin-notes {
    block-size: 100%;
  }
  cd-mark-toolbar {
    position: absolute;
    z-index: 3;
  }
  cd-mark-toolbar.touch {
    position: fixed;
    inset: auto var(--space-s) var(--space-s);
    z-index: 6;
  }
  /* Over the story and not in it: what went wrong must not push the words away. */
  .strip {
    position: fixed;
    inset-block-end: calc(var(--space-m) + var(--above-unsaved, 0px));
    inset-inline-start: var(--edge);
    z-index: 6;
    display: grid;
    gap: var(--space-s);
    max-inline-size: min(42rem, calc(100vw - 2 * var(--edge)));
    max-block-size: 40dvh;
    overflow: auto;
    box-shadow: var(--shadow);
  }
  .news {
    margin: var(--space-xs) var(--edge);
  }
  .stage.writing {
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    padding-block-end: 50vh;
  }
  .writing cd-story-editor {
    inline-size: min(100%, calc(var(--measure) + 2 * var(--space-m)));
  }
  .told {
    position: fixed;
    inset-block-end: calc(var(--space-m) + var(--above-unsaved, 0px));
    inset-inline-start: var(--edge);
    z-index: 6;
    max-inline-size: calc(100vw - 2 * var(--edge));
    padding: var(--space-s) var(--space-m);
    border-radius: var(--radius);
    background: var(--ink);
    color: var(--paper);
    font-size: var(--text-s);
    box-shadow: var(--shadow);
    pointer-events: none;
  }
  aside {
    min-inline-size: 0;
  }
  .beside {
    position: sticky;
    inset-block-start: 3.5rem;
    display: flex;
    flex-direction: column;
    max-block-size: calc(100dvh - 4.25rem);
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--paper-raised);
    overflow: hidden;
  }
  .nothing {
    display: grid;
    gap: var(--space-s);
    padding: var(--space-l);
    font-size: var(--text-s);
  }
  .nothing li {
    padding-block: var(--space-2xs);
  }
  .below {
    position: fixed;
    inset: auto 0 0;
    z-index: 5;
    display: flex;
    flex-direction: column;
    max-block-size: min(62dvh, 40rem);
    border-block-start: 1px solid var(--rule-strong);
    background: var(--paper-raised);
    box-shadow: var(--shadow);
  }
  @media (max-width: 700px) {
    cd-proof-bar {
      position: static;
    }
    /* Below is the sheet with its Save. */
    .told {
      inset-block: var(--space-m) auto;
    }
  }
  @media (min-width: 1100px) {
    .stage:not(.writing) {
      grid-template-columns: minmax(0, 1fr) clamp(21rem, 27vw, 26rem);
    }
    .paper,
    cd-claim-table {
      padding-block-end: 30vh;
    }
  }
`;
