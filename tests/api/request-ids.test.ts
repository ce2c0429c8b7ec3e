/** Each request has a name: in its answer, in the log, and in what went wrong. */
import { expect, test } from 'vitest';
import { Problem } from '../../server/contract/problem.ts';
import { useDesk } from '../support/desk.ts';

const desk = useDesk();

test('it is the proxy’s where that is sane, and one of its own otherwise', async () => {
  const given = await desk.stranger.get('/api/health').set('X-Request-Id', 'proxy-7f3a9c');
  expect(given.headers['x-request-id']).toBe('proxy-7f3a9c');
  for (const odd of ['short', 'a b c d e f g h', '"quoted-value"', 'x'.repeat(65)]) {
    const { headers } = await desk.stranger.get('/api/health').set('X-Request-Id', odd);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('it is in the line of the log', async () => {
  await desk.stranger.get('/api/health').set('X-Request-Id', 'proxy-in-the-log');
  await expect.poll(() => desk.logged.some((line) => line.includes('"id":"proxy-in-the-log"'))).toBe(true);
});

test('what went wrong here names it, and a refusal does not', async () => {
  const editor = await desk.person('editor');
  const refused = Problem.parse((await editor.get('/api/articles/none')).body);
  expect(refused.requestId).toBeUndefined();
  await desk.db.pool.query('ALTER TABLE sources RENAME TO sources_away');
  try {
    const { body, headers } = await editor.get('/api/sources').set('X-Request-Id', 'proxy-500-error');
    expect(Problem.parse(body)).toMatchObject({ code: 'INTERNAL', requestId: 'proxy-500-error' });
    expect(headers['x-request-id']).toBe('proxy-500-error');
    const line = desk.logged.find((each) => each.includes('request failed'));
    expect(line).toContain('"requestId":"proxy-500-error"');
  } finally {
    await desk.db.pool.query('ALTER TABLE sources_away RENAME TO sources');
  }
});
