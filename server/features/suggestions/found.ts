/** From the claims that were found in a revision to rows of the table of suggestions. */
import { createHash } from 'node:crypto';
import { fingerprintOf } from '../../domain/extraction/fingerprint.ts';
import type { Passage, Proposal } from '../../domain/extraction/model.ts';
import type { Found, Reading } from '../../services.ts';

export type Extract = (passage: Passage) => Proposal[] | null;

/**
 * Find the claims of a revision, here and now: whoever must not wait has a thread of its own do it.
 *
 * @param extract handed in, so that only what reads texts loads what knows English, which takes seconds
 */
export function find(reading: Reading, extract: Extract): Found {
  const proposals = extract(reading);
  const rows = rowsOf(reading, proposals ?? []);
  return {
    supported: proposals !== null,
    ids: rows.map(({ id }) => id),
    rows: slices(rows, AT_ONCE).map((slice) => JSON.stringify(slice)),
  };
}

/** Rows: about half a megabyte, which is handed over in a few milliseconds. */
const AT_ONCE = 1_000;

const slices = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );

/** @param proposals in the order of the text: the same words a second time are known by their order */
function rowsOf({ articleId, number, text, sentences }: Reading, proposals: readonly Proposal[]) {
  const seen = new Map<string, number>();
  const ids = new Map<string, string>();
  const known = proposals.map((proposal) => {
    const { start = 0, end = 0 } = sentences[proposal.sentence] ?? {};
    const fingerprint = digestOf(fingerprintOf(proposal, text.slice(start, end))).slice(0, 32);
    const ordinal = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, ordinal + 1);
    const id = idOf(articleId, number, fingerprint, ordinal);
    ids.set(proposal.key, id);
    return { id, fingerprint, ordinal, proposal };
  });
  return known.map(({ proposal, ...row }) => ({
    ...row,
    kind: proposal.kind,
    details: proposal.details,
    ...proposal.span,
    sentence: proposal.sentence,
    rule: proposal.rule,
    why: proposal.why,
    confidence: proposal.confidence,
    part_of: proposal.partOf === null ? null : (ids.get(proposal.partOf) ?? null),
    attributed_by: proposal.attributedBy.flatMap((key) => ids.get(key) ?? []),
    source_name: proposal.sourceName,
  }));
}

const digestOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * The id of a suggestion: the same whenever and by whichever server it is found.
 *
 * In the form of a UUIDv7, which all ids here have: the time is the story's, and where chance would stand, a digest.
 */
function idOf(articleId: string, revision: number, fingerprint: string, ordinal: number): string {
  const time = articleId.slice(0, 13);
  const digest = digestOf([articleId, revision, fingerprint, ordinal].join('|'));
  const variant = '89ab'[Number.parseInt(digest[3] ?? '0', 16) % 4];
  return `${time}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}
