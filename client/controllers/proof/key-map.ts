/** The keys of the article page. One list for what acts, what `?` shows and what buttons say. */

export type Command =
  | 'next-sentence'
  | 'previous-sentence'
  | 'next-word'
  | 'previous-word'
  | 'extend-right'
  | 'extend-left'
  | 'next-phrase'
  | 'previous-phrase'
  | 'extend-phrase-right'
  | 'extend-phrase-left'
  | 'next-figure'
  | 'previous-figure'
  | 'first-word'
  | 'last-word'
  | 'extend-first'
  | 'extend-last'
  | 'extend-character-right'
  | 'extend-character-left'
  | 'mark-casualty_count'
  | 'mark-attribution'
  | 'mark-source'
  | 'mark-fact'
  | 'next-claim'
  | 'previous-claim'
  | 'start-out'
  | 'start-in'
  | 'end-out'
  | 'end-in'
  | 'open'
  | 'back'
  | 'verdict'
  | 'confirm'
  | 'evidence'
  | 'talk'
  | 'withdraw'
  | 'place'
  | 'accept'
  | 'keep-details'
  | 'take-source'
  | 'take-cue'
  | 'take-content'
  | 'take-via'
  | 'take-words'
  | 'kind'
  | 'next-suggestion'
  | 'previous-suggestion'
  | 'accept-suggestion'
  | 'accept-sentence'
  | 'edit-suggestion'
  | 'dismiss-suggestion'
  | 'suggestions'
  | 'undo'
  | 'redo'
  | 'list'
  | 'figures'
  | 'snap'
  | 'edit-text'
  | 'newer-text'
  | 'sign-off';

export interface Key {
  /** As ShortcutsController writes keys; alternatives with a bar. */
  readonly keys: string;
  readonly label: string;
  readonly command: Command;
  /** Acts only while the story has the keys: elsewhere these belong to the browser. */
  readonly inText?: true;
}

/**
 * In the order in which they are listed to whoever asks: what is done all day first, moving about last.
 *
 * Letters act anywhere on the page but in a field; arrows, Enter and Escape only in the story.
 *
 * Alt with an arrow alone is the browser's way back, so edges have brackets: the bracket points at its
 * edge, bare it widens the claim, with Shift it narrows it.
 */
