/** Tables of casualties. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IBC } from '../../server/domain/exchange/casualty-table/ibc.ts';
import type { TableCount, TableRow } from '../../server/domain/exchange/casualty-table/model.ts';
import { tableHead, tableLine } from '../../server/domain/exchange/casualty-table/table.ts';
import { UCDP_GED } from '../../server/domain/exchange/casualty-table/ucdp-ged.ts';
import { type GivenCount, rowCases } from '../cases/casualty-rows.ts';
import { dayCases, placeCases } from '../cases/casualty-table.ts';
import { rowsOf, STORY, tableCount } from '../support/casualty-counts.ts';
import { readCsv } from '../support/rfc4180.ts';

const idsOf = (counts: readonly TableCount[]) => counts.map(({ claim_id }) => claim_id);
const named = ({ count, claims, parts, ...row }: TableRow) =>
  [count.claim_id, { ...row, claims: idsOf(claims), parts: idsOf(parts) }] as const;

describe('rows', () => {
  test.each(Object.entries(rowCases))('%s', (_name, { counts, rows }) => {
    const found = rowsOf(counts).map(named);
    expect(found.map(([name]) => name)).toEqual(Object.keys(rows));
    expect(Object.fromEntries(found)).toMatchObject(rows);
  });
});

/** Of what is added up. */
const added = (rows: readonly TableRow[], column: 'low' | 'best' | 'deaths_civilians') =>
  rows.reduce((sum, row) => sum + Number(UCDP_GED[column]?.(row) ?? 0), 0);

