import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../server/config.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'claimdesk-config-'));
writeFileSync(path.join(folder, 'a-file'), '');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (env: Record<string, string> = {}) => readConfig({ CLAIMDESK_DATA_DIR: folder, ...env });

test('an empty environment is enough', () => {
  expect(read()).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3000',
    logLevel: 'info',
  });
  expect(read().databaseUrl).toBeUndefined();
  expect(read().admin).toBeUndefined();
});

test('keys are made once, and only their owner can read them', () => {
  const first = read();
  expect(first.historyKey).toHaveLength(32);
  expect(first.sourceKey.equals(first.historyKey)).toBe(false);
  const again = read();
  expect(again.historyKey.equals(first.historyKey)).toBe(true);
  expect(again.sessionSecret).toBe(first.sessionSecret);
  for (const name of ['history-key', 'source-key', 'session-secret'])
    expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
  expect(readFileSync(path.join(folder, 'history-key'), 'utf8')).toBe(first.historyKey.toString('hex'));
});

test('pages of the web are fetched where that is asked for, at known ports', () => {
  expect(read().fetchPorts).toBeNull();
  expect(read({ FETCH_PORTS: '8443' }).fetchPorts).toBeNull();
  expect(read({ FETCH_STORIES: 'yes' }).fetchPorts).toEqual([443]);
  expect(read({ FETCH_STORIES: 'yes', FETCH_PORTS: '443, 8443' }).fetchPorts).toEqual([443, 8443]);
  expect(() => read({ FETCH_STORIES: 'perhaps' })).toThrow('FETCH_STORIES must be yes or no');
  expect(() => read({ FETCH_STORIES: 'yes', FETCH_PORTS: 'any' })).toThrow(
    /^FETCH_PORTS must be port numbers/,
  );
});

test('e-mail is sent where a server for it is named, in a name that is given', () => {
  expect(read().mail).toBeNull();
  expect(read({ MAIL_FROM: 'a@b.example' }).mail).toBeNull();
  const env = { SMTP_URL: 'smtps://desk:secret@mail.example', PUBLIC_URL: 'https://claims.example.org' };
  for (const from of ['a@b.example', 'Faktenbüro 🗞 <a@b.example>'])
    expect(read({ ...env, MAIL_FROM: from }).mail).toEqual({ url: env.SMTP_URL, from });
});

test('a given key counts more than a kept one', () => {
  const key = 'ab'.repeat(32);
  expect(read({ HISTORY_KEY: key }).historyKey.toString('hex')).toBe(key);
});

test('an empty variable is none, and an address loses its last slash', () => {
  expect(read({ PORT: '', PUBLIC_URL: 'https://claims.example.org/' })).toMatchObject({
    port: 3000,
    publicUrl: 'https://claims.example.org',
  });
});

describe('what is wrong is said in one line that names the variable', () => {
  const cases: Record<string, Record<string, string>> = {
    PORT: { PORT: 'http' },
    'PORT ': { PORT: '70000' },
    PUBLIC_URL: { PUBLIC_URL: 'claims.example.org' },
    PUBLISHER_URL: { PUBLISHER_URL: 'ftp://paper.example' },
    DATABASE_URL: { DATABASE_URL: 'mysql://localhost/x' },
    SESSION_SECRET: { SESSION_SECRET: 'short' },
    HISTORY_KEY: { HISTORY_KEY: 'not hexadecimal' },
    SOURCE_KEY: { SOURCE_KEY: 'abcd' },
    LOG_LEVEL: { LOG_LEVEL: 'loud' },
    SIGN_OFF_BY: { SIGN_OFF_BY: 'anyone' },
    WEBHOOKS_PRIVATE: { WEBHOOKS_PRIVATE: 'true' },
    REVIEW_FACTS: { REVIEW_FACTS: 'perhaps' },
    MIN_SOURCES: { MIN_SOURCES: '-1' },
    METRICS_TOKEN: { METRICS_TOKEN: 'guessed' },
    SMTP_URL: { SMTP_URL: 'https://mail.example', MAIL_FROM: 'a@b.example', PUBLIC_URL: 'https://c.example' },
    MAIL_FROM: { SMTP_URL: 'smtp://mail.example', PUBLIC_URL: 'https://c.example' },
    'MAIL_FROM ': { MAIL_FROM: 'Claimdesk' },
    'MAIL_FROM  ': { MAIL_FROM: 'Claimdesk <a@b.example>\r\nBcc: c@d.example' },
    'MAIL_FROM   ': { MAIL_FROM: 'a@b.example, c@d.example' },
    'PUBLIC_URL ': { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example' },
    CLAIMDESK_ADMIN_PASSWORD: { CLAIMDESK_ADMIN_EMAIL: 'a@b.example' },
    CLAIMDESK_ADMIN_EMAIL: { CLAIMDESK_ADMIN_PASSWORD: 'long enough for this' },
    'CLAIMDESK_ADMIN_PASSWORD ': { CLAIMDESK_ADMIN_EMAIL: 'a@b.example', CLAIMDESK_ADMIN_PASSWORD: 'short' },
    CLAIMDESK_DATA_DIR: { CLAIMDESK_DATA_DIR: path.join(folder, 'a-file', 'below') },
  };
  test.each(Object.entries(cases))('%s', (name, env) => {
    const refused = () => read(env);
    expect(refused).toThrow(ConfigError);
    try {
      refused();
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      expect(message.startsWith(name.trim())).toBe(true);
      expect(message).not.toContain('\n');
    }
  });
});