export const KEYS: readonly Key[] = [
  { keys: 'j', label: 'Next sentence', command: 'next-sentence' },
  { keys: 'k', label: 'Previous sentence', command: 'previous-sentence' },
  { keys: 'q', label: 'Next figure, with what it counts', command: 'next-figure' },
  { keys: 'Q', label: 'Figure before', command: 'previous-figure' },
  { keys: 'c', label: 'Mark as casualty count', command: 'mark-casualty_count' },
  { keys: 'a', label: 'Mark as attribution', command: 'mark-attribution' },
  { keys: 's', label: 'Mark as source', command: 'mark-source' },
  { keys: 'f', label: 'Mark as fact', command: 'mark-fact' },
  { keys: 'n', label: 'Next claim', command: 'next-claim' },
  { keys: 'p', label: 'Previous claim', command: 'previous-claim' },
  { keys: 'i', label: 'Next suggestion', command: 'next-suggestion' },
  { keys: 'I', label: 'Previous suggestion', command: 'previous-suggestion' },
  { keys: 'y', label: 'Accept the suggestion', command: 'accept-suggestion' },
  { keys: 'u', label: 'Edit the suggestion, then accept it', command: 'edit-suggestion' },
  { keys: 'd', label: 'Dismiss the suggestion', command: 'dismiss-suggestion' },
  { keys: 'Y', label: 'Accept all sure ones of this sentence', command: 'accept-sentence' },
  { keys: 'h', label: 'Suggestions, hidden or shown', command: 'suggestions' },
  { keys: 'Enter', label: 'Open the claim’s form', command: 'open', inText: true },
  { keys: 'Escape', label: 'Back to the story; let go of the selection', command: 'back', inText: true },
  { keys: 'v', label: 'Verdict', command: 'verdict' },
  { keys: 'C', label: 'Same meaning: confirm the verdict on a reworded claim', command: 'confirm' },
  { keys: 'e', label: 'Evidence', command: 'evidence' },
  { keys: 'm', label: 'Comment', command: 'talk' },
  { keys: 'o', label: 'Accept what is offered: new figure, part of, same verdict', command: 'accept' },
  { keys: 'O', label: 'Keep details that the text no longer says', command: 'keep-details' },
  { keys: '1|Alt+1', label: 'Attribution: the selection says who', command: 'take-source' },
  { keys: '2|Alt+2', label: 'Attribution: the selection is the cue', command: 'take-cue' },
  { keys: '3|Alt+3', label: 'Attribution: the selection is what is said', command: 'take-content' },
  { keys: '4|Alt+4', label: 'Attribution: the selection is whom it came through', command: 'take-via' },
  { keys: '5|Alt+5', label: 'The selection is the words of the claim', command: 'take-words' },
  { keys: 'K', label: 'Another kind for the claim', command: 'kind' },
  { keys: '[', label: 'Claim begins a word earlier', command: 'start-out' },
  { keys: ']', label: 'Claim ends a word later', command: 'end-out' },
  { keys: '{', label: 'Claim begins a word later', command: 'start-in' },
  { keys: '}', label: 'Claim ends a word earlier', command: 'end-in' },
  { keys: 'x', label: 'Withdraw the claim, or restore it', command: 'withdraw' },
  { keys: 'b', label: 'Put a claim whose words are gone on other words', command: 'place' },
  { keys: 'z|Ctrl+z', label: 'Undo', command: 'undo' },
  { keys: 'Z|Ctrl+Shift+z|Ctrl+y', label: 'Redo', command: 'redo' },
  { keys: 'l', label: 'List of claims, or the story', command: 'list' },
  { keys: 't', label: 'Figures side by side and what does not add up, or the story', command: 'figures' },
  { keys: 'w', label: 'Whole words, on or off', command: 'snap' },
  { keys: 'r', label: 'Edit the text', command: 'edit-text' },
  { keys: 'R', label: 'A whole newer text, pasted or dropped', command: 'newer-text' },
  { keys: 'g', label: 'Sign-off of the story, and back', command: 'sign-off' },
  { keys: 'ArrowDown', label: 'Next sentence, in the story', command: 'next-sentence', inText: true },
  { keys: 'ArrowUp', label: 'Previous sentence, in the story', command: 'previous-sentence', inText: true },
  {
    keys: 'ArrowRight',
    label: 'Next word, in the direction of the arrow',
    command: 'next-word',
    inText: true,
  },
  { keys: 'ArrowLeft', label: 'Previous word', command: 'previous-word', inText: true },
  {
    keys: 'Shift+ArrowRight',
    label: 'Extend the selection by a word',
    command: 'extend-right',
    inText: true,
  },
  { keys: 'Shift+ArrowLeft', label: 'The same, to the left', command: 'extend-left', inText: true },
  { keys: 'Home', label: 'First word of the sentence', command: 'first-word', inText: true },
  { keys: 'End', label: 'Last word of the sentence', command: 'last-word', inText: true },
  { keys: 'Shift+Home', label: 'Extend to the sentence’s first word', command: 'extend-first', inText: true },
  { keys: 'Shift+End', label: 'Extend to the sentence’s last word', command: 'extend-last', inText: true },
  {
    keys: 'Ctrl+ArrowRight',
    label: 'On past the next comma or quotation mark',
    command: 'next-phrase',
    inText: true,
  },
  { keys: 'Ctrl+ArrowLeft', label: 'The same, to the left', command: 'previous-phrase', inText: true },
  {
    keys: 'Ctrl+Shift+ArrowRight',
    label: 'Extend to the next comma or quotation mark',
    command: 'extend-phrase-right',
    inText: true,
  },
  {
    keys: 'Ctrl+Shift+ArrowLeft',
    label: 'The same, to the left',
    command: 'extend-phrase-left',
    inText: true,
  },
  {
    keys: 'Alt+Shift+ArrowRight',
    label: 'Extend the selection by a character',
    command: 'extend-character-right',
    inText: true,
  },
  {
    keys: 'Alt+Shift+ArrowLeft',
    label: 'The same, to the left',
    command: 'extend-character-left',
    inText: true,
  },
];

/** The key to show beside a button. */
export const keyOf = (command: Command): string =>
  KEYS.find((key) => key.command === command)?.keys.split('|')[0] ?? '';
