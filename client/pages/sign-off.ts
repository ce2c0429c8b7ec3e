import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { SignOffState } from '../../server/contract/sign-off.ts';
import { proofAddress } from '../api/sign-off.ts';
import '../components/changes-line.ts';
import '../components/problem.ts';
import '../components/sign-off/blockers.ts';
import { type ReopenEvent, reopenDraft } from '../components/sign-off/given.ts';
import type { LetStandEvent, Unsettled } from '../components/sign-off/let-stand.ts';
import '../components/sign-off/let-stand.ts';
import type { LeftOpen } from '../components/sign-off/suggestions-left.ts';
import '../components/sign-off/suggestions-left.ts';
import type { CdNewsSince } from '../components/sign-off/news.ts';
import '../components/sign-off/news.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { PageTitleEvent } from '../contexts/page-title.ts';
import { nameOf, type People, peopleContext, personNamed } from '../contexts/people.ts';
import { plainWords } from '../controllers/proof/history-words.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { SignOffController } from '../controllers/sign-off.ts';
import { grouped, notSignedWords, policyWords, refusalWords } from '../controllers/sign-off-words.ts';
import { StoryEvents } from '../controllers/story-events.ts';
import { navigate } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { counted, VERDICT_WORDS } from '../words.ts';

