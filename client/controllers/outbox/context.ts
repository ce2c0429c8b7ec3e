/** What the person has written and the server has not taken yet; null while nobody is signed in. */
import { createContext } from '@lit/context';
import type { Outbox } from './outbox.ts';

export const outboxContext = createContext<Outbox | null>(Symbol('outbox'));
