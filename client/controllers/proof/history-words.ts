/** A claim's history as sentences: who, when, what, and from what to what. */
import type { HistoryItem } from '../../../server/contract/history.ts';
import { shorten } from './readings.ts';

export interface HistoryLine {
  seq: number;
  at: string;
  who: string;
  /** What was done, to be read after the name: "gave the verdict accurate". */
  what: string;
  changes: readonly { label: string; before: string | null; after: string | null }[];
}

const DEEDS: Readonly<Record<string, string>> = {
  'article.created': 'brought the story in',
  'article.imported': 'brought the story in from another Claimdesk',
  'article.edited': 'changed what surrounds the text',
  'article.archived': 'archived the story',
  'article.unarchived': 'took the story out of the archive',
  'article.members_set': 'set who may see the story',
  'article.signed_off': 'signed the story off',
  'article.reopened': 'reopened the story',
  'article.sign_off_voided': 'ended the sign-off with a new text',
  'article.revised': 'brought in a newer text',
  'article.arrived': 'kept the file that it came as',
  'article.withdrawn': 'withdrew the story',
  'article.restored': 'restored the story',
  'article.erased': 'erased the story for good',
  'claim.replaced': 'placed it on a newer text',
  'claim.source_moved': 'merged sources in the register',
  'evidence.added': 'added evidence',
  'evidence.edited': 'changed evidence',
  'evidence.withdrawn': 'withdrew evidence',
  'evidence.restored': 'restored evidence',
  'evidence.erased': 'erased evidence for good',
  'evidence.snapshot_taken': 'kept the text of a page',
  'file.attached': 'attached a file',
  'payload.erased': 'erased what an event said',
  'payload.erased_elsewhere': 'erased what an event from elsewhere said',
  'claim.marked': 'marked it',
  'claim.edited': 'changed it',
  'claim.withdrawn': 'withdrew it',
  'claim.restored': 'restored it',
  'claim.erased': 'erased it for good',
  'verdict.given': 'gave a verdict',
  'verdict.confirmed': 'confirmed that it means the same in other words',
  'verdict.taken_back': 'took the verdict back',
  'verdict.desk_told': 'told the desk that it is no longer so',
  'verdict.desk_untold': 'has yet to tell the desk',
  'review.passed': 'passed it',
  'review.returned': 'returned it',
  'review.taken_back': 'took the review back',
  'review.reopened': 'reopened the review',
  'citation.added': 'cited evidence',
  'citation.edited': 'changed a citation',
  'citation.withdrawn': 'withdrew a citation',
  'citation.restored': 'restored a citation',
  'citation.erased': 'erased a citation for good',
  'comment.added': 'commented',
  'comment.edited': 'changed a comment',
  'comment.resolved': 'resolved a thread',
  'comment.reopened': 'reopened a thread',
  'comment.withdrawn': 'withdrew a comment',
  'comment.restored': 'restored a comment',
  'comment.erased': 'erased a comment for good',
  'flag.dismissed': 'dismissed a flag',
  'flag.restored': 'brought a dismissed flag back',
  'suggestion.dismissed': 'dismissed a suggestion',
  'suggestion.restored': 'brought a dismissed suggestion back',
  'source.added': 'added it to the register',
  'source.edited': 'changed it',
  'source.merged': 'merged two entries',
  'source.unmerged': 'undid a merge',
  'source.made_confidential': 'made who it is confidential',
  'source.made_open': 'let everyone know who it is',
  'source.readers_set': 'set who may know it',
  'source.identity_read': 'read who it is',
};

/** Why a review was reopened, by the event's `because`. */
const GROUNDS: Readonly<Record<string, string>> = {
  evidence: ', because the evidence changed',
  attribution: ', because an attribution of it changed',
  whole: ', because the count it is part of changed',
  summary: ', because the summary changed',
};

function deedOf({ type, data }: HistoryItem): string {
  const suggestion = isRecord(data.suggestion) ? data.suggestion : null;
  if (type === 'claim.marked' && suggestion !== null)
    return suggestion.edited === true ? 'accepted it as a suggestion, edited' : 'accepted it as a suggestion';
  if (type === 'claim.edited') {
    const [was, is] = [settledIn(data.before), settledIn(data.after)];
    const isAlone = isRecord(data.after) && !('details' in data.after);
    if (isAlone && was === false && is === true)
      return 'let the details stand, which the text no longer says';
    if (isAlone && was === true && is === false) return 'asked again whether the details stand';
  }
  return `${DEEDS[type] ?? type}${GROUNDS[String(data.because)] ?? ''}`;
}

/** Whoever did it, and the token of the program that did it for them. */
const whoOf = ({ actor, data: { token } }: HistoryItem): string =>
  typeof token === 'string' ? `${actor.name}, by the token “${token}”,` : actor.name;

/** Whether a person had said what holds of details that the text outgrew; null where it had not. */
function settledIn(state: unknown): unknown {
  const outgrown = isRecord(state) ? state.outgrown : null;
  return isRecord(outgrown) ? outgrown.settled : null;
}

