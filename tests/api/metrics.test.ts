/** What a monitor reads. */
import { beforeAll, expect, test } from 'vitest';
import { METRICS_TOKEN, type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;
beforeAll(async () => {
  editor = await desk.person('editor');
});

/** The value of one line; undefined where it is not there. */
function figure(text: string, line: string): number | undefined {
  const found = text.split('\n').find((each) => each.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
}
const read = async (): Promise<string> => {
  const { status, text, headers } = await desk.stranger
    .get('/metrics')
    .set('Authorization', `Bearer ${METRICS_TOKEN}`);
  expect(status).toBe(200);
  expect(headers['content-type']).toContain('text/plain; version=0.0.4');
  expect(headers['cache-control']).toBe('no-store');
  return text;
};

test('nothing is told without the token, whoever asks', async () => {
  for (const given of [undefined, 'Bearer token-of-another', METRICS_TOKEN]) {
    const asked = editor.get('/metrics');
    const { status, body } = await (given === undefined ? asked : asked.set('Authorization', given));
    expect([status, body.code]).toEqual([401, 'NOT_SIGNED_IN']);
  }
});

test('requests are told by the pattern of their route, without ids', async () => {
  const { body: story } = await editor.post('/api/articles', { text: 'Four people died.' });
  await editor.get(`/api/articles/${story.id}`);
  await editor.get(`/api/articles/${story.id}?odd=1`);
  await editor.get(`/api/nowhere/${story.id}`);
  const line = (route: string, status: number) =>
    `claimdesk_http_request_duration_seconds_count{method="GET",route="${route}",status="${status}"}`;
  // It is told when the answer is gone, which whoever got it may be ahead of.
  await expect.poll(async () => figure(await read(), line('none', 404))).toBeGreaterThan(0);
  const text = await read();
  expect(figure(text, line('/api/articles/:articleId', 200))).toBe(1);
  expect(figure(text, line('/api/articles/:articleId', 422))).toBe(1);
  expect(text).not.toContain(story.id);
  expect(figure(text, 'claimdesk_http_requests_in_progress')).toBeGreaterThanOrEqual(1);
});

test('connections, what waits and what happens are told', async () => {
  await editor.post('/api/articles', { text: 'Five people died.' });
  // PostgreSQL puts its counts where others read them a moment after.
  await expect
    .poll(async () => figure(await read(), 'claimdesk_events_total'), { timeout: 20_000 })
    .toBeGreaterThan(0);
  const text = await read();
  expect(figure(text, 'claimdesk_live_streams')).toBe(0);
  expect(figure(text, 'claimdesk_queue{queue="webhooks"}')).toBe(0);
  expect(figure(text, 'claimdesk_queue{queue="mails"}')).toBe(0);
  expect(figure(text, 'claimdesk_queue{queue="imports"}')).toBe(0);
  expect(figure(text, 'claimdesk_database_waiting{pool="ordinary"}')).toBe(0);
  // The one that is asked by this very answer.
  expect(figure(text, 'claimdesk_database_connections{pool="ordinary",state="idle"}')).toBeGreaterThan(0);
  expect(figure(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
});

test('monitors that ask at the same moment read the same count', async () => {
  await editor.post('/api/articles', { text: 'Six people died.' });
  await expect
    .poll(async () => figure(await read(), 'claimdesk_events_total'), { timeout: 20_000 })
    .toBeGreaterThan(0);
  const once = figure(await read(), 'claimdesk_events_total') ?? 0;
  const texts = await Promise.all(Array.from({ length: 6 }, read));
  for (const text of texts) expect(figure(text, 'claimdesk_events_total')).toBeLessThan(2 * once);
});

test('without the database what it would tell is left out, and the rest is there', async () => {
  await desk.db.pool.query('ALTER TABLE imports RENAME TO imports_away');
  try {
    const text = await read();
    expect(figure(text, 'claimdesk_events_total')).toBeUndefined();
    expect(text).not.toContain('claimdesk_queue{');
    expect(figure(text, 'claimdesk_live_streams')).toBe(0);
  } finally {
    await desk.db.pool.query('ALTER TABLE imports_away RENAME TO imports');
  }
  expect(figure(await read(), 'claimdesk_queue{queue="imports"}')).toBe(0);
});
