/** Who is signed in; null while nobody is. */
import { createContext } from '@lit/context';
import type { Me } from '../../server/contract/people.ts';

export type { Me } from '../../server/contract/people.ts';
export const meContext = createContext<Me | null>(Symbol('me'));
