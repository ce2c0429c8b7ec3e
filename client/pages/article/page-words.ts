/** Small parts of the article page: its keys, what undo says, which sentences carry notes. */
import { asProblem } from '../../api/problem.ts';
import { type Command, KEYS } from '../../controllers/proof/key-map.ts';
import { changeWords } from '../../controllers/proof/later-changes.ts';
import type { UndoResult } from '../../controllers/proof/undo-stack.ts';
import type { ShortcutMap } from '../../controllers/shortcuts.ts';
import type { ProofView } from './proof-view.ts';

/** What the keys need of the page. */
interface KeyedPage {
  readonly view: ProofView | null;
  readonly hasKeys: boolean;
  readonly text: { readonly isOpen: boolean };
  run(command: Command): void;
}

/** Pixels: about the width of the four kinds in a row. */
export const TOOLBAR_WIDTH = 440;

export function undoWords(command: 'undo' | 'redo', result: UndoResult): string {
  const verb = command === 'undo' ? 'Undone' : 'Done again';
  if (result.done)
    return result.lost === null ? `${verb}: ${result.label}` : `${verb}: ${result.label}. ${result.lost}`;
  switch (result.why) {
    case 'empty':
      return `Nothing to ${command}.`;
    case 'overtaken':
    case 'refused':
      return `Cannot ${command}: ${result.label}. ${whyNot(result)}`;
  }
}

/** Whose change stands in the way, where one does: whoever reads it knows whom to ask. */
function whyNot(result: Extract<UndoResult, { why: 'overtaken' | 'refused' }>): string {
  const change = result.whose();
  if (change !== null) return `${changeWords(change)}, and that stays.`;
  if (result.why === 'overtaken') return 'Someone else has changed it since.';
  return asProblem(result.error).message;
}

/** A change by somebody else stands in the way, and nothing has told whose it is. */
export const asksWhose = (result: UndoResult): boolean =>
  !result.done &&
  result.why !== 'empty' &&
  (result.why === 'overtaken' || asProblem(result.error).code === 'STALE_VERSION') &&
  result.whose() === null;

/** Escape closes what lies over the story, or in its place, wherever the focus is. */
const closesSheet = ({ view }: KeyedPage, command: Command) =>
  command === 'back' && (view?.sheet === true || view?.ledger === true || view?.placing != null);

export function shortcuts(page: KeyedPage): ShortcutMap {
  return Object.fromEntries(
    KEYS.map(({ keys, label, command, inText }) => [
      keys,
      {
        label,
        run: () => page.run(command),
        when: () =>
          page.view !== null &&
          !page.text.isOpen &&
          (inText !== true || page.hasKeys || closesSheet(page, command)),
      },
    ]),
  );
}
