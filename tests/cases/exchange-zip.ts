/** Archives, honest and lying ones: what is read of them. A new trick is a new row. */
import { crc32, zipOf } from '../support/zip.ts';

const KIB = 1024;
/** What the reader is given in these tests. */
export const LIMITS = { entries: 20, bytes: 9 * KIB * KIB, entryBytes: 4 * KIB * KIB, ratio: 200 } as const;

const STORY: readonly [string, string] = ['story.txt', 'It sank. Nobody was hurt.'];
const UTF8 = 1 << 11;
const GREEK = 'ειδήσεις.txt';

/** A field of a directory's entry. */
function field(id: number, ...content: readonly Buffer[]): Buffer {
  const data = Buffer.concat(content);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}
function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  values.forEach((value, index) => {
    bytes.writeBigUInt64LE(BigInt(value), index * 8);
  });
  return bytes;
}
/** A name in UTF-8 beside one that is of another code. */
function unicodeName(of: Buffer, name: string): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(1);
  head.writeUInt32LE(crc32(of), 1);
  return field(0x7075, head, Buffer.from(name));
}
/** An archive without a comment, changed; `end` is where its end begins. */
const at = (bytes: Buffer, change: (bytes: Buffer, end: number) => void): Buffer => {
  change(bytes, bytes.length - 22);
  return bytes;
};

