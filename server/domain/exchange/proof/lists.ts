/** What stands behind a story: its sources and its evidence, each by its number in the proof. */
import type { Claim } from '../../../contract/claims.ts';
import type { ProofInput } from './model.ts';
import type { Numbers } from './notes.ts';
import { escaped, linked, when } from './pieces.ts';

export const listsOf = (input: ProofInput, claims: readonly Claim[], numbers: Numbers): string =>
  `<section class="lists">
<h2>Sources</h2>
${sourcesOf(input, claims, numbers)}
<h2>Evidence</h2>
${evidenceOf(input, numbers)}
</section>`;

function sourcesOf({ sources }: ProofInput, claims: readonly Claim[], numbers: Numbers): string {
  if (sources.length === 0) return '<p>No claim names a source of the register.</p>';
  const rows = sources.map(({ id, name, kind, confidential }) => {
    const naming = claims.filter((claim) => names(claim, id)).map((claim) => numbers.claims.get(claim.id));
    return `<tr><th scope="row">${numbers.sources.get(id) ?? ''}</th><td dir="auto">${escaped(name)}${confidential ? ' (confidential)' : ''}</td><td>${escaped(kind)}</td><td>${naming.join(', ')}</td></tr>`;
  });
  return table(['No.', 'Source', 'Kind', 'Notes'], rows);
}

function names(claim: Claim, sourceId: string): boolean {
  if (claim.kind === 'source') return claim.details.sourceId === sourceId;
  if (claim.kind !== 'attribution') return false;
  return claim.details.sourceId === sourceId || claim.details.via.some((step) => step.sourceId === sourceId);
}

function evidenceOf({ evidence, citations }: ProofInput, numbers: Numbers): string {
  const live = evidence.filter(({ withdrawn }) => !withdrawn);
  if (live.length === 0) return '<p>No evidence is kept for this story.</p>';
  const rows = live.map(({ id, kind, title, publisher, url, accessedAt, file, snapshot }) => {
    const citing = citations.filter((citation) => citation.evidenceId === id && !citation.withdrawn);
    // In the order of the story, and not of when each was cited.
    const citedBy = new Set(citing.map(({ claimId }) => claimId));
    const notes = [...numbers.claims].flatMap(([claimId, note]) => (citedBy.has(claimId) ? note : []));
    const where = [
      publisher === null ? '' : escaped(publisher),
      url === null ? '' : linked(url),
      accessedAt === null ? '' : `seen ${when(accessedAt)}`,
      file === null ? '' : `${escaped(file.name)}, SHA-256 <span class="hash">${escaped(file.sha256)}</span>`,
      snapshot === null
        ? ''
        : `text kept ${when(snapshot.takenAt)}, SHA-256 <span class="hash">${escaped(snapshot.sha256)}</span>`,
    ].filter((part) => part !== '');
    return `<tr><th scope="row">${numbers.evidence.get(id) ?? ''}</th><td dir="auto">${escaped(title)}<br>${where.join('<br>')}</td><td>${escaped(kind)}</td><td>${notes.join(', ')}</td></tr>`;
  });
  return table(['No.', 'Evidence', 'Kind', 'Notes'], rows);
}

const table = (heads: readonly string[], rows: readonly string[]) =>
  `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
