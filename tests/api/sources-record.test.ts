/** Where a source stands: what it was cited for, and how that fared. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../server/contract/claims.ts';
import { GetSourceRecord, ListSourceUses, type Source } from '../../server/contract/sources.ts';
import { claimNow } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { addSource, attribute, merge, name } from '../support/sources.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let reviewer: Person;
let viewer: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
  story = await createStory(editor, { title: 'A ferry sinks' });
});

const record = async (source: Source, as = viewer) =>
  answer(GetSourceRecord, await as.get(`/api/sources/${source.id}/record`));
const page = async (source: Source, query: Record<string, string> = {}, as = viewer) =>
  answer(ListSourceUses, await as.get(`/api/sources/${source.id}/uses?${new URLSearchParams(query)}`));
const uses = async (source: Source, as = viewer) =>
  (await page(source, {}, as)).items.map(({ role, asPrinted, claim }) => [role, asPrinted, claim.id]);
const NONE = {
  stories: 0,
  said: 0,
  through: 0,
  named: 0,
  verified: 0,
  inaccurate: 0,
  disputed: 0,
  unverifiable: 0,
  waived: 0,
  open: 0,
};
const attributed = async (attribution: Claim, as = editor) => {
  const claim = await mark(as, story, 'Nine children', CASUALTY);
  const linked = { version: claim.version, attributionIds: [attribution.id] };
  await as.patch(`/api/claims/${claim.id}`, linked).expect(200);
  return claimNow(as, claim);
};

describe('a record', () => {
  test('counts stories, and in which role the source stands in them', async () => {
    const [source, agency] = [await addSource(editor), await addSource(editor)];
    expect(await record(source)).toEqual(NONE);
    const second = await createStory(other);
    await attribute(editor, story, source, [agency, agency]);
    await attribute(editor, story, agency, [source]);
    await name(other, second, source);
    expect(await record(source)).toEqual({ ...NONE, stories: 2, said: 1, through: 1, named: 1, open: 1 });
    expect(await record(agency)).toEqual({ ...NONE, stories: 1, said: 1, through: 1, open: 1 });
  });

  test('tells how attributions and what is attributed fared, by verdicts that hold', async () => {
    const source = await addSource(editor);
    const said = await attribute(editor, story, source);
    const twice = await attribute(editor, story, source);
    const claims: Claim[] = [];
    for (let index = 0; index < 6; index += 1) claims.push(await attributed(said));
    // One claim of two attributions counts once.
    const [first] = claims;
    const both = { version: first?.version, attributionIds: [said.id, twice.id] };
    await editor.patch(`/api/claims/${first?.id}`, both).expect(200);
    expect(await record(source)).toEqual({ ...NONE, stories: 1, said: 2, open: 8 });

    const give = async (index: number, verdict: string) => {
      const claim = claims[index];
      if (claim === undefined) throw new Error(`no claim ${index}`);
      const correction = verdict === 'inaccurate' ? { correction: 'Eight children' } : {};
      return verify(editor, await claimNow(editor, claim), { verdict, ...correction });
    };
    await review(reviewer, await give(0, 'accurate'));
    await give(1, 'inaccurate');
    await give(2, 'disputed');
    await give(3, 'unverifiable');
    await give(4, 'waived');
    const returned = { decision: 'returned', reasonCode: 'wrong_source', note: 'Who?' };
    await review(reviewer, await give(5, 'accurate'), returned);
    await verify(editor, await claimNow(editor, twice));
    expect(await record(source)).toEqual({
      ...NONE,
      stories: 1,
      said: 2,
      verified: 2,
      inaccurate: 1,
      disputed: 1,
      unverifiable: 1,
      waived: 1,
      open: 2,
    });

    const expiring = await claimNow(editor, claims[1] ?? said);
    const changed = { version: expiring.version, details: { ...expiring.details, low: 9 } };
    await editor.patch(`/api/claims/${expiring.id}`, changed).expect(200);
    expect(await record(source)).toMatchObject({ inaccurate: 0, open: 3 });
    await editor.delete(`/api/claims/${twice.id}?version=2`).expect(200);
    expect(await record(source)).toMatchObject({ said: 1, verified: 1 });
  });

  test('of a survivor is that of what was merged into it as well', async () => {
    const [from, into] = [await addSource(editor), await addSource(editor)];
    await verify(editor, await attribute(editor, story, from));
    await attribute(editor, story, into, [from]);
    await merge(editor, from, into);
    expect(await record(into)).toEqual({ ...NONE, stories: 1, said: 2, through: 1, verified: 1, open: 1 });
    expect(await record(from)).toEqual(NONE);
    expect(await uses(from)).toEqual([]);
  });

  test('counts a restricted story for nobody but its people', async () => {
    const source = await addSource(editor);
    const hidden = await createStory(editor, { access: 'restricted', memberIds: [reviewer.id] });
    const claim = await attribute(editor, hidden, source, [source]);
    await verify(editor, claim);
    const admin = await desk.person('admin');
    for (const who of [viewer, other, admin]) {
      expect(await record(source, who)).toEqual(NONE);
      expect(await page(source, {}, who)).toEqual({ items: [], nextCursor: null });
    }
    expect(await record(source, editor)).toEqual({ ...NONE, stories: 1, said: 1, through: 1, verified: 1 });
    expect(await uses(source, editor)).toHaveLength(2);
  });
});

describe('uses', () => {
  test('are the claims that name the source, newest first, each with the words as printed', async () => {
    const [source, agency] = [await addSource(editor), await addSource(editor)];
    const said = await attribute(editor, story, source, [agency]);
    const through = await attribute(editor, story, agency, [source, source]);
    const named = await name(editor, story, source);
    const gone = await name(editor, story, source);
    await editor.delete(`/api/claims/${gone.id}?version=1`).expect(200);
    expect(await uses(source)).toEqual([
      ['named', 'Ada Moor, who heads the hospital', named.id],
      ['through', 'Coast Radio', through.id],
      ['said', 'the harbour office', said.id],
    ]);
    const [first] = (await page(source, {}, editor)).items;
    expect(first?.claim).toEqual({
      ...(await claimNow(editor, named)),
      article: { id: story.id, title: 'A ferry sinks' },
    });
  });

  test('come in pages without gap or repetition, one claim in two roles included', async () => {
    const source = await addSource(editor);
    for (let index = 0; index < 3; index += 1) await attribute(editor, story, source, [source]);
    await name(editor, story, source);
    // Made in one transaction: at one time.
    await desk.db.pool.query(
      `UPDATE claims SET created_at = '2026-03-02T10:00:00Z' WHERE details ->> 'sourceId' = $1`,
      [source.id],
    );
    const whole = await uses(source);
    expect(whole).toHaveLength(7);
    for (const limit of ['1', '2', '3']) {
      const seen: (string | undefined)[][] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const next = await page(source, { limit, ...(cursor === '' ? {} : { cursor }) });
        expect(next.items.length).toBeLessThanOrEqual(Number(limit));
        seen.push(...next.items.map(({ role, asPrinted, claim }) => [role, asPrinted, claim.id]));
        cursor = next.nextCursor;
      }
      expect(seen).toEqual(whole);
    }
  });

  test('and records are refused for what is not there, to strangers, and for cursors of other lists', async () => {
    const source = await addSource(editor);
    for (const path of ['record', 'uses']) {
      refusal(await viewer.get(`/api/sources/${uuidv7()}/${path}`), 'NOT_FOUND');
      refusal(await desk.newcomer().get(`/api/sources/${source.id}/${path}`), 'NOT_SIGNED_IN');
    }
    for (const query of ['cursor=x', `cursor=${Buffer.from('[1]').toString('base64url')}`, 'limit=0'])
      refusal(await viewer.get(`/api/sources/${source.id}/uses?${query}`), 'INVALID');
  });
});
