/**
 * A story as a news item of ninjs 3.1 (https://iptc.org/standards/ninjs/), for the system that sent it or another one:
 * its text as it stands, each verified claim as an associated item, and what has to be corrected as a note to editors.
 *
 * It bears the identifiers that it arrived under, and their version as long as nobody changed its text here.
 */
import type { Arrival } from '../../contract/arrivals.ts';
import type { Block } from '../../contract/articles.ts';
import type { Claim } from '../../contract/claims.ts';
import type { ProofInput } from './proof/model.ts';
import { escaped, when } from './proof/pieces.ts';
import { detailsInWords, KIND, STANCE, VERDICT } from './proof/words.ts';

export interface NinjsInput {
  readonly proof: Omit<ProofInput, 'article'> & {
    readonly article: ProofInput['article'] & { readonly id: string; readonly createdAt: string };
  };
  /** The newest file that the story came as; null where it came as none. */
  readonly arrival: Pick<
    Arrival,
    'identifiers' | 'version' | 'versionCreated' | 'status' | 'embargoedUntil' | 'editorialNote' | 'revision'
  > | null;
  /** Where Claimdesk is. */
  readonly origin: string;
}

/** Verified, and so handed out as an item of its own. */
export const isVerified = ({ status, verdict }: Claim): boolean =>
  status === 'passed' && verdict?.verdict === 'accurate';

/** Found wrong by two people. */
export const isToCorrect = ({ status, verdict }: Claim): boolean =>
  status === 'passed' && verdict?.verdict === 'inaccurate';

/** Left out of an item where there is nothing to say. */
type Item = Record<string, unknown>;
const said = (item: Item): Item =>
  Object.fromEntries(
    Object.entries(item).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

export function storyNinjs({ proof, arrival, origin }: NinjsInput): string {
  const { article, claims } = proof;
  const { text, blocks, number } = article.revision;
  const [first, ...others] = arrival?.identifiers ?? [];
  const isKnown = first !== undefined && isUri(first.value);
  const wordsOf = ({ start, end }: Block) => text.slice(start, end);
  const { headline, standfirst, body } = parted(blocks, wordsOf);
  const item = said({
    uri: isKnown ? first.value : `urn:uuid:${article.id}`,
    type: 'text',
    ...versionOf(arrival, number),
    firstCreated: article.publishedAt,
    embargoedUntil: arrival?.embargoedUntil,
    pubStatus: STATUS.has(arrival?.status ?? '') ? arrival?.status : null,
    edNote: noteOf(proof, arrival?.editorialNote ?? null),
    language: article.language,
    headlines: [
      ...(headline === null ? [] : [{ role: 'main', contentType: PLAIN, value: wordsOf(headline) }]),
      ...(standfirst === null
        ? []
        : [{ role: 'subheadline', contentType: PLAIN, value: wordsOf(standfirst) }]),
    ],
    slugline: article.title,
    by: article.byline,
    located: article.dateline,
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        value: body.map((block) => elementOf(block.role, escaped(wordsOf(block)))).join('\n'),
      },
    ],
    infoSources: article.agency === null ? [] : [{ name: article.agency }],
    altIds: altIdsOf([...(isKnown || first === undefined ? [] : [first]), ...others], article.sourceUrl),
    associations: claims.filter(isVerified).map((claim) => associationOf(claim, proof, origin)),
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
  });
  return `${JSON.stringify(item, null, 2)}\n`;
}

const PLAIN = 'text/plain';
const STATUS: ReadonlySet<string> = new Set(['usable', 'withheld', 'canceled']);

