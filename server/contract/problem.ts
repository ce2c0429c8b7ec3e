/** Refusals: RFC 9457 problem details with a stable code. */
import { z } from 'zod';

/**
 * Every refusal the API foresees, with its HTTP status and its sentence for a newsroom.
 *
 * Codes are part of the API: they are added, never renamed.
 */
export const PROBLEMS = {
  UNREADABLE: [400, 'The request could not be read.'],
  NOT_SIGNED_IN: [401, 'Sign in first.'],
  SOMEONE_ELSE: [401, 'Someone else is signed in by now. Sign in again to go on; nothing was changed.'],
  TOKEN_INVALID: [401, 'This token is not known, has run out or was taken back.'],
  WRONG_CREDENTIALS: [401, 'The e-mail address or the password is wrong.'],
  WRONG_ORIGIN: [403, 'This request did not come from Claimdesk’s own pages.'],
  TOKEN_SCOPE: [403, 'This token was not made for that.'],
  NOT_BY_TOKEN: [403, 'No token opens this: a person has to sign in for it.'],
  NEEDS_EDITOR: [403, 'Viewers can read but not change a story.'],
  BRINGS_REVIEWS: [
    403,
    'This story brings verdicts that others passed, or a sign-off. Only reviewers can bring it in.',
  ],
  NEEDS_REVIEWER: [403, 'Only reviewers can do this.'],
  NEEDS_ADMIN: [403, 'Only admins can do this.'],
  OWN_VERDICT: [403, 'The verdict is yours: someone else has to review it.'],
  NOT_YOUR_VERDICT: [403, 'Someone else gave this verdict: only they or a reviewer can take it back.'],
  NOT_AUTHOR: [403, 'Only the person who wrote this can change it.'],
  ONLY_CHECKER: [403, 'Every verdict in this story is yours: someone else has to sign it off.'],
  NOT_A_READER: [403, 'Who this source is, is kept to the people named on it.'],
  WRONG_PASSWORD: [403, 'The current password is wrong.'],
  SETUP_TOKEN: [403, 'The set-up link is not valid.'],
  FETCH_OFF: [403, 'Fetching from the web is switched off here. Whoever runs Claimdesk can allow it.'],
  NOT_FOUND: [404, 'There is nothing here, or it is not for you.'],
  FILE_ELSEWHERE: [404, 'This file did not come with the story that names it. Attach it again.'],
  LINK_SPENT: [404, 'This link has been used or has run out. Ask an admin for a new one.'],
  STALE_VERSION: [409, 'Someone changed this in the meantime.'],
  STALE_REVISION: [409, 'The story has a newer text than the one you marked.'],
  ID_USED: [409, 'Something else has this id already.'],
  KEY_REUSED: [409, 'This Idempotency-Key was sent before with another request.'],
  EMAIL_USED: [409, 'Someone has this e-mail address already.'],
  TOO_MANY_TOKENS: [409, 'You have as many tokens as one person can. Take one back first.'],
  TOO_MANY_WEBHOOKS: [409, 'There are as many addresses as Claimdesk tells. Withdraw one first.'],
  WEBHOOK_STOPPED: [409, 'Nothing is sent to this address at present. Let it go on first.'],
  SOURCE_EXISTS: [409, 'The register has a source of this name already.'],
  DEACTIVATED: [409, 'This person has no access. Give it back first.'],
  SIGNED_OFF: [409, 'The story is signed off. Reopen it first, with a reason.'],
  NOT_SIGNED_OFF: [409, 'The story is not signed off.'],
  NOT_READY: [409, 'The story cannot be signed off yet.'],
  STALE_HEAD: [409, 'Something happened in this story since you looked.'],
  MERGED: [409, 'This entry was merged into another one.'],
  STILL_NAMED: [409, 'Others kept marking claims of this source. Nothing was merged: try again in a moment.'],
  NOT_MERGED: [409, 'This entry was not merged.'],
  CONFIDENTIAL_MERGE: [409, 'Only two confidential entries, or two open ones, can be merged.'],
  NOT_CONFIDENTIAL: [409, 'This source is not confidential.'],
  ALREADY_ERASED: [409, 'This has been erased already.'],
  STILL_CITED: [409, 'Claims that are not withdrawn rest on this evidence. Withdraw what cites it first.'],
  IMPORT_UNDER_WAY: [409, 'The import that brought this story in is not over. Let it finish, or stop it.'],
  NOT_ERASABLE: [409, 'What an erasure says is kept.'],
  ALREADY_SET_UP: [409, 'Claimdesk has been set up already.'],
  ARCHIVED: [409, 'The story is archived. Take it out of the archive first.'],
  NOT_ARCHIVED: [409, 'The story is not archived.'],
  WITHDRAWN: [409, 'This was withdrawn. Restore it first.'],
  STORY_WITHDRAWN: [409, 'The story was withdrawn and lies in the bin. Restore it first.'],
  ERASED: [410, 'This was erased for good. Nothing of it can be brought back.'],
  STORY_ERASED: [410, 'This story was erased for good.'],
  NOT_WITHDRAWN: [409, 'This is not withdrawn.'],
  NOT_DISMISSED: [409, 'This is not dismissed.'],
  ALREADY_DECIDED: [409, 'Someone has decided on this suggestion already.'],
  NO_VERDICT: [409, 'There is no verdict that holds.'],
  NOT_EXPIRED: [409, 'This verdict has not expired: there is nothing to confirm.'],
  MEANING_CHANGED: [409, 'More than the wording changed. Look it up again and give a new verdict.'],
  DETAILS_OUTGROWN: [
    409,
    'The details say what the text said before. Take what it says now, or say that they stand; then give the verdict.',
  ],
  NO_REVIEW: [409, 'There is no review to take back.'],
  OLDER_VERSION: [409, 'A newer version of this story is here already.'],
  VERSION_DIFFERS: [
    409,
    'This file bears the number of the version that is here, and has other words. Ask for a version with a number of its own.',
  ],
  IMPORTS_OPEN: [
    409,
    'You have as many imports under way as Claimdesk keeps. Let one of them finish, or stop it.',
  ],
  IMPORT_OVER: [409, 'This is over: its files are brought in or left out. Begin another one.'],
  STORY_IS_OPEN: [
    409,
    'This whole story is for everyone in the newsroom, and what is brought in with it is for named people. Bring it in by itself.',
  ],
  FILES_LEFT_BEHIND: [
    422,
    'This story left in a package with its files, which are not with it here. Bring in the package as it came (.claimdesk.zip).',
  ],
  IMPORT_STOPPED: [409, 'It was stopped before this file was brought in.'],
  IMPORT_TOKEN_ENDED: [409, 'The token that this was begun with was taken back or has run out.'],
  ARRIVED_MEANWHILE: [409, 'This story, or a newer version of it, came in since you looked. Look once more.'],
  ORPHANED: [409, 'The words of this claim are not in the current text.'],
  LAST_ADMIN: [409, 'There has to be at least one active admin.'],
  TOO_LARGE: [413, 'This is larger than Claimdesk takes.'],
  FILE_UNPACKS: [413, 'This file unpacks to more than Claimdesk takes.'],
  ZIP_TOO_MANY: [413, 'There are more files in this archive than Claimdesk takes at once.'],
  NOT_ACCEPTABLE_TYPE: [415, 'The request has to be JSON (application/json), or a file where one is taken.'],
  INVALID: [422, 'Something in the request is not right.'],
  NEEDS_ACKNOWLEDGEMENT: [
    422,
    'Name the disputed, unverifiable and waived claims, and the open suggestions, that are let stand.',
  ],
  DESCRIPTION_NEEDED: [422, 'Say how this source is described in print.'],
  FILE_NEEDED: [422, 'Attach the file first.'],
  FILE_TYPE: [422, 'Claimdesk takes PDF, images, plain text and sound.'],
  FILE_UNKNOWN: [422, 'This is no kind of file that Claimdesk reads stories from.'],
  FILE_NOT_SENT: [422, 'This file was listed and never sent.'],
  FILE_BROKEN: [422, 'This file is broken, or not of the format that it is called.'],
  FILE_ENCODING: [
    422,
    'This file is in an encoding that Claimdesk does not read, or not in the one it names.',
  ],
  FILE_ENTITIES: [
    422,
    'This XML file declares entities or other things of its own, which Claimdesk does not read.',
  ],
  FILE_TAKES_LONG: [422, 'This file takes longer to read than any story does.'],
  FILE_TOO_DEEP: [422, 'This file nests deeper, or has more parts, than any story does.'],
  FILE_NO_STORY: [422, 'This file holds no story in words.'],
  ZIP_BROKEN: [422, 'This archive, or this file in it, is damaged or cut off.'],
  ZIP_OVERLAPS: [422, 'Files in this archive lie over each other, so that it unpacks to more than it is.'],
  ZIP_NAME: [422, 'The name of this file is not one that a file in an archive may have.'],
  ZIP_TWICE: [422, 'Another file in the archive has this name.'],
  ZIP_LOCKED: [422, 'This is locked with a password. Unlock it first.'],
  ZIP_METHOD: [422, 'This is packed in a way that Claimdesk does not unpack.'],
  ZIP_LINK: [422, 'This is a link to a file, and not a file.'],
  PACKAGE_TOO_LARGE: [
    422,
    'The files of this story are more than a package holds. Take its document, which names them.',
  ],
  PACKAGE_MISMATCH: [422, 'What is in this package is not what its story says.'],
  ADDRESS_INVALID: [422, 'This is not a web address.'],
  ADDRESS_NOT_HTTPS: [422, 'The address has to begin with https://, also where it leads on to another one.'],
  ADDRESS_CREDENTIALS: [422, 'The address holds a name or a password. Take them out.'],
  ADDRESS_PORT: [422, 'The address names a port that Claimdesk does not ask at.'],
  ADDRESS_PRIVATE: [
    422,
    'The address leads to a private network, or to this machine. Claimdesk fetches from public ones only.',
  ],
  NAME_UNKNOWN: [422, 'There is no such host, or its name could not be looked up right now.'],
  FETCH_ROBOTS: [
    422,
    'The site asks programs to stay away from this page (robots.txt), or did not say whether they may come.',
  ],
  FETCH_UNREACHABLE: [422, 'The host of this address does not answer.'],
  FETCH_CERTIFICATE: [
    422,
    'The host of this address could not prove who it is: its certificate does not hold.',
  ],
  FETCH_NO_PAGE: [422, 'The site did not give the page.'],
  FETCH_TOO_LARGE: [422, 'What is at this address is larger than Claimdesk takes.'],
  FETCH_TOO_SLOW: [422, 'The page did not come in time. Try again later.'],
  FETCH_REDIRECTS: [422, 'The address leads on and on to others.'],
  FETCH_BROKEN: [422, 'What came from this address was broken or cut off. Try again later.'],
  FETCH_STOPPED: [422, 'Fetching was stopped.'],
  FETCH_TYPE: [422, 'What is at this address is of no kind that Claimdesk reads.'],
  FETCH_NO_TEXT: [
    422,
    'There are no words to read on this page: they may only show to readers who sign in, or in a browser. Paste them.',
  ],
  EMPTY_FILE: [422, 'There is nothing in this file.'],
  EMPTY_STORY: [422, 'There is no text in this story.'],
  NOT_TEXT: [422, 'This is not a text: it holds binary data.'],
  SPAN_MISMATCH: [422, 'The marked words are not what stands at that place in the text.'],
  CONTENT_MISMATCH: [422, 'The marked words have to be what is attributed, from its first word to its last.'],
  SPAN_OUTSIDE: [422, 'A claim has to begin inside a sentence.'],
  UNKNOWN_REFERENCE: [422, 'Something that this refers to is not in this story.'],
  CIRCULAR: [422, 'These links would go round in a circle.'],
  CORRECTION_NEEDED: [422, 'Say what the correct wording is.'],
  CORRECTION_NOT_ALLOWED: [422, 'Only an inaccurate claim takes a corrected wording.'],
  RETURN_NEEDS_REASON: [422, 'Say why the claim is returned: a reason and a few words.'],
  DETAILS_MISMATCH: [422, 'These details belong to another kind of claim.'],
  FETCH_BUSY: [429, 'Many pages are being fetched at this moment. Try again shortly.'],
  TOO_OFTEN: [429, 'Too many tries. Wait a little.'],
  FILE_LOST: [
    500,
    'The file is not where it was kept. Tell whoever runs Claimdesk; the back-up may have it.',
  ],
  INTERNAL: [500, 'Something went wrong here. Nothing was changed.'],
  UNAVAILABLE: [503, 'The database does not answer right now. Try again in a moment.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

export const Issue = z.strictObject({
  /** Where in the request: `details.low`. */
  path: z.string(),
  message: z.string(),
});
export type Issue = z.infer<typeof Issue>;

/** `application/problem+json`. */
export const Problem = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  issues: z.array(Issue).optional(),
  /** With STALE_VERSION: the thing as it is now. */
  current: z.unknown().optional(),
  /** With NOT_READY and STILL_CITED: what stands in the way. */
  blockers: z.array(z.strictObject({ code: z.string(), claimIds: z.array(z.string()) })).optional(),
  /** With STORY_ERASED: by whom and when. */
  erased: z
    .strictObject({ at: z.string(), by: z.strictObject({ id: z.string(), name: z.string() }) })
    .optional(),
  /** With STALE_REVISION: where the marked words are now, or null. */
  proposed: z.unknown().optional(),
  /** With STALE_REVISION: the number of the current revision. */
  revision: z.int().optional(),
  /** With TOO_OFTEN: seconds. */
  retryAfter: z.int().optional(),
  /** Where it went wrong here: the request's name, as in `X-Request-Id` and the log of the server. */
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** What a refusal carries beside its code. */
export type RefusalExtras = Pick<
  Problem,
  'issues' | 'current' | 'blockers' | 'erased' | 'proposed' | 'revision' | 'retryAfter'
>;

/** A foreseen "no", thrown by actions and answered as a problem in one place. Nothing has been changed. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly extras: RefusalExtras;

  constructor(code: ProblemCode, extras: RefusalExtras = {}) {
    super(PROBLEMS[code][1]);
    this.code = code;
    this.extras = extras;
  }
}
