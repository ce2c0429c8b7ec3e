/** Erasing a whole story: of a word that stood in every field of it nothing is left, in the database and on the disk. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { GetArticle, ListArticles } from '../../server/contract/articles.ts';
import { ListBin } from '../../server/contract/bin.ts';
import { Erase, GetErasure } from '../../server/contract/erasure.ts';
import { GetArticleHistory, VerifyHistory } from '../../server/contract/history.ts';
import { archiveOf } from '../../server/features/imports/spool.ts';
import { addEvidence, cite, claimNow, comment } from '../support/attached.ts';
import { flagPath } from '../support/audit.ts';
import { CASUALTY, createStory, mark, review, type Story, spanOf, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { attach } from '../support/files.ts';
import { radar, takeAway } from '../support/handed-out.ts';
import { importsFor } from '../support/imports.ts';
import { revise } from '../support/reworded.ts';
import { signOff, signOffPath } from '../support/sign-off.ts';
import { exportedStory, importedStory, underOtherIds } from '../support/stories.ts';
import { asFile, bringIn, inJson, wireItem } from '../support/story-files.ts';
import { listSuggestions } from '../support/suggestions.ts';
import { columnsWith, filesWith, samplesWith, wordColumns } from '../support/traces.ts';
import { addWebhook, deliverer, receiver } from '../support/webhooks.ts';

const REASON = 'The court in Lindholm says so.';
const desk = useDesk();
let admin: Person;
let editor: Person;
let reviewer: Person;

beforeAll(async () => {
  admin = await desk.person('admin', 'Ines Hall');
  editor = await desk.person('editor', 'Ada Field');
  reviewer = await desk.person('reviewer', 'Rui Brook');
});

const { bringZip, isKept } = importsFor(desk, () => editor);
const pathOf = ({ id }: { id: string }, rest = '') => `/api/articles/${id}${rest}`;
const newWord = () => `zq${uuidv7().replaceAll('-', '').slice(-12)}`;
const now = async (story: { id: string }) => answer(GetArticle, await editor.get(pathOf(story)));
const withdraw = async (story: { id: string }, body: object = {}) => {
  const { version } = await now(story);
  await editor.delete(pathOf(story, `?version=${version}`), body).expect(200);
};
const erase = async (story: { id: string }) => {
  const { version, goes, blockers } = answer(
    GetErasure,
    await admin.get(`/api/bin/story/${story.id}/erasure`),
  );
  expect(blockers).toEqual([]);
  const told = answer(Erase, await admin.delete(`/api/bin/story/${story.id}`, { version, reason: REASON }));
  expect(told.gone).toEqual(goes);
  return told;
};
const broken = async () => answer(VerifyHistory, await admin.post('/api/history/verify')).broken;

/** The story of the tests with a word in each part of it. */
const textWith = (word: string) =>
  [
    `Ferry ${word} sinks off Lindholm`,
    `At least 41 ${word} people died when a ferry sank off Lindholm on Tuesday, the ${word} office said.`,
    `Nine children of ${word} were among the dead, said Ada ${word}, who heads the hospital. “We have 30 more in our wards,” she told Coast Radio.`,
    `The ferry had room for 120 ${word} passengers. Nobody knows how many were aboard.`,
  ].join('\n\n');

