/** For the table of who may what: each endpoint asked as whoever may would ask it. */
import { uuidv7 } from 'uuidv7';
import { DEFAULT_SETTINGS } from '../../server/contract/notifications.ts';
import { markBody } from './claims.ts';
import { CHOSEN, newPerson } from './people.ts';
import { seen } from './sign-off.ts';
import { addSource, keep } from './sources.ts';
import { exportedStory, underOtherIds } from './stories.ts';
import type { Kind, Scene, Thing } from './who-scene.ts';

export interface Ask {
  /** What it is asked about. */
  readonly of: Kind;
  readonly query?: (thing: Thing) => string;
  /** Bytes are sent as a file. */
  readonly body?: (thing: Thing, scene: Scene) => object | Promise<object>;
  /** Asked by somebody of the role who was made for it: it ends sessions, or begins another. */
  readonly once?: boolean;
}

const ASK: Ask = { of: 'nothing' };
const of = (kind: Kind, body?: Ask['body']): Ask => ({ of: kind, ...(body === undefined ? {} : { body }) });
/** With the version that was seen, in the body. */
const change = (kind: Kind, body: object): Ask => of(kind, ({ version }) => ({ version, ...body }));
/** The same, in the query. */
const take = (kind: Kind): Ask => ({ of: kind, query: ({ version }) => `?version=${version}` });

const LIST = { name: 'wire', files: [{ path: 'a.txt', size: 8 }] };
const REASON = { reason: 'A court says so.' };
const inStory = ({ story }: Scene) => story;

/** A document of a story of its own, with or without a verdict that somebody passed. */
const documentOf = async ({ owner, second, story }: Scene): Promise<object> => {
  const { document } = await exportedStory(owner.role === 'viewer' ? second : owner, story);
  return underOtherIds(document);
};

