/** What an archive is to its readers, and why one of them, or a file in one, is not read. */

/** Why. Codes of the API's refusals, with their sentences there. */
export type ZipProblem =
  /** Damaged, cut off, or no archive; of a file in one: its data or its checksum. */
  | 'ZIP_BROKEN'
  | 'ZIP_TOO_MANY'
  | 'ZIP_OVERLAPS'
  | 'ZIP_NAME'
  | 'ZIP_TWICE'
  | 'ZIP_LOCKED'
  | 'ZIP_METHOD'
  | 'ZIP_LINK'
  | 'FILE_UNPACKS';

export interface ZipRefusal {
  readonly ok: false;
  readonly problem: ZipProblem;
  /** What and where, for whoever can put it right. */
  readonly detail?: string;
}

/** Where an archive's bytes are: in memory, or in a file. */
export interface ZipSource {
  /** Bytes. */
  readonly size: number;
  /**
   * Asked for what is within its size alone.
   *
   * @returns as many bytes, fewer only where there are none any more
   * @throws what reading throws: that is a fault of the machine, not of the archive
   */
  read(at: number, length: number): Promise<Buffer>;
}

/** What is taken of an archive, whatever it says of itself. */
export interface ZipLimits {
  /** Files and folders. */
  readonly entries: number;
  /** All that it unpacks to. */
  readonly bytes: number;
  /** What one file in it unpacks to; and what is held in memory of it, packed and unpacked. */
  readonly entryBytes: number;
  /** How many times smaller a file of more than a mebibyte may be packed; stories are packed to a third or a tenth. */
  readonly ratio: number;
}

export interface ZipEntry {
  /** From 0, in the order of the archive's directory. */
  readonly number: number;
  /** Its path in the archive, in NFC, with / between its parts; as near as can be shown where it is refused. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Bytes, as the directory says. */
  readonly size: number;
  /** Why it is not read, though the others may be. */
  readonly refused: ZipRefusal | null;
  /** Where its data is, for `readEntry`. */
  readonly at: Packed;
}

export interface Packed {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  /** Of its local header. */
  readonly offset: number;
  /** Where what comes next begins: nothing of it lies there. */
  readonly end: number;
  /** As it is spelled in bytes: its local header has to spell it so. */
  readonly rawName: Buffer;
}

export interface Zip {
  readonly ok: true;
  readonly entries: readonly ZipEntry[];
}

/** Thrown and caught within the reader alone. */
export class ZipFault extends Error {
  constructor(
    readonly problem: ZipProblem,
    readonly detail?: string,
  ) {
    super(problem);
  }
}

export const zipRefusal = (problem: ZipProblem, detail?: string): ZipRefusal =>
  detail === undefined ? { ok: false, problem } : { ok: false, problem, detail };

/** @throws what is no fault of the archive */
export function refusalOf(error: unknown): ZipRefusal {
  if (error instanceof ZipFault) return zipRefusal(error.problem, error.detail);
  throw error;
}

/** @throws ZipFault where an archive points beyond its end, or ends meanwhile */
export async function readOf(source: ZipSource, at: number, length: number): Promise<Buffer> {
  if (at < 0 || length < 0 || at + length > source.size) throw new ZipFault('ZIP_BROKEN', 'it is cut off');
  const bytes = await source.read(at, length);
  if (bytes.length !== length) throw new ZipFault('ZIP_BROKEN', 'it is cut off');
  return bytes;
}

export const inMemory = (bytes: Uint8Array): ZipSource => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { size: buffer.length, read: async (at, length) => buffer.subarray(at, at + length) };
};

/** What a local header has before its name. */
export const LOCAL = { signature: 0x04034b50, length: 30 } as const;
export const STORED = 0;
export const DEFLATED = 8;

/** @throws ZipFault for a number that no archive on earth needs */
export function numberAt(bytes: Buffer, at: number): number {
  const number = bytes.readBigUInt64LE(at);
  if (number > BigInt(Number.MAX_SAFE_INTEGER)) throw new ZipFault('ZIP_BROKEN', 'its directory is damaged');
  return Number(number);
}
