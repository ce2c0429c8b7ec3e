/** What lies in the database readable by nobody without SOURCE_KEY: who a confidential source is, and what else is as secret. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Identity } from '../../contract/sources.ts';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
/** NIST SP 800-38D: 96 random bits, a new one for each message under a key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Sealed texts are as long as what they hold: padded to a multiple of this, their length tells little of a name. */
const PADDED_TO = 256;

/** What was sealed cannot be opened: the key is another one, or the bytes were altered or belong to something else. */
export class CannotOpen extends Error {
  constructor(of: string) {
    super(
      `${of} cannot be read: SOURCE_KEY is not the key that it was sealed under, or its bytes were altered`,
    );
  }
}

/** Seal an identity: JSON, padded. @param sourceId bytes that are moved to another entry do not open there */
export function seal(key: Buffer, sourceId: string, identity: Identity): Uint8Array<ArrayBuffer> {
  const json = Buffer.from(JSON.stringify(identity), 'utf8');
  const padded = Buffer.alloc(Math.ceil(json.length / PADDED_TO) * PADDED_TO, ' ');
  json.copy(padded);
  return sealBytes(key, sourceId, padded);
}

/** @throws CannotOpen, whose words name the entry by its id alone */
export function open(key: Buffer, sourceId: string, sealed: Uint8Array): Identity {
  requireKey(key);
  try {
    return Identity.parse(JSON.parse(openBytes(key, sourceId, sealed).toString('utf8')));
  } catch {
    throw new CannotOpen(`source ${sourceId}`);
  }
}

/**
 * Seal bytes: nonce, tag, then the bytes encrypted with AES-256-GCM.
 *
 * @param of whose they are, as additional data: moved to something else they do not open there
 */
export function sealBytes(key: Buffer, of: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, requireKey(key), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(of, 'utf8'));
  const hidden = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), hidden]));
}

/** @throws CannotOpen, whose words name what they are of */
export function openBytes(key: Buffer, of: string, sealed: Uint8Array): Buffer {
  const [bytes, checked] = [Buffer.from(sealed), requireKey(key)];
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(ALGORITHM, checked, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(of, 'utf8'));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const hidden = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(hidden), decipher.final()]);
  } catch {
    throw new CannotOpen(of);
  }
}

function requireKey(key: Buffer): Buffer {
  if (key.length !== KEY_BYTES) throw new Error(`SOURCE_KEY has ${key.length} bytes and needs ${KEY_BYTES}`);
  return key;
}
