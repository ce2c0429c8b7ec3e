/** Who a confidential source is, as it lies in the database: readable by nobody without SOURCE_KEY. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Identity } from '../../contract/sources.ts';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
/** NIST SP 800-38D: 96 random bits, a new one for each message under a key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Sealed texts are as long as what they hold: padded to a multiple of this, their length tells little of a name. */
const PADDED_TO = 256;

/** What was sealed cannot be opened: the key is another one, or the bytes were altered or belong to another entry. */
export class CannotOpen extends Error {
  constructor(sourceId: string) {
    super(
      `source ${sourceId} cannot be read: SOURCE_KEY is not the key that it was sealed under, or its bytes were altered`,
    );
  }
}

/**
 * Seal an identity: nonce, tag, then JSON encrypted with AES-256-GCM.
 *
 * @param sourceId additional data: bytes that are moved to another entry do not open there
 */
export function seal(key: Buffer, sourceId: string, identity: Identity): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, requireKey(key), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(sourceId, 'utf8'));
  const json = Buffer.from(JSON.stringify(identity), 'utf8');
  const padded = Buffer.alloc(Math.ceil(json.length / PADDED_TO) * PADDED_TO, ' ');
  json.copy(padded);
  const hidden = Buffer.concat([cipher.update(padded), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), hidden]));
}

/** @throws CannotOpen, whose words name the entry by its id alone */
export function open(key: Buffer, sourceId: string, sealed: Uint8Array): Identity {
  const [bytes, checked] = [Buffer.from(sealed), requireKey(key)];
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(ALGORITHM, checked, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(sourceId, 'utf8'));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const hidden = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    const json = Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8');
    return Identity.parse(JSON.parse(json));
  } catch {
    throw new CannotOpen(sourceId);
  }
}

function requireKey(key: Buffer): Buffer {
  if (key.length !== KEY_BYTES) throw new Error(`SOURCE_KEY has ${key.length} bytes and needs ${KEY_BYTES}`);
  return key;
}
