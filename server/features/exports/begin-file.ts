/** The beginning of an answer that is a file. */
import type { Response } from 'express';
import { GetExportManifest } from '../../contract/exports.ts';
import type { FormatFacts } from '../../contract/formats.ts';

/** A reader that takes nothing for so long is let go: it holds a database connection. */
const IDLE_MS = 60_000;

/** The header that names a recorded file's manifest. */
export const manifestLink = (exportId: string): string =>
  `<${GetExportManifest.path.replace(':exportId', exportId)}>; rel="describedby"`;

/**
 * @param disposition the header of that name
 * @param exportId what the file is recorded as, where it is
 */
export function beginFile(
  res: Response,
  { mediaType }: Pick<FormatFacts, 'mediaType'>,
  disposition: string,
  exportId?: string,
): void {
  res.setTimeout(IDLE_MS, () => res.destroy());
  res.set('Content-Type', mediaType);
  res.set('Content-Disposition', disposition);
  if (exportId !== undefined) res.set('Link', manifestLink(exportId));
}
