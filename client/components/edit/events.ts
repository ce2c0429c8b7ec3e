/** What the parts of the edit mode announce. */
import type { Place } from '../../controllers/edit/blocks.ts';

/** Words in the place of a stretch. */
export class SpliceEvent extends Event {
  static readonly type = 'splice';
  constructor(
    /** What was done, as `InputEvent.inputType` names it. */
    readonly kind: string,
    readonly from: Place,
    readonly to: Place,
    readonly words: string,
  ) {
    super(SpliceEvent.type);
  }
}

export type EditAct = 'save' | 'discard' | 'undo' | 'redo';
export class EditActEvent extends Event {
  static readonly type = 'edit-act';
  constructor(readonly act: EditAct) {
    super(EditActEvent.type, { bubbles: true, composed: true });
  }
}

export class EditNoteEvent extends Event {
  static readonly type = 'edit-note';
  constructor(readonly note: string) {
    super(EditNoteEvent.type);
  }
}
