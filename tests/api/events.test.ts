/** Every type of event of the contract is written by its action, by whoever acted, and by nothing else. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test } from 'vitest';
import type { Claim } from '../../server/contract/claims.ts';
import { EventType } from '../../server/contract/history.ts';
import { addEvidence, cite, claimNow, comment } from '../support/attached.ts';
import { flagPath } from '../support/audit.ts';
import { CASUALTY, createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { attach } from '../support/files.ts';
import { turned } from '../support/handed-out.ts';
import { accept, CHOSEN, invite, newPerson } from '../support/people.ts';
import { reworded } from '../support/reworded.ts';
import { receiveRevision, signedOffStory, signOffPath } from '../support/sign-off.ts';
import { exportedStory, importedStory, underOtherIds } from '../support/stories.ts';
import { bringIn, ninjsItem } from '../support/story-files.ts';
import { ferryExtractor, suggested } from '../support/suggestions.ts';
import { addWebhook, deliverer, receiver } from '../support/webhooks.ts';

const desk = useDesk({ extractor: ferryExtractor });
let admin: Person;
let editor: Person;
let reviewer: Person;
let story: Story;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  story = await createStory(editor);
});

/** What was done: on which stream, by whom; and what the same write tells after it, if anything. */
interface Deed {
  readonly stream: string;
  readonly by: string;
  readonly followedBy?: EventType;
}
const byEditor = (stream: string): Deed => ({ stream, by: editor.id });
const done = async (request: ReturnType<Person['get']>) => {
  const { body, status, text } = await request;
  expect(status, text).toBeLessThan(300);
  return body;
};

const marked = () => mark(editor, story, '120 passengers');
const verified = async () => verify(editor, await marked());
const passed = async () => review(reviewer, await verified());
const at = ({ id, version }: { id: string; version: number }, kind: string) =>
  `/api/${kind}/${id}?version=${version}`;
const onClaim = async (act: (claim: Claim, path: string) => Promise<unknown>, make = marked) => {
  const claim = await make();
  await act(claim, `/api/claims/${claim.id}`);
  return byEditor(story.id);
};
const onEvidence = async (act: (evidence: { id: string; version: number }) => Promise<unknown>) => {
  await act(await addEvidence(editor, story));
  return byEditor(story.id);
};
const onCitation = async (act: (citation: { id: string; version: number }) => Promise<unknown>) => {
  const evidence = await addEvidence(editor, story);
  await act(await cite(editor, await marked(), { evidenceId: evidence.id }));
  return byEditor(story.id);
};
const onComment = async (act: (said: { id: string; version: number }) => Promise<unknown>) => {
  await act(await comment(editor, await marked(), 'Who counted?'));
  return byEditor(story.id);
};
const onStory = async (act: (made: Story) => Promise<unknown>, body: object = {}) => {
  const made = await createStory(editor, body);
  await act(made);
  return byEditor(made.id);
};
const onPerson = async (...changes: object[]) => {
  const { user } = await invite(admin);
  for (const [index, change] of changes.entries())
    await done(admin.patch(`/api/users/${user.id}`, { version: index + 1, ...change }));
  return { stream: user.id, by: admin.id };
};
const erase = (kind: string, id: string, version = 2) =>
  done(admin.delete(`/api/bin/${kind}/${id}`, { version, reason: 'A court says so.' }));
/** Somebody withdrew it, and an admin erased it. */
const erased = async (kind: string, path: string, { id }: { id: string }) => {
  await done(editor.delete(`/api/${path}/${id}?version=1`));
  await erase(kind, id);
};
const byAdmin = ({ stream }: Deed): Deed => ({ stream, by: admin.id });
const onWebhook = async (act: (path: string) => Promise<unknown>) => {
  const { id } = await addWebhook(admin);
  await act(`/api/webhooks/${id}`);
  return { stream: id, by: admin.id };
};
const named = () => ({ name: `Harbour office ${uuidv7()}`, kind: 'organisation' });
const source = () => done(editor.post('/api/sources', named()));
/** An entry that is merged into another, which stays. */
const merged = async (entry: { id: string }) => {
  const survivor = await source();
  await done(editor.post(`/api/sources/${entry.id}/merge`, { into: survivor.id }));
  return survivor;
};
const kept = async (...readers: readonly Person[][]) => {
  const { id } = await source();
  for (const [index, named] of readers.entries())
    await done(
      editor.put(`/api/sources/${id}/confidential`, {
        version: index + 1,
        description: 'a port official',
        readerIds: named.map((person) => person.id),
      }),
    );
  return id;
};

