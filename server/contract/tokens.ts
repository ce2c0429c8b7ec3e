/** Tokens, with which a program acts for a person: never more than the person may, and only what it was made for. */
import { z } from 'zod';
import { Id, line, Time } from './common.ts';
import { type Endpoint, endpoint } from './endpoint.ts';

/**
 * What a token opens.
 *
 * `read`: everything that its person can see. `export`: lists that leave the house. `stories`: bring in stories and newer
 * texts. `claims`: mark, with evidence and talk. `sources`: the register. `checks`: verdicts, reviews, sign-off. `webhooks`: which addresses are told what, and what was sent to them.
 */
export const Scope = z.enum(['read', 'export', 'stories', 'claims', 'sources', 'checks', 'webhooks']);
export type Scope = z.infer<typeof Scope>;

/** The first rule that fits counts; what no rule fits is read where it is a GET, and not for programs where it is not. */
const OPENED_BY: readonly (readonly [RegExp, Scope | null])[] = [
  // Whoever holds a token must not make another one, or open the door to others.
  [/^\w+ \/api\/(?:setup|me|tokens|invitations)\b/, null],
  [/^(?:post|patch|delete) \/api\/(?:session|users)\b/, null],
  // Who a source is, and what is erased, is for people alone.
  [/\/sources\/:sourceId\/(?:confidential|identity)$/, null],
  [/^delete \/api\/articles\/:articleId\/history\b/, null],
  // A program is not there as people are.
  [/^(?:put|delete) \S+\/presence\b/, null],
  [/^\w+ \/api\/webhook/, 'webhooks'],
  // What it tells of a file, only who has the file can ask.
  [/^get \/api\/exports\/recorded$/, 'read'],
  [/^get \/api\/exports\b/, 'export'],
  // These answer a question and change nothing.
  [/^post \S*\/(?:preview|claims\/read|history\/verify)$/, 'read'],
  [/^get /, 'read'],
  [/\/(?:verdict|verdict\/confirm|review|sign-off|flags\/:key|told)$/, 'checks'],
  [/ \/api\/sources\b/, 'sources'],
  [/ \/api\/(?:claims|suggestions|evidence|citations|comments)\b/, 'claims'],
  [/ \/api\/articles\/:articleId\/(?:claims|suggestions|evidence|files)\b/, 'claims'],
  [/ \/api\/stories$/, 'stories'],
  [/ \/api\/imports\b/, 'stories'],
  [/ \/api\/articles(?:\/fetch|\/:articleId(?:\/(?:members|revisions|restore))?)?$/, 'stories'],
];

/** The scope that opens an endpoint; null for one that no token opens, or that is open to everyone. */
export function scopeOf({ method, path, open }: Pick<Endpoint, 'method' | 'path' | 'open'>): Scope | null {
  if (open) return null;
  return OPENED_BY.find(([pattern]) => pattern.test(`${method} ${path}`))?.[1] ?? null;
}

export const Token = z.strictObject({
  id: Id,
  name: z.string(),
  scopes: z.array(Scope),
  createdAt: Time,
  expiresAt: Time,
  /** To the minute; null for never. */
  lastUsedAt: Time.nullable(),
});
export type Token = z.infer<typeof Token>;

/** How a token begins, so that one that got into a file or a chat is found by whoever looks for them. */
export const TOKEN_PREFIX = 'claimdesk_';

/** Days. A token that nobody remembers ends by itself. */
export const TOKEN_LASTS = { usually: 90, atMost: 366 } as const;

/** Of one person, at a time. */
export const MAX_TOKENS = 50;

export const ListTokens = endpoint('GET /api/tokens', {
  summary: 'One’s own tokens that work, without their secrets',
  answer: z.strictObject({ items: z.array(Token) }),
});
export const CreateToken = endpoint('POST /api/tokens', {
  summary: 'Make a token for a program; its secret is in this answer and nowhere else',
  body: z.strictObject({
    id: Id.optional(),
    name: line(100),
    scopes: z
      .array(Scope)
      .min(1, 'choose at least one')
      .max(Scope.options.length)
      .refine((scopes) => new Set(scopes).size === scopes.length, 'names a scope twice'),
    /** 90 days from now where it is left out; a year and a day at most. */
    expiresAt: Time.optional(),
  }),
  answer: z.strictObject({
    token: Token,
    /** For `Authorization: Bearer`. Null where a create is repeated whose token has been used already. */
    secret: z.string().nullable(),
  }),
  creates: true,
});
export const RevokeToken = endpoint('DELETE /api/tokens/:tokenId', {
  summary: 'Take a token back: it opens nothing from the next request on',
  params: z.strictObject({ tokenId: Id }),
  answer: z.null(),
});
