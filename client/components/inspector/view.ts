/** What the inspector shows: put together by the page, drawn by the parts. */
import type { Claim } from '../../../server/contract/claims.ts';
import type { Comment, Mentionable } from '../../../server/contract/comments.ts';
import type { Span } from '../../../server/contract/common.ts';
import type { Citation, Evidence } from '../../../server/contract/evidence.ts';
import type { HistoryItem } from '../../../server/contract/history.ts';
import type { Me, User } from '../../../server/contract/people.ts';
import type { Source } from '../../../server/contract/sources.ts';
import type { People } from '../../contexts/people.ts';
import type { Draft, Fields, FormName } from '../../controllers/proof/drafts.ts';
import type { Someone } from '../../controllers/proof/present.ts';
import type { ShownProblem } from '../problem.ts';
import { type Act, ActEvent, type Tab } from './acts.ts';

/** A file on its way. Sizes are in bytes. */
export interface Upload {
  name: string;
  size: number;
  sent: number;
}

/** How saving a form went. */
export interface FormState {
  busy: boolean;
  problem: ShownProblem | null;
  upload: Upload | null;
  /** What someone else made of the claim in the meantime. */
  conflict: Claim | null;
  /** What someone else made of the comment, the citation or the evidence that the form changes. */
  theirs: Fields | null;
}

/** The text of a page; null until it has come. */
export interface KeptText {
  sha256: string;
  text: string | null;
  problem: ShownProblem | null;
}

/** What is fetched of a claim when its tab is opened; null until it has come. */
export interface Aside {
  citations: readonly Citation[] | null;
  comments: readonly Comment[] | null;
  history: readonly HistoryItem[] | null;
  problem: ShownProblem | null;
}

export interface InspectorView {
  claim: Claim;
  /** All claims of the story, in the order of the text. */
  claims: readonly Claim[];
  me: Me | null;
  people: People;
  /** Who can be asked to check the claim. */
  assignees: readonly User[];
  tab: Tab;
  /** The comment that a link led to: shown once it is there. */
  sought?: string | null;
  /** BCP 47, of the story. */
  language: string;
  draft: (form: FormName) => Draft | null;
  form: (form: FormName) => FormState;
  aside: Aside;
  /** The evidence of the story. */
  evidence: readonly Evidence[];
  /** Kept texts of pages by evidence: those that were asked for. */
  texts: ReadonlyMap<string, KeptText>;
  /** Entries of the register by id, those that are known. */
  sources: ReadonlyMap<string, Source>;
  /** What the register has for the words typed last. */
  found: readonly Source[];
  /** Whom the name that is typed in a comment can mean. */
  mentionable?: readonly Mentionable[];
  /** The words selected in the story, that a span may be taken from. */
  selection: Span | null;
  /** Who changed the claim last while the page was open; null where nobody else did. */
  changedBy: string | null;
  /** The others who are on this claim now. */
  here: readonly Someone[];
  /** Something of it waits to be saved. */
  unsaved?: boolean;
  /** What saving the details is called; “Save” where nothing is said. */
  saveLabel?: string;
}

/** Tell the page what the person wants done with the claim that is shown. */
export function act(from: EventTarget, view: Pick<InspectorView, 'claim'>, what: Act): void {
  from.dispatchEvent(new ActEvent(view.claim.id, what));
}
