/** Erasing for good what lies in the bin: nothing of its words is left, all around it is as it was, and history is whole. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ListBin } from '../../server/contract/bin.ts';
import { type Claim, ListArticleClaims } from '../../server/contract/claims.ts';
import { ListComments } from '../../server/contract/comments.ts';
import { Erase, GetErasure } from '../../server/contract/erasure.ts';
import { ListCitations, ListEvidence } from '../../server/contract/evidence.ts';
import { GetArticleHistory, GetClaimHistory, VerifyHistory } from '../../server/contract/history.ts';
import { leftPlaceOf, placeOf } from '../../server/features/files/file-store.ts';
import { addEvidence, cite, claimNow, comment, headOf } from '../support/attached.ts';
import { flagPath } from '../support/audit.ts';
import { CASUALTY, createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { attach } from '../support/files.ts';
import { radar, takeAway } from '../support/handed-out.ts';
import { revise } from '../support/reworded.ts';
import { signOff } from '../support/sign-off.ts';
import { exportedStory, importedStory, underOtherIds } from '../support/stories.ts';
import { columnsWith, filesWith } from '../support/traces.ts';
import { addWebhook, deliverer, receiver } from '../support/webhooks.ts';

const REASON = 'The court in Lindholm says so.';
const desk = useDesk();
let admin: Person;
let editor: Person;
let other: Person;
let reviewer: Person;
let story: Story;
/** In every word of what is erased, and of nothing else. */
let word: string;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
});
beforeEach(async () => {
  story = await createStory(editor);
  word = `zq${uuidv7().replaceAll('-', '').slice(-12)}`;
});

const withdraw = async (as: Person, path: string, { id }: { id: string }) => {
  const { version } = (await as.get(`/api/bin?articleId=${story.id}&limit=200`)).body;
  expect(version).toBeUndefined();
  const rows = await desk.db.pool.query<{ version: number }>(`SELECT version FROM ${path} WHERE id = $1`, [
    id,
  ]);
  await as.delete(`/api/${path}/${id}?version=${rows.rows[0]?.version}`).expect(200);
};
const preview = async (kind: string, { id }: { id: string }) =>
  answer(GetErasure, await admin.get(`/api/bin/${kind}/${id}/erasure`));
const erase = (kind: string, { id }: { id: string }, version: number, as = admin) =>
  as.delete(`/api/bin/${kind}/${id}`, { version, reason: REASON });
/** As the dialog does: look, then erase. */
const erased = async (kind: string, thing: { id: string }) => {
  const { version, goes } = await preview(kind, thing);
  const told = answer(Erase, await erase(kind, thing, version));
  expect(told.gone).toEqual(goes);
  return told;
};
const history = async () =>
  answer(GetArticleHistory, await editor.get(`/api/articles/${story.id}/history`)).items;
const isWhole = async () => answer(VerifyHistory, await admin.post('/api/history/verify')).broken;
const bin = async (as = editor) =>
  answer(ListBin, await as.get(`/api/bin?articleId=${story.id}&limit=200`)).items;
const claims = async () =>
  answer(ListArticleClaims, await editor.get(`/api/articles/${story.id}/claims`)).items;
const traces = async () => [...(await columnsWith(desk, word)), ...(await filesWith(desk, word))];

/** A claim with a word of its own in everything that a person can write on it. */
async function wordyClaim(): Promise<Claim> {
  const details = {
    ...CASUALTY.details,
    wording: `about ${word}`,
    place: { name: `${word} quay` },
    victims: { category: 'civilian', label: `${word} folk` },
    perpetrator: `the ${word}`,
    cause: `a ${word} fire`,
  };
  const claim = await mark(editor, story, 'At least 41 people', {
    ...CASUALTY,
    details,
    summary: `Toll of ${word}`,
  });
  const evidence = await addEvidence(editor, story);
  const kept = await cite(editor, claim, {
    evidenceId: evidence.id,
    locator: `p. ${word}`,
    quote: `41 ${word}`,
    note: `see ${word}`,
  });
  await withdraw(editor, 'citations', await cite(editor, claim, { evidenceId: evidence.id, note: word }));
  expect(kept.id).toBeDefined();
  const said = await comment(editor, claim, `Who counted ${word}?`);
  await comment(other, claim, `The ${word} office.`, { parentId: said.id });
  const gone = await comment(editor, claim, `${word}, perhaps`);
  await withdraw(editor, 'comments', gone);
  const wrong = { verdict: 'inaccurate', reason: `${word} says no`, correction: `43 ${word}` };
  const judged = await verify(editor, await claimNow(editor, claim), wrong);
  await takeAway(editor, story);
  const back = { decision: 'returned', reasonCode: 'other', note: `ask ${word}` };
  await review(reviewer, judged, back);
  await verify(editor, await claimNow(editor, claim), { reason: `${word} it is` });
  await review(reviewer, await claimNow(editor, claim));
  await editor.put(await flagPath(editor, story), { reason: `not for ${word}` });
  await withdraw(editor, 'claims', claim);
  return claimNow(editor, claim);
}

