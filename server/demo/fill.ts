/** What `npm run demo` finds at its first start: three people and a story that is half checked. */
import { randomBytes, randomInt } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Role } from '../contract/people.ts';
import { isSetupNeeded } from '../features/people/setup.service.ts';
import { createUser } from '../features/people/users.service.ts';
import type { PersonWrite } from '../http/write.ts';
import type { BaseServices } from '../services.ts';
import { checkStory, type DemoDesk } from './checked-story.ts';

export interface DemoPerson {
  readonly email: string;
  /** Kept nowhere but in the caller's hands: the database has its hash alone. */
  readonly password: string;
  readonly role: Role;
}

interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/**
 * Fill an empty database with the demo: an editor, a second editor, a reviewer, and a story they have begun to check.
 * A database that has people is left as it is.
 *
 * The people come last: a first start that was cut off has none yet, so the next one begins again and prints passwords
 * that work.
 *
 * @returns the people with their passwords, to be printed once; none where nothing was made
 */
export async function fillDemo(services: BaseServices): Promise<DemoPerson[]> {
  if (!(await isSetupNeeded(services.db.prisma))) return [];
  const editor = member('Nora Field', 'editor@demo.example', 'editor');
  const second = member('Samir Okafor', 'second@demo.example', 'editor');
  const reviewer = member('Lena Brook', 'reviewer@demo.example', 'reviewer');

  const desk: DemoDesk = {
    ...services,
    editor: () => writeBy(services, editor),
    second: () => writeBy(services, second),
    reviewer: () => writeBy(services, reviewer),
  };
  await checkStory(desk);
  const people: DemoPerson[] = [];
  for (const person of [editor, second, reviewer]) people.push(await addPerson(services, person));
  return people;
}

const member = (name: string, email: string, role: Role): Member => ({ id: uuidv7(), name, email, role });

/** One write by this person, now; nobody repeats it, so its digest may be anything. */
function writeBy({ now }: BaseServices, user: PersonWrite['user']): PersonWrite {
  return { user, key: null, digest: randomBytes(32), at: now() };
}

/** People are given access by an admin. In the demo that is the program, which history then names. */
async function addPerson(services: BaseServices, person: Member): Promise<DemoPerson> {
  const program = { id: uuidv7(), name: 'Claimdesk demo', role: 'admin' } as const;
  const password = randomPassword();
  const { id, name, email, role } = person;
  const body = { id, name, email, role, password };
  await createUser(services, writeBy(services, program), body);
  return { email, password, role };
}

/** Without letters and digits that are mistaken for one another: it is read from a terminal. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Sixteen characters, 79 bits, in groups of four. */
function randomPassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
