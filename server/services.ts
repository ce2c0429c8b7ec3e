/** What every service is handed: the world outside of it. */
import type { Logger } from 'pino';
import type { Revision } from './contract/articles.ts';
import type { Publisher } from './contract/claim-review.ts';
import type { Issue } from './contract/problem.ts';
import type { Policy } from './contract/sign-off.ts';
import type { StoryDocument } from './contract/stories.ts';
import type { Database } from './database/client.ts';
import type { ReadAs, TellFormat, Unopened } from './domain/exchange/in/model.ts';
import type { Fetching } from './http/outbound/pages.ts';

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

/** A story's document, and what was found out about it. */
export interface ReadStory {
  readonly document: StoryDocument;
  /** Of what came, in canonical form, hexadecimal: the same whatever white space it has. */
  readonly digest: string;
  /** Where it is not one story, or not what its digests say; nothing for one that can be taken. */
  readonly wrong: readonly Issue[];
  /** As it left, as far as can be told without keys. */
  readonly isWhole: boolean;
}

/** `broken` is null for a document that can be read and does not hold to the contract. */
export type StoryAnswer =
  | ({ readonly ok: true } & ReadStory)
  | { readonly ok: false; readonly broken: 'encoding' | 'json' }
  | { readonly ok: false; readonly broken: null; readonly issues: readonly Issue[] };

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
  /** Read a file of a story; a hostile one may take seconds, in which other requests go on. */
  readonly readFile: (file: Unopened) => Promise<ReadAs>;
  /** Tell what a file is, which may take as long. Refusal FILE_TAKES_LONG and FILE_UNPACKS for what cannot be told. */
  readonly tellFormat: TellFormat;
  /** Read a story's document, which may take as long. Refusal FILE_TAKES_LONG and FILE_UNPACKS for what cannot be read. */
  readonly readStory: (bytes: Uint8Array) => Promise<StoryAnswer>;
  /** Fetch a page of the web; null where that is switched off. */
  readonly fetchPage: Fetching['fetchPage'] | null;
  /** What is asked before a story is signed off. */
  readonly policy: Policy;
  /** Where attached files lie. */
  readonly filesDir: string;
  /** Where people reach Claimdesk, without a slash at its end. */
  readonly publicUrl: string;
  /** The newsroom, as its published reviews of claims name it. */
  readonly publisher: Publisher;
  /** Whether webhooks may lead into networks that are not public, to any port. */
  readonly privateWebhooks: boolean;
  /** Whether e-mail is sent: what is put down for it waits where it is not. */
  readonly sendsMail: boolean;
  /** Lets whoever starts Claimdesk make the first admin; null once there is one. */
  readonly setupToken: string | null;
}

/** What is needed to make the first people and the sample newsroom: nothing that works on a thread of its own. */
export type BaseServices = Omit<
  Services,
  'setupToken' | 'extract' | 'readFile' | 'tellFormat' | 'readStory' | 'fetchPage'
>;
