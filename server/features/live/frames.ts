/** Server-Sent Events (https://html.spec.whatwg.org/multipage/server-sent-events.html) as they are written. */
import type { Bye } from '../../contract/live.ts';
import type { ToldEvent } from '../history/history.queries.ts';

/** Milliseconds after which a reader whose connection broke comes back. */
const COMES_BACK_AFTER = 1_000;
/** Readers that are sent away together come back spread over this many milliseconds. */
const COMES_BACK_WITHIN = 4_000;

export const BEGINNING = Buffer.from(`retry: ${COMES_BACK_AFTER}\n: claimdesk\n\n`);
export const HEARTBEAT = Buffer.from(':\n\n');

export const changeFrame = ({ seq, item }: ToldEvent): string =>
  `id: ${seq}\nevent: change\ndata: ${item}\n\n`;

/** @param presence JSON */
export const presenceFrame = (presence: string): string => `event: presence\ndata: ${presence}\n\n`;

export function byeFrame(because: Bye['because']): string {
  const data: Bye = { because };
  const comesBack = because === 'restart' || because === 'slow';
  const retry = Math.round(COMES_BACK_AFTER + Math.random() * COMES_BACK_WITHIN);
  return `${comesBack ? `retry: ${retry}\n` : ''}event: bye\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Whether it may be that somebody who could see the story cannot any more. */
export const mayShutOut = ({ type }: ToldEvent): boolean => type.startsWith('article.');
