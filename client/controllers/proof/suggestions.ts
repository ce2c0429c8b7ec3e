/** The suggestions of one story as the page knows them: pure, told everything, asked for everything. */
import type { Claim } from '../../../server/contract/claims.ts';
import type { Suggestion } from '../../../server/contract/suggestions.ts';
import type { Placed } from './claim-store.ts';
import type { Fields } from './drafts.ts';
import { KIND_WORDS, readingOf } from './readings.ts';
import { asEdited, formOf, withContent } from './suggestion-edits.ts';

/** A suggestion with a place in the text. Its `claim` is what accepting it would make, as edited so far. */
export interface Suggested extends Placed {
  readonly claim: Claim;
  /** What its form begins with: of the kind and on the words that were chosen for it, nothing else typed. */
  readonly form: Claim;
  /** What the program proposes. */
  readonly proposed: Claim;
  readonly suggestion: Suggestion;
}

interface Made {
  readonly placed: Suggested;
  readonly fields: Fields | null;
}

export class Suggestions {
  /** Null until they were fetched. */
  private items: ReadonlyMap<string, Suggestion> | null = null;
  private placed: readonly Suggested[] = [];
  private readonly made = new Map<string, Made>();
  /** Decided on here, and the server has not answered yet. */
  private readonly decided = new Map<string, Suggestion['state']>();
  private changes = 0;
  isSupported = true;
  isShown = true;

  /** @param draftOf what was changed in the form of one, the same object as long as that did not change */
  constructor(private readonly draftOf: (id: string) => Fields | null = () => null) {}

  /** A number that rises with every decision here: a list that was asked for before is out of date. */
  get change(): number {
    return this.changes;
  }

  get isLoaded(): boolean {
    return this.items !== null;
  }

  get(id: string | null): Suggestion | null {
    return id === null ? null : (this.items?.get(id) ?? null);
  }

  /** Those that wait for a decision, in the order of the text; the same object as long as nothing changed. */
  get open(): readonly Suggested[] {
    return this.placed;
  }

  /** What is drawn: none while they are hidden. */
  get shown(): readonly Suggested[] {
    return this.isShown ? this.placed : NONE;
  }

  suggested(id: string | null): Suggested | null {
    return this.placed.find((one) => one.id === id) ?? null;
  }

  /** Take in what the server has. */
  takeAll(items: readonly Suggestion[], isSupported: boolean): void {
    this.isSupported = isSupported;
    this.items = new Map(items.map((item) => [item.id, item]));
    this.placeAgain();
  }

  /** Take in one that was decided on. */
  put(suggestion: Suggestion): void {
    this.changes += 1;
    this.decided.delete(suggestion.id);
    this.items = new Map(this.items).set(suggestion.id, suggestion);
    this.placeAgain();
  }

  /** Show one as decided on already, until the server says so or refuses; `open` takes that back. */
  decide(id: string, state: Suggestion['state']): void {
    this.changes += 1;
    if (state === 'open') this.decided.delete(id);
    else this.decided.set(id, state);
    this.placeAgain();
  }

  /** Something was changed in the form of one. */
  edited(): void {
    this.placeAgain();
  }

  private placeAgain(): void {
    const open = [...(this.items?.values() ?? [])].filter(
      ({ id, state }) => (this.decided.get(id) ?? state) === 'open',
    );
    this.placed = open.map((suggestion) => this.place(suggestion));
  }

  /** The same object for the same suggestion, so that nothing is drawn anew in vain. */
  private place(suggestion: Suggestion): Suggested {
    const { id } = suggestion;
    const fields = this.draftOf(id);
    const known = this.made.get(id);
    const isKnown = known !== undefined && isSame(known.placed.suggestion, suggestion);
    if (isKnown && known.fields === fields) return known.placed;
    const proposed = isKnown
      ? known.placed.proposed
      : asClaim(suggestion, (other) => this.get(other)?.claimId ?? null);
    const fresh = formOf(proposed, fields ?? {});
    const form = isKnown && isSameForm(known.placed.form, fresh) ? known.placed.form : fresh;
    const claim = fields === null ? form : asEdited(form, fields);
    const { kind, span } = claim;
    const { start, end } = span;
    const placed: Suggested = {
      ...{ id, kind, start, end, claim, form, proposed, suggestion },
      ...{ status: 'unchecked', pending: null },
    };
    this.made.set(id, { placed, fields });
    return placed;
  }
}

/**
 * Those of a list that somebody else decided on since they were known.
 *
 * That a claim which came of one was withdrawn is a change of the claim, and told with it.
 */
export function decidedByOthers(
  known: (id: string) => Suggestion | null,
  items: readonly Suggestion[],
  me: string,
): string[] {
  return items.flatMap((item) => {
    const before = known(item.id);
    if (before === null || (before.state === item.state && before.claimId === item.claimId)) return [];
    const isForeign = item.state === 'open' ? before.state === 'dismissed' : item.decided?.by !== me;
    return isForeign ? [item.id] : [];
  });
}

const NONE: readonly Suggested[] = [];

/** Fetched anew it is another object, and mostly says the same. */
const isSame = (a: Suggestion, b: Suggestion): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Of the same suggestion: its details follow from its kind. */
const isSameForm = (a: Claim, b: Claim): boolean =>
  a.kind === b.kind && a.span.start === b.span.start && a.span.end === b.span.end;

/**
 * The claim that a suggestion would become, for whoever draws claims.
 *
 * @param claimOf the claim that another suggestion became
 */
function asClaim(suggestion: Suggestion, claimOf: (id: string) => string | null): Claim {
  const { id, articleId, revision, sentence, span, attributedBy, can } = suggestion;
  const rest = {
    id,
    articleId,
    revision,
    sentence,
    version: 1,
    span,
    sentenceText: '',
    sentenceStart: span.start,
    status: 'unchecked' as const,
    summary: null,
    assigneeId: null,
    createdBy: '',
    createdAt: '',
    attributionIds: attributedBy.flatMap((other) => claimOf(other) ?? []),
    sameFactAs: null,
    verdict: null,
    review: null,
    citationCount: 0,
    openComments: 0,
    outgrown: null,
    can: can.includes('accept') ? (['edit'] satisfies Claim['can']) : [],
  };
  return withContent(rest, suggestion);
}

/** How sure the program is, in whole percent. */
export const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

/** For one who hears the page: "Suggested casualty count: ≥ 385 killed, 80 %. Verb of dying after the figure". */
export function spokenSuggestion({ claim, suggestion }: Suggested): string {
  const what = `Suggested ${KIND_WORDS[claim.kind].toLowerCase()}: ${readingOf(claim)}`;
  return `${what}, ${percent(suggestion.confidence)}. ${suggestion.why}`;
}
