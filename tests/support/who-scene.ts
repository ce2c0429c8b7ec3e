/** Things for the table of who may what: each made by one person, in a story of one state. */
import { uuidv7 } from 'uuidv7';
import { GetArticle } from '../../server/contract/articles.ts';
import type { Claim } from '../../server/contract/claims.ts';
import type { Source } from '../../server/contract/sources.ts';
import { addEvidence, cite, claimNow, comment } from './attached.ts';
import { flagPath } from './audit.ts';
import { CASUALTY, createStory, mark, review, STORY, type Story, verify } from './claims.ts';
import { answer } from './contract.ts';
import type { Desk, Person } from './desk.ts';
import { asBytes, exportIdOf } from './exports.ts';
import { attach } from './files.ts';
import { turned } from './handed-out.ts';
import { invite } from './people.ts';
import { reworded } from './reworded.ts';
import { signOff } from './sign-off.ts';
import { addSource, keep, merge } from './sources.ts';
import { exportedStory, importedStory, underOtherIds } from './stories.ts';
import { inJson } from './story-files.ts';
import { suggested } from './suggestions.ts';
import { addWebhook } from './webhooks.ts';
import type { Whose } from './who-table.ts';

/** Those whose things are the asker's own; the others' are one colleague's. */
export const OWN: ReadonlySet<Whose> = new Set<Whose>([
  ...(['own', 'signed off', 'archived', 'withdrawn'] as const),
]);

/** What a request names: ids by the name of the parameter, and what its body says it saw. */
export interface Thing {
  readonly ids: Readonly<Record<string, string>>;
  readonly version: number;
  readonly story?: Story;
}

/** What can be asked for. */
export type Kind = keyof typeof MAKERS;

export interface Staff {
  readonly desk: Desk;
  /** Owns what is another's. */
  readonly colleague: Person;
  /** Reviews what others verified. */
  readonly second: Person;
  readonly admin: Person;
}

export interface Scene extends Staff {
  readonly whose: Whose;
  readonly owner: Person;
  /** Who asks. */
  readonly asker: Person;
  /** Where claims and what hangs on them are made; signed off or archived once they are, where the state says so. */
  readonly story: Story;
  /** What was made before the story was signed off or archived. */
  readonly kept: Map<string, Thing>;
}

const CLOSED: ReadonlySet<Whose> = new Set<Whose>(['signed off', 'archived']);

const from = (name: string, { id, version = 1 }: { id: string; version?: number }, story?: Story): Thing => ({
  ids: { [name]: id },
  version,
  ...(story === undefined ? {} : { story }),
});

/** A story of the scene's owner: restricted to its people where the scene says so. It came as a file. */
function storyOf({ whose, owner, second }: Pick<Scene, 'whose' | 'owner' | 'second'>): Promise<Story> {
  const access = whose === 'restricted' ? 'restricted' : 'newsroom';
  const came = { text: undefined, ...inJson(Buffer.from(STORY), 'ferry.txt') };
  const memberIds = access === 'restricted' ? { memberIds: [second.id] } : {};
  return createStory(owner, { ...came, access, ...memberIds });
}
/** Where a thing is made of which a story has one: a story of its own, as long as there can be one. */
const room = async (scene: Scene): Promise<Story> => (CLOSED.has(scene.whose) ? scene.story : storyOf(scene));

const verified = async ({ owner, story }: Scene): Promise<Claim> =>
  verify(owner, await mark(owner, story, '120 passengers'));
const passed = async (scene: Scene): Promise<Claim> => review(scene.second, await verified(scene));
/** Under a sign-off every claim is passed. */
const inCheck = (scene: Scene, open: (scene: Scene) => Promise<Claim>): Promise<Claim> =>
  scene.whose === 'signed off' ? passed(scene) : open(scene);

async function inBin({ owner, story }: Scene): Promise<Thing> {
  const { id } = await addEvidence(owner, story);
  await owner.delete(`/api/evidence/${id}?version=1`).expect(200);
  return { ids: { kind: 'evidence', itemId: id }, version: 2 };
}

const isKept = (whose: Whose): boolean => whose === 'named on it' || whose === 'not named on it';
async function sourceOf({ whose, owner, asker, colleague }: Scene): Promise<Source> {
  const made = await addSource(owner, { name: `Quay ${uuidv7()}` });
  if (!isKept(whose)) return made;
  return keep(owner, made, [colleague, ...(whose === 'named on it' ? [asker] : [])]);
}

