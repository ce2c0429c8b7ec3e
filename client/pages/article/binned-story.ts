import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BinItem } from '../../../server/contract/bin.ts';
import { listBin, restoreBinned } from '../../api/bin.ts';
import { type ApiProblem, asProblem, isAbort } from '../../api/problem.ts';
import '../../components/problem.ts';
import { shared } from '../../styles/shared.ts';
import { fullTime } from '../../times.ts';

/**
 * In the place of a story that lies in the bin: who put it there, when and why, and the way back.
 *
 * @fires restored - It is there again.
 */
@customElement('cd-binned-story')
export class CdBinnedStory extends LitElement {
  static override styles = [
    ...shared,
    css`
      .page {
        display: grid;
        gap: var(--space-m);
        justify-items: start;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: 'article-id' }) articleId = '';

  @state() private item: BinItem | null = null;
  @state() private problem: ApiProblem | null = null;
  @state() private busy = false;
  private loading: AbortController | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.loading?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('articleId')) void this.load();
  }

  protected override render() {
    const { item } = this;
    return html`
      <div class="page narrow">
        <h1 dir="auto">${item?.words ?? 'Story'}</h1>
        <cd-problem .problem=${this.problem}>
          <button type="button" @click=${() => void this.load()}>Try again</button>
        </cd-problem>
        ${item === null ? (this.problem === null ? html`<p class="soft" role="status">Loading…</p>` : nothing) : this.about(item)}
        <p><a href="/bin">The bin</a> · <a href="/">The desk</a></p>
      </div>
    `;
  }

  private about({ withdrawn: { at, by, reason }, can }: BinItem) {
    return html`
      <p class="notice">
        This story was withdrawn${by === null ? nothing : html` by <bdi>${by.name}</bdi>`},
        <time datetime=${at}>${fullTime(at)}</time>. It lies in the bin with all that is in it.
      </p>
      ${reason === null ? nothing : html`<p dir="auto">${reason}</p>`}
      ${
        can.includes('restore')
          ? html`<button class="primary" type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${() => void this.restore()}>
              ${this.busy ? 'Restoring…' : 'Restore the story'}
            </button>`
          : html`<p class="soft">An editor can restore it.</p>`
      }
      ${
        can.includes('erase')
          ? html`<p>
              What the law wants gone is erased in <a href="/bin?kind=story">the bin</a>, or event by event in
              <a href="/stories/${this.articleId}/history">its history</a>.
            </p>`
          : nothing
      }
    `;
  }

  private async load(): Promise<void> {
    this.loading?.abort();
    this.loading = new AbortController();
    const { signal } = this.loading;
    this.problem = null;
    try {
      const { items } = await listBin({ kind: 'story', articleId: this.articleId }, signal);
      this.item = items[0] ?? null;
      // Somebody was quicker.
      if (this.item === null) this.dispatchEvent(new Event('restored'));
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
  }

  private async restore(): Promise<void> {
    if (this.item === null || this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await restoreBinned(this.item);
      this.dispatchEvent(new Event('restored'));
    } catch (thrown) {
      this.problem = asProblem(thrown);
      if (this.problem.code === 'NOT_WITHDRAWN') this.dispatchEvent(new Event('restored'));
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-binned-story': CdBinnedStory;
  }
}
