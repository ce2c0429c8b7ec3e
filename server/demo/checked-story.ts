/** The demo's story as a desk in the middle of its work would have it, made by the same actions that people use. */
import { uuidv7 } from 'uuidv7';
import type { ClaimKind } from '../contract/claims.ts';
import type { Span } from '../contract/common.ts';
import { createArticle } from '../features/articles/articles.service.ts';
import { selectRevision } from '../features/articles/revisions.ts';
import { createClaim } from '../features/claims/claim-create.service.ts';
import { editClaim } from '../features/claims/claim-edit.service.ts';
import { selectClaim } from '../features/claims/claim-json.ts';
import { giveReview } from '../features/claims/review.service.ts';
import { giveVerdict } from '../features/claims/verdict.service.ts';
import { createComment } from '../features/comments/comments.service.ts';
import { createCitation } from '../features/evidence/citations.service.ts';
import { createSource } from '../features/sources/sources.service.ts';
import type { PersonWrite } from '../http/write.ts';
import type { BaseServices } from '../services.ts';
import { SAMPLE_STORY } from './sample-story.ts';

export interface DemoDesk extends BaseServices {
  /** A new write by each of them. */
  readonly editor: () => PersonWrite;
  readonly second: () => PersonWrite;
  readonly reviewer: () => PersonWrite;
}

/** Bring the story in, mark its claims, verify two, pass one, and leave a question. */
export async function checkStory(desk: DemoDesk): Promise<void> {
  const story = await bringIn(desk);
  const { killed, injured, displaced } = await markClaims(desk, story);

  await createCitation(desk, desk.editor(), killed, {
    evidence: {
      kind: 'link',
      url: 'https://rescue.orlen.example/reports/4',
      title: 'Situation report 4, Orlen valley',
      publisher: 'Regional rescue service',
      accessedAt: desk.now().toISOString(),
    },
    locator: 'p. 2, table 1',
    quote: 'Recovered by 18:00: 64 (of whom 19 under 16)',
    stance: 'supports',
  });
  await verify(desk, killed, 'The rescue service’s report of Wednesday evening gives the same figure.');
  await giveReview(desk, desk.reviewer(), killed, {
    version: await versionOf(desk, killed),
    decision: 'passed',
  });
  await verify(desk, injured, 'Confirmed by telephone with the press office of St. Olave’s.');
  await createComment(desk, desk.second(), displaced, {
    body: 'Two figures for the same thing in one sentence. Do we know from when the government counts?',
  });
}

interface Story {
  readonly id: string;
  readonly text: string;
}

async function bringIn(desk: DemoDesk): Promise<Story> {
  const deadline = new Date(desk.now().getTime() + DEADLINE_MS).toISOString();
  const { id } = await createArticle(desk, desk.editor(), {
    text: SAMPLE_STORY,
    language: 'en',
    priority: 'high',
    deadline,
  });
  return { id, text: (await selectRevision(desk.db.prisma, id, 1)).text };
}

/** The demo's desk has four hours left. */
const DEADLINE_MS = 4 * 60 * 60 * 1000;

async function markClaims(desk: DemoDesk, story: Story) {
  const rescue = uuidv7();
  await createSource(desk, desk.editor(), {
    id: rescue,
    name: 'Regional rescue service',
    kind: 'organisation',
  });
  const mark = (kind: ClaimKind, span: Span, details: Record<string, unknown>) =>
    markOne(desk, story, kind, span, details);
  const words = (quote: string) => spanOf(story.text, quote);

  const killed = await mark('casualty_count', words('At least 64 people'), {
    outcome: 'killed',
    low: 64,
    modifier: 'at_least',
    wording: 'At least 64',
    victims: { category: 'unspecified', label: 'people' },
    scope: 'incident',
    place: { name: 'Orlen valley', precision: 'district' },
    cause: 'dam failure',
  });
  await mark('casualty_count', words('19 children'), {
    ...exactly('killed', 19, '19'),
    victims: { category: 'child', label: 'children' },
    partOf: killed,
    scope: 'incident',
  });
  const injured = await mark('casualty_count', words('118 injured'), exactly('injured', 118, '118'));
  const displaced = await mark('casualty_count', words('Some 4,200 people'), {
    outcome: 'displaced',
    best: 4200,
    modifier: 'about',
    wording: 'Some 4,200',
    victims: { category: 'unspecified', label: 'people' },
  });
  const said =
    'At least 64 people, including 19 children, were killed when the Sarrow dam gave way on Tuesday night';
  const officials = await mark('attribution', words(said), {
    source: words('officials'),
    cue: words('said on Wednesday'),
    mode: 'indirect',
    basis: 'unnamed',
  });
  await mark('attribution', words('Three surveyors who had been missing since Sunday were found alive'), {
    source: words('the regional rescue service'),
    cue: words('confirmed'),
    mode: 'indirect',
    basis: 'organisation',
    sourceId: rescue,
  });
  await mark('source', words('Col. Henrik Aas'), { titleAsPrinted: 'Col.' });
  await mark('fact', words('passed its last inspection in June'), { about: 'event', value: 'June 2020' });
  await editClaim(desk, desk.editor(), killed, {
    version: await versionOf(desk, killed),
    attributionIds: [officials],
  });
  return { killed, injured, displaced };
}

const exactly = (outcome: string, count: number, wording: string) => ({
  outcome,
  low: count,
  best: count,
  high: count,
  modifier: 'exact',
  wording,
});

async function markOne(
  desk: DemoDesk,
  story: Story,
  kind: ClaimKind,
  span: Span,
  details: Record<string, unknown>,
): Promise<string> {
  const done = await createClaim(desk, desk.editor(), story.id, { revision: 1, kind, span, details });
  return done.id;
}

async function verify(desk: DemoDesk, claimId: string, reason: string): Promise<void> {
  const version = await versionOf(desk, claimId);
  await giveVerdict(desk, desk.editor(), claimId, { version, verdict: 'accurate', reason });
}

const versionOf = async (desk: DemoDesk, claimId: string): Promise<number> =>
  (await selectClaim(desk.db.prisma, desk.editor().user, claimId)).version;

/** Where words stand first in the story. */
function spanOf(text: string, quote: string): Span {
  const start = text.indexOf(quote);
  if (start === -1) throw new Error(`the sample story does not say “${quote}”`);
  return { start, end: start + quote.length, quote };
}