/** A story that came as a file, was worked on in every way, and has the word in every field that holds words. */
async function wordyStory(word: string): Promise<Story> {
  const body = {
    title: `Ferry ${word}`,
    ...{ byline: `Ada ${word}`, agency: `${word} News`, dateline: `${word} Port` },
    sourceUrl: `https://paper.example/${word}`,
  };
  const item = wireItem(textWith(word), {
    uri: `urn:newsml:${word}.example:20140108:1`,
    edNote: `Recasts ${word}.`,
    subjects: [{ name: word, uri: `http://cv.example/${word}` }],
  });
  const story = await bringIn(editor, item, { ...inJson(asFile(item), `${word}.json`), ...body });

  const toll = await mark(editor, story, `At least 41 ${word} people`, {
    ...CASUALTY,
    details: { ...CASUALTY.details, wording: word, perpetrator: word, cause: word, place: { name: word } },
    summary: `Toll ${word}`,
  });
  const { text } = story.revision;
  await mark(editor, story, `At least 41 ${word} people died when a ferry sank off Lindholm on Tuesday`, {
    kind: 'attribution',
    details: { source: spanOf(text, `the ${word} office`), cue: spanOf(text, 'said'), content: [] },
  });
  await mark(editor, story, `Ada ${word}`, { kind: 'source', details: { titleAsPrinted: word } });
  const room = await mark(editor, story, `120 ${word} passengers`, {
    details: { about: 'quantity', value: word },
  });

  const file = await attach(editor, story, Buffer.from(`A list of ${word}`), `name=${word}.txt`);
  await addEvidence(editor, story, { kind: 'file', url: null, title: word, fileId: file.id });
  const link = await addEvidence(editor, story, {
    ...{ url: `https://harbour.example/${word}`, title: `Statement ${word}` },
    ...{ publisher: `${word} office`, note: `By ${word}` },
  });
  await editor
    .put(`/api/evidence/${link.id}/snapshot`, { version: 1, text: `The office said ${word}.` })
    .expect(200);
  await cite(editor, room, { evidenceId: link.id, locator: word, quote: word, note: word });
  const said = await comment(editor, room, `@Rui Brook, who counted ${word}?`, { mentions: [reviewer.id] });
  await comment(editor, room, `The ${word} office.`, { parentId: said.id });
  const wrong = { verdict: 'inaccurate', reason: `${word} says no`, correction: `112 ${word}` };
  await verify(editor, await claimNow(editor, room), wrong);
  const back = { decision: 'returned', reasonCode: 'other', note: `ask ${word}` };
  await review(reviewer, await claimNow(editor, room), back);
  await takeAway(editor, story);
  await verify(editor, await claimNow(editor, room), { reason: `${word} it is` });
  await review(reviewer, await claimNow(editor, room));
  await editor.put(await flagPath(editor, story), { reason: `not for ${word}` }).expect(200);

  const { items } = await listSuggestions(editor, story);
  const open = items.filter(({ state }) => state === 'open');
  expect(open.length).toBeGreaterThan(0);
  await editor.post(`/api/suggestions/${open[0]?.id}/dismiss`).expect(200);

  // Every claim is passed, so that it can be signed off, and reopened for a reason.
  for (const claim of (await editor.get(pathOf(story, '/claims'))).body.items) {
    if (claim.status === 'passed') continue;
    await cite(editor, claim, { evidenceId: link.id });
    await review(reviewer, await verify(editor, await claimNow(editor, claim)));
  }
  const [first] = (await editor.get(pathOf(story, '/claims'))).body.items;
  expect(first.status).toBe('passed');
  await signOff(reviewer, story);
  await reviewer.delete(signOffPath(story), { reason: `A new ${word}.` }).expect(200);
  await revise(editor, story, (before) => before.replace(`120 ${word}`, `130 ${word}`));
  expect(toll.id).toBeDefined();
  return story;
}

/** Tables of which rows belong to a story, by what names it. */
const OF_THE_STORY = [
  ...[
    'arrivals',
    'article_identifiers',
    'article_members',
    'articles',
    'citations',
    'claim_attributions',
    'claims',
  ],
  ...['comments', 'evidence', 'export_stories', 'extractions', 'files', 'flag_dismissals', 'import_files'],
  ...['notifications', 'placements', 'presence', 'reviews', 'revision_changes', 'revisions', 'sentences'],
  ...[
    'sign_offs',
    'snapshots',
    'source_moves',
    'story_histories',
    'story_people',
    'suggestions',
    'verdict_ends',
  ],
  ...['verdicts', 'webhook_deliveries'],
];
/** Columns of them in which the word does not stand, and why that is no gap. */
const NOT_FILLED: Readonly<Record<string, readonly string[]>> = {
  'digests and links, which stay or go with their rows': [
    ...['arrivals.sha256', 'arrivals.words_sha256', 'export_stories.head_hash', 'files.sha256'],
    ...[
      'flag_dismissals.key',
      'revisions.sha256',
      'sign_offs.sha256',
      'snapshots.sha256',
      'suggestions.fingerprint',
    ],
  ],
  'one of the program’s own words': [
    ...[
      'arrivals.format',
      'articles.language',
      'extractions.basis',
      'files.media_type',
      'notifications.mail',
    ],
    ...['notifications.reason', 'revisions.blocks', 'sign_offs.ended_because', 'snapshots.how'],
    ...[
      'story_histories.integrity',
      'suggestions.rule',
      'verdicts.expired_reasons',
      'webhook_deliveries.error',
    ],
    'webhook_deliveries.type',
  ],
  'ids of the register': ['claims.source_id', 'claims.via_source_ids'],
  'they go with rows of which other columns are filled': [
    ...['arrivals.version', 'revisions.furniture', 'snapshots.fetched_from'],
  ],
  'an import has a test of its own': [
    ...['detail', 'identifier', 'path', 'problem', 'state', 'version'].map((one) => `import_files.${one}`),
  ],
};

