/** Speak to the limit's process. */

import type { Served } from '../support/served.ts';
import type { Told } from './limit-server.ts';

/** Tell it what to serve, and wait until it knows. */
export function tell({ process: child }: Served, told: Told): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.send(told, (error) => {
      if (error !== null) reject(error);
    });
  });
}
