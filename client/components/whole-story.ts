import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { counted, sizeWords } from '../words.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

/** What of a story is shown before it comes in. */
export interface StoryAtAGlance {
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly title: string;
  readonly restricted: boolean;
  readonly texts: number;
  readonly claims: number;
  readonly verdicts: number;
  readonly evidence: number;
  readonly comments: number;
  /** Those that it names, and those whose bytes come with it. */
  readonly files: { readonly named: number; readonly here: number };
  readonly people: readonly string[];
  /** An instant. */
  readonly exportedAt: string;
  readonly exportedBy: string;
  /** Events of its history. */
  readonly events: number;
  readonly headHash: string | null;
}

/** Of a long list of people. */
const SHOWN = 12;

/**
 * A story of another Claimdesk, before it is brought in whole and while it is.
 *
 * @slot - Beside a refusal: what to do about it.
 * @fires bring-in - It is wanted.
 * @fires put-aside - It is not.
 */
@customElement('cd-whole-story')
export class CdWholeStory extends LitElement {
  static override styles = [
    ...shared,
    css`
      .panel {
        display: grid;
        gap: var(--space-m);
        max-inline-size: 48rem;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: var(--space-xs) var(--space-l);
      }
      dd {
        overflow-wrap: anywhere;
      }
      code {
        font-family: var(--mono);
        font-size: var(--text-xs);
      }
      progress {
        inline-size: 100%;
        accent-color: var(--accent);
      }
      @media (max-width: 30rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
        }
        dt {
          margin-block-start: var(--space-s);
        }
      }
    `,
  ];

  @property({ attribute: false }) story: StoryAtAGlance | null = null;
  /** Bytes that have left; null where it is not on its way. */
  @property({ attribute: false }) sent: number | null = null;
  @property({ attribute: false }) problem: ShownProblem | null = null;

  protected override render() {
    const { story, sent } = this;
    if (story === null) return nothing;
    return html`
      <section class="panel" aria-labelledby="what">
        <h2 id="what">A whole story from another Claimdesk</h2>
        ${this.facts(story)}
        <p class="soft">
          It comes in with all its texts, claims, checks, evidence and comments as they are. Its people are printed names
          here, and nobody’s account. Its history is kept beside the one that begins here.
          ${story.restricted ? 'It is restricted: at first you alone see it.' : nothing}
        </p>
        <cd-problem .problem=${this.problem}><slot></slot></cd-problem>
        ${sent === null ? this.buttons() : this.underWay(story, sent)}
      </section>
    `;
  }

  private facts(story: StoryAtAGlance): TemplateResult {
    const { texts, claims, verdicts, evidence, comments, files, people, events, headHash } = story;
    const what = [
      counted(texts, 'text'),
      counted(claims, 'claim'),
      counted(verdicts, 'verdict'),
      `evidence: ${evidence}`,
      counted(comments, 'comment'),
    ];
    const more = people.length > SHOWN ? ` and ${people.length - SHOWN} more` : '';
    return html`
      <dl>
        ${row('File', html`<bdi>${story.fileName}</bdi>, ${sizeWords(story.size)}`)}
        ${row('Title', html`<strong><bdi>${story.title}</bdi></strong>`)} ${row('In it', what.join(', '))}
        ${files.named === 0 ? nothing : row('Files', filesWords(files))}
        ${
          people.length === 0
            ? nothing
            : row(
                'People',
                html`${people.slice(0, SHOWN).map((name, at) => html`${at === 0 ? nothing : ', '}<bdi>${name}</bdi>`)}${more}`,
              )
        }
        ${row('Exported', html`${fullTime(story.exportedAt)} by <bdi>${story.exportedBy}</bdi>`)}
        ${row('History', html`${counted(events, 'event')}${headHash === null ? nothing : html`, up to <code>${headHash}</code>`}`)}
      </dl>
    `;
  }

  private buttons(): TemplateResult {
    return html`
      <div class="actions">
        <button class="primary" type="button" @click=${() => this.dispatchEvent(new Event('bring-in'))}>
          Bring in the whole story
        </button>
        <button type="button" @click=${() => this.dispatchEvent(new Event('put-aside'))}>Put it aside</button>
      </div>
    `;
  }

  private underWay({ size }: StoryAtAGlance, sent: number): TemplateResult {
    const words =
      sent < size
        ? `${sizeWords(sent)} of ${sizeWords(size)} sent`
        : 'Sent. It is being checked and stored; a large one takes a while…';
    return html`
      <label for="sent">Bringing it in</label>
      <progress id="sent" max=${size} .value=${sent}></progress>
      <p class="soft numeral" role="status">${words}</p>
      <div class="actions">
        <button type="button" @click=${() => this.dispatchEvent(new Event('put-aside'))}>Stop</button>
      </div>
    `;
  }
}

const row = (name: string, value: TemplateResult | string) => html`<dt>${name}</dt><dd>${value}</dd>`;

function filesWords({ named, here }: StoryAtAGlance['files']): string {
  if (here === 0) return `${counted(named, 'file')}, by name and digest: the files themselves are not in it`;
  return here === named
    ? `${counted(named, 'file')}, all in it`
    : `${counted(named, 'file')}, ${here} of them in it, the others by name and digest`;
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-whole-story': CdWholeStory;
  }
}
