/** Writes that waited for another one: what was decided about the writer meanwhile counts. */
import { beforeAll, describe, expect, test } from 'vitest';
import { GetArticle } from '../../server/contract/articles.ts';
import { EditUser } from '../../server/contract/people.ts';
import { claimNow } from '../support/attached.ts';
import { createStory, mark, markBody, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { whileWaiting } from '../support/waiting.ts';

const desk = useDesk();
let editor: Person;
let admin: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  admin = await desk.person('admin');
});

const headOf = async (story: { id: string }) =>
  answer(GetArticle, await editor.get(`/api/articles/${story.id}`)).head;

describe('someone taken off a restricted story while their write waits', () => {
  test.each(['mark', 'edit'] as const)('cannot %s any more', async (what) => {
    const member = await desk.person('editor');
    const story = await createStory(editor, { access: 'restricted', memberIds: [member.id] });
    const claim = await mark(editor, story, '120 passengers');
    const head = await headOf(story);
    const write = {
      mark: () => member.post(`/api/articles/${story.id}/claims`, markBody(story, 'Nine children')),
      edit: () => member.patch(`/api/claims/${claim.id}`, { version: 1, summary: 'Room' }),
    };
    const takeOff = () =>
      desk.db.prisma.articleMember.deleteMany({ where: { articleId: story.id, userId: member.id } });
    refusal(await whileWaiting(desk, story, write[what], takeOff), 'NOT_FOUND');
    expect(await headOf(story)).toBe(head);
    expect(await claimNow(editor, claim)).toEqual(claim);
  });
});

describe('a reviewer whose review waits', () => {
  test.each([
    ['is deactivated', { active: false }],
    ['becomes an editor', { role: 'editor' }],
  ])('and who %s passes nothing', async (_what, change) => {
    const reviewer = await desk.person('reviewer');
    const story = await createStory(editor);
    const checked = await verify(editor, await mark(editor, story, '120 passengers'));
    const pass = () =>
      reviewer.put(`/api/claims/${checked.id}/review`, { version: checked.version, decision: 'passed' });
    const decide = async () =>
      answer(EditUser, await admin.patch(`/api/users/${reviewer.id}`, { version: 1, ...change }));
    refusal(await whileWaiting(desk, story, pass, decide), 'NOT_SIGNED_IN');
    expect(await claimNow(editor, checked)).toEqual(checked);
  });
});
