/** Files as they come back, and the heads they carry: a new way for a file to be spoilt is a new row. */

const A = '019f2a00-0000-7000-8000-00000000000a';
const B = '019f2a00-0000-7000-8000-00000000000b';
const HASH = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);
const HEADER = 'claim_id,story_id,sentence,story_head,story_head_hash';
const row = (story_id: string, story_head: unknown, story_head_hash: unknown = HASH) =>
  JSON.stringify({ claim_id: 'x', story_id, story_head, story_head_hash });
const json = (...claims: string[]) =>
  `{"format":"claimdesk-claims","version":1,"claims":[\n${claims.join('\n,')}]}\n`;

const head = (storyId: string, seq: number, hash = HASH) => ({ storyId, seq, hash });

const manifest = (...stories: object[]) =>
  JSON.stringify({
    format: 'claimdesk-manifest',
    version: 1,
    file: { format: 'xlsx' },
    counts: null,
    stories,
  });

export const headCases: Readonly<Record<string, { file: string; expected: unknown[] }>> = {
  'CSV with a byte order mark': {
    file: `\ufeff${HEADER}\r\nx,${A},It rained.,3,${HASH}\r\n`,
    expected: [head(A, 3)],
  },
  'CSV without one, saved with bare line ends': {
    file: `${HEADER}\nx,${A},It rained.,3,${HASH}\n`,
    expected: [head(A, 3)],
  },
  'CSV whose last line has no end': {
    file: `${HEADER}\r\nx,${A},It rained.,3,${HASH}`,
    expected: [head(A, 3)],
  },
  'CSV whose last cell is in quotation marks and has no end': {
    file: `${HEADER}\r\nx,${A},It rained.,3,"${HASH}"`,
    expected: [head(A, 3)],
  },
  'CSV with all cells in quotation marks': {
    file: `"${HEADER.replaceAll(',', '","')}"\r\n"x","${A}","It rained.","3","${HASH}"\r\n`,
    expected: [head(A, 3)],
  },
  'commas, line breaks and quotation marks in a cell': {
    file: `${HEADER}\r\nx,${A},"“It,\r\nhe said, ""rained"",\n",3,${HASH}\r\nx,${B},"""""",4,${OTHER}\r\n`,
    expected: [head(A, 3), head(B, 4, OTHER)],
  },
  'empty cells and empty lines': {
    file: `${HEADER}\r\n,${A},,3,${HASH}\r\n\r\n,${B},"",4,${HASH}\r\n\n`,
    expected: [head(A, 3), head(B, 4)],
  },
  'columns in another order, and more of them': {
    file: `story_head_hash,note,story_head,story_id\n${HASH},a,3,${A}\n`,
    expected: [head(A, 3)],
  },
  'a story once, however many claims it has': {
    file: `${HEADER}\nx,${A},a,3,${HASH}\nx,${B},b,3,${HASH}\nx,${A},c,3,${HASH}\n`,
    expected: [head(A, 3), head(B, 3)],
  },
  'a story at two heads': {
    file: `${row(A, 3)}\n${row(A, 5, OTHER)}\n`,
    expected: [head(A, 3), head(A, 5, OTHER)],
  },
  'a story at one head with two hashes': {
    file: `${row(A, 3)}\n${row(A, 3, OTHER)}\n`,
    expected: [head(A, 3), head(A, 3, OTHER)],
  },
  'JSON Lines': {
    file: `${row(A, 3)}\n${row(B, 2_147_483_647)}\n`,
    expected: [head(A, 3), head(B, 2_147_483_647)],
  },
  'JSON Lines whose last line has no end': {
    file: `${row(A, 3)}\n${row(B, 4)}`,
    expected: [head(A, 3), head(B, 4)],
  },
  'JSON Lines with empty lines and CR LF': { file: `\r\n${row(A, 3)}\r\n\r\n`, expected: [head(A, 3)] },
  JSON: { file: json(row(A, 3), row(B, 4)), expected: [head(A, 3), head(B, 4)] },
  'JSON that was laid out': {
    file: JSON.stringify(JSON.parse(json(row(A, 3))), null, 2),
    expected: [head(A, 3)],
  },
  'the manifest of a file of any format': {
    file: manifest(
      { id: A, claims: 2, head: 3, headHash: HASH },
      { id: B, claims: 1, head: 4, headHash: HASH },
    ),
    expected: [head(A, 3), head(B, 4)],
  },
  'an id in capitals': { file: `${row(A.toUpperCase(), 3)}\n`, expected: [head(A, 3)] },
};

const CUT = 'is cut off, or is no export of claims';
const NO_HEAD = 'does not say the head of its story in row 1';

export const unreadableCases: Readonly<Record<string, { file: string; says: string }>> = {
  'an empty file': { file: '', says: 'holds no claims, and proves nothing' },
  'no claims in CSV': { file: `\ufeff${HEADER}\r\n`, says: 'holds no claims, and proves nothing' },
  'no claims in JSON': { file: json(), says: 'holds no claims, and proves nothing' },
  'CSV from before heads were exported': {
    file: 'claim_id,story_id\nx,y\n',
    says: 'has no column story_head',
  },
  'other words': { file: 'It rained.\nIt rained again.\n', says: 'has no column story_id' },
  'CSV cut off in a row': {
    file: `${HEADER}\nx,${A},a,3,${HASH}\nx,${A}`,
    says: 'is cut off: its last row is not whole',
  },
  'CSV cut off in a cell in quotation marks': { file: `${HEADER}\nx,${A},"It rai`, says: CUT },
  'a quotation mark within a bare cell, which nobody can read for sure': {
    file: `${HEADER}\nx,${A},5" of rain,3,${HASH}\n`,
    says: CUT,
  },
  'JSON Lines cut off': { file: `${row(A, 3)}\n${row(B, 3).slice(0, 40)}`, says: CUT },
  'JSON cut off': { file: json(row(A, 3)).slice(0, -4), says: CUT },
  'the manifest of a file that was cut off': {
    file: manifest(),
    says: 'holds no claims, and proves nothing',
  },
  'the manifest of a file from before heads were kept': {
    file: manifest({ id: A, claims: 2, head: null, headHash: null }),
    says: NO_HEAD,
  },
  'another JSON file': { file: '{"format":"another","claims":[]}', says: CUT },
  'JSON Lines from before heads were exported': {
    file: `{"claim_id":"x","story_id":"${A}"}\n`,
    says: NO_HEAD,
  },
  'an empty head in CSV': { file: `${HEADER}\nx,${A},a,,${HASH}\n`, says: NO_HEAD },
  'no head': { file: `${row(A, null)}\n`, says: NO_HEAD },
  'head 0': { file: `${row(A, 0)}\n`, says: NO_HEAD },
  'half a head': { file: `${row(A, 1.5)}\n`, says: NO_HEAD },
  'a head beyond counting': { file: `${row(A, 2_147_483_648)}\n`, says: NO_HEAD },
  'a hash that is too short': { file: `${row(A, 3, 'ab')}\n`, says: NO_HEAD },
  'a hash in other digits': { file: `${row(A, 3, 'xy'.repeat(32))}\n`, says: NO_HEAD },
  'a story without an id': { file: `${row('7', 3)}\n`, says: NO_HEAD },
  'what is wrong in a later row': {
    file: `${row(A, 3)}\n${row(A, 3)}\n${row(B, -1)}\n`,
    says: 'does not say the head of its story in row 3',
  },
};
