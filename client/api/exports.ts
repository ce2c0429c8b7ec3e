/** Lists that leave the desk. They are files: the browser fetches them by a link, not this page. */
import { ExportCorrections } from '../../server/contract/corrections.ts';
import type { QueryInput } from '../../server/contract/endpoint.ts';
import { ExportClaims } from '../../server/contract/exports.ts';
import {
  CLAIM_FORMATS,
  CORRECTION_FORMATS,
  CorrectionFormat,
  ExportFormat,
  PROOF_FORMATS,
  ProofFormat,
  STORY_FORMATS,
} from '../../server/contract/formats.ts';
import { GetProof } from '../../server/contract/sign-off.ts';
import { ExportStory } from '../../server/contract/stories.ts';
import { addressOf } from './http.ts';

/** A file that can be taken away, for `<a href download>`. */
export interface ExportLink {
  readonly label: string;
  /** One sentence: what the format is for. */
  readonly use: string;
  readonly href: string;
}

/** Claims, a link for each format. Without status and verdict: the verified claims alone. */
export const exportLinks = (query: Omit<QueryInput<typeof ExportClaims>, 'format'>): ExportLink[] =>
  ExportFormat.options.map((format) => {
    const { label, use } = CLAIM_FORMATS[format];
    return { label, use, href: addressOf(ExportClaims.path, {}, { ...query, format }) };
  });

/** The same for corrections. */
export const correctionLinks = (query: Omit<QueryInput<typeof ExportCorrections>, 'format'>): ExportLink[] =>
  CorrectionFormat.options.map((format) => {
    const { label, use } = CORRECTION_FORMATS[format];
    return { label, use, href: addressOf(ExportCorrections.path, {}, { ...query, format }) };
  });

/** A story's checking proof, to be kept. */
export const proofLinks = (articleId: string): ExportLink[] =>
  ProofFormat.options.map((format) => {
    const { label, use } = PROOF_FORMATS[format];
    return { label, use, href: addressOf(GetProof.path, { articleId }, { format, download: 'true' }) };
  });

/** A story with everything in it. */
export function storyLink(articleId: string): ExportLink {
  const { label, use } = STORY_FORMATS.claimdesk;
  return { label, use, href: addressOf(ExportStory.path, { articleId }, {}) };
}
