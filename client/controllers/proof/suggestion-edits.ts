/**
 * What a person changes in a suggestion before it is accepted.
 *
 * All of it is in the draft of its form: the fields as in every form, and beside them the kind and the words, where these
 * are others than the program proposed. So one Discard throws away all of it, and a reload nothing.
 */
import {
  type AttributionDetails,
  type Claim,
  ClaimKind,
  KindAndDetails,
} from '../../../server/contract/claims.ts';
import { type Range, Span } from '../../../server/contract/common.ts';
import { contentIn, spanAround } from './attributed.ts';
import { COMMON_FIELDS, changedFields, fieldNames, fieldsOf, readForm } from './details-form.ts';
import type { Fields } from './drafts.ts';

/** Fields to be set; those that are null are as they were proposed again. */
export type Change = Readonly<Record<string, string | null>>;

type Common = Omit<Claim, 'kind' | 'details'>;

/** A claim of this content. */
export function withContent(common: Common, content: KindAndDetails): Claim {
  switch (content.kind) {
    case 'casualty_count':
      return { ...common, kind: content.kind, details: content.details };
    case 'attribution':
      return { ...common, kind: content.kind, details: content.details };
    case 'source':
      return { ...common, kind: content.kind, details: content.details };
    case 'fact':
      return { ...common, kind: content.kind, details: content.details };
  }
}

const EMPTY: Readonly<Record<ClaimKind, object>> = {
  casualty_count: { outcome: 'other' },
  attribution: {},
  source: {},
  fact: { about: 'other' },
};

const spanIn = (text: string | undefined): Span | null => {
  try {
    return Span.safeParse(JSON.parse(text ?? 'null')).data ?? null;
  } catch {
    return null;
  }
};

/** The kind that was chosen in the place of the proposed one. */
export const chosenKind = (fields: Fields): ClaimKind | null => ClaimKind.safeParse(fields.kind).data ?? null;
/** The words that were chosen in the place of the proposed ones. */
export const chosenSpan = (fields: Fields): Span | null => spanIn(fields.span);

/** What the form begins with: the proposed claim on the chosen words; of another kind nothing is known yet. */
export function formOf(proposed: Claim, fields: Fields): Claim {
  const kind = chosenKind(fields) ?? proposed.kind;
  const claim = { ...proposed, span: chosenSpan(fields) ?? proposed.span };
  return kind === proposed.kind
    ? claim
    : withContent(claim, KindAndDetails.parse({ kind, details: EMPTY[kind] }));
}

/** The claim with what is in the form, as far as that can be read. */
export function asEdited(form: Claim, fields: Fields): Claim {
  const read = readForm(form.kind, { ...fieldsOf(form), ...fields });
  const content = read.ok
    ? KindAndDetails.safeParse({ kind: form.kind, details: read.details }).data
    : undefined;
  return content === undefined ? form : withContent(form, content);
}

/** The fields once a change is made to them: what is as proposed, or belongs to another kind, is not among them. */
export function changed(proposed: Claim, fields: Fields, change: Change): Fields {
  const next: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...fields, ...change }))
    if (value !== null) next[name] = value;
  if (chosenKind(next) === proposed.kind) delete next.kind;
  const span = chosenSpan(next);
  if (span !== null && span.start === proposed.span.start && span.end === proposed.span.end) delete next.span;
  const form = formOf(proposed, next);
  const saved = fieldsOf(form);
  const ofForm = new Set(changedFields(saved, { ...saved, ...next }));
  const own = new Set([...fieldNames(form.kind), 'kind', 'span']);
  return Object.fromEntries(Object.entries(next).filter(([name]) => own.has(name) && ofForm.has(name)));
}

/** What takes a change back, by the fields before it. */
export const inverseOf = (fields: Fields, change: Change): Change =>
  Object.fromEntries(Object.keys(change).map((name) => [name, fields[name] ?? null]));

/** Other words for it. What an attribution says goes with them: its claim is the hull of its content. */
export function toWords(text: string, edited: Claim, { start, end }: Range): Change {
  const span = JSON.stringify({ start, end, quote: text.slice(start, end) });
  if (edited.kind !== 'attribution') return { span };
  return { span, content: JSON.stringify(contentIn(text, edited.details.content, { start, end })) };
}

/** One span of an attribution from other words; what is said takes the claim's words with it. */
export function toSpan(text: string, field: keyof AttributionDetails, details: AttributionDetails): Change {
  const change = { [field]: JSON.stringify(details[field]) };
  const hull = field === 'content' ? spanAround(text, details.content) : null;
  return hull === null ? change : { ...change, span: JSON.stringify(hull) };
}

/**
 * Another kind, with the details that its words give. Who speaks stays where both kinds have an entry of the register.
 *
 * @param read what the edited claim's words say as a claim of that kind
 */
export function toKind(text: string, proposed: Claim, edited: Claim, read: KindAndDetails): Change {
  const gone = Object.fromEntries(
    fieldNames(edited.kind)
      .filter((name) => !isCommon(name))
      .map((name) => [name, null]),
  );
  if (read.kind === proposed.kind)
    return {
      ...gone,
      kind: null,
      ...(edited.span === proposed.span ? {} : toWords(text, proposed, edited.span)),
    };
  const fields = fieldsOf(withContent(edited, read));
  const details = Object.entries(fields).filter(([name]) => !isCommon(name));
  const named =
    'sourceId' in edited.details && 'sourceId' in read.details ? fieldsOf(edited).sourceId : undefined;
  return {
    ...gone,
    ...Object.fromEntries(details),
    ...(named ? { sourceId: named } : {}),
    kind: read.kind,
  };
}

const isCommon = (name: string): boolean => COMMON_FIELDS.some((common) => common === name);
