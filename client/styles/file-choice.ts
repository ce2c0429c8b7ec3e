/** A button that opens the browser's choice of files: the input lies over it, so that it is reached by keys and names itself. */
import { css } from 'lit';

export const fileChoice = css`
  .file {
    position: relative;
  }
  .file:focus-within {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .file input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
`;
