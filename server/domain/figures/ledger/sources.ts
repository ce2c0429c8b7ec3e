/** Who says a figure: by links, or by the words in which it stands. */

import type { Id, Range } from '../../../contract/common.ts';
import type { FigureSource } from '../../../contract/figures.ts';
import { foldName } from '../../sources/search-text.ts';
import type { AttributionClaim, CountClaim, LedgerSource } from './model.ts';

/** What tells one source from another: its entry in the register, or else its words; the attribution where neither is known. */
export const sourceKey = ({ id, details }: AttributionClaim): string =>
  details.sourceId ?? (details.source === null ? id : foldName(details.source.quote));

/**
 * Who says each count: the attributions that it names; else the inmost one in whose words it stands; else those of the
 * count of its sentence that it is part of.
 *
 * Takes n log n for any nesting.
 *
 * @param counts and attributions in the order of the text
 */
export function attributionsOf(
  counts: readonly CountClaim[],
  attributions: readonly AttributionClaim[],
): Map<Id, readonly AttributionClaim[]> {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]));
  const around = inmost(counts, attributions);
  const own = new Map(
    counts.map((count) => {
      const linked = count.attributionIds.flatMap((id) => byId.get(id) ?? []);
      const inmostOne = around.get(count.id);
      return [count.id, linked.length > 0 || inmostOne === undefined ? linked : [inmostOne]] as const;
    }),
  );
  const sentences = new Map(counts.map(({ id, sentence }) => [id, sentence]));
  return new Map(
    counts.map(({ id, sentence, details }) => {
      const mine = own.get(id) ?? [];
      const whole = details.partOf;
      const inherits = mine.length === 0 && whole !== null && sentences.get(whole) === sentence;
      return [id, inherits ? (own.get(whole) ?? []) : mine] as const;
    }),
  );
}

/** What is attributed: the content spans, or else the claim's own. */
const contentOf = ({ details, span }: AttributionClaim): readonly Range[] =>
  details.content.length === 0 ? [span] : details.content;

/** For each count the attribution whose content begins last before the count's middle and goes on past it. */
function inmost(
  counts: readonly CountClaim[],
  attributions: readonly AttributionClaim[],
): Map<Id, AttributionClaim> {
  const contents = attributions
    .flatMap((attribution) => contentOf(attribution).map((range) => ({ range, attribution })))
    .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const points = counts
    .map((count) => ({ count, at: (count.span.start + count.span.end) / 2 }))
    .sort((a, b) => a.at - b.at);
  const found = new Map<Id, AttributionClaim>();
  const open: (typeof contents)[number][] = [];
  let next = 0;
  for (const { count, at } of points) {
    for (
      let content = contents[next];
      content !== undefined && content.range.start <= at;
      content = contents[++next]
    )
      open.push(content);
    while ((open.at(-1)?.range.end ?? Infinity) <= at) open.pop();
    const inner = open.at(-1);
    if (inner !== undefined) found.set(count.id, inner.attribution);
  }
  return found;
}

/** As the ledger names them, each source once: as printed, and a confidential one by its description and nothing else. */
export function namedSources(
  attributions: readonly AttributionClaim[],
  register: ReadonlyMap<Id, LedgerSource>,
): FigureSource[] {
  const named = new Map<string, FigureSource>();
  for (const attribution of attributions) {
    const { sourceId, source } = attribution.details;
    const entry = sourceId === null ? undefined : register.get(sourceId);
    const confidential = entry?.confidential ?? false;
    const name = confidential ? entry?.name : (source?.quote ?? entry?.name);
    const key = sourceKey(attribution);
    if (name !== undefined && !named.has(key))
      named.set(key, {
        attributionId: attribution.id,
        sourceId,
        name,
        confidential,
      });
  }
  return [...named.values()];
}
