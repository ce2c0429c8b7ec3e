/** Many editors on one story, over a line that cuts, drops and delays. */
import { gather, judged } from '../crew.ts';
import { openDesk } from '../desk.ts';
import type { Fault } from '../fault.ts';
import { NO_TROUBLE, type Trouble } from '../line.ts';
import { count, sum } from '../words.ts';

const TROUBLE: Trouble = { cut: 0.03, dropReply: 0.05, halfReply: 0.02, delay: 0.1, delayMs: 150 };

export const mixedWrites: Fault = async (ground) => {
  const [editors, reviewers, each] = ground.quick ? [6, 2, 10] : [30, 10, 50];
  const desk = await openDesk(ground, { editors, reviewers });
  const crew = await gather(ground, desk);
  const { people } = crew;

  ground.say(`${people.length} people write ${each} times each`);
  desk.line.trouble = TROUBLE;
  const began = performance.now();
  const following = crew.follow();
  await crew.work(each);
  const seconds = (performance.now() - began) / 1000;
  desk.line.trouble = NO_TROUBLE;
  const late = await following.end();
  const resumes = following.resumes();
  const { broken, seen } = await judged(ground, desk, crew);
  if (sum(resumes) === 0) late.push('no stream broke: none was resumed');
  const wrong = desk.line.seen;
  return {
    test: 'many editors on one story, connections cut at random, replies dropped after commit, retries',
    size: `${people.length} people, ${count(people.length * each)} deeds`,
    broken: [...late, ...broken],
    seen: [
      `${seconds.toFixed(0)} s, over ${count(wrong.connections)} connections: ${count(wrong.cut)} cut, ${count(wrong.repliesDropped)} replies dropped after commit, ${count(wrong.repliesHalved)} replies cut in half, ${count(wrong.delayed)} pieces delayed`,
      `everyone followed by the stream: ${count(sum(resumes))} times it broke and was taken up with the next event, no gap, none twice`,
      ...seen,
    ],
  };
};
