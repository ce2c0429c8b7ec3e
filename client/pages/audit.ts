import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AuditedAttribution, Flag } from '../../server/contract/audit.ts';
import type { Claim } from '../../server/contract/claims.ts';
import '../components/audit-card.ts';
import { changedMark } from '../components/changed-mark.ts';
import '../components/changes-line.ts';
import type { CdAuditCard } from '../components/audit-card.ts';
import type { DecideEvent } from '../components/decide.ts';
import type { FlagEvent } from '../components/flag-note.ts';
import '../components/flag-note.ts';
import { controlValue } from '../components/form.ts';
import '../components/problem.ts';
import { confidentialTag, tagStyles } from '../components/tags.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { PageTitleEvent } from '../contexts/page-title.ts';
import { nameOf, type People, peopleContext } from '../contexts/people.ts';
import { type Audit, AuditController } from '../controllers/audit.ts';
import {
  type AuditGroup,
  byClaim,
  type Grouping,
  groupsOf,
  isOpen,
  looseFlags,
} from '../controllers/audit-groups.ts';
import { type AuditRow, looseId } from '../controllers/audit-rows.ts';
import { lookFirst } from '../controllers/following/words.ts';
import { decidedWords, ReviewingController } from '../controllers/reviewing.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { stepTo } from '../controllers/step.ts';
import { StoryEvents } from '../controllers/story-events.ts';
import { navigate, replaceSearch } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { counted } from '../words.ts';

const GROUPINGS: readonly (readonly [Grouping, string])[] = [
  ['order', 'As the story runs'],
  ['source', 'By source'],
  ['flag', 'By flag'],
];
const NO_CLAIMS: ReadonlyMap<string, Claim> = new Map();
const groupingOf = (value: string | null): Grouping =>
  GROUPINGS.find(([grouping]) => grouping === value)?.[0] ?? 'order';

