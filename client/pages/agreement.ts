import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Disagreement, Settlement } from '../../server/contract/reviewing.ts';
import type { RuleCounts } from '../../server/contract/suggestions.ts';
import { getAgreement } from '../api/reviewing.ts';
import { listSuggestionRules } from '../api/suggestions.ts';
import { controlValue } from '../components/form.ts';
import { FIELD_LABELS } from '../components/inspector/words.ts';
import '../components/list-end.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { PagedController } from '../controllers/paged.ts';
import { RETURN_WORDS } from '../controllers/proof/readings.ts';
import { replaceSearch } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { KIND_WORDS, VERDICT_WORDS } from '../words.ts';
import { filterStyles } from './filters.ts';

type Agreement = Awaited<ReturnType<typeof getAgreement>>;

const SETTLED: Readonly<Record<Settlement, string>> = {
  verdict_changed: 'The verdict became another',
  claim_changed: 'The claim was changed',
  evidence_changed: 'Evidence was added or changed',
  kept: 'Passed as it was',
  withdrawn: 'Withdrawn',
  open: 'Still open',
};

/** Where checkers and reviewers differed, how it was settled, and how far pairs of people agree. */
@customElement('cd-agreement-page')
export class CdAgreementPage extends LitElement {
  static override styles = [
    ...shared,
    filterStyles,
    css`
      section {
        display: grid;
        gap: var(--space-m);
      }
      h2 {
        font-size: 1.125rem;
      }
      .tables {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
        gap: var(--space-xl);
        align-items: start;
      }
      li {
        display: grid;
        gap: var(--space-2xs);
        padding-block: var(--space-s);
        border-block-end: 1px solid var(--rule);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      del {
        color: var(--ink-soft);
      }
      ins {
        text-decoration: none;
      }
    `,
  ];

