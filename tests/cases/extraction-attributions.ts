/** Who says what in a text: a row for each way in which English attributes. */
import type { AttributionDetails } from '../../server/contract/claims.ts';

/** What is looked at of an attribution that is found; what a row leaves out is not looked at. */
export interface ExpectedAttribution {
  readonly source: string | null;
  readonly cue: string | null;
  readonly content: readonly string[];
  readonly rule?: string;
  readonly mode?: AttributionDetails['mode'];
  readonly basis?: AttributionDetails['basis'];
  readonly via?: readonly string[];
  readonly carriedOver?: boolean;
  readonly name?: string | null;
}

export interface AttributionCase {
  readonly text: string;
  readonly found: readonly ExpectedAttribution[];
}

const one = (
  text: string,
  source: string | null,
  cue: string | null,
  content: string | readonly string[],
  more: Omit<ExpectedAttribution, 'source' | 'cue' | 'content'> = {},
): AttributionCase => ({
  text,
  found: [{ source, cue, content: typeof content === 'string' ? [content] : content, ...more }],
});

export const speechCases: Record<string, AttributionCase> = {
  'a quote, then its source and cue': one(
    '“The bridge is shut,” the mayor said.',
    'the mayor',
    'said',
    '“The bridge is shut,”',
    { rule: 'quote-before', mode: 'direct', basis: 'unnamed', carriedOver: false, via: [] },
  ),
  'a quote, then its cue and source, with what is told of the source': one(
    '“The bridge is shut,” said Ada Brook, who opened it.',
    'Ada Brook, who opened it',
    'said',
    '“The bridge is shut,”',
    { basis: 'named' },
  ),
  'a quote broken by its cue': one(
    '“The bridge is shut,” the mayor said, “and we will mend it.”',
    'the mayor',
    'said',
    ['“The bridge is shut,”', '“and we will mend it.”'],
    { mode: 'direct' },
  ),
  'a quote that goes on right behind its cue': one(
    '“The bridge is shut,” the mayor said. “We will mend it.”',
    'the mayor',
    'said',
    ['“The bridge is shut,”', '“We will mend it.”'],
  ),
  'a quote of several sentences': one(
    '“The bridge is shut. We will mend it,” the mayor said.',
    'the mayor',
    'said',
    '“The bridge is shut. We will mend it,”',
  ),
  'a quote behind a colon': one(
    'The mayor said: “The bridge is shut.”',
    'The mayor',
    'said',
    '“The bridge is shut.”',
    {
      rule: 'quote',
    },
  ),
  'a quote in straight marks': one(
    '"The bridge is shut," the mayor said.',
    'the mayor',
    'said',
    '"The bridge is shut,"',
    {
      mode: 'direct',
    },
  ),
  'a quote in single marks': one("'It is odd,' he said.", 'he', 'said', "'It is odd,'", { mode: 'direct' }),
  'a quote in doubled single marks': one("''It is odd,'' he said.", 'he', 'said', "''It is odd,''", {
    mode: 'direct',
  }),
  'a clause behind "that"': one(
    'The captain denied that he had been asleep.',
    'The captain',
    'denied',
    'that he had been asleep',
    { rule: 'clause', mode: 'indirect' },
  ),
  'a clause without "that"': one(
    'The captain said the ferry was late.',
    'The captain',
    'said',
    'the ferry was late',
    { mode: 'indirect' },
  ),
  'a clause with quoted words': one(
    'Brook warned that the “worst is ahead” for drivers.',
    'Brook',
    'warned',
    'that the “worst is ahead” for drivers',
    { mode: 'mixed' },
  ),
  'a clause that a quote ends': one(
    'The captain says the crossing “would be a gamble.”',
    'The captain',
    'says',
    'the crossing “would be a gamble.”',
    { mode: 'mixed' },
  ),
  'a clause before its cue': one(
    'The bridge will stay shut, the council announced.',
    'the council',
    'announced',
    'The bridge will stay shut',
    { rule: 'clause-before', basis: 'organisation' },
  ),
  'a clause broken by its cue': one('The ferry, she said, would run again on Monday.', 'she', 'said', [
    'The ferry',
    'would run again on Monday',
  ]),
  'a question': one(
    'The harbour office did not say whether the ferry would run.',
    'The harbour office',
    'did not say',
    'whether the ferry would run',
    { rule: 'question' },
  ),
  'words of place and time before the clause': one(
    'The minister said on Friday in Rome that taxes would fall.',
    'The minister',
    'said',
    'that taxes would fall',
  ),
  'to whom it was told': one(
    'Ada Brook told the crowd that the bridge would stay shut.',
    'Ada Brook',
    'told',
    'that the bridge would stay shut',
    { via: [] },
  ),
  'told an agency': one(
    'Ada Brook told AFP the bridge would stay shut.',
    'Ada Brook',
    'told',
    'the bridge would stay shut',
    { via: ['AFP'], basis: 'named' },
  ),
  'a quote told a newspaper': one(
    '“The bridge is shut,” Ada Brook told The Harbour Times on Friday.',
    'Ada Brook',
    'told',
    '“The bridge is shut,”',
  ),
  'quoted as saying': one(
    'The boss was quoted as saying the plant would close.',
    'The boss',
    'was quoted as saying',
    'the plant would close',
    { rule: 'quoted-as-saying' },
  ),
  'a headline with a colon': one(
    'Mayor: Bridge to stay shut\n\nThe bridge is old.',
    'Mayor',
    ':',
    'Bridge to stay shut',
    {
      rule: 'headline-colon',
    },
  ),
  'a headline with its cue behind': one(
    'Bridge Will Stay Shut, Mayor Says\n\nThe bridge is old.',
    'Mayor',
    'Says',
    'Bridge Will Stay Shut',
  ),
  'turns of a transcript': {
    text: 'It was late.\n\nBROOK: The bridge is shut.\n\nMOLK: Why is that? It looks new.',
    found: [
      { source: 'BROOK', cue: ':', content: ['The bridge is shut.'], rule: 'transcript' },
      { source: 'MOLK', cue: ':', content: ['Why is that? It looks new.'] },
    ],
  },
  'a clause cut by place, before its verb': one(
    'A diplomat announced two sailors missing since May had been freed.',
    'A diplomat',
    'announced',
    'two sailors missing since May had been freed',
  ),
  'a time behind a verb that may tell a belief': {
    text: 'Gunmen freed two of the clerks that they had held since May.',
    found: [],
  },
  'a cue at the end of a paragraph': one(
    'The mayor added:\n\n“The bridge is shut.”\n\nIt rained.',
    'The mayor',
    'added',
    '“The bridge is shut.”',
    { rule: 'quote-next' },
  ),
  'told a newsroom, behind the quotation': one(
    '“The boat was full,” harbour master Ada Brook told AFP.',
    'harbour master Ada Brook',
    'told',
    '“The boat was full,”',
    { via: ['AFP'] },
  ),
  'told a newsroom, behind the clause': one(
    'The boat was full, a source close to the inquiry told the daily Dagens.',
    'a source close to the inquiry',
    'told',
    'The boat was full',
    { via: ['the daily Dagens'] },
  ),
  'told a court, behind the clause': one(
    'The boat was full, Ada Brook told the court.',
    'Ada Brook',
    'told',
    'The boat was full',
    {
      via: [],
    },
  ),
  'quoted by a newsroom as saying': one(
    'Officials were quoted by state television as saying that nine miners were trapped.',
    'Officials',
    'were quoted by state television as saying',
    'that nine miners were trapped',
    { via: ['state television'] },
  ),
  'quoted as telling a newsroom': one(
    'A spokesman was quoted as telling Radio Marsh that nine miners were trapped.',
    'A spokesman',
    'was quoted as telling',
    'that nine miners were trapped',
    { via: ['Radio Marsh'] },
  ),
  'what a newsroom cites': one(
    'The news agency CNA, citing an unnamed guard, said the boat was full.',
    'an unnamed guard',
    'said',
    'the boat was full',
    { via: ['The news agency CNA'], basis: 'unnamed' },
  ),
  'what a newsroom cites, behind': one(
    'The boat was full, AFP reported, citing Ada Brook.',
    'Ada Brook',
    'reported',
    'The boat was full',
    { via: ['AFP'], basis: 'named' },
  ),
  'what a newsroom cites, before': one(
    'Citing the coast guard, Reuters said the boat was full.',
    'the coast guard',
    'said',
    'the boat was full',
    { via: ['Reuters'] },
  ),
  'a toll that is put at a figure': one(
    'The rebels put their own losses at four.',
    'The rebels',
    'put',
    'their own losses at four',
  ),
  'a toll that is put at a bound': one(
    'Hospital sources put the death toll at up to 60.',
    'Hospital sources',
    'put',
    'the death toll at up to 60',
  ),
  'told a newsroom by telephone': one(
    'The boat was full, Ada Brook told Reuters by telephone.',
    'Ada Brook',
    'told',
    'The boat was full',
    {
      via: ['Reuters'],
    },
  ),
  'a surname that looks like a verb': one(
    'The wards were full, Dr Omar Tell, head of the hospital, said.',
    'Dr Omar Tell, head of the hospital',
    'said',
    'The wards were full',
  ),
};

