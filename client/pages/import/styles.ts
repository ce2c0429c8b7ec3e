/** The import page: text and particulars on one side, the reading on the other. */
import { css } from 'lit';

export const importStyles = css`
  .page {
    max-inline-size: 96rem;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(18rem, 26rem) minmax(0, 1fr);
    gap: var(--space-2xl);
    align-items: start;
  }
  .side {
    display: grid;
    gap: var(--space-l);
    grid-template-columns: minmax(0, 1fr);
  }
  /* Beside a long reading the text and the way to save it stay in sight. */
  @media (min-width: 64.01rem) {
    .columns > .side {
      position: sticky;
      inset-block-start: 0;
      max-block-size: 100vh;
      overflow: auto;
      margin-inline: -4px;
      padding: 4px;
    }
  }
  .reading {
    display: grid;
    gap: var(--space-l);
    grid-template-columns: minmax(0, 1fr);
  }
  .file {
    display: grid;
    gap: var(--space-s);
  }
  .notice ul {
    padding-inline-start: 1.2em;
  }
  .save {
    display: grid;
    gap: var(--space-s);
  }
  @media (hover: none) and (pointer: coarse) {
    .save .hint:has(kbd) {
      display: none;
    }
  }
  .parts {
    border-block-start: 1px solid var(--rule);
  }
  .parts li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 6rem;
  }
  @media (max-width: 64rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-xl);
    }
  }
`;
