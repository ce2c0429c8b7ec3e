/** Bringing in a story that another Claimdesk exported, with everything in it, in one transaction. */
import { uuidv7 } from 'uuidv7';
import { Refusal } from '../../contract/problem.ts';
import type { StoryDocument, StoryIntegrity, WholeStory } from '../../contract/stories.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { mayBringInStory, mayDoPerson } from '../../domain/claims/permissions.ts';
import { searchText } from '../../domain/sources/search-text.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { ReadStory, Services } from '../../services.ts';
import { selectOptionalArticle } from '../articles/articles.queries.ts';
import { searchedWords } from '../articles/stored-text.ts';
import { searchedWords as claimWords } from '../claims/marked-words.ts';
import { discard, keepStaged, type Staged } from '../files/file-store.ts';
import { holdFiles, keepingFiles } from '../files/kept-files.ts';
import { lockRegister } from '../sources/sources.change.ts';
import type { Package } from './package-in.ts';
import { signatureOf } from './story-file.ts';
import { ARTICLE_FIELDS, insertion, PERSON_FIELDS, STORY_TABLES, type TableList } from './story-tables.ts';

type StoryServices = Pick<Services, 'db' | 'historyKey' | 'filesDir'>;

interface OfStory {
  readonly from?: Pick<Package, 'stage'> | undefined;
  readonly stored?: ((tx: Tx) => Promise<void>) | undefined;
}

interface Come {
  readonly integrity: StoryIntegrity;
  readonly files: ReadonlyMap<string, Staged>;
  readonly also: OfStory['stored'];
}

interface Imported extends Done {
  readonly integrity: StoryIntegrity;
  readonly claims: number;
}

/** @throws Refusal NEEDS_EDITOR */
export function requireMayImport({ user }: Pick<PersonWrite, 'user'>): void {
  const decision = mayDoPerson(user, 'create_article');
  if (!decision.allowed) throw new Refusal(decision.code);
}

/**
 * Store a story as its document tells it.
 *
 * Its people get ids that were made here, so that no document can speak for anybody's account; whoever brings it in answers
 * for what they did, and reviews none of it. Whoever brings in a
 * restricted one is among its people, and nobody else. Files whose bytes did not come open nothing.
 *
 * @param of.from the package that it came in, where it came in one
 * @param of.stored what else is written down of it, with all of it or not at all
 * @throws Refusal NEEDS_EDITOR, BRINGS_REVIEWS, INVALID with what is wrong in the document, ID_USED where something else has one of its
 *   ids; those of a package whose files are not what the document says
 */
export async function importStory(
  services: StoryServices,
  write: PersonWrite,
  { document, wrong, isWhole }: ReadStory,
  { from, stored: also }: OfStory = {},
): Promise<Imported> {
  const { story, manifest } = document;
  const passed = story.signOffs.length > 0 || story.reviews.some(({ decision }) => decision === 'passed');
  const may = mayBringInStory(write.user, { passed });
  if (!may.allowed) throw new Refusal(may.code);
  if (wrong.length > 0) throw new Refusal('INVALID', { issues: [...wrong] });
  const integrity = integrityOf(services.historyKey, manifest, isWhole);
  const files = (await from?.stage(document)) ?? new Map<string, Staged>();
  try {
    const digests = [...files.values()].map(({ sha256 }) => sha256);
    const done = await keepingFiles(services, digests, () =>
      stored(services, write, document, { integrity, files, also }),
    );
    return { ...done, integrity, claims: story.claims.length };
  } catch (error) {
    throw await inWords(error, services, write, document, from !== undefined);
  } finally {
    await Promise.all([...files.values()].map(discard));
  }
}

/** That the story itself is here is told whoever may see it: what came is not put over it, nor are its files filled in. */
async function inWords(
  error: unknown,
  { db }: StoryServices,
  { user }: PersonWrite,
  { story }: StoryDocument,
  isPackage: boolean,
): Promise<unknown> {
  if (!(error instanceof Refusal) || error.code !== 'ID_USED' || error.extras.issues !== undefined)
    return error;
  if ((await selectOptionalArticle(db.prisma, user, story.article.id)) === undefined) return error;
  const files = isPackage ? '; attach the files that it came without to it by hand' : '';
  const message = `is a story that is here already, and was left as it is${files}`;
  return new Refusal('ID_USED', { issues: [{ path: 'story.article.id', message }] });
}

