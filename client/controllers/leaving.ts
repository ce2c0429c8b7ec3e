/** Asks before the page is left, where something typed would be lost with it. Where it is closed, a browser words it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { askBeforeLeaving } from '../router.ts';

export class LeavingController implements ReactiveController {
  /** @param loses whether the page, left now, would take something typed with it */
  constructor(
    host: ReactiveControllerHost,
    private readonly loses: () => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeunload', this.onLeaving);
    this.stopAsking = askBeforeLeaving(this.loses);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeunload', this.onLeaving);
    this.stopAsking();
  }

  private stopAsking = (): void => {};

  private readonly onLeaving = (event: BeforeUnloadEvent): void => {
    if (this.loses()) event.preventDefault();
  };
}

/** Whether anything in a form is other than it was drawn with. */
export const isTouched = (form: HTMLFormElement | null): boolean =>
  [...(form?.elements ?? [])].some(
    (control) =>
      (control instanceof HTMLTextAreaElement ||
        (control instanceof HTMLInputElement && !['checkbox', 'radio'].includes(control.type))) &&
      control.value !== control.defaultValue,
  );
