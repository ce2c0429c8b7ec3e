/** Stories as news items: read by our own reader, and held to IPTC's schema. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ajv2020 from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Claim } from '../../server/contract/claims.ts';
import { oneLine } from '../../server/domain/exchange/in/markup.ts';
import { readNinjs } from '../../server/domain/exchange/in/ninjs.ts';
import { putTogether } from '../../server/domain/exchange/in/put-together.ts';
import { type NinjsInput, storyNinjs } from '../../server/domain/exchange/ninjs.ts';
import { readStory } from '../../server/domain/text/story.ts';
import { AT, claim, id, input, passed, verdict } from '../support/proofs.ts';
import { standardIn } from '../support/standards.ts';

const Item = z.looseObject({
  uri: z.string(),
  associations: z.array(z.looseObject({ name: z.string(), uri: z.string() })).optional(),
});

function ninjsInput(more: Partial<NinjsInput> = {}, proof: Parameters<typeof input>[0] = {}): NinjsInput {
  const made = input(proof);
  return {
    proof: { ...made, article: { ...made.article, id: id(900), createdAt: AT } },
    arrival: null,
    origin: 'https://desk.example',
    ...more,
  };
}
const itemOf = (given: NinjsInput) => Item.parse(JSON.parse(storyNinjs(given)));

const arrival = (more: Partial<NonNullable<NinjsInput['arrival']>> = {}) => ({
  identifiers: [
    { scheme: 'uri', value: 'urn:newsml:tarvo.example:1' },
    { scheme: 'slug', value: 'ferry 1' },
  ],
  ...{ version: '3', versionCreated: AT, status: 'usable', embargoedUntil: null, revision: 1 },
  editorialNote: 'Recasts.',
  ...more,
});

const accurate = (number: number, quote: string, more: Partial<Claim> = {}) =>
  claim(number, quote, { status: 'passed', verdict: verdict('accurate'), review: passed, ...more });

describe('a story as a news item', () => {
  test('bears what it arrived under, and its version while nobody changed the text', () => {
    expect(itemOf(ninjsInput({ arrival: arrival() }))).toMatchObject({
      ...{ uri: 'urn:newsml:tarvo.example:1', version: '3', versionCreated: AT, pubStatus: 'usable' },
      altIds: [{ role: 'slug', value: 'ferry 1' }],
      edNote: 'Recasts.',
    });
    const changed = itemOf(ninjsInput({ arrival: arrival({ revision: 7 }) }));
    expect(changed.uri).toBe('urn:newsml:tarvo.example:1');
    expect(changed).not.toHaveProperty('version');
    expect(changed).not.toHaveProperty('versionCreated');
  });

  test('has a name of its own where it came as no file, or under no address', () => {
    expect(itemOf(ninjsInput())).toMatchObject({ uri: `urn:uuid:${id(900)}`, version: '1' });
    const named = arrival({ identifiers: [{ scheme: 'doc-id', value: 'iptc 32' }] });
    expect(itemOf(ninjsInput({ arrival: named }))).toMatchObject({
      uri: `urn:uuid:${id(900)}`,
      altIds: [{ role: 'doc-id', value: 'iptc 32' }],
    });
  });

  test('a status that ninjs does not have is not told', () => {
    expect(itemOf(ninjsInput({ arrival: arrival({ status: 'Correction' }) }))).not.toHaveProperty(
      'pubStatus',
    );
  });

  test('verified claims stand beside it, corrections in its note, and all others nowhere', () => {
    const sources = [{ id: id(70), name: 'An official', kind: 'person', confidential: true }];
    const by = claim(8, 'the office', {
      kind: 'attribution',
      details: {
        ...{ source: null, cue: null, content: [], mode: null, basis: 'unnamed', sourceId: id(70) },
        ...{ via: [], carriedOver: false },
      },
    });
    const claims = [
      accurate(1, 'At least 41 people', { attributionIds: [by.id] }),
      accurate(2, '3 were saved', { verdict: verdict('inaccurate') }),
      accurate(3, 'saved', { status: 'checked', review: null }),
      accurate(4, 'died', { status: 'withdrawn' }),
      claim(5, 'the office', { status: 'checked', verdict: verdict('inaccurate') }),
      by,
    ];
    const evidence = [
      {
        ...{
          id: id(50),
          kind: 'link' as const,
          title: 'Register',
          publisher: 'Office',
          url: 'https://office.example/',
        },
        ...{ accessedAt: null, file: null, snapshot: null, withdrawn: false },
      } as const,
    ];
    const citations = [
      {
        claimId: id(1),
        evidenceId: id(50),
        locator: 'p. 4',
        quote: null,
        stance: 'supports',
        withdrawn: false,
      } as const,
    ];
    const item = itemOf(ninjsInput({}, { claims, sources, evidence, citations }));
    expect(item).toMatchObject({
      edNote:
        'CORRECTION: “3 were saved”: should be “42 people”. The register has it. (Ada <b>, 2 Mar 2026, 09:05 UTC)',
      associations: [
        {
          ...{ name: 'Fact: At least 41 people', rel: 'verifiedClaim', type: 'component' },
          uri: `https://desk.example/api/claims/${id(1)}`,
          descriptions: [
            { role: 'details', value: 'event' },
            { role: 'verdict', value: 'Accurate, Ada <b>: The register has it.' },
            { role: 'review', value: 'Passed by Ben' },
            { role: 'evidence', value: 'supports: Register · Office · p. 4 · https://office.example/' },
          ],
          infoSources: [{ name: 'An official', role: 'saidBy' }],
        },
      ],
    });
    expect(item.associations).toHaveLength(1);
  });
});

/** A text as markup has it: its blocks, white space within them taken together. */
const wordsOf = ({ proof }: NinjsInput): string => {
  const { text, blocks } = proof.article.revision;
  return blocks.map(({ start, end }) => oneLine(text.slice(start, end))).join('\n\n');
};

