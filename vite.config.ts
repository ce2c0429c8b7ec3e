/**
 * The client's build. Everything ends up in files of its own origin: the server's Content-Security-Policy
 * allows no inline script, no inline style and no other host.
 */
import { defineConfig, type Plugin } from 'vite';

const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`;

/** zod's messages in dozens of languages, of which the page shows none: they would nearly double the page's largest file. */
const withoutLocales: Plugin = {
  name: 'without-locales',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === '../locales/index.js' && importer?.includes('/zod/') ? '\0no-locales' : null,
  load: (id) => (id === '\0no-locales' ? 'export {};' : null),
};

export default defineConfig({
  plugins: [withoutLocales],
  root: 'client',
  base: '/',
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // These know light-dark(), so that it need not be taken apart.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // A data: URI would need a wider policy than 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
});
