/** What a story states beside casualties, one wording to a row: the facts' words, and their readings. */
export interface FactCase {
  readonly text: string;
  readonly publishedAt?: string;
  /** Words, what they are about, and the value; in the order of the text. */
  readonly expected: readonly (readonly [quote: string, about: string, value: string | null])[];
  /** A part of why, where the row is about that; of the first fact. */
  readonly why?: string;
}

const WEDNESDAY = '2014-01-08T16:00:00Z';

export const factCases: Record<string, FactCase> = {
  'a date': {
    text: 'The quay opened on 8 January 2014.',
    expected: [['8 January 2014', 'date', '2014-01-08']],
    why: 'Wednesday',
  },
  'a date as Americans print it': {
    text: 'It opened on Jan. 8, 2014, they say.',
    expected: [['Jan. 8, 2014', 'date', '2014-01-08']],
  },
  'a date with an ordinal': {
    text: 'It opened on the 3rd of May 2012.',
    expected: [['3rd of May 2012', 'date', '2012-05-03']],
  },
  'a date in ISO form': {
    text: 'It opened on 2014-01-08.',
    expected: [['2014-01-08', 'date', '2014-01-08']],
  },
  'a date and its weekday': {
    text: 'It opened on Wednesday, 8 January 2014.',
    expected: [['Wednesday, 8 January 2014', 'date', '2014-01-08']],
    why: '8 January 2014 was a Wednesday',
  },
  'a date and another weekday': {
    text: 'It opened on Tuesday, 8 January 2014.',
    expected: [['Tuesday, 8 January 2014', 'date', '2014-01-08']],
    why: '8 January 2014 was a Wednesday, not a Tuesday',
  },
  'a weekday on which something will be': {
    text: 'The mayor will visit Ardle on Friday.',
    publishedAt: WEDNESDAY,
    expected: [['Friday', 'date', '2014-01-10']],
  },
  'a weekday on which something is due': {
    text: 'The quay is due to open on Monday, the mayor said on Tuesday.',
    publishedAt: WEDNESDAY,
    expected: [
      ['Monday', 'date', '2014-01-13'],
      ['Tuesday', 'date', '2014-01-07'],
    ],
  },
  'the day of publication, on which something will be': {
    text: 'The mayor will visit Ardle on Wednesday.',
    publishedAt: WEDNESDAY,
    expected: [['Wednesday', 'date', '2014-01-08']],
  },
  'a weekday in the evening': {
    text: 'It opened on Tuesday evening, January 8, 2014.',
    expected: [['Tuesday evening, January 8, 2014', 'date', '2014-01-08']],
    why: 'not a Tuesday',
  },
  'a weekday behind its date': {
    text: 'It opened on 8 January 2014, a Tuesday.',
    expected: [['8 January 2014, a Tuesday', 'date', '2014-01-08']],
    why: 'not a Tuesday',
  },
  'a day without a year, by the story’s own': {
    text: 'It opened on Tuesday (January 7).',
    publishedAt: WEDNESDAY,
    expected: [['Tuesday (January 7', 'date', '2014-01-07']],
    why: '7 January 2014, by the story’s own date, was a Tuesday'.replace('’', "'"),
  },
  'a day of the year before': {
    text: 'It opened on 30 December.',
    publishedAt: WEDNESDAY,
    expected: [['30 December', 'date', '2013-12-30']],
  },
  'a day without any year': {
    text: 'It opened on Tuesday, 7 January.',
    expected: [['Tuesday, 7 January', 'date', '--01-07']],
    why: 'without a year',
  },
  'a day that no calendar has': {
    text: 'It opened on 31 February 2013.',
    expected: [['31 February 2013', 'date', null]],
    why: 'no calendar',
  },
  'a leap day': {
    text: 'It opened on 29 February 2012.',
    expected: [['29 February 2012', 'date', '2012-02-29']],
  },
  'a month of a year': { text: 'It opened in March 2011.', expected: [['March 2011', 'date', '2011-03']] },
  'a year': { text: 'It has been open since 1998.', expected: [['1998', 'date', '1998']] },
  'a number like a year': { text: 'About 1998 boats came.', expected: [] },
  'verbs like months': { text: 'They may march 8 miles.', expected: [['8 miles', 'quantity', '8 miles']] },
  'a weekday alone': {
    text: 'It opened on Tuesday. On Tuesday it rained.',
    publishedAt: WEDNESDAY,
    expected: [['Tuesday', 'date', '2014-01-07']],
    why: '2014-01-07 by the day of publication, a Wednesday',
  },
  'the weekday of publication': {
    text: 'It opened on Wednesday.',
    publishedAt: WEDNESDAY,
    expected: [['Wednesday', 'date', '2014-01-08']],
  },
  'a weekday of the lead that the story’s day makes old news': {
    text: 'Ferry sinks\n\nA ferry sank off Marl on Thursday.',
    publishedAt: WEDNESDAY,
    expected: [['Thursday', 'date', '2014-01-02']],
    why: 'the lead’s Thursday would be 6 days before the story’s own day, Wednesday, 8 January 2014',
  },
  'the same weekday further down': {
    text: 'Ferry sinks\n\nA ferry sank off Marl.\n\nIt had left on Thursday.',
    publishedAt: WEDNESDAY,
    expected: [['Thursday', 'date', '2014-01-02']],
    why: 'weekday; 2014-01-02',
  },
  'a weekday of the lead some days back': {
    text: 'Ferry sinks\n\nA ferry sank off Marl on Saturday.',
    publishedAt: WEDNESDAY,
    expected: [['Saturday', 'date', '2014-01-04']],
    why: 'weekday; 2014-01-04',
  },
  'last week’s weekday in the lead': {
    text: 'Ferry sinks\n\nA ferry that left last Thursday sank.',
    publishedAt: WEDNESDAY,
    expected: [['last Thursday', 'date', '2014-01-02']],
    why: 'weekday; 2014-01-02',
  },
  'a weekday to come': {
    text: 'It opens next Tuesday.',
    publishedAt: WEDNESDAY,
    expected: [['next Tuesday', 'date', '2014-01-14']],
  },
  'the next weekday of publication’s own name': {
    text: 'It opens next Wednesday.',
    publishedAt: WEDNESDAY,
    expected: [['next Wednesday', 'date', '2014-01-15']],
  },
  'a weekday in a story without a date': { text: 'It opened on Tuesday.', expected: [] },
  'a paper named for a weekday': { text: 'The Tuesday’s editor left.', publishedAt: WEDNESDAY, expected: [] },
  money: {
    text: 'It cost $3.5 million in all.',
    expected: [['$3.5 million', 'quantity', '3500000 dollars']],
  },
  'money with its country': {
    text: 'It cost US$12,000 in all.',
    expected: [['US$12,000', 'quantity', '12000 USD']],
  },
  'money with a letter': {
    text: 'It cost €1.1bn in all.',
    expected: [['€1.1bn', 'quantity', '1100000000 EUR']],
  },
  'money in words': {
    text: 'It cost 40 million crowns.',
    expected: [['40 million crowns', 'quantity', '40000000 crowns']],
  },
  'a share': { text: 'Some 45 per cent stayed away.', expected: [['45 per cent', 'quantity', '45 %']] },
  'a share with its sign': { text: 'Some 4.5% stayed away.', expected: [['4.5%', 'quantity', '4.5 %']] },
  'percentage points': {
    text: 'It rose by 3 percentage points.',
    expected: [['3 percentage points', 'quantity', '3 percentage points']],
  },
  'a distance': { text: 'It lies 10 kilometres north.', expected: [['10 kilometres', 'quantity', '10 km']] },
  'a distance with a hyphen': {
    text: 'They built a 300-metre wall.',
    expected: [['300-metre', 'quantity', '300 m']],
  },
  'an area': {
    text: 'It burned 2,000 square miles.',
    expected: [['2,000 square miles', 'quantity', '2000 square miles']],
  },
  'an age behind a name': {
    text: 'Ana Bly, 42, left the harbour.',
    expected: [['42', 'quantity', '42 years old']],
  },
  'an age with hyphens': {
    text: 'A 19-year-old swam ashore.',
    expected: [['19-year-old', 'quantity', '19 years old']],
  },
  'a count of things': {
    text: 'The storm broke 40 boats.',
    expected: [['40 boats', 'quantity', '40 boats']],
  },
  'a count with a bound': {
    text: 'The storm broke at least 40 fishing boats.',
    expected: [['at least 40 fishing boats', 'quantity', 'at least 40 fishing boats']],
  },
  'a count from above': {
    text: 'The storm broke up to 40 boats.',
    expected: [['up to 40 boats', 'quantity', 'at most 40 boats']],
  },
  'a count about': {
    text: 'The storm broke some 40 boats.',
    expected: [['some 40 boats', 'quantity', 'about 40 boats']],
  },
  'a range of counts': {
    text: 'The storm broke 40 to 50 boats.',
    expected: [['40 to 50 boats', 'quantity', '40–50 boats']],
  },
  'a small count': { text: 'The storm broke two boats.', expected: [] },
  'a small count with a bound': {
    text: 'The storm broke at least two boats.',
    expected: [['at least two boats', 'quantity', 'at least 2 boats']],
  },
  'one of': { text: 'One of the boats broke.', expected: [] },
  'an ordinal': { text: 'It was the 9th boat.', expected: [] },
  'a phone number': { text: 'Call 555-0142 today.', expected: [] },
  'a time of day': { text: 'It broke at 10:30.', expected: [] },
  'a person with a title': {
    text: 'They met Interior Minister Ana Bly. Interior Minister Ana Bly left.',
    expected: [['Interior Minister Ana Bly', 'name', 'Ana Bly, Interior Minister']],
  },
  'a person with a small title': {
    text: 'They met former deputy mayor Oskar Bly.',
    expected: [['former deputy mayor Oskar Bly', 'name', 'Oskar Bly, former deputy mayor']],
  },
  'a person with an office behind': {
    text: 'They met Ana Bly, the interior minister, at noon.',
    expected: [['Ana Bly, the interior minister', 'name', 'Ana Bly, interior minister']],
  },
  'a person without a function': { text: 'They met Ana Bly, a friend, at noon.', expected: [] },
  'a place with its kind': {
    text: 'It left the port of Tarvo at noon.',
    expected: [['port of Tarvo', 'place', 'Tarvo, port']],
  },
  'a capital': {
    text: 'It left the capital, Tarvo, at noon.',
    expected: [['capital, Tarvo', 'place', 'Tarvo, capital']],
  },
  'an event with its year': {
    text: 'He fought in the 1994 civil war.',
    expected: [['1994 civil war', 'event', '1994 civil war']],
  },
  'a count from more than': {
    text: 'The storm broke more than 40 boats.',
    expected: [['more than 40 boats', 'quantity', 'more than 40 boats']],
  },
  'a count below': {
    text: 'The storm broke fewer than 40 boats.',
    expected: [['fewer than 40 boats', 'quantity', 'fewer than 40 boats']],
  },
  'an office behind that ends before what the person did': {
    text: 'They met Ana Bly, the interior minister who left, at noon.',
    expected: [['Ana Bly, the interior minister', 'name', 'Ana Bly, interior minister']],
  },
  'an office behind that is cut by a title': {
    text: 'They met Ana Bly, a lawyer for Mr. Molk, at noon.',
    expected: [],
  },
  'an age behind a name at the end': {
    text: 'The harbour was left by Ana Bly, 42.',
    expected: [['42', 'quantity', '42 years old']],
  },
  'a number behind a name that goes on': { text: 'They met in Tarvo, 42 of them with boats.', expected: [] },
  'a number too large to be one': { text: 'It cost $99999999999999999 in all.', expected: [] },
  'a count of ten things': { text: 'The storm broke 10 boats.', expected: [] },
  'a count of eleven things': {
    text: 'The storm broke 11 boats.',
    expected: [['11 boats', 'quantity', '11 boats']],
  },
  'a count of what is named far behind': {
    text: 'The storm broke 40 old wooden blue green fishing boats.',
    expected: [],
  },
  'a count of what happened to people': { text: 'It told of 40 wounded fishermen.', expected: [] },
  'a count of nothing': { text: 'The storm broke 40 and then stopped.', expected: [] },
  'two people with titles': {
    text: 'They met Interior Minister Ana Bly and Mayor Oskar Molk.',
    expected: [
      ['Interior Minister Ana Bly', 'name', 'Ana Bly, Interior Minister'],
      ['Mayor Oskar Molk', 'name', 'Oskar Molk, Mayor'],
    ],
  },
  'a person whose office behind has no article': {
    text: 'They met Ana Bly, interior minister, at noon.',
    expected: [['Ana Bly, interior minister', 'name', 'Ana Bly, interior minister']],
  },
  'a person whose office behind ends the sentence': {
    text: 'They met Ana Bly, their interior minister.',
    expected: [['Ana Bly, their interior minister', 'name', 'Ana Bly, interior minister']],
  },
  'a person whose office behind ends at a dash': {
    text: 'They met Ana Bly, the interior minister — at noon.',
    expected: [['Ana Bly, the interior minister', 'name', 'Ana Bly, interior minister']],
  },
  'an office over a line end': {
    text: 'They met Ana Bly, the interior\nminister, at noon.',
    expected: [['Ana Bly, the interior\nminister', 'name', 'Ana Bly, interior minister']],
  },
  'a person of whom more is said behind than an office': {
    text: 'They met Ana Bly, the minister said to have left, at noon.',
    expected: [],
  },
  'a single name with an office behind': {
    text: 'They met Bly, the interior minister, at noon.',
    expected: [],
  },
  'places with their kinds': {
    text: 'It left the island of Tarvo for the province of Sel Mora and the town, Lind.',
    expected: [
      ['island of Tarvo', 'place', 'Tarvo, island'],
      ['province of Sel Mora', 'place', 'Sel Mora, province'],
      ['town, Lind', 'place', 'Lind, town'],
    ],
  },
  'an event of several words': {
    text: 'He spoke of the 2011 Tarvo ferry bombing.',
    expected: [['2011 Tarvo ferry bombing', 'event', '2011 Tarvo ferry bombing']],
  },
  'titles in a headline': {
    text: 'Major Ana Bly Leaves The Harbour\n\nIt rained all day on the quay. The storm broke 40 boats.',
    expected: [['40 boats', 'quantity', '40 boats']],
  },
};

