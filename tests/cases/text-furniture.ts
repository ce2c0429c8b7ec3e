/** Lines around a story. Each is tried above the story, in its middle and below it. */

interface FurnitureRow {
  readonly line: string;
  /** Where the line is left out: above the headline, between two paragraphs, after the last paragraph. */
  readonly goes: readonly [top: boolean, middle: boolean, bottom: boolean];
}

const everywhere = [true, true, true] as const;
const atEnds = [true, false, true] as const;
const atTop = [true, false, false] as const;
const nowhere = [false, false, false] as const;

export const furnitureCases: Record<string, FurnitureRow> = {
  'you are here': { line: 'You are here', goes: everywhere },
  'you are here, with the path': { line: 'You are here: Home > World', goes: everywhere },
  'you are here, as a sentence': { line: 'You are here because the ferry sank.', goes: nowhere },
  'path with arrows': { line: 'Home » World » Tarvo', goes: atTop },
  'path with strokes': { line: 'Home / World', goes: atTop },
  'path without the front page': { line: 'World > Islands > Tarvo', goes: atTop },
  'two words with a stroke': { line: 'Tarvo / Skerry', goes: nowhere },
  'skip link': { line: 'Skip to main content', goes: everywhere },
  menu: { line: 'Menu', goes: everywhere },
  'print button': { line: 'Print this article', goes: everywhere },
  'listen button': { line: 'Listen to this story', goes: everywhere },
  'home in a sentence': { line: 'Home was an island.', goes: nowhere },
  'share row': { line: 'Share on Facebook Tweet WhatsApp Email', goes: everywhere },
  'share and its count': { line: 'Share this article', goes: everywhere },
  'sharing as a subject': { line: 'Share prices on the island fell.', goes: nowhere },
  votes: { line: '118 users have voted.', goes: atEnds },
  'one vote': { line: '1 user has voted.', goes: atEnds },
  'no votes': { line: 'No votes yet', goes: atEnds },
  'your rating': { line: 'Your rating: None Average: 4.5 (12 votes)', goes: atEnds },
  stars: { line: '★★★☆☆', goes: atEnds },
  'an election is no rating': { line: '118,000 people have voted.', goes: nowhere },
  'comment count': { line: '12 comments', goes: atEnds },
  'comment invitation': { line: 'Leave a comment', goes: atEnds },
  'comments by the dead': { line: 'No comments were made.', goes: nowhere },
  'page views': { line: '1.2k views', goes: atEnds },
  'reading time': { line: '4 min read', goes: atEnds },
  'newsletter, as an offer': {
    line: 'Get the day’s main stories and our best long reads emailed to you each morning.',
    goes: everywhere,
  },
  'newsletter, as an order': { line: 'Sign up for our newsletter', goes: everywhere },
  'newsletter in the inbox': { line: 'Subscribe and have the news in your inbox', goes: everywhere },
  'an offer that was made': { line: 'Get out of the harbour, the coast guard told them.', goes: nowhere },
  'a quote about mail': { line: 'Get “a list delivered to you”, he told them.', goes: nowhere },
  'sign up': { line: 'Sign up to read more', goes: everywhere },
  'wall for readers': { line: 'Already a subscriber? Log in', goes: everywhere },
  'mail field': { line: 'Enter your email address', goes: everywhere },
  advertisement: { line: 'Advertisement', goes: everywhere },
  'advertisement between rules': { line: '- Advertisement -', goes: everywhere },
  'story goes on': { line: 'Story continues below this ad', goes: everywhere },
  'an advertisement in a sentence': { line: 'Advertisement was banned on the island.', goes: nowhere },
  cookies: { line: 'We use cookies to improve your visit.', goes: everywhere },
  'cookie button': { line: 'Accept all cookies', goes: everywhere },
  'cookies as food': { line: 'Cookies were handed to the crew.', goes: nowhere },
  'read more': { line: 'Read more', goes: everywhere },
  'read more, with a title': { line: 'Read more: Harbour Front raises its tolls', goes: everywhere },
  'read more, counting people': { line: 'Read more: 41 people dead off Port Elsen', goes: nowhere },
  'related stories': { line: 'Related stories', goes: everywhere },
  'watch, with a title': { line: 'Watch: the harbour at dawn', goes: everywhere },
  'watch as a verb': { line: 'Watch towers burned on the hills.', goes: nowhere },
  rights: { line: '© 2019 The Skerry Courier. All rights reserved.', goes: atEnds },
  'rights, in words': {
    line: 'This material may not be published, broadcast, rewritten or redistributed.',
    goes: atEnds,
  },
  tags: { line: 'Topics: Tarvo, shipping', goes: atEnds },
  'follow us': { line: 'Follow us on Instagram', goes: atEnds },
  'picture controls': { line: 'Click to enlarge', goes: everywhere },
  'picture counter': { line: '3 of 12', goes: everywhere },
  'a rule': { line: '* * *', goes: everywhere },
  'a count of people alone': { line: '41 dead', goes: nowhere },
  'a count of people in words': { line: 'Dozens missing', goes: nowhere },
  'a long line that begins like furniture': {
    line: `Read more: ${'the harbour '.repeat(40)}`.trim(),
    goes: nowhere,
  },
};
