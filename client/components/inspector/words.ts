/** The contract's values in the newsroom's words, for choices and for history. */

import type { z } from 'zod';
import type {
  AttributionBasis,
  AttributionMode,
  FactAbout,
  Modifier,
  Outcome,
  VictimCategory,
} from '../../../server/contract/claims.ts';
import type { EvidenceKind, Stance } from '../../../server/contract/evidence.ts';
import { SourceKind } from '../../../server/contract/sources.ts';
import { SOURCE_KIND_WORDS } from '../../words.ts';

type Choices<T extends string> = readonly (readonly [T, string])[];

export const OUTCOMES: Choices<Outcome> = [
  ['killed', 'Killed'],
  ['injured', 'Injured'],
  ['missing', 'Missing'],
  ['detained', 'Detained'],
  ['freed', 'Freed'],
  ['displaced', 'Displaced'],
  ['other', 'Other'],
];
export const MODIFIERS: Choices<Modifier> = [
  ['exact', 'Exactly'],
  ['at_least', 'At least'],
  ['more_than', 'More than'],
  ['up_to', 'Up to'],
  ['fewer_than', 'Fewer than'],
  ['about', 'About'],
  ['range', 'Between'],
  ['vague', 'Vague (“dozens”)'],
];
export const VICTIMS: Choices<VictimCategory> = [
  ['unspecified', 'Not specified'],
  ['civilian', 'Civilians'],
  ['combatant', 'Combatants'],
  ['child', 'Children'],
  ['woman', 'Women'],
  ['medic', 'Medics'],
  ['journalist', 'Journalists'],
  ['aid_worker', 'Aid workers'],
  ['prisoner', 'Prisoners'],
];
export const SCOPES: Choices<'incident' | 'cumulative'> = [
  ['incident', 'One incident'],
  ['cumulative', 'Running total'],
];
export const PERIOD_PRECISIONS: Choices<'day' | 'week' | 'month' | 'year'> = [
  ['day', 'To the day'],
  ['week', 'To the week'],
  ['month', 'To the month'],
  ['year', 'To the year'],
];
export const PLACE_PRECISIONS: Choices<'point' | 'town' | 'district' | 'province' | 'country' | 'region'> = [
  ['point', 'A point'],
  ['town', 'Town'],
  ['district', 'District'],
  ['province', 'Province'],
  ['country', 'Country'],
  ['region', 'Region'],
];
export const MODES: Choices<z.infer<typeof AttributionMode>> = [
  ['direct', 'Direct quote'],
  ['indirect', 'Indirect speech'],
  ['mixed', 'Mixed'],
  ['hearsay', 'Hearsay'],
];
export const BASES: Choices<z.infer<typeof AttributionBasis>> = [
  ['named', 'Named person'],
  ['unnamed', 'Unnamed official'],
  ['organisation', 'Organisation'],
  ['document', 'Document'],
  ['media', 'Other media'],
  ['own', 'Own reporting'],
  ['none', 'None given'],
];
export const ABOUTS: Choices<z.infer<typeof FactAbout>> = [
  ['date', 'Date'],
  ['place', 'Place'],
  ['name', 'Name'],
  ['quantity', 'Quantity'],
  ['event', 'Event'],
  ['other', 'Other'],
];
export const STANCES: Choices<Stance> = [
  ['supports', 'Supports the claim'],
  ['contradicts', 'Contradicts it'],
  ['context', 'Context only'],
];
export const EVIDENCE_KINDS: Choices<EvidenceKind> = [
  ['link', 'Link'],
  ['document', 'Document'],
  ['interview', 'Interview'],
  ['observation', 'Own observation'],
  ['file', 'File'],
];
export const SOURCE_KINDS: Choices<SourceKind> = SourceKind.options.map((kind) => [
  kind,
  SOURCE_KIND_WORDS[kind],
]);

/** The words of a value; the value itself where there are none. */
export const wordFor = (choices: readonly (readonly [string, string])[], value: string): string =>
  choices.find(([each]) => each === value)?.[1] ?? value;

/** The labels of the details form, by field. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
  outcome: 'Outcome',
  low: 'Low',
  best: 'Best',
  high: 'High',
  modifier: 'Bound',
  wording: 'As printed',
  'victims.category': 'Who',
  'victims.label': 'Printed noun',
  partOf: 'Part of',
  scope: 'Scope',
  'period.from': 'From',
  'period.to': 'To',
  'period.precision': 'Known',
  'place.name': 'Place',
  'place.precision': 'Known to',
  perpetrator: 'Perpetrator, as stated',
  cause: 'Cause, as stated',
  source: 'Who says so',
  cue: 'Cue',
  content: 'What is said',
  mode: 'Mode',
  basis: 'Basis',
  sourceId: 'In the register',
  via: 'Through',
  carriedOver: 'Carried over from an earlier sentence',
  titleAsPrinted: 'Title, as printed',
  about: 'About',
  value: 'What it says',
  summary: 'In short',
  attributionIds: 'Said by',
  sameFactAs: 'Same fact as',
  verdict: 'Verdict',
  reason: 'Reason',
  correction: 'Correct wording',
};

/** What an event can say was changed, beside a claim's own fields. */
export const HISTORY_LABELS: Readonly<Record<string, string>> = {
  ...FIELD_LABELS,
  status: 'Status',
  details: 'Details',
  kind: 'Kind',
  span: 'Words',
  assigneeId: 'Checked by',
  arrived: 'From',
  head: 'After event',
  acknowledged: 'Let stand',
  suggestions: 'Suggestions let stand',
  agency: 'Agency',
  byline: 'Byline',
  dateline: 'Dateline',
  language: 'Language',
  publishedAt: 'Published',
  sourceUrl: 'Comes from',
  decision: 'Review',
  reasonCode: 'Reason',
  note: 'In words',
  expired: 'Expired',
  reopened: 'Reopened',
  stance: 'Stance',
  locator: 'Where in it',
  quote: 'Words relied on',
  body: 'Comment',
  title: 'Title',
  url: 'Address',
  publisher: 'Publisher',
  accessedAt: 'Seen',
  memberIds: 'May see it',
  deadline: 'Deadline',
  priority: 'Priority',
  access: 'Access',
  sha256: 'SHA-256',
  snapshot: 'SHA-256',
  length: 'Characters',
  how: 'How',
  size: 'Bytes',
  name: 'Name',
  mediaType: 'Type',
  withdrawn: 'Withdrawn',
  readerIds: 'May know it',
  aliases: 'Other names',
  affiliations: 'Bodies',
  description: 'Description',
};
