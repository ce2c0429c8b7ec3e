/** Reading a form without holding each keystroke: its controls keep what was typed, whatever goes wrong. */

/** The value of a control by name; '' where there is none. */
export function formText(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

/** The same, null where nothing was typed. */
export function formTextOrNull(form: HTMLFormElement, name: string): string | null {
  const value = formText(form, name).trim();
  return value === '' ? null : value;
}

/** The form that an event came from. */
export function formOf(event: Event): HTMLFormElement {
  if (event.currentTarget instanceof HTMLFormElement) return event.currentTarget;
  throw new TypeError('not a form event');
}

/** The value of the text control or select that an event came from. */
export function controlValue(event: Event): string {
  const { target } = event;
  if (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  )
    return target.value;
  return '';
}

/** Whether the box that an event came from is ticked. */
export const controlChecked = (event: Event): boolean =>
  event.target instanceof HTMLInputElement && event.target.checked;

/** The element that has the focus, in whatever tree it stands; null for none. */
export function focusedControl(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : null;
}
