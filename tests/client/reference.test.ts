/** The API's description as its page reads it. */

import { describe, expect, test } from 'vitest';
import { inlineOf } from '../../client/controllers/reference/inline.ts';
import { matching, readReference } from '../../client/controllers/reference/read.ts';
import {
  choicesOf,
  hasInside,
  insideOf,
  notes,
  type Schema,
  typeWords,
} from '../../client/controllers/reference/schema.ts';
import { ENDPOINTS } from '../../server/contract/api.ts';
import { CLAIM_FORMATS, mediaTypesOf } from '../../server/contract/formats.ts';
import { FORMAT_OF_MEDIA } from '../../server/contract/story-files.ts';
import { describeApi } from '../../server/features/health/openapi.ts';

const reference = readReference(describeApi());
const { shapes, groups } = reference;
const operations = groups.flatMap((group) => group.operations);
const operation = (id: string) => {
  const found = operations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not there`);
  return found;
};

test('every endpoint is in one group, and each answers something and may refuse', () => {
  expect(operations.length).toBe(ENDPOINTS.size);
  expect(new Set(operations.map(({ id }) => id)).size).toBe(ENDPOINTS.size);
  expect(operations.every(({ answers, refusals }) => answers.length > 0 && refusals.length > 0)).toBe(true);
  expect(reference.about.length).toBeGreaterThan(3);
});

test('an operation says who opens it, what it takes and what it answers', () => {
  const create = operation('createArticle');
  expect(create).toMatchObject({
    method: 'POST',
    path: '/api/articles',
    opens: { by: 'token', scope: 'stories' },
  });
  expect(create.parameters.map(({ name }) => name)).toEqual([
    ...['format', 'name', 'id', 'access'],
    'Idempotency-Key',
    'X-Claimdesk-Person',
  ]);
  expect(create.body).toMatchObject({ required: true, media: [{ type: 'application/json' }, ...FILES] });
  expect(create.answers).toMatchObject([
    { statuses: ['200', '201'], media: [{ schema: { $ref: expect.any(String) } }] },
  ]);
  expect(create.refusals.map(({ statuses: [status] }) => status)).toContain('409');
  expect(operation('getHealth').opens).toEqual({ by: 'anyone' });
  expect(operation('createToken').opens).toEqual({ by: 'session' });
  expect(operation('exportClaims').answers).toMatchObject([
    { media: mediaTypesOf(CLAIM_FORMATS).map((type) => ({ type, schema: null })) },
  ]);
  expect(operation('attachFile').body?.media).toEqual([{ type: 'application/octet-stream', schema: null }]);
});

/** Media types of files that may stand in the place of JSON. */
const FILES = [...FORMAT_OF_MEDIA.keys()].map((type) => ({ type }));

describe('finding', () => {
  const cases: Record<string, [typed: string, found: string[]]> = {
    'by path': ['/api/exports/', ['exportCorrections', 'exportClaims', 'findExports']],
    'by all words, in any case': ['REVISION changes', ['getRevisionChanges']],
    nothing: ['telephone', []],
  };
  test.each(Object.entries(cases))('%s', (_name, [typed, found]) => {
    const ids = matching(groups, typed).flatMap((group) => group.operations.map(({ id }) => id));
    expect(ids).toEqual(expect.arrayContaining(found));
    if (found.length === 0) expect(ids).toEqual([]);
  });

  test('without words, all', () => {
    expect(matching(groups, ' ')).toBe(groups);
  });
});

describe('a schema in words', () => {
  const named = { $ref: '#/components/schemas/Span' };
  const cases: Record<string, [schema: Schema, words: string, notes: string[]]> = {
    'a text with a limit': [
      { type: 'string', minLength: 1, maxLength: 300 },
      'text',
      ['1 to 300 characters'],
    ],
    'a whole number': [{ type: 'integer', minimum: 0 }, 'whole number', ['at least 0']],
    'a few words': [
      { type: 'string', enum: ['csv', 'json'], default: 'csv' },
      '"csv" or "json"',
      ['"csv" where left out'],
    ],
    'one value': [{ const: 409 }, '409', []],
    'a shape': [named, 'Span', []],
    'a shape or nothing': [
      { anyOf: [named, { type: 'null' }], default: null },
      'Span or null',
      ['null where left out'],
    ],
    'a list of shapes': [{ type: 'array', items: named, maxItems: 20 }, 'list of Span', ['at most 20 items']],
    'by name': [{ type: 'object', additionalProperties: { type: 'boolean' } }, 'object of true or false', []],
    'two types': [{ type: ['string', 'null'] }, 'text or null', []],
    'a shape made narrower': [{ allOf: [{ properties: {} }, named] }, 'Span', []],
    anything: [{}, 'anything', []],
  };
  test.each(Object.entries(cases))('%s', (_name, [schema, words, said]) => {
    expect(typeWords(schema)).toBe(words);
    expect(notes(schema)).toEqual(said);
  });
});

describe('what is in a schema', () => {
  test('is found through names, lists and null', () => {
    const span = { $ref: '#/components/schemas/Span' };
    const fields = ['start', 'end', 'quote'];
    for (const schema of [
      span,
      { type: 'array', items: span },
      { anyOf: [span, { type: 'null' }] },
      { allOf: [span] },
    ])
      expect(insideOf(schema, shapes).fields.map(({ name }) => name)).toEqual(fields);
    expect(insideOf(span, shapes).fields.every(({ required }) => required)).toBe(true);
  });

  test('of several kinds is each of them', () => {
    const { fields, variants } = insideOf({ $ref: '#/components/schemas/Claim' }, shapes);
    expect([fields.length, variants.length]).toEqual([0, 4]);
    expect(hasInside({ anyOf: [{ type: 'string' }, { type: 'integer' }] }, shapes)).toBe(false);
    expect(hasInside({ $ref: '#/components/schemas/Nothing' }, shapes)).toBe(false);
  });

  test('where it is a choice of words, the words', () => {
    const kind = { $ref: '#/components/schemas/ClaimKind' };
    expect(choicesOf({ anyOf: [kind, { type: 'null' }] }, shapes)).toContain('casualty_count');
    expect(choicesOf({ $ref: '#/components/schemas/Span' }, shapes)).toEqual([]);
  });
});

test('code and emphasis are told from words', () => {
  expect(inlineOf('**Units.** Send `a*b` or not')).toEqual([
    { kind: 'strong', text: 'Units.' },
    { kind: 'plain', text: ' Send ' },
    { kind: 'code', text: 'a*b' },
    { kind: 'plain', text: ' or not' },
  ]);
  expect(inlineOf('')).toEqual([]);
});
