/** News agencies, by the names they sign with. */

/** As they sign, whatever the case. */
const SIGNED = `AFP, Reuters, AP, dpa, EFE, ANSA, Xinhua, TASS, Petra, UPI, Interfax, Kyodo, Jiji,
  Yonhap, PTI, ANI, IANS, APP, UNB, Anadolu, AA, DHA, IHA, SANA, IRNA, ISNA, WAFA,
  MENA, KUNA, SPA, QNA, WAM, NNA, ONA, BNA, TAP, MAP, APS, SUNA, AAP, NZPA, PA,
  ANP, Belga, Lusa, APA, PAP, CTK, ČTK, TASR, MTI, STT, TT, NTB, Ritzau, BNS, LETA,
  ELTA, Belta, Ukrinform, UNIAN, Agerpres, Mediafax, BTA, Tanjug, HINA, FENA, SRNA, MIA,
  Keystone-SDA, SDA, ATS, KNA, epd, SID, AGI, Adnkronos, Bernama, Antara, KCNA, CNA, VNA,
  Bloomberg, Télam, Telam, Notimex, Andina, Prensa Latina, NAN, GNA, ENA, RIA Novosti, ANSAmed,
  Europa Press, Armenpress, Azertac, Kazinform, Montsame, Yle, رويترز, أ ف ب, ا ف ب, د ب أ`;

/** Names that are shown otherwise than they are signed. */
const SHOWN_AS = `AFP: agence france-presse, agence france presse
  AP: associated press, the associated press
  Reuters: thomson reuters
  dpa: deutsche presse-agentur
  PA: press association, pa media
  Anadolu: anadolu agency
  Xinhua: xinhua news agency
  The Canadian Press: the canadian press, canadian press
  Bloomberg: bloomberg news
  Petra: petra news agency, jordan news agency
  UPI: united press international`;

/** Name as signed, in small letters, to the name that is shown. */
const AGENCIES: ReadonlyMap<string, string> = new Map([
  ...names(SIGNED).map((name): [string, string] => [name.toLowerCase(), name]),
  ...SHOWN_AS.split('\n').flatMap((line) => {
    const [shown = '', signed = ''] = line.trim().split(': ');
    return names(signed).map((name): [string, string] => [name, shown]);
  }),
]);

function names(list: string): string[] {
  return list.split(/,\s+/u);
}

/** The agency that a name stands for, or null. Case does not matter, brackets and dots around it are dropped. */
export function knownAgency(name: string): string | null {
  return AGENCIES.get(bare(name).toLowerCase()) ?? null;
}

/**
 * The agency where a line's place says that one stands there: a known one, or any name of two to six capitals,
 * because no list knows them all.
 */
export function signedAgency(name: string): string | null {
  const signed = bare(name);
  return knownAgency(signed) ?? (/^\p{Lu}{2,6}$/u.test(signed) ? signed : null);
}

const bare = (name: string): string =>
  name
    .trim()
    .replace(/^[([]+|[)\].]+$/gu, '')
    .trim();