const MAKERS = {
  nothing: async () => ({ ids: {}, version: 1 }),
  story: async (scene: Scene) => {
    const story = await room(scene);
    return { ids: { articleId: story.id, number: '1' }, version: story.version, story };
  },
  /** A story whose history is read, in the bin too. */
  past: async (scene: Scene) => {
    const story = await room(scene);
    return from('articleId', story, story);
  },
  /** A story that will be archived, or taken out of the archive. */
  shelved: async (scene: Scene) => {
    if (scene.whose === 'signed off') return from('articleId', await articleNow(scene.owner, scene.story));
    const story = await storyOf(scene);
    if (scene.whose !== 'archived') return from('articleId', story);
    await archive(scene.owner, story);
    return from('articleId', await articleNow(scene.owner, story));
  },
  /** What is taken along to another Claimdesk. */
  taken: async (scene: Scene) => {
    const story = await storyOf(scene);
    return from('articleId', story, story);
  },
  takenPassed: async (scene: Scene) => {
    const story = await storyOf(scene);
    await passed({ ...scene, story });
    return from('articleId', story, story);
  },
  /** With one claim, that its owner verified and a second person passed. */
  ready: async (scene: Scene) => {
    const story = await room(scene);
    await passed({ ...scene, story });
    return from('articleId', story, story);
  },
  signedOff: async (scene: Scene) => {
    const { second } = scene;
    if (scene.whose === 'archived') return from('articleId', scene.story, scene.story);
    const story = await storyOf(scene);
    await passed({ ...scene, story });
    await signOff(second, story);
    return from('articleId', story, story);
  },
  event: async (scene: Scene) => {
    if (!CLOSED.has(scene.whose)) return { ids: { articleId: (await room(scene)).id, seq: '1' }, version: 1 };
    erased += 1;
    return { ids: { articleId: scene.story.id, seq: String(erased) }, version: 1 };
  },
  /** A story that brought its history along. */
  elsewhere: async (scene: Scene) => {
    const { owner } = scene;
    const { document } = await exportedStory(owner, await createStory(owner));
    const { id } = await importedStory(owner, underOtherIds(document));
    if (scene.whose === 'restricted')
      await owner.patch(`/api/articles/${id}`, { version: 1, access: 'restricted' }).expect(200);
    return { ids: { articleId: id, seq: '1' }, version: 1 };
  },
  claim: async (scene: Scene) =>
    from('claimId', await inCheck(scene, ({ owner, story }) => mark(owner, story, '120 passengers'))),
  verified: async (scene: Scene) => from('claimId', await inCheck(scene, verified)),
  passed: async (scene: Scene) => from('claimId', await passed(scene)),
  /** Its words were put otherwise by a newer text. */
  expired: async (scene: Scene) =>
    from(
      'claimId',
      CLOSED.has(scene.whose) ? await passed(scene) : await reworded(scene.owner, await storyOf(scene)),
    ),
  suggestion: async (scene: Scene) => {
    const story = await room(scene);
    const { id } = await suggested(scene.owner, story, 'room');
    return { ids: { articleId: story.id, suggestionId: id }, version: 1, story };
  },
  dismissed: async (scene: Scene) => {
    const { id } = await suggested(scene.owner, await room(scene), 'moor');
    await scene.owner.post(`/api/suggestions/${id}/dismiss`).expect(200);
    return from('suggestionId', { id });
  },
  flag: async (scene: Scene) => flagIn(scene, false),
  dismissedFlag: async (scene: Scene) => flagIn(scene, true),
  evidence: async ({ owner, story }: Scene) => from('evidenceId', await addEvidence(owner, story)),
  /** What lies in the bin and is looked at; what lies there and is erased. */
  binned: inBin,
  toErase: inBin,
  snapshot: async ({ owner, story }: Scene) => {
    const { id } = await addEvidence(owner, story);
    await owner.put(`/api/evidence/${id}/snapshot`, { version: 1, text: 'The office said no.' }).expect(200);
    return from('evidenceId', { id, version: 2 });
  },
  citation: async (scene: Scene) => {
    const { owner, story } = scene;
    const evidence = await addEvidence(owner, story);
    const claim = await mark(owner, story, '120 passengers');
    const made = await cite(owner, claim, { evidenceId: evidence.id });
    if (scene.whose === 'signed off')
      await review(scene.second, await verify(owner, await claimNow(owner, claim)));
    return from('citationId', made);
  },
  file: async ({ owner, story }: Scene) => from('fileId', await attach(owner, story, Buffer.from('A list'))),
  comment: async (scene: Scene) => {
    // A story that is signed off takes no claim any more, but talk.
    const there = CLOSED.has(scene.whose) ? scene.kept.get('passed') : undefined;
    const on = there?.ids['claimId'] ?? (await inCheck(scene, verified)).id;
    return from('commentId', await comment(scene.owner, { id: on }, 'Who counted?'));
  },
  /** Handed out, and its verdict is another one now. */
  handedOut: async (scene: Scene) => {
    const { entry, claim } = await turned(scene.owner, scene.story, 'Nobody knows');
    if (scene.whose === 'signed off') await review(scene.second, await claimNow(scene.owner, claim));
    return from('verdictId', { id: entry.verdictId });
  },
  toldOf: async (scene: Scene) => {
    const { entry, claim } = await turned(scene.owner, scene.story, 'Nobody knows');
    await scene.owner.put(`/api/radar/${entry.verdictId}/told`).expect(200);
    if (scene.whose === 'signed off') await review(scene.second, await claimNow(scene.owner, claim));
    return from('verdictId', { id: entry.verdictId });
  },
  page: async (scene: Scene) => ({ ids: { articleId: scene.story.id, page: uuidv7() }, version: 1 }),
  import: async ({ owner }: Scene) => {
    const list = { name: 'wire', files: [{ path: 'a.txt', size: 8 }] };
    const { body } = await owner.post('/api/imports', list).expect(201);
    return { ids: { importId: String(body.id), number: '1' }, version: 1 };
  },
  export: async ({ owner }: Scene) => {
    const { headers } = await asBytes(owner.get('/api/exports/claims?status=all'));
    return from('exportId', { id: exportIdOf(headers) });
  },
  token: async ({ owner }: Scene) => {
    const { body } = await owner.post('/api/tokens', { name: 'Wire feed', scopes: ['stories'] }).expect(201);
    return from('tokenId', { id: String(body.token.id) });
  },
  source: async (scene: Scene) => from('sourceId', await sourceOf(scene)),
  mergedSource: async (scene: Scene) => {
    const [one, into] = [await sourceOf(scene), await sourceOf(scene)];
    await merge(scene.owner, one, into);
    return from('sourceId', { id: one.id });
  },
  person: async ({ desk, whose, asker, admin }: Scene) => {
    if (whose !== 'own') return from('userId', (await invite(admin)).user);
    const { version } = await desk.db.prisma.user.findUniqueOrThrow({ where: { id: asker.id } });
    return from('userId', { id: asker.id, version });
  },
  invitation: async ({ admin }: Scene) => from('secret', { id: (await invite(admin)).secret }),
  webhook: async ({ admin }: Scene) => from('webhookId', await addWebhook(admin)),
  delivery: async ({ admin }: Scene) => {
    const { id } = await addWebhook(admin);
    const { body } = await admin.post(`/api/webhooks/${id}/test`).expect(201);
    return from('deliveryId', { id: String(body.id) });
  },
} satisfies Readonly<Record<string, (scene: Scene) => Promise<Thing>>>;

