/** News agencies, by the names they sign with. */

/** Name as signed, in small letters, to the name that is shown. */
const AGENCIES: ReadonlyMap<string, string> = new Map([
  ...[
    ...[
      'AFP',
      'Reuters',
      'AP',
      'dpa',
      'EFE',
      'ANSA',
      'Xinhua',
      'TASS',
      'Petra',
      'UPI',
      'Interfax',
      'Kyodo',
      'Jiji',
    ],
    ...[
      'Yonhap',
      'PTI',
      'ANI',
      'IANS',
      'APP',
      'UNB',
      'Anadolu',
      'AA',
      'DHA',
      'IHA',
      'SANA',
      'IRNA',
      'ISNA',
      'WAFA',
    ],
    ...[
      'MENA',
      'KUNA',
      'SPA',
      'QNA',
      'WAM',
      'NNA',
      'ONA',
      'BNA',
      'TAP',
      'MAP',
      'APS',
      'SUNA',
      'AAP',
      'NZPA',
      'PA',
    ],
    ...[
      'ANP',
      'Belga',
      'Lusa',
      'APA',
      'PAP',
      'CTK',
      'ČTK',
      'TASR',
      'MTI',
      'STT',
      'TT',
      'NTB',
      'Ritzau',
      'BNS',
      'LETA',
    ],
    ...[
      'ELTA',
      'Belta',
      'Ukrinform',
      'UNIAN',
      'Agerpres',
      'Mediafax',
      'BTA',
      'Tanjug',
      'HINA',
      'FENA',
      'SRNA',
      'MIA',
    ],
    ...[
      'Keystone-SDA',
      'SDA',
      'ATS',
      'KNA',
      'epd',
      'SID',
      'AGI',
      'Adnkronos',
      'Bernama',
      'Antara',
      'KCNA',
      'CNA',
      'VNA',
    ],
    ...[
      'Bloomberg',
      'Télam',
      'Telam',
      'Notimex',
      'Andina',
      'Prensa Latina',
      'NAN',
      'GNA',
      'ENA',
      'RIA Novosti',
      'ANSAmed',
    ],
    ...[
      'Europa Press',
      'Armenpress',
      'Azertac',
      'Kazinform',
      'Montsame',
      'Yle',
      'رويترز',
      'أ ف ب',
      'ا ف ب',
      'د ب أ',
    ],
  ].map((name): [string, string] => [name.toLowerCase(), name]),
  ['agence france-presse', 'AFP'],
  ['agence france presse', 'AFP'],
  ['associated press', 'AP'],
  ['the associated press', 'AP'],
  ['thomson reuters', 'Reuters'],
  ['deutsche presse-agentur', 'dpa'],
  ['press association', 'PA'],
  ['pa media', 'PA'],
  ['anadolu agency', 'Anadolu'],
  ['xinhua news agency', 'Xinhua'],
  ['the canadian press', 'The Canadian Press'],
  ['canadian press', 'The Canadian Press'],
  ['bloomberg news', 'Bloomberg'],
  ['petra news agency', 'Petra'],
  ['jordan news agency', 'Petra'],
  ['united press international', 'UPI'],
]);

/** The agency that a name stands for, or null. Case does not matter, brackets and dots around it are dropped. */
export function knownAgency(name: string): string | null {
  const bare = name
    .trim()
    .replace(/^[([]+|[)\].]+$/gu, '')
    .trim();
  return AGENCIES.get(bare.toLowerCase()) ?? null;
}

/**
 * The agency where a line's place says that one stands there: a known one, or any name of two to six capitals,
 * because no list knows them all.
 */
export function signedAgency(name: string): string | null {
  const bare = name
    .trim()
    .replace(/^[([]+|[)\].]+$/gu, '')
    .trim();
  return knownAgency(bare) ?? (/^\p{Lu}{2,6}$/u.test(bare) ? bare : null);
}
