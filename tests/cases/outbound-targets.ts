/** Web addresses, and the host and port that they lead to or the code that refuses them. */
import type { OutboundCode } from '../../server/http/outbound/outcome.ts';

interface Case {
  readonly address: string;
  readonly ports?: readonly number[] | 'any';
  readonly expected: OutboundCode | { readonly host: string; readonly port?: number; readonly url?: string };
}

export const targetCases: Readonly<Record<string, Case>> = {
  'a name': {
    address: 'https://paper.example/a?b=c',
    expected: { host: 'paper.example', url: 'https://paper.example/a?b=c' },
  },
  'a fragment is the reader’s': {
    address: 'https://paper.example/a#b',
    expected: { host: 'paper.example', url: 'https://paper.example/a' },
  },
  'capitals, and blanks around': {
    address: '  HTTPS://Paper.EXAMPLE/A ',
    expected: { host: 'paper.example', url: 'https://paper.example/A' },
  },
  'a trailing dot': { address: 'https://paper.example./', expected: { host: 'paper.example' } },
  'another alphabet': { address: 'https://zürich.example/', expected: { host: 'xn--zrich-kva.example' } },
  'the usual port, written out': {
    address: 'https://paper.example:443/',
    expected: { host: 'paper.example', port: 443 },
  },
  'a port that is allowed': {
    address: 'https://paper.example:8443/',
    ports: [443, 8443],
    expected: { host: 'paper.example', port: 8443 },
  },
  'any port': {
    address: 'https://paper.example:5/',
    ports: 'any',
    expected: { host: 'paper.example', port: 5 },
  },
  'a port that is not': { address: 'https://paper.example:8443/', expected: 'ADDRESS_PORT' },
  'port 0': { address: 'https://paper.example:0/', expected: 'ADDRESS_PORT' },
  'the port of plain http': { address: 'https://paper.example:80/', expected: 'ADDRESS_PORT' },
  'no port that there is': {
    address: 'https://paper.example:65536/',
    ports: 'any',
    expected: 'ADDRESS_INVALID',
  },
  // What is no address in four parts becomes one; the table of addresses refuses it then.
  'an IPv4 address': { address: 'https://127.0.0.1/', expected: { host: '127.0.0.1' } },
  octal: { address: 'https://0177.0.0.01/', expected: { host: '127.0.0.1' } },
  hexadecimal: { address: 'https://0x7f.0x0.0x0.0x1/', expected: { host: '127.0.0.1' } },
  'one number': { address: 'https://2130706433/', expected: { host: '127.0.0.1' } },
  'one hexadecimal number': { address: 'https://0x7f000001/', expected: { host: '127.0.0.1' } },
  'two parts': { address: 'https://127.1/', expected: { host: '127.0.0.1' } },
  'an address with a trailing dot': { address: 'https://127.0.0.1./', expected: { host: '127.0.0.1' } },
  'digits of full width': { address: 'https://１２７.０.０.１/', expected: { host: '127.0.0.1' } },
  'ideographic dots': { address: 'https://127。0。0。1/', expected: { host: '127.0.0.1' } },
  'percent signs': { address: 'https://%31%32%37.0.0.1/', expected: { host: '127.0.0.1' } },
  'a number too large': { address: 'https://4294967296/', expected: 'ADDRESS_INVALID' },
  'five parts': { address: 'https://1.2.3.4.5/', expected: 'ADDRESS_INVALID' },
  'an IPv6 address': { address: 'https://[2606:4700::1111]/', expected: { host: '2606:4700::1111' } },
  'a mapped one': { address: 'https://[::ffff:127.0.0.1]/', expected: { host: '::ffff:7f00:1' } },
  'a zone': { address: 'https://[fe80::1%25eth0]/', expected: 'ADDRESS_INVALID' },
  'a bare zone': { address: 'https://[fe80::1%eth0]/', expected: 'ADDRESS_INVALID' },
  'a future form': { address: 'https://[v1.a]/', expected: 'ADDRESS_INVALID' },
  'plain http': { address: 'http://paper.example/', expected: 'ADDRESS_NOT_HTTPS' },
  'a file': { address: 'file:///etc/passwd', expected: 'ADDRESS_NOT_HTTPS' },
  data: { address: 'data:text/html,a', expected: 'ADDRESS_NOT_HTTPS' },
  gopher: { address: 'gopher://paper.example/', expected: 'ADDRESS_NOT_HTTPS' },
  script: { address: 'javascript:alert(1)', expected: 'ADDRESS_NOT_HTTPS' },
  'a name and a password': { address: 'https://a:b@paper.example/', expected: 'ADDRESS_CREDENTIALS' },
  'a host for a name': { address: 'https://paper.example@evil.example/', expected: 'ADDRESS_CREDENTIALS' },
  'a password alone': { address: 'https://:b@paper.example/', expected: 'ADDRESS_CREDENTIALS' },
  'a backslash before the at sign': {
    address: 'https://evil.example\\@paper.example/',
    expected: { host: 'evil.example' },
  },
  nothing: { address: '', expected: 'ADDRESS_INVALID' },
  'no scheme': { address: 'paper.example/a', expected: 'ADDRESS_INVALID' },
  'no host': { address: 'https://', expected: 'ADDRESS_INVALID' },
  'a dot for a host': { address: 'https://./', expected: 'ADDRESS_INVALID' },
  'a blank in the host': { address: 'https://paper example/', expected: 'ADDRESS_INVALID' },
  'line breaks are left out, as browsers do': {
    address: 'https://paper.exa\r\nmple/a\r\nb',
    expected: { host: 'paper.example', url: 'https://paper.example/ab' },
  },
  'longer than any': { address: `https://paper.example/${'a'.repeat(2000)}`, expected: 'ADDRESS_INVALID' },
};