/** The seq of the event that was erased last, of those made before a story was closed. */
let erased = 1;

async function flagIn(scene: Scene, dismissed: boolean): Promise<Thing> {
  const { owner } = scene;
  const story = CLOSED.has(scene.whose) ? scene.story : await storyOf(scene);
  const toll = await mark(owner, story, 'At least 41 people', CASUALTY);
  const path = await flagPath(owner, story);
  if (dismissed) await owner.put(path, { reason: 'The register is public.' }).expect(200);
  if (scene.whose === 'signed off') {
    const evidence = await addEvidence(owner, story);
    await cite(owner, toll, { evidenceId: evidence.id });
    await review(scene.second, await verify(owner, await claimNow(owner, toll)));
  }
  return { ids: { articleId: story.id, key: path.split('/').pop() ?? '' }, version: 1 };
}

const ON_STORIES = ['own', 'another’s', 'restricted', 'signed off', 'archived'] as const;
const AND_WITHDRAWN = [...ON_STORIES, 'withdrawn'] as const;
/** Of a thing that hangs on a story, or of the story itself. */
const WITHDRAWN_TOO: readonly Kind[] = [
  ...(['past', 'event'] as const),
  ...(['claim', 'verified', 'passed', 'expired', 'evidence', 'snapshot', 'citation', 'comment'] as const),
];
const ABOUT_NOTHING: readonly Kind[] = ['nothing', 'invitation', 'delivery', 'taken', 'takenPassed'];
const REGISTERED = ['own', 'another’s', 'named on it', 'not named on it'] as const;

