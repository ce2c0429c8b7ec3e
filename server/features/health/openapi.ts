/** The contract as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1). */
import { z } from 'zod';
import { GROUPED } from '../../contract/api.ts';
import { type Endpoint, REPLAYED_HEADER } from '../../contract/endpoint.ts';
import { PERSON_HEADER } from '../../contract/people.ts';
import { PROBLEMS, Problem } from '../../contract/problem.ts';
import { scopeOf } from '../../contract/tokens.ts';
import { describeMessages } from './openapi-messages.ts';
import { gatherShapes, type Json, type Shapes } from './openapi-shapes.ts';

/** In CommonMark, a paragraph for each matter. */
const ABOUT = [
  'Claims in news stories: marked, checked, reviewed.',
  '**Signing in.** A session cookie, or `Authorization: Bearer` with a token of one’s account, which opens what it has the scope for. A write with a cookie has to come from Claimdesk’s own origin.',
  '**Units.** Times are ISO 8601, answered in UTC. Offsets are UTF-16 code units, their end exclusive. Sentences and blocks are numbered from 0, revisions and versions from 1. Digests are SHA-256 in hexadecimal.',
  '**Asking again.** Any write may be repeated with the same `Idempotency-Key`: it changes nothing further and answers the present state, with `Idempotency-Replayed: true`. Whoever creates a thing may choose its id, and may then repeat that as well.',
  '**Whose work it is.** A request may name the person whose it is in `X-Claimdesk-Person`, as every page of Claimdesk does: where someone else is signed in by then, it is refused (401 `SOMEONE_ELSE`), and nothing is changed or shown.',
  '**Others’ work.** What changes carries a `version`, and a write names the one that it saw; what marks text names its `revision`. A stale one is refused with the present state, and nothing is changed.',
  '**Lists** are `{items, nextCursor}`: give `nextCursor` as `cursor` to go on, until it is null.',
  '**Refusals** are problem details (RFC 9457) with a stable `code`. A field that nobody knows is refused, not passed over.',
].join('\n\n');

/** Describe every endpoint. */
export function describeApi(): Json {
  const shapes = gatherShapes();
  const paths: Record<string, Json> = {};
  for (const [group, endpoints] of GROUPED)
    for (const [name, endpoint] of [...endpoints].sort(byPath)) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [endpoint.method]: operation(name, group, endpoint, shapes) };
    }
  const responses = refusals(shapes);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Claimdesk',
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
      description: ABOUT,
    },
    servers: [{ url: '/', description: 'This Claimdesk' }],
    tags: [...GROUPED.keys()].map((name) => ({ name })),
    paths,
    webhooks: describeMessages(shapes),
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'claimdesk' },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of one’s account, with the scope named.',
        },
      },
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY, Person: PERSON },
      headers: { Replayed: REPLAYED, RetryAfter: RETRY_AFTER, WwwAuthenticate: WWW_AUTHENTICATE },
      responses,
      schemas: shapes.components(),
    },
  };
}

const VERBS: readonly Endpoint['method'][] = ['get', 'post', 'put', 'patch', 'delete'];

/** As somebody looks for them: what is short and is read first. */
function byPath([, a]: [string, Endpoint], [, b]: [string, Endpoint]): number {
  if (a.path === b.path) return VERBS.indexOf(a.method) - VERBS.indexOf(b.method);
  return a.path < b.path ? -1 : 1;
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'One for each thing that is to be done: a repeat of the same request under it changes nothing further, another request under it is 409 KEY_REUSED.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
};
const PERSON = {
  name: PERSON_HEADER,
  in: 'header',
  required: false,
  description:
    'The id of the person whose request it is. Where someone else is signed in by then it is 401 SOMEONE_ELSE, and nothing is changed or shown. Programs may leave it out.',
  schema: { type: 'string', format: 'uuid' },
};
const REPLAYED = {
  description:
    '`true` where an earlier request had done this already: what is answered is what is there by now, with what others changed since.',
  schema: { type: 'string', const: 'true' },
};
const RETRY_AFTER = {
  description: 'After how many seconds to ask again, where that is known.',
  schema: { type: 'integer', minimum: 0 },
};
const WWW_AUTHENTICATE = {
  description: '`Bearer`, with `error="invalid_token"` where a token was sent.',
  schema: { type: 'string' },
};

