/** The fields of each kind of claim. */
import { html, nothing, type TemplateResult } from 'lit';
import { z } from 'zod';
import type { Claim, ClaimKind } from '../../../server/contract/claims.ts';
import { Span } from '../../../server/contract/common.ts';
import { stringsIn } from '../../controllers/proof/details-form.ts';
import type { Linkable } from '../../controllers/proof/links.ts';
import { quoted, readingOf, shorten } from '../../controllers/proof/readings.ts';
import type { SpanField } from './acts.ts';
import { checkField, choiceField, type FormAccess, lineField } from './form-parts.ts';
import './source-picker.ts';
import type { SourceNamedEvent, SourcePickedEvent, SourceSoughtEvent } from './source-picker.ts';
import { act, type InspectorView } from './view.ts';
import * as words from './words.ts';

interface Context {
  from: EventTarget;
  view: InspectorView;
  form: FormAccess;
  links: Linkable;
}

const FIELDS: Readonly<Record<ClaimKind, (context: Context) => TemplateResult>> = {
  casualty_count: casualtyFields,
  attribution: attributionFields,
  source: sourceFields,
  fact: factFields,
};

/** The fields of the shown claim's kind, then those that all kinds have. */
export const detailsFields = (context: Context): TemplateResult => html`
  ${FIELDS[context.view.claim.kind](context)} ${commonFields(context)}
`;

function casualtyFields({ form, links: { wholes } }: Context): TemplateResult {
  return html`
    <div class="pair">
      ${choiceField(form, 'outcome', 'Outcome', words.OUTCOMES)}
      ${choiceField(form, 'modifier', 'Bound', words.MODIFIERS, { none: 'None' })}
    </div>
    <div class="triple">
      ${(['low', 'best', 'high'] as const).map((name) =>
        lineField(form, name, words.FIELD_LABELS[name] ?? name, { mode: 'numeric' }),
      )}
    </div>
    ${lineField(form, 'wording', 'As printed')}
    <div class="pair">
      ${choiceField(form, 'victims.category', 'Who', words.VICTIMS, { none: 'Not said' })}
      ${lineField(form, 'victims.label', 'Printed noun')}
    </div>
    ${choiceField(form, 'partOf', 'Part of', fewer(wholes, form.fields.partOf).map(claimChoice), { none: 'No other count' })}
    <div class="pair">
      ${choiceField(form, 'scope', 'Scope', words.SCOPES, { none: 'Not known' })}
      ${choiceField(form, 'period.precision', 'Period known', words.PERIOD_PRECISIONS, { none: '—' })}
      ${lineField(form, 'period.from', 'From', { type: 'date' })}
      ${lineField(form, 'period.to', 'To', { type: 'date' })}
    </div>
    <div class="pair">
      ${lineField(form, 'place.name', 'Place')}
      ${choiceField(form, 'place.precision', 'Known to', words.PLACE_PRECISIONS, { none: '—' })}
    </div>
    ${lineField(form, 'perpetrator', 'Perpetrator, as stated')} ${lineField(form, 'cause', 'Cause, as stated')}
  `;
}

function attributionFields(context: Context): TemplateResult {
  const { form } = context;
  return html`
    ${spanField(context, 'source', 'Who says so', '1')} ${spanField(context, 'cue', 'Cue (“said”)', '2')}
    ${spanField(context, 'content', 'What is said', '3')} ${spanField(context, 'via', 'Through (“told AFP”)', '4')}
    <div class="pair">
      ${choiceField(form, 'mode', 'Mode', words.MODES, { none: 'Not known' })}
      ${choiceField(form, 'basis', 'Basis', words.BASES, { none: 'Not known' })}
    </div>
    ${sourcePicker(context, readSpan(form.fields.source)?.quote ?? '')}
    ${checkField(form, 'carriedOver', 'Carried over from an earlier sentence')}
  `;
}

function sourceFields(context: Context): TemplateResult {
  return html`
    ${sourcePicker(context, context.view.claim.span.quote)}
    ${lineField(context.form, 'titleAsPrinted', 'Title, as printed')}
  `;
}

function factFields({ form }: Context): TemplateResult {
  return html`
    <div class="pair">
      ${choiceField(form, 'about', 'About', words.ABOUTS)} ${lineField(form, 'value', 'What it says')}
    </div>
  `;
}

const claimChoice = (claim: Claim): [string, string] => [
  claim.id,
  `${readingOf(claim)} · ${quoted(claim.span.quote, 30)}`,
];

function commonFields({ form, links: { attributions, alike } }: Context): TemplateResult {
  return html`
    ${attributions.length === 0 ? nothing : saidBy(form, attributions)}
    ${
      alike.length === 0
        ? nothing
        : choiceField(
            form,
            'sameFactAs',
            'Same fact as',
            fewer(alike, form.fields.sameFactAs).map(claimChoice),
            { none: 'No other claim' },
          )
    }
    ${lineField(form, 'summary', 'In short')}
  `;
}

