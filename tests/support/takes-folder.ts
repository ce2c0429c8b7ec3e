/** A process that takes the folder it is told and keeps it until it is killed; says `taken`, or why not. */
import { takeFolder } from '../../server/database/owner.ts';

try {
  await takeFolder(process.argv[2] ?? '');
  process.stdout.write('taken\n');
  setInterval(() => {}, 60_000);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
}
