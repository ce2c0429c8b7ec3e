import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build, type Plugin } from 'vite';

/** One file of tests with everything of the project that it imports, ready to be evaluated afresh any number of times. */
export type Bundle = {
  /** Absolute paths of the project's modules in it. */
  modules: ReadonlySet<string>;
  /** Evaluates all of it anew, constants of modules included. `provided` stands in for the package of the same name. */
  evaluate(provided: Record<string, object>): void;
};

type Wrapped = (packages: (id: string) => object) => void;

/**
 * Bundles a file of tests. Packages stay outside and are loaded once; nothing is shaken off, because a constant that no
 * test reads may be broken too.
 *
 * @throws when the file cannot be bundled, or a package it imports cannot be loaded
 */
export async function bundleTests(file: string, root: string): Promise<Bundle> {
  const packages = new Map<string, object>();
  const output = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'own-address', transform: ownAddress }, packagesOutside(packages)],
    build: {
      ssr: true,
      write: false,
      minify: false,
      target: 'esnext',
      rollupOptions: { input: file, treeshake: false, output: { format: 'cjs', codeSplitting: false } },
    },
    ssr: { noExternal: true },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (result === undefined || !('output' in result)) throw new Error(`${file} gave no bundle`);
  const [chunk] = result.output;
  const wrapped: unknown = new Script(`(function (${PACKAGES}) {${chunk.code}\n})`, {
    filename: file,
  }).runInThisContext();
  if (!isWrapped(wrapped)) throw new Error(`${file} gave no function`);
  return {
    modules: new Set(chunk.moduleIds),
    evaluate(provided) {
      wrapped((id) => provided[id] ?? packages.get(id) ?? {});
    },
  };
}

const PACKAGES = '__packages__';
const OUTSIDE = '\0outside:';

/**
 * A package is a module that passes on what the package exports. Written out by name, because the ways in which formats
 * of modules are usually bridged differ in what a default export is.
 */
function packagesOutside(loaded: Map<string, object>): Plugin {
  return {
    name: 'packages-outside',
    enforce: 'pre',
    resolveId: (id) => (/^[./\0]/.test(id) ? null : `${OUTSIDE}${id}`),
    async load(address) {
      if (!address.startsWith(OUTSIDE)) return null;
      const id = address.slice(OUTSIDE.length);
      const namespace: object = await import(id);
      loaded.set(id, namespace);
      const exported = Object.keys(namespace).map((name, at) => {
        const place = `${PACKAGES}(${JSON.stringify(id)})[${JSON.stringify(name)}]`;
        return `const e${at} = ${place}; export { e${at} as ${JSON.stringify(name)} };`;
      });
      return exported.join('\n');
    },
  };
}

function ownAddress(code: string, id: string): string | null {
  return code.includes('import.meta.url')
    ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
    : null;
}

function isWrapped(value: unknown): value is Wrapped {
  return typeof value === 'function';
}
