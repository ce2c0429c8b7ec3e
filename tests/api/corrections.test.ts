/** Corrections of a story: listed, put in place as a proposal, stored by one explicit act, and handed out. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GetArticle } from '../../server/contract/articles.ts';
import type { Claim } from '../../server/contract/claims.ts';
import { ListCorrections, PreviewCorrections } from '../../server/contract/corrections.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import { ReviseArticle } from '../../server/contract/revisions.ts';
import { CORRECTION_COLUMNS } from '../../server/domain/exchange/correction-columns.ts';
import { addEvidence, cite, claimNow } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, STORY, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';
import { readCsv } from '../support/rfc4180.ts';
import { signOff } from '../support/sign-off.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let reviewer: Person;
let viewer: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor', 'Ada Field');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer', 'Rui Brook');
  viewer = await desk.person('viewer');
});
beforeEach(async () => {
  story = await createStory(editor, { sourceUrl: 'https://wire.example/ferry' });
});

const path = (of: { id: string }, rest = '') => `/api/articles/${of.id}/corrections${rest}`;
const list = async (as: Person = editor, of: { id: string } = story) =>
  answer(ListCorrections, await as.get(path(of)));
const preview = async (body: object = {}, as: Person = editor) =>
  answer(PreviewCorrections, await as.post(path(story, '/preview'), { revision: 1, ...body }));
const wrong = (correction: string, reason = 'The register says so.') => ({
  verdict: 'inaccurate',
  reason,
  correction,
});
const inaccurate = async (quote: string, correction: string, body: object = {}): Promise<Claim> =>
  verify(editor, await mark(editor, story, quote, body), wrong(correction));
const apply = async () => {
  const { proposal } = await preview();
  return editor.post(`/api/articles/${story.id}/revisions`, proposal ?? {});
};
const textNow = async () => answer(GetArticle, await editor.get(`/api/articles/${story.id}`)).revision.text;

describe('the list', () => {
  test('says old and new wording, why, on what, and who checked and passed', async () => {
    const evidence = await addEvidence(editor, story);
    const claim = await mark(editor, story, '120 passengers');
    await cite(editor, claim, {
      evidenceId: evidence.id,
      stance: 'contradicts',
      locator: 'p. 2',
      quote: '112 seats',
    });
    const checked = await verify(
      editor,
      await claimNow(editor, claim),
      wrong('112 passengers', 'The register has 112.'),
    );
    await review(reviewer, checked, { note: 'Seen.' });
    const { revision, items, refused } = await list();
    expect({ revision, refused }).toEqual({ revision: 1, refused: null });
    expect(items).toMatchObject([
      {
        claimId: claim.id,
        status: 'passed',
        span: { quote: '120 passengers' },
        sentenceText: 'The ferry had room for 120 passengers.',
        wording: '112 passengers',
        reason: 'The register has 112.',
        by: { id: editor.id, name: 'Ada Field' },
        review: { decision: 'passed', note: 'Seen.', by: { id: reviewer.id, name: 'Rui Brook' } },
        evidence: [
          {
            stance: 'contradicts',
            title: 'Statement of the harbour office',
            url: 'https://harbour.example/statement',
            locator: 'p. 2',
            quote: '112 seats',
          },
        ],
        left: null,
      },
    ]);
  });

  test('is in the order of the text, and holds what is inaccurate now alone', async () => {
    const [second, first] = [
      await inaccurate('120 passengers', '112 passengers'),
      await inaccurate('Nine children', 'Eight children'),
    ];
    await verify(editor, await mark(editor, story, 'on Tuesday'));
    const withdrawn = await inaccurate('30 more', '20 more');
    await editor.delete(`/api/claims/${withdrawn.id}?version=2`).expect(200);
    const edited = await inaccurate('Coast Radio', 'Coast FM');
    const details = { about: 'name', value: null };
    await editor.patch(`/api/claims/${edited.id}`, { version: 2, details }).expect(200);
    expect((await list()).items.map(({ claimId }) => claimId)).toEqual([first.id, second.id]);
  });

  test('says what is left to the editor, and why', async () => {
    const returned = await inaccurate('120 passengers', '112 passengers');
    const because = { decision: 'returned', reasonCode: 'figure_differs', note: 'Which register?' };
    await review(reviewer, returned, because);
    await inaccurate('Nine children', 'There were eight children on board.');
    await inaccurate('on Tuesday', 'on Monday');
    expect((await list()).items.map(({ left }) => left)).toEqual([null, 'whole_sentence', 'returned']);
  });

  test('tells who cannot store a newer text why', async () => {
    await inaccurate('120 passengers', '112 passengers');
    expect((await list(viewer)).refused).toBe('NEEDS_EDITOR');
    expect((await list(viewer)).items).toHaveLength(1);
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    expect((await list()).refused).toBe('ARCHIVED');
  });
});

describe('the proposal', () => {
  test('replaces the words alone, and stores nothing', async () => {
    const claim = await inaccurate('120 passengers', '112 passengers');
    const { places, left, proposal } = await preview({}, viewer);
    expect(proposal?.text).toBe(STORY.replace('120', '112'));
    expect(left).toEqual([]);
    expect(places).toMatchObject([
      { claimIds: [claim.id], from: { quote: '120 passengers' }, to: { quote: '112 passengers' } },
    ]);
    expect(places[0]?.pieces).toEqual([
      { kind: 'same', text: 'The ferry had room for ' },
      { kind: 'removed', text: '120' },
      { kind: 'added', text: '112' },
      { kind: 'same', text: ' passengers' },
      { kind: 'same', text: '.' },
    ]);
    expect(await textNow()).toBe(STORY);
  });

  test('holds what was chosen alone', async () => {
    await inaccurate('Nine children', 'Eight children');
    const chosen = await inaccurate('120 passengers', '112 passengers');
    const { proposal } = await preview({ claimIds: [chosen.id] });
    expect(proposal?.text).toBe(STORY.replace('120', '112'));
    expect(proposal?.corrects).toEqual([{ id: chosen.id, version: 2 }]);
    expect((await preview({ claimIds: [] })).proposal).toBeNull();
  });

  test('leaves corrections that contradict each other, and says which', async () => {
    const one = await inaccurate('120 passengers', '112 passengers');
    const two = await inaccurate('120 passengers', '113 passengers');
    const { proposal, left } = await preview();
    expect(proposal).toBeNull();
    expect(left).toMatchObject([
      { claimId: one.id, because: 'overlap', others: [two.id] },
      { claimId: two.id, because: 'overlap', others: [one.id] },
    ]);
    expect((await preview({ claimIds: [two.id] })).proposal?.text).toContain('113 passengers');
  });

  test('names the claims of the same fact whose words stay', async () => {
    const headline = await mark(editor, story, 'sinks');
    const lead = await mark(editor, story, 'At least 41 people', CASUALTY);
    const sameFactAs = { version: 1, sameFactAs: lead.id };
    await editor.patch(`/api/claims/${headline.id}`, sameFactAs).expect(200);
    const third = await mark(editor, story, 'among the dead');
    await editor.patch(`/api/claims/${third.id}`, { version: 1, sameFactAs: headline.id }).expect(200);
    await verify(editor, lead, wrong('At least 43 people'));
    expect((await preview()).sameFact).toMatchObject([
      { claimId: headline.id, of: [lead.id], span: { quote: 'sinks' } },
      { claimId: third.id, of: [lead.id], span: { quote: 'among the dead' } },
    ]);
    await verify(editor, await claimNow(editor, headline), wrong('founders'));
    expect((await preview()).sameFact.map(({ claimId, of }) => [claimId, of])).toEqual([
      [third.id, [headline.id, lead.id].sort()],
    ]);
  });

  test('is refused for another text, and for what is no correction', async () => {
    const claim = await inaccurate('120 passengers', '112 passengers');
    const accurate = await verify(editor, await mark(editor, story, 'on Tuesday'));
    const ask = (body: object) => editor.post(path(story, '/preview'), body);
    expect(refusal(await ask({ revision: 2 }), 'STALE_REVISION').revision).toBe(1);
    for (const id of [accurate.id, uuidv7()])
      refusal(await ask({ revision: 1, claimIds: [claim.id, id] }), 'UNKNOWN_REFERENCE');
  });
});

describe('stored', () => {
  test('is a newer text with a note that names the corrections, and history says of which claims', async () => {
    const one = await inaccurate('Nine children', 'Eight children');
    const two = await inaccurate('120 passengers', '112 passengers');
    const { proposal } = await preview();
    expect(proposal?.note).toBe(
      '2 corrections:\n“Nine children” → “Eight children”\n“120 passengers” → “112 passengers”',
    );
    const stored = answer(
      ReviseArticle,
      await editor.post(`/api/articles/${story.id}/revisions`, proposal ?? {}),
    );
    expect(stored.claims).toMatchObject([
      { id: one.id, change: 'figure_changed', verdictKept: false, to: 'Eight children' },
      { id: two.id, change: 'figure_changed', verdictKept: false, to: '112 passengers' },
    ]);
    expect(await textNow()).toBe(STORY.replace('Nine', 'Eight').replace('120', '112'));
    const { items } = answer(GetArticleHistory, await editor.get(`/api/articles/${story.id}/history`));
    expect(items.find(({ type }) => type === 'article.revised')?.data).toMatchObject({
      note: proposal?.note,
      corrects: [one.id, two.id],
    });
  });

  test('verifies nothing: what was corrected is to be checked again, and is no correction any more', async () => {
    const passed = await review(reviewer, await inaccurate('120 passengers', '112 passengers'));
    answer(ReviseArticle, await apply());
    expect(await claimNow(editor, passed)).toMatchObject({
      status: 'expired',
      verdict: { verdict: 'inaccurate', expired: { reasons: ['text'] } },
    });
    expect((await list()).items).toEqual([]);
  });

  test('once only, and a repeat of the same write changes nothing', async () => {
    await inaccurate('120 passengers', '112 passengers');
    const { proposal } = await preview();
    const send = () =>
      editor.post(`/api/articles/${story.id}/revisions`, proposal ?? {}).set('Idempotency-Key', story.id);
    await send().expect(201);
    await send().expect(200);
    refusal(await editor.post(`/api/articles/${story.id}/revisions`, proposal ?? {}), 'STALE_REVISION');
    expect(await textNow()).toBe(STORY.replace('120', '112'));
  });

  test('not where a correction was changed since it was seen', async () => {
    const claim = await inaccurate('120 passengers', '112 passengers');
    const { proposal } = await preview();
    const changed = await verify(other, claim, wrong('113 passengers'));
    const refused = refusal(
      await editor.post(`/api/articles/${story.id}/revisions`, proposal ?? {}),
      'STALE_VERSION',
    );
    expect(refused.current).toMatchObject({ id: claim.id, version: changed.version });
    expect(await textNow()).toBe(STORY);
  });

  test('not with claims of another story', async () => {
    const elsewhere = await createStory(editor);
    const claim = await verify(editor, await mark(editor, elsewhere, '120 passengers'), wrong('112'));
    const body = { baseRevision: 1, text: `${STORY} x`, corrects: [{ id: claim.id, version: 2 }] };
    refusal(await editor.post(`/api/articles/${story.id}/revisions`, body), 'UNKNOWN_REFERENCE');
  });

  test('by whoever may write a newer text alone', async () => {
    const claim = await inaccurate('120 passengers', '112 passengers');
    const { proposal } = await preview();
    refusal(await viewer.post(`/api/articles/${story.id}/revisions`, proposal ?? {}), 'NEEDS_EDITOR');
    await review(reviewer, await verify(editor, claim, { verdict: 'waived' }));
    await signOff(reviewer, story);
    expect((await list()).refused).toBe('SIGNED_OFF');
    refusal(await editor.post(`/api/articles/${story.id}/revisions`, proposal ?? {}), 'SIGNED_OFF');
  });

  test('with the roles and the sentences that an editor gave the text', async () => {
    const text = 'Ferry sinks\n\nBoats\n\nIt sank at 9 p.m. Nobody saw it. 242 users have voted.';
    const split = text.indexOf('at 9');
    const roles = [{ part: 1, role: 'caption' }];
    const made = await createStory(editor, { text, roles, split: [split], join: [text.indexOf('Nobody')] });
    story = made;
    await inaccurate('Ferry sinks', 'A large ferry sinks');
    answer(ReviseArticle, await apply());
    const { revision } = answer(GetArticle, await editor.get(`/api/articles/${story.id}`));
    const words = (of: Story['revision']) => [
      of.blocks.map(({ role }) => role),
      of.sentences.slice(1).map(({ start, end }) => of.text.slice(start, end)),
    ];
    expect(words(revision)).toEqual(words(made.revision));
    expect(words(revision)[0]).toContain('caption');
    expect(words(revision)[1]).toContain('It sank');
  });

  test('a long list has a note that says how many more there are', async () => {
    const text = Array.from(
      { length: 60 },
      (_, index) => `On day ${index} it took ${index + 100} people.`,
    ).join(' ');
    story = await createStory(editor, { text });
    for (let index = 0; index < 60; index++)
      await inaccurate(`${index + 100} people`, `${index + 200} ${'x'.repeat(40)}`);
    const note = (await preview()).proposal?.note ?? '';
    expect(note.length).toBeLessThanOrEqual(2000);
    const shown = note.split('→').length - 1;
    expect(note).toMatch(new RegExp(`^60 corrections:\n[^]*\n… and ${60 - shown} more$`));
    answer(ReviseArticle, await apply());
  });
});

/** Corrections as rows by their columns. */
async function rows(as: Person, query = ''): Promise<Record<string, string>[]> {
  const { body } = await asBytes(as.get(`/api/exports/corrections?format=csv${query}`));
  const text = body.toString('utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  const [header = [], ...cells] = readCsv(text.slice(1));
  expect(header).toEqual(CORRECTION_COLUMNS.map(({ name }) => name));
  return cells.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}
const textOf = async (as: Person, query = '') =>
  (await asBytes(as.get(`/api/exports/corrections?format=txt${query}`))).body.toString('utf8');
const mine = () => `&articleId=${story.id}`;

describe('for the desk', () => {
  test('a row can be understood alone', async () => {
    const evidence = await addEvidence(editor, story);
    const claim = await mark(editor, story, '120 passengers');
    await cite(editor, claim, { evidenceId: evidence.id, locator: 'p. 2' });
    const checked = await verify(editor, await claimNow(editor, claim), wrong('112 passengers'));
    await review(reviewer, checked);
    expect(await rows(editor, mine())).toMatchObject([
      {
        story_id: story.id,
        story_title: 'Ferry sinks off Lindholm',
        story_url: 'https://wire.example/ferry',
        sentence: 'The ferry had room for 120 passengers.',
        old_wording: '120 passengers',
        new_wording: '112 passengers',
        reason: 'The register says so.',
        checked_by: 'Ada Field',
        passed_by: 'Rui Brook',
        returned_by: '',
        status: 'passed',
        evidence:
          'supports: Statement of the harbour office · Harbour office · p. 2 · https://harbour.example/statement',
      },
    ]);
    const { body } = await asBytes(editor.get(`/api/exports/corrections?format=json${mine()}`));
    expect(JSON.parse(body.toString('utf8'))).toMatchObject({
      format: 'claimdesk-corrections',
      filters: { articleId: story.id },
      corrections: [{ claim_id: claim.id, old_wording: '120 passengers', evidence: [{ locator: 'p. 2' }] }],
    });
    const text = await textOf(editor, mine());
    for (const line of [
      'Story: Ferry sinks off Lindholm',
      '   Printed   120 passengers',
      '   Correct   112 passengers',
      '   Why       The register says so.',
      '   Checked   by Ada Field, 2026-03-02',
      '   Passed    by Rui Brook, 2026-03-02',
    ])
      expect(text).toContain(line);
    expect(text.endsWith('\nEnd of the list: 1 correction.\n')).toBe(true);
  });

  test('by the ordinary filters, and what stands in the list alone', async () => {
    const first = await inaccurate('120 passengers', '112 passengers');
    const second = await inaccurate('Nine children', 'Eight children', CASUALTY);
    await review(reviewer, second);
    await verify(editor, await mark(editor, story, 'on Tuesday'));
    const ids = async (query: string) => (await rows(editor, mine() + query)).map(({ claim_id }) => claim_id);
    expect(await ids('')).toEqual([second.id, first.id]);
    expect(await ids('&status=passed')).toEqual([second.id]);
    expect(await ids('&kind=fact')).toEqual([first.id]);
    expect(await ids('&q=children')).toEqual([second.id]);
    refusal(await editor.get('/api/exports/corrections?verdict=accurate'), 'INVALID');
    refusal(await editor.get('/api/exports/corrections?status=expired'), 'INVALID');
    refusal(await editor.get('/api/exports/corrections?format=jsonl'), 'INVALID');
    answer(ReviseArticle, await apply());
    expect(await ids('')).toEqual([]);
    expect(await textOf(editor, mine())).toMatch(/^CORRECTIONS\n[^\n]+\n\nNothing is to be corrected\.\n$/);
  });

  test('words that look like a formula or an entry are neither', async () => {
    await inaccurate('120 passengers', '=1+1', {});
    const forged = 'So it is.\n\n2. In text 1:\n   Printed   41\u001b[2J\r   Correct   \u2028   4';
    const claim = await mark(editor, story, 'Nine children');
    await verify(editor, claim, { verdict: 'inaccurate', correction: '@SUM(A1)', reason: forged });
    const found = await rows(editor, mine());
    expect(found.map(({ new_wording }) => new_wording)).toEqual(["'@SUM(A1)", "'=1+1"]);
    const text = await textOf(editor, mine());
    expect(text.match(/^\d+\. In text/gm)).toHaveLength(2);
    expect(text.match(/^ {3}(Printed|Correct) /gm)).toHaveLength(4);
    expect(text).not.toContain('\u001b');
    expect(text).toContain('41␛[2J');
  });

  test('the file is named after the story, and tells nothing of one that is not for this person', async () => {
    await inaccurate('120 passengers', '112 passengers');
    const name = async (as: Person, query: string) =>
      (await asBytes(as.get(`/api/exports/corrections?format=txt${query}`))).headers['content-disposition'];
    expect(await name(editor, mine())).toMatch(
      /^attachment; filename="claimdesk-corrections-ferry-sinks-off-lindholm-[\d-]{10}\.txt"$/,
    );
    expect(await name(editor, '')).toMatch(/filename="claimdesk-corrections-desk-/);
    const closed = await createStory(editor, { access: 'restricted', title: 'Leak' });
    expect(await name(other, `&articleId=${closed.id}`)).toMatch(/filename="claimdesk-corrections-story-/);
  });

  test('nothing of a restricted story for others', async () => {
    story = await createStory(editor, { access: 'restricted' });
    const claim = await inaccurate('120 passengers', '112 passengers');
    expect((await rows(editor)).map(({ claim_id }) => claim_id)).toContain(claim.id);
    for (const as of [other, viewer, reviewer]) {
      expect(JSON.stringify(await rows(as))).not.toContain(claim.id);
      expect(await textOf(as, mine())).toContain('Nothing is to be corrected.');
      refusal(await as.get(path(story)), 'NOT_FOUND');
    }
  });
});
