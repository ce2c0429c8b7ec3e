/** Whole pastes: what is read of them. Lines of `expected` are `role: text`; invented throughout. */

export const normaliseCases: Record<string, { raw: string; expected: string }> = {
  'line ends of Windows': { raw: 'a\r\nb\r\n', expected: 'a\nb\n' },
  'line ends of old Macs': { raw: 'a\rb', expected: 'a\nb' },
  'mixed line ends': { raw: 'a\r\n\rb\n\r', expected: 'a\n\nb\n\n' },
  'byte order mark in front': { raw: '\uFEFFa', expected: 'a' },
  'several of them': { raw: '\uFEFF\uFEFFa', expected: 'a' },
  'the same character within is kept': { raw: 'a\uFEFFb', expected: 'a\uFEFFb' },
  'accents are composed': { raw: 'cafe\u0301', expected: 'café' },
  'nothing is repaired': { raw: ' “a”` ... \u00A0– ﬁ \t', expected: ' “a”` ... \u00A0– ﬁ \t' },
  'characters of two units': { raw: '😀', expected: '😀' },
  'controls of Latin-1 are kept': { raw: 'it\u0092s', expected: 'it\u0092s' },
};

export const refusedCases: Record<string, { raw: string; problem: 'EMPTY_STORY' | 'NOT_TEXT' }> = {
  empty: { raw: '', problem: 'EMPTY_STORY' },
  'white space': { raw: ' \r\n\t\u00A0', problem: 'EMPTY_STORY' },
  'joiners without a glyph': { raw: '\u200B\uFEFF\u200D\n', problem: 'EMPTY_STORY' },
  'a NUL': { raw: 'a\0b', problem: 'NOT_TEXT' },
  'an escape': { raw: 'a\u001Bb', problem: 'NOT_TEXT' },
  'a form feed': { raw: 'a\fb', problem: 'NOT_TEXT' },
  'a backspace': { raw: '\b', problem: 'NOT_TEXT' },
  'a lone high surrogate': { raw: 'a\uD83D', problem: 'NOT_TEXT' },
  'a lone low surrogate': { raw: '\uDE00a', problem: 'NOT_TEXT' },
};

const LEAD = 'PORT ELSEN — A ferry sank on Thursday, the coast guard said.';
const BODY = 'It went down within sight of the breakwater, and nobody knows why.';