/** Each of these is a row of the table. */
export function statesOf(kind: Kind): readonly Whose[] {
  if (ABOUT_NOTHING.includes(kind)) return ['-'];
  if (kind === 'webhook') return ['-', 'withdrawn'];
  if (kind === 'source' || kind === 'mergedSource') return REGISTERED;
  if (['person', 'token', 'import', 'export'].includes(kind)) return ['own', 'another’s'];
  if (kind === 'elsewhere') return ['own', 'another’s', 'restricted', 'withdrawn'];
  return WITHDRAWN_TOO.includes(kind) ? AND_WITHDRAWN : ON_STORIES;
}

/** Made anew also in a story that is closed: talk and presence go on, and an event is erased once. */
const EVER_NEW: ReadonlySet<Kind> = new Set<Kind>(['page', 'event', 'signedOff', 'shelved']);
/** Those of a story that are made before it is closed. */
const BEFORE = Object.keys(MAKERS).filter((kind): kind is Kind => {
  const states = statesOf(kind as Kind);
  return states.includes('archived') && !EVER_NEW.has(kind as Kind);
});

/** What becomes of a thing that is withdrawn. */
const PATH_OF: Readonly<Record<string, string>> = {
  articleId: 'articles',
  claimId: 'claims',
  evidenceId: 'evidence',
  citationId: 'citations',
  commentId: 'comments',
  webhookId: 'webhooks',
};

const SUGGESTED: readonly Kind[] = ['suggestion', 'dismissed'];

const articleNow = async (as: Person, { id }: { id: string }) =>
  answer(GetArticle, await as.get(`/api/articles/${id}`));

async function archive(as: Person, story: { id: string }): Promise<void> {
  const { version } = await articleNow(as, story);
  await as.patch(`/api/articles/${story.id}`, { version, status: 'archived' }).expect(200);
}

/** The story of a scene, and all that has to be there before it is closed. */
export async function sceneOf(given: Omit<Scene, 'story' | 'kept'>): Promise<Scene> {
  const scene = { ...given, kept: new Map<string, Thing>(), story: await storyOf(given) };
  if (!CLOSED.has(scene.whose)) return scene;
  // Suggestions first: words that are marked are suggested no more.
  for (const kind of [...SUGGESTED, ...BEFORE.filter((own) => !SUGGESTED.includes(own))])
    scene.kept.set(kind, await MAKERS[kind](scene));
  if (scene.whose === 'signed off') await signOff(scene.second, scene.story);
  else await archive(scene.owner, scene.story);
  for (const [kind, thing] of scene.kept)
    if (thing.story !== undefined)
      scene.kept.set(kind, { ...thing, version: (await articleNow(scene.owner, thing.story)).version });
  return scene;
}

/** A thing to ask about: its own, where that can be. */
export async function thingOf(scene: Scene, kind: Kind): Promise<Thing> {
  const closed = CLOSED.has(scene.whose) && !EVER_NEW.has(kind);
  const talk = kind === 'comment' && scene.whose === 'signed off';
  const kept = closed && !talk ? scene.kept.get(kind) : undefined;
  const thing: Thing = kept ?? (await MAKERS[kind](scene));
  if (scene.whose !== 'withdrawn') return thing;
  const [[name = '', id = ''] = []] = Object.entries(thing.ids);
  const as = name === 'webhookId' ? scene.admin : scene.owner;
  await as.delete(`/api/${PATH_OF[name]}/${id}?version=${thing.version}`).expect(200);
  return { ...thing, version: thing.version + 1 };
}
