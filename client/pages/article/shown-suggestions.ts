/** Suggestions among the claims that the story shows, put together anew only where either changed. */
import type { Filter, Placed } from '../../controllers/proof/claim-store.ts';
import type { Suggested, Suggestions } from '../../controllers/proof/suggestions.ts';
import type { Mark } from '../../highlight/painter.ts';
import type { Shown } from './shown.ts';

const NONE: readonly Suggested[] = [];

interface Group {
  readonly claims: readonly Placed[];
  readonly suggested: readonly Suggested[];
  readonly all: readonly Placed[];
}

export class ShownSuggestions {
  private listed: { from: readonly Suggested[]; filter: Filter; items: readonly Suggested[] } | null = null;
  private last: { claims: Shown; suggested: readonly Suggested[]; shown: Shown } | null = null;
  private readonly marks = new WeakMap<Suggested, Mark>();
  private groups: ReadonlyMap<number, Group> = new Map();

  constructor(
    private readonly suggestions: Suggestions,
    private readonly revision: number,
  ) {}

  /** Those of this text that pass the filter: nothing was done about them yet, so they are left to do. */
  get(filter: Filter): readonly Suggested[] {
    const from = this.suggestions.shown;
    if (this.listed?.from === from && this.listed.filter === filter) return this.listed.items;
    const passes = ({ kind, suggestion }: Suggested) =>
      suggestion.revision === this.revision && (filter.kind === null || filter.kind === kind);
    const hidden = filter.status !== null && filter.status !== 'left';
    this.listed = { from, filter, items: hidden ? NONE : from.filter(passes) };
    return this.listed.items;
  }

  /** What holds the character at `offset`, the inmost first. */
  at(offset: number, filter: Filter): Suggested[] {
    return this.get(filter)
      .filter(({ start, end }) => start <= offset && offset < end)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  /** The claims shown, with these among their marks and beside their sentences; the claims alone go on as `items`. */
  among(claims: Shown, filter: Filter): Shown {
    const suggested = this.get(filter);
    if (suggested.length === 0 && this.groups.size === 0) return claims;
    if (this.last?.claims === claims && this.last.suggested === suggested) return this.last.shown;
    const marks = [...claims.marks, ...suggested.map((one) => this.markOf(one))];
    const shown: Shown = { items: claims.items, marks, bySentence: this.bySentence(claims, suggested) };
    this.last = { claims, suggested, shown };
    return shown;
  }

  private markOf(one: Suggested): Mark {
    const known = this.marks.get(one);
    if (known !== undefined) return known;
    const { id, kind, start, end } = one;
    const mark: Mark = { id, kind, line: 'suggested', start, end };
    this.marks.set(one, mark);
    return mark;
  }

  /** A sentence in which nothing changed keeps its list, so that its notes are not drawn anew. */
  private bySentence(claims: Shown, suggested: readonly Suggested[]): ReadonlyMap<number, readonly Placed[]> {
    const fresh = this.grouped(suggested);
    const groups = new Map<number, Group>();
    const all = new Map(claims.bySentence);
    for (const [sentence, ones] of fresh) {
      const here = claims.bySentence.get(sentence) ?? [];
      const group = this.sameGroup(sentence, here, ones) ?? {
        claims: here,
        suggested: ones,
        all: [...here, ...ones].sort((a, b) => a.start - b.start || b.end - a.end),
      };
      groups.set(sentence, group);
      all.set(sentence, group.all);
    }
    this.groups = groups;
    return all;
  }

  private grouped(suggested: readonly Suggested[]): ReadonlyMap<number, readonly Suggested[]> {
    if (this.bySentenceOf?.suggested === suggested) return this.bySentenceOf.groups;
    const groups = new Map<number, Suggested[]>();
    for (const one of suggested) {
      const group = groups.get(one.suggestion.sentence);
      if (group === undefined) groups.set(one.suggestion.sentence, [one]);
      else group.push(one);
    }
    this.bySentenceOf = { suggested, groups };
    return groups;
  }
  private bySentenceOf: {
    suggested: readonly Suggested[];
    groups: ReadonlyMap<number, readonly Suggested[]>;
  } | null = null;

  private sameGroup(
    sentence: number,
    claims: readonly Placed[],
    suggested: readonly Suggested[],
  ): Group | undefined {
    const before = this.groups.get(sentence);
    if (before === undefined || before.suggested.length !== suggested.length) return undefined;
    const isSame =
      (before.claims === claims || (before.claims.length === 0 && claims.length === 0)) &&
      (before.suggested === suggested || before.suggested.every((one, index) => one === suggested[index]));
    return isSame ? before : undefined;
  }
}
