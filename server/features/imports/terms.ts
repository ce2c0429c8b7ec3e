/** What holds for all stories of an import that are new. */
import { z } from 'zod';
import { Access } from '../../contract/articles.ts';
import { Id, Language } from '../../contract/common.ts';

export const Terms = z.strictObject({
  access: Access.default('newsroom'),
  memberIds: z.array(Id).optional(),
  language: Language.optional(),
});
export type Terms = z.infer<typeof Terms>;