/** By the endpoint's name; after a `#` there is another way to ask the same. */
export const ASKS: Readonly<Record<string, Ask>> = {
  GetSetup: ASK,
  SetUp: {
    ...of('nothing', () => ({
      ...newPerson(),
      role: undefined,
      password: CHOSEN,
      token: 'the set-up token',
    })),
    once: true,
  },
  SignIn: {
    ...of('nothing', (_thing, { colleague }) => ({ email: colleague.email, password: colleague.password })),
    once: true,
  },
  GetMe: ASK,
  SignOut: { ...ASK, once: true },
  ChangePassword: {
    ...of('nothing', (_thing, { colleague }) => ({ current: colleague.password, next: CHOSEN })),
    once: true,
  },
  GetInvitation: of('invitation'),
  AcceptInvitation: { ...of('invitation', () => ({ password: CHOSEN })), once: true },
  ListUsers: ASK,
  NamePeopleElsewhere: { ...ASK, query: () => `?ids=${uuidv7()}` },
  CreateUser: of('nothing', () => newPerson()),
  EditUser: change('person', { name: 'Ada Moor' }),
  ResetPassword: of('person'),
  ListTokens: ASK,
  CreateToken: of('nothing', () => ({ name: 'Wire feed', scopes: ['stories'] })),
  RevokeToken: of('token'),

  PreviewArticle: of('nothing', () => ({ text: 'Rain\n\nIt rained for a day.' })),
  FetchStory: of('nothing', () => ({ url: 'https://paper.example/rain' })),
  ListArticles: ASK,
  CreateArticle: of('nothing', () => ({ text: `Rain ${uuidv7()}\n\nIt rained for a day.` })),
  GetArticle: of('story'),
  EditArticle: change('story', { priority: 'high' }),
  'EditArticle#archive': change('shelved', { status: 'archived' }),
  'EditArticle#unarchive': change('shelved', { status: 'checking' }),
  'EditArticle#restrict': change('story', { access: 'restricted' }),
  SetMembers: change('story', { memberIds: [] }),
  WithdrawArticle: take('shelved'),
  RestoreArticle: of('story'),
  ListBin: ASK,
  GetErasure: of('binned'),
  Erase: change('toErase', REASON),
  ListArrivals: of('story'),
  GetArrivalFile: of('story'),
  ListRevisions: of('story'),
  GetRevision: of('story'),
  GetRevisionChanges: of('story'),
  ReviseArticle: of('story', ({ story }) => ({
    baseRevision: 1,
    text: `${story?.revision.text} It is cold.`,
  })),
  ListCorrections: of('story'),
  PreviewCorrections: of('story', () => ({ revision: 1 })),
  GetTextChange: of('expired'),
  ExportCorrections: ASK,
  GetProof: of('story'),

  ListArticleClaims: of('story'),
  CreateClaim: of('story', (_thing, scene) => markBody(inStory(scene), 'Nine children')),
  ReadWords: of('story', (_thing, scene) => {
    const { revision, span } = markBody(inStory(scene), 'Nine children');
    return { revision, span, kind: 'casualty_count' };
  }),
  ListClaims: ASK,
  GetClaim: of('claim'),
  EditClaim: change('claim', { summary: 'The toll' }),
  WithdrawClaim: take('claim'),
  RestoreClaim: of('claim'),
  GiveVerdict: change('claim', { verdict: 'accurate', reason: 'The register says so.' }),
  ConfirmVerdict: change('expired', {}),
  TakeBackVerdict: take('verified'),
  GiveReview: change('verified', { decision: 'passed' }),
  TakeBackReview: take('passed'),
  GetClaimHistory: of('claim'),
  GetClaimReach: of('claim'),
  ListSuggestions: of('story'),
  ListSuggestionRules: ASK,
  AcceptSuggestion: of('suggestion'),
  AcceptSuggestions: of('suggestion', ({ ids }) => ({
    revision: 1,
    items: [{ suggestionId: ids['suggestionId'], id: uuidv7() }],
  })),
  DismissSuggestion: of('suggestion'),
  RestoreSuggestion: of('dismissed'),

  GetSignOff: of('story'),
  GiveSignOff: of('ready', ({ story }, { second }) => seen(second, story ?? { id: uuidv7() })),
  EndSignOff: of('signedOff', () => REASON),
  ListReviewQueue: ASK,
  GetAgreement: ASK,
  GetAudit: of('story'),
  ListAudits: ASK,
  DismissFlag: of('flag', () => REASON),
  RestoreFlag: of('dismissedFlag'),
  GetFigures: of('story'),
  ListRadar: ASK,
  TellDesk: of('handedOut'),
  UntellDesk: of('toldOf'),

  ListEvidence: of('story'),
  CreateEvidence: of('story', () => ({ kind: 'interview', title: 'Ada Moor' })),
  EditEvidence: change('evidence', { note: 'By telephone' }),
  WithdrawEvidence: take('evidence'),
  RestoreEvidence: of('evidence'),
  TakeSnapshot: change('evidence', { text: 'The office said no.' }),
  FetchSnapshot: change('evidence', {}),
  GetSnapshot: of('snapshot'),
  ListCitations: of('claim'),
  CreateCitation: of('claim', () => ({
    stance: 'supports',
    evidence: { kind: 'document', title: 'Passenger list' },
  })),
  EditCitation: change('citation', { locator: 'p. 2' }),
  WithdrawCitation: take('citation'),
  RestoreCitation: of('citation'),
  AttachFile: { ...of('story', () => Buffer.from('A list of names')), query: () => '?name=list.txt' },
  GetFile: of('file'),
  ListComments: of('claim'),
  ListMentionable: of('story'),
  CreateComment: of('claim', () => ({ body: 'Who counted?' })),
  EditComment: change('comment', { body: 'Who counted them?' }),
  'EditComment#settle': change('comment', { resolved: true }),
  WithdrawComment: take('comment'),
  RestoreComment: of('comment'),
  ListNotifications: ASK,
  GetNotificationSettings: ASK,
  SetNotificationSettings: {
    ...of('nothing', () => ({ ...DEFAULT_SETTINGS, version: 0 })),
    once: true,
  },
  MarkRead: of('nothing', () => ({ ids: [uuidv7()] })),
  MarkUnread: of('nothing', () => ({ ids: [uuidv7()] })),

  ListSources: ASK,
  CreateSource: of('nothing', () => ({ name: `Pier ${uuidv7()}`, kind: 'organisation' })),
  GetSource: of('source'),
  EditSource: change('source', { description: 'a port official' }),
  MergeSource: of('source', async (_thing, { owner, whose, asker, colleague }) => {
    const into = await addSource(owner, { name: `Lock ${uuidv7()}` });
    if (whose === 'named on it' || whose === 'not named on it')
      await keep(owner, into, [colleague, ...(whose === 'named on it' ? [asker] : [])]);
    return { into: into.id };
  }),
  UnmergeSource: of('mergedSource'),
  MakeConfidential: of('source', ({ version }, { asker, colleague }) => ({
    ...{ version, description: 'a port official', readerIds: [asker.id, colleague.id] },
  })),
  MakeOpen: take('source'),
  ReadIdentity: of('source'),
  GetSourceHistory: of('source'),
  GetSourceRecord: of('source'),
  ListSourceUses: of('source'),

  GetArticleHistory: of('past'),
  VerifyHistory: ASK,
  ErasePayload: of('event', () => REASON),
  EraseElsewhere: of('elsewhere', () => REASON),
  GetHistoryElsewhere: of('past'),
  FollowArticle: of('story'),
  GetPresence: of('story'),
  PutPresence: of('page', ({ ids }) => ({ page: ids['page'], claimId: null, doing: 'reading' })),
  EndPresence: of('page'),

  ExportClaims: { ...ASK, query: () => '?status=all' },
  CheckClaimReviews: { ...ASK, query: () => '?status=all' },
  FindExports: { ...ASK, query: () => `?sha256=${'0'.repeat(64)}` },
  GetExportManifest: of('export'),
  ListAnnotations: { ...ASK, query: () => '?status=all' },
  ExportStory: of('story'),
  ImportStory: of('taken', async (thing, scene) =>
    documentOf({ ...scene, story: thing.story ?? scene.story }),
  ),
  'ImportStory#reviewed': of('takenPassed', async (thing, scene) =>
    documentOf({ ...scene, story: thing.story ?? scene.story }),
  ),
  CreateImport: of('nothing', () => LIST),
  ListImports: ASK,
  GetImport: of('import'),
  ListImportFiles: of('import'),
  GetImportSummary: of('import'),
  SendImportFile: of('import', () => Buffer.from('It sank.')),
  SetImportState: of('import', () => ({ state: 'paused' })),
  LeaveOutAwaited: of('import'),
  RetryImport: of('import'),

  ListWebhooks: ASK,
  CreateWebhook: of('nothing', () => ({ url: 'https://cms.example/hooks', types: ['story.created'] })),
  EditWebhook: change('webhook', { active: false }),
  WithdrawWebhook: take('webhook'),
  RestoreWebhook: of('webhook'),
  RotateSecret: change('webhook', {}),
  TestWebhook: of('webhook'),
  GetWebhookHistory: of('webhook'),
  ListDeliveries: of('webhook'),
  GetDelivery: of('delivery'),
  Redeliver: of('delivery'),

  GetStorySchema: ASK,
  ListFormats: ASK,
  GetHealth: ASK,
  GetReady: ASK,
  GetOpenApi: ASK,
};