export const stanceCases: Record<string, AttributionCase> = {
  'a plan': one('The company plans to sell its ships.', 'The company', 'plans', 'to sell its ships', {
    rule: 'infinitive',
  }),
  'a wish': one(
    'Drivers want the council to open the bridge.',
    'Drivers',
    'want',
    'the council to open the bridge',
    {
      rule: 'order',
      basis: 'unnamed',
    },
  ),
  'a refusal': one('The council refused to comment.', 'The council', 'refused', 'to comment'),
  'a belief': one('Hundreds believe the water is safe.', 'Hundreds', 'believe', 'the water is safe'),
  'a fear': one(
    'The workers fear that the plant will close.',
    'The workers',
    'fear',
    'that the plant will close',
  ),
  'a charge': one('The union accused the firm of fraud.', 'The union', 'accused', 'the firm of fraud', {
    rule: 'object',
  }),
  'a name given': one(
    'The minister called the plan a disgrace.',
    'The minister',
    'called',
    'the plan a disgrace',
  ),
  'an order': one(
    'The minister urged drivers to stay away.',
    'The minister',
    'urged',
    'drivers to stay away',
  ),
  'a call for something': one(
    'Protesters called for the mayor to resign.',
    'Protesters',
    'called for',
    'the mayor to resign',
    { rule: 'preposition' },
  ),
  'a ruling': one(
    'The court ruled that the sale was illegal.',
    'The court',
    'ruled',
    'that the sale was illegal',
  ),
  'a finding of a poll': one(
    'The poll showed that voters liked the plan.',
    'The poll',
    'showed',
    'that voters liked the plan',
    {
      basis: 'document',
    },
  ),
  'an adjective': one(
    'The mayor is confident that the bridge will open.',
    'The mayor',
    'is confident',
    'that the bridge will open',
    {
      rule: 'adjective',
    },
  ),
  'a noun without who has it': one(
    'He shrugged at suggestions that the bridge was old.',
    null,
    'suggestions',
    'that the bridge was old',
    { basis: 'none' },
  ),
  'an order told': one(
    'The captain told the sailors to stay ashore.',
    'The captain',
    'told',
    'the sailors to stay ashore',
    { rule: 'order' },
  ),
  'a call on somebody': one(
    'The minister called on drivers to stay away.',
    'The minister',
    'called on',
    'drivers to stay away',
  ),
  'a threat with quoted words': one(
    'The rebels threatened to “crush” the guards.',
    'The rebels',
    'threatened',
    'to “crush” the guards',
    { mode: 'mixed' },
  ),
  'a threat to those who fought': one(
    'The gang threatened to “smash” rebels who have attacked the group.',
    'The gang',
    'threatened',
    'to “smash” rebels who have attacked the group',
    { mode: 'mixed' },
  ),
  'an attack in words': one(
    'The senator attacked the plan as a waste of money.',
    'The senator',
    'attacked',
    'the plan as a waste of money',
  ),
  'an attack in words on those who fight': one(
    'The senator attacked the army for its silence.',
    'The senator',
    'attacked',
    'the army for its silence',
  ),
  'an aim': one('The club is seeking to buy its rival.', 'The club', 'is seeking', 'to buy its rival'),
  'a pledge': one('The donors pledged two million euros.', 'The donors', 'pledged', 'two million euros'),
  'an object, without when and where': one(
    'The union denounced the sale during a rally.',
    'The union',
    'denounced',
    'the sale',
  ),
  'an object, without what a dash adds': one(
    'The union denounced the sale - a bargain, it seemed.',
    'The union',
    'denounced',
    'the sale',
  ),
  'an object before another clause': one(
    'As the mayor praised the bridge, rain fell.',
    'the mayor',
    'praised',
    'the bridge',
  ),
  'a noun with who has it': one(
    'The senator’s claim that the vote was stolen angered many.',
    'The senator',
    '’s claim',
    'that the vote was stolen',
    { rule: 'noun-that' },
  ),
  'a statement and its words': one(
    'The police issued a statement saying the road was open.',
    'The police',
    'issued a statement saying',
    'the road was open',
    { rule: 'noun-message' },
  ),
  'claims that nobody makes': one(
    'Claims emerged that the guards had fled.',
    null,
    'Claims emerged',
    'that the guards had fled',
    {
      mode: 'hearsay',
      basis: 'none',
    },
  ),
};