/** A list to choose from holds this many: a long story has thousands of claims. */
const CHOICES = 150;

/** The first of a list, and the one that is chosen wherever it stands. */
const fewer = (claims: readonly Claim[], chosen: string | undefined): Claim[] =>
  claims.filter(({ id }, index) => index < CHOICES || id === chosen);

/** Few attributions are likely, and they are near: those chosen and the nearest stand first, the rest behind. */
const FIRST = 4;

function saidBy(form: FormAccess, attributions: readonly Claim[]): TemplateResult {
  const chosen = new Set(stringsIn(form.fields.attributionIds));
  const toggle = (id: string, on: boolean) => {
    const next = [...chosen].filter((each) => each !== id);
    form.set('attributionIds', JSON.stringify(on ? [...next, id] : next));
  };
  const box = (claim: Claim) => html`
    <label class="check">
      <input
        type="checkbox"
        .checked=${chosen.has(claim.id)}
        ?disabled=${form.disabled}
        @change=${(event: Event) =>
          toggle(claim.id, event.target instanceof HTMLInputElement && event.target.checked)}
      />
      <span dir="auto">${readingOf(claim)}: ${quoted(claim.span.quote, 32)}</span>
    </label>
  `;
  const first = attributions.filter(({ id }, index) => index < FIRST || chosen.has(id));
  const rest = attributions.filter((claim) => !first.includes(claim));
  return html`
    <fieldset class="said-by">
      <legend>Said by</legend>
      ${first.map(box)}
      ${
        rest.length === 0
          ? nothing
          : html`<details><summary>More attributions</summary>${fewer(rest, undefined).map(box)}</details>`
      }
    </fieldset>
  `;
}

const parseJson = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
};
const readSpan = (text: string | undefined): Span | null => {
  const read = Span.safeParse(parseJson(text));
  return read.success ? read.data : null;
};
const Via = z.array(z.object({ sourceId: z.string().nullable(), span: Span.nullable() }));

/** The quotes that a span field holds now. */
function quotesIn(form: FormAccess, name: SpanField): string[] {
  const text = form.fields[name];
  if (name === 'content') {
    const read = z.array(Span).safeParse(parseJson(text));
    return read.success ? read.data.map(({ quote }) => quote) : [];
  }
  if (name === 'via') {
    const read = Via.safeParse(parseJson(text));
    return read.success ? read.data.flatMap(({ span }) => (span === null ? [] : [span.quote])) : [];
  }
  const span = readSpan(text);
  return span === null ? [] : [span.quote];
}

function spanField(
  { from, view, form }: Context,
  name: SpanField,
  label: string,
  key: string,
): TemplateResult {
  const quotes = quotesIn(form, name);
  const several = name === 'content' || name === 'via';
  const wrong = form.wrong[name];
  return html`
    <div class="field span-field" role="group" aria-label=${label}>
      <span class="label">${label}</span>
      ${
        quotes.length === 0
          ? html`<span class="soft small">${name === 'content' ? 'All the marked words' : 'Not marked'}</span>`
          : quotes.map((quote) => html`<q class="story-words" dir="auto">${quote}</q>`)
      }
      ${wrong === undefined ? nothing : html`<p class="wrong">${wrong}</p>`}
      <div class="actions">
        <button
          type="button"
          aria-disabled=${view.selection === null || form.disabled ? 'true' : 'false'}
          @click=${() => act(from, view, { type: 'take-span', field: name })}
        >
          ${several && quotes.length > 0 ? 'Add' : 'Take'} from selection <kbd>${key}</kbd>
        </button>
        ${
          quotes.length === 0 || form.disabled
            ? nothing
            : html`<button
                class="quiet"
                type="button"
                aria-label="Clear: ${label}"
                @click=${() => form.set(name, several ? '[]' : 'null')}
              >
                Clear
              </button>`
        }
      </div>
    </div>
  `;
}

function sourcePicker({ from, view, form }: Context, suggestion: string): TemplateResult {
  return html`
    <cd-source-picker
      .chosen=${view.sources.get(form.fields.sourceId ?? '') ?? null}
      .found=${view.found}
      .suggestion=${shorten(suggestion, 30)}
      .disabled=${form.disabled}
      @source-sought=${(event: SourceSoughtEvent) => act(from, view, { type: 'find-source', words: event.words })}
      @source-picked=${(event: SourcePickedEvent) => form.set('sourceId', event.sourceId ?? '')}
      @source-named=${(event: SourceNamedEvent) =>
        act(from, view, { type: 'add-source', name: event.name, kind: event.kind, field: 'sourceId' })}
    ></cd-source-picker>
  `;
}
