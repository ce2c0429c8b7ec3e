/** The row of filters over a list. */
import { css } from 'lit';

export const filterStyles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-m);
  }
  .filters .field {
    flex: 0 1 10rem;
  }
  .filters .grow {
    flex: 1 1 18rem;
  }
  @media (max-width: 40rem) {
    .filters .field {
      flex: 1 1 9rem;
    }
    .filters .grow {
      flex-basis: 100%;
    }
  }
`;
