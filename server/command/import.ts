/** `claimdesk import`: stories from files and from the web, and newer texts of stories that are here. */
import { createHash } from 'node:crypto';
import { CreateArticle, FetchStory, GetArticle, PreviewArticle } from '../contract/articles.ts';
import type { BodyInput } from '../contract/endpoint.ts';
import { GetMe } from '../contract/people.ts';
import { PROBLEMS } from '../contract/problem.ts';
import { ReviseArticle } from '../contract/revisions.ts';
import type { StoryFile } from '../contract/story-files.ts';
import type { Desk } from './desk.ts';
import { NotDone, WrongFile } from './failures.ts';
import { importArchive, isArchive } from './import-archive.ts';
import { importWhole, optionalWhole } from './import-whole.ts';
import { isAddress, isTextFile, namedFiles, readStory, readStoryFile } from './story-files.ts';
import { storyId } from './story-id.ts';
import type { Terminal } from './terminal.ts';

export interface ImportOptions {
  readonly files: readonly string[];
  readonly language?: string;
  readonly restricted: boolean;
  readonly keepFurniture: boolean;
  /** Read and told of; nothing is stored. */
  readonly dryRun: boolean;
}

type Reading = Pick<BodyInput<typeof PreviewArticle>, 'language' | 'keepFurniture'>;

/** What became of a file: a word for scripts, the story's id, and words for people. */
export type Outcome = readonly [
  what: 'new' | 'already' | 'would' | 'newer' | 'refused',
  id: string,
  words: string,
];

/** Every further file would be refused for the same reason: the rest is not tried. */
const FOR_ALL: ReadonlySet<string> = new Set([
  ...['NOT_SIGNED_IN', 'TOKEN_INVALID', 'TOKEN_SCOPE', 'NOT_BY_TOKEN', 'NEEDS_EDITOR'],
  ...['TOO_OFTEN', 'INTERNAL', 'UNAVAILABLE'],
]);

/**
 * Bring stories in, one after the other, with a line for each.
 *
 * A text that the desk has already is not brought in again; and each bears an id made of the file, so that a try whose
 * answer was lost is known as the same. So the whole may be run again, wherever it was stopped.
 *
 * @returns whether nothing was refused
 * @throws NotDone for what would befall every file, Stopped
 */
export async function importStories(
  desk: Desk,
  terminal: Terminal,
  options: ImportOptions,
): Promise<boolean> {
  const { id: personId } = await desk.call(GetMe);
  const files = await namedFiles(options.files);
  let refused = 0;
  for (const [index, file] of files.entries()) {
    terminal.progress(`${index + 1} of ${files.length}: ${file}`);
    const whole = isAddress(file) ? null : await optionalWhole(file);
    const outcomes =
      whole !== null
        ? [[file, ...(await attempt(() => importWhole(desk, whole, options)))] as const]
        : isArchive(file) && !isAddress(file)
          ? await attemptAll(file, () => importArchive(desk, terminal, file, personId, options))
          : [[file, ...(await attempt(() => importStory(desk, file, personId, options)))] as const];
    for (const [of, what, id, words] of outcomes) {
      if (what === 'refused') refused += 1;
      terminal.say(what, id, of, words);
    }
  }
  terminal.progress('');
  return refused === 0;
}

/** An archive that is refused whole is one line. */
async function attemptAll(
  file: string,
  work: () => Promise<(readonly [file: string, ...Outcome])[]>,
): Promise<(readonly [file: string, ...Outcome])[]> {
  let outcomes: (readonly [file: string, ...Outcome])[] = [];
  const refused = await attempt(async () => {
    outcomes = await work();
    return ['already', '-', ''];
  });
  return refused[0] === 'refused' ? [[file, ...refused]] : outcomes;
}

/** A refusal of one file is its outcome. */
async function attempt(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    const ofThisFile = error.code === null ? error instanceof WrongFile : !FOR_ALL.has(error.code);
    if (!ofThisFile) throw error;
    return ['refused', '-', error.message];
  }
}

