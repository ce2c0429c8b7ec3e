/** PDF files for tests, written by hand (ISO 32000-1): nothing in them is compressed, so that a test can break them. */

/** Where a line begins, in points from the left and from the foot of the page, and its words in Latin letters. */
export type Printed = readonly [x: number, y: number, text: string, size?: number, turned?: boolean];

interface Made {
  readonly title?: string;
  readonly language?: string;
  readonly modified?: string;
  /** Asks for a password. */
  readonly locked?: boolean;
  /** Letters are signs that stand for none. */
  readonly unnamed?: boolean;
  readonly rotate?: 0 | 90 | 180 | 270;
}

/** Of Helvetica: letters of other widths do for text that is only put in place. */
const escaped = (text: string): string => text.replace(/[\\()]/g, (sign) => `\\${sign}`);

const shown = ([x, y, text, size = 10, turned = false]: Printed): string =>
  `/F1 ${size} Tf ${turned ? '0 1 -1 0' : '1 0 0 1'} ${x} ${y} Tm (${escaped(text)}) Tj`;

/** A file whose pages have these lines. */
export function pdfOf(pages: readonly (readonly Printed[])[], made: Made = {}): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const encoding = made.unnamed
    ? '/Encoding << /Type /Encoding /Differences [32 ' + '/g01 '.repeat(95) + '] >>'
    : '/Encoding /WinAnsiEncoding';
  const catalog = add('');
  const tree = add('');
  const font = add(
    `<< /Type /Font /Subtype /${made.unnamed ? 'Type3 /FontBBox [0 0 1 1] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << >> /FirstChar 32 /LastChar 33 /Widths [500 500]' : 'Type1 /BaseFont /Helvetica'} ${encoding} >>`,
  );
  const kids = pages.map((lines) => {
    const content = `BT ${lines.map(shown).join(' ')} ET`;
    const stream = add(
      `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    );
    const rotate = made.rotate === undefined ? '' : `/Rotate ${made.rotate} `;
    return add(
      `<< /Type /Page /Parent ${tree} 0 R ${rotate}/MediaBox [0 0 612 792] /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    );
  });
  const info = add(
    `<< ${made.title === undefined ? '' : `/Title (${escaped(made.title)}) `}${made.modified === undefined ? '' : `/ModDate (${made.modified}) `}>>`,
  );
  const lock = `<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`;
  const encrypt = made.locked
    ? `/Encrypt ${add(lock)} 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>] `
    : '';
  objects[catalog - 1] =
    `<< /Type /Catalog /Pages ${tree} 0 R ${made.language === undefined ? '' : `/Lang (${made.language}) `}>>`;
  objects[tree - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  return written(objects, `/Root ${catalog} 0 R /Info ${info} 0 R ${encrypt}`);
}

function written(objects: readonly string[], trailer: string): Buffer {
  let file = '%PDF-1.4\n';
  const places = objects.map((body, at) => {
    const place = Buffer.byteLength(file, 'latin1');
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = Buffer.byteLength(file, 'latin1');
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** A paragraph broken into lines of a column, from its top, with the height of a line. */
export function column(x: number, y: number, lines: readonly string[], leading = 12, size = 10): Printed[] {
  return lines.map((text, at) => [x, y - at * leading, text, size]);
}
