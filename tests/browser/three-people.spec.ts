/** Three people at one story: they mark, talk and edit, one is offline for a while, two write the same field. */
import { z } from 'zod';
import { expect, test } from './newsroom.ts';
import { MARKED, markedStory } from './scene.ts';
import { StoryPage } from './story-page.ts';

const History = z.object({ items: z.array(z.looseObject({ seq: z.int(), type: z.string() })) });
const Claims = z.object({
  items: z.array(
    z.looseObject({ span: z.looseObject({ quote: z.string() }), summary: z.string().nullable() }),
  ),
});

test('three people see what each does, offline and back, and lose nothing', async ({ colleague, pageOf }) => {
  const people = [await colleague('editor'), await colleague('editor'), await colleague('editor')] as const;
  const { articleId, claimId } = await markedStory(people[0]);
  const open = async (person: (typeof people)[number]) => new StoryPage(await pageOf(person)).open(articleId);
  const [one, two, three] = [await open(people[0]), await open(people[1]), await open(people[2])];
  const claims = async () => Claims.parse(await people[0].api.get(`/api/articles/${articleId}/claims`)).items;
  const summary = async () => (await claims()).find(({ span }) => span.quote === MARKED)?.summary;
  const isMarked = async (story: StoryPage, words: string) => {
    await story.press(words);
    await story.expectClaim(words);
  };

  await test.step('a mark of one is on the others’ pages', async () => {
    await one.mark('Casualty count', '23 bodies');
    for (const story of [two, three]) {
      await expect(story.news).toContainText('marked “23 bodies”');
      await isMarked(story, '23 bodies');
    }
  });

  await test.step('what is said by the second is read by the third', async () => {
    for (const story of [two, three]) {
      await story.press('41 people');
      await story.expectClaim(MARKED);
      await story.showTab('Talk');
    }
    await two.field('Comment').fill('Who counted?');
    await two.page.keyboard.press('Control+Enter');
    await expect(three.claim).toContainText('Who counted?');
  });

  await test.step('the third works on without a network, the first changes the same claim', async () => {
    await three.page.context().setOffline(true);
    await three.field('Comment').fill('The coast guard.');
    await three.page.keyboard.press('Control+Enter');
    await three.drag('12 children');
    await three.toolbar.getByRole('button', { name: 'Fact' }).click();
    await expect(three.page.locator('cd-unsaved')).toContainText('2 changes are not saved yet');
    await people[0].api.send('PATCH', `/api/claims/${claimId}`, {
      version: 1,
      summary: 'The dead by night.',
    });
  });

  await test.step('and comes back: all is with everybody, once', async () => {
    await three.page.context().setOffline(false);
    await expect(three.page.locator('cd-unsaved').getByRole('status')).toBeEmpty();
    await expect(two.claim).toContainText('The coast guard.');
    for (const story of [one, two]) await isMarked(story, '12 children');
    expect(await summary()).toBe('The dead by night.');
  });

  await test.step('of two who write the same field, the second is shown both and chooses', async () => {
    for (const story of [one, two]) {
      await story.press('41 people');
      await story.expectClaim(MARKED);
    }
    await one.showTab('Details');
    await two.showTab('Details');
    await two.field('In short').fill('The dead, as the port counts.');
    await one.field('In short').fill('The dead of both ferries.');
    await one.save();
    await two.button('Save').click();
    const conflict = two.claim.getByRole('alert').filter({ hasText: 'changed this claim while you typed' });
    const row = conflict.getByRole('row').filter({ hasText: 'In short' });
    await expect(row.getByRole('cell')).toContainText([
      'The dead, as the port counts.',
      'The dead of both ferries.',
      '',
    ]);
    expect(await summary()).toBe('The dead of both ferries.');
    await conflict.getByRole('button', { name: 'Keep what I typed' }).click();
    await two.save();
    await three.press('41 people');
    await three.expectClaim(MARKED);
    await three.showTab('Details');
    for (const story of [one, three]) {
      await expect(story.field('In short')).toHaveValue('The dead, as the port counts.');
    }
  });

  expect((await claims()).map(({ span }) => span.quote).sort()).toEqual(
    ['12 children', '23 bodies', MARKED].sort(),
  );
  expect(await summary()).toBe('The dead, as the port counts.');
  const history = History.parse(await people[0].api.get(`/api/articles/${articleId}/history`)).items;
  expect(history.map(({ seq }) => seq)).toEqual(history.map((_, at) => at + 1));
  expect(history.filter(({ type }) => type === 'comment.added')).toHaveLength(2);
  expect(history.filter(({ type }) => type === 'claim.marked')).toHaveLength(3);
});