export const roleCases: Record<string, { raw: string; expected: string[] }> = {
  'headline, byline, lead': {
    raw: `Ferry sinks\n\nBy NWA\n\n${LEAD}\n\n${BODY}`,
    expected: ['headline: Ferry sinks', 'byline: By NWA', `paragraph: ${LEAD}`, `paragraph: ${BODY}`],
  },
  'a line to a part, without blank lines': {
    raw: `Ferry sinks\nBy NWA\n${LEAD}\n${BODY}`,
    expected: ['headline: Ferry sinks', 'byline: By NWA', `paragraph: ${LEAD}`, `paragraph: ${BODY}`],
  },
  'byline above the headline': {
    raw: `By NWA\nFerry sinks\n${LEAD}`,
    expected: ['byline: By NWA', 'headline: Ferry sinks', `paragraph: ${LEAD}`],
  },
  standfirst: {
    raw: `Ferry sinks\nNobody knows why.\nEdda Quist in Port Elsen\n14 March 2019\n${BODY}`,
    expected: [
      'headline: Ferry sinks',
      'standfirst: Nobody knows why.',
      'byline: Edda Quist in Port Elsen',
      'dateline: 14 March 2019',
      `paragraph: ${BODY}`,
    ],
  },
  'standfirst before a dateline, two lines': {
    raw: `Ferry sinks\nNobody knows why\nThe mayor is silent\n${LEAD}`,
    expected: [
      'headline: Ferry sinks',
      'standfirst: Nobody knows why',
      'standfirst: The mayor is silent',
      `paragraph: ${LEAD}`,
    ],
  },
  'a headline with a stop, known by the byline below': {
    raw: `Nobody knows why.\nBy NWA\n${BODY}`,
    expected: ['headline: Nobody knows why.', 'byline: By NWA', `paragraph: ${BODY}`],
  },
  'a headline with a stop, known by the dateline below': {
    raw: `Nobody knows why.\n${LEAD}`,
    expected: ['headline: Nobody knows why.', `paragraph: ${LEAD}`],
  },
  'a headline that asks': {
    raw: `Who paid?\n${BODY}\n${BODY}`,
    expected: ['headline: Who paid?', `paragraph: ${BODY}`, `paragraph: ${BODY}`],
  },
  'a kicker': {
    raw: `TARVO CRISIS\nFerry sinks off Port Elsen\n${LEAD}`,
    expected: ['heading: TARVO CRISIS', 'headline: Ferry sinks off Port Elsen', `paragraph: ${LEAD}`],
  },
  'a dateline alone': {
    raw: `Ferry sinks\nSKERRY, Jan 8 (Reuters) —\n${BODY}`,
    expected: ['headline: Ferry sinks', 'dateline: SKERRY, Jan 8 (Reuters) —', `paragraph: ${BODY}`],
  },
  'no headline': { raw: `${LEAD}\n${BODY}`, expected: [`paragraph: ${LEAD}`, `paragraph: ${BODY}`] },
  'no headline, a quote first': {
    raw: `“Nobody is left.”\n${BODY}`,
    expected: ['paragraph: “Nobody is left.”', `paragraph: ${BODY}`],
  },
  'one line': { raw: 'Ferry sinks', expected: ['paragraph: Ferry sinks'] },
  'a heading between paragraphs': {
    raw: `Ferry sinks\n${LEAD}\n${BODY}\nA night at sea\n${BODY}\nNo answer,\n${BODY}`,
    expected: [
      'headline: Ferry sinks',
      `paragraph: ${LEAD}`,
      `paragraph: ${BODY}`,
      'heading: A night at sea',
      `paragraph: ${BODY}`,
      'paragraph: No answer,',
      `paragraph: ${BODY}`,
    ],
  },
  captions: {
    raw: `Ferry sinks\nPhoto: Edda Quist\n${LEAD}\nA raft near Skerry. (NWA photo)\n${BODY}`,
    expected: [
      'headline: Ferry sinks',
      'caption: Photo: Edda Quist',
      `paragraph: ${LEAD}`,
      'caption: A raft near Skerry. (NWA photo)',
      `paragraph: ${BODY}`,
    ],
  },
  'a signature at the end': {
    raw: `Ferry sinks\n${LEAD}\n${BODY}\n(Reporting by Edda Quist)`,
    expected: [
      'headline: Ferry sinks',
      `paragraph: ${LEAD}`,
      `paragraph: ${BODY}`,
      'byline: (Reporting by Edda Quist)',
    ],
  },
  'a first line too long for a headline': {
    raw: `${'Ferry '.repeat(34)}sinks\n${BODY}`,
    expected: [`paragraph: ${'Ferry '.repeat(34)}sinks`, `paragraph: ${BODY}`],
  },
  'a second paragraph too long for a standfirst': {
    raw: `Ferry sinks\n${'It sank. '.repeat(50).trim()}\nBy NWA\n${BODY}`,
    expected: [
      'headline: Ferry sinks',
      `paragraph: ${'It sank. '.repeat(50).trim()}`,
      'byline: By NWA',
      `paragraph: ${BODY}`,
    ],
  },
  'no standfirst behind a long paragraph': {
    raw: `Ferry sinks\nIt sank.\n${'It sank. '.repeat(50).trim()}\n${LEAD}`,
    expected: [
      'headline: Ferry sinks',
      'paragraph: It sank.',
      `paragraph: ${'It sank. '.repeat(50).trim()}`,
      `paragraph: ${LEAD}`,
    ],
  },
  'a paragraph under the headline': {
    raw: `Ferry sinks\nIt sank.\nNobody knew.`,
    expected: ['headline: Ferry sinks', 'paragraph: It sank.', 'paragraph: Nobody knew.'],
  },
  'a long first line in capitals is no kicker': {
    raw: `FERRY SINKS OFF PORT ELSEN\nNobody knows why it did\n${LEAD}`,
    expected: [
      'headline: FERRY SINKS OFF PORT ELSEN',
      'standfirst: Nobody knows why it did',
      `paragraph: ${LEAD}`,
    ],
  },
  'capitals above capitals are no kicker': {
    raw: `FERRY SINKS\nNOBODY KNOWS WHY IT DID\n${LEAD}`,
    expected: ['headline: FERRY SINKS', 'standfirst: NOBODY KNOWS WHY IT DID', `paragraph: ${LEAD}`],
  },
  'capitals above a paragraph are no kicker': {
    raw: `FERRY SINKS\n${BODY}\n${BODY}`,
    expected: ['headline: FERRY SINKS', `paragraph: ${BODY}`, `paragraph: ${BODY}`],
  },
  'short lines that are no headings': {
    raw: `Ferry sinks\n${BODY}\nthe small letters\n${BODY}\nShort line\nShort line\n${BODY}\n${'A b '.repeat(7)}\n${BODY}\nLast line`,
    expected: [
      'headline: Ferry sinks',
      `paragraph: ${BODY}`,
      'paragraph: the small letters',
      `paragraph: ${BODY}`,
      'paragraph: Short line',
      'paragraph: Short line',
      `paragraph: ${BODY}`,
      `paragraph: ${'A b '.repeat(7).trim()}`,
      `paragraph: ${BODY}`,
      'paragraph: Last line',
    ],
  },
  'headings with a quote, a figure, a comma inside': {
    raw: `Ferry sinks\n${BODY}\n“Nobody left”, again\n${BODY}\n41 questions\n${BODY}`,
    expected: [
      'headline: Ferry sinks',
      `paragraph: ${BODY}`,
      'heading: “Nobody left”, again',
      `paragraph: ${BODY}`,
      'heading: 41 questions',
      `paragraph: ${BODY}`,
    ],
  },
  'a line too long for a heading': {
    raw: `Ferry sinks\n${BODY}\nThe extraordinarily inconvenient disappearance of international correspondents again\n${BODY}`,
    expected: [
      'headline: Ferry sinks',
      `paragraph: ${BODY}`,
      'paragraph: The extraordinarily inconvenient disappearance of international correspondents again',
      `paragraph: ${BODY}`,
    ],
  },
  'a byline below a standfirst, an agency below the story': {
    raw: `Ferry sinks\n${BODY}\nBy NWA\n${BODY}\nReuters`,
    expected: [
      'headline: Ferry sinks',
      `standfirst: ${BODY}`,
      'byline: By NWA',
      `paragraph: ${BODY}`,
      'byline: Reuters',
    ],
  },
  'more captions, and what is none': {
    raw: `Ferry sinks\n${LEAD}\n[File photo]\n${BODY}\nPicture by: Edda Quist\n${BODY}\nThe photo: a raft.\n${BODY}`,
    expected: [
      'headline: Ferry sinks',
      `paragraph: ${LEAD}`,
      'caption: [File photo]',
      `paragraph: ${BODY}`,
      'caption: Picture by: Edda Quist',
      `paragraph: ${BODY}`,
      'paragraph: The photo: a raft.',
      `paragraph: ${BODY}`,
    ],
  },
  'hard-wrapped paragraphs between blank lines': {
    raw: [
      'Ferry sinks off Port Elsen',
      'By NWA',
      '',
      'PORT ELSEN — A crowded ferry sank off Port Elsen on Thursday',
      'after shells fell on the harbour, while gunmen freed two of',
      'the reporters that they had held since January.',
      '',
      'It was found by the fishermen of the nearest island, Little',
      'Skerry.',
    ].join('\n'),
    expected: [
      'headline: Ferry sinks off Port Elsen',
      'byline: By NWA',
      'paragraph: PORT ELSEN — A crowded ferry sank off Port Elsen on Thursday\nafter shells fell on the harbour, while gunmen freed two of\nthe reporters that they had held since January.',
      'paragraph: It was found by the fishermen of the nearest island, Little\nSkerry.',
    ],
  },
  'a list is not hard-wrapped': {
    raw: `Ferry sinks\n\n${LEAD}\n\nthe hull\nthe mast\nthe bell\n\n${BODY}`,
    expected: [
      'headline: Ferry sinks',
      `paragraph: ${LEAD}`,
      'paragraph: the hull',
      'paragraph: the mast',
      'paragraph: the bell',
      `paragraph: ${BODY}`,
    ],
  },
  'white space around lines': {
    raw: `\n  Ferry sinks \n\t\n\u200B\n  ${LEAD}\u00A0\n`,
    expected: ['headline: Ferry sinks', `paragraph: ${LEAD}`],
  },
};

