/** Each verb of the lists of frames, in a sentence for each thing that it takes. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/domain/extraction/analyse.ts';
import { verbForm } from '../../server/domain/extraction/attributions/lexicon/forms.ts';
import { FRAMES, type Frame } from '../../server/domain/extraction/attributions/lexicon/frames.ts';
import { proposeAttributions } from '../../server/domain/extraction/attributions/propose.ts';
import { passageOf } from '../support/passages.ts';

/** What stands behind a verb that takes it: what is said, and in brackets whom it was told. */
const BEHIND = {
  clause: 'that the ferry was late',
  quote: '“It is late.”',
  question: 'how the ferry sank',
  object: 'the ferry',
  infinitive: 'to leave',
  order: 'the crew to leave',
  listener: '(the crew) that it was late',
} satisfies Partial<Record<keyof Frame, string>>;

const pastOf = (verb: string): readonly string[] =>
  [verb, `${verb}ed`, `${verb}d`, `${verb}${verb.slice(-1)}ed`].filter((form) => {
    const known = verbForm(form);
    return known?.verb === verb && known.tenses.has('past');
  });

/** Whether the verb is read with what stands behind it: "will call", or "called" where the tagger takes that for a noun. */
function isRead(verb: string, preposition: string, behind: string): boolean {
  return [`will ${verb}`, ...pastOf(verb)].some((group) => {
    const cue = preposition === '' ? group : `${group} ${preposition}`;
    const passage = passageOf(
      `The mayor ${cue} ${behind.replace(/[()]/g, '')}${behind.endsWith('”') ? '' : '.'}`,
    );
    const [found, ...others] = proposeAttributions(passage, analyse(passage)).map(({ details }) =>
      'cue' in details ? [details.source?.quote, details.cue?.quote, details.content[0]?.quote] : [],
    );
    const content = behind.replace(/^\(.*\) /, '');
    return others.length === 0 && JSON.stringify(found) === JSON.stringify(['The mayor', cue, content]);
  });
}

describe('each verb is read with what it takes', () => {
  it.each(Object.entries(BEHIND))('%s: %s', (slot, behind) => {
    const unread = [...FRAMES].flatMap(([verb, frame]) =>
      Object.entries(frame).some(([name, takes]) => name === slot && takes === true) &&
      !isRead(verb, '', behind)
        ? [verb]
        : [],
    );
    expect(unread).toEqual([]);
  });

  it('a preposition', () => {
    const unread = [...FRAMES].flatMap(([verb, { prepositions }]) =>
      [...prepositions].flatMap((one) => (isRead(verb, one, 'the ferry') ? [] : [`${verb} ${one}`])),
    );
    expect(unread).toEqual([]);
  });
});
