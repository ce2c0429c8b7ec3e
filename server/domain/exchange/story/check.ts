/** Is a story's document one story: does everything it refers to stand in it, and at the place it says. */
import type { KindAndDetails } from '../../../contract/claims.ts';
import { KindAndDetails as Kinds } from '../../../contract/claims.ts';
import type { Issue } from '../../../contract/problem.ts';
import { fitsKind, type WholeStory } from '../../../contract/stories.ts';
import { spansIn } from '../../claims/spans-of.ts';
import { deriveStatus } from '../../claims/states.ts';

/** Told at most: whoever reads them sees what kind of document it is. */
const MOST = 50;

interface Found {
  readonly issues: Issue[];
  /** @returns false, so that it may stand for a check that failed */
  wrong(path: string, message: string): void;
}

/** What is wrong with a document, by its place in it; nothing for one that can be taken. */
export function wrongIn(story: WholeStory): Issue[] {
  const issues: Issue[] = [];
  const found: Found = {
    issues,
    wrong: (path, message) => {
      if (issues.length < MOST) issues.push({ path: `story.${path}`, message });
    },
  };
  checkUnique(story, found);
  checkRevisions(story, found);
  checkReferences(story, found);
  checkPlaces(story, found);
  checkPeople(story, found);
  // Of what refers to nothing, states cannot be told.
  if (issues.length === 0) checkStates(story, found);
  return issues;
}

/** Rows of one list that say which they are, by what. */
const keyed = (story: WholeStory) =>
  ({
    files: story.files.map(({ id }) => id),
    sources: story.sources.map(({ id }) => id),
    evidence: story.evidence.map(({ id }) => id),
    snapshots: story.snapshots.map(({ id }) => id),
    verdicts: story.verdicts.map(({ id }) => id),
    reviews: story.reviews.map(({ id }) => id),
    claims: story.claims.map(({ id }) => id),
    citations: story.citations.map(({ id }) => id),
    comments: story.comments.map(({ id }) => id),
    signOffs: story.signOffs.map(({ id }) => id),
    decidedSuggestions: story.decidedSuggestions.map(({ id }) => id),
    verdictEnds: story.verdictEnds.map(({ verdictId }) => verdictId),
    dismissedFlags: story.dismissedFlags.map(({ key }) => key),
    placements: story.placements.map(({ claimId, revision }) => `${claimId} ${revision}`),
    changes: story.changes.map(({ claimId, revision }) => `${claimId} ${revision}`),
    attributions: story.attributions.map(({ claimId, attributionId }) => `${claimId} ${attributionId}`),
    arrivals: story.arrivals.map(({ number }) => String(number)),
    sentences: story.sentences.map(({ revision, number }) => `${revision} ${number}`),
  }) as const;

function checkUnique(story: WholeStory, { wrong }: Found): void {
  for (const [list, keys] of Object.entries(keyed(story))) {
    const seen = new Set<string>();
    for (const [index, key] of keys.entries()) {
      if (seen.has(key)) wrong(`${list}.${index}`, 'stands there twice');
      seen.add(key);
    }
  }
}

function checkRevisions({ article, revisions, sentences, arrivals }: WholeStory, { wrong }: Found): void {
  for (const [index, { number, text, blocks }] of revisions.entries()) {
    if (number !== index + 1) wrong(`revisions.${index}.number`, 'is not the next one');
    if (blocks.some(({ start, end }) => start > end || end > text.length))
      wrong(`revisions.${index}.blocks`, 'do not lie in the text');
  }
  for (const [index, { number }] of arrivals.entries())
    if (number !== index + 1) wrong(`arrivals.${index}.number`, 'is not the next one');
  if (article.currentRevision !== revisions.length)
    wrong('article.currentRevision', 'is not the last of the revisions');
  for (const [index, { revision, block, start, end }] of sentences.entries()) {
    const of = revisions[revision - 1];
    const around = of?.blocks[block];
    if (around === undefined) wrong(`sentences.${index}`, 'is of no block of its revision');
    else if (!(around.start <= start && start < end && end <= around.end))
      wrong(`sentences.${index}`, 'does not lie in its block');
  }
}