export const accordingCases: Record<string, AttributionCase> = {
  'according to, first': one(
    'According to two engineers, the bridge is safe.',
    'two engineers',
    'According to',
    'the bridge is safe',
    { rule: 'according-to' },
  ),
  'according to, last': one(
    'The bridge is safe, according to a report by the university.',
    'a report by the university',
    'according to',
    'The bridge is safe',
    { basis: 'document' },
  ),
  'according to, between': one(
    'The bridge, according to the council, will stay shut.',
    'the council',
    'according to',
    ['The bridge', 'will stay shut'],
  ),
  'according to one of whom more is told': one(
    'The bridge is safe, according to Ada Brook, the mayor.',
    'Ada Brook, the mayor',
    'according to',
    'The bridge is safe',
    { basis: 'named' },
  ),
};

export const hearsayCases: Record<string, AttributionCase> = {
  reportedly: one(
    'The tunnel reportedly flooded overnight.',
    null,
    'reportedly',
    ['The tunnel', 'flooded overnight'],
    {
      rule: 'hearsay-adverb',
      mode: 'hearsay',
      basis: 'none',
    },
  ),
  'reportedly in a relative clause': one(
    'The tunnel was shut by guards, who allegedly fled.',
    null,
    'allegedly',
    'fled',
    { mode: 'hearsay' },
  ),
  'is said to be': one('The bridge is said to be safe.', null, 'is said', ['The bridge', 'to be safe'], {
    rule: 'passive-infinitive',
    mode: 'hearsay',
    basis: 'none',
  }),
  'are believed to have': one(
    'More than 30 sailors are believed to have drowned.',
    null,
    'are believed',
    ['More than 30 sailors', 'to have drowned'],
    { mode: 'hearsay' },
  ),
  'said to be, behind a comma': one(
    'They shelled the tower, said to be the gang’s main store.',
    null,
    'said',
    ['the tower', 'to be the gang’s main store'],
    { rule: 'reduced-passive', mode: 'hearsay', basis: 'none' },
  ),
  'thought to be where': one(
    'Many were taken to the camp, thought to be where the gang keeps prisoners.',
    null,
    'thought',
    ['the camp', 'to be where the gang keeps prisoners'],
    { mode: 'hearsay' },
  ),
  'said to be, right behind its noun': one(
    'A man said to be a smuggler was held on Friday.',
    null,
    'said',
    ['A man', 'to be a smuggler'],
    { mode: 'hearsay', basis: 'none' },
  ),
  'believed to, with an adverb': one(
    'They took the mill, widely believed to hold grain, and left.',
    null,
    'widely believed',
    ['the mill', 'to hold grain'],
    { mode: 'hearsay' },
  ),
  'said to be, in what somebody says': {
    text: 'The police said they had shelled the tower, said to be the gang’s main store.',
    found: [
      {
        source: 'The police',
        cue: 'said',
        content: ['they had shelled the tower, said to be the gang’s main store'],
      },
      { source: null, cue: 'said', content: ['the tower', 'to be the gang’s main store'], basis: 'none' },
    ],
  },
  'announced by nobody': one(
    'It was announced that the ferry would stop.',
    null,
    'was announced',
    'that the ferry would stop',
    {
      rule: 'passive-impersonal',
      basis: 'none',
    },
  ),
  'accused by nobody': one(
    'Both ministers have been accused of lying.',
    null,
    'have been accused',
    ['Both ministers', 'of lying'],
    { rule: 'passive-charge', mode: 'hearsay', basis: 'none' },
  ),
  'said of by somebody': one(
    'The bridge was called a disgrace by the union.',
    'the union',
    'was called',
    ['The bridge', 'a disgrace'],
    { rule: 'passive-agent', mode: 'indirect' },
  ),
};

