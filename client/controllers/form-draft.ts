/** Keeps what is typed in a form over a reload, until it is saved or dropped. Passwords are never kept. */
import { z } from 'zod';
import { personOfPage } from '../api/http.ts';
import { forget, keep, keysOf, recall } from '../storage.ts';

const Draft = z.record(z.string(), z.string());

const isKept = (control: Element): control is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  (control instanceof HTMLInputElement &&
    !['password', 'checkbox', 'radio', 'file'].includes(control.type)) ||
  control instanceof HTMLSelectElement ||
  control instanceof HTMLTextAreaElement;

/** Where this was kept before keys told persons apart: whose that is cannot be known, so it is shown to nobody. */
const ofNobody = (key: string): string => `claimdesk.draft.${key}`;
const ofPerson = (key: string): string => `claimdesk.draft.${personOfPage() ?? 'nobody'}.${key}`;

/** What the person of this page typed and has not sent; null where there is none. */
export function recallTyped<T extends z.ZodType>(key: string, schema: T): z.output<T> | null {
  forget(sessionStorage, ofNobody(key));
  return recall(sessionStorage, ofPerson(key), schema);
}

/** Keep what the person of this page types. False where the browser does not. */
export const keepTyped = (key: string, value: unknown): boolean => keep(sessionStorage, ofPerson(key), value);

/** Whoever typed it: what may not be kept is kept for nobody. */
export function forgetOfAll(key: string): void {
  for (const stored of keysOf(sessionStorage))
    if (stored.startsWith(ofNobody('')) && stored.endsWith(`.${key}`)) forget(sessionStorage, stored);
}

export function forgetTyped(key: string): void {
  forget(sessionStorage, ofNobody(key));
  forget(sessionStorage, ofPerson(key));
}

/** One form's draft, of the person whose page this is: whoever signs in after them does not see it. `key` names what the form is about: "source.new", "source.<id>". */
export class FormDraft {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  /** Put the form's kept values back. True where there were any. */
  restore(form: HTMLFormElement): boolean {
    const draft = recallTyped(this.#key, Draft);
    if (draft === null) return false;
    for (const control of form.elements) {
      if (!isKept(control)) continue;
      const value = draft[control.name];
      if (value !== undefined) control.value = value;
    }
    return true;
  }

  /** Keep the form as it is now. False where the browser does not. */
  keep(form: HTMLFormElement): boolean {
    const values = [...form.elements].filter(isKept).map((control) => [control.name, control.value]);
    return keepTyped(this.#key, Object.fromEntries(values));
  }

  /** Also what others typed in it in this window: it is about something that may not be kept any more. */
  dropOfAll(): void {
    forgetOfAll(this.#key);
  }

  drop(): void {
    forgetTyped(this.#key);
  }
}
