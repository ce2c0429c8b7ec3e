/** Who may do what with an entry of the register: each row a person and an entry, with all that is decided of them. */
const reader = { id: 'reader', name: 'Ada', role: 'editor' } as const;
const editor = { id: 'editor', name: 'Bo', role: 'editor' } as const;
const reviewer = { ...editor, role: 'reviewer' } as const;
const admin = { ...editor, role: 'admin' } as const;
const viewer = { ...editor, role: 'viewer' } as const;
const reading = { ...reader, role: 'viewer' } as const;

const open = { confidential: false, mergedIntoId: null, readerIds: [] };
const kept = { confidential: true, mergedIntoId: null, readerIds: ['reader'] };
const merged = { ...open, mergedIntoId: 'other' };
const keptAndMerged = { ...kept, mergedIntoId: 'other' };

const all = (code: string) => ({
  edit: code,
  merge: code,
  unmerge: code,
  make_confidential: code,
  make_open: code,
  read_identity: code,
});
const OPEN = {
  ...all('yes'),
  unmerge: 'NOT_MERGED',
  make_open: 'NOT_CONFIDENTIAL',
  read_identity: 'NOT_CONFIDENTIAL',
};
const MERGED = { ...all('MERGED'), unmerge: 'yes', read_identity: 'NOT_CONFIDENTIAL' };

export const sourcePermissionCases = {
  'an editor keeps an open entry': { who: editor, source: open, expected: OPEN },
  'a reviewer as well': { who: reviewer, source: open, expected: OPEN },
  'an admin as well': { who: admin, source: open, expected: OPEN },
  'a viewer changes nothing': {
    who: viewer,
    source: open,
    expected: { ...all('NEEDS_EDITOR'), read_identity: 'NOT_CONFIDENTIAL' },
  },
  'a merged entry is only parted again': { who: editor, source: merged, expected: MERGED },
  'a viewer does not part it': {
    who: viewer,
    source: merged,
    expected: { ...all('NEEDS_EDITOR'), read_identity: 'NOT_CONFIDENTIAL' },
  },
  'a reader keeps a confidential entry': {
    who: reader,
    source: kept,
    expected: { ...all('yes'), unmerge: 'NOT_MERGED' },
  },
  'an editor who is none does not': {
    who: editor,
    source: kept,
    expected: { ...all('NOT_A_READER'), unmerge: 'NOT_MERGED' },
  },
  'an admin who is none does not either': {
    who: admin,
    source: kept,
    expected: { ...all('NOT_A_READER'), unmerge: 'NOT_MERGED' },
  },
  'a viewer who is named reads, and does nothing else': {
    who: reading,
    source: kept,
    expected: { ...all('NEEDS_EDITOR'), read_identity: 'yes' },
  },
  'a viewer who is not named does not read': {
    who: viewer,
    source: kept,
    expected: { ...all('NEEDS_EDITOR'), read_identity: 'NOT_A_READER' },
  },
  'a reader reads and parts a confidential entry that was merged': {
    who: reader,
    source: keptAndMerged,
    expected: { ...all('MERGED'), unmerge: 'yes', read_identity: 'yes' },
  },
  'an editor who is none does neither': {
    who: editor,
    source: keptAndMerged,
    expected: { ...all('MERGED'), unmerge: 'NOT_A_READER', read_identity: 'NOT_A_READER' },
  },
  'whoever is still named on an open entry is nobody special': {
    who: viewer,
    source: { ...open, readerIds: ['editor'] },
    expected: { ...all('NEEDS_EDITOR'), read_identity: 'NOT_CONFIDENTIAL' },
  },
} as const;

const a = { ...open, id: 'a' };
const b = { ...open, id: 'b' };
const keptA = { ...kept, id: 'a' };
const keptB = { ...kept, id: 'b' };

export const mergeCases = {
  'two open entries': { who: editor, from: a, into: b, expected: 'yes' },
  'by a viewer': { who: viewer, from: a, into: b, expected: 'NEEDS_EDITOR' },
  'into itself': { who: editor, from: a, into: a, expected: 'CIRCULAR' },
  'into what was merged into it': {
    who: editor,
    from: a,
    into: { ...b, mergedIntoId: 'a' },
    expected: 'CIRCULAR',
  },
  'into what was merged elsewhere': {
    who: editor,
    from: a,
    into: { ...b, mergedIntoId: 'c' },
    expected: 'MERGED',
  },
  'of what was merged, into itself': {
    who: editor,
    from: { ...a, mergedIntoId: 'b' },
    into: { ...a, mergedIntoId: 'b' },
    expected: 'MERGED',
  },
  'open into confidential, by a reader of it': {
    who: reader,
    from: a,
    into: keptB,
    expected: 'CONFIDENTIAL_MERGE',
  },
  'open into confidential': { who: editor, from: a, into: keptB, expected: 'CONFIDENTIAL_MERGE' },
  'confidential into open': { who: reader, from: keptA, into: b, expected: 'CONFIDENTIAL_MERGE' },
  'confidential into open by who may not know it': {
    who: editor,
    from: keptA,
    into: b,
    expected: 'NOT_A_READER',
  },
  'two confidential entries by a reader of both': { who: reader, from: keptA, into: keptB, expected: 'yes' },
  'by a reader of the first alone': {
    who: reader,
    from: keptA,
    into: { ...keptB, readerIds: ['editor'] },
    expected: 'NOT_A_READER',
  },
  'by a reader of the second alone': {
    who: editor,
    from: keptA,
    into: { ...keptB, readerIds: ['editor'] },
    expected: 'NOT_A_READER',
  },
  'by an admin who is a reader of neither': {
    who: admin,
    from: keptA,
    into: keptB,
    expected: 'NOT_A_READER',
  },
} as const;