async function importStory(
  desk: Desk,
  file: string,
  personId: string,
  { restricted, dryRun, ...options }: ImportOptions,
): Promise<Outcome> {
  const all = { restricted, dryRun, ...options };
  if (isAddress(file)) {
    const { file: page } = await desk.call(FetchStory, { body: { url: file } });
    return importFile(desk, { file: page, savedAt: new Date() }, personId, all);
  }
  if (!isTextFile(file)) return importFile(desk, await readStoryFile(file), personId, all);
  const { text, savedAt } = await readStory(file);
  const reading = readingOf(options);
  const preview = await desk.call(PreviewArticle, { body: { text, ...reading } });
  const [same] = preview.sameAs;
  if (same !== undefined) return ['already', same.id, same.title];
  if (dryRun) return ['would', '-', preview.title ?? ''];
  const body = {
    id: storyId({ personId, text, savedAt }),
    text,
    ...reading,
    ...(restricted ? { access: 'restricted' as const } : {}),
  };
  try {
    const { id, title } = await desk.call(CreateArticle, { body, key: keyOf('import', body) });
    return ['new', id, title];
  } catch (error) {
    if (!(error instanceof NotDone) || error.code !== 'ID_USED') throw error;
    // The same file, brought in before with other options; its text may be another by now.
    const { id, title } = await desk.call(GetArticle, { params: { articleId: body.id } });
    return ['already', id, title];
  }
}

/** A file that tells its story's identifier: a newer version becomes the next revision of the story that is here. */
async function importFile(
  desk: Desk,
  { file, savedAt }: { readonly file: StoryFile; readonly savedAt: Date },
  personId: string,
  { restricted, dryRun, ...options }: ImportOptions,
): Promise<Outcome> {
  const reading = readingOf(options);
  const preview = await desk.call(PreviewArticle, { body: { file, ...reading } });
  const { arrives, here } = preview.file ?? { arrives: 'new', here: null };
  if (arrives === 'older') throw new WrongFile(PROBLEMS.OLDER_VERSION[1]);
  if (arrives === 'differs') throw new WrongFile(PROBLEMS.VERSION_DIFFERS[1]);
  const [same] = here === null ? preview.sameAs : arrives === 'same' ? [here] : [];
  if (same !== undefined) return ['already', same.id, same.title];
  if (dryRun) return ['would', here?.id ?? '-', preview.title ?? ''];
  const body = {
    id: storyId({ personId, text: file.base64, savedAt }),
    file,
    ...reading,
    onto: here === null ? null : { articleId: here.id, baseRevision: here.revision },
    ...(restricted && here === null ? { access: 'restricted' as const } : {}),
  };
  const { id, title, revision } = await desk.call(CreateArticle, { body, key: keyOf('import', body) });
  return here === null ? ['new', id, title] : ['newer', id, `revision ${revision.number}: ${title}`];
}

export interface NewerOptions extends Pick<ImportOptions, 'keepFurniture' | 'dryRun'> {
  readonly file: string;
  readonly articleId: string;
  /** What it came as: then it is stored also where the story is signed off, and ends the sign-off. */
  readonly arrived?: string;
}

/**
 * Store a newer text of a story. Where its current text is that one already, nothing is done.
 *
 * @throws NotDone, Stopped
 */
export async function importNewer(desk: Desk, terminal: Terminal, options: NewerOptions): Promise<boolean> {
  terminal.progress(options.file);
  const [what, id, words] = await attempt(() => newerText(desk, options));
  terminal.say(what, id, options.file, words);
  return what !== 'refused';
}

async function newerText(
  desk: Desk,
  { file, articleId, arrived, dryRun, keepFurniture }: NewerOptions,
): Promise<Outcome> {
  if (isAddress(file)) throw new WrongFile('A page is known by its address: bring it in without --newer.');
  if (!isTextFile(file)) throw new WrongFile('It names its story itself: bring it in without --newer.');
  const { text } = await readStory(file);
  const params = { articleId };
  const { revision, title, language } = await desk.call(GetArticle, { params });
  const reading = readingOf({ keepFurniture });
  const preview = await desk.call(PreviewArticle, { body: { text, language, ...reading } });
  if (preview.text === revision.text) return ['already', articleId, title];
  if (dryRun) return ['would', articleId, title];
  const body = {
    text,
    baseRevision: revision.number,
    ...reading,
    ...(arrived === undefined ? {} : { arrived }),
  };
  const key = keyOf(`newer ${articleId}`, body);
  const changes = await desk.call(ReviseArticle, { params, body, key });
  const gone = changes.claims.filter(({ change }) => change === 'gone').length;
  const again = changes.claims.filter(({ verdictKept }) => !verdictKept).length;
  const words = `revision ${changes.revision}: of ${changes.claims.length} claims ${again} lost a verdict, ${gone} are gone`;
  return ['newer', articleId, words];
}

const readingOf = ({
  language,
  keepFurniture,
}: Pick<ImportOptions, 'language' | 'keepFurniture'>): Reading => ({
  ...(language === undefined ? {} : { language }),
  ...(keepFurniture ? { keepFurniture } : {}),
});

/** The same for the same write, whenever it is tried. */
const keyOf = (of: string, body: object): string =>
  createHash('sha256')
    .update(JSON.stringify([of, body]))
    .digest('hex');
