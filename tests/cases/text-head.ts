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
  'an agency behind a dash': { line: '— Reuters', expected: { byline: 'Reuters', agency: 'Reuters' } },
  'an agency behind two hyphens': { line: '--AFP', expected: { byline: 'AFP', agency: 'AFP' } },
  'an agency in two pairs of brackets': { line: '[[AFP]]', expected: { byline: '[[AFP]]', agency: 'AFP' } },
  'an agency and a stop': { line: '(Reuters).', expected: { byline: '(Reuters).', agency: 'Reuters' } },
  'two agencies': { line: 'AFP / Reuters', expected: { byline: 'AFP, Reuters', agency: 'AFP' } },
  'two agencies, the second behind two hyphens': {
    line: 'AFP -- Reuters',
    expected: { byline: 'AFP, Reuters', agency: 'AFP' },
  },
  'an agency and a word with its letters': { line: 'Reuters | Newsroom of the coast', expected: null },
  'a credit in square brackets': {
    line: '[Reporting by Edda Quist.]',
    expected: { byline: 'Edda Quist', agency: null },
  },
  'an additional credit': {
    line: 'Additional reporting by Edda Quist; editing by Tom Hale',
    expected: { byline: 'Edda Quist', agency: null },
  },
  'a credit that turns into a sentence': { line: 'Reporting by Edda Quist was forbidden.', expected: null },
  'words before a credit': { line: 'More reporting by Edda Quist', expected: null },
  'names without spaces around a bar': {
    line: 'By Edda Quist|NWA',
    expected: { byline: 'Edda Quist', agency: 'NWA' },
  },
  'names with many spaces around a bar': {
    line: 'By Edda Quist  |  NWA',
    expected: { byline: 'Edda Quist', agency: 'NWA' },
  },
  'names with many spaces around a stroke': {
    line: 'By Edda Quist  /  NWA',
    expected: { byline: 'Edda Quist', agency: 'NWA' },
  },
  'names with many spaces around a dash': {
    line: 'By Edda Quist  —  NWA',
    expected: { byline: 'Edda Quist', agency: 'NWA' },
  },
  'names with a long dash of hyphens': {
    line: 'By Edda Quist --- NWA',
    expected: { byline: 'Edda Quist', agency: 'NWA' },
  },
  'names with spaces around a comma': {
    line: 'By Edda Quist ,  NWA',
    expected: { byline: 'Edda Quist', agency: 'NWA' },
  },
  'a dot between names': { line: 'By Edda Quist · NWA', expected: { byline: 'Edda Quist', agency: 'NWA' } },
  'a name with a hyphen': {
    line: 'By Anna-Lena Quist, NWA',
    expected: { byline: 'Anna-Lena Quist', agency: 'NWA' },
  },
  'a comma without a space is within a name': {
    line: 'By Quist,Edda',
    expected: { byline: 'Quist,Edda', agency: null },
  },
  'brackets that are followed by words': {
    line: 'By Edda Quist (dpa) and Ana Bly',
    expected: { byline: 'Edda Quist (dpa) and Ana Bly', agency: null },
  },
  'a date between names': {
    line: 'By Edda Quist, 14 March 2019, NWA',
    expected: { byline: 'Edda Quist', agency: 'NWA', at: '2019-03-14T00:00:00Z' },
  },
  'a date alone is nobody': { line: 'By 14 March 2019', expected: null },
  'stray commas and dashes at the ends': {
    line: 'By , Edda Quist ,—',
    expected: { byline: 'Edda Quist', agency: null },
  },
  'a name that is called junior': {
    line: 'By Edda Quist Jr.',
    expected: { byline: 'Edda Quist Jr.', agency: null },
  },
  'a name that ends in an initial': { line: 'By Edda Q.', expected: { byline: 'Edda Q.', agency: null } },
  'two names and a stop': { line: 'By Edda Quist.', expected: null },
  'a name in brackets': { line: 'By [Edda Quist]', expected: { byline: '[Edda Quist]', agency: null } },
  'a nickname in quotes': { line: 'By “Red” Quist', expected: { byline: '“Red” Quist', agency: null } },
  'a post in small letters': {
    line: 'By Edda Quist, chief political reporter',
    expected: { byline: 'Edda Quist, chief political reporter', agency: null },
  },
  'a post of several': {
    line: 'By Edda Quist and Ana Bly, staff writers',
    expected: { byline: 'Edda Quist and Ana Bly, staff writers', agency: null },
  },
  'small words that are no post': { line: 'By Edda Quist, whose boat sank', expected: null },
  'one field of several that names nobody': { line: 'By Edda Quist, who knows, NWA', expected: null },
  'as many names as a team has': {
    line: 'By Edda Quist, Ana Bly, Edda Quist, Ana Bly, Edda Quist, Ana Bly, Edda Quist, Ana Bly',
    expected: {
      byline: 'Edda Quist, Ana Bly, Edda Quist, Ana Bly, Edda Quist, Ana Bly, Edda Quist, Ana Bly',
      agency: null,
    },
  },
  'more names than sign a story': {
    line: 'By Edda Quist, Ana Bly, Tom Hale, Edda Quist, Ana Bly, Tom Hale, Edda Quist, Ana Bly, Tom Hale',
    expected: null,
  },
  'more words than a name has': {
    line: 'By Edda Quist Ana Bly Edda Quist Ana Bly Edda Quist Ana Bly Edda Quist Ana Bly ',
    expected: null,
  },
  'our own': {
    line: 'From our own correspondent',
    expected: { byline: 'From our own correspondent', agency: null },
  },
  staff: { line: 'Staff reporter', expected: { byline: 'Staff reporter', agency: null } },
  'several staff': { line: 'By staff writers', expected: { byline: 'staff writers', agency: null } },
  'agencies without a name': { line: 'Agencies', expected: { byline: 'Agencies', agency: null } },
  'staff, and a date': {
    line: 'Staff and agencies, 14 March 2019',
    expected: { byline: 'Staff and agencies', agency: null, at: '2019-03-14T00:00:00Z' },
  },
  'agencies that do something': { line: 'Agencies leave', expected: null },
  'what agencies do': { line: 'Aid agencies', expected: null },
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
  'two names and an agency': {
    line: 'Edda Quist and Tom Hale, Reuters',
    expected: { byline: 'Edda Quist and Tom Hale', agency: 'Reuters' },
  },
  'four names of one person': {
    line: 'Edda Ana R. Quist in Tarvo',
    expected: { byline: 'Edda Ana R. Quist in Tarvo', agency: null },
  },
  'several spaces': {
    line: 'Edda  Quist  in  Port  Elsen',
    expected: { byline: 'Edda  Quist  in  Port  Elsen', agency: null },
  },
  'letters with marks of their own': {
    line: 'Ma̱ry Qui̱st in Po̱rt Elsen',
    expected: { byline: 'Ma̱ry Qui̱st in Po̱rt Elsen', agency: null },
  },
  'a name of somewhere': { line: 'Edda Quist of Tarvo, Reuters', expected: null },
  'a place in small letters': { line: 'Edda Quist in prison', expected: null },
  'a place and what is done there': { line: 'Edda Quist in Port Elsen Harbour Front Talks', expected: null },
  'two names in one place': {
    line: 'Edda Quist in Tarvo and Port Elsen',
    expected: { byline: 'Edda Quist in Tarvo and Port Elsen', agency: null },
  },
  'a name and a stop, with an agency': { line: 'Edda Quist, Reuters.', expected: null },
  'a paragraph': {
    line: 'Edda Quist in Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port Port and Elsen',
    expected: null,
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
  'no spaces around the dash': {
    line: 'SKERRY—A ferry sank.',
    expected: { dateline: 'SKERRY', agency: null, rest: 'A ferry sank.' },
  },
  'two dashes': {
    line: 'SKERRY  ——  A ferry sank.',
    expected: { dateline: 'SKERRY', agency: null, rest: 'A ferry sank.' },
  },
  'four hyphens without spaces': {
    line: 'SKERRY----A ferry sank.',
    expected: { dateline: 'SKERRY', agency: null, rest: 'A ferry sank.' },
  },
  'a colon and spaces': {
    line: 'SKERRY:   A ferry sank.',
    expected: { dateline: 'SKERRY', agency: null, rest: 'A ferry sank.' },
  },
  'a colon without a space': { line: 'SKERRY:A ferry sank.', expected: null },
  'a quote in brackets behind the dash': {
    line: 'SKERRY — [“Enough,” he said.',
    expected: { dateline: 'SKERRY', agency: null, rest: '[“Enough,” he said.' },
  },
  'small letters behind the dash': { line: 'SKERRY — and Tarvo', expected: null },
  'a day without a comma': {
    line: 'SKERRY Jan 8 — A ferry sank.',
    expected: { dateline: 'SKERRY Jan 8', agency: null, rest: 'A ferry sank.' },
  },
  'a day before its month': {
    line: 'Port Elsen, 8. Januar 2014 — A ferry sank.',
    expected: { dateline: 'Port Elsen, 8. Januar 2014', agency: null, rest: 'A ferry sank.' },
  },
  'a day with its year': {
    line: 'Port Elsen, Sept. 26, 2014 — A ferry sank.',
    expected: { dateline: 'Port Elsen, Sept. 26, 2014', agency: null, rest: 'A ferry sank.' },
  },
  'a day in the middle': { line: 'Port Elsen Jan 8 Talks — A ferry sank.', expected: null },
  'a day alone': { line: 'Jan 8 — A ferry sank.', expected: null },
  'a place in small letters and nothing beside it': { line: 'Port Elsen — A ferry sank.', expected: null },
  'a label with its number': { line: 'UPDATE 2: A ferry sank.', expected: null },
  pictures: { line: 'PHOTOS: A ferry sank.', expected: null },
  'a short word before a colon': { line: 'FAQ: A ferry sank.', expected: null },
  'four letters before a colon': {
    line: 'ELSE: A ferry sank.',
    expected: { dateline: 'ELSE', agency: null, rest: 'A ferry sank.' },
  },
  'a short place before a dash': {
    line: 'ELS — A ferry sank.',
    expected: { dateline: 'ELS', agency: null, rest: 'A ferry sank.' },
  },
  'a letter before a dash': { line: 'A — A ferry sank.', expected: null },
  'two regions': {
    line: 'SKERRY, Elsen, Tarvo — A ferry sank.',
    expected: { dateline: 'SKERRY, Elsen, Tarvo', agency: null, rest: 'A ferry sank.' },
  },
  'three regions': { line: 'SKERRY, Elsen, Tarvo, Bly — A ferry sank.', expected: null },
  'a region with small words': {
    line: 'SKERRY, Isle of the Seals — A ferry sank.',
    expected: { dateline: 'SKERRY, Isle of the Seals', agency: null, rest: 'A ferry sank.' },
  },
  'a region that is a clause': { line: 'SKERRY, where it sank — Nobody knew.', expected: null },
  'a comma and nothing': { line: 'SKERRY, — A ferry sank.', expected: null },
  'a number in the place': { line: 'PIER 9 — A ferry sank.', expected: null },
  'a quote in the place': { line: 'THE “SKERRY” — A ferry sank.', expected: null },
  'a stop in the place': { line: 'SKERRY. TARVO — A ferry sank.', expected: null },
  'five words': {
    line: 'PORT OF THE SKERRY ISLES — A ferry sank.',
    expected: { dateline: 'PORT OF THE SKERRY ISLES', agency: null, rest: 'A ferry sank.' },
  },
  'six words': { line: 'PORT OF THE LITTLE SKERRY ISLES — A ferry sank.', expected: null },
  'small words of a place, with an agency': {
    line: 'Isle of Elsen (dpa) - A ferry sank.',
    expected: { dateline: 'Isle of Elsen', agency: 'dpa', rest: 'A ferry sank.' },
  },
  'small words of no place, with an agency': { line: 'near Elsen (dpa) - A ferry sank.', expected: null },
  'square brackets': {
    line: 'SKERRY [AFP] — A ferry sank.',
    expected: { dateline: 'SKERRY', agency: 'AFP', rest: 'A ferry sank.' },
  },
  'two agencies': {
    line: 'SKERRY (dpa/AFP) — A ferry sank.',
    expected: { dateline: 'SKERRY', agency: 'dpa', rest: 'A ferry sank.' },
  },
  'two agencies, and': {
    line: 'SKERRY (AP and AFP) — A ferry sank.',
    expected: { dateline: 'SKERRY', agency: 'AP', rest: 'A ferry sank.' },
  },
  'two agencies, with a comma': {
    line: 'SKERRY ( AFP, dpa ) — A ferry sank.',
    expected: { dateline: 'SKERRY', agency: 'AFP', rest: 'A ferry sank.' },
  },
  'an agency of several words': {
    line: 'SKERRY (The Canadian Press) — A ferry sank.',
    expected: { dateline: 'SKERRY', agency: 'The Canadian Press', rest: 'A ferry sank.' },
  },
  'brackets and words behind them': { line: 'SKERRY (AFP) Harbour — A ferry sank.', expected: null },
  'brackets alone that are no agency': { line: '(the island) — A ferry sank.', expected: null },
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
  'place and hyphen': { line: 'PORT ELSEN -', expected: 'PORT ELSEN' },
  'place and hyphens': { line: 'PORT ELSEN  --- ', expected: 'PORT ELSEN' },
  'place and dashes, without a space': { line: 'PORT ELSEN——', expected: 'PORT ELSEN' },
  'place and agency': { line: 'PORT ELSEN (NWA)', expected: 'PORT ELSEN' },
  'a dash within': { line: 'PORT ELSEN — SKERRY', expected: null },
  'more than a line': { line: `SKERRY, ${'Tarvo '.repeat(20)}`, expected: null },
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
