/** A table of named things: its rows become blocks, one below the other, where the screen is narrow. */
import { css } from 'lit';

export const stackedTable = css`
  tbody th {
    font-family: var(--serif);
    font-size: 1.0625rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  @media (max-width: 40rem) {
    thead {
      display: none;
    }
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    tr {
      padding-block: var(--space-s);
      border-block-end: 1px solid var(--rule);
    }
    tbody th,
    tbody td,
    tbody .number {
      padding: var(--space-2xs) 0;
      border: 0;
      text-align: start;
    }
  }
`;
