/** Bylines, datelines and dates as they are printed. Names and events are invented. */

interface BylineRow {
  readonly line: string;
  readonly expected: { byline: string; agency: string | null; at?: string | null } | null;
}

/** Lines that are bylines wherever they stand. */
export const bylineCases: Record<string, BylineRow> = {
  'agency, published, updated': {
    line: 'By NWA - Mar 14,2019 - Last updated at Mar 15,2019',
    expected: { byline: 'NWA', agency: 'NWA', at: '2019-03-14T00:00:00Z' },
  },
  'known agency': { line: 'By Reuters', expected: { byline: 'Reuters', agency: 'Reuters' } },
  'agency by its full name': {
    line: 'By Agence France-Presse',
    expected: { byline: 'Agence France-Presse', agency: 'AFP' },
  },
  'name and agency': {
    line: 'By Edda Quist, Reuters',
    expected: { byline: 'Edda Quist', agency: 'Reuters' },
  },
  'two names, particles, initials': {
    line: 'By Edda R. Quist and Ana van der Bly',
    expected: { byline: 'Edda R. Quist and Ana van der Bly', agency: null },
  },
  'name in a place': {
    line: 'By Edda Quist in Port Elsen',
    expected: { byline: 'Edda Quist in Port Elsen', agency: null },
  },
  'name and post': {
    line: 'By Edda Quist, Middle East correspondent',
    expected: { byline: 'Edda Quist, Middle East correspondent', agency: null },
  },
  'name and agency behind a bar, with a date': {
    line: 'By EDDA QUIST | Associated Press | March 14, 2019',
    expected: { byline: 'EDDA QUIST', agency: 'AP', at: '2019-03-14T00:00:00Z' },
  },
  'agency in brackets': { line: 'By Edda Quist (dpa)', expected: { byline: 'Edda Quist', agency: 'dpa' } },
  'agency alone': { line: 'AFP', expected: { byline: 'AFP', agency: 'AFP' } },
  'agency alone in brackets': { line: '(Reuters)', expected: { byline: '(Reuters)', agency: 'Reuters' } },
  'agency and date': {
    line: 'Reuters | 14 March 2019',
    expected: { byline: 'Reuters', agency: 'Reuters', at: '2019-03-14T00:00:00Z' },
  },
  'other languages': { line: 'Von Edda Quist', expected: { byline: 'Edda Quist', agency: null } },
  'no name at all': {
    line: 'By our own correspondent',
    expected: { byline: 'our own correspondent', agency: null },
  },
  'credit at the end': {
    line: '(Reporting by Edda Quist and Ana Bly; editing by Tom Hale)',
    expected: { byline: 'Edda Quist and Ana Bly', agency: null },
  },
  'only an update is dated': {
    line: 'By NWA - Updated: 2 April 2019',
    expected: { byline: 'NWA', agency: 'NWA', at: '2019-04-02T00:00:00Z' },
  },
  'a sentence that begins with by': {
    line: 'By Thursday evening, 41 bodies had been found.',
    expected: null,
  },
  'a sentence about reporters': { line: 'Reporting by radio was forbidden.', expected: null },
  'capitals that are no agency by themselves': { line: 'NWA', expected: null },
  'an agency and something else': { line: 'Reuters, Harbour Front agree', expected: null },
  'a headline': { line: 'Ferry sinks off Port Elsen', expected: null },
  'a paragraph': { line: `By Edda Quist ${'and Ana Bly '.repeat(30)}`, expected: null },
};

