/** Short news for those who hear the page and do not see it. Spoken when the reader next pauses. */
import { createContext } from '@lit/context';

export type Announce = (message: string) => void;
export const announcerContext = createContext<Announce>(Symbol('announcer'));
