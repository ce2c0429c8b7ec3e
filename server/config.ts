/** The environment, read once. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Publisher } from './contract/claim-review.ts';
import type { Policy } from './contract/sign-off.ts';

/** One line that names the variable, for whoever starts Claimdesk. */
export class ConfigError extends Error {}

const key = z
  .string()
  .regex(/^[0-9a-f]{64,}$/i, 'must be at least 64 hexadecimal digits (openssl rand -hex 32)')
  .optional();

/** One address, with or without a name: neither a list nor a second line gets into a header. */
const MAIL_FROM = /^(?:[^<>",;:\p{Cc}]{1,100}<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/u;

const Environment = z.object({
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://claims.example.org' })
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  CLAIMDESK_DATA_DIR: z.string().min(1).default('.claimdesk'),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  HISTORY_KEY: key,
  SOURCE_KEY: key,
  SIGN_OFF_BY: z.enum(['reviewer', 'admin'], 'must be reviewer or admin').default('reviewer'),
  REVIEW_FACTS: z.enum(['yes', 'no'], 'must be yes or no').default('yes'),
  MIN_SOURCES: z.coerce.number('must be a number').int().min(0).max(10).default(1),
  FETCH_STORIES: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  FETCH_PORTS: z
    .string()
    .regex(/^\d{1,5}(?:\s*,\s*\d{1,5})*$/, 'must be port numbers with commas between them')
    .default('443'),
  PUBLISHER_NAME: z.string().trim().min(1).max(200).optional(),
  PUBLISHER_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://paper.example' })
    .optional(),
  WEBHOOKS_PRIVATE: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address such as smtps://user:password@mail.example.org' })
    .optional(),
  MAIL_FROM: z
    .string()
    .trim()
    .regex(MAIL_FROM, 'must be an e-mail address, or a name and one: Claimdesk <claimdesk@example.org>')
    .optional(),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  CLAIMDESK_ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  CLAIMDESK_ADMIN_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: z.string().min(1).default('loopback'),
});

type Env = Readonly<Record<string, string | undefined>>;

export interface Config {
  port: number;
  host: string;
  /** Without a slash at its end. */
  publicUrl: string;
  /** Undefined: the embedded server. */
  databaseUrl: string | undefined;
  dataDir: string;
  sessionSecret: string;
  /** Key of the event chain; never in the database. */
  historyKey: Buffer;
  /** Key of confidential sources; never in the database. */
  sourceKey: Buffer;
  /** What is asked before a story is signed off. */
  policy: Policy;
  /** Whose reviews of claims are published; null for what is not told. */
  publisher: Publisher;
  /** Whether webhooks may lead into networks that are not public, to any port. */
  privateWebhooks: boolean;
  /** The ports at which pages of the web are fetched; null where none are. */
  fetchPorts: readonly number[] | null;
  /** How e-mail is sent, and who it says it comes from; null where none is. */
  mail: { url: string; from: string } | null;
  /** What a monitor sends to read `/metrics`; null where that tells nobody anything. */
  metricsToken: string | null;
  admin: { email: string; password: string } | undefined;
  logLevel: string;
  /** Express's `trust proxy`. */
  trustProxy: string;
}

/**
 * Read the environment. Keys that it does not give are made at the first start and kept in the data folder, mode 0600.
 *
 * @throws ConfigError naming the first variable that is wrong
 */
export function readConfig(env: Env): Config {
  const e = parseEnvironment(env);
  if ((e.CLAIMDESK_ADMIN_EMAIL === undefined) !== (e.CLAIMDESK_ADMIN_PASSWORD === undefined))
    throw new ConfigError(
      `${e.CLAIMDESK_ADMIN_EMAIL === undefined ? 'CLAIMDESK_ADMIN_EMAIL' : 'CLAIMDESK_ADMIN_PASSWORD'} is missing: the two go together`,
    );
  const dataDir = path.resolve(e.CLAIMDESK_DATA_DIR);
  const hex = (given: string | undefined, name: string) =>
    Buffer.from(given ?? keptKey(dataDir, name), 'hex');
  return {
    port: e.PORT,
    host: e.HOST,
    publicUrl: (e.PUBLIC_URL ?? `http://${e.HOST === '0.0.0.0' ? 'localhost' : e.HOST}:${e.PORT}`).replace(
      /\/+$/,
      '',
    ),
    databaseUrl: e.DATABASE_URL,
    dataDir,
    sessionSecret: e.SESSION_SECRET ?? keptKey(dataDir, 'session-secret'),
    historyKey: hex(e.HISTORY_KEY, 'history-key'),
    sourceKey: hex(e.SOURCE_KEY, 'source-key'),
    policy: { signOffBy: e.SIGN_OFF_BY, reviewFacts: e.REVIEW_FACTS === 'yes', minSources: e.MIN_SOURCES },
    publisher: { name: e.PUBLISHER_NAME ?? null, url: e.PUBLISHER_URL ?? null },
    privateWebhooks: e.WEBHOOKS_PRIVATE === 'yes',
    fetchPorts: e.FETCH_STORIES === 'yes' ? e.FETCH_PORTS.split(',').map(Number) : null,
    mail: mailOf(e),
    metricsToken: e.METRICS_TOKEN ?? null,
    admin:
      e.CLAIMDESK_ADMIN_EMAIL !== undefined && e.CLAIMDESK_ADMIN_PASSWORD !== undefined
        ? { email: e.CLAIMDESK_ADMIN_EMAIL.trim().toLowerCase(), password: e.CLAIMDESK_ADMIN_PASSWORD }
        : undefined,
    logLevel: e.LOG_LEVEL,
    trustProxy: e.TRUST_PROXY,
  };
}

/** @throws ConfigError where one of what belongs together is missing */
function mailOf({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: z.infer<typeof Environment>): Config['mail'] {
  if (SMTP_URL === undefined) return null;
  if (MAIL_FROM === undefined)
    throw new ConfigError('MAIL_FROM is missing: e-mail has to say who it is from');
  if (PUBLIC_URL === undefined)
    throw new ConfigError('PUBLIC_URL is missing: e-mail leads to what it tells of');
  return { url: SMTP_URL, from: MAIL_FROM };
}

export type VerifyConfig = Pick<Config, 'databaseUrl' | 'dataDir' | 'historyKey'>;

/**
 * What verifying the history needs. Nothing is made: a new key would find everything broken.
 *
 * @throws ConfigError naming the first variable that is wrong or missing
 */
export function readVerifyConfig(env: Env): VerifyConfig {
  const e = parseEnvironment(env);
  const dataDir = path.resolve(e.CLAIMDESK_DATA_DIR);
  const file = path.join(dataDir, 'history-key');
  if (e.HISTORY_KEY === undefined && !existsSync(file))
    throw new ConfigError(`HISTORY_KEY is missing, and there is none in ${dataDir}`);
  const historyKey = Buffer.from(e.HISTORY_KEY ?? readFileSync(file, 'utf8').trim(), 'hex');
  return { databaseUrl: e.DATABASE_URL, dataDir, historyKey };
}

function parseEnvironment(env: Env): z.infer<typeof Environment> {
  // A variable that is set to nothing in an .env file means "not set".
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ConfigError(`${String(issue?.path[0])} ${issue?.message}`);
}

/** A key of 32 bytes in hexadecimal, made where there is none. */
function keptKey(dataDir: string, name: string): string {
  const file = path.join(dataDir, name);
  try {
    if (!existsSync(file)) {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    }
    chmodSync(file, 0o600);
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(
      `CLAIMDESK_DATA_DIR ${dataDir} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