describe('a claim', () => {
  test('leaves no word of it, nor of what hung on it', async () => {
    const hook = receiver();
    await addWebhook(admin);
    const before = await columnsWith(desk, word);
    const claim = await wordyClaim();
    await deliverer(desk, hook.send).deliverDue();
    expect(await columnsWith(desk, word)).toEqual([
      ...before,
      ...['citations.locator', 'citations.note', 'citations.quote', 'claims.details', 'claims.search'],
      ...['claims.summary', 'comments.body', 'event_payloads.payload', 'flag_dismissals.reason'],
      ...['reviews.note', 'verdicts.correction', 'verdicts.reason', 'webhook_deliveries.body'],
    ]);
    const told = await erased('claim', claim);
    expect(told).toMatchObject({
      by: { id: admin.id },
      articleId: story.id,
      gone: { claims: 1, comments: 3, citations: 2, evidence: 0, files: 0, revisions: 0 },
    });
    expect(await traces()).toEqual([]);
    expect(await isWhole()).toEqual([]);
  });

  test('is in no list any more, and who did what with it is told still', async () => {
    const claim = await wordyClaim();
    const { items: past } = answer(
      GetClaimHistory,
      await editor.get(`/api/claims/${claim.id}/history?limit=200`),
    );
    await erased('claim', claim);
    expect((await claims()).map(({ id }) => id)).not.toContain(claim.id);
    expect(await bin()).toEqual([]);
    refusal(await editor.get(`/api/claims/${claim.id}`), 'NOT_FOUND');
    const { items } = answer(GetClaimHistory, await editor.get(`/api/claims/${claim.id}/history?limit=200`));
    expect(items.slice(0, -1)).toEqual(past.map((event) => ({ ...event, data: {}, erased: true })));
    expect(items.at(-1)).toMatchObject({ type: 'claim.erased', actor: { id: admin.id }, erased: false });
    expect(items.at(-1)?.data).toMatchObject({ reason: REASON, gone: { claims: 1 } });
    // What an erasure says is kept.
    refusal(
      await admin.delete(`/api/articles/${story.id}/history/${items.at(-1)?.seq}`, { reason: 'x' }),
      'NOT_ERASABLE',
    );
  });

  test('can be changed and brought back by nobody', async () => {
    const claim = await mark(editor, story, '120 passengers');
    await withdraw(editor, 'claims', claim);
    await erased('claim', claim);
    const head = await headOf(editor, story);
    refusal(await editor.post(`/api/claims/${claim.id}/restore`), 'ERASED');
    refusal(await editor.patch(`/api/claims/${claim.id}`, { version: 3, summary: 'x' }), 'ERASED');
    refusal(await editor.post(`/api/claims/${claim.id}/comments`, { body: 'x' }), 'ERASED');
    refusal(await erase('claim', claim, 3), 'ALREADY_ERASED');
    refusal(await admin.get(`/api/bin/claim/${claim.id}/erasure`), 'ALREADY_ERASED');
    refusal(
      await editor.post(`/api/articles/${story.id}/claims`, {
        ...{ id: claim.id, revision: 1, kind: 'fact' },
        span: { start: 0, end: 5, quote: 'Ferry' },
      }),
      'ID_USED',
    );
    expect(await headOf(editor, story)).toBe(head);
  });

  test('is pointed at by nothing any more; verdicts of what pointed at it stand', async () => {
    const whole = await mark(editor, story, 'At least 41 people', CASUALTY);
    const part = await mark(editor, story, 'Nine children', {
      kind: 'casualty_count',
      details: { outcome: 'killed', low: 9, best: 9, high: 9, partOf: whole.id },
    });
    const said = await mark(editor, story, 'Nine children were among the dead', {
      kind: 'attribution',
      details: { content: [] },
    });
    const linked = { version: 1, attributionIds: [said.id], sameFactAs: whole.id };
    await editor.patch(`/api/claims/${part.id}`, linked).expect(200);
    for (const claim of [whole, said]) await withdraw(editor, 'claims', claim);
    await review(reviewer, await verify(editor, await claimNow(editor, part)));
    const before = await claimNow(editor, part);
    for (const claim of [whole, said]) await erased('claim', claim);
    const after = await claimNow(editor, part);
    expect(after).toEqual({
      ...before,
      version: before.version + 2,
      attributionIds: [],
      sameFactAs: null,
      details: { ...before.details, partOf: null },
    });
    expect(after.status).toBe('passed');
  });

  test('is no hindrance to a newer text, a sign-off, or taking the story elsewhere', async () => {
    const claim = await wordyClaim();
    const stays = await mark(editor, story, '120 passengers');
    await erased('claim', claim);
    await revise(editor, story, (text) => text.replace('aboard', 'on board'));
    await review(reviewer, await verify(editor, await claimNow(editor, stays)));
    const { document } = await exportedStory(editor, story);
    expect(JSON.stringify(document)).not.toContain(word);
    const { id } = await importedStory(reviewer, underOtherIds(document));
    expect((await editor.get(`/api/articles/${id}/claims`).expect(200)).body.items).toHaveLength(1);
    await signOff(reviewer, story);
    for (const part of ['/audit', '/figures', '/corrections', '/proof?format=markdown'])
      await editor.get(`/api/articles/${story.id}${part.replace('audit', 'attributions')}`).expect(200);
  });

  test('that was handed out is still on the radar, without its words', async () => {
    const claim = await wordyClaim();
    const before = (await radar(editor)).find((entry) => entry.claim.id === claim.id);
    expect(before?.exportCount).toBe(1);
    await erased('claim', claim);
    const after = (await radar(editor)).find((entry) => entry.claim.id === claim.id);
    expect(after).toMatchObject({ verdictId: before?.verdictId, quote: '', exportCount: 1 });
    expect(after?.claim).toMatchObject({ quote: '', status: 'withdrawn' });
    const path = `/api/claims/${claim.id}/reach`;
    expect((await editor.get(path).expect(200)).body.exports).toMatchObject({ total: 1, changed: 1 });
    await editor.put(`/api/radar/${before?.verdictId}/told`).expect(200);
  });

  test('goes from a story that is signed off as well', async () => {
    const claim = await mark(editor, story, 'Nobody knows');
    await withdraw(editor, 'claims', claim);
    await review(reviewer, await verify(editor, await mark(editor, story, '120 passengers')));
    await signOff(reviewer, story);
    await erased('claim', claim);
    expect((await editor.get(`/api/articles/${story.id}`)).body.status).toBe('signed_off');
    expect(await isWhole()).toEqual([]);
  });
});

