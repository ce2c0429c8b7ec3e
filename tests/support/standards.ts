/** Public schemas that are not part of the project: tests that hold our files against them skip where they are absent. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ajvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import { z } from 'zod';

const FOLDER = process.env['CLAIMDESK_STANDARDS'];

/** The folder of one standard, by its name in the folder that `CLAIMDESK_STANDARDS` names; null where there is none. */
export function standardIn(name: string): string | null {
  const folder = FOLDER === undefined ? null : path.join(FOLDER, name);
  return folder !== null && existsSync(folder) ? folder : null;
}

const Assertion = z.looseObject({
  id: z.string().optional(),
  assertionType: z.string().optional(),
  expectedResult: z.string().optional(),
  errorMessage: z.string().optional(),
});
const Suite = z.object({ assertions: z.array(z.string()) });

const MUSTS = {
  annotations: 'annotations/annotationMusts.test',
  collections: 'collections/collectionMusts.test',
  pages: 'collections/pages/pageMusts.test',
} as const;
export type MustsOf = keyof typeof MUSTS;

/** The MUSTs of the W3C's test suite that a document does not meet; each with what the suite says of it. */
export async function unmetMusts(
  root: string,
  document: unknown,
  of: MustsOf = 'annotations',
): Promise<string[]> {
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(root, file), 'utf8'));
  const ajv = new ajvDraft04.default({ strict: false, validateSchema: false, allErrors: true });
  ajvFormats.default(ajv);
  const definitions = await readdir(path.join(root, 'definitions'));
  for (const file of definitions.filter((name) => name.endsWith('.json')))
    ajv.addSchema(Object(await read(`definitions/${file}`)), file);
  const { assertions } = Suite.parse(await read(MUSTS[of]));
  const unmet: string[] = [];
  for (const name of assertions) {
    const schema = Assertion.parse(await read(name));
    const { id: _id, $schema: _dialect, ...rest } = schema;
    const isValid = ajv.validate(rest, document);
    if (isValid !== (schema.expectedResult !== 'invalid'))
      unmet.push(`${name}: ${schema.errorMessage ?? ''}`);
  }
  return unmet;
}
