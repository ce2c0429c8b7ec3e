/** From the words of a command line to what is done, and to the exit code. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { z } from 'zod';
import { Id, Language } from '../contract/common.ts';
import { ExportCorrections } from '../contract/corrections.ts';
import { ExportClaims } from '../contract/exports.ts';
import { GetProof } from '../contract/sign-off.ts';
import { ExportStory } from '../contract/stories.ts';
import { type Desk, deskAt } from './desk.ts';
import { exportList, type List } from './export.ts';
import { EXIT, NotDone, Stopped, WrongUse } from './failures.ts';
import { importNewer, importStories } from './import.ts';
import type { Terminal } from './terminal.ts';
import { FILTERS, optionOf, USAGE } from './usage.ts';
import { verifyFiles, verifyHistory, verifyStory } from './verify.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Options = NonNullable<ParseArgsConfig['options']>;

const COMMON = { url: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const satisfies Options;

interface Called {
  readonly words: readonly string[];
  readonly terminal: Terminal;
  /** Made when everything else was asked rightly. */
  desk(url: string | undefined): Desk;
}

/** Each does what it is asked and tells whether all was done. */
const COMMANDS: Readonly<Record<'import' | 'export' | 'verify', (called: Called) => Promise<boolean>>> = {
  import: runImport,
  export: runExport,
  verify: runVerify,
};

const isCommand = (word: string | undefined): word is keyof typeof COMMANDS =>
  Object.hasOwn(COMMANDS, word ?? '');

/** @returns the exit code */
export async function run(words: readonly string[], env: Environment, terminal: Terminal): Promise<number> {
  try {
    const [command, ...rest] = words;
    if (command === undefined) throw new WrongUse('say what to do: import, export or verify');
    if (command === '--help' || command === '-h' || command === 'help') return help(terminal, 'claimdesk');
    if (!isCommand(command)) throw new WrongUse(`there is no command “${command}”`);
    if (rest.includes('--help') || rest.includes('-h')) return help(terminal, command);
    const desk = (url: string | undefined) => deskAt(settings(url, env, terminal));
    return (await COMMANDS[command]({ words: rest, terminal, desk })) ? EXIT.done : EXIT.refused;
  } catch (error) {
    return ended(error, words[0], terminal);
  }
}

function help({ out }: Terminal, about: keyof typeof USAGE): number {
  out.write(USAGE[about]);
  return EXIT.done;
}

function ended(error: unknown, command: string | undefined, terminal: Terminal): number {
  terminal.progress('');
  if (error instanceof WrongUse) {
    terminal.warn(`${error.message} (claimdesk --help says how)`);
    return EXIT.wrongUse;
  }
  if (error instanceof Stopped || terminal.stop.aborted) {
    // Who reads no further of a file has what they wanted; who brings stories in has not.
    if (terminal.stop.reason === 'unread' && command === 'export') return EXIT.done;
    terminal.warn('stopped; it may be run again');
    return EXIT.stopped;
  }
  if (!(error instanceof NotDone)) throw error;
  terminal.warn(error.message);
  return EXIT.refused;
}

/** @throws WrongUse for a setting that is missing or none */
function settings(option: string | undefined, env: Environment, { stop, warn }: Terminal) {
  const given = option ?? env.CLAIMDESK_URL ?? '';
  const token = env.CLAIMDESK_TOKEN ?? '';
  if (given === '') throw new WrongUse('CLAIMDESK_URL is not set: where is Claimdesk?');
  if (token === '') throw new WrongUse('CLAIMDESK_TOKEN is not set: make a token under Your account');
  if (!/^[\x21-\x7e]+$/.test(token)) throw new WrongUse('CLAIMDESK_TOKEN is not a token');
  if (!URL.canParse(given)) throw new WrongUse(`“${given}” is not an address such as https://desk.example`);
  const { protocol, origin, hostname, username, password } = new URL(given);
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new WrongUse(`“${given}” is not an address such as https://desk.example`);
  if (username !== '' || password !== '') throw new WrongUse('the address holds a password: take it out');
  if (protocol === 'http:' && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname))
    warn(`${origin} is not https: whoever is on the way can read the token`);
  return { url: origin, token, stop };
}

