/** What is looked at: the place in the text, the selection, the chosen claim, filters. Commands change it. */
import type { Article } from '../../../server/contract/articles.ts';
import type { Claim, ClaimKind } from '../../../server/contract/claims.ts';
import type { Range, Span } from '../../../server/contract/common.ts';
import type { SpanField, Tab } from '../../components/inspector/acts.ts';
import { type Filter, NO_FILTER, type Placed } from '../../controllers/proof/claim-store.ts';
import { directionOf } from '../../controllers/proof/direction.ts';
import type { Command } from '../../controllers/proof/key-map.ts';
import { type Cursor, Reading, START, selectionOf } from '../../controllers/proof/reading-cursor.ts';
import { KIND_WORDS, quoted, spokenClaim } from '../../controllers/proof/readings.ts';
import { type Suggested, spokenSuggestion } from '../../controllers/proof/suggestions.ts';
import { moveEdge, Words } from '../../controllers/proof/words.ts';
import { counted } from '../../words.ts';
import { showInAddress } from './address.ts';
import { keepDetails, restore, withdraw } from './claim-acts.ts';
import { EDGES, KIND_OF, MIRRORED, MOVES, SPANS } from './commands.ts';
import { moveEdges } from './edge-acts.ts';
import { mark } from './marking.ts';
import { acceptOffer, takeSpan } from './offers.ts';
import { runWhilePlacing, startPlacing } from './placing.ts';
import type { Session } from './session.ts';
import { type Shown, ShownClaims } from './shown.ts';
import { ShownSuggestions } from './shown-suggestions.ts';
import { moveSpan, moveWords } from './suggestion-changes.ts';
import { runOnSuggestions } from './suggestion-steps.ts';
import { confirmVerdict } from './verdict-acts.ts';

/** What the page does with its elements on the view's behalf. */
export interface Stage {
  /** Bring a stretch of the story into view. */
  reveal(range: Range): void;
  /** The same, once the sheet that would lie over it is drawn. */
  uncover(range: Range): void;
  focusText(): void;
  focusForm(): void;
  focusKind(): void;
  /** Show the story again where something else lay, at this stretch and with the keys. */
  returnTo(range: Range): void;
  /** At the figure from which the reader went to the story last; null for its beginning. */
  focusLedger(claimId: string | null): void;
  changed(): void;
}

export class ProofView {
  cursor: Cursor = START;
  chosenId: string | null = null;
  tab: Tab = 'details';
  /** The comment that a link led to; null for none. */
  sought: string | null = null;
  filter: Filter = NO_FILTER;
  /** Selections are widened to whole words. */
  snap = true;
  list = false;
  /** The ledger of figures stands in the place of the story. */
  ledger = false;
  /** The figure from which the reader went to the story last. */
  private leftLedgerAt: string | null = null;
  /** From this confidence on all suggestions of a sentence are accepted together. */
  threshold = 0.8;
  /** Nobody has been anywhere yet: the first move leads to the first sentence and not past it. */
  private fresh = true;
  /** On narrow screens: the inspector lies over the story. */
  sheet = false;
  /** The claim without words in this text that the person selects some for. */
  placing: string | null = null;
  /** A selection was just made with a pointer: the choice of kinds is offered beside it. */
  offersKinds = false;
  readonly reading: Reading;
  readonly words: Words;
  private readonly shownClaims: ShownClaims;
  private readonly shownSuggestions: ShownSuggestions;

  constructor(
    readonly session: Session,
    /** The story as it was when its text was set; what surrounds the text may have changed since. */
    private readonly first: Article,
    private readonly stage: Stage,
  ) {
    const { text, blocks, sentences } = first.revision;
    this.words = new Words(text, blocks, first.language);
    this.reading = new Reading(sentences, this.words);
    const { store } = session;
    this.shownClaims = new ShownClaims(store, this.revision, (offset) => this.reading.sentenceAt(offset));
    this.shownSuggestions = new ShownSuggestions(session.suggestions, this.revision);
  }

  /** The claims that pass the filter, as the story shows them. */
  get shown(): Shown {
    return this.shownSuggestions.among(this.shownClaims.get(this.filter), this.filter);
  }

  /** The suggestions that pass it, in the order of the text; none while they are hidden. */
  get suggested(): readonly Suggested[] {
    return this.shownSuggestions.get(this.filter);
  }

  /** The chosen suggestion. */
  get suggestion(): Suggested | null {
    return this.chosenId === null ? null : this.session.suggestions.suggested(this.chosenId);
  }