/** With a scheme, and nothing in it that RFC 3986 does not let stand in one. */
const isUri = (value: string): boolean =>
  /^[a-z][a-z\d+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i.test(value) && URL.canParse(value);

/** A text that was changed here is no version of whoever sent it; one that came as no file has its own numbers. */
function versionOf(arrival: NinjsInput['arrival'], revision: number): Item {
  if (arrival === null) return { version: String(revision) };
  return arrival.revision === revision
    ? { version: arrival.version, versionCreated: arrival.versionCreated }
    : {};
}

/** Longer ones are words of the body: readers have room for so many UTF-16 code units, ours as well. */
const MOST_HEADLINE = 500;

/**
 * The headline that the text begins with, a standfirst right under it, and all the rest. A headline stands in the body as
 * well where what follows repeats it: a reader takes the first of two that are the same for one.
 */
function parted(
  blocks: readonly Block[],
  wordsOf: (block: Block) => string,
): { headline: Block | null; standfirst: Block | null; body: readonly Block[] } {
  const [first, second] = blocks;
  if (first?.role !== 'headline' || wordsOf(first).length > MOST_HEADLINE)
    return { headline: null, standfirst: null, body: blocks };
  const standfirst = second?.role === 'standfirst' && wordsOf(second).length <= MOST_HEADLINE ? second : null;
  const body = blocks.slice(standfirst === null ? 1 : 2);
  const repeats = body[0] !== undefined && wordsOf(body[0]) === wordsOf(first);
  return { headline: first, standfirst, body: repeats ? [first, ...body] : body };
}

function elementOf(role: Block['role'], words: string): string {
  switch (role) {
    case 'headline':
    case 'heading':
      return `<h2>${words}</h2>`;
    case 'quote':
      return `<blockquote><p>${words}</p></blockquote>`;
    case 'caption':
      return `<figure><figcaption>${words}</figcaption></figure>`;
    case 'paragraph':
      return `<p>${words}</p>`;
    default:
      return `<p class="${role}">${words}</p>`;
  }
}

function altIdsOf(
  identifiers: readonly { readonly scheme: string; readonly value: string }[],
  sourceUrl: string | null,
): Item[] {
  const isTold = identifiers.some(({ value }) => value === sourceUrl);
  return [
    ...identifiers.map(({ scheme: role, value }) => ({ role, value })),
    ...(sourceUrl === null || isTold ? [] : [{ role: 'web', value: sourceUrl }]),
  ];
}

/** What came with the story, and below it what it says that is not so. */
function noteOf({ claims, people }: NinjsInput['proof'], note: string | null): string | null {
  const corrections = claims.filter(isToCorrect).map(({ span, verdict }) => {
    const right = verdict?.correction ?? null;
    const instead = right === null ? ' is not so' : `: should be “${right}”`;
    const by = people.get(verdict?.by ?? '') ?? 'someone';
    return `CORRECTION: “${span.quote}”${instead}. ${verdict?.reason ?? ''} (${by}, ${when(verdict?.at ?? '')})`;
  });
  const notes = [...(note === null ? [] : [note]), ...corrections];
  return notes.length === 0 ? null : notes.join('\n');
}

/** A claim as an item beside the story: its words, what it claims, why it holds, and what that rests on. */
function associationOf(claim: Claim, proof: NinjsInput['proof'], origin: string): Item {
  const { verdict, review } = claim;
  const describe = (role: string, value: string) => ({ role, contentType: PLAIN, value });
  const details = detailsInWords(claim);
  const name = (id: string | undefined) => proof.people.get(id ?? '') ?? 'someone';
  return said({
    name: `${KIND[claim.kind]}: ${claim.span.quote}`,
    rel: 'verifiedClaim',
    uri: `${origin}/api/claims/${claim.id}`,
    type: 'component',
    versionCreated: review?.at ?? verdict?.at,
    language: proof.article.language,
    headlines: [{ role: 'main', contentType: PLAIN, value: claim.span.quote }],
    descriptions: [
      ...(claim.summary === null ? [] : [describe('summary', claim.summary)]),
      ...(details === '' ? [] : [describe('details', details)]),
      ...(verdict === null
        ? []
        : [describe('verdict', `${VERDICT[verdict.verdict]}, ${name(verdict.by)}: ${verdict.reason}`)]),
      ...(review === null ? [] : [describe('review', `Passed by ${name(review.by)}`)]),
      ...evidenceOf(claim, proof).map((words) => describe('evidence', words)),
    ],
    subjects: [{ name: KIND[claim.kind], rel: 'claimKind', literal: claim.kind }],
    infoSources: saidBy(claim, proof).map((source) => ({ name: source, role: 'saidBy' })),
  });
}

/** Who says it, by attributions that are linked to it or are it; of a confidential source its printed description. */
function saidBy(claim: Claim, { claims, sources }: NinjsInput['proof']): string[] {
  const byId = new Map(sources.map((source) => [source.id, source.name]));
  const attributions = [claim, ...claims.filter(({ id }) => claim.attributionIds.includes(id))].flatMap(
    (one) => (one.kind === 'attribution' && one.status !== 'withdrawn' ? [one.details] : []),
  );
  const own = claim.kind === 'source' ? [byId.get(claim.details.sourceId ?? '')] : [];
  const names = attributions.map(({ sourceId, source }) => byId.get(sourceId ?? '') ?? source?.quote);
  return [...new Set([...own, ...names].filter((name) => name !== undefined))];
}

function evidenceOf({ id: claimId }: Claim, { citations, evidence }: NinjsInput['proof']): string[] {
  const byId = new Map(evidence.map((one) => [one.id, one]));
  return citations.flatMap((cited) => {
    const found = byId.get(cited.evidenceId);
    if (cited.claimId !== claimId || cited.withdrawn || found === undefined || found.withdrawn) return [];
    const quote = cited.quote === null ? null : `“${cited.quote}”`;
    const parts = [
      `${STANCE[cited.stance]}: ${found.title}`,
      found.publisher,
      cited.locator,
      quote,
      found.url,
    ];
    return [parts.filter((part) => part !== null).join(' · ')];
  });
}
