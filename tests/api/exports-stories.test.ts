/** The desk’s export holds the claims of the stories that the desk lists. */
import { beforeAll, describe, expect, test } from 'vitest';
import { EditArticle, ListArticles } from '../../server/contract/articles.ts';
import { EditClaim, ListClaims } from '../../server/contract/claims.ts';
import { createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes, exportCsv, exportJson } from '../support/exports.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let reviewer: Person;
let open: Story;
let archived: Story;
let closed: Story;
let others: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  open = await told(editor, 'Harbour budget passes');
  others = await told(other, 'Storm hits the harbour');
  closed = await told(editor, 'Harbour master resigns', {
    access: 'restricted',
    memberIds: [editor.id, reviewer.id],
  });
  const gone = await told(editor, 'Harbour opens');
  archived = answer(
    EditArticle,
    await editor.patch(`/api/articles/${gone.id}`, { version: 1, status: 'archived' }),
  );
});

/** A story whose one claim is verified; its headline's words stand in no claim. */
async function told(as: Person, headline: string, body: object = {}): Promise<Story> {
  const story = await createStory(as, { text: `${headline}\n\nNobody was hurt on Monday.`, ...body });
  await review(reviewer, await verify(as, await mark(as, story, 'on Monday')));
  return story;
}

const stories = async (as: Person, query: string) =>
  (await exportCsv(as, query)).map((row) => row.story_id).sort();
const ids = (...all: Story[]) => all.map(({ id }) => id).sort();

describe('claims of the stories', () => {
  test.each<[string, string, () => Story[]]>([
    ['with words that no claim has', '&articleQ=budget', () => [open]],
    ['with words of several', '&articleQ=harbour', () => [open, others, closed, archived]],
    ['that the desk shows', '&articleStatus=not_archived', () => [open, others, closed]],
    ['in one state', '&articleStatus=archived', () => [archived]],
    ['of mine', '&articleMine=true', () => [open, closed, archived]],
    ['of anyone, said outright', '&articleMine=false', () => [open, others, closed, archived]],
    ['by all at once', '&articleQ=harbour&articleStatus=not_archived&articleMine=true', () => [open, closed]],
    ['with blank words', '&articleQ=%20', () => [open, others, closed, archived]],
    ['and words of the claims themselves', '&articleQ=harbour&q=budget', () => []],
  ])('%s', async (_name, query, expected) => {
    expect(await stories(editor, query)).toEqual(ids(...expected()));
  });

  test('are those of the very stories that the desk lists, for everyone', async () => {
    for (const who of [editor, other, reviewer])
      for (const q of ['', 'harbour', 'storm'])
        for (const mine of ['true', 'false']) {
          const listed = answer(ListArticles, await who.get(`/api/articles?q=${q}&mine=${mine}`)).items;
          const query = `&articleQ=${q}&articleMine=${mine}&articleStatus=not_archived`;
          expect(await stories(who, query)).toEqual(listed.map(({ id }) => id).sort());
        }
  });

  test('hold nothing of a restricted story for others, whatever they ask', async () => {
    for (const query of ['&articleQ=resigns', '&articleQ=harbour', '&articleStatus=checking', '&status=all'])
      expect(await stories(other, query)).not.toContain(closed.id);
    expect(await stories(reviewer, '&articleQ=resigns')).toEqual([closed.id]);
  });

  test('are mine once a claim is given to me', async () => {
    const story = await told(editor, 'Ferry timetable changes');
    expect(await stories(other, '&articleMine=true')).not.toContain(story.id);
    const given = await mark(editor, story, 'Nobody');
    const body = { version: 1, assigneeId: other.id };
    answer(EditClaim, await editor.patch(`/api/claims/${given.id}`, body));
    expect(await stories(other, '&articleMine=true')).toContain(story.id);
  });

  test('are listed by the same filters, which a file names', async () => {
    const listed = answer(ListClaims, await editor.get('/api/claims?articleQ=budget&articleMine=true')).items;
    expect(listed.map(({ articleId }) => articleId)).toEqual([open.id]);
    const { filters } = await exportJson(editor, '&articleQ=budget&articleMine=true');
    expect(filters).toMatchObject({ articleQ: 'budget', articleMine: 'true' });
    refusal(await editor.get('/api/claims?articleStatus=lost'), 'INVALID');
    refusal(await editor.get('/api/exports/claims?articleMine=me'), 'INVALID');
  });
});

describe('the file’s name', () => {
  const nameOf = async (as: Person, query: string) =>
    (await asBytes(as.get(`/api/exports/claims?format=csv${query}`))).headers['content-disposition'];

  test('says that it holds the desk’s, or whose story’s', async () => {
    expect(await nameOf(editor, '&articleQ=harbour')).toMatch(
      /^attachment; filename="claimdesk-desk-[\d-]{10}\.csv"$/,
    );
    expect(await nameOf(editor, `&articleId=${closed.id}`)).toMatch(/"claimdesk-harbour-master-resigns-/);
    const foreign = await createStory(editor, { title: 'Шторм в порту' });
    expect(await nameOf(editor, `&articleId=${foreign.id}`)).toMatch(
      /filename="claimdesk-[\d-]{10}\.csv"; filename\*=UTF-8''claimdesk-%D1%88%D1%82%D0%BE/,
    );
  });

  test('tells nothing of a restricted story', async () => {
    expect(await nameOf(other, `&articleId=${closed.id}`)).toMatch(/filename="claimdesk-story-/);
  });
});
