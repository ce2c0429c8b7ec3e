/** The arrows of the house: imports go one way. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');

/** Words and times as people read them: leaves that any part of the client may use. */
const LEAVES = [
  'client/words.ts',
  'client/times.ts',
  'client/theme.ts',
  'client/storage.ts',
  'client/after-paint.ts',
  'client/debounced.ts',
  'client/router.ts',
  'client/web-address.ts',
];

/** What each part may import of this project; a part may always import of itself. The first that fits a file counts. */
const ARROWS: readonly { part: string; may: readonly string[]; packages?: readonly string[] }[] = [
  { part: 'server/contract', may: [], packages: ['zod'] },
  // The tagger: pure, from text to parts of speech.
  {
    part: 'server/domain/extraction',
    may: ['server/contract', 'server/domain'],
    packages: ['wink-nlp', 'wink-eng-lite-web-model'],
  },
  // The comparison of two revisions, word by word.
  { part: 'server/domain/text/revise', may: ['server/contract', 'server/domain'], packages: ['diff'] },
  // Foreign formats: their syntax is others' work.
  {
    part: 'server/domain/exchange/in',
    may: ['server/contract', 'server/domain'],
    packages: [
      'zod',
      'htmlparser2',
      'saxes',
      'linkedom',
      '@mozilla/readability',
      'mammoth',
      'markdown-it',
      'node:module',
      'node:path',
      'pdfjs-dist/legacy/build/pdf.mjs',
      'node:zlib',
    ],
  },
  { part: 'server/domain/exchange/proof', may: ['server/contract', 'server/domain'], packages: ['docx'] },
  // What is sent is signed.
  { part: 'server/domain/webhooks', may: ['server/contract', 'server/domain'], packages: ['node:crypto'] },
  { part: 'server/domain', may: ['server/contract'], packages: ['zod'] },
  // Whom an event concerns is a rule; that they are told is written with the event.
  {
    part: 'server/database/notifications.ts',
    may: ['server/contract', 'server/database', 'server/domain/notifications'],
  },
  { part: 'server/database', may: ['server/contract', 'server/thread.ts', 'server/thread-side.ts'] },
  // A write's digest and type are the database's.
  { part: 'server/http', may: ['server/contract', 'server/database'] },
  // What a file of a story says is a term of the rules, and what a host answered one of the way out.
  {
    part: 'server/services.ts',
    may: [
      'server/contract',
      'server/database',
      'server/domain/exchange/in/model.ts',
      'server/http/outbound/pages.ts',
    ],
  },
  { part: 'server/thread.ts', may: [] },
  { part: 'server/thread-side.ts', may: ['server/thread.ts'], packages: ['node:worker_threads'] },
  {
    part: 'server/features',
    may: [
      'server/contract',
      'server/domain',
      'server/database',
      'server/http',
      'server/services.ts',
      'server/thread.ts',
      'server/thread-side.ts',
    ],
  },
  {
    part: 'server/demo',
    may: [
      'server/contract',
      'server/domain',
      'server/database',
      'server/http',
      'server/services.ts',
      'server/features',
    ],
  },
  { part: 'server/config.ts', may: ['server/contract'] },
  {
    part: 'server/app.ts',
    may: ['server/contract', 'server/http', 'server/features', 'server/services.ts'],
  },
  { part: 'server/main.ts', may: ['server'] },
  { part: 'server/verify-history.ts', may: ['server'] },
  { part: 'server/backup.ts', may: ['server'] },
  { part: 'server/restore.ts', may: ['server'] },
  { part: 'server/suggest.ts', may: ['server/contract', 'server/domain'] },
  // The command line speaks to a server as any other program does.
  // What a story's package is, it tells by itself, so as to know where to send it.
  {
    part: 'server/command',
    may: ['server/contract', 'server/domain/exchange/in/zip', 'server/domain/exchange/story/package.ts'],
  },
  { part: 'server/claimdesk.ts', may: ['server/command'] },
  { part: 'client/highlight', may: ['server/contract'], packages: [] },
  { part: 'client/api', may: ['server/contract'] },
  // The one place that speaks to the browser's database.
  { part: 'client/database.ts', may: [], packages: ['idb'] },
  { part: 'client/contexts', may: ['server/contract', 'client/api'] },
  { part: 'client/styles', may: [] },
  {
    part: 'client/components',
    may: ['server/contract', 'client/styles', 'client/controllers', 'client/contexts', 'client/highlight'],
  },
  {
    part: 'client/controllers',
    may: ['client/api', 'server/contract', 'client/highlight', 'client/contexts', 'client/styles'],
  },
  {
    part: 'client/pages',
    may: [
      'server/contract',
      'client/api',
      'client/database.ts',
      'client/components',
      'client/controllers',
      'client/contexts',
      'client/highlight',
      'client/styles',
    ],
  },
  { part: 'client', may: ['client', 'server/contract'] },
];

