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
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc, { type IAsyncProperty, type IProperty, type Parameters } from 'fast-check';
import { expect } from 'vitest';
import { type Bundle, bundleTests } from './bundle.ts';
import { collector } from './collect.ts';

const FOLDER = join('tests', 'domain');

/**
 * Tests of speed read megabytes: what they notice is time, and a broken rule that costs time meets Stryker's own limit.
 */
const isOfSpeed = (name: string): boolean => name.endsWith('-speed.test.ts');

/** How many invented values a property is tried with, however many it names. The seed makes them the same each time. */
const RUNS = 5;
const SEED = 20_260_302;

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
  readonly #bundles = new Map<string, Promise<Bundle>>();
  /** How many mutants of a file each file of tests has noticed: `file of tests < mutated file`. */
  readonly #noticed = new Map<string, number>();

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
    const instrumented: InstrumenterContext = {
      activeMutant: options.activeMutant.id,
      hitCount: 0,
      ...(options.hitLimit !== undefined && { hitLimit: options.hitLimit }),
    };
    globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = instrumented;
    const wanted = options.testFilter && new Set(options.testFilter);
    const files = wanted
      ? [...new Set([...wanted].map((id) => id.slice(0, id.indexOf('#'))))]
      : await this.#filesWith([options.sandboxFileName]);
    const tests: TestResult[] = [];
    for (const file of this.#likelyFirst(files, options.sandboxFileName)) {
      tests.push(...(await this.#runFile(file, wanted, !options.disableBail, instrumented)));
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

  async #runFile(file: string, wanted: Wanted, bail: boolean, instrumented: InstrumenterContext) {
    const bundle = await this.#bundle(file);
    const { tests, api } = collector();
    const results: TestResult[] = [];
    const loaded = await outcome(() => bundle.evaluate({ vitest: { ...api, expect }, 'fast-check': FEW }));
    if (loaded.status === TestStatus.Failed)
      return [{ id: `${file}#${LOADING}`, name: LOADING, fileName: file, ...loaded }];
    for (const { name, body } of tests) {
      const id = `${file}#${name}`;
      if (wanted !== undefined && !wanted.has(id)) continue;
      instrumented.currentTestId = id;
      const result = await outcome(body);
      delete instrumented.currentTestId;
      results.push({ id, name, fileName: file, ...result });
      if (bail && result.status === TestStatus.Failed) break;
    }
    return results;
  }
}

const LOADING = 'loads';

async function outcome(body: () => unknown) {
  const start = performance.now();
  try {
    await body();
    return { status: TestStatus.Success as const, timeSpentMs: performance.now() - start };
  } catch (error) {
    const failureMessage = error instanceof Error ? error.message : String(error);
    return { status: TestStatus.Failed as const, timeSpentMs: performance.now() - start, failureMessage };
  }
}

function few<T>(parameters: Parameters<T> = {}): Parameters<T> {
  return { seed: SEED, ...parameters, numRuns: Math.min(parameters.numRuns ?? RUNS, RUNS) };
}

/** fast-check, with fewer runs. */
const FEW = {
  default: {
    ...fc,
    assert: <T>(property: IAsyncProperty<T> | IProperty<T>, parameters?: Parameters<T>) =>
      fc.assert(property, few(parameters)),
  },
};

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'domain', () => new DomainTestRunner()),
];
