import { compareFigures, figuresOf } from '../../figures/compare.ts';
import { type AuditedStory, contentOf, type FoundFlag } from '../story.ts';
import { quoted } from '../words.ts';

/** A claim's figure is in none of the quoted words that are cited in its support. */
export function figureAbsent(story: AuditedStory): FoundFlag[] {
  return story.claims.flatMap((claim) => {
    const quotes = story
      .citationsOf(claim)
      .flatMap(({ stance, quote }) => (stance === 'supports' && quote !== null ? [quote] : []));
    if (quotes.length === 0) return [];
    const figures = figuresOf({ content: contentOf(claim), quote: claim.span.quote });
    const absent = compareFigures(figures, quotes.join('\n\n')).filter(({ found }) => !found);
    if (absent.length === 0) return [];
    const words = absent.map((figure) => quoted(figure.words)).join(', ');
    return [
      {
        code: 'figure_absent',
        claimIds: [claim.id],
        span: claim.span,
        explanation: `${words} ${absent.length === 1 ? 'is' : 'are'} not in the words cited as evidence.`,
        basis: `${words}|${quotes.join('|')}`,
      } as const,
    ];
  });
}