const sources = ['server', 'client'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('generated'),
    )
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name))),
);

/**
 * Everything that a file imports: project files by their path, packages by their name.
 *
 * @param of.types also what is imported for its types alone
 * @param of.later also what is imported while the file runs
 */
function importsOf(
  file: string,
  { types = true, later = true } = {},
): { local: string[]; packages: string[] } {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const statements =
    /^(?:import|export)\s[^'"`=;()]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;
  const matches = [...text.matchAll(statements)].filter(([all]) => types || !/^\w+\s+type\s/.test(all));
  const specifiers = matches
    .filter((match) => later || match[3] === undefined)
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  const local = specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => path.relative(ROOT, path.resolve(ROOT, path.dirname(file), specifier)));
  return { local, packages: specifiers.filter((specifier) => !specifier.startsWith('.')) };
}

const within = (file: string, part: string) => file === part || file.startsWith(`${part}/`);
const arrowOf = (file: string) => ARROWS.find(({ part }) => within(file, part));

test('there are files to look at', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(importsOf('server/app.ts').local).toContain('server/http/problems.ts');
});

describe('imports go one way', () => {
  test.each(sources)('%s', (file) => {
    const arrow = arrowOf(file);
    if (arrow === undefined) throw new Error(`${file} has no place in the house`);
    const { local, packages } = importsOf(file);
    const strays = local.filter(
      (target) =>
        !within(target, arrow.part) &&
        !arrow.may.some((part) => within(target, part)) &&
        !(within(file, 'client') && LEAVES.includes(target)),
    );
    expect(strays).toEqual([]);
    if (arrow.packages !== undefined)
      expect(packages.filter((name) => !arrow.packages?.includes(name))).toEqual([]);
  });
});

/**
 * Where a file imports others when it is loaded; types are gone by then, and threads load their own.
 *
 * @param of.later also what it may import while it runs
 */
function loadedFrom(start: string, { later = true } = {}): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const next = [start];
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (found.has(file) || !sources.includes(file)) continue;
    const { local, packages } = importsOf(file, { types: false, later });
    found.set(file, packages);
    next.push(...local);
  }
  return found;
}

test('what reads foreign files is loaded on the thread that reads them alone', () => {
  const readers = ['@mozilla/readability', 'htmlparser2', 'linkedom', 'mammoth', 'markdown-it', 'saxes'];
  const onThread = loadedFrom('server/features/arrivals/reading.worker.ts');
  for (const reader of readers) expect([...onThread.values()].flat()).toContain(reader);
  const onMain = loadedFrom('server/main.ts');
  expect(onMain.size).toBeGreaterThan(100);
  expect([...onMain.keys()]).not.toContain('server/domain/exchange/in/formats.ts');
  const strays = [...onMain].filter(([, packages]) => packages.some((name) => readers.includes(name)));
  expect(strays.map(([file]) => file)).toEqual([]);
});

/** What a start pays for, and most newsrooms never use, or seldom: packages, and files of our own that are as large. */
const NOT_AT_START = {
  packages: [
    ...['@mozilla/readability', 'htmlparser2', 'linkedom', 'mammoth', 'markdown-it', 'saxes', 'docx'],
    ...['pdfjs-dist/legacy/build/pdf.mjs', 'wink-nlp', 'wink-eng-lite-web-model'],
    ...['@prisma/schema-engine-wasm/schema_engine_bg', 'nodemailer', 'prom-client', 'file-type'],
  ],
  files: [
    ...['server/features/health/openapi.ts', 'server/database/migrate.ts', 'server/demo/fill.ts'],
    ...['server/domain/extraction/analyse.ts', 'server/features/stories/read-document.ts'],
  ],
};

test('what is large and seldom needed is not loaded at start', () => {
  const atStart = loadedFrom('server/main.ts', { later: false });
  expect(atStart.size).toBeGreaterThan(100);
  expect([...atStart.values()].flat()).toEqual(expect.arrayContaining(['express', 'pg']));
  const strays = NOT_AT_START.packages.flatMap((name) =>
    [...atStart].filter(([, packages]) => packages.includes(name)).map(([file]) => `${file}: ${name}`),
  );
  expect(strays).toEqual([]);
  expect(NOT_AT_START.files.filter((file) => atStart.has(file))).toEqual([]);
  // A name that nothing has any more would be kept out of everything.
  const used = new Set(sources.flatMap((file) => importsOf(file, { types: false }).packages));
  expect(NOT_AT_START.packages.filter((name) => !used.has(name))).toEqual([]);
  expect(NOT_AT_START.files.filter((file) => !sources.includes(file))).toEqual([]);
});

test('the domain knows neither clock nor chance nor console', () => {
  const impure = sources
    .filter((file) => within(file, 'server/domain'))
    .filter((file) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|\bconsole\.|\bprocess\./.test(
        readFileSync(path.join(ROOT, file), 'utf8'),
      ),
    );
  expect(impure).toEqual([]);
});
