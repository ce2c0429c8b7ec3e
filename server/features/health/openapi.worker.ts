/** The thread in which the API is described. Started by `description.ts`. */
import { answerOn } from '../../thread-side.ts';
import { describeApi } from './openapi.ts';

answerOn(() => JSON.stringify(describeApi()));
