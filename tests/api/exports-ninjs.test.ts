/** Stories as news items: out, and in again. */
import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { PreviewArticle } from '../../server/contract/articles.ts';
import { cite, claimNow } from '../support/attached.ts';
import { createStory, mark, review, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';
import { bringIn, ninjsItem, post } from '../support/story-files.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;
let other: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  other = await desk.person('editor');
});

const itemOf = async (as: Person, id: string) => {
  const { body, headers } = await asBytes(as.get(`/api/exports/stories/${id}?format=ninjs`));
  return { item: JSON.parse(body.toString('utf8')), bytes: body, headers };
};
const preview = async (as: Person, bytes: Buffer) =>
  answer(PreviewArticle, await post(as, '/api/articles/preview?name=story.json', bytes));

test('a story that came as an item goes as one that its sender knows, and that is the same here', async () => {
  const item = ninjsItem({ altIds: [{ role: 'slug', value: 'ferry' }] });
  const story = await bringIn(editor, item);
  const { item: out, bytes, headers } = await itemOf(editor, story.id);
  expect(headers['content-type']).toBe('application/ninjs+json');
  expect(headers['content-disposition']).toMatch(/ninjs\.json"$/);
  expect(out).toMatchObject({
    ...{ uri: item.uri, version: '1', versionCreated: '2014-01-08T16:00:00.000Z', pubStatus: 'usable' },
    ...{ by: 'Ada Moor', edNote: item.edNote, altIds: [{ role: 'slug', value: 'ferry' }] },
  });
  expect(out).not.toHaveProperty('associations');
  expect(await preview(editor, bytes)).toMatchObject({
    ...{ title: story.title, text: story.revision.text, byline: 'Ada Moor' },
    file: { arrives: 'same', here: { id: story.id } },
  });
});

test('once its text was changed here it bears no version of its sender', async () => {
  const story = await bringIn(editor, ninjsItem());
  const text = story.revision.text.replace('41', '42');
  await editor.post(`/api/articles/${story.id}/revisions`, { text, baseRevision: 1 }).expect(201);
  const { item, bytes } = await itemOf(editor, story.id);
  expect(item).not.toHaveProperty('version');
  expect(await preview(editor, bytes)).toMatchObject({
    text,
    file: { version: null, here: { id: story.id } },
  });
});

test('verified claims are beside it, corrections in its note, and it is recorded with those alone', async () => {
  const story = await createStory(editor);
  const good = await mark(editor, story, '120 passengers');
  await cite(editor, good, { evidence: { kind: 'document', title: 'Register' }, locator: 'p. 4' });
  await review(reviewer, await verify(editor, await claimNow(editor, good)));
  const wrong = await mark(editor, story, 'Nine children');
  const correction = { verdict: 'inaccurate', correction: 'Ten children' };
  await review(reviewer, await verify(editor, wrong, correction));
  await verify(editor, await mark(editor, story, 'Coast Radio'), correction);
  const { item, bytes } = await itemOf(editor, story.id);
  expect(item).toMatchObject({
    uri: `urn:uuid:${story.id}`,
    associations: [
      {
        ...{ name: 'Fact: 120 passengers', rel: 'verifiedClaim' },
        uri: expect.stringMatching(new RegExp(`^https?://.*/api/claims/${good.id}$`)),
        descriptions: expect.arrayContaining([
          expect.objectContaining({ role: 'evidence', value: 'supports: Register · p. 4' }),
        ]),
      },
    ],
  });
  expect(item.associations).toHaveLength(1);
  expect(item.edNote).toMatch(/^CORRECTION: “Nine children”: should be “Ten children”\. [^\n]*$/);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { items } = (await editor.get(`/api/exports/recorded?sha256=${sha256}`).expect(200)).body;
  expect(items).toMatchObject([{ kind: 'story', format: 'ninjs', claims: 2, bytes: bytes.length }]);
});

test('a story that one may not see does not exist', async () => {
  const story = await createStory(editor, { access: 'restricted' });
  await itemOf(editor, story.id);
  refusal(await other.get(`/api/exports/stories/${story.id}?format=ninjs`), 'NOT_FOUND');
});
