import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc, { type Parameters as FcParameters, type IAsyncProperty, type IProperty } from 'fast-check';
import { expect } from 'vitest';
import winkNLP from 'wink-nlp';
import { type Bundle, bundleTests } from './bundle.ts';
import { type CollectedTest, collector } from './collect.ts';
import { fromEnvironment, isDrawn } from './sample.ts';
import { processorMs, TooLong, withinProcessorTime } from './watch.ts';

const FOLDER = join('tests', 'domain');

/**
 * Tests of speed read megabytes: what they notice is time, and a broken rule that costs time meets the limit below.
 */
const isOfSpeed = (name: string): boolean => name.endsWith('-speed.test.ts');

/** How many invented values a property is tried with, however many it names. The seed makes them the same each time. */
const RUNS = 5;
const SEED = 20_260_302;

/**
 * A mutant's tests may take this many times the processor time that they take where nothing is broken, and a second more:
 * ten times is more than a busy machine's caches cost, and few rules are broken so that they end after that.
 */
const TIMES_LONGER = 10;
const AND_MS = 1000;

/** What the instrumented code reads and writes to know which rule is broken and to tell which ones a test came by. */
declare global {
  var __stryker__: InstrumenterContext | undefined;
}

type Wanted = ReadonlySet<string> | undefined;

/**
 * Runs the tests of the domain in Stryker's own process: every file is bundled once and evaluated anew for every
 * mutant, so no mutant sees what another one left behind, constants of modules included. Starting vitest's worker for
 * each mutant took ten times as long as the tests themselves.
 *
 * A file of tests that cannot even be loaded counts as a failing test, as it does in every run of the suite.
 */
class DomainTestRunner implements TestRunner {
  readonly #root = process.cwd();
  readonly #sample = fromEnvironment(process.env);
  readonly #bundles = new Map<string, Promise<Bundle>>();
  /** How many mutants of a file each file of tests has noticed: `file of tests < mutated file`. */
  readonly #noticed = new Map<string, number>();
  /** Milliseconds of processor time by test, with nothing broken, for each file of tests. */
  readonly #costs = new Map<string, Promise<ReadonlyMap<string, number>>>();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun(options: DryRunOptions): Promise<DryRunResult> {
    const instrumented: InstrumenterContext = { mutantCoverage: { static: {}, perTest: {} } };
    globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = instrumented;
    const tests: TestResult[] = [];
    for (const file of await this.#filesWith(options.files)) {
      const results = await this.#runFile(file, undefined, false, instrumented);
      const broken = results.find((result) => result.name === LOADING);
      if (broken?.status === TestStatus.Failed) {
        return { status: DryRunStatus.Error, errorMessage: `${file}: ${broken.failureMessage}` };
      }
      tests.push(...results);
    }
    return {
      status: DryRunStatus.Complete,
      tests,
      ...(instrumented.mutantCoverage && { mutantCoverage: instrumented.mutantCoverage }),
    };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    // An error is no answer: it counts neither as noticed nor as not.
    if (!isDrawn(options.activeMutant, this.#sample))
      return { status: MutantRunStatus.Error, errorMessage: 'not drawn' };
    const wanted = options.testFilter && new Set(options.testFilter);
    const files = wanted
      ? [...new Set([...wanted].map((id) => id.slice(0, id.indexOf('#'))))]
      : await this.#filesWith([options.sandboxFileName]);
    const likelyFirst = this.#likelyFirst(files, options.sandboxFileName);
    const budgets = new Map<string, number>();
    for (const file of likelyFirst) budgets.set(file, await this.#budget(file, wanted));
    const instrumented: InstrumenterContext = {
      activeMutant: options.activeMutant.id,
      hitCount: 0,
      ...(options.hitLimit !== undefined && { hitLimit: options.hitLimit }),
    };
    globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = instrumented;
    const tests: TestResult[] = [];
    for (const file of likelyFirst) {
      try {
        tests.push(
          ...(await this.#runFile(file, wanted, !options.disableBail, instrumented, budgets.get(file))),
        );
      } catch (error) {
        if (error instanceof TooLong) return { status: MutantRunStatus.Timeout, reason: error.message };
        throw error;
      }
      if (tests.at(-1)?.status !== TestStatus.Failed) continue;
      const key = `${file} < ${options.sandboxFileName}`;
      this.#noticed.set(key, (this.#noticed.get(key) ?? 0) + 1);
      if (!options.disableBail) break;
    }
    const limit = determineHitLimitReached(instrumented.hitCount, options.hitLimit);
    return toMutantRunResult(limit ?? { status: DryRunStatus.Complete, tests });
  }

  /**
   * The first failing test ends a mutant's run, so the tests come first that noticed most mutants of the same file, then
   * those of the same folder; properties, which take longest, come last. What is found does not depend on the order.
   */
  #likelyFirst(files: readonly string[], mutated: string): string[] {
    const folder = basename(dirname(mutated));
    const rank = (file: string) =>
      (this.#noticed.get(`${file} < ${mutated}`) ?? 0) +
      (basename(file).startsWith(`${folder}-`) ? 0.5 : 0) -
      (file.includes('properties') ? 0.25 : 0);
    return [...files].sort((a, b) => rank(b) - rank(a));
  }

  /** Files of tests that have one of the modules in them; all of them where no module is named. */
  async #filesWith(modules: readonly string[] | undefined): Promise<string[]> {
    const all = readdirSync(join(this.#root, FOLDER), { encoding: 'utf8', recursive: true })
      .filter((name) => name.endsWith('.test.ts') && !isOfSpeed(name))
      .map((name) => join(FOLDER, name));
    const found: string[] = [];
    for (const file of all) {
      const bundle = await this.#bundle(file);
      if (modules === undefined || modules.some((module) => bundle.modules.has(module))) found.push(file);
    }
    return found;
  }

  #bundle(file: string): Promise<Bundle> {
    const known = this.#bundles.get(file) ?? bundleTests(join(this.#root, file), this.#root);
    this.#bundles.set(file, known);
    return known;
  }

  /** What a file's wanted tests may take, in milliseconds of processor time. */
  async #budget(file: string, wanted: Wanted): Promise<number> {
    const known = this.#costs.get(file) ?? this.#measure(file);
    this.#costs.set(file, known);
    let sum = 0;
    for (const [id, cost] of await known) {
      if (wanted === undefined || wanted.has(id) || id === `${file}#${LOADING}`) sum += cost;
    }
    return AND_MS + TIMES_LONGER * sum;
  }

  async #measure(file: string): Promise<ReadonlyMap<string, number>> {
    const nothingBroken: InstrumenterContext = {};
    globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = nothingBroken;
    const costs = new Map<string, number>();
    const start = processorMs();
    const results = await this.#runFile(file, undefined, false, nothingBroken);
    let rest = processorMs() - start;
    for (const { id, timeSpentMs } of results) {
      costs.set(id, timeSpentMs);
      rest -= timeSpentMs;
    }
    return costs.set(`${file}#${LOADING}`, Math.max(0, rest));
  }

  /** @throws TooLong where the tests used more processor time than `budgetMs` */
  async #runFile(
    file: string,
    wanted: Wanted,
    bail: boolean,
    instrumented: InstrumenterContext,
    budgetMs?: number,
  ): Promise<TestResult[]> {
    const bundle = await this.#bundle(file);
    const within = (work: () => void) =>
      budgetMs === undefined ? work() : withinProcessorTime(budgetMs, work);
    const toResult = (name: string, ended: Ended): TestResult => ({
      id: `${file}#${name}`,
      name,
      fileName: file,
      ...ended,
    });

    let collected: readonly CollectedTest[] = [];
    let loaded: Ended | undefined;
    within(() => {
      const { tests, api } = collector();
      loaded = outcome(() => bundle.evaluate({ ...PROVIDED, vitest: { ...api, expect } })).ended;
      collected = tests;
    });
    if (loaded?.status === TestStatus.Failed) return [toResult(LOADING, loaded)];

    const chosen = collected.filter(({ name }) => wanted === undefined || wanted.has(`${file}#${name}`));
    const results: TestResult[] = [];
    const done = () =>
      results.length === chosen.length || (bail && results.at(-1)?.status === TestStatus.Failed);
    while (!done()) {
      const before = results.length;
      let waiting: Promise<Ended> | undefined;
      // Tests run together up to one that has to be awaited, because watching costs more than most of them.
      within(() => {
        results.length = before;
        waiting = undefined;
        for (const { name, body } of chosen.slice(before)) {
          instrumented.currentTestId = `${file}#${name}`;
          const { ended, promised } = outcome(body);
          results.push(toResult(name, ended));
          waiting = promised;
          if (waiting !== undefined || done()) break;
        }
      });
      const last = results.at(-1);
      if (waiting !== undefined && last !== undefined) results.splice(-1, 1, { ...last, ...(await waiting) });
      delete instrumented.currentTestId;
    }
    return results;
  }
}

