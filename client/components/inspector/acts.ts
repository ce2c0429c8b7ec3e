/** What the inspector asks of the page. Forms are drawn from drafts that the page keeps; here they say what was typed. */
import type { Claim, ClaimKind } from '../../../server/contract/claims.ts';
import type { SourceKind } from '../../../server/contract/sources.ts';
import type { Fields, FormName } from '../../controllers/proof/drafts.ts';

export type Tab = 'details' | 'verdict' | 'evidence' | 'talk' | 'history';
export const TABS: readonly Tab[] = ['details', 'verdict', 'evidence', 'talk', 'history'];

/** The spans of an attribution that are taken from the words selected in the story. */
export type SpanField = 'source' | 'cue' | 'content' | 'via';

export type Act =
  /** `seen` is the claim as it was shown in the field that was touched; else it is as it is now. */
  | { type: 'draft'; form: FormName; fields: Fields; seen?: Claim }
  | { type: 'save' | 'discard'; form: FormName }
  /** Someone else was first. `fields` are what the person chose, field by field. */
  | { type: 'resolve'; form: FormName; fields: Fields }
  | { type: 'kind'; kind: ClaimKind }
  | { type: 'assign'; personId: string | null }
  | { type: 'part-of'; wholeId: string }
  | { type: 'take-span'; field: SpanField }
  /** Put what the words say now into the details, or let these stand. */
  | { type: 'take-reading' | 'keep-details' }
  | {
      type:
        | 'withdraw'
        | 'restore'
        | 'confirm-verdict'
        | 'take-back-verdict'
        | 'take-back-review'
        | 'accept-verdict'
        | 'pass';
    }
  | { type: 'withdraw-citation' | 'restore-citation' | 'withdraw-evidence' | 'restore-evidence'; id: string }
  /** Attach a file to the story, for the evidence that is being cited. */
  | { type: 'attach'; file: File }
  /** Show the text of a page that evidence keeps. */
  | { type: 'read-text'; id: string }
  /** Have the page of a link fetched and its text kept, or stop waiting for it. */
  | { type: 'fetch-text' | 'stop-fetching'; id: string }
  | { type: 'resolve-thread' | 'reopen-thread' | 'withdraw-comment' | 'restore-comment'; id: string }
  | { type: 'find-source'; words: string }
  /** Whom a comment can mean by this. */
  | { type: 'find-people'; words: string }
  | { type: 'add-source'; name: string; kind: SourceKind; field: string }
  | { type: 'retry-mark' | 'discard-mark' | 'mark-there' }
  /** Words are to be selected for a claim that has none in this text. */
  | { type: 'place' }
  | { type: 'go'; claimId: string }
  | { type: 'tab'; tab: Tab }
  /** What the open tab shows could not be fetched. */
  | { type: 'fetch-again' }
  | { type: 'close' };

export class ActEvent extends Event {
  static readonly type = 'act';
  constructor(
    /** The claim, or the mark on its way, that it is about. */
    readonly claimId: string,
    readonly act: Act,
  ) {
    super(ActEvent.type, { bubbles: true, composed: true });
  }
}
