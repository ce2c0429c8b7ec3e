/** A story half checked, made through the API. */
import type { Colleague } from './newsroom.ts';
import { ferryStory } from './story-page.ts';

const KINDS = {
  'at least 41 people': 'casualty_count',
  '12 children': 'casualty_count',
  'There is nobody left alive in the hull': 'attribution',
  'the Tarvo Coast Guard': 'source',
  '6 a.m.': 'fact',
  '23 bodies': 'casualty_count',
} as const;

/** The ferry story with claims of every kind, of which the first has evidence, a verdict, comments and a history. */
export async function checkedStory({
  api,
  id: me,
}: Colleague): Promise<{ articleId: string; claimId: string }> {
  const deadline = '2031-05-04T18:30:00Z';
  const { id: articleId } = await api.send('POST', '/api/articles', {
    text: await ferryStory(),
    priority: 'urgent',
    deadline,
  });
  const text = await storedText(api, articleId);
  const ids: string[] = [];
  for (const [quote, kind] of Object.entries(KINDS)) {
    const start = text.indexOf(quote);
    const span = { start, end: start + quote.length, quote };
    const { id } = await api.send('POST', `/api/articles/${articleId}/claims`, { revision: 1, kind, span });
    ids.push(id);
  }
  const [claimId = '', other = ''] = ids;
  await api.send('PATCH', `/api/claims/${other}`, { version: 1, assigneeId: me });
  await api.send('POST', `/api/claims/${claimId}/citations`, {
    stance: 'supports',
    locator: 'page 3',
    quote: 'forty-one dead',
    evidence: { kind: 'link', title: 'Coast guard log', url: 'https://coastguard.example/log' },
  });
  await api.send('PUT', `/api/claims/${claimId}/verdict`, {
    version: 2,
    verdict: 'inaccurate',
    reason: 'The log has one more.',
    correction: 'at least 42 people',
  });
  const { id: thread } = await api.send('POST', `/api/claims/${claimId}/comments`, { body: 'Who counted?' });
  await api.send('POST', `/api/claims/${claimId}/comments`, { body: 'The coast guard.', parentId: thread });
  return { articleId, claimId };
}

const SETTLED = {
  '12 children': ['casualty_count', 'accurate', 'The hospital counted twelve.'],
  'There is nobody left alive in the hull': ['attribution', 'accurate', 'He said so on the air.'],
  'the Tarvo Coast Guard': ['source', 'disputed', 'The ministry calls it the harbour police.'],
  '6 a.m.': ['fact', 'waived', 'Not material.'],
} as const;

export interface Settled {
  readonly articleId: string;
  /** Ids of its claims by their words. */
  readonly claims: Readonly<Record<keyof typeof SETTLED, string>>;
}

/** The ferry story with every claim checked by the editor and passed by the reviewer: two of them are let stand. */
export async function settledStory(editor: Colleague, reviewer: Colleague): Promise<Settled> {
  const { api } = editor;
  const { id: articleId } = await api.send('POST', '/api/articles', { text: await ferryStory() });
  const text = await storedText(api, articleId);
  const settle = async (quote: keyof typeof SETTLED): Promise<string> => {
    const [kind, verdict, reason] = SETTLED[quote];
    const start = text.indexOf(quote);
    const span = { start, end: start + quote.length, quote };
    const { id } = await api.send('POST', `/api/articles/${articleId}/claims`, { revision: 1, kind, span });
    await api.send('POST', `/api/claims/${id}/citations`, {
      stance: 'supports',
      locator: 'page 3',
      quote: 'twelve children were brought in',
      evidence: { kind: 'document', title: `Record of ${quote}`, publisher: 'Tarvo hospital' },
    });
    await api.send('PUT', `/api/claims/${id}/verdict`, { version: 2, verdict, reason });
    await reviewer.api.send('PUT', `/api/claims/${id}/review`, { version: 3, decision: 'passed' });
    return id;
  };
  const claims = {
    '12 children': await settle('12 children'),
    'There is nobody left alive in the hull': await settle('There is nobody left alive in the hull'),
    'the Tarvo Coast Guard': await settle('the Tarvo Coast Guard'),
    '6 a.m.': await settle('6 a.m.'),
  };
  return { articleId, claims };
}

/** A second text arrives from outside, with one sentence more, in this person's name. */
export async function sendNewerText({ api }: Colleague, articleId: string, arrived: string): Promise<void> {
  const text = `${await storedText(api, articleId)}\n\nThe harbour stays closed.`;
  await api.send('POST', `/api/articles/${articleId}/revisions`, { text, baseRevision: 1, arrived });
}

async function storedText(api: Colleague['api'], articleId: string): Promise<string> {
  const revision: unknown = await api.get(`/api/articles/${articleId}/revisions/1`);
  if (typeof revision === 'object' && revision !== null && 'text' in revision) return String(revision.text);
  throw new Error('a revision without a text');
}

/** The words of the one claim of `markedStory`. */
export const MARKED = 'at least 41 people';

export interface Marked {
  readonly editor: Colleague;
  readonly articleId: string;
  readonly claimId: string;
}

/** The ferry story with one claim, a casualty count that nobody has checked. */
export async function markedStory(editor: Colleague): Promise<Marked> {
  const { id: articleId } = await editor.api.send('POST', '/api/articles', { text: await ferryStory() });
  const span = { start: 212, end: 230, quote: MARKED };
  const body = { revision: 1, kind: 'casualty_count', span };
  const { id: claimId } = await editor.api.send('POST', `/api/articles/${articleId}/claims`, body);
  return { editor, articleId, claimId };
}
