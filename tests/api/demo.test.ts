import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { ListArticles } from '../../server/contract/articles.ts';
import { ListArticleClaims } from '../../server/contract/claims.ts';
import { ListComments } from '../../server/contract/comments.ts';
import { Me } from '../../server/contract/people.ts';
import { fillDemo } from '../../server/demo/fill.ts';
import { answer } from '../support/contract.ts';
import { ORIGIN, useDesk } from '../support/desk.ts';

const desk = useDesk();
const logged: string[] = [];

const fill = () =>
  fillDemo({
    db: desk.db,
    now: () => new Date('2026-03-02T09:00:00.000Z'),
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    historyKey: desk.historyKey,
    sourceKey: Buffer.alloc(32),
    policy: { signOffBy: 'reviewer' as const, reviewFacts: true, minSources: 1 },
    filesDir: '/nowhere',
    publicUrl: ORIGIN,
    publisher: { name: null, url: null },
    privateWebhooks: false,
    sendsMail: false,
  });

describe('the demo', () => {
  test('fills an empty newsroom once, and keeps no password', async () => {
    const people = await fill();
    expect(people.map(({ role }) => role)).toEqual(['editor', 'editor', 'reviewer']);
    expect(new Set(people.map(({ password }) => password)).size).toBe(3);

    const browser = desk.newcomer();
    const { email, password } = people[0] ?? {};
    const me = Me.parse((await browser.post('/api/session', { email, password })).body);
    expect(me.role).toBe('editor');

    const { items } = answer(ListArticles, await browser.get('/api/articles'));
    expect(items).toHaveLength(1);
    expect(items[0]?.counts).toMatchObject({ passed: 1, checked: 1, unchecked: 6 });
    const path = `/api/articles/${items[0]?.id}/claims`;
    const claims = answer(ListArticleClaims, await browser.get(path)).items;
    const passed = claims.find(({ status }) => status === 'passed');
    expect(passed).toMatchObject({ citationCount: 1, verdict: { verdict: 'accurate', by: me.id } });
    expect(passed?.attributionIds).toHaveLength(1);
    const discussed = claims.find(({ openComments }) => openComments === 1);
    expect(
      answer(ListComments, await browser.get(`/api/claims/${discussed?.id}/comments`)).items,
    ).toHaveLength(1);
    const exported = await browser.get('/api/exports/claims?format=json');
    expect(exported.body.claims).toMatchObject([{ quote: 'At least 64 people', said_by: ['officials'] }]);

    const kept = await desk.db.pool.query(
      `SELECT string_agg(t::text, '') AS everything FROM (
         SELECT u::text AS t FROM users u UNION ALL SELECT p::text FROM event_payloads p
         UNION ALL SELECT e::text FROM events e UNION ALL SELECT k::text FROM idempotency_keys k) all_rows`,
    );
    for (const person of people) {
      expect(kept.rows[0].everything).not.toContain(person.password);
      expect([...logged, ...desk.logged].join('')).not.toContain(person.password);
    }

    expect(await fill()).toEqual([]);
    expect(answer(ListArticles, await browser.get('/api/articles')).items).toHaveLength(1);
    expect(await desk.db.prisma.user.count()).toBe(3);
  });
});
