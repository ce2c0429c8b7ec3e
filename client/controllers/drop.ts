/** Files dropped on an element. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isMany } from './batch/chosen.ts';

/** Takes a file that is dropped anywhere on its host, or `many` and folders; `over` while one hovers there. */
export class DropController implements ReactiveController {
  over = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #dropped: (file: File) => void;
  readonly #may: () => boolean;
  readonly #many: ((transfer: DataTransfer) => void) | null;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    dropped: (file: File) => void,
    may: () => boolean = () => true,
    many: ((transfer: DataTransfer) => void) | null = null,
  ) {
    this.#host = host;
    this.#dropped = dropped;
    this.#may = may;
    this.#many = many;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('dragover', this.#onDragOver);
    this.#host.addEventListener('dragleave', this.#onDragLeave);
    this.#host.addEventListener('drop', this.#onDrop);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('dragover', this.#onDragOver);
    this.#host.removeEventListener('dragleave', this.#onDragLeave);
    this.#host.removeEventListener('drop', this.#onDrop);
  }

  #set(over: boolean): void {
    if (this.over === over) return;
    this.over = over;
    this.#host.requestUpdate();
  }

  readonly #onDragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true || !this.#may()) return;
    event.preventDefault();
    this.#set(true);
  };

  readonly #onDragLeave = (event: DragEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && (this.#host.contains(to) || this.#host.shadowRoot?.contains(to) === true)))
      this.#set(false);
  };

  readonly #onDrop = (event: DragEvent): void => {
    this.#set(false);
    const transfer = event.dataTransfer;
    const file = transfer?.files[0];
    if (!transfer || !this.#may()) return;
    if (this.#many !== null && isMany(transfer)) {
      event.preventDefault();
      this.#many(transfer);
      return;
    }
    if (file === undefined) return;
    event.preventDefault();
    this.#dropped(file);
  };
}
