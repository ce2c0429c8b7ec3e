/** Links between the claims of one story: `partOf` and `sameFactAs`, each at most one per claim. */
import type { Id } from '../../contract/common.ts';

/**
 * Would a new link from `id` to `target` close a circle?
 *
 * @param edges The links of the same sort that stand now, from claim to claim; what leads nowhere is null or
 *   absent. A link that `id` has already is not followed, because the new one takes its place.
 *
 * Walks the one way that leads on from `target`, so it takes time linear in the length of that chain and no
 * stack. A circle that was there before and does not touch `id` ends the walk: it is not of this link's making.
 */
export function wouldBeCircular(id: Id, target: Id, edges: ReadonlyMap<Id, Id | null>): boolean {
  const seen = new Set<Id>();
  let at: Id | null = target;
  while (at !== null && !seen.has(at)) {
    if (at === id) return true;
    seen.add(at);
    at = edges.get(at) ?? null;
  }
  return false;
}

/**
 * Claims that state one fact, by `sameFactAs` in either direction and through others.
 *
 * Groups of two and more, members and groups in the order given (the order of the text). A link to a claim
 * that is not among `claims` joins nothing.
 */
export function sameFactGroups(
  claims: readonly { readonly id: Id; readonly sameFactAs: Id | null }[],
): Id[][] {
  const parents = new Map<Id, Id>(claims.map(({ id }) => [id, id]));
  for (const { id, sameFactAs } of claims) {
    if (sameFactAs !== null && parents.has(sameFactAs)) {
      parents.set(rootOf(id, parents), rootOf(sameFactAs, parents));
    }
  }

  const groups = new Map<Id, Id[]>();
  for (const id of parents.keys()) {
    const root = rootOf(id, parents);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [id]);
    else group.push(id);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The representative of an id's group. Halves the path on its way, so that long chains stay cheap. */
function rootOf(id: Id, parents: Map<Id, Id>): Id {
  let at = id;
  let above = parents.get(at) ?? at;
  while (above !== at) {
    const next = parents.get(above) ?? above;
    parents.set(at, next);
    at = next;
    above = parents.get(at) ?? at;
  }
  return at;
}
