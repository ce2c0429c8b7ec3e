/**
 * Who may do what in Claimdesk, and how everyone else is answered.
 *
 * Each rule is a sentence, the requests that it is about (by the contract's names; after a `#` there is another way to ask
 * the same), and a table. Its columns are who asks; “token without it” is a program of an admin’s, whose token opens all
 * but this. Its rows are whose the thing is that is asked about, and in which state:
 *
 * - `-`: it is about no one thing;
 * - `own`: whoever asks made it; `another’s`: a colleague made it, and the story is for the whole newsroom;
 * - `restricted`: another’s, of a story that is for named people, and whoever asks is not among them;
 * - `signed off`, `archived`, `withdrawn`: own, and the story or the thing is that;
 * - `named on it`, `not named on it`: a confidential source, whose readers are named.
 *
 * A viewer has things of their own from when they were an editor. `yes` is done; anything else is the code of the refusal,
 * whose status and meaning are below, and nothing is changed by it. Each cell is asked for real.
 */

export interface Rule {
  readonly rule: string;
  readonly asks: readonly string[];
  readonly table: string;
}

/** Each way to be refused: the status of the answer, and what it means. */
export const REFUSALS: Readonly<Record<string, readonly [status: number, means: string]>> = {
  NOT_SIGNED_IN: [401, 'nobody knows who asks'],
  TOKEN_SCOPE: [403, 'the program’s token was not made for this'],
  NOT_BY_TOKEN: [403, 'no program does this: a person has to'],
  NEEDS_EDITOR: [403, 'viewers read'],
  NEEDS_REVIEWER: [403, 'it is for reviewers and admins'],
  NEEDS_ADMIN: [403, 'it is for admins'],
  OWN_VERDICT: [403, 'nobody reviews a verdict of their own'],
  ONLY_CHECKER: [403, 'nobody signs off what nobody else looked at'],
  NOT_YOUR_VERDICT: [403, 'another’s verdict is taken back by reviewers'],
  NOT_AUTHOR: [403, 'only who wrote it changes it'],
  NOT_A_READER: [403, 'who the source is, is for those named on it'],
  BRINGS_REVIEWS: [403, 'it brings verdicts that were passed, which an editor does not pass'],
  NOT_FOUND: [404, 'there is none, or none for you: the answer is the same'],
  ALREADY_SET_UP: [409, 'there is a first admin already'],
  SIGNED_OFF: [409, 'the story is signed off'],
  NOT_SIGNED_OFF: [409, 'the story is not signed off'],
  ARCHIVED: [409, 'the story is archived'],
  WITHDRAWN: [409, 'it was withdrawn'],
  STORY_WITHDRAWN: [409, 'the story lies in the bin'],
  NOT_WITHDRAWN: [409, 'it was not withdrawn'],
  NOT_CONFIDENTIAL: [409, 'the source is open'],
};