function operation(name: string, group: string, endpoint: Endpoint, shapes: Shapes): Json {
  const body = bodyOf(endpoint, shapes);
  return {
    operationId: name.charAt(0).toLowerCase() + name.slice(1),
    tags: [group],
    summary: endpoint.summary,
    security: securityOf(endpoint),
    parameters: [
      ...parameters(endpoint.params, 'path', shapes),
      ...parameters(endpoint.query, 'query', shapes),
      ...(isRepeatable(endpoint) ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
      ...(isSomeones(endpoint) ? [{ $ref: '#/components/parameters/Person' }] : []),
    ],
    ...(body === null ? {} : { requestBody: body }),
    responses: {
      ...successes(endpoint, shapes),
      ...(endpoint.method === 'get' ? NOT_SENT : {}),
      ...refusalsOf(endpoint),
    },
  };
}

/** A session opens everything, a token what it has the scope for. */
function securityOf(endpoint: Endpoint): Json[] {
  if (endpoint.open) return [];
  const scope = scopeOf(endpoint);
  return [{ session: [] }, ...(scope === null ? [] : [{ token: [scope] }])];
}

/** What only answers a question has nothing to repeat. */
const isRepeatable = (endpoint: Endpoint): boolean =>
  endpoint.method !== 'get' && !endpoint.open && scopeOf(endpoint) !== 'read';

/** What anybody may ask for without being signed in is nobody's. */
const isSomeones = ({ open }: Endpoint): boolean => !open;

function parameters(shape: z.ZodType, place: 'path' | 'query', shapes: Shapes): Json[] {
  return Object.entries(fieldsOf(shape)).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !field.safeParse(undefined).success,
    schema: shapes.schemaOf(field, 'input'),
  }));
}

const fieldsOf = (shape: z.ZodType): Readonly<Record<string, z.ZodType>> =>
  shape instanceof z.ZodObject ? z.record(z.string(), z.instanceof(z.ZodType)).parse(shape.shape) : {};

function bodyOf({ body, takes, orFile }: Endpoint, shapes: Shapes): Json | null {
  if (takes !== 'application/json') return { required: true, content: { [takes]: {} } };
  if (body instanceof z.ZodObject && Object.keys(fieldsOf(body)).length === 0) return null;
  const required = !body.safeParse({}).success;
  const files = orFile.map((type): [string, Json] => [type, {}]);
  const inJson: [string, Json] = [takes, { schema: shapes.schemaOf(body, 'input') }];
  return { required, content: Object.fromEntries([inJson, ...files]) };
}

/** No answer has an entity tag, but whoever asks by `*` is told that there is something (RFC 9110, 13.1.2). */
const NOT_SENT = { 304: { description: 'There is one: it was asked for with `If-None-Match: *`' } };

function successes(endpoint: Endpoint, shapes: Shapes): Json {
  const { answer, media, creates } = endpoint;
  const headers = isRepeatable(endpoint)
    ? { headers: { [REPLAYED_HEADER]: { $ref: '#/components/headers/Replayed' } } }
    : {};
  const types = media.map((type): [string, Json] => [type, {}]);
  const isFile = answer instanceof z.ZodUnknown;
  const inJson: [string, Json][] = isFile
    ? []
    : [['application/json', { schema: shapes.schemaOf(answer, 'output') }]];
  const content = Object.fromEntries([...inJson, ...types]);
  if (!creates) return { 200: { description: isFile ? 'The file' : 'Done', ...headers, content } };
  return {
    200: { description: 'It was made by an earlier request, which this one repeats', ...headers, content },
    201: { description: 'Made', content },
  };
}

type Status = (typeof PROBLEMS)[keyof typeof PROBLEMS][0];
const STATUSES: readonly Status[] = [...new Set(Object.values(PROBLEMS).map(([status]) => status))].sort();

/** Those that may come, as far as the kind of request tells. */
function refusalsOf({ method, open, params }: Endpoint): Json {
  const writes = method !== 'get';
  const names = Object.keys(fieldsOf(params));
  const named = names.length > 0;
  const may: Readonly<Record<Status, boolean>> = {
    400: true,
    // Also where nobody need be signed in: a token that does not work opens nothing.
    401: true,
    403: writes || !open,
    404: writes || named,
    // A story that lies in the bin is not read either.
    409: writes || names.includes('articleId') || names.includes('itemId'),
    410: writes || names.includes('articleId') || names.includes('itemId'),
    413: writes,
    415: writes,
    422: true,
    429: true,
    500: true,
    503: true,
  };
  const those = STATUSES.filter((status) => may[status]);
  return Object.fromEntries(
    those.map((status) => [status, { $ref: `#/components/responses/Refused${status}` }]),
  );
}

/** One for each status, with its codes and what they say. */
function refusals(shapes: Shapes): Json {
  return Object.fromEntries(
    STATUSES.map((status) => {
      const codes = Object.entries(PROBLEMS).filter(([, problem]) => problem[0] === status);
      const narrowed = {
        properties: { status: { const: status }, code: { enum: codes.map(([code]) => code) } },
      };
      return [
        `Refused${status}`,
        {
          description: codes.map(([code, [, words]]) => `\`${code}\`: ${words}`).join('\n\n'),
          ...headersOf(status),
          content: {
            'application/problem+json': { schema: { allOf: [shapes.schemaOf(Problem, 'output'), narrowed] } },
          },
        },
      ];
    }),
  );
}

function headersOf(status: Status): Json {
  if (status === 401)
    return { headers: { 'WWW-Authenticate': { $ref: '#/components/headers/WwwAuthenticate' } } };
  if (status === 429) return { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } };
  return {};
}