describe('a comment', () => {
  test('leaves no word, and is not there any more; its author reads it no more either', async () => {
    const claim = await mark(editor, story, '120 passengers');
    const said = await comment(editor, claim, `Ask ${word}`);
    await editor.patch(`/api/comments/${said.id}`, { version: 1, body: `Ask ${word} again` }).expect(200);
    await withdraw(editor, 'comments', said);
    expect(await traces()).toEqual(['comments.body', 'event_payloads.payload']);
    expect((await erased('comment', said)).gone).toMatchObject({ comments: 1, payloads: 3, claims: 0 });
    expect(await traces()).toEqual([]);
    const { items } = answer(ListComments, await editor.get(`/api/claims/${claim.id}/comments`));
    expect(items).toEqual([]);
    expect(await bin()).toEqual([]);
    refusal(await editor.post(`/api/comments/${said.id}/restore`), 'ERASED');
    expect(await isWhole()).toEqual([]);
  });

  test('that others answer stands as withdrawn, above their answers', async () => {
    const claim = await mark(editor, story, '120 passengers');
    const said = await comment(editor, claim, `Ask ${word}`);
    const reply = await comment(other, claim, 'Asked.', { parentId: said.id });
    await withdraw(editor, 'comments', said);
    await erased('comment', said);
    const { items } = answer(ListComments, await other.get(`/api/claims/${claim.id}/comments`));
    expect(items.map(({ id, body, withdrawn, can }) => [id, body, withdrawn, can.length > 0])).toEqual([
      [said.id, '', true, false],
      [reply.id, 'Asked.', false, true],
    ]);
    // Nor does the story's document have a word of it.
    const { document } = await exportedStory(editor, story);
    expect(document.story.comments.map(({ body }) => body)).toEqual(['—', 'Asked.']);
    await importedStory(reviewer, underOtherIds(document));
  });
});

