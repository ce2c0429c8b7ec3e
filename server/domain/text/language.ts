/** A modest guess at the language of a story, which the editor can correct. */

/** How much of a text is looked at, in UTF-16 code units: a story shows its language early. */
const SAMPLE = 20_000;
const DEFAULT = 'en';

/** Scripts that few languages share, with the language most news in them is written in. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
];

/** Small words of the languages in Latin script; those that two of them share count for both. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for on with as by at from it he said have has been were are which not their but',
  fr: 'le la les des du un une et est dans que qui pour sur au aux par avec plus selon ont été pas ce cette sont',
  de: 'der die das den dem des und ist in zu von mit auf für nicht ein eine wurde wurden sich auch nach bei im am',
  es: 'el la los las de del que y en un una por con para se al no más su fue como según han ha este esta pero',
  it: 'il lo la gli le di del della dei che e è un una per con non si da sono nel alla ha più come anche secondo',
  pt: 'o a os as de do da dos das que e em um uma para com não se por no na mais foi ao como segundo também',
  nl: 'de het een en van in is dat op te zijn met voor niet aan er werd door bij ook uit volgens heeft maar',
  sv: 'och att det som en är av för på med den till inte har om ett var enligt från de sig efter kan',
  da: 'og at det som en er af for på med den til ikke har om et var ifølge fra de sig efter blev også',
  pl: 'i w na z do że się nie jest to o jak po za od przez są został według oraz tym był',
  tr: 've bir bu da de için ile olarak olan çok daha göre gibi sonra kadar ancak dedi ise',
};
const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of Object.entries(STOP_WORDS))
  for (const word of words.split(' ')) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);

/** Letters of Persian that Arabic does not have, and letters of Ukrainian that Russian does not have. */
const PERSIAN = /[پچژگکی]/gu;
const UKRAINIAN = /[іїєґ]/giu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Guess a story's language by script and small words: a BCP 47 tag, `en` where nothing speaks for another. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const latin = count(sample, /\p{Script=Latin}/gu);
  const kana = count(sample, SCRIPTS[0]?.[0] ?? /^$/);

  let best = DEFAULT;
  let most = latin;
  for (const [script, language] of SCRIPTS) {
    const letters = count(sample, script);
    if (letters > most) [best, most] = [language, letters];
  }
  if (most === latin) return guessLatin(sample);
  if (best === 'zh' && kana > most / 20) return 'ja';
  if (best === 'ar' && count(sample, PERSIAN) > most / 25) return 'fa';
  if (best === 'ru' && count(sample, UKRAINIAN) > most / 50) return 'uk';
  return best;
}

function guessLatin(sample: string): string {
  const scores = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? [])
    for (const language of LANGUAGES_OF.get(word) ?? [])
      scores.set(language, (scores.get(language) ?? 0) + 1);

  let best = DEFAULT;
  // Another language has to be clearly ahead, so that a foreign name or quote does not decide.
  let most = (scores.get(DEFAULT) ?? 0) * 1.2 + 1;
  for (const [language, score] of scores)
    if (language !== DEFAULT && score > most) [best, most] = [language, score];
  return best;
}
