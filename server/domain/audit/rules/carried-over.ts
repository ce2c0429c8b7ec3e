import type { Span } from '../../../contract/common.ts';
import { isPronoun } from '../lexicon.ts';
import type { Attribution, AuditedStory, FoundFlag } from '../story.ts';
import { quoted } from '../words.ts';

/** The source stands in an earlier sentence: behind a pronoun, or behind a quote that has no cue at all. */
export function carriedOver(story: AuditedStory): FoundFlag[] {
  return story.attributions.flatMap((attribution) => {
    const found = reasonFor(attribution);
    if (found === null) return [];
    const name = nameOf(story, attribution);
    const who = name === null ? 'whom it stands for' : `that it is ${quoted(name)}`;
    const explanation =
      found.why === 'pronoun'
        ? `${quoted(found.span.quote)} stands for somebody named before: make sure ${who}.`
        : `These words have no source in their own sentence: make sure ${name === null ? 'who says them' : `that ${quoted(name)} says them`}.`;
    return [
      {
        code: 'carried_over',
        claimIds: [attribution.id],
        span: found.span,
        explanation,
        basis: `${found.why}|${found.span.quote}|${attribution.details.sourceId ?? ''}`,
      } as const,
    ];
  });
}

function reasonFor(attribution: Attribution): { why: 'pronoun' | 'no_cue' | 'earlier'; span: Span } | null {
  const { details, span, sentenceStart } = attribution;
  const { source, cue, mode } = details;
  if (mode === 'hearsay' || details.basis === 'none' || details.basis === 'own') return null;
  if (source !== null && isPronoun(source.quote)) return { why: 'pronoun', span: source };
  const isQuote = mode === 'direct' || mode === 'mixed';
  if (isQuote && cue === null) return { why: 'no_cue', span };
  // A quote may open a sentence whose speaker is named in the same one: only what ends before it is carried over.
  const isEarlier = source !== null && source.end <= sentenceStart;
  return details.carriedOver || isEarlier ? { why: 'earlier', span: cue ?? span } : null;
}

/** A name to look for: the register's, or printed words that are no pronoun. */
function nameOf({ sources }: AuditedStory, { details }: Attribution): string | null {
  const registered = sources.get(details.sourceId ?? '')?.name;
  const printed = details.source?.quote;
  return registered ?? (printed === undefined || isPronoun(printed) ? null : printed);
}
