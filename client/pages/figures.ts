import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Ledger } from '../../server/contract/figures.ts';
import { getArticle } from '../api/articles.ts';
import { getFigures } from '../api/figures.ts';
import { type ApiProblem, asProblem, isAbort } from '../api/problem.ts';
import '../components/ledger/ledger.ts';
import { PageTitleEvent } from '../contexts/page-title.ts';
import { StoryEvents } from '../controllers/story-events.ts';
import { shared } from '../styles/shared.ts';

/** The ledger of a story on a page of its own: to print, or to keep beside the story. */
@customElement('cd-figures-page')
export class CdFiguresPage extends LitElement {
  static override styles = [
    ...shared,
    css`
      @media print {
        .page {
          padding: 0;
        }
        .actions {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: 'article-id' }) articleId = '';

  @state() private headline = '';
  @state() private markable = false;
  @state() private ledger: Ledger | null = null;
  @state() private problem: ApiProblem | null = null;
  private loading: AbortController | null = null;
  private readonly events = new StoryEvents(
    this,
    () => this.articleId,
    () => this.load(),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.loading?.abort();
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <h1><bdi>${this.headline || 'The story'}</bdi></h1>
          <p class="actions">
            <a href="/stories/${this.articleId}">The story</a>
            ${this.ledger === null ? nothing : html`<button type="button" @click=${() => window.print()}>Print</button>`}
          </p>
        </div>
        <cd-ledger
          .ledger=${this.ledger}
          .problem=${this.problem}
          .articleId=${this.articleId}
          .markable=${this.markable}
          .whole=${true}
          @again=${() => void this.load()}
        ></cd-ledger>
      </div>
    `;
  }

  private async load(): Promise<ApiProblem | null> {
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    this.problem = null;
    try {
      await this.events.isBegun;
      const [article, ledger] = await Promise.all([
        getArticle(this.articleId, loading.signal),
        getFigures(this.articleId, loading.signal),
      ]);
      this.headline = article.title;
      this.markable = article.can.includes('mark');
      this.ledger = ledger;
      this.dispatchEvent(new PageTitleEvent(`Figures: ${article.title}`));
    } catch (thrown) {
      if (isAbort(thrown)) return null;
      this.problem = asProblem(thrown);
    }
    return this.problem;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-figures-page': CdFiguresPage;
  }
}
