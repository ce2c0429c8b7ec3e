/** Keeps what is typed in a form over a reload, until it is saved or dropped. Passwords are never kept. */
import { z } from 'zod';
import { forget, keep, recall } from '../storage.ts';

const Draft = z.record(z.string(), z.string());

const isKept = (control: Element): control is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  (control instanceof HTMLInputElement &&
    !['password', 'checkbox', 'radio', 'file'].includes(control.type)) ||
  control instanceof HTMLSelectElement ||
  control instanceof HTMLTextAreaElement;

/** One form's draft. `key` names what the form is about: "source.new", "source.<id>". */
export class FormDraft {
  readonly #key: string;

  constructor(key: string) {
    this.#key = `claimdesk.draft.${key}`;
  }

  /** Put the form's kept values back. True where there were any. */
  restore(form: HTMLFormElement): boolean {
    const draft = recall(sessionStorage, this.#key, Draft);
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
    return keep(sessionStorage, this.#key, Object.fromEntries(values));
  }

  drop(): void {
    forget(sessionStorage, this.#key);
  }
}
