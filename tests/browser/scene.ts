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

async function storedText(api: Colleague['api'], articleId: string): Promise<string> {
  const revision: unknown = await api.get(`/api/articles/${articleId}/revisions/1`);
  if (typeof revision === 'object' && revision !== null && 'text' in revision) return String(revision.text);
  throw new Error('a revision without a text');
}
