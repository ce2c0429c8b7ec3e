/** Sent up by a page that knows a better title than its route: a story's own. The app puts it in the window. */
export class PageTitleEvent extends Event {
  static readonly type = 'page-title';
  readonly title: string;

  constructor(title: string) {
    super(PageTitleEvent.type, { bubbles: true, composed: true });
    this.title = title;
  }
}