export const WHO_MAY_WHAT: readonly Rule[] = [
  {
    rule: 'Whoever comes to the door, with or without an account, learns whether Claimdesk runs, what it reads and writes, and whether a link is good.',
    asks: [
      'GetHealth',
      'GetReady',
      'GetOpenApi',
      'GetStorySchema',
      'ListFormats',
      'GetSetup',
      'GetInvitation',
    ],
    table: `
                      | not signed in | token without it | viewer | editor | reviewer | admin
      -               | yes           | yes              | yes    | yes    | yes      | yes
    `,
  },
  {
    rule: 'People sign in and take up invitations; a program that holds a token does neither.',
    asks: ['SignIn', 'AcceptInvitation'],
    table: `
                      | not signed in | token without it | viewer | editor | reviewer | admin
      -               | yes           | NOT_BY_TOKEN     | yes    | yes    | yes      | yes
    `,
  },
  {
    rule: 'The first admin is made once. After that the set-up link opens nothing, whoever has it.',
    asks: ['SetUp'],
    table: `
                      | not signed in  | token without it | viewer         | editor         | reviewer       | admin
      -               | ALREADY_SET_UP | NOT_BY_TOKEN     | ALREADY_SET_UP | ALREADY_SET_UP | ALREADY_SET_UP | ALREADY_SET_UP
    `,
  },
  {
    rule: 'Everyone changes their own password, ends their own session and makes their own tokens. A token never does.',
    asks: [
      'SignOut',
      'ChangePassword',
      'ListTokens',
      'CreateToken',
      'MarkRead',
      'MarkUnread',
      'SetNotificationSettings',
    ],
    table: `
                      | not signed in | token without it | viewer | editor | reviewer | admin
      -               | NOT_SIGNED_IN | NOT_BY_TOKEN     | yes    | yes    | yes      | yes
    `,
  },
  {
    rule: 'A token is its owner’s: to everyone else, admins too, there is none.',
    asks: ['RevokeToken'],
    table: `
                      | not signed in | token without it | viewer    | editor    | reviewer  | admin
      own             | NOT_SIGNED_IN | NOT_BY_TOKEN     | yes       | yes       | yes       | yes
      another’s       | NOT_SIGNED_IN | NOT_BY_TOKEN     | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
    `,
  },
  {
    rule: 'Only admins give people access, change who they are, and hand out new links.',
    asks: ['CreateUser'],
    table: `
                      | not signed in | token without it | viewer      | editor      | reviewer    | admin
      -               | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
    `,
  },
  {
    rule: 'Only admins give people access, change who they are, and hand out new links.',
    asks: ['EditUser', 'ResetPassword'],
    table: `
                      | not signed in | token without it | viewer      | editor      | reviewer    | admin
      own             | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      another’s       | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
    `,
  },
  {
    rule: 'Everyone in the newsroom sees who works here, the lists, and what waits, each without the stories that are not for them.',
    asks: [
      'GetMe',
      'ListUsers',
      'NamePeopleElsewhere',
      'ListArticles',
      'ListClaims',
      'ListReviewQueue',
      'ListAudits',
      'ListRadar',
      'GetAgreement',
      'ListSources',
      'ListNotifications',
      'ListBin',
      'GetNotificationSettings',
      'ListImports',
      'ListAnnotations',
      'FindExports',
      'PreviewArticle',
      'ExportClaims',
      'ExportCorrections',
      'CheckClaimReviews',
    ],
    table: `
                      | not signed in | token without it | viewer | editor | reviewer | admin
      -               | NOT_SIGNED_IN | TOKEN_SCOPE      | yes    | yes    | yes      | yes
    `,
  },
  {
    rule: 'What is about the machine and not about stories is for admins: rules that suggest, and whether the history is whole.',
    asks: ['ListSuggestionRules', 'VerifyHistory'],
    table: `
                      | not signed in | token without it | viewer      | editor      | reviewer    | admin
      -               | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
    `,
  },
  {
    rule: 'Stories are brought in by everyone but viewers.',
    asks: ['CreateArticle', 'FetchStory', 'CreateImport'],
    table: `
                      | not signed in | token without it | viewer       | editor | reviewer | admin
      -               | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes    | yes      | yes
    `,
  },
  {
    rule: 'A whole story from another Claimdesk as well; one that brings verdicts that were passed, only by those who may pass verdicts.',
    asks: ['ImportStory'],
    table: `
                      | not signed in | token without it | viewer       | editor | reviewer | admin
      -               | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes    | yes      | yes
    `,
  },
  {
    rule: 'A whole story from another Claimdesk as well; one that brings verdicts that were passed, only by those who may pass verdicts.',
    asks: ['ImportStory#reviewed'],
    table: `
                      | not signed in | token without it | viewer       | editor         | reviewer | admin
      -               | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | BRINGS_REVIEWS | yes      | yes
    `,
  },
  {
    rule: 'An import of many files is its owner’s: for everyone else, admins too, there is none.',
    asks: ['GetImport', 'ListImportFiles', 'GetImportSummary'],
    table: `
                      | not signed in | token without it | viewer    | editor    | reviewer  | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
    `,
  },
  {
    rule: 'What was begun is its owner’s to steer, unless they have become a viewer since: then nothing more of it comes in, and it ends by itself.',
    asks: ['SendImportFile', 'SetImportState', 'LeaveOutAwaited', 'RetryImport'],
    table: `
                      | not signed in | token without it | viewer       | editor    | reviewer  | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes       | yes       | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
    `,
  },
  {
    rule: 'Everyone reads a story and all that belongs to it, in whatever state it is. A restricted story is there for its people alone: for all others, admins too, there is none.',
    asks: [
      'GetArticle',
      'ListRevisions',
      'GetRevision',
      'GetRevisionChanges',
      'ListArrivals',
      'GetArrivalFile',
      'ListCorrections',
      'PreviewCorrections',
      'GetProof',
      'ListArticleClaims',
      'ReadWords',
      'ListSuggestions',
      'GetSignOff',
      'GetAudit',
      'GetFigures',
      'ListMentionable',
      'ListEvidence',
      'GetFile',
      'FollowArticle',
      'GetPresence',
      'ExportStory',
    ],
    table: `
                      | not signed in | token without it | viewer    | editor    | reviewer  | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
    `,
  },
  {
    rule: 'Everyone reads a story and all that belongs to it, in whatever state it is. A restricted story is there for its people alone: for all others, admins too, there is none.',
    asks: [
      'GetClaim',
      'GetClaimHistory',
      'GetClaimReach',
      'GetTextChange',
      'ListCitations',
      'ListComments',
      'GetSnapshot',
    ],
    table: `
                      | not signed in | token without it | viewer    | editor    | reviewer  | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
    `,
  },
  {
    rule: 'People are seen to be there, in any state of a story; a program is not there as people are.',
    asks: ['PutPresence', 'EndPresence'],
    table: `
                      | not signed in | token without it | viewer    | editor    | reviewer  | admin
      own             | NOT_SIGNED_IN | NOT_BY_TOKEN     | yes       | yes       | yes       | yes
      another’s       | NOT_SIGNED_IN | NOT_BY_TOKEN     | yes       | yes       | yes       | yes
      restricted      | NOT_SIGNED_IN | NOT_BY_TOKEN     | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
      signed off      | NOT_SIGNED_IN | NOT_BY_TOKEN     | yes       | yes       | yes       | yes
      archived        | NOT_SIGNED_IN | NOT_BY_TOKEN     | yes       | yes       | yes       | yes
    `,
  },
  {
    rule: 'Everyone but viewers works on any story that is for them, whoever began it: nothing is closed to colleagues, and all of it is recorded. A sign-off and the archive end the work.',
    asks: [
      'EditArticle',
      'EditArticle#archive',
      'EditArticle#restrict',
      'WithdrawArticle',
      'SetMembers',
      'CreateClaim',
      'AcceptSuggestion',
      'AcceptSuggestions',
      'DismissSuggestion',
      'RestoreSuggestion',
      'ReviseArticle',
      'DismissFlag',
      'RestoreFlag',
      'CreateEvidence',
      'AttachFile',
    ],
    table: `
                      | not signed in | token without it | viewer       | editor     | reviewer   | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes        | yes        | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes        | yes        | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND    | NOT_FOUND  | NOT_FOUND  | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | SIGNED_OFF | SIGNED_OFF | SIGNED_OFF
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | ARCHIVED   | ARCHIVED   | ARCHIVED
    `,
  },
  {
    rule: 'Everyone but viewers works on any story that is for them, whoever began it: nothing is closed to colleagues, and all of it is recorded. A sign-off and the archive end the work.',
    asks: ['EditArticle#unarchive'],
    table: `
                      | not signed in | token without it | viewer       | editor     | reviewer   | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes        | yes        | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes        | yes        | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND    | NOT_FOUND  | NOT_FOUND  | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | SIGNED_OFF | SIGNED_OFF | SIGNED_OFF
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes        | yes        | yes
    `,
  },
  {
    rule: 'A story that was withdrawn is restored by everyone but viewers; nobody else can write in it.',
    asks: ['RestoreArticle'],
    table: `
                      | not signed in | token without it | viewer       | editor        | reviewer      | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NOT_WITHDRAWN | NOT_WITHDRAWN | NOT_WITHDRAWN
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NOT_WITHDRAWN | NOT_WITHDRAWN | NOT_WITHDRAWN
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND    | NOT_FOUND     | NOT_FOUND     | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NOT_WITHDRAWN | NOT_WITHDRAWN | NOT_WITHDRAWN
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NOT_WITHDRAWN | NOT_WITHDRAWN | NOT_WITHDRAWN
    `,
  },
  {
    rule: 'The same with claims, evidence and what is cited, until it is withdrawn. Then it is restored first.',
    asks: [
      'EditClaim',
      'WithdrawClaim',
      'GiveVerdict',
      'ConfirmVerdict',
      'EditEvidence',
      'WithdrawEvidence',
      'TakeSnapshot',
      'FetchSnapshot',
      'CreateCitation',
      'EditCitation',
      'WithdrawCitation',
    ],
    table: `
                      | not signed in | token without it | viewer       | editor     | reviewer   | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes        | yes        | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes        | yes        | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND    | NOT_FOUND  | NOT_FOUND  | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | SIGNED_OFF | SIGNED_OFF | SIGNED_OFF
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | ARCHIVED   | ARCHIVED   | ARCHIVED
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | WITHDRAWN  | WITHDRAWN  | WITHDRAWN
    `,
  },
  {
    rule: 'The same with claims, evidence and what is cited, until it is withdrawn. Then it is restored first.',
    asks: ['RestoreClaim', 'RestoreEvidence', 'RestoreCitation'],
    table: `
                      | not signed in | token without it | viewer       | editor        | reviewer      | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NOT_WITHDRAWN | NOT_WITHDRAWN | NOT_WITHDRAWN
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NOT_WITHDRAWN | NOT_WITHDRAWN | NOT_WITHDRAWN
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND    | NOT_FOUND     | NOT_FOUND     | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | SIGNED_OFF    | SIGNED_OFF    | SIGNED_OFF
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | ARCHIVED      | ARCHIVED      | ARCHIVED
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes           | yes           | yes
    `,
  },
  {
    rule: 'An editor takes back their own verdict; a reviewer anybody’s.',
    asks: ['TakeBackVerdict'],
    table: `
                      | not signed in | token without it | viewer       | editor           | reviewer   | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes              | yes        | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NOT_YOUR_VERDICT | yes        | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND    | NOT_FOUND        | NOT_FOUND  | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | SIGNED_OFF       | SIGNED_OFF | SIGNED_OFF
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | ARCHIVED         | ARCHIVED   | ARCHIVED
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | WITHDRAWN        | WITHDRAWN  | WITHDRAWN
    `,
  },
  {
    rule: 'Four eyes: reviewers and admins pass or return verdicts, never those that they gave themselves.',
    asks: ['GiveReview', 'TakeBackReview'],
    table: `
                      | not signed in | token without it | viewer       | editor         | reviewer    | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NEEDS_REVIEWER | OWN_VERDICT | OWN_VERDICT
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NEEDS_REVIEWER | yes         | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND    | NOT_FOUND      | NOT_FOUND   | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NEEDS_REVIEWER | SIGNED_OFF  | SIGNED_OFF
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NEEDS_REVIEWER | ARCHIVED    | ARCHIVED
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NEEDS_REVIEWER | WITHDRAWN   | WITHDRAWN
    `,
  },
  {
    rule: 'Reviewers and admins sign a story off, but for one whose every verdict is theirs; and they reopen it.',
    asks: ['GiveSignOff'],
    table: `
                      | not signed in | token without it | viewer         | editor         | reviewer     | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_REVIEWER | NEEDS_REVIEWER | ONLY_CHECKER | ONLY_CHECKER
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_REVIEWER | NEEDS_REVIEWER | yes          | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND      | NOT_FOUND      | NOT_FOUND    | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_REVIEWER | NEEDS_REVIEWER | ONLY_CHECKER | ONLY_CHECKER
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_REVIEWER | NEEDS_REVIEWER | ONLY_CHECKER | ONLY_CHECKER
    `,
  },
  {
    rule: 'Reviewers and admins sign a story off, but for one whose every verdict is theirs; and they reopen it.',
    asks: ['EndSignOff'],
    table: `
                      | not signed in | token without it | viewer         | editor         | reviewer       | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_REVIEWER | NEEDS_REVIEWER | yes            | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_REVIEWER | NEEDS_REVIEWER | yes            | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND      | NOT_FOUND      | NOT_FOUND      | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_REVIEWER | NEEDS_REVIEWER | yes            | yes
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_REVIEWER | NEEDS_REVIEWER | NOT_SIGNED_OFF | NOT_SIGNED_OFF
    `,
  },
  {
    rule: 'Everyone but viewers talks on a claim, under a sign-off as well.',
    asks: ['CreateComment'],
    table: `
                      | not signed in | token without it | viewer       | editor    | reviewer  | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes       | yes       | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes       | yes       | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes       | yes       | yes
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | ARCHIVED  | ARCHIVED  | ARCHIVED
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | WITHDRAWN | WITHDRAWN | WITHDRAWN
    `,
  },
  {
    rule: 'Words in talk are their author’s alone, admins no exception; anyone in the talk settles it.',
    asks: ['EditComment', 'WithdrawComment'],
    table: `
                      | not signed in | token without it | viewer       | editor     | reviewer   | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes        | yes        | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NOT_AUTHOR | NOT_AUTHOR | NOT_AUTHOR
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND    | NOT_FOUND  | NOT_FOUND  | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes        | yes        | yes
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | ARCHIVED   | ARCHIVED   | ARCHIVED
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | WITHDRAWN  | WITHDRAWN  | WITHDRAWN
    `,
  },
  {
    rule: 'Words in talk are their author’s alone, admins no exception; anyone in the talk settles it.',
    asks: ['EditComment#settle'],
    table: `
                      | not signed in | token without it | viewer       | editor    | reviewer  | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes       | yes       | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes       | yes       | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes       | yes       | yes
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | ARCHIVED  | ARCHIVED  | ARCHIVED
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | WITHDRAWN | WITHDRAWN | WITHDRAWN
    `,
  },
  {
    rule: 'Words in talk are their author’s alone, admins no exception; anyone in the talk settles it.',
    asks: ['RestoreComment'],
    table: `
                      | not signed in | token without it | viewer       | editor        | reviewer      | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NOT_WITHDRAWN | NOT_WITHDRAWN | NOT_WITHDRAWN
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NOT_AUTHOR    | NOT_AUTHOR    | NOT_AUTHOR
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND    | NOT_FOUND     | NOT_FOUND     | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NOT_WITHDRAWN | NOT_WITHDRAWN | NOT_WITHDRAWN
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | ARCHIVED      | ARCHIVED      | ARCHIVED
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes           | yes           | yes
    `,
  },
  {
    rule: 'Who was told of a claim that was handed out and has turned, everyone but viewers notes, whatever became of the story.',
    asks: ['TellDesk', 'UntellDesk'],
    table: `
                      | not signed in | token without it | viewer       | editor    | reviewer  | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes       | yes       | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes       | yes       | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND    | NOT_FOUND | NOT_FOUND | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes       | yes       | yes
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes       | yes       | yes
    `,
  },
  {
    rule: 'Everyone reads the history of a story; of one in the bin only admins, who find there what is to be erased.',
    asks: ['GetArticleHistory'],
    table: `
                      | not signed in | token without it | viewer    | editor    | reviewer  | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | yes       | yes       | yes       | yes
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | STORY_WITHDRAWN | STORY_WITHDRAWN | STORY_WITHDRAWN | yes
    `,
  },
  {
    rule: 'Everyone reads the history of a story; of one in the bin only admins, who find there what is to be erased.',
    asks: ['GetHistoryElsewhere'],
    table: `
                      | not signed in | token without it | viewer          | editor          | reviewer        | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | yes             | yes             | yes             | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | yes             | yes             | yes             | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND       | NOT_FOUND       | NOT_FOUND       | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | yes             | yes             | yes             | yes
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | yes             | yes             | yes             | yes
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | STORY_WITHDRAWN | STORY_WITHDRAWN | STORY_WITHDRAWN | yes
    `,
  },
  {
    rule: 'Erasing what the history says is for the law, by an admin who sees the story, and no token does it.',
    asks: ['ErasePayload'],
    table: `
                      | not signed in | token without it | viewer      | editor      | reviewer    | admin
      own             | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      another’s       | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      restricted      | NOT_SIGNED_IN | NOT_BY_TOKEN     | NOT_FOUND   | NOT_FOUND   | NOT_FOUND   | NOT_FOUND
      signed off      | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      archived        | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      withdrawn       | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
    `,
  },
  {
    rule: 'Erasing what the history says is for the law, by an admin who sees the story, and no token does it.',
    asks: ['EraseElsewhere'],
    table: `
                      | not signed in | token without it | viewer      | editor      | reviewer    | admin
      own             | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      another’s       | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      restricted      | NOT_SIGNED_IN | NOT_BY_TOKEN     | NOT_FOUND   | NOT_FOUND   | NOT_FOUND   | NOT_FOUND
      withdrawn       | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
    `,
  },
  {
    rule: 'Erasing for good what lies in the bin is for the law, by an admin who sees its story. They are told before what goes; no token does it.',
    asks: ['GetErasure'],
    table: `
                      | not signed in | token without it | viewer      | editor      | reviewer    | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      restricted      | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_FOUND   | NOT_FOUND   | NOT_FOUND   | NOT_FOUND
      signed off      | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      archived        | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
    `,
  },
  {
    rule: 'Erasing for good what lies in the bin is for the law, by an admin who sees its story. They are told before what goes; no token does it.',
    asks: ['Erase'],
    table: `
                      | not signed in | token without it | viewer      | editor      | reviewer    | admin
      own             | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      another’s       | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      restricted      | NOT_SIGNED_IN | NOT_BY_TOKEN     | NOT_FOUND   | NOT_FOUND   | NOT_FOUND   | NOT_FOUND
      signed off      | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      archived        | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
    `,
  },
  {
    rule: 'What left the house has a manifest for everyone who could have taken it.',
    asks: ['GetExportManifest'],
    table: `
                      | not signed in | token without it | viewer | editor | reviewer | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | yes    | yes    | yes      | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | yes    | yes    | yes      | yes
    `,
  },
  {
    rule: 'The register of sources is everyone’s to read, and everyone’s but viewers’ to keep. Who a confidential source is, is for those named on it: admins are no exception.',
    asks: ['CreateSource'],
    table: `
                      | not signed in | token without it | viewer       | editor | reviewer | admin
      -               | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes    | yes      | yes
    `,
  },
  {
    rule: 'The register of sources is everyone’s to read, and everyone’s but viewers’ to keep. Who a confidential source is, is for those named on it: admins are no exception.',
    asks: ['GetSource', 'GetSourceRecord', 'ListSourceUses'],
    table: `
                      | not signed in | token without it | viewer | editor | reviewer | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | yes    | yes    | yes      | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | yes    | yes    | yes      | yes
      named on it     | NOT_SIGNED_IN | TOKEN_SCOPE      | yes    | yes    | yes      | yes
      not named on it | NOT_SIGNED_IN | TOKEN_SCOPE      | yes    | yes    | yes      | yes
    `,
  },
  {
    rule: 'The register of sources is everyone’s to read, and everyone’s but viewers’ to keep. Who a confidential source is, is for those named on it: admins are no exception.',
    asks: ['GetSourceHistory'],
    table: `
                      | not signed in | token without it | viewer       | editor       | reviewer     | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | yes          | yes          | yes          | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | yes          | yes          | yes          | yes
      named on it     | NOT_SIGNED_IN | TOKEN_SCOPE      | yes          | yes          | yes          | yes
      not named on it | NOT_SIGNED_IN | TOKEN_SCOPE      | NOT_A_READER | NOT_A_READER | NOT_A_READER | NOT_A_READER
    `,
  },
  {
    rule: 'The register of sources is everyone’s to read, and everyone’s but viewers’ to keep. Who a confidential source is, is for those named on it: admins are no exception.',
    asks: ['EditSource', 'MergeSource', 'UnmergeSource'],
    table: `
                      | not signed in | token without it | viewer       | editor       | reviewer     | admin
      own             | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes          | yes          | yes
      another’s       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes          | yes          | yes
      named on it     | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | yes          | yes          | yes
      not named on it | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_EDITOR | NOT_A_READER | NOT_A_READER | NOT_A_READER
    `,
  },
  {
    rule: 'The register of sources is everyone’s to read, and everyone’s but viewers’ to keep. Who a confidential source is, is for those named on it: admins are no exception.',
    asks: ['MakeConfidential'],
    table: `
                      | not signed in | token without it | viewer       | editor       | reviewer     | admin
      own             | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_EDITOR | yes          | yes          | yes
      another’s       | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_EDITOR | yes          | yes          | yes
      named on it     | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_EDITOR | yes          | yes          | yes
      not named on it | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_EDITOR | NOT_A_READER | NOT_A_READER | NOT_A_READER
    `,
  },
  {
    rule: 'The register of sources is everyone’s to read, and everyone’s but viewers’ to keep. Who a confidential source is, is for those named on it: admins are no exception.',
    asks: ['MakeOpen'],
    table: `
                      | not signed in | token without it | viewer       | editor           | reviewer         | admin
      own             | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_EDITOR | NOT_CONFIDENTIAL | NOT_CONFIDENTIAL | NOT_CONFIDENTIAL
      another’s       | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_EDITOR | NOT_CONFIDENTIAL | NOT_CONFIDENTIAL | NOT_CONFIDENTIAL
      named on it     | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_EDITOR | yes              | yes              | yes
      not named on it | NOT_SIGNED_IN | NOT_BY_TOKEN     | NEEDS_EDITOR | NOT_A_READER     | NOT_A_READER     | NOT_A_READER
    `,
  },
  {
    rule: 'The register of sources is everyone’s to read, and everyone’s but viewers’ to keep. Who a confidential source is, is for those named on it: admins are no exception.',
    asks: ['ReadIdentity'],
    table: `
                      | not signed in | token without it | viewer           | editor           | reviewer         | admin
      own             | NOT_SIGNED_IN | NOT_BY_TOKEN     | NOT_CONFIDENTIAL | NOT_CONFIDENTIAL | NOT_CONFIDENTIAL | NOT_CONFIDENTIAL
      another’s       | NOT_SIGNED_IN | NOT_BY_TOKEN     | NOT_CONFIDENTIAL | NOT_CONFIDENTIAL | NOT_CONFIDENTIAL | NOT_CONFIDENTIAL
      named on it     | NOT_SIGNED_IN | NOT_BY_TOKEN     | yes              | yes              | yes              | yes
      not named on it | NOT_SIGNED_IN | NOT_BY_TOKEN     | NOT_A_READER     | NOT_A_READER     | NOT_A_READER     | NOT_A_READER
    `,
  },
  {
    rule: 'Which addresses are told what happens here is for admins.',
    asks: ['ListWebhooks', 'CreateWebhook', 'GetDelivery', 'Redeliver'],
    table: `
                      | not signed in | token without it | viewer      | editor      | reviewer    | admin
      -               | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
    `,
  },
  {
    rule: 'Which addresses are told what happens here is for admins.',
    asks: ['GetWebhookHistory', 'ListDeliveries'],
    table: `
                      | not signed in | token without it | viewer      | editor      | reviewer    | admin
      -               | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
    `,
  },
  {
    rule: 'Which addresses are told what happens here is for admins.',
    asks: ['EditWebhook', 'WithdrawWebhook', 'RotateSecret', 'TestWebhook'],
    table: `
                      | not signed in | token without it | viewer      | editor      | reviewer    | admin
      -               | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | WITHDRAWN
    `,
  },
  {
    rule: 'Which addresses are told what happens here is for admins.',
    asks: ['RestoreWebhook'],
    table: `
                      | not signed in | token without it | viewer      | editor      | reviewer    | admin
      -               | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | NOT_WITHDRAWN
      withdrawn       | NOT_SIGNED_IN | TOKEN_SCOPE      | NEEDS_ADMIN | NEEDS_ADMIN | NEEDS_ADMIN | yes
    `,
  },
];