export const sourceCases: Record<string, AttributionCase> = {
  'with an apposition': one(
    'The captain, a veteran of two wars, said the sea was calm.',
    'The captain, a veteran of two wars',
    'said',
    'the sea was calm',
  ),
  'with a relative clause between commas': one(
    'The captain, who sailed for years, said the sea was calm.',
    'The captain, who sailed for years',
    'said',
    'the sea was calm',
  ),
  'with a relative clause of its own': one(
    'The engineers who built the bridge said it was safe.',
    'The engineers who built the bridge',
    'said',
    'it was safe',
  ),
  'without what it does meanwhile': one(
    'The pilot, speaking in Oslo, said the runway was wet.',
    'The pilot',
    'said',
    'the runway was wet',
  ),
  'with what hangs on it': one(
    'A spokesman for the harbour said the ferry was late.',
    'A spokesman for the harbour',
    'said',
    'the ferry was late',
  ),
  'two of them': one(
    'The union and the council agreed that the road should close.',
    'The union and the council',
    'agreed',
    'that the road should close',
  ),
  'with its party in brackets': one(
    'Sen. Ada Brook (R-Tex.) said the bridge was safe.',
    'Sen. Ada Brook (R-Tex.)',
    'said',
    'the bridge was safe',
  ),
  'before words of time': one(
    'The court this week rejected the appeal.',
    'The court',
    'rejected',
    'the appeal',
  ),
  'shared by two verbs': {
    text: 'The minister said the road was open and urged drivers to use it.',
    found: [
      { source: 'The minister', cue: 'said', content: ['the road was open'] },
      { source: 'The minister', cue: 'urged', content: ['drivers to use it'] },
    ],
  },
  'shared with a participle': {
    text: 'The club said it had won, adding that its players were tired.',
    found: [
      { source: 'The club', cue: 'said', content: ['it had won'] },
      { source: 'The club', cue: 'adding', content: ['that its players were tired'], rule: 'gerund-clause' },
    ],
  },
  'each with its own clause': {
    text: 'Officials said the ship was lost, but the owner insisted it was safe.',
    found: [
      { source: 'Officials', cue: 'said', content: ['the ship was lost'] },
      { source: 'the owner', cue: 'insisted', content: ['it was safe'] },
    ],
  },
  'its own behind "with"': {
    text: 'Rain fell all week, with the observatory reporting that the river was high.',
    found: [{ source: 'the observatory', cue: 'reporting', content: ['that the river was high'] }],
  },
  'its own behind "with", and a number with its bound': one(
    'Repairs went on, with the harbour office reporting at least six ferries sunk in storms.',
    'the harbour office',
    'reporting',
    'at least six ferries sunk in storms',
    { basis: 'organisation' },
  ),
  'its own behind "after"': one(
    'Her letter came days after the head of the Dockers’ League urging a return to work.',
    'the head of the Dockers’ League',
    'urging',
    'a return to work',
  ),
  'its own behind "after", with an apposition': one(
    'Her letter came days after the head of the largest union, the Dockers’ League, urging a return to work.',
    'the head of the largest union, the Dockers’ League',
    'urging',
    'a return to work',
  ),
  'its own behind "despite"': one(
    'The ferry ran despite the captain warning that the sea was rough.',
    'the captain',
    'warning',
    'that the sea was rough',
  ),
  'not what a comma parts from the participle': one(
    'The mayor left after the vote, urging a return to work.',
    'The mayor',
    'urging',
    'a return to work',
  ),
  'not the time behind "after"': one(
    'The mayor left after two days, urging calm.',
    'The mayor',
    'urging',
    'calm',
  ),
  'behind a possessive with a stray mark': one(
    'It came a day after the UNION’S` spokesperson threatened to “close” the docks.',
    'the UNION’S` spokesperson',
    'threatened',
    'to “close” the docks',
    { mode: 'mixed' },
  ),
  'behind a straight possessive with a stray accent': one(
    "It came a day after the union's´ chief said the docks would close.",
    "the union's´ chief",
    'said',
    'the docks would close',
  ),
  'nested in what another one says': {
    text: 'The police said the union claimed that the road was open.',
    found: [
      { source: 'The police', cue: 'said', content: ['the union claimed that the road was open'] },
      { source: 'the union', cue: 'claimed', content: ['that the road was open'] },
    ],
  },
  'not a stance in what another one says': {
    text: 'The police said the union wanted to march.',
    found: [{ source: 'The police', cue: 'said', content: ['the union wanted to march'] }],
  },
  'behind what is quoted within its object': {
    text: 'The captain warned the storm “risks sinking us” and urged sailors to stay ashore.',
    found: [
      { source: 'The captain', cue: 'warned', content: ['the storm “risks sinking us”'], mode: 'mixed' },
      { source: 'The captain', cue: 'urged', content: ['sailors to stay ashore'] },
    ],
  },
  'a relative pronoun': {
    text: 'The club has a captain who says the sea is calm.',
    found: [{ source: 'who', cue: 'says', content: ['the sea is calm'] }],
  },
};

