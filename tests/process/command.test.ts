/** The command line as newsrooms and their scripts call it, against a running Claimdesk. `npm run build` comes first. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { StoryDocument } from '../../server/contract/stories.ts';
import { runningEmbedded } from '../../server/database/embedded.ts';
import { unzip } from '../../server/domain/exchange/in/zip.ts';
import { spanOf } from '../support/claims.ts';
import {
  call,
  Items,
  lineTo,
  type OnAnswer,
  passOn,
  ROOT,
  type RunningDesk,
  signedIn,
  startDesk,
} from '../support/running.ts';
import { underOtherIds } from '../support/story-documents.ts';
import { asFile, ninjsItem, wireItem } from '../support/story-files.ts';
import { zipOf } from '../support/zip.ts';

const LAUNCHER = path.join(ROOT, 'bin', 'claimdesk.js');
const Made = z.object({ token: z.object({ id: z.string() }), secret: z.string() });
const Story = z.object({
  id: z.string(),
  version: z.number(),
  revision: z.object({ number: z.number(), text: z.string(), sha256: z.string() }),
});
const Claim = z.object({ id: z.string(), version: z.number() });

let data = '';
/** Where whoever calls has their files; empty before each test. */
let folder = '';
let desk: RunningDesk;
let lines: { close(): Promise<void> }[] = [];
let words = 0;

