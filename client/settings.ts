/** Settings that have to stand before any schema is read. Imported first, for its effect. */
import { z } from 'zod';

// The page's policy forbids `eval`, which zod would otherwise try for speed.
z.config({ jitless: true });
