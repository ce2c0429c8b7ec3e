/** What becomes of a story's claims on a new revision. */
import type { Span } from '../../../contract/common.ts';
import { type Aligned, align, type Side } from './aligned.ts';
import { losesAntecedent, losesParagraphBefore } from './antecedents.ts';
import { changeAround, changeInside, type Difference, differenceOf } from './changes.ts';
import { changeOfComment, changeOfCorrection } from './comments.ts';
import { changesFootnote } from './footnotes.ts';
import { changesFullName } from './full-names.ts';
import { changeOfHold } from './hanging.ts';
import { changesLabel } from './labels.ts';
import { losesLeadIn } from './lead-in.ts';
import { changeOfLead } from './leads.ts';
import { opensFrame } from './lexicon.ts';
import { locate, spanOf, type TokenRange, tokensIn } from './locate.ts';
import {
  type AnchoredClaim,
  type Beside,
  type Change,
  keepsVerdict,
  type Reanchored,
  type RevisedText,
} from './model.ts';
import { isTakenBack, voiceBehind } from './pointing.ts';
import { isInBlock, isQuoted, isWithinMarks } from './quoted.ts';
import { type Around, contextKeys, differenceAround, nearestOutcome } from './sentence-rest.ts';
import { changesSetting } from './setting.ts';
import { changesSpeech, turnsRound } from './speech.ts';
import { isToldFromOtherSide } from './turned.ts';
import { verbatimRange } from './verbatim.ts';
import { carriedVoice, type Told } from './voices.ts';

/**
 * Decide for each claim of an older revision what it is on the newer one.
 *
 * A claim keeps its verdict (`same`, `moved`) only where its own words, the rest of its sentence, whoever says it and what
 * its pronouns hang on are the same words after the normalisation of `tokens.ts`. Everything else expires it, and is
 * told by what falsifies most. It is never attached to words that no alignment of its sentence leads to.
 */
export function reanchor(
  older: RevisedText,
  newer: RevisedText,
  claims: readonly AnchoredClaim[],
): Reanchored[] {
  return claims.map(reanchoring(older, newer, claims));
}

/**
 * `reanchor`, one claim at a time: what is decided can be stored while others are decided on.
 *
 * @param claims all of them: what becomes of an attribution decides on the claims that it is linked with
 */
export function reanchoring(
  older: RevisedText,
  newer: RevisedText,
  claims: readonly AnchoredClaim[],
): (claim: AnchoredClaim) => Reanchored {
  const aligned = align(older, newer);
  const voices = new Map<string, Beside | null>();
  for (const claim of claims)
    if (claim.kind === 'attribution') voices.set(claim.id, lostVoice(aligned, claim));
  return (claim) => decide(aligned, claim, voices);
}

/** A span on the newer revision, and whether its words are the same. */
interface Moved {
  readonly span: Span;
  readonly range: TokenRange;
  readonly difference: Difference | null;
}

function move(aligned: Aligned, span: Span): Moved | null {
  const range = tokensIn(aligned.older, span);
  if (range.to === range.from) return null;
  const verbatim = verbatimRange(aligned, range);
  if (verbatim !== null)
    return { span: spanOf(aligned, span, range, verbatim), range: verbatim, difference: null };
  const swapped = locateInOrder(aligned, range);
  if (swapped === null) return null;
  const difference = differenceOf(keysOf(aligned.older, range), keysOf(aligned.newer, swapped));
  return { span: spanOf(aligned, span, range, swapped), range: swapped, difference };
}

/** Where the words went; where that is other words, the same words once elsewhere in what the sentence became. */
function locateInOrder(aligned: Aligned, range: TokenRange): TokenRange | null {
  const found = locate(aligned, range);
  const keys = keysOf(aligned.older, range);
  if (found !== null && differenceOf(keys, keysOf(aligned.newer, found)) === null) return found;
  const verbatim = onlyPlace(aligned, range, keys);
  if (verbatim === null) return found;
  if (isToldFromOtherSide(aligned, range, verbatim)) return verbatim;
  const around = differenceAround(aligned, range, verbatim);
  return around.difference === null || found === null ? verbatim : found;
}

/** The one place in the sentence's group where the same words stand. */
function onlyPlace(aligned: Aligned, range: TokenRange, keys: readonly string[]): TokenRange | null {
  const group = aligned.groups[aligned.groupOfOlder[aligned.older.sentenceOf[range.from] ?? -1] ?? -1];
  if (group === undefined) return null;
  const places = (side: Side, sentences: readonly number[]): number[] =>
    sentences.flatMap((sentence) => {
      const first = side.firstOf[sentence] ?? 0;
      const last = (side.firstOf[sentence + 1] ?? first) - keys.length;
      const at: number[] = [];
      for (let from = first; from <= last; from++)
        if (keys.every((key, step) => keyAt(side, from + step) === key)) at.push(from);
      return at;
    });
  const [now, ...more] = places(aligned.newer, group.newer);
  const isOnly = now !== undefined && more.length === 0 && places(aligned.older, group.older).length === 1;
  return isOnly ? { from: now, to: now + keys.length } : null;
}

