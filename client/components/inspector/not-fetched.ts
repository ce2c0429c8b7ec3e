/** A tab whose content did not come: why, and the way to ask again. */
import { html, type TemplateResult } from 'lit';
import '../problem.ts';
import type { ShownProblem } from '../problem.ts';
import { act, type InspectorView } from './view.ts';

export const notFetched = (
  from: EventTarget,
  view: InspectorView,
  problem: ShownProblem,
): TemplateResult => html`
  <cd-problem .problem=${problem}>
    <button type="button" @click=${() => act(from, view, { type: 'fetch-again' })}>Try again</button>
  </cd-problem>
`;
