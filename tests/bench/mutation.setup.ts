/** Properties that name no number of runs make do with few, the same for every mutant. */
import fc from 'fast-check';

fc.configureGlobal({ numRuns: 15, seed: 20_260_302 });
