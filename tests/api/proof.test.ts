/** The checking proof. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { FindExports } from '../../server/contract/exports.ts';
import { PROOF_FORMATS } from '../../server/contract/formats.ts';
import { addEvidence, cite, claimNow } from '../support/attached.ts';
import { createStory, mark, review, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { readDocument } from '../support/docx.ts';
import { asBytes } from '../support/exports.ts';
import { signedOffStory, signOffPath } from '../support/sign-off.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor', 'Ada Moor');
  reviewer = await desk.person('reviewer', 'Ben Hale');
});

describe('the proof', () => {
  test('is one page of the story as it stands, with who checked what by which evidence', async () => {
    const story = await createStory(editor, { title: 'The <ferry>' });
    const claim = await mark(editor, story, '120 passengers');
    const evidence = await addEvidence(editor, story, { title: 'Register of the pier' });
    await cite(editor, claim, { evidenceId: evidence.id, locator: 'p. 4', quote: '120 aboard' });
    await review(reviewer, await verify(editor, await claimNow(editor, claim)));
    const answer = await reviewer.get(`/api/articles/${story.id}/proof`).expect(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-disposition']).toBeUndefined();
    expect(answer.text).toContain('The &lt;ferry&gt;');
    expect(answer.text).toContain('<span class="mark passed">120 passengers</span>');
    expect(answer.text).toContain('E1 supports, p. 4, “120 aboard”');
    expect(answer.text).toContain('Ada Moor');
    expect(answer.text).toContain('Passed by Ben Hale');
    expect(answer.text).toContain('0 of 1 left');
    expect(answer.text).toContain(story.revision.sha256);
  });

  test('its style is the one that its policy lets in, and nothing else is', async () => {
    const story = await createStory(editor);
    const { text, headers } = await editor.get(`/api/articles/${story.id}/proof`).expect(200);
    const style = /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '';
    const digest = createHash('sha256').update(style, 'utf8').digest('base64');
    expect(headers['content-security-policy']).toContain(`default-src 'none'; style-src 'sha256-${digest}'`);
    expect(text).toContain(`style-src 'sha256-${digest}'`);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  test('tells whose sign-off ended, and why', async () => {
    const story = await signedOffStory({ editor, reviewer });
    await reviewer.delete(signOffPath(story), { reason: 'A new toll' }).expect(200);
    const { text } = await editor.get(`/api/articles/${story.id}/proof`).expect(200);
    expect(text).toMatch(
      /Not signed off\. Ben Hale signed revision 1 off, .*\. Reopened by Ben Hale, .*: “A new toll”\./,
    );
  });

  test('is saved under the story’s name', async () => {
    const story = await createStory(editor, { title: 'غرق العبّارة / "Ferry"' });
    const { headers } = await editor.get(`/api/articles/${story.id}/proof?download=true`).expect(200);
    const named = decodeURIComponent(headers['content-disposition'] ?? '');
    expect(named).toMatch(/^attachment; /);
    expect(named).toMatch(/proof-غرق-العبّارة-Ferry-\d{4}-\d\d-\d\d\.html/);
  });

  test('is a Word document on demand: each claim a comment on its words, and recorded as handed out', async () => {
    const story = await createStory(editor, { title: 'The <ferry>' });
    const claim = await mark(editor, story, '120 passengers');
    await review(reviewer, await verify(editor, await claimNow(editor, claim)));
    const { body, headers } = await asBytes(reviewer.get(`/api/articles/${story.id}/proof?format=docx`));
    expect(headers['content-type']).toBe(PROOF_FORMATS.docx.mediaType);
    expect(headers['content-disposition']).toMatch(/^attachment; .*proof-The-ferry-\d{4}-\d\d-\d\d\.docx/);
    const { paragraphs, comments } = readDocument(body);
    const { text, blocks } = story.revision;
    expect(paragraphs.slice(0, blocks.length)).toEqual(
      blocks.map(({ start, end }) => text.slice(start, end)),
    );
    expect(comments.map(({ author, on }) => [author, on])).toEqual([['Ben Hale', '120 passengers']]);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const { items } = answer(FindExports, await editor.get(`/api/exports/recorded?sha256=${sha256}`));
    expect(items).toMatchObject([{ kind: 'proof', format: 'docx', by: { name: 'Ben Hale' }, claims: 1 }]);
  });

  test('is Markdown on demand, with a footnote at the words of each claim', async () => {
    const story = await createStory(editor, { title: 'The *ferry*' });
    const claim = await mark(editor, story, '120 passengers');
    await review(reviewer, await verify(editor, await claimNow(editor, claim)));
    const { body, headers } = await asBytes(reviewer.get(`/api/articles/${story.id}/proof?format=markdown`));
    expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; .*proof-The-ferry-\d{4}-\d\d-\d\d\.md/);
    const text = body.toString('utf8');
    expect(text).toContain('The ferry had room for 120 passengers[^1]. Nobody knows');
    expect(text).toMatch(
      /^\[\^1\]: “120 passengers” \*\*Passed\.\*\* Fact: quantity\. Accurate, .*Passed by Ben Hale/m,
    );
  });

  test('in another format is refused in words', async () => {
    const story = await createStory(editor);
    refusal(await editor.get(`/api/articles/${story.id}/proof?format=odt`), 'INVALID');
  });

  test('of a restricted story is for its people alone', async () => {
    const story = await createStory(editor, { access: 'restricted' });
    refusal(await reviewer.get(`/api/articles/${story.id}/proof`), 'NOT_FOUND');
    refusal(await desk.stranger.get(`/api/articles/${story.id}/proof`), 'NOT_SIGNED_IN');
    refusal(await reviewer.get(`/api/articles/${story.id}/proof?format=docx`), 'NOT_FOUND');
    await editor.get(`/api/articles/${story.id}/proof`).expect(200);
  });
});
