/** The main job with the mouse: bring a story in, mark, check, review, export. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { CLAIM_COLUMNS } from '../../server/domain/exchange/claim-columns.ts';
import { readCsv } from '../support/rfc4180.ts';
import { type Colleague, expect, test } from './newsroom.ts';
import { ferryStory, StoryPage } from './story-page.ts';

const Row = z.record(z.string(), z.string());
const { step } = test;

const REPORT = {
  kind: 'Document',
  title: 'Coast guard log, 14 March',
  publisher: 'Tarvo Coast Guard',
  url: 'https://coastguard.example/log/2019-03-14',
};

test('a story is brought in, marked, checked, reviewed and exported with the mouse', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const reviewer = await colleague('reviewer');
  const page = await pageOf(editor);
  const dockWorker = `Dock worker, Port Elsen (${editor.name})`;

  const story = await step('bring the story in', () => bringIn(page));

  await step('a casualty count is read from its words', async () => {
    await story.mark('Casualty count', 'at least 41 people', 'killing');
    await expect(story.chosenIn('Outcome')).toHaveText('Killed');
    await expect(story.chosenIn('Bound')).toHaveText('At least');
    await expect(story.field('Low')).toHaveValue('41');
    await expect(story.field('Best')).toHaveValue('');
    await expect(story.field('High')).toHaveValue('');
    await expect(story.field('As printed')).toHaveValue('at least 41');
    await expect(story.field('Printed noun')).toHaveValue('people');
    await story.field('Scope').selectOption('One incident');
    await story.field('Place').fill('Port Elsen');
    await story.field('Known to').selectOption('Town');
    await story.save();
  });

  await step('a subset is offered as part of it', async () => {
    await story.mark('Casualty count', '12 children', 'including');
    await expect(story.claim.getByText('Part of ≥ 41 killed?')).toBeVisible();
    await story.button(/^Part of it/).click();
    await expect(story.chosenIn('Part of')).toContainText('≥ 41 killed');
    await expect(story.button(/^Part of it/)).toBeHidden();
  });

  await step('an attribution gets its source from the selection and the register', async () => {
    await attribute(story, dockWorker);
  });

  await step('evidence is kept once and cited twice', async () => {
    await story.press('41 people');
    await story.expectClaim('at least 41 people');
    await citeReport(story);
    await story.press('12 children');
    await story.expectClaim('12 children');
    await story.showTab('Evidence');
    await story.field('Evidence').selectOption(`${REPORT.title} (document)`);
    await story.field('Stance').selectOption('Contradicts it');
    await story.field('Where in it').fill('page 4');
    await story.button('Cite').click();
    await expect(story.claim.getByRole('article')).toContainText('Contradicts it');
    await expect(story.field('Evidence').getByRole('option')).toHaveCount(2);
  });

  await step('verdicts with reasons', async () => {
    await story.give('accurate', 'The log counts eleven, nine a child.');
    await story.press('41 people');
    await story.give('accurate', 'The log names 41 dead at noon.');
    await story.press('no fewer than six shells');
    await story.expectClaim('no fewer than six shells had struck the quay');
    await story.give('accurate', 'Heard again on the recording.');
  });

  await step('talk and assignment', async () => {
    await story.press('12 children');
    await story.showTab('Talk');
    await story.field('Comment').fill('Is nine of them the crew’s?');
    await story.button('Comment').click();
    const thread = story.claim.getByRole('article');
    await expect(thread).toContainText('Is nine of them the crew’s?');
    await thread.getByRole('button', { name: 'Answer' }).click();
    await thread.getByRole('textbox', { name: 'Answer' }).fill('No, the log lists passengers alone.');
    await thread.getByRole('button', { name: 'Answer', exact: true }).last().click();
    await expect(thread.getByText('No, the log lists passengers alone.')).toBeVisible();
    await thread.getByRole('button', { name: 'Resolve' }).click();
    await expect(thread).toContainText('Resolved');
    await story.field('Checked by').selectOption(reviewer.name);
    await expect(story.chosenIn('Checked by')).toHaveText(reviewer.name);
  });

  await step('a second person reviews', () => review(reviewer, pageOf, page.url()));

  await step('the editor sees what came back', async () => {
    await page.reload();
    await expect(page.getByText('1 of 3 left')).toBeVisible();
    await story.press('12 children');
    await expect(story.claim.getByText('↩ returned', { exact: true })).toBeVisible();
    await story.showTab('Verdict');
    await expect(story.claim.getByText('Figure differs', { exact: true })).toBeVisible();
    await expect(story.claim.getByText('The log says eleven.', { exact: true })).toBeVisible();
  });

  await step('the verified claims leave as CSV', async () => {
    const rows = await exportCsv(page);
    expect(rows).toEqual(verified(editor, reviewer, dockWorker));
  });
});

/** Paste the wire story, correct what was understood of it, save. */
async function bringIn(page: Page): Promise<StoryPage> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Bring in a story' }).first().click();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), await ferryStory());
  await page.getByRole('textbox', { name: 'The story’s text' }).focus();
  await page.keyboard.press('Control+v');

  await expect(page.getByLabel('Headline')).toHaveValue(
    'Ferry sinks off Tarvo’s Port Elsen; two reporters freed',
  );
  await expect(page.getByLabel('Byline')).toHaveValue('NWA');
  await expect(page.getByLabel('Agency')).toHaveValue('NWA');
  await expect(page.getByLabel('Dateline')).toHaveValue('PORT ELSEN');
  await expect(page.getByLabel('Published')).toHaveValue('2019-03-14T00:00');
  await expect(page.locator('s')).toHaveText([
    'You are here',
    '118 users have voted.',
    'Get the day’s main stories and our best long reads emailed to you each morning.',
  ]);

  const part = (words: string) => page.getByRole('listitem').filter({ hasText: words });
  const count = page.getByText('34 parts with');
  await expect(count).toContainText('40 sentences');
  await part('We counted eleven.').getByRole('button', { name: 'Join these two sentences' }).click();
  await expect(count).toContainText('39 sentences');
  await part('nobody left alive').getByRole('combobox').selectOption('Quote');
  await page.getByLabel('Priority').selectOption('Urgent');
  await page.getByLabel('Where it stood').fill('https://nwa.example/ferry');
  await page.getByRole('button', { name: 'Save the story' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Ferry sinks off Tarvo’s Port Elsen/);
  await expect(page.getByRole('blockquote')).toContainText('nobody left alive');
  return new StoryPage(page);
}

