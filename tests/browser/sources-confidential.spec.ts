/** Keeping who a source is: from whom, until when, and that no browser keeps it. */
import type { Page } from '@playwright/test';
import { expect, expectAccessibleInBothThemes, test } from './newsroom.ts';
import {
  add,
  dialog,
  events,
  expectAccessibleAtEveryWidth,
  heading,
  keep,
  open,
  storyNaming,
  unheardOf,
  unlikeAny,
} from './register.ts';

const identity = (page: Page) => page.getByRole('region', { name: 'Who this is' });

/** All that the browser keeps of this page for later, and its address. */
const kept = (page: Page) =>
  page.evaluate(() =>
    JSON.stringify([
      { ...sessionStorage },
      { ...localStorage },
      location.href,
      history.state,
      document.title,
    ]),
  );

test('who a source is, is kept from all but its readers, and each reading is recorded', async ({
  colleague,
  pageOf,
}) => {
  const [editor, reader, other, admin] = [
    await colleague('editor'),
    await colleague('viewer'),
    await colleague('editor'),
    await colleague('admin'),
  ];
  const name = unlikeAny();
  const alias = unheardOf('PV');
  const description = unheardOf('a clerk in the lamp office');
  const id = await add(editor, name, {
    aliases: [alias],
    affiliations: ['Lamp Office'],
    note: 'By telephone only.',
  });
  await storyNaming(editor, id);
  const page = await pageOf(editor);

  await test.step('an entry is made confidential', async () => {
    await open(page, id, name);
    await page.getByRole('button', { name: 'Keep who this is confidential' }).click();
    const keeping = dialog(page, 'Keep who this is confidential');
    await expect(keeping.getByLabel('Description in print')).toBeFocused();
    await keeping.getByLabel('Description in print').fill(description);
    await keeping.getByRole('checkbox', { name: reader.name }).check();
    await expectAccessibleInBothThemes(page);
    await keeping.getByRole('button', { name: 'Keep it confidential' }).click();
    await expect(keeping).toBeHidden();
    await expect(heading(page, description)).toBeFocused();
    await expect(page.getByText(name)).toHaveCount(0);
    await expect(page.getByText(`${editor.name}, ${reader.name}`)).toBeVisible();
    await expect(events(page).first()).toContainText('made who it is confidential');
  });

  for (const stranger of [other, admin])
    await test.step(`${stranger.name}, not named, sees the description`, async () => {
      const theirs = await pageOf(stranger);
      await open(theirs, id, description);
      await expect(heading(theirs, description)).toContainText('confidential');
      await expect(theirs.getByText('You are not among them.')).toBeVisible();
      await expect(theirs.getByText('in 1 story: 1 said, 1 passed on')).toBeVisible();
      await expect(theirs.getByText('told to the people named on it')).toBeVisible();
      await expect(events(theirs)).toHaveCount(0);
      for (const act of ['Read who this is', 'Change', 'Merge…', 'Who may know it…'])
        await expect(theirs.getByRole('button', { name: act, exact: true })).toHaveCount(0);
      const shown = await theirs
        .locator('cd-source-page')
        .evaluate((element) => element.shadowRoot?.innerHTML);
      expect(shown).not.toContain(name);
      await expectAccessibleInBothThemes(theirs);
      await theirs.goto(`/sources?q=${encodeURIComponent(description)}`);
      await expect(theirs.getByRole('rowheader')).toContainText('confidential');
      await theirs.goto(`/sources?q=${encodeURIComponent(name)}`);
      await expect(theirs.getByText(`No source goes by “${name}”.`)).toBeVisible();
    });

  await test.step('a reader reads who it is, having been told that it is recorded', async () => {
    const theirs = await pageOf(reader);
    await open(theirs, id, description);
    await expect(theirs.getByText('That you read it, and when, is recorded in its history.')).toBeVisible();
    await expect(identity(theirs)).toHaveCount(0);
    await theirs.getByRole('button', { name: 'Read who this is' }).click();
    for (const words of [name, alias, 'Lamp Office', 'By telephone only.'])
      await expect(identity(theirs)).toContainText(words);
    expect(await kept(theirs)).not.toContain(name);
    await expectAccessibleAtEveryWidth(theirs);
    await identity(theirs).getByRole('button', { name: 'Hide' }).click();
    await expect(theirs.getByText(name)).toHaveCount(0);

    await theirs.getByRole('button', { name: 'Read who this is' }).click();
    await expect(identity(theirs)).toContainText(name);
    await theirs.getByRole('link', { name: 'The register' }).click();
    await expect(heading(theirs, 'Sources')).toBeVisible();
    await theirs.goBack();
    await expect(theirs.getByRole('button', { name: 'Read who this is' })).toBeVisible();
    await expect(theirs.getByText(name)).toHaveCount(0);
    expect(await kept(theirs)).not.toContain(name);
    const reads = events(theirs).filter({ hasText: `${reader.name} read who it is` });
    await expect(reads).toHaveCount(2);
  });

  await test.step('who may know it is changed, and then everyone may', async () => {
    await page.getByRole('button', { name: 'Who may know it…' }).click();
    const naming = dialog(page, 'Who may know it');
    await naming.getByRole('checkbox', { name: reader.name }).uncheck();
    await naming.getByRole('button', { name: 'Save' }).click();
    await expect(naming).toBeHidden();
    await expect(events(page).first()).toContainText('set who may know it');
    await expect(events(page).first()).toContainText(`${editor.name}; ${reader.name}`);

    await page.getByRole('button', { name: 'Let everyone know again…' }).click();
    const opening = dialog(page, 'Let everyone know again');
    await expect(opening).toContainText('will be seen by everyone');
    await expectAccessibleInBothThemes(page);
    await opening.getByRole('button', { name: 'Let everyone know', exact: true }).click();
    await expect(heading(page, name)).toBeFocused();
    await expect(heading(page, name)).not.toContainText('confidential');
    await expect(page.getByText(alias)).toBeVisible();
  });
});

