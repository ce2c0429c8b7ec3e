/** Files opened by LibreOffice, where it is: a program that knows nothing of ours. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** For a test that cannot look. */
export const NO_OFFICE = 'there is no LibreOffice on this machine';

/**
 * A file, opened and saved as another. It starts for some seconds.
 *
 * @param name of the file, with its extension
 * @param to what `--convert-to` takes: an extension, with a filter where one is needed
 * @returns the files that were made by their names; null where there is no LibreOffice
 */
export function openInOffice(file: Uint8Array, name: string, to: string): Map<string, Buffer> | null {
  const office = ['soffice', 'libreoffice'].find(
    (each) => spawnSync(each, ['--version']).error === undefined,
  );
  if (office === undefined) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-office-'));
  try {
    const given = path.join(folder, name);
    writeFileSync(given, file);
    const made = path.join(folder, 'made');
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const { stderr } = spawnSync(
      office,
      [profile, '--headless', '--convert-to', to, '--outdir', made, given],
      {
        encoding: 'utf8',
      },
    );
    const names = readdirSync(folder).includes('made') ? readdirSync(made) : [];
    if (names.length === 0) throw new Error(`LibreOffice made nothing of ${name}: ${stderr}`);
    return new Map(names.map((each) => [each, readFileSync(path.join(made, each))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