/** Lines that are bylines only under a headline. */
export const looseBylineCases: Record<string, BylineRow> = {
  'name in a place': {
    line: 'Edda Quist in Port Elsen',
    expected: { byline: 'Edda Quist in Port Elsen', agency: null },
  },
  'two names in places': {
    line: 'Edda Quist in Port Elsen and Tom Hale in Skerry',
    expected: { byline: 'Edda Quist in Port Elsen and Tom Hale in Skerry', agency: null },
  },
  'name and agency': { line: 'Edda Quist, Reuters', expected: { byline: 'Edda Quist', agency: 'Reuters' } },
  'name and date': {
    line: 'Edda Quist - Mar 14, 2019',
    expected: { byline: 'Edda Quist', agency: null, at: '2019-03-14T00:00:00Z' },
  },
  'a name alone could be anything': { line: 'Edda Quist', expected: null },
  'one word and an agency': { line: 'Calm, Reuters', expected: null },
  'a sentence': { line: 'Edda Quist in Port Elsen is free.', expected: null },
  'small words': { line: 'two reporters in Port Elsen', expected: null },
};

export const datelineCases: Record<
  string,
  { line: string; expected: { dateline: string | null; agency: string | null; rest: string } | null }
> = {
  'place and em dash': {
    line: 'PORT ELSEN — A ferry sank.',
    expected: { dateline: 'PORT ELSEN', agency: null, rest: 'A ferry sank.' },
  },
  'place, agency, hyphen': {
    line: 'SKERRY (AP) - A ferry sank.',
    expected: { dateline: 'SKERRY', agency: 'AP', rest: 'A ferry sank.' },
  },
  'place, day, agency': {
    line: 'SKERRY, Jan 8 (Reuters) — “Enough,” he said.',
    expected: { dateline: 'SKERRY, Jan 8', agency: 'Reuters', rest: '“Enough,” he said.' },
  },
  'place, state, day': {
    line: 'ORLOFF, N.Y., Sept. 26 (UPI) — A ferry sank.',
    expected: { dateline: 'ORLOFF, N.Y., Sept. 26', agency: 'UPI', rest: 'A ferry sank.' },
  },
  'two hyphens': {
    line: 'SKERRY -- A ferry sank.',
    expected: { dateline: 'SKERRY', agency: null, rest: 'A ferry sank.' },
  },
  'two places': {
    line: 'SKERRY/TARVO (NWA) – 41 died.',
    expected: { dateline: 'SKERRY/TARVO', agency: 'NWA', rest: '41 died.' },
  },
  'place and country': {
    line: 'SKERRY, Tarvo — A ferry sank.',
    expected: { dateline: 'SKERRY, Tarvo', agency: null, rest: 'A ferry sank.' },
  },
  'place in small letters with an agency': {
    line: 'Port Elsen (dpa) - A ferry sank.',
    expected: { dateline: 'Port Elsen', agency: 'dpa', rest: 'A ferry sank.' },
  },
  'place and colon': {
    line: 'SKERRY: A ferry sank.',
    expected: { dateline: 'SKERRY', agency: null, rest: 'A ferry sank.' },
  },
  'agency alone': {
    line: '(Reuters) - A ferry sank.',
    expected: { dateline: null, agency: 'Reuters', rest: 'A ferry sank.' },
  },
  'saint in capitals': {
    line: 'ST. BRANNOCK — A ferry sank.',
    expected: { dateline: 'ST. BRANNOCK', agency: null, rest: 'A ferry sank.' },
  },
  'hyphens within a place': {
    line: 'PORT-AU-ELSE — A ferry sank.',
    expected: { dateline: 'PORT-AU-ELSE', agency: null, rest: 'A ferry sank.' },
  },
  'a dash within a sentence': { line: 'Varga — who leads the search — said no.', expected: null },
  'capitals before an aside': { line: 'NATO — which has ships nearby — said no.', expected: null },
  'a label': { line: 'BREAKING: A ferry sank.', expected: null },
  'brackets that are no agency': { line: 'SKERRY (the island) — A ferry sank.', expected: null },
  'no dash': { line: 'SKERRY is an island.', expected: null },
  'nothing behind the dash': { line: 'SKERRY —', expected: null },
  'a dash too late': { line: `${'SKERRY '.repeat(20)}— A ferry sank.`, expected: null },
};

