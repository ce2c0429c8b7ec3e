/** Bringing files in: as new stories, or as the next revisions of those that are here. */
import type { ArticlePreview, CreateArticle, PreviewArticle } from '../../contract/articles.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Arrives, FileReading, StoryFile } from '../../contract/story-files.ts';
import type { Queryable, Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { type Actor, mayDoPerson } from '../../domain/claims/permissions.ts';
import { arrives } from '../../domain/exchange/in/arrives.ts';
import { isSameSite } from '../../domain/exchange/in/fetched.ts';
import { wordsOf } from '../../domain/exchange/in/model.ts';
import { putTogether } from '../../domain/exchange/in/put-together.ts';
import type { StoryCorrections, StoryReading } from '../../domain/text/story.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { selectSameText } from '../articles/articles.queries.ts';
import { type Arrived, createArticle } from '../articles/articles.service.ts';
import { asStored, sha256 } from '../articles/stored-text.ts';
import { keepBytes } from '../files/file-store.ts';
import { holdFiles, keepingFiles } from '../files/kept-files.ts';
import { reviseArticle } from '../revisions/revise.service.ts';
import { type Known, selectKnown } from './arrivals.queries.ts';
import { type ReadFile, readStoryFile } from './story-file.ts';

type ArrivalServices = Pick<Services, 'db' | 'historyKey' | 'filesDir' | 'readFile'>;
type WithFile<B> = B & { readonly file: StoryFile };

/**
 * What a file would be stored as, and what it would do to the story of its identifier.
 *
 * @throws Refusal as `readStoryFile` does; EMPTY_STORY, NOT_TEXT
 */
export async function previewFile(
  { db, readFile }: Pick<Services, 'db' | 'readFile'>,
  user: Actor,
  { file, ...corrections }: WithFile<BodyOf<typeof PreviewArticle>>,
): Promise<ArticlePreview> {
  const read = await readStoryFile(readFile, file);
  const known = await knownOf(db.prisma, user, read);
  const story = storyOf(read, corrections, known);
  const same = await selectSameText(db.prisma, user, sha256(story.text));
  return {
    ...story,
    sameAs: same
      .filter(({ id }) => id !== known?.id)
      .map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    file: {
      ...read.facts,
      sourceUrl: read.imported.sourceUrl,
      arrives: arrivesAs(known, read),
      here: known === undefined ? null : hereOf(known),
    },
  };
}

/**
 * The story that a file is a version of. Whoever answers at an address may call its story anything: by what it says beyond
 * its own site a story is found only that came from that site as well.
 */
async function knownOf(db: Queryable, user: Actor, { facts, fetched }: ReadFile): Promise<Known | undefined> {
  const known = await selectKnown(db, user, facts.identifiers[0]?.value);
  if (known !== undefined || fetched === null) return known;
  const said = await selectKnown(db, user, fetched.says);
  return said !== undefined && said.sourceUrl !== null && isSameSite(said.sourceUrl, fetched.url)
    ? said
    : undefined;
}

function hereOf({
  language: _language,
  sourceUrl: _url,
  files: _files,
  ...here
}: Known): NonNullable<FileReading['here']> {
  return here;
}

/** A story that is here is read in its own language: there its claims are. */
function storyOf(
  { imported }: ReadFile,
  { keepFurniture, roles, join, split, language }: StoryCorrections,
  known: Known | undefined,
): StoryReading {
  const corrections = { keepFurniture, roles, join, split, language: known?.language ?? language };
  return asStored(wordsOf(imported), () => putTogether(imported, corrections));
}

function arrivesAs(known: Known | undefined, { facts, sha256: digest, wordsSha256 }: ReadFile): Arrives {
  if (known === undefined) return 'new';
  const { version, versionCreated } = facts;
  const digests = { fileSha256: digest.toString('hex'), wordsSha256: wordsSha256.toString('hex') };
  return arrives(known.files, { version, versionCreated, ...digests });
}

export interface Brought extends Done {
  readonly arrives: Exclude<Arrives, 'older' | 'differs'>;
}

/**
 * Bring a file in: as a new story, as the next revision of the one of its identifier, or, where that version is here
 * already, not at all. Stories that are not for this person do not count.
 *
 * @throws Refusal OLDER_VERSION and VERSION_DIFFERS with the story that is here, ARRIVED_MEANWHILE where it is not what
 *   the editor saw; as `readStoryFile`, `createArticle` and `reviseArticle` do
 */
export async function bringInFile(
  services: ArrivalServices,
  write: PersonWrite,
  body: WithFile<BodyOf<typeof CreateArticle>>,
  many?: OfMany,
): Promise<Brought> {
  const decision = mayDoPerson(write.user, 'create_article');
  if (!decision.allowed) throw new Refusal(decision.code);
  const read = await readStoryFile(services.readFile, body.file);
  const bring = () => keepingFiles(services, [read.sha256], () => bringIn(services, write, body, read, many));
  try {
    return await bring();
  } catch (error) {
    // Whoever looked before is told what came between; to whoever did not, it was there before.
    if (!(error instanceof Refusal) || error.code !== 'ARRIVED_MEANWHILE' || body.onto !== undefined)
      throw error;
    return bring();
  }
}

/** A file of many that are brought in at once, and that nobody looks at one by one: a text that is here is not again. */
export interface OfMany {
  /** What is written down of the file with what is stored of it, or not at all. */
  readonly stored: (tx: Tx, at: { readonly articleId: string; readonly revision: number }) => Promise<void>;
}

async function bringIn(
  services: ArrivalServices,
  write: PersonWrite,
  body: WithFile<BodyOf<typeof CreateArticle>>,
  read: ReadFile,
  many: OfMany | undefined,
): Promise<Brought> {
  const { db } = services;
  const identifier = read.facts.identifiers[0]?.value;
  const known = await knownOf(db.prisma, write.user, read);
  const as = arrivesAs(known, read);
  if (known === undefined || as === 'new') {
    if (body.onto !== undefined && body.onto !== null) throw new Refusal('ARRIVED_MEANWHILE');
    const story = storyOf(read, body, undefined);
    const same = many === undefined ? [] : await selectSameText(db.prisma, write.user, sha256(story.text));
    if (same[0] !== undefined) return { id: same[0].id, repeated: true, arrives: 'same' };
    const arrived = arrivedOf(services, write, read, { story, many });
    // Two people, or two lines of an agency, that bring in one story at the same time make one story of it.
    const guard = async (tx: Tx): Promise<void> => {
      if (identifier === undefined) return;
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${identifier}, 0))`;
      if ((await knownOf(tx, write.user, read)) !== undefined) throw new Refusal('ARRIVED_MEANWHILE');
    };
    const sourceUrl = body.sourceUrl === undefined ? read.imported.sourceUrl : body.sourceUrl;
    const done = await createArticle(services, write, { ...body, sourceUrl }, { ...arrived, guard });
    return { ...done, arrives: 'new' };
  }
  const here = hereOf(known);
  if (as === 'older') throw new Refusal('OLDER_VERSION', { current: here });
  if (as === 'differs') throw new Refusal('VERSION_DIFFERS', { current: here });
  if (as === 'same') {
    const { id } = await once(db, write, known.id, async () => {});
    return { id, repeated: true, arrives: 'same' };
  }
  const isAsSeen =
    body.onto === undefined ||
    (body.onto?.articleId === known.id && body.onto.baseRevision === known.revision);
  if (!isAsSeen) throw new Refusal('ARRIVED_MEANWHILE', { current: here });
  const story = storyOf(read, body, known);
  const words = { text: story.text, baseRevision: known.revision, arrived: nameOf(read) };
  const { done } = await reviseArticle(
    services,
    write,
    known.id,
    words,
    arrivedOf(services, write, read, { story, many }),
  );
  return { ...done, arrives: 'newer' };
}

/** What it came as, for the history and for whoever signed the text before off. */
function nameOf({ facts: { name, version } }: ReadFile): string {
  const long = version === null ? name : `${name}, version ${version}`;
  return long.length <= 300 ? long : name;
}

function arrivedOf(
  { historyKey, filesDir }: ArrivalServices,
  write: PersonWrite,
  read: ReadFile,
  { story, many }: { readonly story: StoryReading; readonly many: OfMany | undefined },
): Arrived {
  return {
    story,
    keep: async (tx, { articleId, revision }) => {
      const { facts, bytes, sha256: digest, wordsSha256 } = read;
      const identifier = facts.identifiers[0]?.value;
      const number = await insertArrival(tx, write, { articleId, revision, facts, digest, wordsSha256 });
      if (identifier !== undefined)
        await tx.$executeRaw`
          INSERT INTO article_identifiers (article_id, value) VALUES (${articleId}::uuid, ${identifier})
          ON CONFLICT DO NOTHING`;
      await appendEvent(tx, historyKey, {
        stream: { kind: 'article', id: articleId },
        type: 'article.arrived',
        at: write.at,
        actor: write.user,
        data: {
          after: {
            ...{ number, revision, format: facts.format, name: facts.name, size: facts.size },
            ...{ sha256: digest.toString('hex'), version: facts.version, status: facts.status },
            identifier: identifier ?? null,
          },
        },
      });
      await many?.stored(tx, { articleId, revision });
      // Last: of what is refused no bytes stay.
      await holdFiles(tx, [digest]);
      await keepBytes(filesDir, bytes, digest);
    },
  };
}

/** @returns its number */
async function insertArrival(
  tx: Tx,
  { user, at }: PersonWrite,
  {
    articleId,
    revision,
    facts,
    digest,
    wordsSha256,
  }: Pick<ReadFile, 'facts' | 'wordsSha256'> & { articleId: string; revision: number; digest: Buffer },
): Promise<number> {
  const { format, name, size, version, versionCreated } = facts;
  const created = versionCreated === null ? null : new Date(versionCreated);
  const [row] = await tx.$queryRaw<{ number: number }[]>`
    INSERT INTO arrivals (article_id, number, revision, format, name, size, sha256, words_sha256, version,
      version_created, facts, created_by_id, created_at)
    SELECT ${articleId}::uuid, COALESCE(max(number), 0) + 1, ${revision}, ${format}, ${name}, ${size}, ${digest},
      ${wordsSha256}, ${version}, ${created}, ${JSON.stringify(facts)}::jsonb, ${user.id}::uuid, ${at}
    FROM arrivals WHERE article_id = ${articleId}::uuid
    RETURNING number`;
  if (row === undefined) throw new Error('an arrival has no number');
  return row.number;
}
