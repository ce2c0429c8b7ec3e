/** What commands about suggestions mean to whoever works them through: decide, and on to the next. */
import type { Command } from '../../controllers/proof/key-map.ts';
import { type Suggested, spokenSuggestion } from '../../controllers/proof/suggestions.ts';
import type { ProofView } from './proof-view.ts';
import { accept, acceptAll, dismiss } from './suggestion-acts.ts';

/** @returns false for a command that is about something else */
export function runOnSuggestions(view: ProofView, command: Command): boolean {
  switch (command) {
    case 'next-suggestion':
    case 'previous-suggestion':
      step(view, command === 'next-suggestion' ? 1 : -1);
      return true;
    case 'accept-suggestion':
      decide(view, 'accept', (one) => acceptAndOn(view, one));
      return true;
    case 'accept-sentence':
      acceptSentence(view);
      return true;
    case 'edit-suggestion':
      decide(view, 'accept', () => view.open(null));
      return true;
    case 'dismiss-suggestion':
      decide(view, 'dismiss', (one) => {
        goOn(view, one);
        void dismiss(view.session, one);
      });
      return true;
    case 'suggestions':
      toggle(view);
      return true;
    default:
      return false;
  }
}

function step(view: ProofView, direction: 1 | -1): void {
  const { session } = view;
  if (!session.suggestions.isShown) toggle(view);
  const next = nextOf(view, direction);
  if (next === null) {
    if (!session.suggestions.isLoaded && !session.looksForSuggestions) {
      void session.loadSuggestions();
      session.tell('Suggestions are asked for again.');
      return;
    }
    session.tell(emptyWords(view) ?? (direction === 1 ? 'Last suggestion.' : 'First suggestion.'));
    return;
  }
  // They are in the story, whatever lies over it.
  if (view.ledger || view.list) {
    view.showStory(next.id, next.start);
    session.say(spokenSuggestion(next));
  } else lookAt(view, next);
}

/** Why there is none; null where there are some. */
function emptyWords({ session: { suggestions }, suggested }: ProofView): string | null {
  if (!suggestions.isLoaded) return 'Suggestions are not here yet.';
  if (!suggestions.isSupported) return 'No suggestions for this language.';
  return suggested.length === 0 ? 'No suggestions left.' : null;
}

function nextOf(view: ProofView, direction: 1 | -1): Suggested | null {
  const items = view.suggested;
  const at = items.findIndex(({ id }) => id === view.chosenId);
  if (at !== -1) return items[at + direction] ?? null;
  const here = view.place?.start ?? (direction === 1 ? 0 : Number.POSITIVE_INFINITY);
  const found =
    direction === 1 ? items.find(({ start }) => start >= here) : items.findLast(({ start }) => start < here);
  return found ?? null;
}

function lookAt(view: ProofView, suggested: Suggested): void {
  view.choose(suggested.id, { follow: true });
  view.focusText();
  view.session.say(spokenSuggestion(suggested));
}

function decide(view: ProofView, action: 'accept' | 'dismiss', act: (one: Suggested) => void): void {
  const one = view.suggestion;
  if (one === null) view.session.tell('Choose a suggestion first.');
  else if (!one.suggestion.can.includes(action)) view.session.tell('This cannot be changed.');
  else act(one);
}

/** To the next one, before the one decided on is gone; at the end to nothing. */
function goOn(view: ProofView, decided: Suggested): void {
  const next = nextOf(view, 1) ?? nextOf(view, -1);
  if (next !== null && next.id !== decided.id) lookAt(view, next);
  else view.choose(null);
}

function acceptAndOn(view: ProofView, one: Suggested): void {
  const isTyped = view.session.drafts.get(one.id, 'details') !== null;
  if (isTyped) void acceptTyped(view, one);
  else {
    goOn(view, one);
    void accept(view.session, one);
  }
}

/** What was typed is looked at once more, as a claim; where it cannot be accepted, the form says why. */
export async function acceptTyped(view: ProofView, one: Suggested): Promise<void> {
  const claimId = await accept(view.session, one);
  if (claimId === null || (view.chosenId !== one.id && view.chosenId !== null)) return;
  view.choose(claimId, { follow: true });
  // The form that had it is gone.
  view.focusText();
}

/** Whoever takes a decision back looks at it once more; whoever takes it again goes on. Others stay where they are. */
export function goWithUndo(view: ProofView, command: 'undo' | 'redo', id: string): void {
  const { suggestions } = view.session;
  const isAtSuggestions = view.chosenId === null || suggestions.get(view.chosenId) !== null;
  const suggestion = suggestions.get(id);
  if (suggestion === null || !isAtSuggestions || !suggestions.isShown) return;
  if (command === 'undo' && suggestions.suggested(id) !== null) view.choose(id, { follow: true });
  if (command === 'redo' && view.chosenId === id && suggestions.suggested(id) === null) {
    const { start } = suggestion.span;
    const next = view.suggested.find((one) => one.start >= start) ?? view.suggested.at(-1);
    view.choose(next?.id ?? null, { follow: true });
  }
}

/** All of the sentence at which the reader is, or the chosen one's, from the confidence that was set on. */
function acceptSentence(view: ProofView): void {
  const items = view.sureOfSentence;
  if (items.length === 0) {
    view.session.tell('Nothing in this sentence is that sure.');
    return;
  }
  const chosen = view.suggestion;
  const stays = chosen !== null && !items.some(({ id }) => id === chosen.id);
  if (!stays) {
    const ids = new Set(items.map(({ id }) => id));
    const last = items.at(-1)?.start ?? 0;
    const next = view.suggested.find(({ id, start }) => start >= last && !ids.has(id));
    if (next === undefined) view.choose(null);
    else lookAt(view, next);
  }
  void acceptAll(view.session, items);
}

function toggle(view: ProofView): void {
  const { session } = view;
  session.suggestions.isShown = !session.suggestions.isShown;
  // What is not to be seen is not decided on either.
  if (!session.suggestions.isShown && view.suggestion !== null) view.choose(null);
  session.say(session.suggestions.isShown ? 'Suggestions are shown.' : 'Suggestions are hidden.');
  session.changed();
}
