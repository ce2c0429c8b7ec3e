/** What Claimdesk sends by itself, as the webhooks of an OpenAPI document. */
import type { z } from 'zod';
import { ClaimMessage, MessageType, StoryMessage, TestMessage } from '../../contract/webhooks.ts';
import type { Json, Shapes } from './openapi-shapes.ts';

const MESSAGES: Readonly<Record<MessageType, readonly [summary: string, shape: z.ZodType]>> = {
  'story.created': ['A story was brought in', StoryMessage],
  'story.signed_off': ['A story was signed off', StoryMessage],
  'claim.verified': [
    'A claim was found accurate and passed by a second person, or such a claim was brought back',
    ClaimMessage,
  ],
  'claim.returned': ['A second person returned a claim’s verdict', ClaimMessage],
  'claim.expired': ['A claim’s verdict holds no longer: its words, details or links changed', ClaimMessage],
  'webhook.test': ['Somebody asked for a test', TestMessage],
};

const header = (name: string, description: string): Json => ({
  ...{ name, in: 'header', required: true, description },
  schema: { type: 'string' },
});

/** By the Standard Webhooks specification. */
const HEADERS: readonly Json[] = [
  header('webhook-id', 'The same each time the message is sent: whoever has seen it may pass it over.'),
  header('webhook-timestamp', 'When it is sent, in seconds since 1970: an old one is a replay.'),
  header(
    'webhook-signature',
    '`v1,` and the HMAC-SHA256 in base64 of id, timestamp and body with dots between, under the secret; two with a blank between while a new secret takes the place of one.',
  ),
];

/** Answers say whether it was taken. */
const TAKEN: Json = {
  200: {
    description: 'Taken; any other 2xx as well. Everything but these and 410 is tried again.',
    content: {},
  },
  410: { description: 'Gone for good: nothing more is sent to this address.', content: {} },
};

export function describeMessages(shapes: Shapes): Json {
  const described = MessageType.options.map((type): [string, Json] => {
    const [summary, shape] = MESSAGES[type];
    const operationId = `told${type.replace(/(?:^|[._])(\w)/g, (_all, letter: string) => letter.toUpperCase())}`;
    const content = { 'application/json': { schema: shapes.schemaOf(shape, 'output') } };
    const post = {
      ...{ operationId, tags: ['Webhooks'], summary, security: [], parameters: HEADERS },
      ...{ requestBody: { required: true, content }, responses: TAKEN },
    };
    return [type, { post }];
  });
  return Object.fromEntries(described);
}
