import { describe, expect, it, test } from 'vitest';
import { ArticleAction, ArticleStatus } from '../../server/contract/articles.ts';
import { ClaimAction, ClaimStatus } from '../../server/contract/claims.ts';
import { PersonAction, Role } from '../../server/contract/people.ts';
import {
  type Actor,
  articleActions,
  claimActions,
  claimActionTable,
  type Decision,
  mayBringInStory,
  mayDoArticle,
  mayDoClaim,
  mayDoPerson,
  maySeeArticle,
  personActions,
} from '../../server/domain/claims/permissions.ts';
import {
  type CommentAction,
  citationActions,
  commentActions,
  type EvidenceAction,
  evidenceActions,
  mayDoCitation,
  mayDoComment,
  mayDoEvidence,
} from '../../server/domain/claims/permissions-attached.ts';
import { REVIEWABLE } from '../../server/domain/claims/states.ts';
import {
  articlePermissions,
  citationPermissions,
  claimPermissions,
  commentPermissions,
  evidencePermissions,
  personPermissions,
  rowsOf,
} from '../cases/claims-permissions.ts';

const ME = '01890000-0000-7000-8000-000000000001';
const SOMEONE = '01890000-0000-7000-8000-000000000002';
const COMMENT_ACTIONS: CommentAction[] = ['edit', 'resolve', 'reply', 'withdraw', 'restore'];
const RECORD_ACTIONS: EvidenceAction[] = ['edit', 'withdraw', 'restore'];

const actorOf = (role: string | undefined): Actor => ({ id: ME, name: 'Robin', role: Role.parse(role) });
const verdictOf = ({ own }: Record<string, string>) => ({
  ownVerdict: own === 'own',
  confirmable: own === 'reworded',
  outgrown: false,
});
const answerOf = (decision: Decision): string => (decision.allowed ? 'yes' : decision.code);

/** What a table says of each action, and what it therefore lists as allowed. */
const cells = <T extends string>(row: Record<string, string>, actions: readonly T[]) => ({
  answers: Object.fromEntries(actions.map((action) => [action, row[action]])),
  allowed: actions.filter((action) => row[action] === 'yes'),
});
const ask = <T extends string>(actions: readonly T[], decide: (action: T) => Decision) =>
  Object.fromEntries(actions.map((action) => [action, answerOf(decide(action))]));

describe('a claim', () => {
  const rows = rowsOf(claimPermissions);

  it('has a row for every role, status and owner of the verdict', () => {
    const keys = new Set(rows.map(({ role, status, own }) => `${role} ${status} ${own}`));
    // What can be confirmed has expired, and may be hidden under an orphan or a withdrawn claim.
    const reworded = ['expired', 'orphaned', 'withdrawn'].length;
    expect(keys.size).toBe(Role.options.length * (ClaimStatus.options.length * 2 + reworded));
  });

  test.each(rows)('$role, $status, verdict $own', (row) => {
    const actor = actorOf(row.role);
    const status = ClaimStatus.parse(row.status);
    const { answers, allowed } = cells(row, ClaimAction.options);
    const claim = { articleStatus: 'checking' as const, status, ...verdictOf(row) };
    expect(ask(ClaimAction.options, (action) => mayDoClaim(actor, claim, action))).toEqual(answers);
    expect(claimActions(actor, claim)).toEqual(allowed);
  });

  test.each(rows)('on details that the words have outgrown: $role, $status, verdict $own', (row) => {
    const claim = {
      articleStatus: 'checking' as const,
      status: ClaimStatus.parse(row.status),
      ...verdictOf(row),
      outgrown: true,
    };
    const expected = Object.fromEntries(
      ClaimAction.options.map((action) => [
        action,
        action === 'verify' && row.verify === 'yes' ? 'DETAILS_OUTGROWN' : row[action],
      ]),
    );
    expect(ask(ClaimAction.options, (action) => mayDoClaim(actorOf(row.role), claim, action))).toEqual(
      expected,
    );
  });

  test.each(rows)('in a signed-off story: $role, $status, verdict $own', (row) => {
    const actor = actorOf(row.role);
    const claim = {
      articleStatus: 'signed_off' as const,
      status: ClaimStatus.parse(row.status),
      ...verdictOf(row),
    };
    // Talk goes on as if nothing had been signed; what the role never allows is said first.
    const expected = Object.fromEntries(
      ClaimAction.options.map((action) => [
        action,
        action === 'comment' || row.role === 'viewer' || row[action] === 'NEEDS_REVIEWER'
          ? row[action]
          : 'SIGNED_OFF',
      ]),
    );
    expect(ask(ClaimAction.options, (action) => mayDoClaim(actor, claim, action))).toEqual(expected);
    expect(claimActions(actor, claim)).toEqual(row.comment === 'yes' ? ['comment'] : []);
  });

  test.each(rows)('in an archived story: $role, $status, verdict $own', (row) => {
    const actor = actorOf(row.role);
    const claim = {
      articleStatus: 'archived' as const,
      status: ClaimStatus.parse(row.status),
      ...verdictOf(row),
    };
    // What the role never allows is said first: taking the story out of the archive would not help.
    const expected = Object.fromEntries(
      ClaimAction.options.map((action) => [
        action,
        row.role === 'viewer' || row[action] === 'NEEDS_REVIEWER' ? row[action] : 'ARCHIVED',
      ]),
    );
    expect(ask(ClaimAction.options, (action) => mayDoClaim(actor, claim, action))).toEqual(expected);
    expect(claimActions(actor, claim)).toEqual([]);
  });

  test.each(Role.options)('the table for SQL says what the function says: %s', (role) => {
    for (const articleStatus of ArticleStatus.options) {
      const table = claimActionTable({ role }, articleStatus);
      expect(Object.keys(table)).toHaveLength(2 * (ClaimStatus.options.length * 3 - REVIEWABLE.size));
      for (const status of ClaimStatus.options)
        for (const outgrown of [false, true]) {
          const claim = { articleStatus, status, ownVerdict: false, confirmable: false, outgrown };
          const last = outgrown ? ':outgrown' : '';
          expect(table[status + last]).toEqual(claimActions({ role }, claim));
          expect(table[`${status}:own${last}`]).toEqual(
            claimActions({ role }, { ...claim, ownVerdict: true }),
          );
          if (REVIEWABLE.has(status)) continue;
          for (const ownVerdict of [false, true])
            expect(table[`${status}:confirmable${last}`]).toEqual(
              claimActions({ role }, { ...claim, ownVerdict, confirmable: true }),
            );
        }
    }
  });

  it('shows a reviewer the difference that their own verdict makes', () => {
    const table = claimActionTable({ role: 'reviewer' }, 'checking');
    expect(table.checked).toEqual(['edit', 'verify', 'take_back_verdict', 'review', 'comment', 'withdraw']);
    expect(table['checked:own']).toEqual(['edit', 'verify', 'take_back_verdict', 'comment', 'withdraw']);
    expect(table.withdrawn).toEqual(['restore']);
  });
});

