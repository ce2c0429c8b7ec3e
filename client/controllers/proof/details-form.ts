/** The form of a claim's details: what it asks, and the way from a claim to typed text and back. */
import type { z } from 'zod';
import {
  AttributionDetails,
  CasualtyDetails,
  type Claim,
  type ClaimDetails,
  type ClaimKind,
  FactDetails,
  SourceDetails,
} from '../../../server/contract/claims.ts';
import type { Fields } from './drafts.ts';

const SCHEMAS: Readonly<Record<ClaimKind, z.ZodType<ClaimDetails>>> = {
  casualty_count: CasualtyDetails,
  attribution: AttributionDetails,
  source: SourceDetails,
  fact: FactDetails,
};

/** Fields whose text is JSON: spans, lists, marks of yes or no. */
const JSON_FIELDS = new Set(['source', 'cue', 'content', 'via', 'carriedOver', 'attributionIds']);
const NUMBERS = new Set(['low', 'best', 'high']);
/** Parts that exist only where the field named is filled. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  victims: ['category', 'label'],
  period: ['from', 'to', 'precision'],
  place: ['name', 'precision'],
};
/** Beside the details, in the same form: changing them is the same kind of act. */
export const COMMON_FIELDS = ['summary', 'attributionIds', 'sameFactAs'] as const;

/** The fields of each kind, in the order of the form. */
const FIELDS: Readonly<Record<ClaimKind, readonly string[]>> = {
  casualty_count: [
    'outcome',
    'low',
    'best',
    'high',
    'modifier',
    'wording',
    'victims.category',
    'victims.label',
    'partOf',
    'scope',
    'period.from',
    'period.to',
    'period.precision',
    'place.name',
    'place.precision',
    'perpetrator',
    'cause',
  ],
  attribution: ['source', 'cue', 'content', 'mode', 'basis', 'sourceId', 'via', 'carriedOver'],
  source: ['sourceId', 'titleAsPrinted'],
  fact: ['about', 'value'],
};

const typed = (value: unknown, name: string): string => {
  if (JSON_FIELDS.has(name)) return JSON.stringify(value ?? null);
  return value === null || value === undefined ? '' : String(value);
};

function valueAt(thing: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
      thing,
    );
}

/** A claim as the form shows it before anyone typed. */
export function fieldsOf(claim: Claim): Fields {
  const details = FIELDS[claim.kind].map((name) => [name, typed(valueAt(claim.details, name), name)]);
  const common = COMMON_FIELDS.map((name) => [name, typed(claim[name], name)]);
  return Object.fromEntries([...details, ...common]);
}

/** The fields of a kind's form by name, those that all kinds have among them. */
export const fieldNames = (kind: ClaimKind): readonly string[] => [...FIELDS[kind], ...COMMON_FIELDS];

/** The names of the fields in which two sets differ. */
export function changedFields(before: Fields, after: Fields): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => (before[name] ?? '') !== (after[name] ?? ''));
}

export interface Clash {
  /** Changed by both: the person has to choose. */
  both: string[];
  /** Changed by the person alone: kept without a question. */
  mine: string[];
}

/** What a person touched, beside what someone else saved meanwhile. `was` is what both began with. */
export function clashOf(was: Fields, theirs: Fields, touched: Fields): Clash {
  const differing = changedFields(theirs, { ...theirs, ...touched });
  const isTheirs = (name: string) => (theirs[name] ?? '') !== (was[name] ?? '');
  return { both: differing.filter(isTheirs), mine: differing.filter((name) => !isTheirs(name)) };
}

export type ReadForm =
  | {
      ok: true;
      details: ClaimDetails;
      summary: string | null;
      attributionIds: string[];
      sameFactAs: string | null;
    }
  /** What is wrong, by field. */
  | { ok: false; wrong: Readonly<Record<string, string>> };

/** Read the typed fields against the contract. */
export function readForm(kind: ClaimKind, fields: Fields): ReadForm {
  const wrong: Record<string, string> = {};
  const details: Record<string, unknown> = {};
  for (const name of FIELDS[kind]) {
    const [group, part] = name.split('.');
    if (group === undefined || part !== undefined) continue;
    details[group] = readField(name, fields[name] ?? '', wrong);
  }
  if (kind === 'casualty_count')
    for (const [group, parts] of Object.entries(GROUPS)) details[group] = readGroup(group, parts, fields);

  const parsed = SCHEMAS[kind].safeParse(details);
  if (!parsed.success) for (const issue of parsed.error.issues) wrong[issue.path.join('.')] ??= issue.message;
  if (!parsed.success || Object.keys(wrong).length > 0) return { ok: false, wrong };
  return {
    ok: true,
    details: parsed.data,
    summary: fields.summary?.trim() || null,
    attributionIds: stringsIn(fields.attributionIds),
    sameFactAs: fields.sameFactAs || null,
  };
}

function readField(name: string, text: string, wrong: Record<string, string>): unknown {
  if (JSON_FIELDS.has(name)) return readJson(text, name);
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (!NUMBERS.has(name)) return trimmed;
  const figure = readFigure(trimmed);
  if (figure === null) wrong[name] = 'must be a whole number';
  return figure;
}

/** Digits with separators as newspapers set them: 1,200 or 1 200 or 1.200; null for anything else. */
export function readFigure(text: string): number | null {
  const plain = text.trim();
  if (/^\d+$/.test(plain)) return Number(plain);
  return /^\d{1,3}([,. \u00a0\u2009\u202f’'])\d{3}(\1\d{3})*$/.test(plain)
    ? Number(plain.replace(/\D/g, ''))
    : null;
}

function readGroup(group: string, parts: readonly string[], fields: Fields): unknown {
  const entries = parts.map((part): [string, string | null] => [
    part,
    fields[`${group}.${part}`]?.trim() || null,
  ]);
  if (entries.every(([, value]) => value === null)) return null;
  const read = Object.fromEntries(entries);
  // A noun without its category is of no category known; a precision without a place is nothing yet.
  if (group === 'victims') return { ...read, category: read.category ?? 'unspecified' };
  if (group === 'place' && read.name === null) return null;
  return read;
}

function readJson(text: string, name: string): unknown {
  const empty = name === 'content' || name === 'via' ? [] : name === 'carriedOver' ? false : null;
  if (text === '') return empty;
  try {
    return JSON.parse(text) ?? empty;
  } catch {
    return empty;
  }
}

/** The strings in a JSON list; none where it is not one. */
export function stringsIn(text: string | undefined): string[] {
  const read: unknown = readJson(text ?? '', 'content');
  return Array.isArray(read) ? read.filter((item): item is string => typeof item === 'string') : [];
}

/** The server's complaints by field of the form: `details.period.to` is about `period.to`. */
export function wrongByField(issues: readonly { path: string; message: string }[]): Record<string, string> {
  return Object.fromEntries(issues.map(({ path, message }) => [path.replace(/^details\./, ''), message]));
}
