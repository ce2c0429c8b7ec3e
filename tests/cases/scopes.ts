/** Which scope of a token opens what: one row for every endpoint that asks who comes. */
import type { Scope } from '../../server/contract/tokens.ts';

export const SCOPES: Readonly<Record<Scope | 'none', readonly string[]>> = {
  none: [
    ...['ChangePassword', 'SignOut', 'CreateUser', 'EditUser', 'ResetPassword'],
    ...['ListTokens', 'CreateToken', 'RevokeToken'],
    ...['MakeConfidential', 'MakeOpen', 'ReadIdentity', 'ErasePayload'],
  ],
  read: [
    ...['GetMe', 'ListUsers', 'GetArticle', 'ListArticles', 'PreviewArticle', 'GetRevision', 'ListRevisions'],
    ...['GetRevisionChanges', 'ListCorrections', 'PreviewCorrections', 'GetSignOff', 'GetProof'],
    ...['GetClaim', 'ListClaims', 'ListArticleClaims', 'ReadWords', 'ListSuggestions', 'ListSuggestionRules'],
    ...['GetAgreement', 'ListReviewQueue', 'GetAudit', 'ListAudits', 'GetFigures'],
    ...['ListEvidence', 'ListCitations', 'GetSnapshot', 'GetFile', 'ListComments'],
    ...['GetSource', 'GetSourceHistory', 'GetSourceRecord', 'ListSources', 'ListSourceUses'],
    ...['GetArticleHistory', 'GetClaimHistory', 'VerifyHistory', 'ListRadar', 'GetClaimReach'],
    ...['FindExports', 'GetTextChange', 'ListAnnotations', 'ListArrivals', 'GetArrivalFile'],
  ],
  export: ['ExportClaims', 'ExportCorrections', 'ExportStory', 'CheckClaimReviews'],
  stories: ['CreateArticle', 'EditArticle', 'SetMembers', 'ReviseArticle', 'ImportStory'],
  claims: [
    ...['CreateClaim', 'EditClaim', 'WithdrawClaim', 'RestoreClaim'],
    ...['AcceptSuggestion', 'AcceptSuggestions', 'DismissSuggestion', 'RestoreSuggestion'],
    ...[
      'CreateEvidence',
      'EditEvidence',
      'WithdrawEvidence',
      'RestoreEvidence',
      'TakeSnapshot',
      'AttachFile',
    ],
    ...['CreateCitation', 'EditCitation', 'WithdrawCitation', 'RestoreCitation'],
    ...['CreateComment', 'EditComment', 'WithdrawComment', 'RestoreComment'],
  ],
  sources: ['CreateSource', 'EditSource', 'MergeSource', 'UnmergeSource'],
  checks: [
    ...['GiveVerdict', 'ConfirmVerdict', 'TakeBackVerdict', 'GiveReview', 'TakeBackReview'],
    ...['GiveSignOff', 'EndSignOff', 'DismissFlag', 'RestoreFlag', 'TellDesk', 'UntellDesk'],
  ],
};
