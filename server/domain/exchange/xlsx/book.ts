/** The parts of a spreadsheet's package beside its sheets (ECMA-376, parts 1 and 2). */
import { escaped } from './cells.ts';

/** A sheet as the book lists it: its tab's name, and which file it is. */
export interface ListedSheet {
  readonly name: string;
  /** From 1: `xl/worksheets/sheet1.xml`. */
  readonly file: number;
  /** The cells that its filter covers: `$A$1:$C$9`. */
  readonly filter: string;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const sheetPath = (file: number): string => `xl/worksheets/sheet${file}.xml`;

/** A name in a reference: quotation marks are always allowed. */
const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`;

/**
 * Every part but the sheets, by its path.
 *
 * @param sheets in the order of their tabs
 */
export function bookParts(
  sheets: readonly ListedSheet[],
  { title, creator, created }: { readonly title: string; readonly creator: string; readonly created: string },
): [path: string, xml: string][] {
  const byFile = [...sheets].sort((a, b) => a.file - b.file);
  return [
    ['xl/workbook.xml', workbook(sheets)],
    ['xl/styles.xml', STYLES],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...byFile.map(
          ({ file }): Relation => [`s${file}`, `${DOCUMENT}/worksheet`, `worksheets/sheet${file}.xml`],
        ),
        ['styles', `${DOCUMENT}/styles`, 'styles.xml'],
      ]),
    ],
    ['docProps/core.xml', core(title, creator, created)],
    [
      '_rels/.rels',
      relations([
        ['book', `${DOCUMENT}/officeDocument`, 'xl/workbook.xml'],
        ['core', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['[Content_Types].xml', contentTypes(byFile)],
  ];
}

function workbook(sheets: readonly ListedSheet[]): string {
  const listed = sheets.map(
    ({ name, file }) => `<sheet name="${inAttribute(name)}" sheetId="${file}" r:id="s${file}"/>`,
  );
  const filters = sheets.map(
    ({ name, filter }, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escaped(`${quoted(name)}!${filter}`)}</definedName>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${listed.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`;
}

const inAttribute = (words: string) => escaped(words).replaceAll('"', '&quot;');

/** In the order of `STYLE`: plain, heading, time, day, words. */
const STYLES = [
  `${XML}<styleSheet xmlns="${MAIN}">`,
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="5">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  // Text stays text, also once somebody edits it: `=1` in such a cell is not reckoned.
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top"/></xf>',
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

type Relation = readonly [id: string, type: string, target: string];

const relations = (all: readonly Relation[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const core = (title: string, creator: string, created: string): string =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created></cp:coreProperties>`;

function contentTypes(sheets: readonly ListedSheet[]): string {
  const parts: [path: string, type: string][] = [
    ['xl/workbook.xml', `${TYPES}.sheet.main+xml`],
    ...sheets.map(({ file }): [string, string] => [sheetPath(file), `${TYPES}.worksheet+xml`]),
    ['xl/styles.xml', `${TYPES}.styles+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ];
  const overrides = parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}
