/** Agreement as the contract shows it. */
import { z } from 'zod';
import { ClaimKind, ReturnReason } from '../../contract/claims.ts';
import { Id } from '../../contract/common.ts';
import type { AnswerOf, QueryOf } from '../../contract/endpoint.ts';
import type { Disagreement, GetAgreement, PairAgreement } from '../../contract/reviewing.ts';
import type { Queryable } from '../../database/client.ts';
import { cohensKappa, fieldsSince, isTakenBack, settlementOf } from '../../domain/figures/agreement.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';
import type { Services } from '../../services.ts';
import { type JudgedRow, type ReturnRow, selectJudged, selectReturns } from './agreement.queries.ts';

type Agreement = AnswerOf<typeof GetAgreement>;

/** The last return's time, in milliseconds, and the id of its review. */
const Place = z.tuple([z.int(), Id]);

/**
 * Where checkers and reviewers differed, newest first, and what that comes to over all that was asked for. Two queries.
 *
 * Counts are over all returns, so all are read whichever page is asked for: there are few beside the claims.
 *
 * @throws Refusal INVALID for a cursor that no answer gave
 */
export async function presentAgreement(
  db: Queryable,
  { policy }: Pick<Services, 'policy'>,
  user: { readonly id: string },
  { cursor, limit, ...filters }: QueryOf<typeof GetAgreement>,
): Promise<Agreement> {
  const place = readCursor(cursor, Place);
  const rows = (await selectReturns(db, user, filters)).filter(({ later }) => !isTakenBack(later));
  const judged = await selectJudged(db, user, filters);
  const all = rows.map((row) => disagreementOf(row, policy));
  const from = place === null ? 0 : rows.findIndex((row) => isAfter(row, place));
  const start = from === -1 ? rows.length : from;
  const last = rows[start + limit - 1];
  return {
    items: all.slice(start, start + limit),
    nextCursor:
      last !== undefined && rows.length > start + limit ? writeCursor([last.at.getTime(), last.id]) : null,
    counts: countsOf(all),
    fields: fieldCountsOf(all),
    pairs: pairsOf(judged),
    verdicts: verdictsOf(judged),
  };
}

const isAfter = (row: ReturnRow, [at, id]: z.infer<typeof Place>): boolean =>
  row.at.getTime() < at || (row.at.getTime() === at && row.id < id);

function disagreementOf(row: ReturnRow, policy: Services['policy']): Disagreement {
  const { claimId, articleId, quote, checker, reviewer, reasonCode, note, claim, status, verdict, later } =
    row;
  const { kind } = claim;
  return {
    claimId,
    articleId,
    kind,
    quote,
    checker,
    reviewer,
    returnedAt: row.at.toISOString(),
    reasonCode,
    note,
    fields: fieldsSince(claim, { before: verdict, after: row.verdictNow }, later),
    settled: settlementOf({ kind, status, verdict, later }, policy),
  };
}

/** In the contract's order of kinds and reasons. */
function countsOf(all: readonly Disagreement[]): Agreement['counts'] {
  return ClaimKind.options.flatMap((kind) =>
    ReturnReason.options.flatMap((reasonCode) => {
      const returned = all.filter((one) => one.kind === kind && one.reasonCode === reasonCode);
      const stillOpen = returned.filter(({ settled }) => settled === 'open').length;
      return returned.length > 0 ? [{ kind, reasonCode, returned: returned.length, stillOpen }] : [];
    }),
  );
}

/** By kind, then the field that changed most often first. */
function fieldCountsOf(all: readonly Disagreement[]): Agreement['fields'] {
  return ClaimKind.options.flatMap((kind) => {
    const changed = new Map<string, number>();
    for (const one of all)
      if (one.kind === kind)
        for (const { field } of one.fields) changed.set(field, (changed.get(field) ?? 0) + 1);
    return [...changed]
      .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
      .map(([field, count]) => ({ kind, field, changed: count }));
  });
}

/** Who judged first is no matter between two people: kappa is the same either way. */
function pairsOf(judged: readonly JudgedRow[]): PairAgreement[] {
  const pairs = new Map<string, { people: PairAgreement['people']; cases: JudgedRow[] }>();
  for (const row of judged) {
    const turned = row.firstBy.id > row.secondBy.id;
    const people: PairAgreement['people'] = turned
      ? [row.secondBy, row.firstBy]
      : [row.firstBy, row.secondBy];
    const key = people.map(({ id }) => id).join();
    const pair = pairs.get(key) ?? { people, cases: [] };
    pair.cases.push(turned ? { ...row, first: row.second, second: row.first } : row);
    pairs.set(key, pair);
  }
  return [...pairs.values()]
    .map(({ people, cases }) => ({
      people,
      claims: sumOf(cases),
      same: sumOf(cases.filter(({ first, second }) => first === second)),
      kappa: cohensKappa(cases),
    }))
    .sort((a, b) => b.claims - a.claims);
}

const sumOf = (cases: readonly JudgedRow[]): number => cases.reduce((sum, { claims }) => sum + claims, 0);

/** Over all pairs: what was said first, what was said by someone else after it. */
function verdictsOf(judged: readonly JudgedRow[]): Agreement['verdicts'] {
  const counts = new Map<string, Agreement['verdicts'][number]>();
  for (const { first, second, claims } of judged) {
    const known = counts.get(`${first}:${second}`)?.claims ?? 0;
    counts.set(`${first}:${second}`, { first, second, claims: known + claims });
  }
  return [...counts.values()].sort((a, b) => b.claims - a.claims);
}
