/**
 * Annotations in lists: https://www.w3.org/TR/annotation-model/#collections. A collection tells how many there are and
 * where its pages begin and end; a page holds some, and where it goes on.
 */
import { ANNOTATION_CONTEXT } from './web-annotation.ts';

type Json = Readonly<Record<string, unknown>>;

export interface Listed {
  readonly iri: string;
  /** In words: what is in it. */
  readonly label: string;
  /** Annotations in all. */
  readonly total: number;
}

interface Made {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
}

/** @param pages the first and the last, by IRI or whole; null where there is nothing in it */
export function collectionOf(
  { iri, label, total }: Listed,
  pages: { readonly first: unknown; readonly last: string } | null,
  made: Made | null = null,
): Json {
  return {
    '@context': ANNOTATION_CONTEXT,
    id: iri,
    type: 'AnnotationCollection',
    label,
    ...(made === null
      ? {}
      : { creator: { id: `urn:uuid:${made.by.id}`, type: 'Person', name: made.by.name }, created: made.at }),
    total,
    ...pages,
  };
}

export interface Page {
  readonly iri: string;
  readonly next: string | null;
  readonly prev: string | null;
  /** How many annotations stand on the pages before. */
  readonly startIndex: number;
}

export function pageOf(collection: Listed, page: Page, items: readonly Json[]): Json {
  return {
    '@context': ANNOTATION_CONTEXT,
    ...bare(page),
    partOf: {
      id: collection.iri,
      type: 'AnnotationCollection',
      label: collection.label,
      total: collection.total,
    },
    ...(page.prev === null ? {} : { prev: page.prev }),
    ...(page.next === null ? {} : { next: page.next }),
    items,
  };
}

const bare = ({ iri, startIndex }: Pick<Page, 'iri' | 'startIndex'>): Json => ({
  id: iri,
  type: 'AnnotationPage',
  startIndex,
});

/** Between the two stand the items of the only page, parted by commas. */
export function wholeCollection(
  collection: Listed,
  page: string,
  made: Made,
): readonly [head: string, tail: string] {
  const first = { ...bare({ iri: page, startIndex: 0 }), items: [] };
  const file = JSON.stringify(collectionOf(collection, { first, last: page }, made));
  const at = file.lastIndexOf('"items":[]') + '"items":['.length;
  return [file.slice(0, at), `${file.slice(at)}\n`];
}
