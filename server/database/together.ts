/**
 * Questions to the database that come while one is under way, asked together in the next: many cost little more than
 * one, since most of what one costs is the way there and back.
 */

export interface Sharing<Q> {
  /** Questions that travel together at most. */
  readonly most: number;
  /** Milliseconds after which those who wait are asked for beside a question that is still under way. */
  readonly patience: number;
  /** Questions of one key are asked one after the other, in the order in which they came. */
  readonly keyOf?: (question: Q) => string;
}

interface Waiting<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Share the ways to the database among all who ask at the same time.
 *
 * Whoever asks while nothing is under way is asked for at once. A question is always sent after it was asked, so no
 * answer is older than its question.
 *
 * @param askAll answers in the order of the questions; where it fails, it fails for all of them
 */
export function together<Q, A>(
  askAll: (questions: readonly Q[]) => Promise<readonly A[]>,
  { most, patience, keyOf }: Sharing<Q>,
): (question: Q) => Promise<A> {
  let waiting: Waiting<Q, A>[] = [];
  let isUnderWay = false;

  const next = (): Waiting<Q, A>[] => {
    const keys = new Set<string>();
    const chosen: Waiting<Q, A>[] = [];
    const left: Waiting<Q, A>[] = [];
    for (const one of waiting) {
      const key = keyOf?.(one.question);
      const fits = chosen.length < most && (key === undefined || !keys.has(key));
      if (key !== undefined) keys.add(key);
      (fits ? chosen : left).push(one);
    }
    waiting = left;
    return chosen;
  };

  const go = async (): Promise<void> => {
    if (isUnderWay || waiting.length === 0) return;
    isUnderWay = true;
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      isUnderWay = false;
      void go();
    };
    const timer = setTimeout(over, patience);
    const all = next();
    try {
      const answers = await askAll(all.map(({ question }) => question));
      all.forEach(({ resolve }, index) => {
        resolve(answers[index] as A);
      });
    } catch (error) {
      for (const { reject } of all) reject(error);
    } finally {
      clearTimeout(timer);
      over();
    }
  };

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      void go();
    });
}
