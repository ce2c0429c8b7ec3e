/** Many files that were chosen or dropped: a folder, several files, or an archive. */
import { STORY_FORMATS } from '../../../server/contract/formats.ts';
import { isJunk } from '../../../server/contract/imports.ts';

export interface ChosenFile {
  /** Within the folder, as the list has it. */
  readonly path: string;
  readonly file: File;
}

export interface Chosen {
  /** The folder or the archive; how many files where they are in no folder. */
  readonly name: string;
  readonly files: readonly ChosenFile[];
  /** In the place of files. */
  readonly archive: File | null;
}

/** An archive of stories. A package of one story of another Claimdesk is no such thing. */
export const isArchive = ({ name }: Pick<File, 'name'>): boolean =>
  /\.zip$/i.test(name) && !name.toLowerCase().endsWith(`.${STORY_FORMATS['claimdesk-package'].extension}`);

/** One line, as lists take them. */
const lineOf = (text: string, most: number): string =>
  text.replace(/\s+/g, ' ').trim().slice(-most) || 'story';

/** Files as an `<input>` or a drop gives them; null where nothing is left of them. */
export function chosenOf(files: readonly ChosenFile[]): Chosen | null {
  const [first] = files;
  if (first === undefined) return null;
  if (files.length === 1 && isArchive(first.file))
    return { name: lineOf(first.file.name, 255), files: [], archive: first.file };
  const kept = new Map<string, ChosenFile>();
  // Folders are given in no order.
  for (const { path, file } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const line = lineOf(path, 1024);
    if (!isJunk(path) && !kept.has(line)) kept.set(line, { path: line, file });
  }
  if (kept.size === 0) return null;
  return { name: nameOf([...kept.keys()]), files: [...kept.values()], archive: null };
}

function nameOf(paths: readonly string[]): string {
  const [folder = ''] = paths[0]?.split('/') ?? [];
  const isIn = paths.every((path) => path.startsWith(`${folder}/`));
  if (isIn) return lineOf(folder, 255);
  return paths.length === 1 ? lineOf(folder, 255) : `${paths.length} files`;
}

/** What was chosen in an `<input type="file">`; the same may be chosen again. */
export function chosenIn(input: HTMLInputElement): Chosen | null {
  const files = [...(input.files ?? [])].map((file) => ({
    path: file.webkitRelativePath || file.name,
    file,
  }));
  input.value = '';
  return chosenOf(files);
}

/** Whether a drop is more than one file: only while it goes on can it be asked. */
export const isMany = ({ files, items }: DataTransfer): boolean =>
  files.length > 1 || [...items].some((item) => item.webkitGetAsEntry()?.isDirectory === true);

/** What was dropped, folders with all that is in them. */
export async function chosenFrom({ items, files }: DataTransfer): Promise<Chosen | null> {
  // After the first wait a drop tells nothing any more.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenOf([...files].map((file) => ({ path: file.name, file })));
  const found = await Promise.all(entries.map((entry) => filesIn(entry)));
  return chosenOf(found.flat());
}

async function filesIn(entry: FileSystemEntry): Promise<ChosenFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path, file }];
  }
  if (!(entry instanceof FileSystemDirectoryEntry) || isJunk(`${path}/`)) return [];
  const reader = entry.createReader();
  const found: ChosenFile[] = [];
  // A reader gives some at a time, and nothing once it has given all.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return found;
    for (const each of some) found.push(...(await filesIn(each)));
  }
}

let handed: Chosen | null = null;
/** What was dropped on one page and is brought in on another. */
export const handOver = (chosen: Chosen): void => {
  handed = chosen;
};
export function takeOver(): Chosen | null {
  const chosen = handed;
  handed = null;
  return chosen;
}
