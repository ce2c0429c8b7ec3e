/** The OpenAPI document: well formed by OpenAPI 3.1 and JSON Schema 2020-12, as far as can be told without their schemas. */

import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ENDPOINTS } from '../server/contract/api.ts';
import { CasualtyDetails } from '../server/contract/claims.ts';
import { PROOF_FORMATS } from '../server/contract/formats.ts';
import { PROBLEMS } from '../server/contract/problem.ts';
import { describeApi } from '../server/features/health/openapi.ts';
import { gatherShapes } from '../server/features/health/openapi-shapes.ts';

const Reference = z.strictObject({ $ref: z.string() });
const Schema = z.record(z.string(), z.unknown());
const Content = z.record(
  z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  z.strictObject({ schema: Schema.optional() }),
);
const Header = z.strictObject({ description: z.string(), schema: Schema });
const Parameter = z.strictObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  description: z.string().optional(),
  schema: Schema,
});
const Response = z.strictObject({
  description: z.string().min(1),
  headers: z.record(z.string(), Reference).optional(),
  content: Content,
});
/** An answer without a body. */
const Bare = z.strictObject({ description: z.string().min(1) });
const Operation = z.strictObject({
  operationId: z.string().regex(/^[a-z]\w+$/),
  tags: z.array(z.string()).length(1),
  summary: z.string().min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.union([Parameter, Reference])),
  requestBody: z.strictObject({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.union([Response, Reference, Bare])),
});
/** The parts of https://spec.openapis.org/oas/v3.1.1 that are used: a field that it does not know fails. */
const OpenApi = z.strictObject({
  openapi: z.literal('3.1.1'),
  info: z.strictObject({
    ...{ title: z.string(), version: z.string(), description: z.string() },
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string(), description: z.string() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(
    z.string().regex(/^\/api\//),
    z.partialRecord(z.enum(['get', 'put', 'post', 'delete', 'patch']), Operation),
  ),
  webhooks: z.record(z.string(), z.strictObject({ post: Operation })),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), Schema),
    parameters: z.record(z.string(), Parameter),
    headers: z.record(z.string(), Header),
    responses: z.record(z.string(), Response),
    schemas: z.record(z.string().regex(/^[\w.-]+$/), Schema),
  }),
});

const raw = describeApi();
const document = OpenApi.parse(raw);
const operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]): [string, string, z.infer<typeof Operation>] => [
    `${verb} ${path}`,
    path,
    operation,
  ]),
);

