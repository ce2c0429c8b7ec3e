/** A story with everything in it, out of one Claimdesk and into another. */
import { createHash, randomBytes } from 'node:crypto';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { NamePeopleElsewhere } from '../../server/contract/people.ts';
import { GetHistoryElsewhere, type StoryDocument } from '../../server/contract/stories.ts';
import { isWhole } from '../../server/features/stories/read-document.ts';
import { integrityOf } from '../../server/features/stories/story-import.service.ts';
import { ARTICLE_FIELDS, STORY_TABLES } from '../../server/features/stories/story-tables.ts';
import { addEvidence, cite, claimNow, comment } from '../support/attached.ts';
import { flagPath } from '../support/audit.ts';
import { CASUALTY, createStory, mark, review, STORY, type Story, spanOf, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes, exportCsv } from '../support/exports.ts';
import { attach, BYTES } from '../support/files.ts';
import { revise } from '../support/reworded.ts';
import { signedOffStory } from '../support/sign-off.ts';
import { keep } from '../support/sources.ts';
import { exportedStory, importedStory, storyPart, underOtherIds } from '../support/stories.ts';
import { asFile, bringIn, inJson, wireItem } from '../support/story-files.ts';
import { ferryExtractor, suggested } from '../support/suggestions.ts';

/** Where stories are made, and one where nothing is. */
const desk = useDesk({ extractor: ferryExtractor });
const elsewhere = useDesk({ extractor: ferryExtractor });
let editor: Person;
let reviewer: Person;
let stranger: Person;
let viewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor', 'Ada "the quick" Field');
  reviewer = await desk.person('reviewer', 'Rui Brook');
  stranger = await elsewhere.person('reviewer', 'Mira Stone');
  viewer = await elsewhere.person('viewer');
});

const SECRET = 'Edith Quillfeather';

const item = wireItem(STORY, { rest: 'é 🚢', version: '4' });

/** Something of everything. */
async function fullStory(): Promise<Story> {
  const story = await bringIn(editor, item, {
    ...{ byline: 'By Ada Moor', agency: 'NWA', deadline: '2026-03-02T18:00:00Z', priority: 'high' },
    sourceUrl: 'https://wire.example/ferry',
  });
  const span = (quote: string) => spanOf(story.revision.text, quote);
  const { body: office } = await editor.post('/api/sources', {
    ...{
      name: `Harbour office ${uuidv7()}`,
      kind: 'organisation',
      aliases: ['The office'],
      note: 'Reachable',
    },
  });
  const { body: witness } = await editor.post('/api/sources', {
    name: `${SECRET} ${uuidv7()}`,
    kind: 'person',
  });
  await keep(editor, witness, [editor]);
  const said = await mark(editor, story, 'At least 41 people died', {
    kind: 'attribution',
    details: {
      ...{
        source: span('the harbour office'),
        cue: span('said'),
        content: [span('At least 41 people died')],
      },
      ...{ mode: 'indirect', basis: 'organisation', sourceId: office.id, via: [{ sourceId: witness.id }] },
    },
  });
  const count = await mark(editor, story, 'At least 41 people', {
    ...CASUALTY,
    summary: 'The toll, 🚢 e\u0301',
  });
  const part = await mark(editor, story, 'Nine children', {
    kind: 'casualty_count',
    details: { outcome: 'killed', low: 9, best: 9, high: 9, modifier: 'exact', partOf: count.id },
  });
  await editor.patch(`/api/claims/${count.id}`, { version: 1, attributionIds: [said.id] }).expect(200);
  const list = await attach(editor, story, BYTES.pdf, 'name=list.pdf');
  const evidence = await addEvidence(editor, story, { accessedAt: '2026-03-01T10:00:00Z' });
  const file = { kind: 'file', title: 'The list', fileId: list.id };
  const { body: filed } = await editor.post(`/api/articles/${story.id}/evidence`, file).expect(201);
  await editor
    .put(`/api/evidence/${evidence.id}/snapshot`, { version: 1, text: 'The office said: 41.' })
    .expect(200);
  await cite(editor, count, { evidenceId: evidence.id, locator: 'p. 4', quote: '41 dead' });
  const slip = await cite(editor, part, { evidenceId: filed.id, stance: 'context' });
  await editor.delete(`/api/citations/${slip.id}?version=1`).expect(200);
  const first = await comment(editor, count, 'Who counted?');
  await reviewer
    .post(`/api/claims/${count.id}/comments`, { body: 'They did.', parentId: first.id })
    .expect(201);
  await review(reviewer, await verify(editor, await claimNow(editor, count)));
  const wrong = await verify(editor, await claimNow(editor, part), {
    ...{ verdict: 'inaccurate', reason: 'Ten.', correction: 'Ten children' },
  });
  await review(reviewer, wrong, { decision: 'returned', reasonCode: 'figure_differs', note: 'Which list?' });
  const gone = await mark(editor, story, 'Coast Radio');
  await editor.delete(`/api/claims/${gone.id}?version=1`).expect(200);
  await verify(editor, await mark(editor, story, 'room for 120 passengers'));
  await editor.put(await flagPath(editor, story), { reason: 'The register is public.' });
  const idea = await suggested(editor, story, 'moor');
  await editor.post(`/api/suggestions/${idea.id}/dismiss`).expect(200);
  await revise(editor, story, (text) => `${text.replace('had room for', 'could carry')}\n\nIt is cold.`);
  return story;
}

