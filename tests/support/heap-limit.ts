/** A thread that tells how large its heap may become. */
import { getHeapStatistics } from 'node:v8';
import { answerOn } from '../../server/thread-side.ts';

answerOn(() => getHeapStatistics().heap_size_limit);