test.each(rowsOf(articlePermissions))('a story that is $status, for a $role', (row) => {
  const actor = actorOf(row.role);
  const article = { status: ArticleStatus.parse(row.status) };
  const { answers, allowed } = cells(row, ArticleAction.options);
  expect(ask(ArticleAction.options, (action) => mayDoArticle(actor, article, action))).toEqual(answers);
  expect(articleActions(actor, article)).toEqual(allowed);
});

test.each(rowsOf(personPermissions))('the newsroom, for a $role', (row) => {
  const actor = actorOf(row.role);
  const { answers, allowed } = cells(row, PersonAction.options);
  expect(ask(PersonAction.options, (action) => mayDoPerson(actor, action))).toEqual(answers);
  expect(personActions(actor)).toEqual(allowed);
});

test.each([
  ['viewer', 'NEEDS_EDITOR', 'NEEDS_EDITOR'],
  ['editor', 'yes', 'BRINGS_REVIEWS'],
  ['reviewer', 'yes', 'yes'],
  ['admin', 'yes', 'yes'],
] as const)('a whole story, for a %s: unreviewed %s, passed %s', (role, unreviewed, passed) => {
  const answer = (decision: ReturnType<typeof mayBringInStory>) => (decision.allowed ? 'yes' : decision.code);
  expect(answer(mayBringInStory(actorOf(role), { passed: false }))).toBe(unreviewed);
  expect(answer(mayBringInStory(actorOf(role), { passed: true }))).toBe(passed);
});

test.each(rowsOf(commentPermissions))('a comment: $role, $story, $claim, $author, $state, $thread', (row) => {
  const actor = actorOf(row.role);
  const comment = {
    createdBy: row.author === 'own' ? ME : SOMEONE,
    withdrawn: row.state === 'withdrawn',
    isThreadStart: row.thread === 'first',
    articleStatus: ArticleStatus.parse(row.story),
    claimStatus: ClaimStatus.parse(row.claim),
  };
  const { answers, allowed } = cells(row, COMMENT_ACTIONS);
  expect(ask(COMMENT_ACTIONS, (action) => mayDoComment(actor, comment, action))).toEqual(answers);
  expect(commentActions(actor, comment)).toEqual(allowed);
});

test.each(rowsOf(evidencePermissions))('evidence: $role, $story, $state', (row) => {
  const actor = actorOf(row.role);
  const evidence = {
    articleStatus: ArticleStatus.parse(row.story),
    withdrawn: row.state === 'withdrawn',
  };
  const { answers, allowed } = cells(row, RECORD_ACTIONS);
  expect(ask(RECORD_ACTIONS, (action) => mayDoEvidence(actor, evidence, action))).toEqual(answers);
  expect(evidenceActions(actor, evidence)).toEqual(allowed);
});

test.each(rowsOf(citationPermissions))('a citation: $role, $story, $claim, $state', (row) => {
  const actor = actorOf(row.role);
  const citation = {
    articleStatus: ArticleStatus.parse(row.story),
    claimStatus: ClaimStatus.parse(row.claim),
    withdrawn: row.state === 'withdrawn',
  };
  const { answers, allowed } = cells(row, RECORD_ACTIONS);
  expect(ask(RECORD_ACTIONS, (action) => mayDoCitation(actor, citation, action))).toEqual(answers);
  expect(citationActions(actor, citation)).toEqual(allowed);
});

describe('seeing a story', () => {
  const cases = [
    { name: 'the newsroom’s', access: 'newsroom', memberIds: [], expected: true },
    { name: 'restricted, with me', access: 'restricted', memberIds: [SOMEONE, ME], expected: true },
    { name: 'restricted, without me', access: 'restricted', memberIds: [SOMEONE], expected: false },
    { name: 'restricted to no one', access: 'restricted', memberIds: [], expected: false },
  ] as const;
  test.each(cases)('$name', ({ access, memberIds, expected }) => {
    expect(maySeeArticle(actorOf('admin'), { access, memberIds })).toBe(expected);
  });
});
