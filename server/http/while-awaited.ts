/** Work that is of no use once nobody waits for it. */
import type { Response } from 'express';

/** Aborted when the answer is sent, or whoever waited for it is gone: then others are not asked on their behalf either. */
export function whileAwaited(res: Response): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  return gone.signal;
}