function checkReferences(story: WholeStory, found: Found): void {
  const of = keyed(story);
  const ids = Object.fromEntries(Object.entries(of).map(([list, keys]) => [list, new Set(keys)]));
  /** Each id that a list's rows give has to be one of another list's. */
  const refer = <Row>(
    list: string,
    rows: readonly Row[],
    field: string,
    to: keyof typeof of,
    get: (row: Row) => string | null | readonly string[],
  ) => {
    for (const [index, row] of rows.entries()) {
      const given = get(row);
      for (const id of given === null ? [] : typeof given === 'string' ? [given] : given)
        if (ids[to]?.has(id) !== true)
          found.wrong(`${list}.${index}.${field}`, `is none of the story’s ${to}`);
    }
  };
  refer('evidence', story.evidence, 'fileId', 'files', (row) => row.fileId);
  refer('snapshots', story.snapshots, 'evidenceId', 'evidence', (row) => row.evidenceId);
  refer('verdicts', story.verdicts, 'claimId', 'claims', (row) => row.claimId);
  refer('verdicts', story.verdicts, 'confirmsId', 'verdicts', (row) => row.confirmsId);
  refer('reviews', story.reviews, 'claimId', 'claims', (row) => row.claimId);
  refer('reviews', story.reviews, 'verdictId', 'verdicts', (row) => row.verdictId);
  refer('claims', story.claims, 'verdictId', 'verdicts', (row) => row.verdictId);
  refer('claims', story.claims, 'reviewId', 'reviews', (row) => row.reviewId);
  refer('claims', story.claims, 'sameFactAs', 'claims', (row) => row.sameFactAs);
  refer('claims', story.claims, 'details', 'sources', (row) => sourcesOf(row));
  refer('claims', story.claims, 'details.partOf', 'claims', (row) => partOf(row));
  refer('claims', story.claims, 'placedRevision', 'placements', (row) => `${row.id} ${row.placedRevision}`);
  refer('placements', story.placements, 'claimId', 'claims', (row) => row.claimId);
  refer('placements', story.placements, 'sentence', 'sentences', (row) => `${row.revision} ${row.sentence}`);
  refer('attributions', story.attributions, 'claimId', 'claims', (row) => row.claimId);
  refer('attributions', story.attributions, 'attributionId', 'claims', (row) => row.attributionId);
  refer('changes', story.changes, 'claimId', 'claims', (row) => row.claimId);
  refer('verdictEnds', story.verdictEnds, 'claimId', 'claims', (row) => row.claimId);
  refer('verdictEnds', story.verdictEnds, 'verdictIds', 'verdicts', (row) => [
    row.verdictId,
    ...row.verdictIds,
  ]);
  refer('citations', story.citations, 'claimId', 'claims', (row) => row.claimId);
  refer('citations', story.citations, 'evidenceId', 'evidence', (row) => row.evidenceId);
  refer('comments', story.comments, 'claimId', 'claims', (row) => row.claimId);
  refer('comments', story.comments, 'parentId', 'comments', (row) => row.parentId);
  refer('decidedSuggestions', story.decidedSuggestions, 'claimId', 'claims', (row) => row.claimId);
  for (const list of ['arrivals', 'changes', 'signOffs', 'decidedSuggestions'] as const)
    for (const [index, { revision }] of story[list].entries())
      if (revision > story.revisions.length)
        found.wrong(`${list}.${index}.revision`, 'is none of the story’s');
}

type ClaimRow = WholeStory['claims'][number];

const read = ({ kind, details }: Pick<ClaimRow, 'kind' | 'details'>): KindAndDetails | null =>
  Kinds.safeParse({ kind, details }).data ?? null;

function sourcesOf(row: ClaimRow): string[] {
  const claim = read(row);
  if (claim === null || claim.kind === 'fact' || claim.kind === 'casualty_count') return [];
  const through = claim.kind === 'attribution' ? claim.details.via.map(({ sourceId }) => sourceId) : [];
  return [claim.details.sourceId, ...through].filter((id) => typeof id === 'string');
}

function partOf(row: ClaimRow): string | null {
  const claim = read(row);
  return claim?.kind === 'casualty_count' ? claim.details.partOf : null;
}

