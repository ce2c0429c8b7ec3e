import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Arrival } from '../../server/contract/arrivals.ts';
import { arrivalFileAddress, listArrivals } from '../api/arrivals.ts';
import { getArticle } from '../api/articles.ts';
import { type ApiProblem, asProblem, isAbort } from '../api/problem.ts';
import { warningsOf } from '../components/arrival-line.ts';
import '../components/file-facts.ts';
import '../components/problem.ts';
import { consume } from '@lit/context';
import { PageTitleEvent } from '../contexts/page-title.ts';
import { nameOf, type People, peopleContext } from '../contexts/people.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';

/** The files that a story and its newer versions came as, with what they say beside its words. */
@customElement('cd-arrivals-page')
export class CdArrivalsPage extends LitElement {
  static override styles = [
    ...shared,
    css`
      ol {
        display: grid;
        gap: var(--space-l);
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        gap: var(--space-m);
      }
    `,
  ];

  @property({ attribute: 'article-id' }) articleId = '';

  @consume({ context: peopleContext, subscribe: true }) @state() private people: People = new Map();
  @state() private headline = '';
  @state() private items: readonly Arrival[] | null = null;
  @state() private problem: ApiProblem | null = null;
  private loading: AbortController | null = null;

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
          <h1>Files of <bdi>${this.headline || 'the story'}</bdi></h1>
          <p class="actions"><a href="/stories/${this.articleId}">The story</a></p>
        </div>
        <cd-problem .problem=${this.problem}>
          <button type="button" @click=${() => void this.load()}>Try again</button>
        </cd-problem>
        ${this.list()}
      </div>
    `;
  }

  private list(): TemplateResult | typeof nothing {
    const { items } = this;
    if (items === null) return this.problem === null ? html`<p class="soft">Loading…</p>` : nothing;
    if (items.length === 0)
      return html`
        <div class="empty soft">
          <p>This story did not come as a file. <a href="/stories/new">Bring in a file</a> to see what it says beside its words.</p>
        </div>
      `;
    return html`<ol role="list">${items.map((item) => this.item(item))}</ol>`;
  }

  private item(arrival: Arrival): TemplateResult {
    const { number, revision, createdAt, createdBy, name, version, here } = arrival;
    const heading = version === null ? `File ${number}` : `Version ${version}`;
    return html`
      <li class="panel">
        <h2><bdi>${heading}</bdi></h2>
        <p class="soft">
          Brought in ${fullTime(createdAt)} by <bdi>${nameOf(this.people, createdBy)}</bdi>; its words are text ${revision}
          of the story.
        </p>
        ${warningsOf(arrival, Date.now()).map((words) => html`<p class="notice">${words}</p>`)}
        <cd-file-facts .facts=${arrival}></cd-file-facts>
        ${
          here
            ? html`<p class="actions">
                <a class="button" href=${arrivalFileAddress(this.articleId, number)} download=${name}>
                  Download the file as it came<span class="visually-hidden">: ${heading}</span>
                </a>
              </p>`
            : html`<p class="soft">The file itself stayed where the story came from.</p>`
        }
      </li>
    `;
  }

  private async load(): Promise<void> {
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    this.problem = null;
    try {
      const [article, { items }] = await Promise.all([
        getArticle(this.articleId, loading.signal),
        listArrivals(this.articleId, loading.signal),
      ]);
      this.headline = article.title;
      this.items = items;
      this.dispatchEvent(new PageTitleEvent(`Files: ${article.title}`));
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-arrivals-page': CdArrivalsPage;
  }
}