/** What a dock worker said: whom it is from, the cue, through whom, the register's entry. */
async function attribute(story: StoryPage, dockWorker: string): Promise<void> {
  const { claim } = story;
  const take = async (words: string, into: string) => {
    await story.drag(words, 'A second source');
    const group = claim.getByRole('group', { name: into });
    await group.getByRole('button', { name: /from selection/ }).click();
    await expect(group).toContainText(words);
  };
  await story.mark('Attribution', 'no fewer than six shells had struck the quay');
  await take('a dock worker who asked not to be named', 'Who says so');
  await take('told', 'Cue (“said”)');
  await take('NWA', 'Through (“told AFP”)');

  const register = claim.getByRole('combobox', { name: 'In the register' });
  await register.fill(dockWorker);
  await claim.getByLabel('Kind of the new source').selectOption('Unnamed');
  await story.button('Add to the register').click();
  await expect(register).toHaveValue(dockWorker);
  await story.field('Basis').selectOption('Unnamed official');
  await story.save();
}

/** New evidence, with where in it and the words relied on. */
async function citeReport(story: StoryPage): Promise<void> {
  await story.showTab('Evidence');
  await story.field('Kind').last().selectOption(REPORT.kind);
  await story.field('Title').fill(REPORT.title);
  await story.field('Publisher').fill(REPORT.publisher);
  await story.field('Address').fill(REPORT.url);
  await story.field('Stance').selectOption('Supports the claim');
  await story.field('Where in it').fill('page 3, line 12');
  await story.field('Words relied on').fill('forty-one dead as of noon');
  await story.button('Cite').click();
  const citation = story.claim.getByRole('article');
  await expect(citation).toContainText('Supports the claim');
  await expect(citation.getByRole('link', { name: REPORT.title })).toHaveAttribute('href', REPORT.url);
  await expect(citation).toContainText('page 3, line 12');
  await expect(citation).toContainText('forty-one dead as of noon');
}