test('leaves nothing of a word that stood in every field, but in exports that say nothing of it', async () => {
  const word = newWord();
  const heard = receiver();
  await addWebhook(admin);
  const story = await wordyStory(word);
  await deliverer(desk, heard.send).deliverDue();
  // The same story once more, as another newsroom's, so that its history lies in it.
  const { document } = await exportedStory(editor, story);
  const theirs = await importedStory(reviewer, underOtherIds(document));

  // What only some texts bring about is put in by hand.
  for (const [table, column, value] of [
    ['claims', 'outgrown', JSON.stringify({ fields: ['figure'], offered: { value: word }, settled: false })],
    ['suggestions', 'source_name', word],
    ['suggestions', 'why', word],
    ['story_people', 'name', word],
  ])
    await desk.db.pool.query(`UPDATE ${table} SET ${column} = $1 WHERE article_id = ANY($2)`, [
      value,
      [story.id, theirs.id],
    ]);

  const held = await columnsWith(desk, word);
  expect(held).toEqual(
    [
      ...['arrivals.facts', 'arrivals.name', 'article_identifiers.value'],
      ...['agency', 'byline', 'dateline', 'search', 'source_url', 'title'].map((one) => `articles.${one}`),
      ...['locator', 'note', 'quote'].map((one) => `citations.${one}`),
      ...['details', 'outgrown', 'search', 'summary'].map((one) => `claims.${one}`),
      ...['comments.body', 'event_payloads.payload'],
      ...['note', 'publisher', 'title', 'url'].map((one) => `evidence.${one}`),
      ...['files.name', 'flag_dismissals.reason', 'placements.quote', 'reviews.note'],
      ...['revision_changes.from_quote', 'revisions.text', 'sentences.text', 'sign_offs.ended_reason'],
      ...['snapshots.text', 'story_histories.manifest', 'story_people.name'],
      ...['details', 'quote', 'source_name', 'why'].map((one) => `suggestions.${one}`),
      ...['verdict_ends.quote', 'verdicts.correction', 'verdicts.reason', 'webhook_deliveries.body'],
    ].sort(),
  );
  expect(await filesWith(desk, word)).toHaveLength(2);
  // A column of the story's own that holds words and is not among them has to be filled above, or told here with why.
  expect((await wordColumns(desk, OF_THE_STORY)).filter((one) => !held.includes(one))).toEqual(
    Object.values(NOT_FILLED).flat().sort(),
  );

  // Of a table that is empty the planner keeps what it knew.
  await mark(editor, await createStory(editor), '120 passengers');
  await desk.db.pool.query('ANALYZE');
  expect(await samplesWith(desk, word)).toEqual(expect.arrayContaining(['claims', 'comments', 'placements']));

  for (const one of [story, theirs]) {
    await withdraw(one, { reason: `It names ${word}.` });
    const told = await erase(one);
    expect(told).toMatchObject({ kind: 'story', id: one.id, by: { id: admin.id, name: 'Ines Hall' } });
    expect(told.gone.claims).toBeGreaterThan(3);
    expect(told.gone.payloads).toBeGreaterThan(0);
  }
  expect(await columnsWith(desk, word)).toEqual([]);
  expect(await samplesWith(desk, word)).toEqual([]);
  expect(await filesWith(desk, word)).toEqual([]);
  expect(await desk.db.prisma.erasedFile.count()).toBe(0);
  expect(await broken()).toEqual([]);

  // Who did what and when is told still, to admins alone.
  refusal(await editor.get(pathOf(story, '/history')), 'STORY_ERASED');
  const { items } = answer(GetArticleHistory, await admin.get(pathOf(story, '/history?limit=200')));
  expect(items.slice(0, -1).every(({ erased, data }) => erased && JSON.stringify(data) === '{}')).toBe(true);
  expect(items.at(-1)).toMatchObject({ type: 'article.erased', data: { reason: REASON }, erased: false });
  // What was handed out is found as before, without its words.
  const entry = (await radar(editor, `&articleId=${story.id}`))[0];
  expect(entry).toMatchObject({ quote: '', article: { title: '', withdrawn: true }, exportCount: 1 });
}, 60_000);

