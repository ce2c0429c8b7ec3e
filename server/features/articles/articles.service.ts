/** Bringing stories in, and changing what surrounds their text. */
import { uuidv7 } from 'uuidv7';
import type {
  ArticlePreview,
  CreateArticle,
  EditArticle,
  PreviewArticle,
  SetMembers,
} from '../../contract/articles.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { EventType } from '../../contract/history.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Database, Tx } from '../../database/client.ts';
import { appendEvent, difference } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { type Actor, mayDoArticle, mayDoPerson } from '../../domain/claims/permissions.ts';
import type { StoryReading } from '../../domain/text/story.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { lockArticle } from './access.ts';
import { presentArticle } from './articles.presenter.ts';
import {
  type ArticleRow,
  selectMemberIds,
  selectOptionalArticle,
  selectSameText,
} from './articles.queries.ts';
import { insertRevision, searchedWords, sha256, understand } from './stored-text.ts';

type ArticleServices = Pick<Services, 'db' | 'historyKey'>;

/**
 * What a pasted text would be stored as.
 *
 * @throws Refusal TOO_LARGE, EMPTY_STORY, NOT_TEXT
 */
export async function previewArticle(
  db: Database,
  user: Actor,
  { text = '', file: _file, ...corrections }: BodyOf<typeof PreviewArticle>,
): Promise<ArticlePreview> {
  const story = understand({ ...corrections, text });
  const same = await selectSameText(db.prisma, user, sha256(story.text));
  const sameAs = same.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  return { ...story, sameAs, file: null };
}

/** A story that came as a file. */
export interface Arrived {
  readonly story: StoryReading;
  /** Called before anything is stored; its refusal undoes the write. */
  readonly guard?: (tx: Tx) => Promise<void>;
  /** Keep the file and what it says beside the story, as the last thing that the write does. */
  readonly keep: (tx: Tx, at: { readonly articleId: string; readonly revision: number }) => Promise<void>;
}

/**
 * Bring a story in. Whoever brings in a restricted one is among its people.
 *
 * @throws Refusal NEEDS_EDITOR, TOO_LARGE, EMPTY_STORY, NOT_TEXT, UNKNOWN_REFERENCE for people who are not there
 */
export async function createArticle(
  { db, historyKey }: ArticleServices,
  write: PersonWrite,
  body: BodyOf<typeof CreateArticle>,
  arrived?: Arrived,
): Promise<Done> {
  const { user, at } = write;
  const id = body.id ?? uuidv7();
  return once(
    db,
    write,
    id,
    async (tx) => {
      const decision = mayDoPerson(user, 'create_article');
      if (!decision.allowed) throw new Refusal(decision.code);
      await arrived?.guard?.(tx);
      const { keepFurniture, roles, join, split, text = '', language } = body;
      const story = arrived?.story ?? understand({ text, language, keepFurniture, roles, join, split });
      const fields = fieldsOf(body, story);
      const access = body.access ?? 'newsroom';
      const priority = body.priority ?? 'normal';
      const members = access === 'restricted' ? [...new Set([...(body.memberIds ?? []), user.id])] : [];
      await insertArticle(tx, { id, ...fields, access, priority }, story.text, write);
      await insertMembers(tx, id, members);
      await insertRevision(tx, { articleId: id, number: 1, story, write });
      await appendEvent(tx, historyKey, {
        stream: { kind: 'article', id },
        type: 'article.created',
        at,
        actor: user,
        data: {
          after: { ...recorded({ ...fields, access, priority }), memberIds: members },
          revision: 1,
          sha256: sha256(story.text).toString('hex'),
        },
      });
      await arrived?.keep(tx, { articleId: id, revision: 1 });
    },
    { creates: true },
  );
}