  /** Those of the chosen one's sentence, or of the reader's, that are as sure as it takes and that nobody edits. */
  get sureOfSentence(): Suggested[] {
    const number = this.suggestion?.claim.sentence ?? this.cursor.sentence;
    return this.suggested.filter(
      ({ suggestion }) =>
        suggestion.sentence === number &&
        suggestion.confidence >= this.threshold &&
        suggestion.can.includes('accept') &&
        this.session.drafts.get(suggestion.id, 'details') === null,
    );
  }

  get article(): Article {
    const now = this.session.article;
    return now?.revision.number === this.revision ? now : this.first;
  }

  get revision(): number {
    return this.first.revision.number;
  }

  get chosen(): Claim | null {
    return this.chosenId === null ? null : this.session.store.get(this.chosenId);
  }

  get selection(): Range | null {
    return selectionOf(this.cursor);
  }

  /** The selected words as a span, for what may be taken from them. */
  get selectedSpan(): Span | null {
    const range = this.selection;
    return range === null
      ? null
      : { ...range, quote: this.article.revision.text.slice(range.start, range.end) };
  }

  /** Where the reader is, once they have been anywhere. */
  get place(): Range | null {
    return this.fresh ? null : this.sentence;
  }

  get sentence(): Range | null {
    return this.article.revision.sentences[this.cursor.sentence] ?? null;
  }

  /** Look at a claim. `open` asks for its form, which on narrow screens lies over the story. */
  choose(id: string | null, { open = false, follow = false, tab = 'details' as Tab } = {}): void {
    this.session.notice = null;
    if (id !== this.placing) this.placing = null;
    if (id !== this.chosenId) this.tab = tab;
    this.chosenId = id;
    const rises = open && !this.sheet;
    this.sheet = id !== null && (open || this.sheet);
    showInAddress(id !== null && this.suggestion === null ? id : null);
    const range = this.rangeOf(id);
    if (follow && range !== null) {
      this.fresh = false;
      this.cursor = this.reading.toSentence(this.reading.sentenceAt(range.start));
      this.stage.reveal(range);
    }
    this.stage.changed();
    if (rises && range !== null) this.stage.uncover(range);
  }

  /** A press on the words: the inmost claim there; pressed again, the one around it. */
  point(offset: number | null): void {
    this.offersKinds = false;
    const here =
      offset === null
        ? []
        : [
            ...this.session.store.at(offset, this.revision, this.filter),
            ...this.shownSuggestions.at(offset, this.filter),
          ];
    this.fresh = false;
    if (offset !== null) this.cursor = this.reading.toSentence(this.reading.sentenceAt(offset));
    if (this.placing !== null) {
      this.stage.changed();
      this.stage.focusText();
      return;
    }
    const at = here.findIndex(({ id }) => id === this.chosenId);
    const next = here[(at + 1) % Math.max(1, here.length)];
    this.choose(next?.id ?? null, { open: next !== undefined });
    this.stage.focusText();
    if (next !== undefined) this.sayItem(next);
  }

  /** A selection made with a pointer. `inverted` does the opposite of the setting for whole words. */
  select(range: Range, inverted: boolean): void {
    const snapped = this.snap === inverted ? range : this.words.snap(range);
    if (snapped === null) return;
    this.fresh = false;
    this.cursor = this.reading.select(snapped);
    this.offersKinds = this.placing === null && this.article.can.includes('mark');
    this.stage.changed();
  }

  mark(kind: ClaimKind): void {
    const words = this.reading.markable(this.cursor);
    if (words === null || this.list || this.ledger) return;
    const range = this.snap ? this.words.closed(words) : words;
    if (!this.article.can.includes('mark')) {
      this.session.tell('You may read this story but not mark it.');
      return;
    }
    const id = mark(this.session, kind, range);
    this.offersKinds = false;
    if (id !== null) this.choose(id);
  }

  run(command: Command): void {
    this.session.notice = null;
    if (this.placing !== null && runWhilePlacing(this, command)) return;
    const rightToLeft = directionOf(this.article.language) === 'rtl';
    const move = MOVES[(rightToLeft ? MIRRORED[command] : undefined) ?? command];
    if (move !== undefined) {
      const cursor = move(this.reading, this.cursor);
      if (cursor === this.cursor && command.endsWith('figure'))
        this.session.tell(command === 'next-figure' ? 'No figure further on.' : 'No figure before this.');
      else this.move(cursor, command);
      return;
    }
    const edge = EDGES[command];
    if (edge !== undefined) this.moveEdge(...edge);
    else if (command.startsWith('mark-')) this.mark(KIND_OF[command] ?? 'fact');
    else this.act(command);
  }

