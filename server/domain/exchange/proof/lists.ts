/** What stands behind a story: its sources and its evidence, each by its number in the proof. */
import type { Claim } from '../../../contract/claims.ts';
import type { Snapshot } from '../../../contract/evidence.ts';
import type { ProofInput } from './model.ts';
import type { Numbers } from './notes.ts';
import { escaped, linked, when } from './pieces.ts';

export interface SourceRow {
  readonly number: string;
  readonly name: string;
  readonly kind: string;
  /** The numbers of the notes that name it. */
  readonly notes: readonly string[];
}

export interface EvidenceRow {
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  /** Where it is to be found, a line each. */
  readonly where: readonly Line[];
  readonly notes: readonly string[];
}

/** Plain words, and a digest or an address behind them. */
export interface Line {
  readonly words: string;
  readonly digest?: string;
  readonly address?: string;
}

/** The sources that claims name, in the order of the text. */
export const sourceRows = (
  { sources }: ProofInput,
  claims: readonly Claim[],
  numbers: Numbers,
): SourceRow[] =>
  sources.map(({ id, name, kind, confidential }) => ({
    number: numbers.sources.get(id) ?? '',
    name: `${name}${confidential ? ' (confidential)' : ''}`,
    kind,
    notes: claims.filter((claim) => names(claim, id)).flatMap((claim) => numbers.claims.get(claim.id) ?? []),
  }));

function names(claim: Claim, sourceId: string): boolean {
  if (claim.kind === 'source') return claim.details.sourceId === sourceId;
  if (claim.kind !== 'attribution') return false;
  return claim.details.sourceId === sourceId || claim.details.via.some((step) => step.sourceId === sourceId);
}

/** The evidence that was not withdrawn. */
export function evidenceRows({ evidence, citations }: ProofInput, numbers: Numbers): EvidenceRow[] {
  const live = evidence.filter(({ withdrawn }) => !withdrawn);
  return live.map(({ id, kind, title, publisher, url, accessedAt, file, snapshot }) => {
    const citing = citations.filter((citation) => citation.evidenceId === id && !citation.withdrawn);
    // In the order of the story, and not of when each was cited.
    const citedBy = new Set(citing.map(({ claimId }) => claimId));
    const where: Line[] = [];
    if (publisher !== null) where.push({ words: publisher });
    if (url !== null) where.push({ words: '', address: url });
    if (accessedAt !== null) where.push({ words: `seen ${when(accessedAt)}` });
    if (file !== null) where.push({ words: `${file.name}, SHA-256 `, digest: file.sha256 });
    if (snapshot !== null)
      where.push({
        words: `${keptHow(snapshot, url)} ${when(snapshot.takenAt)}, SHA-256 `,
        digest: snapshot.sha256,
      });
    return {
      number: numbers.evidence.get(id) ?? '',
      ...{ title, kind, where },
      notes: [...numbers.claims].flatMap(([claimId, note]) => (citedBy.has(claimId) ? note : [])),
    };
  });
}

/** A page may have come from where its address led. */
function keptHow({ fetchedFrom }: Snapshot, url: string | null): string {
  if (fetchedFrom === null) return 'text kept';
  return fetchedFrom === url ? 'text fetched' : `text fetched from ${fetchedFrom}`;
}

/** Both as HTML. */
export const listsOf = (input: ProofInput, claims: readonly Claim[], numbers: Numbers): string =>
  `<section class="lists">
<h2>Sources</h2>
${sourcesOf(sourceRows(input, claims, numbers))}
<h2>Evidence</h2>
${evidenceOf(evidenceRows(input, numbers))}
</section>`;

export const NO_SOURCES = 'No claim names a source of the register.';
export const NO_EVIDENCE = 'No evidence is kept for this story.';

function sourcesOf(rows: readonly SourceRow[]): string {
  if (rows.length === 0) return `<p>${NO_SOURCES}</p>`;
  return table(
    ['No.', 'Source', 'Kind', 'Notes'],
    rows.map(
      ({ number, name, kind, notes }) =>
        `<tr><th scope="row">${number}</th><td dir="auto">${escaped(name)}</td><td>${escaped(kind)}</td><td>${notes.join(', ')}</td></tr>`,
    ),
  );
}

function evidenceOf(rows: readonly EvidenceRow[]): string {
  if (rows.length === 0) return `<p>${NO_EVIDENCE}</p>`;
  return table(
    ['No.', 'Evidence', 'Kind', 'Notes'],
    rows.map(
      ({ number, title, kind, where, notes }) =>
        `<tr><th scope="row">${number}</th><td dir="auto">${escaped(title)}<br>${where.map(lineOf).join('<br>')}</td><td>${escaped(kind)}</td><td>${notes.join(', ')}</td></tr>`,
    ),
  );
}

const lineOf = ({ words, digest, address }: Line) =>
  `${escaped(words)}${digest === undefined ? '' : `<span class="hash">${escaped(digest)}</span>`}${address === undefined ? '' : linked(address)}`;

const table = (heads: readonly string[], rows: readonly string[]) =>
  `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