beforeAll(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-command-'));
  desk = await startDesk(data);
});
afterAll(async () => {
  await desk.stop();
  await rm(data, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-files-'));
});
afterEach(async () => {
  for (const line of lines) await line.close();
  lines = [];
  await rm(folder, { recursive: true, force: true });
});

async function token(scopes: readonly string[] = ['read', 'stories', 'export']) {
  return Made.parse(await desk.ask('POST', '/api/tokens', { name: 'Wire feed', scopes }));
}
async function line(onAnswer: OnAnswer): Promise<string> {
  const made = await lineTo(desk.address, onAnswer);
  lines.push(made);
  return made.address;
}

interface By {
  readonly secret?: string;
  readonly url?: string;
}
async function begin(args: readonly string[], { secret, url = desk.address }: By = {}) {
  const env = { CLAIMDESK_URL: url, CLAIMDESK_TOKEN: secret ?? (await token()).secret };
  return call(process.execPath, [LAUNCHER, ...args], { cwd: folder, env });
}
const claimdesk = async (args: readonly string[], by: By = {}) => (await begin(args, by)).ended;

/** A text that no other test has. */
const text = (about: string) => {
  words += 1;
  return `${about} ${words}\n\nAt least 41 people died in incident ${words} on Tuesday, the harbour office said.`;
};
const put = (name: string, content: string | Buffer) => writeFile(path.join(folder, name), content);
const fields = (printed: string) =>
  printed
    .split('\n')
    .slice(0, -1)
    .map((row) => row.split('\t'));

/** The stories of a headline's word. */
async function stories(word: string) {
  return Items.parse(await desk.ask('GET', `/api/articles?q=${word}&limit=200`)).items;
}
const story = async (id: string) => Story.parse(await desk.ask('GET', `/api/articles/${id}`));
async function stored(headline: string) {
  const { id } = Story.parse(await desk.ask('POST', '/api/articles', { text: text(headline) }));
  const { revision } = await story(id);
  return { id, revision };
}
async function marked({ id, revision }: Awaited<ReturnType<typeof stored>>, quote: string) {
  const body = {
    revision: 1,
    kind: 'fact',
    span: spanOf(revision.text, quote),
    details: { about: 'other', value: null },
  };
  return Claim.parse(await desk.ask('POST', `/api/articles/${id}/claims`, body));
}

describe('where it is called from', () => {
  test('npx in the checkout finds it, without a network', async () => {
    const env = { npm_config_cache: path.join(folder, 'cache') };
    const { code, printed } = await call('npx', ['--offline', 'claimdesk', '--help'], { cwd: ROOT, env })
      .ended;
    expect(printed).toMatch(/^Usage: claimdesk COMMAND/);
    expect(code).toBe(0);
  });

  test('a packed package holds all that it runs', async () => {
    const env = { npm_config_cache: path.join(folder, 'cache') };
    await call('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT, env }).ended;
    const [packed = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
    await call('tar', ['-xzf', packed], { cwd: folder }).ended;
    await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
    const launcher = path.join(folder, 'package', 'bin', 'claimdesk.js');
    const { code, printed, errors } = await call(process.execPath, [launcher, 'import', '--help'], {
      cwd: folder,
    }).ended;
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(printed).toMatch(/^Usage: claimdesk import/);
  });

  test('what was not built yet says so', async () => {
    await mkdir(path.join(folder, 'bin'));
    await cp(LAUNCHER, path.join(folder, 'bin', 'claimdesk.mjs'));
    const launcher = path.join(folder, 'bin', 'claimdesk.mjs');
    const ended = await call(process.execPath, [launcher], { cwd: folder }).ended;
    expect(ended).toEqual({
      code: 2,
      printed: '',
      errors: 'claimdesk: this copy is not built yet. Run `npm run build` in it first.\n',
    });
  });
});

const ID = '01890000-0000-7000-8000-000000000000';

describe('asked wrongly, it ends with 2 and one line', () => {
  const cases: [says: RegExp, args: string[], env?: Record<string, string>][] = [
    [/say what to do/, []],
    [/no command “publish”/, ['publish']],
    [/name the files/, ['import']],
    [/'--again'/, ['import', '--again', 'a.txt']],
    [/--newer must be a UUIDv7/, ['import', '--newer', '7', 'a.txt']],
    [/--newer takes one file/, ['import', '--newer', ID, 'a.txt', 'b.txt']],
    [/--arrived goes with --newer/, ['import', '--arrived', 'AFP', 'a.txt']],
    [/--language must be a language tag/, ['import', '--language', 'no language', 'a.txt']],
    [/no list “people”/, ['export', 'people']],
    [/--format Invalid option/, ['export', '--format', 'pdf']],
    [/--from must be a day/, ['export', '--from', 'Tuesday']],
    [/--verdict does not go with this list/, ['export', 'corrections', '--verdict', 'accurate']],
    [/name the story: --article-id/, ['export', 'story']],
    [/name the story: --article-id/, ['export', 'proof', '--format', 'docx']],
    [/--status does not go with this list/, ['export', 'story', '--article-id', ID, '--status', 'all']],
    [/name files, or --story, or --history/, ['verify']],
    [/name files, or --story, or --history/, ['verify', '--history', 'a.csv']],
    [/CLAIMDESK_URL is not set/, ['verify', '--history'], { CLAIMDESK_URL: '' }],
    [/CLAIMDESK_TOKEN is not set/, ['verify', '--history'], { CLAIMDESK_TOKEN: '' }],
    [/“desk” is not an address/, ['verify', '--history', '--url', 'desk']],
    [/“ftp:\/\/desk” is not an address/, ['verify', '--history', '--url', 'ftp://desk']],
    [/holds a password/, ['verify', '--history', '--url', 'https://me:secret@desk.test']],
  ];
  test.each(cases)('%s', async (says, args, more = {}) => {
    const env = { CLAIMDESK_URL: 'http://127.0.0.1:9', CLAIMDESK_TOKEN: 'claimdesk_x', ...more };
    const { code, printed, errors } = await call(process.execPath, [LAUNCHER, ...args], { cwd: folder, env })
      .ended;
    expect(errors).toMatch(says);
    expect(errors).toMatch(/^claimdesk: [^\n]+\n$/);
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
  });
});

describe('what ends it with 1 and one line', () => {
  test('a server that is away', async () => {
    await put('a.txt', text('Away'));
    const gone = await lineTo(desk.address, passOn);
    await gone.close();
    expect(await claimdesk(['import', 'a.txt'], { url: gone.address })).toEqual({
      code: 1,
      printed: '',
      errors: `claimdesk: Nothing answers at ${gone.address}.\n`,
    });
  });

  test('a server that is another one', async () => {
    const url = await line((_request, _answer, to) => void to.writeHead(200).end('<p>Hello</p>'));
    const { code, errors } = await claimdesk(['verify', '--history'], { url });
    expect({ code, errors }).toEqual({
      code: 1,
      errors: `claimdesk: ${url} gave an answer that this version does not understand.\n`,
    });
    const moved = await line((_request, _answer, to) => void to.writeHead(302, { Location: '/' }).end());
    expect((await claimdesk(['verify', '--history'], { url: moved })).errors).toBe(
      `claimdesk: ${moved} answered 302, and not as Claimdesk does: is this its address?\n`,
    );
  });

  test('a token without the scope, which is named', async () => {
    await put('a.txt', text('Scopes'));
    const { secret } = await token(['read']);
    expect(await claimdesk(['import', 'a.txt'], { secret })).toEqual({
      code: 1,
      printed: '',
      errors: 'claimdesk: This token was not made for that: needs a token with the scope “stories”.\n',
    });
    expect((await claimdesk(['export'], { secret })).errors).toContain('the scope “export”');
    expect(await stories('Scopes')).toEqual([]);
  });

  test('a token that has run out', async () => {
    const made = await token();
    const url = await runningEmbedded(data);
    const client = new pg.Client({ connectionString: url ?? '' });
    await client.connect();
    await client.query(`UPDATE api_tokens SET expires_at = now() - interval '1 minute' WHERE id = $1`, [
      made.token.id,
    ]);
    await client.end();
    const { code, errors } = await claimdesk(['export'], made);
    expect({ code, errors }).toEqual({
      code: 1,
      errors: 'claimdesk: This token is not known, has run out or was taken back.\n',
    });
  });
});

describe('import', () => {
  test('brings in files, refuses what is no text, and leaves alone what is here when it is run again', async () => {
    await put('a.txt', text('Harbour'));
    await put(
      'b.txt',
      Buffer.concat([Buffer.from('Harbour '), Buffer.from([0xc3, 0x28]), Buffer.from(' fire')]),
    );
    await put('c.txt', `\ufeff${text('Harbour')}`);
    const first = await claimdesk(['import', 'a.txt', 'b.txt', 'c.txt']);
    expect(first).toMatchObject({ code: 1, errors: '' });
    const [a, b, c] = fields(first.printed);
    expect(a).toEqual(['new', expect.any(String), 'a.txt', expect.stringMatching(/^Harbour \d+$/)]);
    expect(b).toEqual(['refused', '-', 'b.txt', 'It is not in UTF-8. Save it as UTF-8.']);
    expect(c?.[0]).toBe('new');
    expect((await story(c?.[1] ?? '')).revision.text).toMatch(/^Harbour/);
    const again = fields((await claimdesk(['import', 'a.txt', 'c.txt'])).printed);
    expect(again).toEqual([
      ['already', ...(a?.slice(1) ?? [])],
      ['already', ...(c?.slice(1) ?? [])],
    ]);
    expect(await stories('Harbour')).toHaveLength(2);
  });

  test('takes the text files of a folder by name, and says what cannot be read', async () => {
    await mkdir(path.join(folder, 'wire'));
    await mkdir(path.join(folder, 'empty'));
    await mkdir(path.join(folder, 'wire', 'desk'));
    for (const name of ['2.txt', '1.TXT', 'desk/3.txt', '.hidden.txt', 'notes.log'])
      await put(`wire/${name}`, text('Folder'));
    await put('big.txt', Buffer.alloc(2 * 1024 * 1024 + 1, 'x'));
    await put('nul.txt', 'A\0B');
    await put('blank.txt', ' \n');
    await put('wide.txt', Buffer.from('\ufeffWide', 'utf16le'));
    const named = ['wire', 'empty', 'big.txt', 'nul.txt', 'blank.txt', 'wide.txt', 'none.txt'];
    const { code, printed } = await claimdesk(['import', ...named]);
    expect(code).toBe(1);
    const told = fields(printed).map(([what, , file, words]) => [what, file, words]);
    const title = expect.stringMatching(/^Folder/);
    expect(told).toEqual([
      ['new', path.join('wire', '1.TXT'), title],
      ['new', path.join('wire', '2.txt'), title],
      ['new', path.join('wire', 'desk', '3.txt'), title],
      ['refused', 'empty', 'There is no file of a story in this folder.'],
      ['refused', 'big.txt', 'This is larger than Claimdesk takes.'],
      ['refused', 'nul.txt', 'This is not a text: it holds binary data.'],
      ['refused', 'blank.txt', 'There is no text in this story.'],
      ['refused', 'wide.txt', 'It is in UTF-16. Save it as UTF-8.'],
      ['refused', 'none.txt', 'It cannot be read: there is no such file.'],
    ]);
  });

  test('takes files of other formats, a newer version as the next text, and leaves alone what is here', async () => {
    const item = ninjsItem({ headlines: [{ role: 'main', value: text('Wire').split('\n')[0] }] });
    const bodies = [{ contentType: 'text/html', value: `<p>${text('Changed')}</p>` }];
    await put('1.json', asFile(item));
    await put('2.json', asFile({ ...item, version: '2', bodies }));
    await put('broken.json', '{"uri":');
    const first = await claimdesk(['import', '1.json', '2.json', '1.json', 'broken.json']);
    const told = fields(first.printed).map(([what, id, file]) => [what, id, file]);
    const id = told[0]?.[1] ?? '';
    expect(told).toEqual([
      ['new', id, '1.json'],
      ['newer', id, '2.json'],
      ['refused', '-', '1.json'],
      ['refused', '-', 'broken.json'],
    ]);
    expect((await story(id)).revision.number).toBe(2);
    const again = fields((await claimdesk(['import', '2.json'])).printed);
    expect(again[0]?.slice(0, 2)).toEqual(['already', id]);
    const newer = await claimdesk(['import', '--newer', id, '2.json']);
    expect(newer.printed).toContain('bring it in without --newer');
  });

  test('takes an archive with all that is in it, goes on with it when it is run again, and says what is refused', async () => {
    const { uri } = ninjsItem();
    const version = (number: string) =>
      asFile(wireItem(text('Archive'), { uri, version: number, versionCreated: undefined }));
    const parts = [
      ['wire/2.json', version('2')],
      ['wire/1.json', version('1')],
      ['wire/a.txt', text('Archive')],
      ['latin.txt', Buffer.from([0x5a, 0xfc])],
    ] as const;
    await put('wire.zip', zipOf(parts));
    await put('broken.zip', 'It sank.');
    const { secret } = await token();
    const first = await claimdesk(['import', 'wire.zip', 'broken.zip'], { secret });
    expect(first).toMatchObject({ code: 1, errors: '' });
    const told = fields(first.printed).map(([what, , file]) => [what, file]);
    expect(told).toEqual([
      ['newer', path.join('wire.zip', 'wire', '2.json')],
      ['new', path.join('wire.zip', 'wire', '1.json')],
      ['new', path.join('wire.zip', 'wire', 'a.txt')],
      ['refused', path.join('wire.zip', 'latin.txt')],
      ['refused', 'broken.zip'],
    ]);
    expect(first.printed).toContain('This archive, or this file in it, is damaged or cut off');
    const again = await claimdesk(['import', 'wire.zip'], { secret });
    expect(again.code).toBe(1);
    expect(fields(again.printed).map(([what]) => what)).toEqual(['newer', 'new', 'new', 'refused']);
    expect(await stories('Archive')).toHaveLength(2);
    const dry = await claimdesk(['import', '--dry-run', 'wire.zip'], { secret });
    expect(dry.printed).toContain('unpack it first');
  });

  test('takes whole stories as they are, packages with their files, also in folders', async () => {
    const arrived = asFile(wireItem(text('Elsewhere')));
    const body = { file: { name: 'wire.json', base64: arrived.toString('base64') } };
    const { id } = Story.parse(await desk.ask('POST', '/api/articles', body));
    const exported = async (format: string) => {
      await claimdesk(['export', 'story', '--article-id', id, '--format', format, '--out', format]);
      return readFile(path.join(folder, format));
    };
    const alone = underOtherIds(StoryDocument.parse(JSON.parse(String(await exported('claimdesk')))));
    const unpacked = await unzip(await exported('claimdesk-package'));
    const files = new Map(unpacked.ok ? unpacked.files : []);
    const packed = underOtherIds(StoryDocument.parse(JSON.parse(String(files.get('story.json')))));
    files.set('story.json', Buffer.from(JSON.stringify(packed)));
    await mkdir(path.join(folder, 'desk'));
    await put('desk/packed.claimdesk.zip', zipOf([...files]));
    await put('desk/alone.json', JSON.stringify(alone));
    await put('behind.json', JSON.stringify(underOtherIds(packed)));
    const [inPackage, byItself] = [packed.story.article.id, alone.story.article.id];
    const restricted = await claimdesk(['import', '--restricted', 'desk', 'behind.json']);
    expect(fields(restricted.printed).map(([what]) => what)).toEqual(['refused', 'refused', 'refused']);
    const first = await claimdesk(['import', 'desk', 'behind.json']);
    expect(fields(first.printed)).toEqual([
      ['new', byItself, path.join('desk', 'alone.json'), alone.story.article.title],
      ['new', inPackage, path.join('desk', 'packed.claimdesk.zip'), packed.story.article.title],
      ['refused', '-', 'behind.json', expect.stringContaining('left in a package')],
    ]);
    const came = await fetch(`${desk.address}/api/articles/${inPackage}/arrivals/1/file`, {
      headers: { Authorization: `Bearer ${(await token()).secret}` },
    });
    expect(Buffer.from(await came.arrayBuffer()).equals(arrived)).toBe(true);
    const again = await claimdesk(['import', 'desk']);
    expect(fields(again.printed).map(([what, one]) => [what, one])).toEqual([
      ['already', byItself],
      ['already', inPackage],
    ]);
  });

  test('after a lost answer asks again, and makes nothing twice', async () => {
    await put('a.txt', text('Lost'));
    let lost = 0;
    const url = await line((request, answer, to) => {
      if (request.url !== '/api/articles' || lost > 0) return passOn(request, answer, to);
      lost += 1;
      to.destroy();
    });
    const { code, printed } = await claimdesk(['import', 'a.txt'], { url });
    expect([code, lost, fields(printed)[0]?.[0]]).toEqual([0, 1, 'new']);
    expect(await stories('Lost')).toHaveLength(1);
  });

  test('stopped in the middle, and run again, makes nothing twice', async () => {
    for (const name of ['1.txt', '2.txt', '3.txt']) await put(name, text('Stopped'));
    let creates = 0;
    let stop = () => {};
    const url = await line((request, answer, to) => {
      if (request.url === '/api/articles') creates += 1;
      // Stored, and nobody ever hears of it.
      if (creates < 2) return passOn(request, answer, to);
      stop();
    });
    const program = await begin(['import', '.'], { url });
    stop = () => void program.process.kill('SIGINT');
    const first = await program.ended;
    expect(first).toMatchObject({ code: 130, errors: 'claimdesk: stopped; it may be run again\n' });
    expect(fields(first.printed).map(([what]) => what)).toEqual(['new']);
    const second = await claimdesk(['import', '.']);
    expect(fields(second.printed).map(([what]) => what)).toEqual(['already', 'already', 'new']);
    expect(await stories('Stopped')).toHaveLength(3);
  });

  test('a restricted one is so, and a file brought in before with other options is left as it is', async () => {
    await put('a.txt', text('Closed'));
    const secret = (await token()).secret;
    const args = ['import', '--restricted', '--language', 'de', 'a.txt'];
    const [first] = fields((await claimdesk(args, { secret })).printed);
    expect(await desk.ask('GET', `/api/articles/${first?.[1]}`)).toMatchObject({
      access: 'restricted',
      language: 'de',
    });
    // A newer text took its place, so that its text is no longer here: its id is.
    await desk.ask('POST', `/api/articles/${first?.[1]}/revisions`, {
      text: text('Closed'),
      baseRevision: 1,
    });
    const [again] = fields((await claimdesk(['import', 'a.txt'], { secret })).printed);
    expect(again?.slice(0, 2)).toEqual(['already', first?.[1]]);
  });

  test('tried only, stores nothing', async () => {
    await put('a.txt', text('Tried'));
    const { code, printed } = await claimdesk(['import', '--dry-run', 'a.txt']);
    expect([code, fields(printed)[0]?.slice(0, 3)]).toEqual([0, ['would', '-', 'a.txt']]);
    expect(await stories('Tried')).toEqual([]);
  });

  test('a newer text becomes the next revision, once', async () => {
    const { id, revision } = await stored('Newer');
    await put('lead-2.txt', revision.text.replace('41 people', '43 people'));
    const args = ['import', '--newer', id, '--arrived', 'AFP lead 2', 'lead-2.txt'];
    const first = await claimdesk(args);
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(fields(first.printed)).toEqual([
      ['newer', id, 'lead-2.txt', 'revision 2: of 0 claims 0 lost a verdict, 0 are gone'],
    ]);
    expect(fields((await claimdesk(args)).printed)[0]?.slice(0, 2)).toEqual(['already', id]);
    expect((await story(id)).revision).toMatchObject({
      number: 2,
      text: expect.stringContaining('43 people'),
    });
  });

  test('a newer text of a story that is not there is refused', async () => {
    await put('a.txt', text('Nowhere'));
    const nowhere = '01890000-0000-7000-8000-000000000000';
    const { code, printed } = await claimdesk(['import', '--newer', nowhere, 'a.txt']);
    expect([code, fields(printed)]).toEqual([
      1,
      [['refused', '-', 'a.txt', 'There is nothing here, or it is not for you.']],
    ]);
  });
});

describe('export', () => {
  const all = (id: string) => ['export', '--status', 'all', '--article-id', id];

  test('writes to standard output what the API gives', async () => {
    const made = await stored('Exported');
    await marked(made, 'on Tuesday');
    const { code, printed, errors } = await claimdesk([...all(made.id), '--format', 'jsonl']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(JSON.parse(printed)).toMatchObject({ story_id: made.id, quote: 'on Tuesday' });
  });

  test.each([
    ['csv', 'claims', '2'],
    ['json', 'claims', '2'],
    ['jsonl', 'claims', '2'],
    ['csv', 'corrections', '0'],
    ['txt', 'corrections', '-'],
    ['ucdp-ged', 'claims', '0'],
    ['claimdesk', 'story', '-'],
    ['ninjs', 'story', '-'],
  ])('keeps a file of %s of %s, and tells its rows and SHA-256', async (format, list, rows) => {
    const made = await stored('Kept');
    await marked(made, 'on Tuesday');
    await marked(made, '41 people died');
    const status = list === 'claims' ? ['--status', 'all'] : [];
    const args = ['export', list, ...status, '--article-id', made.id, '--format', format, '--out', 'list'];
    const { code, printed, errors } = await claimdesk(args);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const digest = createHash('sha256')
      .update(await readFile(path.join(folder, 'list')))
      .digest('hex');
    expect(fields(printed)).toEqual([['exported', rows, digest, 'list']]);
    expect(await readdir(folder)).toEqual(['list']);
  });

  test('writes a whole story and its proof', async () => {
    const { id } = await stored('Whole');
    for (const [kind, format, begins] of [
      ['story', 'claimdesk', '{"format":"claimdesk-story"'],
      ['story', 'claimdesk-package', 'PK'],
      ['proof', 'html', '<!doctype html>'],
      ['proof', 'docx', 'PK'],
    ] as const) {
      const name = `whole.${format}`;
      const { code, printed } = await claimdesk([
        ...['export', kind, '--article-id', id, '--format', format, '--out', name],
      ]);
      expect([code, fields(printed)[0]?.[0]], `${kind} ${format}`).toEqual([0, 'exported']);
      const written = await readFile(path.join(folder, name), 'latin1');
      expect(written.slice(0, begins.length).toLowerCase()).toBe(begins.toLowerCase());
    }
  });

  test('writes beside a file what the desk recorded of it', async () => {
    const made = await stored('Manifest');
    await marked(made, 'on Tuesday');
    const { code, printed } = await claimdesk([...all(made.id), '--out', 'told.csv', '--manifest']);
    const [, , digest] = fields(printed)[0] ?? [];
    const told: unknown = JSON.parse(await readFile(path.join(folder, 'told.csv.manifest.json'), 'utf8'));
    expect(code).toBe(0);
    expect(told).toMatchObject({
      file: { sha256: digest, whole: true },
      stories: [{ id: made.id, claims: 1 }],
    });
    const alone = await claimdesk([...all(made.id), '--manifest']);
    expect([alone.code, alone.errors]).toEqual([2, expect.stringContaining('--manifest goes with --out')]);
  });

  test('cut off, leaves the file that was there', async () => {
    const made = await stored('Cut');
    await marked(made, 'on Tuesday');
    await put('list.csv', 'the one before');
    const url = await line(async (_request, answer, to) => {
      to.writeHead(200, { 'Content-Type': 'text/csv' });
      to.write(Buffer.from(await answer.arrayBuffer()).subarray(0, 100), () => to.destroy());
    });
    const { code, printed, errors } = await claimdesk([...all(made.id), '--out', 'list.csv'], { url });
    expect({ code, printed }).toEqual({ code: 1, printed: '' });
    expect(errors).toMatch(/^claimdesk: The file was cut off\. [^\n]+\n$/);
    expect(await readdir(folder)).toEqual(['list.csv']);
    expect(await readFile(path.join(folder, 'list.csv'), 'utf8')).toBe('the one before');
  });

  test('stopped, leaves nothing behind', async () => {
    let stop = () => {};
    const url = await line((_request, _answer, to) => {
      to.writeHead(200, { 'Content-Type': 'text/csv' });
      to.write('the beginning', () => stop());
    });
    const program = await begin(['export', '--out', 'list.csv'], { url });
    stop = () => void program.process.kill('SIGINT');
    expect(await program.ended).toMatchObject({
      code: 130,
      errors: 'claimdesk: stopped; it may be run again\n',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('to a place that is none, says so', async () => {
    const { code, errors } = await claimdesk(['export', '--out', path.join('none', 'list.csv')]);
    expect({ code, errors }).toEqual({
      code: 1,
      errors: `claimdesk: ${path.join('none', 'list.csv')} cannot be written: there is no such folder.\n`,
    });
  });

  test('whose reader has seen enough ends, and lets the server go', async () => {
    let gone: Promise<unknown> = Promise.resolve();
    const url = await line((_request, _answer, to) => {
      gone = once(to, 'close');
      to.writeHead(200, { 'Content-Type': 'text/csv' });
      const row = 'a row of claims\r\n'.repeat(1000);
      const more = () => void (to.destroyed || to.write(row, more));
      more();
    });
    const program = await begin(['export'], { url });
    program.process.stdout?.once('data', () => program.process.stdout?.destroy());
    expect(await program.ended).toMatchObject({ code: 0, errors: '' });
    await gone;
  });
});

describe('verify', () => {
  test('knows a file that left the desk, one whose claims changed since, and one that is another', async () => {
    const made = await stored('Verified');
    const claim = await marked(made, 'on Tuesday');
    await claimdesk(['export', '--status', 'all', '--article-id', made.id, '--out', 'claims.csv']);
    const whole = await claimdesk(['verify', 'claims.csv']);
    expect(whole).toMatchObject({ code: 0, errors: '' });
    expect(fields(whole.printed)).toEqual([
      ['whole', 'claims.csv', expect.stringMatching(/^claims by .+, \d{4}-\d\d-\d\dT.+Z: 1 claim$/)],
    ]);
    await desk.ask('DELETE', `/api/claims/${claim.id}?version=${claim.version}`);
    await put('other.csv', `${await readFile(path.join(folder, 'claims.csv'), 'utf8')} `);
    const { code, printed } = await claimdesk(['verify', 'claims.csv', 'other.csv', 'none.csv']);
    expect(code).toBe(1);
    expect(fields(printed)).toEqual([
      ['outdated', 'claims.csv', expect.stringMatching(/: 1 claim, 1 of them changed since$/)],
      ['unknown', 'other.csv', 'No file of these bytes left the desk, or none that is for you.'],
      ['unread', 'none.csv', 'It cannot be read: there is no such file.'],
    ]);
  });

  test('tells whether a story’s text is the one that is signed off', async () => {
    const made = await stored('Signed');
    const verified = async () => {
      const { code, printed } = await claimdesk(['verify', '--story', made.id]);
      const [[what, id, , said] = []] = fields(printed);
      return [code, what, id, said];
    };
    expect(await verified()).toEqual([1, 'open', made.id, 'Revision 1 is not signed off.']);
    // Someone else gives the verdict: nobody signs off what they alone checked.
    const editor = { email: 'ada@desk.test', password: 'a password of some length' };
    await desk.ask('POST', '/api/users', { ...editor, name: 'Ada Moor', role: 'editor' });
    const asEditor = await signedIn(desk.address, editor);
    const { id, version } = await marked(made, 'on Tuesday');
    const given = { version, verdict: 'accurate', reason: 'The log says so.' };
    const checked = Claim.parse(await asEditor('PUT', `/api/claims/${id}/verdict`, given));
    await desk.ask('PUT', `/api/claims/${id}/review`, { version: checked.version, decision: 'passed' });
    const State = z.object({
      revision: z.number(),
      sha256: z.string(),
      head: z.number(),
      openSuggestions: z.array(z.string()),
    });
    const { openSuggestions, ...seen } = State.parse(
      await desk.ask('GET', `/api/articles/${made.id}/sign-off`),
    );
    const signOff = { ...seen, acknowledgeSuggestions: openSuggestions };
    await desk.ask('PUT', `/api/articles/${made.id}/sign-off`, signOff);
    const words = new RegExp(`^revision 1, .+Z, SHA-256 ${seen.sha256}$`);
    expect(await verified()).toEqual([0, 'signed_off', made.id, expect.stringMatching(words)]);
  });

  test('lets the server walk its history', async () => {
    const { code, printed } = await claimdesk(['verify', '--history']);
    expect([code, fields(printed)[0]?.[0], fields(printed)[0]?.[2]]).toEqual([0, 'whole', '0 broken']);
  });
});