export const nameCases: Record<string, AttributionCase> = {
  'a pronoun, by the name before': {
    text: 'Ada Brook said the bridge was shut.\n\nShe added that it was old.',
    found: [
      { source: 'Ada Brook', cue: 'said', content: ['the bridge was shut'], name: null },
      { source: 'She', cue: 'added', content: ['that it was old'], name: 'Ada Brook', basis: 'named' },
    ],
  },
  'a surname': {
    text: 'Mayor Ada Brook said the bridge was shut.\n\nBrook added that it was old.',
    found: [
      { source: 'Mayor Ada Brook', cue: 'said', content: ['the bridge was shut'], name: null },
      { source: 'Brook', cue: 'added', content: ['that it was old'], name: 'Ada Brook' },
    ],
  },
  'a body by what it is': {
    text: 'The Lagos Observatory for Human Rights said the camp was empty.\n\nThe observatory added that it was old.',
    found: [
      {
        source: 'The Lagos Observatory for Human Rights',
        cue: 'said',
        content: ['the camp was empty'],
        basis: 'organisation',
        name: null,
      },
      {
        source: 'The observatory',
        cue: 'added',
        content: ['that it was old'],
        name: 'Lagos Observatory for Human Rights',
        basis: 'organisation',
      },
    ],
  },
  'a body by "it"': {
    text: 'The Lagos Observatory for Human Rights said the camp was empty.\n\nIt said the road was shut.',
    found: [
      { source: 'The Lagos Observatory for Human Rights', cue: 'said', content: ['the camp was empty'] },
      {
        source: 'It',
        cue: 'said',
        content: ['the road was shut'],
        name: 'Lagos Observatory for Human Rights',
      },
    ],
  },
  'a person told an agency, then "she"': {
    text: 'Ada Brook told AFP the camp was empty.\n\nShe said the road was shut.',
    found: [
      { source: 'Ada Brook', cue: 'told', content: ['the camp was empty'] },
      { source: 'She', cue: 'said', content: ['the road was shut'], name: 'Ada Brook' },
    ],
  },
};

