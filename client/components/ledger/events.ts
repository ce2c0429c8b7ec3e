/** What the ledger tells the page. */

/** The person wants to read words where they stand. */
export class GoToEvent extends Event {
  static readonly type = 'go-to';
  constructor(
    readonly claimId: string,
    /** UTF-16 code units into the revision's text. */
    readonly start: number,
  ) {
    super(GoToEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A press on a link that leads into the story of this page: whoever shows the story takes the reader there. */
export function onLink(claimId: string, start: number): (event: MouseEvent) => void {
  return (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const isTaken = event.currentTarget?.dispatchEvent(new GoToEvent(claimId, start)) === false;
    if (isTaken) event.preventDefault();
  };
}
