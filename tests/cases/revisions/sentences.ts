/** Sentences of an older and a newer text, and which of them are the same. */

interface Unchanged {
  /** Sentences by a name, `-` for one that holds no word. The same name is the same words. */
  readonly older: string;
  readonly newer: string;
  /** For each older sentence the number of the newer one, `-` where none is it. */
  readonly expected: string;
}

export const unchangedCases: Readonly<Record<string, Unchanged>> = {
  'nothing changed': { older: 'a b c', newer: 'a b c', expected: '0 1 2' },
  'one put in': { older: 'a b c', newer: 'a b x c', expected: '0 1 3' },
  'one put in at the front': { older: 'a b', newer: 'x a b', expected: '1 2' },
  'one deleted': { older: 'a b c', newer: 'a c', expected: '0 - 1' },
  'one reworded': { older: 'a b c', newer: 'a B c', expected: '0 - 2' },
  'one moved to the front': { older: 'a b c', newer: 'c a b', expected: '1 2 0' },
  'all of them new': { older: 'a b', newer: 'x y z', expected: '- -' },
  'nothing before': { older: '', newer: 'a', expected: '' },
  'nothing after': { older: 'a', newer: '', expected: '-' },
  'without words, between others': { older: 'a - b', newer: 'a - b', expected: '0 - 2' },
  'without words alone': { older: '-', newer: '-', expected: '-' },

  'two of the same, both there': { older: 'x a x b', newer: 'x a x b', expected: '0 1 2 3' },
  'two of the same, moved with their neighbours': {
    older: 'a x b c x d',
    newer: 'c x d a x b',
    expected: '3 4 5 0 1 2',
  },
  'the first of two deleted': { older: 'a x b c x d', newer: 'a b c x d', expected: '0 - 1 2 3 4' },
  'the second of two deleted': { older: 'a x b c x d', newer: 'a x b c d', expected: '0 1 2 3 - 4' },
  'the one before its neighbour deleted': { older: 'x a x', newer: 'a x', expected: '- 0 1' },
  'the one after its neighbour deleted': { older: 'x a x', newer: 'x a', expected: '0 1 -' },
  'a run of the same after its neighbour': { older: 'a x y x y', newer: 'a x y x y', expected: '0 1 2 3 4' },
  'a run of the same, made longer at its end': {
    older: 'a x y x y',
    newer: 'a x y x y x y',
    expected: '0 1 2 3 4',
  },
  'a run of the same, made shorter': { older: 'a x x b', newer: 'a x b', expected: '0 1 - 2' },
  'one that two neighbours claim goes to the first': {
    older: 'a x q x b',
    newer: 'a x b',
    expected: '0 1 - - 2',
  },
  'of each, past one without words': { older: 'a - x b x', newer: 'a - x b x', expected: '0 - 2 3 4' },

  'the same alone, as many as before': { older: 'x x', newer: 'x x', expected: '0 1' },
  'the same alone, fewer than before': { older: 'x x', newer: 'x', expected: '- -' },
  'the same alone, more than before': { older: 'x x', newer: 'x x x', expected: '- -' },
  'between the same neighbours, beside reworded ones': {
    older: 'a r x s b t x u c',
    newer: 'a R x S b T x U c',
    expected: '0 - 2 - 4 - 6 - 8',
  },
  'before the first and after the last neighbour': {
    older: 'x r a s x',
    newer: 'x R a S x',
    expected: '0 - 2 - 4',
  },
  'several of a kind between the same neighbours, in order': {
    older: 'a r x p x s b',
    newer: 'a R x P x S b',
    expected: '0 - 2 - 4 - 6',
  },
  'two kinds between the same neighbours': {
    older: 'a r x p y s b q x t y c',
    newer: 'a R y P x S b Q x T y c',
    expected: '0 - 4 - 2 - 6 - 8 - 10 11',
  },
  'from between one pair of neighbours to between another': {
    older: 'a r x s b t x u c',
    newer: 'a R x q x S b U c',
    expected: '0 - - - 6 - - - 8',
  },
  'deleted between the one and kept between the other': {
    older: 'a r x s b t x u c',
    newer: 'a R S b T x U c',
    expected: '0 - - - 3 - 5 - 7',
  },
};

interface Grouped {
  readonly older: readonly string[];
  readonly newer: readonly string[];
  /** The changed sentences that belong together, by their numbers: `0 > 1 2` for one that became two. */
  readonly expected: readonly string[];
}

const port = 'The port of Harran is closed.';
const schools = 'Every school in town stays open tomorrow.';

