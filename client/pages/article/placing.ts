/** Putting a claim whose words are gone on other words, by hand. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Claim } from '../../../server/contract/claims.ts';
import { CommandEvent } from '../../components/proof/events.ts';
import { type Command, keyOf } from '../../controllers/proof/key-map.ts';
import { quoted } from '../../controllers/proof/readings.ts';
import { atOnce, edit, named, versionOf } from './claim-acts.ts';
import type { ProofView } from './proof-view.ts';

export const mayPlace = ({ status, can }: Pick<Claim, 'status' | 'can'>): boolean =>
  status === 'orphaned' && can.includes('edit');

/** From here on words are selected for the chosen claim. */
export function startPlacing(view: ProofView): void {
  const { chosen, session } = view;
  if (chosen === null || !mayPlace(chosen)) {
    session.tell(
      chosen === null ? 'Choose a claim first.' : 'Only a claim whose words are gone is put on others.',
    );
    return;
  }
  view.beginPlacing(chosen.id);
  session.say(
    `Select the words that ${named(chosen)} stands for now. Enter puts it there, Escape leaves it.`,
  );
}

/** What keys do meanwhile; false where they do what they always do. */
export function runWhilePlacing(view: ProofView, command: Command): boolean {
  if (command === 'open') void put(view);
  else if (command === 'back') leave(view);
  else if (command.startsWith('mark-') || command.startsWith('take-'))
    view.session.tell('Put the claim on the selected words with Enter first, or leave it with Escape.');
  else return false;
  return true;
}

async function put(view: ProofView): Promise<void> {
  const { session, placing: id, selectedSpan: span } = view;
  const claim = id === null ? null : session.store.get(id);
  if (id === null || claim === null) return;
  if (span === null) {
    session.tell('Select the words first.');
    return;
  }
  const done = await atOnce(session, id, () =>
    edit(session, id, { span }, versionOf(session, id), (before) => `put ${named(before)} on other words`),
  );
  if (!done) return;
  view.endPlacing();
  view.choose(id, { follow: true });
  view.focusText();
  session.say(`Put on ${quoted(span.quote, 200)}. Its verdict, if it had one, is to be given anew.`);
}

function leave(view: ProofView): void {
  view.endPlacing();
  view.focusText();
  view.session.say('Left as it was.');
}

const send = (command: Command) => (event: Event) => event.target?.dispatchEvent(new CommandEvent(command));

/** What is being done, over the story and not in it. */
export function placingStrip(view: ProofView): TemplateResult | typeof nothing {
  const { session, placing: id, selectedSpan: span } = view;
  const claim = id === null ? null : session.store.get(id);
  if (claim === null) return nothing;
  return html`
    <div class="strip" role="group" aria-label="Put on other words">
      <div class="notice actions">
        <span>
          ${
            span === null
              ? html`Select the words that <q dir="auto">${claim.span.quote}</q> stands for now.`
              : html`<q dir="auto">${claim.span.quote}</q> on <q dir="auto">${span.quote}</q>`
          }
          ${session.notice === null ? nothing : html`<strong aria-hidden="true">${session.notice}</strong>`}
        </span>
        <button type="button" class="primary" ?disabled=${span === null} @click=${send('open')}>
          Put it there <kbd>${keyOf('open')}</kbd>
        </button>
        <button type="button" @click=${send('back')}>Leave it <kbd>${keyOf('back')}</kbd></button>
      </div>
    </div>
  `;
}
