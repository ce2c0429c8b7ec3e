/** Which page an address shows. */

export type RouteName =
  | 'desk'
  | 'import'
  | 'imports'
  | 'batch'
  | 'article'
  | 'claims'
  | 'claim-reviews'
  | 'review'
  | 'history'
  | 'sign-off'
  | 'agreement'
  | 'audit'
  | 'figures'
  | 'arrivals'
  | 'audits'
  | 'corrections'
  | 'changes'
  | 'radar'
  | 'sources'
  | 'source'
  | 'people'
  | 'webhooks'
  | 'me'
  | 'notifications'
  | 'notification-settings'
  | 'bin'
  | 'reference'
  | 'setup'
  | 'invitation';

interface Route {
  readonly name: RouteName;
  readonly pattern: RegExp;
  /** Until the page knows better. */
  readonly title: string;
  /** True where nobody has to be signed in. */
  readonly open: boolean;
}

const ID = '([0-9a-fA-F-]{36})';

/** In order: the first that fits is shown. Browsers without URLPattern are still in use, hence expressions. */
const ROUTES: readonly Route[] = [
  { name: 'desk', pattern: /^\/$/, title: 'Desk', open: false },
  { name: 'import', pattern: /^\/stories\/new$/, title: 'Bring in a story', open: false },
  { name: 'imports', pattern: /^\/imports$/, title: 'Bring in many stories', open: false },
  { name: 'batch', pattern: new RegExp(`^/imports/${ID}$`), title: 'Many stories', open: false },
  { name: 'article', pattern: new RegExp(`^/stories/${ID}$`), title: 'Story', open: false },
  { name: 'claims', pattern: /^\/claims$/, title: 'Claims', open: false },
  {
    name: 'claim-reviews',
    pattern: /^\/claims\/reviews$/,
    title: 'Before reviews are published',
    open: false,
  },
  { name: 'audit', pattern: new RegExp(`^/stories/${ID}/audit$`), title: 'Attributions', open: false },
  { name: 'arrivals', pattern: new RegExp(`^/stories/${ID}/files$`), title: 'Files', open: false },
  { name: 'figures', pattern: new RegExp(`^/stories/${ID}/figures$`), title: 'Figures', open: false },
  {
    name: 'corrections',
    pattern: new RegExp(`^/stories/${ID}/corrections$`),
    title: 'Corrections',
    open: false,
  },
  {
    name: 'changes',
    pattern: new RegExp(`^/stories/${ID}/changes$`),
    title: 'What became of the claims',
    open: false,
  },
  { name: 'radar', pattern: /^\/radar$/, title: 'Radar', open: false },
  { name: 'audits', pattern: /^\/audit$/, title: 'Attributions of all stories', open: false },
  { name: 'history', pattern: new RegExp(`^/stories/${ID}/history$`), title: 'History', open: false },
  { name: 'sign-off', pattern: new RegExp(`^/stories/${ID}/sign-off$`), title: 'Sign-off', open: false },
  { name: 'agreement', pattern: /^\/agreement$/, title: 'Agreement', open: false },
  { name: 'review', pattern: /^\/review$/, title: 'Review', open: false },
  { name: 'sources', pattern: /^\/sources$/, title: 'Sources', open: false },
  { name: 'source', pattern: new RegExp(`^/sources/${ID}$`), title: 'Source', open: false },
  { name: 'people', pattern: /^\/people$/, title: 'People', open: false },
  { name: 'webhooks', pattern: /^\/webhooks$/, title: 'Webhooks', open: false },
  { name: 'notifications', pattern: /^\/notifications$/, title: 'Notifications', open: false },
  {
    name: 'notification-settings',
    pattern: /^\/settings\/notifications$/,
    title: 'How you are told',
    open: false,
  },
  { name: 'bin', pattern: /^\/bin$/, title: 'The bin', open: false },
  { name: 'me', pattern: /^\/me$/, title: 'Your account', open: false },
  { name: 'reference', pattern: /^\/reference$/, title: 'The API', open: true },
  { name: 'setup', pattern: /^\/setup$/, title: 'Set up Claimdesk', open: true },
  { name: 'invitation', pattern: /^\/invitations\/([^/]+)$/, title: 'Choose a password', open: true },
];

export interface Match {
  readonly name: RouteName | 'unknown';
  readonly title: string;
  readonly open: boolean;
  /** The part of the address that varies: a story's id, a source's, an invitation's secret; else empty. */
  readonly value: string;
}

/** Find the page for a path. Never fails: an unknown path is a page too. */
export function matchRoute(path: string): Match {
  for (const { name, pattern, title, open } of ROUTES) {
    const found = pattern.exec(path);
    if (found) return { name, title, open, value: decode(found[1] ?? '') };
  }
  return { name: 'unknown', title: 'Page not found', open: false, value: '' };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Sent on `window` when the address has changed by `navigate`. */
export const NAVIGATED = 'claimdesk:navigated';

/** Whether what is open would take something typed with it that nothing keeps. */
const losing = new Set<() => boolean>();

/** Have `loses` asked before the page is left. Call what is given back once nothing can be lost any more. */
export function askBeforeLeaving(loses: () => boolean): () => void {
  losing.add(loses);
  return () => losing.delete(loses);
}

/** Asks whether what was typed, and is kept by nothing, may go. In the browser's own dialog: it stops all else. */
export const mayBeLost = (): boolean =>
  window.confirm(
    'What you typed here is not saved, and the browser does not keep it. Leave it all the same?',
  );

/** False where something typed would be lost with the page, and whoever typed it stays. */
export const mayLeave = (): boolean => ![...losing].some((loses) => loses()) || mayBeLost();

/**
 * Go to another page of Claimdesk, unless something typed would be lost and its person stays. `replace` leaves no step
 * to come back to.
 */
export function navigate(address: string, { replace = false }: { replace?: boolean } = {}): void {
  if (!mayLeave()) return;
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  window.dispatchEvent(new Event(NAVIGATED));
}

/** Change the query string alone, for filters: same page, no new step, nothing loses focus. */
export function replaceSearch(search: URLSearchParams): void {
  const query = search.size === 0 ? '' : `?${search}`;
  history.replaceState(history.state, '', `${location.pathname}${query}`);
}

/**
 * The address within Claimdesk that a click leads to, or null where the browser should see to it: another
 * button or key, another host, a download, a new window, the API.
 */
export function ownAddress(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (link === undefined || link.target !== '' || link.hasAttribute('download')) return null;
  if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return null;
  if (link.hash !== '' && link.pathname === location.pathname) return null;
  return `${link.pathname}${link.search}${link.hash}`;
}
