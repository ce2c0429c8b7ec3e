/** Bringing in a story that another Claimdesk exported, with everything in it, in one transaction. */
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '../../contract/problem.ts';
import type { StoryDocument, StoryIntegrity, WholeStory } from '../../contract/stories.ts';
import { digestOf } from '../../database/chain.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { mayDoPerson } from '../../domain/claims/permissions.ts';
import { wrongIn } from '../../domain/exchange/story/check.ts';
import { searchText } from '../../domain/sources/search-text.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { searchedWords } from '../articles/stored-text.ts';
import { searchedWords as claimWords } from '../claims/marked-words.ts';
import { lockRegister } from '../sources/sources.change.ts';
import { signatureOf, storyDigest } from './story-file.ts';
import {
  ARTICLE_FIELDS,
  insertion,
  LIST_ORDER,
  PERSON_FIELDS,
  STORY_TABLES,
  type TableList,
} from './story-tables.ts';

type StoryServices = Pick<Services, 'db' | 'historyKey'>;

/**
 * Store a story as its document tells it.
 *
 * Its people get ids that were made here, so that no document can speak for anybody's account. Whoever brings in a
 * restricted one is among its people, and nobody else.
 *
 * @throws Refusal NEEDS_EDITOR, INVALID with what is wrong in the document, ID_USED where something else has one of its ids
 */
export async function importStory(
  { db, historyKey }: StoryServices,
  write: PersonWrite,
  document: StoryDocument,
): Promise<Done & { integrity: StoryIntegrity }> {
  const { user } = write;
  const decision = mayDoPerson(user, 'create_article');
  if (!decision.allowed) throw new Refusal(decision.code);
  const { story, manifest } = document;
  const issues = [...wrongIn(story), ...wrongTexts(story)];
  if (issues.length > 0) throw new Refusal('INVALID', { issues });
  const integrity = integrityOf(historyKey, document);
  const done = await once(
    db,
    write,
    story.article.id,
    async (tx) => {
      await insertSources(tx, historyKey, write, story.sources);
      await insertStory(tx, write, story);
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
    },
    { creates: true },
  );
  return { ...done, integrity };
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Texts that are not those of their digests: what was signed off would not be what is read. */
function wrongTexts({ revisions, snapshots }: WholeStory) {
  const wrong = (list: string, rows: readonly { text: string; sha256: string }[]) =>
    rows.flatMap((row, index) =>
      sha256(row.text) === row.sha256
        ? []
        : [{ path: `story.${list}.${index}.sha256`, message: 'is not that of the text' }],
    );
  return [...wrong('revisions', revisions), ...wrong('snapshots', snapshots)];
}

/** What is altered is told and kept, not hidden; it is for people to say what that means. */
export function integrityOf(historyKey: Buffer, { story, manifest }: StoryDocument): StoryIntegrity {
  const digest = storyDigest();
  digest.add(story.article);
  for (const list of LIST_ORDER) for (const row of story[list]) digest.add(row);
  digest.add(story.people);
  const isSame = digest.hex() === manifest.sha256;
  const saysSo = manifest.history.every(
    ({ data, digest: told, seq }, index) =>
      seq === index + 1 && (data === null || digestOf(data).toString('hex') === told),
  );
  const last = manifest.history.at(-1);
  const endsThere = manifest.head === (last?.seq ?? 0) && manifest.headHash === (last?.hash ?? null);
  if (!isSame || !saysSo || !endsThere) return 'altered';
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
  ...(['revisions', 'sentences', 'files', 'evidence', 'snapshots', 'verdicts', 'reviews', 'claims'] as const),
  ...(['placements', 'attributions', 'changes', 'verdictEnds', 'citations', 'comments', 'signOffs'] as const),
  ...(['dismissedFlags', 'decidedSuggestions'] as const),
];

type Row = Readonly<Record<string, unknown>>;

async function insertStory(tx: Tx, { user }: PersonWrite, story: WholeStory): Promise<void> {
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
    INSERT INTO story_people (id, article_id, name)
    SELECT id, ${article.id}::uuid, name FROM json_to_recordset(${JSON.stringify(people)}::json) AS t (id uuid, name text)`;
  const computed = computedRows(story);
  for (const list of STORED) {
    const { table, fields, namesStory } = STORY_TABLES[list];
    const { rows = story[list], ...more } = computed[list] ?? {};
    await put(insertion(table, fields, { namesStory, ...more }), rows);
  }
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
function computedRows({
  revisions,
  sentences,
  placements,
  claims,
}: WholeStory): Partial<Record<TableList, Computed>> {
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
    files: { extra: { elsewhere: 'true' } },
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
