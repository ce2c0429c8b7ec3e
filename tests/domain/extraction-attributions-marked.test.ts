/** Attributions by their marked sentences: every attribution of each, and no other. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/domain/extraction/analyse.ts';
import { proposeAttributions } from '../../server/domain/extraction/attributions/propose.ts';
import * as ends from '../cases/extraction-attributions-ends.ts';
import * as groups from '../cases/extraction-attributions-groups.ts';
import * as order from '../cases/extraction-attributions-order.ts';
import * as phrases from '../cases/extraction-attributions-phrases.ts';
import * as places from '../cases/extraction-attributions-places.ts';
import * as said from '../cases/extraction-attributions-said.ts';
import * as sides from '../cases/extraction-attributions-sides.ts';
import * as speakers from '../cases/extraction-attributions-speakers.ts';
import * as tags from '../cases/extraction-attributions-tags.ts';
import * as verbs from '../cases/extraction-attributions-verbs.ts';
import { readMarked } from '../support/marked-attributions.ts';
import { passageOf } from '../support/passages.ts';

const attributionsIn = (text: string) => {
  const passage = passageOf(text);
  return proposeAttributions(passage, analyse(passage)).flatMap(({ kind, details }) =>
    kind === 'attribution'
      ? [
          {
            source: details.source?.quote ?? null,
            cue: details.cue?.quote ?? null,
            content: details.content.map(({ quote }) => quote),
          },
        ]
      : [],
  );
};

describe.each([
  ['who speaks, before the verb', speakers.beforeRows],
  ['who speaks, behind a conjunction', speakers.secondRows],
  ['who speaks, behind a quotation', speakers.quotedRows],
  ['who speaks, behind the verb', speakers.invertedRows],
  ['who speaks, at the end', speakers.accordingRows],
  ['who speaks, at the start', speakers.accordingFirstRows],
  ['whom somebody told', speakers.listenerRows],
  ['the verb before what is said', verbs.clauseRows],
  ['the verb behind what is said', verbs.afterRows],
  ['forms of the verb', verbs.formRows],
  ['verb or noun', verbs.doubtfulRows],
  ['what is said: its beginning', said.beginRows],
  ['what is said: its end', said.endRows],
  ['the source in its place', places.subjectRows],
  ['noun phrases', phrases.phraseRows],
  ['subjects', phrases.subjectRows],
  ['the end of a clause', ends.clauseEndRows],
  ['the end of an object', ends.objectEndRows],
  ['the end of what hangs on a noun', ends.nounEndRows],
  ['headlines', tags.headlineRows],
  ['verbs that look like nouns, and names like verbs', tags.tagRows],
  ['gerunds behind a noun', tags.gerundRows],
  ['before the cue', sides.leftRows],
  ['on both sides of the cue', sides.rightRows],
  ['what belongs to the cue', sides.groupRows],
  ['the passive and hearsay', sides.passiveRows],
  ['according to somebody', sides.accordingRows],
  ['nouns and adjectives', sides.nominalRows],
  ['verb groups', groups.groupRows],
  ['between the verb and what is said', groups.settingRows],
  ['inside another one', order.nestedRows],
  ['verbs that share a subject', order.walkRows],
  ['a speaker and a colon, more', order.colonMoreRows],
  ['the order of them', places.orderRows],
  ['a speaker and a colon', places.colonRows],
])('%s', (_name, rows) => {
  it.each(rows)('%s', (marked) => {
    const { text, found } = readMarked(marked);
    expect(attributionsIn(text)).toEqual(found);
  });
});
