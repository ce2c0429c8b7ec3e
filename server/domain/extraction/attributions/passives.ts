/** Verbs of saying in the passive: "was called a fraud by rivals", "is expected to resign", "was quoted as saying". */

import { complementOf } from './complements.ts';
import { clauseEnd, objectEnd } from './ends.ts';
import type { Found } from './find.ts';
import { phraseAfter } from './noun-phrases.ts';
import type { Subject } from './subjects.ts';
import type { VerbGroup } from './verb-groups.ts';
import { posAt, type View, type Words, wordAt } from './view.ts';

export function passiveOf(view: View, verb: VerbGroup, subject: Subject | null): Found | null {
  if (verb.known === undefined || !verb.passive) return null;
  const quoted = quotedAs(view, verb, subject);
  if (quoted !== null) return quoted;
  const { frame } = verb.known;
  const cue = { from: verb.from, to: verb.to };
  const base = { listener: null, isSpeech: frame.quote && frame.clause, cue };
  const agent = agentOf(view, verb);
  const isImpersonal =
    subject !== null && wordAt(view, subject.from) === 'it' && subject.to - subject.from === 1;
  // "it was alleged by the union that …"
  const that = isImpersonal && agent !== null ? agent.to : verb.to;
  if (wordAt(view, that) === 'that' && frame.clause) {
    const content = { from: that, to: clauseEnd(view, that + 1, verb) };
    return {
      ...base,
      rule: isImpersonal ? 'passive-impersonal' : 'passive-clause',
      isHearsay: agent === null && isImpersonal && HEARSAY.has(verb.known.form.verb),
      source: agent,
      content: [content],
    };
  }
  if (subject === null || subject.where === 'shared') return null;
  const theme = { from: subject.from, to: subject.to };
  const infinitive = view.verbAt.get(verb.to);
  if (infinitive?.form === 'infinitive' && infinitive.from === verb.to && HEARSAY.has(verb.known.form.verb)) {
    const rest = { from: verb.to, to: clauseEnd(view, verb.to + 1, verb) };
    return {
      ...base,
      rule: 'passive-infinitive',
      source: agent,
      content: [theme, rest],
      isHearsay: verb.known.form.verb !== 'expect',
    };
  }
  const charge = CHARGES[verb.known.form.verb];
  if (charge === wordAt(view, verb.to) && agent === null) {
    const rest = { from: verb.to, to: objectEnd(view, verb.to + 1, verb) };
    return { ...base, rule: 'passive-charge', source: null, content: [theme, rest], isHearsay: true };
  }
  if (!(frame.object || frame.clause)) return null;
  if (agent !== null) {
    const rest = { from: verb.to, to: agent.from - 1 };
    return {
      ...base,
      rule: 'passive-agent',
      source: agent,
      content: rest.to > rest.from ? [theme, rest] : [theme],
    };
  }
  return null;
}

/** Verbs by which something is passed on that nobody says: "is said to be ill". */
const HEARSAY: ReadonlySet<string> = new Set(
  'say believe think understand report allege expect consider know estimate predict claim assume suppose presume'.split(
    ' ',
  ),
);

/** "were accused of", "is blamed for": a charge that nobody is named for. */
const CHARGES: Readonly<Record<string, string>> = { accuse: 'of', blame: 'for', suspect: 'of' };

/** "was quoted as saying": who is quoted is the source. */
function quotedAs(view: View, verb: VerbGroup, subject: Subject | null): Found | null {
  if (subject === null || verb.known?.form.verb !== 'quote') return null;
  const quoter = wordAt(view, verb.to) === 'by' ? phraseAfter(view, verb.to + 1) : null;
  const as = quoter?.to ?? verb.to;
  const saying = view.verbAt.get(as + 1);
  if (wordAt(view, as) !== 'as' || saying === undefined || saying.form !== 'gerund') return null;
  // "as telling the radio that": whom it was told stands between.
  const told = saying.known?.frame.listener === true ? complementOf(view, saying) : null;
  const from = told?.from ?? saying.to;
  const to = told?.to ?? clauseEnd(view, saying.to, verb);
  if (to <= from) return null;
  return {
    rule: 'quoted-as-saying',
    source: { from: subject.from, to: subject.to },
    cue: { from: verb.from, to: saying.to },
    content: [{ from: wordAt(view, from) === ',' ? from + 1 : from, to }],
    listener: quoter ?? told?.listener ?? null,
    isSpeech: true,
  };
}

/** "by the ministry", right behind the verb or behind what it says. */
function agentOf(view: View, verb: VerbGroup): Words | null {
  const limit = objectEnd(view, verb.to, verb);
  for (let at = verb.to; at < limit && at < verb.to + 12; at++) {
    if (wordAt(view, at) !== 'by' || posAt(view, at) !== 'ADP') continue;
    return /ing$/u.test(wordAt(view, at + 1)) ? null : phraseAfter(view, at + 1);
  }
  return null;
}
