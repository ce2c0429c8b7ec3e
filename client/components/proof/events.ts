/** What the parts of the proof tell the page. */
import type { Range } from '../../../server/contract/common.ts';
import type { Filter } from '../../controllers/proof/claim-store.ts';
import type { Command } from '../../controllers/proof/key-map.ts';

/** A press on the words, without a selection. `offset` is null beside them. */
export class PointEvent extends Event {
  static readonly type = 'point';
  constructor(readonly offset: number | null) {
    super(PointEvent.type, { bubbles: true, composed: true });
  }
}

/** Words were selected with a mouse, a pen or a finger. */
export class SelectWordsEvent extends Event {
  static readonly type = 'select-words';
  constructor(
    readonly range: Range,
    /** Alt was held: the opposite of the setting for whole words. */
    readonly inverted: boolean,
    /** The system's own handles are on the selection: it must be left standing. */
    readonly touch: boolean,
  ) {
    super(SelectWordsEvent.type, { bubbles: true, composed: true });
  }
}

/** Sentences moved on the screen, or others came near. */
export class StoryLayoutEvent extends Event {
  static readonly type = 'story-layout';
  constructor() {
    super(StoryLayoutEvent.type);
  }
}

/** The person wants to look at a claim. `open` asks for its form as well. */
export class ChooseEvent extends Event {
  static readonly type = 'choose';
  constructor(
    readonly claimId: string,
    readonly open = false,
  ) {
    super(ChooseEvent.type, { bubbles: true, composed: true });
  }
}

/** A command that has a key as well: a button says the same. */
export class CommandEvent extends Event {
  static readonly type = 'command';
  constructor(readonly command: Command) {
    super(CommandEvent.type, { bubbles: true, composed: true });
  }
}

/** All suggestions of a sentence should be accepted together from this confidence on: 0 to 1. */
export class ThresholdEvent extends Event {
  static readonly type = 'threshold';
  constructor(readonly threshold: number) {
    super(ThresholdEvent.type, { bubbles: true, composed: true });
  }
}

/** Who speaks by a suggestion should be put into the register. */
export class NameSourceEvent extends Event {
  static readonly type = 'name-source';
  constructor(readonly suggestionId: string) {
    super(NameSourceEvent.type, { bubbles: true, composed: true });
  }
}

/** Other claims should be shown. */
export class FilterEvent extends Event {
  static readonly type = 'filter';
  constructor(readonly filter: Filter) {
    super(FilterEvent.type, { bubbles: true, composed: true });
  }
}
