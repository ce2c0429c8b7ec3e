/** What verifying found, in lines for whoever runs Claimdesk. */
import type { BrokenLink } from '../../contract/history.ts';
import type { Break } from './chain-walk.ts';
import type { VerifiedHistory } from './verify.ts';

const KINDS: Readonly<Record<BrokenLink['stream']['kind'], string>> = {
  article: 'story',
  source: 'source',
  person: 'person',
  webhook: 'webhook',
  unknown: 'of nothing that is there',
};

const WHAT: Readonly<Record<Break['what'], (seq: number) => string>> = {
  changed: (seq) => `event ${seq} is not what was chained: it was altered, moved or put in`,
  removed: (seq) => `event ${seq} is missing: events were removed`,
  payload_changed: (seq) => `what event ${seq} says is not what was chained`,
  payload_removed: (seq) => `what event ${seq} says is gone, and nobody erased it by right`,
  cut: (seq) => `event ${seq} is missing: the end was cut off`,
  beyond_head: (seq) => `event ${seq} stands after the last one that is counted`,
};

export const breakWords = ({ seq, what }: Break): string => WHAT[what](seq);

export const brokenLine = ({ stream, ...broken }: BrokenLink): string =>
  `broken: ${KINDS[stream.kind]} ${stream.id}: ${breakWords(broken)}`;

/** @param broken how many streams were */
export function summaryLine({ streams, events, erased }: VerifiedHistory, broken: number): string {
  const erasures = erased === 0 ? '' : `, what ${counted(erased, 'event')} said erased by right`;
  const walked = `${counted(streams, 'stream')}, ${counted(events, 'event')}${erasures}`;
  return `${walked}: ${broken === 0 ? 'the history is whole' : `${broken} broken`}.`;
}

export const counted = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${number === 1 ? noun : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