/** The contract's values are written with underscores. */
export const plainWords = (value: string): string =>
  /^[a-z]+(_[a-z]+)+$/.test(value) ? value.replaceAll('_', ' ') : value;

/** Parts that say nothing to a reader: ids of the program's own, digests; what a deed says already. */
const SILENT = new Set(['outgrown', 'id', 'by', 'at', 'parentId', 'bodySha256', 'revision', 'version']);

type Record_ = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an event of another Claimdesk did; its type where there is none such here. */
export const pastWords = (type: string): string => new Map(Object.entries(DEEDS)).get(type) ?? type;

/**
 * One event as a line.
 *
 * `labels` gives a field's name in the newsroom's words, `word` those of a value (a person's id, a claim's).
 */
export function historyLine(
  item: HistoryItem,
  labels: Readonly<Record<string, string>>,
  word: (value: string) => string,
): HistoryLine {
  const before = isRecord(item.data.before) ? item.data.before : {};
  const after = isRecord(item.data.after) ? item.data.after : {};
  const flatBefore = flatten(before);
  const flatAfter = flatten(after);
  const names = [...new Set([...flatBefore.keys(), ...flatAfter.keys()])];
  // Of what begins, only what is filled in is news.
  const isNew = item.type === 'claim.marked' || item.type === 'citation.added';
  const changes = names.flatMap((name) => {
    const [old, now] = [flatBefore.get(name) ?? null, flatAfter.get(name) ?? null];
    if (old === now || (isNew && now === null)) return [];
    const show = (value: string | null) => (value === null ? null : inWords(value, word));
    return [{ label: labels[name] ?? name, before: show(old), after: show(now) }];
  });
  const what = `${deedOf(item)}${fieldsOf(item, labels)}`;
  return {
    seq: item.seq,
    at: item.at,
    who: whoOf(item),
    what,
    changes: [...changes, ...mergedOf(item, word), ...whyOf(item, labels)],
  };
}

/** Of several ids each has its own word. */
const inWords = (value: string, word: (value: string) => string): string =>
  shorten(value.split(BETWEEN).map(word).join(BETWEEN), 160);

/** What was changed in an entry of the register: which fields, never what they say. */
function fieldsOf({ type, data }: HistoryItem, labels: Readonly<Record<string, string>>): string {
  if (type !== 'source.edited' || !Array.isArray(data.fields)) return '';
  return `: ${data.fields.map((name) => (labels[String(name)] ?? String(name)).toLowerCase()).join(', ')}`;
}

/** Two entries of the register that were made one, or parted again. */
function mergedOf({ type, data }: HistoryItem, word: (value: string) => string): HistoryLine['changes'] {
  if (type !== 'source.merged' && type !== 'source.unmerged') return [];
  const { entry, survivor } = data;
  if (typeof entry !== 'string' || typeof survivor !== 'string') return [];
  const label = type === 'source.merged' ? 'Merged' : 'Parted';
  return [{ label, before: word(entry), after: word(survivor) }];
}

/** What an event says beside what was before and after: why it was done, and that a verdict ended with it. */
function whyOf({ data }: HistoryItem, labels: Readonly<Record<string, string>>): HistoryLine['changes'] {
  const { reason, arrived, expired, outgrown } = data;
  const told = (name: string, after: unknown): HistoryLine['changes'] =>
    typeof after === 'string' && after !== '' ? [{ label: labels[name] ?? name, before: null, after }] : [];
  const ended = Array.isArray(expired) && expired.length > 0 ? 'no longer holds' : null;
  const parted = Array.isArray(outgrown) ? 'no longer what the words say' : null;
  return [
    ...told('reason', reason),
    ...told('arrived', arrived),
    ...told('verdict', ended),
    ...told('details', parted),
  ];
}

/** Fields by dotted name as text; a span is its quote, and `details.`, `verdict.` and the like are left off. */
function flatten(record: Record_): Map<string, string | null> {
  const flat = new Map<string, string | null>();
  const add = (name: string, value: unknown): void => {
    const last = name.split('.').at(-1) ?? name;
    if (SILENT.has(last)) return;
    if (isRecord(value) && typeof value.quote === 'string' && 'start' in value)
      flat.set(name || 'span', value.quote);
    else if (isRecord(value))
      for (const [key, inner] of Object.entries(value))
        add(WRAPPERS.has(name) || name === '' ? key : `${name}.${key}`, inner);
    else if (!(WRAPPERS.has(name) && value === null)) flat.set(name, written(value));
  };
  add('', record);
  return flat;
}

/** Between the parts of a list. */
const BETWEEN = '; ';
const WRAPPERS = new Set(['details', 'verdict', 'review']);

function written(value: unknown): string | null {
  if (value === null || value === undefined || value === false || value === '') return null;
  if (value === true) return 'yes';
  if (Array.isArray(value)) {
    const parts = value.map((item) =>
      isRecord(item) && typeof item.quote === 'string' ? item.quote : isRecord(item) ? '' : String(item),
    );
    return parts.length === 0 ? null : parts.join(BETWEEN);
  }
  return String(value);
}
