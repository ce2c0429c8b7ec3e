/** The contract as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1). */
import { z } from 'zod';
import { ENDPOINTS } from '../../contract/api.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import { Problem } from '../../contract/problem.ts';
import { scopeOf } from '../../contract/tokens.ts';

type Json = Record<string, unknown>;

/** What a caller sends is the input of a schema, what it gets the output. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

/** Describe every endpoint. */
export function describeApi(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of ENDPOINTS) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Claimdesk',
      version: '1',
      description: 'Claims in news stories: marked, checked, reviewed.',
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'claimdesk' },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of one’s account, with the scope named.',
        },
      },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
    paths,
  };
}

function operation(name: string, endpoint: Endpoint): Json {
  const reads = endpoint.method === 'get' || endpoint.method === 'delete';
  const body = schemaOf(endpoint.body, 'input');
  return {
    operationId: name.charAt(0).toLowerCase() + name.slice(1),
    summary: endpoint.summary,
    security: securityOf(endpoint),
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(reads || isEmpty(body) ? {} : { requestBody: { required: true, content: json(body) } }),
    responses: {
      '2XX': { description: 'Done', content: json(schemaOf(endpoint.answer, 'output')) },
      default: {
        description: 'A refusal, with a stable code',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** A session opens everything, a token what it has the scope for. */
function securityOf(endpoint: Endpoint): Json[] {
  if (endpoint.open) return [];
  const scope = scopeOf(endpoint);
  return [{ session: [] }, ...(scope === null ? [] : [{ token: [scope] }])];
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties, required } = Shape.parse(schemaOf(schema, 'input'));
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: inner,
  }));
}

const Shape = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});
const isEmpty = (schema: Json) => Object.keys(Shape.parse(schema).properties).length === 0;
const json = (schema: Json) => ({ 'application/json': { schema } });
