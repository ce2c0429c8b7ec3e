/** A page as it is printed: pieces of text at their places. Lengths are points, y grows upwards, as in PDF itself. */

export interface Piece {
  /** In the order in which it is read; white space where the file has a space. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  /** Of the letters. */
  readonly size: number;
  /** Written from right to left. */
  readonly rtl: boolean;
  /** The stretch of the page that a tagged file calls by this name. */
  readonly mark: string | null;
}

/** What a tagged file says of its parts: a role of ISO 32000-1, 14.8.4, and what it is made of. */
export interface Tag {
  readonly role: string;
  readonly children: readonly (Tag | { readonly mark: string })[];
}

export interface Page {
  readonly pieces: readonly Piece[];
  /** Null where the file is not tagged. */
  readonly tags: Tag | null;
  /** Turned text: watermarks, and what stands along the edge. */
  readonly turned: readonly string[];
}

/** Pieces that are read in one go: a line of a column. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly rtl: boolean;
  /** Has cells, far apart from one another, as rows of tables have. */
  readonly cells: boolean;
}