/** Figures with what they measure: the words as printed, and their value. */
export const measureCases: Record<string, string> = {
  US$20: '20 USD',
  A$20: '20 AUD',
  'C$3.5bn': '3500000000 CAD',
  $900: '900 dollars',
  '€15': '15 EUR',
  '£40': '40 pounds',
  '¥900': '900 yen',
  '£3k': '3000 pounds',
  '$2 thousand': '2000 dollars',
  $4m: '4000000 dollars',
  $5mn: '5000000 dollars',
  '$6 billion': '6000000000 dollars',
  $7tn: '7000000000000 dollars',
  '$8 trillion': '8000000000000 dollars',
  '$1.1 million': '1100000 dollars',
  '300 dollars': '300 dollars',
  '300 US dollars': '300 dollars',
  '12 euros': '12 EUR',
  '12 euro': '12 EUR',
  '70 pounds': '70 pounds',
  '80 rupees': '80 rupees',
  '90 roubles': '90 roubles',
  '90 rubles': '90 roubles',
  '60 yuan': '60 yuan',
  '500 yen': '500 yen',
  '40 francs': '40 francs',
  '75 crowns': '75 crowns',
  '30 pesos': '30 pesos',
  '45 dinars': '45 dinars',
  '16 lira': '16 lira',
  '3 thousand crowns': '3000 crowns',
  '3 billion crowns': '3000000000 crowns',
  '3 trillion crowns': '3000000000000 crowns',
  '1,234.5 crowns': '1234.5 crowns',
  '12%': '12 %',
  '12 %': '12 %',
  '12 percent': '12 %',
  '12 pct': '12 %',
  '1 percentage point': '1 percentage points',
  '3 kilometres': '3 km',
  '3 kilometers': '3 km',
  '3 km': '3 km',
  '12 miles': '12 miles',
  '40 metres': '40 m',
  '40 meters': '40 m',
  '1 foot': '1 feet',
  '90 feet': '90 feet',
  '50 hectares': '50 ha',
  '20 acres': '20 acres',
  '300 tonnes': '300 tonnes',
  '300 tons': '300 tons',
  '2 million tons': '2000000 tons',
  '15 kilograms': '15 kg',
  '15kg': '15 kg',
  '30 litres': '30 l',
  '30 liters': '30 l',
  '500 barrels': '500 barrels',
  '90 megawatts': '90 MW',
  '35 degrees': '35 degrees',
  '18 knots': '18 knots',
  '70 mph': '70 mph',
  '90 kph': '90 km/h',
  '7 square kilometres': '7 square km',
  '7 cubic metres': '7 cubic m',
  '42-year-old': '42 years old',
  '42 years old': '42 years old',
  '3-year old': '3 years old',
  'aged 42': '42 years old',
  'age 42': '42 years old',
};
