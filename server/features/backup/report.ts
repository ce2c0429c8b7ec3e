/** What a backup and a restoring found, in lines for whoever runs Claimdesk. */
import { counted, summaryLine } from '../history/verify-report.ts';
import type { Manifest } from './manifest.ts';
import type { Restored } from './restore.service.ts';
import type { TakenBackup } from './take.service.ts';

export function takenLines({ manifest, notDumped }: TakenBackup, to: string): string[] {
  const { missing, files } = manifest;
  return [
    `Backup of ${manifest.at}: ${contents(manifest)}, ${counted(files.length, 'file')} in ${to}.`,
    notDumped ?? "The database is in pg_dump's custom format.",
    ...missing.map((place) => `lost: files/${place} is not there, or is not what its name says`),
    'The keys are not in it: keep HISTORY_KEY and SOURCE_KEY elsewhere. Without them it cannot be restored and read.',
  ];
}

export function restoredLines(
  { found, wrong, migrated }: Restored,
  manifest: Manifest,
  hasSourceKey: boolean,
): string[] {
  return [
    `Restored as of ${manifest.at}: ${contents(manifest)}, ${counted(manifest.files.length, 'file')}.`,
    ...(migrated.length > 0 ? [`Brought forward by ${counted(migrated.length, 'migration')}.`] : []),
    ...wrong,
    wrong.length === 0
      ? `${summaryLine(found, 0).slice(0, -1)}, up to where the backup was taken.`
      : `${counted(wrong.length, 'thing')} not as it should be.`,
    ...manifest.missing.map((place) => `lost before the backup: files/${place}`),
    'Everybody is signed out: sessions are not in a backup. Passwords and tokens go on.',
    ...(hasSourceKey
      ? []
      : [
          'SOURCE_KEY is missing: put the old one in its place before the start, or confidential sources stay sealed.',
        ]),
  ];
}

const contents = ({ counts }: Manifest) =>
  [
    counted(counts.stories, 'story'),
    counted(counts.claims, 'claim'),
    counts.people === 1 ? '1 person' : `${counts.people.toLocaleString('en')} people`,
    counted(counts.events, 'event'),
  ].join(', ');
