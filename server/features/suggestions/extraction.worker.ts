/** The thread in which claims are looked for, so that a long text keeps nobody waiting. Started by `extraction.ts`. */
import { suggest } from '../../domain/extraction/suggest.ts';
import type { Reading } from '../../services.ts';
import { answerOn } from '../../thread-side.ts';
import { find } from './found.ts';

answerOn((reading: Reading) => find(reading, suggest));
