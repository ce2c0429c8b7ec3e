/** How fast claims are found, beside the tagger alone on the same sentences in the same run. */
import { analyse } from '../../../server/domain/extraction/analyse.ts';
import { english } from '../../../server/domain/extraction/english.ts';
import { readPlain } from '../../../server/domain/extraction/plain.ts';

export interface Speed {
  readonly words: number;
  /** Seconds of the processor, of the median round: from words to claims, and the tagging that is part of it. */
  readonly all: number;
  readonly tagging: number;
}

const PEOPLE = [
  'Molk',
  'Ana Bly',
  'the harbour master',
  'a spokesman for Skerry Lines',
  'Interior Minister Edda Quist',
];
const SAYING = ['said', 'told the Courier', 'warned', 'added', 'denied'];
const EVENTS = [
  'at least % people were killed when the ferry sank off Tarvo',
  '% passengers, including 3 children, were still missing',
  'the search had cost more than % million crowns',
  'no one had counted the boats that left on 8 January',
  'some % families had been moved from the quay on Tuesday',
  'the company would not comment on the state of its ships',
];
const PLAIN = [
  'The storm had come from the north-west, as it often does at this time of the year.',
  'Nobody knew why the lights went out before the second alarm, which rang at 6 a.m. on the upper deck.',
  'The crew’s letters, most of them short, hang in the hall where the families wait.',
];

/** A story of about so many words: every third sentence says who says it. The same at every call. */
export function storyOf(words: number): string {
  const paragraphs: string[] = [];
  let count = 0;
  for (let round = 0; count < words; round++) {
    const pick = <T>(list: readonly T[], step: number) => list[Math.floor(round / step) % list.length];
    const event = (pick(EVENTS, 1) ?? '').replace('%', String((round % 90) + 2));
    const capital = event.charAt(0).toUpperCase() + event.slice(1);
    const said = `${pick(PEOPLE, 2)} ${pick(SAYING, 3)}`;
    const paragraph = [
      `${said.charAt(0).toUpperCase()}${said.slice(1)} that ${event}.`,
      `“${capital},” ${said}.`,
      pick(PLAIN, 1),
    ].join(' ');
    count += paragraph.split(' ').length;
    paragraphs.push(paragraph);
  }
  return paragraphs.join('\n\n');
}

const ROUNDS = 5;

export function measureSpeed(words = 50_000): Speed {
  const passage = readPlain(storyOf(words), 'en');
  analyse(passage);
  english.propose(passage);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    tagging: secondsOf(() => analyse(passage)),
    all: secondsOf(() => english.propose(readPlain(passage.text, 'en'))),
  }));
  return {
    words: passage.text.split(/\s+/u).length,
    tagging: median(rounds.map(({ tagging }) => tagging)),
    all: median(rounds.map(({ all }) => all)),
  };
}

/** Of the processor, not of the clock: what else the machine does is no measure of this. */
function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1_000_000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
