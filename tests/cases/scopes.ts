/** Which scope of a token opens what: one row for every endpoint that asks who comes. */
import type { Scope } from '../../server/contract/tokens.ts';

export const SCOPES: Readonly<Record<Scope | 'none', readonly string[]>> = {
  none: [
    ...['ChangePassword', 'SignOut', 'CreateUser', 'EditUser', 'ResetPassword'],
    ...['ListTokens', 'CreateToken', 'RevokeToken', 'MarkRead', 'MarkUnread', 'SetNotificationSettings'],
    ...['MakeConfidential', 'MakeOpen', 'ReadIdentity', 'ErasePayload', 'EraseElsewhere'],
    ...['PutPresence', 'EndPresence'],
  ],
  read: [
    ...[
      'GetMe',
      'ListUsers',
      'NamePeopleElsewhere',
      'GetHistoryElsewhere',
      'GetArticle',
      'ListArticles',
      'PreviewArticle',
      'GetRevision',
      'ListRevisions',
    ],
    ...['GetRevisionChanges', 'ListCorrections', 'PreviewCorrections', 'GetSignOff', 'GetProof'],
    ...['GetClaim', 'ListClaims', 'ListArticleClaims', 'ReadWords', 'ListSuggestions', 'ListSuggestionRules'],
    ...['GetAgreement', 'ListReviewQueue', 'GetAudit', 'ListAudits', 'GetFigures'],
    ...['ListEvidence', 'ListCitations', 'GetSnapshot', 'GetFile', 'ListComments'],
    ...['GetSource', 'GetSourceHistory', 'GetSourceRecord', 'ListSources', 'ListSourceUses'],
    ...[
      'GetArticleHistory',
      'GetClaimHistory',
      'FollowArticle',
      'GetPresence',
      'VerifyHistory',
      'ListRadar',
      'GetClaimReach',
    ],
    ...['FindExports', 'GetTextChange', 'ListAnnotations', 'ListArrivals', 'GetArrivalFile'],
    ...[
      'ListBin',
      'ListImports',
      'GetImport',
      'ListImportFiles',
      'GetImportSummary',
      'ListNotifications',
      'GetNotificationSettings',
      'ListMentionable',
    ],
  ],
  export: ['ExportClaims', 'ExportCorrections', 'ExportStory', 'CheckClaimReviews', 'GetExportManifest'],
  stories: [
    ...['CreateArticle', 'FetchStory', 'EditArticle', 'SetMembers', 'ReviseArticle', 'ImportStory'],
    ...['WithdrawArticle', 'RestoreArticle'],
    ...['CreateImport', 'SendImportFile', 'SetImportState', 'LeaveOutAwaited', 'RetryImport'],
  ],
  claims: [
    ...['CreateClaim', 'EditClaim', 'WithdrawClaim', 'RestoreClaim'],
    ...['AcceptSuggestion', 'AcceptSuggestions', 'DismissSuggestion', 'RestoreSuggestion'],
    ...[
      'CreateEvidence',
      'EditEvidence',
      'WithdrawEvidence',
      'RestoreEvidence',
      'TakeSnapshot',
      'FetchSnapshot',
      'AttachFile',
    ],
    ...['CreateCitation', 'EditCitation', 'WithdrawCitation', 'RestoreCitation'],
    ...['CreateComment', 'EditComment', 'WithdrawComment', 'RestoreComment'],
  ],
  sources: ['CreateSource', 'EditSource', 'MergeSource', 'UnmergeSource'],
  webhooks: [
    ...['ListWebhooks', 'CreateWebhook', 'EditWebhook', 'WithdrawWebhook', 'RestoreWebhook', 'RotateSecret'],
    ...['TestWebhook', 'GetWebhookHistory', 'ListDeliveries', 'GetDelivery', 'Redeliver'],
  ],
  checks: [
    ...['GiveVerdict', 'ConfirmVerdict', 'TakeBackVerdict', 'GiveReview', 'TakeBackReview'],
    ...['GiveSignOff', 'EndSignOff', 'DismissFlag', 'RestoreFlag', 'TellDesk', 'UntellDesk'],
  ],
};