async function review(
  reviewer: Colleague,
  pageOf: (person: Colleague) => Promise<Page>,
  address: string,
): Promise<void> {
  const page = await pageOf(reviewer);
  await page.goto(address);
  const story = new StoryPage(page);
  for (const words of ['41 people', 'no fewer than six shells']) {
    await story.press(words);
    await story.showTab('Verdict');
    await story.button('✔ Pass').click();
    await expect(story.claim.getByText('✔ passed', { exact: true })).toBeVisible();
  }
  await story.press('12 children');
  await story.showTab('Verdict');
  await story.claim.getByRole('combobox', { name: 'Reason' }).selectOption('Figure differs');
  await story.field('In words').fill('The log says eleven.');
  await story.button('Return').click();
  await expect(story.claim.getByText('↩ returned', { exact: true })).toBeVisible();
}

/** Press the button on the story, take the file, read it strictly. */
async function exportCsv(page: Page): Promise<Record<string, string>[]> {
  await page.getByRole('button', { name: 'Export' }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  const [header = [], ...records] = readCsv(text.replace(/^\ufeff/, ''));
  expect(header).toEqual(CLAIM_COLUMNS.map(({ name }) => name));
  return records.map((cells) =>
    Row.parse(Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']))),
  );
}

/** The rows that the export has to hold: the two claims that passed, and not the one that came back. */
function verified(editor: Colleague, reviewer: Colleague, dockWorker: string): unknown[] {
  const blank = Object.fromEntries(CLAIM_COLUMNS.map(({ name }): [string, unknown] => [name, '']));
  const id = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const common = {
    ...blank,
    claim_id: id,
    story_id: id,
    story_title: 'Ferry sinks off Tarvo’s Port Elsen; two reporters freed',
    story_byline: 'NWA',
    story_agency: 'NWA',
    story_published_at: '2019-03-14T00:00:00.000Z',
    story_url: 'https://nwa.example/ferry',
    revision: '1',
    story_head: expect.stringMatching(/^\d+$/),
    story_head_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    status: 'passed',
    verdict: 'accurate',
    verdict_by: editor.name,
    verdict_at: time,
    review: 'passed',
    review_by: reviewer.name,
    review_at: time,
    created_by: editor.name,
    created_at: time,
  };
  const count = {
    sentence_number: '2',
    sentence:
      'PORT ELSEN — A crowded ferry sank off Port Elsen on Thursday after shells fell on the harbour, killing at least 41 people, including 12 children, while gunmen freed two reporters they had held since January.',
    quote: 'at least 41 people',
    start: '212',
    end: '230',
    kind: 'casualty_count',
    outcome: 'killed',
    low: '41',
    modifier: 'at_least',
    wording: 'at least 41',
    victims_category: 'unspecified',
    victims_label: 'people',
    scope: 'incident',
    place: 'Port Elsen',
    place_precision: 'town',
    verdict_reason: 'The log names 41 dead at noon.',
    evidence: `supports: ${REPORT.title} · ${REPORT.publisher} · page 3, line 12 · “forty-one dead as of noon” · ${REPORT.url}`,
  };
  const attribution = {
    // One less than as it was read: two sentences before it were joined.
    sentence_number: '27',
    sentence:
      'A second source, a dock worker who asked not to be named, told NWA that no fewer than six shells had struck the quay before the ferry cast off.',
    quote: 'no fewer than six shells had struck the quay',
    start: '2976',
    end: '3020',
    kind: 'attribution',
    source_words: 'a dock worker who asked not to be named',
    cue: 'told',
    content: 'no fewer than six shells had struck the quay',
    mode: 'indirect',
    basis: 'unnamed',
    source_name: dockWorker,
    source_kind: 'unnamed',
    via: 'NWA',
    via_words: 'NWA',
    carried_over: 'false',
    verdict_reason: 'Heard again on the recording.',
  };
  return [
    { ...common, ...count },
    { ...common, ...attribution },
  ];
}
