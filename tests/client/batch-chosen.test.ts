import { describe, expect, test } from 'vitest';
import { chosenOf, isArchive } from '../../client/controllers/batch/chosen.ts';

const file = (path: string) => ({ path, file: new File(['It sank.'], path.split('/').at(-1) ?? '') });
const chosen = (...paths: string[]) => {
  const found = chosenOf(paths.map(file));
  return found === null ? null : [found.name, found.archive?.name ?? found.files.map(({ path }) => path)];
};

describe('what was chosen', () => {
  test.each<[string, string[], ReturnType<typeof chosen>]>([
    ['nothing', [], null],
    ['a folder, in order', ['wire/b.txt', 'wire/a.txt'], ['wire', ['wire/a.txt', 'wire/b.txt']]],
    ['files of no folder', ['b.txt', 'a.txt'], ['2 files', ['a.txt', 'b.txt']]],
    ['two folders', ['wire/a.txt', 'desk/b.txt'], ['2 files', ['desk/b.txt', 'wire/a.txt']]],
    ['one file', ['a.txt'], ['a.txt', ['a.txt']]],
    ['an archive', ['wire.zip'], ['wire.zip', 'wire.zip']],
    ['an archive among files', ['a.txt', 'wire.zip'], ['2 files', ['a.txt', 'wire.zip']]],
    ['a package of one story', ['ferry.claimdesk.zip'], ['ferry.claimdesk.zip', ['ferry.claimdesk.zip']]],
    ['what systems leave', ['wire/.DS_Store', '__MACOSX/a.txt', 'wire/Thumbs.db'], null],
    ['one name twice', ['wire/a.txt', 'wire/a.txt'], ['wire', ['wire/a.txt']]],
    ['a name of two lines', ['wire/a\nb.txt'], ['wire', ['wire/a b.txt']]],
  ])('%s', (_name, paths, expected) => {
    expect(chosen(...paths)).toEqual(expected);
  });

  test('an archive is known by its name', () => {
    expect(['a.zip', 'A.ZIP', 'a.claimdesk.zip', 'a.docx'].map((name) => isArchive({ name }))).toEqual([
      ...[true, true, false, false],
    ]);
  });
});