/** Lines that may be datelines by themselves. */
export const datelineAloneCases: Record<string, { line: string; expected: string | null }> = {
  'place, day, agency, dash': { line: 'SKERRY, Jan 8 (Reuters) —', expected: 'SKERRY, Jan 8' },
  'place, day, year': { line: 'SKERRY, January 8, 2014', expected: 'SKERRY, January 8, 2014' },
  'place and country': { line: 'SKERRY, Tarvo', expected: 'SKERRY, Tarvo' },
  'place and dash': { line: 'PORT ELSEN —', expected: 'PORT ELSEN' },
  'place in small letters with a day': { line: 'Port Elsen, 8 January', expected: 'Port Elsen, 8 January' },
  'capitals alone are a label': { line: 'WORLD NEWS', expected: null },
  'a headline': { line: 'Ferry sinks off Tarvo', expected: null },
  'a sentence': { line: 'A ferry sank.', expected: null },
};

export const dateCases: Record<string, { line: string; expected: string | null }> = {
  'month first, no space': { line: 'Mar 14,2019', expected: '2019-03-14T00:00:00Z' },
  'month first, in full': { line: 'March 4, 2019', expected: '2019-03-04T00:00:00Z' },
  'month first, with weekday and ordinal': {
    line: 'Thursday, March 14th, 2019',
    expected: '2019-03-14T00:00:00Z',
  },
  'day first': { line: '14 Sept. 2019', expected: '2019-09-14T00:00:00Z' },
  'day first, in German': { line: '14. März 2019', expected: '2019-03-14T00:00:00Z' },
  'day first, in Spanish': { line: '14 de marzo de 2019', expected: '2019-03-14T00:00:00Z' },
  'ISO day': { line: 'Published: 2019-03-14', expected: '2019-03-14T00:00:00Z' },
  'ISO instant': { line: '2019-03-14T16:05:00Z', expected: '2019-03-14T16:05:00Z' },
  'instant with an offset': { line: '2019-03-14T00:30:00+02:00', expected: '2019-03-13T22:30:00Z' },
  'instant behind Greenwich': { line: '14 March 2019 22:30 -03:00', expected: '2019-03-15T01:30:00Z' },
  'time in GMT': { line: 'Posted on 14 March 2019, 16:05 GMT', expected: '2019-03-14T16:05:00Z' },
  'afternoon in UTC': { line: 'March 14, 2019 at 4:05 p.m. UTC', expected: '2019-03-14T16:05:00Z' },
  'noon and midnight': { line: 'March 14, 2019 12:05 AM UTC', expected: '2019-03-14T00:05:00Z' },
  'a time without a zone is left out': { line: '14 March 2019 16:05', expected: '2019-03-14T00:00:00Z' },
  'a zone that may mean several is left out': {
    line: 'March 14, 2019 4:05 PM EST',
    expected: '2019-03-14T00:00:00Z',
  },
  'no such time': { line: '14 March 2019 25:05 GMT', expected: '2019-03-14T00:00:00Z' },
  'stops: day first': { line: '3.4.2019', expected: '2019-04-03T00:00:00Z' },
  'slashes, only one reading': { line: '14/03/2019', expected: '2019-03-14T00:00:00Z' },
  'slashes, only the other reading': { line: '03/14/2019', expected: '2019-03-14T00:00:00Z' },
  'slashes, two readings': { line: '03/04/2019', expected: null },
  'slashes, day and month alike': { line: '04/04/2019', expected: '2019-04-04T00:00:00Z' },
  'leap day': { line: '29 February 2020', expected: '2020-02-29T00:00:00Z' },
  'no such day': { line: '30 February 2019', expected: null },
  'published before updated': {
    line: 'Updated 16 March 2019, published 14 March 2019',
    expected: '2019-03-14T00:00:00Z',
  },
  'only updated': { line: 'Last updated at 16 March 2019', expected: '2019-03-16T00:00:00Z' },
  'no year': { line: 'March 14', expected: null },
  'a number that goes on': { line: 'March 14, 20195', expected: null },
};
