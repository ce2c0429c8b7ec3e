/** Passwords, hashed with argon2id. */
import { hash, verify } from '@node-rs/argon2';

/** OWASP's Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. argon2id is the library's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * One form for what looks the same: keyboards differ in whether an accent is a character of its own (NIST SP 800-63B,
 * 3.1.1.2).
 */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFC'), 'utf8');

export function hashPassword(password: string): Promise<string> {
  return hash(bytesOf(password), COST);
}

/** A hash that nobody's password has, so that an unknown address takes as long as a wrong password. */
let decoy: Promise<string> | undefined;

/** True where `password` is the one of `passwordHash`; false, after the same time, where there is no hash. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const right = await verify(passwordHash ?? (await decoy), bytesOf(password));
  return right && passwordHash !== null;
}
