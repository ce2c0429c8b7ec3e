/** The beginning of an answer that is a file. */
import type { Response } from 'express';
import type { FormatFacts } from '../../contract/formats.ts';

/** A reader that takes nothing for so long is let go: it holds a database connection. */
const IDLE_MS = 60_000;

/** @param disposition the header of that name */
export function beginFile(
  res: Response,
  { mediaType }: Pick<FormatFacts, 'mediaType'>,
  disposition: string,
): void {
  res.setTimeout(IDLE_MS, () => res.destroy());
  res.set('Content-Type', mediaType);
  res.set('Content-Disposition', disposition);
}
