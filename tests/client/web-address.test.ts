import { expect, it } from 'vitest';
import { foreignAddress, withScheme } from '../../client/web-address.ts';

it.each([
  ['example.org/page', 'https://example.org/page'],
  ['  www.example.org ', 'https://www.example.org'],
  ['example.org', 'https://example.org'],
  ['//example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['example.org:8080/page', 'https://example.org:8080/page'],
  ['example.org?q=two.words', 'https://example.org?q=two.words'],
  ['bücher.example/seite', 'https://bücher.example/seite'],
  ['https://example.org/page', 'https://example.org/page'],
  ['http://example.org', 'http://example.org'],
  ['HTTPS://EXAMPLE.ORG', 'HTTPS://EXAMPLE.ORG'],
  ['ftp://example.org', 'ftp://example.org'],
  ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['desk@example.org', 'desk@example.org'],
  ['the archive, box 12.5', 'the archive, box 12.5'],
  ['12.5', '12.5'],
  ['archive', 'archive'],
  ['', ''],
])('an address typed as “%s”', (typed, expected) => {
  expect(withScheme(typed)).toBe(expected);
});

it.each([
  'https://example.org/page?q=1#there',
  'http://example.org',
  'HTTPS://EXAMPLE.ORG/',
  'https://bücher.example/seite',
])('leads to “%s”', (address) => {
  expect(foreignAddress(address)).toBe(address);
});

it.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://example.org/%0Aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://example.org/0',
  'file:///etc/passwd',
  'ftp://example.org',
  'mailto:desk@example.org',
  '//example.org/page',
  '/stories',
  'example.org',
  'https://',
  '',
  null,
])('leads nowhere by “%s”', (address) => {
  expect(foreignAddress(address)).toBeNull();
});