export const carriedCases: Record<string, AttributionCase> = {
  'a paragraph of nothing but a quote': {
    text: 'Ada Brook warned that the bridge was old.\n\n“Everyone who crosses it risks a fall.”\n\nIt rained.',
    found: [
      { source: 'Ada Brook', cue: 'warned', content: ['that the bridge was old'], carriedOver: false },
      {
        source: 'Ada Brook',
        cue: null,
        content: ['“Everyone who crosses it risks a fall.”'],
        rule: 'carried-over',
        mode: 'direct',
        carriedOver: true,
      },
    ],
  },
  'a quote left open that the next paragraph goes on with': {
    text: '“The bridge is old,” Ada Brook said. “It may fall.\n\n“Nobody should cross it.”\n\nIt rained.',
    found: [
      {
        source: 'Ada Brook',
        cue: 'said',
        content: ['“The bridge is old,”', '“It may fall.', '“Nobody should cross it.”'],
        carriedOver: false,
      },
    ],
  },
  'not a quote with a cue of its own': {
    text: 'Ada Brook warned that the bridge was old.\n\n“It may fall,” the captain said.',
    found: [
      { source: 'Ada Brook', cue: 'warned', content: ['that the bridge was old'] },
      { source: 'the captain', cue: 'said', content: ['“It may fall,”'], carriedOver: false },
    ],
  },
};

