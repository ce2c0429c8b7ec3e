/** What the crowd is asked, and what it answers. Times are in milliseconds by `clock`. */
export type Asked =
  | {
      readonly kind: 'join';
      readonly host: string;
      readonly port: number;
      readonly path: string;
      /** Of people, who have as many streams each. */
      readonly cookies: readonly string[];
      readonly readers: number;
      /** The last event that they have. */
      readonly after: number;
    }
  | { readonly kind: 'where' }
  | { readonly kind: 'tell'; readonly sent: readonly Sent[] };

/** A write, and the event that tells of it. */
export interface Sent {
  readonly seq: number;
  readonly at: number;
  readonly answeredAt: number;
}

export interface Delays {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

export type Crowded =
  | { readonly kind: 'joined'; readonly broken: readonly string[] }
  /** The event that all have been told. */
  | { readonly kind: 'where'; readonly least: number }
  | {
      readonly kind: 'told';
      /** From the moment at which a write was sent. */
      readonly toEach: Delays;
      /** The same, to the last of all readers. */
      readonly toAll: Delays;
      /** From its answer to the last of all readers. */
      readonly fromAnswer: Delays;
      /** As the first reader had them. */
      readonly frames: readonly (readonly [seq: number, frame: string])[];
      readonly broken: readonly string[];
    };
