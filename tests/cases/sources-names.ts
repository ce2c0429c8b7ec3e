/** How names of sources are compared: a new phenomenon is a new row. */
export const foldCases = {
  'lower case': { name: 'Harbour Office', expected: 'harbour office' },
  'an accent in one character': { name: 'Zo\u00eb Ar\u00edn', expected: 'zoe arin' },
  'an accent as a character of its own': { name: 'Zoe\u0308 Ari\u0301n', expected: 'zoe arin' },
  'two accents on one letter': { name: 'Nguy\u1ec5n', expected: 'nguyen' },
  'a capital with a dot': { name: '\u0130lkay', expected: 'ilkay' },
  'a dotless i': { name: 'Y\u0131lmaz', expected: 'yilmaz' },
  'a stroke through a letter': { name: 'Bjørn Łoś', expected: 'bjorn los' },
  'joined letters': { name: 'Æthel Œuvre', expected: 'aethel oeuvre' },
  'sharp s': { name: 'Straße', expected: 'strasse' },
  'ligature and full width': { name: 'Ｏﬃce', expected: 'office' },
  'final sigma': { name: 'ΟΔΟΣ', expected: 'οδοσ' },
  'final sigma in lower case': { name: 'οδός', expected: 'οδοσ' },
  'Cyrillic io': { name: 'Артём', expected: 'артем' },
  'Arabic vowels': { name: 'مُحَمَّد', expected: 'محمد' },
  'Hebrew points': { name: 'שָׁלוֹם', expected: 'שלום' },
  'vowels of Devanagari stay': { name: 'कि की', expected: 'कि की' },
  'sound marks of Japanese stay': { name: 'がか', expected: 'か\u3099か' },
  'typographic apostrophe': { name: 'O’Dell', expected: "o'dell" },
  'a hyphen that does not break': { name: 'Al\u2011Amin', expected: 'al-amin' },
  'blanks of any kind': { name: ' Port\u00a0  Ardle\tPolice ', expected: 'port ardle police' },
  'a joiner that nobody sees': { name: 'Ar\u200dle', expected: 'arle' },
  'nothing but a mark': { name: '\u0301', expected: '\u0301' },
  'signs that patterns use stay': { name: '100%_\\', expected: '100%_\\' },
};

export const searchTextCases = {
  'a name alone': { name: 'Harbour Office', aliases: [], expected: 'harbour office' },
  'aliases after the name, in order': {
    name: 'Harbour Office',
    aliases: ['HO', 'Bureau du Port'],
    expected: 'harbour office\nho\nbureau du port',
  },
  'what folds to the same once': {
    name: 'Harbour Office',
    aliases: ['harbour  office', 'HO', 'ho'],
    expected: 'harbour office\nho',
  },
};

export const formerNameCases = {
  'the former name comes last': {
    aliases: ['HO'],
    former: 'Harbour Office',
    name: 'Port Office',
    expected: ['HO', 'Harbour Office'],
  },
  'it is there already': {
    aliases: ['Harbour Office', 'HO'],
    former: 'Harbour Office',
    name: 'Port Office',
    expected: ['Harbour Office', 'HO'],
  },
  'an alias becomes the name': {
    aliases: ['Port Office', 'HO'],
    former: 'Harbour Office',
    name: 'Port Office',
    expected: ['HO', 'Harbour Office'],
  },
  'a correction that search does not see': {
    aliases: [],
    former: 'harbour office',
    name: 'Harbour Office',
    expected: [],
  },
};