const LOADING = 'loads';

type Ended =
  | { status: TestStatus.Success; timeSpentMs: number }
  | { status: TestStatus.Failed; timeSpentMs: number; failureMessage: string };

/** How a test ended, and what is still to be awaited where its body promised more. */
function outcome(body: () => unknown): { ended: Ended; promised?: Promise<Ended> } {
  const start = processorMs();
  const passed = (): Ended => ({ status: TestStatus.Success, timeSpentMs: processorMs() - start });
  const failed = (error: unknown): Ended => ({
    status: TestStatus.Failed,
    timeSpentMs: processorMs() - start,
    failureMessage: error instanceof Error ? error.message : String(error),
  });
  try {
    const value = body();
    const ended = passed();
    return value instanceof Promise ? { ended, promised: value.then(passed, failed) } : { ended };
  } catch (error) {
    return { ended: failed(error) };
  }
}

function few<T>(parameters: FcParameters<T> = {}): FcParameters<T> {
  return { seed: SEED, ...parameters, numRuns: Math.min(parameters.numRuns ?? RUNS, RUNS) };
}

const taggers = new Map<string, ReturnType<typeof winkNLP>>();

/** A tagger takes a third of a second to load, and what it remembers of earlier texts changes nothing in what it says. */
function taggerOnce(...[model, pipe = []]: Parameters<typeof winkNLP>): ReturnType<typeof winkNLP> {
  const key = pipe.join();
  const tagger = taggers.get(key) ?? winkNLP(model, pipe);
  taggers.set(key, tagger);
  return tagger;
}

/** What stands in for packages: properties are tried with fewer values, and taggers are loaded once. */
const PROVIDED = {
  'fast-check': {
    default: {
      ...fc,
      assert: <T>(property: IAsyncProperty<T> | IProperty<T>, parameters?: FcParameters<T>) =>
        fc.assert(property, few(parameters)),
    },
  },
  'wink-nlp': { default: taggerOnce },
};

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'domain', () => new DomainTestRunner()),
];
