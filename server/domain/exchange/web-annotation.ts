/**
 * A claim as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/, in JSON-LD): what it says hangs on its words,
 * so that programs that know nothing of claims still find them.
 *
 * What the format cannot carry: who may do what, versions, the history, and that evidence was withdrawn. Details stand in
 * a body of their own as JSON, so that nothing else is lost.
 */
import type { Claim } from '../../contract/claims.ts';
import type { Comment } from '../../contract/comments.ts';
import type { Citation } from '../../contract/evidence.ts';
import { wholeGraphemes } from './code-points.ts';

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** As the protocol asks (https://www.w3.org/TR/annotation-protocol/, 4.1). */
export const ANNOTATION_TYPE = `application/ld+json; profile="${ANNOTATION_CONTEXT}"`;

export interface Annotated {
  readonly claim: Claim;
  /** Of the revision on which the claim is placed. */
  readonly text: string;
  /** Code points before an offset into that text: one for all claims of a text, which is gone through once then. */
  readonly points: (offset: number) => number;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly citations: readonly Citation[];
  readonly comments: readonly Comment[];
  /** By id. Whoever is not in it goes without a name. */
  readonly names: ReadonlyMap<string, string>;
  /** Where Claimdesk is, without a slash at its end. */
  readonly origin: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Words that go before and after a quotation, so that one of several is found: code units. */
const AROUND = 40;

/** The whole of a claim in one annotation: what was said of it is among its bodies. */
export function annotationOf(annotated: Annotated): Json {
  const { body, target, ...rest } = ofClaim(annotated);
  return { '@context': ANNOTATION_CONTEXT, ...rest, body: [...body, ...talkOf(annotated)], target };
}

/** A claim in a list: its annotation, and one for each comment, on it or on the comment that it answers. */
export function annotationsOf(annotated: Annotated): Json[] {
  return [ofClaim(annotated), ...repliesOf(annotated)];
}

const iriOf = ({ claim, origin }: Annotated) => `${origin}/api/claims/${claim.id}`;

function ofClaim(annotated: Annotated): Json & { readonly body: readonly Json[] } {
  const { claim, origin } = annotated;
  return {
    id: iriOf(annotated),
    type: 'Annotation',
    canonical: `urn:uuid:${claim.id}`,
    motivation: claim.verdict === null ? 'tagging' : 'assessing',
    creator: personOf(annotated, claim.createdBy),
    created: claim.createdAt,
    generator: { id: origin, type: 'Software', name: 'Claimdesk' },
    body: [...saidOf(annotated), ...checkedOf(annotated), ...evidenceOf(annotated)],
    target: targetOf(annotated),
  };
}

const personOf = ({ names }: Annotated, id: string): Json => {
  const name = names.get(id);
  return { id: `urn:uuid:${id}`, type: 'Person', ...(name === undefined ? {} : { name }) };
};

const words = (purpose: string, value: string, more: Json = {}): Json => ({
  ...{ type: 'TextualBody', purpose, value, format: 'text/plain' },
  ...more,
});

/** What it is: its kind, how far checking is, its details, and what an editor calls it. */
function saidOf({ claim }: Annotated): Json[] {
  const details = JSON.stringify({ kind: claim.kind, details: claim.details });
  return [
    words('tagging', claim.kind),
    words('classifying', claim.status),
    words('describing', details, { format: 'application/json' }),
    ...(claim.summary === null ? [] : [words('describing', claim.summary)]),
  ];
}

/** Only what holds: a verdict that expired is none, and so is a review that was reopened. */
function checkedOf(annotated: Annotated): Json[] {
  const { verdict, review } = annotated.claim;
  const bodies: Json[] = [];
  if (verdict !== null && verdict.expired === null) {
    const by = { creator: personOf(annotated, verdict.by), created: verdict.at };
    bodies.push(words('assessing', `${verdict.verdict}: ${verdict.reason}`, by));
    if (verdict.correction !== null) bodies.push(words('editing', verdict.correction, by));
  }
  if (review !== null && review.reopened === null) {
    const reason = [review.reasonCode, review.note].filter((part) => part !== null).join(': ');
    const value = reason === '' ? review.decision : `${review.decision}: ${reason}`;
    const by = { creator: personOf(annotated, review.by), created: review.at };
    bodies.push(words('moderating', value, by));
  }
  return bodies;
}

function evidenceOf(annotated: Annotated): Json[] {
  return annotated.citations.flatMap((citation) => {
    const { evidence, stance, locator, quote } = citation;
    if (citation.withdrawn || evidence.withdrawn) return [];
    const by = { creator: personOf(annotated, citation.createdBy), created: citation.createdAt };
    const told = [`${stance}: ${evidence.title}`, evidence.publisher, locator, quote && `“${quote}”`];
    const line = words('linking', told.filter(Boolean).join(' · '), by);
    if (evidence.url === null) return [line];
    const selector = quote === null ? {} : { selector: { type: 'TextQuoteSelector', exact: quote } };
    return [{ type: 'SpecificResource', purpose: 'linking', source: evidence.url, ...selector, ...by }, line];
  });
}

/** An answer says so; what was withdrawn is not said any more. */
function talkOf(annotated: Annotated): Json[] {
  return annotated.comments
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ parentId, body, createdBy, createdAt }) =>
      words(parentId === null ? 'commenting' : 'replying', body, {
        creator: personOf(annotated, createdBy),
        created: createdAt,
      }),
    );
}

/** A comment that was withdrawn is not there; what answers it then is on the claim. */
function repliesOf(annotated: Annotated): Json[] {
  const iri = iriOf(annotated);
  const shown = annotated.comments.filter(({ withdrawn }) => !withdrawn);
  const ids = new Set(shown.map(({ id }) => id));
  return shown.map(({ id, parentId, body, createdBy, createdAt }) => ({
    id: `${iri}#comment-${id}`,
    type: 'Annotation',
    canonical: `urn:uuid:${id}`,
    motivation: parentId === null ? 'commenting' : 'replying',
    creator: personOf(annotated, createdBy),
    created: createdAt,
    body: [words(parentId === null ? 'commenting' : 'replying', body)],
    target: parentId !== null && ids.has(parentId) ? `${iri}#comment-${parentId}` : iri,
  }));
}

/** Two ways to the same words of one text: what they are, and where, in code points and never half a character. */
function targetOf({ claim, text, points, language, title, origin }: Annotated): Json {
  const { start, end } = wholeGraphemes(text, claim.span);
  const before = wholeGraphemes(text, { start: Math.max(0, start - AROUND), end: start });
  const after = wholeGraphemes(text, { start: end, end: Math.min(text.length, end + AROUND) });
  return {
    type: 'SpecificResource',
    source: {
      id: `${origin}/api/articles/${claim.articleId}/revisions/${claim.revision}`,
      type: 'Text',
      format: 'text/plain',
      language,
      'dcterms:title': title,
    },
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: text.slice(before.start, start),
        suffix: text.slice(end, after.end),
      },
      { type: 'TextPositionSelector', start: points(start), end: points(end) },
    ],
  };
}