/** A story of some text, as it is read when it is pasted. */
function storyOf(text: string): NinjsInput | null {
  const read = readStory(text, { keepFurniture: true });
  if (!read.ok) return null;
  const { text: words, blocks, language } = read.story;
  const revision = { ...input().article.revision, text: words, blocks };
  return ninjsInput({}, { article: { ...input().article, language, revision } });
}

const readBack = (given: NinjsInput) => {
  const read = readNinjs(Buffer.from(storyNinjs(given)));
  if (!read.ok) return read.problem;
  const story = putTogether(read.story, { keepFurniture: true });
  return story.ok ? story.story.text : story.problem;
};

describe('our own reader', () => {
  const part = fc.oneof(
    fc.constantFrom(
      ...[
        'Ferry sinks',
        'By Ada Moor',
        'PORT ELSEN (NWA) — It sank.',
        '“It was calm,” she said.',
        'Share this',
      ],
      ...[
        '<b>41</b> & more',
        '&lt;',
        '* * *',
        'The toll',
        'A ferry sank off the coast on Tuesday.',
        '  a  b\tc  ',
      ],
    ),
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.lorem({ mode: 'sentences', maxCount: 4 }),
  );

  test('finds the same text', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const given = storyOf(parts.join('\n\n'));
        if (given === null) return;
        expect(readBack(given)).toBe(wordsOf(given));
      }),
      { numRuns: 200 },
    );
  });

  test('and roles, fields and identifiers', () => {
    const text =
      'Ferry sinks\n\nOff the coast\n\nThe toll\n\nAt least 41 died.\n\nIt was calm.\n\nThe ferry.\n\nEnd.';
    const roles = [
      'headline',
      'standfirst',
      'heading',
      'paragraph',
      'quote',
      'caption',
      'paragraph',
    ] as const;
    let at = 0;
    const blocks = text.split('\n\n').map((words, index) => {
      const start = text.indexOf(words, at);
      at = start + words.length;
      return { role: roles[index] ?? 'paragraph', start, end: at };
    });
    const article = {
      ...{
        ...input().article,
        agency: 'NWA',
        dateline: 'Port Elsen',
        sourceUrl: 'https://wire.example/ferry',
      },
      revision: { ...input().article.revision, text, blocks },
    };
    const given = ninjsInput({ arrival: arrival({ embargoedUntil: AT }) }, { article });
    const read = readNinjs(Buffer.from(storyNinjs(given)));
    expect(read).toMatchObject({
      story: {
        ...{
          title: 'Ferry sinks',
          byline: 'Ada Moor',
          agency: 'NWA',
          dateline: 'Port Elsen',
          publishedAt: AT,
        },
        ...{ language: 'en', sourceUrl: 'https://wire.example/ferry', status: 'usable', embargoedUntil: AT },
        ...{ version: '3', versionCreated: AT, editorialNote: 'Recasts.' },
        words: text.split('\n\n').map((words, index) => ({ role: roles[index], text: words })),
      },
    });
    expect(read.ok && read.story.identifiers).toEqual([
      ...arrival().identifiers,
      { scheme: 'web', value: 'https://wire.example/ferry' },
    ]);
  });

  test('also where the headline is repeated, is too long, or stands nowhere', () => {
    for (const text of [
      'Ferry sinks\n\nFerry sinks\n\nIt sank on Tuesday.',
      `${'Long '.repeat(200)}\n\nIt sank.`,
      'It sank.',
    ]) {
      const given = storyOf(text);
      if (given === null) throw new Error('it is a story');
      expect(readBack(given)).toBe(wordsOf(given));
    }
  });
});

