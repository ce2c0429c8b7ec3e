/** Confidential sources: who may do what with them. That their names are found nowhere else is shown elsewhere. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  CreateSource,
  EditSource,
  GetSource,
  GetSourceHistory,
  type Identity,
  ListSources,
  MakeOpen,
  ReadIdentity,
  type Source,
} from '../../server/contract/sources.ts';
import { opensWhatIsSealed } from '../../server/features/sources/source-key.ts';
import { createStory, mark } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { exportCsv } from '../support/exports.ts';
import { addSource, attribute, emptyRegister, keep, merge } from '../support/sources.ts';

const desk = useDesk();
let admin: Person;
let editor: Person;
let reader: Person;
let viewer: Person;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
  reader = await desk.person('editor');
  viewer = await desk.person('viewer');
});
beforeEach(() => emptyRegister(desk));

const WHO: Identity & { kind: string } = {
  name: 'Zoë Arín',
  kind: 'person',
  aliases: ['Z. Arín-Moe'],
  affiliations: ['Pilots of Lindholm'],
  note: 'Never by telephone.',
};
const { kind: _kind, ...IDENTITY } = WHO;
const OFFICIAL = 'a senior port official';
const at = ({ id }: { id: string }, rest = '') => `/api/sources/${id}${rest}`;
const get = async (source: { id: string }, as = editor) => answer(GetSource, await as.get(at(source)));
const read = async (source: { id: string }, as = reader) =>
  answer(ReadIdentity, await as.post(at(source, '/identity')));
const found = async (q: string) =>
  answer(ListSources, await reader.get(`/api/sources?${new URLSearchParams({ q })}`)).items.map(
    ({ id }) => id,
  );
const historyOf = async (source: { id: string }, as = reader) =>
  answer(GetSourceHistory, await as.get(at(source, '/history'))).items;
const types = async (source: { id: string }, as = reader) =>
  (await historyOf(source, as)).map(({ type }) => type);
const stored = ({ id }: { id: string }) => desk.db.prisma.source.findUniqueOrThrow({ where: { id } });
const kept = async (): Promise<Source> => keep(editor, await addSource(editor, WHO), [reader], OFFICIAL);
const makeOpen = (source: Source, as = reader, version = source.version) =>
  as.delete(at(source, `/confidential?version=${version}`));
const nothingChanged = async (source: Source, attempt: () => Promise<void>) => {
  const before = [await stored(source), await get(source, reader), await types(source)];
  await attempt();
  expect([await stored(source), await get(source, reader), await types(source)]).toEqual(before);
};

describe('making a source confidential', () => {
  test('leaves its description and its kind to be seen, by its readers as by everyone', async () => {
    const open = await addSource(editor, WHO);
    const made = await keep(editor, open, [reader], OFFICIAL);
    const shown = {
      ...open,
      name: OFFICIAL,
      description: OFFICIAL,
      aliases: [],
      affiliations: [],
      note: null,
      confidential: true,
      version: 2,
      can: [],
    };
    expect(made).toEqual(shown);
    for (const as of [admin, viewer]) expect(await get(open, as)).toEqual(shown);
    expect(await get(open, reader)).toEqual({
      ...shown,
      readerIds: [reader.id],
      can: ['edit', 'merge', 'make_confidential', 'make_open', 'read_identity'],
    });
  });

  test('lets it be found by its description alone, also by its readers', async () => {
    const { id } = await kept();
    for (const q of ['Zoë', 'arin', 'z. arin-moe', 'Zoe Arinn']) expect(await found(q)).toEqual([]);
    expect(await found('senior port')).toEqual([id]);
  });

  test('seals the identity under another nonce each time', async () => {
    const source = await kept();
    const first = (await stored(source)).sealed;
    answer(EditSource, await reader.patch(at(source), { version: 2, note: 'By letter.' }));
    const second = (await stored(source)).sealed;
    expect(first?.length).toBe(256 + 28);
    expect(Buffer.from(second ?? []).subarray(0, 12)).not.toEqual(Buffer.from(first ?? []).subarray(0, 12));
  });

  test('is told in its own history, by ids alone', async () => {
    const source = await kept();
    expect((await historyOf(source)).at(-1)).toMatchObject({
      type: 'source.made_confidential',
      actor: { id: editor.id },
      data: { kind: 'person', after: { readerIds: [reader.id] } },
    });
  });

  test('shows its description in exports', async () => {
    const story = await createStory(editor);
    const source = await addSource(editor, WHO);
    const claim = await attribute(editor, story, source, [source]);
    const row = async () =>
      (await exportCsv(admin, '&status=all')).find(({ claim_id }) => claim_id === claim.id);
    expect(await row()).toMatchObject({ source_name: 'Zoë Arín', via: 'Zoë Arín' });
    await keep(editor, source, [reader], OFFICIAL);
    expect(await row()).toMatchObject({ source_name: OFFICIAL, source_kind: 'person', via: OFFICIAL });
  });

  test('seals what was merged into it as well, for the same readers', async () => {
    const other = { ...WHO, name: 'Zoë Moe', aliases: ['Captain Moe'], description: 'Arín’s sister' };
    const [from, into, last] = [
      await addSource(editor, other),
      await addSource(editor, WHO),
      await addSource(editor),
    ];
    await merge(editor, from, into);
    await merge(editor, into, last);
    const made = await keep(editor, await get(last), [reader], OFFICIAL);
    for (const entry of [from, into])
      expect(await get(entry, viewer)).toMatchObject({
        name: OFFICIAL,
        description: OFFICIAL,
        aliases: [],
        confidential: true,
      });
    expect(await read(from)).toEqual({ ...IDENTITY, name: 'Zoë Moe', aliases: ['Captain Moe'] });
    expect(await read(into)).toEqual(IDENTITY);
    for (const q of ['moe', 'captain', 'arin', last.name]) expect(await found(q)).toEqual([]);
    expect(await found(OFFICIAL)).toEqual([last.id]);
    // Parted again, it is confidential by itself.
    await reader.post(at(into, '/unmerge')).expect(200);
    expect(await get(into, viewer)).toMatchObject({ name: OFFICIAL, confidential: true, mergedInto: null });
    expect(await found('moe')).toEqual([]);

    await makeOpen(made).expect(200);
    expect(await get(last)).toMatchObject({ name: last.name, confidential: false });
    expect((await get(into)).confidential).toBe(true);
  });

  test('needs a description, and readers who can come in', async () => {
    const source = await addSource(editor, WHO);
    const gone = await desk.person('editor');
    await desk.db.prisma.user.update({ where: { id: gone.id }, data: { active: false } });
    const body = { version: 1, description: OFFICIAL, readerIds: [reader.id] };
    const put = (more: object, as = editor) => as.put(at(source, '/confidential'), { ...body, ...more });
    refusal(await put({ description: ' ' }), 'INVALID');
    refusal(await put({ readerIds: [] }), 'INVALID');
    for (const id of [uuidv7(), gone.id]) {
      const { issues } = refusal(await put({ readerIds: [reader.id, id] }), 'UNKNOWN_REFERENCE');
      expect(issues).toMatchObject([{ path: 'readerIds.1' }]);
    }
    refusal(await put({ version: 2 }), 'STALE_VERSION');
    refusal(await put({}, viewer), 'NEEDS_EDITOR');
    refusal(await editor.put(`/api/sources/${uuidv7()}/confidential`, body), 'NOT_FOUND');
    refusal(await desk.newcomer().put(at(source, '/confidential'), body), 'NOT_SIGNED_IN');
    expect(await get(source)).toEqual(source);
    expect(await types(source)).toEqual(['source.added']);
  });

  test('repeated is done once', async () => {
    const source = await addSource(editor, WHO);
    const body = { version: 1, description: OFFICIAL, readerIds: [reader.id] };
    const send = () => editor.put(at(source, '/confidential'), body).set('Idempotency-Key', 'keep-1');
    const answers = [await send(), await send()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await types(source)).toEqual(['source.added', 'source.made_confidential']);
  });
});

test('the key is tried at the start: one that opens nothing here is told from one that does', async () => {
  const another = Buffer.alloc(32, 7);
  expect(await opensWhatIsSealed(desk.db.prisma, another)).toBe(true);
  const [one, two] = [await kept(), await kept()];
  expect(await opensWhatIsSealed(desk.db.prisma, desk.sourceKey)).toBe(true);
  expect(await opensWhatIsSealed(desk.db.prisma, another)).toBe(false);
  const { sealed } = await stored(one);
  await desk.db.prisma.source.update({ where: { id: two.id }, data: { sealed } });
  expect(await opensWhatIsSealed(desk.db.prisma, desk.sourceKey)).toBe(true);
});

test('two that are described alike are two in exports', async () => {
  const story = await createStory(editor);
  const claim = await mark(editor, story, 'Nine children');
  const attributionIds = [];
  for (const source of [await kept(), await kept()])
    attributionIds.push((await attribute(editor, story, source)).id);
  await editor.patch(`/api/claims/${claim.id}`, { version: 1, attributionIds }).expect(200);
  const row = (await exportCsv(admin, '&status=all')).find(({ claim_id }) => claim_id === claim.id);
  expect(row?.said_by).toBe(`${OFFICIAL}\n${OFFICIAL}`);
});

describe('adding a confidential source', () => {
  const born = (more: object = {}, readerIds: string[] = []) =>
    reader.post('/api/sources', { ...WHO, description: OFFICIAL, confidential: { readerIds }, ...more });

  test('names whoever adds it among its readers', async () => {
    const response = await born({}, [viewer.id, viewer.id]);
    expect(response.status).toBe(201);
    const source = answer(CreateSource, response);
    expect(source).toMatchObject({
      name: OFFICIAL,
      confidential: true,
      aliases: [],
      readerIds: [reader.id, viewer.id].sort(),
      version: 1,
    });
    expect(await read(source)).toEqual(IDENTITY);
    expect((await historyOf(source))[0]?.data).toMatchObject({
      kind: 'person',
      fields: ['name', 'kind', 'aliases', 'affiliations', 'description', 'note'],
    });
  });

  test('needs a description and readers who are there', async () => {
    refusal(await born({ description: null }), 'DESCRIPTION_NEEDED');
    refusal(await born({}, [uuidv7()]), 'UNKNOWN_REFERENCE');
    refusal(await viewer.post('/api/sources', { ...WHO, confidential: { readerIds: [] } }), 'NEEDS_EDITOR');
    expect(await desk.db.prisma.source.count()).toBe(0);
  });

  test('repeated gives the same source, under no digest of its name', async () => {
    const id = uuidv7();
    const [first, again] = [await born({ id }), await born({ id })];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    refusal(await born({ id, name: 'Someone else' }), 'ID_USED');
  });

  test('says nothing of whether a name is in the register, and two may have one', async () => {
    const open = await addSource(editor, WHO);
    answer(CreateSource, await born());
    answer(CreateSource, await born());
    await keep(editor, open, [editor], OFFICIAL);
    const namesake = await addSource(editor, { name: WHO.name });
    expect(namesake.name).toBe(WHO.name);
    await addSource(editor, { name: OFFICIAL });
    refusal(await editor.post('/api/sources', { name: OFFICIAL, kind: 'media' }), 'SOURCE_EXISTS');
  });
});

describe('changing a confidential source', () => {
  test('changes what is sealed, by its readers; its former name stays among its aliases', async () => {
    const source = await kept();
    await nothingChanged(source, async () => {
      for (const as of [editor, admin])
        refusal(await as.patch(at(source), { version: 2, note: 'x' }), 'NOT_A_READER');
      refusal(await viewer.patch(at(source), { version: 2, note: 'x' }), 'NEEDS_EDITOR');
    });
    const changes = { name: 'Zoë Moe', affiliations: [], note: null, kind: 'official' };
    const changed = answer(EditSource, await reader.patch(at(source), { version: 2, ...changes }));
    expect(changed).toMatchObject({
      name: OFFICIAL,
      description: OFFICIAL,
      kind: 'official',
      aliases: [],
      note: null,
    });
    expect(await read(source)).toEqual({
      name: 'Zoë Moe',
      aliases: ['Z. Arín-Moe', 'Zoë Arín'],
      affiliations: [],
      note: null,
    });
    expect((await historyOf(source)).at(-2)).toMatchObject({
      type: 'source.edited',
      data: { kind: 'official', fields: ['name', 'aliases', 'affiliations', 'note', 'kind'] },
    });
    expect(await found('moe')).toEqual([]);
  });

  test('changes the description for everyone, and never takes it away', async () => {
    const source = await kept();
    refusal(await reader.patch(at(source), { version: 2, description: null }), 'DESCRIPTION_NEEDED');
    await reader.patch(at(source), { version: 2, description: 'a pilot' }).expect(200);
    expect(await get(source, viewer)).toMatchObject({ name: 'a pilot', description: 'a pilot', version: 3 });
    expect(await found('pilot')).toEqual([source.id]);
    expect(await found('official')).toEqual([]);
    expect(await read(source)).toEqual(IDENTITY);
  });

  test('takes a name that another entry has without saying so', async () => {
    await addSource(editor, { name: 'Zoë Moe' });
    const source = await kept();
    answer(EditSource, await reader.patch(at(source), { version: 2, name: 'Zoë Moe' }));
    expect((await read(source)).name).toBe('Zoë Moe');
  });
});

describe('making it open again', () => {
  test('gives everyone what was sealed', async () => {
    const open = await addSource(editor, { ...WHO, description: 'a pilot' });
    const source = await keep(editor, open, [reader], OFFICIAL);
    const again = answer(MakeOpen, await makeOpen(source));
    expect(again).toEqual({ ...open, description: OFFICIAL, version: 3 });
    expect(await get(source, viewer)).toEqual({ ...again, can: [] });
    expect(await found('arin')).toEqual([source.id]);
    expect((await stored(source)).sealed).toBeNull();
    expect(await desk.db.prisma.sourceReader.count()).toBe(0);
    expect((await types(source, viewer)).at(-1)).toBe('source.made_open');
  });

  test('is for its readers', async () => {
    const source = await kept();
    await nothingChanged(source, async () => {
      for (const as of [editor, admin]) refusal(await makeOpen(source, as), 'NOT_A_READER');
      refusal(await makeOpen(source, viewer), 'NEEDS_EDITOR');
      refusal(await makeOpen(source, reader, 1), 'STALE_VERSION');
    });
    const open = await addSource(editor);
    refusal(await makeOpen(open, editor), 'NOT_CONFIDENTIAL');
    refusal(await editor.delete(at({ id: uuidv7() }, '/confidential?version=1')), 'NOT_FOUND');
  });

  test('does not mind that its name is another’s by now', async () => {
    const source = await kept();
    await addSource(editor, { name: WHO.name });
    answer(MakeOpen, await makeOpen(source));
    expect(await found(WHO.name)).toHaveLength(2);
  });
});