test('who it is goes from the screen when its reader is signed out', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const name = unheardOf('Ilse Brandt');
  const description = unheardOf('a harbour pilot');
  const id = await add(editor, name);
  await keep(editor, id, description, [editor]);
  const page = await pageOf(editor);
  await open(page, id, description);
  await page.getByRole('button', { name: 'Read who this is' }).click();
  await expect(identity(page)).toContainText(name);
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Merge…' }).click();
  await page.getByRole('combobox').fill('anybody');
  await expect(page.getByRole('dialog', { name: 'Sign in to go on' })).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
});

test('what is typed about a confidential source is kept by no browser', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const name = unheardOf('Jonas Reth');
  const description = unheardOf('a former lamp keeper');
  const page = await pageOf(editor);
  const adding = dialog(page, 'Add a source');
  await page.goto(`/sources?q=${encodeURIComponent(name)}`);
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(adding.getByLabel('Name', { exact: true })).toHaveValue(name);

  await test.step('what was typed before the box is ticked goes with it', async () => {
    await adding.getByLabel('Note').fill(`Met as ${name}`);
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain(name);
    await adding.getByRole('checkbox', { name: 'Keep who this is confidential' }).check();
    await expect.poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(name);
    await adding.getByLabel('Description in print').fill(description);
    await adding.getByLabel('Other names').fill(`Old ${name}`);
    await adding.getByLabel('Kind').selectOption('Official');
    expect(
      await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }])),
    ).not.toContain(name);
    await expectAccessibleAtEveryWidth(page);
    await adding.getByRole('button', { name: 'Save' }).click();
    await expect(adding).toBeHidden();
    await expect.poll(() => kept(page)).not.toContain(encodeURIComponent(name));
    expect(await kept(page)).not.toContain(name);
  });

  await test.step('nor when it is changed', async () => {
    await page.getByLabel('Find by any name').fill(description);
    await page.getByRole('rowheader').getByRole('link', { name: description }).click();
    await expect(heading(page, description)).toBeVisible();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    const changing = dialog(page, 'Change a source');
    await expect(changing.getByText('read who it is first')).toBeVisible();
    await expect(changing.getByLabel('Name', { exact: true })).toHaveCount(0);
    await changing.getByLabel('Kind').selectOption('Person');
    await changing.getByRole('button', { name: 'Save' }).click();
    await expect(changing).toBeHidden();

    await page.getByRole('button', { name: 'Read who this is' }).click();
    await expect(identity(page)).toContainText(`Old ${name}`);
    await expect(identity(page)).toContainText(`Met as ${name}`);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await expect(changing.getByLabel('Name', { exact: true })).toHaveValue(name);
    await changing.getByLabel('Note').fill(`Now at ${name} Street`);
    expect(await kept(page)).not.toContain(name);
    await expectAccessibleInBothThemes(page);
    await changing.getByRole('button', { name: 'Save' }).click();
    await expect(changing).toBeHidden();
    await expect(identity(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Read who this is' }).click();
    await expect(identity(page)).toContainText(`Now at ${name} Street`);
    await page.reload();
    await expect(page.getByText(name)).toHaveCount(0);
    expect(await kept(page)).not.toContain(name);
  });
});

test('a draft from before goes once the source is confidential', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const name = unheardOf('Mats Olin');
  const id = await add(editor, name);
  const page = await pageOf(editor);
  await open(page, id, name);
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await dialog(page, 'Change a source').getByLabel('Note').fill(`Brother of ${name}`);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain(name);
  const description = unheardOf('a sailor');
  await keep(editor, id, description, [editor]);
  await dialog(page, 'Change a source').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Someone changed this' })).toBeVisible();
  await expect.poll(() => kept(page)).not.toContain(name);
  await page.reload();
  await expect(heading(page, description)).toBeVisible();
  expect(await kept(page)).not.toContain(name);
});

