import type { Source } from '../../contract/sources.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { sourceActions } from '../../domain/sources/permissions.ts';
import type { SourceRow } from './sources.queries.ts';

/** An entry of the register, with what this person may do with it. Who else may know it, its readers alone are told. */
export const presentSource = (row: SourceRow, user: Actor): Source => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  aliases: row.aliases,
  affiliations: row.affiliations,
  note: row.note,
  description: row.description,
  confidential: row.confidential,
  readerIds: row.readerIds.includes(user.id) ? row.readerIds : [],
  mergedInto: row.mergedIntoId,
  createdBy: row.createdById,
  createdAt: row.createdAt.toISOString(),
  version: row.version,
  can: sourceActions(user, row),
});
