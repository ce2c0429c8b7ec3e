/** The promises of an `Extractor`, for any that there is: what a proposal must be, whatever the text. */
import { KindAndDetails } from '../../server/contract/claims.ts';
import { Span } from '../../server/contract/common.ts';
import type { Passage, Proposal } from '../../server/domain/extraction/model.ts';
import { sentenceAt, sliceMatches } from '../../server/domain/text/spans.ts';

/** The first promise that these proposals break, in words; null where they keep all. */
export function brokenPromise(passage: Passage, proposals: readonly Proposal[]): string | null {
  const byKey = new Map(proposals.map((proposal) => [proposal.key, proposal]));
  if (byKey.size !== proposals.length) return 'two proposals have one key';
  const disordered = proposals.findIndex(
    ({ span }, index) => index > 0 && span.start < (proposals[index - 1]?.span.start ?? 0),
  );
  if (disordered !== -1) return `${proposals[disordered]?.key} stands out of order`;
  for (const proposal of proposals) {
    const broken = brokenBy(passage, proposal, byKey);
    if (broken !== null) return `${proposal.key}: ${broken}`;
  }
  return loopIn(byKey);
}

function brokenBy(
  { text, sentences }: Passage,
  proposal: Proposal,
  byKey: ReadonlyMap<string, Proposal>,
): string | null {
  const { span, sentence, kind, details, confidence, rule, why, sourceName } = proposal;
  const foreign = spansOf(proposal).find((one) => !sliceMatches(text, one) || !Span.safeParse(one).success);
  if (foreign !== undefined) return `the span ${foreign.start}–${foreign.end} is not in the text`;
  if (sentenceAt(sentences, span.start) !== sentence) return 'it begins in another sentence';
  if (!KindAndDetails.safeParse({ kind, details }).success) return 'its details are none of its kind';
  if (!(confidence >= 0 && confidence <= 1)) return 'its confidence is no share';
  if (!/^[a-z0-9]+(?:[-/:.][a-z0-9]+)*$/.test(rule)) return 'its rule has no name to count by';
  if (why.trim() === '' || /[\n!]/.test(why)) return 'it does not say why in plain words';
  if (sourceName?.trim() === '') return 'its source has an empty name';
  if (proposal.attributedBy.some((key) => byKey.get(key)?.kind !== 'attribution'))
    return 'it is said by what is no attribution';
  if (proposal.attributedBy.includes(proposal.key)) return 'it is said by itself';
  if (proposal.partOf === null) return null;
  return kind === 'casualty_count' && byKey.get(proposal.partOf)?.kind === 'casualty_count'
    ? null
    : 'it is part of what is no count';
}

function spansOf(proposal: Proposal): Span[] {
  if (proposal.kind !== 'attribution') return [proposal.span];
  const { source, cue, content, via } = proposal.details;
  return [proposal.span, source, cue, ...content, ...via.map(({ span }) => span)].filter(
    (span) => span !== null,
  );
}

/** A count that is part of a part of itself. */
function loopIn(byKey: ReadonlyMap<string, Proposal>): string | null {
  const sound = new Set<string>();
  for (const first of byKey.keys()) {
    const path = new Set<string>();
    let key: string | null = first;
    while (key !== null && !sound.has(key)) {
      if (path.has(key)) return `${key}: it is part of itself`;
      path.add(key);
      key = byKey.get(key)?.partOf ?? null;
    }
    for (const one of path) sound.add(one);
  }
  return null;
}