function stored(
  { db, historyKey, filesDir }: StoryServices,
  write: PersonWrite,
  { story, manifest }: StoryDocument,
  { integrity, files, also }: Come,
): Promise<Done> {
  const { user } = write;
  return once(
    db,
    write,
    story.article.id,
    async (tx) => {
      await insertSources(tx, historyKey, write, story.sources);
      await insertStory(tx, write, story, files);
      await tx.$executeRaw`
        INSERT INTO story_histories (article_id, integrity, manifest, by_id, at)
        VALUES (${story.article.id}::uuid, ${integrity}, ${JSON.stringify(manifest)}::jsonb, ${user.id}::uuid, ${write.at})`;
      await appendEvent(tx, historyKey, {
        stream: { kind: 'article', id: story.article.id },
        type: 'article.imported',
        at: write.at,
        actor: user,
        data: {
          ...{ integrity, sha256: manifest.sha256, head: manifest.head, headHash: manifest.headHash },
          ...{ exportedAt: manifest.generatedAt, revision: story.article.currentRevision },
          claims: story.claims.length,
        },
      });
      await also?.(tx);
      // Last: of what is refused no bytes stay.
      await holdFiles(
        tx,
        [...files.values()].map((file) => file.sha256),
      );
      for (const file of files.values()) await keepStaged(filesDir, file);
    },
    { creates: true },
  );
}

/** What is altered is told and kept, not hidden; it is for people to say what that means. */
export function integrityOf(
  historyKey: Buffer,
  manifest: StoryDocument['manifest'],
  isWhole: boolean,
): StoryIntegrity {
  if (!isWhole) return 'altered';
  return signatureOf(historyKey, manifest) === manifest.signature ? 'signed_here' : 'whole';
}

/**
 * Entries of the register that are not here yet. A confidential one comes as its printed description: who it is stayed where
 * it was told, and nobody is named on it here.
 *
 * @throws Refusal ID_USED where another entry has the id
 */
async function insertSources(
  tx: Tx,
  historyKey: Buffer,
  { user, at }: PersonWrite,
  sources: WholeStory['sources'],
): Promise<void> {
  if (sources.length === 0) return;
  await lockRegister(tx, user);
  const here = await tx.source.findMany({
    where: { id: { in: sources.map(({ id }) => id) } },
    select: { id: true, name: true, kind: true, confidential: true },
  });
  const known = new Map(here.map((source) => [source.id, source]));
  for (const { id, name, kind, aliases, affiliations, note, description, confidential } of sources) {
    const same = known.get(id);
    if (same !== undefined) {
      if (same.name !== name || same.kind !== kind || same.confidential !== confidential)
        throw new Refusal('ID_USED', {
          issues: [{ path: 'story.sources', message: `${id} is another entry here` }],
        });
      continue;
    }
    const search = searchText(name, aliases);
    const data = { id, name, kind, aliases, affiliations, note, description, confidential, search };
    await tx.source.create({ data: { ...data, createdById: user.id, createdAt: at } });
    await appendEvent(tx, historyKey, {
      stream: { kind: 'source', id },
      type: 'source.added',
      at,
      actor: user,
      data: { kind, fields: ['name', 'kind'], imported: true },
    });
  }
}

/** What can only be stored when what it refers to is there. */
const STORED: readonly TableList[] = [
  ...([
    'revisions',
    'sentences',
    'files',
    'arrivals',
    'evidence',
    'snapshots',
    'verdicts',
    'reviews',
    'claims',
  ] as const),
  ...(['placements', 'attributions', 'changes', 'verdictEnds', 'citations', 'comments', 'signOffs'] as const),
  ...(['dismissedFlags', 'decidedSuggestions'] as const),
];

type Row = Readonly<Record<string, unknown>>;

