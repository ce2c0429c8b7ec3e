/** The OpenAPI document as somebody reads it: by group, each operation with what it takes and answers. */
import { z } from 'zod';
import { Schema, type Shapes } from './schema.ts';

const Content = z.record(z.string(), z.object({ schema: Schema.optional() }));
const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  description: z.string().default(''),
  schema: Schema,
});
const Response = z.object({ description: z.string(), content: Content.default({}) });
const Reference = z.object({ $ref: z.string() });
const OperationObject = z.object({
  operationId: z.string(),
  tags: z.array(z.string()).default([]),
  summary: z.string().default(''),
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  parameters: z.array(z.union([Reference, Parameter])).default([]),
  requestBody: z.object({ required: z.boolean().default(false), content: Content }).optional(),
  responses: z.record(z.string(), z.union([Reference, Response])),
});
const Document = z.object({
  info: z.object({ description: z.string().default('') }),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), OperationObject)),
  components: z.object({
    parameters: z.record(z.string(), Parameter),
    responses: z.record(z.string(), Response),
    schemas: z.record(z.string(), Schema),
  }),
});
type Document = z.infer<typeof Document>;

export type Parameter = z.infer<typeof Parameter>;

/** What is sent or answered, in one media type; without a schema it is a file. */
export interface Medium {
  readonly type: string;
  readonly schema: Schema | null;
}

export interface Answer {
  /** Several where they say the same: 200 and 201. */
  readonly statuses: readonly string[];
  /** In CommonMark: a paragraph for each status, of a refusal for each code. */
  readonly words: readonly string[];
  readonly media: readonly Medium[];
}

export interface Operation {
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  /** Who may ask: everyone; whoever is signed in; or a token with this scope as well. */
  readonly opens: { readonly by: 'anyone' | 'session' } | { readonly by: 'token'; readonly scope: string };
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly media: readonly Medium[] } | null;
  readonly answers: readonly Answer[];
  readonly refusals: readonly Answer[];
}

export interface Group {
  readonly name: string;
  readonly operations: readonly Operation[];
}

export interface ApiReference {
  readonly about: readonly string[];
  readonly groups: readonly Group[];
  readonly shapes: Shapes;
}

/**
 * Read a document.
 *
 * @throws ZodError where it is none
 */
export function readReference(value: unknown): ApiReference {
  const document = Document.parse(value);
  const all = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({
      tag: operation.tags[0],
      operation: read(path, verb, operation, document),
    })),
  );
  return {
    about: paragraphs(document.info.description),
    groups: document.tags.map(({ name }) => ({
      name,
      operations: all.filter(({ tag }) => tag === name).map(({ operation }) => operation),
    })),
    shapes: new Map(Object.entries(document.components.schemas)),
  };
}

const paragraphs = (words: string) => words.split('\n\n').filter((one) => one !== '');
const mediaOf = (content: z.infer<typeof Content>): Medium[] =>
  Object.entries(content).map(([type, { schema }]) => ({ type, schema: schema ?? null }));
const nameIn = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1);

function read(
  path: string,
  verb: string,
  { operationId, summary, security, parameters, requestBody, responses }: z.infer<typeof OperationObject>,
  { components }: Document,
): Operation {
  const answers = Object.entries(responses).flatMap(([status, given]): Answer[] => {
    const response = '$ref' in given ? components.responses[nameIn(given.$ref)] : given;
    if (response === undefined) return [];
    const words = paragraphs(response.description);
    return [{ statuses: [status], words, media: mediaOf(response.content) }];
  });
  const [scope] = security.flatMap((one) => one.token ?? []);
  return {
    id: operationId,
    method: verb.toUpperCase(),
    path,
    summary,
    opens:
      scope !== undefined ? { by: 'token', scope } : { by: security.length === 0 ? 'anyone' : 'session' },
    parameters: parameters.flatMap((given) =>
      '$ref' in given ? (components.parameters[nameIn(given.$ref)] ?? []) : given,
    ),
    body:
      requestBody === undefined
        ? null
        : { required: requestBody.required, media: mediaOf(requestBody.content) },
    answers: together(answers.filter(({ statuses: [status = ''] }) => status < '300')),
    refusals: answers.filter(({ statuses: [status = ''] }) => status >= '300'),
  };
}

/** Answers of the same content once, with all that is said of them. */
function together(answers: readonly Answer[]): Answer[] {
  const kept: Answer[] = [];
  for (const answer of answers) {
    const same = kept.findIndex(({ media }) => JSON.stringify(media) === JSON.stringify(answer.media));
    const before = kept[same];
    if (before === undefined) kept.push(answer);
    else
      kept[same] = {
        statuses: [...before.statuses, ...answer.statuses],
        words: [...before.words, ...answer.words],
        media: before.media,
      };
  }
  return kept;
}

/** The groups with the operations that have all these words, in any case; groups without one are left out. */
export function matching(groups: readonly Group[], typed: string): readonly Group[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return groups;
  const has = ({ id, method, path, summary }: Operation, group: string) => {
    const all = `${id} ${method} ${path} ${summary} ${group}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
  return groups.flatMap(({ name, operations }) => {
    const those = operations.filter((operation) => has(operation, name));
    return those.length === 0 ? [] : [{ name, operations: those }];
  });
}
