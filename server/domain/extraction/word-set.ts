/** Words to look others up in; what is not there is none of them. */
export type WordSet = ReadonlySet<string | undefined>;

/** Written with white space between them. */
export const wordSet = (words: string): WordSet => new Set(words.trim().split(/\s+/));