async function insertStory(
  tx: Tx,
  { user }: PersonWrite,
  story: WholeStory,
  bytes: ReadonlyMap<string, Staged>,
): Promise<void> {
  const { article } = story;
  const people = story.people.map(({ name }) => ({ id: uuidv7(), name }));
  const named = (row: Row): Row => {
    const filled: Record<string, unknown> = { ...row };
    for (const field of PERSON_FIELDS) {
      const number = filled[field];
      if (typeof number === 'number') filled[field] = people[number]?.id;
    }
    return filled;
  };
  const put = async (statement: string, rows: readonly Row[]) => {
    if (rows.length > 0) await tx.$executeRawUnsafe(statement, JSON.stringify(rows.map(named)), article.id);
  };
  const text = story.revisions[article.currentRevision - 1]?.text ?? '';
  await put(
    insertion('articles', ARTICLE_FIELDS, {
      namesStory: false,
      extra: { search: 'search_vector(t."words")' },
      also: ['words'],
    }),
    [{ ...article, words: searchedWords(article, text) }],
  );
  if (article.access === 'restricted')
    await tx.$executeRaw`INSERT INTO article_members (article_id, user_id) VALUES (${article.id}::uuid, ${user.id}::uuid)`;
  await tx.$executeRaw`
    INSERT INTO story_people (id, article_id, name, brought_by_id)
    SELECT id, ${article.id}::uuid, name, ${user.id}::uuid FROM json_to_recordset(${JSON.stringify(people)}::json) AS t (id uuid, name text)`;
  const computed = computedRows(story, bytes);
  for (const list of STORED) {
    const { table, fields, namesStory } = STORY_TABLES[list];
    const { rows = story[list], ...more } = computed[list] ?? {};
    await put(insertion(table, fields, { namesStory, ...more }), rows);
  }
  // By the first a newer version finds its story, as it did where the story came from.
  await tx.$executeRaw`
    INSERT INTO article_identifiers (article_id, value)
    SELECT DISTINCT article_id, facts->'identifiers'->0->>'value' FROM arrivals
    WHERE article_id = ${article.id}::uuid AND facts->'identifiers'->0->>'value' IS NOT NULL`;
  await tx.$executeRaw`
    UPDATE claims c SET
      citation_count = (SELECT count(*) FROM citations t JOIN evidence e ON e.id = t.evidence_id
                        WHERE t.claim_id = c.id AND t.withdrawn_at IS NULL AND e.withdrawn_at IS NULL),
      open_comments = (SELECT count(*) FROM comments t WHERE t.claim_id = c.id AND t.parent_id IS NULL
                       AND t.withdrawn_at IS NULL AND t.resolved_at IS NULL)
    WHERE c.article_id = ${article.id}::uuid`;
}

interface Computed {
  readonly rows?: readonly Row[];
  readonly extra?: Record<string, string>;
  readonly also?: string[];
}

/** Columns that are made of others, and stand in no document. */
function computedRows(
  { revisions, sentences, placements, claims, files, arrivals }: WholeStory,
  bytes: ReadonlyMap<string, Staged>,
): Partial<Record<TableList, Computed>> {
  const told = <T extends { readonly sha256: string }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, elsewhere: !bytes.has(row.sha256) }));
  const elsewhere = 't."elsewhere"::boolean';
  const textOf = ({ revision, start, end }: { revision: number; start: number; end: number }) =>
    revisions[revision - 1]?.text.slice(start, end) ?? '';
  const sentenceOf = new Map(sentences.map((one) => [`${one.revision} ${one.number}`, one]));
  const placeOf = new Map(placements.map((one) => [`${one.claimId} ${one.revision}`, one]));
  return {
    sentences: {
      rows: sentences.map((row) => ({ ...row, text: textOf(row) })),
      extra: { text: 't."text"' },
      also: ['text'],
    },
    files: { rows: told(files), extra: { elsewhere }, also: ['elsewhere'] },
    arrivals: {
      rows: told(arrivals),
      extra: {
        ...{ format: "t.facts->>'format'", name: "t.facts->>'name'", size: "(t.facts->>'size')::int" },
        ...{ version: "t.facts->>'version'", version_created: "(t.facts->>'versionCreated')::timestamptz" },
        elsewhere,
      },
      also: ['elsewhere'],
    },
    claims: {
      rows: claims.map((row) => {
        const place = placeOf.get(`${row.id} ${row.placedRevision}`);
        const around =
          place === undefined ? undefined : sentenceOf.get(`${place.revision} ${place.sentence}`);
        const sentenceText = around === undefined ? '' : textOf(around);
        return { ...row, words: claimWords(place?.quote ?? '', sentenceText, row.summary) };
      }),
      extra: { search: 'search_vector(t."words")' },
      also: ['words'],
    },
  };
}
