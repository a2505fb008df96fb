import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import settings from './remix.config.js'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(settings as Parameters<typeof remix>[0])],
  resolve: { alias: { '#app': fileURLToPath(new URL('./app', import.meta.url)) } },
  // Runs on the server alone; prepared for the browser it would not resolve
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: {
    target: 'es2020',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    ...(!isSsrBuild && { rollupOptions: { output: { manualChunks } } }),
  },
  server: { watch: { ignored: ['**/.data/**', '**/tests/**', '**/docs/**', '**/*.test.ts', '**/*.test.tsx'] } },
}))

/** What changes only when a package does: a new version of the site leaves it where it was kept. */
const packages =
  /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run\/(react|router))\//

/** What nearly every page is drawn with comes as one file: many small ones weigh more, each with headers of its own. */
const everywhere =
  /\/app\/(i18n\/(formats|albanian|languages|use-words)|domain\/languages|components\/(link|fields|form-errors|form-result|no-answer|way-back|progress-bar|place-name|days-left|live|life-line))\.tsx?$/

function manualChunks(id: string) {
  if (packages.test(id)) return 'packages'
  return everywhere.test(id) ? 'everywhere' : undefined
}
