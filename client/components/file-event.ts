import type { Chosen } from '../controllers/batch/chosen.ts';

/** Sent with a file that was dropped or chosen; the page reads or sends it. */
export class FileEvent extends Event {
  static readonly type = 'file';
  readonly file: File;
  constructor(file: File) {
    super(FileEvent.type);
    this.file = file;
  }
}

/** Sent with many files, a folder or an archive, that were dropped or chosen. */
export class ManyEvent extends Event {
  static readonly type = 'many';
  readonly chosen: Chosen;
  constructor(chosen: Chosen) {
    super(ManyEvent.type);
    this.chosen = chosen;
  }
}

/** The file that was chosen in an `<input type="file">`; the same one may be chosen again after it was put right. */
export function chosenFile(event: Event): File | null {
  if (!(event.target instanceof HTMLInputElement)) return null;
  const file = event.target.files?.[0] ?? null;
  event.target.value = '';
  return file;
}
