/** A server that takes e-mail, or does not, for tests: a real one, on this machine. */
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

export interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came: headers, an empty line, what follows. */
  readonly raw: string;
}

/** What it does with a message: takes it, or says this; `silent` never answers, `dies` ends the connection in its place. */
type Answer = 'ok' | 'silent' | 'dies' | { readonly status: number };

export interface FakeSmtp {
  readonly url: string;
  /** All whose words came, also those that were not taken. */
  readonly got: Taken[];
  /** To a recipient, and to what was sent. */
  atRecipient: Answer;
  atMessage: Answer;
}

class Said extends Error {
  constructor(readonly responseCode: number) {
    super('not as you would have it');
  }
}

export async function fakeSmtp(): Promise<FakeSmtp> {
  const got: Taken[] = [];
  const fake = { got, atRecipient: 'ok' as Answer, atMessage: 'ok' as Answer };
  const sockets = new Set<{ destroy(): void }>();
  const answered = (answer: Answer, done: (error?: Error | null) => void): void => {
    if (answer === 'silent') return;
    if (answer === 'dies') for (const socket of sockets) socket.destroy();
    else done(answer === 'ok' ? null : new Said(answer.status));
  };
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onRcptTo: (_address, _session, done) => answered(fake.atRecipient, done),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false || mailFrom === undefined ? '' : mailFrom.address;
        got.push({
          from,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
        });
        answered(fake.atMessage, done);
      });
    },
  });
  // Whoever dies is not asked what went wrong.
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return Object.assign(fake, { url: `smtp://127.0.0.1:${port}` });
}

/** A header's value, folded lines put together, words in other letters read (RFC 2047). */
export function headerOf({ raw }: Taken, name: string): string | undefined {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line
    ?.slice(name.length + 1)
    .trim()
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : quoted(text.replaceAll('_', ' ')),
    );
}

const quoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** Everything that it says, as it reads. */
export const wordsOf = ({ raw }: Taken): string => quoted(raw.slice(raw.indexOf('\r\n\r\n')));
