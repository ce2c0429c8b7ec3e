/** Names in Latin letters that are one name, and names that are not: a new way of writing one is a new row. */

/** What is typed finds what is in the register, and the other way round. */
export const variantCases = {
  'an article with a hyphen': ['al-Adnani', 'Adnani'],
  'another article and another last vowel': ['al-Adnani', 'el Adnany'],
  'an article that takes up the next sound': ['an-Nasr', 'al-Nasr'],
  'an article before a doubled letter': ['ar-Raqqa', 'Rakka'],
  'a doubled letter, and o for u': ['Mohammed', 'Muhammad'],
  'a single letter': ['Mohammed', 'Mohamed'],
  'an ending in y, yy and iy': ['Zelensky', 'Zelenskyy'],
  'an ending in iy': ['Zelensky', 'Zelenskiy'],
  'a short name with its vowels changed': ['Kyiv', 'Kiev'],
  'kh and h': ['Kharkiv', 'Harkov'],
  'q and k': ['Qatar', 'Katar'],
  'ai, ay and ei': ['Hussein', 'Husayn'],
  'a last h that is not heard': ['Abdullah', 'Abdallah'],
  'a last h after another vowel': ['Hezbollah', 'Hizbulla'],
  'an apostrophe within a word': ["Sana'a", 'Sanaa'],
  'a typographic apostrophe': ['Da’ish', 'Daesh'],
  'ou for u': ['Youssef', 'Yusuf'],
  'ou for w': ['Oualid', 'Walid'],
  'sh and ch': ['Bashar', 'Bachar'],
  'j and dj': ['Jamal', 'Djamal'],
  'x and ks': ['Alexander', 'Aleksander'],
  'tch and ch': ['Tchaikovsky', 'Chaikovsky'],
  'w and v': ['Vladimir', 'Wladimir'],
  'th and t': ['Haytham', 'Haitam'],
  'gh and g': ['Baghdadi', 'Bagdadi'],
  'ph and f': ['Christoph', 'Christof'],
  'ey, ei and ay': ['Meyer', 'Maier'],
  'ue for an umlaut': ['Mueller', 'Müller'],
  'a whole name, each word in its own way': ['Abu Mohamed el Adnany', 'Abu Muhammad al-Adnani'],
  'words in another order': ['Adnany Mohamed', 'Muhammad al-Adnani'],
} as const satisfies Record<string, readonly [string, string]>;

/** What is typed does not find it. */
export const unrelatedCases = {
  'the first vowel is another one': ['Hassan', 'Hussein'],
  'the first vowel of a long name': ['Mohammed', 'Mahmoud'],
  'the same letters in another order': ['Port', 'Prot'],
  'a beginning with a vowel': ['Hamid', 'Ahmed'],
  'one syllable and two': ['Kyiv', 'Kavi'],
  'a short name and a longer one': ['Kyiv', 'Kovacs'],
  'a last vowel that a short name lacks': ['Umar', 'Omari'],
  'the same beginning': ['Zelensky', 'Zaluzhny'],
  'a consonant between': ['Adnani', 'Adani'],
  'voiced and not': ['Bashar', 'Pasha'],
  'a name of one consonant': ['Ali', 'Eli'],
  'an article alone': ['al', 'el'],
  'one word of two': ['Muhammad Kovacs', 'Mohammed Adnani'],
} as const satisfies Record<string, readonly [string, string]>;

/** What the database makes of folded names. */
export const skeletonCases = {
  'words, between blanks': { names: 'abu muhammad al-adnani', expected: ' aba mohmd adnana ' },
  lines: { names: 'coast radio\nradio de la cote', expected: ' kost rada rada da la kota ' },
  'another script': { names: 'محمد лодкин', expected: ' محمد лодкин ' },
  figures: { names: 'n12 news', expected: ' n12 navs ' },
  'nothing but articles': { names: 'al', expected: '' },
  'nothing but signs': { names: '100%_\\ - (', expected: ' 100 ' },
  nothing: { names: '', expected: '' },
};
