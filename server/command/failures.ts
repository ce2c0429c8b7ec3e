/** How a command ends that did not do what it was asked. */

/** Asked wrongly: an option that is none, a setting that is missing. */
export class WrongUse extends Error {}

/** Asked rightly, and not done: a refusal, a server that is away. Its message is a sentence for a newsroom. */
export class NotDone extends Error {
  /** A code of the contract's `PROBLEMS`; null where no Claimdesk answered, or the machine refused. */
  readonly code: string | null;

  constructor(message: string, code: string | null = null, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What is wrong with one file, and says nothing of the others. */
export class WrongFile extends NotDone {}

/** Whoever called said stop, or reads no further. */
export class Stopped extends Error {}

/** The exit codes, which scripts rely on. */
export const EXIT = { done: 0, refused: 1, wrongUse: 2, stopped: 130 } as const;

/** The code of a failure of the system, such as ENOENT; empty where it has none. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const FILE_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this account may not',
  EPERM: 'this account may not',
  EISDIR: 'it is a folder',
  ENOTDIR: 'there is no such folder',
  ENOSPC: 'the disk is full',
  EROFS: 'nothing can be written there',
};

/** What stands in the way of reading or writing a file, in words. */
export const fileWords = (error: unknown): string =>
  FILE_WORDS[systemCode(error)] ?? (error instanceof Error ? error.message : String(error));
