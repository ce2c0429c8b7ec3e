/** The JSON file that claims leave in: one object, so that a reader knows what it holds and that it is whole. */

/** Raised where a reader of the format before would misread it; columns are added without. */
export const FORMAT_VERSION = 1;

export interface ExportHead {
  /** ISO 8601, UTC: the moment whose state the file shows. */
  readonly generatedAt: string;
  readonly generatedBy: { readonly id: string; readonly name: string };
  /** Which claims were asked for, the default filled in. */
  readonly filters: Readonly<Record<string, string>>;
}

/** What stands before the first row. */
export function jsonHead(head: ExportHead, list: 'claims' | 'corrections' = 'claims'): string {
  const { generatedAt, generatedBy, filters } = head;
  const fields = { format: `claimdesk-${list}`, version: FORMAT_VERSION, generatedAt, generatedBy, filters };
  return `${JSON.stringify(fields).slice(0, -1)},"${list}":[\n`;
}

/** What stands after the last: a file that was cut off does not end so, and no JSON reader takes it. */
export const JSON_TAIL = ']}\n';

/** A story that a file carries claims of, as in its manifest. */
export interface CarriedStory {
  readonly id: string;
  readonly claims: number;
  /** The number of the story's last event, and its link in hexadecimal. */
  readonly head: number | null;
  readonly headHash: string | null;
}

/**
 * What stands after the last claim: how many there were, and where the history of each story had come to. On one line, so
 * that rows are counted by lines.
 *
 * @param pages of stories, the last one may be empty
 */
export async function* jsonClaimsTail(
  counts: { readonly claims: number; readonly stories: number },
  pages: AsyncIterable<readonly CarriedStory[]>,
): AsyncGenerator<string> {
  yield `],"counts":${JSON.stringify(counts)},"stories":[`;
  let isFirst = true;
  for await (const page of pages) {
    const rows = page.map((story) => JSON.stringify(story)).join(',');
    if (rows !== '') yield isFirst ? rows : `,${rows}`;
    isFirst &&= rows === '';
  }
  yield JSON_TAIL;
}

/** Where the first row begins: rows come as `,{…}`, and the first has nothing before it. */
export const FIRST_ROW = 1;