let story: Story;
let text: string;
let document: StoryDocument;
beforeAll(async () => {
  story = await fullStory();
  ({ text, document } = await exportedStory(editor, story));
});

describe('a story goes out and comes in', () => {
  test('has something in every list', () => {
    const { article, people, ...lists } = document.story;
    // This one has no sign-off: what is signed off takes no newer text.
    const empty = Object.entries(lists).filter(([, rows]) => rows.length === 0);
    expect(empty.map(([name]) => name)).toEqual(['signOffs']);
    expect(article.id).toBe(story.id);
    expect(people.map(({ name }) => name).sort()).toEqual(['Ada "the quick" Field', 'Rui Brook']);
    expect(document.manifest.counts).toMatchObject({ claims: lists.claims.length, revisions: 2 });
  });

  test('is the same on a second export, byte for byte', async () => {
    const answer = await importedStory(stranger, document);
    expect(answer).toEqual({ id: story.id, integrity: 'whole', claims: document.story.claims.length });
    const again = await exportedStory(stranger, story);
    expect(storyPart(again.text)).toBe(storyPart(text));
    expect(again.document.manifest.sha256).toBe(document.manifest.sha256);
  });

  test('is the same to whoever reads it there', async () => {
    const [here, there] = await Promise.all([
      editor.get(`/api/articles/${story.id}/claims`),
      stranger.get(`/api/articles/${story.id}/claims`),
    ]);
    const told = ({ body }: typeof here) =>
      body.items.map(
        ({
          can: _can,
          createdBy: _by,
          verdict,
          review: w,
          assigneeId: _who,
          ...rest
        }: Record<string, Record<string, unknown> | null>) => ({
          ...rest,
          verdict: verdict && { ...verdict, by: null },
          review: w && { ...w, by: null },
        }),
      );
    expect(told(there)).toEqual(told(here));
    for (const path of ['figures', 'evidence', 'revisions/1', 'revisions/2/changes'])
      expect((await stranger.get(`/api/articles/${story.id}/${path}`)).status, path).toBe(200);
    const found = await stranger.get('/api/claims?q=toll');
    expect(found.body.items.map(({ articleId }: { articleId: string }) => articleId)).toContain(story.id);
  });

  test('its people are printed names and nobody’s account', async () => {
    const { body } = await stranger.get(`/api/articles/${story.id}`);
    expect([editor.id, reviewer.id, stranger.id]).not.toContain(body.createdBy);
    const users = await elsewhere.db.pool.query('SELECT id FROM users WHERE id = $1', [body.createdBy]);
    expect(users.rows).toEqual([]);
    const named = await elsewhere.db.pool.query('SELECT name FROM story_people WHERE id = $1', [
      body.createdBy,
    ]);
    expect(named.rows).toEqual([{ name: editor.name }]);
  });

  test('what they did is printed with their names: lists, corrections, annotations, the proof', async () => {
    const rows = await exportCsv(stranger, `&articleId=${story.id}&status=all`);
    const elsewhereIs = (name: string) => (name === '' ? '' : `${name} (elsewhere)`);
    expect(rows).toEqual(
      (await exportCsv(editor, `&articleId=${story.id}&status=all`)).map((row) => ({
        ...row,
        ...{ verdict_by: elsewhereIs(row.verdict_by), review_by: elsewhereIs(row.review_by) },
        ...{ created_by: elsewhereIs(row.created_by) },
        ...{ story_head: '1', story_head_hash: rows[0]?.story_head_hash },
      })),
    );
    const corrections = async (as: Person) => {
      const { body } = await as.get(`/api/articles/${story.id}/corrections`);
      return body.items.map(({ by, claimId }: { by: { name: string }; claimId: string }) => [
        claimId,
        by.name,
      ]);
    };
    expect(await corrections(stranger)).toEqual(
      (await corrections(editor)).map(([id, name]: string[]) => [id, elsewhereIs(name ?? '')]),
    );
    const annotations = await asBytes(
      stranger.get(`/api/annotations?articleId=${story.id}&status=all&page=first`),
    );
    expect(annotations.body.toString('utf8')).toContain(JSON.stringify(`${editor.name} (elsewhere)`));
    expect((await stranger.get(`/api/articles/${story.id}/proof`)).text).toContain('Rui Brook (elsewhere)');
  });

  test('a page that meets their ids may ask for their names; nobody learns of a story that is not for them', async () => {
    const asked = async (as: Person, ids: readonly string[]) =>
      answer(NamePeopleElsewhere, await as.get(`/api/people/elsewhere?ids=${ids.join(',')}`)).items;
    const { body } = await stranger.get(`/api/articles/${story.id}/claims`);
    const by: string = body.items[0].createdBy;
    const people = [{ id: by, name: editor.name, articleId: story.id }];
    expect(await asked(stranger, [by, stranger.id, uuidv7()])).toEqual(people);
    expect(await asked(viewer, [by])).toEqual(people);
    const hidden = underOtherIds(document);
    Object.assign(hidden.story.article, { access: 'restricted' });
    await importedStory(stranger, hidden);
    const own = (await stranger.get(`/api/articles/${hidden.story.article.id}`)).body.createdBy;
    expect(await asked(stranger, [own])).toHaveLength(1);
    expect(await asked(viewer, [own])).toEqual([]);
    refusal(await stranger.get('/api/people/elsewhere?ids=nobody'), 'INVALID');
  });

  test('its history is kept beside it; its own begins with the import', async () => {
    const { body } = await stranger.get(`/api/articles/${story.id}/history`);
    expect(
      body.items.map(({ type, actor }: { type: string; actor: { name: string } }) => [type, actor.name]),
    ).toEqual([['article.imported', 'Mira Stone']]);
    expect(body.items[0].data).toMatchObject({
      ...{ integrity: 'whole', sha256: document.manifest.sha256, head: document.manifest.head },
    });
    const { manifest } = (await exportedStory(stranger, story)).document;
    expect(manifest.history.map(({ type }) => type)).toEqual(['article.imported']);
    expect(manifest.earlier).toMatchObject({ integrity: 'whole', manifest: document.manifest });
    expect(document.manifest.history.length).toBe(document.manifest.head);
  });

  test('it is shown beside it, page by page, as it came', async () => {
    const path = `/api/articles/${story.id}/history/elsewhere`;
    const first = answer(GetHistoryElsewhere, await stranger.get(`${path}?limit=5`));
    expect(first.from).toMatchObject({
      ...{ integrity: 'whole', generatedBy: { name: editor.name }, importedBy: { name: 'Mira Stone' } },
      ...{ head: document.manifest.head, headHash: document.manifest.headHash, isOlder: false },
    });
    const rest = answer(GetHistoryElsewhere, await stranger.get(`${path}?after=5&limit=200`));
    expect([...first.items, ...rest.items]).toEqual(document.manifest.history);
    // The newsroom that it came from finds that link among its own.
    const { body } = await editor.get(
      `/api/articles/${story.id}/history?after=${document.manifest.head - 1}`,
    );
    expect(body.items[0].hash).toBe(first.from?.headHash);
    expect(answer(GetHistoryElsewhere, await editor.get(path))).toEqual({ from: null, items: [] });
    refusal(await stranger.get(`/api/articles/${uuidv7()}/history/elsewhere`), 'NOT_FOUND');
  });

  test('its events are never this server’s own: its chain holds without them', async () => {
    const admin = await elsewhere.person('admin');
    const { body } = await admin.post('/api/history/verify').expect(200);
    expect(body.broken).toEqual([]);
    const { rows } = await elsewhere.db.pool.query('SELECT seq FROM events WHERE stream_id = $1', [story.id]);
    expect(rows).toHaveLength(1);
    const { body: claims } = await stranger.get(`/api/articles/${story.id}/claims`);
    const { body: own } = await stranger.get(`/api/claims/${claims.items[0].id}/history`);
    expect(own.items).toEqual([]);
  });

  test('a confidential source is its printed description, there too', async () => {
    expect(text).not.toContain(SECRET);
    const kept = document.story.sources.filter(({ confidential }) => confidential);
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ aliases: [], affiliations: [], note: null });
    const { body } = await stranger.get(`/api/sources/${kept[0]?.id}`);
    expect(body).toMatchObject({ name: kept[0]?.name, confidential: true });
    refusal(await stranger.post(`/api/sources/${kept[0]?.id}/identity`), 'NOT_A_READER');
  });

  test('a newer version of the wire story that it came as is its next text, there too', async () => {
    const own = await bringIn(editor, wireItem(STORY, { version: '1' }));
    const { document: out } = await exportedStory(editor, own);
    const uri = out.story.arrivals[0]?.facts.identifiers[0]?.value;
    await importedStory(stranger, out);
    const text = `${STORY}\n\nIt is cold.`;
    const sent = (version: string, words: string) =>
      stranger.post('/api/articles', inJson(asFile(wireItem(words, { uri, version }))));
    refusal(await sent('0', text), 'OLDER_VERSION');
    refusal(await sent('1', text), 'VERSION_DIFFERS');
    const newer = (await sent('2', text).expect(201)).body;
    expect(newer).toMatchObject({ id: own.id, revision: { number: 2 } });
    const { body } = await stranger.get(`/api/articles/${own.id}/arrivals`);
    expect(body.items).toMatchObject([
      { number: 2, version: '2', here: true, createdBy: stranger.id },
      { number: 1, version: '1', here: false },
    ]);
    refusal(await stranger.get(`/api/articles/${own.id}/arrivals/1/file`), 'FILE_ELSEWHERE');
    await stranger.get(`/api/articles/${own.id}/arrivals/2/file`).expect(200);
    const { document: again } = await exportedStory(stranger, own);
    expect(again.story.arrivals[0]).toEqual(out.story.arrivals[0]);
  });

  test('a document from before these were told comes in', async () => {
    const { arrivals: _arrivals, ...rest } = underOtherIds(document).story;
    const before = { ...document, story: rest };
    await importedStory(stranger, before);
    expect((await exportedStory(stranger, rest.article)).document.story.arrivals).toEqual([]);
  });

  test('files are named by their digest, and open nothing that is here', async () => {
    const [file] = document.story.files;
    // The same bytes are here, with a story that this person may not see.
    const owner = await elsewhere.person('editor');
    const hidden = await createStory(owner, { access: 'restricted' });
    await attach(owner, hidden, BYTES.pdf, 'name=own.pdf');
    refusal(await stranger.get(`/api/files/${file?.id}`), 'FILE_ELSEWHERE');
  });

  test('may be sent again, and is told of as done', async () => {
    const again = await stranger.post('/api/stories', document);
    expect(again.status).toBe(200);
    expect(again.body.id).toBe(story.id);
  });

  test('goes on where it is: what is marked, checked and signed there is its own', async () => {
    const { body } = await stranger.get(`/api/articles/${story.id}`);
    const span = spanOf(body.revision.text, 'It is cold');
    await stranger.post(`/api/articles/${story.id}/claims`, { revision: 2, kind: 'fact', span }).expect(201);
    const { document: later } = await exportedStory(stranger, story);
    expect(later.story.people.map(({ name }) => name)).toContain('Mira Stone');
  });

  test('a sign-off comes with it', async () => {
    const own = await signedOffStory({ editor, reviewer });
    const out = await exportedStory(editor, own);
    expect(out.document.story.signOffs).toHaveLength(1);
    await importedStory(stranger, out.document);
    expect(storyPart((await exportedStory(stranger, own)).text)).toBe(storyPart(out.text));
    expect((await stranger.get(`/api/articles/${own.id}`)).body.status).toBe('signed_off');
  });

  test('a restricted one is for whoever brought it in alone', async () => {
    const own = await createStory(editor, { access: 'restricted' });
    refusal(await reviewer.get(`/api/exports/stories/${own.id}`), 'NOT_FOUND');
    const out = await exportedStory(editor, own);
    await importedStory(stranger, out.document);
    expect(storyPart((await exportedStory(stranger, own)).text)).toBe(storyPart(out.text));
    refusal(await viewer.get(`/api/articles/${own.id}`), 'NOT_FOUND');
  });

  test('is recorded as every file that was handed out', async () => {
    const { body } = await editor.get(
      `/api/exports/recorded?sha256=${createHash('sha256').update(text).digest('hex')}`,
    );
    expect(body.items).toMatchObject([{ kind: 'story', format: 'claimdesk' }]);
  });
});

