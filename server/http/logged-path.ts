/**
 * An address as it may be logged: without its query, which holds searched words, and without the secret of a
 * one-time link. Routes match in any case of letters, so this does too.
 */
export function loggedPath(url: string): string {
  const [path = ''] = url.split('?');
  return path.replace(/(\/invitations\/).*/i, '$1…');
}