/** What the text says, unless the editor says otherwise; an explicit null says that there is none. */
function fieldsOf(body: BodyOf<typeof CreateArticle>, story: StoryReading) {
  const pick = <T>(given: T | undefined, read: T): T => (given === undefined ? read : given);
  return {
    title: body.title ?? story.title ?? UNTITLED,
    byline: pick(body.byline, story.byline),
    agency: pick(body.agency, story.agency),
    dateline: pick(body.dateline, story.dateline),
    publishedAt: dateOf(pick(body.publishedAt, story.publishedAt)),
    language: story.language,
    sourceUrl: body.sourceUrl ?? null,
    deadline: dateOf(body.deadline ?? null),
  };
}

const UNTITLED = 'Untitled story';
const dateOf = (time: string | null) => (time === null ? null : new Date(time));

interface ArticleFields extends ReturnType<typeof fieldsOf> {
  id: string;
  access: 'newsroom' | 'restricted';
  priority: 'urgent' | 'high' | 'normal' | 'low';
}

async function insertArticle(
  tx: Tx,
  a: ArticleFields,
  text: string,
  { user, at }: PersonWrite,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO articles (id, title, byline, agency, dateline, published_at, language, source_url, deadline, priority,
      access, created_by_id, created_at, search)
    VALUES (${a.id}::uuid, ${a.title}, ${a.byline}, ${a.agency}, ${a.dateline}, ${a.publishedAt}, ${a.language},
      ${a.sourceUrl}, ${a.deadline}, ${a.priority}::"Priority", ${a.access}::"Access", ${user.id}::uuid, ${at},
      search_vector(${searchedWords(a, text)}))`;
}

/** @throws Refusal UNKNOWN_REFERENCE where one of them is not a person here */
async function insertMembers(tx: Tx, articleId: string, members: readonly string[]): Promise<void> {
  const inserted = await tx.$executeRaw`
    INSERT INTO article_members (article_id, user_id)
    SELECT ${articleId}::uuid, id FROM users WHERE id = ANY(${members}::uuid[])`;
  if (inserted !== members.length) throw new Refusal('UNKNOWN_REFERENCE');
}

const EDITED = [
  'title',
  'byline',
  'agency',
  'dateline',
  'language',
  'sourceUrl',
  'priority',
  'access',
  'status',
] as const;

/**
 * Change what surrounds a story's text.
 *
 * @throws Refusal STALE_VERSION with the story as it is, NEEDS_EDITOR, ARCHIVED
 */
export async function editArticle(
  { db, historyKey }: ArticleServices,
  write: PersonWrite,
  articleId: string,
  body: BodyOf<typeof EditArticle>,
): Promise<Done> {
  const { user } = write;
  return once(db, write, articleId, async (tx) => {
    const before = await lockFor(tx, user, articleId, body.version);
    const after = { ...before };
    for (const field of EDITED) if (body[field] !== undefined) Object.assign(after, { [field]: body[field] });
    if (body.publishedAt !== undefined) after.publishedAt = dateOf(body.publishedAt);
    if (body.deadline !== undefined) after.deadline = dateOf(body.deadline);

    const type = eventOf(before.status, after.status);
    const decision = mayDoArticle(user, before, ACTION[type]);
    if (!decision.allowed) throw new Refusal(decision.code);
    const change = difference(recorded(before), recorded(after));
    if (!change.changed) return;

    await updateArticle(tx, articleId, after);
    const closes = after.access === 'restricted' && before.access === 'newsroom';
    const members = closes ? await addMember(tx, articleId, user) : null;
    await appendEvent(tx, historyKey, {
      stream: { kind: 'article', id: articleId },
      type,
      at: write.at,
      actor: user,
      data: {
        before: { ...change.before, ...members?.before },
        after: { ...change.after, ...members?.after },
      },
    });
  });
}

/**
 * Whoever closes a story to the newsroom is among its people. Those from before it was opened are so again, which
 * history tells.
 */
async function addMember(tx: Tx, articleId: string, user: Actor) {
  const before = await selectMemberIds(tx, articleId);
  await tx.$executeRaw`INSERT INTO article_members (article_id, user_id)
    VALUES (${articleId}::uuid, ${user.id}::uuid) ON CONFLICT DO NOTHING`;
  return { before: { memberIds: before }, after: { memberIds: await selectMemberIds(tx, articleId) } };
}

type EditEvent = Extract<EventType, 'article.edited' | 'article.archived' | 'article.unarchived'>;
const ACTION = {
  'article.edited': 'edit',
  'article.archived': 'archive',
  'article.unarchived': 'unarchive',
} as const;

function eventOf(before: string, after: string): EditEvent {
  if (before === after) return 'article.edited';
  return after === 'archived' ? 'article.archived' : 'article.unarchived';
}

async function updateArticle(tx: Tx, id: string, a: Awaited<ReturnType<typeof lockFor>>): Promise<void> {
  const [revision] = await tx.$queryRaw<{ text: string }[]>`
    SELECT text FROM revisions WHERE article_id = ${id}::uuid AND number = ${a.currentRevision}`;
  await tx.$executeRaw`
    UPDATE articles SET title = ${a.title}, byline = ${a.byline}, agency = ${a.agency}, dateline = ${a.dateline},
      published_at = ${a.publishedAt}, language = ${a.language}, source_url = ${a.sourceUrl}, deadline = ${a.deadline},
      priority = ${a.priority}::"Priority", access = ${a.access}::"Access", status = ${a.status}::"ArticleStatus",
      search = search_vector(${searchedWords(a, revision?.text ?? '')}), version = version + 1
    WHERE id = ${id}::uuid`;
}

/**
 * Say who may see a restricted story. Whoever says so stays among them: nobody locks themselves out.
 *
 * @throws Refusal STALE_VERSION, NEEDS_EDITOR, ARCHIVED, UNKNOWN_REFERENCE
 */
export async function setMembers(
  { db, historyKey }: ArticleServices,
  write: PersonWrite,
  articleId: string,
  body: BodyOf<typeof SetMembers>,
): Promise<Done> {
  const { user } = write;
  return once(db, write, articleId, async (tx) => {
    const article = await lockFor(tx, user, articleId, body.version);
    const decision = mayDoArticle(user, article, 'set_access');
    if (!decision.allowed) throw new Refusal(decision.code);
    const before = await selectMemberIds(tx, articleId);
    const after = [...new Set([...body.memberIds, user.id])].sort();
    if (before.join() === after.join()) return;
    await tx.$executeRaw`DELETE FROM article_members WHERE article_id = ${articleId}::uuid`;
    await insertMembers(tx, articleId, after);
    await tx.$executeRaw`UPDATE articles SET version = version + 1 WHERE id = ${articleId}::uuid`;
    await appendEvent(tx, historyKey, {
      stream: { kind: 'article', id: articleId },
      type: 'article.members_set',
      at: write.at,
      actor: user,
      data: { before: { memberIds: before }, after: { memberIds: after } },
    });
  });
}

/** Lock a story and hold the writer to the version they saw. */
async function lockFor(tx: Tx, user: Actor, articleId: string, version: number) {
  await lockArticle(tx, user, articleId);
  const row = await selectOptionalArticle(tx, user, articleId);
  if (row === undefined) throw new Refusal('NOT_FOUND');
  if (row.version !== version)
    throw new Refusal('STALE_VERSION', { current: await presentArticle(tx, user, articleId) });
  return row;
}

type RecordedFields = Omit<
  ArticleRow,
  'id' | 'version' | 'head' | 'createdAt' | 'createdById' | 'currentRevision'
>;

/** The fields of a story that history tells. */
function recorded(of: Partial<RecordedFields> & Pick<RecordedFields, 'publishedAt' | 'deadline'>) {
  const { title, byline, agency, dateline, language, sourceUrl, priority, access, status } = of;
  const plain = { title, byline, agency, dateline, language, sourceUrl, priority, access, status };
  return {
    ...plain,
    publishedAt: of.publishedAt?.toISOString() ?? null,
    deadline: of.deadline?.toISOString() ?? null,
  };
}
