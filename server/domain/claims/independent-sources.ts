/** How many sources that know of it for themselves stand behind a casualty count. */
import type { AttributionDetails } from '../../contract/claims.ts';
import type { Id } from '../../contract/common.ts';
import { foldName } from '../sources/search-text.ts';

/** Live evidence that a count cites in support. */
export interface SupportingEvidence {
  readonly publisher: string | null;
  readonly url: string | null;
  readonly title: string;
}

/** All that speaks for a count. */
export interface Witnesses {
  /** Of the live attributions that the count is linked to. */
  readonly attributions: readonly AttributionDetails[];
  readonly evidence: readonly SupportingEvidence[];
  /** Names and aliases of entries of the register, of which those that the attributions name are looked at. */
  readonly register: ReadonlyMap<Id, readonly string[]>;
  /** Whose story it is: never a source of its own. */
  readonly agency: string | null;
}

/**
 * Count the independent sources.
 *
 * A source is told from another by its entry in the register, else by its words; evidence by its publisher, else by the
 * site it stands on, else by its title. The same one met twice counts once, as does what looks the same: two mentions of
 * "officials" may be two people, but nobody knows. One through whom another came ("told Coast Radio") passes on what
 * that one said and is no second source. What names nobody, and the story's own agency, count for nothing.
 */
export function countIndependentSources(witnesses: Witnesses): number {
  const { attributions, evidence } = witnesses;
  const resolve = resolverOf(witnesses);
  const stepOf = ({ sourceId, span }: Step) =>
    sourceId !== null ? idKey(sourceId) : span === null ? null : resolve(span.quote);

  const origins = new Set<string>(evidence.map(evidenceResolver(evidence, resolve)));
  const passing = new Set<string>();
  for (const details of attributions) {
    const origin = NOBODY.has(details.basis) ? null : stepOf({ ...details, span: details.source });
    if (origin !== null) origins.add(origin);
    for (const step of details.via.map(stepOf)) if (step !== null && step !== origin) passing.add(step);
  }
  for (const origin of origins) if (isAgency(origin, witnesses.agency, resolve)) origins.delete(origin);
  const independent = [...origins].filter((origin) => !passing.has(origin));
  // Where each only passes on what the other says, one of them has to know.
  return independent.length > 0 ? independent.length : Math.min(origins.size, 1);
}

/** Bases on which nobody outside the story says anything. */
const NOBODY: ReadonlySet<AttributionDetails['basis']> = new Set(['none', 'own'] as const);

type Step = Pick<AttributionDetails['via'][number], 'sourceId' | 'span'>;
type Resolve = (words: string) => string;

const idKey = (id: Id): string => `id:${id}`;
/** "The harbour office" and "harbour office" are one. */
const wordsOf = (name: string): string => foldName(name).replace(/^(the|an?) /, '');

/** From printed words to who is meant: an entry that bears this name or was printed so, else the words themselves. */
function resolverOf({ attributions, register }: Witnesses): Resolve {
  const known = new Map<string, string>();
  const learn = (name: string, id: Id) => {
    if (!known.has(wordsOf(name))) known.set(wordsOf(name), idKey(id));
  };
  const steps = attributions.flatMap(({ source, sourceId, via }) => [{ sourceId, span: source }, ...via]);
  for (const { sourceId } of steps)
    if (sourceId !== null) for (const name of register.get(sourceId) ?? []) learn(name, sourceId);
  for (const { sourceId, span } of steps) if (sourceId !== null && span !== null) learn(span.quote, sourceId);
  return (words) => known.get(wordsOf(words)) ?? `words:${wordsOf(words)}`;
}

/** Evidence without a publisher is its site's publisher's, where other evidence tells who that is. */
function evidenceResolver(evidence: readonly SupportingEvidence[], resolve: Resolve) {
  const publishers = new Map<string, string>();
  for (const { publisher, url } of evidence) {
    const host = hostOf(url);
    if (publisher !== null && host !== null) publishers.set(host, resolve(publisher));
  }
  return ({ publisher, url, title }: SupportingEvidence): string => {
    if (publisher !== null) return resolve(publisher);
    const host = hostOf(url);
    return host === null ? resolve(title) : (publishers.get(host) ?? `host:${host}`);
  };
}

function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^www\./, '');
}

/** Also its own site: that of "Coast Radio" is `coastradio.example`. */
function isAgency(origin: string, agency: string | null, resolve: Resolve): boolean {
  if (agency === null) return false;
  if (origin === resolve(agency)) return true;
  const squeezed = wordsOf(agency).replace(/[^\p{L}\p{N}]/gu, '');
  return origin.startsWith('host:') && origin.slice('host:'.length).split('.').includes(squeezed);
}
