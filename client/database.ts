/**
 * The browser's own database: writes that are not answered yet, and what can be undone.
 *
 * What is read back may be old, or not ours: whoever reads parses it.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** As much of a record as the database itself looks at. */
export interface KeptRecord {
  readonly id: string;
  /** Whose it is. */
  readonly person: string;
}

interface Schema extends DBSchema {
  writes: { key: string; value: KeptRecord; indexes: { person: string } };
  deeds: { key: string; value: KeptRecord; indexes: { person: string } };
}

const NAME = 'claimdesk';

/** Opened once for a page. Rejects where the browser refuses: then nothing outlives the page, and the page says so. */
let opened: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(NAME, 2, {
    upgrade(database, before) {
      if (before < 1) database.createObjectStore('writes', { keyPath: 'id' }).createIndex('person', 'person');
      if (before < 2) database.createObjectStore('deeds', { keyPath: 'id' }).createIndex('person', 'person');
    },
    // A newer page in another window wants to change its shape: it must not wait for this one.
    blocking: () => {
      void opened?.then((database) => database.close());
      opened = null;
    },
    terminated: () => {
      opened = null;
    },
  });
  // A refusal may pass: the next use tries again.
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/** What a person has written and nobody has answered, in the order of its ids, which is that of time. */
export const writes = {
  async of(person: string): Promise<unknown[]> {
    return (await open()).getAllFromIndex('writes', 'person', person);
  },
  async has(id: string): Promise<boolean> {
    return (await (await open()).getKey('writes', id)) !== undefined;
  },
  /** One transaction: `gone` is taken off, and what is `put` is stored as it is now. */
  async change(put: readonly KeptRecord[], gone: string | null): Promise<void> {
    const change = (await open()).transaction('writes', 'readwrite', { durability: 'strict' });
    if (gone !== null) void change.store.delete(gone);
    for (const record of put) void change.store.put(record);
    await change.done;
  },
};

/** What a person has done and can take back, and what they have taken back; each record says which. */
export const deeds = {
  async of(person: string): Promise<unknown[]> {
    return (await open()).getAllFromIndex('deeds', 'person', person);
  },
  /** One transaction. */
  async change(put: readonly KeptRecord[], gone: readonly string[]): Promise<void> {
    const change = (await open()).transaction('deeds', 'readwrite');
    for (const id of gone) void change.store.delete(id);
    for (const record of put) void change.store.put(record);
    await change.done;
  },
  /**
   * Change what is stored of a person, in one transaction: `change` gives the record to store in the place of one, null
   * where it is taken off, undefined where it stays as it is.
   */
  async each(person: string, change: (stored: unknown) => KeptRecord | null | undefined): Promise<void> {
    const through = (await open()).transaction('deeds', 'readwrite');
    for (const stored of await through.store.index('person').getAll(person)) {
      const after = change(stored);
      if (after === null) void through.store.delete(stored.id);
      else if (after !== undefined) void through.store.put(after);
    }
    await through.done;
  },
};
