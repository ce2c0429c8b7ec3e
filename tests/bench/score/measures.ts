/** What is measured, from which file with which scorer, and what there is to beat. */
import { z } from 'zod';

export interface Measure {
  readonly name: string;
  /** In the folder of data. */
  readonly file: string;
  /** In the folder of scorers. */
  readonly scorer: string;
  /** What was reached before by others or by simpler means, as a share of 100 unless it says so. */
  readonly known: string;
  readonly reach: string;
  /** The figure, from what the scorer prints with `--json`; null where it does not say. */
  readonly read: (output: string) => string | null;
}

const Share = z.object({ f: z.number(), r: z.number() });
const percent = (share: number): string => (100 * share).toFixed(1);

/** The last line is JSON; event files have lines "ALL killed zero stays silent   9/10 = 90.0%" before it. */
function lastJson<T>(output: string, shape: z.ZodType<T>): T | null {
  const line = output.trim().split('\n').at(-1) ?? '';
  try {
    return shape.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

const named = (output: string, label: string): string | null => {
  const line = output.split('\n').find((one) => one.startsWith(`${label} `));
  return /= (?<share>[\d.]+)%$/.exec(line?.trim() ?? '')?.groups?.share ?? null;
};

const Attribution = z.object({ scores: z.record(z.string(), Share) });
const Counts = z.record(z.string(), Share);
const Rules = z.object({ ALL: z.object({ items: z.number(), exactItems: z.number() }) });

export const EVENTS = { file: 'casualties-events-dev.jsonl', scorer: 'score-casualties.mjs' };

export const MEASURES: readonly Measure[] = [
  {
    name: 'attributions (PolNeAR): content with its source, F1',
    file: 'attribution-dev.jsonl',
    scorer: 'score-attribution.mjs',
    known: '43 by simple rules, 77 among people',
    reach: '62',
    read: (output) => {
      const score = lastJson(output, Attribution)?.scores['linked content+source (dice>=0.5)'];
      return score === undefined ? null : percent(score.f);
    },
  },
  {
    ...EVENTS,
    name: 'killed (notes of events): printed counts of two and more found',
    known: '69.5',
    reach: '92',
    read: (output) => named(output, 'ALL killed explicit n>=2 any'),
  },
  {
    ...EVENTS,
    name: 'injured (notes of events): totals found',
    known: '32',
    reach: '75',
    read: (output) => named(output, 'ALL injured stated total found (any)'),
  },
  {
    ...EVENTS,
    name: 'injured: the total, or counts that come to it together',
    known: '–',
    reach: '–',
    read: (output) => named(output, 'ALL injured any-or-sum'),
  },
  {
    ...EVENTS,
    name: 'silent where nobody was killed',
    known: '96',
    reach: '97',
    read: (output) => named(output, 'ALL killed zero stays silent'),
  },
  {
    name: 'counts in wire reports (MUC-4): recall',
    file: 'casualties-dev.jsonl',
    scorer: 'score-casualties.mjs',
    known: '52',
    reach: '80',
    read: (output) => {
      const score = lastJson(output, Counts)?.['number (any bound) ALL'];
      return score === undefined ? null : percent(score.r);
    },
  },
  {
    name: 'sentences: Golden Rules kept',
    file: 'sentences-golden.jsonl',
    scorer: 'score-sentences.mjs',
    known: '35 of 52',
    reach: '44 of 52',
    read: (output) => {
      const rules = lastJson(output, Rules)?.ALL;
      return rules === undefined ? null : `${rules.exactItems} of ${rules.items}`;
    },
  },
];
