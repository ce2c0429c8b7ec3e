/** The import page while it holds a whole story. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StoryAtAGlance } from '../../components/whole-story.ts';
import '../../components/whole-story.ts';
import type { WholeStory } from './whole-story.ts';
import type { WholeStoryController } from './whole-story-controller.ts';

interface Acts {
  readonly bringIn: () => void;
  readonly putAside: () => void;
}

/** @param altered the id of the story that came in and is not as it was when it left */
export function wholeStoryPart(
  { story, sent, problem }: WholeStoryController,
  altered: string | null,
  { bringIn, putAside }: Acts,
): TemplateResult | typeof nothing {
  if (story === null) return nothing;
  const { id } = story.glance.story.article;
  return html`
    <div class="page">
      <h1>Bring in a story</h1>
      ${
        altered === null
          ? html`
            <cd-whole-story
              .story=${atAGlance(story)}
              .sent=${sent}
              .problem=${problem}
              @bring-in=${bringIn}
              @put-aside=${putAside}
            >
              ${problem?.code === 'ID_USED' ? html`<a href="/stories/${id}">If it is here already, open it</a>` : nothing}
            </cd-whole-story>
          `
          : html`
            <div class="notice" role="alert">
              <p>
                The story is here. It is not as it was when it left the Claimdesk that exported it: somebody altered it, or
                what its history says. Its history says so for good.
              </p>
              <p><a href="/stories/${altered}">Open the story</a></p>
            </div>
          `
      }
    </div>
  `;
}

/** What is shown of it. */
function atAGlance({ file, glance: { story, manifest } }: WholeStory): StoryAtAGlance {
  const named = story.files.length + story.arrivals.length;
  return {
    ...{ fileName: file.name, size: file.size, title: story.article.title },
    ...{ restricted: story.article.access === 'restricted', texts: story.revisions.length },
    ...{ claims: story.claims.length, verdicts: story.verdicts.length, evidence: story.evidence.length },
    comments: story.comments.length,
    files: { named, here: Math.min(manifest.files?.length ?? 0, named) },
    people: story.people.map(({ name }) => name),
    ...{ exportedAt: manifest.generatedAt, exportedBy: manifest.generatedBy.name },
    ...{ events: manifest.head, headHash: manifest.headHash },
  };
}
