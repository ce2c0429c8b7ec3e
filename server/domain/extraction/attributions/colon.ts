/** "Mayor: the bridge stays shut": a speaker, a colon and what was said. */

import type { Passage } from '../model.ts';
import { wordSet } from '../word-set.ts';
import type { Placed } from './found.ts';
import { HEADLINE_ENDS, LINE_OPENS } from './lexicon/signs.ts';
import { NAME_PARTS } from './lexicon/tags.ts';
import { phraseAfter } from './noun-phrases.ts';
import { posAt, type View, wordAt } from './view.ts';

const LONGEST_SPEAKER = 8;

/** A speaker's name before a colon at the start of a sentence, in words. */
interface Speaker {
  readonly view: View;
  readonly from: number;
  /** The number of the colon. */
  readonly colon: number;
}

/** In headlines any short noun phrase; in transcripts a name that begins a paragraph. */
export function findColons(passage: Passage, views: readonly View[]): Placed[] {
  const speakers = views.flatMap((view) => speakerOf(view) ?? []);
  const turns = speakers.filter((speaker) => isTurn(passage, speaker));
  const found = speakers.flatMap((speaker) => {
    const role = passage.blocks[speaker.view.sentence.block]?.role;
    const isFirst = speaker.view.sentence.index === 0 && passage.blocks.length > 1;
    if (isFirst || role === 'headline' || role === 'standfirst' || role === 'heading')
      return [headline(speaker)];
    return [];
  });
  const taken = new Set(found.map(({ sentence }) => sentence));
  const said = turns.length < 2 ? [] : turns.filter(({ view }) => !taken.has(view.sentence.index));
  return [...found, ...said.map((speaker) => turnOf(passage, views, speaker))];
}

function speakerOf(view: View): Speaker | null {
  let from = 0;
  while (from < 3 && LINE_OPENS.has(wordAt(view, from))) from++;
  const to = phraseAfter(view, from)?.to ?? from;
  const colon = wordAt(view, to) === ':' ? to : shortLead(view, from);
  if (colon === null || colon - from > LONGEST_SPEAKER || isLabel(view, colon - 1)) return null;
  return view.words.length > colon + 1 ? { view, from, colon } : null;
}

/** "HORROR CRASH:", "BREAKING:": what the story is, and nobody who speaks. */
const isLabel = (view: View, at: number): boolean => LABELS.has(wordAt(view, at));
const LABELS = wordSet(`
  crash horror tragedy breaking live update updated exclusive watch video pictures photos analysis opinion explainer
  factbox timeline profile review obituary correction blast fire attack shooting earthquake quake flood floods storm war
  crisis shock terror`);

/** One or two words before a colon, whatever the tagger takes them for: "Poll: …". */
function shortLead(view: View, from: number): number | null {
  if (wordAt(view, from + 1) === ':') return from + 1;
  return wordAt(view, from + 2) === ':' && /^\p{L}/u.test(wordAt(view, from + 1)) ? from + 2 : null;
}

/** A name, nothing else, at the start of its paragraph. */
function isTurn(passage: Passage, { view, from, colon }: Speaker): boolean {
  const isFirst = passage.blocks[view.sentence.block]?.start === view.sentence.start;
  if (!isFirst || colon - from > 4) return false;
  for (let at = from; at < colon; at++) {
    const text = view.words[at]?.text ?? '';
    if (!NAME_PARTS.has(posAt(view, at)) && !/^\p{Lu}+$/u.test(text)) return false;
  }
  return /^\p{Lu}/u.test(view.words[from]?.text ?? '');
}

const start = (view: View, at: number): number => view.words[at]?.start ?? 0;
const end = (view: View, at: number): number => view.words[at]?.end ?? 0;

function headline({ view, from, colon }: Speaker): Placed {
  const last = HEADLINE_ENDS.has(wordAt(view, view.words.length - 1))
    ? view.words.length - 2
    : view.words.length - 1;
  return {
    rule: 'headline-colon',
    source: { start: start(view, from), end: end(view, colon - 1) },
    cue: { start: start(view, colon), end: end(view, colon) },
    content: [{ start: start(view, colon + 1), end: end(view, Math.max(last, colon + 1)) }],
    listener: null,
    isSpeech: true,
    isHearsay: false,
    isProper: true,
    carriedOver: false,
    sentence: view.sentence.index,
  };
}

/** Of a transcript: to the end of the paragraph. */
function turnOf(passage: Passage, views: readonly View[], { view, from, colon }: Speaker): Placed {
  const block = passage.blocks[view.sentence.block];
  let last = view;
  for (let index = view.sentence.index + 1; views[index]?.sentence.block === view.sentence.block; index++)
    last = views[index] ?? last;
  return {
    rule: 'transcript',
    source: { start: start(view, from), end: end(view, colon - 1) },
    cue: { start: start(view, colon), end: end(view, colon) },
    content: [
      { start: start(view, colon + 1), end: Math.min(last.sentence.end, block?.end ?? last.sentence.end) },
    ],
    listener: null,
    isSpeech: true,
    isHearsay: false,
    isProper: true,
    carriedOver: false,
    sentence: view.sentence.index,
  };
}
