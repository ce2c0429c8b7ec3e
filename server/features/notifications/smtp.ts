/** One e-mail, handed to the newsroom's SMTP server. */
import { createTransport } from 'nodemailer';
import type { MailWords } from '../../domain/notifications/mail.ts';
import { type Failure, type SendError, sendErrorOf } from '../../domain/notifications/mail-schedule.ts';

export interface Letter extends MailWords {
  readonly to: { readonly name: string; readonly address: string };
  /** The same at every try: whoever gets it twice can tell. */
  readonly messageId: string;
  readonly date: Date;
}

/** What came of it: null for one that was taken; `stopped` where whoever sent it gave up, and it counts for nothing. */
export type SendLetter = (letter: Letter, signal: AbortSignal) => Promise<SendError | 'stopped' | null>;

export interface Smtp {
  readonly send: SendLetter;
  close(): void;
}

/** Milliseconds for each step, and for everything. */
const STEP_MS = 15_000;
const WHOLE_MS = 60_000;
/** Connections that are open at the same time. */
export const LETTERS_AT_ONCE = 4;

/** @param patience for tests: milliseconds for each step, and for everything */
export function openSmtp(
  { url, from }: { readonly url: string; readonly from: string },
  { step, whole } = { step: STEP_MS, whole: WHOLE_MS },
): Smtp {
  const transport = createTransport({
    ...{ url, pool: true, maxConnections: LETTERS_AT_ONCE },
    ...{ connectionTimeout: step, greetingTimeout: step, socketTimeout: step, dnsTimeout: step },
    // Whatever a letter says, nothing else is read for it.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  const send: SendLetter = async ({ to, subject, text, html, messageId, date }, stopped) => {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(whole)]);
    const sending = transport.sendMail({
      ...{ from, to, subject, text, html, messageId, date, signal },
      // RFC 3834: nobody's holiday answers it.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
    try {
      // Whatever the library waits for, its time is over then. What it still sends is sent again under the same id.
      await Promise.race([sending, rejectedBy(signal)]);
      return null;
    } catch (error) {
      if (stopped.aborted) return 'stopped';
      return signal.aborted ? 'too_slow' : sendErrorOf(failureOf(error));
    }
  };
  return { send, close: () => transport.close() };
}

const rejectedBy = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

function failureOf(error: unknown): Failure {
  const part = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const [code, status, command] = [part('code'), part('responseCode'), part('command')];
  return {
    code: typeof code === 'string' ? code : null,
    status: typeof status === 'number' ? status : null,
    command: typeof command === 'string' ? command : null,
  };
}
