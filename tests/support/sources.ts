/** Entries of the register and claims that name them, for tests. */
import type { Claim } from '../../server/contract/claims.ts';
import { CreateSource, MakeConfidential, MergeSource, type Source } from '../../server/contract/sources.ts';
import { mark, type Story, spanOf } from './claims.ts';
import { answer } from './contract.ts';
import type { Desk, Person } from './desk.ts';

let made = 0;
/** An entry; under a name that no other has, where none is given. */
export async function addSource(as: Person, body: object = {}): Promise<Source> {
  made += 1;
  const sent = { name: `Harbour office ${made}`, kind: 'organisation', ...body };
  return answer(CreateSource, await as.post('/api/sources', sent));
}

export async function merge(as: Person, from: { id: string }, into: { id: string }): Promise<Source> {
  return answer(MergeSource, await as.post(`/api/sources/${from.id}/merge`, { into: into.id }));
}

export async function keep(
  as: Person,
  { id, version }: { id: string; version: number },
  readers: readonly { id: string }[],
  description = 'a senior port official',
): Promise<Source> {
  const body = { version, description, readerIds: readers.map((reader) => reader.id) };
  return answer(MakeConfidential, await as.put(`/api/sources/${id}/confidential`, body));
}

/** Who said it, and through whom it came, in the story of `STORY`. */
export function attribute(
  as: Person,
  story: Story,
  said: { id: string } | null,
  via: readonly ({ id: string } | null)[] = [],
): Promise<Claim> {
  const { text } = story.revision;
  return mark(as, story, 'At least 41 people died when a ferry sank off Lindholm on Tuesday', {
    kind: 'attribution',
    details: {
      source: spanOf(text, 'the harbour office'),
      cue: spanOf(text, 'said'),
      content: [],
      sourceId: said?.id ?? null,
      via: via.map((through) => ({ sourceId: through?.id ?? null, span: spanOf(text, 'Coast Radio') })),
    },
  });
}

/** A claim that is a source. */
export const name = (as: Person, story: Story, source: { id: string }): Promise<Claim> =>
  mark(as, story, 'Ada Moor, who heads the hospital', { kind: 'source', details: { sourceId: source.id } });

/** Entries that a claim names: who said it or is it, then through whom. */
export function namedBy({ details }: Claim): (string | null)[] {
  const via = 'via' in details ? details.via.map(({ sourceId }) => sourceId) : [];
  return ['sourceId' in details ? details.sourceId : null, ...via];
}

/** Take every entry away, with its history: the register as it is at first. */
export async function emptyRegister(desk: Desk): Promise<void> {
  await desk.db.pool.query(`
    BEGIN;
    SET LOCAL session_replication_role = 'replica';
    DELETE FROM event_payloads WHERE stream_id IN (SELECT id FROM sources);
    DELETE FROM events WHERE stream_id IN (SELECT id FROM sources);
    DELETE FROM source_readers;
    DELETE FROM source_moves;
    DELETE FROM sources;
    COMMIT`);
}
