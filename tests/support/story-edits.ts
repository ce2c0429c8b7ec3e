/** Random edits of a story whose paragraphs each hold one figure. */
import fc from 'fast-check';

const speakers = ['Rashid', 'Maren', 'The envoy', 'The harbour office'];
const places = ['Harran', 'Dorvan', 'the old market', 'the port'];
const fates = ['were killed', 'were injured', 'are missing'];

/** A paragraph of its own; its figure is in no other, so that it can be told from all of them. */
export const paragraph = (figure: number, choice: number): string => {
  const [speaker, place, fate] = [speakers, places, fates].map((words) => words[choice % words.length]);
  return choice % 2 === 0
    ? `${speaker} said ${figure} people ${fate} in ${place} on Monday.`
    : `In ${place} on Tuesday ${figure} people ${fate} when the wall fell.`;
};

/** Changes the paragraphs of a story, of which one is always left. */
type Edit = (paragraphs: string[]) => void;
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.nat(9).map(
    (at): Edit =>
      (all) =>
        void all.splice(at % all.length, all.length > 1 ? 1 : 0),
  ),
  fc.tuple(fc.nat(9), fc.nat(9)).map(
    ([from, to]): Edit =>
      (all) => {
        const taken = all.splice(from % all.length, 1);
        all.splice(to % (all.length + 1), 0, ...taken);
      },
  ),
  fc
    .tuple(
      fc.nat(9),
      fc.constantFrom('people|men', 'said|denied', ' on |, late on ', 'people|people, all told,'),
    )
    .map(
      ([at, change]): Edit =>
        (all) => {
          const [from = '', to = ''] = change.split('|');
          all[at % all.length] = (all[at % all.length] ?? '').replace(from, to);
        },
    ),
  fc.tuple(fc.nat(9), fc.integer({ min: 9000, max: 9999 })).map(
    ([at, figure]): Edit =>
      (all) => {
        all[at % all.length] = (all[at % all.length] ?? '').replace(/\d+/, String(figure));
      },
  ),
  fc.tuple(fc.nat(9), fc.integer({ min: 8000, max: 8999 }), fc.nat(50)).map(
    ([at, figure, choice]): Edit =>
      (all) =>
        void all.splice(at % (all.length + 1), 0, paragraph(figure, choice)),
  ),
);