/** A newer text: with a line more, or nothing of what it said. */
const newer = ({ revision }: Pick<Story, 'revision'>, line: string | null) => ({
  baseRevision: revision.number,
  text: line === null ? 'Storm over\n\nThe sea is calm again.' : `${revision.text}\n\n${line}`,
});

const DEEDS: Readonly<Record<EventType, () => Promise<Deed>>> = {
  'article.created': async () => onStory(async () => {}),
  'article.imported': async () => {
    const { document } = await exportedStory(editor, await createStory(editor));
    const { id } = await importedStory(editor, underOtherIds(document));
    return byEditor(id);
  },
  'article.edited': () =>
    onStory(({ id }) => done(editor.patch(`/api/articles/${id}`, { version: 1, title: 'x' }))),
  'article.archived': () =>
    onStory(({ id }) => done(editor.patch(`/api/articles/${id}`, { version: 1, status: 'archived' }))),
  'article.unarchived': () =>
    onStory(async ({ id }) => {
      await done(editor.patch(`/api/articles/${id}`, { version: 1, status: 'archived' }));
      await done(editor.patch(`/api/articles/${id}`, { version: 2, status: 'checking' }));
    }),
  'article.withdrawn': () => onStory((made) => done(editor.delete(at(made, 'articles')))),
  'article.restored': () =>
    onStory(async (made) => {
      await done(editor.delete(at(made, 'articles')));
      await done(editor.post(`/api/articles/${made.id}/restore`));
    }),
  'article.members_set': () => {
    const memberIds = [reviewer.id];
    return onStory(({ id }) => done(editor.put(`/api/articles/${id}/members`, { version: 1, memberIds })), {
      access: 'restricted',
    });
  },
  'article.signed_off': async () => {
    const { id } = await signedOffStory({ editor, reviewer });
    return { stream: id, by: reviewer.id };
  },
  'article.reopened': async () => {
    const signed = await signedOffStory({ editor, reviewer });
    await done(reviewer.delete(signOffPath(signed), { reason: 'A new toll.' }));
    return { stream: signed.id, by: reviewer.id };
  },
  'article.sign_off_voided': async () => {
    const signed = await signedOffStory({ editor, reviewer });
    await receiveRevision(editor, signed, 'A second text came in.');
    return { ...byEditor(signed.id), followedBy: 'article.revised' };
  },
  'article.revised': () =>
    onStory((story) => done(editor.post(`/api/articles/${story.id}/revisions`, newer(story, 'It is cold.')))),
  'claim.replaced': () =>
    onStory(async (story) => {
      await mark(editor, story, '120 passengers');
      await done(editor.post(`/api/articles/${story.id}/revisions`, newer(story, null)));
    }),
  'claim.marked': () => onClaim(async () => {}),
  'claim.edited': () => onClaim((_claim, path) => done(editor.patch(path, { version: 1, summary: 'x' }))),
  'claim.withdrawn': () => onClaim((claim) => done(editor.delete(at(claim, 'claims')))),
  'claim.restored': () =>
    onClaim(async (claim, path) => {
      await done(editor.delete(at(claim, 'claims')));
      await done(editor.post(`${path}/restore`));
    }),
  'verdict.given': () => onClaim((claim) => verify(editor, claim)),
  'verdict.confirmed': () =>
    onStory(async (made) => {
      const { id, version } = await reworded(editor, made);
      await done(editor.post(`/api/claims/${id}/verdict/confirm`, { version }));
    }),
  'verdict.taken_back': () =>
    onClaim((_claim, path) => done(editor.delete(`${path}/verdict?version=2`)), verified),
  'verdict.desk_told': async () => {
    const { entry } = await turned(editor, story);
    await done(reviewer.put(`/api/radar/${entry.verdictId}/told`));
    return { stream: story.id, by: reviewer.id };
  },
  'verdict.desk_untold': async () => {
    const path = `/api/radar/${(await turned(editor, story)).entry.verdictId}/told`;
    await done(editor.put(path));
    await done(reviewer.delete(path));
    return { stream: story.id, by: reviewer.id };
  },
  'review.passed': async () => {
    await passed();
    return { stream: story.id, by: reviewer.id };
  },
  'review.returned': async () => {
    const body = { decision: 'returned', reasonCode: 'other', note: 'Which register?' };
    await review(reviewer, await verified(), body);
    return { stream: story.id, by: reviewer.id };
  },
  'review.taken_back': async () => {
    await done(reviewer.delete(`/api/claims/${(await passed()).id}/review?version=3`));
    return { stream: story.id, by: reviewer.id };
  },
  'review.reopened': () =>
    onClaim((claim) => cite(editor, claim, { evidence: { kind: 'document', title: 'Register' } }), passed),
  'evidence.added': () => onEvidence(async () => {}),
  'evidence.edited': () =>
    onEvidence(({ id }) => done(editor.patch(`/api/evidence/${id}`, { version: 1, title: 'x' }))),
  'evidence.withdrawn': () => onEvidence((evidence) => done(editor.delete(at(evidence, 'evidence')))),
  'evidence.restored': () =>
    onEvidence(async (evidence) => {
      await done(editor.delete(at(evidence, 'evidence')));
      await done(editor.post(`/api/evidence/${evidence.id}/restore`));
    }),
  'evidence.snapshot_taken': () =>
    onEvidence(({ id }) =>
      done(editor.put(`/api/evidence/${id}/snapshot`, { version: 1, text: 'The office said no.' })),
    ),
  'article.arrived': async () => byEditor((await bringIn(editor, ninjsItem())).id),
  'claim.erased': async () => byAdmin(await onClaim((claim) => erased('claim', 'claims', claim))),
  'evidence.erased': async () =>
    byAdmin(await onEvidence((evidence) => erased('evidence', 'evidence', evidence))),
  'citation.erased': async () =>
    byAdmin(await onCitation((citation) => erased('citation', 'citations', citation))),
  'comment.erased': async () => byAdmin(await onComment((said) => erased('comment', 'comments', said))),
  'article.erased': async () => byAdmin(await onStory((made) => erased('story', 'articles', made))),
  'file.attached': () => onStory((made) => attach(editor, made, Buffer.from('A list of names'))),
  'citation.added': () => onCitation(async () => {}),
  'citation.edited': () =>
    onCitation(({ id }) => done(editor.patch(`/api/citations/${id}`, { version: 1, locator: 'p. 2' }))),
  'citation.withdrawn': () => onCitation((citation) => done(editor.delete(at(citation, 'citations')))),
  'citation.restored': () =>
    onCitation(async (citation) => {
      await done(editor.delete(at(citation, 'citations')));
      await done(editor.post(`/api/citations/${citation.id}/restore`));
    }),
  'comment.added': () => onComment(async () => {}),
  'comment.edited': () =>
    onComment(({ id }) => done(editor.patch(`/api/comments/${id}`, { version: 1, body: 'x' }))),
  'comment.resolved': () =>
    onComment(({ id }) => done(editor.patch(`/api/comments/${id}`, { version: 1, resolved: true }))),
  'comment.reopened': () =>
    onComment(async ({ id }) => {
      await done(editor.patch(`/api/comments/${id}`, { version: 1, resolved: true }));
      await done(editor.patch(`/api/comments/${id}`, { version: 2, resolved: false }));
    }),
  'comment.withdrawn': () => onComment((said) => done(editor.delete(at(said, 'comments')))),
  'comment.restored': () =>
    onComment(async (said) => {
      await done(editor.delete(at(said, 'comments')));
      await done(editor.post(`/api/comments/${said.id}/restore`));
    }),
  'flag.dismissed': () =>
    onStory(async (made) => {
      await mark(editor, made, 'At least 41 people died', CASUALTY);
      await done(editor.put(await flagPath(editor, made), { reason: 'The register is public.' }));
    }),
  'suggestion.dismissed': () =>
    onStory(async (made) => {
      const { id } = await suggested(editor, made, 'toll');
      await done(editor.post(`/api/suggestions/${id}/dismiss`));
    }),
  'suggestion.restored': () =>
    onStory(async (made) => {
      const { id } = await suggested(editor, made, 'toll');
      await done(editor.post(`/api/suggestions/${id}/dismiss`));
      await done(editor.post(`/api/suggestions/${id}/restore`));
    }),
  'flag.restored': () =>
    onStory(async (made) => {
      await mark(editor, made, 'At least 41 people died', CASUALTY);
      const path = await flagPath(editor, made);
      await done(editor.put(path, { reason: 'The register is public.' }));
      await done(editor.delete(path));
    }),
  'payload.erased': async () => {
    const { id } = await createStory(editor);
    await done(admin.delete(`/api/articles/${id}/history/1`, { reason: 'A court says so.' }));
    return { stream: id, by: admin.id };
  },
  'payload.erased_elsewhere': async () => {
    const document = underOtherIds((await exportedStory(editor, await createStory(editor))).document);
    await done(editor.post('/api/stories', document));
    const { id } = document.story.article;
    await done(admin.delete(`/api/articles/${id}/history/elsewhere/1`, { reason: 'A court says so.' }));
    return { stream: id, by: admin.id };
  },
  'source.added': async () => byEditor((await done(editor.post('/api/sources', named()))).id),
  'source.edited': async () => {
    const { id } = await done(editor.post('/api/sources', named()));
    await done(editor.patch(`/api/sources/${id}`, { version: 1, note: 'At the pier' }));
    return byEditor(id);
  },
  'claim.source_moved': async () => {
    const entry = await source();
    await mark(editor, story, '120 passengers', { kind: 'source', details: { sourceId: entry.id } });
    await merged(entry);
    return byEditor(story.id);
  },
  'source.merged': async () => byEditor((await merged(await source())).id),
  'source.unmerged': async () => {
    const entry = await source();
    await merged(entry);
    await done(editor.post(`/api/sources/${entry.id}/unmerge`));
    return byEditor(entry.id);
  },
  'source.made_confidential': async () => byEditor(await kept([editor])),
  'source.readers_set': async () => byEditor(await kept([editor], [editor, reviewer])),
  'source.made_open': async () => {
    const id = await kept([editor]);
    await done(editor.delete(`/api/sources/${id}/confidential?version=2`));
    return byEditor(id);
  },
  'source.identity_read': async () => {
    const id = await kept([editor]);
    await done(editor.post(`/api/sources/${id}/identity`));
    return byEditor(id);
  },
  'person.added': () => onPerson(),
  'person.joined': async () => {
    const { user, secret } = await invite(admin);
    await done(accept(desk, secret));
    return { stream: user.id, by: user.id };
  },
  'person.edited': () => onPerson({ role: 'viewer' }),
  'person.deactivated': () => onPerson({ active: false }),
  'person.reactivated': () => onPerson({ active: false }, { active: true }),
  'person.password_changed': async () => {
    const someone = await desk.person('viewer');
    await done(someone.put('/api/me/password', { current: someone.password, next: CHOSEN }));
    return { stream: someone.id, by: someone.id };
  },
  'person.token_made': async () => {
    await done(editor.post('/api/tokens', { name: 'Wire feed', scopes: ['stories'] }));
    return byEditor(editor.id);
  },
  'person.token_revoked': async () => {
    const { token } = await done(editor.post('/api/tokens', { name: 'Wire feed', scopes: ['stories'] }));
    await done(editor.delete(`/api/tokens/${token.id}`));
    return byEditor(editor.id);
  },
  'webhook.added': () => onWebhook(async () => {}),
  'webhook.edited': () => onWebhook((path) => done(admin.patch(path, { version: 1, active: false }))),
  'webhook.withdrawn': () => onWebhook((path) => done(admin.delete(`${path}?version=1`))),
  'webhook.restored': () =>
    onWebhook(async (path) => {
      await done(admin.delete(`${path}?version=1`));
      await done(admin.post(`${path}/restore`));
    }),
  'webhook.secret_made': () => onWebhook((path) => done(admin.post(`${path}/secret`, { version: 1 }))),
  'webhook.tested': () => onWebhook((path) => done(admin.post(`${path}/test`))),
  'webhook.redelivered': () =>
    onWebhook(async (path) => {
      const { id } = await done(admin.post(`${path}/test`));
      await deliverer(desk, receiver().send).deliverDue();
      await done(admin.post(`/api/webhook-deliveries/${id}/redeliver`));
    }),
  'webhook.stopped': async () => {
    const { stream } = await onWebhook((path) => done(admin.post(`${path}/test`)));
    await deliverer(desk, async () => ({ status: 410, asked: null })).deliverDue();
    return { stream, by: stream };
  },
  'person.reset_asked': async () => {
    const { user } = await done(admin.post('/api/users', { ...newPerson(), password: CHOSEN }));
    await done(admin.post(`/api/users/${user.id}/reset`));
    return { stream: user.id, by: admin.id };
  },
};

test.each(EventType.options)('%s', async (type) => {
  const { stream, by, followedBy } = await DEEDS[type]();
  const expected = followedBy === undefined ? [type] : [followedBy, type];
  const last = await desk.db.prisma.event.findMany({
    where: { streamId: stream },
    orderBy: { seq: 'desc' },
    take: expected.length,
  });
  expect(last).toMatchObject(expected.map((told) => ({ type: told, actorId: by })));
});

test('nothing is told of what was only read or refused', async () => {
  const claim = await passed();
  const events = () => desk.db.prisma.event.count();
  const before = await events();
  await claimNow(editor, claim);
  await editor.get(`/api/claims/${claim.id}/history`).expect(200);
  await editor.get('/api/exports/claims?status=all').expect(200);
  await editor.post('/api/articles/preview', { text: story.revision.text }).expect(200);
  await editor.put(`/api/claims/${claim.id}/review`, { version: 3, decision: 'passed' }).expect(403);
  await editor.patch(`/api/claims/${claim.id}`, { version: 2, summary: 'x' }).expect(409);
  await editor.patch(`/api/claims/${claim.id}`, { version: 3, summary: '' }).expect(422);
  expect(await events()).toBe(before);
});
