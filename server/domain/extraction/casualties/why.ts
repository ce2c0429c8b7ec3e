/** Why a count is proposed, in a newsroom's words. */

import type { Found } from './found.ts';
import type { Item } from './items.ts';

/** "'killed', people after it". */
export function whyOf(items: readonly Item[], found: Found): string {
  const word = items[found.by]?.word ?? '';
  if (found.partOf !== -1) return `part of the count before it, '${word}'`;
  switch (found.rule) {
    case 'object':
      return found.at < found.by ? `'${word}', the people named before` : `'${word}', people after it`;
    case 'subject':
      return `'${word}', people before it`;
    case 'of':
      return `'${word} of'`;
    case 'inverse':
      return `'${word}', people named behind`;
    case 'noun':
      return `'${items[found.at]?.phrase?.lastWord ?? ''}' counted`;
    case 'group':
    case 'toll':
      return `'${items[found.by]?.phrase?.lastWord ?? word}' with its figure`;
  }
}
