import { expect, it } from 'vitest';
import { withScheme } from '../../client/web-address.ts';

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