/** Words are at the places that they are said to be at, in the texts that are said to hold them. */
function checkPlaces(
  { revisions, sentences, placements, claims, decidedSuggestions }: WholeStory,
  { wrong }: Found,
) {
  const sentenceOf = new Map(sentences.map((one) => [`${one.revision} ${one.number}`, one]));
  const placed = [
    ...placements.map((one, index) => ({ ...one, path: `placements.${index}` })),
    ...decidedSuggestions.map((one, index) => ({ ...one, path: `decidedSuggestions.${index}` })),
  ];
  for (const { path, revision, start, end, quote, sentence } of placed) {
    const text = revisions[revision - 1]?.text ?? '';
    const around = sentenceOf.get(`${revision} ${sentence}`);
    if (start >= end || text.slice(start, end) !== quote)
      wrong(path, 'are not the words at that place of the text');
    else if (around !== undefined && !(around.start <= start && start < around.end))
      wrong(path, 'does not begin in its sentence');
  }
  for (const [index, claim] of [...claims.entries()]) {
    if (!fitsKind(claim.kind, claim.details)) {
      wrong(`claims.${index}.details`, 'are not those of its kind');
      continue;
    }
    const known = read(claim);
    const text = revisions[claim.placedRevision - 1]?.text ?? '';
    for (const { path, span } of known === null ? [] : spansIn(known))
      if (text.slice(span.start, span.end) !== span.quote)
        wrong(`claims.${index}.${path}`, 'are not the words at that place of the text');
  }
  for (const [index, { kind, details }] of decidedSuggestions.entries())
    if (!fitsKind(kind, details)) wrong(`decidedSuggestions.${index}.details`, 'are not those of its kind');
}

const PEOPLE = ['createdBy', 'by', 'assignee', 'endedBy', 'toldBy', 'decidedBy'];

function checkPeople({ people, article, ...lists }: WholeStory, { wrong }: Found): void {
  for (const [list, rows] of Object.entries({ ...lists, article: [article] }))
    for (const [index, row] of rows.entries())
      for (const [field, value] of Object.entries(row))
        if (PEOPLE.includes(field) && typeof value === 'number' && value >= people.length)
          wrong(`${list}.${index}.${field}`, 'is none of the people');
}

/** A status is derived here as everywhere: a document does not set it. */
function checkStates(
  { article, claims, verdicts, reviews, placements, signOffs }: WholeStory,
  { wrong }: Found,
) {
  const verdictOf = new Map(verdicts.map((one) => [one.id, one]));
  const reviewOf = new Map(reviews.map((one) => [one.id, one]));
  const current = new Set(
    placements.filter(({ revision }) => revision === article.currentRevision).map(({ claimId }) => claimId),
  );
  for (const [index, claim] of claims.entries()) {
    const verdict = claim.verdictId === null ? undefined : verdictOf.get(claim.verdictId);
    const review = claim.reviewId === null ? undefined : reviewOf.get(claim.reviewId);
    if (verdict !== undefined && verdict.claimId !== claim.id)
      wrong(`claims.${index}.verdictId`, 'is another claim’s verdict');
    if (review !== undefined && (review.claimId !== claim.id || review.verdictId !== claim.verdictId))
      wrong(`claims.${index}.reviewId`, 'is not a review of its verdict');
    const status = deriveStatus({
      withdrawn: claim.withdrawnAt !== null,
      placed: current.has(claim.id),
      verdict: verdict === undefined ? null : { expired: verdict.expiredAt !== null },
      review:
        review === undefined ? null : { decision: review.decision, reopened: review.reopenedAt !== null },
      assigned: claim.assignee !== null,
    });
    if (status !== claim.status) wrong(`claims.${index}.status`, `is ${status} by the rest of it`);
  }
  for (const [index, review] of reviews.entries())
    if (verdictOf.get(review.verdictId)?.by === review.by)
      wrong(`reviews.${index}.by`, 'is who gave the verdict: that takes a second person');
  const standing = signOffs.filter(({ endedAt }) => endedAt === null).length;
  if (standing > 1) wrong('signOffs', 'stand at the same time');
  if (article.status === 'signed_off' && standing === 0)
    wrong('article.status', 'has no sign-off that stands');
}