describe('evidence', () => {
  const PAGE = { url: 'https://harbour.example/', title: 'Statement' };
  const wordy = () =>
    addEvidence(editor, story, {
      url: `https://harbour.example/${word}`,
      title: `Statement of ${word}`,
      publisher: `${word} office`,
      note: `By ${word}`,
    });

  test('leaves no word of it, of pages that were kept, and of what cited it', async () => {
    const claim = await mark(editor, story, '120 passengers');
    const evidence = await wordy();
    await editor
      .put(`/api/evidence/${evidence.id}/snapshot`, { version: 1, text: `The office said ${word}.` })
      .expect(200);
    const citation = await cite(editor, claim, { evidenceId: evidence.id, quote: word, note: `${word}.` });
    await withdraw(editor, 'citations', citation);
    await withdraw(editor, 'evidence', evidence);
    expect(await traces()).toEqual([
      ...['citations.note', 'citations.quote', 'event_payloads.payload'],
      ...['evidence.note', 'evidence.publisher', 'evidence.title', 'evidence.url', 'snapshots.text'],
    ]);
    expect((await erased('evidence', evidence)).gone).toMatchObject({ evidence: 1, citations: 1, files: 0 });
    expect(await traces()).toEqual([]);
    const listed = answer(ListEvidence, await editor.get(`/api/articles/${story.id}/evidence`)).items;
    expect(listed).toEqual([]);
    const cited = answer(ListCitations, await editor.get(`/api/claims/${claim.id}/citations`)).items;
    expect(cited).toEqual([]);
    refusal(await editor.post(`/api/evidence/${evidence.id}/restore`), 'ERASED');
    refusal(await editor.post(`/api/citations/${citation.id}/restore`), 'ERASED');
    expect(await isWhole()).toEqual([]);
    await importedStory(reviewer, underOtherIds((await exportedStory(editor, story)).document));
  });

  test('that a claim rests on is not emptied; told before, and refused', async () => {
    const claim = await mark(editor, story, '120 passengers');
    const evidence = await wordy();
    const citation = await cite(editor, claim, { evidenceId: evidence.id });
    await withdraw(editor, 'evidence', evidence);
    const before = await history();
    const blockers = [{ code: 'STILL_CITED', claimIds: [claim.id] }];
    const { blockers: told, version } = await preview('evidence', evidence);
    expect(told).toEqual(blockers);
    const answered = await erase('evidence', evidence, version);
    refusal(answered, 'STILL_CITED');
    expect(answered.body.blockers).toEqual(blockers);
    expect(await history()).toEqual(before);
    await withdraw(editor, 'citations', citation);
    await erased('evidence', evidence);
    expect(await traces()).toEqual([]);
  });

  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
  const lies = (bytes: Buffer) =>
    [placeOf(desk.filesDir, digest(bytes)), leftPlaceOf(desk.filesDir, digest(bytes))].some(existsSync);
  const filed = async (as: Person, of: Story, bytes: Buffer) => {
    const { id: fileId } = await attach(as, of, bytes, `name=${word}.txt`);
    return addEvidence(as, of, { kind: 'file', url: null, title: 'List', fileId });
  };

  test('of a file goes with the file, off the disk too', async () => {
    const bytes = Buffer.from(`A list of ${word}`);
    const evidence = await filed(editor, story, bytes);
    await withdraw(editor, 'evidence', evidence);
    expect(await traces()).toHaveLength(3);
    expect((await erased('evidence', evidence)).gone).toMatchObject({ evidence: 1, files: 1 });
    expect(await traces()).toEqual([]);
    expect(lies(bytes)).toBe(false);
    expect(await desk.db.prisma.erasedFile.count()).toBe(0);
  });

  test('leaves a file that another story has as well, and a file that other evidence is', async () => {
    const bytes = Buffer.from(`A list of ${word}`);
    const elsewhere = await attach(editor, await createStory(editor), bytes, 'name=list.txt');
    const one = await filed(editor, story, bytes);
    await withdraw(editor, 'evidence', one);
    expect((await erased('evidence', one)).gone.files).toBe(1);
    expect(lies(bytes)).toBe(true);
    await editor.get(`/api/files/${elsewhere.id}`).expect(200);
    expect(await desk.db.prisma.erasedFile.count()).toBe(0);

    const shared = await attach(editor, story, Buffer.from(`Both ${word}`), 'name=both.txt');
    const body = { kind: 'file', url: null, title: 'List', fileId: shared.id };
    const [first, second] = [await addEvidence(editor, story, body), await addEvidence(editor, story, body)];
    await withdraw(editor, 'evidence', first);
    expect((await erased('evidence', first)).gone.files).toBe(0);
    await editor.get(`/api/files/${shared.id}`).expect(200);
    await withdraw(editor, 'evidence', second);
    expect((await erased('evidence', second)).gone.files).toBe(1);
    refusal(await editor.get(`/api/files/${shared.id}`), 'NOT_FOUND');
  });

  test('cannot be given a page while it is erased, nor cited', async () => {
    const evidence = await addEvidence(editor, story, PAGE);
    const claim = await mark(editor, story, '120 passengers');
    await withdraw(editor, 'evidence', evidence);
    await erased('evidence', evidence);
    refusal(await editor.put(`/api/evidence/${evidence.id}/snapshot`, { version: 3, text: 'x' }), 'ERASED');
    const cited = { evidenceId: evidence.id, stance: 'supports' };
    refusal(await editor.post(`/api/claims/${claim.id}/citations`, cited), 'WITHDRAWN');
  });
});

