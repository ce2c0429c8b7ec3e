import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { FORMATS, type Format } from '../../../server/contract/formats.ts';
import { shared } from '../../styles/shared.ts';

const OF: Readonly<Record<Format['of'], string>> = {
  claims: 'Claims, out',
  corrections: 'Corrections, out',
  proof: 'The proof, out',
  story: 'Stories',
};

const titleOf = ({ of, direction }: Format) => (of === 'story' ? `${OF[of]}, ${direction}` : OF[of]);

/** The formats of the contract, each with what it is for and what it cannot carry. */
@customElement('cd-format-list')
export class CdFormatList extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: block;
      }
      dl {
        display: grid;
        gap: var(--space-m);
        max-inline-size: 46rem;
        margin: 0;
      }
      h3 {
        margin-block: var(--space-m) var(--space-s);
      }
      dt {
        font-weight: 600;
      }
      dd {
        margin: 0;
      }
      code {
        font-family: var(--mono);
        font-size: 0.92em;
        font-weight: 400;
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override render() {
    const titles = [...new Set(FORMATS.map(titleOf))];
    return titles.map(
      (title) => html`
        <h3>${title}</h3>
        <dl>${FORMATS.filter((format) => titleOf(format) === title).map(described)}</dl>
      `,
    );
  }
}

const described = ({ id, label, mediaType, extension, use, cannot }: Format): TemplateResult => html`
  <div>
    <dt>${label} <code>${id}</code></dt>
    <dd>${use}</dd>
    <dd class="soft"><code>${mediaType}</code>, <code>.${extension}</code></dd>
    <dd class="soft">Cannot carry: ${cannot.join('; ')}.</dd>
  </div>
`;

declare global {
  interface HTMLElementTagNameMap {
    'cd-format-list': CdFormatList;
  }
}
