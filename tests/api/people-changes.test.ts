/** Changing who someone is here: name, role, access. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  CreateUser,
  EditUser,
  GetMe,
  ResetPassword,
  type Role,
  SignIn,
  User,
} from '../../server/contract/people.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import {
  accept,
  amidSignIns,
  CHOSEN,
  historyOf,
  invite,
  listed,
  newPerson,
  secretOf,
  signIn,
  stored,
} from '../support/people.ts';

const desk = useDesk();
let admin: Person;
let editor: Person;
let viewer: Person;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
  viewer = await desk.person('viewer');
});

describe('changing a person', () => {
  const edit = (id: string, body: object, as: Person = admin) => as.patch(`/api/users/${id}`, body);

  test('changes name and role, recorded as before and after', async () => {
    const person = await desk.person('viewer', 'Cy Moor');
    const user = answer(EditUser, await edit(person.id, { version: 1, name: 'Cy More', role: 'editor' }));
    expect(user).toMatchObject({ name: 'Cy More', role: 'editor', active: true, version: 2 });
    expect(await listed(admin, person.id)).toEqual(user);
    expect(await historyOf(desk, person.id)).toMatchObject([
      {
        type: 'person.edited',
        actorId: admin.id,
        payload: {
          payload: {
            before: { name: 'Cy Moor', role: 'viewer' },
            after: { name: 'Cy More', role: 'editor' },
          },
        },
      },
    ]);
  });

  test('lets a new role count from the next request on, in the same session', async () => {
    const person = await desk.person('viewer');
    refusal(await person.post('/api/users', newPerson()), 'NEEDS_ADMIN');
    await edit(person.id, { version: 1, role: 'admin' }).expect(200);
    expect(answer(GetMe, await person.get('/api/session')).role).toBe('admin');
    answer(CreateUser, await person.post('/api/users', newPerson()));
    await edit(person.id, { version: 2, role: 'viewer' }).expect(200);
    refusal(await person.post('/api/users', newPerson()), 'NEEDS_ADMIN');
  });

  test('without access ends sessions and links at once, and deletes the sessions’ rows', async () => {
    const person = await desk.person('editor');
    const bystander = await desk.person('editor');
    const link = answer(ResetPassword, await admin.post(`/api/users/${person.id}/reset`));
    const rows = () => desk.db.prisma.session.findMany();
    const count = (await rows()).length;
    const user = answer(EditUser, await edit(person.id, { version: 1, active: false }));

    expect(user.active).toBe(false);
    refusal(await person.get('/api/session'), 'NOT_SIGNED_IN');
    expect(JSON.stringify(await rows())).not.toContain(person.id);
    expect(await rows()).toHaveLength(count - 1);
    answer(GetMe, await bystander.get('/api/session'));
    refusal(await signIn(desk, person.email, person.password), 'WRONG_CREDENTIALS');
    refusal(await accept(desk, secretOf(link.url)), 'LINK_SPENT');
    expect((await historyOf(desk, person.id)).at(-1)).toMatchObject({
      type: 'person.deactivated',
      payload: { payload: { before: { active: true }, after: { active: false } } },
    });

    await edit(person.id, { version: 2, active: true }).expect(200);
    expect((await historyOf(desk, person.id)).at(-1)?.type).toBe('person.reactivated');
    answer(SignIn, await signIn(desk, person.email, person.password));
  });

  test('without access ends also a session that is being opened meanwhile, for good', async () => {
    const person = await desk.person('editor');
    await amidSignIns(desk, () => edit(person.id, { version: 1, active: false }).expect(200));
    // Not looked at until access is back: a look while there is none would end it by itself.
    await edit(person.id, { version: 2, active: true }).expect(200);
    refusal(await person.get('/api/session'), 'NOT_SIGNED_IN');
  });

  test('into the same is no change', async () => {
    const person = await desk.person('editor');
    const user = answer(
      EditUser,
      await edit(person.id, { version: 1, role: 'editor', name: person.name, active: true }),
    );
    expect(user.version).toBe(1);
    expect(await historyOf(desk, person.id)).toEqual([]);
    answer(GetMe, await person.get('/api/session'));
  });

  test('refuses a stale version with the person as they are now', async () => {
    const person = await desk.person('editor');
    const now = answer(EditUser, await edit(person.id, { version: 1, name: 'Newer name' }));
    const problem = refusal(await edit(person.id, { version: 1, role: 'admin' }), 'STALE_VERSION');
    expect(User.parse(problem.current)).toEqual(now);
    expect((await stored(desk, person.id)).role).toBe('editor');
  });

  test('by two at once is done by one', async () => {
    const person = await desk.person('editor');
    const both = await Promise.all([
      edit(person.id, { version: 1, role: 'reviewer' }),
      edit(person.id, { version: 1, role: 'viewer' }),
    ]);
    expect(both.map((response) => response.status).sort()).toEqual([200, 409]);
    expect((await stored(desk, person.id)).version).toBe(2);
    expect(await historyOf(desk, person.id)).toHaveLength(1);
  });

  test('repeated under its key answers the present state, also when the version is stale by then', async () => {
    const person = await desk.person('editor');
    const send = (role: Role) =>
      edit(person.id, { version: 1, role }).set('Idempotency-Key', `edit ${person.id}`.replace(' ', '-'));
    const first = answer(EditUser, await send('viewer'));
    const newest = answer(EditUser, await edit(person.id, { version: 2, name: 'Later name' }));
    expect(newest.version).toBe(first.version + 1);
    expect(answer(EditUser, await send('viewer'))).toEqual(newest);
    refusal(await send('reviewer'), 'KEY_REUSED');
    expect(await historyOf(desk, person.id)).toHaveLength(2);
  });

  test('is for admins, also where it is oneself', async () => {
    for (const person of [editor, viewer]) {
      refusal(await edit(person.id, { version: 1, role: 'admin' }, person), 'NEEDS_ADMIN');
      refusal(await edit(admin.id, { version: 1, active: false }, person), 'NEEDS_ADMIN');
      expect((await stored(desk, person.id)).role).toBe(person.role);
    }
    refusal(await desk.newcomer().patch(`/api/users/${editor.id}`, { version: 1 }), 'NOT_SIGNED_IN');
  });

  test('takes no fields but its own, and people who are there', async () => {
    for (const more of [{ email: 'new@desk.test' }, { password: CHOSEN }, { joined: true }, { id: uuidv7() }])
      refusal(await edit(editor.id, { version: 1, ...more }), 'INVALID');
    refusal(await edit(editor.id, { role: 'viewer' }), 'INVALID');
    refusal(await edit(uuidv7(), { version: 1, role: 'viewer' }), 'NOT_FOUND');
    refusal(await edit('no-id', { version: 1 }), 'NOT_FOUND');
    expect(await stored(desk, editor.id)).toMatchObject({ version: 1, role: 'editor', email: editor.email });
  });
});

describe('the last admin', () => {
  const others = async () =>
    desk.db.prisma.user.updateMany({
      where: { role: 'admin', id: { not: admin.id } },
      data: { role: 'viewer' },
    });
  const version = async (id: string) => (await stored(desk, id)).version;

  test.each([{ role: 'reviewer' }, { active: false }])('stays one: %o is refused', async (body) => {
    await others();
    const before = await stored(desk, admin.id);
    const response = await admin.patch(`/api/users/${admin.id}`, { version: before.version, ...body });
    refusal(response, 'LAST_ADMIN');
    expect(await stored(desk, admin.id)).toEqual(before);
    answer(GetMe, await admin.get('/api/session'));
  });

  test('may still be given another name', async () => {
    await others();
    const body = { version: await version(admin.id), name: 'Head of desk' };
    expect(answer(EditUser, await admin.patch(`/api/users/${admin.id}`, body)).name).toBe('Head of desk');
  });

  test('is not relieved by one who was invited and has not come, nor by one without access', async () => {
    await others();
    await invite(admin, { role: 'admin' });
    const gone = await desk.person('admin');
    await admin.patch(`/api/users/${gone.id}`, { version: 1, active: false }).expect(200);
    const body = { version: await version(admin.id), role: 'viewer' };
    refusal(await admin.patch(`/api/users/${admin.id}`, body), 'LAST_ADMIN');
  });

  test('of two who demote each other at once is there still', async () => {
    await others();
    const second = await desk.person('admin');
    const [mine, theirs] = [await version(admin.id), await version(second.id)];
    const both = await Promise.all([
      admin.patch(`/api/users/${second.id}`, { version: theirs, role: 'viewer' }),
      second.patch(`/api/users/${admin.id}`, { version: mine, role: 'viewer' }),
    ]);
    expect(both.filter((response) => response.status === 200)).toHaveLength(1);
    expect(
      await desk.db.prisma.user.count({
        where: { role: 'admin', active: true, passwordHash: { not: null } },
      }),
    ).toBe(1);
  });
});
