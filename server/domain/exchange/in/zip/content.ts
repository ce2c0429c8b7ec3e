/** Files of an archive, unpacked one at a time. */
import { crc32, inflateRaw } from 'node:zlib';
import {
  LOCAL,
  type Packed,
  readOf,
  refusalOf,
  STORED,
  type ZipEntry,
  ZipFault,
  type ZipRefusal,
  type ZipSource,
} from './model.ts';

export type Content = { readonly ok: true; readonly bytes: Buffer } | ZipRefusal;

/**
 * Unpack a file. No more of it is held than the limits that the archive was opened with, packed and unpacked.
 *
 * FILE_UNPACKS where it is more than the directory says; ZIP_BROKEN where it is less, has another checksum, or lies
 * elsewhere; why it is refused where it is.
 */
export async function readEntry(source: ZipSource, entry: ZipEntry): Promise<Content> {
  if (entry.refused !== null) return entry.refused;
  try {
    return { ok: true, bytes: await unpacked(source, entry) };
  } catch (error) {
    return refusalOf(error);
  }
}

async function unpacked(source: ZipSource, { at, size }: ZipEntry): Promise<Buffer> {
  const start = await startOf(source, at);
  if (start + at.packed > at.end) throw new ZipFault('ZIP_OVERLAPS');
  const data = await readOf(source, start, at.packed);
  const bytes = at.method === STORED ? data : await inflated(data, size);
  if (bytes.length !== size) throw new ZipFault('ZIP_BROKEN', 'it is shorter or longer than it was');
  if (crc32(bytes) !== at.crc) throw new ZipFault('ZIP_BROKEN', 'it is not what was packed');
  return bytes;
}

/** What stands before a file's data says again what the directory says. */
async function startOf(source: ZipSource, { offset, rawName, method }: Packed): Promise<number> {
  const header = await readOf(source, offset, LOCAL.length + rawName.length);
  const nameLength = header.readUInt16LE(26);
  const isSame =
    header.readUInt32LE(0) === LOCAL.signature &&
    header.readUInt16LE(8) === method &&
    header.subarray(LOCAL.length).equals(rawName) &&
    nameLength === rawName.length;
  if (!isSame) throw new ZipFault('ZIP_BROKEN', 'the directory says something else');
  return offset + LOCAL.length + nameLength + header.readUInt16LE(28);
}

function inflated(data: Buffer, size: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // At least one byte, as none is no limit that is taken.
    inflateRaw(data, { maxOutputLength: Math.max(size, 1) }, (error, bytes) => {
      if (error === null) resolve(bytes);
      else if (error instanceof RangeError)
        reject(new ZipFault('FILE_UNPACKS', 'it unpacks to more than it says'));
      else reject(new ZipFault('ZIP_BROKEN', 'its data is damaged'));
    });
  });
}
