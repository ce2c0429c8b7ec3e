import type { Span } from '../../../contract/common.ts';
import { isPronoun } from '../lexicon.ts';
import type { Attribution, AuditedStory, FoundFlag } from '../story.ts';
import { quoted } from '../words.ts';

/**
 * The source stands in an earlier sentence: behind a pronoun, or behind a quote that has no cue at all.
 *
 * "She said" once and again is asked about once. Not at all, where the register has both her and whoever spoke last
 * for one person; "it" and "they" may be any of the bodies that a story names.
 */
export function carriedOver(story: AuditedStory): FoundFlag[] {
  const flags: FoundFlag[] = [];
  let named: Attribution | undefined;
  let run: { pronoun: string; at: number } | undefined;
  for (const attribution of story.attributions) {
    const found = reasonFor(story, attribution, named);
    const pronoun = found?.why === 'pronoun' ? found.span.quote.toLowerCase() : null;
    if (isNamed(attribution)) [named, run] = [attribution, undefined];
    if (found === null) continue;
    const known = run?.pronoun === pronoun ? flags[run.at] : undefined;
    if (run !== undefined && known !== undefined) {
      flags[run.at] = { ...known, claimIds: [...known.claimIds, attribution.id] };
      continue;
    }
    if (pronoun !== null) run = { pronoun, at: flags.length };
    flags.push(flagOf(story, attribution, found));
  }
  return flags;
}

interface Found {
  readonly why: 'pronoun' | 'no_cue' | 'earlier';
  readonly span: Span;
}

function flagOf(story: AuditedStory, attribution: Attribution, { why, span }: Found): FoundFlag {
  const name = nameOf(story, attribution);
  const explanation =
    why === 'pronoun'
      ? `${quoted(span.quote)} is somebody named before: make sure ${name === null ? 'who' : `that it is ${quoted(name)}`}.`
      : `The source is not in the same sentence: make sure ${name === null ? 'who says this' : `that ${quoted(name)} says this`}.`;
  const basis = `${why}|${span.quote}|${attribution.details.sourceId ?? ''}`;
  return { code: 'carried_over', claimIds: [attribution.id], span, explanation, basis };
}

/** @param named the attribution before it that has a source which is no pronoun */
function reasonFor(
  story: AuditedStory,
  attribution: Attribution,
  named: Attribution | undefined,
): Found | null {
  const { details, span, sentenceStart } = attribution;
  const { source, cue, mode, basis } = details;
  if (mode === 'hearsay' || basis === 'none' || basis === 'own') return null;
  if (source !== null && STANDS_FOR_NAME.has(source.quote.toLowerCase()))
    return details.carriedOver || !isResolved(story, attribution, source, named)
      ? { why: 'pronoun', span: source }
      : null;
  const isEarlier = source !== null && source.end <= sentenceStart;
  const isQuote = mode === 'direct' || mode === 'mixed';
  // "Ada Moor: “No.”" has no cue either, and needs none.
  if (isQuote && cue === null && (source === null || isEarlier)) return { why: 'no_cue', span };
  return details.carriedOver || isEarlier ? { why: 'earlier', span: cue ?? span } : null;
}

/** As the subject of a sentence of their own. "Who", "his" and "I" stand for somebody in the same one. */
const STANDS_FOR_NAME: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they']);
const OF_ONE_PERSON: ReadonlySet<string> = new Set(['he', 'she']);

/** Somebody is named before it in the same sentence, or the register says that who spoke last speaks on. */
function isResolved(
  { attributions }: AuditedStory,
  attribution: Attribution,
  pronoun: Span,
  named: Attribution | undefined,
): boolean {
  const from = attribution.sentenceStart;
  const isInSentence = attributions.some((other) => {
    const start = isNamed(other) ? (other.details.source?.start ?? -1) : -1;
    return start >= from && start < pronoun.start;
  });
  const { sourceId } = attribution.details;
  const speaksOn = sourceId !== null && named?.details.sourceId === sourceId;
  return isInSentence || (speaksOn && OF_ONE_PERSON.has(pronoun.quote.toLowerCase()));
}

const isNamed = ({ details }: Attribution): boolean =>
  details.source !== null && !isPronoun(details.source.quote);

/** A name to look for: the register's, or printed words that are no pronoun. */
function nameOf({ sources }: AuditedStory, attribution: Attribution): string | null {
  const { sourceId, source } = attribution.details;
  return sources.get(sourceId ?? '')?.name ?? (isNamed(attribution) ? (source?.quote ?? null) : null);
}
