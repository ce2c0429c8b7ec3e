import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ErasedBy } from '../../api/problem.ts';
import { shared } from '../../styles/shared.ts';
import { fullTime } from '../../times.ts';

/** In the place of a story that was erased: that it was, by whom and when, and no more. */
@customElement('cd-erased-story')
export class CdErasedStory extends LitElement {
  static override styles = shared;

  @property({ attribute: false }) erased: ErasedBy | null = null;

  protected override render() {
    const { erased } = this;
    return html`
      <div class="page narrow">
        <h1>Story</h1>
        <p class="notice" role="status">
          ${
            erased === null
              ? 'This story was erased for good.'
              : html`This story was erased for good by <bdi>${erased.by.name}</bdi>,
                  <time datetime=${erased.at}>${fullTime(erased.at)}</time>.`
          }
        </p>
        <p><a href="/">The desk</a></p>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-erased-story': CdErasedStory;
  }
}
