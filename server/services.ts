/** What every service is handed: the world outside of it. */
import type { Logger } from 'pino';
import type { Revision } from './contract/articles.ts';
import type { Publisher } from './contract/claim-review.ts';
import type { Policy } from './contract/sign-off.ts';
import type { Database } from './database/client.ts';

/** One revision of a story, with what tells how to read it. Offsets are UTF-16 code units into `text`. */
export interface Reading extends Pick<Revision, 'number' | 'text'> {
  readonly articleId: string;
  readonly blocks: readonly Revision['blocks'][number][];
  readonly sentences: readonly Revision['sentences'][number][];
  /** A BCP 47 tag. */
  readonly language: string;
  /** ISO 8601; null where the story does not say. */
  readonly publishedAt: string | null;
}

/** What was found in a revision, ready to be stored. */
export interface Found {
  /** False where nothing reads the language. */
  readonly supported: boolean;
  /** Of all rows, in the order of the text. */
  readonly ids: readonly string[];
  /**
   * JSON: lists of rows of the table of suggestions. As texts, since a long story's would take long to take apart, and
   * several, since nothing else goes on while a long text is handed to the database.
   */
  readonly rows: readonly string[];
}

export interface Services {
  readonly db: Database;
  readonly now: () => Date;
  readonly log: Logger;
  /** Key of the event chain. */
  readonly historyKey: Buffer;
  /** Key of confidential sources. */
  readonly sourceKey: Buffer;
  /** Find the claims of a revision; of a long one that takes seconds, in which other requests go on. */
  readonly extract: (reading: Reading) => Promise<Found>;
  /** What is asked before a story is signed off. */
  readonly policy: Policy;
  /** Where attached files lie. */
  readonly filesDir: string;
  /** Where people reach Claimdesk, without a slash at its end. */
  readonly publicUrl: string;
  /** The newsroom, as its published reviews of claims name it. */
  readonly publisher: Publisher;
  /** Lets whoever starts Claimdesk make the first admin; null once there is one. */
  readonly setupToken: string | null;
}
