/** Details that say what the text said before: what it says now, to be taken or not. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Claim, ReadField } from '../../../server/contract/claims.ts';
import { keyOf } from '../../controllers/proof/key-map.ts';
import { asRead } from '../../controllers/proof/outgrown.ts';
import { figureReading, shorten } from '../../controllers/proof/readings.ts';
import { outgrownWording } from '../claim-reading.ts';
import { act, type InspectorView } from './view.ts';
import { FIELD_LABELS, MODES, OUTCOMES, VICTIMS, wordFor } from './words.ts';

const LABELS: Readonly<Partial<Record<ReadField, string>>> = {
  figure: 'Figure',
  victims: 'Who',
  place: 'Place',
};

/** Nothing where the details were read from the words as they are. */
export function outgrownPart(view: InspectorView, from: EventTarget): TemplateResult | typeof nothing {
  const { claim } = view;
  const { outgrown } = claim;
  if (outgrown === null || outgrown.settled) {
    const wording = outgrownWording(claim);
    return wording === null
      ? nothing
      : html`<p class="returned" dir="auto">Read from “${wording}”, which the text no longer says.</p>`;
  }
  const [was, now] = [inWords(claim), inWords(asRead(claim))];
  const isOffered = (field: ReadField) => now[field] !== was[field];
  const taken = outgrown.fields.filter(isOffered).flatMap((field) => now[field] ?? []);
  const kept = outgrown.fields.flatMap((field) => was[field] ?? []);
  return html`
    <div class="outgrown" role="group" aria-label="What the text no longer says">
      <p>The details say what the text no longer says. Which holds?</p>
      <dl>
        ${outgrown.fields.map(
          (field) => html`
            <dt>${LABELS[field] ?? FIELD_LABELS[field]}</dt>
            <dd>
              <del dir="auto"><span class="visually-hidden">[before: </span>${was[field]}<span class="visually-hidden">]</span></del>
              ${
                isOffered(field)
                  ? html`<ins dir="auto"><span class="visually-hidden">[now: </span>${now[field]}<span class="visually-hidden">]</span></ins>`
                  : html`<span class="soft">nothing in its place</span>`
              }
            </dd>
          `,
        )}
      </dl>
      ${
        claim.can.includes('edit')
          ? html`<div class="actions">
              ${
                taken.length === 0
                  ? nothing
                  : html`<button type="button" class="primary" @click=${() => act(from, view, { type: 'take-reading' })}>
                      Take ${shorten(taken.join(', '), 40)} <kbd>${keyOf('accept')}</kbd>
                    </button>`
              }
              <button type="button" @click=${() => act(from, view, { type: 'keep-details' })}>
                Keep ${shorten(kept.join(', '), 40)} <kbd>${keyOf('keep-details')}</kbd>
              </button>
            </div>`
          : nothing
      }
    </div>
  `;
}

/** Each part of the details in a few words. */
function inWords(claim: Claim): Partial<Record<ReadField, string>> {
  switch (claim.kind) {
    case 'casualty_count': {
      const { modifier, wording, outcome, victims, place, perpetrator, cause } = claim.details;
      return filled({
        figure: (modifier === 'vague' ? wording : null) ?? figureReading(claim.details) ?? wording,
        outcome: wordFor(OUTCOMES, outcome),
        victims: victims === null ? null : (victims.label ?? wordFor(VICTIMS, victims.category)),
        place: place?.name ?? null,
        perpetrator,
        cause,
      });
    }
    case 'attribution':
      return filled({ mode: claim.details.mode === null ? null : wordFor(MODES, claim.details.mode) });
    case 'source':
      return filled({ titleAsPrinted: claim.details.titleAsPrinted });
    case 'fact':
      return filled({ value: claim.details.value });
  }
}

const filled = (words: Partial<Record<ReadField, string | null>>): Partial<Record<ReadField, string>> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([name, word]) => (word == null ? [] : [[name, word] as const])),
  );

export const outgrownStyles = css`
  .outgrown {
    display: grid;
    gap: var(--space-xs);
    padding: var(--space-xs) var(--space-s);
    border-inline-start: 3px solid var(--danger);
    background: var(--danger-wash);
    font-size: var(--text-s);
  }
  .outgrown dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-2xs) var(--space-s);
    font-variant-numeric: tabular-nums lining-nums;
    overflow-wrap: anywhere;
  }
  .outgrown dt {
    color: var(--ink-soft);
  }
  .outgrown button {
    min-block-size: 1.75rem;
    padding-block: var(--space-2xs);
    white-space: normal;
    overflow-wrap: anywhere;
  }
`;
