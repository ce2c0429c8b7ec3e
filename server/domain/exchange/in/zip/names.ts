/** How files in an archive are called. */

/** 0x80 to 0xFF of code page 437 (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP437.TXT). */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** Longer ones are no names of stories, in bytes. */
const LONGEST = 1024;

const fromCp437 = (bytes: Buffer): string =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP437.charAt(byte - 0x80))).join('');

function fromUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export interface Named {
  readonly path: string;
  readonly isFolder: boolean;
  /** Why it is no name that is taken. */
  readonly wrong: string | null;
}

/**
 * Read a file's name.
 *
 * What says that it is UTF-8 has to be. Of what does not say so, the format says that it is code page 437; macOS writes
 * UTF-8 all the same, and what is UTF-8 by its bytes is hardly ever anything else.
 *
 * @param saysUtf8 bit 11 of the flags, or a field of its own for the name
 */
export function nameOf(raw: Buffer, saysUtf8: boolean): Named {
  const utf8 = fromUtf8(raw);
  const whole = (utf8 ?? fromCp437(raw)).normalize('NFC').replaceAll('\\', '/');
  const parts = whole.split('/').filter((part) => part !== '' && part !== '.');
  const shown = parts.join('/').replace(/\p{C}/gu, '\ufffd');
  return {
    path: shown.slice(0, LONGEST),
    isFolder: whole.endsWith('/'),
    wrong: whyWrong(raw, whole, parts) ?? (saysUtf8 && utf8 === null ? 'its name is not in UTF-8' : null),
  };
}

function whyWrong(raw: Buffer, whole: string, parts: readonly string[]): string | null {
  if (raw.length > LONGEST) return 'its name is too long';
  if (parts.length === 0) return 'it has no name';
  if (whole.startsWith('/') || /^[a-z]:/i.test(whole)) return 'its name begins outside the archive';
  if (parts.includes('..')) return 'its name leads out of its folder';
  // Controls, halves of surrogate pairs, and marks that turn the direction of a name so that it reads as another.
  if (/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(whole))
    return 'its name has characters that no name has';
  return null;
}
