/** Where one file lies in an archive (APPNOTE.TXT 6.3.10, 4.3); the server is the one that reads archives with care. */
const END = { signature: 0x06054b50, length: 22, comment: 0xffff } as const;
const ENTRY = { signature: 0x02014b50, length: 46 } as const;
const LOCAL = { signature: 0x04034b50, length: 30 } as const;
/** A longer directory is that of no package. */
const MOST = 8 * 1024 * 1024;

export interface Packed {
  readonly data: Blob;
  readonly deflated: boolean;
}

const viewOf = async (blob: Blob) => new DataView(await blob.arrayBuffer());

/** A file of an archive by its name; null where there is none, or where the archive is none. */
export async function entryOf(archive: Blob, name: string): Promise<Packed | null> {
  const directory = await directoryOf(archive);
  if (directory === null) return null;
  const wanted = new TextEncoder().encode(name);
  let at = 0;
  while (at + ENTRY.length <= directory.byteLength && directory.getUint32(at, true) === ENTRY.signature) {
    const length = directory.getUint16(at + 28, true);
    const own = new Uint8Array(directory.buffer, at + ENTRY.length, length);
    if (length === wanted.length && own.every((byte, index) => byte === wanted[index]))
      return packedAt(archive, directory, at);
    at += ENTRY.length + length + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return null;
}

async function directoryOf(archive: Blob): Promise<DataView | null> {
  const tail = await viewOf(archive.slice(Math.max(0, archive.size - END.length - END.comment)));
  for (let at = tail.byteLength - END.length; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END.signature) continue;
    const size = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    return size > MOST ? null : viewOf(archive.slice(offset, offset + size));
  }
  return null;
}

async function packedAt(archive: Blob, directory: DataView, at: number): Promise<Packed | null> {
  const method = directory.getUint16(at + 10, true);
  const size = directory.getUint32(at + 20, true);
  const offset = directory.getUint32(at + 42, true);
  const local = await viewOf(archive.slice(offset, offset + LOCAL.length));
  if (local.byteLength < LOCAL.length || local.getUint32(0, true) !== LOCAL.signature) return null;
  const from = offset + LOCAL.length + local.getUint16(26, true) + local.getUint16(28, true);
  if (method !== 0 && method !== 8) return null;
  return { data: archive.slice(from, from + size), deflated: method === 8 };
}
