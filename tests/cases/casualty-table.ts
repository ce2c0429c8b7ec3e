/** Days and places as UCDP GED codes them. */

const period = (from: string | null, to: string | null, precision: string | null) => ({
  from,
  to,
  precision,
});

export const dayCases = {
  'one day': {
    details: { period: period('2014-01-03', null, 'day'), scope: 'incident' },
    expected: {
      year: 2014,
      date_start: '2014-01-03',
      date_end: '2014-01-03',
      date_prec: 1,
      event_clarity: 1,
    },
  },
  'a few days': {
    details: { period: period('2014-01-03', '2014-01-08', 'day') },
    expected: { date_start: '2014-01-03', date_end: '2014-01-08', date_prec: 2, event_clarity: null },
  },
  'seven days are a week': {
    details: { period: period('2014-01-03', '2014-01-09', 'day') },
    expected: { date_prec: 3 },
  },
  'eight days': {
    details: { period: period('2014-01-03', '2014-01-10', 'week') },
    expected: { date_prec: 4 },
  },
  'a month': { details: { period: period('2014-01-01', '2014-01-31', 'month') }, expected: { date_prec: 4 } },
  'more than a month': {
    details: { period: period('2014-01-01', '2014-02-01', 'day') },
    expected: { date_prec: 5, year: 2014 },
  },
  'over the turn of a year there is no one year': {
    details: { period: period('2013-12-30', '2014-01-02', 'day') },
    expected: { year: null, date_prec: 2 },
  },
  'a month without its ends': {
    details: { period: period('2014-01-01', null, 'month') },
    expected: { date_start: '2014-01-01', date_end: null, date_prec: 4, year: 2014 },
  },
  'a year': { details: { period: period(null, null, 'year') }, expected: { date_prec: 5, year: null } },
  'a toll that goes on has no last day': {
    details: { period: period('2014-01-03', null, 'day'), scope: 'cumulative' },
    expected: { date_start: '2014-01-03', date_end: null, date_prec: null, event_clarity: 2 },
  },
  'no day': {
    details: { period: null },
    expected: { year: null, date_start: null, date_end: null, date_prec: null },
  },
  'a period of which nothing is known': {
    details: { period: period(null, null, null) },
    expected: { year: null, date_prec: null },
  },
};

const place = (name: string, precision: string | null) => ({ name, precision });

export const placeCases = {
  'a town': {
    place: place('Aleppo', 'town'),
    expected: { where_prec: 1, where_description: 'Aleppo', adm_1: null, adm_2: null, country: null },
  },
  'a point': { place: place('the bridge', 'point'), expected: { where_prec: 1, where_coordinates: null } },
  'a district': {
    place: place('Karrada', 'district'),
    expected: { where_prec: 3, adm_2: 'Karrada', adm_1: null },
  },
  'a province': {
    place: place('Anbar', 'province'),
    expected: { where_prec: 4, adm_1: 'Anbar', adm_2: null },
  },
  'a region': { place: place('the north', 'region'), expected: { where_prec: 5, region: null } },
  'a country': { place: place('Syria', 'country'), expected: { where_prec: 6, country: 'Syria' } },
  'of no known kind': {
    place: place('there', null),
    expected: { where_prec: null, where_description: 'there', country: null },
  },
  'no place': { place: null, expected: { where_prec: null, where_description: null } },
};
