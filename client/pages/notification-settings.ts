import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import {
  MailWhen,
  NotificationReason,
  NotificationSettings,
  type Ways,
} from '../../server/contract/notifications.ts';
import { getNotificationSettings, setNotificationSettings } from '../api/notifications.ts';
import { type ApiProblem, asProblem, isAbort } from '../api/problem.ts';
import { describedBy, field, invalid } from '../components/field.ts';
import { formOf, formText } from '../components/form.ts';
import '../components/problem.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { shared } from '../styles/shared.ts';

const REASON_WORDS: Readonly<Record<NotificationReason, string>> = {
  mention: 'Somebody names you in a comment',
  assignment: 'Somebody gives you a claim to check',
  return: 'A reviewer returns your verdict',
  reply: 'An answer in a thread that you write in',
  comment: 'A comment on a claim of yours',
  expired: 'Your verdict holds no longer',
};
const MAIL_WORDS: Readonly<Record<MailWhen, string>> = {
  at_once: 'At once',
  daily: 'In the summary',
  none: 'Never',
};
const LABELS = { summaryHour: 'Hour', timeZone: 'Time zone' };
const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** What the form says. */
function waysOf(form: HTMLFormElement): Ways {
  const way = (reason: NotificationReason) => ({
    app: formText(form, `${reason}-app`) === 'on',
    mail: MailWhen.catch('none').parse(formText(form, `${reason}-mail`)),
  });
  return {
    ...{ mention: way('mention'), assignment: way('assignment'), return: way('return') },
    ...{ reply: way('reply'), comment: way('comment'), expired: way('expired') },
  };
}

/** How one is told: for each reason in the bell, by e-mail, or not at all. */
@customElement('cd-notification-settings-page')
export class CdNotificationSettingsPage extends LitElement {
  static override styles = [
    ...shared,
    css`
      .reasons {
        display: grid;
        gap: var(--space-s);
      }
      .reason {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2xs) var(--space-l);
      }
      .mail {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2xs) var(--space-s);
      }
      .mail select {
        inline-size: auto;
      }
      .when {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s) var(--space-l);
        align-items: start;
      }
    `,
  ];

  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private settings: NotificationSettings | null = null;
  @state() private problem: ApiProblem | null = null;
  @state() private busy = false;
  /** True from saving on, until something is changed. */
  @state() private saved = false;
  readonly #leaving = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
  }

  protected override render() {
    return html`
      <div class="page narrow">
        <h1>How you are told</h1>
        <p><a href="/notifications">Notifications</a></p>
        ${this.settings === null ? this.#notThere() : this.#form(this.settings)}
      </div>
    `;
  }

  #notThere(): TemplateResult {
    if (this.problem === null) return html`<p class="soft" role="status">Loading…</p>`;
    return html`<cd-problem .problem=${this.problem}>
      <button type="button" @click=${() => void this.#load()}>Try again</button>
    </cd-problem>`;
  }

  #form({ ways, summaryHour, timeZone, sendsMail }: NotificationSettings): TemplateResult {
    const wrong = this.problem?.about('timeZone');
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return html`
      ${
        sendsMail
          ? nothing
          : html`<p class="notice">
              This Claimdesk sends no e-mail. What you set for it counts once it does: whoever runs Claimdesk can name a
              mail server.
            </p>`
      }
      <form class="form" novalidate @submit=${this.#onSubmit} @input=${this.#onInput}>
        <cd-problem .problem=${this.problem} .labels=${LABELS}></cd-problem>
        <div class="reasons">
          ${NotificationReason.options.map(
            (reason) => html`
              <fieldset>
                <legend>${REASON_WORDS[reason]}</legend>
                <div class="reason">
                  <label class="check">
                    <input type="checkbox" name="${reason}-app" .checked=${ways[reason].app} />
                    In the bell
                  </label>
                  <span class="mail">
                    <label for="${reason}-mail">E-mail</label>
                    <select id="${reason}-mail" name="${reason}-mail">
                      ${MailWhen.options.map(
                        (when) =>
                          html`<option value=${when} .selected=${ways[reason].mail === when}>${MAIL_WORDS[when]}</option>`,
                      )}
                    </select>
                  </span>
                </div>
              </fieldset>
            `,
          )}
        </div>
        <fieldset>
          <legend>The summary of a day</legend>
          <p class="soft small">One e-mail with what you have not read, on days on which there is something.</p>
          <div class="when">
            ${field(
              { id: 'summaryHour', label: LABELS.summaryHour },
              html`<select id="summaryHour" name="summaryHour">
                ${Array.from(
                  { length: 24 },
                  (_, hour) =>
                    html`<option value=${hour} .selected=${hour === summaryHour}>${hourWords(hour)}</option>`,
                )}
              </select>`,
            )}
            ${field(
              { id: 'timeZone', label: LABELS.timeZone, hint: `This browser is in ${here}.`, wrong },
              html`<input id="timeZone" name="timeZone" list="zones" dir="ltr" maxlength="64" autocomplete="off" spellcheck="false"
                .value=${timeZone} aria-invalid=${invalid(wrong)} aria-describedby=${describedBy('timeZone', true, wrong)} />`,
            )}
            <datalist id="zones">
              ${[...new Set(['UTC', here, ...Intl.supportedValuesOf('timeZone')])].map(
                (zone) => html`<option value=${zone}></option>`,
              )}
            </datalist>
          </div>
        </fieldset>
        <div class="actions">
          <button class="primary" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
            ${this.busy ? 'Saving…' : 'Save'}
          </button>
          ${this.saved ? html`<span class="soft small">Saved.</span>` : nothing}
        </div>
      </form>
    `;
  }

  async #load(): Promise<void> {
    this.problem = null;
    try {
      this.settings = await getNotificationSettings(this.#leaving.signal);
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
  }

  readonly #onInput = (): void => {
    this.saved = false;
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { settings } = this;
    if (settings === null || this.busy) return;
    const form = formOf(event);
    const body = {
      ways: waysOf(form),
      summaryHour: Number(formText(form, 'summaryHour')),
      timeZone: formText(form, 'timeZone').trim(),
      version: settings.version,
    };
    this.busy = true;
    this.problem = null;
    try {
      this.settings = await setNotificationSettings(body);
      this.saved = true;
      this.announce('Saved');
    } catch (thrown) {
      this.problem = asProblem(thrown);
      // What was chosen stays on the page; it is saved over what somebody set in another window by a second look.
      const current = NotificationSettings.safeParse(this.problem.current);
      if (current.success) this.settings = { ...current.data, ...body, version: current.data.version };
    } finally {
      this.busy = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-notification-settings-page': CdNotificationSettingsPage;
  }
}
