/** Brings what others did into the page: one look at the server for a burst, and nothing moves under the reader's hands. */
import type { Claim } from '../../../server/contract/claims.ts';
import type { HistoryItem } from '../../../server/contract/history.ts';
import { getArticle } from '../../api/articles.ts';
import { getClaim, listArticleClaims } from '../../api/claims.ts';
import { newsOf } from '../../controllers/proof/news.ts';
import { type Hold, mayRetry, type Session } from './session.ts';

/** Milliseconds from the first event of a burst to the look at what it did, and between two looks. */
const PAUSE = { first: 50, next: 400 } as const;
/** The same after a look that failed: the first time, and at most. */
const AGAIN = { first: 1_000, most: 30_000 } as const;
/** Milliseconds between two sentences about what others do. */
const QUIET = 4000;
/** From so many claims on, all are asked for in one answer. */
const MANY = 6;

/** What a change of it may change for every claim of the story. */
const OF_ALL_CLAIMS = new Set([
  'article.archived',
  'article.unarchived',
  'article.members_set',
  'article.signed_off',
  'article.reopened',
  'article.sign_off_voided',
  'claim.source_moved',
  // What pointed at it points at nothing any more.
  'claim.erased',
  'evidence.edited',
  'evidence.withdrawn',
  'evidence.restored',
]);

const nounOf = ({ type }: HistoryItem) => type.slice(0, type.indexOf('.'));

interface Page {
  /** The claim that the inspector shows. */
  readonly openClaim: () => string | null;
  /** Keep the words where they are while something changes; what is given back puts them there again. */
  readonly hold: Hold;
}

export class Receiving {
  private waiting: HistoryItem[] = [];
  private unsaid: HistoryItem[] = [];
  private isLooking = false;
  private isStopped = false;
  /** Milliseconds until a look that failed is tried again; 0 after one that did not. */
  private again = 0;
  private lookedAt = 0;
  private saidAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sayTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Session,
    private readonly page: Page,
  ) {}

  take(items: readonly HistoryItem[]): void {
    this.waiting.push(...items);
    this.session.later.take(items);
    for (const { actor, claimId } of items)
      if (claimId !== null && actor.id !== this.session.me) this.session.changers.set(claimId, actor.name);
    this.lookSoon();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    clearTimeout(this.sayTimer);
  }

  private lookSoon(): void {
    if (this.isStopped || this.isLooking || this.timer !== undefined || this.waiting.length === 0) return;
    const pause = Math.max(PAUSE.first, this.again, this.lookedAt + PAUSE.next - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.look();
    }, pause);
  }

  private async look(): Promise<void> {
    const items = this.waiting;
    this.waiting = [];
    this.isLooking = true;
    this.lookedAt = performance.now();
    const isIn = await this.isBroughtIn(items);
    this.isLooking = false;
    if (this.isStopped) return;
    this.again = isIn ? 0 : Math.min(AGAIN.most, this.again * 2 || AGAIN.first);
    if (isIn) {
      this.unsaid.push(...items);
      this.saySoon();
    } else this.waiting.unshift(...items);
    this.lookSoon();
  }

  /** False where it has to be tried again: nobody tells of these events once more. */
  private async isBroughtIn(items: readonly HistoryItem[]): Promise<boolean> {
    try {
      await this.bringIn(items);
      return true;
    } catch (thrown) {
      if (mayRetry(thrown)) return false;
      // What is shown stays as it was where this fails as well: the next write tells what is wrong.
      await this.session.refresh();
      return true;
    }
  }

  private async bringIn(items: readonly HistoryItem[]): Promise<void> {
    const { session, page } = this;
    // What happened before the story was fetched is in it.
    const news = items.filter(({ seq }) => seq > session.head);
    const isAboutStory = news.some((item) => nounOf(item) === 'article');
    const article = isAboutStory ? await getArticle(session.articleId) : null;
    const claims = article !== null && session.isNewer(article) ? [] : await this.claimsOf(news);
    const release = page.hold();
    if (article !== null && session.newer === null) session.article = article;
    for (const { type, claimId } of news)
      if (type === 'claim.erased' && claimId !== null) session.store.drop(claimId);
    const byOthers = news.filter(({ actor }) => actor.id !== session.me);
    // What is done to the story, or to its evidence, does not name the claims that it changes.
    const isOfAll = byOthers.some(({ type }) => OF_ALL_CLAIMS.has(type));
    const named = new Set(byOthers.map(({ claimId }) => claimId));
    for (const claim of claims)
      if (this.isOfThisText(claim))
        session.takeForeign(claim, isOfAll || named.has(claim.id) ? 'others' : 'me');
    if (session.newer === null) session.head = Math.max(session.head, items.at(-1)?.seq ?? 0);
    session.changed();
    release();
    if (news.some((item) => nounOf(item) === 'suggestion' || nounOf(item) === 'claim'))
      session.suggestionsSoon();
    if (claims.length > 0) void session.loadSources();
    await this.asides(items);
  }

  private async claimsOf(news: readonly HistoryItem[]): Promise<readonly Claim[]> {
    const { session } = this;
    if (session.newer !== null) return [];
    const ids = new Set(news.flatMap(({ claimId }) => claimId ?? []));
    if (ids.size > MANY || news.some(({ type }) => OF_ALL_CLAIMS.has(type)))
      return (await listArticleClaims(session.articleId)).items;
    return Promise.all([...ids].map((id) => getClaim(id)));
  }

  /** Places in a newer text mean nothing in the one that is shown: it is told when that text is. */
  private isOfThisText({ revision }: Claim): boolean {
    return revision <= (this.session.article?.revision.number ?? 0);
  }

  /** What the open inspector shows beside the claim; all else is fetched when it is opened. */
  private async asides(items: readonly HistoryItem[]): Promise<void> {
    const { session } = this;
    const id = this.page.openClaim();
    if (id === null) return;
    const { comments, citations, history } = session.aside(id);
    const own = items.filter(({ claimId }) => claimId === id);
    const { hold } = this.page;
    const cites = own.some((item) => nounOf(item) === 'citation');
    const isEvidence = items.some((item) => nounOf(item) === 'evidence' || nounOf(item) === 'file');
    await Promise.all([
      comments !== null && own.some((item) => nounOf(item) === 'comment')
        ? session.loadComments(id, hold)
        : null,
      citations !== null && (cites || isEvidence) ? session.loadCitations(id, hold) : null,
      history !== null && own.length > 0 ? session.loadHistory(id, hold) : null,
    ]);
  }

  private saySoon(): void {
    clearTimeout(this.sayTimer);
    const wait = this.saidAt + QUIET - performance.now();
    if (wait > 0) this.sayTimer = setTimeout(() => this.sayNow(), wait);
    else this.sayNow();
  }

  private sayNow(): void {
    const { session } = this;
    const words = newsOf(this.unsaid, session.me, (id) => session.store.get(id)?.span.quote ?? null);
    this.unsaid = [];
    if (words === null) return;
    this.saidAt = performance.now();
    session.say(words);
  }
}
