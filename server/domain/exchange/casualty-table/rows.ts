/** The lines of a table of casualties, from the counts of one story. */
import type { Id } from '../../../contract/common.ts';
import { type Fact, type Standing, standings } from './facts.ts';
import type { Figures, TableCount, TableLink, TableRow } from './model.ts';

/**
 * One line for each fact that stands by itself, in the order of the text.
 *
 * @param counts killed people alone, those asked for, in the order of the text
 * @param links the story's other claims that link counts
 */
export function tableRows(counts: readonly TableCount[], links: readonly TableLink[]): TableRow[] {
  const place = new Map(counts.map(({ claim_id }, index) => [claim_id, index]));
  return withoutHeadlines(standings(counts, links, sizeOf).map((standing) => rowOf(standing, place)));
}

/**
 * What only the head of a story tells, and nobody has linked, is what its text tells in other words. Of several such facts
 * where the text tells none, the largest counts.
 */
function withoutHeadlines(rows: readonly TableRow[]): TableRow[] {
  const counted = rows.filter(({ notCounted }) => notCounted === null);
  const [heads, others] = [counted.filter(isInHead), counted.filter((row) => !isInHead(row))];
  const size = ({ figures: { best, low, high } }: TableRow) => best ?? low ?? high ?? 0;
  const most = heads.reduce((more, row) => Math.max(more, size(row)), 0);
  const stands = others.length > 0 ? undefined : heads.find((row) => size(row) === most);
  return rows.map((row) =>
    heads.includes(row) && row !== stands ? { ...row, notCounted: 'in_headline' } : row,
  );
}

const isInHead = ({ claims }: TableRow): boolean =>
  claims.every(({ role }) => role === 'headline' || role === 'standfirst');

function rowOf({ top, under, notCounted }: Standing, place: ReadonlyMap<Id, number>): TableRow {
  const inOrder = (facts: readonly Fact[]) =>
    facts
      .flatMap(({ counts }) => counts)
      .sort((a, b) => (place.get(a.claim_id) ?? 0) - (place.get(b.claim_id) ?? 0));
  const count = speakerOf(top);
  const figures = figuresOf(top);
  return {
    ...{ count, claims: inOrder(under), notCounted, figures },
    civilians: mostOf('civilian', under, figures),
    combatants: mostOf('combatant', under, figures),
    parts: inOrder(under.filter((fact) => fact !== top)),
  };
}

/** Of counts of one fact the one to go by: no inaccurate one, one number, any number; the first of those. */
function speakerOf({ counts }: Fact): TableCount {
  const best = [...counts].sort((a, b) => rank(a) - rank(b))[0];
  if (best === undefined) throw new Error('a fact without a count stands in no row');
  return best;
}

const rank = ({ verdict, details: { low, best, high, modifier } }: TableCount): number =>
  (verdict === 'inaccurate' ? 8 : 0) +
  (best === null ? 4 : 0) +
  (modifier === 'vague' ? 2 : 0) +
  (low === null && high === null ? 1 : 0);

/**
 * What is said of a fact by all who tell it: the lowest low, the highest high, and the best of the one to go by.
 * Vague words say nothing where somebody has a number. Without an upper end where one of them goes beyond it.
 */
function figuresOf(fact: Fact): Figures {
  const speaker = speakerOf(fact);
  const { best } = speaker.details;
  const heard = fact.counts
    .filter(({ verdict }) => (verdict === 'inaccurate') === (speaker.verdict === 'inaccurate'))
    .map(({ details }) => details)
    .filter(({ modifier }) => modifier !== 'vague' || speaker.details.modifier === 'vague');
  const known = (numbers: readonly (number | null)[]) => numbers.filter((number) => number !== null);
  const lows = known(heard.map(({ low }) => low));
  const highs = known(heard.map(({ high }) => high));
  const all = known(heard.flatMap((details) => [details.low, details.best, details.high]));
  const low = lows.length === 0 ? null : all.reduce((a, b) => Math.min(a, b));
  const most = highs.reduce((a, b) => Math.max(a, b), -1);
  return { low, best, high: most < 0 || all.some((number) => number > most) ? null : most };
}

const sizeOf = (fact: Fact): number => {
  const { best, low, high } = figuresOf(fact);
  return best ?? low ?? high ?? 0;
};

/**
 * The largest number of one class among a fact and its parts. A class that is told twice counts once: nobody says that
 * the two are different people.
 */
function mostOf(
  category: 'civilian' | 'combatant',
  facts: readonly Fact[],
  { best, high }: Figures,
): number | null {
  const most = facts
    .filter((fact) => speakerOf(fact).details.victims?.category === category)
    .reduce((more, fact) => Math.max(more, figuresOf(fact).best ?? -1), -1);
  return most < 0 || most > (best ?? high ?? most) ? null : most;
}
