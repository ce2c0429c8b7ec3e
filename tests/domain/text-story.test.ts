import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ArticlePreview } from '../../server/contract/articles.ts';
import { splitParts } from '../../server/domain/text/blocks.ts';
import { guessLanguage } from '../../server/domain/text/language.ts';
import { normalise } from '../../server/domain/text/normalise.ts';
import { readStory, type StoryCorrections, type StoryReading } from '../../server/domain/text/story.ts';
import { partCases } from '../cases/text-parts.ts';
import { languageCases, normaliseCases, refusedCases, roleCases } from '../cases/text-stories.ts';

const ferry = readFileSync(new URL('../fixtures/ferry-story.txt', import.meta.url), 'utf8');

function read(raw: string, corrections?: StoryCorrections): StoryReading {
  const result = readStory(raw, corrections);
  if (!result.ok) throw new Error(result.problem);
  return result.story;
}
const sentencesOf = ({ text, sentences }: StoryReading) =>
  sentences.map(({ start, end }) => text.slice(start, end));
const blocksOf = ({ text, blocks }: StoryReading) =>
  blocks.map(({ role, start, end }) => `${role}: ${text.slice(start, end)}`);

describe('normalise', () => {
  it.each(Object.entries(normaliseCases))('%s', (_name, { raw, expected }) => {
    expect(normalise(raw)).toEqual({ ok: true, text: expected });
  });

  it.each(Object.entries(refusedCases))('refuses %s', (_name, { raw, problem }) => {
    expect(normalise(raw)).toEqual({ ok: false, problem });
    expect(readStory(raw)).toEqual({ ok: false, problem });
  });
});

