/** What the server asks PostgreSQL, taken down word for word, so that the limit asks the same. */
import pg from 'pg';

/** A prepared statement with its values. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** How rows become an answer: `body` holds it whole, `page` is one claim to a row and the cursor of the last. */
export interface Answer extends Statement {
  readonly shape: 'body' | 'page';
  /** Of a page. */
  readonly limit: number;
}

/** A pool that takes down what it is asked, and asks it. */
export class Recorder {
  readonly pool: pg.Pool;
  #asked: Statement[] = [];

  constructor(url: string) {
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    const asked = (statement: Statement) => this.#asked.push(statement);
    this.pool = new Proxy(pool, {
      get: (target, property) => {
        const value: unknown = Reflect.get(target, property, target);
        if (property !== 'query' || typeof value !== 'function') return value;
        return (config: Statement) => {
          asked(config);
          return value.call(target, config);
        };
      },
    });
  }

  /** The one statement that `work` asks. */
  async statementOf(work: (pool: pg.Pool) => Promise<unknown>): Promise<Statement> {
    this.#asked = [];
    await work(this.pool);
    const [statement, ...more] = this.#asked;
    if (statement === undefined || more.length > 0)
      throw new Error('a work of the bench is one statement, or the limit has to be told of the others');
    return { name: statement.name, text: statement.text, values: statement.values };
  }
}
