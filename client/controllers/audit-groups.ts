/** How an audit is laid out: by source, in the order of the story, or by flag. */
import type { AuditedAttribution, Flag, FlagCode, SourceGroup } from '../../server/contract/audit.ts';
import type { HistoryItem } from '../../server/contract/history.ts';

export type Grouping = 'order' | 'source' | 'flag';

export interface AuditGroup {
  readonly key: string;
  readonly heading: string;
  /** The heading is the printed description of a source that is kept. */
  readonly confidential: boolean;
  /** Each wording of a source, where there is more than one; else empty. */
  readonly also: readonly string[];
  readonly items: readonly AuditedAttribution[];
}

export const FLAG_WORDS: Readonly<Record<FlagCode, string>> = {
  unattributed: 'Nobody is named for it',
  unnamed_only: 'One unnamed source',
  hearsay: 'Hearsay',
  carried_over: 'Carried over',
  second_hand: 'Second-hand',
  may_not_be_independent: 'May not be independent',
  described_differently: 'Described differently',
  late_attribution: 'Attributed late',
  no_evidence: 'No evidence',
  no_locator: 'No place in the evidence',
  own_agency: 'The story’s own agency',
  figure_absent: 'Figure not in the evidence',
};

export const isOpen = ({ dismissed }: Pick<Flag, 'dismissed'>): boolean => dismissed === null;

/** The flags that speak of an attribution, those about it first, then those of the claims that are attributed to it. */
export function flagsOf(
  flags: readonly Flag[],
  { claim, attributed }: Pick<AuditedAttribution, 'claim' | 'attributed'>,
): Flag[] {
  const about = flags.filter(({ claimIds }) => claimIds[0] === claim.id);
  const said = new Set([claim.id, ...attributed]);
  return [
    ...about,
    ...flags.filter((flag) => !about.includes(flag) && flag.claimIds.some((id) => said.has(id))),
  ];
}

const isReturned = ({ claim }: AuditedAttribution) => claim.status === 'returned';

/**
 * Groups of an audit, each in the order of the text; what was returned comes first in each, for whoever has to answer
 * it.
 *
 * By flag, an attribution stands under each of its open flags, and those without one at the end.
 */
export function groupsOf(
  grouping: Grouping,
  items: readonly AuditedAttribution[],
  sources: readonly SourceGroup[],
  flags: readonly Flag[],
): AuditGroup[] {
  const groups = GROUPERS[grouping](items, sources, flags);
  return groups.map((group) => ({ ...group, items: returnedFirst(group.items) }));
}

type Grouper = (
  items: readonly AuditedAttribution[],
  sources: readonly SourceGroup[],
  flags: readonly Flag[],
) => AuditGroup[];

const GROUPERS: Readonly<Record<Grouping, Grouper>> = { order: inOrder, source: bySource, flag: byFlag };

const returnedFirst = (items: readonly AuditedAttribution[]) => [
  ...items.filter(isReturned),
  ...items.filter((item) => !isReturned(item)),
];

function inOrder(items: readonly AuditedAttribution[]): AuditGroup[] {
  const group = (key: string, heading: string, some: readonly AuditedAttribution[]) =>
    some.length === 0 ? [] : [{ key, heading, confidential: false, also: [], items: some }];
  return [
    ...group('returned', 'Returned', items.filter(isReturned)),
    ...group(
      'story',
      'As the story runs',
      items.filter((item) => !isReturned(item)),
    ),
  ];
}

function bySource(items: readonly AuditedAttribution[], sources: readonly SourceGroup[]): AuditGroup[] {
  const byId = new Map(items.map((item) => [item.claim.id, item]));
  return sources.map(({ source, descriptions, attributionIds }) => {
    const heading = source?.name ?? descriptions[0] ?? 'Nobody named';
    return {
      key: source?.id ?? attributionIds[0] ?? heading,
      heading,
      confidential: source?.confidential === true,
      also: descriptions.filter((words) => words !== heading),
      items: attributionIds.flatMap((id) => byId.get(id) ?? []),
    };
  });
}

function byFlag(
  items: readonly AuditedAttribution[],
  _sources: readonly SourceGroup[],
  flags: readonly Flag[],
): AuditGroup[] {
  const open = flags.filter(isOpen);
  const codes = [...new Set(open.map(({ code }) => code))];
  const groups = codes.map((code) => {
    const ids = new Set(open.filter((flag) => flag.code === code).flatMap(({ claimIds }) => claimIds));
    return {
      key: code,
      heading: FLAG_WORDS[code],
      confidential: false,
      also: [],
      items: items.filter(({ claim }) => ids.has(claim.id)),
    };
  });
  const flagged = new Set(open.flatMap(({ claimIds }) => claimIds));
  const rest = items.filter(({ claim }) => !flagged.has(claim.id));
  return [
    ...groups.filter(({ items: some }) => some.length > 0),
    ...(rest.length === 0
      ? []
      : [{ key: 'none', heading: 'Without a flag', confidential: false, also: [], items: rest }]),
  ];
}

/** Flags about claims that nobody is named for: they stand apart, with the words that they were found by. */
export const looseFlags = (flags: readonly Flag[], items: readonly AuditedAttribution[]): Flag[] => {
  const shown = new Set(items.flatMap(({ claim, attributed }) => [claim.id, ...attributed]));
  return flags.filter(({ claimIds }) => !claimIds.some((id) => shown.has(id)));
};

/** Flags by the claim that they are about, in the order of the first of each. */
export function byClaim(flags: readonly Flag[]): [claimId: string, flags: Flag[]][] {
  const groups = new Map<string, Flag[]>();
  for (const flag of flags) {
    const id = flag.claimIds[0] ?? '';
    groups.set(id, [...(groups.get(id) ?? []), flag]);
  }
  return [...groups];
}

const isReview = ({ type }: HistoryItem) => type === 'review.returned' || type === 'review.passed';

/** The last time a claim was passed or returned, whatever became of that; null where it never was. */
export const lastReview = (history: readonly HistoryItem[]): HistoryItem | null =>
  history.findLast(isReview) ?? null;

/** What happened to a claim after it was last passed or returned: what a reviewer has to look at again. */
export function sinceReview(history: readonly HistoryItem[]): HistoryItem[] {
  const last = history.findLastIndex(isReview);
  return last === -1 ? [] : history.slice(last + 1);
}
