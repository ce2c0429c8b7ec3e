/** Why a correction is left to the editor, in the newsroom's words. */
import type { LeftBecause } from '../../server/contract/corrections.ts';

export const LEFT_WORDS: Readonly<Record<LeftBecause, string>> = {
  no_wording: 'No corrected wording was given.',
  returned: 'A reviewer returned it: settle that first.',
  says_so: 'The text says so already.',
  not_one_line: 'The corrected wording has several lines.',
  whole_sentence: 'The corrected wording is a whole sentence, and only part of one is marked.',
  lost_stop: 'The corrected wording lacks the full stop that ends the sentence.',
  joins_letters: 'The corrected wording would melt into the letter beside it.',
  overlap: 'It shares words with another correction that says otherwise: choose one of them.',
  not_there: 'Its words are not in the text any more.',
};