describe('a story that was erased', () => {
  test('says so to whoever could see it, with who did and when, and comes back for nobody', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, '120 passengers');
    await withdraw(story);
    const { at } = await erase(story);
    for (const rest of ['', '/claims', '/evidence', '/revisions', '/presence', '/proof', '/history']) {
      const answered = await editor.get(pathOf(story, rest));
      refusal(answered, 'STORY_ERASED');
      expect(answered.body.erased).toEqual({ at, by: { id: admin.id, name: 'Ines Hall' } });
    }
    refusal(await editor.post(pathOf(story, '/restore')), 'STORY_ERASED');
    refusal(await editor.patch(pathOf(story), { version: 3, title: 'x' }), 'STORY_ERASED');
    refusal(await editor.post(`/api/claims/${claim.id}/restore`), 'STORY_ERASED');
    refusal(await editor.get(`/api/claims/${claim.id}`), 'NOT_FOUND');
    refusal(await admin.get(`/api/bin/story/${story.id}/erasure`), 'ALREADY_ERASED');
    refusal(await admin.delete(`/api/bin/story/${story.id}`, { version: 3, reason: 'x' }), 'ALREADY_ERASED');
    const ids = async () =>
      JSON.stringify([
        answer(ListBin, await admin.get('/api/bin?limit=200')),
        answer(ListArticles, await admin.get('/api/articles?limit=200')),
        (await editor.get('/api/claims?limit=200')).body,
      ]);
    expect(await ids()).not.toContain(story.id);
    expect((await editor.post('/api/articles', { id: story.id, text: 'Rain\n\nIt rained.' })).body.code).toBe(
      'ID_USED',
    );
  });

  test('that was restricted is not there for others, as before', async () => {
    const story = await createStory(editor, { access: 'restricted', memberIds: [admin.id] });
    await withdraw(story);
    await erase(story);
    refusal(await reviewer.get(pathOf(story)), 'NOT_FOUND');
    refusal(await editor.get(pathOf(story)), 'STORY_ERASED');
  });

  test('holds no file that another story has', async () => {
    const bytes = Buffer.from(`A list ${newWord()}`);
    const [one, other] = [await createStory(editor), await createStory(editor)];
    await attach(editor, one, bytes);
    const kept = await attach(editor, other, bytes);
    await withdraw(one);
    await erase(one);
    await editor.get(`/api/files/${kept.id}`).expect(200);
  });

  test('is held by an import that is not over, and by none that is', async () => {
    const word = newWord();
    const brought = await bringZip([
      [`${word}.txt`, textWith(word)],
      [`${word}.exe`, `MZ ${word}`],
    ]);
    expect(isKept(brought)).toBe(true);
    const { rows } = await desk.db.pool.query<{ id: string }>(
      'SELECT article_id AS id FROM import_files WHERE import_id = $1 AND article_id IS NOT NULL',
      [brought.id],
    );
    const id = rows[0]?.id ?? '';
    await withdraw({ id });
    const plan = async () => answer(GetErasure, await admin.get(`/api/bin/story/${id}/erasure`));
    await desk.db.pool.query('UPDATE imports SET finished_at = NULL WHERE id = $1', [brought.id]);
    const { blockers, version } = await plan();
    expect(blockers).toEqual([{ code: 'IMPORT_UNDER_WAY', claimIds: [] }]);
    refusal(await admin.delete(`/api/bin/story/${id}`, { version, reason: 'x' }), 'IMPORT_UNDER_WAY');
    expect(isKept(brought)).toBe(true);
    expect(await columnsWith(desk, word)).toContain('import_files.path');
    await desk.db.pool.query('UPDATE imports SET finished_at = now() WHERE id = $1', [brought.id]);
    expect((await plan()).untried).toBe(1);
    await desk.db.pool.query(
      'UPDATE import_files SET identifier = $2, version = $2, detail = $2 WHERE article_id = $1',
      [id, word],
    );
    await erase({ id });
    expect(isKept(brought)).toBe(false);
    expect(await filesWith(desk, word)).toEqual([]);
    // What the file beside it is called is not this story's.
    expect(await columnsWith(desk, word)).toEqual(['import_files.path']);
    await editor.get(`/api/imports/${brought.id}/files`).expect(200);
    refusal(await editor.post(`/api/imports/${brought.id}/retry`), 'IMPORT_OVER');
  });

  test('takes the files of its import along that a server left behind', async () => {
    const word = newWord();
    const brought = await bringZip([[`${word}.txt`, textWith(word)]]);
    const { rows } = await desk.db.pool.query<{ id: string }>(
      'SELECT article_id AS id FROM import_files WHERE import_id = $1',
      [brought.id],
    );
    const id = rows[0]?.id ?? '';
    const place = archiveOf(desk.filesDir, brought.id);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, word);
    await withdraw({ id });
    await erase({ id });
    expect(isKept(brought)).toBe(false);
    expect(await columnsWith(desk, word)).toEqual([]);
  });
});
