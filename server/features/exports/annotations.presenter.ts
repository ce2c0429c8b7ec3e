/** Claims as a Web Annotation collection: in pages, and as one file. */
import { ANNOTATED_CLAIMS, type ListAnnotations } from '../../contract/annotations.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { collectionOf, type Listed, pageOf, wholeCollection } from '../../domain/exchange/annotation-list.ts';
import type { ExportHead } from '../../domain/exchange/json.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';
import {
  countAnnotations,
  Place,
  selectAnnotations,
  selectPlaceAt,
  selectPlaceBack,
  selectPlaces,
} from './annotations.queries.ts';
import { type ExportQuery, withDefaults } from './exports.queries.ts';

const PATH = '/api/annotations';
const FIRST = 'first';

/** Where a list is: the same question, asked in whatever order, has one address. */
function addresses(origin: string, query: ExportQuery) {
  const asked = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, string] => [name, String(value)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const iri = (more: [string, string][]) => {
    const search = new URLSearchParams([...asked, ...more]);
    return `${origin}${PATH}${search.size === 0 ? '' : `?${search}`}`;
  };
  return {
    collection: iri([]),
    /** @param after the claim before the page's first; null for the first page */
    page: (after: Place | null) => iri([['page', after === null ? FIRST : writeCursor(after)]]),
  };
}

const labelOf = ({ status, verdict }: ExportQuery): string =>
  status === 'passed' && verdict === 'accurate' ? 'Verified claims' : 'Claims';

/**
 * A collection, or with `page` one of its pages. `db` sees one moment.
 *
 * @throws Refusal INVALID for a page that no answer named, or that has nothing on it
 */
export async function presentAnnotations(
  db: Queryable,
  user: Actor,
  { page, ...asked }: QueryOf<typeof ListAnnotations>,
  origin: string,
): Promise<ReturnType<typeof collectionOf>> {
  const query = withDefaults(asked);
  const at = addresses(origin, asked);
  const after = page === FIRST ? null : readCursor(page, Place, 'page');
  const { claims, total, before } = await countAnnotations(db, user, query, after);
  const listed: Listed = { iri: at.collection, label: labelOf(query), total };
  if (page === undefined) {
    if (claims === 0) return collectionOf(listed, null);
    const whole = (Math.ceil(claims / ANNOTATED_CLAIMS) - 1) * ANNOTATED_CLAIMS;
    const last = at.page(await selectPlaceAt(db, user, query, whole));
    return collectionOf(listed, { first: at.page(null), last });
  }
  const places = await selectPlaces(db, user, query, { after, limit: ANNOTATED_CLAIMS + 1 });
  const shown = places.slice(0, ANNOTATED_CLAIMS);
  const end = shown.at(-1);
  if (end === undefined)
    throw new Refusal('INVALID', { issues: [{ path: 'page', message: 'has nothing on it' }] });
  const prev =
    after === null
      ? null
      : at.page(await selectPlaceBack(db, user, query, { from: after, back: ANNOTATED_CLAIMS }));
  const items = await selectAnnotations(
    db,
    user,
    shown.map(([, id]) => id),
    origin,
  );
  const next = places.length > shown.length ? at.page(end) : null;
  return pageOf(listed, { iri: at.page(after), next, prev, startIndex: before }, items);
}

/** Claims that are read at once for a file. */
const BATCH = 200;

/** The collection with all that is in it on one page, in pieces. */
export async function* annotationsFile(
  db: Queryable,
  user: Actor,
  query: ExportQuery,
  { generatedAt, generatedBy }: ExportHead,
  origin: string,
): AsyncGenerator<string> {
  const at = addresses(origin, query);
  const { claims, total } = await countAnnotations(db, user, query, null);
  const listed: Listed = { iri: at.collection, label: labelOf(query), total };
  const made = { at: generatedAt, by: generatedBy };
  if (claims === 0) {
    yield `${JSON.stringify(collectionOf(listed, null, made))}\n`;
    return;
  }
  const [head, tail] = wholeCollection(listed, at.page(null), made);
  let comma = head;
  for (let after: Place | null = null; ; ) {
    const places: Place[] = await selectPlaces(db, user, query, { after, limit: BATCH });
    const ids = places.map(([, id]) => id);
    for (const annotation of await selectAnnotations(db, user, ids, origin)) {
      yield `${comma}${JSON.stringify(annotation)}`;
      comma = ',\n';
    }
    after = places.at(-1) ?? null;
    if (after === null || places.length < BATCH) break;
  }
  yield tail;
}