export const groupedCases: Readonly<Record<string, Grouped>> = {
  'nothing in common': {
    older: ['Rain fell all night.'],
    newer: ['Parliament passed its budget.'],
    expected: [],
  },
  'a word exchanged': {
    older: [port, 'Floods washed nine huts away.', schools],
    newer: [port, 'Floods washed ten huts away.', schools],
    expected: ['1 > 1'],
  },
  'unchanged ones are in no group': { older: [port, schools], newer: [schools, port], expected: [] },
  'without words': { older: ['!', port], newer: ['!!', port], expected: [] },
  'without words beside one that changed': {
    older: ['…', 'Floods washed nine huts away.', '…'],
    newer: ['–', 'Floods washed ten huts away.', '–'],
    expected: ['1 > 1'],
  },
  'a copy with a word exchanged, beside the one that stands': {
    older: [port, 'Floods washed nine huts away.'],
    newer: [port, 'Floods washed nine huts away.', 'Floods washed ten huts away.'],
    expected: [],
  },

  'half the words, at another place': {
    older: [port, 'Floods washed seven huts.', schools],
    newer: [port, schools, 'Floods washed eleven tents.'],
    expected: ['1 > 2'],
  },
  'less than half, at another place': {
    older: [port, 'Floods washed seven huts away.', schools],
    newer: [port, schools, 'Floods washed eleven tents downhill.'],
    expected: [],
  },
  'less than half, at the same place': {
    older: [port, 'Floods washed several huts away.', schools],
    newer: [port, 'Floods washed eleven tents downhill.', schools],
    expected: ['1 > 1'],
  },
  'less than half, at the same place after one that was put in': {
    older: [port, 'Floods washed several huts away.', schools],
    newer: ['Snow came early.', port, 'Floods washed eleven tents downhill.', schools],
    expected: ['1 > 2'],
  },
  'less than half, at the front': {
    older: ['Floods washed several huts away.', port],
    newer: ['Floods washed eleven tents downhill.', port],
    expected: ['0 > 0'],
  },
  'less than a third, at the same place': {
    older: [port, 'Floods washed several huts away yesterday morning.', schools],
    newer: [port, 'Floods covered eleven tents downhill after midnight.', schools],
    expected: [],
  },
  'little words join nothing': {
    older: [port, 'He was in the house.', schools],
    newer: [port, schools, 'She was in the barn.'],
    expected: [],
  },
  'shared figures join little': {
    older: [port, 'Harran 1200, 1300; Dorvan 1400.', schools],
    newer: [port, schools, 'Ekdal 1200, 1300; Maren 1400.'],
    expected: [],
  },
  'a row of figures is the same with another name': {
    older: [port, 'Result: 12, 13, 14, 15, 16.', schools],
    newer: [port, schools, 'Total: 12, 13, 14, 15, 16.'],
    expected: ['1 > 2'],
  },
  'a word said twice counts as often as both say it': {
    older: [port, 'Wounded soldiers, wounded children, wounded nurses.', schools],
    newer: [port, schools, 'Wounded sailors came home.'],
    expected: [],
  },

  'the more alike of two older ones': {
    older: ['Floods washed seven huts across Dorvan.', 'Floods washed seven huts across Harran.'],
    newer: ['Floods washed eight huts across Harran.'],
    expected: ['1 > 0'],
  },
  'the more alike of two newer ones': {
    older: ['Floods washed seven huts across Harran.'],
    newer: ['Floods washed eight tents across Dorvan.', 'Floods washed eight huts across Harran.'],
    expected: ['0 > 1'],
  },
  crosswise: {
    older: ['Floods washed seven huts across Harran.', 'Floods took three goats across Dorvan.'],
    newer: ['Floods took thirty goats across Dorvan.', 'Floods washed eight huts across Harran.'],
    expected: ['0 > 1', '1 > 0'],
  },
  'the one at the same place rather than one a little more alike': {
    older: [port, 'Floods washed seven huts away across Harran yesterday.', schools],
    newer: [
      port,
      'Floods washed eight huts away across Dorvan yesterday.',
      schools,
      'Floods washed seven huts away across Dorvan yesterday.',
    ],
    expected: ['1 > 1'],
  },
  'one far more alike rather than the one at the same place': {
    older: [port, 'Floods washed seven huts away across Harran yesterday.', schools],
    newer: [
      port,
      'Floods spoiled bread across Harran yesterday.',
      schools,
      'Floods washed eight huts away across Harran yesterday.',
    ],
    expected: ['1 > 3'],
  },
  'equally alike, in their order': {
    older: ['Floods washed seven huts away.', 'Floods washed eight huts away.'],
    newer: ['Floods washed nine huts away.', 'Floods washed ten huts away.'],
    expected: ['0 > 0', '1 > 1'],
  },
  'two that became one, equally alike: the first': {
    older: ['Floods washed seven huts away.', 'Floods washed eight huts away.'],
    newer: ['Floods washed nine huts away.'],
    expected: ['0 > 0'],
  },

  'split in two': {
    older: ['The river rose towards the bridge while nine huts were washed away.'],
    newer: ['The river rose towards the bridge.', 'Nine huts were washed away.'],
    expected: ['0 > 0 1'],
  },
  'split in two, the longer part last': {
    older: ['The river rose, while nine huts and several boats were washed away.'],
    newer: ['The river rose.', 'Nine huts and several boats were washed away.'],
    expected: ['0 > 0 1'],
  },
  'split in three': {
    older: ['The river rose towards the bridge, nine huts were washed away, several sailors went missing.'],
    newer: [
      'The river rose towards the bridge.',
      'Nine huts were washed away.',
      'Several sailors went missing.',
    ],
    expected: ['0 > 0 1 2'],
  },
  'two joined': {
    older: ['The river rose towards the bridge.', 'Nine huts were washed away.'],
    newer: ['The river rose towards the bridge while nine huts were washed away.'],
    expected: ['0 1 > 0'],
  },
  'two joined, the longer one last': {
    older: ['The river rose.', 'Nine huts and several boats were washed away.'],
    newer: ['The river rose, while nine huts and several boats were washed away.'],
    expected: ['0 1 > 0'],
  },
  'a neighbour that repeats what its partner still says is no part': {
    older: ['The river rose towards the bridge while nine huts were washed away.'],
    newer: [
      'The river rose towards the bridge while nine huts were carried away.',
      'The river rose towards the bridge.',
    ],
    expected: ['0 > 0'],
  },
  'a neighbour most of whose words are new is no part': {
    older: ['The river rose towards the bridge while nine huts were washed away.'],
    newer: ['The river rose towards the bridge.', 'Nine cows drowned near Dorvan yesterday.'],
    expected: ['0 > 0'],
  },
  'a part that stands elsewhere is none': {
    older: ['The river rose towards the bridge while nine huts were washed away.', port, schools],
    newer: ['The river rose towards the bridge.', port, schools, 'Nine huts were washed away.'],
    expected: ['0 > 0'],
  },
};