  private act(command: Command): void {
    if (runOnSuggestions(this, command)) return;
    const { chosen } = this;
    switch (command) {
      case 'next-claim':
      case 'previous-claim':
        this.step(command === 'next-claim' ? 1 : -1);
        break;
      case 'open':
        this.open(null);
        break;
      case 'back':
        this.back();
        break;
      case 'verdict':
      case 'evidence':
      case 'talk':
        this.open(command);
        break;
      case 'confirm':
        if (chosen?.can.includes('confirm') === true) void confirmVerdict(this.session, chosen);
        else
          this.session.tell(
            'Only a verdict that expired because its claim was worded differently is confirmed.',
          );
        break;
      case 'withdraw':
        if (chosen?.can.includes('withdraw') === true) void withdraw(this.session, chosen);
        else if (chosen?.can.includes('restore') === true) void restore(this.session, chosen);
        break;
      case 'kind':
        this.openKind();
        break;
      case 'take-words':
        this.takeWords();
        break;
      case 'place':
        startPlacing(this);
        break;
      case 'accept':
        if (chosen !== null) void acceptOffer(this.session, chosen);
        break;
      case 'keep-details':
        if (chosen !== null) void keepDetails(this.session, chosen);
        break;
      case 'list':
        this.list = !this.list;
        this.ledger = false;
        this.stage.changed();
        break;
      case 'figures':
        this.toggleLedger();
        break;
      case 'snap':
        this.snap = !this.snap;
        this.session.say(this.snap ? 'Selections take whole words.' : 'Selections are taken as they are.');
        this.stage.changed();
        break;
      default: {
        const field = SPANS[command];
        if (field !== undefined) void this.takeSpan(field);
      }
    }
  }

  /** Show the story, with the keys, for words to be selected in. */
  beginPlacing(id: string): void {
    this.placing = id;
    this.list = false;
    this.ledger = false;
    this.sheet = false;
    this.fresh = false;
    this.endSelection();
    this.stage.changed();
    if (this.sentence !== null) this.stage.returnTo(this.sentence);
  }

  endPlacing(): void {
    this.placing = null;
    this.endSelection();
    this.stage.changed();
  }

  private endSelection(): void {
    this.cursor = { ...this.cursor, anchor: null, focus: null };
  }

  private toggleLedger(): void {
    this.ledger = !this.ledger;
    this.list = false;
    this.offersKinds = false;
    this.sheet = false;
    this.stage.changed();
    if (this.ledger) this.stage.focusLedger(this.leftLedgerAt);
    else if (this.sentence !== null) this.stage.returnTo(this.sentence);
  }

  /** From the ledger to words in the story: the reading cursor goes there, and the claim is chosen. */
  goTo(claimId: string, start: number): void {
    this.leftLedgerAt = claimId;
    this.showStory(claimId, start);
    this.session.say(this.spoken(true));
  }

  /** From the ledger or the list to what stands there in the story, with the keys. */
  showStory(claimId: string, start: number): void {
    this.ledger = false;
    this.list = false;
    this.fresh = false;
    this.cursor = this.reading.toSentence(this.reading.sentenceAt(start));
    this.choose(claimId);
    const range = this.rangeOf(claimId) ?? this.sentence;
    if (range !== null) this.stage.returnTo(range);
  }

  /** Put the selected words into a span of the chosen attribution. */
  async takeSpan(field: SpanField): Promise<void> {
    const span = this.selectedSpan;
    const { chosenId, session, suggestion } = this;
    if (suggestion !== null && !suggestion.suggestion.can.includes('accept')) {
      session.tell('This cannot be changed.');
      return;
    }
    const marked =
      chosenId === null ? null : (suggestion ?? this.chosen ?? session.store.pendingMark(chosenId));
    if (chosenId === null || marked?.kind !== 'attribution')
      session.tell('Choose an attribution first, then select the words.');
    else if (span === null) session.tell('Select the words first.');
    else if (suggestion !== null) moveSpan(session, suggestion, field, span);
    else await takeSpan(session, chosenId, field, span);
  }

  /** To the choice of another kind for the chosen claim or suggestion. */
  private openKind(): void {
    const isMarked = this.chosen !== null || this.suggestion !== null;
    if (!isMarked) {
      this.session.tell('Choose a claim first.');
      return;
    }
    this.choose(this.chosenId, { open: true });
    this.stage.focusKind();
  }

  /** Put the chosen claim or suggestion on the selected words. */
  private takeWords(): void {
    const { selection, session } = this;
    if (this.chosen === null && this.suggestion === null) session.tell('Choose a claim first.');
    else if (selection === null) session.tell('Select the words first.');
    else this.putOn(() => selection);
  }