/** Columns that stand in no document: made from others, or the story's own id. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  // What lies in the bin leaves in no document.
  articles: ['search', 'head', 'withdrawn_at', 'erased_at'],
  sentences: ['text'],
  claims: ['search', 'citation_count', 'open_comments', 'source_id', 'via_source_ids', 'erased_at'],
  // Ids of people here: the words name them, also elsewhere.
  comments: ['mentions', 'erased_at'],
  // What was erased leaves in no document; words of a comment that others answer are left out.
  evidence: ['erased_at'],
  citations: ['erased_at'],
  files: ['elsewhere'],
  arrivals: ['elsewhere', 'format', 'name', 'size', 'version', 'version_created'],
};

test('every column of what belongs to a story is in it, or left out on purpose', async () => {
  const tables = [{ table: 'articles', fields: ARTICLE_FIELDS }, ...Object.values(STORY_TABLES)];
  for (const { table, fields } of tables) {
    const { rows } = await desk.db.pool.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND table_schema = 'public'`,
      [table],
    );
    const told = [...fields.map(({ column }) => column), ...(LEFT_OUT[table] ?? []), 'article_id'];
    expect(
      rows.map(({ name }) => name).filter((name) => !told.includes(name)),
      table,
    ).toEqual([]);
  }
});

test('its schema is served, and every document fits it', async () => {
  const { body } = await desk.stranger.get('/api/formats/story').expect(200);
  const ajv = new Ajv.default({ strict: false, validateFormats: false });
  const validate = ajv.compile(body);
  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...JSON.parse(text), version: 2 })).toBe(false);
});

describe('what it was is told', () => {
  const key = randomBytes(32);
  const told = (historyKey: Buffer, one: StoryDocument) =>
    integrityOf(historyKey, one.manifest, isWhole(one));

  test('whole, by somebody else; and by this server, where its key says so', () => {
    expect(told(key, document)).toBe('whole');
    expect(told(desk.historyKey, document)).toBe('signed_here');
  });

  const { parse, stringify } = JSON;
  const changed = (change: (copy: StoryDocument) => void): StoryDocument => {
    const copy: StoryDocument = parse(stringify(document));
    change(copy);
    return copy;
  };
  const CHANGES: Readonly<Record<string, (copy: StoryDocument) => void>> = {
    'a reason': ({ story: { verdicts } }) => Object.assign(verdicts[0] ?? {}, { reason: 'Because.' }),
    'a name': ({ story: { people } }) => Object.assign(people[0] ?? {}, { name: 'Somebody' }),
    'what an event says': ({ manifest }) => Object.assign(manifest.history[1] ?? {}, { data: { x: 1 } }),
    'an event that was taken out': ({ manifest }) => void manifest.history.splice(2, 1),
    'the last event': ({ manifest }) => void manifest.history.pop(),
    'the digest': ({ manifest }) => Object.assign(manifest, { sha256: '0'.repeat(64) }),
  };
  test.each(Object.entries(CHANGES))('altered: %s', (_name, change) => {
    expect(told(desk.historyKey, changed(change))).toBe('altered');
  });

  test('another signature is nobody’s here', () => {
    const forged = changed(({ manifest }) => Object.assign(manifest, { signature: '0'.repeat(64) }));
    expect(told(desk.historyKey, forged)).toBe('whole');
  });

  test('an altered one comes in, and says so for good', async () => {
    const altered = underOtherIds(
      changed(({ story: { verdicts } }) => Object.assign(verdicts[0] ?? {}, { reason: 'x' })),
    );
    expect((await importedStory(stranger, altered)).integrity).toBe('altered');
    const { id } = altered.story.article;
    const { body } = await stranger.get(`/api/articles/${id}/history`);
    expect(body.items[0].data.integrity).toBe('altered');
    expect((await exportedStory(stranger, { id })).document.manifest.earlier?.integrity).toBe('altered');
  });
});

describe('refusals', () => {
  const of = (change: (copy: StoryDocument) => void) => {
    const copy = underOtherIds(document);
    change(copy);
    return copy;
  };
  const set = (row: object | undefined, fields: object) => void Object.assign(row ?? {}, fields);
  const CASES: Readonly<Record<string, [change: (copy: StoryDocument) => void, path: string | RegExp]>> = {
    'another format': [(copy) => set(copy, { format: 'claimdesk-claims' }), 'format'],
    'a later version': [(copy) => set(copy, { version: 2 }), 'version'],
    'a field that nobody knows': [(copy) => set(copy.story.article, { mood: 'calm' }), /article/],
    'a claim that is not there': [
      ({ story: { citations } }) => set(citations[0], { claimId: uuidv7() }),
      'story.citations.0.claimId',
    ],
    'a source that is not there': [
      ({ story: { sources } }) => void sources.splice(0),
      /claims\.\d+\.details$/,
    ],
    'evidence that is not there': [({ story: { evidence } }) => void evidence.splice(0), /evidenceId$/],
    'words at another place': [
      ({ story: { placements } }) => set(placements[0], { start: 0, end: 5 }),
      /placements\.0$/,
    ],
    'a span that ends before it begins': [
      ({ story: { placements } }) => set(placements[0], { start: 9, end: 3 }),
      /placements\.0$/,
    ],
    'details of another kind': [
      ({ story: { claims } }) => set(claims[0], { details: { about: 1 } }),
      /details$/,
    ],
    'a text that is not that of its digest': [
      ({ story: { revisions } }) => set(revisions[1], { sha256: '0'.repeat(64) }),
      'story.revisions.1.sha256',
    ],
    'a status that it has not': [
      ({ story: { claims } }) => set(claims[0], { status: 'orphaned' }),
      /status$/,
    ],
    'somebody who is not there': [({ story: { claims } }) => set(claims[0], { createdBy: 99 }), /createdBy$/],
    'a revision too few': [
      ({ story: { revisions } }) => void revisions.splice(0, 1),
      /revisions\.0\.number$/,
    ],
    'the same twice': [({ story: { claims } }) => void claims.push(...claims.slice(0, 1)), /claims\.\d+$/],
    'an arrival out of turn': [
      ({ story: { arrivals } }) => set(arrivals[0], { number: 2 }),
      'story.arrivals.0.number',
    ],
    'an arrival of a text that is not there': [
      ({ story: { arrivals } }) => set(arrivals[0], { revision: 9 }),
      'story.arrivals.0.revision',
    ],
    'what a file says that cannot be stored': [
      ({ story: { arrivals } }) => set(arrivals[0]?.facts, { rest: [{ name: 'a', value: '\0' }] }),
      'story.arrivals.0.facts',
    ],
    'an identifier that no index takes': [
      ({ story: { arrivals } }) =>
        set(arrivals[0]?.facts, { identifiers: [{ scheme: 'uri', value: 'x'.repeat(5000) }] }),
      'story.arrivals.0.facts',
    ],
    'a name of a file that is no line': [
      ({ story: { files } }) => set(files[0], { name: 'a\r\nb' }),
      'story.files.0.name',
    ],
    'a history that cannot be stored': [
      ({ manifest }) => set(manifest.history[0], { data: { 'a\0': 1 } }),
      'manifest',
    ],
    'a review by who gave the verdict': [
      ({ story: { verdicts, reviews } }) => {
        const [given] = reviews;
        set(given, { by: verdicts.find(({ id }) => id === given?.verdictId)?.by });
      },
      'story.reviews.0.by',
    ],
    'a character that cannot be stored': [
      ({ story: { comments } }) => set(comments[0], { body: 'a\0b' }),
      'story.comments.0.body',
    ],
  };
  test.each(Object.entries(CASES))('%s', async (_name, [change, path]) => {
    const copy = of(change);
    const { issues } = refusal(await stranger.post('/api/stories', copy), 'INVALID');
    const paths = issues?.map((issue) => issue.path) ?? [];
    if (typeof path === 'string') expect(paths).toContain(path);
    else expect(paths.join('\n')).toMatch(new RegExp(path.source, 'm'));
    refusal(await stranger.get(`/api/articles/${copy.story.article.id}`), 'NOT_FOUND');
  });

  test('an id that is something else here', async () => {
    const taken = await createStory(stranger);
    const claim = await mark(stranger, taken, 'Nine children');
    const copy = underOtherIds(document);
    const [first] = copy.story.comments;
    const other = JSON.parse(JSON.stringify(copy).replaceAll(copy.story.claims[0]?.id ?? '', claim.id));
    expect(first).toBeDefined();
    refusal(await stranger.post('/api/stories', other), 'ID_USED');
    refusal(await stranger.get(`/api/articles/${copy.story.article.id}`), 'NOT_FOUND');
    const source = (await stranger.post('/api/sources', { name: `Quay ${uuidv7()}`, kind: 'person' })).body;
    const again = JSON.parse(
      JSON.stringify(underOtherIds(document)).replaceAll(document.story.sources[0]?.id ?? '', source.id),
    );
    again.story.sources[0].id = source.id;
    for (const row of again.story.claims)
      if (row.details.sourceId !== undefined && row.details.sourceId !== null)
        row.details.sourceId = source.id;
    refusal(await stranger.post('/api/stories', again), 'ID_USED');
  });

  test('the story that is here already, under another document', async () => {
    const copy = underOtherIds(document);
    await importedStory(stranger, copy);
    Object.assign(copy.manifest, { generatedAt: '2026-01-01T00:00:00Z' });
    refusal(await stranger.post('/api/stories', copy), 'ID_USED');
  });

  test('a viewer brings nothing in', async () => {
    refusal(await viewer.post('/api/stories', underOtherIds(document)), 'NEEDS_EDITOR');
    // Before anything is made of what they send.
    const broken = viewer.post('/api/stories').type('application/json').send('{"story":');
    refusal(await broken, 'NEEDS_EDITOR');
  });

  test('a stranger is not read', async () => {
    refusal(await elsewhere.stranger.post('/api/stories', document), 'NOT_SIGNED_IN');
  });
});

test('any story comes back as it went', async () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((one) => `x${one.replace(/\s/gu, '')}y`);
  const line = fc.array(word, { minLength: 3, maxLength: 8 }).map((words) => `${words.join(' ')}.`);
  const prose = fc.string({ unit: 'grapheme', maxLength: 40 }).map((one) => `r${one.replaceAll('\0', '')}`);
  const made = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    // Of a wire story, or of pasted words.
    beside: fc.option(fc.record({ version: fc.nat().map(String), edNote: prose, slugline: prose })),
    reason: prose,
    said: prose,
    value: prose.map((one) => one.replace(/[\r\n]/g, ' ')),
    count: fc.record({
      outcome: fc.constantFrom('killed', 'injured', 'missing', 'other'),
      low: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
      wording: fc.option(prose.map((one) => one.replace(/[\r\n]/g, ' '))),
    }),
    verdict: fc.constantFrom('accurate', 'disputed', 'unverifiable', 'waived'),
  });
  await fc.assert(
    fc.asyncProperty(made, async ({ lines, beside, reason, said, value, count, verdict }) => {
      const words = lines.join('\n\n');
      const own =
        beside === null
          ? await createStory(editor, { text: words })
          : await bringIn(editor, wireItem(`Ferry sinks\n\n${words}`, beside));
      const { text: stored, sentences } = own.revision;
      for (const { start, end } of sentences.slice(0, 4)) {
        const span = { start, end, quote: stored.slice(start, end) };
        const fact = { revision: 1, kind: 'fact', span, details: { about: 'other', value } };
        const { body: claim } = await editor.post(`/api/articles/${own.id}/claims`, fact);
        if (claim.id === undefined) continue;
        await editor.post(`/api/claims/${claim.id}/comments`, { body: said });
        await editor.put(`/api/claims/${claim.id}/verdict`, { version: 1, verdict, reason });
        const toll = { revision: 1, kind: 'casualty_count', span, details: count };
        await editor.post(`/api/articles/${own.id}/claims`, toll);
      }
      const out = await exportedStory(editor, own);
      expect(await importedStory(stranger, out.document)).toMatchObject({ integrity: 'whole' });
      expect(storyPart((await exportedStory(stranger, own)).text)).toBe(storyPart(out.text));
    }),
    { numRuns: 15 },
  );
});