/** Who says what in one story, for the person who audits it. */
@customElement('cd-audit-page')
export class CdAuditPage extends LitElement {
  static override styles = [
    ...shared,
    tagStyles,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-s) var(--space-l);
      }
      .tools select {
        inline-size: auto;
      }
      section {
        display: grid;
        gap: var(--space-m);
      }
      ol {
        display: grid;
        gap: var(--space-m);
      }
      h2 {
        font-size: 1.125rem;
      }
      h2 small {
        font-family: var(--sans);
        font-size: var(--text-s);
        font-weight: 400;
        color: var(--ink-soft);
      }
      .flags {
        display: grid;
        gap: var(--space-xs);
      }
      li {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 18rem;
      }
      .flags li {
        content-visibility: visible;
      }
    `,
  ];

  @property({ attribute: 'article-id' }) articleId = '';

  @consume({ context: meContext, subscribe: true }) @state() private me: Me | null = null;
  @consume({ context: peopleContext, subscribe: true }) @state() private people: People = new Map();
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private grouping = groupingOf(new URLSearchParams(location.search).get('by'));
  @state() private showDismissed = false;
  readonly #reviewing = new ReviewingController(
    this,
    (claim) => {
      this.#put(claim);
      this.announce(decidedWords(claim));
    },
    (claim) => this.#findOut(claim),
  );
  readonly #story = new AuditController(
    this,
    () => this.articleId,
    (items, title) => this.#onLoaded(items, title),
    (ids) => {
      for (const id of ids) void this.#reviewing.renew(id);
    },
  );

  constructor() {
    super();
    new StoryEvents(
      this,
      () => this.articleId,
      (items) => {
        this.#story.rows.heard(items, this.me?.id ?? null);
        return this.#story.load();
      },
    );
    const hasCard = () => this.#card() !== null;
    new ShortcutsController(
      this,
      {
        'j|ArrowDown': { label: 'Next attribution or claim', run: () => this.#step(1) },
        'k|ArrowUp': { label: 'The one before', run: () => this.#step(-1) },
        n: { label: 'Next that waits for your review', run: () => this.#toNext() },
        p: { label: 'Pass', run: () => this.#card()?.pass(), when: hasCard, decides: true },
        r: { label: 'Return with a reason', run: () => void this.#card()?.openReturn(), when: hasCard },
        u: {
          label: 'Take the decision back',
          run: () => this.#takeBack(this.#card()?.item ?? null),
          when: hasCard,
          decides: true,
        },
        d: { label: 'Dismiss the next flag', run: () => this.#dismiss(), when: () => this.#place() !== null },
        g: { label: 'Group in another way', run: () => this.#regroup() },
        Enter: { label: 'Open in the story', run: () => this.#open(), when: () => this.#place() !== null },
        s: { label: 'Show what changed', run: () => this.#show(), when: () => this.#story.rows.waiting > 0 },
      },
      'Audit',
    );
  }

  protected override render() {
    const { audit, problem, title } = this.#story;
    return html`
      <div class="page">
        <div class="page-head">
          <h1>Attributions</h1>
          <p class="actions">
            <a href="/stories/${this.articleId}"><bdi>${title || 'The story'}</bdi></a>
            <a href="/audit">All stories</a>
          </p>
        </div>
        <cd-problem .problem=${problem}>
          <button type="button" @click=${() => void this.#story.load()}>Try again</button>
        </cd-problem>
        ${audit === null ? this.#waiting() : this.#audit(audit)}
        <cd-changes-line .count=${this.#story.rows.waiting} @show=${() => this.#show()}></cd-changes-line>
      </div>
    `;
  }

  #waiting() {
    return this.#story.problem === null
      ? html`<p class="empty soft" role="status">Loading the audit…</p>`
      : nothing;
  }

  #audit(audit: Audit): TemplateResult {
    const { rows } = this.#story;
    const shown = rows.ids.flatMap((id) => rows.value(id) ?? []);
    const flags = [...new Map(shown.flatMap((row) => row.flags.map((flag) => [flag.key, flag]))).values()];
    const open = flags.filter(isOpen);
    const toReview = shown.filter(
      ({ item }) => item !== null && this.#reviewing.claim(item.claim).status === 'checked',
    ).length;
    const loose = byClaim(looseFlags(audit.flags, audit.items)).flatMap(([id]) => {
      const about = rows.value(looseId(id))?.flags.filter((flag) => this.showDismissed || isOpen(flag)) ?? [];
      return about.length === 0 ? [] : [{ id, about }];
    });
    // By what they were when they were fetched: what is decided here stays where it is looked at.
    const groups = groupsOf(this.grouping, audit.items, audit.sources, audit.flags);
    const returned = groups.filter(({ key }) => key === 'returned');
    return html`
      <div class="tools">
        <p>
          ${counted(audit.items.length, 'attribution')} · ${toReview} to review · ${counted(open.length, 'flag')}
        </p>
        <div class="field">
          <label for="by">Grouped</label>
          <select id="by" @change=${(event: Event) => this.#group(groupingOf(controlValue(event)))}>
            ${GROUPINGS.map(([value, words]) => html`<option value=${value} ?selected=${value === this.grouping}>${words}</option>`)}
          </select>
        </div>
        <label class="check">
          <input type="checkbox" .checked=${this.showDismissed}
            @change=${() => {
              this.showDismissed = !this.showDismissed;
            }} />
          Dismissed flags (${flags.length - open.length})
        </label>
      </div>
      ${
        audit.items.length === 0 && loose.length === 0
          ? html`<div class="empty">
              <p>No attribution is marked in this story.</p>
              <p class="soft">Mark who says what in <a href="/stories/${this.articleId}">the story</a>.</p>
            </div>`
          : nothing
      }
      ${returned.map((group) => this.#section(group))}
      ${loose.length === 0 ? nothing : this.#loose(loose)}
      ${repeat(
        groups.filter((group) => !returned.includes(group)),
        ({ key }) => key,
        (group) => this.#section(group),
      )}
    `;
  }

  #loose(claims: readonly { readonly id: string; readonly about: readonly Flag[] }[]) {
    return html`
      <section aria-labelledby="loose">
        <h2 id="loose">Claims without an attribution of their own</h2>
        <ul role="list" class="flags">
          ${repeat(
            claims,
            ({ id }) => id,
            ({ id, about }) => html`
              <li class="loose" tabindex="-1" data-row=${looseId(id)}>
                <a href="/stories/${this.articleId}#claim=${id}"><bdi>${about[0]?.span.quote}</bdi></a>
                ${changedMark(this.#story.rows.news(looseId(id)))}
                ${this.#flags(about)}
              </li>
            `,
          )}
        </ul>
      </section>
    `;
  }

  #section({ key, heading, confidential, also, items }: AuditGroup) {
    return html`
      <section aria-labelledby="group-${key}">
        <h2 id="group-${key}">
          <bdi>${heading}</bdi> ${confidentialTag({ confidential })} <small>${items.length}${also.length === 0 ? nothing : html` · also <bdi>${also.join(', ')}</bdi>`}</small>
        </h2>
        <ol role="list">
          ${repeat(
            items,
            ({ claim }) => claim.id,
            (item) => html`<li>${this.#item(item)}</li>`,
          )}
        </ol>
      </section>
    `;
  }

  #item(laid: AuditedAttribution) {
    const row = this.#story.rows.value(laid.claim.id);
    const item = row?.item ?? laid;
    const claim = this.#reviewing.claim(item.claim);
    const shown = (row?.flags ?? []).filter((flag) => this.showDismissed || isOpen(flag));
    return html`
      <cd-audit-card
        data-row=${item.claim.id}
        .item=${item}
        .claim=${claim}
        .claims=${row?.claims ?? NO_CLAIMS}
        checker=${nameOf(this.people, claim.verdict?.by ?? null)}
        reviewer=${nameOf(this.people, claim.review?.by ?? null)}
        .since=${this.#reviewing.since(claim.id)}
        .formerReview=${this.#reviewing.formerReview(claim.id)}
        .refused=${this.#refused(claim)}
        .busy=${this.#reviewing.busy(claim.id)}
        .problem=${this.#reviewing.problem(claim.id)}
        @decide=${(event: DecideEvent) => this.#decide(item.claim, event)}
        @take-back=${() => this.#takeBack(item)}
      >
        ${changedMark(this.#story.rows.news(claim.id))}
        ${shown.length === 0 ? nothing : html`<div class="flags">${this.#flags(shown)}</div>`}
      </cd-audit-card>
    `;
  }

  /** Each stays the same element: a reason may be typed in it. */
  #flags(flags: readonly Flag[]) {
    return repeat(
      flags,
      ({ key }) => key,
      (flag) => this.#flag(flag),
    );
  }

  #flag(flag: Flag) {
    const mine = this.#story.flagging?.key === flag.key ? this.#story.flagging : null;
    return html`
      <cd-flag-note
        .flag=${flag}
        by=${nameOf(this.people, flag.dismissed?.by ?? null)}
        .busy=${mine !== null && mine.problem === null}
        .problem=${mine?.problem ?? null}
        @flag=${(event: FlagEvent) => void this.#onFlag(event)}
      ></cd-flag-note>
    `;
  }

  /** Why there are no buttons, where the reason is that the verdict is one's own. */
  #refused({ verdict, status }: Claim): string | null {
    const own = status === 'checked' && verdict?.by === this.me?.id;
    return own && this.me?.role !== 'editor' ? 'OWN_VERDICT' : null;
  }

  #onLoaded(items: readonly AuditedAttribution[], title: string): void {
    this.dispatchEvent(new PageTitleEvent(`Attributions: ${title}`));
    const claims = items.map(({ claim }) => claim);
    void this.#reviewing.lookBackAtAll(this.articleId, claims);
  }

  #show(): void {
    this.#story.show();
    this.announce(counted(this.#story.audit?.items.length ?? 0, 'attribution'));
  }

  #put(claim: Claim): void {
    this.#story.rows.put(claim.id, (row) => rowWith(row, claim));
  }

  #findOut(claim: Claim): void {
    this.#story.rows.findOut(claim.id, (row) => rowWith(row, claim));
  }

  #decide(claim: Claim, event: DecideEvent): void {
    if (!this.#hasToLook(claim)) void this.#reviewing.decide(claim, event);
  }

  /** What somebody else changed under the key is shown, and waits for the key to be pressed again. */
  #hasToLook({ id }: Claim): boolean {
    const { rows } = this.#story;
    if (!rows.isToBeRead(id)) return false;
    this.#reviewing.wait(id, lookFirst(rows.changer(id)));
    return true;
  }

  async #onFlag({ key, reason }: FlagEvent): Promise<void> {
    const place = this.#place();
    const next = place?.nextElementSibling;
    if (!(await this.#story.flag(key, reason))) return;
    this.announce(reason === null ? 'Flag brought back' : 'Flag dismissed');
    await this.updateComplete;
    // The note may be gone, and its claim with it where that had no other: keys go on from there.
    if (place?.isConnected === true) place.focus();
    else if (next instanceof HTMLElement) next.focus();
  }

  #takeBack(item: AuditedAttribution | null): void {
    if (item === null || this.#reviewing.claim(item.claim).review === null) return;
    if (!this.#hasToLook(item.claim)) void this.#reviewing.takeBack(item.claim);
  }

  #regroup(): void {
    const at = GROUPINGS.findIndex(([grouping]) => grouping === this.grouping);
    this.#group(GROUPINGS[(at + 1) % GROUPINGS.length]?.[0] ?? 'order');
  }

  #group(grouping: Grouping): void {
    this.grouping = grouping;
    replaceSearch(new URLSearchParams(grouping === 'order' ? {} : { by: grouping }));
    this.announce(GROUPINGS.find(([value]) => value === grouping)?.[1] ?? '');
  }

  /** The card that has the focus. */
  #card(): CdAuditCard | null {
    return this.renderRoot.querySelector<CdAuditCard>('cd-audit-card:focus-within');
  }

  /** The card or the claim in the list that has the focus. */
  #place(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(':is(cd-audit-card, .loose):focus-within');
  }

  #step(by: 1 | -1): void {
    stepTo([...this.renderRoot.querySelectorAll<HTMLElement>('cd-audit-card, .loose')], by);
  }

  /** Past what is decided, and from the end to the beginning. */
  #toNext(): void {
    const cards = [...this.renderRoot.querySelectorAll<CdAuditCard>('cd-audit-card')];
    const at = cards.findIndex((card) => card.matches(':focus-within'));
    const next = [...cards.slice(at + 1), ...cards.slice(0, at + 1)].find(({ mayDecide }) => mayDecide);
    if (next === undefined) this.announce('Nothing waits for your review');
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  #dismiss(): void {
    const open = [...(this.#place()?.querySelectorAll('cd-flag-note') ?? [])];
    void open.find(({ mayDismiss }) => mayDismiss)?.open();
  }

  #open(): void {
    const claim = this.#card()?.item?.claim;
    if (claim !== undefined) navigate(`/stories/${this.articleId}#claim=${claim.id}`);
    else this.#place()?.querySelector('a')?.click();
  }
}

const rowWith = (row: AuditRow, claim: Claim): AuditRow =>
  row.item === null ? row : { ...row, item: { ...row.item, claim } };

declare global {
  interface HTMLElementTagNameMap {
    'cd-audit-page': CdAuditPage;
  }
}
