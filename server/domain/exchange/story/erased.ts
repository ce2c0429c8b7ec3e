/** What events of another Claimdesk say of things that are erased here: the events, their digests and their links stay. */

/** Ids of things that are erased. */
export interface ErasedThings {
  readonly claims: ReadonlySet<string>;
  readonly comments: ReadonlySet<string>;
  readonly citations: ReadonlySet<string>;
  readonly evidence: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isIn = (ids: ReadonlySet<string>, id: unknown): boolean => typeof id === 'string' && ids.has(id);

/**
 * Whether an event tells of one of these things. What is said of a citation is its claim's, and not of the evidence that it
 * names beside.
 */
export function tellsOf(
  { claimId, data }: { readonly claimId: unknown; readonly data: Json },
  things: ErasedThings,
): boolean {
  const { comment, citation, evidence, file, claimIds } = data;
  return (
    isIn(things.claims, claimId) ||
    isIn(things.comments, comment) ||
    isIn(things.citations, citation) ||
    (citation === undefined && isIn(things.evidence, evidence)) ||
    isIn(things.files, file) ||
    (Array.isArray(claimIds) && claimIds.some((id) => isIn(things.claims, id)))
  );
}

/**
 * A manifest as it is without what such events say, through all the newsrooms that the story came from. What is no manifest,
 * and what is no event, stays as it is.
 *
 * @returns how many events lost what they said
 */
export function withoutWords(manifest: Json, things: ErasedThings): { manifest: Json; erased: number } {
  let erased = 0;
  const history = Array.isArray(manifest['history'])
    ? manifest['history'].map((event: unknown) => {
        if (!isObject(event) || !isObject(event['data'])) return event;
        if (!tellsOf({ claimId: event['claimId'], data: event['data'] }, things)) return event;
        erased += 1;
        return { ...event, data: null };
      })
    : manifest['history'];
  const { earlier } = manifest;
  if (!isObject(earlier) || !isObject(earlier['manifest']))
    return { manifest: { ...manifest, history }, erased };
  const before = withoutWords(earlier['manifest'], things);
  return {
    manifest: { ...manifest, history, earlier: { ...earlier, manifest: before.manifest } },
    erased: erased + before.erased,
  };
}
