/** What a story's document says is held to what is asked of whoever writes the same here. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test } from 'vitest';
import type { StoryDocument } from '../../server/contract/stories.ts';
import { addEvidence, cite, claimNow, comment } from '../support/attached.ts';
import { flagPath } from '../support/audit.ts';
import { CASUALTY, createStory, mark, review, STORY, type Story, verify } from '../support/claims.ts';
import { refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { signedOffStory } from '../support/sign-off.ts';
import { exportedStory, importedStory, storyPart, underOtherIds } from '../support/stories.ts';

const desk = useDesk();
const elsewhere = useDesk();
let editor: Person;
let reviewer: Person;
let stranger: Person;
let document: StoryDocument;

/** As long as each may be. */
const long = (length: number) => 'ü'.repeat(length);
const LONGEST = {
  text: STORY,
  ...{ title: long(500), byline: long(500), agency: long(200), dateline: long(300) },
  sourceUrl: `https://wire.example/${'x'.repeat(1979)}`,
};

/** Something of everything that people write, as long as it may be. */
async function longest(): Promise<Story> {
  const story = await createStory(editor, LONGEST);
  const source = {
    ...{ name: `${uuidv7()} ${long(263)}`, kind: 'person', note: long(5000), description: long(300) },
    ...{ aliases: [long(300)], affiliations: [long(300)] },
  };
  const { body: entry } = await editor.post('/api/sources', source).expect(201);
  await mark(editor, story, 'Ada Moor', { kind: 'source', details: { sourceId: entry.id } });
  const count = await mark(editor, story, 'At least 41 people', { ...CASUALTY, summary: long(500) });
  const evidence = await addEvidence(editor, story, {
    ...{ url: `https://wire.example/${'y'.repeat(1979)}`, title: long(500) },
    ...{ publisher: long(300), note: long(5000) },
  });
  await editor.put(`/api/evidence/${evidence.id}/snapshot`, { version: 1, text: long(20_000) }).expect(200);
  await cite(editor, count, {
    ...{ evidenceId: evidence.id, locator: long(300), quote: long(20_000), note: long(5000) },
  });
  await comment(editor, count, long(10_000));
  const given = await verify(editor, await claimNow(editor, count), {
    ...{ verdict: 'inaccurate', reason: long(5000), correction: long(5000) },
  });
  await review(reviewer, given, { decision: 'returned', reasonCode: 'other', note: long(5000) });
  await editor.put(await flagPath(editor, story), { reason: long(2000) }).expect(200);
  return story;
}

let signedOff: StoryDocument;

beforeAll(async () => {
  editor = await desk.person('editor', long(100));
  reviewer = await desk.person('reviewer');
  stranger = await elsewhere.person('reviewer');
  ({ document } = await exportedStory(editor, await longest()));
  const own = await signedOffStory({ editor, reviewer });
  await reviewer.delete(`/api/articles/${own.id}/sign-off`, { reason: long(2000) }).expect(200);
  signedOff = (await exportedStory(editor, own)).document;
});

test('as much as people may write here comes in elsewhere, and goes out the same', async () => {
  for (const one of [document, signedOff]) {
    const { article } = one.story;
    await importedStory(stranger, one);
    const again = await exportedStory(stranger, article);
    expect(storyPart(again.text)).toBe(storyPart((await exportedStory(editor, article)).text));
  }
});

/** What each may be no more, by its place in the document. */
const lineUpTo = (max: number): Readonly<Record<string, unknown>> => ({
  'too long': long(max + 1),
  'two lines': 'a\r\nb',
  blank: ' ',
  'a NUL': 'a\0',
});
const proseUpTo = (max: number) => ({ 'too long': long(max + 1), blank: ' \n', empty: '', 'a NUL': 'a\0' });
const ADDRESS = {
  'a script': 'javascript:alert(1)',
  data: 'data:text/html,x',
  'a script after a blank': ' javascript:alert(1)',
  'a bare word': 'wire',
  'too long': `https://wire.example/${'x'.repeat(1980)}`,
};
const WRONG: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'article.title': lineUpTo(500),
  'article.byline': lineUpTo(500),
  'article.agency': lineUpTo(200),
  'article.dateline': lineUpTo(300),
  'article.sourceUrl': ADDRESS,
  'people.0.name': lineUpTo(100),
  'sources.0.name': lineUpTo(300),
  'sources.0.aliases.0': lineUpTo(300),
  'sources.0.affiliations.0': lineUpTo(300),
  'sources.0.description': lineUpTo(300),
  'sources.0.note': proseUpTo(5000),
  'claims.1.summary': lineUpTo(500),
  'claims.1.outgrown': { 'a NUL': { fields: ['figure'], offered: { wording: 'a\0' }, settled: false } },
  'evidence.0.url': { ...ADDRESS, 'no address of a link': null },
  'evidence.0.title': lineUpTo(500),
  'evidence.0.publisher': lineUpTo(300),
  'evidence.0.note': proseUpTo(5000),
  'evidence.0.fileId': { 'a file of a link': uuidv7() },
  'snapshots.0.text': { blank: ' \n' },
  'citations.0.locator': lineUpTo(300),
  'citations.0.quote': proseUpTo(20_000),
  'citations.0.note': proseUpTo(5000),
  'comments.0.body': proseUpTo(10_000),
  'verdicts.0.reason': proseUpTo(5000),
  'verdicts.0.correction': { ...proseUpTo(5000), 'none of what is inaccurate': null },
  'verdicts.0.expiredReasons.0': { 'none that there is': 'mood' },
  'reviews.0.note': { ...proseUpTo(5000), 'none of what is returned': null },
  'dismissedFlags.0.key': { 'none that there is': 'x' },
  'dismissedFlags.0.reason': proseUpTo(2000),
  'signOffs.0.endedReason': proseUpTo(2000),
};

/** A copy with another value at a place. */
function changed(path: string, value: unknown): StoryDocument {
  const copy = underOtherIds(path.startsWith('signOffs') ? signedOff : document);
  const names = path.split('.');
  const last = names.pop() ?? '';
  const at = names.reduce<unknown>((row, name) => Reflect.get(Object(row), name), copy.story);
  Reflect.set(Object(at), last, value);
  return copy;
}

test.each(
  Object.entries(WRONG).flatMap(([path, values]) =>
    Object.entries(values).map(([what, value]) => [path, what, value] as const),
  ),
)('%s: %s', async (path, _what, value) => {
  const copy = changed(path, value);
  const { issues } = refusal(await stranger.post('/api/stories', copy), 'INVALID');
  expect(issues?.map((issue) => issue.path)).toContain(`story.${path}`);
  refusal(await stranger.get(`/api/articles/${copy.story.article.id}`), 'NOT_FOUND');
});

test.each([['manifest.generatedBy.name'], ['manifest.history.0.actor'], ['manifest.history.0.type']])(
  '%s: as long as it likes',
  async (path) => {
    const copy = underOtherIds(document);
    const { manifest } = copy;
    if (path.includes('generatedBy')) manifest.generatedBy.name = 'a\nb';
    else Object.assign(manifest.history[0] ?? {}, { [path.split('.').at(-1) ?? '']: long(101) });
    const { issues } = refusal(await stranger.post('/api/stories', copy), 'INVALID');
    expect(issues?.map((issue) => issue.path)).toContain(path);
  },
);
