/** A story on its way in: kept in this browser until it is saved, one for each person. */
import { z } from 'zod';
import { Access, Priority } from '../../../server/contract/articles.ts';
import { StoryFile } from '../../../server/contract/story-files.ts';
import { newId } from '../../api/http.ts';
import { forget, keep, recall } from '../../storage.ts';
import { BorderCorrection, RoleCorrection } from './corrections.ts';

/** What the editor typed over what was read; absent where the reading stands. */
const Overrides = z.strictObject({
  title: z.string().optional(),
  byline: z.string().optional(),
  agency: z.string().optional(),
  dateline: z.string().optional(),
  /** ISO 8601, or '' for none. */
  publishedAt: z.string().optional(),
  language: z.string().optional(),
});
export type Overrides = z.infer<typeof Overrides>;
export type Overridden = keyof Overrides;

export const ImportDraft = z.strictObject({
  /** The id that the story will have, so that saving twice makes one story. */
  id: z.string(),
  text: z.string(),
  /** In the place of a text. */
  file: StoryFile.nullable().default(null),
  roles: z.array(RoleCorrection).readonly(),
  borders: z.array(BorderCorrection).readonly(),
  overrides: Overrides,
  sourceUrl: z.string(),
  /** ISO 8601 or null. */
  deadline: z.string().nullable(),
  priority: Priority,
  access: Access,
  memberIds: z.array(z.string()),
});
export type ImportDraft = z.infer<typeof ImportDraft>;

const keyOf = (personId: string) => `claimdesk.import.${personId}`;

export const newDraft = (): ImportDraft => ({
  id: newId(),
  text: '',
  file: null,
  roles: [],
  borders: [],
  overrides: {},
  sourceUrl: '',
  deadline: null,
  priority: 'normal',
  access: 'newsroom',
  memberIds: [],
});

export const recallDraft = (personId: string): ImportDraft =>
  recall(localStorage, keyOf(personId), ImportDraft) ?? newDraft();
/** False where the browser has no room for it. */
export const keepDraft = (personId: string, draft: ImportDraft): boolean =>
  keep(localStorage, keyOf(personId), draft);
export const forgetDraft = (personId: string): void => forget(localStorage, keyOf(personId));