/** The files as they are read: their text, or why they are refused; `null` for a folder. */
export const zipCases: Readonly<Record<string, { bytes: Buffer; files: Record<string, string | null> }>> = {
  'one file': { bytes: zipOf([STORY]), files: { 'story.txt': STORY[1] } },
  'nothing in it': { bytes: zipOf([]), files: {} },
  'a file that is not packed': {
    bytes: zipOf([[...STORY, { method: 0 }]]),
    files: { 'story.txt': STORY[1] },
  },
  'an empty file': { bytes: zipOf([['a.txt', '']]), files: { 'a.txt': '' } },
  'an empty file that is not packed': {
    bytes: zipOf([['a.txt', '', { method: 0 }]]),
    files: { 'a.txt': '' },
  },
  'a note at its end': {
    bytes: zipOf([STORY], { comment: 'from the archive' }),
    files: { 'story.txt': STORY[1] },
  },
  'numbers for large archives': { bytes: zipOf([STORY], { large: true }), files: { 'story.txt': STORY[1] } },
  'sizes in a field for large files': {
    bytes: zipOf([
      [...STORY, { size: 0xffffffff, extra: field(1, numbers(25)) }],
      ['b.txt', 'x', { method: 0, size: 0xffffffff, packed: 0xffffffff, extra: field(1, numbers(1, 1)) }],
    ]),
    files: { 'story.txt': STORY[1], 'b.txt': 'x' },
  },
  'bytes between files': {
    bytes: zipOf([
      [...STORY, { gap: 16 }],
      ['b.txt', 'x'],
    ]),
    files: { 'story.txt': STORY[1], 'b.txt': 'x' },
  },
  folders: {
    bytes: zipOf([
      ['wire/', ''],
      ['wire/a.txt', 'x'],
      ['./wire//b.txt', 'y'],
    ]),
    files: { wire: null, 'wire/a.txt': 'x', 'wire/b.txt': 'y' },
  },
  'a folder of Windows': { bytes: zipOf([['wire\\a.txt', 'x']]), files: { 'wire/a.txt': 'x' } },
  'permissions of Unix': {
    bytes: zipOf([
      ['a.txt', 'x', { mode: 0o100644 }],
      ['b/', '', { mode: 0o040755 }],
      ['c.txt', 'y', { mode: 0o644 }],
    ]),
    files: { 'a.txt': 'x', b: null, 'c.txt': 'y' },
  },
  'a name in UTF-8': {
    bytes: zipOf([[GREEK, 'x', { flags: UTF8 }]]),
    files: { [GREEK.normalize('NFC')]: 'x' },
  },
  'a name in UTF-8 that does not say so': {
    bytes: zipOf([[GREEK, 'x']]),
    files: { [GREEK.normalize('NFC')]: 'x' },
  },
  'a name put apart': {
    bytes: zipOf([['Zu\u0308rich.txt', 'x', { flags: UTF8 }]]),
    files: { 'Z\u00fcrich.txt': 'x' },
  },
  'a name in code page 437': {
    bytes: zipOf([[Buffer.from([0x5a, 0x81, 0x72, 0x69, 0x63, 0x68, 0xe1]), 'x']]),
    files: { Zürichß: 'x' },
  },
  'a name of its own in UTF-8': {
    bytes: zipOf([['__.txt', 'x', { extra: unicodeName(Buffer.from('__.txt'), GREEK) }]]),
    files: { [GREEK.normalize('NFC')]: 'x' },
  },
  'a name of its own that was made of another': {
    bytes: zipOf([['b.txt', 'x', { extra: unicodeName(Buffer.from('a.txt'), GREEK) }]]),
    files: { 'b.txt': 'x' },
  },
  'a field that is cut off': {
    bytes: zipOf([['a.txt', 'x', { extra: Buffer.from([1, 0, 8, 0, 1]) }]]),
    files: { 'a.txt': 'x' },
  },

  'a name that says UTF-8 and is not': {
    bytes: zipOf([[Buffer.from([0x61, 0x81]), 'x', { flags: UTF8 }], STORY]),
    files: { aü: 'ZIP_NAME', 'story.txt': STORY[1] },
  },
  'names that lead out of the archive': {
    bytes: zipOf([
      ['../a.txt', 'x'],
      ['wire/../../b.txt', 'x'],
      ['..\\c.txt', 'x'],
      ['/etc/d', 'x'],
      ['C:\\e.txt', 'x'],
      ['d:f.txt', 'x'],
      ['..x/g.txt', 'y'],
    ]),
    files: {
      '../a.txt': 'ZIP_NAME',
      'wire/../../b.txt': 'ZIP_NAME',
      '../c.txt': 'ZIP_NAME',
      'etc/d': 'ZIP_NAME',
      'C:/e.txt': 'ZIP_NAME',
      'd:f.txt': 'ZIP_NAME',
      '..x/g.txt': 'y',
    },
  },
  'names that are none': {
    bytes: zipOf([
      ['', 'x'],
      ['./', 'x'],
      ['a\0.txt', 'x'],
      ['b\u202etxt.exe', 'x'],
      ['c'.repeat(1025), 'x'],
    ]),
    files: {
      '': 'ZIP_NAME',
      'a\ufffd.txt': 'ZIP_NAME',
      'b\ufffdtxt.exe': 'ZIP_NAME',
      ['c'.repeat(1024)]: 'ZIP_NAME',
    },
  },
  'one name twice': {
    bytes: zipOf([
      ['a.txt', 'x'],
      ['a.txt', 'y'],
    ]),
    files: { 'a.txt': 'x', 'a.txt (1)': 'ZIP_TWICE' },
  },
  'one name twice, put apart and together': {
    bytes: zipOf([
      ['é', 'x', { flags: UTF8 }],
      ['e\u0301', 'y', { flags: UTF8 }],
    ]),
    files: { é: 'x', 'é (1)': 'ZIP_TWICE' },
  },
  locked: {
    bytes: zipOf([
      [...STORY, { flags: 1 }],
      ['b.txt', 'x', { flags: 1 << 6 }],
      ['c.txt', 'x', { flags: 1 << 13 }],
      ['d.txt', 'x'],
    ]),
    files: { 'story.txt': 'ZIP_LOCKED', 'b.txt': 'ZIP_LOCKED', 'c.txt': 'ZIP_LOCKED', 'd.txt': 'x' },
  },
  'packed in other ways': {
    bytes: zipOf([
      [...STORY, { method: 12 }],
      ['b.txt', 'x', { method: 9 }],
      ['c.txt', 'x'],
    ]),
    files: { 'story.txt': 'ZIP_METHOD', 'b.txt': 'ZIP_METHOD', 'c.txt': 'x' },
  },
  'links and devices': {
    bytes: zipOf([
      ['a', '/etc/passwd', { mode: 0o120777 }],
      ['b', '', { mode: 0o020666 }],
      ['c', 'x', { mode: 0o100600 }],
    ]),
    files: { a: 'ZIP_LINK', b: 'ZIP_LINK', c: 'x' },
  },
  'another checksum': {
    bytes: zipOf([
      [...STORY, { crc: 1 }],
      ['b.txt', 'x'],
    ]),
    files: { 'story.txt': 'ZIP_BROKEN', 'b.txt': 'x' },
  },
  'less than it says': { bytes: zipOf([[...STORY, { size: 26 }]]), files: { 'story.txt': 'ZIP_BROKEN' } },
  'more than it says': { bytes: zipOf([[...STORY, { size: 24 }]]), files: { 'story.txt': 'FILE_UNPACKS' } },
  'more than the nothing that it says': {
    bytes: zipOf([[...STORY, { size: 0 }]]),
    files: { 'story.txt': 'FILE_UNPACKS' },
  },
  'data that is none': {
    bytes: zipOf([['a.txt', Buffer.alloc(9, 0xff), { method: 0 }]]).map((byte, index) =>
      index === 8 ? 8 : byte,
    ) as Buffer,
    files: { 'a.txt': 'ZIP_BROKEN' },
  },
  'another name before its data': {
    bytes: zipOf([[...STORY, { localName: 'notes.txt' }]]),
    files: { 'story.txt': 'ZIP_BROKEN' },
  },
  'packed very small': {
    bytes: zipOf([['a.txt', Buffer.alloc(2 * KIB * KIB, ' ')], STORY]),
    files: { 'a.txt': 'FILE_UNPACKS', 'story.txt': STORY[1] },
  },
  'larger than a story': {
    bytes: zipOf([['a.bin', Buffer.alloc(4 * KIB * KIB + 1), { method: 0 }], STORY]),
    files: { 'a.bin': 'FILE_UNPACKS', 'story.txt': STORY[1] },
  },
};