describe('splitParts', () => {
  it.each(Object.entries(partCases))('%s', (_name, { lines, expected }) => {
    const text = lines.join('\n');
    expect(splitParts(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe('guessLanguage', () => {
  it.each(Object.entries(languageCases))('%s', (_name, { text, expected }) => {
    expect(guessLanguage(text)).toBe(expected);
  });
});

describe('the roles of parts', () => {
  it.each(Object.entries(roleCases))('%s', (_name, { raw, expected }) => {
    expect(blocksOf(read(raw))).toEqual(expected);
  });
});

describe('a wire story as it is pasted', () => {
  // Read anew by each test: a reading that fails has to fail tests, not the collecting of them.
  const story = () => read(ferry);

  it('knows headline, byline, agency, date and dateline', () => {
    expect(story()).toMatchObject({
      title: 'Ferry sinks off Tarvo’s Port Elsen; two reporters freed',
      byline: 'NWA',
      agency: 'NWA',
      dateline: 'PORT ELSEN',
      publishedAt: '2019-03-14T00:00:00Z',
      language: 'en',
    });
  });

  it('leaves the page around it out, and every other character in', () => {
    expect(story().furniture).toEqual([
      'You are here',
      '118 users have voted.',
      'Get the day’s main stories and our best long reads emailed to you each morning.',
    ]);
    const from = ferry.indexOf('Ferry sinks');
    const until = ferry.indexOf('\n\n118 users');
    expect(story().text).toBe(`${ferry.slice(from, until)}\n`);
    expect(story().text).toContain('Harbour Front’S` commander');
  });

  it('has a headline, a byline and 32 paragraphs', () => {
    const roles = story().blocks.map((block) => block.role);
    expect(roles).toEqual(['headline', 'byline', ...Array.from({ length: 32 }, () => 'paragraph')]);
    expect(story().parts.map((part) => part.block)).toEqual([
      null,
      ...story().blocks.map((_, index) => index),
      null,
      null,
    ]);
  });

  it('ends its sentences where an editor would', () => {
    const sentences = sentencesOf(story());
    expect(sentences).toHaveLength(40);
    for (const sentence of [
      'It said at 6 a.m. that 23 bodies had been found, and at noon that the figure was “certain to rise”.',
      'Lt. Col. Ines Varga, who leads the search, said between 10 and 15 survivors were pulled from a single raft near Pier No. 3.',
      'The Skerry Courier named them as Tomas Hale and Edda R. Quist.',
      '“We counted eleven.',
      'Then the lights went out,” he said.',
      '“Did nobody count the life jackets?” she asked.',
      '“I want an answer!”',
      'Four of the wounded later died, according to Dr. Mila Strand, a surgeon at the Seamen’s Hospital.',
    ])
      expect(sentences).toContain(sentence);
  });

  it('fits the answer of the API', () => {
    expect(ArticlePreview.safeParse({ ...story(), sameAs: [], file: null }).error).toBeUndefined();
  });
});

describe('metadata', () => {
  const rows: Record<string, { raw: string; expected: Partial<StoryReading> }> = {
    'agency and dateline of the first paragraph': {
      raw: 'Ferry sinks\n\nSKERRY, Jan 8, 2014 (Reuters) - A ferry sank.\n\nNobody knew why.',
      expected: {
        byline: null,
        agency: 'Reuters',
        dateline: 'SKERRY, Jan 8, 2014',
        publishedAt: '2014-01-08T00:00:00Z',
      },
    },
    'the agency that signs alone': {
      raw: 'Ferry sinks\n\n(Reuters) - A ferry sank.\n\nNobody knew why.',
      expected: { agency: 'Reuters', dateline: null, publishedAt: null },
    },
    'a dateline without a year gives no date': {
      raw: 'Ferry sinks\n\nSKERRY, Jan 8 (Reuters) - A ferry sank.',
      expected: { dateline: 'SKERRY, Jan 8', publishedAt: null },
    },
    'a dateline and a date on lines of their own': {
      raw: 'Ferry sinks\nSKERRY, Tarvo (AP) —\nPublished 14 March 2019, 16:05 GMT\nA ferry sank off the coast.',
      expected: { dateline: 'SKERRY, Tarvo', agency: 'AP', publishedAt: '2019-03-14T16:05:00Z' },
    },
    'the byline goes before the dateline': {
      raw: 'Ferry sinks\nBy Edda Quist, dpa - 14 March 2019\nSKERRY, Jan 8, 2014 (AP) - A ferry sank.',
      expected: { byline: 'Edda Quist', agency: 'dpa', publishedAt: '2019-03-14T00:00:00Z' },
    },
    'nothing known': {
      raw: 'A ferry sank.\n\nNobody knew why.',
      expected: { title: null, byline: null, agency: null, dateline: null, publishedAt: null },
    },
    'a headline over two lines': {
      raw: 'Ferry sinks off the coast of Tarvo in the early\nhours of Thursday morning\n\nBy NWA\n\nIt was the third to sink off the coast in the\nlast two weeks, and nobody on the island knows\nwhy it went down.',
      expected: { title: 'Ferry sinks off the coast of Tarvo in the early hours of Thursday morning' },
    },
  };
  it.each(Object.entries(rows))('%s', (_name, { raw, expected }) => {
    expect(read(raw)).toMatchObject(expected);
  });
});

describe('corrections', () => {
  const raw =
    'You are here\n\nFerry sinks\n\nBy NWA\n\nIt sank. Nobody knew why.\n\nAdvertisement\n\nThe end.\n\n12 comments\n';

  it('keeps all furniture as paragraphs', () => {
    const kept = read(raw, { keepFurniture: true });
    expect(kept.text).toBe(raw);
    expect(kept.furniture).toEqual([]);
    expect(blocksOf(kept)).toEqual([
      'paragraph: You are here',
      'headline: Ferry sinks',
      'byline: By NWA',
      'paragraph: It sank. Nobody knew why.',
      'paragraph: Advertisement',
      'paragraph: The end.',
      'paragraph: 12 comments',
    ]);
  });

  it('keeps furniture even where a role says otherwise', () => {
    expect(read(raw, { keepFurniture: true, roles: [{ part: 3, role: 'furniture' }] }).text).toBe(raw);
  });

  it('takes furniture with the white space behind it, at the end with the white space before it', () => {
    expect(read(raw).text).toBe('Ferry sinks\n\nBy NWA\n\nIt sank. Nobody knew why.\n\nThe end.\n');
    expect(read(raw, { roles: [{ part: 5, role: 'furniture' }] }).text).toBe(
      'Ferry sinks\n\nBy NWA\n\nIt sank. Nobody knew why.\n',
    );
  });

  it('gives a part another role, its number unchanged', () => {
    const corrected = read(raw, {
      roles: [
        { part: 0, role: 'heading' },
        { part: 2, role: 'furniture' },
        { part: 5, role: 'quote' },
        { part: 99, role: 'quote' },
      ],
    });
    expect(corrected.parts.map(({ role, block }) => [role, block])).toEqual([
      ['heading', 0],
      ['headline', 1],
      ['furniture', null],
      ['paragraph', 2],
      ['furniture', null],
      ['quote', 3],
      ['furniture', null],
    ]);
    expect(corrected.byline).toBeNull();
    expect(corrected.furniture).toEqual(['By NWA', 'Advertisement', '12 comments']);
  });

  it('reads the metadata from the corrected roles', () => {
    const corrected = read(raw, {
      roles: [
        { part: 1, role: 'byline' },
        { part: 2, role: 'headline' },
        { part: 5, role: 'dateline' },
      ],
    });
    expect(corrected).toMatchObject({ title: 'By NWA', byline: 'Ferry sinks', agency: null });
  });

  it('cuts a long headline between words', () => {
    const long = `${'word '.repeat(200).trim()}.`;
    const { title } = read(`${long}\n\n${raw}`, { roles: [{ part: 0, role: 'headline' }] });
    expect(title).toBe('word '.repeat(100).trim());
  });

  it('believes the editor about the language', () => {
    const german = 'Am 8. Januar sank sie.\n\nNiemand weiß es.';
    expect(sentencesOf(read(german, { language: 'de' }))).toEqual([
      'Am 8. Januar sank sie.',
      'Niemand weiß es.',
    ]);
    expect(read(german, { language: 'de-AT' }).language).toBe('de-AT');
  });

  it('joins and splits sentences in the text as it is stored', () => {
    const at = read(raw).text.indexOf('Nobody');
    expect(sentencesOf(read(raw, { join: [at] }))[2]).toBe('It sank. Nobody knew why.');
    expect(sentencesOf(read(raw, { split: [at + 7] })).slice(3, 5)).toEqual(['Nobody', 'knew why.']);
  });

  it('refuses a story that is nothing but furniture', () => {
    const roles = [0, 1].map((part) => ({ part, role: 'furniture' as const }));
    expect(readStory('One.\n\nTwo.', { roles })).toEqual({ ok: false, problem: 'EMPTY_STORY' });
  });
});