describe('no death is counted twice', () => {
  /** People of one incident, told as sets within sets: each of the deaths has a number of its own. */
  interface Told {
    readonly people: readonly number[];
    readonly within: number | null;
    readonly event: number;
  }
  /** Sets, each within one before it or an incident of its own; and counts that tell them, linked as they are. */
  const world = fc
    .array(
      fc.record({
        size: fc.integer({ min: 1, max: 60 }),
        within: fc.nat(),
        isNew: fc.boolean(),
        skip: fc.nat(59),
      }),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .chain((sets) => {
      const told: Told[] = [];
      let people = 0;
      for (const { size, within, isNew, skip } of sets) {
        const at = told.length === 0 || isNew ? null : within % told.length;
        const whole = at === null ? null : (told[at] ?? null);
        if (whole === null) {
          const own = Array.from({ length: size }, () => people++);
          told.push({ people: own, within: null, event: told.length });
        } else {
          const from = skip % whole.people.length;
          told.push({ people: whole.people.slice(from, from + size), within: at, event: whole.event });
        }
      }
      return fc.record({
        told: fc.constant(told),
        counts: fc.array(
          fc.record({ set: fc.nat(told.length - 1), asked: fc.boolean(), civilians: fc.boolean() }),
          { minLength: 1, maxLength: 20 },
        ),
        toll: fc.boolean(),
      });
    });

  test('the sum is never more than the dead, and all of them where each incident is told', () => {
    fc.assert(
      fc.property(world, ({ told, counts, toll }) => {
        // Each set is told at least once, so that a link can lead to it.
        const all = [...told.map((_one, set) => ({ set, asked: false, civilians: false })), ...counts];
        const first = (set: number) => `c${set}`;
        const given = Object.fromEntries(
          all.map(({ set, asked, civilians }, index): [string, GivenCount] => {
            const one = told[set];
            const number = one?.people.length ?? 0;
            const above = one?.within ?? null;
            const count: GivenCount = {
              ...{ low: number, best: number, high: number, ...(civilians ? { victims: 'civilian' } : {}) },
              ...(asked ? {} : { notAsked: true }),
              ...(index === set ? {} : { same: first(set) }),
              ...(above !== null
                ? { partOf: first(above), scope: 'incident' }
                : toll
                  ? { partOf: 'toll', scope: 'incident' }
                  : {}),
            };
            return [`c${index}`, count];
          }),
        );
        const most = told.reduce((sum, { people }) => sum + people.length, 0);
        const rows = rowsOf({ ...given, ...(toll ? { toll: { best: most, scope: 'cumulative' } } : {}) });
        const asked = counts.filter((count) => count.asked).map(({ set }) => told[set]);
        const dead = new Set(asked.flatMap((one) => one?.people ?? []));
        expect(added(rows, 'best')).toBeLessThanOrEqual(dead.size);
        expect(added(rows, 'deaths_civilians')).toBeLessThanOrEqual(dead.size);
        const incidents = new Set(asked.map((one) => one?.event));
        if ([...incidents].every((event) => asked.some((one) => one?.within === null && one.event === event)))
          expect(added(rows, 'best')).toBe(dead.size);
      }),
      { numRuns: 400 },
    );
  });

  const anyCount: fc.Arbitrary<GivenCount> = fc
    .record({
      best: fc.nat(50),
      victims: fc.constantFrom('civilian', 'combatant', 'child', 'unspecified'),
      scope: fc.constantFrom('incident', 'cumulative', null),
      partOf: fc.option(fc.nat(11)),
      same: fc.option(fc.nat(11)),
      asked: fc.boolean(),
    })
    .map(({ best, victims, scope, partOf, same, asked }) => ({
      ...{ low: best, best, high: best, victims },
      ...(scope === null ? {} : { scope }),
      ...(partOf === null ? {} : { partOf: `c${partOf}` }),
      ...(same === null ? {} : { same: `c${same}` }),
      ...(asked ? {} : { notAsked: true }),
    }));

  test('whatever the links: of counts that any of them join, tolls aside, one is added up at most', () => {
    fc.assert(
      fc.property(fc.array(anyCount, { minLength: 1, maxLength: 10 }), (counts) => {
        const given = Object.fromEntries(counts.map((count, index) => [`c${index}`, count] as const));
        const rows = rowsOf(given);
        const told = rows.flatMap(({ claims }) => idsOf(claims));
        const asked = Object.entries(given).flatMap(([name, { notAsked }]) => (notAsked ? [] : [name]));
        expect([...told].sort()).toEqual([...asked].sort());
        for (const row of rows) {
          const [best, civilians] = [UCDP_GED['best']?.(row), UCDP_GED['deaths_civilians']?.(row)];
          expect(Number(civilians ?? 0)).toBeLessThanOrEqual(Number(best ?? 0));
          if (row.notCounted === null)
            expect(Number(civilians ?? 0) + Number(UCDP_GED['deaths_unknown']?.(row))).toBe(best);
          else expect([best, UCDP_GED['low']?.(row), UCDP_GED['high']?.(row)]).toEqual([null, null, null]);
        }
        // Without those that say they are tolls, or say nothing, no link may lead from one counted row to another.
        const near = (name: string) =>
          Object.entries(given).flatMap(([other, { same, partOf }]) => {
            if (other === name) return [same, partOf].filter((id) => id !== undefined);
            return same === name || partOf === name ? [other] : [];
          });
        for (const row of rows.filter(({ notCounted }) => notCounted === null)) {
          const seen = new Set(idsOf(row.claims));
          for (const name of seen)
            for (const next of near(name)) if (given[next]?.scope === 'incident') seen.add(next);
          const others = rows.filter((other) => other !== row && other.notCounted === null);
          expect(others.filter(({ claims }) => idsOf(claims).some((id) => seen.has(id)))).toEqual([]);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('a story of thousands of linked counts takes no long time', () => {
    const counts = Array.from({ length: 5000 }, (_none, index): [string, GivenCount] => [
      `c${index}`,
      { best: 5000 - index, ...(index === 0 ? {} : { partOf: `c${index - 1}` }) },
    ]);
    expect(rowsOf(Object.fromEntries(counts)).map(named)).toMatchObject([['c0', { notCounted: null }]]);
  });
});

describe('columns', () => {
  const cells = (details: object, more: Partial<TableCount> = {}): TableRow => {
    const count = tableCount('a', { low: 5, best: 5, high: 5 });
    const [row] = rowsOf({ a: { low: 5, best: 5, high: 5 } });
    const changed = { ...count, details: { ...count.details, ...details }, ...more };
    if (row === undefined) throw new Error('one row was expected');
    return { ...row, count: changed, claims: [changed] };
  };
  const read = (columns: typeof UCDP_GED, row: TableRow, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, columns[name]?.(row)]));

  test.each(Object.entries(dayCases))('days: %s', (_name, { details, expected }) => {
    expect(read(UCDP_GED, cells(details), Object.keys(expected))).toEqual(expected);
  });
  test.each(Object.entries(placeCases))('places: %s', (_name, { place, expected }) => {
    expect(read(UCDP_GED, cells({ place }), Object.keys(expected))).toEqual(expected);
  });

  test('sources: the story and what was cited as supporting it, each once', () => {
    const evidence = [
      { stance: 'supports', title: 'A “list”; signed', publisher: 'Harbour office' },
      { stance: 'supports', title: 'A “list”; signed', publisher: 'Harbour office' },
      { stance: 'contradicts', title: 'Another', publisher: null },
    ];
    const row = cells({}, { evidence, said_by: ['Police', 'Police', 'A nurse'] });
    expect(
      read(UCDP_GED, row, [
        'number_of_sources',
        'source_article',
        'source_office',
        'source_date',
        'source_headline',
        'source_original',
      ]),
    ).toEqual({
      number_of_sources: 2,
      source_article: '"NWA,2026-03-01,Ferry sinks";"Harbour office,,A “list”, signed"',
      source_office: 'NWA;Harbour office',
      source_date: '2026-03-01;',
      source_headline: 'Ferry sinks;A “list”, signed',
      source_original: 'Police;A nurse',
    });
    expect(IBC['Sources']?.(row)).toBe('NWA 01 Mar 2026, Harbour office');
  });

  test('what no story says is empty', () => {
    const row = cells({ perpetrator: 'rebels', victims: { category: 'combatant', label: 'soldiers' } });
    const never = [
      'side_a',
      'side_b',
      'deaths_a',
      'deaths_b',
      'latitude',
      'longitude',
      'geom_wkt',
      'type_of_violence',
    ];
    expect(Object.values(read(UCDP_GED, row, never))).toEqual(never.map(() => null));
    expect(read(UCDP_GED, row, ['perpetrator', 'deaths_unknown'])).toEqual({
      perpetrator: 'rebels',
      deaths_unknown: 5,
    });
  });

  test('a toll stands beside what is added up', () => {
    const [row] = rowsOf({ a: { low: 385, modifier: 'at_least', scope: 'cumulative' } });
    if (row === undefined) throw new Error('one row was expected');
    const names = [
      'low',
      'best',
      'high',
      'deaths_unknown',
      'not_counted_low',
      'counted',
      'not_counted_because',
      'event_clarity',
    ];
    expect(Object.values(read(UCDP_GED, row, names))).toEqual([
      null,
      null,
      null,
      null,
      385,
      'no',
      'cumulative',
      2,
    ]);
    expect(read(IBC, row, ['Reported Minimum', 'Reported Maximum'])).toEqual({
      'Reported Minimum': null,
      'Reported Maximum': null,
    });
  });

  test('Iraq Body Count has a least and a most', () => {
    const range = (details: object) => {
      const [row] = rowsOf({ a: details });
      return row === undefined ? [] : [IBC['Reported Minimum']?.(row), IBC['Reported Maximum']?.(row)];
    };
    expect(range({ low: 5, best: 5, high: 5 })).toEqual([5, 5]);
    expect(range({ low: 385, modifier: 'at_least' })).toEqual([385, null]);
    expect(range({ high: 20, modifier: 'up_to' })).toEqual([null, 20]);
    expect(range({ best: 30, modifier: 'about' })).toEqual([30, 30]);
  });

  test('any words come back from the file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (quote) => {
        const [, line = []] = readCsv(
          (tableHead('ibc') + tableLine('ibc', cells({}, { quote }))).replaceAll('\n', '\r\n'),
        );
        expect(line[Object.keys(IBC).indexOf('quote')]).toBe(quote.replaceAll('\n', '\r\n'));
      }),
    );
  });

  test('the columns of others come first, in their order', () => {
    expect(Object.keys(UCDP_GED).slice(0, 49).join()).toBe(
      'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob',
    );
    expect(Object.keys(IBC).slice(0, 10).join()).toBe(
      'IBC code,Start Date,End Date,Time,Location,Target,Weapons,Reported Minimum,Reported Maximum,Sources',
    );
    expect(Object.keys(UCDP_GED).slice(49)).toEqual(Object.keys(IBC).slice(10));
    expect(STORY.story_head_hash).toBe('ab12');
  });
});
