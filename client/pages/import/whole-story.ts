/** Recognising a story of another Claimdesk, a document or a package, and looking into it before it travels. */
import { z } from 'zod';
import { Time } from '../../../server/contract/common.ts';
import type { StoryFormat } from '../../../server/contract/formats.ts';
import { MAX_DOCUMENT_BYTES, MAX_PACKAGE_BYTES } from '../../../server/contract/stories.ts';
import { inflated } from './inflate.ts';
import { entryOf } from './zip-entry.ts';

const Rows = z.array(z.unknown());
/** What is shown of a document; whether it is one, the server says. */
const Glance = z.looseObject({
  story: z.looseObject({
    article: z.looseObject({ id: z.string(), title: z.string(), access: z.string() }),
    ...{ revisions: Rows, claims: Rows, verdicts: Rows, evidence: Rows, comments: Rows, files: Rows },
    arrivals: Rows.default([]),
    people: z.array(z.looseObject({ name: z.string() })),
  }),
  manifest: z.looseObject({
    generatedAt: Time,
    generatedBy: z.looseObject({ name: z.string() }),
    head: z.number(),
    headHash: z.string().nullable(),
    files: z.array(z.string()).optional(),
  }),
});
export type Glance = z.infer<typeof Glance>;

export interface WholeStory {
  readonly file: File;
  readonly format: StoryFormat;
  readonly glance: Glance;
}

export type Looked =
  | { readonly is: 'story'; readonly story: WholeStory }
  /** Anything else: other readers may know it. */
  | { readonly is: 'other' }
  | { readonly is: 'broken'; readonly reason: string };

const broken = (reason: string): Looked => ({ is: 'broken', reason });
const BROKEN_PACKAGE = 'This package is damaged or cut off: no story can be read in it.';
const BROKEN_DOCUMENT = 'This story of a Claimdesk is damaged or cut off.';
const TOO_LARGE = `This is over ${MAX_DOCUMENT_BYTES / 1024 / 1024} MB. Claimdesk takes no larger document of a story.`;
const TOO_LARGE_PACKAGE = 'This is over 4 GB. Claimdesk takes no larger package.';

/** As every document begins. */
const BEGINS = /^\ufeff?\s*\{\s*"format"\s*:\s*"claimdesk-story"/;

/** Look into a file that was chosen or dropped. Nothing of it leaves the browser. */
export async function lookAt(file: File): Promise<Looked> {
  try {
    const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    if (first === 0x50 && second === 0x4b) return await lookIntoZip(file);
    if (!BEGINS.test(await file.slice(0, 400).text())) return { is: 'other' };
    if (file.size > MAX_DOCUMENT_BYTES) return broken(TOO_LARGE);
    const glance = glanceOf(await file.text());
    return glance === null ? broken(BROKEN_DOCUMENT) : story(file, 'claimdesk', glance);
  } catch {
    // A folder, or a file that is gone: whoever reads it next says so.
    return { is: 'other' };
  }
}

async function lookIntoZip(file: File): Promise<Looked> {
  const isCalledSo = file.name.toLowerCase().endsWith('.claimdesk.zip');
  const entry = await entryOf(file, 'story.json');
  if (entry === null) return isCalledSo ? broken(BROKEN_PACKAGE) : { is: 'other' };
  if (file.size > MAX_PACKAGE_BYTES) return broken(TOO_LARGE_PACKAGE);
  const text = await inflated(entry, MAX_DOCUMENT_BYTES);
  const glance = text === null ? null : glanceOf(text);
  if (glance !== null) return story(file, 'claimdesk-package', glance);
  return isCalledSo ? broken(BROKEN_PACKAGE) : { is: 'other' };
}

const story = (file: File, format: StoryFormat, glance: Glance): Looked => ({
  is: 'story',
  story: { file, format, glance },
});

function glanceOf(text: string): Glance | null {
  try {
    return Glance.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
