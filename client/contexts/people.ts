/** The people of the newsroom by id, to turn an id into a name. Fetched once for each person who signs in. */
import { createContext } from '@lit/context';
import type { User } from '../../server/contract/people.ts';

export type People = ReadonlyMap<string, User>;
export const peopleContext = createContext<People>(Symbol('people'));

/** Sent by whoever changed a person, up to the app, which fetches them again. */
export class PeopleChangedEvent extends Event {
  static readonly type = 'people-changed';
  constructor() {
    super(PeopleChangedEvent.type, { bubbles: true, composed: true });
  }
}

/** A name for an id, also for one that is not (yet) known. */
export const nameOf = (people: People | undefined, id: string | null): string =>
  id === null ? 'nobody' : (people?.get(id)?.name ?? 'someone');
