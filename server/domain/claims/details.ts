/** Details by kind: read from a request, made empty, and carried from one kind to another. */
import {
  AttributionDetails,
  CasualtyDetails,
  type ClaimKind,
  FactDetails,
  KindAndDetails,
  SourceDetails,
} from '../../contract/claims.ts';
import type { Issue } from '../../contract/problem.ts';

export type ParsedDetails =
  | { readonly ok: true; readonly value: KindAndDetails }
  | {
      readonly ok: false;
      /** DETAILS_MISMATCH where a field belongs to another kind of claim. */
      readonly code: 'INVALID' | 'DETAILS_MISMATCH';
      readonly issues: Issue[];
    };

const FIELDS: Readonly<Record<ClaimKind, ReadonlySet<string>>> = {
  casualty_count: new Set(Object.keys(CasualtyDetails.shape)),
  attribution: new Set(Object.keys(AttributionDetails.shape)),
  source: new Set(Object.keys(SourceDetails.shape)),
  fact: new Set(Object.keys(FactDetails.shape)),
};

/** Check details against their kind and fill in what was left out. Issues are named as the request has them. */
export function parseDetails(kind: ClaimKind, details: unknown): ParsedDetails {
  const parsed = KindAndDetails.safeParse({ kind, details });
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    code: belongsElsewhere(kind, details) ? 'DETAILS_MISMATCH' : 'INVALID',
    issues: parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  };
}

function belongsElsewhere(kind: ClaimKind, details: unknown): boolean {
  if (typeof details !== 'object' || details === null) return false;
  return Object.keys(details).some(
    (field) => !FIELDS[kind].has(field) && Object.values(FIELDS).some((fields) => fields.has(field)),
  );
}

/** Details of a kind about which nothing is known yet. */
export function emptyDetails(kind: ClaimKind): KindAndDetails {
  switch (kind) {
    case 'casualty_count':
      return { kind, details: CasualtyDetails.parse({ outcome: 'other' }) };
    case 'attribution':
      return { kind, details: AttributionDetails.parse({}) };
    case 'source':
      return { kind, details: SourceDetails.parse({}) };
    case 'fact':
      return { kind, details: FactDetails.parse({ about: 'other' }) };
  }
}

/**
 * The details of a claim whose kind a person changes.
 *
 * Carried over is only what is plainly the same: the entry of the source register between attribution and
 * source, and a printed figure between casualty count and quantity. All else would be a guess, and is empty.
 */
export function switchKind(old: KindAndDetails, to: ClaimKind): KindAndDetails {
  if (old.kind === to) return old;
  const fresh = emptyDetails(to);
  if (old.kind === 'attribution' && fresh.kind === 'source')
    return { ...fresh, details: { ...fresh.details, sourceId: old.details.sourceId } };
  if (old.kind === 'source' && fresh.kind === 'attribution')
    return { ...fresh, details: { ...fresh.details, sourceId: old.details.sourceId } };
  if (old.kind === 'casualty_count' && fresh.kind === 'fact')
    return { ...fresh, details: { about: 'quantity', value: old.details.wording } };
  if (old.kind === 'fact' && fresh.kind === 'casualty_count' && old.details.about === 'quantity')
    return { ...fresh, details: { ...fresh.details, wording: wordingOf(old.details.value) } };
  return fresh;
}

/** A fact's value may be longer than a casualty count's wording: what does not fit is not cut but left out. */
function wordingOf(value: string | null): string | null {
  return CasualtyDetails.shape.wording.safeParse(value).data ?? null;
}
