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

/** Where the first row begins: rows come as `,{…}`, and the first has nothing before it. */
export const FIRST_ROW = 1;