test('a citation leaves no word, and its evidence stays', async () => {
  const claim = await mark(editor, story, '120 passengers');
  const evidence = await addEvidence(editor, story);
  const citation = await cite(editor, claim, { evidenceId: evidence.id, quote: word, locator: word });
  await withdraw(editor, 'citations', citation);
  expect(await traces()).toEqual(['citations.locator', 'citations.quote', 'event_payloads.payload']);
  expect((await erased('citation', citation)).gone).toMatchObject({ citations: 1, evidence: 0, payloads: 2 });
  expect(await traces()).toEqual([]);
  const listed = answer(ListEvidence, await editor.get(`/api/articles/${story.id}/evidence`)).items;
  expect(listed.map(({ title }) => title)).toEqual([evidence.title]);
  refusal(await editor.post(`/api/citations/${citation.id}/restore`), 'ERASED');
});

test('what a story brought along says of it goes too, from the newsrooms that it came through', async () => {
  const claim = await mark(editor, story, '120 passengers');
  await comment(editor, claim, `Ask ${word}`);
  await comment(editor, await mark(editor, story, 'Nobody knows'), 'Who counted?');
  const once = underOtherIds((await exportedStory(editor, story)).document);
  await importedStory(editor, once);
  const twice = underOtherIds((await exportedStory(editor, { id: once.story.article.id })).document);
  const { id } = await importedStory(editor, twice);
  story = { ...story, id };
  const said = twice.story.comments.find(({ body }) => body.includes(word));
  const [theirs] = twice.story.claims.filter((one) => one.id === said?.claimId);
  if (theirs === undefined) throw new Error('the claim came along');
  await withdraw(editor, 'claims', theirs);
  const kept = async () => {
    const { rows } = await desk.db.pool.query<{ manifest: string }>(
      'SELECT manifest::text FROM story_histories WHERE article_id = $1',
      [id],
    );
    return rows[0]?.manifest ?? '';
  };
  expect((await kept()).split(word)).toHaveLength(2);
  await erased('claim', theirs);
  expect(await kept()).not.toContain(word);
  expect(await kept()).toContain('Who counted?');
});