async function runImport({ words, terminal, desk }: Called): Promise<boolean> {
  const { values, positionals: files } = parsed(words, {
    newer: { type: 'string' },
    arrived: { type: 'string' },
    language: { type: 'string' },
    restricted: { type: 'boolean', default: false },
    'keep-furniture': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  });
  const { newer, arrived, language, restricted } = values;
  const [file, ...more] = files;
  if (file === undefined) throw new WrongUse('name the files to bring in');
  const common = { keepFurniture: values['keep-furniture'], dryRun: values['dry-run'] };
  if (newer === undefined) {
    if (arrived !== undefined) throw new WrongUse('--arrived goes with --newer');
    const spoken = language === undefined ? {} : { language: fitting(Language, language, '--language') };
    return importStories(desk(values.url), terminal, { files, restricted, ...spoken, ...common });
  }
  if (more.length > 0) throw new WrongUse('--newer takes one file');
  if (restricted || language !== undefined)
    throw new WrongUse('--restricted and --language are of a new story, not of a newer text');
  const articleId = fitting(Id, newer, '--newer');
  const came = arrived === undefined ? {} : { arrived };
  return importNewer(desk(values.url), terminal, { file, articleId, ...came, ...common });
}

async function runExport({ words, terminal, desk }: Called): Promise<boolean> {
  const filters = Object.keys(FILTERS).map((name): [string, Options[string]] => [
    optionOf(name),
    { type: 'string' },
  ]);
  const { values, positionals } = parsed(words, {
    out: { type: 'string' },
    manifest: { type: 'boolean', default: false },
    format: { type: 'string' },
    ...Object.fromEntries(filters),
  });
  const given = new Map<string, unknown>(Object.entries(values));
  const query = Object.fromEntries(
    ['format', ...Object.keys(FILTERS)].flatMap((name) => {
      const value = given.get(optionOf(name));
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const [kind = 'claims', ...more] = positionals;
  if (more.length > 0) throw new WrongUse('one list at a time');
  const list = listOf(kind, query);
  if (values.manifest && values.out === undefined) throw new WrongUse('--manifest goes with --out');
  await exportList(desk(values.url), terminal, list, { file: values.out, manifest: values.manifest });
  return true;
}

function listOf(kind: string, query: object): List {
  if (kind === 'claims') return { kind, query: asGiven(ExportClaims.query, query) };
  if (kind === 'corrections') return { kind, query: asGiven(ExportCorrections.query, query) };
  if (kind === 'story' || kind === 'proof') {
    const { articleId: given, ...rest }: { articleId?: unknown } = query;
    if (given === undefined) throw new WrongUse('name the story: --article-id ID');
    const articleId = fitting(Id, given, '--article-id');
    return kind === 'story'
      ? { kind, articleId, query: asGiven(ExportStory.query, rest) }
      : { kind, articleId, query: asGiven(GetProof.query, rest) };
  }
  throw new WrongUse(`there is no list “${kind}”: claims, corrections, story or proof`);
}

async function runVerify({ words, terminal, desk }: Called): Promise<boolean> {
  const { values, positionals: files } = parsed(words, {
    story: { type: 'string' },
    history: { type: 'boolean', default: false },
  });
  const { story, history, url } = values;
  if (Number(story !== undefined) + Number(history) + Number(files.length > 0) !== 1)
    throw new WrongUse('name files, or --story, or --history');
  if (history) return verifyHistory(desk(url), terminal);
  if (story !== undefined) return verifyStory(desk(url), terminal, fitting(Id, story, '--story'));
  return verifyFiles(desk(url), terminal, files);
}

/** @throws WrongUse for an option that is none */
function parsed<O extends Options>(words: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: { ...COMMON, ...options } });
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    throw new WrongUse(sentence.replace(/\.$/, ''));
  }
}

/** @throws WrongUse where the value of an option is none */
function fitting<T>(schema: z.ZodType<T>, value: unknown, option: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new WrongUse(`${option} ${result.error.issues[0]?.message ?? 'is wrong'}`);
}

/** A query as it was typed, which is what is sent: the server reads it once more. */
function asGiven<Q extends z.ZodType>(schema: Q, query: object): z.input<Q> {
  const result = schema.safeParse(query);
  if (result.success) return query as z.input<Q>;
  const [issue] = result.error.issues;
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.map(String).join('.');
  const words = issue?.code === 'unrecognized_keys' ? 'does not go with this list' : issue?.message;
  throw new WrongUse(`--${optionOf(name ?? '')} ${words ?? 'is wrong'}`);
}
