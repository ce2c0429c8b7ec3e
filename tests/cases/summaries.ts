/** When a summary was last due: an instant, an hour and a zone; the instant from which on it is due, and its day. */
interface Case {
  readonly now: string;
  readonly hour: number;
  readonly zone: string;
  readonly at: string;
  readonly day: string;
}

const row = (now: string, hour: number, zone: string, at: string, day: string): Case => ({
  ...{ now, hour, zone, at, day },
});
const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';

export const summaryCases: Readonly<Record<string, Case>> = {
  'the same morning': row('2026-03-02T09:00:00Z', 8, 'UTC', '2026-03-02T08:00:00Z', '2026-03-02'),
  'on the dot': row('2026-03-02T08:00:00Z', 8, 'UTC', '2026-03-02T08:00:00Z', '2026-03-02'),
  'a millisecond before': row('2026-03-02T07:59:59.999Z', 8, 'UTC', '2026-03-01T08:00:00Z', '2026-03-01'),
  'at midnight': row('2026-03-02T00:00:00Z', 0, 'UTC', '2026-03-02T00:00:00Z', '2026-03-02'),
  'at the last hour of the day before': row(
    '2026-03-02T09:00:00Z',
    23,
    'UTC',
    '2026-03-01T23:00:00Z',
    '2026-03-01',
  ),
  'over the end of a year': row('2026-01-01T03:00:00Z', 8, 'UTC', '2025-12-31T08:00:00Z', '2025-12-31'),
  'east of Greenwich, already tomorrow': row(
    '2026-03-02T23:30:00Z',
    8,
    'Asia/Tokyo',
    '2026-03-02T23:00:00Z',
    '2026-03-03',
  ),
  'west of Greenwich, still yesterday': row(
    '2026-03-02T03:00:00Z',
    18,
    NEW_YORK,
    '2026-03-01T23:00:00Z',
    '2026-03-01',
  ),
  'a zone with a quarter of an hour': row(
    '2026-03-02T09:00:00Z',
    8,
    'Asia/Kathmandu',
    '2026-03-02T02:15:00Z',
    '2026-03-02',
  ),
  'the last date line': row(
    '2026-03-02T09:00:00Z',
    8,
    'Pacific/Kiritimati',
    '2026-03-01T18:00:00Z',
    '2026-03-02',
  ),
  'the first date line': row('2026-03-02T09:00:00Z', 8, 'Etc/GMT+12', '2026-03-01T20:00:00Z', '2026-03-01'),

  'Berlin in winter': row('2026-03-28T12:00:00Z', 8, BERLIN, '2026-03-28T07:00:00Z', '2026-03-28'),
  'Berlin on the day that clocks go on': row(
    '2026-03-29T12:00:00Z',
    8,
    BERLIN,
    '2026-03-29T06:00:00Z',
    '2026-03-29',
  ),
  'the hour that Berlin does not have': row(
    '2026-03-29T12:00:00Z',
    2,
    BERLIN,
    '2026-03-29T01:00:00Z',
    '2026-03-29',
  ),
  'just before the gap': row('2026-03-29T00:59:59Z', 2, BERLIN, '2026-03-28T01:00:00Z', '2026-03-28'),
  'the hour after the gap': row('2026-03-29T12:00:00Z', 3, BERLIN, '2026-03-29T01:00:00Z', '2026-03-29'),
  'the hour before the gap': row('2026-03-29T12:00:00Z', 1, BERLIN, '2026-03-29T00:00:00Z', '2026-03-29'),
  'Berlin on the day that clocks go back': row(
    '2026-10-25T12:00:00Z',
    8,
    BERLIN,
    '2026-10-25T07:00:00Z',
    '2026-10-25',
  ),
  'the hour that Berlin has twice, the first time': row(
    '2026-10-25T00:00:00Z',
    2,
    BERLIN,
    '2026-10-25T00:00:00Z',
    '2026-10-25',
  ),
  'the hour that Berlin has twice, the second time': row(
    '2026-10-25T01:30:00Z',
    2,
    BERLIN,
    '2026-10-25T00:00:00Z',
    '2026-10-25',
  ),
  'New York on the day that clocks go on': row(
    '2026-03-08T20:00:00Z',
    2,
    NEW_YORK,
    '2026-03-08T07:00:00Z',
    '2026-03-08',
  ),
  'New York on the day that clocks go back': row(
    '2026-11-01T20:00:00Z',
    1,
    NEW_YORK,
    '2026-11-01T05:00:00Z',
    '2026-11-01',
  ),
  'half an hour of summer': row(
    '2026-10-04T01:00:00Z',
    2,
    'Australia/Lord_Howe',
    '2026-10-03T15:30:00Z',
    '2026-10-04',
  ),
  'a midnight that a day does not have': row(
    '2018-11-04T12:00:00Z',
    0,
    'America/Sao_Paulo',
    '2018-11-04T03:00:00Z',
    '2018-11-04',
  ),
  'a day that Samoa does not have': row(
    '2011-12-30T12:00:00Z',
    8,
    'Pacific/Apia',
    '2011-12-30T10:00:00Z',
    '2011-12-30',
  ),
  'a zone that nobody knows counts as UTC': row(
    '2026-03-02T09:00:00Z',
    8,
    'Mars/Olympus',
    '2026-03-02T08:00:00Z',
    '2026-03-02',
  ),
};