describe('it is refused, and nothing has changed', () => {
  let claim: Claim;
  beforeEach(async () => {
    claim = await mark(editor, story, '120 passengers');
  });
  /** The code that `act` is answered with; history is what it was. */
  const refused = async (
    act: () => ReturnType<Person['get']>,
    code: Parameters<typeof refusal>[1],
  ): Promise<void> => {
    const before = await history();
    refusal(await act(), code);
    expect(await history()).toEqual(before);
  };

  test('of what is not in the bin', async () => {
    await refused(() => erase('claim', claim, 1), 'NOT_WITHDRAWN');
    await refused(() => admin.get(`/api/bin/claim/${claim.id}/erasure`), 'NOT_WITHDRAWN');
    await refused(() => erase('story', story, 1), 'NOT_WITHDRAWN');
    await refused(() => erase('comment', claim, 1), 'NOT_FOUND');
    await refused(() => erase('claim', { id: uuidv7() }, 1), 'NOT_FOUND');
    await refused(() => erase('source', claim, 1), 'NOT_FOUND');
  });

  test('to everybody but admins, and to admins who may not see the story', async () => {
    await withdraw(editor, 'claims', claim);
    for (const who of [editor, reviewer]) {
      await refused(() => erase('claim', claim, 2, who), 'NEEDS_ADMIN');
      await refused(() => who.get(`/api/bin/claim/${claim.id}/erasure`), 'NEEDS_ADMIN');
    }
    expect((await bin(admin)).map(({ can }) => can)).toEqual([['restore', 'erase']]);
    expect((await bin(reviewer)).map(({ can }) => can)).toEqual([['restore']]);
    await editor.patch(`/api/articles/${story.id}`, { version: 1, access: 'restricted' }).expect(200);
    await refused(() => erase('claim', claim, 2), 'NOT_FOUND');
  });

  test('with an older version, or without a reason', async () => {
    await withdraw(editor, 'claims', claim);
    await editor.post(`/api/claims/${claim.id}/restore`).expect(200);
    await withdraw(editor, 'claims', claim);
    const stale = await erase('claim', claim, 2);
    refusal(stale, 'STALE_VERSION');
    expect(stale.body.current).toEqual(await preview('claim', claim));
    await refused(() => erase('claim', claim, 2), 'STALE_VERSION');
    for (const reason of ['', ' \n', undefined])
      await refused(() => admin.delete(`/api/bin/claim/${claim.id}`, { version: 4, reason }), 'INVALID');
  });

  test('of what is in a story that lies in the bin itself', async () => {
    await withdraw(editor, 'claims', claim);
    await editor.delete(`/api/articles/${story.id}?version=1`).expect(200);
    refusal(await erase('claim', claim, 2), 'STORY_WITHDRAWN');
  });
});

describe('repeated', () => {
  test('with its key, nothing happens twice; by two at once, once', async () => {
    const claim = await mark(editor, story, '120 passengers');
    await withdraw(editor, 'claims', claim);
    const send = () => erase('claim', claim, 2).set('Idempotency-Key', `erase-${claim.id}`);
    const first = answer(Erase, await send());
    expect(answer(Erase, await send())).toEqual(first);
    const gone = await mark(editor, story, 'Nobody knows');
    await withdraw(editor, 'claims', gone);
    const both = await Promise.all([erase('claim', gone, 2), erase('claim', gone, 2)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await history()).filter(({ type }) => type === 'claim.erased')).toHaveLength(2);
    expect(await isWhole()).toEqual([]);
  });
});

describe('in the database', () => {
  const inTransaction = async (name: string | null, statement: string, values: unknown[]) => {
    const client = await desk.db.pool.connect();
    try {
      await client.query('BEGIN');
      if (name !== null) await client.query(`SELECT set_config('claimdesk.erasing', $1, true)`, [name]);
      return await client.query(statement, values);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  };

  test('kept pages, texts and their sentences go only where their story was named, and change never', async () => {
    const evidence = await addEvidence(editor, story);
    await editor.put(`/api/evidence/${evidence.id}/snapshot`, { version: 1, text: 'x' }).expect(200);
    const pages = 'DELETE FROM snapshots WHERE evidence_id = $1';
    const sentences = 'DELETE FROM sentences WHERE article_id = $1';
    for (const name of [null, '', `story:${uuidv7()}`, `${story.id}:1`]) {
      await expect(inTransaction(name, pages, [evidence.id])).rejects.toMatchObject({ code: '23001' });
      await expect(inTransaction(name, sentences, [story.id])).rejects.toMatchObject({ code: '23001' });
    }
    await editor.delete(`/api/articles/${story.id}?version=1`).expect(200);
    expect((await inTransaction(`story:${story.id}`, pages, [evidence.id])).rowCount).toBe(1);
    expect((await inTransaction(`story:${story.id}`, sentences, [story.id])).rowCount).toBeGreaterThan(1);
    for (const table of ['revisions', 'sentences'])
      await expect(
        inTransaction(`story:${story.id}`, `UPDATE ${table} SET text = 'x' WHERE article_id = $1`, [
          story.id,
        ]),
      ).rejects.toMatchObject({ code: '23001' });
  });
});
