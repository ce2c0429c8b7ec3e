/** The thread in which migrations run. Started by `migrate-apart.ts`. */
import { answerOn } from '../thread-side.ts';
import { migrate } from './migrate.ts';
import type { AskedMigration } from './migrate-apart.ts';

answerOn(({ url, folder }: AskedMigration) => migrate(url, folder));
