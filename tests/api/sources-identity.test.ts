/** Who may know a confidential source, and how it is told that they read it. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  GetSource,
  GetSourceHistory,
  type Identity,
  MakeConfidential,
  ReadIdentity,
  type Source,
} from '../../server/contract/sources.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { addSource, emptyRegister, keep, merge } from '../support/sources.ts';

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
const historyOf = async (source: { id: string }, as = reader) =>
  answer(GetSourceHistory, await as.get(at(source, '/history'))).items;
const types = async (source: { id: string }, as = reader) =>
  (await historyOf(source, as)).map(({ type }) => type);
const stored = ({ id }: { id: string }) => desk.db.prisma.source.findUniqueOrThrow({ where: { id } });
const kept = async (): Promise<Source> => keep(editor, await addSource(editor, WHO), [reader], OFFICIAL);
const nothingChanged = async (source: Source, attempt: () => Promise<void>) => {
  const before = [await stored(source), await get(source, reader), await types(source)];
  await attempt();
  expect([await stored(source), await get(source, reader), await types(source)]).toEqual(before);
};

describe('its readers', () => {
  test('are changed by a reader alone, who may leave as well', async () => {
    const source = await kept();
    const body = { version: 2, description: OFFICIAL, readerIds: [editor.id, reader.id, editor.id] };
    await nothingChanged(source, async () => {
      for (const as of [editor, admin])
        refusal(await as.put(at(source, '/confidential'), body), 'NOT_A_READER');
    });
    const both = answer(MakeConfidential, await reader.put(at(source, '/confidential'), body));
    expect(both.readerIds).toEqual([editor.id, reader.id].sort());
    const alone = { ...body, version: 3, readerIds: [editor.id] };
    const left = answer(MakeConfidential, await reader.put(at(source, '/confidential'), alone));
    expect(left).toMatchObject({ readerIds: [], can: [], version: 4 });
    refusal(await reader.post(at(source, '/identity')), 'NOT_A_READER');
    expect(await read(source, editor)).toEqual(IDENTITY);
    expect(
      (await historyOf(source, editor)).filter(({ type }) => type === 'source.readers_set'),
    ).toMatchObject([
      { data: { before: { readerIds: [reader.id] }, after: { readerIds: both.readerIds } } },
      { data: { before: { readerIds: both.readerIds }, after: { readerIds: [editor.id] } } },
    ]);
  });

  test('may stay where they have no access now', async () => {
    const gone = await desk.person('editor');
    const source = await keep(editor, await addSource(editor, WHO), [gone, reader]);
    await desk.db.prisma.user.update({ where: { id: gone.id }, data: { active: false } });
    const body = { version: 2, description: 'an official', readerIds: [gone.id, reader.id] };
    const now = answer(MakeConfidential, await reader.put(at(source, '/confidential'), body));
    expect(now).toMatchObject({ name: 'an official', readerIds: [gone.id, reader.id].sort() });
    expect((await types(source)).at(-1)).toBe('source.edited');
  });

  test('that do not change are not told again', async () => {
    const source = await kept();
    await nothingChanged(source, async () => {
      const body = { version: 2, description: OFFICIAL, readerIds: [reader.id] };
      answer(MakeConfidential, await reader.put(at(source, '/confidential'), body));
    });
  });

  test('of an entry merged into another are not changed by who may not know it', async () => {
    const [from, into] = [await addSource(editor, WHO), await addSource(editor)];
    await keep(editor, from, [reader, editor], OFFICIAL);
    await keep(editor, into, [editor, admin]);
    await merge(editor, from, into);
    const body = { version: 2, description: 'an official', readerIds: [admin.id] };
    await admin.put(at(into, '/confidential'), body).expect(200);
    refusal(await admin.post(at(from, '/identity')), 'NOT_A_READER');
    expect(await get(from)).toMatchObject({ readerIds: [editor.id, reader.id].sort(), name: OFFICIAL });
    refusal(await admin.delete(at(into, '/confidential?version=3')), 'NOT_A_READER');
    refusal(await reader.post(at(from, '/unmerge')), 'NOT_A_READER');
    expect(await read(from)).toEqual(IDENTITY);
  });
});

describe('reading who it is', () => {
  test('is for its readers, of any role, and told each time', async () => {
    const source = await keep(editor, await addSource(editor, WHO), [reader, viewer], OFFICIAL);
    expect(await read(source)).toEqual(IDENTITY);
    expect(await read(source, viewer)).toEqual(IDENTITY);
    const again = () => reader.post(at(source, '/identity')).set('Idempotency-Key', 'read-1');
    await again().expect(200);
    await again().expect(200);
    const reads = (await historyOf(source)).filter(({ type }) => type === 'source.identity_read');
    expect(reads.map(({ actor, data }) => [actor.id, data])).toEqual(
      [reader, viewer, reader, reader].map(({ id }) => [id, {}]),
    );
    expect((await get(source, viewer)).can).toEqual(['read_identity']);
  });

  test('is refused to everyone else, and for what is open or not there', async () => {
    const source = await kept();
    await nothingChanged(source, async () => {
      for (const as of [editor, admin, viewer])
        refusal(await as.post(at(source, '/identity')), 'NOT_A_READER');
      refusal(await desk.newcomer().post(at(source, '/identity')), 'NOT_SIGNED_IN');
    });
    const open = await addSource(editor);
    refusal(await editor.post(at(open, '/identity')), 'NOT_CONFIDENTIAL');
    refusal(await editor.post(at({ id: uuidv7() }, '/identity')), 'NOT_FOUND');
    expect(await types(open)).toEqual(['source.added']);
  });

  test('is over for who was deactivated', async () => {
    const leaver = await desk.person('editor');
    const source = await keep(editor, await addSource(editor, WHO), [leaver, reader]);
    expect(await read(source, leaver)).toEqual(IDENTITY);
    await admin.patch(`/api/users/${leaver.id}`, { version: 1, active: false }).expect(200);
    await nothingChanged(source, async () => {
      refusal(await leaver.post(at(source, '/identity')), 'NOT_SIGNED_IN');
      refusal(await leaver.get(at(source, '/history')), 'NOT_SIGNED_IN');
    });
  });

  test('fails under another key, of another entry’s bytes and of altered ones, and says which in the log alone', async () => {
    const [one, two] = [await kept(), await kept()];
    const bytes = (await stored(one)).sealed ?? new Uint8Array();
    const altered = Uint8Array.from(bytes, (byte, index) => (index === 40 ? byte ^ 1 : byte));
    for (const [source, sealed] of [
      [two, bytes],
      [one, altered],
      [one, new Uint8Array(3)],
    ] as const) {
      await desk.db.prisma.source.update({
        where: { id: source.id },
        data: { sealed: Uint8Array.from(sealed) },
      });
      refusal(await reader.post(at(source, '/identity')), 'INTERNAL');
      expect(desk.logged.at(-1) ?? '').not.toContain('Zo');
      expect(desk.logged.join('\n')).toContain(`source ${source.id} cannot be read: SOURCE_KEY`);
    }
  });

  test('its history is for its readers', async () => {
    const source = await kept();
    for (const as of [editor, admin, viewer]) refusal(await as.get(at(source, '/history')), 'NOT_A_READER');
    expect(await types(source)).toEqual(['source.added', 'source.made_confidential']);
    refusal(await editor.get(at({ id: uuidv7() }, '/history')), 'NOT_FOUND');
    const open = await addSource(editor);
    expect(await types(open, viewer)).toEqual(['source.added']);
  });
});
