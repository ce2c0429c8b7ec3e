/**
 * Transactions past Prisma, for the busiest writes: what need not wait for an answer travels together, since the way
 * to the database and back takes longer than most of what is asked there.
 */
import pg, { type Pool, type PoolClient } from 'pg';
import { Prisma, type RawTx } from './client.ts';
import type { Prisma as Types } from './generated/client.ts';

export interface PipelinedTx extends RawTx {
  /** Let a statement that was sent travel with the commit; where it fails, all is undone as if it had been waited for. */
  defer(sent: Promise<unknown>): void;
}

/**
 * Work in one transaction, undone where it throws. Statements run in the order in which they are sent.
 *
 * Each is prepared once per connection under a name of its own, so its text must not hold values.
 *
 * @param pool whose connections send without waiting (`pipeline: true`)
 */
export async function inPipelinedTransaction<T>(
  pool: Pool,
  work: (tx: PipelinedTx) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const { tx, deferred, close, causeOf } = open(client);
  let broken: Error | undefined;
  try {
    sendTogether(client);
    const [, result] = await Promise.all([client.query('BEGIN'), work(tx)]);
    close();
    sendTogether(client);
    const [{ command }] = await Promise.all([client.query('COMMIT'), ...deferred]);
    // What PostgreSQL answers where a statement failed and nobody looked.
    if (command !== 'COMMIT') throw new Error('the transaction could not be committed');
    return result;
  } catch (error) {
    close();
    // Its answer comes after all others, so that nothing is under way when the connection is used again.
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw causeOf(error);
  } finally {
    client.release(broken);
  }
}

interface Opened {
  readonly tx: PipelinedTx;
  readonly deferred: Promise<unknown>[];
  readonly close: () => void;
  /** What failed first, where a failure says no more than that something did before it. */
  readonly causeOf: (failure: unknown) => unknown;
}

function open(client: PoolClient): Opened {
  const deferred: Promise<unknown>[] = [];
  let isOpen = true;
  let first: unknown;
  const ask = async (query: TemplateStringsArray | Types.Sql, values: unknown[]) => {
    // Work that goes on after its transaction failed must not reach whoever has the connection next.
    if (!isOpen) throw new Error('the transaction is over');
    sendTogether(client);
    const { text, values: all } = 'raw' in query ? Prisma.sql(query, ...values) : query;
    const answer = client.query({ name: nameOf(text), text, values: all });
    // Heard here before anybody else hears of it, and in the order in which statements were sent.
    answer.catch((failure: unknown) => {
      first ??= failure;
    });
    return answer;
  };
  const tx: PipelinedTx = {
    $queryRaw: async <T>(query: TemplateStringsArray | Types.Sql, ...values: unknown[]): Promise<T> =>
      (await ask(query, values)).rows as T,
    $executeRaw: async (query, ...values) => (await ask(query, values)).rowCount ?? 0,
    defer: (sent) => {
      // Looked at with the commit; until then nobody else has to.
      sent.catch(() => {});
      deferred.push(sent);
    },
  };
  return {
    tx,
    deferred,
    close: () => {
      isOpen = false;
    },
    causeOf: (failure) => (isAborted(failure) ? (first ?? failure) : failure),
  };
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: in_failed_sql_transaction */
const isAborted = (failure: unknown): boolean =>
  failure instanceof pg.DatabaseError && failure.code === '25P02';

/** Hold back what is sent until nothing more is sent at once: one write to the socket for all of it. */
function sendTogether({ connection: { stream } }: PoolClient): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Names of statements by their text. Texts are written in the code, so there are not many. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `pipelined-${names.size}`;
  names.set(text, name);
  return name;
}