function keysOf(side: Side, { from, to }: TokenRange): string[] {
  const keys: string[] = [];
  for (let at = from; at < to; at++) keys.push(keyAt(side, at));
  return keys;
}

/** A little word that opens its sentence is written large for that alone; of any other the capital may make a name. */
function keyAt({ tokens, firstOf, sentenceOf }: Side, index: number): string {
  const key = tokens[index]?.key ?? '';
  const opens = firstOf[sentenceOf[index] ?? -1] === index;
  return opens && opensFrame(key) ? key.toLowerCase() : key;
}

function decide(
  aligned: Aligned,
  claim: AnchoredClaim,
  voices: ReadonlyMap<string, Beside | null>,
): Reanchored {
  const moved = move(aligned, claim.span);
  const part = (span: Span | null) => (span === null ? null : (move(aligned, span)?.span ?? null));
  const { change, was, now } = moved === null ? OWN_GONE : changeOf(aligned, claim, moved, voices);
  return {
    id: claim.id,
    change,
    span: moved?.span ?? null,
    source: part(claim.source),
    cue: part(claim.cue),
    parts: claim.parts.map(part),
    cause: was === null && now === null ? null : { was, now },
  };
}

/** A change that the claim's own sentence shows. */
const own = (change: Change): Beside => ({ change, was: null, now: null });
const OWN_GONE = own('gone');

/**
 * What falsifies most of what changed in the claim's words, around them and nearby: that its words are others hides
 * nothing that changed beside them.
 */
function changeOf(
  aligned: Aligned,
  claim: AnchoredClaim,
  moved: Moved,
  voices: ReadonlyMap<string, Beside | null>,
): Beside {
  const range = tokensIn(aligned.older, claim.span);
  const inside = moved.difference === null ? null : changeInside(moved.difference);
  if (inside !== null && inside !== 'reworded') return own(inside);
  const isVerbatim = verbatimRange(aligned, range) !== null;
  const isTurned = !isVerbatim && isToldFromOtherSide(aligned, range, moved.range);
  const compared = isTurned ? TURNED : isVerbatim ? VERBATIM : differenceAround(aligned, range, moved.range);
  const around = changeBeside(aligned, claim, moved.range, compared, voices);
  if (around !== null && around !== 'reworded') return own(around);
  const voice = lostVoice(aligned, claim) ?? lostLink(claim, voices);
  if (voice !== null) return isBesides(aligned, range, voice) ? voice : own('attribution_changed');
  const nearby = changeNearby(aligned, range, moved.range, isTurned);
  if (nearby !== null) return nearby;
  if (inside !== null || around !== null) return own('reworded');
  return own(compared.isReordered || isOutOfOrder(aligned, range) ? 'moved' : 'same');
}

/** The same words, with the same ones around them. */
const VERBATIM: Around = { difference: null, indices: [], isReordered: false };
/** The same words, and who says so on the other side of them. */
const TURNED: Around = { difference: null, indices: [], isReordered: true };

/** What changed in the rest of the claim's sentence; null where nothing did. */
function changeBeside(
  aligned: Aligned,
  claim: AnchoredClaim,
  found: TokenRange,
  { difference, indices }: Around,
  voices: ReadonlyMap<string, Beside | null>,
): Change | null {
  if (difference === null) return null;
  const voice = [claim.source, claim.cue].flatMap((span) =>
    span === null ? [] : [tokensIn(aligned.older, span)],
  );
  const removed = difference.removedAt.map((at) => indices[at] ?? -1);
  const touches = removed.some((token) => voice.some(({ from, to }) => token >= from && token < to));
  const range = tokensIn(aligned.older, claim.span);
  return changeAround(difference, {
    touchesVoice: touches || lostLink(claim, voices) !== null,
    hasOtherOutcome: nearestOutcome(aligned.older, range) !== nearestOutcome(aligned.newer, found),
    before: indices.filter((index) => index < range.from).length,
    words: contextKeys(aligned.older, indices),
  });
}

/** What became of the attribution that says it, and is another now. */
const lostLink = (claim: AnchoredClaim, voices: ReadonlyMap<string, Beside | null>): Beside | null =>
  claim.attributionIds.map((id) => voices.get(id) ?? null).find((lost) => lost !== null) ?? null;

/** Does what became of a voice stand in another sentence than the claim? */
const isBesides = ({ older }: Aligned, { from }: TokenRange, { was }: Beside): boolean =>
  was !== older.sentenceOf[from];

