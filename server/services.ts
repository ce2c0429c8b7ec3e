/** What every service is handed: the world outside of it. */
import type { Logger } from 'pino';
import type { Policy } from './contract/sign-off.ts';
import type { Database } from './database/client.ts';

export interface Services {
  readonly db: Database;
  readonly now: () => Date;
  readonly log: Logger;
  /** Key of the event chain. */
  readonly historyKey: Buffer;
  /** Key of confidential sources. */
  readonly sourceKey: Buffer;
  /** What is asked before a story is signed off. */
  readonly policy: Policy;
  /** Where attached files lie. */
  readonly filesDir: string;
  /** Where people reach Claimdesk, without a slash at its end. */
  readonly publicUrl: string;
  /** Lets whoever starts Claimdesk make the first admin; null once there is one. */
  readonly setupToken: string | null;
}