export const languageCases: Record<string, { text: string; expected: string }> = {
  English: { text: 'The ferry sank within sight of the harbour, and it was not known why.', expected: 'en' },
  French: {
    text: 'Le bateau a coulé dans la nuit et les secours sont sur place avec une équipe.',
    expected: 'fr',
  },
  German: {
    text: 'Die Fähre ist in der Nacht gesunken, und niemand wurde nach dem Unglück vermisst.',
    expected: 'de',
  },
  Spanish: {
    text: 'El barco se hundió en la noche y los equipos no han encontrado a las víctimas.',
    expected: 'es',
  },
  Italian: {
    text: 'Il traghetto è affondato nella notte e gli uomini della guardia non sono stati trovati.',
    expected: 'it',
  },
  Portuguese: {
    text: 'O barco não foi encontrado, e as equipes do porto também foram ao local.',
    expected: 'pt',
  },
  Dutch: {
    text: 'De boot is in de nacht gezonken en het is niet bekend door wie er werd geschoten.',
    expected: 'nl',
  },
  Arabic: { text: 'غرقت العبارة قرب الميناء مساء الخميس', expected: 'ar' },
  Persian: { text: 'کشتی در نزدیکی بندر غرق شد و گروهی گم شدند', expected: 'fa' },
  Hebrew: { text: 'המעבורת טבעה ליד הנמל ביום חמישי', expected: 'he' },
  Russian: { text: 'Паром затонул недалеко от порта', expected: 'ru' },
  Ukrainian: { text: 'Пором затонув біля порту, її екіпаж шукає ґвинт', expected: 'uk' },
  Greek: { text: 'Το πλοίο βυθίστηκε κοντά στο λιμάνι', expected: 'el' },
  Chinese: { text: '渡轮在港口附近沉没', expected: 'zh' },
  Japanese: { text: 'フェリーは港の近くで沈没しました', expected: 'ja' },
  Korean: { text: '여객선이 항구 근처에서 침몰했다', expected: 'ko' },
  Thai: { text: 'เรือล่มใกล้ท่าเรือ', expected: 'th' },
  Hindi: { text: 'बंदरगाह के पास नाव डूब गई', expected: 'hi' },
  Georgian: { text: 'ბორანი ნავსადგურთან ჩაიძირა', expected: 'ka' },
  Armenian: { text: 'Լաստանավը խորտակվեց նավահանգստի մոտ', expected: 'hy' },
  Swedish: { text: 'Färjan sjönk på natten, och det är inte känt vem som har skjutit.', expected: 'sv' },
  Danish: { text: 'Færgen sank om natten, og det er ikke oplyst, hvem der blev skudt af.', expected: 'da' },
  Polish: { text: 'Prom zatonął w nocy, nie jest jasne, przez kogo został trafiony.', expected: 'pl' },
  Turkish: { text: 'Feribot gece battı ve bir ekip için arama daha sonra sürdü.', expected: 'tr' },
  'a Chinese name in Japanese': { text: '安倍晋三首相は東京都千代田区永田町で記者会見', expected: 'ja' },
  'an English name in Russian': { text: 'Паром Skerry Courier затонул недалеко от порта', expected: 'ru' },
  'Russian with a Ukrainian letter': {
    text: 'Паром затонул недалеко от порта, на борту которого было много людей и груз, їх ищут спасатели',
    expected: 'ru',
  },
  'Arabic with a Persian letter': {
    text: 'غرقت العبارة قرب الميناء مساء الخميس وقال المتحدث باسم الشركة پ إن الطاقم بخير',
    expected: 'ar',
  },
  'a foreign quote in English': { text: 'The mayor said “la mer est là” and left the room.', expected: 'en' },
  'no words at all': { text: '12 345', expected: 'en' },
};