test('a draft that was left goes from the register and from the entry', async ({ colleague, pageOf }) => {
  const editor = await colleague('editor');
  const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  for (const back of ['the register', 'the entry']) {
    const name = unheardOf('Lena Ruud');
    const id = await add(editor, name);
    const page = await pageOf(editor);
    await open(page, id, name);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await dialog(page, 'Change a source').getByLabel('Note').fill(`Sister of ${name}`);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await stored(page)).toContain(name);
    const description = unheardOf('a rower');
    await keep(editor, id, description, [editor]);
    const query = `?q=${encodeURIComponent(description)}`;
    await page.goto(back === 'the entry' ? `/sources/${id}` : `/sources${query}`);
    await expect(page.getByText(description).first()).toBeVisible();
    expect(await stored(page), back).not.toContain(name);
  }
});

test('a confidential source is marked where it is chosen and where it is audited', async ({
  colleague,
  pageOf,
}) => {
  const editor = await colleague('editor');
  const tag = unheardOf('Norrhaven');
  const ids = [
    await add(editor, `Anna Lund of ${tag}`, { affiliations: ['Ferry Line'] }),
    await add(editor, `A. Lund of ${tag}`, { description: 'a deckhand' }),
    await add(editor, `Kept ${tag}`),
  ];
  const [, , keptId = ''] = ids;
  await keep(editor, keptId, `an officer of ${tag}`, [editor]);
  const articleId = await storyNaming(editor, keptId);
  const page = await pageOf(editor);
  await page.goto(`/stories/${articleId}/audit`);
  await expect(page.locator('cd-audit-card .confidential')).toHaveCount(1);
  await page.getByLabel('Show').or(page.getByRole('combobox')).first().selectOption('By source');
  await expect(page.getByRole('heading', { name: `an officer of ${tag}` })).toContainText('confidential');
  await expectAccessibleInBothThemes(page);

  await page
    .getByRole('link', { name: /Lighthouse goes dark/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Attribution: said: The lens had cracked/ }).click();
  const claim = page.getByRole('region', { name: 'Claim', exact: true });
  await claim.getByRole('combobox', { name: 'In the register' }).fill(tag);
  const option = (name: string) => claim.getByRole('option', { name });
  await expect(option(`Anna Lund of ${tag}`)).toContainText('Ferry Line');
  await expect(option(`A. Lund of ${tag}`)).toContainText('a deckhand');
  await expect(option(`an officer of ${tag}`)).toContainText('confidential');
  await expectAccessibleInBothThemes(page);
});

test('leaving with something typed that no browser keeps is asked about, and without it is not', async ({
  colleague,
  pageOf,
}) => {
  const name = unheardOf('Pia Holm');
  const page = await pageOf(await colleague('editor'));
  const adding = dialog(page, 'Add a source');
  let asked = 0;
  page.on('dialog', (one) => {
    asked += 1;
    void one.accept();
  });
  const begin = async () => {
    await page.goto(`/sources?q=${encodeURIComponent(name)}`);
    await page.getByRole('button', { name: 'Add it' }).click();
  };
  await begin();
  await adding.getByLabel('Note').fill('Kept by the browser.');
  await page.reload();
  expect(asked).toBe(0);
  await begin();
  await adding.getByRole('checkbox', { name: 'Keep who this is confidential' }).check();
  await adding.getByLabel('Note').fill(`Met as ${name}`);
  await page.reload();
  expect(asked).toBe(1);
});

test('what nothing keeps of a confidential source goes by no slip: Escape, the close button and a step back ask first', async ({
  colleague,
  pageOf,
}) => {
  const name = unheardOf('Pia Strand');
  const page = await pageOf(await colleague('editor'));
  await page.goto('/');
  await page.getByRole('link', { name: 'Sources', exact: true }).click();
  await page.getByRole('button', { name: 'Add a source' }).click();
  const adding = dialog(page, 'Add a source');
  await adding.getByRole('checkbox', { name: 'Keep who this is confidential' }).check();
  await adding.getByLabel('Name', { exact: true }).fill(name);
  const asked: string[] = [];
  let leaves = false;
  page.on('dialog', (question) => {
    asked.push(question.message());
    void (leaves ? question.accept() : question.dismiss());
  });
  const slips = [
    () => page.keyboard.press('Escape'),
    () => page.keyboard.press('Escape'),
    () => page.getByRole('button', { name: 'Close' }).click(),
    () => page.evaluate(() => history.back()),
  ];
  for (const [at, slip] of slips.entries()) {
    await slip();
    await expect.poll(() => asked.length).toBe(at + 1);
    await expect(adding.getByLabel('Name', { exact: true })).toHaveValue(name);
    await expect(page).toHaveURL(/\/sources$/);
  }
  expect(new Set(asked).size).toBe(1);
  leaves = true;
  await page.keyboard.press('Escape');
  await expect(adding).toBeHidden();
});