const isOutOfOrder = ({ older, moved }: Aligned, { from }: TokenRange): boolean =>
  moved[older.sentenceOf[from] ?? -1] === true;

/** The spans that tell who says so, in which words and through whom; its other parts are among the claim's own words. */
const voiceOf = ({ span, source, cue, parts }: AnchoredClaim): (Span | null)[] => [
  source,
  cue,
  ...parts.filter(({ start, end }) => start < span.start || end > span.end),
];

/** The first of the spans that name a voice which is gone, or other words now: in which sentences. */
function lostVoice(aligned: Aligned, claim: AnchoredClaim): Beside | null {
  for (const span of voiceOf(claim)) {
    const moved = span === null ? null : move(aligned, span);
    if (span === null || (moved !== null && moved.difference === null)) continue;
    const was = aligned.older.sentenceOf[tokensIn(aligned.older, span).from] ?? null;
    const now = moved === null ? null : (aligned.newer.sentenceOf[moved.range.from] ?? null);
    return { change: 'attribution_changed', was, now };
  }
  return null;
}

/** What changed in the sentences around, on which this one hangs or which take it back. */
function changeNearby(
  aligned: Aligned,
  range: TokenRange,
  found: TokenRange,
  isTurned: boolean,
): Beside | null {
  const { older, newer } = aligned;
  const places = {
    old: older.sentenceOf[range.from] ?? 0,
    now: newer.sentenceOf[found.from] ?? 0,
    last: older.sentenceOf[range.to - 1] ?? 0,
    lastNow: newer.sentenceOf[found.to - 1] ?? 0,
    isQuotation:
      isQuoted(older, older.sentenceOf[range.from] ?? 0) || isWithinMarks(older, range.from, range.to),
  };
  const { voice, other } = besideSentences(aligned, places);
  if (voice !== null) return voice;
  const [place, placeNow] = [
    { side: older, range },
    { side: newer, range: found },
  ];
  const isOther = changesSpeech(place, placeNow) || (!isTurned && turnsRound(place, placeNow));
  return isOther ? own('attribution_changed') : other;
}

/** The first and the last sentence of marked words, on both revisions, and whether the words are somebody's. */
interface Places {
  readonly old: number;
  readonly now: number;
  readonly last: number;
  readonly lastNow: number;
  readonly isQuotation: boolean;
}

interface BesideSentences {
  readonly voice: Beside | null;
  readonly other: Beside | null;
}

/** What is asked of sentences alone is asked once for all of the claims in them. */
const known = new WeakMap<Aligned, Map<string, BesideSentences>>();

function besideSentences(aligned: Aligned, places: Places): BesideSentences {
  const answers = known.get(aligned) ?? new Map<string, BesideSentences>();
  known.set(aligned, answers);
  const { old, now, last, lastNow, isQuotation } = places;
  const key = `${old} ${now} ${last} ${lastNow} ${isQuotation}`;
  const kept = answers.get(key);
  if (kept !== undefined) return kept;
  const { older, newer } = aligned;
  const voice = apart(carriedVoice(older, old, isQuotation), carriedVoice(newer, now, isQuotation));
  const answer = { voice, other: voice === null ? otherBeside(aligned, places) : null };
  answers.set(key, answer);
  return answer;
}

function otherBeside(
  { older, newer, moved, groupOfOlder }: Aligned,
  { old, now, last, lastNow, isQuotation }: Places,
): Beside | null {
  const leadIn = isQuotation ? losesLeadIn(older, old, newer, now) : null;
  if (leadIn !== null) return { change: 'attribution_changed', ...leadIn };
  const told =
    changeOfLead(older, old, newer, now) ??
    isTakenBack(older, last, newer, lastNow) ??
    changesLabel(older, old, newer, now) ??
    apart(voiceBehind(older, last), voiceBehind(newer, lastNow)) ??
    changeOfComment(older, last, newer, lastNow) ??
    changeOfCorrection(older, old, newer, now) ??
    changeOfHold(older, old, newer, now) ??
    changesFullName(older, old, newer, now) ??
    changesFootnote(older, last, newer);
  if (told !== null) return told;
  if (losesAntecedent(older, old, newer, now))
    return { change: 'reworded', was: old - 1, now: isInBlock(newer, now) ? now - 1 : null };
  const setting = changesSetting(older, old, newer, now);
  if (setting !== null) return setting;
  const fate = {
    moved: (sentence: number) => moved[sentence] === true,
    gone: (sentence: number) => groupOfOlder[sentence] === -1,
  };
  const loses = losesParagraphBefore(older, old, newer, now, fate);
  return loses ? { change: 'reworded', was: old - 1, now: now > 0 ? now - 1 : null } : null;
}

/** Is another voice told than before? */
const apart = (was: Told, now: Told): Beside | null =>
  was.words === now.words ? null : { change: 'attribution_changed', was: was.at, now: now.at };

export { keepsVerdict };