/** Nobody says anything here. */
export const silentCases: Record<string, string> = {
  'a plain event': 'The bridge fell into the river on Friday.',
  'a noun that is no cue': 'The report lay on the table for a week.',
  'a road that leads': 'The road to the harbour was wet.',
  'an added thing': 'The council had added a lane, known as the Green Way because it was mossy.',
  'a clause before a plain refusal': 'When the rain came, the company said enough.',
  'having said that': 'Having said that, there are some bridges.',
  'an attack by those who fight': 'Rebels have attacked the group in several provinces.',
  'an attack by those who fight, with a relative pronoun':
    'The wounded fled from gunmen who have attacked the group.',
  'lives that a flood claims': 'The flood claimed 30 lives.',
  'lives that a war claims, and more':
    'The war has claimed 30 lives since May and displaced some 400 people.',
  'an attack that lasts': 'The forces attacked the minister for two hours.',
  'an attack on a place': 'They attacked the village at dawn.',
  'an attempt': 'The club later sought to merge with its rival.',
  'a bond of loyalty': 'The captains pledged allegiance to the king.',
  'an oath of loyalty': 'The clerks swore loyalty to the crown.',
  nothing: '',
  'what is put somewhere': 'The crew put the numbers on the door at nine.',
  'nobody who reports': 'Neither side reported casualties.',
  'a deed: spurned': 'They spurned an alliance.',
  'a deed: pitched': 'He pitched a tent.',
  'a deed: lobbed': 'The crew lobbed a grenade.',
  'a deed: celebrated': 'The firm celebrated its tenth year.',
  'a deed: addressed': 'She addressed the crowd.',
  'a deed: named': 'The mayor named her deputy.',
  'a deed: issued': 'He issued a permit.',
  'a deed: weighed': 'They weighed the fish.',
  'a deed: ruled': 'She ruled the country for ten years.',
  'what a storm threatens': 'The storm threatens the coast.',
  'feared dead': '23 migrants feared dead',
  'not to be named': 'One guard did not want to be named.',
  'a label before a colon': 'HORROR CRASH: Two killed as lorry ploughs into stop\n\nIt rained.',
};
