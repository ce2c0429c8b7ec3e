/** The list of what became of the claims: in groups, a few of each drawn at first. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Claim } from '../../../server/contract/claims.ts';
import type { Span } from '../../../server/contract/common.ts';
import type { ChangedClaim } from '../../../server/contract/revisions.ts';
import '../../components/change-card.ts';
import { changedMark } from '../../components/changed-mark.ts';
import { isKept } from '../../controllers/changes/stops.ts';
import { textOfChange } from '../../controllers/changes/which-text.ts';
import type { RevisionList } from './comparison.ts';
import type { Writes } from './writes.ts';

export interface Groups {
  readonly again: readonly ChangedClaim[];
  readonly gone: readonly ChangedClaim[];
  readonly kept: readonly ChangedClaim[];
  /** How many of those to be checked again this text left as they were: an earlier one changed them. */
  readonly overdue: number;
}
export type GroupName = Exclude<keyof Groups, 'overdue'>;

/** Cards drawn at first and with each press of "Show more": a long story has thousands. */
export const STEP: Readonly<Record<GroupName, number>> = { again: 100, gone: 100, kept: 20 };

const HEADINGS: Readonly<Record<GroupName, string>> = {
  again: 'To be checked again',
  gone: 'No longer in the text',
  kept: 'As before',
};

/**
 * @param isNewest then those whose words went with an earlier text, and are still without a place, are among those gone, and
 *   those whose verdict ended with one, and has not been given anew, among those to be checked again
 * @param confirmed those that the person confirmed here: they stay where they were
 */
export function groupsOf(
  changed: readonly ChangedClaim[],
  claims: ReadonlyMap<string, Claim>,
  { isNewest, confirmed }: { readonly isNewest: boolean; readonly confirmed: readonly string[] },
): Groups {
  const shown = changed.filter(({ id }) => claims.has(id));
  const listed = new Set(changed.map(({ id }) => id));
  const earlier = isNewest
    ? [...claims.values()]
        .filter(({ id, status }) => status === 'orphaned' && !listed.has(id))
        .map(goneBefore)
    : [];
  const kept = shown.filter(isKept);
  const isOverdue = ({ id }: ChangedClaim) =>
    isNewest && (claims.get(id)?.status === 'expired' || confirmed.includes(id));
  const overdue = kept.filter(isOverdue);
  return {
    again: [...shown.filter((claim) => claim.change !== 'gone' && !isKept(claim)), ...overdue],
    gone: [...shown.filter(({ change }) => change === 'gone'), ...earlier],
    kept: kept.filter((claim) => !isOverdue(claim)),
    overdue: overdue.length,
  };
}

const goneBefore = ({ id, span, verdict }: Claim): ChangedClaim => ({
  ...{
    id,
    change: 'gone',
    span: null,
    from: span.quote,
    fromStart: span.start,
    to: null,
    pieces: [],
    beside: [],
    elsewhere: null,
  },
  verdictKept: verdict === null,
});

/** What the list needs of the page. */
export interface ListPage {
  readonly articleId: string;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly offers: ReadonlyMap<string, Span>;
  readonly writes: Writes;
  readonly revision: number | null;
  readonly texts: RevisionList;
  /** How many of each group are drawn. */
  readonly limits: Readonly<Record<GroupName, number>>;
  /** The claims that the person looks at in the texts. */
  readonly chosen: ReadonlySet<string>;
  /** Why a key did nothing to a claim; null where it did. */
  asks(id: string): string | null;
  /** Who changed a claim while nobody was at it, in words; null where nobody did. */
  news(id: string): string | null;
  /** Null where the texts are seen beside the list already. */
  readonly showInTexts: ((id: string) => void) | null;
  showMore(group: GroupName): void;
}

export function list(page: ListPage, groups: Groups): TemplateResult {
  return html`
    ${section(page, 'again', groups.again, html`<p class="soft">No claim changed.</p>`)}
    ${section(page, 'gone', groups.gone, null)} ${section(page, 'kept', groups.kept, null)}
  `;
}

function section(
  page: ListPage,
  name: GroupName,
  items: readonly ChangedClaim[],
  none: TemplateResult | null,
): TemplateResult | typeof nothing {
  if (items.length === 0 && none === null) return nothing;
  const left = items.length - page.limits[name];
  return html`
    <section aria-label=${HEADINGS[name]}>
      <h2>${HEADINGS[name]} <span class="numeral soft">${items.length}</span></h2>
      ${items.length === 0 ? none : nothing}
      <ol role="list">
        ${repeat(
          items.slice(0, page.limits[name]),
          ({ id }) => id,
          (change) => html`<li>${card(page, change)}</li>`,
        )}
      </ol>
      ${
        left > 0
          ? html`<p><button type="button" @click=${() => page.showMore(name)}>Show more: ${left} left</button></p>`
          : nothing
      }
    </section>
  `;
}

/** The text with which a verdict expired, where that is another than the one shown. */
function expiredWith({ claims, texts, revision }: ListPage, id: string): number | null {
  const claim = claims.get(id);
  if (claim === undefined || claim.status === 'orphaned') return null;
  const number = textOfChange(claim, texts);
  return number === revision ? null : number;
}

function card(page: ListPage, change: ChangedClaim): TemplateResult {
  const { id, to, from } = change;
  const claim = page.claims.get(id) ?? null;
  const words = html`<span class="visually-hidden">: ${to ?? from}</span>`;
  return html`<cd-change-card
    data-claim=${id}
    data-row=${id}
    aria-current=${page.chosen.has(id) ? 'true' : nothing}
    .change=${change}
    .claim=${claim}
    .offered=${page.offers.get(id) ?? null}
    .busy=${page.writes.busy}
    .asks=${page.asks(id)}
    .expiredWith=${expiredWith(page, id)}
    .confirmed=${page.writes.confirmed.includes(id)}
    @place=${() => void page.writes.place(id)}
    @withdraw=${() => void page.writes.withdraw(id)}
    @confirm=${() => void page.writes.confirm(id)}
    @take-back=${() => void page.writes.takeBack(id)}
  >
    ${changedMark(page.news(id))}
    ${
      page.showInTexts === null
        ? nothing
        : html`<button type="button" class="quiet" @click=${() => page.showInTexts?.(id)}>
            In both texts${words}
          </button>`
    }
    ${
      claim !== null && claim.status === 'orphaned' && claim.can.includes('edit')
        ? html`<a href="/stories/${page.articleId}#place=${id}">Place it by hand${words}</a>`
        : nothing
    }
    <a href="/stories/${page.articleId}#claim=${id}">In the story${words}</a>
  </cd-change-card>`;
}