  @consume({ context: meContext, subscribe: true }) @state() private me: Me | null = null;
  @state() private all: Agreement | null = null;
  /** For admins; null until they have come. */
  @state() private rules: readonly RuleCounts[] | null = null;
  #asked = false;
  #filter = new URLSearchParams(location.search);
  readonly #cases = new PagedController<Disagreement>(this, async (cursor, signal) => {
    const given = (name: string) => this.#filter.get(name) || undefined;
    const answer = await getAgreement(
      { from: given('from'), to: given('to'), articleId: given('articleId'), cursor },
      signal,
    );
    this.all = answer;
    return answer;
  });

  protected override willUpdate(): void {
    if (this.me?.role !== 'admin' || this.#asked) return;
    this.#asked = true;
    listSuggestionRules().then(
      ({ items }) => {
        this.rules = items;
      },
      () => {
        this.#asked = false;
      },
    );
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <h1>Agreement</h1>
          <p><a href="/review">The review queue</a></p>
        </div>
        <search class="filters">${this.#day('from', 'From')} ${this.#day('to', 'To')}</search>
        ${this.all === null ? nothing : this.#tables(this.all)}
        ${this.rules === null ? nothing : rulesTable(this.rules)}
        <section aria-labelledby="cases">
          <h2 id="cases">Where they differed</h2>
          ${this.#list()}
          <cd-list-end
            .more=${this.#cases.nextCursor !== null}
            .busy=${this.#cases.loadingMore}
            .problem=${this.#cases.problem}
            @more=${() => this.#cases.more()}
            @retry=${() => this.#cases.restart()}
          ></cd-list-end>
        </section>
      </div>
    `;
  }

  #day(name: 'from' | 'to', label: string): TemplateResult {
    return html`
      <div class="field">
        <label for=${name}>${label}</label>
        <input id=${name} type="date" .value=${live(this.#filter.get(name) ?? '')}
          @change=${(event: Event) => this.#set(name, controlValue(event))} />
      </div>
    `;
  }

  #tables({ counts, fields, pairs, verdicts }: Agreement): TemplateResult {
    return html`
      <div class="tables">
        ${table(
          'Returned, by kind and reason',
          ['Kind', 'Reason', 'Returned', 'Still open'],
          counts.map(({ kind, reasonCode, returned, stillOpen }) => [
            KIND_WORDS[kind],
            RETURN_WORDS[reasonCode],
            returned,
            stillOpen,
          ]),
          'Nothing was returned.',
        )}
        ${table(
          'Changed after a return',
          ['Kind', 'What', 'Times'],
          fields.map(({ kind, field, changed }) => [KIND_WORDS[kind], fieldWords(field), changed]),
          'Nothing was changed after a return.',
        )}
        ${table(
          'Two people on the same claims (Cohen’s kappa)',
          ['People', 'Claims', 'Same', 'Kappa'],
          pairs.map(({ people: [one, two], claims, same, kappa }) => [
            `${one.name}, ${two.name}`,
            claims,
            same,
            kappa === null ? 'none' : kappa.toFixed(2),
          ]),
          'No two people have judged the same claims.',
        )}
        ${table(
          'From the first verdict to the second',
          ['First', 'Second', 'Claims'],
          verdicts.map(({ first, second, claims }) => [VERDICT_WORDS[first], VERDICT_WORDS[second], claims]),
          'No claim was judged twice.',
        )}
      </div>
    `;
  }

  #list(): TemplateResult {
    const { items, loading, problem } = this.#cases;
    if (items.length === 0) {
      if (loading) return html`<p class="empty soft" role="status">Loading what differed…</p>`;
      return problem === null ? html`<p class="empty">Nothing was returned in this time.</p>` : html``;
    }
    return html`
      <ol role="list">
        ${repeat(
          items,
          (one) => `${one.claimId} ${one.returnedAt}`,
          (one) => this.#case(one),
        )}
      </ol>
    `;
  }

  #case({
    claimId,
    articleId,
    kind,
    quote,
    checker,
    reviewer,
    returnedAt,
    reasonCode,
    note,
    fields,
    settled,
  }: Disagreement) {
    return html`
      <li>
        <p>
          ${KIND_WORDS[kind]} <a href="/stories/${articleId}#claim=${claimId}"><bdi>${quote}</bdi></a>
        </p>
        <p>
          ${reviewer.name} returned ${checker.name}’s verdict, <time datetime=${returnedAt}>${fullTime(returnedAt)}</time>:
          ${RETURN_WORDS[reasonCode]}${note === null ? nothing : html`: <span dir="auto">${note}</span>`}
        </p>
        ${fields.map(
          ({ field, before, after }) => html`
            <p>
              <span class="soft">${fieldWords(field)}:</span> <del dir="auto">${shown(before)}</del> →
              <ins dir="auto">${shown(after)}</ins>
            </p>
          `,
        )}
        <p><strong>${SETTLED[settled]}</strong></p>
      </li>
    `;
  }

  #set(name: string, value: string): void {
    if (value === '') this.#filter.delete(name);
    else this.#filter.set(name, value);
    replaceSearch(this.#filter);
    void this.#cases.restart();
  }
}

const fieldWords = (field: string) =>
  FIELD_LABELS[field] ?? FIELD_LABELS[field.replace(/^details\./, '')] ?? field;

/** A field's value in a line: a span by its words, nothing as a dash. */
function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'object')
    return 'quote' in value ? String(value.quote) : JSON.stringify(value).slice(0, 200);
  return String(value);
}

type Cell = string | number;

/** A small table, or what to say instead of an empty one. */
/** What people made of what the program suggests, rule by rule. Taken: of those decided on, accepted, edited or not. */
function rulesTable(rules: readonly RuleCounts[]): TemplateResult {
  return table(
    'Suggestions, by rule',
    ['Rule', 'Kind', 'Accepted', 'Edited', 'Dismissed', 'Taken', 'Open'],
    rules.map(({ rule, kind, accepted, edited, dismissed, open }) => [
      rule,
      KIND_WORDS[kind],
      accepted,
      edited,
      dismissed,
      taken(accepted + edited, dismissed),
      open,
    ]),
    'Nothing has been suggested yet.',
  );
}

const taken = (accepted: number, dismissed: number): string =>
  accepted + dismissed === 0 ? '–' : `${Math.round((100 * accepted) / (accepted + dismissed))} %`;

function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  none: string,
): TemplateResult {
  if (rows.length === 0)
    return html`<section aria-label=${caption}><h2>${caption}</h2><p class="soft">${none}</p></section>`;
  return html`
    <section aria-label=${caption}>
      <h2>${caption}</h2>
      <div class="scroller" tabindex="0" role="group" aria-label=${caption}>
        <table>
          <thead>
            <tr>${heads.map((head, at) => html`<th scope="col" class=${isNumber(rows, at) ? 'number' : ''}>${head}</th>`)}</tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>${row.map((cell, at) => html`<td class=${isNumber(rows, at) ? 'number' : ''}>${cell}</td>`)}</tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>
  `;
}

const isNumber = (rows: readonly (readonly Cell[])[], at: number) => typeof rows[0]?.[at] === 'number';

declare global {
  interface HTMLElementTagNameMap {
    'cd-agreement-page': CdAgreementPage;
  }
}
