import { expect, it } from 'vitest';
import { assignees } from '../../client/controllers/proof/assignees.ts';
import type { User } from '../../server/contract/people.ts';
import { idOf } from './proof-claims.ts';

const person = (number: number, over: Partial<User> = {}): User => ({
  id: idOf(number),
  name: `Person ${number}`,
  role: 'editor',
  active: true,
  email: null,
  joined: true,
  version: 1,
  createdAt: '2024-03-01T10:00:00.000Z',
  ...over,
});
const PEOPLE = [
  person(1),
  person(2, { role: 'viewer' }),
  person(3, { role: 'reviewer' }),
  person(4, { active: false }),
  person(5, { role: 'admin' }),
];

it.each([
  ['a story of the newsroom', 'newsroom', [], null, [1, 3, 5]],
  ['a story whose members count for nothing yet', 'newsroom', [2, 3], null, [1, 3, 5]],
  ['a restricted story', 'restricted', [1, 2, 4], null, [1]],
  ['whoever is asked already, without access by now', 'newsroom', [], 4, [1, 3, 4, 5]],
  ['whoever is asked already, a viewer by now', 'restricted', [1], 2, [1, 2]],
] as const)('offers who can check: %s', (_name, access, members, assigned, expected) => {
  const article = { access, memberIds: members.map(idOf) };
  const offered = assignees(PEOPLE, article, assigned === null ? null : idOf(assigned));
  expect(offered.map(({ id }) => id)).toEqual(expected.map(idOf));
});
