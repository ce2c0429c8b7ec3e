/** Stories for the rules of the audit, made of words: nothing is counted by hand. */
import {
  CasualtyDetails,
  type Claim,
  FactDetails,
  SourceDetails,
  type VerdictValue,
} from '../../server/contract/claims.ts';
import type { Span } from '../../server/contract/common.ts';
import type {
  Attribution,
  AuditedCitation,
  PlacedClaim,
  RegisteredSource,
  StoryFacts,
} from '../../server/domain/audit/story.ts';

interface MarkedAny {
  readonly id: string;
  /** The marked words; `it#2` is where they stand for the second time. */
  readonly quote: string;
  readonly by?: readonly string[];
  readonly sameFactAs?: string;
  readonly verdict?: VerdictValue;
  readonly expired?: true;
  readonly status?: Claim['status'];
}
interface MarkedCount extends MarkedAny {
  readonly kind: 'casualty_count';
  readonly details?: Partial<CasualtyDetails>;
}
interface MarkedFact extends MarkedAny {
  readonly kind: 'fact';
  readonly details?: Partial<FactDetails>;
}
interface MarkedSource extends MarkedAny {
  readonly kind: 'source';
  readonly details?: Partial<SourceDetails>;
}
interface Said extends MarkedAny {
  readonly kind: 'attribution';
  readonly source?: string;
  readonly cue?: string;
  readonly content?: readonly string[];
  readonly via?: readonly { readonly sourceId?: string; readonly words?: string }[];
  readonly details?: Partial<Pick<Attribution['details'], 'mode' | 'basis' | 'sourceId' | 'carriedOver'>>;
}
export type Mark = MarkedCount | MarkedFact | MarkedSource | Said;
export type Cited = Partial<AuditedCitation> & { readonly claimId: string };
export type Registered = Partial<RegisteredSource> & { readonly id: string };

export interface StoryCase {
  /** One sentence to a line; a line in brackets is a headline. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly agency?: string;
  readonly sourceUrl?: string;
  readonly cited?: readonly Cited[];
  readonly sources?: readonly Registered[];
}

export function storyOf({ text, marks, agency, sourceUrl, cited = [], sources = [] }: StoryCase): StoryFacts {
  const claims = marks.map((mark) => claimOf(text, mark));
  const body = /^(?!\[)./m.exec(text);
  return {
    agency: agency ?? null,
    sourceUrl: sourceUrl ?? null,
    bodyStart: body?.index ?? 0,
    claims: claims.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
    citations: cited.map((given, at) => ({
      ...CITATION,
      id: `citation ${at}`,
      evidenceId: `evidence ${at}`,
      fileId: null,
      ...given,
    })),
    sources: new Map(sources.map((given) => [given.id, { ...SOURCE, name: given.id, ...given }])),
  };
}

const CITATION = {
  kind: 'document',
  title: 'Passenger list',
  publisher: null,
  url: null,
  stance: 'supports',
  locator: 'p. 1',
  quote: null,
} as const;
const SOURCE = { kind: 'person', confidential: false, aliases: [], affiliations: [] } as const;

/** Where words stand in a text. */
function spanIn(text: string, words: string): Span {
  const [quote = '', nth = '1'] = words.split('#');
  let start = -1;
  for (let found = 0; found < Number(nth); found++) {
    start = text.indexOf(quote, start + 1);
    if (start === -1) throw new Error(`“${words}” is not in the text`);
  }
  return { start, end: start + quote.length, quote };
}

const TIME = '2026-03-02T09:00:00.000Z';

function claimOf(text: string, mark: Mark): PlacedClaim {
  const span = spanIn(text, mark.quote);
  const sentenceStart = text.lastIndexOf('\n', span.start) + 1;
  const end = text.indexOf('\n', span.start);
  const common = {
    id: mark.id,
    articleId: 'story',
    revision: 1,
    sentence: text.slice(0, sentenceStart).split('\n').length - 1,
    version: 1,
    span,
    sentenceText: text.slice(sentenceStart, end === -1 ? text.length : end),
    sentenceStart,
    status: mark.status ?? 'unchecked',
    summary: null,
    assigneeId: null,
    createdBy: 'editor',
    createdAt: TIME,
    attributionIds: [...(mark.by ?? [])],
    sameFactAs: mark.sameFactAs ?? null,
    verdict: verdictOf(mark),
    review: null,
    citationCount: 0,
    openComments: 0,
    outgrown: null,
    can: [],
  };
  return { ...common, ...contentOf(text, mark) };
}

function contentOf(text: string, mark: Mark): PlacedKind {
  switch (mark.kind) {
    case 'casualty_count':
      return {
        kind: mark.kind,
        details: { ...CasualtyDetails.parse({ outcome: 'killed' }), ...mark.details },
      };
    case 'fact':
      return { kind: mark.kind, details: { ...FactDetails.parse({ about: 'event' }), ...mark.details } };
    case 'source':
      return { kind: mark.kind, details: { ...SourceDetails.parse({}), ...mark.details } };
    case 'attribution':
      return { kind: mark.kind, details: detailsOf(text, mark) };
  }
}

type PlacedKind =
  | Pick<Extract<PlacedClaim, { kind: 'casualty_count' }>, 'kind' | 'details'>
  | Pick<Extract<PlacedClaim, { kind: 'fact' }>, 'kind' | 'details'>
  | Pick<Extract<PlacedClaim, { kind: 'source' }>, 'kind' | 'details'>
  | Pick<Attribution, 'kind' | 'details'>;

function detailsOf(
  text: string,
  { source, cue, content = [], via = [], details }: Said,
): Attribution['details'] {
  const place = (words: string | undefined) => (words === undefined ? null : spanIn(text, words));
  return {
    source: place(source),
    cue: place(cue),
    content: content.map((words) => spanIn(text, words)),
    via: via.map(({ sourceId, words }) => ({ sourceId: sourceId ?? null, span: place(words) })),
    mode: null,
    basis: null,
    sourceId: null,
    carriedOver: false,
    ...details,
  };
}

function verdictOf({ verdict, expired }: Mark): Claim['verdict'] {
  if (verdict === undefined) return null;
  const given = { verdict, reason: 'The register says so.', correction: null, by: 'editor', at: TIME };
  return {
    ...given,
    confirms: null,
    expired: expired === undefined ? null : { at: TIME, reasons: ['span'] },
  };
}
