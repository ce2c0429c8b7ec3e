/** Pages as they are printed, and the blocks that a reader sees on them. Points from the left and from the foot. */
import type { ImportedBlock } from '../../server/domain/exchange/in/model.ts';
import { column, type Printed } from '../support/pdf.ts';

export interface PdfCase {
  readonly pages: readonly (readonly Printed[])[];
  readonly blocks: readonly ImportedBlock[];
}

const p = (text: string): ImportedBlock => ({ role: 'paragraph', text });

const LEFT = [
  'At least 41 people were killed when a passenger',
  'ferry with more than 200 on board sank off Port',
  'Elsen on Friday, the coastguard said in the even-',
  'ing. Twelve others were missing, it said.',
];
const RIGHT = [
  'Divers went down twice before night fell over the',
  'harbour. The water was too cold for anybody to',
  'live in it for longer than one hour, said the head',
  'of the rescue service, who was not to be named.',
];
const LEFT_TEXT =
  'At least 41 people were killed when a passenger ferry with more than 200 on board sank off Port Elsen on Friday, the coastguard said in the evening. Twelve others were missing, it said.';
const RIGHT_TEXT =
  'Divers went down twice before night fell over the harbour. The water was too cold for anybody to live in it for longer than one hour, said the head of the rescue service, who was not to be named.';

export const pdfCases: Readonly<Record<string, PdfCase>> = {
  'a headline and one column': {
    pages: [[[50, 700, 'Ferry sinks off Port Elsen', 24], ...column(50, 660, LEFT)]],
    blocks: [{ role: 'headline', text: 'Ferry sinks off Port Elsen' }, p(LEFT_TEXT)],
  },
  'a headline of two lines': {
    pages: [
      [
        [50, 700, 'Ferry sinks off Port Elsen and', 24],
        [50, 672, 'forty-one are dead', 24],
        ...column(50, 640, LEFT),
      ],
    ],
    blocks: [{ role: 'headline', text: 'Ferry sinks off Port Elsen and forty-one are dead' }, p(LEFT_TEXT)],
  },
  'two columns under a headline': {
    pages: [
      [[50, 700, 'Ferry sinks off Port Elsen', 24], ...column(50, 660, LEFT), ...column(310, 660, RIGHT)],
    ],
    blocks: [{ role: 'headline', text: 'Ferry sinks off Port Elsen' }, p(LEFT_TEXT), p(RIGHT_TEXT)],
  },
  'two columns whose lines are not level': {
    pages: [[...column(50, 660, LEFT), ...column(310, 655, RIGHT)]],
    blocks: [p(LEFT_TEXT), p(RIGHT_TEXT)],
  },
  'a short column beside a longer one, not level with it': {
    pages: [[...column(50, 660, LEFT), ...column(310, 664, [...RIGHT.slice(0, 2), 'survive in it.'])]],
    blocks: [
      p(LEFT_TEXT),
      p(
        'Divers went down twice before night fell over the harbour. The water was too cold for anybody to survive in it.',
      ),
    ],
  },
  'a paragraph that goes on in the next column': {
    pages: [
      [
        ...column(50, 660, LEFT.slice(0, 3)),
        ...column(310, 660, ['ing. Twelve others were missing, it said.', ...RIGHT]),
      ],
    ],
    blocks: [p(`${LEFT_TEXT} ${RIGHT_TEXT}`)],
  },
  'columns that were written line by line, from left to right': {
    pages: [
      [0, 1, 2, 3].flatMap((at) =>
        [column(50, 660, LEFT)[at], column(310, 660, RIGHT)[at]].filter((line) => line !== undefined),
      ),
    ],
    blocks: [p(LEFT_TEXT), p(RIGHT_TEXT)],
  },
  'a line over both columns parts them': {
    pages: [
      [
        ...column(50, 660, LEFT),
        ...column(310, 660, RIGHT),
        [
          50,
          600,
          'The second report, from the hospital, came in the night and was not confirmed by anybody else.',
          10,
        ],
        ...column(50, 572, RIGHT),
        ...column(310, 572, LEFT),
      ],
    ],
    blocks: [
      p(LEFT_TEXT),
      p(RIGHT_TEXT),
      p('The second report, from the hospital, came in the night and was not confirmed by anybody else.'),
      p(RIGHT_TEXT),
      p(LEFT_TEXT),
    ],
  },
  'paragraphs by the room between them': {
    pages: [[...column(50, 660, LEFT), ...column(50, 600, RIGHT)]],
    blocks: [p(LEFT_TEXT), p(RIGHT_TEXT)],
  },
  'paragraphs by the indent of their first lines': {
    pages: [
      [
        ...column(50, 660, ['The sea was calm on Friday when the ferry left']),
        ...column(50, 648, ['the harbour of Port Elsen, and nobody had said']),
        ...column(50, 636, ['that it should not leave, said the harbour master']),
        ...column(62, 624, ['She added that 200 tickets had been sold on']),
        ...column(50, 612, ['that day, which is what the ferry may carry.']),
      ],
    ],
    blocks: [
      p(
        'The sea was calm on Friday when the ferry left the harbour of Port Elsen, and nobody had said that it should not leave, said the harbour master',
      ),
      p('She added that 200 tickets had been sold on that day, which is what the ferry may carry.'),
    ],
  },
  'paragraphs by a line that ends before it is full': {
    pages: [[...column(50, 660, [...LEFT.slice(0, 2), 'Elsen.', ...RIGHT.slice(0, 2)])]],
    blocks: [
      p(
        'At least 41 people were killed when a passenger ferry with more than 200 on board sank off Port Elsen.',
      ),
      p('Divers went down twice before night fell over the harbour. The water was too cold for anybody to'),
    ],
  },
  'a page of its own ends no paragraph': {
    pages: [[...column(50, 660, LEFT.slice(0, 2))], [...column(50, 700, LEFT.slice(2))]],
    blocks: [p(LEFT_TEXT)],
  },
  'a heading between paragraphs': {
    pages: [[...column(50, 660, LEFT), [50, 594, 'The search', 13], ...column(50, 570, RIGHT)]],
    blocks: [p(LEFT_TEXT), { role: 'heading', text: 'The search' }, p(RIGHT_TEXT)],
  },
  'what runs along every page is no words of the story': {
    pages: [1, 2, 3].map((number): Printed[] => [
      [50, 770, 'The Harbour Paper', 8],
      ...column(50, 660, [LEFT, RIGHT, RIGHT.slice(2)][number - 1] ?? []),
      [300, 20, `${number} of 3`, 8],
    ]),
    blocks: [
      p(LEFT_TEXT),
      p(RIGHT_TEXT),
      p('live in it for longer than one hour, said the head of the rescue service, who was not to be named.'),
    ],
  },
  'what runs along every page, also where the story reaches beyond it': {
    pages: [
      [[50, 770, 'The Harbour Paper', 8], ...column(50, 660, LEFT)],
      [
        [50, 782, 'A line of the story that was set over the edge.'],
        [50, 770, 'The Harbour Paper', 8],
        ...column(50, 660, RIGHT),
      ],
    ],
    blocks: [p(LEFT_TEXT), p('A line of the story that was set over the edge.'), p(RIGHT_TEXT)],
  },
  'what stands on the edge of one page alone is kept': {
    pages: [[[50, 770, 'At least 41 dead', 10], ...column(50, 740, LEFT)], [...column(50, 740, RIGHT)]],
    blocks: [p('At least 41 dead'), p(LEFT_TEXT), p(RIGHT_TEXT)],
  },
  'turned text is no words of the story': {
    pages: [[...column(50, 660, LEFT), [20, 300, 'DRAFT', 40, true]]],
    blocks: [p(LEFT_TEXT)],
  },
  'bold letters that are printed twice': {
    pages: [[[50, 700, 'Nine dead', 10], [50.4, 700, 'Nine dead', 10], ...column(50, 660, LEFT)]],
    blocks: [p('Nine dead'), p(LEFT_TEXT)],
  },
  'a raised number stands beside its word': {
    pages: [
      [
        [50, 660, 'Some 41 people', 10],
        [123, 664, '1', 6],
        [127, 660, ' were killed, it said.', 10],
      ],
    ],
    blocks: [p('Some 41 people1 were killed, it said.')],
  },
  'rows of a table are blocks of their own': {
    pages: [
      [
        [50, 660, 'Killed', 10],
        [200, 660, '41', 10],
        [50, 648, 'Missing', 10],
        [200, 648, '12', 10],
      ],
    ],
    blocks: [p('Killed 41'), p('Missing 12')],
  },
  'entries of a list': {
    pages: [
      [
        ...column(50, 660, ['\x95 At least 41 people were killed, of whom nine']),
        ...column(58, 648, ['were children, the ministry said on Friday.']),
        ...column(50, 636, ['\x95 Twelve people were missing, it said.']),
      ],
    ],
    blocks: [
      p('• At least 41 people were killed, of whom nine were children, the ministry said on Friday.'),
      p('• Twelve people were missing, it said.'),
    ],
  },
};

