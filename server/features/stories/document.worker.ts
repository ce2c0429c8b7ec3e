/** The thread in which a story's document is read. Started by `document-reading.ts`. */
import { answerOn } from '../../thread-side.ts';
import { readDocument } from './read-document.ts';

answerOn(readDocument);