const folder = standardIn('ninjs');

describe.skipIf(folder === null)(
  'IPTC’s schema, where CLAIMDESK_STANDARDS names a folder that has it',
  () => {
    const ajv = new ajv2020.default({ strict: false, allErrors: true });
    ajvFormats.default(ajv);
    // What places look like on a map is a standard of its own, and no item of ours has any.
    ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', type: 'object' });
    const schema: unknown = JSON.parse(
      folder === null ? '{}' : readFileSync(path.join(folder, 'ninjs-schema_3.1.json'), 'utf8'),
    );
    const isValid = ajv.compile(Object(schema));
    const faults = (item: unknown) => (isValid(item) ? [] : (isValid.errors ?? []));

    test('finds faults where there are some', () => {
      expect(faults({ uri: 'urn:x', by_line: 'x' })).not.toEqual([]);
      expect(faults({ uri: 'urn:x', associations: [{ uri: 'urn:y' }] })).not.toEqual([]);
    });

    test('finds none in a story with claims and corrections', () => {
      const claims = [
        accurate(1, 'At least 41 people'),
        accurate(2, 'saved', { verdict: verdict('inaccurate') }),
      ];
      expect(faults(itemOf(ninjsInput({ arrival: arrival({ embargoedUntil: AT }) }, { claims })))).toEqual(
        [],
      );
      expect(faults(itemOf(ninjsInput()))).toEqual([]);
    });

    test('finds none in any story', () => {
      const words = fc.string({ unit: 'binary' });
      fc.assert(
        fc.property(words, words, words, fc.webUrl(), (text, value, editorialNote, sourceUrl) => {
          const given = storyOf(`Ferry sinks\n\n${text}`);
          if (given === null) return;
          const { proof } = given;
          const article = {
            ...proof.article,
            title: text,
            byline: text,
            agency: value,
            dateline: value,
            sourceUrl,
          };
          const named = arrival({ identifiers: [{ scheme: 'uri', value }], editorialNote, status: value });
          expect(faults(itemOf({ ...given, proof: { ...proof, article }, arrival: named }))).toEqual([]);
        }),
      );
    });
  },
);