/** Lines of one paragraph, and what they were before they were broken. */
export const joinCases: Readonly<Record<string, { lines: string[]; elsewhere?: string; expected: string }>> =
  {
    'a word that was broken': { lines: ['the coast-', 'guard said'], expected: 'the coastguard said' },
    'a word that has its hyphen elsewhere': {
      lines: ['the co-', 'pilot said'],
      elsewhere: 'The co-pilot died.',
      expected: 'the co-pilot said',
    },
    'a word that has none elsewhere': {
      lines: ['a half-', 'hearted search'],
      elsewhere: 'It was halfhearted.',
      expected: 'a halfhearted search',
    },
    'a number in letters': {
      lines: ['at least twenty-', 'two people'],
      expected: 'at least twenty-two people',
    },
    'a number in digits': { lines: ['an 18-', 'month siege'], expected: 'an 18-month siege' },
    'an age': { lines: ['a 22-year-', 'old driver'], expected: 'a 22-year-old driver' },
    'a name': { lines: ['in Sand-', 'Ford on Friday'], expected: 'in Sand-Ford on Friday' },
    'a range of numbers': { lines: ['some 40-', '50 people'], expected: 'some 40-50 people' },
    'a compound': { lines: ['a self-', 'made raft'], expected: 'a self-made raft' },
    'a soft hyphen': { lines: ['the coast\u00AD', 'guard'], expected: 'the coastguard' },
    'a dash': { lines: ['nobody –', 'not one'], expected: 'nobody – not one' },
    'no spaces in Chinese': { lines: ['至少四十', '一人死亡'], expected: '至少四十一人死亡' },
    'a number in Chinese text': { lines: ['至少', '41人'], expected: '至少 41人' },
  };