/** Every value within, with where it stands. */
function* within(value: unknown, at = '#'): Generator<[string, unknown]> {
  yield [at, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* within(inner, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}
const places = new Map(within(raw));
const references = [...places].filter(([at]) => at.endsWith('/$ref')).map(([, value]) => String(value));

test('every reference leads somewhere, and everything that is kept is referred to', () => {
  expect(references.filter((reference) => !places.has(reference) || reference === '#')).toEqual([]);
  const { parameters, headers, responses, schemas } = document.components;
  const kept = Object.entries({ parameters, headers, responses, schemas }).flatMap(([kind, all]) =>
    Object.keys(all).map((name) => `#/components/${kind}/${name}`),
  );
  expect(kept.filter((one) => !references.includes(one))).toEqual([]);
});

test('no operation has another’s id, and each tag is told of', () => {
  const ids = operations.map(([, , { operationId }]) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(ENDPOINTS.size);
  const tags = document.tags.map(({ name }) => name);
  expect(
    operations.flatMap(([, , operation]) => operation.tags).filter((tag) => !tags.includes(tag)),
  ).toEqual([]);
});

describe('an operation', () => {
  test.each(operations)('%s', (name, path, { parameters, security, requestBody, responses }) => {
    const own = parameters.flatMap((one) => ('name' in one ? [one] : []));
    const inPath = own.filter((one) => one.in === 'path');
    expect(inPath.map((one) => one.name).sort()).toEqual(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one).sort(),
    );
    expect(inPath.every(({ required }) => required)).toBe(true);
    expect(new Set(own.map((one) => `${one.in} ${one.name}`)).size).toBe(own.length);
    for (const scheme of security.flatMap(Object.keys))
      expect(Object.keys(document.components.securitySchemes)).toContain(scheme);
    if (name.startsWith('get ')) expect(requestBody).toBeUndefined();
    expect(Object.keys(responses).filter((status) => status < '300')).toContain('200');
  });

  test('that answers with a file says so', () => {
    const typesOf = (name: string) => {
      const [, , found] = operations.find(([one]) => one === name) ?? [];
      const answer = found?.responses['200'];
      return answer !== undefined && 'content' in answer ? Object.keys(answer.content) : [];
    };
    expect(typesOf('get /api/exports/claims')).toContain('text/csv');
    expect(typesOf('get /api/articles/{articleId}/proof')).toEqual([
      'text/html',
      PROOF_FORMATS.docx.mediaType,
      'text/markdown',
    ]);
    expect(typesOf('get /api/files/{fileId}')).toContain('application/pdf');
    expect(typesOf('get /api/claims/{claimId}')).toEqual(['application/json', 'application/ld+json']);
    const attach = document.paths['/api/articles/{articleId}/files']?.post?.requestBody;
    expect(Object.keys(attach?.content ?? {})).toEqual(['application/octet-stream']);
  });

  test('of the bin says that what it names may be erased', () => {
    const { get } = document.paths['/api/bin/{kind}/{itemId}/erasure'] ?? {};
    expect(get?.responses['410']).toEqual({ $ref: '#/components/responses/Refused410' });
  });

  test('that takes something with DELETE says what', () => {
    const ends = document.paths['/api/articles/{articleId}/sign-off']?.delete?.requestBody;
    expect(ends?.content['application/json']?.schema?.required).toEqual(['reason']);
    expect(ends?.required).toBe(true);
  });
});

describe('schemas', () => {
  const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];
  const schemas = [...places].filter(([at]) =>
    /\/(?:schema|schemas\/\w+|items|additionalProperties|(?:any|one|all)Of\/\d+|properties\/[^/]+)$/.test(at),
  );
  const Known = z.looseObject({
    type: z.union([z.enum(TYPES), z.array(z.enum(TYPES))]).optional(),
    enum: z.array(z.unknown()).min(1).optional(),
    required: z.array(z.string()).optional(),
    properties: Schema.optional(),
    pattern: z.string().optional(),
    minimum: z.number().gt(Number.MIN_SAFE_INTEGER).optional(),
    maximum: z.number().lt(Number.MAX_SAFE_INTEGER).optional(),
  });

  test('say nothing that JSON Schema does not', () => {
    expect(schemas.length).toBeGreaterThan(1000);
    for (const [at, value] of schemas) {
      if (typeof value === 'boolean') continue;
      const schema = Known.parse(value, { error: () => at });
      for (const name of schema.required ?? [])
        if (schema.properties !== undefined) expect(Object.keys(schema.properties), at).toContain(name);
      if (schema.pattern !== undefined) expect(() => new RegExp(schema.pattern ?? '', 'u'), at).not.toThrow();
    }
  });

  test('tell the units of times and offsets', () => {
    const { Time, Span, Id } = document.components.schemas;
    expect(Time?.description).toContain('UTC');
    expect(Span?.description).toContain('UTF-16 code units');
    expect(Id?.description).toContain('UUIDv7');
  });

  test('have two names where what is sent is not what is answered', () => {
    const shapes = gatherShapes();
    const [sent, answered] = [
      shapes.schemaOf(CasualtyDetails, 'input'),
      shapes.schemaOf(CasualtyDetails, 'output'),
    ];
    const outer = shapes.schemaOf(z.strictObject({ details: CasualtyDetails }), 'input');
    const components = shapes.components();
    expect([sent, answered]).toEqual([
      { $ref: '#/components/schemas/CasualtyDetailsSent' },
      { $ref: '#/components/schemas/CasualtyDetails' },
    ]);
    expect(outer).toMatchObject({ properties: { details: sent } });
    expect(Object(components.CasualtyDetailsSent).required).toEqual(['outcome']);
    expect(Object(components.CasualtyDetails).required).toContain('low');
  });
});

test('every code of a refusal stands under its status, in words', () => {
  for (const [code, [status, words]] of Object.entries(PROBLEMS))
    expect(document.components.responses[`Refused${status}`]?.description).toContain(`\`${code}\`: ${words}`);
  expect(document.components.responses.Refused429?.headers).toHaveProperty('Retry-After');
  expect(document.components.responses.Refused401?.headers).toHaveProperty('WWW-Authenticate');
});

test('what is not open to everybody says that it may name whose it is', () => {
  const names = operations.flatMap(([name, , { parameters }]) =>
    parameters.some((one) => '$ref' in one && one.$ref.endsWith('/Person')) ? [name] : [],
  );
  expect(names).toContain('put /api/claims/{claimId}/verdict');
  expect(names).not.toContain('post /api/session');
  expect(names).toContain('get /api/claims/{claimId}');
  expect(names).not.toContain('get /api/setup');
});

test('writes say that they may be repeated', () => {
  const repeatable = operations.filter(([, , { parameters }]) =>
    parameters.some((one) => '$ref' in one && one.$ref.endsWith('/IdempotencyKey')),
  );
  const names = repeatable.map(([name]) => name);
  expect(names).toContain('post /api/articles');
  expect(names).not.toContain('post /api/articles/preview');
  expect(names.filter((name) => name.startsWith('get '))).toEqual([]);
});
