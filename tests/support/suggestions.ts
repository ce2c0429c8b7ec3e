/** Suggestions of the ferry story, made by hand: tests of what people do with them hang on no rule about English. */
import { GetArticle } from '../../server/contract/articles.ts';
import { AttributionDetails, CasualtyDetails, type KindAndDetails } from '../../server/contract/claims.ts';
import { ReviseArticle } from '../../server/contract/revisions.ts';
import { ListSuggestions, type Suggestion } from '../../server/contract/suggestions.ts';
import type { Passage, Proposal } from '../../server/domain/extraction/model.ts';
import { spanOf } from './claims.ts';
import { answer } from './contract.ts';
import type { Person } from './desk.ts';

const DIED = 'At least 41 people died when a ferry sank off Lindholm on Tuesday';
const AMONG = 'Nine children were among the dead';

interface Made {
  readonly quote: string;
  readonly claim: (text: string, at: number) => KindAndDetails;
  readonly confidence: number;
  readonly by?: string;
  readonly partOf?: string;
  readonly sourceName?: string;
}

const saying = (source: string, cue: string) => (text: string, at: number) => ({
  kind: 'attribution' as const,
  details: AttributionDetails.parse({
    source: spanOf(text, source, at),
    cue: spanOf(text, cue, at),
    mode: 'indirect',
    basis: 'named',
  }),
});
const count = (details: object) => () => ({
  kind: 'casualty_count' as const,
  details: CasualtyDetails.parse({ outcome: 'killed', ...details }),
});

/** By key, which is the rule as well. Where the words are not in a text, nothing is proposed. */
const MADE: Readonly<Record<string, Made>> = {
  office_says: {
    quote: DIED,
    claim: saying('the harbour office', 'said'),
    confidence: 0.9,
    sourceName: 'Harbour Office',
  },
  toll: {
    quote: 'At least 41 people',
    claim: count({ low: 41, modifier: 'at_least', wording: 'At least 41' }),
    confidence: 0.8,
    by: 'office_says',
  },
  moor_says: { quote: AMONG, claim: saying('Ada Moor', 'said'), confidence: 0.7, sourceName: 'Ada Moor' },
  children: {
    quote: 'Nine children',
    claim: count({
      low: 9,
      best: 9,
      high: 9,
      modifier: 'exact',
      victims: { category: 'child', label: 'children' },
    }),
    confidence: 0.6,
    by: 'moor_says',
    partOf: 'toll',
  },
  moor: {
    quote: 'Ada Moor',
    claim: () => ({ kind: 'source', details: { sourceId: null, titleAsPrinted: 'who heads the hospital' } }),
    confidence: 0.5,
    sourceName: 'Ada Moor',
  },
  room: {
    quote: '120 passengers',
    claim: () => ({ kind: 'fact', details: { about: 'quantity', value: '120' } }),
    confidence: 0.4,
  },
};

/** For a desk: reads English alone. */
export function ferryExtractor({ text, sentences, language }: Passage): Proposal[] | null {
  if (language !== 'en') return null;
  return Object.entries(MADE)
    .flatMap(([key, made]): Proposal[] => {
      if (!text.includes(made.quote)) return [];
      const span = spanOf(text, made.quote);
      const sentence = sentences.findIndex(({ start, end }) => start <= span.start && span.start < end);
      const { confidence, by, partOf = null, sourceName = null } = made;
      const found = { key, rule: key, why: `made by hand: ${key}`, confidence, partOf, sourceName };
      const attributedBy = by === undefined ? [] : [by];
      return [{ ...made.claim(text, span.start), ...found, span, sentence, attributedBy }];
    })
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

export const suggestionsPath = ({ id }: { id: string }, rest = '') =>
  `/api/articles/${id}/suggestions${rest}`;

export const listSuggestions = async (as: Person, story: { id: string }, query = '') =>
  answer(ListSuggestions, await as.get(suggestionsPath(story, query)));

/** The suggestion of one rule of the above. */
export async function suggested(as: Person, story: { id: string }, rule: string): Promise<Suggestion> {
  const found = (await listSuggestions(as, story)).items.find((item) => item.rule === rule);
  if (found === undefined) throw new Error(`nothing is suggested by ${rule}`);
  return found;
}

/** Another text of a story, as one that is written here is stored: its claims go along. */
export async function storeRevision(as: Person, story: { id: string }, text: string): Promise<void> {
  const { revision } = answer(GetArticle, await as.get(`/api/articles/${story.id}`));
  const body = { baseRevision: revision.number, text };
  answer(ReviseArticle, await as.post(`/api/articles/${story.id}/revisions`, body));
}
