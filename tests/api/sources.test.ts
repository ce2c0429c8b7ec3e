/** The source register. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CreateSource, EditSource, GetSource, ListSources, Source } from '../../server/contract/sources.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { emptyRegister } from '../support/sources.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let viewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  viewer = await desk.person('viewer');
});
beforeEach(() => emptyRegister(desk));

const add = async (name: string, more: object = {}) =>
  answer(CreateSource, await editor.post('/api/sources', { name, kind: 'organisation', ...more }));
const edit = (id: string, body: object, as: Person = editor) => as.patch(`/api/sources/${id}`, body);
const get = async (id: string) => answer(GetSource, await editor.get(`/api/sources/${id}`));
const page = async (query: Record<string, string> = {}) =>
  answer(ListSources, await viewer.get(`/api/sources?${new URLSearchParams(query)}`));
const found = async (q: string) => (await page({ q })).items.map((source) => source.name);
const count = () => desk.db.prisma.source.count();
const historyOf = (id: string) =>
  desk.db.prisma.event.findMany({
    where: { streamId: id },
    orderBy: { seq: 'asc' },
    include: { payload: true },
  });

describe('adding a source', () => {
  test('keeps what was typed, and who added it', async () => {
    const response = await editor.post('/api/sources', {
      name: ' Office of the Port ',
      kind: 'official',
      aliases: ['OP', 'Bureau du Port', 'OP'],
      note: 'Answers on weekdays.',
    });
    expect(response.status).toBe(201);
    const source = answer(CreateSource, response);
    expect(source).toMatchObject({
      name: 'Office of the Port',
      kind: 'official',
      aliases: ['OP', 'Bureau du Port'],
      note: 'Answers on weekdays.',
      createdBy: editor.id,
      version: 1,
      can: ['edit', 'merge', 'make_confidential'],
    });
    expect(await get(source.id)).toEqual(source);
  });

  test('shows a viewer the entry without what they may not do', async () => {
    const source = await add('Office of the Port');
    const seen = answer(GetSource, await viewer.get(`/api/sources/${source.id}`));
    expect(seen).toEqual({ ...source, can: [] });
  });

  test('is recorded in the source’s history without naming it', async () => {
    const source = await add('Harbour Watch', { aliases: ['Quay Eyes'], note: 'Meets at the pier.' });
    const events = await historyOf(source.id);
    expect(events).toMatchObject([
      {
        seq: 1,
        type: 'source.added',
        actorId: editor.id,
        payload: { payload: { kind: 'organisation', fields: ['name', 'kind', 'aliases', 'note'] } },
      },
    ]);
    for (const word of ['Harbour', 'Quay', 'pier']) expect(JSON.stringify(events)).not.toContain(word);
    const plain = await add('Tide Table');
    expect((await historyOf(plain.id))[0]?.payload?.payload).toEqual({
      kind: 'organisation',
      fields: ['name', 'kind'],
    });
  });

  test('is refused to viewers and to strangers', async () => {
    const body = { name: 'Harbour Watch', kind: 'organisation' };
    refusal(await viewer.post('/api/sources', body), 'NEEDS_EDITOR');
    refusal(await desk.newcomer().post('/api/sources', body), 'NOT_SIGNED_IN');
    expect(await count()).toBe(0);
  });

  test.each([
    ['the same name', 'Zoë Arín'],
    ['another case', 'ZOË ARÍN'],
    ['no accents', 'zoe arin'],
    ['accents typed as characters of their own', 'Zoe\u0308 Ari\u0301n'],
    ['an alias of it', 'z. arin-moe'],
  ])('under %s is refused with the entry that is there', async (_what, name) => {
    const source = await add('Zoë Arín', { kind: 'person', aliases: ['Z. Arín-Moe'] });
    const problem = refusal(await other.post('/api/sources', { name, kind: 'media' }), 'SOURCE_EXISTS');
    expect(Source.parse(problem.current)).toEqual(source);
    expect(await count()).toBe(1);
  });

  test('under a part of a name, or one that a pattern would match, is not', async () => {
    await add('Zoë Arín');
    for (const name of ['Zoë', 'Arín', 'Zo_ Arin', 'Z%', 'Zoë Arín\\']) await add(name);
    expect(await count()).toBe(6);
  });

  test('with an alias that another has is allowed: short forms are shared', async () => {
    await add('Port Police', { aliases: ['PP'] });
    await add('Pilots of the Port', { aliases: ['PP'] });
    expect(await found('pp')).toEqual(['Pilots of the Port', 'Port Police']);
  });

  test('of one name by two at once is done by one', async () => {
    const both = await Promise.all(
      [editor, other, editor].map((as) => as.post('/api/sources', { name: 'Harbour Watch', kind: 'media' })),
    );
    expect(both.map((response) => response.status).sort()).toEqual([201, 409, 409]);
    for (const response of both.filter(({ status }) => status === 409)) refusal(response, 'SOURCE_EXISTS');
    expect(await count()).toBe(1);
  });

  test('repeated gives the same source, by id and by key', async () => {
    const body = { id: uuidv7(), name: 'Harbour Watch', kind: 'media' };
    const first = await editor.post('/api/sources', body);
    const again = await editor.post('/api/sources', body);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);

    const keyed = () =>
      editor.post('/api/sources', { name: 'Tide Table', kind: 'media' }).set('Idempotency-Key', 'source-1');
    const answers = [await keyed(), await keyed()];
    expect(answers.map((response) => response.status)).toEqual([201, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await count()).toBe(2);
    expect(await historyOf(body.id)).toHaveLength(1);
  });

  test('under a used id, by the same person or another, is refused', async () => {
    const source = await add('Harbour Watch');
    const body = { id: source.id, name: 'Tide Table', kind: 'media' };
    refusal(await editor.post('/api/sources', body), 'ID_USED');
    refusal(await other.post('/api/sources', body), 'ID_USED');
    expect(await count()).toBe(1);
    expect(await get(source.id)).toEqual(source);
  });

  test('takes no fields but its own, and what can be stored', async () => {
    const send = (body: object) =>
      editor.post('/api/sources', { name: 'Tide Table', kind: 'media', ...body });
    for (const more of [{ version: 4 }, { createdBy: other.id }, { search: 'x' }, { head: 9 }])
      refusal(await send(more), 'INVALID');
    for (const name of ['', '  ', 'two\nlines', 'NUL\0', 'half \ud83d', 'x'.repeat(301)])
      expect(refusal(await send({ name }), 'INVALID').issues?.[0]?.path).toBe('name');
    expect(refusal(await send({ aliases: ['ok', ' '] }), 'INVALID').issues?.[0]?.path).toBe('aliases.1');
    expect(refusal(await send({ kind: 'rumour' }), 'INVALID').issues?.[0]?.path).toBe('kind');
    expect(await count()).toBe(0);
  });
});

describe('reading one', () => {
  test('that is not there is refused', async () => {
    for (const id of [uuidv7(), 'no-id']) {
      refusal(await editor.get(`/api/sources/${id}`), 'NOT_FOUND');
      refusal(await edit(id, { version: 1, name: 'Tide Table' }), 'NOT_FOUND');
    }
    const source = await add('Tide Table');
    refusal(await desk.newcomer().get(`/api/sources/${source.id}`), 'NOT_SIGNED_IN');
  });
});

describe('changing a source', () => {
  test('changes what is given and nothing else, and finds it by its new names and its former one', async () => {
    const source = await add('Harbour Watch', { aliases: ['HW'], note: 'Meets at the pier.' });
    const body = { version: 1, name: 'Quay Watch', aliases: ['QW', 'Quay Eyes'] };
    const changed = answer(EditSource, await edit(source.id, body));
    const aliases = ['QW', 'Quay Eyes', 'Harbour Watch'];
    expect(changed).toEqual({ ...source, name: 'Quay Watch', aliases, version: 2 });
    expect(await get(source.id)).toEqual(changed);
    expect(await found('hw')).toEqual([]);
    expect(await found('eyes')).toEqual(['Quay Watch']);
    expect(await found('harbour watch')).toEqual(['Quay Watch']);
    expect((await historyOf(source.id))[1]).toMatchObject({
      type: 'source.edited',
      payload: { payload: { kind: 'organisation', fields: ['name', 'aliases'] } },
    });
    expect(JSON.stringify(await historyOf(source.id))).not.toContain('Quay');
  });

  test('keeps its former name until someone takes it away', async () => {
    const source = await add('Harbour Watch');
    const renamed = answer(EditSource, await edit(source.id, { version: 1, name: 'Quay Watch' }));
    expect(renamed.aliases).toEqual(['Harbour Watch']);
    refusal(await editor.post('/api/sources', { name: 'Harbour Watch', kind: 'media' }), 'SOURCE_EXISTS');
    const bare = answer(EditSource, await edit(source.id, { version: 2, aliases: [] }));
    expect(bare).toMatchObject({ name: 'Quay Watch', aliases: [] });
    expect(await found('harbour watch')).toEqual([]);
  });

  test('takes a note away by null', async () => {
    const source = await add('Harbour Watch', { note: 'Meets at the pier.' });
    expect(answer(EditSource, await edit(source.id, { version: 1, note: null })).note).toBeNull();
  });

  test('into the same is no change', async () => {
    const source = await add('Harbour Watch', { aliases: ['HW'] });
    const same = { version: 1, name: 'Harbour Watch', aliases: ['HW'], kind: 'organisation', note: null };
    expect(answer(EditSource, await edit(source.id, same))).toEqual(source);
    expect(await historyOf(source.id)).toHaveLength(1);
  });

  test('on a stale version is refused with the source as it is now', async () => {
    const source = await add('Harbour Watch');
    const now = answer(EditSource, await edit(source.id, { version: 1, kind: 'media' }));
    const problem = refusal(
      await edit(source.id, { version: 1, name: 'Tide Table' }, other),
      'STALE_VERSION',
    );
    expect(Source.parse(problem.current)).toEqual(now);
    expect(await get(source.id)).toEqual(now);
  });

  test('by two at once is done by one', async () => {
    const source = await add('Harbour Watch');
    const both = await Promise.all([
      edit(source.id, { version: 1, name: 'First Watch' }),
      edit(source.id, { version: 1, name: 'Second Watch' }, other),
    ]);
    expect(both.map((response) => response.status).sort()).toEqual([200, 409]);
    expect((await get(source.id)).version).toBe(2);
    expect((await historyOf(source.id)).map((event) => event.seq)).toEqual([1, 2]);
  });

  test('to a name that another has is refused, to its own in another case is not', async () => {
    const watch = await add('Harbour Watch');
    const table = await add('Tide Table', { aliases: ['TT'] });
    for (const name of ['TIDE TABLE', 'tt']) {
      const problem = refusal(await edit(watch.id, { version: 1, name }), 'SOURCE_EXISTS');
      expect(Source.parse(problem.current)).toEqual(table);
    }
    expect(await get(watch.id)).toEqual(watch);
    answer(EditSource, await edit(watch.id, { version: 1, name: 'HARBOUR WATCH' }));
  });

  test('repeated under its key answers the present state', async () => {
    const source = await add('Harbour Watch');
    const send = (name: string) =>
      edit(source.id, { version: 1, name }).set('Idempotency-Key', 'source-edit-1');
    answer(EditSource, await send('Quay Watch'));
    const newest = answer(EditSource, await edit(source.id, { version: 2, kind: 'media' }));
    expect(answer(EditSource, await send('Quay Watch'))).toEqual(newest);
    refusal(await send('Pier Watch'), 'KEY_REUSED');
    expect(await historyOf(source.id)).toHaveLength(3);
  });

  test('is refused to viewers, and takes no fields but its own', async () => {
    const source = await add('Harbour Watch');
    refusal(await edit(source.id, { version: 1, name: 'Tide Table' }, viewer), 'NEEDS_EDITOR');
    for (const more of [{ id: uuidv7() }, { createdBy: other.id }, { search: 'x' }, { can: ['edit'] }])
      refusal(await edit(source.id, { version: 1, ...more }), 'INVALID');
    refusal(await edit(source.id, { name: 'Tide Table' }), 'INVALID');
    expect(await get(source.id)).toEqual(source);
  });
});

describe('the register', () => {
  test('is in the order of names, blind to case and accents', async () => {
    for (const name of ['zebra News', 'Élan', 'abel', 'Eva', 'Ángel']) await add(name);
    expect(await found('')).toEqual(['abel', 'Ángel', 'Élan', 'Eva', 'zebra News']);
    expect(await found('  ')).toHaveLength(5);
    refusal(await desk.newcomer().get('/api/sources'), 'NOT_SIGNED_IN');
  });

  test.each([{}, { q: 'watch' }, { q: 'wathc' }])(
    'comes in pages without gap or repetition: %o',
    async (query) => {
      const names = Array.from(
        { length: 7 },
        (_, index) => `${index % 2 ? 'Watch' : 'Night watch'} ${index}`,
      );
      for (const name of names) await add(name);
      const whole = (await page(query)).items.map((source) => source.id);
      expect(whole).toHaveLength(7);

      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const next = await page({ ...query, limit: '3', ...(cursor === '' ? {} : { cursor }) });
        seen.push(...next.items.map((source) => source.id));
        expect(next.items.length).toBeLessThanOrEqual(3);
        cursor = next.nextCursor;
      }
      expect(seen).toEqual(whole);
    },
  );

  test('refuses cursors and limits that it did not give', async () => {
    for (const query of [
      'cursor=x',
      `cursor=${Buffer.from('["a"]').toString('base64url')}`,
      'limit=0',
      'limit=201',
    ])
      refusal(await editor.get(`/api/sources?${query}`), 'INVALID');
    refusal(await editor.get('/api/sources?kind=media'), 'INVALID');
    refusal(await editor.get('/api/sources?q=%00'), 'INVALID');
  });
});

describe('the entries of a list of ids', () => {
  const namesOf = async (ids: readonly string[], more: Record<string, string> = {}) =>
    (await page({ ids: ids.join(','), ...more })).items.map(({ name }) => name).sort();

  test('are answered in one page, whatever else is asked, and nobody else', async () => {
    const [first, second] = [await add('Harbour Watch'), await add('Tide Table')];
    await add('Quay Eyes');
    expect(await namesOf([second.id, first.id])).toEqual(['Harbour Watch', 'Tide Table']);
    expect(await namesOf([first.id, second.id], { q: 'tide', limit: '1' })).toEqual([
      'Harbour Watch',
      'Tide Table',
    ]);
    const { items, nextCursor } = await page({ ids: first.id });
    expect(items).toEqual([{ ...(await get(first.id)), can: [] }]);
    expect(nextCursor).toBeNull();
  });

  test('hold merged ones too, and of those that are not there nothing', async () => {
    const [kept, merged] = [await add('Harbour Watch'), await add('Harbor Watch')];
    await editor.post(`/api/sources/${merged.id}/merge`, { into: kept.id }).expect(200);
    const { items } = await page({ ids: `${merged.id},${uuidv7()},${merged.id}` });
    expect(items).toMatchObject([{ id: merged.id, mergedInto: kept.id }]);
  });

  test('are asked for by ids alone, and by no more than an answer holds', async () => {
    for (const ids of ['x', `${uuidv7()},`, Array.from({ length: 101 }, () => uuidv7()).join(',')])
      refusal(await viewer.get(`/api/sources?ids=${ids}`), 'INVALID');
    await viewer.get(`/api/sources?ids=${Array.from({ length: 100 }, () => uuidv7()).join(',')}`).expect(200);
    refusal(await desk.stranger.get(`/api/sources?ids=${uuidv7()}`), 'NOT_SIGNED_IN');
  });
});

describe('looking a source up', () => {
  test('puts the best match first: whole, beginning, a word’s beginning, each word’s, inside, nearly', async () => {
    for (const name of [
      'Overport Gazette',
      'Minister for Ports',
      'Portland Pilots',
      'Port',
      'Prot',
      'Airline',
    ])
      await add(name);
    expect(await found('port')).toEqual([
      'Port',
      'Portland Pilots',
      'Minister for Ports',
      'Overport Gazette',
    ]);
    expect(await found('por min')).toEqual(['Minister for Ports']);
  });

  test('finds by aliases as by names', async () => {
    await add('World Lighthouse Union', { aliases: ['WLU', 'Union mondiale des phares'] });
    for (const q of ['wlu', 'WL', 'phares', 'mondiale des', 'union mond'])
      expect(await found(q)).toEqual(['World Lighthouse Union']);
  });

  test.each([
    ['case', 'ZOË'],
    ['accents', 'zoe ar'],
    ['accents typed otherwise', 'Zoe\u0308'],
    ['a typographic apostrophe', 'zoë arín o’d'],
    ['where words are joined', 'dell'],
  ])('is blind to %s', async (_what, q) => {
    await add("Zoë Arín O'Dell");
    await add('Tide Table');
    expect(await found(q)).toEqual(["Zoë Arín O'Dell"]);
  });

  test('forgives letters, the nearest first', async () => {
    await add('Ardle Lighthouse');
    await add('Zealous Lighthuos');
    await add('Flight School');
    expect(await found('lighthuose')).toEqual(['Zealous Lighthuos', 'Ardle Lighthouse']);
    await add('Lighthuose Fans');
    expect(await found('lighthuose')).toEqual(['Lighthuose Fans', 'Zealous Lighthuos', 'Ardle Lighthouse']);
  });

  test('looks for what is spelt nearly so only where no name is spelt or sounds so', async () => {
    await add('Tide Watch');
    expect(await found('tide wtach')).toEqual(['Tide Watch']);
    await add('Tide Wtach Fans');
    expect(await found('tide wtach')).toEqual(['Tide Wtach Fans']);
  });

  test.each(['%', '_', '\\', '5%', 'a_b', 'c\\d', '.*', '(', "'", '"'])('takes %s for itself', async (q) => {
    await add(`Firm ${q}`);
    await add('Another firm 100 axb cd');
    expect(await found(q)).toEqual([`Firm ${q}`]);
  });

  test('finds names in other scripts by their beginnings', async () => {
    await add('Артём Лодкин', { kind: 'person' });
    await add('محمد البحار', { kind: 'person' });
    expect(await found('лод')).toEqual(['Артём Лодкин']);
    expect(await found('артем')).toEqual(['Артём Лодкин']);
    expect(await found('البح')).toEqual(['محمد البحار']);
  });

  test('finds nothing where there is nothing', async () => {
    await add('Tide Table');
    expect(await page({ q: 'xylophone' })).toEqual({ items: [], nextCursor: null });
  });
});
