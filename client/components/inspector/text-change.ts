/** What a newer text did to the chosen claim, and the ways on from there. */
import { html, nothing, type TemplateResult } from 'lit';
import { act, type InspectorView } from './view.ts';

/** Whether a text took its words, or a verdict that was not given again. */
export const isChangedByText = ({ status, verdict }: InspectorView['claim']): boolean =>
  status === 'orphaned' || verdict?.expired?.reasons.includes('text') === true;

/** Nothing where no text took its words or its verdict. */
export function textChange(view: InspectorView, from: EventTarget): TemplateResult | typeof nothing {
  const { claim } = view;
  if (!isChangedByText(claim)) return nothing;
  const isOrphan = claim.status === 'orphaned';
  return html`
    <div class="text-change">
      <p>
        ${isOrphan ? 'Its words are not in this text.' : 'A newer text changed it.'}
        <a href="/stories/${claim.articleId}/changes#claim=${claim.id}">What changed</a>
      </p>
      <slot name="text-change"></slot>
      ${
        isOrphan && claim.can.includes('edit')
          ? html`<button type="button" @click=${() => act(from, view, { type: 'place' })}>
              Put it on other words <kbd>b</kbd>
            </button>`
          : nothing
      }
    </div>
  `;
}
