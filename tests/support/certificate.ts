/** A certificate for a test's own https server: self-signed, made here, good for a day. */
import { generateKeyPairSync, sign } from 'node:crypto';

/** DER (ITU-T X.690): a tag, a length, and what it holds. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, Math.floor(length / 256), length % 256];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const bytes = (...values: number[]) => Buffer.from(values);
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const utcTime = (at: Date) =>
  der(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`, 'latin1'));

/** Object identifiers: ecdsa-with-SHA256, commonName, subjectAltName. */
const ECDSA_SHA256 = sequence(der(0x06, bytes(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02)));
const COMMON_NAME = der(0x06, bytes(0x55, 0x04, 0x03));
const ALT_NAME = der(0x06, bytes(0x55, 0x1d, 0x11));

export interface Certificate {
  /** PEM; also what a client is to trust. */
  readonly cert: string;
  readonly key: string;
}

/** @param names of hosts, or IPv4 addresses */
export function certificateFor(...names: readonly string[]): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('Claimdesk tests')))));
  const alternatives = names.map((each) =>
    /^[\d.]+$/.test(each)
      ? der(0x87, bytes(...each.split('.').map(Number)))
      : der(0x82, Buffer.from(each, 'latin1')),
  );
  const day = 24 * 60 * 60 * 1000;
  const described = sequence(
    der(0xa0, der(0x02, bytes(2))),
    der(0x02, bytes(1)),
    ECDSA_SHA256,
    name,
    sequence(utcTime(new Date(Date.now() - day)), utcTime(new Date(Date.now() + day))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(ALT_NAME, der(0x04, sequence(...alternatives))))),
  );
  const signature = sign('sha256', described, privateKey);
  const whole = sequence(described, ECDSA_SHA256, der(0x03, bytes(0), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
