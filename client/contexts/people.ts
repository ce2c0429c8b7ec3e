/** The people of the newsroom by id, to turn an id into a name. Fetched once for each person who signs in. */
import { createContext } from '@lit/context';
import type { User } from '../../server/contract/people.ts';

/** Names of people of other newsrooms, whose work came in with stories. */
export interface NamesElsewhere {
  /** Undefined for those who are none, and for those of whom it is not known yet: then it is asked. */
  nameOf(id: string): string | undefined;
}

export interface People extends ReadonlyMap<string, User> {
  readonly elsewhere?: NamesElsewhere;
}
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
  id === null ? 'nobody' : (people?.get(id)?.name ?? people?.elsewhere?.nameOf(id) ?? 'someone');

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The name of the person whose id a word is; undefined for every other word. */
export const personNamed = (people: People, word: string): string | undefined =>
  people.get(word)?.name ?? (ID.test(word) ? people.elsewhere?.nameOf(word) : undefined);

/** The people of the newsroom, and where to ask for others. */
export const peopleOf = (users: readonly User[], elsewhere: NamesElsewhere): People =>
  Object.assign(new Map(users.map((user) => [user.id, user])), { elsewhere });
