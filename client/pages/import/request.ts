/** From the import page's state to what the API takes, and from its answer to what is drawn. */
import type { ArticlePreview, CreateArticle } from '../../../server/contract/articles.ts';
import type { BodyInput } from '../../../server/contract/endpoint.ts';
import { placeBorders, sentRoles } from './corrections.ts';
import type { ImportDraft } from './draft.ts';

/** Typed over and emptied means: there is none. */
const orNull = (value: string | undefined) => (value === undefined ? undefined : value.trim() || null);

/** The story to create. Without a reading the borders cannot be placed, so they are left out. */
export function requestOf(
  draft: ImportDraft,
  preview: ArticlePreview | null,
): BodyInput<typeof CreateArticle> {
  const { overrides } = draft;
  return {
    id: draft.id,
    ...(draft.file === null ? { text: draft.text } : { file: draft.file, onto: ontoOf(preview) }),
    title: overrides.title?.trim() || undefined,
    byline: orNull(overrides.byline),
    agency: orNull(overrides.agency),
    dateline: orNull(overrides.dateline),
    publishedAt: orNull(overrides.publishedAt),
    language: overrides.language || undefined,
    // A file may say itself where it stands.
    sourceUrl: draft.sourceUrl !== '' ? draft.sourceUrl : draft.file === null ? null : undefined,
    deadline: draft.deadline,
    priority: draft.priority,
    access: draft.access,
    memberIds: draft.access === 'restricted' ? draft.memberIds : undefined,
    roles: draft.roles.length === 0 ? undefined : sentRoles(draft.roles),
    ...(preview === null || draft.borders.length === 0 ? {} : placeBorders(draft.borders, preview)),
  };
}

/** What the editor saw that the file would do. */
function ontoOf(preview: ArticlePreview | null): BodyInput<typeof CreateArticle>['onto'] {
  const file = preview?.file ?? null;
  if (file === null) return undefined;
  return file.here === null ? null : { articleId: file.here.id, baseRevision: file.here.revision };
}

/** Sentences by block, in UTF-16 code units from their block's start. */
export function sentencesOf({
  blocks,
  sentences,
}: Pick<ArticlePreview, 'blocks' | 'sentences'>): Map<number, { start: number; end: number }[]> {
  const byBlock = new Map<number, { start: number; end: number }[]>();
  for (const { block, start, end } of sentences) {
    const from = blocks[block]?.start ?? 0;
    const known = byBlock.get(block) ?? [];
    known.push({ start: start - from, end: end - from });
    byBlock.set(block, known);
  }
  return byBlock;
}
