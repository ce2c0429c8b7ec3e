import type { FigureFound } from '../../../contract/evidence.ts';
import { type ClaimFigure, compareFigures, figuresOf } from '../../figures/compare.ts';
import { guessLanguage } from '../../text/language.ts';
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
    const absent = absentFrom(quotes.join('\n\n'), figures);
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

/** In words, in which small numbers are often printed, only English ones are read: in other languages their absence tells nothing. */
const IN_WORDS = 20;

function absentFrom(quotes: string, figures: readonly ClaimFigure[]): FigureFound[] {
  const absent = compareFigures(figures, quotes).filter(({ found }) => !found);
  if (absent.length === 0 || guessLanguage(quotes) === 'en') return absent;
  return absent.filter(({ value }) => value !== null && value > IN_WORDS);
}
