/** How a pasted story is understood: what was read, its parts, and the same story where it is here already. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ArticlePreview } from '../../../server/contract/articles.ts';
import type { ApiProblem } from '../../api/problem.ts';
import '../../components/problem.ts';
import '../../components/story-part.ts';
import type { BorderEvent, PartRoleEvent } from '../../components/story-part.ts';
import '../../components/story-reading.ts';
import type { OverrideEvent } from '../../components/story-reading.ts';
import { fullTime } from '../../times.ts';
import { counted } from '../../words.ts';
import { arriving } from './arriving.ts';
import type { Overrides } from './draft.ts';
import type { sentencesOf } from './request.ts';

/** What is shown, and where corrections go. */
export interface Understood {
  /** Null while there is no text, or none was read yet. */
  readonly preview: ArticlePreview | null;
  readonly sentences: ReturnType<typeof sentencesOf>;
  readonly overrides: Overrides;
  readonly isReading: boolean;
  /** Why it could not be read. */
  readonly unread: ApiProblem | null;
  /** What was wrong with it when it was saved. */
  readonly problem: ApiProblem | null;
  readonly again: () => void;
  readonly onOverride: (event: OverrideEvent) => void;
  readonly onRole: (event: PartRoleEvent) => void;
  readonly onBorder: (event: BorderEvent) => void;
}

export function understood(page: Understood): TemplateResult {
  const { preview } = page;
  if (preview === null)
    return html`
      ${unread(page)}
      <div class="empty soft">
        <p>${page.isReading ? 'Reading the story…' : 'What is understood of the story appears here as soon as there is text.'}</p>
      </div>
    `;
  const isNewer = preview.file !== null && preview.file.arrives !== 'new';
  return html`
    <h2>How it is understood</h2>
    ${unread(page)} ${preview.file === null ? nothing : arriving(preview.file)} ${sameStories(preview)}
    ${isNewer ? nothing : fields(page, preview)} ${sizes(preview, page.isReading)} ${parts(preview, page)}
  `;
}

const fields = (page: Understood, preview: ArticlePreview) => html`
    <cd-story-reading
      .preview=${preview}
      .overrides=${page.overrides}
      .problem=${page.problem}
      @override=${page.onOverride}
    ></cd-story-reading>
  `;

const unread = ({ unread: problem, again }: Understood) => html`
  <cd-problem .problem=${problem}>
    <button type="button" @click=${again}>Try again</button>
  </cd-problem>
`;

function sizes({ blocks, sentences, furniture }: ArticlePreview, isReading: boolean): TemplateResult {
  const leftOut = furniture.length === 0 ? 'nothing' : counted(furniture.length, 'part');
  return html`
    <p class="soft small" aria-live="polite">
      ${counted(blocks.length, 'part')} with ${counted(sentences.length, 'sentence')};
      ${leftOut} left out.
      ${isReading ? 'Reading again…' : nothing}
    </p>
  `;
}

function parts(preview: ArticlePreview, { sentences, onRole, onBorder }: Understood): TemplateResult {
  return html`
    <ol role="list" class="parts" @part-role=${onRole} @border=${onBorder}>
      ${repeat(
        preview.parts,
        (_, index) => index,
        (part, index) => html`
          <li>
            <cd-story-part
              .storyPart=${part}
              .number=${index}
              .lang=${preview.language}
              .sentences=${sentences.get(part.block ?? -1) ?? []}
            ></cd-story-part>
          </li>
        `,
      )}
    </ol>
  `;
}

function sameStories({ sameAs }: ArticlePreview): TemplateResult | typeof nothing {
  if (sameAs.length === 0) return nothing;
  return html`
    <div class="notice" role="status">
      <p>The same text is here already. You can still bring it in again.</p>
      <ul>
        ${sameAs.map(
          ({ id, title, createdAt }) =>
            html`<li><a href="/stories/${id}"><bdi>${title}</bdi></a>, brought in ${fullTime(createdAt)}</li>`,
        )}
      </ul>
    </div>
  `;
}
