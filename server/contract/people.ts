/** Setting up, signing in, and the people of the newsroom. */
import { z } from 'zod';
import { Id, line, Time, Version } from './common.ts';
import { endpoint } from './endpoint.ts';

export const Role = z.enum(['viewer', 'editor', 'reviewer', 'admin']);
export type Role = z.infer<typeof Role>;

export const Email = z.string().trim().toLowerCase().pipe(z.email('must be an e-mail address').max(254));

/**
 * Length is the one rule that helps (NIST SP 800-63B, 3.1.1.2); the upper bound keeps hashing cheap.
 */
export const Password = z
  .string()
  .min(12, 'must have at least 12 characters')
  .max(200, 'must have at most 200 characters')
  .refine((value) => value.isWellFormed(), 'holds a character that cannot be stored');

export const PersonName = line(100);

/**
 * Sent with a request: the id of the person whose work it is, or whose page asks. Where somebody else is signed in by
 * then, it is refused.
 */
export const PERSON_HEADER = 'X-Claimdesk-Person';

/** What this person may do that is not about one story. */
export const PersonAction = z.enum([
  'create_article',
  /** By its address, where that is switched on. */
  'fetch_story',
  'edit_sources',
  'manage_people',
  'manage_webhooks',
]);
export type PersonAction = z.infer<typeof PersonAction>;

export const Me = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  can: z.array(PersonAction),
});
export type Me = z.infer<typeof Me>;

export const User = z.strictObject({
  id: Id,
  name: z.string(),
  role: Role,
  active: z.boolean(),
  /** Null unless an admin asks. */
  email: z.string().nullable(),
  /** False until an invitation was taken up. */
  joined: z.boolean(),
  version: Version,
  createdAt: Time,
});
export type User = z.infer<typeof User>;

/** A link that works once. The secret is in the address and nowhere else. */
export const OneTimeLink = z.strictObject({ url: z.string(), expiresAt: Time });
export type OneTimeLink = z.infer<typeof OneTimeLink>;

export const GetSetup = endpoint('GET /api/setup', {
  summary: 'Is there a first user yet',
  answer: z.strictObject({ needed: z.boolean() }),
  open: true,
});
export const SetUp = endpoint('POST /api/setup', {
  summary: 'Make the first admin with the one-time set-up token, and sign in',
  body: z.strictObject({ token: z.string().max(200), name: PersonName, email: Email, password: Password }),
  answer: Me,
  open: true,
  creates: true,
});
export const SignIn = endpoint('POST /api/session', {
  summary: 'Sign in',
  body: z.strictObject({ email: z.string().max(254), password: z.string().max(200) }),
  answer: Me,
  open: true,
});
export const GetMe = endpoint('GET /api/session', { summary: 'Who is signed in', answer: Me });
export const SignOut = endpoint('DELETE /api/session', { summary: 'Sign out', answer: z.null() });
export const ChangePassword = endpoint('PUT /api/me/password', {
  summary: 'Change one’s own password; every other session of this person ends',
  body: z.strictObject({ current: z.string().max(200), next: Password }),
  answer: z.null(),
});

const Secret = z.strictObject({ secret: z.string().max(200) });
export const GetInvitation = endpoint('GET /api/invitations/:secret', {
  summary: 'Whom a one-time link is for',
  params: Secret,
  answer: z.strictObject({ name: z.string(), email: z.string(), purpose: z.enum(['invite', 'reset']) }),
  open: true,
});
export const AcceptInvitation = endpoint('POST /api/invitations/:secret', {
  summary: 'Choose a password by a one-time link, and sign in',
  params: Secret,
  body: z.strictObject({ password: Password }),
  answer: Me,
  open: true,
});

/** Somebody of another Claimdesk whose work came in with a story: a printed name, and nobody's account. */
export const PersonElsewhere = z.strictObject({
  id: Id,
  /** As the story's document has it. */
  name: z.string(),
  articleId: Id,
});
export type PersonElsewhere = z.infer<typeof PersonElsewhere>;

/** At a time. */
export const MAX_ELSEWHERE = 100;

export const NamePeopleElsewhere = endpoint('GET /api/people/elsewhere', {
  summary: 'Who these ids are, where they are of people whose work came in with a story; others are left out',
  query: z.strictObject({
    /** With commas between them. */
    ids: z
      .string()
      .max(MAX_ELSEWHERE * 40)
      .transform((ids) => ids.split(','))
      .pipe(z.array(Id).max(MAX_ELSEWHERE)),
  }),
  answer: z.strictObject({ items: z.array(PersonElsewhere) }),
});

export const ListUsers = endpoint('GET /api/users', {
  summary: 'The people of the newsroom',
  answer: z.strictObject({ items: z.array(User) }),
});
export const CreateUser = endpoint('POST /api/users', {
  summary: 'Give someone access; without a password a one-time invitation comes back',
  body: z.strictObject({
    id: Id.optional(),
    name: PersonName,
    email: Email,
    role: Role,
    password: Password.optional(),
  }),
  answer: z.strictObject({ user: User, invitation: OneTimeLink.nullable() }),
  creates: true,
});
const UserParams = z.strictObject({ userId: Id });
export const EditUser = endpoint('PATCH /api/users/:userId', {
  summary: 'Change a person’s name, role or access; taking access away ends all sessions',
  params: UserParams,
  body: z.strictObject({
    version: Version,
    name: PersonName.optional(),
    role: Role.optional(),
    active: z.boolean().optional(),
  }),
  answer: User,
});
export const ResetPassword = endpoint('POST /api/users/:userId/reset', {
  summary: 'Make a one-time link with which a person chooses a new password',
  params: UserParams,
  answer: OneTimeLink,
});