/** The sign-off of one story: what stands in the way, what is let stand by name, and the words it is bound to. */
@customElement('cd-sign-off-page')
export class CdSignOffPage extends LitElement {
  static override styles = [
    ...shared,
    css`
      .page {
        max-inline-size: 56rem;
      }
      .part {
        display: grid;
        gap: var(--space-m);
      }
      .clear {
        color: var(--good);
        font-weight: 600;
      }
      .bound {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-xs) var(--space-l);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      dt {
        color: var(--ink-soft);
      }
      code {
        font-family: var(--mono);
      }
      .ended {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: 'article-id' }) articleId = '';

  @consume({ context: peopleContext, subscribe: true }) @state() private people: People = new Map();
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @query('cd-news-since') private newsPanel!: CdNewsSince | null;

  readonly #story = new SignOffController(
    this,
    () => this.articleId,
    (title) => this.dispatchEvent(new PageTitleEvent(`Sign-off: ${title}`)),
  );

  constructor() {
    super();
    new StoryEvents(
      this,
      () => this.articleId,
      () => this.#story.look(),
    );
    const may = () => this.#story.state?.can.includes('sign_off') === true;
    new ShortcutsController(
      this,
      {
        'Ctrl+Enter': { label: 'Sign off', run: () => void this.#sign(), when: may, decides: true },
        s: { label: 'Show what happened', run: () => void this.#show(), when: () => this.#story.waiting > 0 },
        g: { label: 'To the story', run: () => navigate(`/stories/${this.articleId}`) },
      },
      'Sign-off',
    );
  }

  protected override render() {
    const { state: found, problem, title } = this.#story;
    return html`
      <div class="page">
        <div class="page-head">
          <h1>Sign-off</h1>
          <p class="actions">
            <a href="/stories/${this.articleId}"><bdi>${title || 'The story'}</bdi></a>
            <a href="/stories/${this.articleId}/history">History</a>
            <a href=${proofAddress(this.articleId)} target="_blank" rel="noopener">Proof</a>
          </p>
        </div>
        <cd-problem .problem=${problem}>
          <button type="button" @click=${() => void this.#story.load()}>Try again</button>
        </cd-problem>
        ${found === null ? this.#waiting() : this.#found(found)}
        <cd-changes-line .count=${this.#story.waiting} @show=${() => void this.#show()}></cd-changes-line>
      </div>
    `;
  }

  #waiting() {
    return this.#story.problem === null
      ? html`<p class="empty soft" role="status">Looking at every claim…</p>`
      : nothing;
  }

  #found(found: SignOffState): TemplateResult {
    const news = html`
      <cd-news-since
        article-id=${this.articleId}
        .items=${this.#story.news}
        .more=${this.#story.moreNews}
        .claims=${this.#story.claims}
        .word=${this.#word}
      ></cd-news-since>
    `;
    if (found.signOff !== null)
      return html`${news}
        <cd-sign-off-given
          article-id=${this.articleId}
          .signOff=${found.signOff}
          by=${nameOf(this.people, found.signOff.by)}
          .claims=${this.#story.claims}
          .left=${this.#leftOpen(found.signOff.acknowledgedSuggestions)}
          ?may-reopen=${found.can.includes('reopen')}
          .busy=${this.#story.busy}
          .problem=${this.#story.refusal}
          @reopen=${(event: ReopenEvent) => void this.#reopen(event.reason)}
        ></cd-sign-off-given>`;
    return html`${this.#ended(found)} ${this.#inTheWay(found)} ${this.#letStand(found)} ${news} ${this.#signing(found)}`;
  }

  #ended({ ended }: SignOffState) {
    if (ended === null) return nothing;
    const who = nameOf(this.people, ended.endedBy);
    const how =
      ended.because === 'reopened'
        ? html`<strong>Reopened</strong> by <bdi>${who}</bdi>`
        : html`<strong>Voided by a newer text</strong> (<bdi>${who}</bdi>)`;
    return html`
      <div class="notice ended">
        <p>${how}, <time datetime=${ended.endedAt}>${fullTime(ended.endedAt)}</time>: <q dir="auto">${ended.reason}</q></p>
        <p class="small">
          It was signed off by <bdi>${nameOf(this.people, ended.by)}</bdi>,
          <time datetime=${ended.at}>${fullTime(ended.at)}</time>, as revision ${ended.revision}.
        </p>
      </div>
    `;
  }

  #inTheWay({ blockers, policy }: SignOffState) {
    return html`
      <section class="part" aria-labelledby="way">
        <h2 id="way">What stands in the way</h2>
        ${
          blockers.length === 0
            ? html`<p class="clear">✔ Nothing. ${counted(this.#live, 'claim is', 'claims are')} settled.</p>`
            : html`<cd-sign-off-blockers
                .blockers=${blockers}
                .policy=${policy}
                .claims=${this.#story.claims}
              ></cd-sign-off-blockers>`
        }
        <p class="soft small">${policyWords(policy)}</p>
      </section>
    `;
  }

  get #live(): number {
    return [...this.#story.claims.values()].filter(({ status }) => status !== 'withdrawn').length;
  }

  #letStand(found: SignOffState) {
    const items = found.toAcknowledge.flatMap((one) => this.#unsettled(one));
    const left = this.#leftOpen(found.openSuggestions);
    if (items.length + left.length === 0) return nothing;
    const mayTick = found.can.includes('sign_off');
    const tick = ({ ids, on }: LetStandEvent) => this.#story.tick(ids, on);
    return html`
      <section class="part" aria-labelledby="stand">
        <h2 id="stand">Let stand by name</h2>
        <p class="soft small">
          These go out unsettled. ${mayTick ? 'Tick each that you let stand.' : 'Whoever signs ticks each of them.'}
        </p>
        ${
          items.length === 0
            ? nothing
            : html`<cd-let-stand
                .items=${items}
                .ticked=${this.#story.ticked}
                ?may-tick=${mayTick}
                @let-stand=${tick}
              ></cd-let-stand>`
        }
        <cd-suggestions-left
          article-id=${this.articleId}
          .items=${left}
          .ticked=${this.#story.ticked}
          ?may-tick=${mayTick}
          @let-stand=${tick}
        ></cd-suggestions-left>
      </section>
    `;
  }

  #unsettled({ claimId, verdict }: SignOffState['toAcknowledge'][number]): Unsettled[] {
    const claim = this.#story.claims.get(claimId);
    if (claim === undefined) return [];
    return [
      {
        id: claimId,
        what: VERDICT_WORDS[verdict],
        quote: claim.span.quote,
        reason: claim.verdict?.reason ?? '',
        by: nameOf(this.people, claim.verdict?.by ?? null),
        href: `/stories/${this.articleId}#claim=${claimId}`,
      },
    ];
  }

  #leftOpen(ids: readonly string[]): LeftOpen[] {
    return ids.map((id) => ({ id, suggestion: this.#story.suggestions.get(id) ?? null }));
  }

  #signing({ revision, sha256, head, can, refused }: SignOffState) {
    const { refusal, busy, isAcknowledged } = this.#story;
    const ready = can.includes('sign_off') && isAcknowledged;
    return html`
      <section class="part panel" aria-labelledby="sign">
        <h2 id="sign">What you sign</h2>
        <dl class="bound">
          <dt>Text</dt>
          <dd>Revision ${revision}</dd>
          <dt>SHA-256</dt>
          <dd><code>${grouped(sha256)}</code></dd>
          <dt>State</dt>
          <dd>After event ${head} of its history</dd>
        </dl>
        <p class="small">These words and this state, and no others. Read the proof first.</p>
        <cd-problem
          .problem=${refusal === null ? null : { message: notSignedWords(refusal), issues: [] }}
        ></cd-problem>
        ${refused === null ? nothing : html`<p>${refusalWords(refused)}</p>`}
        ${
          can.includes('sign_off')
            ? html`<div class="actions">
                <button
                  class="primary"
                  type="button"
                  aria-disabled=${busy || !ready ? 'true' : 'false'}
                  @click=${() => void this.#sign()}
                >
                  ${busy ? 'Signing…' : 'Sign off'}
                </button>
                <span class="hint">
                  ${isAcknowledged ? html`<kbd>Ctrl</kbd> <kbd>Enter</kbd>` : 'Tick all that is let stand first.'}
                </span>
              </div>`
            : nothing
        }
      </section>
    `;
  }

  async #sign(): Promise<void> {
    const { state: found, isAcknowledged, busy } = this.#story;
    if (busy || found?.can.includes('sign_off') !== true) return;
    if (!isAcknowledged) {
      this.announce('Tick all that is let stand first.');
      return;
    }
    if (await this.#story.sign()) {
      this.announce('Signed off');
      return;
    }
    await this.#toNews();
  }

  /** What happened since, before the eyes of whoever is about to decide. */
  async #show(): Promise<void> {
    await this.#story.load();
    await this.#toNews();
  }

  async #toNews(): Promise<void> {
    await this.updateComplete;
    if (this.#story.news.length === 0) return;
    await this.newsPanel?.updateComplete;
    this.newsPanel?.focus();
  }

  async #reopen(reason: string): Promise<void> {
    if (!(await this.#story.reopen(reason))) {
      await this.#toNews();
      return;
    }
    reopenDraft(this.articleId).drop();
    this.announce('Reopened');
  }

  readonly #word = (value: string): string => {
    const claim = this.#story.claims.get(value);
    if (claim !== undefined) return `“${claim.span.quote}”`;
    return personNamed(this.people, value) ?? plainWords(value);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-sign-off-page': CdSignOffPage;
  }
}