  /** To the claim's form; without one chosen, the first at the reader's place. */
  open(tab: Tab | null): void {
    if (this.suggestion !== null && tab !== null) {
      this.session.tell('Accept the suggestion first.');
      return;
    }
    if (this.chosenId === null) {
      const place = this.selection ?? this.sentence;
      const [first] = place === null ? [] : this.session.store.overlapping(place, this.revision, this.filter);
      if (first === undefined) {
        this.session.tell('No claim here. Mark one first.');
        return;
      }
      this.chosenId = first.id;
    }
    this.choose(this.chosenId, { open: true });
    this.tab = tab ?? this.tab;
    this.stage.changed();
    this.stage.focusForm();
  }

  /** Back to the story; there, let go of the selection, then of the claim. */
  back(): void {
    this.offersKinds = false;
    if (this.ledger) {
      this.toggleLedger();
      return;
    }
    if (this.sheet) this.sheet = false;
    else if (this.cursor.anchor !== null) this.endSelection();
    else this.choose(null);
    this.stage.changed();
    this.stage.focusText();
  }

  private step(direction: 1 | -1): void {
    const { items } = this.shown;
    const at = items.findIndex(({ id }) => id === this.chosenId);
    const here = this.sentence?.start ?? 0;
    const next =
      at !== -1
        ? items[at + direction]
        : direction === 1
          ? items.find(({ start }) => start >= here)
          : items.findLast(({ start }) => start < here);
    if (next === undefined) {
      this.session.tell(
        items.length === 0 ? 'No claims to show.' : direction === 1 ? 'Last claim.' : 'First claim.',
      );
      return;
    }
    this.choose(next.id, { follow: true, tab: this.tab });
    this.stage.focusText();
    this.sayItem(next);
  }

  private move(cursor: Cursor, command: Command): void {
    this.cursor = this.fresh && command.endsWith('sentence') ? START : cursor;
    this.fresh = false;
    this.offersKinds = false;
    const range = this.selection ?? this.sentence;
    if (range !== null) this.stage.reveal(range);
    this.stage.focusText();
    this.stage.changed();
    this.session.say(this.spoken(command.endsWith('sentence')));
  }

  /** The words selected; at a sentence, its words and the claims in it. */
  private spoken(whole: boolean): string {
    const { text } = this.article.revision;
    const { selection, sentence } = this;
    if (!whole && selection !== null) return text.slice(selection.start, selection.end);
    if (sentence === null) return '';
    const claims = this.session.store.overlapping(sentence, this.revision, this.filter);
    const words = text.slice(sentence.start, sentence.end);
    const spoken = claims.map(({ claim, kind }) => (claim === null ? KIND_WORDS[kind] : spokenClaim(claim)));
    const suggested = this.suggested.filter(({ start }) => sentence.start <= start && start < sentence.end);
    return [
      words,
      ...(claims.length === 0 ? [] : [`${counted(claims.length, 'claim', 'claims')}. ${spoken.join('. ')}`]),
      ...(suggested.length === 0 ? [] : [`${counted(suggested.length, 'suggestion', 'suggestions')}.`]),
    ].join(' ');
  }

  focusText(): void {
    this.stage.focusText();
  }

  private sayItem(item: Placed): void {
    const { claim, kind, id } = item;
    const suggested = this.session.suggestions.suggested(id);
    if (suggested !== null) this.session.say(spokenSuggestion(suggested));
    else
      this.session.say(
        claim === null ? KIND_WORDS[kind] : `${spokenClaim(claim)}. ${quoted(claim.span.quote, 400)}`,
      );
  }

  private moveEdge(edge: 'start' | 'end', direction: 'out' | 'in'): void {
    this.putOn((range) => moveEdge(this.words, range, edge, direction));
  }

  /** Put the chosen claim or suggestion on other words, by those on which it is. Null where there are none. */
  private putOn(to: (range: Range) => Range | null): void {
    const { chosen, suggestion, session } = this;
    const claim = suggestion?.claim ?? chosen;
    if (claim?.can.includes('edit') !== true) {
      session.tell(claim === null ? 'Choose a claim first.' : 'This claim cannot be changed.');
      return;
    }
    const range = to(suggestion ?? session.store.rangeOf(claim));
    if (range === null) session.tell('The edge cannot go further.');
    else if (suggestion !== null) moveWords(session, suggestion, range);
    else {
      moveEdges(session, claim, range);
      session.say(this.article.revision.text.slice(range.start, range.end));
    }
  }

  private rangeOf(id: string | null): Range | null {
    if (id === null) return null;
    const suggested = this.session.suggestions.suggested(id);
    if (suggested !== null) return suggested;
    const claim = this.session.store.get(id);
    if (claim !== null) return claim.revision === this.revision ? this.session.store.rangeOf(claim) : null;
    return this.session.store.pendingMark(id)?.span ?? null;
  }
}