/** Archives of which nothing is read. */
export const refusedZips: Readonly<Record<string, readonly [bytes: Buffer, problem: string]>> = {
  'no bytes': [Buffer.alloc(0), 'ZIP_BROKEN'],
  'no archive': [Buffer.from('It sank. '.repeat(9)), 'ZIP_BROKEN'],
  'its end is cut off': [zipOf([STORY]).subarray(0, -1), 'ZIP_BROKEN'],
  'its beginning is cut off': [zipOf([STORY]).subarray(1), 'ZIP_BROKEN'],
  'something before it': [Buffer.concat([Buffer.from('x'), zipOf([STORY])]), 'ZIP_BROKEN'],
  'fewer files than it says': [zipOf([STORY], { count: 2 }), 'ZIP_BROKEN'],
  'more files than it says': [zipOf([STORY, ['b.txt', 'x']], { count: 1 }), 'ZIP_BROKEN'],
  'no files, it says': [zipOf([STORY], { count: 0 }), 'ZIP_BROKEN'],
  'one of several': [at(zipOf([STORY]), (bytes, end) => bytes.writeUInt16LE(1, end + 4)), 'ZIP_BROKEN'],
  'its directory ends earlier': [
    at(zipOf([STORY]), (bytes, end) => bytes.writeUInt32LE(9, end + 12)),
    'ZIP_BROKEN',
  ],
  'its directory is elsewhere': [
    at(zipOf([STORY]), (bytes, end) => bytes.writeUInt32LE(0, end + 16)),
    'ZIP_BROKEN',
  ],
  'its end says two things': [
    at(zipOf([STORY], { large: true }), (bytes, end) => bytes.writeUInt16LE(2, end + 10)),
    'ZIP_BROKEN',
  ],
  'its large end is elsewhere': [
    at(zipOf([STORY], { large: true }), (bytes, end) => bytes.writeUInt32LE(3, end - 12)),
    'ZIP_BROKEN',
  ],
  'a number that no archive has': [
    at(zipOf([STORY], { large: true }), (bytes, end) => bytes.writeUInt32LE(0xffffffff, end - 20 - 8 + 4)),
    'ZIP_BROKEN',
  ],
  'a size that stands nowhere': [zipOf([[...STORY, { size: 0xffffffff }]]), 'ZIP_BROKEN'],
  'very many files': [
    zipOf(Array.from({ length: 21 }, (_, index): [string, string] => [`${index}.txt`, 'x'])),
    'ZIP_TOO_MANY',
  ],
  'very much together, it says': [
    zipOf([1, 2, 3].map((index) => [`${index}.txt`, 'x', { size: 3.5 * KIB * KIB }] as const)),
    'FILE_UNPACKS',
  ],
  'two files in one place': [zipOf([STORY, [...STORY, { offset: 0 }]]), 'ZIP_OVERLAPS'],
  'a file over the next': [
    zipOf([
      [...STORY, { packed: 90 }],
      ['b.txt', 'x'],
    ]),
    'ZIP_OVERLAPS',
  ],
  'a file over the directory': [zipOf([[...STORY, { packed: 90 }]]), 'ZIP_OVERLAPS'],
  'a file beyond the archive': [zipOf([[...STORY, { offset: 1_000_000 }]]), 'ZIP_OVERLAPS'],
};
