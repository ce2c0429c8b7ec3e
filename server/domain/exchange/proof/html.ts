/**
 * The checking proof as one self-contained HTML page: it fetches nothing, runs nothing, and prints.
 *
 * Everything in it is data from outside: each piece passes through `escaped`.
 */
import type { Claim } from '../../../contract/claims.ts';
import { listsOf } from './lists.ts';
import { factsOf, isRightToLeft, lineOf, numbersOf } from './marks.ts';
import type { ProofInput } from './model.ts';
import { type Numbers, noteOf } from './notes.ts';
import { escaped, when } from './pieces.ts';
import { signOffOf } from './sign.ts';
import { stretchesOf } from './stretches.ts';
import { PROOF_STYLE } from './style.ts';

/**
 * @param styleDigest SHA-256 of `PROOF_STYLE` in base64: the page lets no other style in
 */
export function proofHtml(input: ProofInput, styleDigest: string): string {
  const { article } = input;
  const claims = input.claims.filter(({ status }) => status !== 'withdrawn');
  const numbers = numbersOf(input, claims);
  const direction = isRightToLeft(article.language) ? 'rtl' : 'ltr';
  const policy = `default-src 'none'; style-src 'sha256-${styleDigest}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>Proof: ${escaped(article.title)}</title>
<style>${PROOF_STYLE}</style>
</head>
<body>
${headerOf(input)}
<main>
${signOffOf(input, claims, numbers)}
<h2>The story</h2>
${claims.length === 0 ? '' : LEGEND}
<div lang="${escaped(article.language)}" dir="${direction}">
${storyOf(input, claims, numbers)}
</div>
${orphansOf(claims, numbers)}
${listsOf(input, claims, numbers)}
</main>
${footerOf(input)}
</body>
</html>
`;
}

/** What the lines say, drawn as they are in the story: a proof is read by people who have never seen the program. */
const LEGEND = `<p class="legend fine">${[
  ['unchecked', 'not checked'],
  ['checked', 'checked, awaits review'],
  ['passed', 'passed'],
  ['returned', 'returned or expired'],
  ['wrong', 'inaccurate'],
]
  .map(([line, words]) => `<span class="line ${line}">${words}</span>`)
  .join(' · ')}</p>`;

function headerOf({ article, madeAt, madeBy }: ProofInput): string {
  const { revision } = article;
  const known = factsOf(article).map(escaped);
  return `<header>
<p class="meta">Checking proof · revision ${revision.number} · made ${when(madeAt)} by ${escaped(madeBy)}</p>
<h1 dir="auto">${escaped(article.title)}</h1>
<p class="meta" dir="auto">${known.join(' · ')}</p>
</header>`;
}

function storyOf(input: ProofInput, claims: readonly Claim[], numbers: Numbers): string {
  const { text, blocks } = input.article.revision;
  const placed = claims.filter(({ status }) => status !== 'orphaned');
  const byId = new Map(placed.map((claim) => [claim.id, claim]));
  const marks = placed.map(({ id, span }) => ({ id, start: span.start, end: span.end }));
  const rows = blocks.map((block) => {
    const words = stretchesOf(block, marks).map(({ start, end, ids, ending }) => {
      const over = ids.flatMap((id) => byId.get(id) ?? []);
      const piece = escaped(text.slice(start, end));
      const marked = over.length === 0 ? piece : `<span class="mark ${lineOf(over)}">${piece}</span>`;
      return `${marked}${ending.map((id) => numberOf(numbers, id)).join('')}`;
    });
    const noted = placed.filter(({ span }) => span.start >= block.start && span.start < block.end);
    const notes = noted.map((claim) => noteOf(claim, input, numbers)).join('\n');
    return `<div class="row"><p class="words ${block.role}">${words.join('')}</p>
<ol class="notes" lang="en" dir="ltr">${notes}</ol></div>`;
  });
  return rows.join('\n');
}

const numberOf = (numbers: Numbers, id: string) =>
  `<span class="number" aria-label="note ${numbers.claims.get(id) ?? ''}">${numbers.claims.get(id) ?? ''}</span>`;

/** Claims whose words are no longer in the text have no place in it, and are not to be forgotten. */
function orphansOf(claims: readonly Claim[], numbers: Numbers): string {
  const orphans = claims.filter(({ status }) => status === 'orphaned');
  if (orphans.length === 0) return '';
  const items = orphans.map(
    ({ id, span }) =>
      `<li><span>${numbers.claims.get(id) ?? ''}</span><span>“${escaped(span.quote)}”</span></li>`,
  );
  return `<h2>No longer in the text</h2><ol class="notes">${items.join('')}</ol>`;
}

function footerOf({ article, headHash }: ProofInput): string {
  const { revision, head } = article;
  return `<footer>
<h2>What this proof is of</h2>
<p class="fine">Text: SHA-256 <span class="hash">${escaped(revision.sha256)}</span></p>
<p class="fine">History: event ${head}${headHash === null ? '' : `, <span class="hash">${escaped(headHash)}</span>`}</p>
</footer>`;
}
